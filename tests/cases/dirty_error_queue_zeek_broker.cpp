/*
 * zeek/broker#278 (September 2022): reconnecting for ever after a restart of a node
 * (the OpenSSL transport, its reading and writing).
 *
 * Facts: nothing had failed. An error of some earlier call was still in the queue, so that
 * SSL_get_error called a retry a failure, and looking at the queue did not remove it. The fix calls
 * ERR_clear_error before each operation.
 */

struct ssl_st;
typedef ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_connect(SSL *ssl);
int SSL_pending(const SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error();
}

enum class StreamError { permanent, temporary, want_read, want_write };

class SslPolicy {
public:
    explicit SslPolicy(SSL *ssl) : ssl_(ssl) {}

    long read_faulty(char *buf, unsigned long size);
    long read_mended(char *buf, unsigned long size);
    long write_faulty(const char *buf, unsigned long size);
    long write_mended(const char *buf, unsigned long size);
    StreamError connect();
    StreamError send_all(const char *const *parts, const int *sizes, int count);
    unsigned long buffered() const { return static_cast<unsigned long>(SSL_pending(ssl_)); }

private:
    static StreamError translate(int code);
    void prepare() { ERR_clear_error(); }

    SSL *ssl_;
    StreamError last_ = StreamError::temporary;
};

StreamError SslPolicy::translate(int code)
{
    switch (code) {
    case SSL_ERROR_NONE:
        return StreamError::temporary;
    case SSL_ERROR_WANT_READ:
        return StreamError::want_read;
    case SSL_ERROR_WANT_WRITE:
        return StreamError::want_write;
    default:
        return StreamError::permanent;
    }
}

long SslPolicy::read_faulty(char *buf, unsigned long size)
{
    const int res = SSL_read(ssl_, buf, static_cast<int>(size)); // finding: dirty-error-queue
    if (res <= 0)
        last_ = translate(SSL_get_error(ssl_, res));
    return res;
}

long SslPolicy::read_mended(char *buf, unsigned long size)
{
    ERR_clear_error();
    const int res = SSL_read(ssl_, buf, static_cast<int>(size));
    if (res <= 0)
        last_ = translate(SSL_get_error(ssl_, res));
    return res;
}

long SslPolicy::write_faulty(const char *buf, unsigned long size)
{
    const int res = SSL_write(ssl_, buf, static_cast<int>(size)); // finding: dirty-error-queue
    if (res <= 0)
        last_ = translate(SSL_get_error(ssl_, res));
    return res;
}

long SslPolicy::write_mended(const char *buf, unsigned long size)
{
    ERR_clear_error();
    const int res = SSL_write(ssl_, buf, static_cast<int>(size));
    if (res <= 0)
        last_ = translate(SSL_get_error(ssl_, res));
    return res;
}

// The handshake empties the queue itself; the fix had no need to do it here.
StreamError SslPolicy::connect()
{
    const int res = SSL_connect(ssl_);
    if (res > 0)
        return StreamError::temporary;
    return translate(SSL_get_error(ssl_, res));
}

// The helper empties it, and a success goes on without a reason being asked.
StreamError SslPolicy::send_all(const char *const *parts, const int *sizes, int count)
{
    for (int i = 0; i < count; ++i) {
        prepare();
        const int res = SSL_write(ssl_, parts[i], sizes[i]);
        if (res <= 0)
            return translate(SSL_get_error(ssl_, res));
    }
    return StreamError::temporary;
}
