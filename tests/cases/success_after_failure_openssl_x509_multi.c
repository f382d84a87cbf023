/*
 * openssl/openssl#32190 (August 2026): several certificates in one file (apps/x509.c with -multi).
 *
 * Facts: the status is set to success when a certificate has been dealt with. In the next round a
 * failure jumps to the exit, and the status still holds the success of the round before, so that the
 * program reported success. The fix sets the failure at the label that only failures reach. The finding
 * is the call whose failure leaves as a success.
 */

typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
int PEM_write_bio_X509(BIO *bp, X509 *x);
void X509_free(X509 *a);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
int BIO_eof_reached(BIO *in);
void bio_err_printf(const char *fmt, ...);

int convert_faulty(BIO *in, BIO *out, const char *host)
{
    int ret = 1;
    X509 *x = 0;

    while (!BIO_eof_reached(in)) {
        x = PEM_read_bio_X509(in, 0, 0, 0); // finding: success-after-failure
        if (x == 0) {
            bio_err_printf("unable to load certificate\n");
            goto err;
        }
        if (host != 0 && X509_check_host(x, host, 0, 0, 0) != 1) { // finding: success-after-failure
            bio_err_printf("hostname does not match\n");
            goto err;
        }
        if (PEM_write_bio_X509(out, x) != 1) { // finding: success-after-failure
            bio_err_printf("unable to write certificate\n");
            goto err;
        }
        ret = 0;
        X509_free(x);
        x = 0;
    }
    return ret;

err:
    X509_free(x);
    return ret;
}

int convert_mended(BIO *in, BIO *out, const char *host)
{
    int ret = 1;
    X509 *x = 0;

    while (!BIO_eof_reached(in)) {
        x = PEM_read_bio_X509(in, 0, 0, 0);
        if (x == 0) {
            bio_err_printf("unable to load certificate\n");
            goto err;
        }
        if (host != 0 && X509_check_host(x, host, 0, 0, 0) != 1) {
            bio_err_printf("hostname does not match\n");
            goto err;
        }
        if (PEM_write_bio_X509(out, x) != 1) {
            bio_err_printf("unable to write certificate\n");
            goto err;
        }
        ret = 0;
        X509_free(x);
        x = 0;
    }
    return ret;

err:
    ret = 1;
    X509_free(x);
    return ret;
}

/* The success is set when there is nothing left that can fail. */
int convert_one(BIO *in, BIO *out)
{
    int ret = 1;
    X509 *x = PEM_read_bio_X509(in, 0, 0, 0);

    if (x == 0)
        goto err;
    if (PEM_write_bio_X509(out, x) != 1)
        goto err;
    ret = 0;

err:
    X509_free(x);
    return ret;
}
