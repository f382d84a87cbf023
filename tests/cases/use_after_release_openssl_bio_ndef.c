/*
 * CVE-2023-0215, OpenSSL before February 2023: streamed ASN.1 (crypto/asn1/bio_ndef.c, BIO_new_NDEF
 * and its caller B64_write_ASN1).
 *
 * Facts: the filter is pushed in front of the caller's BIO. When a later step failed the filter was
 * freed but not taken off the chain, so that the caller's BIO_pop went through a BIO that was gone.
 * The fix pops before it frees. Reduced to one function for each form.
 */

typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;

BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_f_base64(void);
BIO *BIO_push(BIO *b, BIO *append);
BIO *BIO_pop(BIO *b);
int BIO_free(BIO *a);
long BIO_ctrl(BIO *bp, int cmd, long larg, void *parg);
#define BIO_CTRL_FLUSH 11
#define BIO_flush(b) (int)BIO_ctrl(b, BIO_CTRL_FLUSH, 0, 0)
int BIO_write(BIO *b, const void *data, int dlen);

int write_base64_faulty(BIO *out, const unsigned char *der, int len)
{
    BIO *b64;
    int ret = 0;

    b64 = BIO_new(BIO_f_base64());
    if (b64 == 0)
        return 0;
    out = BIO_push(b64, out);
    if (BIO_write(out, der, len) != len) {
        BIO_free(b64);
        goto err;
    }
    if (BIO_flush(out) != 1) {
        BIO_free(b64);
        goto err;
    }
    BIO_pop(b64);
    BIO_free(b64);
    return 1;

err:
    BIO_pop(b64); // finding: use-after-release
    return ret;
}

int write_base64_mended(BIO *out, const unsigned char *der, int len)
{
    BIO *b64;
    int ret = 0;

    b64 = BIO_new(BIO_f_base64());
    if (b64 == 0)
        return 0;
    out = BIO_push(b64, out);
    if (BIO_write(out, der, len) != len)
        goto err;
    if (BIO_flush(out) != 1)
        goto err;
    ret = 1;

err:
    BIO_pop(b64);
    BIO_free(b64);
    return ret;
}

/* The chain is walked with the next element in hand before the current one goes. */
void unwind(BIO *out, BIO *end)
{
    BIO *tbio;

    while (out != end) {
        tbio = BIO_pop(out);
        BIO_free(out);
        out = tbio;
    }
}
