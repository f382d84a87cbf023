/* The same work in the style that asks for successes: nested tests, flags, switches, one exit. */
#define NULL ((void *)0)
#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_FILETYPE_PEM 1
#define X509_V_OK 0
#define POLLIN 1
#define POLLOUT 4

typedef unsigned long size_t;
typedef long ssize_t;
typedef unsigned int socklen_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct x509_st X509;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct engine_st ENGINE;
typedef struct bio_st BIO;
typedef struct _file FILE;
struct sockaddr;
struct pollfd {
    int fd;
    short events;
    short revents;
};
enum step { START, SHAKING, OPEN, BROKEN };
struct peer {
    SSL *ssl;
    int fd;
    enum step step;
    unsigned long received;
};
struct record {
    unsigned char kind;
    unsigned short length;
    unsigned char *body;
};

const SSL_METHOD *TLS_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_use_certificate_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
int SSL_CTX_set_ciphersuites(SSL_CTX *ctx, const char *list);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_do_handshake(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
X509 *SSL_get_peer_certificate(const SSL *ssl);
void X509_free(X509 *cert);
int X509_check_host(X509 *cert, const char *name, size_t length, unsigned int flags, char **peer);
BIO *BIO_new_file(const char *name, const char *mode);
int BIO_free(BIO *bio);
int BIO_write(BIO *bio, const void *data, int length);
int BIO_read(BIO *bio, void *data, int length);
X509 *PEM_read_bio_X509(BIO *bio, X509 **x, void *callback, void *data);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t length);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *out, unsigned int *length);
int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e,
                         EVP_PKEY *key);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, size_t length,
                     const unsigned char *data, size_t size);
int RAND_bytes(unsigned char *buf, int num);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
int poll(struct pollfd *fds, unsigned long count, int timeout);
int socket(int domain, int type, int protocol);
int connect(int fd, const struct sockaddr *address, socklen_t length);
ssize_t recv(int fd, void *data, size_t length, int flags);
int close(int fd);
FILE *fopen(const char *name, const char *mode);
char *fgets(char *out, int size, FILE *file);
size_t fread(void *out, size_t size, size_t count, FILE *file);
int fclose(FILE *file);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void free(void *ptr);
void OPENSSL_free(void *ptr);
size_t strlen(const char *text);
void *memcpy(void *to, const void *from, size_t n);
void report(const char *what);

SSL_CTX *context_with_key(const char *certificate, const char *key)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_method());
    int usable = 0;

    if (ctx == NULL)
        return NULL;
    if (SSL_CTX_use_certificate_file(ctx, certificate, SSL_FILETYPE_PEM) == 1) {
        if (SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM) == 1) {
            if (SSL_CTX_check_private_key(ctx) == 1)
                usable = 1;
        }
    }
    if (!usable) {
        SSL_CTX_free(ctx);
        ctx = NULL;
    }
    return ctx;
}

int set_suites(SSL_CTX *ctx, const char *wanted)
{
    int set = 0;

    if (SSL_CTX_set_ciphersuites(ctx, wanted) > 0)
        set = 1;
    else
        report("no such cipher suite");
    return set;
}

int peer_is(SSL *ssl, const char *host)
{
    X509 *cert = SSL_get_peer_certificate(ssl);
    int same = 0;

    if (cert != NULL) {
        if (SSL_get_verify_result(ssl) == X509_V_OK &&
            X509_check_host(cert, host, strlen(host), 0, NULL) == 1)
            same = 1;
        X509_free(cert);
    }
    return same;
}

int is_signed(EVP_PKEY *key, const unsigned char *data, size_t size, const unsigned char *sig,
              size_t length)
{
    int verified = 0;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();

    if (ctx == NULL)
        return 0;
    if (EVP_DigestVerifyInit(ctx, NULL, EVP_sha256(), NULL, key) == 1) {
        if (EVP_DigestVerify(ctx, sig, length, data, size) == 1)
            verified = 1;
    }
    EVP_MD_CTX_free(ctx);
    return verified;
}

int digest(const void *data, size_t size, unsigned char *out, unsigned int *length)
{
    EVP_MD_CTX *ctx;
    int made = 0;

    ctx = EVP_MD_CTX_new();
    if (ctx != NULL) {
        if (EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) == 1 &&
            EVP_DigestUpdate(ctx, data, size) == 1 && EVP_DigestFinal_ex(ctx, out, length) == 1)
            made = 1;
        EVP_MD_CTX_free(ctx);
    }
    return made;
}

void peer_step(struct peer *peer)
{
    int ret;

    ERR_clear_error();
    ret = SSL_do_handshake(peer->ssl);
    switch (SSL_get_error(peer->ssl, ret)) {
    case SSL_ERROR_NONE:
        peer->step = OPEN;
        break;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        peer->step = SHAKING;
        break;
    default:
        peer->step = BROKEN;
        break;
    }
}

int peer_read(struct peer *peer, char *data, int size)
{
    int n;
    int reason;

    if (peer->step != OPEN)
        return -1;
    do {
        ERR_clear_error();
        n = SSL_read(peer->ssl, data, size);
        if (n > 0) {
            peer->received += (unsigned long)n;
            return n;
        }
        reason = SSL_get_error(peer->ssl, n);
    } while (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE);
    if (reason != SSL_ERROR_ZERO_RETURN)
        peer->step = BROKEN;
    return reason == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}

struct peer *peer_new(SSL_CTX *ctx, const struct sockaddr *address, socklen_t length)
{
    struct peer *peer = calloc(1, sizeof(*peer));
    int fd;

    if (peer == NULL)
        return NULL;
    fd = socket(2, 1, 0);
    if (fd < 0) {
        free(peer);
        return NULL;
    }
    if (connect(fd, address, length) == 0) {
        peer->ssl = SSL_new(ctx);
        if (peer->ssl != NULL && SSL_set_fd(peer->ssl, fd) == 1) {
            peer->fd = fd;
            return peer;
        }
        SSL_free(peer->ssl);
    }
    close(fd);
    free(peer);
    return NULL;
}

void peer_free(struct peer *peer)
{
    if (peer != NULL) {
        SSL_free(peer->ssl);
        if (peer->fd >= 0)
            close(peer->fd);
        free(peer);
    }
}

int make_nonce(unsigned char *nonce, int length)
{
    unsigned char fresh[16];

    if (length > (int)sizeof(fresh))
        return 0;
    if (RAND_bytes(fresh, length) == 1) {
        memcpy(nonce, fresh, (size_t)length);
        return 1;
    }
    report("no random numbers");
    return 0;
}

int count_lines(const char *path)
{
    char line[128];
    int count = -1;
    FILE *file = fopen(path, "r");

    if (file != NULL) {
        count = 0;
        while (fgets(line, sizeof(line), file) != NULL)
            count++;
        fclose(file);
    }
    return count;
}

struct record *record_read(BIO *bio)
{
    unsigned char header[3];
    struct record *record;
    int n;

    n = BIO_read(bio, header, 3);
    if (n != 3)
        return NULL;
    record = malloc(sizeof(*record));
    if (record == NULL)
        return NULL;
    record->kind = header[0];
    record->length = (unsigned short)(header[1] << 8 | header[2]);
    record->body = malloc((size_t)record->length + 1);
    if (record->body == NULL) {
        free(record);
        return NULL;
    }
    if (BIO_read(bio, record->body, record->length) != record->length) {
        free(record->body);
        free(record);
        return NULL;
    }
    return record;
}

int record_write(BIO *bio, const struct record *record)
{
    unsigned char header[3];

    header[0] = record->kind;
    header[1] = (unsigned char)(record->length >> 8);
    header[2] = (unsigned char)record->length;
    if (BIO_write(bio, header, 3) != 3)
        return -1;
    if (BIO_write(bio, record->body, record->length) != record->length)
        return -1;
    return 0;
}

int first_subject_of(const char *path, X509 **out)
{
    BIO *bio;
    X509 *cert = NULL;
    int ret = -1;

    do {
        bio = BIO_new_file(path, "r");
        if (bio == NULL)
            break;
        cert = PEM_read_bio_X509(bio, NULL, NULL, NULL);
        if (cert == NULL)
            break;
        *out = cert;
        ret = 0;
    } while (0);
    BIO_free(bio);
    return ret;
}

static int is_patient(int reason)
{
    return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
}

int ping(SSL *ssl, int *answered)
{
    unsigned char echo[4];
    int ret;
    int n;

    *answered = 0;
    ERR_clear_error();
    ret = SSL_write(ssl, "ping", 4);
    if (ret <= 0)
        return is_patient(SSL_get_error(ssl, ret)) ? 0 : -1;
    ERR_clear_error();
    n = SSL_read(ssl, echo, 4);
    if (n <= 0)
        return is_patient(SSL_get_error(ssl, n)) ? 0 : -1;
    *answered = echo[0] == 'p';
    return 0;
}

unsigned int read_length(FILE *file, int *failed)
{
    unsigned char bytes[2];
    size_t n;
    unsigned int length = 0;

    n = fread(bytes, 1, 2, file);
    if (n != 2) {
        *failed = 1;
        return 0;
    }
    length = (unsigned int)(bytes[0] << 8 | bytes[1]);
    return length;
}
