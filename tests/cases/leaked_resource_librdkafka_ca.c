/*
 * confluentinc/librdkafka#3930 (August 2022): CA certificates out of a configuration value
 * (src/rdkafka_cert.c, rd_kafka_cert_new).
 *
 * Facts: X509_STORE_add_cert takes a reference of its own. The loop released the certificate where
 * that failed and forgot it where it went well, so that each one that was added is lost. The fix is a
 * release behind the call.
 */

typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

struct conf;

struct cert {
    X509_STORE *store;
    X509 *x509;
};

void *calloc(unsigned long count, unsigned long size);
void free(void *ptr);
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
X509_STORE *X509_STORE_new(void);
void X509_STORE_free(X509_STORE *store);
int X509_STORE_add_cert(X509_STORE *store, X509 *x);
void X509_free(X509 *a);
void ERR_clear_error(void);
int password_cb(char *buf, int size, int rwflag, void *userdata);
void failed(char *errstr, unsigned long errstr_size, const char *action);

void cert_destroy(struct cert *cert)
{
    if (cert->store)
        X509_STORE_free(cert->store);
    if (cert->x509)
        X509_free(cert->x509);
    free(cert);
}

struct cert *cert_new_faulty(struct conf *conf, const void *buffer, int size, char *errstr,
                             unsigned long errstr_size)
{
    struct cert *cert = calloc(1, sizeof(*cert));
    const char *action = "allocate";
    BIO *bio = 0;
    X509 *x509;
    int cnt = 0;

    if (!cert)
        return 0;
    bio = BIO_new_mem_buf(buffer, size);
    cert->store = X509_STORE_new();
    if (!bio || !cert->store)
        goto fail;

    action = "read certificate from PEM";
    while ((x509 = PEM_read_bio_X509(bio, 0, password_cb, conf))) { // finding: leaked-resource
        if (!X509_STORE_add_cert(cert->store, x509)) {
            action = "add certificate to X.509 store";
            X509_free(x509);
            goto fail;
        }
        cnt++;
    }
    if (!cnt)
        goto fail;
    ERR_clear_error();
    BIO_free(bio);
    return cert;

fail:
    failed(errstr, errstr_size, action);
    if (bio)
        BIO_free(bio);
    cert_destroy(cert);
    return 0;
}

struct cert *cert_new_mended(struct conf *conf, const void *buffer, int size, char *errstr,
                             unsigned long errstr_size)
{
    struct cert *cert = calloc(1, sizeof(*cert));
    const char *action = "allocate";
    BIO *bio = 0;
    X509 *x509;
    int cnt = 0;

    if (!cert)
        return 0;
    bio = BIO_new_mem_buf(buffer, size);
    cert->store = X509_STORE_new();
    if (!bio || !cert->store)
        goto fail;

    action = "read certificate from PEM";
    while ((x509 = PEM_read_bio_X509(bio, 0, password_cb, conf))) {
        if (!X509_STORE_add_cert(cert->store, x509)) {
            action = "add certificate to X.509 store";
            X509_free(x509);
            goto fail;
        }
        X509_free(x509);
        cnt++;
    }
    if (!cnt)
        goto fail;
    ERR_clear_error();
    BIO_free(bio);
    return cert;

fail:
    failed(errstr, errstr_size, action);
    if (bio)
        BIO_free(bio);
    cert_destroy(cert);
    return 0;
}

/* What the structure holds is released with the structure. */
struct cert *cert_of_peer(struct conf *conf, const void *buffer, int size)
{
    struct cert *cert = calloc(1, sizeof(*cert));
    BIO *bio;

    if (!cert)
        return 0;
    bio = BIO_new_mem_buf(buffer, size);
    if (!bio) {
        cert_destroy(cert);
        return 0;
    }
    cert->x509 = PEM_read_bio_X509(bio, 0, password_cb, conf);
    BIO_free(bio);
    if (!cert->x509) {
        cert_destroy(cert);
        return 0;
    }
    return cert;
}
