/*
 * CVE-2021-3450, OpenSSL 1.1.1h to 1.1.1j: authorities under X509_V_FLAG_X509_STRICT
 * (crypto/x509/x509_vfy.c, check_chain_extensions).
 *
 * Facts: `ret` holds the verdict on whether a certificate may be an authority. A check of the key's
 * curve, added later, stored its own answer in the same variable before anybody had looked at the
 * verdict, so a certificate that is no authority could sign others. The fix asks for the curve only
 * while the verdict is still good. The finding is the call whose verdict is overwritten.
 */

typedef struct x509_st X509;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct X509_VERIFY_PARAM_st X509_VERIFY_PARAM;

#define X509_V_OK 0
#define X509_V_ERR_UNSPECIFIED 1
#define X509_V_ERR_INVALID_CA 24
#define X509_V_ERR_EC_KEY_EXPLICIT_PARAMS 94
#define X509_V_FLAG_X509_STRICT 0x20
#define X509_PURPOSE_SSL_SERVER 2

struct verify_context {
    X509 **chain;
    int num;
    unsigned long flags;
    int error;
    int error_depth;
    int (*verify_cb)(int ok, struct verify_context *ctx);
};

int X509_check_purpose(X509 *x, int id, int ca);
EVP_PKEY *X509_get0_pubkey(const X509 *x);
int EVP_PKEY_id(const EVP_PKEY *pkey);
int curve_is_named(const EVP_PKEY *key);

/* 1: a named curve or none, 0: explicit parameters, -1: the key cannot be decoded. */
static int check_curve(X509 *cert)
{
    EVP_PKEY *key = X509_get0_pubkey(cert);

    if (key == 0)
        return -1;
    if (EVP_PKEY_id(key) == 408)
        return curve_is_named(key) ? 1 : 0;
    return 1;
}

static int verify_cb_cert(struct verify_context *ctx, int depth)
{
    ctx->error_depth = depth;
    if (ctx->error == X509_V_OK)
        ctx->error = X509_V_ERR_UNSPECIFIED;
    return ctx->verify_cb(0, ctx);
}

static int check_chain_extensions_faulty(struct verify_context *ctx)
{
    int i, ret, must_be_ca = 0;

    for (i = 0; i < ctx->num; i++) {
        X509 *x = ctx->chain[i];

        ret = X509_check_purpose(x, X509_PURPOSE_SSL_SERVER, must_be_ca); // finding: success-after-failure
        if (ret <= 0)
            ctx->error = X509_V_ERR_INVALID_CA;
        if ((ctx->flags & X509_V_FLAG_X509_STRICT) && ctx->num > 1) {
            ret = check_curve(x);
            if (ret < 0)
                ctx->error = X509_V_ERR_UNSPECIFIED;
            else if (ret == 0)
                ctx->error = X509_V_ERR_EC_KEY_EXPLICIT_PARAMS;
        }
        if (ret <= 0 && !verify_cb_cert(ctx, i))
            return 0;
        must_be_ca = 1;
    }
    return 1;
}

static int check_chain_extensions_mended(struct verify_context *ctx)
{
    int i, ret, must_be_ca = 0;

    for (i = 0; i < ctx->num; i++) {
        X509 *x = ctx->chain[i];

        ret = X509_check_purpose(x, X509_PURPOSE_SSL_SERVER, must_be_ca);
        if (ret <= 0)
            ctx->error = X509_V_ERR_INVALID_CA;
        if (ret > 0 && (ctx->flags & X509_V_FLAG_X509_STRICT) && ctx->num > 1) {
            ret = check_curve(x);
            if (ret < 0)
                ctx->error = X509_V_ERR_UNSPECIFIED;
            else if (ret == 0)
                ctx->error = X509_V_ERR_EC_KEY_EXPLICIT_PARAMS;
        }
        if (ret <= 0 && !verify_cb_cert(ctx, i))
            return 0;
        must_be_ca = 1;
    }
    return 1;
}

/* One variable for two checks, but each is looked at before the next one writes. */
static int check_leaf(struct verify_context *ctx)
{
    int ret = X509_check_purpose(ctx->chain[0], X509_PURPOSE_SSL_SERVER, 0);

    if (ret <= 0)
        return verify_cb_cert(ctx, 0);
    ret = check_curve(ctx->chain[0]);
    if (ret <= 0)
        return verify_cb_cert(ctx, 0);
    return 1;
}

int verify_chain(struct verify_context *ctx)
{
    return check_leaf(ctx) && check_chain_extensions_faulty(ctx) &&
           check_chain_extensions_mended(ctx);
}
