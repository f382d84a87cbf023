/*
 * irssi/irssi#439 (March 2016): errors of a script's connections that dropped IRC servers
 * (src/core/network-openssl.c, irssi_ssl_read and irssi_ssl_write).
 *
 * Facts: another module of the same thread made TLS connections of its own and left their errors in
 * the queue; after the next SSL_read of the client SSL_get_error reported them, and the server was
 * dropped. The fix clears the queue before each read, write and handshake.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

enum io_status { IO_STATUS_ERROR, IO_STATUS_NORMAL, IO_STATUS_EOF, IO_STATUS_AGAIN };

struct channel {
    SSL *ssl;
    int fd;
};

void ERR_clear_error(void);
unsigned long ERR_get_error(void);
const char *ERR_reason_error_string(unsigned long e);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void warning(const char *format, ...);

static enum io_status failure(struct channel *chan, int ret)
{
    switch (SSL_get_error(chan->ssl, ret)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return IO_STATUS_AGAIN;
    case SSL_ERROR_ZERO_RETURN:
        return IO_STATUS_EOF;
    case SSL_ERROR_SYSCALL:
    case SSL_ERROR_SSL:
    default:
        warning("SSL error: %s", ERR_reason_error_string(ERR_get_error()));
        return IO_STATUS_ERROR;
    }
}

static enum io_status ssl_read_faulty(struct channel *chan, char *buf, int len, int *got)
{
    int ret = SSL_read(chan->ssl, buf, len); // finding: dirty-error-queue

    if (ret <= 0) {
        *got = 0;
        return failure(chan, ret);
    }
    *got = ret;
    return IO_STATUS_NORMAL;
}

static enum io_status ssl_read_mended(struct channel *chan, char *buf, int len, int *got)
{
    int ret;

    ERR_clear_error();
    ret = SSL_read(chan->ssl, buf, len);
    if (ret <= 0) {
        *got = 0;
        return failure(chan, ret);
    }
    *got = ret;
    return IO_STATUS_NORMAL;
}

static enum io_status ssl_write_faulty(struct channel *chan, const char *buf, int len, int *put)
{
    int ret = SSL_write(chan->ssl, buf, len); // finding: dirty-error-queue

    if (ret <= 0) {
        *put = 0;
        return failure(chan, ret);
    }
    *put = ret;
    return IO_STATUS_NORMAL;
}

/* The queue is drained by the program's own loop, which the library's pages permit as well. */
static enum io_status ssl_write_mended(struct channel *chan, const char *buf, int len, int *put)
{
    int ret;

    while (ERR_get_error() != 0)
        ;
    ret = SSL_write(chan->ssl, buf, len);
    if (ret <= 0) {
        *put = 0;
        return failure(chan, ret);
    }
    *put = ret;
    return IO_STATUS_NORMAL;
}

enum io_status relay(struct channel *from, struct channel *to)
{
    char buf[512];
    int len = 0, put = 0;
    enum io_status status = ssl_read_faulty(from, buf, sizeof(buf), &len);

    if (status == IO_STATUS_NORMAL)
        status = ssl_write_faulty(to, buf, len, &put);
    if (status == IO_STATUS_NORMAL)
        status = ssl_read_mended(from, buf, sizeof(buf), &len);
    if (status == IO_STATUS_NORMAL)
        status = ssl_write_mended(to, buf, len, &put);
    return status;
}
