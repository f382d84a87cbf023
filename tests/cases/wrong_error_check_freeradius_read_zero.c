/*
 * FreeRADIUS/freeradius-server#2164 (January 2018): what comes out of the tunnel (src/main/tls.c,
 * tls_application_data and its like).
 *
 * Facts: a result of 0 from SSL_read counted as "no data yet". The peer had sent an alert; the session
 * of EAP-FAST went round in a loop instead of ending. The fix treats 0 like the negative results and
 * asks for the reason.
 */

typedef struct ssl_st SSL;
typedef struct bio_st BIO;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6

typedef enum { TLS_FAIL, TLS_MORE_FRAGMENTS, TLS_OK } tls_status;

struct record {
    unsigned char data[1024];
    unsigned int used;
};

struct session {
    SSL *ssl;
    BIO *into_ssl;
    struct record clean_out, dirty_in;
};

int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int BIO_write(BIO *b, const void *data, int dlen);
void ERR_clear_error(void);
void record_init(struct record *record);
void debug(const char *format, ...);

tls_status application_data_faulty(struct session *ssn)
{
    int err;

    err = BIO_write(ssn->into_ssl, ssn->dirty_in.data, ssn->dirty_in.used);
    if (err != (int)ssn->dirty_in.used) {
        record_init(&ssn->dirty_in);
        debug("Failed writing %u to SSL BIO: %d", ssn->dirty_in.used, err);
        return TLS_FAIL;
    }
    record_init(&ssn->dirty_in);

    ERR_clear_error();
    err = SSL_read(ssn->ssl, ssn->clean_out.data, sizeof(ssn->clean_out.data)); // finding: wrong-error-check
    if (err < 0) {
        int code = SSL_get_error(ssn->ssl, err);

        switch (code) {
        case SSL_ERROR_WANT_READ:
            return TLS_MORE_FRAGMENTS;
        case SSL_ERROR_WANT_WRITE:
            debug("SSL_ERROR_WANT_WRITE");
            return TLS_MORE_FRAGMENTS;
        default:
            debug("Error in fragmentation logic: %d", code);
            return TLS_FAIL;
        }
    }
    if (err == 0)
        debug("No data inside of the tunnel");
    ssn->clean_out.used = err;
    return TLS_OK;
}

tls_status application_data_mended(struct session *ssn)
{
    int err;

    err = BIO_write(ssn->into_ssl, ssn->dirty_in.data, ssn->dirty_in.used);
    if (err != (int)ssn->dirty_in.used) {
        record_init(&ssn->dirty_in);
        debug("Failed writing %u to SSL BIO: %d", ssn->dirty_in.used, err);
        return TLS_FAIL;
    }
    record_init(&ssn->dirty_in);

    ERR_clear_error();
    err = SSL_read(ssn->ssl, ssn->clean_out.data, sizeof(ssn->clean_out.data));
    if (err <= 0) {
        int code = SSL_get_error(ssn->ssl, err);

        switch (code) {
        case SSL_ERROR_WANT_READ:
            return TLS_MORE_FRAGMENTS;
        case SSL_ERROR_WANT_WRITE:
            debug("SSL_ERROR_WANT_WRITE");
            return TLS_MORE_FRAGMENTS;
        default:
            debug("Error in fragmentation logic: %d", code);
            return TLS_FAIL;
        }
    }
    ssn->clean_out.used = err;
    return TLS_OK;
}

/* Below 0 and 0 are told apart, and neither is taken for data. */
tls_status application_data_in_steps(struct session *ssn)
{
    int err;

    ERR_clear_error();
    err = SSL_read(ssn->ssl, ssn->clean_out.data, sizeof(ssn->clean_out.data));
    if (err < 0) {
        int code = SSL_get_error(ssn->ssl, err);

        return code == SSL_ERROR_WANT_READ || code == SSL_ERROR_WANT_WRITE ? TLS_MORE_FRAGMENTS : TLS_FAIL;
    }
    if (err == 0) {
        debug("Tunnel closed: %d", SSL_get_error(ssn->ssl, err));
        return TLS_FAIL;
    }
    ssn->clean_out.used = err;
    return TLS_OK;
}

/* The reason decides alone: SSL_ERROR_NONE is there only for a result above 0. */
tls_status application_data_by_reason(struct session *ssn)
{
    int err;

    ERR_clear_error();
    err = SSL_read(ssn->ssl, ssn->clean_out.data, sizeof(ssn->clean_out.data));
    switch (SSL_get_error(ssn->ssl, err)) {
    case SSL_ERROR_NONE:
        ssn->clean_out.used = err;
        return TLS_OK;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return TLS_MORE_FRAGMENTS;
    case SSL_ERROR_ZERO_RETURN:
    default:
        return TLS_FAIL;
    }
}
