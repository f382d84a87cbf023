/*
 * Idioms of qtbase 5.15 and 6.4 (the TLS backend for OpenSSL): shared pointers with deleters, wrappers
 * by the prefix q_, errors collected by a callback that lets the handshake go on, objects with a
 * parent.
 */

struct ssl_st;
typedef struct ssl_st SSL;
struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;
struct bio_st;
typedef struct bio_st BIO;
struct bio_method_st;
typedef struct bio_method_st BIO_METHOD;
struct x509_st;
typedef struct x509_st X509;
struct x509_store_ctx_st;
typedef struct x509_store_ctx_st X509_STORE_CTX;

#define SSL_VERIFY_PEER 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define X509_V_OK 0

extern "C" {
SSL *q_SSL_new(SSL_CTX *ctx);
void q_SSL_free(SSL *ssl);
void q_SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
void q_SSL_set_verify(SSL *s, int mode, int (*callback)(int ok, X509_STORE_CTX *ctx));
int q_SSL_do_handshake(SSL *ssl);
int q_SSL_shutdown(SSL *ssl);
int q_SSL_get_error(const SSL *ssl, int ret);
int q_SSL_in_init(const SSL *s);
X509 *q_SSL_get_peer_certificate(const SSL *ssl);
void q_X509_free(X509 *a);
int q_X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
BIO *q_BIO_new(const BIO_METHOD *type);
int q_BIO_free(BIO *a);
const BIO_METHOD *q_BIO_s_mem();
unsigned long q_ERR_get_error();
void q_ERR_clear_error();
}

template <typename T> class QSharedPointer {
public:
    QSharedPointer();
    template <typename Deleter> QSharedPointer(T *pointer, Deleter deleter);
    QSharedPointer(const QSharedPointer &other);
    ~QSharedPointer();
    QSharedPointer &operator=(const QSharedPointer &other);
    T *data() const;
    bool isNull() const;
    explicit operator bool() const;
    void reset();
};

template <typename T> class QList {
public:
    void append(const T &value);
    void clear();
    bool isEmpty() const;
};

class QObject {
public:
    explicit QObject(QObject *parent = nullptr);
    virtual ~QObject();
};

class QTimer : public QObject {
public:
    explicit QTimer(QObject *parent = nullptr);
    void start(int milliseconds);
};

static QList<int> verificationErrors;

// The errors are kept in a list that starts empty; the verdict is spoken after the handshake.
extern "C" int q_X509Callback(int ok, X509_STORE_CTX *ctx)
{
    if (!ok)
        verificationErrors.append(q_X509_STORE_CTX_get_error(ctx));
    return 1;
}

static void logAndClearErrorQueue()
{
    while (q_ERR_get_error())
        ;
}

class TlsConnection : public QObject {
public:
    bool initTls(SSL_CTX *context);
    bool continueHandshake();
    void shutdown();
    bool hasPeerCertificate() const;
    void startTimer();

private:
    QSharedPointer<SSL> tlsConnection;
    QTimer *timer = nullptr;
    bool encrypted = false;
    bool peerMissing = true;
};

// What the shared pointer holds is freed by its deleter, on every way out.
bool TlsConnection::initTls(SSL_CTX *context)
{
    QSharedPointer<SSL> ssl(q_SSL_new(context), q_SSL_free);
    if (!ssl.data())
        return false;
    BIO *in = q_BIO_new(q_BIO_s_mem());
    BIO *out = q_BIO_new(q_BIO_s_mem());
    if (!in || !out) {
        q_BIO_free(in);
        q_BIO_free(out);
        return false;
    }
    q_SSL_set_bio(ssl.data(), in, out);
    q_SSL_set_verify(ssl.data(), SSL_VERIFY_PEER, q_X509Callback);
    tlsConnection = ssl;
    return true;
}

bool TlsConnection::continueHandshake()
{
    verificationErrors.clear();
    const int result = q_SSL_do_handshake(tlsConnection.data());
    if (result <= 0) {
        switch (q_SSL_get_error(tlsConnection.data(), result)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            return true;
        default:
            logAndClearErrorQueue();
            return false;
        }
    }
    peerMissing = !hasPeerCertificate();
    encrypted = !peerMissing && verificationErrors.isEmpty();
    return encrypted;
}

// A goodbye of one side, whose failure changes nothing any more.
void TlsConnection::shutdown()
{
    if (encrypted && !q_SSL_in_init(tlsConnection.data())) {
        if (q_SSL_shutdown(tlsConnection.data()) != 1)
            logAndClearErrorQueue();
    }
    tlsConnection.reset();
    encrypted = false;
}

bool TlsConnection::hasPeerCertificate() const
{
    X509 *x509 = q_SSL_get_peer_certificate(tlsConnection.data());
    q_X509_free(x509);
    return x509 != nullptr;
}

// The parent deletes it.
void TlsConnection::startTimer()
{
    if (!timer)
        timer = new QTimer(this);
    timer->start(1000);
}
