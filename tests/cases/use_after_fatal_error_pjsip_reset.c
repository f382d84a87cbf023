/*
 * pjsip/pjproject#3576 (May 2023): a socket that is reset after an error (pjlib/src/pj/ssl_sock_ossl.c,
 * the reading and ssl_reset_sock_state).
 *
 * Facts: whatever the reason of a failed SSL_read was, the connection was reset by a function that
 * calls SSL_shutdown, also after SSL_ERROR_SSL and SSL_ERROR_SYSCALL, for which the manual page forbids
 * it. The fix tells the reset to leave it out.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define PJ_SUCCESS 0
#define PJ_EEOF 70016
#define PJ_EPENDING 70002

struct ssock {
    SSL *ssl;
    int established;
    char read_buf[1500];
    int read_size;
};

void ERR_clear_error(void);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_shutdown(SSL *ssl);
void SSL_free(SSL *ssl);
void pj_perror(const char *text, int reason);

int ssock_on_data_faulty(struct ssock *ssock)
{
    int n, err;

    ERR_clear_error();
    n = SSL_read(ssock->ssl, ssock->read_buf, sizeof(ssock->read_buf));
    if (n > 0) {
        ssock->read_size = n;
        return PJ_SUCCESS;
    }
    err = SSL_get_error(ssock->ssl, n);
    if (err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE)
        return PJ_EPENDING;
    if (err != SSL_ERROR_ZERO_RETURN)
        pj_perror("SSL_read()", err);
    if (ssock->established)
        SSL_shutdown(ssock->ssl); // finding: use-after-fatal-error
    SSL_free(ssock->ssl);
    ssock->ssl = 0;
    ssock->established = 0;
    return PJ_EEOF;
}

int ssock_on_data_mended(struct ssock *ssock)
{
    int n, err;

    ERR_clear_error();
    n = SSL_read(ssock->ssl, ssock->read_buf, sizeof(ssock->read_buf));
    if (n > 0) {
        ssock->read_size = n;
        return PJ_SUCCESS;
    }
    err = SSL_get_error(ssock->ssl, n);
    if (err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE)
        return PJ_EPENDING;
    if (err != SSL_ERROR_ZERO_RETURN)
        pj_perror("SSL_read()", err);
    if (ssock->established && err != SSL_ERROR_SSL && err != SSL_ERROR_SYSCALL)
        SSL_shutdown(ssock->ssl);
    SSL_free(ssock->ssl);
    ssock->ssl = 0;
    ssock->established = 0;
    return PJ_EEOF;
}

/* The peer said goodbye, which is no error, and is answered. */
int ssock_drain(struct ssock *ssock)
{
    int n, err = SSL_ERROR_WANT_READ;

    do {
        ERR_clear_error();
        n = SSL_read(ssock->ssl, ssock->read_buf, sizeof(ssock->read_buf));
        if (n <= 0)
            err = SSL_get_error(ssock->ssl, n);
    } while (n > 0);
    if (err == SSL_ERROR_ZERO_RETURN)
        SSL_shutdown(ssock->ssl);
    return err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE ? PJ_EPENDING : PJ_EEOF;
}
