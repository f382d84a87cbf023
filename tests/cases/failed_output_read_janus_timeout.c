/*
 * meetecho/janus-gateway#419 (December 2015) and #1345: the retransmission timer (dtls.c,
 * janus_dtls_retry).
 *
 * Facts: DTLSv1_get_timeout writes the time only if a timer is armed, which it says by 1. Its result
 * was not looked at, and the delay was computed from a struct timeval that nobody had written. The
 * fix uses the value only after success.
 */

typedef struct ssl_st SSL;
struct timeval {
    long tv_sec;
    long tv_usec;
};

#define DTLS_CTRL_GET_TIMEOUT 73
#define DTLS_CTRL_HANDLE_TIMEOUT 74
long SSL_ctrl(SSL *ssl, int cmd, long larg, void *parg);
#define DTLSv1_get_timeout(ssl, arg) SSL_ctrl(ssl, DTLS_CTRL_GET_TIMEOUT, 0, (void *)(arg))
#define DTLSv1_handle_timeout(ssl) SSL_ctrl(ssl, DTLS_CTRL_HANDLE_TIMEOUT, 0, 0)

struct dtls_srtp {
    SSL *ssl;
    int ready;
    unsigned long delay;
};

void janus_log(const char *fmt, ...);
void fd_bridge(struct dtls_srtp *dtls);

int dtls_retry_faulty(struct dtls_srtp *dtls)
{
    struct timeval timeout;
    unsigned long timeout_value;

    if (dtls == 0 || dtls->ready)
        return 0;
    DTLSv1_get_timeout(dtls->ssl, &timeout); // finding: unchecked-result
    timeout_value = timeout.tv_sec * 1000 + timeout.tv_usec / 1000; // finding: failed-output-read
    janus_log("a timeout of %lu ms", timeout_value);
    if (timeout_value == 0) {
        if (DTLSv1_handle_timeout(dtls->ssl) < 0)
            return 0;
        fd_bridge(dtls);
    }
    return 1;
}

int dtls_retry_mended(struct dtls_srtp *dtls)
{
    struct timeval timeout = {0};
    unsigned long timeout_value;

    if (dtls == 0 || dtls->ready)
        return 0;
    if (DTLSv1_get_timeout(dtls->ssl, &timeout) != 1)
        return 1;
    timeout_value = timeout.tv_sec * 1000 + timeout.tv_usec / 1000;
    janus_log("a timeout of %lu ms", timeout_value);
    if (timeout_value == 0) {
        if (DTLSv1_handle_timeout(dtls->ssl) < 0)
            return 0;
        fd_bridge(dtls);
    }
    return 1;
}

/* No initialiser, and none is needed: read on the side of success only. */
unsigned long dtls_delay(struct dtls_srtp *dtls)
{
    struct timeval timeout;
    int armed = DTLSv1_get_timeout(dtls->ssl, &timeout) == 1;

    if (armed)
        return timeout.tv_sec * 1000 + timeout.tv_usec / 1000;
    return dtls->delay;
}
