/*
 * corecode/dma#59 (September 2018): TLS to a mail server (crypto.c, smtp_init_crypto), and
 * apache/trafficserver#4294 with SSL_write in a tool.
 *
 * Facts: the functions fail with 0 as well as with negative results. The tests for negative ones let a
 * handshake that the peer had ended in an orderly way, or a write that did not happen, pass as a
 * success. The fixes compare with 1, or with "not positive".
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;

SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_connect(SSL *ssl);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);
X509 *SSL_get_peer_certificate(const SSL *ssl);
void X509_free(X509 *a);
long write(int fd, const void *buf, unsigned long count);
void syslog(int priority, const char *format, ...);

SSL *smtp_init_crypto_faulty(SSL_CTX *ctx, int fd)
{
    SSL *ssl = SSL_new(ctx);
    X509 *cert;
    int error;

    if (ssl == 0)
        return 0;
    if (SSL_set_fd(ssl, fd) == 0)
        goto fail;
    error = SSL_connect(ssl); // finding: wrong-error-check
    if (error < 0) {
        syslog(3, "remote delivery deferred: SSL handshake failed fatally: %d",
               SSL_get_error(ssl, error));
        goto fail;
    }
    cert = SSL_get_peer_certificate(ssl);
    if (cert == 0) {
        syslog(3, "remote delivery deferred: Peer did not provide certificate");
        goto fail;
    }
    X509_free(cert);
    return ssl;

fail:
    SSL_free(ssl);
    return 0;
}

SSL *smtp_init_crypto_mended(SSL_CTX *ctx, int fd)
{
    SSL *ssl = SSL_new(ctx);
    X509 *cert;
    int error;

    if (ssl == 0)
        return 0;
    if (SSL_set_fd(ssl, fd) == 0)
        goto fail;
    error = SSL_connect(ssl);
    if (error != 1) {
        syslog(3, "remote delivery deferred: SSL handshake failed fatally: %d",
               SSL_get_error(ssl, error));
        goto fail;
    }
    cert = SSL_get_peer_certificate(ssl);
    if (cert == 0) {
        syslog(3, "remote delivery deferred: Peer did not provide certificate");
        goto fail;
    }
    X509_free(cert);
    return ssl;

fail:
    SSL_free(ssl);
    return 0;
}

int send_line_faulty(SSL *ssl, const char *line, int len)
{
    int sent;

    ERR_clear_error();
    sent = SSL_write(ssl, line, len); // finding: wrong-error-check
    if (sent < 0) {
        syslog(3, "write error: %d", SSL_get_error(ssl, sent));
        return -1;
    }
    return 0;
}

int send_line_mended(SSL *ssl, const char *line, int len)
{
    int sent;

    ERR_clear_error();
    sent = SSL_write(ssl, line, len);
    if (sent <= 0) {
        syslog(3, "write error: %d", SSL_get_error(ssl, sent));
        return -1;
    }
    return 0;
}

/* For write(2) only negative results are errors, so the same text is right here. */
int send_plain(int fd, const char *line, unsigned long len)
{
    long sent = write(fd, line, len);

    if (sent < 0) {
        syslog(3, "write error");
        return -1;
    }
    return (unsigned long)sent == len ? 0 : 1;
}
