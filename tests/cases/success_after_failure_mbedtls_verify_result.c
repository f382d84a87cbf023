/*
 * Mbed-TLS/mbedtls#10373, mended by #10442 (August to October 2025): a verdict that starts as success
 * (library/ssl_tls.c, mbedtls_ssl_session_init and mbedtls_ssl_get_verify_result).
 *
 * Facts: the session is cleared, and 0 in its verify_result means that the certificate was found good.
 * An application that asks before a handshake, or after one that ended too early, is told so. The fix
 * sets a value of its own that means failure, and only the verification replaces it. Here the getter's
 * user is the handshake's own wrapper, as applications write it, which asks however the handshake ended.
 */

struct ssl_session {
    unsigned int verify_result;
    const unsigned char *peer_cert;
};

struct ssl_context {
    struct ssl_session session;
    int state;
};

#define BADCERT_EXPIRED 0x01u
#define BADCERT_NOT_TRUSTED 0x08u
#define VERIFY_RESULT_NOT_AVAILABLE 0xFFFFFFFFu
#define ERR_SSL_INTERNAL_ERROR (-0x6C00)

int ssl_handshake(struct ssl_context *ssl);
int x509_crt_verify(const unsigned char *cert, unsigned int *flags);
int ssl_parse_certificate(struct ssl_context *ssl);
void debug(const char *text, int value);

int verify_peer(struct ssl_context *ssl)
{
    unsigned int flags = VERIFY_RESULT_NOT_AVAILABLE;
    int ret = x509_crt_verify(ssl->session.peer_cert, &flags);

    ssl->session.verify_result = flags;
    return ret;
}

int connect_faulty(struct ssl_context *ssl)
{
    int ret;

    ssl->session.verify_result = 0; // finding: success-after-failure
    ssl->session.peer_cert = 0;
    ret = ssl_parse_certificate(ssl);
    if (ret == 0)
        ret = verify_peer(ssl);
    if (ret != 0)
        debug("handshake ended", ret);
    if (ssl->session.verify_result != 0)
        return -1;
    return 0;
}

int connect_mended(struct ssl_context *ssl)
{
    int ret;

    ssl->session.verify_result = VERIFY_RESULT_NOT_AVAILABLE;
    ssl->session.peer_cert = 0;
    ret = ssl_parse_certificate(ssl);
    if (ret == 0)
        ret = verify_peer(ssl);
    if (ret != 0)
        debug("handshake ended", ret);
    if (ssl->session.verify_result != 0)
        return -1;
    return 0;
}

/* It starts as 0 here as well, but the handshake's own result comes first. */
int connect_by_result(struct ssl_context *ssl)
{
    int ret;

    ssl->session.verify_result = 0;
    ssl->session.peer_cert = 0;
    ret = ssl_parse_certificate(ssl);
    if (ret == 0)
        ret = verify_peer(ssl);
    if (ret != 0)
        return ret;
    return ssl->session.verify_result != 0 ? ERR_SSL_INTERNAL_ERROR : 0;
}

/* A set of flags that starts as 0 and only grows is no verdict before it is complete. */
int collect_flags(struct ssl_context *ssl, int expired, unsigned int *flags)
{
    int ret;

    *flags = 0;
    if (expired)
        *flags |= BADCERT_EXPIRED;
    ret = ssl_handshake(ssl);
    if (ret != 0) {
        *flags |= BADCERT_NOT_TRUSTED;
        return ret;
    }
    return 0;
}
