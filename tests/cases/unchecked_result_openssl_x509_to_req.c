/*
 * CVE-2015-0288, OpenSSL before 1.0.2a: a request from a certificate (crypto/x509/x509_req.c,
 * X509_to_X509_REQ).
 *
 * Facts: X509_get_pubkey is null for a key that cannot be decoded. It was handed on and dereferenced
 * by X509_REQ_set_pubkey. The fix tests it. CVE-2021-23841 is the same with X509_NAME_oneline in
 * X509_issuer_and_serial_hash, the second pair here.
 */

typedef struct x509_st X509;
typedef struct X509_req_st X509_REQ;
typedef struct X509_name_st X509_NAME;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;

X509_REQ *X509_REQ_new(void);
void X509_REQ_free(X509_REQ *a);
int X509_REQ_set_version(X509_REQ *x, long version);
int X509_REQ_set_subject_name(X509_REQ *req, const X509_NAME *name);
int X509_REQ_set_pubkey(X509_REQ *x, EVP_PKEY *pkey);
int X509_REQ_sign(X509_REQ *x, EVP_PKEY *pkey, const EVP_MD *md);
X509_NAME *X509_get_subject_name(const X509 *a);
X509_NAME *X509_get_issuer_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
EVP_PKEY *X509_get_pubkey(X509 *x);
void EVP_PKEY_free(EVP_PKEY *pkey);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_md5(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
unsigned long strlen(const char *s);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)

X509_REQ *x509_to_req_faulty(X509 *x, EVP_PKEY *pkey, const EVP_MD *md)
{
    X509_REQ *ret = X509_REQ_new();
    EVP_PKEY *pktmp;
    int i;

    if (ret == 0)
        goto err;
    if (!X509_REQ_set_version(ret, 0))
        goto err;
    if (!X509_REQ_set_subject_name(ret, X509_get_subject_name(x)))
        goto err;
    pktmp = X509_get_pubkey(x); // finding: unchecked-result
    i = X509_REQ_set_pubkey(ret, pktmp);
    EVP_PKEY_free(pktmp);
    if (!i)
        goto err;
    if (pkey != 0 && X509_REQ_sign(ret, pkey, md) <= 0)
        goto err;
    return ret;

err:
    X509_REQ_free(ret);
    return 0;
}

X509_REQ *x509_to_req_mended(X509 *x, EVP_PKEY *pkey, const EVP_MD *md)
{
    X509_REQ *ret = X509_REQ_new();
    EVP_PKEY *pktmp;
    int i;

    if (ret == 0)
        goto err;
    if (!X509_REQ_set_version(ret, 0))
        goto err;
    if (!X509_REQ_set_subject_name(ret, X509_get_subject_name(x)))
        goto err;
    pktmp = X509_get_pubkey(x);
    if (pktmp == 0)
        goto err;
    i = X509_REQ_set_pubkey(ret, pktmp);
    EVP_PKEY_free(pktmp);
    if (!i)
        goto err;
    if (pkey != 0 && X509_REQ_sign(ret, pkey, md) <= 0)
        goto err;
    return ret;

err:
    X509_REQ_free(ret);
    return 0;
}

unsigned long issuer_hash_faulty(X509 *a)
{
    unsigned long ret = 0;
    unsigned char md[16];
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    char *f = 0;

    if (ctx == 0)
        goto err;
    f = X509_NAME_oneline(X509_get_issuer_name(a), 0, 0); // finding: unchecked-result
    if (!EVP_DigestInit_ex(ctx, EVP_md5(), 0))
        goto err;
    if (!EVP_DigestUpdate(ctx, f, strlen(f)))
        goto err;
    if (!EVP_DigestFinal_ex(ctx, md, 0))
        goto err;
    ret = md[0] | (unsigned long)md[1] << 8 | (unsigned long)md[2] << 16;

err:
    OPENSSL_free(f);
    EVP_MD_CTX_free(ctx);
    return ret;
}

unsigned long issuer_hash_mended(X509 *a)
{
    unsigned long ret = 0;
    unsigned char md[16];
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    char *f = 0;

    if (ctx == 0)
        goto err;
    f = X509_NAME_oneline(X509_get_issuer_name(a), 0, 0);
    if (f == 0)
        goto err;
    if (!EVP_DigestInit_ex(ctx, EVP_md5(), 0))
        goto err;
    if (!EVP_DigestUpdate(ctx, f, strlen(f)))
        goto err;
    if (!EVP_DigestFinal_ex(ctx, md, 0))
        goto err;
    ret = md[0] | (unsigned long)md[1] << 8 | (unsigned long)md[2] << 16;

err:
    OPENSSL_free(f);
    EVP_MD_CTX_free(ctx);
    return ret;
}

/* The test is kept in a variable, and the release accepts null. */
int has_usable_key(X509 *a)
{
    EVP_PKEY *pkey = X509_get_pubkey(a);
    int usable = pkey != 0;

    EVP_PKEY_free(pkey);
    return usable;
}
