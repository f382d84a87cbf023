/*
 * openssl/openssl#20157 (January 2023, X509V3_add1_i2d in crypto/ocsp) and openssl/openssl#3766 (June
 * 2017, BIO_sock_init in crypto/bio).
 *
 * Facts: X509V3_add1_i2d fails with 0 and with -1, and -1 was taken for a success by a truth test.
 * X509_digest beside it fails with 0 only, and its truth test is right.
 */

typedef struct x509_st X509;
typedef struct stack_st_X509_EXTENSION EXTENSION_STACK;
typedef struct evp_md_st EVP_MD;

#define NID_id_pkix_OCSP_CrlID 367
#define X509V3_ADD_APPEND 1

int X509V3_add1_i2d(EXTENSION_STACK **x, int nid, void *value, int crit, unsigned long flags);
int X509_add1_ext_i2d(X509 *x, int nid, void *value, int crit, unsigned long flags);
int X509_digest(const X509 *data, const EVP_MD *type, unsigned char *md, unsigned int *len);
const EVP_MD *EVP_sha256(void);

int add_crl_id_faulty(EXTENSION_STACK **sk, void *id)
{
    if (!X509V3_add1_i2d(sk, NID_id_pkix_OCSP_CrlID, id, 0, X509V3_ADD_APPEND)) // finding: wrong-error-check
        return 0;
    return 1;
}

int add_crl_id_mended(EXTENSION_STACK **sk, void *id)
{
    if (X509V3_add1_i2d(sk, NID_id_pkix_OCSP_CrlID, id, 0, X509V3_ADD_APPEND) <= 0)
        return 0;
    return 1;
}

int mark_faulty(X509 *x, void *value)
{
    int ok = X509_add1_ext_i2d(x, NID_id_pkix_OCSP_CrlID, value, 1, 0); // finding: wrong-error-check

    return ok ? 0 : -1;
}

int mark_mended(X509 *x, void *value)
{
    int ok = X509_add1_ext_i2d(x, NID_id_pkix_OCSP_CrlID, value, 1, 0);

    return ok == 1 ? 0 : -1;
}

int fingerprint(const X509 *x, unsigned char md[32])
{
    unsigned int len = 0;

    if (!X509_digest(x, EVP_sha256(), md, &len))
        return 0;
    return len == 32;
}
