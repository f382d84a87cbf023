/*
 * Mbed-TLS/mbedtls#10808 (July 2026): the handshake stage of the key schedule (library/
 * ssl_tls13_keys.c, ssl_tls13_key_schedule_stage_handshake).
 *
 * Facts: a step that failed was logged, but neither returned nor jumped to the cleanup, as its
 * neighbours do; the next step stored its own result in the same variable, and the failure was
 * forgotten. The finding is the step whose failure is forgotten.
 */

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct evp_pkey_st EVP_PKEY;

#define ERR_SSL_INTERNAL (-0x6C00)
#define ERR_SSL_HANDSHAKE (-0x6E00)
#define SSL_DEBUG_RET(text, ret) debug_print_ret(__FILE__, __LINE__, text, ret)

struct handshake {
    unsigned char secret[48];
    unsigned char transcript[48];
    EVP_PKEY *own, *peer;
    EVP_MD_CTX *hash;
};

EVP_PKEY_CTX *EVP_PKEY_CTX_new(EVP_PKEY *pkey, void *e);
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *ctx);
int EVP_PKEY_derive_init(EVP_PKEY_CTX *ctx);
int EVP_PKEY_derive_set_peer(EVP_PKEY_CTX *ctx, EVP_PKEY *peer);
int EVP_PKEY_derive(EVP_PKEY_CTX *ctx, unsigned char *key, unsigned long *keylen);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
int CRYPTO_memcmp(const void *a, const void *b, unsigned long len);
void OPENSSL_cleanse(void *ptr, unsigned long len);
void debug_print_ret(const char *file, int line, const char *text, int ret);

/* 0, or a negative code. */
static int shared_secret(struct handshake *hs, unsigned char out[48])
{
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(hs->own, 0);
    unsigned long len = 48;
    int ret = ERR_SSL_HANDSHAKE;

    if (ctx == 0)
        return ERR_SSL_INTERNAL;
    if (EVP_PKEY_derive_init(ctx) != 1 || EVP_PKEY_derive_set_peer(ctx, hs->peer) != 1)
        goto cleanup;
    if (EVP_PKEY_derive(ctx, out, &len) != 1)
        goto cleanup;
    ret = 0;

cleanup:
    EVP_PKEY_CTX_free(ctx);
    return ret;
}

static int transcript(struct handshake *hs)
{
    if (EVP_DigestFinal_ex(hs->hash, hs->transcript, 0) != 1)
        return ERR_SSL_INTERNAL;
    return 0;
}

int stage_handshake_faulty(struct handshake *hs)
{
    unsigned char ecdhe[48] = {0};
    int ret;

    ret = shared_secret(hs, ecdhe); // finding: success-after-failure
    if (ret != 0)
        SSL_DEBUG_RET("shared_secret", ret);

    ret = transcript(hs);
    if (ret != 0) {
        SSL_DEBUG_RET("transcript", ret);
        goto cleanup;
    }
    hs->secret[0] = ecdhe[0] ^ hs->transcript[0];

cleanup:
    OPENSSL_cleanse(ecdhe, sizeof(ecdhe));
    return ret;
}

int stage_handshake_mended(struct handshake *hs)
{
    unsigned char ecdhe[48] = {0};
    int ret;

    ret = shared_secret(hs, ecdhe);
    if (ret != 0) {
        SSL_DEBUG_RET("shared_secret", ret);
        goto cleanup;
    }

    ret = transcript(hs);
    if (ret != 0) {
        SSL_DEBUG_RET("transcript", ret);
        goto cleanup;
    }
    hs->secret[0] = ecdhe[0] ^ hs->transcript[0];

cleanup:
    OPENSSL_cleanse(ecdhe, sizeof(ecdhe));
    return ret;
}

/* Goes on after a failure, and keeps the first one to the end. */
int stage_all(struct handshake *hs, unsigned char out[48])
{
    int ret = shared_secret(hs, out);
    int later = transcript(hs);

    if (ret == 0)
        ret = later;
    if (ret != 0)
        OPENSSL_cleanse(out, 48);
    return ret;
}
