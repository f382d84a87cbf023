/*
 * openssl/openssl#11746 (May 2020): a BIO gets another SSL object (ssl/bio_ssl.c, ssl_ctrl with
 * BIO_C_SET_SSL).
 *
 * Facts: the state of the BIO is fetched at the top of the function; ssl_free releases it and ssl_new
 * makes another one, but the store went on through the pointer of the top. The fix fetches the state
 * once more. (openssl/openssl#31388 adds that ssl_free left the pointer in the BIO, for the case that
 * ssl_new fails; that is mended here as well.)
 */

typedef struct ssl_st SSL;
typedef struct bio_st BIO;

typedef struct bio_ssl_st {
    SSL *ssl;
    int num_renegotiates;
    unsigned long byte_count;
} BIO_SSL;

#define BIO_C_SET_SSL 109
#define BIO_C_GET_SSL 110
#define BIO_CTRL_RESET 1

void *BIO_get_data(BIO *a);
void BIO_set_data(BIO *a, void *ptr);
void BIO_set_shutdown(BIO *a, int shut);
int BIO_get_shutdown(BIO *a);
void SSL_free(SSL *ssl);
int SSL_shutdown(SSL *s);
int SSL_clear(SSL *s);
void *calloc(unsigned long count, unsigned long size);
void free(void *ptr);

static int ssl_new(BIO *bi)
{
    BIO_SSL *bs = calloc(1, sizeof(*bs));

    if (bs == 0)
        return 0;
    BIO_set_data(bi, bs);
    return 1;
}

static int ssl_free(BIO *a)
{
    BIO_SSL *bs;

    if (a == 0)
        return 0;
    bs = BIO_get_data(a);
    if (bs != 0) {
        if (BIO_get_shutdown(a))
            SSL_free(bs->ssl);
        free(bs);
        BIO_set_data(a, 0);
    }
    return 1;
}

long ssl_ctrl_faulty(BIO *b, int cmd, long num, void *ptr)
{
    BIO_SSL *bs = BIO_get_data(b);
    SSL *ssl = bs->ssl;
    long ret = 1;

    if (ssl == 0 && cmd != BIO_C_SET_SSL)
        return 0;
    switch (cmd) {
    case BIO_CTRL_RESET:
        ret = SSL_clear(ssl);
        bs->byte_count = 0;
        break;
    case BIO_C_SET_SSL:
        if (ssl != 0) {
            ssl_free(b);
            if (!ssl_new(b))
                return 0;
        }
        BIO_set_shutdown(b, (int)num);
        ssl = ptr;
        bs->ssl = ssl; // finding: use-after-release
        break;
    case BIO_C_GET_SSL:
        *(SSL **)ptr = ssl;
        break;
    default:
        ret = 0;
        break;
    }
    return ret;
}

long ssl_ctrl_mended(BIO *b, int cmd, long num, void *ptr)
{
    BIO_SSL *bs = BIO_get_data(b);
    SSL *ssl = bs->ssl;
    long ret = 1;

    if (ssl == 0 && cmd != BIO_C_SET_SSL)
        return 0;
    switch (cmd) {
    case BIO_CTRL_RESET:
        ret = SSL_clear(ssl);
        bs->byte_count = 0;
        break;
    case BIO_C_SET_SSL:
        if (ssl != 0) {
            ssl_free(b);
            if (!ssl_new(b))
                return 0;
            bs = BIO_get_data(b);
        }
        BIO_set_shutdown(b, (int)num);
        ssl = ptr;
        bs->ssl = ssl;
        break;
    case BIO_C_GET_SSL:
        *(SSL **)ptr = ssl;
        break;
    default:
        ret = 0;
        break;
    }
    return ret;
}

/* The state goes last, and a copy of the number is what is used afterwards. */
int ssl_finish(BIO *b)
{
    BIO_SSL *bs = BIO_get_data(b);
    int renegotiates;

    if (bs == 0)
        return -1;
    renegotiates = bs->num_renegotiates;
    ssl_free(b);
    return renegotiates;
}
