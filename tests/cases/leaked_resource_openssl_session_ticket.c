/*
 * CVE-2014-3567, OpenSSL before 1.0.1j: session tickets (ssl/t1_lib.c, tls_decrypt_ticket).
 *
 * Facts: the cipher context was set up before the ticket's MAC was compared, and the early return for
 * a ticket that fails its integrity check left it behind: a peer that sends many forged tickets uses
 * up the server's memory. Written with the contexts of 1.1.1, which live on the heap.
 */

typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct hmac_ctx_st HMAC_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;
typedef struct ssl_session_st SSL_SESSION;

struct ticket_keys {
    unsigned char name[16];
    unsigned char hmac_key[16];
    unsigned char aes_key[16];
};

EVP_CIPHER_CTX *EVP_CIPHER_CTX_new(void);
void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX *ctx);
int EVP_DecryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_DecryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in,
                      int inl);
int EVP_DecryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl);
const EVP_CIPHER *EVP_aes_128_cbc(void);
HMAC_CTX *HMAC_CTX_new(void);
void HMAC_CTX_free(HMAC_CTX *ctx);
int HMAC_Init_ex(HMAC_CTX *ctx, const void *key, int len, const EVP_MD *md, ENGINE *impl);
int HMAC_Update(HMAC_CTX *ctx, const unsigned char *data, unsigned long len);
int HMAC_Final(HMAC_CTX *ctx, unsigned char *md, unsigned int *len);
const EVP_MD *EVP_sha256(void);
int CRYPTO_memcmp(const void *a, const void *b, unsigned long len);
int memcmp(const void *left, const void *right, unsigned long size);
void *CRYPTO_malloc(unsigned long num, const char *file, int line);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_malloc(num) CRYPTO_malloc(num, __FILE__, __LINE__)
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)
SSL_SESSION *d2i_SSL_SESSION(SSL_SESSION **a, const unsigned char **pp, long length);

/* -1: a fatal error, 2: the ticket is not ours or damaged, 3: decrypted into *psess. */
static int decrypt_ticket_faulty(const struct ticket_keys *keys, const unsigned char *etick,
                                 int eticklen, SSL_SESSION **psess)
{
    unsigned char tick_hmac[32], *sdec = 0;
    const unsigned char *p;
    int slen = 0, mlen = 32, final = 0, ret = -1;
    EVP_CIPHER_CTX *ctx = 0;
    HMAC_CTX *hctx = 0;

    if (eticklen < 16 + 16 + mlen || memcmp(etick, keys->name, 16) != 0)
        return 2;
    hctx = HMAC_CTX_new();
    if (hctx == 0)
        return -1;
    ctx = EVP_CIPHER_CTX_new(); // finding: leaked-resource
    if (ctx == 0)
        goto err;
    if (HMAC_Init_ex(hctx, keys->hmac_key, 16, EVP_sha256(), 0) != 1 ||
        EVP_DecryptInit_ex(ctx, EVP_aes_128_cbc(), 0, keys->aes_key, etick + 16) != 1)
        goto err;
    eticklen -= mlen;
    if (HMAC_Update(hctx, etick, eticklen) != 1 || HMAC_Final(hctx, tick_hmac, 0) != 1)
        goto err;
    HMAC_CTX_free(hctx);
    hctx = 0;
    if (CRYPTO_memcmp(tick_hmac, etick + eticklen, mlen))
        return 2;

    p = etick + 16 + 16;
    sdec = OPENSSL_malloc(eticklen);
    if (sdec == 0 || EVP_DecryptUpdate(ctx, sdec, &slen, p, eticklen - 32) != 1)
        goto err;
    if (EVP_DecryptFinal_ex(ctx, sdec + slen, &final) != 1) {
        ret = 2;
        goto err;
    }
    p = sdec;
    *psess = d2i_SSL_SESSION(0, &p, slen + final);
    ret = *psess != 0 ? 3 : 2;

err:
    OPENSSL_free(sdec);
    EVP_CIPHER_CTX_free(ctx);
    HMAC_CTX_free(hctx);
    return ret;
}

static int decrypt_ticket_mended(const struct ticket_keys *keys, const unsigned char *etick,
                                 int eticklen, SSL_SESSION **psess)
{
    unsigned char tick_hmac[32], *sdec = 0;
    const unsigned char *p;
    int slen = 0, mlen = 32, final = 0, ret = -1;
    EVP_CIPHER_CTX *ctx = 0;
    HMAC_CTX *hctx = 0;

    if (eticklen < 16 + 16 + mlen || memcmp(etick, keys->name, 16) != 0)
        return 2;
    hctx = HMAC_CTX_new();
    if (hctx == 0)
        return -1;
    ctx = EVP_CIPHER_CTX_new();
    if (ctx == 0)
        goto err;
    if (HMAC_Init_ex(hctx, keys->hmac_key, 16, EVP_sha256(), 0) != 1 ||
        EVP_DecryptInit_ex(ctx, EVP_aes_128_cbc(), 0, keys->aes_key, etick + 16) != 1)
        goto err;
    eticklen -= mlen;
    if (HMAC_Update(hctx, etick, eticklen) != 1 || HMAC_Final(hctx, tick_hmac, 0) != 1)
        goto err;
    HMAC_CTX_free(hctx);
    hctx = 0;
    if (CRYPTO_memcmp(tick_hmac, etick + eticklen, mlen)) {
        EVP_CIPHER_CTX_free(ctx);
        return 2;
    }

    p = etick + 16 + 16;
    sdec = OPENSSL_malloc(eticklen);
    if (sdec == 0 || EVP_DecryptUpdate(ctx, sdec, &slen, p, eticklen - 32) != 1)
        goto err;
    if (EVP_DecryptFinal_ex(ctx, sdec + slen, &final) != 1) {
        ret = 2;
        goto err;
    }
    p = sdec;
    *psess = d2i_SSL_SESSION(0, &p, slen + final);
    ret = *psess != 0 ? 3 : 2;

err:
    OPENSSL_free(sdec);
    EVP_CIPHER_CTX_free(ctx);
    HMAC_CTX_free(hctx);
    return ret;
}

int resume(const struct ticket_keys *keys, const unsigned char *ticket, int len, SSL_SESSION **out)
{
    int ret = decrypt_ticket_faulty(keys, ticket, len, out);

    if (ret != 2)
        return ret;
    return decrypt_ticket_mended(keys, ticket, len, out);
}
