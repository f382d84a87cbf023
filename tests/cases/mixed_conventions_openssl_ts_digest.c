/*
 * openssl/openssl#23873 (March 2024): time-stamp requests (apps/ts.c, create_digest and create_query).
 *
 * Facts: create_digest answers with the length of the digest, and its caller takes 0 alone for a
 * failure. A review found that a negative code could leave through it when its error exits were
 * combined, which create_query would take for a length. Here the code is EVP_MD_get_size's -1. The
 * mended form turns every failure into 0.
 */

typedef struct bio_st BIO;
typedef struct evp_md_st EVP_MD;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct engine_st ENGINE;

int EVP_MD_get_size(const EVP_MD *md);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
int BIO_write(BIO *b, const void *data, int dlen);

static int create_digest_faulty(const unsigned char *data, unsigned long size,
                                const EVP_MD *md, unsigned char *md_value)
{
    EVP_MD_CTX *md_ctx = 0;
    int rv;

    rv = EVP_MD_get_size(md); // finding: mixed-conventions
    if (rv <= 0)
        goto err;
    md_ctx = EVP_MD_CTX_new();
    if (md_ctx == 0 || EVP_DigestInit_ex(md_ctx, md, 0) != 1) {
        rv = 0;
        goto err;
    }
    if (EVP_DigestUpdate(md_ctx, data, size) != 1) {
        rv = 0;
        goto err;
    }
    if (EVP_DigestFinal_ex(md_ctx, md_value, 0) != 1)
        rv = 0;

err:
    EVP_MD_CTX_free(md_ctx);
    return rv;
}

static int create_digest_mended(const unsigned char *data, unsigned long size,
                                const EVP_MD *md, unsigned char *md_value)
{
    EVP_MD_CTX *md_ctx = 0;
    int md_value_len, rv = 0;

    md_value_len = EVP_MD_get_size(md);
    if (md_value_len <= 0)
        goto err;
    md_ctx = EVP_MD_CTX_new();
    if (md_ctx == 0 || EVP_DigestInit_ex(md_ctx, md, 0) != 1)
        goto err;
    if (EVP_DigestUpdate(md_ctx, data, size) != 1)
        goto err;
    if (EVP_DigestFinal_ex(md_ctx, md_value, 0) != 1)
        goto err;
    rv = md_value_len;

err:
    EVP_MD_CTX_free(md_ctx);
    return rv;
}

int create_query(const unsigned char *data, unsigned long size, BIO *output, const EVP_MD *md,
                 int modern)
{
    unsigned char value[64] = {0};
    int len;

    if (modern)
        len = create_digest_mended(data, size, md, value);
    else
        len = create_digest_faulty(data, size, md, value);
    if (len == 0)
        return 0;
    return BIO_write(output, value, len) == len;
}

/* A size that may be negative, for callers that know it. */
static int digest_size(const EVP_MD *md)
{
    return EVP_MD_get_size(md);
}

int fits(const EVP_MD *md, int room)
{
    int size = digest_size(md);

    if (size < 0)
        return 0;
    return size <= room;
}
