/*
 * dillo-browser/dillo#79 and #80 (February 2024): pages that ended early (src/IO/tls_openssl.c,
 * Tls_read and Tls_write).
 *
 * Facts: the read's result and errno alone decided what had happened. SSL_read does not say by them
 * whether to try again, so a partial record became an error or an end of file. The fix asks
 * SSL_get_error and translates the reason.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define EAGAIN 11
#define EPROTO 71

struct connection {
    SSL *ssl;
    int fd;
    int error;
};

void ERR_clear_error(void);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
struct connection *tls_connection(int fd);
int *error_number(void);

int tls_read_faulty(int fd, void *buf, int len)
{
    struct connection *conn = tls_connection(fd);
    int ret;

    if (conn == 0)
        return -1;
    ret = SSL_read(conn->ssl, buf, len); // finding: unqueried-reason
    if (ret <= 0) {
        conn->error = *error_number();
        return ret < 0 ? -1 : 0;
    }
    return ret;
}

static int handle_error(struct connection *conn, int ret)
{
    switch (SSL_get_error(conn->ssl, ret)) {
    case SSL_ERROR_NONE:
        return ret;
    case SSL_ERROR_ZERO_RETURN:
        return 0;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        conn->error = EAGAIN;
        return -1;
    case SSL_ERROR_SYSCALL:
        conn->error = *error_number();
        return -1;
    case SSL_ERROR_SSL:
    default:
        conn->error = EPROTO;
        return -1;
    }
}

int tls_read_mended(int fd, void *buf, int len)
{
    struct connection *conn = tls_connection(fd);
    int ret;

    if (conn == 0)
        return -1;
    ERR_clear_error();
    ret = SSL_read(conn->ssl, buf, len);
    if (ret <= 0)
        return handle_error(conn, ret);
    return ret;
}

int tls_write_faulty(int fd, const void *buf, int len)
{
    struct connection *conn = tls_connection(fd);
    int ret;

    if (conn == 0)
        return -1;
    ret = SSL_write(conn->ssl, buf, len); // finding: unqueried-reason
    if (ret <= 0) {
        conn->error = *error_number();
        return -1;
    }
    return ret;
}

int tls_write_mended(int fd, const void *buf, int len)
{
    struct connection *conn = tls_connection(fd);
    int ret;

    if (conn == 0)
        return -1;
    ERR_clear_error();
    ret = SSL_write(conn->ssl, buf, len);
    if (ret <= 0)
        return handle_error(conn, ret);
    return ret;
}

/* No test of the result at all, but the helper that asks for the reason gets it in every case. */
int tls_peek_size(int fd, void *buf, int len)
{
    struct connection *conn = tls_connection(fd);

    if (conn == 0)
        return -1;
    ERR_clear_error();
    return handle_error(conn, SSL_read(conn->ssl, buf, len));
}
