/* A TLS client over OpenSSL: context, connection, handshake, data, shutdown. */
#define NULL ((void *)0)
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_VERIFY_PEER 1
#define TLS1_2_VERSION 0x0303
#define X509_V_OK 0
#define POLLIN 1
#define POLLOUT 4

typedef unsigned long size_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct ssl_session_st SSL_SESSION;
typedef struct x509_st X509;
struct pollfd {
    int fd;
    short events;
    short revents;
};

const SSL_METHOD *TLS_client_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, int (*callback)(int, void *));
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *list);
int SSL_CTX_set_alpn_protos(SSL_CTX *ctx, const unsigned char *protos, unsigned int length);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_get_fd(const SSL *ssl);
long SSL_set_tlsext_host_name(SSL *ssl, const char *name);
int SSL_set1_host(SSL *ssl, const char *name);
int SSL_connect(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
X509 *SSL_get1_peer_certificate(const SSL *ssl);
SSL_SESSION *SSL_get1_session(SSL *ssl);
int SSL_set_session(SSL *ssl, SSL_SESSION *session);
void SSL_SESSION_free(SSL_SESSION *session);
void X509_free(X509 *cert);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
int SSL_read_ex(SSL *ssl, void *buf, size_t num, size_t *done);
int SSL_write_ex(SSL *ssl, const void *buf, size_t num, size_t *done);
int poll(struct pollfd *fds, unsigned long count, int timeout);
int close(int fd);
void free(void *ptr);
void report(const char *what);

static int wait_for(int fd, short events, int timeout)
{
    struct pollfd waiting;
    int ready;

    waiting.fd = fd;
    waiting.events = events;
    waiting.revents = 0;
    ready = poll(&waiting, 1, timeout);
    if (ready < 0)
        return -1;
    return ready > 0 ? 1 : 0;
}

SSL_CTX *client_context(const char *authorities)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());

    if (ctx == NULL)
        return NULL;
    if (SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION) != 1) {
        SSL_CTX_free(ctx);
        return NULL;
    }
    if (SSL_CTX_load_verify_locations(ctx, authorities, NULL) != 1) {
        report("the authorities cannot be read");
        SSL_CTX_free(ctx);
        return NULL;
    }
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    return ctx;
}

SSL_CTX *client_context_with_protocols(const unsigned char *protocols, unsigned int length)
{
    SSL_CTX *ctx = NULL;

    ctx = SSL_CTX_new(TLS_client_method());
    if (!ctx)
        goto failed;
    if (!SSL_CTX_set_default_verify_paths(ctx))
        goto failed;
    if (SSL_CTX_set_cipher_list(ctx, "HIGH:!aNULL") != 1)
        goto failed;
    if (SSL_CTX_set_alpn_protos(ctx, protocols, length) != 0)
        goto failed;
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    return ctx;

failed:
    SSL_CTX_free(ctx);
    return NULL;
}

SSL *client_connection(SSL_CTX *ctx, int fd, const char *host)
{
    SSL *ssl;

    ssl = SSL_new(ctx);
    if (ssl == NULL)
        return NULL;
    if (SSL_set_fd(ssl, fd) != 1)
        goto failed;
    if (SSL_set_tlsext_host_name(ssl, host) != 1)
        goto failed;
    if (SSL_set1_host(ssl, host) != 1)
        goto failed;
    return ssl;

failed:
    SSL_free(ssl);
    return NULL;
}

int client_handshake(SSL *ssl, int timeout)
{
    for (;;) {
        int reason;
        int ret = SSL_connect(ssl);

        if (ret == 1)
            return 0;
        reason = SSL_get_error(ssl, ret);
        if (reason == SSL_ERROR_WANT_READ) {
            if (wait_for(SSL_get_fd(ssl), POLLIN, timeout) <= 0)
                return -1;
        } else if (reason == SSL_ERROR_WANT_WRITE) {
            if (wait_for(SSL_get_fd(ssl), POLLOUT, timeout) <= 0)
                return -1;
        } else {
            report("the handshake failed");
            return -1;
        }
    }
}

int client_verified(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl);
    int verified = 0;

    if (cert == NULL)
        return 0;
    if (SSL_get_verify_result(ssl) == X509_V_OK)
        verified = 1;
    X509_free(cert);
    return verified;
}

int client_write_all(SSL *ssl, const char *data, int length)
{
    int done = 0;

    while (done < length) {
        int ret;

        ERR_clear_error();
        ret = SSL_write(ssl, data + done, length - done);
        if (ret <= 0) {
            int reason = SSL_get_error(ssl, ret);

            if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
                continue;
            return -1;
        }
        done += ret;
    }
    return 0;
}

int client_read(SSL *ssl, char *data, int size)
{
    int n;
    int reason;

    ERR_clear_error();
    n = SSL_read(ssl, data, size);
    if (n > 0)
        return n;
    reason = SSL_get_error(ssl, n);
    if (reason == SSL_ERROR_ZERO_RETURN)
        return 0;
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return -2;
    return -1;
}

void client_close(SSL *ssl)
{
    int ret;

    ERR_clear_error();
    ret = SSL_shutdown(ssl);
    if (ret < 0)
        report("the peer was not told");
    SSL_free(ssl);
}

int client_remember(SSL *ssl, SSL_SESSION **remembered)
{
    SSL_SESSION *session = SSL_get1_session(ssl);

    if (session == NULL)
        return -1;
    SSL_SESSION_free(*remembered);
    *remembered = session;
    return 0;
}

int client_fetch(SSL_CTX *ctx, int fd, const char *host, const char *request, int length)
{
    SSL *ssl = NULL;
    char answer[512];
    int ret = -1;
    int n;

    ssl = client_connection(ctx, fd, host);
    if (ssl == NULL)
        goto done;
    if (client_handshake(ssl, 5000) != 0)
        goto done;
    if (!client_verified(ssl))
        goto done;
    if (client_write_all(ssl, request, length) != 0)
        goto done;
    n = client_read(ssl, answer, (int)sizeof(answer));
    if (n <= 0)
        goto done;
    ret = 0;

done:
    SSL_free(ssl);
    return ret;
}

int client_resume(SSL_CTX *ctx, int fd, SSL_SESSION *session)
{
    SSL *ssl = SSL_new(ctx);
    int ret = -1;
    int result;
    int reason;

    if (ssl == NULL)
        return -1;
    if (SSL_set_session(ssl, session) != 1)
        goto done;
    if (SSL_set_fd(ssl, fd) != 1)
        goto done;
    result = SSL_connect(ssl);
    if (result != 1) {
        reason = SSL_get_error(ssl, result);
        report(reason == SSL_ERROR_SYSCALL ? "the peer is gone" : "no handshake");
        goto done;
    }
    ret = 0;

done:
    SSL_free(ssl);
    return ret;
}

int client_receive(SSL *ssl, char *data, size_t size, size_t *length)
{
    size_t done;
    int ret;

    ERR_clear_error();
    ret = SSL_read_ex(ssl, data, size, &done);
    if (ret != 1) {
        int reason = SSL_get_error(ssl, ret);

        return reason == SSL_ERROR_ZERO_RETURN ? 0 : -1;
    }
    *length = done;
    return 1;
}

int client_send(SSL *ssl, const char *data, size_t size, size_t *total)
{
    size_t written = 0;
    int attempts = 3;
    int reason;
    int ret;

    while (attempts > 0) {
        ERR_clear_error();
        ret = SSL_write_ex(ssl, data, size, &written);
        if (ret == 1) {
            *total += written;
            return 0;
        }
        reason = SSL_get_error(ssl, ret);
        if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
            attempts--;
        else
            break;
    }
    return -1;
}

int client_drain(SSL *ssl, unsigned long *total)
{
    char block[1024];
    int status = -1;
    int n;

    for (;;) {
        ERR_clear_error();
        n = SSL_read(ssl, block, (int)sizeof(block));
        if (n <= 0) {
            int reason = SSL_get_error(ssl, n);

            if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
                continue;
            if (reason != SSL_ERROR_ZERO_RETURN)
                goto done;
            break;
        }
        *total += (unsigned long)n;
    }
    status = 0;

done:
    return status;
}
