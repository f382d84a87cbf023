/*
 * clearlinux/swupd-client#117 (August 2016): verification of the updater's certificate
 * (src/signature.c, validate_certificate).
 *
 * Facts: the context of the verification was released on the path of success only; the error label
 * released the store and not the context. The same shape, with the certificate that had been copied
 * for the context, was ruby/openssl#391.
 */

typedef struct x509_st X509;
typedef struct x509_store_st X509_STORE;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef struct x509_lookup_st X509_LOOKUP;
typedef struct x509_lookup_method_st X509_LOOKUP_METHOD;
typedef struct stack_st_X509 X509_STACK;

#define X509_FILETYPE_PEM 1

X509_STORE *X509_STORE_new(void);
void X509_STORE_free(X509_STORE *store);
X509_LOOKUP *X509_STORE_add_lookup(X509_STORE *store, X509_LOOKUP_METHOD *method);
X509_LOOKUP_METHOD *X509_LOOKUP_file(void);
int X509_LOOKUP_ctrl(X509_LOOKUP *ctx, int cmd, const char *argc, long argl, char **ret);
#define X509_L_FILE_LOAD 1
#define X509_LOOKUP_load_file(x, name, type) X509_LOOKUP_ctrl(x, X509_L_FILE_LOAD, name, type, 0)
X509_STORE_CTX *X509_STORE_CTX_new(void);
void X509_STORE_CTX_free(X509_STORE_CTX *ctx);
int X509_STORE_CTX_init(X509_STORE_CTX *ctx, X509_STORE *store, X509 *x509, X509_STACK *chain);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
int X509_verify_cert(X509_STORE_CTX *ctx);
void error(const char *fmt, ...);

int validate_certificate_faulty(X509 *cert, const char *certificate_path)
{
    X509_LOOKUP *lookup;
    X509_STORE *store = 0;
    X509_STORE_CTX *verify_ctx = 0;

    if (!(store = X509_STORE_new()))
        goto error;
    if (!(lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file())))
        goto error;
    if (X509_LOOKUP_load_file(lookup, certificate_path, X509_FILETYPE_PEM) != 1)
        goto error;
    if (!(verify_ctx = X509_STORE_CTX_new())) // finding: leaked-resource
        goto error;
    if (X509_STORE_CTX_init(verify_ctx, store, cert, 0) != 1)
        goto error;
    if (X509_verify_cert(verify_ctx) != 1) {
        error("certificate verification error %d", X509_STORE_CTX_get_error(verify_ctx));
        goto error;
    }
    X509_STORE_CTX_free(verify_ctx);
    X509_STORE_free(store);
    return 0;

error:
    X509_STORE_free(store);
    return -1;
}

int validate_certificate_mended(X509 *cert, const char *certificate_path)
{
    X509_LOOKUP *lookup;
    X509_STORE *store = 0;
    X509_STORE_CTX *verify_ctx = 0;

    if (!(store = X509_STORE_new()))
        goto error;
    if (!(lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file())))
        goto error;
    if (X509_LOOKUP_load_file(lookup, certificate_path, X509_FILETYPE_PEM) != 1)
        goto error;
    if (!(verify_ctx = X509_STORE_CTX_new()))
        goto error;
    if (X509_STORE_CTX_init(verify_ctx, store, cert, 0) != 1)
        goto error;
    if (X509_verify_cert(verify_ctx) != 1) {
        error("certificate verification error %d", X509_STORE_CTX_get_error(verify_ctx));
        goto error;
    }
    X509_STORE_CTX_free(verify_ctx);
    X509_STORE_free(store);
    return 0;

error:
    if (verify_ctx)
        X509_STORE_CTX_free(verify_ctx);
    if (store)
        X509_STORE_free(store);
    return -1;
}

/* The lookup belongs to the store, so there is nothing of its own to release. */
X509_STORE *open_store(const char *path)
{
    X509_STORE *store = X509_STORE_new();
    X509_LOOKUP *lookup;

    if (store == 0)
        return 0;
    lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file());
    if (lookup != 0 && X509_LOOKUP_load_file(lookup, path, X509_FILETYPE_PEM) == 1)
        return store;
    X509_STORE_free(store);
    return 0;
}
