/*
 * hpcc-systems/HPCC-Platform#12577 (May 2019): reading with a time limit (securesocket.cpp,
 * CSecureSocket::readTimeout).
 *
 * Facts: a first form of the change gave the result of SSL_get_error to ERR_error_string_n, which
 * wants a code of the error queue; the text that was thrown said nothing. The review asked for
 * ERR_get_error, and for ERR_clear_error before SSL_read.
 */

struct ssl_st;
typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
unsigned long ERR_get_error();
unsigned long ERR_peek_error();
void ERR_clear_error();
void ERR_error_string_n(unsigned long e, char *buf, unsigned long len);
}

class SecureSocketError {
public:
    explicit SecureSocketError(const char *text);
};

class CSecureSocket {
public:
    unsigned readFaulty(char *buf, unsigned max);
    unsigned readMended(char *buf, unsigned max);
    unsigned tryRead(char *buf, unsigned max);

private:
    bool waitFor(int reason);

    SSL *m_ssl = nullptr;
    unsigned long m_last = 0;
};

unsigned CSecureSocket::readFaulty(char *buf, unsigned max)
{
    for (;;) {
        ERR_clear_error();
        const int rc = SSL_read(m_ssl, buf, static_cast<int>(max));
        if (rc > 0)
            return static_cast<unsigned>(rc);
        const int err = SSL_get_error(m_ssl, rc);
        if (err == SSL_ERROR_ZERO_RETURN)
            return 0;
        if ((err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE) && waitFor(err))
            continue;
        char errbuf[512];
        ERR_error_string_n(SSL_get_error(m_ssl, rc), errbuf, sizeof(errbuf)); // finding: confused-error-codes
        throw SecureSocketError(errbuf);
    }
}

unsigned CSecureSocket::readMended(char *buf, unsigned max)
{
    for (;;) {
        ERR_clear_error();
        const int rc = SSL_read(m_ssl, buf, static_cast<int>(max));
        if (rc > 0)
            return static_cast<unsigned>(rc);
        const int err = SSL_get_error(m_ssl, rc);
        if (err == SSL_ERROR_ZERO_RETURN)
            return 0;
        if ((err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE) && waitFor(err))
            continue;
        char errbuf[512];
        ERR_error_string_n(ERR_get_error(), errbuf, sizeof(errbuf));
        throw SecureSocketError(errbuf);
    }
}

// Both kinds of code side by side, each compared with its own kind.
unsigned CSecureSocket::tryRead(char *buf, unsigned max)
{
    ERR_clear_error();
    const int rc = SSL_read(m_ssl, buf, static_cast<int>(max));
    if (rc > 0)
        return static_cast<unsigned>(rc);
    const int err = SSL_get_error(m_ssl, rc);
    m_last = ERR_peek_error();
    if (err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE)
        return 0;
    if (m_last == 0)
        throw SecureSocketError("connection lost");
    char errbuf[512];
    ERR_error_string_n(m_last, errbuf, sizeof(errbuf));
    throw SecureSocketError(errbuf);
}
