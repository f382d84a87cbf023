/*
 * CVE-2017-3737, OpenSSL 1.0.2b to 1.0.2m: data written after a failed handshake.
 *
 * Facts: an application that goes on to SSL_read or SSL_write after a fatal error of the handshake had
 * its data sent without encryption, as the library's "error state" did not hold for an explicit
 * SSL_do_handshake. The advisory names the application's part: the failure was not heeded. This is
 * that part: the fatal reason is logged, and the object is used all the same.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5

void ERR_clear_error(void);
int SSL_do_handshake(SSL *ssl);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void SSL_free(SSL *ssl);
int wait_for(SSL *ssl, int reason);
void note(const char *text, int reason);

static int is_retry(int reason)
{
    return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
}

int greet_faulty(SSL *ssl, const char *hello, int len)
{
    int ret, reason, result = 0;

    while ((ret = SSL_do_handshake(ssl)) != 1) {
        reason = SSL_get_error(ssl, ret);
        if (is_retry(reason)) {
            if (!wait_for(ssl, reason))
                return -1;
            continue;
        }
        note("handshake failed", reason);
        result = -1;
        break;
    }
    ERR_clear_error();
    ret = SSL_write(ssl, hello, len); // finding: use-after-fatal-error
    if (ret <= 0) {
        note("greeting failed", SSL_get_error(ssl, ret));
        return -1;
    }
    return result;
}

int greet_mended(SSL *ssl, const char *hello, int len)
{
    int ret, reason;

    while ((ret = SSL_do_handshake(ssl)) != 1) {
        reason = SSL_get_error(ssl, ret);
        if (is_retry(reason)) {
            if (!wait_for(ssl, reason))
                return -1;
            continue;
        }
        note("handshake failed", reason);
        return -1;
    }
    ERR_clear_error();
    ret = SSL_write(ssl, hello, len);
    if (ret <= 0) {
        note("greeting failed", SSL_get_error(ssl, ret));
        return -1;
    }
    return 0;
}

/* After the break the object is only freed, which a fatal error permits. */
int greet_once(SSL *ssl, const char *hello, int len)
{
    int ret, reason, done = 0;

    for (;;) {
        ERR_clear_error();
        ret = SSL_write(ssl, hello, len);
        if (ret > 0) {
            done = 1;
            break;
        }
        reason = SSL_get_error(ssl, ret);
        if (!is_retry(reason) || !wait_for(ssl, reason)) {
            note("greeting failed", reason);
            break;
        }
    }
    SSL_free(ssl);
    return done ? 0 : -1;
}
