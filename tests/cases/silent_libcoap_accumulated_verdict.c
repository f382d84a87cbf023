/*
 * Idioms of libcoap 4.3 (src/coap_openssl.c): verdicts that are accumulated, names that are copied out
 * of a certificate, an object that is replaced.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct hmac_ctx_st HMAC_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct engine_st ENGINE;
typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;

struct session {
    SSL *tls;
    int dtls_event;
    unsigned char local[28], remote[28];
};

int HMAC_Init_ex(HMAC_CTX *ctx, const void *key, int len, const EVP_MD *md, ENGINE *impl);
int HMAC_Update(HMAC_CTX *ctx, const unsigned char *data, unsigned long len);
int HMAC_Final(HMAC_CTX *ctx, unsigned char *md, unsigned int *len);
int RAND_bytes(unsigned char *buf, int num);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
BIO *BIO_new(const BIO_METHOD *type);
void BIO_set_data(BIO *a, void *ptr);
const BIO_METHOD *dgram_method(void);
X509_NAME *X509_get_subject_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
char *CRYPTO_strdup(const char *str, const char *file, int line);
#define OPENSSL_strdup(str) CRYPTO_strdup(str, __FILE__, __LINE__)
char *strstr(const char *haystack, const char *needle);
void coap_log(const char *fmt, ...);

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

/* Each result goes into the verdict by &=, so that none is lost. */
int generate_cookie(HMAC_CTX *hmac, const struct session *session, unsigned char *cookie,
                    unsigned int *cookie_len)
{
    int r = HMAC_Init_ex(hmac, 0, 0, 0, 0);

    r &= HMAC_Update(hmac, session->local, sizeof(session->local));
    r &= HMAC_Update(hmac, session->remote, sizeof(session->remote));
    r &= HMAC_Final(hmac, cookie, cookie_len);
    return r;
}

/* The same with && on the variable itself: a later step runs only after a success. */
int setup(SSL_CTX *ctx, const char *ciphers, const char *chain)
{
    int ok = SSL_CTX_set_cipher_list(ctx, ciphers) == 1;

    ok = ok && SSL_CTX_use_certificate_chain_file(ctx, chain) == 1;
    ok = ok && SSL_CTX_check_private_key(ctx) == 1;
    if (!ok)
        coap_log("the context could not be set up");
    return ok;
}

/* The BIO belongs to the object from SSL_set_bio on, and the object to the session at the end. */
int new_client_session(SSL_CTX *ctx, struct session *session)
{
    BIO *bio;
    SSL *ssl = SSL_new(ctx);
    int r;

    if (!ssl)
        return 0;
    bio = BIO_new(dgram_method());
    if (!bio)
        goto error;
    BIO_set_data(bio, session);
    SSL_set_bio(ssl, bio, bio);
    r = SSL_connect(ssl);
    if (r <= 0) {
        int ret = SSL_get_error(ssl, r);
        if (ret != SSL_ERROR_WANT_READ && ret != SSL_ERROR_WANT_WRITE)
            goto error;
    }
    session->tls = ssl;
    return 1;

error:
    SSL_free(ssl);
    return 0;
}

/* The subject's text is a buffer of the caller's; the copy is the caller's as well. */
char *common_name(X509 *cert)
{
    char buffer[256];
    char *cn;

    if (!cert || !X509_NAME_oneline(X509_get_subject_name(cert), buffer, sizeof(buffer)))
        return 0;
    cn = strstr(buffer, "CN=");
    return cn ? OPENSSL_strdup(cn + 3) : 0;
}

/* Filled before it is looked at, in a loop that runs at least once. */
int fresh_token(unsigned char token[8])
{
    int tries = 3;

    do {
        if (RAND_bytes(token, 8) == 1)
            return 1;
    } while (--tries > 0);
    return 0;
}
