/*
 * DMTF/libspdm#2366 (September 2023): a chain of certificates (os_stub/cryptlib_openssl/pk/x509.c,
 * libspdm_x509_verify_cert).
 *
 * Facts: the result of X509_verify_cert was converted to bool and returned. A negative result, which
 * says that the chain could not be checked, became true. The fix compares with 1. The same shape with
 * another type: in openssl/openssl#20157 the 0 or -1 of X509V3_add1_i2d.
 */

typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct stack_st_X509 X509_STACK;

X509 *d2i_X509(X509 **a, const unsigned char **in, long len);
void X509_free(X509 *a);
X509_STORE *X509_STORE_new(void);
void X509_STORE_free(X509_STORE *store);
int X509_STORE_add_cert(X509_STORE *ctx, X509 *x);
X509_STORE_CTX *X509_STORE_CTX_new(void);
void X509_STORE_CTX_free(X509_STORE_CTX *ctx);
int X509_STORE_CTX_init(X509_STORE_CTX *ctx, X509_STORE *store, X509 *x509, X509_STACK *chain);
int X509_verify_cert(X509_STORE_CTX *ctx);

_Bool x509_verify_cert_faulty(const unsigned char *cert, long cert_size, const unsigned char *ca_cert,
                              long ca_size)
{
    X509 *x509_cert = d2i_X509(0, &cert, cert_size);
    X509 *x509_ca = d2i_X509(0, &ca_cert, ca_size);
    X509_STORE *store = X509_STORE_new();
    X509_STORE_CTX *ctx = X509_STORE_CTX_new();
    _Bool ret_val = 0;

    if (x509_cert == 0 || x509_ca == 0 || store == 0 || ctx == 0)
        goto done;
    if (X509_STORE_add_cert(store, x509_ca) != 1)
        goto done;
    if (X509_STORE_CTX_init(ctx, store, x509_cert, 0) != 1)
        goto done;
    ret_val = (_Bool)X509_verify_cert(ctx); // finding: mixed-conventions

done:
    X509_free(x509_cert);
    X509_free(x509_ca);
    X509_STORE_CTX_free(ctx);
    X509_STORE_free(store);
    return ret_val;
}

_Bool x509_verify_cert_mended(const unsigned char *cert, long cert_size, const unsigned char *ca_cert,
                              long ca_size)
{
    X509 *x509_cert = d2i_X509(0, &cert, cert_size);
    X509 *x509_ca = d2i_X509(0, &ca_cert, ca_size);
    X509_STORE *store = X509_STORE_new();
    X509_STORE_CTX *ctx = X509_STORE_CTX_new();
    _Bool ret_val = 0;

    if (x509_cert == 0 || x509_ca == 0 || store == 0 || ctx == 0)
        goto done;
    if (X509_STORE_add_cert(store, x509_ca) != 1)
        goto done;
    if (X509_STORE_CTX_init(ctx, store, x509_cert, 0) != 1)
        goto done;
    ret_val = X509_verify_cert(ctx) == 1;

done:
    X509_free(x509_cert);
    X509_free(x509_ca);
    X509_STORE_CTX_free(ctx);
    X509_STORE_free(store);
    return ret_val;
}

/* Only 0 and 1 come here, so that a conversion loses nothing. */
_Bool x509_trust(X509_STORE *store, X509 *ca)
{
    return (_Bool)X509_STORE_add_cert(store, ca);
}

/* A negative result is made a 0 before it leaves, which openssl/openssl#26579 took for an error. */
int verify_internal(X509_STORE_CTX *ctx)
{
    int i = X509_verify_cert(ctx);

    if (i < 0)
        i = 0;
    return i;
}
