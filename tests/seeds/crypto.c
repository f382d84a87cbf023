/* Digests, authenticators, ciphers, signatures and random numbers through EVP. */
#define NULL ((void *)0)
#define EVP_MAX_MD_SIZE 64
#define EVP_CTRL_AEAD_SET_TAG 0x11
#define EVP_CTRL_AEAD_GET_TAG 0x10
#define IV_LENGTH 12
#define TAG_LENGTH 16

typedef unsigned long size_t;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct engine_st ENGINE;
typedef struct bignum_st BIGNUM;
typedef struct _file FILE;

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t length);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *out, unsigned int *length);
int EVP_DigestSignInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e,
                       EVP_PKEY *key);
int EVP_DigestSign(EVP_MD_CTX *ctx, unsigned char *sig, size_t *length, const unsigned char *data,
                   size_t size);
int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e,
                         EVP_PKEY *key);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, size_t length,
                     const unsigned char *data, size_t size);
EVP_CIPHER_CTX *EVP_CIPHER_CTX_new(void);
void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX *ctx);
const EVP_CIPHER *EVP_aes_256_gcm(void);
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *length,
                      const unsigned char *data, int size);
int EVP_EncryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *length);
int EVP_DecryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_DecryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *length,
                      const unsigned char *data, int size);
int EVP_DecryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *length);
int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX *ctx, int type, int arg, void *data);
EVP_PKEY_CTX *EVP_PKEY_CTX_new(EVP_PKEY *key, ENGINE *e);
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *ctx);
int EVP_PKEY_derive_init(EVP_PKEY_CTX *ctx);
int EVP_PKEY_derive_set_peer(EVP_PKEY_CTX *ctx, EVP_PKEY *peer);
int EVP_PKEY_derive(EVP_PKEY_CTX *ctx, unsigned char *key, size_t *length);
unsigned char *HMAC(const EVP_MD *md, const void *key, int key_length, const unsigned char *data,
                    size_t size, unsigned char *out, unsigned int *length);
int PKCS5_PBKDF2_HMAC(const char *pass, int length, const unsigned char *salt, int salt_length,
                      int rounds, const EVP_MD *md, int key_length, unsigned char *out);
int RAND_bytes(unsigned char *buf, int num);
int RAND_priv_bytes(unsigned char *buf, int num);
BIGNUM *BN_bin2bn(const unsigned char *data, int length, BIGNUM *ret);
char *BN_bn2hex(const BIGNUM *number);
void BN_free(BIGNUM *number);
void *OPENSSL_malloc(size_t size);
void OPENSSL_free(void *ptr);
void OPENSSL_cleanse(void *ptr, size_t length);
int CRYPTO_memcmp(const void *a, const void *b, size_t n);
FILE *fopen(const char *name, const char *mode);
size_t fread(void *out, size_t size, size_t count, FILE *file);
size_t fwrite(const void *data, size_t size, size_t count, FILE *file);
int ferror(FILE *file);
int fclose(FILE *file);
int puts(const char *text);
void *malloc(size_t size);
void free(void *ptr);
void *memcpy(void *to, const void *from, size_t n);

int digest_file(const char *path, unsigned char *out, unsigned int *length)
{
    unsigned char block[4096];
    EVP_MD_CTX *ctx = NULL;
    FILE *file = NULL;
    size_t n;
    int ok = 0;

    file = fopen(path, "rb");
    if (file == NULL)
        goto end;
    ctx = EVP_MD_CTX_new();
    if (ctx == NULL)
        goto end;
    if (EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1)
        goto end;
    while ((n = fread(block, 1, sizeof(block), file)) > 0) {
        if (EVP_DigestUpdate(ctx, block, n) != 1)
            goto end;
    }
    if (ferror(file))
        goto end;
    if (EVP_DigestFinal_ex(ctx, out, length) != 1)
        goto end;
    ok = 1;

end:
    EVP_MD_CTX_free(ctx);
    if (file != NULL)
        fclose(file);
    return ok;
}

int authentic(const unsigned char *key, int key_length, const unsigned char *data, size_t size,
              const unsigned char *mac, unsigned int mac_length)
{
    unsigned char made[EVP_MAX_MD_SIZE];
    unsigned int length = 0;

    if (HMAC(EVP_sha256(), key, key_length, data, size, made, &length) == NULL)
        return 0;
    if (length != mac_length)
        return 0;
    return CRYPTO_memcmp(made, mac, length) == 0;
}

int encrypt(const unsigned char *key, const unsigned char *plain, int size, unsigned char *out)
{
    EVP_CIPHER_CTX *ctx;
    unsigned char iv[IV_LENGTH];
    int length = 0;
    int last = 0;
    int total = -1;

    if (RAND_bytes(iv, IV_LENGTH) != 1)
        return -1;
    ctx = EVP_CIPHER_CTX_new();
    if (ctx == NULL)
        return -1;
    if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv) != 1)
        goto done;
    memcpy(out, iv, IV_LENGTH);
    out += IV_LENGTH;
    if (EVP_EncryptUpdate(ctx, out, &length, plain, size) != 1)
        goto done;
    if (EVP_EncryptFinal_ex(ctx, out + length, &last) != 1)
        goto done;
    length += last;
    if (EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, TAG_LENGTH, out + length) != 1)
        goto done;
    total = IV_LENGTH + length + TAG_LENGTH;

done:
    EVP_CIPHER_CTX_free(ctx);
    return total;
}

int decrypt(const unsigned char *key, const unsigned char *sealed, int size, unsigned char *out)
{
    EVP_CIPHER_CTX *ctx = NULL;
    unsigned char tag[TAG_LENGTH];
    int length = 0;
    int last = 0;
    int inner = size - IV_LENGTH - TAG_LENGTH;

    if (inner < 0)
        return -1;
    memcpy(tag, sealed + IV_LENGTH + inner, TAG_LENGTH);
    ctx = EVP_CIPHER_CTX_new();
    if (ctx == NULL)
        return -1;
    if (EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, sealed) != 1 ||
        EVP_DecryptUpdate(ctx, out, &length, sealed + IV_LENGTH, inner) != 1 ||
        EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, TAG_LENGTH, tag) != 1) {
        EVP_CIPHER_CTX_free(ctx);
        return -1;
    }
    if (EVP_DecryptFinal_ex(ctx, out + length, &last) <= 0) {
        OPENSSL_cleanse(out, (size_t)inner);
        EVP_CIPHER_CTX_free(ctx);
        return -1;
    }
    EVP_CIPHER_CTX_free(ctx);
    return length + last;
}

int signature_is_valid(EVP_PKEY *key, const unsigned char *data, size_t size,
                       const unsigned char *sig, size_t length)
{
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    int valid = 0;

    if (ctx == NULL)
        return 0;
    if (EVP_DigestVerifyInit(ctx, NULL, EVP_sha256(), NULL, key) == 1 &&
        EVP_DigestVerify(ctx, sig, length, data, size) == 1)
        valid = 1;
    EVP_MD_CTX_free(ctx);
    return valid;
}

unsigned char *sign(EVP_PKEY *key, const unsigned char *data, size_t size, size_t *length)
{
    EVP_MD_CTX *ctx;
    unsigned char *sig = NULL;
    size_t needed = 0;

    ctx = EVP_MD_CTX_new();
    if (ctx == NULL)
        return NULL;
    if (EVP_DigestSignInit(ctx, NULL, EVP_sha256(), NULL, key) <= 0)
        goto failed;
    if (EVP_DigestSign(ctx, NULL, &needed, data, size) <= 0)
        goto failed;
    sig = OPENSSL_malloc(needed);
    if (sig == NULL)
        goto failed;
    if (EVP_DigestSign(ctx, sig, &needed, data, size) <= 0)
        goto failed;
    EVP_MD_CTX_free(ctx);
    *length = needed;
    return sig;

failed:
    OPENSSL_free(sig);
    EVP_MD_CTX_free(ctx);
    return NULL;
}

int agree(EVP_PKEY *own, EVP_PKEY *peer, unsigned char *shared, size_t *length)
{
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(own, NULL);

    if (ctx == NULL)
        return -1;
    if (EVP_PKEY_derive_init(ctx) <= 0) {
        EVP_PKEY_CTX_free(ctx);
        return -1;
    }
    if (EVP_PKEY_derive_set_peer(ctx, peer) <= 0) {
        EVP_PKEY_CTX_free(ctx);
        return -1;
    }
    if (EVP_PKEY_derive(ctx, shared, length) <= 0) {
        EVP_PKEY_CTX_free(ctx);
        return -1;
    }
    EVP_PKEY_CTX_free(ctx);
    return 0;
}

int key_from_password(const char *password, int length, unsigned char *salt, unsigned char *key)
{
    if (RAND_bytes(salt, 16) != 1)
        return -1;
    if (PKCS5_PBKDF2_HMAC(password, length, salt, 16, 600000, EVP_sha256(), 32, key) != 1)
        return -1;
    return 0;
}

unsigned char *random_token(int length)
{
    unsigned char *token = malloc((size_t)length);

    if (token == NULL)
        return NULL;
    if (RAND_priv_bytes(token, length) <= 0) {
        free(token);
        return NULL;
    }
    return token;
}

int print_serial(const unsigned char *bytes, int length)
{
    BIGNUM *number;
    char *text;

    number = BN_bin2bn(bytes, length, NULL);
    if (number == NULL)
        return -1;
    text = BN_bn2hex(number);
    if (text == NULL) {
        BN_free(number);
        return -1;
    }
    puts(text);
    OPENSSL_free(text);
    BN_free(number);
    return 0;
}

int fingerprint(const unsigned char *data, size_t size, unsigned char *out)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length;
    EVP_MD_CTX *ctx;
    int ret = -1;
    int made;

    ctx = EVP_MD_CTX_new();
    if (ctx == NULL)
        return -1;
    if (EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1)
        goto done;
    if (EVP_DigestUpdate(ctx, data, size) != 1)
        goto done;
    made = EVP_DigestFinal_ex(ctx, digest, &length);
    if (made != 1)
        goto done;
    memcpy(out, digest, length);
    ret = 0;

done:
    EVP_MD_CTX_free(ctx);
    return ret;
}

int session_key(unsigned char *out, int rounds)
{
    unsigned char fresh[32];
    int failed = 0;

    while (rounds-- > 0) {
        if (RAND_bytes(fresh, sizeof(fresh)) != 1) {
            failed = 1;
            goto done;
        }
        memcpy(out, fresh, sizeof(fresh));
        out += sizeof(fresh);
    }

done:
    OPENSSL_cleanse(fresh, sizeof(fresh));
    return failed;
}

int store_key(const char *path, EVP_PKEY *key, const unsigned char *data, size_t size)
{
    unsigned char *sig;
    size_t length = 0;
    FILE *file;
    int ret = 1;

    sig = sign(key, data, size, &length);
    if (sig == NULL)
        return 1;
    file = fopen(path, "wb");
    if (file == NULL)
        goto done;
    if (fwrite(sig, 1, length, file) != length) {
        fclose(file);
        goto done;
    }
    if (fclose(file) != 0)
        goto done;
    ret = 0;

done:
    OPENSSL_free(sig);
    return ret;
}
