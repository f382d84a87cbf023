/*
 * sipwise/rtpengine#369 (June 2017): the BIOs of a DTLS connection (daemon/dtls.c,
 * dtls_connection_init).
 *
 * Facts: SSL_set_bio gives both BIOs to the SSL object. When a later step failed (no curve), the
 * error exit freed them and then the SSL object, which frees them again, because the flag that tells
 * the two situations apart was set at the end only. The fix sets it right after SSL_set_bio.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct ec_key_st EC_KEY;

#define NID_X9_62_prime256v1 415
#define SSL_CTRL_SET_TMP_ECDH 4

SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
long SSL_ctrl(SSL *ssl, int cmd, long larg, void *parg);
#define SSL_set_tmp_ecdh(ssl, ecdh) SSL_ctrl(ssl, SSL_CTRL_SET_TMP_ECDH, 0, (char *)(ecdh))
BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_s_mem(void);
int BIO_free(BIO *a);
EC_KEY *EC_KEY_new_by_curve_name(int nid);
void EC_KEY_free(EC_KEY *key);
void ilog(int level, const char *fmt, ...);

SSL *dtls_connection_init_faulty(SSL_CTX *ctx)
{
    EC_KEY *ecdh;
    BIO *r_bio = 0, *w_bio = 0;
    SSL *ssl = SSL_new(ctx);

    if (ssl == 0)
        goto error;
    r_bio = BIO_new(BIO_s_mem());
    w_bio = BIO_new(BIO_s_mem());
    if (r_bio == 0 || w_bio == 0)
        goto error;
    SSL_set_bio(ssl, r_bio, w_bio);

    ecdh = EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
    if (ecdh == 0)
        goto error;
    if (SSL_set_tmp_ecdh(ssl, ecdh) != 1) {
        EC_KEY_free(ecdh);
        goto error;
    }
    EC_KEY_free(ecdh);
    return ssl;

error:
    ilog(3, "failed to init DTLS connection");
    if (r_bio)
        BIO_free(r_bio); // finding: borrowed-release
    if (w_bio)
        BIO_free(w_bio); // finding: borrowed-release
    if (ssl)
        SSL_free(ssl);
    return 0;
}

SSL *dtls_connection_init_mended(SSL_CTX *ctx)
{
    EC_KEY *ecdh;
    BIO *r_bio = 0, *w_bio = 0;
    int given = 0;
    SSL *ssl = SSL_new(ctx);

    if (ssl == 0)
        goto error;
    r_bio = BIO_new(BIO_s_mem());
    w_bio = BIO_new(BIO_s_mem());
    if (r_bio == 0 || w_bio == 0)
        goto error;
    SSL_set_bio(ssl, r_bio, w_bio);
    given = 1;

    ecdh = EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
    if (ecdh == 0)
        goto error;
    if (SSL_set_tmp_ecdh(ssl, ecdh) != 1) {
        EC_KEY_free(ecdh);
        goto error;
    }
    EC_KEY_free(ecdh);
    return ssl;

error:
    ilog(3, "failed to init DTLS connection");
    if (!given) {
        if (r_bio)
            BIO_free(r_bio);
        if (w_bio)
            BIO_free(w_bio);
    }
    if (ssl)
        SSL_free(ssl);
    return 0;
}

/* The exit frees BIOs by name, but after the transfer the names hold nothing. */
SSL *connection_of(SSL_CTX *ctx, int strict)
{
    SSL *ssl = SSL_new(ctx);
    BIO *in = BIO_new(BIO_s_mem());
    BIO *out = BIO_new(BIO_s_mem());

    if (ssl == 0 || in == 0 || out == 0)
        goto error;
    SSL_set_bio(ssl, in, out);
    in = out = 0;
    if (strict)
        goto error;
    return ssl;

error:
    BIO_free(in);
    BIO_free(out);
    SSL_free(ssl);
    return 0;
}
