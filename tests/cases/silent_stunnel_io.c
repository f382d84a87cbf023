/*
 * Idioms of stunnel 5.68 (src/client.c, src/verify.c, src/ctx.c): the reason is asked in any case and
 * SSL_ERROR_NONE is one of the answers; failures leave by longjmp; functions return 1 for a failure;
 * a shutdown that is not complete.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct stack_st_X509 X509_STACK;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_FILETYPE_PEM 1
#define X509_V_ERR_CERT_REJECTED 28

struct client {
    SSL *ssl;
    char buff[4096];
    int ptr, wants_read, wants_write, closed;
};

int SSL_read(SSL *ssl, void *buf, int num);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
X509 *X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int s);
X509_STACK *X509_STORE_CTX_get1_certs(X509_STORE_CTX *ctx, const X509_NAME *nm);
X509_NAME *X509_get_subject_name(const X509 *a);
EVP_PKEY *X509_get0_pubkey(const X509 *x);
int EVP_PKEY_eq(const EVP_PKEY *a, const EVP_PKEY *b);
int sk_X509_num(const X509_STACK *sk);
X509 *sk_X509_value(const X509_STACK *sk, int i);
void sk_X509_pop_free(X509_STACK *sk, void (*freefunc)(X509 *x));
void X509_free(X509 *a);
void s_log(int level, const char *format, ...);
void throw_exception(struct client *c, int v) __attribute__((noreturn));

static void sslerror(const char *txt)
{
    unsigned long err = ERR_get_error();

    if (!err)
        s_log(3, "%s: peer suddenly disconnected", txt);
    while (err) {
        s_log(3, "%s: %lx", txt, err);
        err = ERR_get_error();
    }
}

void read_from_tls(struct client *c)
{
    int err, num;

    ERR_clear_error();
    num = SSL_read(c->ssl, c->buff + c->ptr, (int)sizeof(c->buff) - c->ptr);
    c->wants_read = c->wants_write = 0;
    switch (err = SSL_get_error(c->ssl, num)) {
    case SSL_ERROR_NONE:
        c->ptr += num;
        break;
    case SSL_ERROR_WANT_WRITE:
        c->wants_write = 1;
        break;
    case SSL_ERROR_WANT_READ:
        c->wants_read = 1;
        break;
    case SSL_ERROR_ZERO_RETURN:
        c->closed = 1;
        break;
    case SSL_ERROR_SSL:
    case SSL_ERROR_SYSCALL:
        sslerror("SSL_read");
        throw_exception(c, 1);
    default:
        s_log(3, "SSL_read/SSL_get_error returned %d", err);
        throw_exception(c, 1);
    }
}

void send_close_notify(struct client *c)
{
    int err, num;

    ERR_clear_error();
    num = SSL_shutdown(c->ssl);
    if (num < 0)
        err = SSL_get_error(c->ssl, num);
    else
        err = SSL_ERROR_NONE;
    switch (err) {
    case SSL_ERROR_NONE:
    case SSL_ERROR_ZERO_RETURN:
        c->closed = 1;
        break;
    case SSL_ERROR_WANT_WRITE:
        c->wants_write = 1;
        break;
    case SSL_ERROR_WANT_READ:
        c->wants_read = 1;
        break;
    default:
        sslerror("SSL_shutdown");
        throw_exception(c, 1);
    }
}

/* 0 for success and 1 for failure, here and in its caller. */
static int load_key_file(SSL_CTX *ctx, const char *key)
{
    if (!SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM)) {
        sslerror("SSL_CTX_use_PrivateKey_file");
        return 1;
    }
    return 0;
}

int auth_init(SSL_CTX *ctx, const char *cert, const char *key)
{
    if (!SSL_CTX_use_certificate_chain_file(ctx, cert)) {
        sslerror("SSL_CTX_use_certificate_chain_file");
        return 1;
    }
    if (load_key_file(ctx, key))
        return 1;
    if (!SSL_CTX_check_private_key(ctx)) {
        sslerror("Private key does not match the certificate");
        return 1;
    }
    return 0;
}

static int compare_pubkeys(X509 *a, X509 *b)
{
    EVP_PKEY *left = X509_get0_pubkey(a), *right = X509_get0_pubkey(b);

    return left && right && EVP_PKEY_eq(left, right) == 1;
}

/* The stack is freed on the two ways out; what is compared is lent. */
int cert_check_local(X509_STORE_CTX *ctx)
{
    X509 *cert = X509_STORE_CTX_get_current_cert(ctx);
    X509_STACK *sk;
    int i;

    if (!cert)
        return 0;
    sk = X509_STORE_CTX_get1_certs(ctx, X509_get_subject_name(cert));
    if (sk) {
        for (i = 0; i < sk_X509_num(sk); i++) {
            if (compare_pubkeys(cert, sk_X509_value(sk, i))) {
                sk_X509_pop_free(sk, X509_free);
                return 1;
            }
        }
        sk_X509_pop_free(sk, X509_free);
    }
    s_log(4, "CERT: Certificate not found in local repository");
    X509_STORE_CTX_set_error(ctx, X509_V_ERR_CERT_REJECTED);
    return 0;
}

#define EINTR 4
#define EAGAIN 11
extern int errno;
int SSL_connect(SSL *ssl);
int s_poll_wait(struct client *c);

int interrupted_handshake(struct client *c)
{
    for (;;) {
        int done = SSL_connect(c->ssl);
        int reason = SSL_get_error(c->ssl, done);

        if (reason == SSL_ERROR_NONE)
            return 0;
        if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE) {
            if (s_poll_wait(c) < 0)
                throw_exception(c, 1);
            continue;
        }
        if (reason == SSL_ERROR_SYSCALL) {
            switch (errno) {
            case EINTR:
            case EAGAIN:
                continue;
            }
        }
        sslerror("SSL_connect");
        throw_exception(c, 1);
    }
}
