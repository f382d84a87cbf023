/*
 * curl/curl#318 (June 2015): bytes of the stack in an error message (lib/vtls/openssl.c,
 * ossl_connect_step2).
 *
 * Facts: the text of an error is written into a buffer on the stack by most of the branches; the one
 * for a certificate that was not accepted sets another text and leaves the buffer as it is, and the
 * message prints both. The fix makes the buffer empty first.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define X509_V_OK 0
#define CURLE_OK 0
#define CURLE_SSL_CONNECT_ERROR 35
#define CURLE_AGAIN 81

int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
long SSL_get_verify_result(const SSL *ssl);
unsigned long ERR_get_error(void);
void ERR_error_string_n(unsigned long e, char *buf, unsigned long len);
void failf(const char *fmt, ...);

int connect_step2_faulty(SSL *handle)
{
    int err = SSL_connect(handle);
    char error_buffer[256];
    const char *cert_problem = 0;
    unsigned long errdetail;
    int detail;

    if (err == 1)
        return CURLE_OK;
    detail = SSL_get_error(handle, err);
    if (detail == SSL_ERROR_WANT_READ || detail == SSL_ERROR_WANT_WRITE)
        return CURLE_AGAIN;
    errdetail = ERR_get_error();
    switch (errdetail) {
    case 0x1407E086:
    case 0x14090086:
        if (SSL_get_verify_result(handle) == X509_V_OK)
            ERR_error_string_n(errdetail, error_buffer, sizeof(error_buffer));
        else
            cert_problem = "SSL certificate problem";
        break;
    default:
        ERR_error_string_n(errdetail, error_buffer, sizeof(error_buffer));
        break;
    }
    failf("%s%s", cert_problem ? cert_problem : "", error_buffer); // finding: uninitialised-read
    return CURLE_SSL_CONNECT_ERROR;
}

int connect_step2_mended(SSL *handle)
{
    int err = SSL_connect(handle);
    char error_buffer[256] = "";
    const char *cert_problem = 0;
    unsigned long errdetail;
    int detail;

    if (err == 1)
        return CURLE_OK;
    detail = SSL_get_error(handle, err);
    if (detail == SSL_ERROR_WANT_READ || detail == SSL_ERROR_WANT_WRITE)
        return CURLE_AGAIN;
    errdetail = ERR_get_error();
    switch (errdetail) {
    case 0x1407E086:
    case 0x14090086:
        if (SSL_get_verify_result(handle) == X509_V_OK)
            ERR_error_string_n(errdetail, error_buffer, sizeof(error_buffer));
        else
            cert_problem = "SSL certificate problem";
        break;
    default:
        ERR_error_string_n(errdetail, error_buffer, sizeof(error_buffer));
        break;
    }
    failf("%s%s", cert_problem ? cert_problem : "", error_buffer);
    return CURLE_SSL_CONNECT_ERROR;
}

/* One of the two texts is there, and just that one is printed. */
int report_failure(SSL *handle)
{
    char error_buffer[256];
    const char *text;

    if (SSL_get_verify_result(handle) == X509_V_OK) {
        ERR_error_string_n(ERR_get_error(), error_buffer, sizeof(error_buffer));
        text = error_buffer;
    } else {
        text = "SSL certificate problem";
    }
    failf("%s", text);
    return CURLE_SSL_CONNECT_ERROR;
}
