/*
 * cossacklabs/themis#525 (September 2019, for #516 and #517): making an RSA key
 * (src/soter/openssl/soter_rsa_key_pair_gen.c, soter_rsa_gen_key).
 *
 * Facts: the public exponent belongs to the EVP_PKEY_CTX once it has been set; the function released it
 * afterwards when the next step failed, and on its error exits also the context, which is the caller's.
 * The fix releases neither.
 */

typedef struct bignum_st BIGNUM;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;

#define RSA_F4 0x10001L
#define SOTER_SUCCESS 0
#define SOTER_FAIL 11
#define SOTER_INVALID_PARAMETER 12

struct key_pair_gen {
    EVP_PKEY_CTX *pkey_ctx;
    int bits;
};

BIGNUM *BN_new(void);
void BN_free(BIGNUM *a);
int BN_set_word(BIGNUM *a, unsigned long w);
int EVP_PKEY_keygen_init(EVP_PKEY_CTX *ctx);
int EVP_PKEY_keygen(EVP_PKEY_CTX *ctx, EVP_PKEY **ppkey);
int EVP_PKEY_CTX_set_rsa_keygen_pubexp(EVP_PKEY_CTX *ctx, BIGNUM *pubexp);
int EVP_PKEY_CTX_set_rsa_keygen_bits(EVP_PKEY_CTX *ctx, int bits);
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *ctx);

int gen_key_faulty(struct key_pair_gen *gen, EVP_PKEY **pkey)
{
    EVP_PKEY_CTX *pkey_ctx = gen->pkey_ctx;
    BIGNUM *pub_exp;

    if (EVP_PKEY_keygen_init(pkey_ctx) != 1)
        return SOTER_INVALID_PARAMETER;
    pub_exp = BN_new();
    if (!pub_exp)
        return SOTER_FAIL;
    if (!BN_set_word(pub_exp, RSA_F4)) {
        BN_free(pub_exp);
        return SOTER_FAIL;
    }
    if (EVP_PKEY_CTX_set_rsa_keygen_pubexp(pkey_ctx, pub_exp) < 1) {
        BN_free(pub_exp);
        return SOTER_FAIL;
    }
    if (EVP_PKEY_CTX_set_rsa_keygen_bits(pkey_ctx, gen->bits) < 1) {
        BN_free(pub_exp); // finding: borrowed-release
        return SOTER_FAIL;
    }
    if (EVP_PKEY_keygen(pkey_ctx, pkey) != 1) {
        BN_free(pub_exp); // finding: borrowed-release
        return SOTER_FAIL;
    }
    return SOTER_SUCCESS;
}

int gen_key_mended(struct key_pair_gen *gen, EVP_PKEY **pkey)
{
    EVP_PKEY_CTX *pkey_ctx = gen->pkey_ctx;
    BIGNUM *pub_exp;

    if (EVP_PKEY_keygen_init(pkey_ctx) != 1)
        return SOTER_INVALID_PARAMETER;
    pub_exp = BN_new();
    if (!pub_exp)
        return SOTER_FAIL;
    if (!BN_set_word(pub_exp, RSA_F4)) {
        BN_free(pub_exp);
        return SOTER_FAIL;
    }
    if (EVP_PKEY_CTX_set_rsa_keygen_pubexp(pkey_ctx, pub_exp) < 1) {
        BN_free(pub_exp);
        return SOTER_FAIL;
    }
    /* pub_exp is the context's from here on */
    if (EVP_PKEY_CTX_set_rsa_keygen_bits(pkey_ctx, gen->bits) < 1)
        return SOTER_FAIL;
    if (EVP_PKEY_keygen(pkey_ctx, pkey) != 1)
        return SOTER_FAIL;
    return SOTER_SUCCESS;
}

/* The owner's own release takes the exponent along. */
void key_pair_gen_cleanup(struct key_pair_gen *gen)
{
    if (gen->pkey_ctx) {
        EVP_PKEY_CTX_free(gen->pkey_ctx);
        gen->pkey_ctx = 0;
    }
}
