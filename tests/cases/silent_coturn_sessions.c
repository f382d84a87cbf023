/*
 * Idioms of coturn 4.6 (src/apps/relay/ns_ioalib_engine_impl.c and dtls_listener.c): an object in a
 * structure that is replaced, detached or closed by whoever finds it, and errors that end the process.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_SENT_SHUTDOWN 1
#define SSL_RECEIVED_SHUTDOWN 2

SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
void SSL_set_accept_state(SSL *s);
int SSL_get_shutdown(const SSL *ssl);
void SSL_set_shutdown(SSL *ssl, int mode);
int SSL_shutdown(SSL *s);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);
BIO *BIO_new(const BIO_METHOD *type);
BIO *BIO_new_socket(int sock, int close_flag);
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
const BIO_METHOD *BIO_s_mem(void);
SSL_CTX *SSL_CTX_new(const void *meth);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
const void *DTLS_server_method(void);
void exit(int status) __attribute__((noreturn));
void log_line(const char *format, ...);

struct ioa_socket {
    int fd;
    SSL *ssl;
    struct ioa_socket *parent;
    int broken;
};

struct server {
    SSL_CTX *contexts[4];
    int count;
};

/* What is in the structure goes; the second time there is nothing in it. */
void ioa_socket_close(struct ioa_socket *s)
{
    if (!s)
        return;
    if (s->ssl) {
        if (!(SSL_get_shutdown(s->ssl) & SSL_SENT_SHUTDOWN)) {
            SSL_set_shutdown(s->ssl, SSL_RECEIVED_SHUTDOWN);
            SSL_shutdown(s->ssl);
        }
        SSL_free(s->ssl);
        s->ssl = 0;
    }
    s->fd = -1;
}

/* The session moves from one socket to the other and is in one of them at each moment. */
int ioa_socket_detach(struct ioa_socket *from, struct ioa_socket *to)
{
    if (!from->ssl)
        return -1;
    ioa_socket_close(to);
    to->fd = from->fd;
    to->ssl = from->ssl;
    to->parent = from->parent;
    from->ssl = 0;
    from->fd = -1;
    return 0;
}

/* The session owns what is written to from the start and reads from a buffer that changes. */
int dtls_accept(struct ioa_socket *s, SSL_CTX *ctx, const void *first, int size)
{
    SSL *ssl = SSL_new(ctx);
    BIO *wbio, *rbio;

    if (!ssl)
        return -1;
    wbio = BIO_new_socket(s->fd, 0);
    if (!wbio) {
        SSL_free(ssl);
        return -1;
    }
    rbio = BIO_new_mem_buf(first, size);
    if (!rbio) {
        BIO_free(wbio);
        SSL_free(ssl);
        return -1;
    }
    SSL_set_bio(ssl, rbio, wbio);
    SSL_set_accept_state(ssl);
    if (s->ssl)
        SSL_free(s->ssl);
    s->ssl = ssl;
    return 0;
}

/* A failure ends the process; nothing needs to be released on the way. */
void add_context(struct server *server, const char *ciphers)
{
    SSL_CTX *ctx = SSL_CTX_new(DTLS_server_method());

    if (!ctx) {
        log_line("no context");
        exit(-1);
    }
    if (!SSL_CTX_set_cipher_list(ctx, ciphers)) {
        log_line("no ciphers: %s", ciphers);
        exit(-1);
    }
    if (SSL_CTX_check_private_key(ctx) != 1) {
        log_line("the key does not fit");
        exit(-1);
    }
    server->contexts[server->count++] = ctx;
}

void free_contexts(struct server *server)
{
    while (server->count > 0) {
        SSL_CTX_free(server->contexts[--server->count]);
        server->contexts[server->count] = 0;
    }
}

/* Every reason has a branch of its own; the counter ends what would go round for ever. */
int send_by_ssl(struct ioa_socket *s, const void *buffer, int len)
{
    SSL *ssl = s->ssl;
    int cycle = 0, rc;

try_again:
    ERR_clear_error();
    rc = SSL_write(ssl, buffer, len);
    if (rc > 0)
        return rc;
    switch (SSL_get_error(ssl, rc)) {
    case SSL_ERROR_NONE:
        return 0;
    case SSL_ERROR_WANT_WRITE:
    case SSL_ERROR_WANT_READ:
        if (cycle++ < 3)
            goto try_again;
        return 0;
    case SSL_ERROR_ZERO_RETURN:
    case SSL_ERROR_SYSCALL:
    case SSL_ERROR_SSL:
    default:
        s->broken = 1;
        log_line("cannot send");
        return -1;
    }
}

/* Made here only if nothing was given, and released only then. */
int probe(struct server *server, SSL_CTX *given)
{
    SSL_CTX *ctx = given;
    int own = 0, rc = -1;
    SSL *ssl;

    if (!ctx) {
        ctx = SSL_CTX_new(DTLS_server_method());
        if (!ctx)
            return -1;
        own = 1;
    }
    ssl = SSL_new(ctx);
    if (ssl) {
        rc = server->count;
        SSL_free(ssl);
    }
    if (own)
        SSL_CTX_free(ctx);
    return rc;
}

/* Of a pair of buffers each one that was made goes, on all ways out. */
int pair_of_buffers(SSL *ssl)
{
    BIO *in = 0, *out = 0;
    int rc = -1;

    do {
        if (!(in = BIO_new(BIO_s_mem())))
            break;
        if (!(out = BIO_new(BIO_s_mem())))
            break;
        SSL_set_bio(ssl, in, out);
        in = out = 0;
        rc = 0;
    } while (0);
    if (in)
        BIO_free(in);
    if (out)
        BIO_free(out);
    return rc;
}
