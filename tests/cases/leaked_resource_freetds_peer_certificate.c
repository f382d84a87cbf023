/*
 * FreeTDS/freetds#197 (March 2018) and libgit2/libgit2#4430: one certificate leaked by each
 * connection (FreeTDS: src/tds/tls.c, tds_ssl_init).
 *
 * Facts: SSL_get_peer_certificate gives a reference of one's own, which was never released after the
 * host name had been compared; in libgit2 it was released on no path either, and the cleanup label
 * came with the fix. Beside it stands SSL_get_peer_cert_chain, which lends and needs no release.
 */

typedef struct ssl_st SSL;
typedef struct x509_st X509;
typedef struct stack_st_X509 X509_STACK;

#define X509_V_OK 0
#define TDSETLS 20120

SSL *connection_ssl(void *tds);
int SSL_is_init_finished(const SSL *s);
long SSL_get_verify_result(const SSL *ssl);
X509 *SSL_get_peer_certificate(const SSL *ssl);
X509_STACK *SSL_get_peer_cert_chain(const SSL *ssl);
void X509_free(X509 *a);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
int sk_X509_num(const X509_STACK *sk);
void tdsdump_log(const char *fmt, ...);

static int check_hostname(X509 *cert, const char *hostname)
{
    return X509_check_host(cert, hostname, 0, 0, 0) == 1;
}

int tds_ssl_init_faulty(void *tds, const char *hostname, int check)
{
    SSL *con = connection_ssl(tds);
    X509 *cert;
    int ret = TDSETLS;

    if (!SSL_is_init_finished(con)) {
        tdsdump_log("handshake not finished");
        goto cleanup;
    }
    if (check) {
        if (SSL_get_verify_result(con) != X509_V_OK)
            goto cleanup;
        cert = SSL_get_peer_certificate(con); // finding: leaked-resource
        if (cert == 0 || !check_hostname(cert, hostname)) {
            tdsdump_log("host name does not match the certificate");
            goto cleanup;
        }
    }
    ret = 0;

cleanup:
    return ret;
}

int tds_ssl_init_mended(void *tds, const char *hostname, int check)
{
    SSL *con = connection_ssl(tds);
    X509 *cert = 0;
    int ret = TDSETLS;

    if (!SSL_is_init_finished(con)) {
        tdsdump_log("handshake not finished");
        goto cleanup;
    }
    if (check) {
        if (SSL_get_verify_result(con) != X509_V_OK)
            goto cleanup;
        cert = SSL_get_peer_certificate(con);
        if (cert == 0 || !check_hostname(cert, hostname)) {
            tdsdump_log("host name does not match the certificate");
            goto cleanup;
        }
    }
    ret = 0;

cleanup:
    X509_free(cert);
    return ret;
}

/* Lent by the session: to release it would be the error. */
int chain_length(void *tds)
{
    X509_STACK *chain = SSL_get_peer_cert_chain(connection_ssl(tds));

    return chain == 0 ? 0 : sk_X509_num(chain);
}

/* Handed on to the caller, who releases it. */
X509 *peer_of(void *tds)
{
    X509 *cert = SSL_get_peer_certificate(connection_ssl(tds));

    if (cert == 0)
        tdsdump_log("the server sent no certificate");
    return cert;
}
