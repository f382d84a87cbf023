/*
 * OpenVPN/openvpn#726 (April 2025): a certificate from a store (src/openvpn/ssl_openssl.c,
 * tls_ctx_load_cert_uri).
 *
 * Facts: the loop over the store's entries leaves with the certificate in `info`, which is released
 * after it. A second loop adds further certificates and releases each `info` itself; when there was
 * none, the exit released the first one again. The fix sets the name to null after the release.
 */

typedef struct ossl_store_ctx_st OSSL_STORE_CTX;
typedef struct ossl_store_info_st OSSL_STORE_INFO;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
typedef struct ui_method_st UI_METHOD;

#define OSSL_STORE_INFO_CERT 5
#define SSL_CTRL_EXTRA_CHAIN_CERT 14

OSSL_STORE_CTX *OSSL_STORE_open(const char *uri, const UI_METHOD *ui, void *data, void *post,
                                void *post_data);
OSSL_STORE_INFO *OSSL_STORE_load(OSSL_STORE_CTX *ctx);
int OSSL_STORE_eof(OSSL_STORE_CTX *ctx);
int OSSL_STORE_close(OSSL_STORE_CTX *ctx);
int OSSL_STORE_INFO_get_type(const OSSL_STORE_INFO *info);
X509 *OSSL_STORE_INFO_get1_CERT(const OSSL_STORE_INFO *info);
void OSSL_STORE_INFO_free(OSSL_STORE_INFO *info);
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *x);
long SSL_CTX_ctrl(SSL_CTX *ctx, int cmd, long larg, void *parg);
#define SSL_CTX_add_extra_chain_cert(ctx, x509)                                                    \
    SSL_CTX_ctrl(ctx, SSL_CTRL_EXTRA_CHAIN_CERT, 0, (char *)(x509))
void X509_free(X509 *a);
void print_openssl_errors(void);

static int load_cert_uri_faulty(SSL_CTX *tls_ctx, const char *uri)
{
    OSSL_STORE_INFO *info = 0;
    X509 *x = 0;
    int ret = 0;
    OSSL_STORE_CTX *store = OSSL_STORE_open(uri, 0, 0, 0, 0);

    if (store == 0)
        goto end;
    info = OSSL_STORE_load(store);
    if (info == 0 || OSSL_STORE_INFO_get_type(info) != OSSL_STORE_INFO_CERT)
        goto end;
    x = OSSL_STORE_INFO_get1_CERT(info);
    if (x == 0 || SSL_CTX_use_certificate(tls_ctx, x) != 1)
        goto end;
    X509_free(x);
    x = 0;
    OSSL_STORE_INFO_free(info);

    while (!OSSL_STORE_eof(store)) {
        info = OSSL_STORE_load(store);
        if (info == 0 || OSSL_STORE_INFO_get_type(info) != OSSL_STORE_INFO_CERT)
            goto end;
        x = OSSL_STORE_INFO_get1_CERT(info);
        if (x == 0 || SSL_CTX_add_extra_chain_cert(tls_ctx, x) != 1)
            goto end;
        x = 0;
        OSSL_STORE_INFO_free(info);
        info = 0;
    }
    ret = 1;

end:
    if (!ret)
        print_openssl_errors();
    X509_free(x);
    OSSL_STORE_INFO_free(info); // finding: double-release
    OSSL_STORE_close(store);
    return ret;
}

static int load_cert_uri_mended(SSL_CTX *tls_ctx, const char *uri)
{
    OSSL_STORE_INFO *info = 0;
    X509 *x = 0;
    int ret = 0;
    OSSL_STORE_CTX *store = OSSL_STORE_open(uri, 0, 0, 0, 0);

    if (store == 0)
        goto end;
    info = OSSL_STORE_load(store);
    if (info == 0 || OSSL_STORE_INFO_get_type(info) != OSSL_STORE_INFO_CERT)
        goto end;
    x = OSSL_STORE_INFO_get1_CERT(info);
    if (x == 0 || SSL_CTX_use_certificate(tls_ctx, x) != 1)
        goto end;
    X509_free(x);
    x = 0;
    OSSL_STORE_INFO_free(info);
    info = 0;

    while (!OSSL_STORE_eof(store)) {
        info = OSSL_STORE_load(store);
        if (info == 0 || OSSL_STORE_INFO_get_type(info) != OSSL_STORE_INFO_CERT)
            goto end;
        x = OSSL_STORE_INFO_get1_CERT(info);
        if (x == 0 || SSL_CTX_add_extra_chain_cert(tls_ctx, x) != 1)
            goto end;
        x = 0;
        OSSL_STORE_INFO_free(info);
        info = 0;
    }
    ret = 1;

end:
    if (!ret)
        print_openssl_errors();
    X509_free(x);
    OSSL_STORE_INFO_free(info);
    OSSL_STORE_close(store);
    return ret;
}

int load_cert(SSL_CTX *tls_ctx, const char *uri, int modern)
{
    return modern ? load_cert_uri_mended(tls_ctx, uri) : load_cert_uri_faulty(tls_ctx, uri);
}

/* Freed twice by its text: on the early return, or at the end. */
int count_certificates(OSSL_STORE_CTX *store)
{
    OSSL_STORE_INFO *info;
    int count = 0;

    while (!OSSL_STORE_eof(store)) {
        info = OSSL_STORE_load(store);
        if (info == 0)
            return -1;
        if (OSSL_STORE_INFO_get_type(info) != OSSL_STORE_INFO_CERT) {
            OSSL_STORE_INFO_free(info);
            return count;
        }
        count++;
        OSSL_STORE_INFO_free(info);
    }
    return count;
}
