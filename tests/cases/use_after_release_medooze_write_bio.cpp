/*
 * medooze/media-server#68 (April 2019): the end of a DTLS connection (src/dtls.cpp, DTLSConnection::End
 * and DTLSConnection::Read).
 *
 * Facts: SSL_free releases the BIOs that SSL_set_bio gave to the object. The connection kept pointers
 * to them, and what was still to be sent was read from one of them after the object had gone. First,
 * SSL_clear stood there instead and the object leaked. Reduced to one method for each form.
 */

struct ssl_st;
typedef struct ssl_st SSL;
struct ssl_ctx_st;
typedef struct ssl_ctx_st SSL_CTX;
struct bio_st;
typedef struct bio_st BIO;
struct bio_method_st;
typedef struct bio_method_st BIO_METHOD;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3

extern "C" {
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *rbio, BIO *wbio);
void SSL_set_connect_state(SSL *s);
int SSL_do_handshake(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_s_mem();
int BIO_free(BIO *a);
int BIO_read(BIO *b, void *data, int dlen);
}

class DTLSConnection {
public:
    explicit DTLSConnection(SSL_CTX *context) : ctx(context) {}
    int firstFlightFaulty(unsigned char *data, int size);
    int firstFlightMended(unsigned char *data, int size);

private:
    static bool waits(int reason)
    {
        return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
    }

    SSL_CTX *ctx;
};

int DTLSConnection::firstFlightFaulty(unsigned char *data, int size)
{
    SSL *ssl = SSL_new(ctx);
    if (!ssl)
        return -1;
    BIO *read_bio = BIO_new(BIO_s_mem());
    BIO *write_bio = BIO_new(BIO_s_mem());
    if (!read_bio || !write_bio) {
        BIO_free(read_bio);
        BIO_free(write_bio);
        SSL_free(ssl);
        return -1;
    }
    SSL_set_bio(ssl, read_bio, write_bio);
    SSL_set_connect_state(ssl);
    const int ret = SSL_do_handshake(ssl);
    if (ret <= 0 && !waits(SSL_get_error(ssl, ret))) {
        SSL_free(ssl);
        return -1;
    }
    SSL_free(ssl);
    return BIO_read(write_bio, data, size); // finding: use-after-release
}

int DTLSConnection::firstFlightMended(unsigned char *data, int size)
{
    SSL *ssl = SSL_new(ctx);
    if (!ssl)
        return -1;
    BIO *read_bio = BIO_new(BIO_s_mem());
    BIO *write_bio = BIO_new(BIO_s_mem());
    if (!read_bio || !write_bio) {
        BIO_free(read_bio);
        BIO_free(write_bio);
        SSL_free(ssl);
        return -1;
    }
    SSL_set_bio(ssl, read_bio, write_bio);
    SSL_set_connect_state(ssl);
    const int ret = SSL_do_handshake(ssl);
    if (ret <= 0 && !waits(SSL_get_error(ssl, ret))) {
        SSL_free(ssl);
        return -1;
    }
    const int length = BIO_read(write_bio, data, size);
    SSL_free(ssl);
    return length;
}
