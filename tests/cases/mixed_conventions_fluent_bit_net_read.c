/*
 * fluent/fluent-bit#4100 (September 2021): a failed read of one byte (src/tls/openssl.c,
 * tls_net_read).
 *
 * Facts: the function answers with a number of bytes, or a negative value. For a failure it returned
 * what SSL_get_error had said, and those codes are positive: SSL_ERROR_SSL, which is 1, was taken for
 * one byte read. The fix returns -1.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define FLB_TLS_WANT_READ (-0x7e4)
#define FLB_TLS_WANT_WRITE (-0x7e6)

struct tls_session {
    SSL *ssl;
    int fd;
};

void ERR_clear_error(void);
unsigned long ERR_get_error(void);
void ERR_error_string_n(unsigned long e, char *buf, unsigned long len);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void flb_error(const char *fmt, ...);
void append(struct tls_session *session, const char *data, int len);

static int tls_net_read_faulty(struct tls_session *session, char *buf, int len)
{
    char err_buf[256];
    int ret;

    ERR_clear_error();
    ret = SSL_read(session->ssl, buf, len);
    if (ret <= 0) {
        ret = SSL_get_error(session->ssl, ret); // finding: mixed-conventions
        if (ret == SSL_ERROR_WANT_READ) {
            ret = FLB_TLS_WANT_READ;
        } else if (ret == SSL_ERROR_WANT_WRITE) {
            ret = FLB_TLS_WANT_WRITE;
        } else {
            ERR_error_string_n(ERR_get_error(), err_buf, sizeof(err_buf) - 1);
            flb_error("[tls] error: %s", err_buf);
        }
    }
    return ret;
}

static int tls_net_read_mended(struct tls_session *session, char *buf, int len)
{
    char err_buf[256];
    int ret;

    ERR_clear_error();
    ret = SSL_read(session->ssl, buf, len);
    if (ret <= 0) {
        ret = SSL_get_error(session->ssl, ret);
        if (ret == SSL_ERROR_WANT_READ) {
            ret = FLB_TLS_WANT_READ;
        } else if (ret == SSL_ERROR_WANT_WRITE) {
            ret = FLB_TLS_WANT_WRITE;
        } else {
            ERR_error_string_n(ERR_get_error(), err_buf, sizeof(err_buf) - 1);
            flb_error("[tls] error: %s", err_buf);
            ret = -1;
        }
    }
    return ret;
}

int drain(struct tls_session *session)
{
    char buf[1024];
    int ret, total = 0;

    while ((ret = tls_net_read_faulty(session, buf, sizeof(buf))) > 0) {
        append(session, buf, ret);
        total += ret;
    }
    while ((ret = tls_net_read_mended(session, buf, sizeof(buf))) > 0) {
        append(session, buf, ret);
        total += ret;
    }
    return ret == FLB_TLS_WANT_READ || ret == FLB_TLS_WANT_WRITE ? total : -1;
}

/* A function whose whole answer is the library's reason: 0 is the one that means success. */
int tls_reason(struct tls_session *session, char *buf, int len)
{
    int ret;

    ERR_clear_error();
    ret = SSL_read(session->ssl, buf, len);
    return ret > 0 ? 0 : SSL_get_error(session->ssl, ret);
}
