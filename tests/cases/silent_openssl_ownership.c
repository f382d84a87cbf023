/*
 * Idioms of OpenSSL 3.0 (crypto/ and apps/): ownership that passes with a successful call, references,
 * out-parameters, pointers that move while they are read.
 */

typedef struct bio_st BIO;
typedef struct ssl_st SSL;
typedef struct x509_st X509;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct rsa_st RSA;
typedef struct bignum_st BIGNUM;
typedef struct stack_st_X509 X509_STACK;
typedef struct pkcs12_st PKCS12;
typedef struct engine_st ENGINE;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

#define EVP_PKEY_RSA 6

EVP_PKEY *EVP_PKEY_new(void);
void EVP_PKEY_free(EVP_PKEY *pkey);
int EVP_PKEY_assign(EVP_PKEY *pkey, int type, void *key);
#define EVP_PKEY_assign_RSA(pkey, rsa) EVP_PKEY_assign(pkey, EVP_PKEY_RSA, rsa)
RSA *RSA_new(void);
void RSA_free(RSA *rsa);
int RSA_set0_key(RSA *r, BIGNUM *n, BIGNUM *e, BIGNUM *d);
BIGNUM *BN_bin2bn(const unsigned char *s, int len, BIGNUM *ret);
void BN_free(BIGNUM *a);
X509 *d2i_X509(X509 **a, const unsigned char **in, long len);
int i2d_X509(const X509 *a, unsigned char **out);
int X509_up_ref(X509 *x);
void X509_free(X509 *a);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
X509_STACK *sk_X509_new_null(void);
int sk_X509_push(X509_STACK *sk, X509 *x);
void sk_X509_pop_free(X509_STACK *sk, void (*freefunc)(X509 *x));
void ERR_clear_error(void);
int BIO_up_ref(BIO *a);
int BIO_free(BIO *a);
void SSL_set0_rbio(SSL *s, BIO *rbio);
void SSL_set0_wbio(SSL *s, BIO *wbio);
int PKCS12_parse(PKCS12 *p12, const char *pass, EVP_PKEY **pkey, X509 **cert, X509_STACK **ca);
void *CRYPTO_malloc(unsigned long num, const char *file, int line);
void *CRYPTO_realloc(void *addr, unsigned long num, const char *file, int line);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_malloc(num) CRYPTO_malloc(num, __FILE__, __LINE__)
#define OPENSSL_realloc(addr, num) CRYPTO_realloc(addr, num, __FILE__, __LINE__)
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)

/* n and e are the key's from RSA_set0_key on, the key is the object's from the assignment on. */
EVP_PKEY *make_key(const unsigned char *modulus, int len, const unsigned char *exponent, int elen)
{
    EVP_PKEY *pkey = EVP_PKEY_new();
    RSA *rsa = RSA_new();
    BIGNUM *n = BN_bin2bn(modulus, len, 0);
    BIGNUM *e = BN_bin2bn(exponent, elen, 0);

    if (pkey == 0 || rsa == 0 || n == 0 || e == 0)
        goto err;
    if (!RSA_set0_key(rsa, n, e, 0))
        goto err;
    n = e = 0;
    if (EVP_PKEY_assign_RSA(pkey, rsa) != 1)
        goto err;
    return pkey;

err:
    BN_free(n);
    BN_free(e);
    RSA_free(rsa);
    EVP_PKEY_free(pkey);
    return 0;
}

/* The stack gets a reference of its own; the one that came in stays the caller's. */
int add_reference(X509_STACK *sk, X509 *cert)
{
    if (!X509_up_ref(cert))
        return 0;
    if (sk_X509_push(sk, cert) <= 0) {
        X509_free(cert);
        return 0;
    }
    return 1;
}

/* Certificates until there is no more; the last failure is the end, and is cleared. */
X509_STACK *load_certs(BIO *in)
{
    X509_STACK *sk = sk_X509_new_null();
    X509 *cert;

    if (sk == 0)
        return 0;
    while ((cert = PEM_read_bio_X509(in, 0, 0, 0)) != 0) {
        if (sk_X509_push(sk, cert) <= 0) {
            X509_free(cert);
            sk_X509_pop_free(sk, X509_free);
            return 0;
        }
    }
    ERR_clear_error();
    return sk;
}

/* One BIO for both directions costs two references. */
int use_for_both(SSL *s, BIO *bio)
{
    if (!BIO_up_ref(bio)) {
        BIO_free(bio);
        return 0;
    }
    SSL_set0_rbio(s, bio);
    SSL_set0_wbio(s, bio);
    return 1;
}

/* The pointer that i2d moves is a second name; the buffer leaves by the first. */
int encode(X509 *cert, unsigned char **out)
{
    unsigned char *buf, *p;
    int len = i2d_X509(cert, 0);

    if (len <= 0)
        return 0;
    buf = OPENSSL_malloc((unsigned long)len);
    if (buf == 0)
        return 0;
    p = buf;
    if (i2d_X509(cert, &p) != len) {
        OPENSSL_free(buf);
        return 0;
    }
    *out = buf;
    return len;
}

/* The old buffer is kept when there is no new one. */
int append_char(char **text, unsigned long *size, char c)
{
    char *grown = OPENSSL_realloc(*text, *size + 2);

    if (grown == 0)
        return 0;
    grown[(*size)++] = c;
    grown[*size] = '\0';
    *text = grown;
    return 1;
}

/* Everything that a failed or a successful parse may have left is freed by one exit. */
int import(PKCS12 *p12, const char *pass, int (*use)(EVP_PKEY *pkey, X509 *cert))
{
    EVP_PKEY *pkey = 0;
    X509 *cert = 0;
    X509_STACK *ca = 0;
    int ret = 0;

    if (!PKCS12_parse(p12, pass, &pkey, &cert, &ca))
        goto end;
    if (pkey == 0 || cert == 0)
        goto end;
    ret = use(pkey, cert);

end:
    EVP_PKEY_free(pkey);
    X509_free(cert);
    sk_X509_pop_free(ca, X509_free);
    return ret;
}

/* An object of the caller's, or one of our own that only then is freed. */
int length_of(X509 *given, const unsigned char *der, long len)
{
    X509 *own = 0;
    const unsigned char *p = der;
    int size;

    if (given == 0) {
        own = d2i_X509(0, &p, len);
        if (own == 0)
            return -1;
        given = own;
    }
    size = i2d_X509(given, 0);
    if (own != 0)
        X509_free(own);
    return size;
}
