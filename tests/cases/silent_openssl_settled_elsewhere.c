/*
 * Idioms of OpenSSL 3.0 and its manual: results whose failure another test settles. BN_CTX_get fails
 * for good once it has failed, so that the last of several is tested; pushing cannot fail where the
 * space is reserved; what takes a null pointer for an answer may get one before the test.
 */

typedef struct bignum_st BIGNUM;
typedef struct bignum_ctx BN_CTX;
typedef struct bio_st BIO;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct ssl_st SSL;
typedef struct stack_st_X509 STACK;
typedef struct x509_st X509;
typedef struct X509_crl_st X509_CRL;

void BN_CTX_start(BN_CTX *ctx);
BIGNUM *BN_CTX_get(BN_CTX *ctx);
void BN_CTX_end(BN_CTX *ctx);
BIGNUM *BN_copy(BIGNUM *to, const BIGNUM *from);
int BN_sqr(BIGNUM *r, const BIGNUM *a, BN_CTX *ctx);
BIO *BIO_new_mem_buf(const void *buf, int len);
int BIO_free(BIO *a);
int BIO_read(BIO *b, void *data, int dlen);
void EVP_PKEY_free(EVP_PKEY *key);
STACK *SSL_get_peer_cert_chain(const SSL *ssl);
EVP_PKEY *X509_get_pubkey(X509 *x);
int X509_CRL_verify(X509_CRL *a, EVP_PKEY *r);
int X509_up_ref(X509 *x);
void X509_free(X509 *x);
STACK *sk_X509_new_reserve(int (*compare)(const X509 *const *, const X509 *const *), int n);
int sk_X509_push(STACK *sk, X509 *ptr);
int sk_X509_num(const STACK *sk);
void sk_X509_pop_free(STACK *sk, void (*free)(X509 *));

enum outcome { OUTCOME_OK, OUTCOME_NO_MEMORY, OUTCOME_BAD_INPUT };

int square(BN_CTX *ctx, const BIGNUM *number)
{
    BIGNUM *copy, *result;
    int done = 0;

    BN_CTX_start(ctx);
    copy = BN_CTX_get(ctx);
    result = BN_CTX_get(ctx);
    if (result == 0)
        goto out;
    if (!BN_copy(copy, number) || !BN_sqr(result, copy, ctx))
        goto out;
    done = 1;
out:
    BN_CTX_end(ctx);
    return done;
}

STACK *shared(X509 **certs, int count)
{
    STACK *all = sk_X509_new_reserve(0, count);

    if (all == 0)
        return 0;
    for (int i = 0; i < count; i++) {
        if (X509_up_ref(certs[i]) != 1) {
            sk_X509_pop_free(all, X509_free);
            return 0;
        }
        sk_X509_push(all, certs[i]);
    }
    return all;
}

int signed_by(X509_CRL *list, X509 *issuer)
{
    EVP_PKEY *key = X509_get_pubkey(issuer);

    if (X509_CRL_verify(list, key) <= 0) {
        if (key)
            EVP_PKEY_free(key);
        return 0;
    }
    if (key)
        EVP_PKEY_free(key);
    return 1;
}

int length_of_chain(SSL *ssl)
{
    STACK *chain = SSL_get_peer_cert_chain(ssl);
    int count = 0;

    for (int i = 0; i < sk_X509_num(chain); i++)
        count++;
    return count;
}

enum outcome parse(const char *text, int length, char *line)
{
    BIO *input = BIO_new_mem_buf(text, length);

    if (line == 0) {
        BIO_free(input);
        return OUTCOME_BAD_INPUT;
    }
    if (input == 0)
        return OUTCOME_NO_MEMORY;
    if (BIO_read(input, line, 16) <= 0) {
        BIO_free(input);
        return OUTCOME_BAD_INPUT;
    }
    BIO_free(input);
    return OUTCOME_OK;
}
