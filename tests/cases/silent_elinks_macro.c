/*
 * rkd77/elinks#158 (April 2022) asked whether this is right, and it is: macros that ask for the reason
 * of a call in whose place they stand, as the call is evaluated first. The rest is in the style of the
 * same program, OpenSSL 1.1.1: one macro for each library that can do TLS.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

int SSL_connect(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);

struct socket {
    SSL *ssl;
    int fd, state;
};

#define ssl_do_connect(socket) SSL_get_error((socket)->ssl, SSL_connect((socket)->ssl))
#define ssl_do_write(socket, data, len)                                                            \
    (ERR_clear_error(), SSL_write((socket)->ssl, data, len))
#define ssl_do_read(socket, data, len) (ERR_clear_error(), SSL_read((socket)->ssl, data, len))

void done(struct socket *socket, int state);
void wait_for(struct socket *socket, int reason);

void ssl_connect(struct socket *socket)
{
    switch (ssl_do_connect(socket)) {
    case SSL_ERROR_NONE:
        done(socket, 0);
        break;
    case SSL_ERROR_WANT_READ:
        wait_for(socket, SSL_ERROR_WANT_READ);
        break;
    case SSL_ERROR_WANT_WRITE:
        wait_for(socket, SSL_ERROR_WANT_WRITE);
        break;
    default:
        done(socket, -1);
    }
}

int ssl_write(struct socket *socket, const char *data, int len)
{
    int wr = ssl_do_write(socket, data, len);

    if (wr <= 0) {
        int err = SSL_get_error(socket->ssl, wr);
        if (err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE)
            return 0;
        done(socket, -1);
        return -1;
    }
    return wr;
}

int ssl_read(struct socket *socket, char *data, int len)
{
    int rd = ssl_do_read(socket, data, len);

    if (rd > 0)
        return rd;
    switch (SSL_get_error(socket->ssl, rd)) {
    case SSL_ERROR_ZERO_RETURN:
        done(socket, 1);
        return -1;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    default:
        done(socket, -1);
        return -1;
    }
}
