/*
 * OpenLI-NZ/openli#125 (July 2026): a collector that serves without TLS (src/openli_tls.c,
 * create_ssl_context).
 *
 * Facts: when the context cannot be made, for example because a path has a typing error, the function
 * said in its log that it had made one and returned 0; later code takes a null context for "no TLS
 * wanted" and serves in the clear. The fix returns -1, and all callers stop then.
 */

typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;

#define SSL_FILETYPE_PEM 1
#define OPENLI_SSL_CONNECT_NOSSL 0
#define OPENLI_SSL_CONNECT_WAITING 1

struct ssl_config {
    SSL_CTX *ctx;
    const char *keyfile;
    const char *certfile;
    const char *cacertfile;
};

const SSL_METHOD *TLS_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
void logger(int level, const char *fmt, ...);

static SSL_CTX *ssl_init(const char *ca, const char *cert, const char *key)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_method());

    if (ctx == 0)
        return 0;
    if (SSL_CTX_load_verify_locations(ctx, ca, 0) != 1)
        goto failed;
    if (SSL_CTX_use_certificate_chain_file(ctx, cert) != 1)
        goto failed;
    if (SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM) != 1)
        goto failed;
    return ctx;

failed:
    logger(3, "OpenLI: unable to load TLS material from %s", cert);
    SSL_CTX_free(ctx);
    return 0;
}

int create_ssl_context_faulty(struct ssl_config *config)
{
    if (config->certfile == 0 && config->keyfile == 0 && config->cacertfile == 0) {
        config->ctx = 0;
        return 0;
    }
    if (config->certfile == 0 || config->keyfile == 0 || config->cacertfile == 0) {
        logger(3, "OpenLI: TLS needs all of its files");
        return -1;
    }
    config->ctx = ssl_init(config->cacertfile, config->certfile, config->keyfile); // finding: success-after-failure
    logger(6, "OpenLI: created an SSL context");
    return 0;
}

int create_ssl_context_mended(struct ssl_config *config)
{
    if (config->certfile == 0 && config->keyfile == 0 && config->cacertfile == 0) {
        config->ctx = 0;
        return 0;
    }
    if (config->certfile == 0 || config->keyfile == 0 || config->cacertfile == 0) {
        logger(3, "OpenLI: TLS needs all of its files");
        return -1;
    }
    config->ctx = ssl_init(config->cacertfile, config->certfile, config->keyfile);
    if (config->ctx == 0)
        return -1;
    logger(6, "OpenLI: created an SSL context");
    return 0;
}

/* A fallback that was asked for: what is needed is there again when it says so. */
int create_any_context(struct ssl_config *config, const char *other)
{
    config->ctx = ssl_init(config->cacertfile, config->certfile, config->keyfile);
    if (config->ctx == 0) {
        config->ctx = ssl_init(config->cacertfile, other, other);
        if (config->ctx == 0)
            return -1;
    }
    return 0;
}
