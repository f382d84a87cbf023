/*
 * CVE-2014-1266, Apple Secure Transport (libsecurity_ssl, SSLVerifySignedServerKeyExchange).
 *
 * Facts: a second `goto fail` stood under the braceless test of the hash update. It was always taken,
 * with err still 0 from the step before, so the signature of the server's key exchange was never
 * verified and the function reported success. The finding is the jump that skips the rest.
 */

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct engine_st ENGINE;
typedef int OSStatus;

#define errSSLCrypto (-9809)
#define errSSLAllocate (-9810)

struct ssl_context {
    unsigned char client_random[32];
    unsigned char server_random[32];
    EVP_PKEY *peer_key;
};

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha1(void);
int EVP_VerifyInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_VerifyUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_VerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned int len, EVP_PKEY *pkey);
void ssl_error_log(const char *fmt, ...);

static OSStatus hash_update(EVP_MD_CTX *hash, const void *data, unsigned long length)
{
    if (EVP_VerifyUpdate(hash, data, length) != 1)
        return errSSLCrypto;
    return 0;
}

static OSStatus raw_verify(EVP_MD_CTX *hash, EVP_PKEY *key, const unsigned char *sig, unsigned len)
{
    if (EVP_VerifyFinal(hash, sig, len, key) != 1)
        return errSSLCrypto;
    return 0;
}

static OSStatus verify_signed_exchange_faulty(struct ssl_context *ctx, const void *params,
                                              unsigned long params_len,
                                              const unsigned char *signature, unsigned signature_len)
{
    OSStatus err;
    EVP_MD_CTX *hash = EVP_MD_CTX_new();

    if (hash == 0)
        return errSSLAllocate;
    err = errSSLCrypto;
    if (EVP_VerifyInit_ex(hash, EVP_sha1(), 0) != 1)
        goto fail;
    if ((err = hash_update(hash, ctx->client_random, sizeof(ctx->client_random))) != 0)
        goto fail;
    if ((err = hash_update(hash, ctx->server_random, sizeof(ctx->server_random))) != 0)
        goto fail;
    if ((err = hash_update(hash, params, params_len)) != 0)
        goto fail;
        goto fail; // finding: success-after-failure

    err = raw_verify(hash, ctx->peer_key, signature, signature_len);
    if (err) {
        ssl_error_log("SSLDecodeSignedServerKeyExchange: verification returned %d", (int)err);
        goto fail;
    }

fail:
    EVP_MD_CTX_free(hash);
    return err;
}

static OSStatus verify_signed_exchange_mended(struct ssl_context *ctx, const void *params,
                                              unsigned long params_len,
                                              const unsigned char *signature, unsigned signature_len)
{
    OSStatus err;
    EVP_MD_CTX *hash = EVP_MD_CTX_new();

    if (hash == 0)
        return errSSLAllocate;
    err = errSSLCrypto;
    if (EVP_VerifyInit_ex(hash, EVP_sha1(), 0) != 1)
        goto fail;
    if ((err = hash_update(hash, ctx->client_random, sizeof(ctx->client_random))) != 0)
        goto fail;
    if ((err = hash_update(hash, ctx->server_random, sizeof(ctx->server_random))) != 0)
        goto fail;
    if ((err = hash_update(hash, params, params_len)) != 0)
        goto fail;

    err = raw_verify(hash, ctx->peer_key, signature, signature_len);
    if (err) {
        ssl_error_log("SSLDecodeSignedServerKeyExchange: verification returned %d", (int)err);
        goto fail;
    }

fail:
    EVP_MD_CTX_free(hash);
    return err;
}

/* An unconditional jump past a check, with a failure in hand. */
static OSStatus refuse_anonymous(struct ssl_context *ctx, const unsigned char *sig, unsigned len,
                                 int anonymous)
{
    OSStatus err = errSSLCrypto;
    EVP_MD_CTX *hash = EVP_MD_CTX_new();

    if (hash == 0)
        return errSSLAllocate;
    if (anonymous) {
        ssl_error_log("anonymous key exchange refused");
        goto fail;
    }
    if (EVP_VerifyInit_ex(hash, EVP_sha1(), 0) != 1)
        goto fail;
    if ((err = raw_verify(hash, ctx->peer_key, sig, len)) != 0)
        goto fail;
    err = 0;

fail:
    EVP_MD_CTX_free(hash);
    return err;
}

OSStatus process_key_exchange(struct ssl_context *ctx, const unsigned char *message, unsigned len)
{
    OSStatus err;

    if ((err = refuse_anonymous(ctx, message, len, len == 0)) != 0)
        return err;
    if ((err = verify_signed_exchange_faulty(ctx, message, len, message, len)) != 0)
        return err;
    return verify_signed_exchange_mended(ctx, message, len, message, len);
}
