/*
 * wolfSSL/wolfssl#1759 (August 2018): the verdict of the user's callback (src/internal.c,
 * DoVerifyCallback).
 *
 * Facts: the callback may turn an error into success, and did so by `ret = 0`. When it said no to a
 * certificate in which the library had found nothing wrong, `ret` was 0 already and nothing changed
 * it: the rejected certificate was accepted. The fix adds the other branch.
 */

typedef struct x509_store_ctx_st X509_STORE_CTX;

#define VERIFY_CERT_ERROR (-329)

typedef struct x509_st X509;

struct session {
    const char *host;
    int verify_none;
    int error;
};

int X509_verify_cert(X509_STORE_CTX *ctx);
X509 *X509_STORE_CTX_get0_cert(const X509_STORE_CTX *ctx);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
void WOLFSSL_MSG(const char *text);

/* The user's callback: 1 goes on, 0 does not. */
static int verify_callback(struct session *ssl, int ok, X509_STORE_CTX *store)
{
    X509 *cert = X509_STORE_CTX_get0_cert(store);

    if (cert == 0)
        return 0;
    if (X509_check_host(cert, ssl->host, 0, 0, 0) != 1)
        return 0;
    return ok;
}

static int do_verify_callback_faulty(struct session *ssl, X509_STORE_CTX *store, int ret)
{
    int verify_ok = ret == 0;

    if (ssl->verify_none)
        return ret;
    if (verify_callback(ssl, verify_ok, store)) { // finding: success-after-failure
        if (ret != 0) {
            WOLFSSL_MSG("Verify callback overriding error!");
            ret = 0;
        }
    }
    return ret;
}

static int do_verify_callback_mended(struct session *ssl, X509_STORE_CTX *store, int ret)
{
    int verify_ok = ret == 0;

    if (ssl->verify_none)
        return ret;
    if (verify_callback(ssl, verify_ok, store)) {
        if (ret != 0) {
            WOLFSSL_MSG("Verify callback overriding error!");
            ret = 0;
        }
    } else {
        if (ret == 0)
            ret = VERIFY_CERT_ERROR;
    }
    return ret;
}

int process_peer_certificate(struct session *ssl, X509_STORE_CTX *store)
{
    int ret = 0;

    if (X509_verify_cert(store) != 1)
        ret = -X509_STORE_CTX_get_error(store) - 1;
    if (do_verify_callback_faulty(ssl, store, ret) != 0)
        return VERIFY_CERT_ERROR;
    ret = do_verify_callback_mended(ssl, store, ret);
    ssl->error = ret;
    return ret;
}

/* The failure leaves by the member and by the result alike. */
int report_peer(struct session *ssl, X509_STORE_CTX *store)
{
    int ok = X509_verify_cert(store) == 1;

    ssl->error = ok ? 0 : X509_STORE_CTX_get_error(store);
    return ok;
}
