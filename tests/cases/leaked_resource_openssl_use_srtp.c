/*
 * CVE-2014-3513, OpenSSL 1.0.1 before 1.0.1j: the SRTP extension (ssl/d1_srtp.c,
 * ssl_parse_clienthello_use_srtp_ext).
 *
 * Facts: the client's profiles are collected in a stack. A message whose last length did not fit was
 * refused by an early return that left the stack behind; up to 64 KiB were lost by each such message.
 * The fix frees the stack before it returns. (The profiles themselves are entries of a table.)
 */

typedef struct srtp_protection_profile_st {
    const char *name;
    unsigned long id;
} PROFILE;
typedef struct stack_st_SRTP_PROTECTION_PROFILE PROFILE_STACK;

#define SSL_AD_DECODE_ERROR 50

PROFILE_STACK *sk_SRTP_PROTECTION_PROFILE_new_null(void);
int sk_SRTP_PROTECTION_PROFILE_push(PROFILE_STACK *sk, PROFILE *ptr);
int sk_SRTP_PROTECTION_PROFILE_num(const PROFILE_STACK *sk);
PROFILE *sk_SRTP_PROTECTION_PROFILE_value(const PROFILE_STACK *sk, int i);
void sk_SRTP_PROTECTION_PROFILE_free(PROFILE_STACK *sk);
void ssl_error(const char *reason);

static PROFILE srtp_known_profiles[] = {
    {"SRTP_AES128_CM_SHA1_80", 1},
    {"SRTP_AES128_CM_SHA1_32", 2},
};

static PROFILE *find_profile_by_num(unsigned id)
{
    unsigned i;

    for (i = 0; i < sizeof(srtp_known_profiles) / sizeof(srtp_known_profiles[0]); i++) {
        if (srtp_known_profiles[i].id == id)
            return &srtp_known_profiles[i];
    }
    return 0;
}

int parse_use_srtp_faulty(const unsigned char *d, int len, PROFILE **chosen, int *al)
{
    PROFILE_STACK *clnt = 0;
    PROFILE *cprof;
    int ct, mki_len, ret = 1;

    if (len < 3)
        goto malformed;
    ct = d[0] << 8 | d[1];
    d += 2;
    len -= 2;
    if ((ct & 1) || len < ct + 1)
        goto malformed;
    clnt = sk_SRTP_PROTECTION_PROFILE_new_null(); // finding: leaked-resource
    if (clnt == 0)
        return 1;
    for (; ct > 0; ct -= 2, d += 2, len -= 2) {
        cprof = find_profile_by_num((unsigned)(d[0] << 8 | d[1]));
        if (cprof != 0 && sk_SRTP_PROTECTION_PROFILE_push(clnt, cprof) <= 0)
            goto done;
    }
    mki_len = *d;
    len--;
    if (mki_len != len) {
        ssl_error("bad SRTP MKI value");
        *al = SSL_AD_DECODE_ERROR;
        return 1;
    }
    if (sk_SRTP_PROTECTION_PROFILE_num(clnt) > 0)
        *chosen = sk_SRTP_PROTECTION_PROFILE_value(clnt, 0);
    ret = 0;

done:
    sk_SRTP_PROTECTION_PROFILE_free(clnt);
    return ret;

malformed:
    ssl_error("bad SRTP profile list");
    *al = SSL_AD_DECODE_ERROR;
    return 1;
}

int parse_use_srtp_mended(const unsigned char *d, int len, PROFILE **chosen, int *al)
{
    PROFILE_STACK *clnt = 0;
    PROFILE *cprof;
    int ct, mki_len, ret = 1;

    if (len < 3)
        goto malformed;
    ct = d[0] << 8 | d[1];
    d += 2;
    len -= 2;
    if ((ct & 1) || len < ct + 1)
        goto malformed;
    clnt = sk_SRTP_PROTECTION_PROFILE_new_null();
    if (clnt == 0)
        return 1;
    for (; ct > 0; ct -= 2, d += 2, len -= 2) {
        cprof = find_profile_by_num((unsigned)(d[0] << 8 | d[1]));
        if (cprof != 0 && sk_SRTP_PROTECTION_PROFILE_push(clnt, cprof) <= 0)
            goto done;
    }
    mki_len = *d;
    len--;
    if (mki_len != len) {
        ssl_error("bad SRTP MKI value");
        *al = SSL_AD_DECODE_ERROR;
        goto done;
    }
    if (sk_SRTP_PROTECTION_PROFILE_num(clnt) > 0)
        *chosen = sk_SRTP_PROTECTION_PROFILE_value(clnt, 0);
    ret = 0;

done:
    sk_SRTP_PROTECTION_PROFILE_free(clnt);
    return ret;

malformed:
    ssl_error("bad SRTP profile list");
    *al = SSL_AD_DECODE_ERROR;
    return 1;
}

/* An early return before there is anything to free, and a stack that the caller gets. */
PROFILE_STACK *all_profiles(int wanted)
{
    PROFILE_STACK *sk;
    unsigned i;

    if (!wanted)
        return 0;
    sk = sk_SRTP_PROTECTION_PROFILE_new_null();
    if (sk == 0)
        return 0;
    for (i = 0; i < sizeof(srtp_known_profiles) / sizeof(srtp_known_profiles[0]); i++) {
        if (sk_SRTP_PROTECTION_PROFILE_push(sk, &srtp_known_profiles[i]) <= 0) {
            sk_SRTP_PROTECTION_PROFILE_free(sk);
            return 0;
        }
    }
    return sk;
}
