/*
 * curl/curl#18872 (October 2025): closing a connection (lib/vtls/openssl.c, the shutdown).
 *
 * Facts: SSL_get_error wants the result of the call that failed. After SSL_shutdown it got the result
 * of the SSL_read before it, so it could not tell that the goodbye had only to be tried again. The fix
 * passes the result of SSL_shutdown.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6

#define CURL_SSL_IO_NEED_RECV 1
#define CURL_SSL_IO_NEED_SEND 2
#define CURLE_OK 0
#define CURLE_SEND_ERROR 55
#define CURLE_RECV_ERROR 56

struct connection {
    SSL *ssl;
    int io_need;
    int done;
};

void ERR_clear_error(void);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void failf(const char *fmt, ...);

int ossl_shutdown_faulty(struct connection *cf)
{
    char buf[1024];
    int nread = 0, rc, err;

    ERR_clear_error();
    rc = SSL_shutdown(cf->ssl); // finding: unqueried-reason
    if (rc == 1) {
        cf->done = 1;
        return CURLE_OK;
    }
    if (rc < 0) {
        err = SSL_get_error(cf->ssl, nread);
        switch (err) {
        case SSL_ERROR_WANT_READ:
            cf->io_need = CURL_SSL_IO_NEED_RECV;
            return CURLE_OK;
        case SSL_ERROR_WANT_WRITE:
            cf->io_need = CURL_SSL_IO_NEED_SEND;
            return CURLE_OK;
        default:
            failf("SSL shutdown failed");
            return CURLE_SEND_ERROR;
        }
    }
    ERR_clear_error();
    nread = SSL_read(cf->ssl, buf, sizeof(buf));
    if (nread > 0)
        return CURLE_OK;
    err = SSL_get_error(cf->ssl, nread);
    if (err == SSL_ERROR_ZERO_RETURN)
        cf->done = 1;
    else if (err == SSL_ERROR_WANT_READ)
        cf->io_need = CURL_SSL_IO_NEED_RECV;
    else if (err == SSL_ERROR_WANT_WRITE)
        cf->io_need = CURL_SSL_IO_NEED_SEND;
    else
        return CURLE_RECV_ERROR;
    return CURLE_OK;
}

int ossl_shutdown_mended(struct connection *cf)
{
    char buf[1024];
    int nread, rc, err;

    ERR_clear_error();
    rc = SSL_shutdown(cf->ssl);
    if (rc == 1) {
        cf->done = 1;
        return CURLE_OK;
    }
    if (rc < 0) {
        err = SSL_get_error(cf->ssl, rc);
        switch (err) {
        case SSL_ERROR_WANT_READ:
            cf->io_need = CURL_SSL_IO_NEED_RECV;
            return CURLE_OK;
        case SSL_ERROR_WANT_WRITE:
            cf->io_need = CURL_SSL_IO_NEED_SEND;
            return CURLE_OK;
        default:
            failf("SSL shutdown failed");
            return CURLE_SEND_ERROR;
        }
    }
    ERR_clear_error();
    nread = SSL_read(cf->ssl, buf, sizeof(buf));
    if (nread > 0)
        return CURLE_OK;
    err = SSL_get_error(cf->ssl, nread);
    if (err == SSL_ERROR_ZERO_RETURN)
        cf->done = 1;
    else if (err == SSL_ERROR_WANT_READ)
        cf->io_need = CURL_SSL_IO_NEED_RECV;
    else if (err == SSL_ERROR_WANT_WRITE)
        cf->io_need = CURL_SSL_IO_NEED_SEND;
    else
        return CURLE_RECV_ERROR;
    return CURLE_OK;
}

/* The result goes through another variable; it is the same one that is asked about. */
int ossl_recv(struct connection *cf, char *buf, int len)
{
    int nread, result;

    ERR_clear_error();
    nread = SSL_read(cf->ssl, buf, len);
    result = nread;
    if (nread > 0)
        return nread;
    switch (SSL_get_error(cf->ssl, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    default:
        return -1;
    }
}
