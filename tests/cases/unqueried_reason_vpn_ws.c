/*
 * unbit/vpn-ws#28 (April 2023): the handshake and the sending of a VPN over web sockets (src/ssl.c,
 * vpn_ws_ssl_handshake and vpn_ws_ssl_write).
 *
 * Facts: the reason was asked only if the error queue held something. WANT_READ and WANT_WRITE leave
 * the queue empty, so that the branches for them could not be reached and each retry became a broken
 * connection. The fix asks SSL_get_error in every case.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

struct peer {
    int fd;
};

SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_connect(SSL *ssl);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
unsigned long ERR_peek_error(void);
void ERR_clear_error(void);
int wait_read(int fd);
int wait_write(int fd);

SSL *handshake_faulty(struct peer *peer, SSL_CTX *ssl_ctx)
{
    SSL *ssl = SSL_new(ssl_ctx);
    int err = 0;

    if (!ssl)
        return 0;
    if (SSL_set_fd(ssl, peer->fd) != 1)
        goto error;
    for (;;) {
        int ret;

        ERR_clear_error();
        ret = SSL_connect(ssl); // finding: unqueried-reason
        if (ret > 0)
            break;
        if (ERR_peek_error())
            err = SSL_get_error(ssl, ret);
        if (err == SSL_ERROR_WANT_READ) {
            if (wait_read(peer->fd))
                goto error;
            continue;
        }
        if (err == SSL_ERROR_WANT_WRITE) {
            if (wait_write(peer->fd))
                goto error;
            continue;
        }
        goto error;
    }
    return ssl;

error:
    ERR_clear_error();
    SSL_free(ssl);
    return 0;
}

SSL *handshake_mended(struct peer *peer, SSL_CTX *ssl_ctx)
{
    SSL *ssl = SSL_new(ssl_ctx);

    if (!ssl)
        return 0;
    if (SSL_set_fd(ssl, peer->fd) != 1)
        goto error;
    for (;;) {
        int ret, err;

        ERR_clear_error();
        ret = SSL_connect(ssl);
        if (ret > 0)
            break;
        err = SSL_get_error(ssl, ret);
        if (err == SSL_ERROR_WANT_READ) {
            if (wait_read(peer->fd))
                goto error;
            continue;
        }
        if (err == SSL_ERROR_WANT_WRITE) {
            if (wait_write(peer->fd))
                goto error;
            continue;
        }
        goto error;
    }
    return ssl;

error:
    ERR_clear_error();
    SSL_free(ssl);
    return 0;
}

int write_faulty(SSL *ssl, struct peer *peer, const unsigned char *buf, int len)
{
    for (;;) {
        int err = 0, ret;

        ERR_clear_error();
        ret = SSL_write(ssl, buf, len); // finding: unqueried-reason
        if (ret > 0)
            break;
        if (ERR_peek_error())
            err = SSL_get_error(ssl, ret);
        if (err == SSL_ERROR_WANT_READ && !wait_read(peer->fd))
            continue;
        if (err == SSL_ERROR_WANT_WRITE && !wait_write(peer->fd))
            continue;
        return -1;
    }
    return 0;
}

int write_mended(SSL *ssl, struct peer *peer, const unsigned char *buf, int len)
{
    for (;;) {
        int err, ret;

        ERR_clear_error();
        ret = SSL_write(ssl, buf, len);
        if (ret > 0)
            break;
        err = SSL_get_error(ssl, ret);
        if (err == SSL_ERROR_WANT_READ && !wait_read(peer->fd))
            continue;
        if (err == SSL_ERROR_WANT_WRITE && !wait_write(peer->fd))
            continue;
        return -1;
    }
    return 0;
}

/* The queue is looked at for a text, after the reason has been asked. */
int write_told(SSL *ssl, const unsigned char *buf, int len, unsigned long *code)
{
    int err, ret;

    ERR_clear_error();
    ret = SSL_write(ssl, buf, len);
    if (ret > 0)
        return ret;
    err = SSL_get_error(ssl, ret);
    *code = ERR_peek_error();
    return err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE ? 0 : -1;
}
