/* Certificates and keys: reading, checking, comparing, writing. */
#define NULL ((void *)0)
#define EVP_MAX_MD_SIZE 64
#define X509_V_OK 0

typedef unsigned long size_t;
typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct x509_crl_st X509_CRL;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_st EVP_MD;
typedef struct bio_st BIO;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct pkcs12_st PKCS12;
typedef struct stack_st_X509 STACK;
typedef struct _file FILE;
struct identity {
    X509 *cert;
    EVP_PKEY *key;
};

BIO *BIO_new_file(const char *name, const char *mode);
BIO *BIO_new_mem_buf(const void *data, int length);
int BIO_free(BIO *bio);
X509 *PEM_read_bio_X509(BIO *bio, X509 **x, void *callback, void *data);
EVP_PKEY *PEM_read_bio_PrivateKey(BIO *bio, EVP_PKEY **x, void *callback, void *data);
X509_CRL *PEM_read_bio_X509_CRL(BIO *bio, X509_CRL **x, void *callback, void *data);
int PEM_write_X509(FILE *file, const X509 *cert);
PKCS12 *d2i_PKCS12_bio(BIO *bio, PKCS12 **p12);
int PKCS12_parse(PKCS12 *p12, const char *pass, EVP_PKEY **key, X509 **cert, STACK **others);
void PKCS12_free(PKCS12 *p12);
void X509_free(X509 *cert);
void X509_CRL_free(X509_CRL *crl);
void EVP_PKEY_free(EVP_PKEY *key);
int X509_check_private_key(const X509 *cert, const EVP_PKEY *key);
int X509_check_host(X509 *cert, const char *name, size_t length, unsigned int flags, char **peer);
int X509_digest(const X509 *cert, const EVP_MD *md, unsigned char *out, unsigned int *length);
EVP_PKEY *X509_get_pubkey(X509 *cert);
int X509_verify(X509 *cert, EVP_PKEY *key);
const EVP_MD *EVP_sha256(void);
X509_STORE *X509_STORE_new(void);
void X509_STORE_free(X509_STORE *store);
int X509_STORE_add_cert(X509_STORE *store, X509 *cert);
int X509_STORE_add_crl(X509_STORE *store, X509_CRL *crl);
int X509_STORE_load_locations(X509_STORE *store, const char *file, const char *path);
X509_STORE_CTX *X509_STORE_CTX_new(void);
void X509_STORE_CTX_free(X509_STORE_CTX *ctx);
int X509_STORE_CTX_init(X509_STORE_CTX *ctx, X509_STORE *store, X509 *cert, STACK *chain);
int X509_verify_cert(X509_STORE_CTX *ctx);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *cert);
int SSL_CTX_use_PrivateKey(SSL_CTX *ctx, EVP_PKEY *key);
unsigned char *d2i_skip(const unsigned char *data);
FILE *fopen(const char *name, const char *mode);
int fclose(FILE *file);
int CRYPTO_memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *text);
void free(void *ptr);
void report(const char *what);

X509 *read_certificate(const char *path)
{
    X509 *cert;
    BIO *bio = BIO_new_file(path, "r");

    if (bio == NULL)
        return NULL;
    cert = PEM_read_bio_X509(bio, NULL, NULL, NULL);
    BIO_free(bio);
    return cert;
}

EVP_PKEY *parse_key(const void *data, int length)
{
    BIO *bio = NULL;
    EVP_PKEY *key = NULL;

    bio = BIO_new_mem_buf(data, length);
    if (!bio)
        return NULL;
    key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
    if (!key)
        report("this is no key");
    BIO_free(bio);
    return key;
}

int identity_read(struct identity *identity, const char *path)
{
    X509 *cert = NULL;
    EVP_PKEY *key = NULL;
    BIO *bio = NULL;
    int ret = 0;

    bio = BIO_new_file(path, "r");
    if (bio == NULL)
        goto end;
    cert = PEM_read_bio_X509(bio, NULL, NULL, NULL);
    if (cert == NULL)
        goto end;
    key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
    if (key == NULL)
        goto end;
    if (X509_check_private_key(cert, key) != 1)
        goto end;
    identity->cert = cert;
    identity->key = key;
    cert = NULL;
    key = NULL;
    ret = 1;

end:
    EVP_PKEY_free(key);
    X509_free(cert);
    BIO_free(bio);
    return ret;
}

void identity_clear(struct identity *identity)
{
    X509_free(identity->cert);
    identity->cert = NULL;
    EVP_PKEY_free(identity->key);
    identity->key = NULL;
}

int identity_use(SSL_CTX *ctx, const char *path)
{
    struct identity identity = {NULL, NULL};

    if (!identity_read(&identity, path))
        return 0;
    if (SSL_CTX_use_certificate(ctx, identity.cert) != 1) {
        identity_clear(&identity);
        return 0;
    }
    if (SSL_CTX_use_PrivateKey(ctx, identity.key) != 1) {
        identity_clear(&identity);
        return 0;
    }
    identity_clear(&identity);
    return 1;
}

int bundle_use(SSL_CTX *ctx, const char *path, const char *password)
{
    BIO *bio;
    PKCS12 *bundle;
    EVP_PKEY *key = NULL;
    X509 *cert = NULL;
    int ret = -1;

    bio = BIO_new_file(path, "rb");
    if (bio == NULL)
        return -1;
    bundle = d2i_PKCS12_bio(bio, NULL);
    BIO_free(bio);
    if (bundle == NULL)
        return -1;
    if (PKCS12_parse(bundle, password, &key, &cert, NULL) != 1) {
        PKCS12_free(bundle);
        return -1;
    }
    PKCS12_free(bundle);
    if (SSL_CTX_use_certificate(ctx, cert) != 1)
        goto done;
    if (SSL_CTX_use_PrivateKey(ctx, key) != 1)
        goto done;
    ret = 0;

done:
    X509_free(cert);
    EVP_PKEY_free(key);
    return ret;
}

int chain_is_valid(X509_STORE *store, X509 *cert, STACK *chain)
{
    X509_STORE_CTX *ctx = X509_STORE_CTX_new();
    int valid = 0;

    if (ctx == NULL)
        return 0;
    if (X509_STORE_CTX_init(ctx, store, cert, chain) != 1) {
        X509_STORE_CTX_free(ctx);
        return 0;
    }
    if (X509_verify_cert(ctx) == 1)
        valid = 1;
    X509_STORE_CTX_free(ctx);
    return valid;
}

X509_STORE *store_with_crl(const char *authorities, const char *revoked)
{
    X509_STORE *store;
    X509_CRL *crl;
    BIO *bio;

    store = X509_STORE_new();
    if (store == NULL)
        return NULL;
    if (X509_STORE_load_locations(store, authorities, NULL) != 1) {
        X509_STORE_free(store);
        return NULL;
    }
    bio = BIO_new_file(revoked, "r");
    if (bio == NULL) {
        X509_STORE_free(store);
        return NULL;
    }
    crl = PEM_read_bio_X509_CRL(bio, NULL, NULL, NULL);
    if (crl == NULL) {
        BIO_free(bio);
        X509_STORE_free(store);
        return NULL;
    }
    if (X509_STORE_add_crl(store, crl) != 1) {
        X509_CRL_free(crl);
        BIO_free(bio);
        X509_STORE_free(store);
        return NULL;
    }
    X509_CRL_free(crl);
    BIO_free(bio);
    return store;
}

int is_issued_by(X509 *cert, X509 *issuer)
{
    EVP_PKEY *key = X509_get_pubkey(issuer);
    int verdict;

    if (key == NULL)
        return -1;
    verdict = X509_verify(cert, key);
    EVP_PKEY_free(key);
    if (verdict < 0)
        return -1;
    return verdict;
}

int is_pinned(const X509 *cert, const unsigned char *pin, unsigned int size)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length;

    if (X509_digest(cert, EVP_sha256(), digest, &length) != 1)
        return 0;
    return length == size && CRYPTO_memcmp(digest, pin, length) == 0;
}

int is_for_host(X509 *cert, const char *host)
{
    if (X509_check_host(cert, host, strlen(host), 0, NULL) != 1) {
        report("the certificate is for somebody else");
        return 0;
    }
    return 1;
}

int write_certificate(const X509 *cert, const char *path)
{
    FILE *file = fopen(path, "w");

    if (file == NULL)
        return -1;
    if (PEM_write_X509(file, cert) != 1) {
        fclose(file);
        return -1;
    }
    if (fclose(file) != 0)
        return -1;
    return 0;
}

int trust(X509_STORE *store, const char *path)
{
    int ret;
    X509 *cert = read_certificate(path);

    if (cert == NULL) {
        report("no certificate");
        return -1;
    }
    ret = X509_STORE_add_cert(store, cert);
    X509_free(cert);
    if (ret != 1)
        return -1;
    return 0;
}
