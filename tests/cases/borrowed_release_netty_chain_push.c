/*
 * netty/netty-tcnative#190 (September 2016): a chain of more than one certificate (src/main/c/
 * sslutils.c, the reading of a PEM chain).
 *
 * Facts: sk_X509_push returns the number of elements. It was compared with 1, so that the second push,
 * which had succeeded, was taken for a failure: the certificate was freed, and then once more with the
 * stack. The fix asks for a positive result. The finding is the release of what the stack owns.
 */

typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct stack_st_X509 X509_STACK;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);

X509 *PEM_read_bio_X509(BIO *bp, X509 **x, pem_password_cb *cb, void *u);
void X509_free(X509 *a);
X509_STACK *sk_X509_new_null(void);
int sk_X509_push(X509_STACK *sk, X509 *x);
int sk_X509_num(const X509_STACK *sk);
void sk_X509_pop_free(X509_STACK *sk, void (*freefunc)(X509 *x));
void ERR_clear_error(void);

X509_STACK *load_chain_faulty(BIO *bio)
{
    X509_STACK *chain = sk_X509_new_null();
    X509 *cert;

    if (chain == 0)
        return 0;
    while ((cert = PEM_read_bio_X509(bio, 0, 0, 0)) != 0) {
        if (sk_X509_push(chain, cert) != 1) {
            X509_free(cert); // finding: borrowed-release
            goto cleanup;
        }
    }
    ERR_clear_error();
    return chain;

cleanup:
    ERR_clear_error();
    sk_X509_pop_free(chain, X509_free);
    return 0;
}

X509_STACK *load_chain_mended(BIO *bio)
{
    X509_STACK *chain = sk_X509_new_null();
    X509 *cert;

    if (chain == 0)
        return 0;
    while ((cert = PEM_read_bio_X509(bio, 0, 0, 0)) != 0) {
        if (sk_X509_push(chain, cert) <= 0) {
            X509_free(cert);
            goto cleanup;
        }
    }
    ERR_clear_error();
    return chain;

cleanup:
    ERR_clear_error();
    sk_X509_pop_free(chain, X509_free);
    return 0;
}

/* The number is kept and used as one, and 0 is the only failure of a stack that exists. */
int count_after_push(X509_STACK *chain, X509 *cert)
{
    int count = sk_X509_push(chain, cert);

    if (count > 0)
        return count;
    X509_free(cert);
    return sk_X509_num(chain);
}
