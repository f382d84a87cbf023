/*
 * ossrs/srs#3513 (April 2023): one player stops the stream of another (trunk/src/app/srs_app_conn.cpp,
 * SrsSslConnection).
 *
 * Facts: the coroutines of all connections share one thread and thus one error queue. A handshake that
 * a browser breaks off leaves its error there, the read of another connection does not find data yet,
 * and SSL_get_error gives the error of the first one. The fix empties the queue at the operations.
 */

struct ssl_st;
struct bio_st;
typedef ssl_st SSL;
typedef bio_st BIO;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int BIO_write(BIO *b, const void *data, int dlen);
void ERR_clear_error();
}

class Error {
public:
    static const Error *make(int code, const char *text, int r0, int r1);
};

class Transport {
public:
    const Error *read(void *buf, int size, long *nread);
};

class SslConnection {
public:
    const Error *readFaulty(void *plaintext, int nnPlaintext, long *nread);
    const Error *readMended(void *plaintext, int nnPlaintext, long *nread);
    const Error *write(const char *const *parts, const int *sizes, int count);

private:
    Transport *transport = nullptr;
    SSL *ssl = nullptr;
    BIO *bio_in = nullptr;
};

const Error *SslConnection::readFaulty(void *plaintext, int nnPlaintext, long *nread)
{
    while (true) {
        int r0 = SSL_read(ssl, plaintext, nnPlaintext); // finding: dirty-error-queue
        int r1 = SSL_get_error(ssl, r0);
        if (r0 > 0) {
            *nread = r0;
            return nullptr;
        }
        if (r0 == -1 && r1 == SSL_ERROR_WANT_READ) {
            char cipher[1024];
            long nn = 0;
            if (const Error *err = transport->read(cipher, sizeof(cipher), &nn))
                return err;
            if (BIO_write(bio_in, cipher, static_cast<int>(nn)) <= 0)
                return Error::make(1, "BIO_write", 0, 0);
            continue;
        }
        return Error::make(2, "SSL_read", r0, r1);
    }
}

const Error *SslConnection::readMended(void *plaintext, int nnPlaintext, long *nread)
{
    while (true) {
        ERR_clear_error();
        int r0 = SSL_read(ssl, plaintext, nnPlaintext);
        int r1 = SSL_get_error(ssl, r0);
        if (r0 > 0) {
            *nread = r0;
            return nullptr;
        }
        if (r0 == -1 && r1 == SSL_ERROR_WANT_READ) {
            char cipher[1024];
            long nn = 0;
            if (const Error *err = transport->read(cipher, sizeof(cipher), &nn))
                return err;
            if (BIO_write(bio_in, cipher, static_cast<int>(nn)) <= 0)
                return Error::make(1, "BIO_write", 0, 0);
            continue;
        }
        return Error::make(2, "SSL_read", r0, r1);
    }
}

// The queue is emptied at the end of each round, and before the first.
const Error *SslConnection::write(const char *const *parts, const int *sizes, int count)
{
    ERR_clear_error();
    for (int i = 0; i < count; ++i) {
        int r0 = SSL_write(ssl, parts[i], sizes[i]);
        if (r0 <= 0)
            return Error::make(3, "SSL_write", r0, SSL_get_error(ssl, r0));
        ERR_clear_error();
    }
    return nullptr;
}
