/*
 * obgm/libcoap#1795 (November 2025): a peer that sends no certificate (src/coap_gnutls.c,
 * cert_verify_gnutls and the function that gets the name).
 *
 * Facts: gnutls_certificate_get_peers returns NULL and a count of 0 when there is no certificate; the
 * verification went on, because only some settings looked at the count, and the import took the address
 * of the first element of nothing. The fix refuses at once.
 */

typedef struct gnutls_session_int *gnutls_session_t;
typedef struct gnutls_x509_crt_int *gnutls_x509_crt_t;

typedef struct {
    unsigned char *data;
    unsigned int size;
} gnutls_datum_t;

typedef enum { GNUTLS_X509_FMT_DER = 0, GNUTLS_X509_FMT_PEM = 1 } gnutls_x509_crt_fmt_t;

struct certificate_info {
    const gnutls_datum_t *cert_list;
    unsigned int cert_list_size;
    int self_signed;
};

const gnutls_datum_t *gnutls_certificate_get_peers(gnutls_session_t session, unsigned int *list_size);
int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);
int gnutls_x509_crt_init(gnutls_x509_crt_t *cert);
void gnutls_x509_crt_deinit(gnutls_x509_crt_t cert);
int gnutls_x509_crt_import(gnutls_x509_crt_t cert, const gnutls_datum_t *data,
                           gnutls_x509_crt_fmt_t format);
unsigned int gnutls_x509_crt_check_issuer(gnutls_x509_crt_t cert, gnutls_x509_crt_t issuer);

static int is_self_signed(const gnutls_datum_t *first, int *self_signed)
{
    gnutls_x509_crt_t cert;

    if (gnutls_x509_crt_init(&cert) < 0)
        return -1;
    if (gnutls_x509_crt_import(cert, first, GNUTLS_X509_FMT_DER) < 0) {
        gnutls_x509_crt_deinit(cert);
        return -1;
    }
    *self_signed = gnutls_x509_crt_check_issuer(cert, cert) ? 1 : 0;
    gnutls_x509_crt_deinit(cert);
    return 0;
}

int cert_verify_faulty(gnutls_session_t session)
{
    struct certificate_info info = {0, 0, 0};
    unsigned int status = 0;

    info.cert_list = gnutls_certificate_get_peers(session, &info.cert_list_size); // finding: unchecked-result
    if (is_self_signed(&info.cert_list[0], &info.self_signed) < 0)
        return 0;
    if (gnutls_certificate_verify_peers2(session, &status) < 0)
        return 0;
    return status == 0;
}

int cert_verify_mended(gnutls_session_t session)
{
    struct certificate_info info = {0, 0, 0};
    unsigned int status = 0;

    info.cert_list = gnutls_certificate_get_peers(session, &info.cert_list_size);
    if (info.cert_list == 0 || info.cert_list_size == 0)
        return 0;
    if (is_self_signed(&info.cert_list[0], &info.self_signed) < 0)
        return 0;
    if (gnutls_certificate_verify_peers2(session, &status) < 0)
        return 0;
    return status == 0;
}

/* The pointer itself is not tested: the count, which starts as 0, stands for it. */
int count_of_peers(gnutls_session_t session, unsigned int *bytes)
{
    unsigned int size = 0;
    const gnutls_datum_t *list = gnutls_certificate_get_peers(session, &size);

    *bytes = 0;
    for (unsigned int i = 0; i < size; i++)
        *bytes += list[i].size;
    return size > 0;
}
