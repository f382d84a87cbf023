/*
 * CVE-2023-2283, libssh before 0.10.5: after a first call has succeeded, the result holds SSH_OK when
 * the context cannot be made or set up, and the signature counts as verified. A reduction in the
 * style of pki_crypto.c, OpenSSL 1.1.1, with a verifier that only tells of what it refuses.
 */

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct engine_st ENGINE;
typedef struct x509_store_ctx_st X509_STORE_CTX;

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e, EVP_PKEY *pkey);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen, const unsigned char *data, unsigned long length);
int X509_verify_cert(X509_STORE_CTX *ctx);
int printf(const char *format, ...);

#define SSH_OK 0
#define SSH_ERROR -1

int signature_is_allowed(int type);

int verify_faulty(EVP_PKEY *key, int type, const unsigned char *sig, const unsigned char *data)
{
    EVP_MD_CTX *ctx;
    int rc;

    rc = signature_is_allowed(type);
    if (rc != SSH_OK)
        return SSH_ERROR;
    ctx = EVP_MD_CTX_new(); // finding: success-after-failure
    if (ctx == 0)
        goto out;
    if (EVP_DigestVerifyInit(ctx, 0, EVP_sha256(), 0, key) != 1) // finding: success-after-failure
        goto out;
    if (EVP_DigestVerify(ctx, sig, 64, data, 32) == 1)
        rc = SSH_OK;
    else
        rc = SSH_ERROR;
out:
    EVP_MD_CTX_free(ctx);
    return rc;
}

int verify_mended(EVP_PKEY *key, int type, const unsigned char *sig, const unsigned char *data)
{
    EVP_MD_CTX *ctx;
    int rc;

    rc = signature_is_allowed(type);
    if (rc != SSH_OK)
        return SSH_ERROR;
    ctx = EVP_MD_CTX_new();
    if (ctx == 0)
        return SSH_ERROR;
    rc = SSH_ERROR;
    if (EVP_DigestVerifyInit(ctx, 0, EVP_sha256(), 0, key) != 1)
        goto out;
    if (EVP_DigestVerify(ctx, sig, 64, data, 32) == 1)
        rc = SSH_OK;
out:
    EVP_MD_CTX_free(ctx);
    return rc;
}

_Bool chain_faulty(X509_STORE_CTX *ctx)
{
    _Bool fine = 1;

    if (ctx == 0)
        return 0;
    if (X509_verify_cert(ctx) != 1) // finding: success-after-failure
        printf("not verified\n");
    return fine;
}

_Bool chain_mended(X509_STORE_CTX *ctx)
{
    _Bool fine = 1;

    if (ctx == 0)
        return 0;
    if (X509_verify_cert(ctx) != 1) {
        printf("not verified\n");
        fine = 0;
    }
    return fine;
}
