/*
 * Idioms of C++ around OpenSSL 1.1.1 and 3.0: deleters of unique_ptr, ownership that is released into
 * the library, moves, guards, failures as exceptions.
 */

struct ssl_st;
typedef struct ssl_st SSL;
struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;
struct ssl_method_st;
typedef struct ssl_method_st SSL_METHOD;
struct bio_st;
typedef struct bio_st BIO;
struct bio_method_st;
typedef struct bio_method_st BIO_METHOD;
struct evp_pkey_st;
typedef struct evp_pkey_st EVP_PKEY;
struct evp_md_ctx_st;
typedef struct evp_md_ctx_st EVP_MD_CTX;
struct x509_st;
typedef struct x509_st X509;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

extern "C" {
const SSL_METHOD *TLS_client_method();
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
BIO *BIO_new(const BIO_METHOD *type);
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
const BIO_METHOD *BIO_s_mem();
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
void X509_free(X509 *a);
EVP_PKEY *X509_get0_pubkey(const X509 *x);
EVP_MD_CTX *EVP_MD_CTX_new();
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, void **pctx, const void *type, void *e, EVP_PKEY *pkey);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen,
                     const unsigned char *tbs, unsigned long tbslen);
}

namespace std {
template <typename T, typename Deleter> class unique_ptr {
public:
    unique_ptr() noexcept : pointer_(nullptr) {}
    explicit unique_ptr(T *pointer) noexcept : pointer_(pointer) {}
    unique_ptr(unique_ptr &&other) noexcept : pointer_(other.release()) {}
    unique_ptr(const unique_ptr &) = delete;
    ~unique_ptr() { reset(); }
    unique_ptr &operator=(unique_ptr &&other) noexcept
    {
        reset(other.release());
        return *this;
    }
    T *get() const noexcept { return pointer_; }
    explicit operator bool() const noexcept { return pointer_ != nullptr; }
    T *release() noexcept
    {
        T *pointer = pointer_;
        pointer_ = nullptr;
        return pointer;
    }
    void reset(T *pointer = nullptr) noexcept
    {
        T *old = pointer_;
        pointer_ = pointer;
        if (old)
            Deleter()(old);
    }

private:
    T *pointer_;
};

template <typename T> T &&move(T &value) noexcept
{
    return static_cast<T &&>(value);
}
}

struct SslDeleter {
    void operator()(SSL *ssl) const noexcept { SSL_free(ssl); }
};
struct ContextDeleter {
    void operator()(SSL_CTX *ctx) const noexcept { SSL_CTX_free(ctx); }
};
struct BioDeleter {
    void operator()(BIO *bio) const noexcept { BIO_free(bio); }
};
struct CertificateDeleter {
    void operator()(X509 *cert) const noexcept { X509_free(cert); }
};
struct DigestDeleter {
    void operator()(EVP_MD_CTX *ctx) const noexcept { EVP_MD_CTX_free(ctx); }
};

using SslPtr = std::unique_ptr<SSL, SslDeleter>;
using ContextPtr = std::unique_ptr<SSL_CTX, ContextDeleter>;
using BioPtr = std::unique_ptr<BIO, BioDeleter>;
using CertificatePtr = std::unique_ptr<X509, CertificateDeleter>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, DigestDeleter>;

class TlsError {
public:
    explicit TlsError(const char *what);
};

// No free is written, and none is missing.
ContextPtr makeContext(const char *ciphers)
{
    ContextPtr ctx(SSL_CTX_new(TLS_client_method()));
    if (!ctx)
        throw TlsError("no context");
    if (SSL_CTX_set_cipher_list(ctx.get(), ciphers) != 1)
        throw TlsError("no cipher left");
    return ctx;
}

// Released into the object that owns the two from here on.
SslPtr makeConnection(SSL_CTX *ctx)
{
    SslPtr ssl(SSL_new(ctx));
    BioPtr in(BIO_new(BIO_s_mem()));
    BioPtr out(BIO_new(BIO_s_mem()));
    if (!ssl || !in || !out)
        return SslPtr();
    SSL_set_bio(ssl.get(), in.release(), out.release());
    return ssl;
}

CertificatePtr readCertificate(const char *pem, int length)
{
    BioPtr bio(BIO_new_mem_buf(pem, length));
    if (!bio)
        return CertificatePtr();
    return CertificatePtr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

// The key is lent by the certificate, which lives to the end of the function.
bool verify(const char *pem, int length, const unsigned char *sig, unsigned long siglen,
            const unsigned char *data, unsigned long size)
{
    CertificatePtr cert = readCertificate(pem, length);
    DigestPtr ctx(EVP_MD_CTX_new());
    if (!cert || !ctx)
        return false;
    EVP_PKEY *key = X509_get0_pubkey(cert.get());
    if (key == nullptr)
        return false;
    if (EVP_DigestVerifyInit(ctx.get(), nullptr, nullptr, nullptr, key) != 1)
        return false;
    return EVP_DigestVerify(ctx.get(), sig, siglen, data, size) == 1;
}

class Session {
public:
    explicit Session(SslPtr ssl) noexcept : ssl_(std::move(ssl)) {}
    void replace(SslPtr next) noexcept { ssl_ = std::move(next); }
    bool ready() const noexcept { return static_cast<bool>(ssl_); }

private:
    SslPtr ssl_;
};

// The raw pointer has an owner before anything can go wrong.
Session *openSession(SSL_CTX *ctx)
{
    SslPtr ssl = makeConnection(ctx);
    if (!ssl)
        return nullptr;
    return new Session(std::move(ssl));
}
