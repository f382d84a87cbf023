/*
 * curl/curl#19561 (November 2025): the text of a name (lib/vtls/openssl.c, x509_name_oneline).
 *
 * Facts: the BIO that collects the text was freed on the path of success only; when
 * X509_NAME_print_ex failed, the function returned without it. The fix frees it there as well.
 */

typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct X509_name_st X509_NAME;
typedef struct buf_mem_st {
    unsigned long length;
    char *data;
} BUF_MEM;

#define CURLE_OK 0
#define CURLE_OUT_OF_MEMORY 27
#define BIO_C_GET_BUF_MEM_PTR 115
#define XN_FLAG_SEP_SPLUS_SPC (4 << 16)

BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_s_mem(void);
int BIO_free(BIO *a);
long BIO_ctrl(BIO *bp, int cmd, long larg, void *parg);
#define BIO_get_mem_ptr(b, pp) BIO_ctrl(b, BIO_C_GET_BUF_MEM_PTR, 0, (char *)(pp))
int X509_NAME_print_ex(BIO *out, const X509_NAME *nm, int indent, unsigned long flags);
int dyn_addn(void *dynbuf, const void *mem, unsigned long len);

int x509_name_oneline_faulty(const X509_NAME *a, void *d)
{
    BIO *bio_out = BIO_new(BIO_s_mem()); // finding: leaked-resource
    BUF_MEM *biomem = 0;
    int result = CURLE_OUT_OF_MEMORY;

    if (bio_out) {
        if (X509_NAME_print_ex(bio_out, a, 0, XN_FLAG_SEP_SPLUS_SPC) == -1)
            return result;
        if (BIO_get_mem_ptr(bio_out, &biomem) == 1)
            result = dyn_addn(d, biomem->data, biomem->length);
        BIO_free(bio_out);
    }
    return result;
}

int x509_name_oneline_mended(const X509_NAME *a, void *d)
{
    BIO *bio_out = BIO_new(BIO_s_mem());
    BUF_MEM *biomem = 0;
    int result = CURLE_OUT_OF_MEMORY;

    if (bio_out) {
        if (X509_NAME_print_ex(bio_out, a, 0, XN_FLAG_SEP_SPLUS_SPC) != -1 &&
            BIO_get_mem_ptr(bio_out, &biomem) == 1)
            result = dyn_addn(d, biomem->data, biomem->length);
        BIO_free(bio_out);
    }
    return result;
}

/* The memory that BIO_get_mem_ptr shows is the BIO's, and the BIO goes at the only exit. */
int name_length(const X509_NAME *a)
{
    BIO *bio_out = BIO_new(BIO_s_mem());
    BUF_MEM *biomem = 0;
    int length = -1;

    if (!bio_out)
        return -1;
    if (X509_NAME_print_ex(bio_out, a, 0, 0) != -1 && BIO_get_mem_ptr(bio_out, &biomem) == 1)
        length = (int)biomem->length;
    BIO_free(bio_out);
    return length;
}
