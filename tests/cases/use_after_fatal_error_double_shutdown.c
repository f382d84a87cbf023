/*
 * CVE-2019-1559, OpenSSL 1.0.2 before 1.0.2r: two calls of SSL_shutdown after a fatal error.
 *
 * Facts: an application that meets a fatal protocol error and calls SSL_shutdown twice, once to send a
 * close_notify and once to receive one, let the peer tell a record with wrong padding from one with a
 * wrong MAC, which is a padding oracle. The manual page forbids SSL_shutdown after SSL_ERROR_SSL and
 * SSL_ERROR_SYSCALL; the fault needs both the application's part, shown here, and the library's.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

struct session {
    SSL *ssl;
    unsigned char buf[2048];
    int used;
    int broken;
};

void ERR_clear_error(void);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_shutdown(SSL *ssl);
void SSL_free(SSL *ssl);
void note(const char *text);

static int session_read_faulty(struct session *s)
{
    int n, i;

    ERR_clear_error();
    n = SSL_read(s->ssl, s->buf, sizeof(s->buf));
    if (n > 0) {
        s->used = n;
        return 1;
    }
    switch (SSL_get_error(s->ssl, n)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    case SSL_ERROR_ZERO_RETURN:
        note("closed by the peer");
        break;
    default:
        note("protocol error");
        break;
    }
    for (i = 0; i < 2; i++) {
        if (SSL_shutdown(s->ssl) != 0) // finding: use-after-fatal-error
            break;
    }
    SSL_free(s->ssl);
    s->ssl = 0;
    return -1;
}

static int session_read_mended(struct session *s)
{
    int n;

    ERR_clear_error();
    n = SSL_read(s->ssl, s->buf, sizeof(s->buf));
    if (n > 0) {
        s->used = n;
        return 1;
    }
    switch (SSL_get_error(s->ssl, n)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    case SSL_ERROR_ZERO_RETURN:
        note("closed by the peer");
        SSL_shutdown(s->ssl);
        break;
    default:
        note("protocol error");
        break;
    }
    SSL_free(s->ssl);
    s->ssl = 0;
    return -1;
}

/* The same goodbye for all, but skipped by a flag after a fatal reason. */
static int session_poll(struct session *s)
{
    int n, reason;

    ERR_clear_error();
    n = SSL_read(s->ssl, s->buf, sizeof(s->buf));
    if (n > 0) {
        s->used = n;
        return 1;
    }
    reason = SSL_get_error(s->ssl, n);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return 0;
    s->broken = reason == SSL_ERROR_SSL || reason == SSL_ERROR_SYSCALL;
    if (!s->broken)
        SSL_shutdown(s->ssl);
    SSL_free(s->ssl);
    s->ssl = 0;
    return -1;
}

int serve(struct session *a, struct session *b, struct session *c)
{
    return session_read_faulty(a) >= 0 && session_read_mended(b) >= 0 && session_poll(c) >= 0;
}
