/*
 * openssl/openssl#17890 (March 2022, Coverity 1201763): an error exit that releases what was never
 * made (a signature function of libcrypto), and openssl/openssl#27569 with the same error.
 *
 * Facts: the first `goto err` stood before the initialisation of a structure that the exit frees. The
 * fix initialises it earlier. The finding is the release that reads the pointer.
 */

typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;
typedef struct bignum_st BIGNUM;

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
BIGNUM *BN_new(void);
BIGNUM *BN_bin2bn(const unsigned char *s, int len, BIGNUM *ret);
int BN_num_bits(const BIGNUM *a);
void BN_free(BIGNUM *a);

int message_number_faulty(const unsigned char *id, unsigned long id_len, int *bits)
{
    EVP_MD_CTX *hash;
    unsigned char digest[32];
    BIGNUM *e;
    int ret = 0;

    hash = EVP_MD_CTX_new();
    if (hash == 0 || id_len > 0xffff)
        goto err;
    if (EVP_DigestInit_ex(hash, EVP_sha256(), 0) != 1 ||
        EVP_DigestUpdate(hash, id, id_len) != 1 || EVP_DigestFinal_ex(hash, digest, 0) != 1)
        goto err;

    e = BN_new();
    if (e == 0 || BN_bin2bn(digest, sizeof(digest), e) == 0)
        goto err;
    *bits = BN_num_bits(e);
    ret = 1;

err:
    EVP_MD_CTX_free(hash);
    BN_free(e); // finding: uninitialised-read
    return ret;
}

int message_number_mended(const unsigned char *id, unsigned long id_len, int *bits)
{
    EVP_MD_CTX *hash;
    unsigned char digest[32];
    BIGNUM *e = 0;
    int ret = 0;

    hash = EVP_MD_CTX_new();
    if (hash == 0 || id_len > 0xffff)
        goto err;
    if (EVP_DigestInit_ex(hash, EVP_sha256(), 0) != 1 ||
        EVP_DigestUpdate(hash, id, id_len) != 1 || EVP_DigestFinal_ex(hash, digest, 0) != 1)
        goto err;

    e = BN_new();
    if (e == 0 || BN_bin2bn(digest, sizeof(digest), e) == 0)
        goto err;
    *bits = BN_num_bits(e);
    ret = 1;

err:
    EVP_MD_CTX_free(hash);
    BN_free(e);
    return ret;
}

/* Neither pointer has an initialiser, but there is a label for each stage. */
int message_number_staged(const unsigned char *id, unsigned long id_len, int *bits)
{
    EVP_MD_CTX *hash;
    unsigned char digest[32];
    BIGNUM *e;
    int ret = 0;

    hash = EVP_MD_CTX_new();
    if (hash == 0)
        return 0;
    if (EVP_DigestInit_ex(hash, EVP_sha256(), 0) != 1 ||
        EVP_DigestUpdate(hash, id, id_len) != 1 || EVP_DigestFinal_ex(hash, digest, 0) != 1)
        goto free_hash;
    e = BN_bin2bn(digest, sizeof(digest), 0);
    if (e == 0)
        goto free_hash;
    *bits = BN_num_bits(e);
    ret = 1;
    BN_free(e);

free_hash:
    EVP_MD_CTX_free(hash);
    return ret;
}
