/*
 * h2o/h2o#1448 (October 2017): connections that died of other connections' errors (lib/common/socket.c,
 * decode_ssl_input).
 *
 * Facts: SSL_get_error looks at the thread's error queue first. What a refused handshake of one
 * client left there turned the WANT_READ of another client's SSL_read into a failure, and its
 * connection was closed. The fix clears the queue before each operation whose reason is asked.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

struct h2o_socket {
    SSL *ssl;
    unsigned char input[4096];
    int size;
    const char *failure;
};

void ERR_clear_error(void);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_accept(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);

static int is_retry(int reason)
{
    return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
}

static const char *decode_ssl_input_faulty(struct h2o_socket *sock)
{
    while (sock->size < (int)sizeof(sock->input)) {
        int rlen = SSL_read(sock->ssl, sock->input + sock->size, // finding: dirty-error-queue
                            (int)sizeof(sock->input) - sock->size);
        if (rlen <= 0) {
            if (!is_retry(SSL_get_error(sock->ssl, rlen)))
                return "ssl decode error";
            break;
        }
        sock->size += rlen;
    }
    return 0;
}

static const char *decode_ssl_input_mended(struct h2o_socket *sock)
{
    while (sock->size < (int)sizeof(sock->input)) {
        int rlen;

        ERR_clear_error();
        rlen = SSL_read(sock->ssl, sock->input + sock->size, (int)sizeof(sock->input) - sock->size);
        if (rlen <= 0) {
            if (!is_retry(SSL_get_error(sock->ssl, rlen)))
                return "ssl decode error";
            break;
        }
        sock->size += rlen;
    }
    return 0;
}

/* A handshake clears the queue by itself. */
static const char *proceed_handshake(struct h2o_socket *sock)
{
    int ret = SSL_accept(sock->ssl);

    if (ret == 1)
        return 0;
    if (is_retry(SSL_get_error(sock->ssl, ret)))
        return 0;
    return "ssl handshake failure";
}

/* A loop stands between the clearing and the operation, but no call of the library. */
static const char *flush_output(struct h2o_socket *sock, const char *data, int len)
{
    const char *start = data;
    int ret;

    ERR_clear_error();
    while (len > 0 && *start == 0)
        start++, len--;
    ret = SSL_write(sock->ssl, start, len);
    if (ret > 0)
        return ret == len ? 0 : "ssl short write";
    return is_retry(SSL_get_error(sock->ssl, ret)) ? 0 : "ssl encode error";
}

void on_read(struct h2o_socket *sock)
{
    sock->failure = proceed_handshake(sock);
    if (sock->failure == 0)
        sock->failure = decode_ssl_input_faulty(sock);
    if (sock->failure == 0)
        sock->failure = decode_ssl_input_mended(sock);
    if (sock->failure == 0)
        sock->failure = flush_output(sock, "ok", 2);
}
