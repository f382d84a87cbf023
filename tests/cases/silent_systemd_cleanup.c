/*
 * Idioms of systemd 256 (src/shared/openssl-util.c and its like): the compiler releases at the end of
 * the scope, and what leaves is taken out of the variable first.
 */

typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;
typedef struct bio_st BIO;
typedef struct x509_st X509;

void free(void *ptr);
void *malloc(unsigned long size);
EVP_PKEY *PEM_read_bio_PUBKEY(BIO *bp, EVP_PKEY **x, int (*cb)(char *, int, int, void *), void *u);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, int (*cb)(char *, int, int, void *), void *u);
BIO *BIO_new_mem_buf(const void *buf, int len);
void BIO_free_all(BIO *a);
void EVP_PKEY_free(EVP_PKEY *pkey);
EVP_PKEY_CTX *EVP_PKEY_CTX_new(EVP_PKEY *pkey, ENGINE *e);
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *ctx);
int EVP_PKEY_encrypt_init(EVP_PKEY_CTX *ctx);
int EVP_PKEY_encrypt(EVP_PKEY_CTX *ctx, unsigned char *out, unsigned long *outlen,
                     const unsigned char *in, unsigned long inlen);
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
int EVP_MD_get_size(const EVP_MD *md);
void X509_free(X509 *a);
unsigned long ERR_get_error(void);
const char *ERR_error_string(unsigned long e, char *buf);
int log_debug(int error, const char *format, ...);

#define ENOMEM 12
#define EIO 5
#define EBADMSG 74

#define DEFINE_TRIVIAL_CLEANUP(type, func)                                                             \
    static inline void func##p(type *p)                                                                \
    {                                                                                                  \
        if (*p)                                                                                        \
            func(*p);                                                                                  \
    }
DEFINE_TRIVIAL_CLEANUP(BIO *, BIO_free_all)
DEFINE_TRIVIAL_CLEANUP(EVP_PKEY *, EVP_PKEY_free)
DEFINE_TRIVIAL_CLEANUP(EVP_PKEY_CTX *, EVP_PKEY_CTX_free)
DEFINE_TRIVIAL_CLEANUP(EVP_MD_CTX *, EVP_MD_CTX_free)
DEFINE_TRIVIAL_CLEANUP(X509 *, X509_free)
DEFINE_TRIVIAL_CLEANUP(void *, free)
#define _cleanup_(func) __attribute__((cleanup(func)))

static inline void *take(void **from)
{
    void *taken = *from;

    *from = 0;
    return taken;
}
#define TAKE_PTR(ptr) take((void **)&(ptr))

static int openssl_failure(const char *text)
{
    return log_debug(-EIO, "%s: %s", text, ERR_error_string(ERR_get_error(), 0));
}

/* The BIO goes at the end of the scope, the key leaves. */
int pubkey_from_pem(const void *pem, int size, EVP_PKEY **ret)
{
    _cleanup_(BIO_free_allp) BIO *b = BIO_new_mem_buf(pem, size);
    _cleanup_(EVP_PKEY_freep) EVP_PKEY *pkey = 0;

    if (!b)
        return -ENOMEM;
    pkey = PEM_read_bio_PUBKEY(b, 0, 0, 0);
    if (!pkey)
        return openssl_failure("no public key");
    *ret = TAKE_PTR(pkey);
    return 0;
}

/* Three variables that clean up after themselves, four ways out. */
int encrypt(EVP_PKEY *pkey, const void *decrypted, unsigned long size, void **ret, unsigned long *ret_size)
{
    _cleanup_(EVP_PKEY_CTX_freep) EVP_PKEY_CTX *ctx = 0;
    _cleanup_(freep) void *b = 0;
    unsigned long l = 0;

    ctx = EVP_PKEY_CTX_new(pkey, 0);
    if (!ctx)
        return -ENOMEM;
    if (EVP_PKEY_encrypt_init(ctx) <= 0)
        return openssl_failure("no encryption");
    if (EVP_PKEY_encrypt(ctx, 0, &l, decrypted, size) <= 0)
        return openssl_failure("no size");
    b = malloc(l);
    if (!b)
        return -ENOMEM;
    if (EVP_PKEY_encrypt(ctx, b, &l, decrypted, size) <= 0)
        return openssl_failure("not encrypted");
    *ret = TAKE_PTR(b);
    *ret_size = l;
    return 0;
}

/* The context lives in a scope of its own within the loop and goes with each round. */
int digest_each(const EVP_MD *md, const void *const *blocks, const unsigned long *sizes, int count,
                unsigned char *out)
{
    int length = EVP_MD_get_size(md);

    if (length <= 0)
        return -EBADMSG;
    for (int i = 0; i < count; i++) {
        _cleanup_(EVP_MD_CTX_freep) EVP_MD_CTX *ctx = EVP_MD_CTX_new();
        unsigned int written = 0;

        if (!ctx)
            return -ENOMEM;
        if (EVP_DigestInit_ex(ctx, md, 0) <= 0 || EVP_DigestUpdate(ctx, blocks[i], sizes[i]) <= 0)
            return openssl_failure("no digest");
        if (EVP_DigestFinal_ex(ctx, out + (unsigned long)i * length, &written) <= 0)
            return openssl_failure("no digest in the end");
        if (written != (unsigned int)length)
            return -EBADMSG;
    }
    return 0;
}

/* Zero, one or two certificates: what was read before the failure goes as well. */
int pair_of_certificates(BIO *b, X509 **leaf, X509 **issuer)
{
    _cleanup_(X509_freep) X509 *first = PEM_read_bio_X509(b, 0, 0, 0);
    _cleanup_(X509_freep) X509 *second = first ? PEM_read_bio_X509(b, 0, 0, 0) : 0;

    if (!first || !second)
        return openssl_failure("fewer than two certificates");
    *leaf = TAKE_PTR(first);
    *issuer = TAKE_PTR(second);
    return 0;
}
