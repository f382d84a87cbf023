/*
 * openssl/openssl#32627 (September 2026, never in a release): certificates of a client
 * (ssl/statem/statem_srvr.c, tls_process_client_certificate).
 *
 * Facts: each certificate that was parsed is pushed on a stack, which owns it from then on. A rework
 * dropped the line `x = NULL` after the push: when the next entry was malformed, the error exit freed
 * the certificate through `x` and once more with the stack. The client's side kept the line. The same
 * happened at an earlier time with the whole stack, openssl/openssl#16309.
 */

typedef struct x509_st X509;
typedef struct stack_st_X509 X509_STACK;

#define SSL_R_LENGTH_MISMATCH 159

struct packet {
    const unsigned char *curr;
    unsigned long remaining;
};

X509 *d2i_X509(X509 **a, const unsigned char **in, long len);
void X509_free(X509 *a);
X509_STACK *sk_X509_new_null(void);
int sk_X509_push(X509_STACK *sk, X509 *x);
void sk_X509_pop_free(X509_STACK *sk, void (*freefunc)(X509 *x));
void ssl_fatal(int reason);

static int get_net_3(struct packet *pkt, unsigned long *len)
{
    if (pkt->remaining < 3)
        return 0;
    *len = (unsigned long)pkt->curr[0] << 16 | (unsigned long)pkt->curr[1] << 8 | pkt->curr[2];
    pkt->curr += 3;
    pkt->remaining -= 3;
    return *len <= pkt->remaining;
}

static X509_STACK *client_certificates_faulty(struct packet *pkt)
{
    X509 *x = 0;
    unsigned long l;
    const unsigned char *certbytes;
    X509_STACK *sk = sk_X509_new_null();

    if (sk == 0)
        return 0;
    while (pkt->remaining > 0) {
        if (!get_net_3(pkt, &l)) {
            ssl_fatal(SSL_R_LENGTH_MISMATCH);
            goto err;
        }
        certbytes = pkt->curr;
        x = d2i_X509(0, &certbytes, (long)l);
        if (x == 0)
            goto err;
        if (!sk_X509_push(sk, x))
            goto err;
        pkt->curr += l;
        pkt->remaining -= l;
    }
    return sk;

err:
    X509_free(x); // finding: borrowed-release
    sk_X509_pop_free(sk, X509_free);
    return 0;
}

static X509_STACK *client_certificates_mended(struct packet *pkt)
{
    X509 *x = 0;
    unsigned long l;
    const unsigned char *certbytes;
    X509_STACK *sk = sk_X509_new_null();

    if (sk == 0)
        return 0;
    while (pkt->remaining > 0) {
        if (!get_net_3(pkt, &l)) {
            ssl_fatal(SSL_R_LENGTH_MISMATCH);
            goto err;
        }
        certbytes = pkt->curr;
        x = d2i_X509(0, &certbytes, (long)l);
        if (x == 0)
            goto err;
        if (!sk_X509_push(sk, x))
            goto err;
        x = 0;
        pkt->curr += l;
        pkt->remaining -= l;
    }
    return sk;

err:
    X509_free(x);
    sk_X509_pop_free(sk, X509_free);
    return 0;
}

/* What the failed push did not take is freed, and nothing else. */
static int add_certificate(X509_STACK *sk, const unsigned char *der, long len)
{
    X509 *x = d2i_X509(0, &der, len);

    if (x == 0)
        return 0;
    if (sk_X509_push(sk, x) == 0) {
        X509_free(x);
        return 0;
    }
    return 1;
}

int process(struct packet *first, struct packet *second)
{
    X509_STACK *sk = client_certificates_faulty(first);
    int ok;

    if (sk == 0)
        return 0;
    ok = add_certificate(sk, second->curr, (long)second->remaining);
    sk_X509_pop_free(sk, X509_free);
    if (!ok)
        return 0;
    sk = client_certificates_mended(second);
    if (sk == 0)
        return 0;
    sk_X509_pop_free(sk, X509_free);
    return 1;
}
