/*
 * pocoproject/poco#2380 (July 2018): an extra certificate of the chain (NetSSL_OpenSSL,
 * Context::addChainCertificate).
 *
 * Facts: SSL_CTX_add_extra_chain_cert takes the certificate and, unlike SSL_CTX_use_certificate, does
 * not add a reference of its own. It got the pointer that the X509Certificate object keeps, and both
 * destructors freed it. The fix gives a copy away. The finding is the call that takes what is only
 * lent.
 */

struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;
struct x509_st;
typedef struct x509_st X509;

#define SSL_CTRL_EXTRA_CHAIN_CERT 14

extern "C" {
long SSL_CTX_ctrl(SSL_CTX *ctx, int cmd, long larg, void *parg);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *x);
void SSL_CTX_free(SSL_CTX *ctx);
X509 *X509_dup(X509 *x);
int X509_up_ref(X509 *x);
void X509_free(X509 *x);
}
#define SSL_CTX_add_extra_chain_cert(ctx, x509)                                                    \
    SSL_CTX_ctrl(ctx, SSL_CTRL_EXTRA_CHAIN_CERT, 0, (char *)(x509))

class SSLContextException {
public:
    explicit SSLContextException(const char *what);
};

class X509Certificate {
public:
    explicit X509Certificate(X509 *cert) : _pCert(cert) {}
    X509Certificate(const X509Certificate &) = delete;
    ~X509Certificate() { X509_free(_pCert); }
    X509 *certificate() const { return _pCert; }

private:
    X509 *_pCert;
};

class Context {
public:
    explicit Context(SSL_CTX *context) : _pSSLContext(context) {}
    Context(const Context &) = delete;
    ~Context() { SSL_CTX_free(_pSSLContext); }
    void addChainCertificateFaulty(const X509Certificate &certificate);
    void addChainCertificateMended(const X509Certificate &certificate);
    void addChainReference(const X509Certificate &certificate);
    void useCertificate(const X509Certificate &certificate);

private:
    SSL_CTX *_pSSLContext;
};

void Context::addChainCertificateFaulty(const X509Certificate &certificate)
{
    long code = SSL_CTX_add_extra_chain_cert(_pSSLContext, certificate.certificate()); // finding: borrowed-release
    if (code != 1)
        throw SSLContextException("Cannot add chain certificate to Context");
}

void Context::addChainCertificateMended(const X509Certificate &certificate)
{
    X509 *copy = X509_dup(certificate.certificate());
    if (copy == nullptr)
        throw SSLContextException("Cannot copy chain certificate");
    long code = SSL_CTX_add_extra_chain_cert(_pSSLContext, copy);
    if (code != 1) {
        X509_free(copy);
        throw SSLContextException("Cannot add chain certificate to Context");
    }
}

// A reference of one's own is given away.
void Context::addChainReference(const X509Certificate &certificate)
{
    X509 *cert = certificate.certificate();
    if (X509_up_ref(cert) != 1)
        throw SSLContextException("Cannot reference chain certificate");
    if (SSL_CTX_add_extra_chain_cert(_pSSLContext, cert) != 1) {
        X509_free(cert);
        throw SSLContextException("Cannot add chain certificate to Context");
    }
}

// This one adds its own reference, so what is lent may be passed.
void Context::useCertificate(const X509Certificate &certificate)
{
    if (SSL_CTX_use_certificate(_pSSLContext, certificate.certificate()) != 1)
        throw SSLContextException("Cannot set certificate for Context");
}
