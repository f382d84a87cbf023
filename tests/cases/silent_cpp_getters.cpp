/*
 * A class named Pool whose get() connects, beside the get() of a holder, in the style of programs
 * that use OpenSSL 1.1 through holders of their own: which of the two is meant, the object says.
 */

struct ssl_st;
struct ssl_ctx_st;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

extern "C" {
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_connect(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);
}

class Pool {
public:
    explicit Pool(SSL_CTX *context) : context_(context) {}
    SSL *get();

private:
    SSL_CTX *context_;
};

SSL *Pool::get()
{
    SSL *ssl = SSL_new(context_);
    if (ssl == nullptr)
        return nullptr;
    ERR_clear_error();
    if (SSL_connect(ssl) != 1) {
        SSL_free(ssl);
        return nullptr;
    }
    return ssl;
}

class Holder {
public:
    SSL *get() const { return ssl_; }

private:
    SSL *ssl_ = nullptr;
};

struct Handle {
    SSL *get() const;
};

int receive(const Handle &handle, char *buffer)
{
    ERR_clear_error();
    int n = SSL_read(handle.get(), buffer, 16);
    if (n > 0)
        return n;
    return -SSL_get_error(handle.get(), n);
}

class Connection {
public:
    int receive(char *buffer);

private:
    Holder ssl_;
};

int Connection::receive(char *buffer)
{
    ERR_clear_error();
    int n = SSL_read(ssl_.get(), buffer, 16);
    if (n > 0)
        return n;
    return -SSL_get_error(ssl_.get(), n);
}
