/*
 * CVE-2016-10130, libgit2 before 0.24.6 (src/transports/http.c, http_connect).
 *
 * Facts: the stream's connect reports a certificate that is not valid by a code of its own, and the
 * user's callback is told whether the certificate was valid. Between the two stood the call that
 * fetches the certificate, which stored its 0 in the same variable: every certificate was valid. The
 * fix keeps the verdict before the variable is used again. The finding is the call whose verdict is
 * overwritten.
 */

typedef struct ssl_st SSL;
typedef struct x509_st X509;

#define GIT_ECERTIFICATE (-17)
#define GIT_PASSTHROUGH (-30)
#define X509_V_OK 0
#define SSL_ERROR_SYSCALL 5

typedef int (*certificate_cb)(X509 *cert, int valid, const char *host, void *payload);

struct http_subtransport {
    SSL *ssl;
    const char *host;
    certificate_cb certificate_check_cb;
    void *payload;
    int connected;
};

int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
X509 *SSL_get_peer_certificate(const SSL *ssl);
void X509_free(X509 *a);
void giterr_set(const char *message);

static int ssl_set_error(SSL *ssl, int ret)
{
    int err = SSL_get_error(ssl, ret);

    giterr_set(err == SSL_ERROR_SYSCALL ? "SSL error: syscall failure" : "SSL error");
    return -1;
}

static int stream_connect(SSL *ssl)
{
    int ret = SSL_connect(ssl);

    if (ret <= 0)
        return ssl_set_error(ssl, ret);
    if (SSL_get_verify_result(ssl) != X509_V_OK)
        return GIT_ECERTIFICATE;
    return 0;
}

static int stream_certificate(X509 **out, SSL *ssl)
{
    *out = SSL_get_peer_certificate(ssl);
    if (*out == 0) {
        giterr_set("the server did not provide a certificate");
        return -1;
    }
    return 0;
}

static int http_connect_faulty(struct http_subtransport *t)
{
    X509 *cert = 0;
    int error, is_valid;

    error = stream_connect(t->ssl); // finding: success-after-failure
    if ((!error || error == GIT_ECERTIFICATE) && t->certificate_check_cb != 0) {
        if ((error = stream_certificate(&cert, t->ssl)) < 0)
            return error;
        is_valid = error != GIT_ECERTIFICATE;
        error = t->certificate_check_cb(cert, is_valid, t->host, t->payload);
        X509_free(cert);
        if (error == GIT_PASSTHROUGH)
            error = is_valid ? 0 : GIT_ECERTIFICATE;
    }
    if (error < 0)
        return error;
    t->connected = 1;
    return 0;
}

static int http_connect_mended(struct http_subtransport *t)
{
    X509 *cert = 0;
    int error, is_valid;

    error = stream_connect(t->ssl);
    if ((!error || error == GIT_ECERTIFICATE) && t->certificate_check_cb != 0) {
        is_valid = error != GIT_ECERTIFICATE;
        if ((error = stream_certificate(&cert, t->ssl)) < 0)
            return error;
        error = t->certificate_check_cb(cert, is_valid, t->host, t->payload);
        X509_free(cert);
        if (error == GIT_PASSTHROUGH)
            error = is_valid ? 0 : GIT_ECERTIFICATE;
    }
    if (error < 0)
        return error;
    t->connected = 1;
    return 0;
}

/* The verdict is overwritten by a retry, and the retry's verdict is what leaves. */
static int connect_twice(struct http_subtransport *t)
{
    int error = stream_connect(t->ssl);

    if (error == -1)
        error = stream_connect(t->ssl);
    if (error < 0)
        return error;
    t->connected = 1;
    return 0;
}

int http_action(struct http_subtransport *t)
{
    int error;

    if ((error = connect_twice(t)) < 0)
        return error;
    if ((error = http_connect_faulty(t)) < 0)
        return error;
    return http_connect_mended(t);
}
