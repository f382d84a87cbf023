/*
 * libcoap 4.3 (src/coap_gnutls.c, cert_verify_gnutls): what a macro's exit passes by.
 *
 * Facts: obgm/libcoap#686 (May 2021) mended a leak of this function, the name of the certificate. The
 * certificate object remained: G_CHECK leaves for the label fail with each negative result, and between
 * gnutls_x509_crt_init and gnutls_x509_crt_deinit there are two of them.
 */

typedef struct gnutls_session_int *gnutls_session_t;
typedef struct gnutls_x509_crt_int *gnutls_x509_crt_t;

typedef struct {
    unsigned char *data;
    unsigned int size;
} gnutls_datum_t;

typedef enum { GNUTLS_X509_FMT_DER = 0, GNUTLS_X509_FMT_PEM = 1 } gnutls_x509_crt_fmt_t;

typedef int validate_cn(const char *name, const unsigned char *der, unsigned long size, int trusted);

int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);
int gnutls_x509_crt_init(gnutls_x509_crt_t *cert);
void gnutls_x509_crt_deinit(gnutls_x509_crt_t cert);
int gnutls_x509_crt_import(gnutls_x509_crt_t cert, const gnutls_datum_t *data,
                           gnutls_x509_crt_fmt_t format);
int gnutls_x509_crt_export(gnutls_x509_crt_t cert, gnutls_x509_crt_fmt_t format, void *output,
                           unsigned long *size);
const char *gnutls_strerror(int error);
void coap_log(const char *format, const char *func, const char *text);

#define G_CHECK(xx, func)                                                                              \
    do {                                                                                               \
        if ((ret = (xx)) < 0) {                                                                        \
            coap_log("%s: '%s'\n", func, gnutls_strerror(ret));                                        \
            goto fail;                                                                                 \
        }                                                                                              \
    } while (0)

int cert_verify_faulty(gnutls_session_t session, const gnutls_datum_t *peer, validate_cn *validate)
{
    unsigned int status = 0;
    int ret;

    G_CHECK(gnutls_certificate_verify_peers2(session, &status), "gnutls_certificate_verify_peers2");
    if (status)
        goto fail;

    if (validate) {
        gnutls_x509_crt_t cert;
        unsigned char der[2048];
        unsigned long size;

        G_CHECK(gnutls_x509_crt_init(&cert), "gnutls_x509_crt_init"); // finding: leaked-resource

        /* Only the first certificate of the chain matters. */
        G_CHECK(gnutls_x509_crt_import(cert, peer, GNUTLS_X509_FMT_DER), "gnutls_x509_crt_import");

        size = sizeof(der);
        G_CHECK(gnutls_x509_crt_export(cert, GNUTLS_X509_FMT_DER, der, &size),
                "gnutls_x509_crt_export");
        gnutls_x509_crt_deinit(cert);
        if (!validate("peer", der, size, 1))
            goto fail;
    }
    return 1;

fail:
    return 0;
}

int cert_verify_mended(gnutls_session_t session, const gnutls_datum_t *peer, validate_cn *validate)
{
    unsigned int status = 0;
    gnutls_x509_crt_t cert = 0;
    int ret;

    G_CHECK(gnutls_certificate_verify_peers2(session, &status), "gnutls_certificate_verify_peers2");
    if (status)
        goto fail;

    if (validate) {
        unsigned char der[2048];
        unsigned long size;

        G_CHECK(gnutls_x509_crt_init(&cert), "gnutls_x509_crt_init");
        G_CHECK(gnutls_x509_crt_import(cert, peer, GNUTLS_X509_FMT_DER), "gnutls_x509_crt_import");

        size = sizeof(der);
        G_CHECK(gnutls_x509_crt_export(cert, GNUTLS_X509_FMT_DER, der, &size),
                "gnutls_x509_crt_export");
        gnutls_x509_crt_deinit(cert);
        cert = 0;
        if (!validate("peer", der, size, 1))
            goto fail;
    }
    return 1;

fail:
    if (cert)
        gnutls_x509_crt_deinit(cert);
    return 0;
}

/* The macro's exit before there is anything to release, and a test without it afterwards. */
int cert_size(const gnutls_datum_t *peer, unsigned long *size)
{
    gnutls_x509_crt_t cert;
    unsigned char der[2048];
    int ret;

    G_CHECK(gnutls_x509_crt_init(&cert), "gnutls_x509_crt_init");
    *size = sizeof(der);
    ret = gnutls_x509_crt_import(cert, peer, GNUTLS_X509_FMT_PEM);
    if (ret >= 0)
        ret = gnutls_x509_crt_export(cert, GNUTLS_X509_FMT_DER, der, size);
    gnutls_x509_crt_deinit(cert);
    return ret < 0 ? 0 : 1;

fail:
    return 0;
}
