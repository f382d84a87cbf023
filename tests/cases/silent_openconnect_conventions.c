/*
 * Idioms of openconnect 9 and curl 8: OpenSSL's 1 and 0 turned into 0 and -errno or into an
 * enumeration, status macros, cleanup through one label, reports that do not disturb the reason.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

#define EINVAL 22
#define ENOMEM 12
#define EIO 5
#define CURLE_OK 0
#define CURLE_SSL_CERTPROBLEM 58
#define CURLE_SSL_CIPHER 59

struct vpn {
    SSL_CTX *ctx;
    SSL *ssl;
    X509 *cert;
    int quitting;
};

int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha1(void);
BIO *BIO_new_file(const char *filename, const char *mode);
int BIO_free(BIO *a);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
EVP_PKEY *PEM_read_bio_PrivateKey(BIO *bp, EVP_PKEY **x, pem_password_cb *cb, void *u);
void X509_free(X509 *a);
void EVP_PKEY_free(EVP_PKEY *pkey);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *x);
int SSL_CTX_use_PrivateKey(SSL_CTX *ctx, EVP_PKEY *pkey);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
int SSL_CTX_set_alpn_protos(SSL_CTX *ctx, const unsigned char *protos, unsigned int protos_len);
int RAND_bytes(unsigned char *buf, int num);
void vpn_progress(struct vpn *vpn, const char *fmt, ...);

/* 1 becomes 0, and everything else becomes a negative code. */
int openconnect_sha1(unsigned char *result, const void *data, int len)
{
    EVP_MD_CTX *c = EVP_MD_CTX_new();
    int ok;

    if (!c)
        return -ENOMEM;
    ok = EVP_DigestInit_ex(c, EVP_sha1(), 0) == 1 &&
         EVP_DigestUpdate(c, data, (unsigned long)len) == 1 && EVP_DigestFinal_ex(c, result, 0) == 1;
    EVP_MD_CTX_free(c);
    return ok ? 0 : -EIO;
}

int openconnect_random(void *bytes, int len)
{
    if (RAND_bytes(bytes, len) != 1)
        return -EIO;
    return 0;
}

/* ret is a failure until the last step, so that each jump leaves with one. */
int load_certificate(struct vpn *vpn, const char *file)
{
    BIO *b = BIO_new_file(file, "r");
    X509 *x = 0;
    EVP_PKEY *key = 0;
    int ret = -EINVAL;

    if (!b) {
        vpn_progress(vpn, "Failed to open certificate file %s", file);
        return -EINVAL;
    }
    x = PEM_read_bio_X509(b, 0, 0, 0);
    if (!x) {
        vpn_progress(vpn, "Failed to load certificate from %s", file);
        goto out;
    }
    if (SSL_CTX_use_certificate(vpn->ctx, x) != 1) {
        ret = -EIO;
        goto out;
    }
    key = PEM_read_bio_PrivateKey(b, 0, 0, 0);
    if (!key || SSL_CTX_use_PrivateKey(vpn->ctx, key) != 1)
        goto out;
    vpn->cert = x;
    x = 0;
    ret = 0;

out:
    X509_free(x);
    EVP_PKEY_free(key);
    BIO_free(b);
    return ret;
}

#define CHECK_CODE(call, code)                                                                     \
    do {                                                                                           \
        if (!(call)) {                                                                             \
            result = (code);                                                                       \
            goto fail;                                                                             \
        }                                                                                          \
    } while (0)

/* The macro's condition is the success; the one inverted function is compared with its 0. */
int ossl_init(struct vpn *vpn, const char *ciphers, const unsigned char *protos, unsigned count)
{
    int result = CURLE_OK;

    CHECK_CODE(SSL_CTX_set_cipher_list(vpn->ctx, ciphers) == 1, CURLE_SSL_CIPHER);
    CHECK_CODE(SSL_CTX_set_alpn_protos(vpn->ctx, protos, count) == 0, CURLE_SSL_CIPHER);
    CHECK_CODE(load_certificate(vpn, "client.pem") == 0, CURLE_SSL_CERTPROBLEM);
    return result;

fail:
    vpn_progress(vpn, "TLS set-up failed: %d", result);
    return result;
}

/* A table of steps: the first failure ends it and is what leaves. */
typedef int (*step)(struct vpn *vpn, const char *argument);

int run_steps(struct vpn *vpn, const step *steps, int count, const char *argument)
{
    int ret = 0;
    int i;

    for (i = 0; i < count && ret == 0; i++)
        ret = steps[i](vpn, argument);
    return ret;
}

/* Optional: without it things are slower and not wrong, and the log says so. */
void prefer_ciphers(struct vpn *vpn, const char *preferred, const char *ordinary)
{
    if (SSL_CTX_set_cipher_list(vpn->ctx, preferred) != 1) {
        vpn_progress(vpn, "preferred ciphers are not available");
        if (SSL_CTX_set_cipher_list(vpn->ctx, ordinary) != 1)
            vpn->quitting = 1;
    }
}
