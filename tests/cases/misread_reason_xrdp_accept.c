/*
 * neutrinolabs/xrdp#249 (June 2015): TLS on FreeBSD (common/ssl_calls.c, ssl_tls_accept).
 *
 * Facts: with a socket that does not block, SSL_accept ended with SSL_ERROR_WANT_READ, which was
 * logged and treated like every other failure: the client was refused. The fix tries again. The same
 * happened in SIPp/sipp#243 with SSL_read.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

struct ssl_tls {
    SSL *ssl;
    int sck;
};

int SSL_accept(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
int can_recv(int sck, int millis);
void writeln(const char *text);

int ssl_tls_accept_faulty(struct ssl_tls *self)
{
    int status = SSL_accept(self->ssl);

    if (status <= 0) {
        switch (SSL_get_error(self->ssl, status)) { // finding: misread-reason
        case SSL_ERROR_ZERO_RETURN:
            writeln("ssl_tls_accept: server closed TLS connection");
            return 1;
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            writeln("ssl_tls_accept: SSL_ERROR_WANT");
            return 1;
        case SSL_ERROR_SYSCALL:
            writeln("ssl_tls_accept: I/O error");
            return 1;
        default:
            writeln("ssl_tls_accept: failure in SSL library");
            return 1;
        }
    }
    writeln("ssl_tls_accept: TLS connection accepted");
    return 0;
}

int ssl_tls_accept_mended(struct ssl_tls *self)
{
    int status;

    while ((status = SSL_accept(self->ssl)) <= 0) {
        switch (SSL_get_error(self->ssl, status)) {
        case SSL_ERROR_ZERO_RETURN:
            writeln("ssl_tls_accept: server closed TLS connection");
            return 1;
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            if (!can_recv(self->sck, 100))
                writeln("ssl_tls_accept: still waiting");
            break;
        case SSL_ERROR_SYSCALL:
            writeln("ssl_tls_accept: I/O error");
            return 1;
        default:
            writeln("ssl_tls_accept: failure in SSL library");
            return 1;
        }
    }
    writeln("ssl_tls_accept: TLS connection accepted");
    return 0;
}

/* The caller is told to come again by a value of its own. */
int ssl_tls_accept_step(struct ssl_tls *self)
{
    int status = SSL_accept(self->ssl);
    int reason;

    if (status == 1)
        return 0;
    reason = SSL_get_error(self->ssl, status);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return 2;
    writeln("ssl_tls_accept: failure");
    return 1;
}
