/*
 * acassen/keepalived#1004 (September 2018): a checker's connection (genhash/ssl.c and
 * check_ssl.c, ssl_connect).
 *
 * Facts: SSL_new is null when memory is short; the null pointer went to SSL_set0_rbio, as did the
 * result of BIO_new_socket. The fix tests both. kamailio/kamailio#4617 is a neighbour: the result of
 * SSL_set_app_data, without which the object cannot find its connection.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;

#define BIO_NOCLOSE 0

struct request {
    SSL_CTX *ctx;
    SSL *ssl;
    BIO *bio;
    int fd;
};

SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set0_rbio(SSL *s, BIO *rbio);
void SSL_set0_wbio(SSL *s, BIO *wbio);
int SSL_set_ex_data(SSL *ssl, int idx, void *data);
#define SSL_set_app_data(s, arg) SSL_set_ex_data(s, 0, (char *)(arg))
void SSL_set_connect_state(SSL *s);
BIO *BIO_new_socket(int sock, int close_flag);
int BIO_up_ref(BIO *a);
int BIO_free(BIO *a);
void log_message(const char *format, ...);

int ssl_connect_faulty(struct request *req)
{
    req->ssl = SSL_new(req->ctx); // finding: unchecked-result
    req->bio = BIO_new_socket(req->fd, BIO_NOCLOSE); // finding: unchecked-result
    if (!BIO_up_ref(req->bio))
        return 0;
    SSL_set0_rbio(req->ssl, req->bio);
    SSL_set0_wbio(req->ssl, req->bio);
    SSL_set_app_data(req->ssl, req); // finding: unchecked-result
    SSL_set_connect_state(req->ssl);
    return 1;
}

int ssl_connect_mended(struct request *req)
{
    req->ssl = SSL_new(req->ctx);
    if (!req->ssl) {
        log_message("Unable to establish ssl connection - SSL_new() failed");
        return 0;
    }
    req->bio = BIO_new_socket(req->fd, BIO_NOCLOSE);
    if (!req->bio) {
        log_message("Unable to establish ssl connection - BIO_new_socket() failed");
        return 0;
    }
    if (!BIO_up_ref(req->bio))
        return 0;
    SSL_set0_rbio(req->ssl, req->bio);
    SSL_set0_wbio(req->ssl, req->bio);
    if (!SSL_set_app_data(req->ssl, req))
        return 0;
    SSL_set_connect_state(req->ssl);
    return 1;
}

/* Two results, one test. */
int ssl_prepare(struct request *req)
{
    SSL *ssl = SSL_new(req->ctx);
    BIO *bio = BIO_new_socket(req->fd, BIO_NOCLOSE);

    if (!(ssl && bio)) {
        SSL_free(ssl);
        BIO_free(bio);
        return 0;
    }
    req->ssl = ssl;
    req->bio = bio;
    return 1;
}
