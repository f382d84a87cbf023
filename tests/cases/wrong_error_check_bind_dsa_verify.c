/*
 * CVE-2009-0025, BIND 9 up to 9.6.0: DNSSEC signatures made with DSA or RSA.
 *
 * Facts: DSA_do_verify and EVP_VerifyFinal answer 1 (valid), 0 (wrong) or -1 (could not be checked).
 * BIND's openssldsa_verify and opensslrsa_verify turned 0 alone into DST_R_VERIFYFAILURE, so that a
 * malformed signature was a good one (9.6.0-P1 asks for 1). The family began with CVE-2008-5077.
 */

typedef struct dsa_st DSA;
typedef struct dsa_sig_st DSA_SIG;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_pkey_st EVP_PKEY;
typedef unsigned int isc_result_t;

#define ISC_R_SUCCESS 0
#define ISC_R_NOMEMORY 1
#define DST_R_VERIFYFAILURE 1001

struct dst_key {
    DSA *dsa;
    EVP_PKEY *pkey;
    unsigned key_bits;
};

struct dst_context {
    struct dst_key *key;
    EVP_MD_CTX *evp_md_ctx;
};

DSA_SIG *dns_signature(const unsigned char *region, unsigned length);
void DSA_SIG_free(DSA_SIG *sig);
int DSA_do_verify(const unsigned char *dgst, int dgst_len, DSA_SIG *sig, DSA *dsa);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s);
int EVP_VerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned int len, EVP_PKEY *pkey);

isc_result_t openssldsa_verify_faulty(struct dst_context *dctx, const unsigned char *sig,
                                      unsigned length)
{
    struct dst_key *key = dctx->key;
    unsigned char digest[20];
    DSA_SIG *dsasig;
    int status;

    if (EVP_DigestFinal_ex(dctx->evp_md_ctx, digest, 0) != 1)
        return DST_R_VERIFYFAILURE;
    if (length < 2 * 20 + 1)
        return DST_R_VERIFYFAILURE;
    dsasig = dns_signature(sig + 1, length - 1);
    if (dsasig == 0)
        return ISC_R_NOMEMORY;

    status = DSA_do_verify(digest, sizeof(digest), dsasig, key->dsa); // finding: wrong-error-check
    DSA_SIG_free(dsasig);
    if (status == 0)
        return DST_R_VERIFYFAILURE;

    return ISC_R_SUCCESS;
}

isc_result_t openssldsa_verify_mended(struct dst_context *dctx, const unsigned char *sig,
                                      unsigned length)
{
    struct dst_key *key = dctx->key;
    unsigned char digest[20];
    DSA_SIG *dsasig;
    int status;

    if (EVP_DigestFinal_ex(dctx->evp_md_ctx, digest, 0) != 1)
        return DST_R_VERIFYFAILURE;
    if (length < 2 * 20 + 1)
        return DST_R_VERIFYFAILURE;
    dsasig = dns_signature(sig + 1, length - 1);
    if (dsasig == 0)
        return ISC_R_NOMEMORY;

    status = DSA_do_verify(digest, sizeof(digest), dsasig, key->dsa);
    DSA_SIG_free(dsasig);
    switch (status) {
    case 1:
        return ISC_R_SUCCESS;
    case 0:
        return DST_R_VERIFYFAILURE;
    default:
        return DST_R_VERIFYFAILURE;
    }
}

isc_result_t opensslrsa_verify_faulty(struct dst_context *dctx, const unsigned char *sig,
                                      unsigned length)
{
    struct dst_key *key = dctx->key;
    int status = 0;

    if (length != (key->key_bits + 7) / 8)
        return DST_R_VERIFYFAILURE;

    status = EVP_VerifyFinal(dctx->evp_md_ctx, sig, length, key->pkey); // finding: wrong-error-check
    if (!status)
        return DST_R_VERIFYFAILURE;
    return ISC_R_SUCCESS;
}

isc_result_t opensslrsa_verify_mended(struct dst_context *dctx, const unsigned char *sig,
                                      unsigned length)
{
    struct dst_key *key = dctx->key;
    int status = 0;

    if (length != (key->key_bits + 7) / 8)
        return DST_R_VERIFYFAILURE;

    status = EVP_VerifyFinal(dctx->evp_md_ctx, sig, length, key->pkey);
    if (status != 1)
        return DST_R_VERIFYFAILURE;
    return ISC_R_SUCCESS;
}

/* The truth test is of a comparison, not of the three-valued result. */
isc_result_t verify_kept_as_a_flag(struct dst_context *dctx, const unsigned char *sig,
                                   unsigned length)
{
    int valid = EVP_VerifyFinal(dctx->evp_md_ctx, sig, length, dctx->key->pkey) == 1;

    if (!valid)
        return DST_R_VERIFYFAILURE;
    return ISC_R_SUCCESS;
}
