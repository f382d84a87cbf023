/*
 * pocoproject/poco#1655 (March 2017): contexts of ciphers with OpenSSL 1.1 (Crypto/src/CipherImpl.cpp).
 *
 * Facts: for 1.1 the context is made by EVP_CIPHER_CTX_new, before it was a member that is set up in
 * place; EVP_CIPHER_CTX_cleanup, which was right for the member, only empties the new one and leaves
 * its memory. The fix calls EVP_CIPHER_CTX_free for 1.1. Reduced to a function for each form, with both
 * versions of the library in it.
 */

struct evp_cipher_ctx_st;
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
struct evp_cipher_st;
typedef struct evp_cipher_st EVP_CIPHER;
struct engine_st;
typedef struct engine_st ENGINE;

#define OPENSSL_VERSION_NUMBER 0x10101000L

extern "C" {
EVP_CIPHER_CTX *EVP_CIPHER_CTX_new();
void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX *ctx);
int EVP_CIPHER_CTX_cleanup(EVP_CIPHER_CTX *ctx);
int EVP_CIPHER_CTX_init(EVP_CIPHER_CTX *ctx);
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in,
                      int inl);
}

int encryptFaulty(const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv,
                  unsigned char *out, const unsigned char *in, int length)
{
    int written = 0;
#if OPENSSL_VERSION_NUMBER >= 0x10100000L
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new(); // finding: leaked-resource
    if (context == nullptr)
        return -1;
#else
    EVP_CIPHER_CTX storage;
    EVP_CIPHER_CTX *context = &storage;
    EVP_CIPHER_CTX_init(context);
#endif
    if (EVP_EncryptInit_ex(context, cipher, nullptr, key, iv) != 1 ||
        EVP_EncryptUpdate(context, out, &written, in, length) != 1)
        written = -1;
    EVP_CIPHER_CTX_cleanup(context);
    return written;
}

int encryptMended(const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv,
                  unsigned char *out, const unsigned char *in, int length)
{
    int written = 0;
#if OPENSSL_VERSION_NUMBER >= 0x10100000L
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (context == nullptr)
        return -1;
#else
    EVP_CIPHER_CTX storage;
    EVP_CIPHER_CTX *context = &storage;
    EVP_CIPHER_CTX_init(context);
#endif
    if (EVP_EncryptInit_ex(context, cipher, nullptr, key, iv) != 1 ||
        EVP_EncryptUpdate(context, out, &written, in, length) != 1)
        written = -1;
#if OPENSSL_VERSION_NUMBER >= 0x10100000L
    EVP_CIPHER_CTX_free(context);
#else
    EVP_CIPHER_CTX_cleanup(context);
#endif
    return written;
}
