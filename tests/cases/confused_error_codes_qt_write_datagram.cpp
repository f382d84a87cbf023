/*
 * qtbase 5.15.8 and 6.4.2, DTLS datagrams (qdtls_openssl.cpp, QDtlsPrivateOpenSSL's
 * writeDatagramEncrypted and decryptDatagram).
 *
 * Facts: after a failed SSL_write or SSL_read the code asks ERR_get_error and switches over
 * SSL_ERROR_* constants. A code of the queue has the library and the reason packed into it and is
 * never one of them, so all branches but the default are dead; and it has been taken off the queue,
 * so that the text of the error is empty. The same method asks SSL_get_error in the handshake.
 */

struct ssl_st;
typedef struct ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int q_SSL_write(SSL *ssl, const void *buf, int num);
int q_SSL_do_handshake(SSL *ssl);
int q_SSL_get_error(const SSL *ssl, int ret);
unsigned long q_ERR_get_error();
void q_ERR_clear_error();
}

class ByteArray {
public:
    const char *constData() const;
    int size() const;
};

enum class DtlsError { NoError, TlsFatalError, UnderlyingSocketError };

class DtlsPrivate {
public:
    long long writeFaulty(const ByteArray &dgram);
    long long writeMended(const ByteArray &dgram);
    bool continueHandshake();
    unsigned long drainErrors();

private:
    void setDtlsError(DtlsError code);
    void reset();

    SSL *connection = nullptr;
    bool wasShutdown = false;
};

long long DtlsPrivate::writeFaulty(const ByteArray &dgram)
{
    q_ERR_clear_error();
    const int written = q_SSL_write(connection, dgram.constData(), dgram.size());
    if (written > 0)
        return written;

    const unsigned long errorCode = q_ERR_get_error();
    if (!dgram.size() && errorCode == SSL_ERROR_NONE)
        return 0;

    switch (errorCode) { // finding: confused-error-codes
    case SSL_ERROR_WANT_WRITE:
    case SSL_ERROR_WANT_READ:
        break;
    case SSL_ERROR_ZERO_RETURN:
        wasShutdown = true;
        setDtlsError(DtlsError::TlsFatalError);
        reset();
        break;
    case SSL_ERROR_SYSCALL:
    case SSL_ERROR_SSL:
    default:
        setDtlsError(DtlsError::UnderlyingSocketError);
    }
    return -1;
}

long long DtlsPrivate::writeMended(const ByteArray &dgram)
{
    q_ERR_clear_error();
    const int written = q_SSL_write(connection, dgram.constData(), dgram.size());
    if (written > 0)
        return written;

    const int errorCode = q_SSL_get_error(connection, written);
    switch (errorCode) {
    case SSL_ERROR_WANT_WRITE:
    case SSL_ERROR_WANT_READ:
        break;
    case SSL_ERROR_ZERO_RETURN:
        wasShutdown = true;
        setDtlsError(DtlsError::TlsFatalError);
        reset();
        break;
    case SSL_ERROR_SYSCALL:
    case SSL_ERROR_SSL:
    default:
        setDtlsError(DtlsError::UnderlyingSocketError);
    }
    return -1;
}

bool DtlsPrivate::continueHandshake()
{
    const int result = q_SSL_do_handshake(connection);
    if (result > 0)
        return true;

    const auto code = q_SSL_get_error(connection, result);
    switch (code) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return true;
    default:
        setDtlsError(DtlsError::TlsFatalError);
        return false;
    }
}

// Compares a code of the queue with 0, which is what an empty queue gives.
unsigned long DtlsPrivate::drainErrors()
{
    unsigned long last = 0;
    while (const unsigned long code = q_ERR_get_error())
        last = code;
    return last;
}
