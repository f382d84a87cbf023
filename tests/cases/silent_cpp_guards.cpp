/*
 * Idioms of C++ code over OpenSSL, as in Qt 6.5's backend, MongoDB 7.0's ssl_manager_openssl and
 * libdatachannel 0.20: guards made of lambdas, owners that are moved, members that a destructor gives
 * back, exceptions out of helpers.
 */

struct bio_st;
struct bio_method_st;
struct ssl_st;
struct ssl_ctx_st;
struct x509_st;
struct evp_pkey_st;
typedef bio_st BIO;
typedef bio_method_st BIO_METHOD;
typedef ssl_st SSL;
typedef ssl_ctx_st SSL_CTX;
typedef x509_st X509;
typedef evp_pkey_st EVP_PKEY;

extern "C" {
BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_s_mem();
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
int SSL_do_handshake(SSL *s);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error();
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, int (*cb)(char *, int, int, void *), void *u);
void X509_free(X509 *a);
int X509_up_ref(X509 *x);
EVP_PKEY *X509_get_pubkey(X509 *x);
void EVP_PKEY_free(EVP_PKEY *pkey);
int EVP_PKEY_get_bits(const EVP_PKEY *pkey);
}

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

class TlsError {
public:
    explicit TlsError(const char *what) : what_(what) {}
    const char *what() const { return what_; }

private:
    const char *what_;
};

template <typename F> class Guard {
public:
    explicit Guard(F f) : f_(f) {}
    Guard(const Guard &) = delete;
    ~Guard()
    {
        if (armed_)
            f_();
    }
    void dismiss() { armed_ = false; }

private:
    F f_;
    bool armed_ = true;
};

// The guard releases on every way out; the exception needs no line.
int bitsOfKey(const char *pem, int length)
{
    BIO *bio = BIO_new_mem_buf(pem, length);
    if (!bio)
        throw TlsError("no buffer");
    Guard freeBio([&] { BIO_free(bio); });
    X509 *cert = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    if (!cert)
        throw TlsError("no certificate");
    Guard freeCert([&] { X509_free(cert); });
    EVP_PKEY *key = X509_get_pubkey(cert);
    if (!key)
        return -1;
    Guard freeKey([&] { EVP_PKEY_free(key); });
    return EVP_PKEY_get_bits(key);
}

// Dismissed once another one owns what it guards.
void giveBuffers(SSL *ssl)
{
    BIO *in = BIO_new(BIO_s_mem());
    if (!in)
        throw TlsError("no buffer to read from");
    Guard freeIn([&] { BIO_free(in); });
    BIO *out = BIO_new(BIO_s_mem());
    if (!out)
        throw TlsError("no buffer to write to");
    freeIn.dismiss();
    SSL_set_bio(ssl, in, out);
}

template <typename T, void (*release)(T *)> class Owner {
public:
    Owner() = default;
    explicit Owner(T *p) : p_(p) {}
    Owner(Owner &&other) : p_(other.give()) {}
    Owner &operator=(Owner &&other)
    {
        if (this != &other)
            reset(other.give());
        return *this;
    }
    ~Owner() { reset(nullptr); }

    T *get() const { return p_; }
    T *give()
    {
        T *p = p_;
        p_ = nullptr;
        return p;
    }
    void reset(T *p)
    {
        if (p_)
            release(p_);
        p_ = p;
    }
    explicit operator bool() const { return p_ != nullptr; }

private:
    T *p_ = nullptr;
};

using CertOwner = Owner<X509, X509_free>;
using SslOwner = Owner<SSL, SSL_free>;

// A second reference for a second owner.
CertOwner shareCertificate(X509 *cert)
{
    if (!cert || X509_up_ref(cert) != 1)
        return CertOwner();
    return CertOwner(cert);
}

class Connection {
public:
    explicit Connection(SSL_CTX *ctx) : ssl_(SSL_new(ctx))
    {
        if (!ssl_)
            throw TlsError("no connection");
    }
    Connection(const Connection &) = delete;
    ~Connection()
    {
        X509_free(peer_);
        SSL_free(ssl_);
    }

    void setPeer(X509 *cert)
    {
        if (X509_up_ref(cert) != 1)
            throw TlsError("no reference");
        X509_free(peer_);
        peer_ = cert;
    }
    bool handshake();
    SSL *release()
    {
        SSL *ssl = ssl_;
        ssl_ = nullptr;
        return ssl;
    }

private:
    void check(int ret) const;

    SSL *ssl_ = nullptr;
    X509 *peer_ = nullptr;
};

// Returns for a retry and throws for everything else.
void Connection::check(int ret) const
{
    const int reason = SSL_get_error(ssl_, ret);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return;
    throw TlsError("handshake failed");
}

bool Connection::handshake()
{
    ERR_clear_error();
    const int ret = SSL_do_handshake(ssl_);
    if (ret == 1)
        return true;
    check(ret);
    return false;
}

// Moved into the parameter, and gone with it where nobody moves it on.
bool installed(SslOwner ssl, SslOwner &slot)
{
    if (!ssl)
        return false;
    slot = static_cast<SslOwner &&>(ssl);
    return true;
}

bool replaceConnection(SSL_CTX *ctx, SslOwner &slot)
{
    SslOwner fresh(SSL_new(ctx));
    return installed(static_cast<SslOwner &&>(fresh), slot);
}
