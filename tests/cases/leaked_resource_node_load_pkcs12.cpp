/*
 * nodejs/node-v0.x-archive#5755 (June 2013): authorities from a PKCS#12 file (src/node_crypto.cc,
 * SecureContext::LoadPKCS12).
 *
 * Facts: X509_STORE_add_cert adds a reference of its own, so the certificate that was taken off the
 * stack still has to be freed, which happened on no path. The fix frees it after both lists have
 * got it. #5465 is the same error with SSL_CTX_use_certificate.
 */

struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;
struct x509_st;
typedef struct x509_st X509;
struct x509_store_st;
typedef struct x509_store_st X509_STORE;
struct bio_st;
typedef struct bio_st BIO;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

extern "C" {
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
void X509_free(X509 *x);
X509_STORE *SSL_CTX_get_cert_store(const SSL_CTX *ctx);
int X509_STORE_add_cert(X509_STORE *ctx, X509 *x);
int SSL_CTX_add_client_CA(SSL_CTX *ctx, X509 *x);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *x);
void ERR_clear_error();
}

class SecureContext {
public:
    bool addAuthoritiesFaulty(const char *pem, int length);
    bool addAuthoritiesMended(const char *pem, int length);
    bool useCertificate(const char *pem, int length);

private:
    SSL_CTX *ctx_ = nullptr;
};

bool SecureContext::addAuthoritiesFaulty(const char *pem, int length)
{
    BIO *bio = BIO_new_mem_buf(pem, length);
    if (bio == nullptr)
        return false;
    bool ok = true;
    X509_STORE *store = SSL_CTX_get_cert_store(ctx_);
    while (X509 *x509 = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr)) { // finding: leaked-resource
        if (X509_STORE_add_cert(store, x509) != 1 || SSL_CTX_add_client_CA(ctx_, x509) != 1)
            ok = false;
    }
    ERR_clear_error();
    BIO_free(bio);
    return ok;
}

bool SecureContext::addAuthoritiesMended(const char *pem, int length)
{
    BIO *bio = BIO_new_mem_buf(pem, length);
    if (bio == nullptr)
        return false;
    bool ok = true;
    X509_STORE *store = SSL_CTX_get_cert_store(ctx_);
    while (X509 *x509 = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr)) {
        if (X509_STORE_add_cert(store, x509) != 1 || SSL_CTX_add_client_CA(ctx_, x509) != 1)
            ok = false;
        X509_free(x509);
    }
    ERR_clear_error();
    BIO_free(bio);
    return ok;
}

// Freed although the context uses it: the context has a reference of its own.
bool SecureContext::useCertificate(const char *pem, int length)
{
    BIO *bio = BIO_new_mem_buf(pem, length);
    if (bio == nullptr)
        return false;
    X509 *x509 = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    if (x509 == nullptr)
        return false;
    const bool used = SSL_CTX_use_certificate(ctx_, x509) == 1;
    X509_free(x509);
    return used;
}
