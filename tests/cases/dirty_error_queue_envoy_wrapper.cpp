/*
 * envoyproxy/envoy-openssl#478 (February 2026): a layer that looks like BoringSSL (bssl-compat, the
 * wrappers of SSL_read, SSL_write and SSL_shutdown).
 *
 * Facts: BoringSSL empties the error queue on entry to each operation whose reason can be asked,
 * OpenSSL does not; what the handshake had left there made SSL_get_error report SSL_ERROR_SSL where a
 * retry was due. The fix clears the queue in the wrappers. Here the user of the wrapper and a scope
 * guard, as C++ code would write it.
 */

struct ssl_st;
typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error();
}

enum class PostIoAction { KeepOpen, Close };

// Empties the queue when a scope begins, and leaves nothing behind when it ends.
class ErrorQueueScope {
public:
    ErrorQueueScope() { ERR_clear_error(); }
    ErrorQueueScope(const ErrorQueueScope &) = delete;
    ~ErrorQueueScope() { ERR_clear_error(); }
};

class SslSocket {
public:
    PostIoAction doReadFaulty(char *slice, int size);
    PostIoAction doReadMended(char *slice, int size);
    PostIoAction doWriteGuarded(const char *slice, int size);

private:
    PostIoAction judge(int rc);

    SSL *ssl_ = nullptr;
    int moved_ = 0;
};

PostIoAction SslSocket::judge(int rc)
{
    switch (SSL_get_error(ssl_, rc)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return PostIoAction::KeepOpen;
    case SSL_ERROR_ZERO_RETURN:
    default:
        return PostIoAction::Close;
    }
}

PostIoAction SslSocket::doReadFaulty(char *slice, int size)
{
    const int rc = SSL_read(ssl_, slice, size); // finding: dirty-error-queue
    if (rc > 0) {
        moved_ = rc;
        return PostIoAction::KeepOpen;
    }
    return judge(rc);
}

PostIoAction SslSocket::doReadMended(char *slice, int size)
{
    ERR_clear_error();
    const int rc = SSL_read(ssl_, slice, size);
    if (rc > 0) {
        moved_ = rc;
        return PostIoAction::KeepOpen;
    }
    return judge(rc);
}

PostIoAction SslSocket::doWriteGuarded(const char *slice, int size)
{
    const ErrorQueueScope scope;
    const int rc = SSL_write(ssl_, slice, size);
    if (rc > 0) {
        moved_ = rc;
        return PostIoAction::KeepOpen;
    }
    return judge(rc);
}
