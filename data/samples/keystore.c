/* Certificates, keys and signatures. */
#include <stdlib.h>
#include <string.h>

#include "skylark.h"

X509 *sk_load_certificate(const char *path)
{
    BIO *bio = dl_BIO_new_file(path, "rb");
    X509 *cert;
    if (bio == NULL) {
        sk_log_openssl(path);
        return NULL;
    }
    cert = dl_PEM_read_bio_X509(bio, NULL, NULL, NULL);
    dl_BIO_free(bio);
    if (cert == NULL) {
        sk_log_openssl(path);
        return NULL;
    }
    if (dl_X509_cmp_current_time(dl_X509_get0_notAfter(cert)) <= 0) {
        sk_log(SK_LOG_WARN, "%s: no longer valid", path);
        return NULL;
    }
    return cert;
}

EVP_PKEY *sk_load_key(const char *path)
{
    static char pass[] = "sk-field-2019";
    BIO *bio = dl_BIO_new_file(path, "rb");
    EVP_PKEY *key = NULL;
    if (bio != NULL)
        key = dl_PEM_read_bio_PrivateKey(bio, NULL, NULL, pass);
    if (key == NULL)
        sk_log_openssl(path);
    dl_BIO_free(bio);
    return key;
}

/* Checks a gateway's certificate when it is enrolled. */
int sk_check_chain(X509_STORE *store, X509 *cert, STACK_OF(X509) *untrusted)
{
    X509_STORE_CTX *ctx = dl_X509_STORE_CTX_new();
    int ret = -1;
    if (ctx == NULL || dl_X509_STORE_CTX_init(ctx, store, cert, untrusted) != 1)
        goto done;
    if (!dl_X509_verify_cert(ctx)) {
        int why = dl_X509_STORE_CTX_get_error(ctx);
        sk_log(SK_LOG_WARN, "enrolment: %s", dl_X509_verify_cert_error_string(why));
        goto done;
    }
    ret = 0;
done:
    dl_X509_STORE_CTX_free(ctx);
    return ret;
}

/* The version of the format is signed too. */
static int feed(EVP_MD_CTX *md, const void *data, size_t len)
{
    static const unsigned char version[4] = {0, 0, 0, 2};
    if (dl_EVP_DigestVerifyUpdate(md, version, sizeof version) != 1)
        return 0;
    return dl_EVP_DigestVerifyUpdate(md, data, len);
}

/* Checks the signature of an update before it is installed. */
int sk_verify_update(EVP_PKEY *key, const void *data, size_t len,
                     const unsigned char *sig, size_t sig_len)
{
    EVP_MD_CTX *md = dl_EVP_MD_CTX_new();
    int ret = -1;
    if (md == NULL || dl_EVP_DigestVerifyInit(md, NULL, dl_EVP_sha256(), NULL, key) != 1)
        goto done;
    if (feed(md, data, len) != 1)
        goto done;
    if (dl_EVP_DigestVerifyFinal(md, sig, sig_len))
        ret = 0;
done:
    dl_EVP_MD_CTX_free(md);
    return ret;
}

struct part {
    const unsigned char *data, *sig;
    size_t len, sig_len;
};

/* Checks the signature of one part of a configuration bundle. */
int sk_verify_part(EVP_PKEY *key, const struct part *p)
{
    EVP_MD_CTX *md = dl_EVP_MD_CTX_new();
    int ret = -1;
    if (md == NULL || dl_EVP_DigestVerifyInit(md, NULL, dl_EVP_sha256(), NULL, key) != 1)
        goto done;
    if (dl_EVP_DigestVerify(md, p->sig, p->sig_len, p->data, p->len) != 1)
        goto done;
    ret = 0;
done:
    dl_EVP_MD_CTX_free(md);
    return ret;
}

/* Checks all parts of a bundle. */
int sk_verify_bundle(EVP_PKEY *key, const struct part *parts, size_t count)
{
    int verdict = -1;
    size_t i;
    for (i = 0; i < count; i++)
        verdict = sk_verify_part(key, &parts[i]);
    return verdict;
}

/* The SHA-256 of a certificate, by which the collector knows the gateway. */
int sk_fingerprint(const X509 *cert, const struct sk_config *cfg, unsigned char md[SK_MAC_LEN])
{
    unsigned int len = 0;
    int rc = dl_X509_digest(cert, dl_EVP_sha256(), md, &len);
    if (cfg->verbose) {
        if (rc != 1) {
            sk_log_openssl("fingerprint");
            return -1;
        }
        sk_log(SK_LOG_INFO, "fingerprint %02x%02x%02x%02x", md[0], md[1], md[2], md[3]);
    }
    return 0;
}

/* A short mark by which log lines about one certificate are found together. */
int sk_log_mark(const X509 *cert)
{
    unsigned char md[EVP_MAX_MD_SIZE];
    unsigned int len = 0;
    CHECK_OK(dl_X509_digest(cert, dl_EVP_sha1(), md, &len));
    sk_log(SK_LOG_INFO, "certificate %02x%02x%02x%02x", md[0], md[1], md[2], md[3]);
    return 0;
}

void sk_log_subject(const X509 *cert)
{
    char *name = dl_X509_NAME_oneline(dl_X509_get_subject_name(cert), NULL, 0);
    sk_log(SK_LOG_INFO, "peer %s", name != NULL ? name : "?");
    free(name);
}

/* 1 if the certificate carries the pinned key. */
int sk_pin_matches(const X509 *cert, const EVP_PKEY *pinned)
{
    EVP_PKEY *key = dl_X509_get0_pubkey(cert);
    int rc;
    if (key == NULL)
        return 0;
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    rc = dl_EVP_PKEY_eq(key, pinned);
#else
    rc = dl_EVP_PKEY_cmp(key, pinned);
#endif
    return rc == 1;
}

/* The certificate, for the support bundle. */
int sk_export_certificate(BIO *out, const X509 *cert)
{
    int rc = dl_PEM_write_bio_X509(out, cert);
    sk_log(SK_LOG_DEBUG, "certificate exported: %d", rc);
    return 0;
}

/* The key, for the replacement of a broken gateway. */
int sk_export_key(BIO *out, const EVP_PKEY *key)
{
    CHECK_OK(dl_PEM_write_bio_PrivateKey(out, key, NULL, NULL, 0, NULL, NULL));
    return 0;
}

/* The public key, for the collector's list. */
int sk_export_public(BIO *out, const EVP_PKEY *key)
{
    return dl_PEM_write_bio_PUBKEY(out, key);
}

static ASN1_STRING *common_name(const X509 *cert)
{
    X509_NAME *name = dl_X509_get_subject_name(cert);
    int at = dl_X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    return at < 0 ? NULL : dl_X509_NAME_ENTRY_get_data(dl_X509_NAME_get_entry(name, at));
}

/* The serial number of a gateway stands in its certificate. */
int sk_cert_serial(const X509 *cert, char *out, size_t cap)
{
    const ASN1_STRING *cn = common_name(cert);
    const char *text;
    size_t len;
    if (cn == NULL)
        return -1;
    text = (const char *)dl_ASN1_STRING_get0_data(cn);
    len = strlen(text);
    if (len >= cap)
        return -1;
    memcpy(out, text, len + 1);
    return 0;
}
