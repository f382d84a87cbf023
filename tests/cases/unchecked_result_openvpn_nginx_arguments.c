/*
 * Idioms of OpenVPN 2.6, nginx 1.22, lighttpd 1.4 and mosquitto 2.0 in which a result that nobody
 * tests does no harm, or a test that looks too narrow is right: arguments with which a call cannot
 * fail, sizes that are asked for, bytes that are known to be there, null pointers that the next
 * call refuses, outputs that are tested instead, getters that give the peer's state.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_conf_ctx_st SSL_CONF_CTX;
typedef struct bio_st BIO;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_st EVP_MD;
typedef struct ec_key_st EC_KEY;
typedef struct x509_st X509;
typedef struct x509_name_st X509_NAME;
typedef struct stack_st_X509_NAME NAMES;
typedef struct hmac_ctx_st HMAC_CTX;
typedef struct mpi mbedtls_mpi;
typedef struct md_info mbedtls_md_info_t;
typedef struct stdio FILE;
typedef struct {
    unsigned char *data;
    unsigned long len;
} text_t;
struct entry {
    struct entry *next;
};

int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *list);
int SSL_CONF_cmd(SSL_CONF_CTX *ctx, const char *option, const char *value);
void SSL_set_client_CA_list(SSL *s, NAMES *list);
NAMES *SSL_dup_CA_list(const NAMES *list);
X509 *SSL_get_peer_certificate(const SSL *ssl);
X509_NAME *X509_get_subject_name(const X509 *x);
long SSL_get_verify_result(const SSL *ssl);
int X509_NAME_print_ex(BIO *out, const X509_NAME *name, int indent, unsigned long flags);
const char *X509_verify_cert_error_string(long n);
long SSL_get_peer_tmp_key(SSL *ssl, EVP_PKEY **key);
int SSL_shutdown(SSL *ssl);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error(void);
void X509_free(X509 *x);
void EVP_PKEY_free(EVP_PKEY *key);
int EVP_PKEY_bits(const EVP_PKEY *key);
EVP_PKEY *EVP_PKEY_new(void);
int EVP_PKEY_assign_EC_KEY(EVP_PKEY *pkey, EC_KEY *key);
const EVP_MD *EVP_get_digestbyname(const char *name);
int EVP_MD_size(const EVP_MD *md);
int HMAC_Init_ex(HMAC_CTX *ctx, const void *key, int key_len, const EVP_MD *md, void *impl);
BIO *BIO_new(const void *type);
const void *BIO_s_mem(void);
int BIO_pending(BIO *b);
int BIO_read(BIO *b, void *data, int dlen);
int BIO_free(BIO *b);
int mbedtls_mpi_write_string(const mbedtls_mpi *X, int radix, char *buf, unsigned long buflen,
                             unsigned long *olen);
const mbedtls_md_info_t *mbedtls_md_info_from_type(int type);
int mbedtls_md_hmac(const mbedtls_md_info_t *md_info, const unsigned char *key,
                    unsigned long keylen, const unsigned char *input, unsigned long ilen,
                    unsigned char *output);
const int *mbedtls_ssl_list_ciphersuites(void);
long recv(int fd, void *buf, unsigned long n, int flags);
int fseek(FILE *stream, long off, int whence);
void *pool_alloc(unsigned long size);
void log_error(const char *text, int code);

int any_version(SSL_CTX *ctx, const char *ciphers)
{
    SSL_CTX_set_min_proto_version(ctx, 0);
    return SSL_CTX_set_cipher_list(ctx, ciphers) == 1 ? 0 : -1;
}

int no_fewer_than(SSL_CTX *ctx, const char *ciphers)
{
    SSL_CTX_set_min_proto_version(ctx, 0x0303); // finding: unchecked-result
    return SSL_CTX_set_cipher_list(ctx, ciphers) == 1 ? 0 : -1;
}

int command(SSL_CONF_CTX *ctx, const char *key, const char *value)
{
    if (SSL_CONF_cmd(ctx, key, value) <= 0)
        return -1;
    return 0;
}

void list_without_names(SSL *ssl, const NAMES *names)
{
    SSL_set_client_CA_list(ssl, SSL_dup_CA_list(names));
}

int refused_by_the_next(EC_KEY *ec, EVP_PKEY **out)
{
    EVP_PKEY *key = EVP_PKEY_new();

    if (!EVP_PKEY_assign_EC_KEY(key, ec)) {
        EVP_PKEY_free(key);
        return 0;
    }
    *out = key;
    return 1;
}

int refused_and_nobody_looks(EC_KEY *ec)
{
    EVP_PKEY *key = EVP_PKEY_new(); // finding: unchecked-result
    int bits;

    EVP_PKEY_assign_EC_KEY(key, ec); // finding: unchecked-result
    bits = EVP_PKEY_bits(key);
    EVP_PKEY_free(key);
    return bits;
}

int of_its_length(const char *digest, unsigned long length)
{
    if (length != EVP_MD_size(EVP_get_digestbyname(digest)))
        return 0;
    return 1;
}

int authenticated(const unsigned char *secret, const unsigned char *text, unsigned char *mac)
{
    return 0 == mbedtls_md_hmac(mbedtls_md_info_from_type(4), secret, 16, text, 16, mac);
}

char *serial_text(const mbedtls_mpi *serial)
{
    unsigned long length = 0;
    char *text;

    mbedtls_mpi_write_string(serial, 10, 0, 0, &length);
    text = pool_alloc(length);
    if (mbedtls_mpi_write_string(serial, 10, text, length, &length) != 0)
        return 0;
    return text;
}

int suites(void)
{
    const int *all = mbedtls_ssl_list_ciphersuites();
    int n = 0;

    while (all[n] != 0)
        n++;
    return n;
}

int temporary_key(SSL *ssl)
{
    EVP_PKEY *key = 0;
    int bits;

    SSL_get_peer_tmp_key(ssl, &key);
    if (!key)
        return 0;
    bits = EVP_PKEY_bits(key);
    EVP_PKEY_free(key);
    return bits;
}

int text_of(const X509_NAME *name, text_t *s)
{
    BIO *bio = BIO_new(BIO_s_mem());

    if (bio == 0)
        return -1;
    if (X509_NAME_print_ex(bio, name, 0, 0) < 0)
        goto failed;
    s->len = BIO_pending(bio);
    s->data = pool_alloc(s->len);
    if (s->data == 0)
        goto failed;
    BIO_read(bio, s->data, s->len);
    BIO_free(bio);
    return 0;
failed:
    BIO_free(bio);
    return -1;
}

int conn_get_subject(SSL *ssl, text_t *s)
{
    X509 *cert;
    int rc;

    s->len = 0;
    cert = SSL_get_peer_certificate(ssl);
    if (cert == 0)
        return 0;
    rc = text_of(X509_get_subject_name(cert), s);
    X509_free(cert);
    return rc;
}

int conn_get_state(SSL *ssl, const char **text)
{
    long rc = SSL_get_verify_result(ssl);

    if (text == 0)
        return -1;
    if (rc == 0) {
        *text = "SUCCESS";
        return 0;
    }
    *text = X509_verify_cert_error_string(rc);
    return 0;
}

int conn_accepted(SSL *ssl)
{
    X509 *cert = SSL_get_peer_certificate(ssl); // finding: success-after-failure

    if (cert == 0)
        return 0;
    X509_free(cert);
    if (SSL_get_verify_result(ssl) != 0) {
        log_error("not verified", 0);
        return -1;
    }
    return 0;
}

int optional_authority(SSL *ssl, int mode)
{
    long rc = SSL_get_verify_result(ssl);

    if (rc != 0 && (mode != 3 || !(rc == 18 || rc == 19 || rc == 20))) {
        log_error("not verified", (int)rc);
        return -1;
    }
    return 0;
}

int closed(SSL *ssl, char *buf)
{
    int ret;

    do {
        ret = SSL_read(ssl, buf, 16);
    } while (ret > 0);
    ERR_clear_error();
    switch ((ret = SSL_shutdown(ssl))) {
    case 1:
        return -2;
    case 0:
        return 0;
    default:
        return SSL_get_error(ssl, ret) == 2 ? 0 : -1;
    }
}

static int reason_of(int failed, SSL *ssl, int ret)
{
    return failed ? SSL_get_error(ssl, ret) : 0;
}

int closed_or_why(SSL *ssl)
{
    int ret = SSL_shutdown(ssl);
    int err = reason_of(ret < 0, ssl, ret);

    return ret > 0 ? 0 : err;
}

int key_of_a_ticket(HMAC_CTX *ctx, const unsigned char *key, const EVP_MD *digest)
{
#if OPENSSL_VERSION_NUMBER >= 0x10000000L
    if (HMAC_Init_ex(ctx, key, 16, digest, 0) != 1)
        return -1;
#else
    HMAC_Init_ex(ctx, key, 16, digest, 0);
#endif
    return 1;
}

int woken(int fd)
{
    char byte;

    recv(fd, &byte, 1, 0);
    return 0;
}

int skipped(FILE *file, long count)
{
    if (fseek(file, count, 1) < 0)
        return -1;
    return 0;
}

void *malloc(unsigned long size);
void *memset(void *s, int c, unsigned long n);
void out_of_memory(void);

static void check_malloc_return(void *p)
{
    if (!p)
        out_of_memory();
}

struct entry *tested_by_a_helper(struct entry *list)
{
    struct entry *e = (struct entry *)malloc(sizeof(struct entry));

    check_malloc_return(e);
    e->next = list;
    return e;
}

struct entry *used_before_the_helper(struct entry *list)
{
    struct entry *e = (struct entry *)malloc(sizeof(struct entry)); // finding: unchecked-result

    e->next = list;
    check_malloc_return(e);
    return e;
}

void *cleared_behind_the_helper(unsigned long size)
{
    void *memory = malloc(size);

    check_malloc_return(memory);
    memset(memory, 0, size);
    return memory;
}
