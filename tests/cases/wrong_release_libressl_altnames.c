/*
 * libressl/openbsd#10 (November 2014): alternative names of a certificate (lib/libtls/tls_verify.c,
 * tls_check_subject_altname).
 *
 * Facts: X509_get_ext_d2i gives a stack and its elements. sk_GENERAL_NAME_free releases the stack
 * alone, so that the names leaked with each check. The fix calls sk_GENERAL_NAME_pop_free with
 * GENERAL_NAME_free.
 */

typedef struct x509_st X509;
typedef struct GENERAL_NAME_st GENERAL_NAME;
typedef struct stack_st_GENERAL_NAME NAME_STACK;
typedef struct stack_st_X509 X509_STACK;

#define NID_subject_alt_name 85

void *X509_get_ext_d2i(const X509 *x, int nid, int *crit, int *idx);
int sk_GENERAL_NAME_num(const NAME_STACK *sk);
GENERAL_NAME *sk_GENERAL_NAME_value(const NAME_STACK *sk, int i);
void sk_GENERAL_NAME_free(NAME_STACK *sk);
void sk_GENERAL_NAME_pop_free(NAME_STACK *sk, void (*freefunc)(GENERAL_NAME *name));
void GENERAL_NAME_free(GENERAL_NAME *a);
X509_STACK *sk_X509_new_null(void);
int sk_X509_push(X509_STACK *sk, X509 *x);
int sk_X509_num(const X509_STACK *sk);
void sk_X509_free(X509_STACK *sk);
int tls_match_name(const GENERAL_NAME *name, const char *host);

int check_subject_altname_faulty(X509 *cert, const char *host)
{
    NAME_STACK *altname_stack;
    int count, i, rv = -1;

    altname_stack = X509_get_ext_d2i(cert, NID_subject_alt_name, 0, 0);
    if (altname_stack == 0)
        return -1;
    count = sk_GENERAL_NAME_num(altname_stack);
    for (i = 0; i < count; i++) {
        if (tls_match_name(sk_GENERAL_NAME_value(altname_stack, i), host)) {
            rv = 0;
            break;
        }
    }
    sk_GENERAL_NAME_free(altname_stack); // finding: wrong-release
    return rv;
}

int check_subject_altname_mended(X509 *cert, const char *host)
{
    NAME_STACK *altname_stack;
    int count, i, rv = -1;

    altname_stack = X509_get_ext_d2i(cert, NID_subject_alt_name, 0, 0);
    if (altname_stack == 0)
        return -1;
    count = sk_GENERAL_NAME_num(altname_stack);
    for (i = 0; i < count; i++) {
        if (tls_match_name(sk_GENERAL_NAME_value(altname_stack, i), host)) {
            rv = 0;
            break;
        }
    }
    sk_GENERAL_NAME_pop_free(altname_stack, GENERAL_NAME_free);
    return rv;
}

/* The elements are the caller's, so the stack alone goes. */
int count_twice(X509 *leaf, X509 *issuer)
{
    X509_STACK *sk = sk_X509_new_null();
    int count = -1;

    if (sk == 0)
        return -1;
    if (sk_X509_push(sk, leaf) > 0 && sk_X509_push(sk, issuer) > 0)
        count = sk_X509_num(sk);
    sk_X509_free(sk);
    return count;
}
