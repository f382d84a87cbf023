/*
 * xrootd/xrootd#1967 and #1968 (March 2023): the end of a connection (src/XrdHttp/XrdHttpProtocol.cc,
 * XrdHttpProtocol::Cleanup).
 *
 * Facts: everything but 1 from SSL_shutdown was logged as a failure, with whatever stood in the error
 * queue; but 0 says that the peer's goodbye has not come yet, which is the usual case. The fix treats
 * negative results alone as failures.
 */

struct ssl_st;
typedef struct ssl_st SSL;
struct bio_st;
typedef struct bio_st BIO;

extern "C" {
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void SSL_free(SSL *ssl);
void ERR_clear_error();
void ERR_print_errors(BIO *bp);
}

void TRACE(const char *text, int reason);

class XrdHttpProtocol {
public:
    int cleanupFaulty();
    int cleanupMended();
    void cleanupQuietly();

private:
    SSL *ssl = nullptr;
    BIO *sslbio_err = nullptr;
};

int XrdHttpProtocol::cleanupFaulty()
{
    int failed = 0;
    if (ssl) {
        ERR_clear_error();
        if (SSL_shutdown(ssl) != 1) { // finding: misread-reason
            TRACE("SSL_shutdown failed", 0);
            ERR_print_errors(sslbio_err);
            failed = -1;
        }
        SSL_free(ssl);
    }
    ssl = nullptr;
    return failed;
}

int XrdHttpProtocol::cleanupMended()
{
    int failed = 0;
    if (ssl) {
        ERR_clear_error();
        const int ret = SSL_shutdown(ssl);
        if (ret < 0) {
            TRACE("SSL_shutdown failed", SSL_get_error(ssl, ret));
            ERR_print_errors(sslbio_err);
            failed = -1;
        }
        SSL_free(ssl);
    }
    ssl = nullptr;
    return failed;
}

// Whether the peer answers does not matter to what follows.
void XrdHttpProtocol::cleanupQuietly()
{
    if (!ssl)
        return;
    SSL_shutdown(ssl);
    SSL_free(ssl);
    ssl = nullptr;
}
