/* Services around TLS: result variables, records over connections, status of certificates. */
#define NULL ((void *)0)
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6
#define SSL_FILETYPE_PEM 1
#define V_OCSP_CERTSTATUS_GOOD 0
#define OCSP_RESPONSE_STATUS_SUCCESSFUL 0
#define EVP_MAX_MD_SIZE 64

typedef unsigned long size_t;
typedef long ssize_t;
typedef long time_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_session_st SSL_SESSION;
typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_st EVP_MD;
typedef struct ocsp_response_st OCSP_RESPONSE;
typedef struct ocsp_basic_response_st OCSP_BASICRESP;
typedef struct ocsp_cert_id_st OCSP_CERTID;
typedef struct asn1_time_st ASN1_GENERALIZEDTIME;
typedef struct stack_st_X509 STACK;
typedef struct _file FILE;
struct tm {
    int tm_year;
    int tm_mon;
    int tm_mday;
    int tm_hour;
    int tm_min;
    int tm_sec;
};
struct frame {
    unsigned char *data;
    int length;
};
struct account {
    char *name;
    unsigned char salt[16];
    unsigned char hash[32];
};

int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_peek(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_shutdown(SSL *ssl);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *list);
int SSL_CTX_set_tlsext_use_srtp(SSL_CTX *ctx, const char *profiles);
int SSL_SESSION_print_fp(FILE *file, const SSL_SESSION *session);
int PEM_write_bio_SSL_SESSION(BIO *bio, SSL_SESSION *session);
SSL_SESSION *PEM_read_bio_SSL_SESSION(BIO *bio, SSL_SESSION **out, void *callback, void *data);
void SSL_SESSION_free(SSL_SESSION *session);
int SSL_set_session(SSL *ssl, SSL_SESSION *session);
BIO *BIO_new_file(const char *name, const char *mode);
int BIO_free(BIO *bio);
OCSP_RESPONSE *d2i_OCSP_RESPONSE(OCSP_RESPONSE **out, const unsigned char **data, long length);
void OCSP_RESPONSE_free(OCSP_RESPONSE *response);
int OCSP_response_status(OCSP_RESPONSE *response);
OCSP_BASICRESP *OCSP_response_get1_basic(OCSP_RESPONSE *response);
void OCSP_BASICRESP_free(OCSP_BASICRESP *basic);
int OCSP_basic_verify(OCSP_BASICRESP *basic, STACK *certs, X509_STORE *store, unsigned long flags);
int OCSP_resp_find_status(OCSP_BASICRESP *basic, OCSP_CERTID *id, int *status, int *reason,
                          ASN1_GENERALIZEDTIME **revoked, ASN1_GENERALIZEDTIME **from,
                          ASN1_GENERALIZEDTIME **until);
int PKCS5_PBKDF2_HMAC(const char *pass, int length, const unsigned char *salt, int salt_length,
                      int rounds, const EVP_MD *md, int key_length, unsigned char *out);
int EVP_Digest(const void *data, size_t count, unsigned char *out, unsigned int *size,
               const EVP_MD *type, void *impl);
const EVP_MD *EVP_sha256(void);
int RAND_bytes(unsigned char *buf, int num);
int CRYPTO_memcmp(const void *a, const void *b, size_t n);
void OPENSSL_cleanse(void *ptr, size_t length);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
FILE *fopen(const char *name, const char *mode);
int fclose(FILE *file);
int fflush(FILE *file);
size_t fwrite(const void *data, size_t size, size_t count, FILE *file);
time_t time(time_t *out);
struct tm *gmtime_r(const time_t *when, struct tm *out);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
char *strdup(const char *text);
size_t strlen(const char *text);
void free(void *ptr);
void OPENSSL_free(void *ptr);
void *memcpy(void *to, const void *from, size_t n);
void report(const char *what);

int configure(SSL_CTX *ctx, const char *chain, const char *key, const char *authorities)
{
    int ret = -1;

    if (SSL_CTX_use_certificate_chain_file(ctx, chain) != 1) {
        report("chain");
        goto out;
    }
    if (SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM) != 1) {
        report("key");
        goto out;
    }
    if (SSL_CTX_load_verify_locations(ctx, authorities, NULL) != 1) {
        report("authorities");
        goto out;
    }
    ret = 0;

out:
    if (ret != 0)
        report("the context is not usable");
    return ret;
}

int configure_media(SSL_CTX *ctx, const char *profiles, const char *ciphers)
{
    int ret = 1;

    if (SSL_CTX_set_tlsext_use_srtp(ctx, profiles) != 0) {
        ret = 0;
        goto out;
    }
    if (SSL_CTX_set_cipher_list(ctx, ciphers) != 1) {
        ret = 0;
        goto out;
    }

out:
    return ret;
}

int session_save(const char *path, SSL_SESSION *session)
{
    int err = 0;
    BIO *bio = BIO_new_file(path, "w");

    if (bio == NULL)
        return -1;
    if (PEM_write_bio_SSL_SESSION(bio, session) != 1) {
        err = -1;
        goto out;
    }
    report("the session was saved");

out:
    BIO_free(bio);
    return err;
}

int session_resume(SSL *ssl, const char *path)
{
    int err = -1;
    BIO *bio = NULL;
    SSL_SESSION *session = NULL;

    bio = BIO_new_file(path, "r");
    if (bio == NULL)
        goto out;
    session = PEM_read_bio_SSL_SESSION(bio, NULL, NULL, NULL);
    if (session == NULL)
        goto out;
    if (SSL_set_session(ssl, session) != 1)
        goto out;
    err = 0;

out:
    SSL_SESSION_free(session);
    BIO_free(bio);
    return err;
}

int certificate_is_good(const unsigned char *data, long length, OCSP_CERTID *id, STACK *certs,
                        X509_STORE *store)
{
    OCSP_RESPONSE *response = NULL;
    OCSP_BASICRESP *basic = NULL;
    int good = 0;
    int status;

    response = d2i_OCSP_RESPONSE(NULL, &data, length);
    if (response == NULL)
        goto end;
    if (OCSP_response_status(response) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        goto end;
    basic = OCSP_response_get1_basic(response);
    if (basic == NULL)
        goto end;
    if (OCSP_basic_verify(basic, certs, store, 0) <= 0)
        goto end;
    if (OCSP_resp_find_status(basic, id, &status, NULL, NULL, NULL, NULL) != 1)
        goto end;
    if (status == V_OCSP_CERTSTATUS_GOOD)
        good = 1;

end:
    OCSP_BASICRESP_free(basic);
    OCSP_RESPONSE_free(response);
    return good;
}

int send_frame(SSL *ssl, const struct frame *frame)
{
    unsigned char header[4] = {0};
    int n;

    header[2] = (unsigned char)(frame->length >> 8);
    header[3] = (unsigned char)frame->length;
    ERR_clear_error();
    n = SSL_write(ssl, header, sizeof(header));
    if (n <= 0) {
        report(SSL_get_error(ssl, n) == SSL_ERROR_SSL ? "protocol" : "transport");
        return -1;
    }
    ERR_clear_error();
    n = SSL_write(ssl, frame->data, frame->length);
    if (n <= 0) {
        report(SSL_get_error(ssl, n) == SSL_ERROR_SSL ? "protocol" : "transport");
        return -1;
    }
    return 0;
}

int receive_frame(SSL *ssl, struct frame *frame)
{
    unsigned char header[4];
    unsigned char *data;
    int n;

    ERR_clear_error();
    n = SSL_read(ssl, header, sizeof(header));
    if (n != (int)sizeof(header)) {
        if (SSL_get_error(ssl, n) == SSL_ERROR_SSL)
            report("protocol");
        return -1;
    }
    frame->length = header[2] << 8 | header[3];
    data = malloc((size_t)frame->length + 1);
    if (data == NULL)
        return -1;
    ERR_clear_error();
    n = SSL_read(ssl, data, frame->length);
    if (n != frame->length) {
        if (SSL_get_error(ssl, n) == SSL_ERROR_SSL)
            report("protocol");
        free(data);
        return -1;
    }
    frame->data = data;
    return 0;
}

int greet_all(SSL **peers, int count)
{
    int reached = 0;
    int i;

    for (i = 0; i < count; i++) {
        int n;
        int reason;

        ERR_clear_error();
        n = SSL_write(peers[i], "hello", 5);
        if (n <= 0) {
            reason = SSL_get_error(peers[i], n);
            report(reason == SSL_ERROR_ZERO_RETURN ? "closed" : "broken");
            continue;
        }
        reached++;
    }
    return reached;
}

int has_data(SSL *ssl)
{
    char first;
    int reason;
    int n;

    ERR_clear_error();
    n = SSL_peek(ssl, &first, 1);
    if (n > 0)
        return 1;
    reason = SSL_get_error(ssl, n);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return 0;
    return -1;
}

struct account *account_new(const char *name, const char *password)
{
    struct account *account;

    account = calloc(1, sizeof(*account));
    if (account == NULL)
        return NULL;
    account->name = strdup(name);
    if (account->name == NULL)
        goto failed;
    if (RAND_bytes(account->salt, sizeof(account->salt)) != 1)
        goto failed;
    if (PKCS5_PBKDF2_HMAC(password, (int)strlen(password), account->salt, sizeof(account->salt),
                          600000, EVP_sha256(), sizeof(account->hash), account->hash) != 1)
        goto failed;
    return account;

failed:
    free(account->name);
    free(account);
    return NULL;
}

int account_matches(const struct account *account, const char *password)
{
    unsigned char hash[32];
    int same;

    if (PKCS5_PBKDF2_HMAC(password, (int)strlen(password), account->salt, sizeof(account->salt),
                          600000, EVP_sha256(), sizeof(hash), hash) != 1)
        return 0;
    same = CRYPTO_memcmp(hash, account->hash, sizeof(hash)) == 0;
    OPENSSL_cleanse(hash, sizeof(hash));
    return same;
}

int identify(const void *data, size_t size, unsigned char *id)
{
    unsigned char full[EVP_MAX_MD_SIZE];
    unsigned int length;

    if (EVP_Digest(data, size, full, &length, EVP_sha256(), NULL) != 1)
        return -1;
    memcpy(id, full, 8);
    return 0;
}

int this_year(int *year)
{
    struct tm parts;
    time_t now = time(NULL);

    if (now == -1)
        return -1;
    if (gmtime_r(&now, &parts) == NULL)
        return -1;
    *year = parts.tm_year + 1900;
    return 0;
}

int log_line(const char *path, const char *line)
{
    int rc = 1;
    size_t length = strlen(line);
    FILE *file = fopen(path, "a");

    if (file == NULL)
        return 1;
    if (fwrite(line, 1, length, file) != length)
        goto out;
    if (fflush(file) != 0)
        goto out;
    rc = 0;

out:
    fclose(file);
    return rc;
}
