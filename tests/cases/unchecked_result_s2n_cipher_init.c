/*
 * aws/s2n-tls#321 (September 2016): ciphers of records (crypto/s2n_aead_cipher_aes_gcm.c and its
 * neighbours).
 *
 * Facts: every call of the library goes through a status macro that returns on a failure; the ones that
 * set the initialisation vector did not. The fix puts them into the macro as well.
 */

typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct engine_st ENGINE;

#define EVP_CTRL_GCM_GET_TAG 0x10
#define GCM_TAG_LEN 16
#define GUARD_OSSL(x, code)                                                                        \
    do {                                                                                           \
        if ((x) != 1)                                                                              \
            return code;                                                                           \
    } while (0)
#define S2N_ERR_KEY_INIT (-2)
#define S2N_ERR_ENCRYPT (-3)

struct blob {
    unsigned char *data;
    int size;
};

int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in,
                      int inl);
int EVP_EncryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl);
int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX *ctx, int type, int arg, void *ptr);

int aes_gcm_encrypt_faulty(EVP_CIPHER_CTX *ctx, const struct blob *iv, const struct blob *aad,
                           const struct blob *in, struct blob *out)
{
    int out_len = 0;
    int in_len = in->size - GCM_TAG_LEN;

    EVP_EncryptInit_ex(ctx, 0, 0, 0, iv->data); // finding: unchecked-result
    GUARD_OSSL(EVP_EncryptUpdate(ctx, 0, &out_len, aad->data, aad->size), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_EncryptUpdate(ctx, out->data, &out_len, in->data, in_len), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_EncryptFinal_ex(ctx, out->data + out_len, &out_len), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, GCM_TAG_LEN, out->data + in_len),
               S2N_ERR_ENCRYPT);
    return 0;
}

int aes_gcm_encrypt_mended(EVP_CIPHER_CTX *ctx, const struct blob *iv, const struct blob *aad,
                           const struct blob *in, struct blob *out)
{
    int out_len = 0;
    int in_len = in->size - GCM_TAG_LEN;

    GUARD_OSSL(EVP_EncryptInit_ex(ctx, 0, 0, 0, iv->data), S2N_ERR_KEY_INIT);
    GUARD_OSSL(EVP_EncryptUpdate(ctx, 0, &out_len, aad->data, aad->size), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_EncryptUpdate(ctx, out->data, &out_len, in->data, in_len), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_EncryptFinal_ex(ctx, out->data + out_len, &out_len), S2N_ERR_ENCRYPT);
    GUARD_OSSL(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, GCM_TAG_LEN, out->data + in_len),
               S2N_ERR_ENCRYPT);
    return 0;
}

#define GUARD_GOTO(x, label)                                                                       \
    do {                                                                                           \
        if ((x) != 1)                                                                              \
            goto label;                                                                            \
    } while (0)

/* The macro jumps, and the label turns the jump into the function's own failure. */
int aes_gcm_start(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, const unsigned char *key)
{
    int ret = S2N_ERR_KEY_INIT;

    GUARD_GOTO(EVP_EncryptInit_ex(ctx, cipher, 0, 0, 0), done);
    GUARD_GOTO(EVP_EncryptInit_ex(ctx, 0, 0, key, 0), done);
    ret = 0;

done:
    return ret;
}
