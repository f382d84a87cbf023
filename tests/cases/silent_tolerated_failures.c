/*
 * Idioms of curl 8.5 (lib/vtls/openssl.c and gtls.c), stunnel 5.71 (src/verify.c, ctx.c) and OpenSSL 3.0
 * (apps and ssl): failures that are meant to be survived, and results that leave as what they are.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct gnutls_session_int *gnutls_session_t;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6
#define X509_V_OK 0
#define X509_V_ERR_UNABLE_TO_GET_CRL 3
#define X509_V_ERR_CERT_HAS_EXPIRED 10
#define PEM_R_NO_START_LINE 108
#define ERR_GET_REASON(l) ((int)((l) & 0x7FFFFFL))
#define GNUTLS_E_AGAIN (-28)
#define GNUTLS_E_INTERRUPTED (-52)
#define GNUTLS_E_PREMATURE_TERMINATION (-110)

typedef enum { CURLE_OK = 0, CURLE_SSL_CONNECT_ERROR = 35, CURLE_AGAIN = 81 } CURLcode;

int SSL_read(SSL *ssl, void *buf, int num);
int SSL_shutdown(SSL *s);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
int SSL_CTX_set_session_id_context(SSL_CTX *ctx, const unsigned char *sid_ctx, unsigned int len);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
int SSL_CTX_set_ciphersuites(SSL_CTX *ctx, const char *str);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int s);
int X509_STORE_add_cert(X509_STORE *store, X509 *x);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, int (*cb)(char *, int, int, void *), void *u);
void X509_free(X509 *a);
unsigned long ERR_peek_last_error(void);
void ERR_clear_error(void);
int gnutls_handshake(gnutls_session_t session);
long gnutls_record_recv(gnutls_session_t session, void *data, unsigned long size);
int gnutls_error_is_fatal(int error);
void infof(const char *format, ...);
void failf(const char *format, ...);

struct options {
    const char *ca_file, *ciphers, *ciphersuites;
    int verify_peer, crl_optional, allow_expired;
};

/* What was asked for must be there; the system's own store is a help that may be missing. */
CURLcode load_trust(SSL_CTX *ctx, const struct options *options)
{
    if (options->ca_file) {
        if (SSL_CTX_load_verify_locations(ctx, options->ca_file, 0) != 1) {
            if (options->verify_peer) {
                failf("error setting certificate verify locations: %s", options->ca_file);
                return CURLE_SSL_CONNECT_ERROR;
            }
            infof("error setting certificate verify locations, continuing anyway");
        }
    } else if (SSL_CTX_set_default_verify_paths(ctx) != 1) {
        infof("no store of the system");
    }
    return CURLE_OK;
}

/* The callback overrides what the options allow, and just that; the error is taken back as well. */
int verify_callback(int preverify_ok, X509_STORE_CTX *ctx, const struct options *options)
{
    int err;

    if (preverify_ok)
        return 1;
    err = X509_STORE_CTX_get_error(ctx);
    if (err == X509_V_ERR_UNABLE_TO_GET_CRL && options->crl_optional) {
        X509_STORE_CTX_set_error(ctx, X509_V_OK);
        return 1;
    }
    if (err == X509_V_ERR_CERT_HAS_EXPIRED && options->allow_expired) {
        X509_STORE_CTX_set_error(ctx, X509_V_OK);
        return 1;
    }
    return 0;
}

/* A verdict that the user has declared unimportant is told and does not end anything. */
CURLcode check_verdict(const SSL *ssl, const struct options *options)
{
    long verdict = SSL_get_verify_result(ssl);
    CURLcode result = CURLE_OK;

    if (verdict != X509_V_OK) {
        if (options->verify_peer) {
            failf("SSL certificate verify result: %ld", verdict);
            result = CURLE_SSL_CONNECT_ERROR;
        } else {
            infof("SSL certificate verify result: %ld, continuing anyway", verdict);
        }
    }
    return result;
}

/* The last read fails because there is no more; another failure is one. */
int load_all(X509_STORE *store, BIO *in)
{
    int count = 0;
    X509 *x;

    ERR_clear_error();
    while ((x = PEM_read_bio_X509(in, 0, 0, 0)) != 0) {
        int added = X509_STORE_add_cert(store, x);

        X509_free(x);
        if (added != 1)
            return -1;
        count++;
    }
    if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE || count == 0)
        return -1;
    ERR_clear_error();
    return count;
}

/* The first choice may fail when the second one works. */
int set_ciphers(SSL_CTX *ctx, const struct options *options)
{
    int set = 0;

    if (options->ciphersuites && SSL_CTX_set_ciphersuites(ctx, options->ciphersuites) == 1)
        set++;
    if (options->ciphers && SSL_CTX_set_cipher_list(ctx, options->ciphers) == 1)
        set++;
    if (set == 0 && SSL_CTX_set_cipher_list(ctx, "DEFAULT") != 1)
        return -1;
    return 0;
}

/* The negative codes of the library leave as they are, and so does a length. */
long receive(gnutls_session_t session, void *buffer, unsigned long size)
{
    long n;

    do {
        n = gnutls_record_recv(session, buffer, size);
    } while (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
    if (n == GNUTLS_E_PREMATURE_TERMINATION)
        return 0;
    return n;
}

int shake_hands(gnutls_session_t session)
{
    int ret;

    do {
        ret = gnutls_handshake(session);
    } while (ret < 0 && !gnutls_error_is_fatal(ret));
    return ret;
}

/* The first failure is what leaves, and the others are tried nevertheless. */
int set_up_all(SSL_CTX *const *contexts, int count, const unsigned char *id, unsigned int length)
{
    int result = 0;

    for (int i = 0; i < count; i++) {
        int ok = SSL_CTX_set_session_id_context(contexts[i], id, length) == 1;

        if (!ok && result == 0)
            result = -1 - i;
    }
    return result;
}

/* An orderly end is a length of 0, a retry an error of its own, the rest the error. */
long ossl_recv(SSL *ssl, char *buf, unsigned long size, CURLcode *curlcode)
{
    int n;

    ERR_clear_error();
    n = SSL_read(ssl, buf, (int)size);
    if (n <= 0) {
        switch (SSL_get_error(ssl, n)) {
        case SSL_ERROR_ZERO_RETURN:
            break;
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            *curlcode = CURLE_AGAIN;
            return -1;
        default:
            *curlcode = CURLE_SSL_CONNECT_ERROR;
            return -1;
        }
        n = 0;
    }
    *curlcode = CURLE_OK;
    return n;
}

/* The goodbye may fail: the connection goes in any case. */
int close_session(SSL *ssl, int (*close_socket)(void))
{
    ERR_clear_error();
    if (SSL_shutdown(ssl) < 0)
        infof("no goodbye: %d", SSL_get_error(ssl, -1));
    return close_socket();
}
