/*
 * getdnsapi/getdns#462 (March 2020): an upstream's state (src/context.c, upstream_init and
 * src/stub.c, tls_create_object).
 *
 * Facts: upstreams live in memory from malloc and are filled member by member; tls_fallback_ok was
 * forgotten, and whether a connection may fall back to one without authentication was decided by
 * what the memory held before. The fix sets the member. Here the structure goes out through a
 * constructor, and the finding is where it is handed out.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

#define SSL_VERIFY_NONE 0
#define SSL_VERIFY_PEER 1

struct upstream {
    int fd;
    int transport;
    int tls_fallback_ok;
    unsigned long queries;
    SSL *tls_obj;
};

void *malloc(unsigned long size);
void *calloc(unsigned long count, unsigned long size);
void free(void *ptr);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_verify(SSL *s, int mode, int (*callback)(int ok, void *ctx));

static struct upstream *upstream_create_faulty(int transport)
{
    struct upstream *upstream = malloc(sizeof(*upstream));

    if (upstream == 0)
        return 0;
    upstream->fd = -1;
    upstream->transport = transport;
    upstream->queries = 0;
    upstream->tls_obj = 0;
    return upstream; // finding: partial-initialisation
}

static struct upstream *upstream_create_mended(int transport)
{
    struct upstream *upstream = malloc(sizeof(*upstream));

    if (upstream == 0)
        return 0;
    upstream->fd = -1;
    upstream->transport = transport;
    upstream->tls_fallback_ok = 0;
    upstream->queries = 0;
    upstream->tls_obj = 0;
    return upstream;
}

/* What is not named is zero: calloc has written all of it. */
static struct upstream *upstream_create_cleared(int transport)
{
    struct upstream *upstream = calloc(1, sizeof(*upstream));

    if (upstream == 0)
        return 0;
    upstream->fd = -1;
    upstream->transport = transport;
    return upstream;
}

static int tls_create_object(struct upstream *upstream, SSL_CTX *ctx)
{
    upstream->tls_obj = SSL_new(ctx);
    if (upstream->tls_obj == 0)
        return 0;
    SSL_set_verify(upstream->tls_obj, upstream->tls_fallback_ok ? SSL_VERIFY_NONE : SSL_VERIFY_PEER,
                   0);
    return 1;
}

int upstream_connect(SSL_CTX *ctx, int kind)
{
    struct upstream *upstream = kind == 0   ? upstream_create_faulty(kind)
                                : kind == 1 ? upstream_create_mended(kind)
                                            : upstream_create_cleared(kind);
    int ok;

    if (upstream == 0)
        return 0;
    ok = tls_create_object(upstream, ctx);
    SSL_free(upstream->tls_obj);
    free(upstream);
    return ok;
}
