/* DTLS over OpenSSL: cookies, listening, timers, path MTU, datagram BIOs. */
#define NULL ((void *)0)
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_OP_COOKIE_EXCHANGE 0x2000
#define SSL_OP_NO_QUERY_MTU 0x1000
#define BIO_NOCLOSE 0
#define DTLS1_2_VERSION 0xFEFD
#define SECRET_LENGTH 32
#define EVP_MAX_MD_SIZE 64

typedef unsigned long size_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct bio_st BIO;
typedef struct bio_addr_st BIO_ADDR;
typedef struct evp_md_st EVP_MD;
struct timeval {
    long tv_sec;
    long tv_usec;
};
struct secret {
    unsigned char key[SECRET_LENGTH];
    int ready;
};

const SSL_METHOD *DTLS_server_method(void);
const SSL_METHOD *DTLS_client_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *list);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
unsigned long SSL_set_options(SSL *ssl, unsigned long options);
void SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio);
int SSL_accept(SSL *ssl);
int SSL_connect(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int DTLSv1_listen(SSL *ssl, BIO_ADDR *peer);
int DTLSv1_get_timeout(SSL *ssl, struct timeval *left);
int DTLSv1_handle_timeout(SSL *ssl);
int DTLS_set_link_mtu(SSL *ssl, long mtu);
BIO *BIO_new_dgram(int fd, int close_flag);
int BIO_free(BIO *bio);
BIO_ADDR *BIO_ADDR_new(void);
void BIO_ADDR_free(BIO_ADDR *address);
int BIO_ADDR_rawaddress(const BIO_ADDR *address, void *out, size_t *length);
unsigned short BIO_ADDR_rawport(const BIO_ADDR *address);
const EVP_MD *EVP_sha256(void);
unsigned char *HMAC(const EVP_MD *md, const void *key, int key_length, const unsigned char *data,
                    size_t length, unsigned char *out, unsigned int *out_length);
int RAND_bytes(unsigned char *buf, int num);
int CRYPTO_memcmp(const void *a, const void *b, size_t n);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
void *memcpy(void *to, const void *from, size_t n);
void free(void *ptr);
void report(const char *what);

int secret_renew(struct secret *secret)
{
    unsigned char fresh[SECRET_LENGTH];

    if (RAND_bytes(fresh, sizeof(fresh)) != 1) {
        report("no random numbers");
        return -1;
    }
    memcpy(secret->key, fresh, sizeof(fresh));
    secret->ready = 1;
    return 0;
}

static int address_bytes(const BIO_ADDR *address, unsigned char *out, size_t size, size_t *length)
{
    size_t needed = 0;
    unsigned short port;

    if (BIO_ADDR_rawaddress(address, NULL, &needed) != 1)
        return 0;
    if (needed + sizeof(port) > size)
        return 0;
    if (BIO_ADDR_rawaddress(address, out, &needed) != 1)
        return 0;
    port = BIO_ADDR_rawport(address);
    memcpy(out + needed, &port, sizeof(port));
    *length = needed + sizeof(port);
    return 1;
}

int cookie_make(const struct secret *secret, const BIO_ADDR *peer, unsigned char *cookie,
                unsigned int *length)
{
    unsigned char bytes[64];
    size_t used;

    if (!secret->ready)
        return 0;
    if (address_bytes(peer, bytes, sizeof(bytes), &used) != 1)
        return 0;
    if (HMAC(EVP_sha256(), secret->key, SECRET_LENGTH, bytes, used, cookie, length) == NULL)
        return 0;
    return 1;
}

int cookie_matches(const struct secret *secret, const BIO_ADDR *peer, const unsigned char *cookie,
                   unsigned int length)
{
    unsigned char expected[EVP_MAX_MD_SIZE];
    unsigned int made = 0;

    if (!cookie_make(secret, peer, expected, &made))
        return 0;
    if (made != length)
        return 0;
    return CRYPTO_memcmp(expected, cookie, made) == 0;
}

SSL_CTX *dtls_context(int is_server)
{
    SSL_CTX *ctx = SSL_CTX_new(is_server ? DTLS_server_method() : DTLS_client_method());

    if (ctx == NULL)
        return NULL;
    if (SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(ctx, "ECDHE+AESGCM") != 1) {
        SSL_CTX_free(ctx);
        return NULL;
    }
    return ctx;
}

SSL *dtls_listener(SSL_CTX *ctx, int fd, long mtu)
{
    SSL *ssl = NULL;
    BIO *bio = NULL;

    bio = BIO_new_dgram(fd, BIO_NOCLOSE);
    if (bio == NULL)
        goto failed;
    ssl = SSL_new(ctx);
    if (ssl == NULL)
        goto failed;
    SSL_set_options(ssl, SSL_OP_COOKIE_EXCHANGE | SSL_OP_NO_QUERY_MTU);
    if (DTLS_set_link_mtu(ssl, mtu) != 1)
        goto failed;
    SSL_set_bio(ssl, bio, bio);
    return ssl;

failed:
    BIO_free(bio);
    SSL_free(ssl);
    return NULL;
}

int dtls_listen(SSL *ssl, BIO_ADDR **peer)
{
    int ret;
    BIO_ADDR *address = BIO_ADDR_new();

    if (address == NULL)
        return -1;
    ret = DTLSv1_listen(ssl, address);
    if (ret <= 0) {
        ERR_clear_error();
        BIO_ADDR_free(address);
        return ret;
    }
    *peer = address;
    return 1;
}

int dtls_accept(SSL *ssl)
{
    int ret = SSL_accept(ssl);
    int reason;

    if (ret == 1)
        return 1;
    reason = SSL_get_error(ssl, ret);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return 0;
    report("no handshake");
    return -1;
}

long dtls_timeout(SSL *ssl)
{
    struct timeval left;

    if (DTLSv1_get_timeout(ssl, &left) != 1)
        return -1;
    return left.tv_sec * 1000 + left.tv_usec / 1000;
}

int dtls_expired(SSL *ssl)
{
    if (DTLSv1_handle_timeout(ssl) < 0) {
        report("the peer does not answer");
        return -1;
    }
    return 0;
}

int dtls_receive(SSL *ssl, unsigned char *datagram, int size, int *closed)
{
    int n;
    int reason;

    *closed = 0;
    ERR_clear_error();
    n = SSL_read(ssl, datagram, size);
    if (n <= 0) {
        reason = SSL_get_error(ssl, n);
        if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
            return 0;
        *closed = reason == SSL_ERROR_ZERO_RETURN;
        return -1;
    }
    return n;
}

int dtls_send(SSL *ssl, const unsigned char *datagram, int length)
{
    int reason;
    int n;

    ERR_clear_error();
    n = SSL_write(ssl, datagram, length);
    if (n <= 0) {
        reason = SSL_get_error(ssl, n);
        if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
            return 0;
        return -1;
    }
    return n;
}
