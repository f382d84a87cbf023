/*
 * Code that other analysers reported and whose authors showed to be right: openssl/openssl#7844 (a
 * "double free" of a certificate with references), openssl/openssl#24600 (a "use after free" of the
 * elements of an array), openssl/openssl#27639 (a "leak" of a BIO that a chain owns), openssl/openssl#1082
 * (a "leak" of a stack that the session owns), haproxy/haproxy#1509 (a "double free" in a loop that
 * empties a tree), facebook/infer#42, facebook/infer#137 and facebook/infer#495 ("leaks" of what leaves
 * in a structure, by a nested release or through another function).
 */

typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
typedef struct bignum_st BIGNUM;
typedef struct stack_st_X509 X509_STACK;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

#define NUM_EXTRA_CERTS 40
#define POOL_SIZE 4
#define SSL_CTRL_EXTRA_CHAIN_CERT 14
#define BIO_C_SET_SSL 109
#define BIO_CLOSE 1

BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_f_ssl(void);
BIO *BIO_push(BIO *b, BIO *append);
BIO *BIO_new_connect(const char *name);
long BIO_ctrl(BIO *bp, int cmd, long larg, void *parg);
#define BIO_set_ssl(b, ssl, c) BIO_ctrl(b, BIO_C_SET_SSL, c, (char *)(ssl))
int BIO_free(BIO *a);
void BIO_free_all(BIO *a);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set1_host(SSL *s, const char *hostname);
long SSL_CTX_ctrl(SSL_CTX *ctx, int cmd, long larg, void *parg);
#define SSL_CTX_add_extra_chain_cert(ctx, x509)                                                    \
    SSL_CTX_ctrl(ctx, SSL_CTRL_EXTRA_CHAIN_CERT, 0, (char *)(x509))
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
X509 *d2i_X509(X509 **a, const unsigned char **in, long len);
int X509_up_ref(X509 *a);
void X509_free(X509 *a);
X509_STACK *sk_X509_new_null(void);
int sk_X509_push(X509_STACK *sk, X509 *x);
void sk_X509_pop_free(X509_STACK *sk, void (*freefunc)(X509 *x));
BIGNUM *BN_new(void);
void BN_clear_free(BIGNUM *a);
void *malloc(unsigned long size);
void *calloc(unsigned long count, unsigned long size);
void free(void *ptr);

/* Each round adds a reference and gives it away, or takes it back; the first one goes at the end. */
int large_chain(SSL_CTX *sctx, BIO *certbio)
{
    X509 *chaincert = PEM_read_bio_X509(certbio, 0, 0, 0);
    int i, result = 0;

    if (chaincert == 0)
        goto end;
    for (i = 0; i < NUM_EXTRA_CERTS; i++) {
        if (!X509_up_ref(chaincert))
            goto end;
        if (!SSL_CTX_add_extra_chain_cert(sctx, chaincert)) {
            X509_free(chaincert);
            goto end;
        }
    }
    result = 1;

end:
    X509_free(chaincert);
    return result;
}

struct pool_item {
    BIGNUM *vals[POOL_SIZE];
    struct pool_item *next;
};

/* The pointer walks over the slots; what a slot held has gone, the slot itself has not. */
void pool_finish(struct pool_item *head)
{
    while (head) {
        struct pool_item *current = head;
        BIGNUM **slot = current->vals;
        int loop = 0;

        while (loop++ < POOL_SIZE) {
            if (*slot)
                BN_clear_free(*slot);
            slot++;
        }
        head = current->next;
        free(current);
    }
}

/* From BIO_push on the chain owns the filter, and the chain goes as a whole. */
BIO *connect_to(SSL_CTX *ctx, const char *name)
{
    BIO *out = BIO_new_connect(name);
    BIO *ssl_bio;
    SSL *ssl;

    if (out == 0)
        return 0;
    ssl = SSL_new(ctx);
    if (ssl == 0)
        goto err;
    ssl_bio = BIO_new(BIO_f_ssl());
    if (ssl_bio == 0 || BIO_set_ssl(ssl_bio, ssl, BIO_CLOSE) <= 0) {
        BIO_free(ssl_bio);
        SSL_free(ssl);
        goto err;
    }
    out = BIO_push(ssl_bio, out);
    if (SSL_set1_host(ssl, name) <= 0)
        goto err;
    return out;

err:
    BIO_free_all(out);
    return 0;
}

struct peer_session {
    X509_STACK *peer_chain;
    X509 *peer;
};

/* The names are set to null where the session has taken what they held. */
int process_certificate(struct peer_session *session, const unsigned char *der, long len)
{
    X509_STACK *sk = sk_X509_new_null();
    X509 *x = 0;
    int ret = 0;

    if (sk == 0)
        goto err;
    x = d2i_X509(0, &der, len);
    if (x == 0 || !X509_up_ref(x))
        goto err;
    if (sk_X509_push(sk, x) <= 0) {
        X509_free(x);
        goto err;
    }
    session->peer_chain = sk;
    session->peer = x;
    sk = 0;
    x = 0;
    ret = 1;

err:
    X509_free(x);
    sk_X509_pop_free(sk, X509_free);
    return ret;
}

struct issuer {
    struct issuer *next;
    char *path;
    X509_STACK *chain;
};

/* The next one is looked up before this one goes. */
void free_issuers(struct issuer *first)
{
    struct issuer *issuer = first, *back;

    while (issuer) {
        back = issuer->next;
        free(issuer->path);
        sk_X509_pop_free(issuer->chain, X509_free);
        free(issuer);
        issuer = back;
    }
}

static char *decode(char *to, const char *url, unsigned long size)
{
    unsigned long i;

    for (i = 0; i + 1 < size && url[i] != '\0'; i++)
        to[i] = url[i] == '+' ? ' ' : url[i];
    to[i] = '\0';
    return to;
}

/* The function gives back what it got. */
char *url_decode(const char *url, unsigned long size)
{
    char *buf = malloc(size + 1);

    if (buf == 0)
        return 0;
    return decode(buf, url, size + 1);
}

struct packet {
    unsigned long length;
    unsigned char *bytes;
};

/* The memory leaves as a member of a structure that is returned by value. */
struct packet packet_new(unsigned long length)
{
    struct packet packet = {0, 0};

    packet.bytes = calloc(1, length);
    if (packet.bytes != 0)
        packet.length = length;
    return packet;
}

struct data {
    void *a, *b;
    BIGNUM *n;
};

static void free_data(struct data *data)
{
    if (data) {
        free(data->a);
        free(data->b);
        BN_clear_free(data->n);
        free(data);
    }
}

/* A release of one's own, which goes through the members. */
int with_data(int (*use)(struct data *data))
{
    struct data *data = calloc(1, sizeof(*data));
    int result = -1;

    if (data == 0)
        return -1;
    data->a = malloc(16);
    data->b = malloc(16);
    data->n = BN_new();
    if (data->a != 0 && data->b != 0 && data->n != 0)
        result = use(data);
    free_data(data);
    return result;
}
