/*
 * fetchmail before it had `_depth0ck` (socket.c, SSLOpen and SSL_verify_callback, the callback that
 * CVE-2009-2666 was about).
 *
 * Facts: the callback lets the handshake go on and only notes a failed check in a variable, which
 * SSLOpen sets to true before the handshake. If the callback is never called (a resumed session, a
 * cipher suite without certificate), the variable still says that all is well. fetchmail has a second
 * variable that says whether the peer's own certificate was looked at at all; a missing look is an
 * error. The finding is the flag's first value.
 */

typedef struct ssl_st SSL;
typedef struct x509_st X509;
typedef struct x509_store_ctx_st X509_STORE_CTX;

#define SSL_VERIFY_PEER 1

SSL *SSLGetContext(int sock);
void SSL_set_verify(SSL *s, int mode, int (*callback)(int ok, X509_STORE_CTX *ctx));
int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
X509 *X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
int X509_STORE_CTX_get_error_depth(const X509_STORE_CTX *ctx);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
void report(const char *format, ...);

static const char *_ssl_server_cname;
static int _verify_ok;
static int _depth0ck;

static int names_peer(X509_STORE_CTX *ctx)
{
    X509 *x509 = X509_STORE_CTX_get_current_cert(ctx);

    return x509 != 0 && X509_check_host(x509, _ssl_server_cname, 0, 0, 0) == 1;
}

static int verify_callback_faulty(int ok_return, X509_STORE_CTX *ctx)
{
    int depth = X509_STORE_CTX_get_error_depth(ctx);

    if (!ok_return) {
        report("Server certificate verification error at depth %d", depth);
        _verify_ok = 0;
    }
    if (depth == 0 && !names_peer(ctx)) {
        report("Server name mismatch");
        _verify_ok = 0;
    }
    return 1;
}

int SSLOpen_faulty(int sock, const char *servercname)
{
    SSL *ssl = SSLGetContext(sock);
    int ret;

    _ssl_server_cname = servercname;
    _verify_ok = 1; // finding: success-after-failure
    SSL_set_verify(ssl, SSL_VERIFY_PEER, verify_callback_faulty);
    if ((ret = SSL_connect(ssl)) < 1) {
        report("SSL connection failed: %d", SSL_get_error(ssl, ret));
        return -1;
    }
    if (!_verify_ok) {
        report("The connection is insecure");
        return -1;
    }
    return 0;
}

static int verify_callback_mended(int ok_return, X509_STORE_CTX *ctx)
{
    int depth = X509_STORE_CTX_get_error_depth(ctx);

    if (!ok_return) {
        report("Server certificate verification error at depth %d", depth);
        _verify_ok = 0;
    }
    if (depth == 0) {
        _depth0ck = 1;
        if (!names_peer(ctx)) {
            report("Server name mismatch");
            _verify_ok = 0;
        }
    }
    return 1;
}

int SSLOpen_mended(int sock, const char *servercname)
{
    SSL *ssl = SSLGetContext(sock);
    int ret;

    _ssl_server_cname = servercname;
    _verify_ok = 1;
    _depth0ck = 0;
    SSL_set_verify(ssl, SSL_VERIFY_PEER, verify_callback_mended);
    if ((ret = SSL_connect(ssl)) < 1) {
        report("SSL connection failed: %d", SSL_get_error(ssl, ret));
        return -1;
    }
    if (!_depth0ck) {
        report("Certificate verification was skipped");
        return -1;
    }
    if (!_verify_ok) {
        report("The connection is insecure");
        return -1;
    }
    return 0;
}

static int _verified;

static int verify_callback_strict(int ok_return, X509_STORE_CTX *ctx)
{
    if (ok_return && X509_STORE_CTX_get_error_depth(ctx) == 0 && names_peer(ctx))
        _verified = 1;
    return ok_return;
}

/* The flag starts as false and is set by a success: a callback that is not called leaves it so. */
int SSLOpen_strict(int sock, const char *servercname)
{
    SSL *ssl = SSLGetContext(sock);
    int ret;

    _ssl_server_cname = servercname;
    _verified = 0;
    SSL_set_verify(ssl, SSL_VERIFY_PEER, verify_callback_strict);
    if ((ret = SSL_connect(ssl)) < 1) {
        report("SSL connection failed: %d", SSL_get_error(ssl, ret));
        return -1;
    }
    return _verified ? 0 : -1;
}
