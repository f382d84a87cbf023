/* A TLS server over OpenSSL: keys, callbacks, connections, echoing. */
#define NULL ((void *)0)
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_FILETYPE_PEM 1
#define SSL_VERIFY_PEER 1
#define SSL_VERIFY_FAIL_IF_NO_PEER_CERT 2
#define SSL_TLSEXT_ERR_OK 0
#define SSL_TLSEXT_ERR_NOACK 3
#define TLS1_2_VERSION 0x0303
#define BIO_NOCLOSE 0

typedef unsigned long size_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct bio_st BIO;
struct sockaddr;
struct server {
    SSL_CTX *ctx;
    int listener;
    unsigned long served;
};
struct connection {
    SSL *ssl;
    int fd;
};

const SSL_METHOD *TLS_server_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, int (*callback)(int, void *));
int SSL_CTX_set_session_id_context(SSL_CTX *ctx, const unsigned char *id, unsigned int length);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_accept(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
BIO *BIO_new_socket(int fd, int close_flag);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
int accept(int fd, struct sockaddr *address, unsigned int *length);
int close(int fd);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void free(void *ptr);
void OPENSSL_free(void *ptr);
void *memcpy(void *to, const void *from, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void report(const char *what);

SSL_CTX *server_context(const char *chain, const char *key)
{
    SSL_CTX *ctx;

    ctx = SSL_CTX_new(TLS_server_method());
    if (ctx == NULL) {
        report("no context");
        return NULL;
    }
    if (SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION) != 1)
        goto failed;
    if (SSL_CTX_use_certificate_chain_file(ctx, chain) != 1) {
        report("the certificate cannot be read");
        goto failed;
    }
    if (SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM) != 1) {
        report("the key cannot be read");
        goto failed;
    }
    if (SSL_CTX_check_private_key(ctx) != 1)
        goto failed;
    return ctx;

failed:
    SSL_CTX_free(ctx);
    return NULL;
}

int server_require_clients(SSL_CTX *ctx, const char *authorities)
{
    static const unsigned char name[] = "relay";

    if (!SSL_CTX_load_verify_locations(ctx, authorities, NULL))
        return 0;
    if (!SSL_CTX_set_session_id_context(ctx, name, sizeof(name) - 1))
        return 0;
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    return 1;
}

static int handshake(SSL *ssl)
{
    int ret = SSL_accept(ssl);

    if (ret <= 0) {
        switch (SSL_get_error(ssl, ret)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            return 0;
        default:
            return -1;
        }
    }
    return 1;
}

struct server *server_new(const char *chain, const char *key, int listener)
{
    struct server *server = calloc(1, sizeof(*server));

    if (server == NULL)
        return NULL;
    server->ctx = server_context(chain, key);
    if (server->ctx == NULL) {
        free(server);
        return NULL;
    }
    server->listener = listener;
    return server;
}

void server_free(struct server *server)
{
    if (server == NULL)
        return;
    SSL_CTX_free(server->ctx);
    free(server);
}

int server_accept(struct server *server, struct connection *connection)
{
    SSL *ssl;
    int fd = accept(server->listener, NULL, NULL);

    if (fd < 0)
        return -1;
    ssl = SSL_new(server->ctx);
    if (ssl == NULL) {
        close(fd);
        return -1;
    }
    if (SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        close(fd);
        return -1;
    }
    if (handshake(ssl) < 0) {
        SSL_free(ssl);
        close(fd);
        return -1;
    }
    connection->ssl = ssl;
    connection->fd = fd;
    server->served++;
    return 0;
}

SSL *server_attach(SSL_CTX *ctx, int fd)
{
    BIO *bio;
    SSL *ssl = SSL_new(ctx);

    if (ssl == NULL)
        return NULL;
    bio = BIO_new_socket(fd, BIO_NOCLOSE);
    if (bio == NULL) {
        SSL_free(ssl);
        return NULL;
    }
    SSL_set_bio(ssl, bio, bio);
    return ssl;
}

int server_echo(SSL *ssl)
{
    char buffer[2048];
    int received;
    int sent;

    for (;;) {
        ERR_clear_error();
        received = SSL_read(ssl, buffer, (int)sizeof(buffer));
        if (received <= 0) {
            int reason = SSL_get_error(ssl, received);

            if (reason == SSL_ERROR_ZERO_RETURN)
                return 0;
            if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
                continue;
            return -1;
        }
        ERR_clear_error();
        sent = SSL_write(ssl, buffer, received);
        if (sent <= 0) {
            int reason = SSL_get_error(ssl, sent);

            report(reason == SSL_ERROR_WANT_WRITE ? "busy" : "lost");
            return -1;
        }
    }
}

void connection_close(struct connection *connection)
{
    ERR_clear_error();
    if (SSL_shutdown(connection->ssl) < 0)
        report("the peer is gone");
    SSL_free(connection->ssl);
    connection->ssl = NULL;
    close(connection->fd);
    connection->fd = -1;
}

int select_protocol(SSL *ssl, const unsigned char **out, unsigned char *length,
                    const unsigned char *offered, unsigned int size, void *data)
{
    unsigned int at = 0;

    (void)ssl;
    (void)data;
    while (at + 6 <= size) {
        if (offered[at] == 5 && memcmp(offered + at + 1, "relay", 5) == 0) {
            *out = offered + at + 1;
            *length = 5;
            return SSL_TLSEXT_ERR_OK;
        }
        at += 1u + offered[at];
    }
    return SSL_TLSEXT_ERR_NOACK;
}

char *server_greeting(SSL *ssl, const char *text, size_t length)
{
    int ret;
    char *copy = malloc(length + 1);

    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = 0;
    ERR_clear_error();
    ret = SSL_write(ssl, copy, (int)length);
    if (ret <= 0) {
        if (SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN)
            report("closed");
        free(copy);
        return NULL;
    }
    return copy;
}
