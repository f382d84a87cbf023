/*
 * mongodb/mongo#949 (SERVER-17832, April 2015): connections that fail (src/mongo/util/net/
 * ssl_manager.cpp, SSLManager::connect and accept).
 *
 * Facts: the connection's object was made with new and returned as a bare pointer; what failed in
 * between was reported by throwing, and the object was lost. The fix keeps it in a unique_ptr and
 * releases it to the caller at the end.
 */

struct ssl_st;
typedef struct ssl_st SSL;
struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;

extern "C" {
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
}

namespace std {
template <typename T> class unique_ptr {
public:
    explicit unique_ptr(T *pointer) noexcept : pointer_(pointer) {}
    unique_ptr(const unique_ptr &) = delete;
    ~unique_ptr() { delete pointer_; }
    T *get() const noexcept { return pointer_; }
    T *operator->() const noexcept { return pointer_; }
    T *release() noexcept
    {
        T *pointer = pointer_;
        pointer_ = nullptr;
        return pointer;
    }

private:
    T *pointer_;
};
}

class SocketException {
public:
    explicit SocketException(int code);
};

struct SSLConnection {
    SSLConnection(SSL_CTX *context, int fd);
    ~SSLConnection();

    SSL *ssl;
};

class SSLManager {
public:
    explicit SSLManager(SSL_CTX *context) : clientContext(context) {}
    SSLConnection *connectFaulty(int fd);
    SSLConnection *connectMended(int fd);
    SSLConnection *connectQuietly(int fd);

private:
    SSL_CTX *clientContext;
};

SSLConnection *SSLManager::connectFaulty(int fd)
{
    SSLConnection *conn = new SSLConnection(clientContext, fd); // finding: leaked-resource
    const int ret = SSL_connect(conn->ssl);

    if (ret != 1)
        throw SocketException(SSL_get_error(conn->ssl, ret));
    return conn;
}

SSLConnection *SSLManager::connectMended(int fd)
{
    std::unique_ptr<SSLConnection> conn(new SSLConnection(clientContext, fd));
    const int ret = SSL_connect(conn->ssl);

    if (ret != 1)
        throw SocketException(SSL_get_error(conn->ssl, ret));
    return conn.release();
}

// Caught and released here, without a smart pointer.
SSLConnection *SSLManager::connectQuietly(int fd)
{
    SSLConnection *conn = new SSLConnection(clientContext, fd);
    try {
        const int ret = SSL_connect(conn->ssl);
        if (ret != 1)
            throw SocketException(SSL_get_error(conn->ssl, ret));
    } catch (const SocketException &) {
        delete conn;
        return nullptr;
    }
    return conn;
}
