/*
 * duosecurity/duo_unix#391 (July 2026): a server without a certificate (lib/https.c,
 * _SSL_check_server_cert).
 *
 * Facts: "verification is switched off" and "there is no certificate" were one condition, and its
 * branch returned success: with an anonymous cipher suite the server needed no certificate, although
 * verification was switched on. The fix takes the two apart.
 */

typedef struct ssl_st SSL;
typedef struct x509_st X509;

#define SSL_VERIFY_NONE 0
#define X509_V_OK 0

int SSL_get_verify_mode(const SSL *ssl);
long SSL_get_verify_result(const SSL *ssl);
X509 *SSL_get_peer_certificate(const SSL *ssl);
void X509_free(X509 *a);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
void set_error(const char *text);

int check_server_cert_faulty(SSL *ssl, const char *hostname)
{
    X509 *cert;
    int match;

    cert = SSL_get_peer_certificate(ssl); // finding: success-after-failure
    if (cert == 0 || SSL_get_verify_mode(ssl) == SSL_VERIFY_NONE) {
        X509_free(cert);
        return 1;
    }
    if (SSL_get_verify_result(ssl) != X509_V_OK) {
        set_error("certificate is not valid");
        X509_free(cert);
        return 0;
    }
    match = X509_check_host(cert, hostname, 0, 0, 0);
    X509_free(cert);
    if (match != 1) {
        set_error("certificate is for another host");
        return 0;
    }
    return 1;
}

int check_server_cert_mended(SSL *ssl, const char *hostname)
{
    X509 *cert;
    int match;

    if (SSL_get_verify_mode(ssl) == SSL_VERIFY_NONE)
        return 1;
    cert = SSL_get_peer_certificate(ssl);
    if (cert == 0) {
        set_error("server sent no certificate");
        return 0;
    }
    if (SSL_get_verify_result(ssl) != X509_V_OK) {
        set_error("certificate is not valid");
        X509_free(cert);
        return 0;
    }
    match = X509_check_host(cert, hostname, 0, 0, 0);
    X509_free(cert);
    if (match != 1) {
        set_error("certificate is for another host");
        return 0;
    }
    return 1;
}

/* Without a certificate there is no name to show, which is no failure of what shows it. */
int has_certificate(SSL *ssl)
{
    X509 *cert = SSL_get_peer_certificate(ssl);

    if (cert == 0)
        return 0;
    X509_free(cert);
    return 1;
}
