/*
 * Idioms of C++ code over OpenSSL, as in Qt 6.5 (qtls_openssl.cpp, qsslcontext_openssl.cpp) and Mumble:
 * results that become bool, enumerations, optional values or exceptions on their way out.
 */

struct ssl_st;
struct ssl_ctx_st;
struct x509_st;
struct evp_md_ctx_st;
struct evp_pkey_st;
typedef ssl_st SSL;
typedef ssl_ctx_st SSL_CTX;
typedef x509_st X509;
typedef evp_md_ctx_st EVP_MD_CTX;
typedef evp_pkey_st EVP_PKEY;

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_do_handshake(SSL *s);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *x);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen,
                     const unsigned char *tbs, unsigned long tbslen);
int RAND_bytes(unsigned char *buf, int num);
unsigned long ERR_get_error();
void ERR_clear_error();
}

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6
#define X509_V_OK 0

class Exception {
public:
    explicit Exception(const char *what);
};

template <typename T> class Optional {
public:
    Optional() = default;
    Optional(T value) : value_(value), there_(true) {}
    explicit operator bool() const { return there_; }
    T operator*() const { return value_; }

private:
    T value_{};
    bool there_ = false;
};

enum class Verdict { Valid, Invalid, Failed };
enum class IoState { Done, Again, Closed, Failed };

void warn(const char *text);

// 1, 0 and the negative results become three names.
Verdict verify(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen, const unsigned char *tbs,
               unsigned long tbslen)
{
    const int rc = EVP_DigestVerify(ctx, sig, siglen, tbs, tbslen);
    if (rc == 1)
        return Verdict::Valid;
    return rc == 0 ? Verdict::Invalid : Verdict::Failed;
}

// A comparison is the whole test.
bool namesHost(X509 *cert, const char *host)
{
    return X509_check_host(cert, host, 0, 0, nullptr) == 1;
}

bool applyCiphers(SSL_CTX *ctx, const char *ciphers)
{
    const bool ok = SSL_CTX_set_cipher_list(ctx, ciphers) == 1;
    if (!ok)
        warn("no such ciphers");
    return ok;
}

// No value is the failure.
Optional<unsigned> randomNumber()
{
    unsigned number = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&number), sizeof(number)) != 1)
        return {};
    return number;
}

unsigned randomPort(unsigned fallback)
{
    const auto number = randomNumber();
    return number ? 1024 + *number % 60000 : fallback;
}

// Whatever is not 1 becomes an exception, in one place.
void require(int rc, const char *what)
{
    if (rc != 1) {
        ERR_clear_error();
        throw Exception(what);
    }
}

void useCertificate(SSL_CTX *ctx, X509 *cert)
{
    require(SSL_CTX_use_certificate(ctx, cert), "the certificate is not usable");
    require(SSL_CTX_check_private_key(ctx), "the key does not fit");
}

class Socket {
public:
    IoState transmit(char *buffer, int size, int &got);
    bool startHandshake();
    bool verified() const { return SSL_get_verify_result(ssl_) == X509_V_OK || ignoreErrors_; }

private:
    IoState stateOf(int rc) const
    {
        switch (SSL_get_error(ssl_, rc)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            return IoState::Again;
        case SSL_ERROR_ZERO_RETURN:
            return IoState::Closed;
        default:
            return IoState::Failed;
        }
    }

    SSL *ssl_ = nullptr;
    bool ignoreErrors_ = false;
    bool connected_ = false;
};

IoState Socket::transmit(char *buffer, int size, int &got)
{
    got = 0;
    ERR_clear_error();
    if (const int rc = SSL_read(ssl_, buffer, size); rc > 0)
        got = rc;
    else
        return stateOf(rc);
    return IoState::Done;
}

// True means that nothing is wrong, not that it is finished.
bool Socket::startHandshake()
{
    ERR_clear_error();
    const int rc = SSL_do_handshake(ssl_);
    if (rc <= 0)
        return stateOf(rc) == IoState::Again;
    if (!verified()) {
        warn("the peer is not trusted");
        return false;
    }
    connected_ = true;
    return true;
}
