/*
 * openssl/openssl#8874 (May 2019): encryption by providers (crypto/evp/evp_enc.c, EVP_EncryptUpdate
 * and EVP_EncryptFinal_ex).
 *
 * Facts: the provider's function writes the length only if it succeeds. The wrapper compared the
 * length with INT_MAX without asking whether the call had succeeded; found by fuzzing. The fix looks
 * at the length only after success, as the decrypting functions already did. Here the provider is
 * EVP_CipherUpdate, which keeps the same promise.
 */

typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;

#define INT_MAX 0x7fffffff

int EVP_CipherUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in,
                     int inl);
int EVP_CipherFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl);
void evp_error(const char *function);

int encrypt_update_faulty(EVP_CIPHER_CTX *ctx, unsigned char *out, long *outl,
                          const unsigned char *in, int inl)
{
    int ret;
    int soutl;

    if (inl < 0)
        return 0;
    ret = EVP_CipherUpdate(ctx, out, &soutl, in, inl);
    if (soutl > INT_MAX - 32) { // finding: failed-output-read
        evp_error("EVP_EncryptUpdate");
        return 0;
    }
    if (ret == 1)
        *outl = soutl;
    return ret;
}

int encrypt_update_mended(EVP_CIPHER_CTX *ctx, unsigned char *out, long *outl,
                          const unsigned char *in, int inl)
{
    int ret;
    int soutl;

    if (inl < 0)
        return 0;
    ret = EVP_CipherUpdate(ctx, out, &soutl, in, inl);
    if (ret == 1) {
        if (soutl > INT_MAX - 32) {
            evp_error("EVP_EncryptUpdate");
            return 0;
        }
        *outl = soutl;
    }
    return ret;
}

/* Two lengths without initialiser; each is added only after its own call has succeeded. */
int encrypt_all(EVP_CIPHER_CTX *ctx, unsigned char *out, const unsigned char *in, int inl)
{
    int len, total;

    if (EVP_CipherUpdate(ctx, out, &len, in, inl) != 1)
        goto err;
    total = len;
    if (EVP_CipherFinal_ex(ctx, out + total, &len) != 1)
        goto err;
    total += len;
    return total;

err:
    evp_error("encrypt_all");
    return -1;
}
