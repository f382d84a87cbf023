/*
 * CVE-2025-65495 (obgm/libcoap#1744, with #1747 and #1748, mended by #1750): the certificate that is
 * handed to the application (src/coap_openssl.c, tls_verify_call_back).
 *
 * Facts: i2d_X509 is asked for the length first and then writes into memory of that length. Nothing
 * looked at the length, which is negative for an error and grows beyond all bounds as a size, and
 * nothing at the memory or at the second call. The fix tests each of them and refuses the certificate.
 */

typedef struct ssl_st SSL;
typedef struct x509_st X509;
typedef struct x509_store_ctx_st X509_STORE_CTX;

struct coap_session;

struct coap_dtls_pki {
    int verify_peer_cert;
    int allow_expired_certs;
    int (*validate_cn_call_back)(const char *cn, const unsigned char *asn1_public_cert,
                                 unsigned long asn1_length, struct coap_session *session, int depth,
                                 int validated, void *arg);
    void *cn_call_back_arg;
};

struct coap_session {
    struct coap_dtls_pki *setup_data;
    int last_error;
};

#define X509_V_OK 0
#define X509_V_ERR_CERT_NOT_YET_VALID 9
#define X509_V_ERR_CERT_HAS_EXPIRED 10
#define X509_V_ERR_CERT_REJECTED 28

int SSL_get_ex_data_X509_STORE_CTX_idx(void);
void *SSL_get_ex_data(const SSL *ssl, int idx);
#define SSL_get_app_data(s) (SSL_get_ex_data(s, 0))
void *X509_STORE_CTX_get_ex_data(const X509_STORE_CTX *ctx, int idx);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
int X509_STORE_CTX_get_error_depth(const X509_STORE_CTX *ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int s);
X509 *X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
int i2d_X509(const X509 *a, unsigned char **out);
void *CRYPTO_malloc(unsigned long num, const char *file, int line);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_malloc(num) CRYPTO_malloc(num, __FILE__, __LINE__)
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)
char *name_of_certificate(X509 *x509);

int verify_call_back_faulty(int preverify_ok, X509_STORE_CTX *ctx, struct coap_session *session)
{
    struct coap_dtls_pki *setup_data = session->setup_data;
    int depth = X509_STORE_CTX_get_error_depth(ctx);
    int err = X509_STORE_CTX_get_error(ctx);
    X509 *x509 = X509_STORE_CTX_get_current_cert(ctx);
    char *cn = name_of_certificate(x509);
    int keep_preverify_ok = preverify_ok;

    if (!preverify_ok) {
        switch (err) {
        case X509_V_ERR_CERT_NOT_YET_VALID:
        case X509_V_ERR_CERT_HAS_EXPIRED:
            if (setup_data->allow_expired_certs)
                preverify_ok = 1;
            break;
        default:
            break;
        }
    }
    if (setup_data->validate_cn_call_back && keep_preverify_ok) {
        int length = i2d_X509(x509, 0); // finding: unchecked-result
        unsigned char *base_buf;
        unsigned char *base_buf2 = base_buf = OPENSSL_malloc(length); // finding: unchecked-result

        /* base_buf2 is moved to the end */
        i2d_X509(x509, &base_buf2); // finding: unchecked-result
        if (!setup_data->validate_cn_call_back(cn, base_buf, length, session, depth, preverify_ok,
                                               setup_data->cn_call_back_arg)) {
            X509_STORE_CTX_set_error(ctx, X509_V_ERR_CERT_REJECTED);
            preverify_ok = 0;
        }
        OPENSSL_free(base_buf);
    }
    OPENSSL_free(cn);
    return preverify_ok;
}

int verify_call_back_mended(int preverify_ok, X509_STORE_CTX *ctx, struct coap_session *session)
{
    struct coap_dtls_pki *setup_data = session->setup_data;
    int depth = X509_STORE_CTX_get_error_depth(ctx);
    int err = X509_STORE_CTX_get_error(ctx);
    X509 *x509 = X509_STORE_CTX_get_current_cert(ctx);
    char *cn = name_of_certificate(x509);
    int keep_preverify_ok = preverify_ok;

    if (!preverify_ok) {
        switch (err) {
        case X509_V_ERR_CERT_NOT_YET_VALID:
        case X509_V_ERR_CERT_HAS_EXPIRED:
            if (setup_data->allow_expired_certs)
                preverify_ok = 1;
            break;
        default:
            break;
        }
    }
    if (setup_data->validate_cn_call_back && keep_preverify_ok) {
        int length = i2d_X509(x509, 0);
        unsigned char *base_buf = length > 0 ? OPENSSL_malloc(length) : 0;
        unsigned char *base_buf2 = base_buf;

        if (base_buf != 0 && i2d_X509(x509, &base_buf2) > 0) {
            if (!setup_data->validate_cn_call_back(cn, base_buf, length, session, depth, preverify_ok,
                                                   setup_data->cn_call_back_arg)) {
                X509_STORE_CTX_set_error(ctx, X509_V_ERR_CERT_REJECTED);
                preverify_ok = 0;
            }
        } else {
            X509_STORE_CTX_set_error(ctx, X509_V_ERR_CERT_REJECTED);
            preverify_ok = 0;
        }
        OPENSSL_free(base_buf);
    }
    OPENSSL_free(cn);
    return preverify_ok;
}

/* The library allocates for a null destination: one call, one test, and no memory of our own. */
unsigned long encoded_length(X509 *x509, unsigned char **out)
{
    unsigned char *encoded = 0;
    int length = i2d_X509(x509, &encoded);

    if (length < 0)
        return 0;
    *out = encoded;
    return length;
}

/* Each step of the way to the session is tested where it is taken (#1747, #1748). */
int verify_call_back_of_store(int preverify_ok, X509_STORE_CTX *ctx)
{
    int idx = SSL_get_ex_data_X509_STORE_CTX_idx();
    SSL *ssl = idx >= 0 ? X509_STORE_CTX_get_ex_data(ctx, idx) : 0;
    struct coap_session *session = ssl ? SSL_get_app_data(ssl) : 0;

    if (session == 0)
        return 0;
    session->last_error = X509_STORE_CTX_get_error(ctx);
    return preverify_ok && session->last_error == X509_V_OK;
}
