/*
 * PacktPublishing/Demystifying-Cryptography-with-OpenSSL-3#2 (September 2024): a verification
 * callback (chapter 10).
 *
 * Facts: X509_STORE_CTX_get_current_cert lends the certificate, which the chain owns; the callback
 * freed it, and the chain freed it again. The fix removes the release.
 */

typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
typedef struct x509_store_ctx_st X509_STORE_CTX;

int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
int X509_STORE_CTX_get_error_depth(const X509_STORE_CTX *ctx);
X509 *X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
X509_NAME *X509_get_subject_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
int X509_up_ref(X509 *a);
void X509_free(X509 *a);
void trace(const char *format, ...);
void remember(X509 *cert);

int cert_verify_callback_faulty(int preverify_ok, X509_STORE_CTX *ctx)
{
    int error = X509_STORE_CTX_get_error(ctx);
    int depth = X509_STORE_CTX_get_error_depth(ctx);
    X509 *cert = X509_STORE_CTX_get_current_cert(ctx);
    char subject[256];

    if (cert == 0)
        return 0;
    if (X509_NAME_oneline(X509_get_subject_name(cert), subject, sizeof(subject)) == 0)
        subject[0] = '\0';
    trace("depth %d, error %d, subject %s", depth, error, subject);
    X509_free(cert); // finding: borrowed-release
    return preverify_ok;
}

int cert_verify_callback_mended(int preverify_ok, X509_STORE_CTX *ctx)
{
    int error = X509_STORE_CTX_get_error(ctx);
    int depth = X509_STORE_CTX_get_error_depth(ctx);
    X509 *cert = X509_STORE_CTX_get_current_cert(ctx);
    char subject[256];

    if (cert == 0)
        return 0;
    if (X509_NAME_oneline(X509_get_subject_name(cert), subject, sizeof(subject)) == 0)
        subject[0] = '\0';
    trace("depth %d, error %d, subject %s", depth, error, subject);
    return preverify_ok;
}

/* Lent, but with a reference of one's own, which is given back. */
int cert_verify_callback_keeping(int preverify_ok, X509_STORE_CTX *ctx)
{
    X509 *cert = X509_STORE_CTX_get_current_cert(ctx);

    if (cert == 0 || X509_up_ref(cert) != 1)
        return 0;
    remember(cert);
    X509_free(cert);
    return preverify_ok;
}
