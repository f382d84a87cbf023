/*
 * CVE-2014-0092, GnuTLS before 3.2.12: is this issuer an authority? (lib/x509/verify.c, check_if_ca
 * and _gnutls_verify_certificate2)
 *
 * Facts: the callers test the answer for truth, as 1 means yes and 0 means no. On its error paths the
 * function jumped to `cleanup` while `result` held one of the library's negative codes, which is true:
 * a certificate that could not even be decoded was an authority's. The fix is a label `fail` that
 * sets the answer to 0. CVE-2009-5138 is a neighbour: a version 1 certificate taken for an authority.
 */

typedef struct {
    unsigned char *data;
    unsigned int size;
} gnutls_datum_t;

struct certificate {
    const unsigned char *der;
    unsigned int der_size;
    unsigned int version;
    int basic_constraints;
};

#define GNUTLS_E_MEMORY_ERROR (-25)
#define GNUTLS_E_ASN1_DER_ERROR (-69)
#define GNUTLS_VERIFY_DISABLE_CA_SIGN 1
#define gnutls_assert() gnutls_note(__FILE__, __LINE__)

void *malloc(unsigned long size);
void free(void *ptr);
void *memcpy(void *to, const void *from, unsigned long size);
int memcmp(const void *left, const void *right, unsigned long size);
void gnutls_note(const char *file, int line);

/* 0, or a negative code. */
static int get_signed_data(const struct certificate *cert, gnutls_datum_t *out)
{
    if (cert->der_size < 4)
        return GNUTLS_E_ASN1_DER_ERROR;
    out->data = malloc(cert->der_size);
    if (out->data == 0)
        return GNUTLS_E_MEMORY_ERROR;
    memcpy(out->data, cert->der, cert->der_size);
    out->size = cert->der_size;
    return 0;
}

static int check_if_ca_faulty(const struct certificate *cert, const struct certificate *issuer,
                              unsigned int flags)
{
    gnutls_datum_t cert_signed_data = {0, 0};
    gnutls_datum_t issuer_signed_data = {0, 0};
    int result;

    result = get_signed_data(issuer, &issuer_signed_data); // finding: mixed-conventions
    if (result < 0) {
        gnutls_assert();
        goto cleanup;
    }
    result = get_signed_data(cert, &cert_signed_data); // finding: mixed-conventions
    if (result < 0) {
        gnutls_assert();
        goto cleanup;
    }
    if (!(flags & GNUTLS_VERIFY_DISABLE_CA_SIGN) &&
        cert_signed_data.size == issuer_signed_data.size &&
        memcmp(cert_signed_data.data, issuer_signed_data.data, cert_signed_data.size) == 0) {
        result = 1;
        goto cleanup;
    }
    if (issuer->basic_constraints == 1) {
        result = 1;
        goto cleanup;
    }
    gnutls_assert();
    result = 0;

cleanup:
    free(cert_signed_data.data);
    free(issuer_signed_data.data);
    return result;
}

static int check_if_ca_mended(const struct certificate *cert, const struct certificate *issuer,
                              unsigned int flags)
{
    gnutls_datum_t cert_signed_data = {0, 0};
    gnutls_datum_t issuer_signed_data = {0, 0};
    int result;

    result = get_signed_data(issuer, &issuer_signed_data);
    if (result < 0) {
        gnutls_assert();
        goto fail;
    }
    result = get_signed_data(cert, &cert_signed_data);
    if (result < 0) {
        gnutls_assert();
        goto fail;
    }
    if (!(flags & GNUTLS_VERIFY_DISABLE_CA_SIGN) &&
        cert_signed_data.size == issuer_signed_data.size &&
        memcmp(cert_signed_data.data, issuer_signed_data.data, cert_signed_data.size) == 0) {
        result = 1;
        goto cleanup;
    }
    if (issuer->basic_constraints == 1) {
        result = 1;
        goto cleanup;
    }
    gnutls_assert();

fail:
    result = 0;

cleanup:
    free(cert_signed_data.data);
    free(issuer_signed_data.data);
    return result;
}

int verify_certificate(const struct certificate *cert, const struct certificate *issuer,
                       unsigned int flags)
{
    if (issuer->version >= 3) {
        if (check_if_ca_faulty(cert, issuer, flags) == 0)
            return 0;
        if (!check_if_ca_mended(cert, issuer, flags)) {
            gnutls_assert();
            return 0;
        }
    }
    return 1;
}

/* The same shape in the library's own convention: callers of this one test for `< 0`. */
static int signed_data_equal(const struct certificate *cert, const struct certificate *other)
{
    gnutls_datum_t left = {0, 0};
    gnutls_datum_t right = {0, 0};
    int result;

    result = get_signed_data(cert, &left);
    if (result < 0)
        goto cleanup;
    result = get_signed_data(other, &right);
    if (result < 0)
        goto cleanup;
    result = left.size == right.size && memcmp(left.data, right.data, left.size) == 0;

cleanup:
    free(left.data);
    free(right.data);
    return result;
}

int find_equal(const struct certificate *cert, const struct certificate *list, int count)
{
    int i, ret;

    for (i = 0; i < count; i++) {
        ret = signed_data_equal(cert, &list[i]);
        if (ret < 0)
            return ret;
        if (ret == 1)
            return i;
    }
    return GNUTLS_E_ASN1_DER_ERROR;
}
