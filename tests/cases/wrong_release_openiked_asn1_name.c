/*
 * openiked/openiked-portable#92 (October 2022): the name of a peer (ca_asn1_name and
 * ikev2_print_id), and libusual/libusual#41 with the same error.
 *
 * Facts: X509_NAME_oneline allocates the text with OpenSSL's allocator when it gets no buffer. The
 * caller of the wrapper gave it to free(), which crashed with allocators that keep a header. The fix
 * releases it with OPENSSL_free.
 */

typedef struct X509_name_st X509_NAME;

#define IKEV2_ID_FQDN 2
#define IKEV2_ID_ASN1_DN 9

X509_NAME *d2i_X509_NAME(X509_NAME **a, const unsigned char **in, long len);
void X509_NAME_free(X509_NAME *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)
void free(void *ptr);
void *malloc(unsigned long size);
void *memcpy(void *to, const void *from, unsigned long size);
unsigned long strlen(const char *s);

static char *ca_asn1_name(const unsigned char *asn1, unsigned long len)
{
    X509_NAME *name;
    const unsigned char *p = asn1;
    char *str;

    if ((name = d2i_X509_NAME(0, &p, (long)len)) == 0)
        return 0;
    str = X509_NAME_oneline(name, 0, 0);
    X509_NAME_free(name);
    return str;
}

int ikev2_print_id_faulty(int type, const unsigned char *ptr, unsigned long len, char *idstr,
                          unsigned long idstrlen)
{
    char *str;
    unsigned long used;

    switch (type) {
    case IKEV2_ID_FQDN:
        if (len >= idstrlen)
            return -1;
        memcpy(idstr, ptr, len);
        idstr[len] = '\0';
        break;
    case IKEV2_ID_ASN1_DN:
        if ((str = ca_asn1_name(ptr, len)) == 0)
            return -1;
        used = strlen(str);
        if (used >= idstrlen) {
            free(str); // finding: wrong-release
            return -1;
        }
        memcpy(idstr, str, used + 1);
        free(str); // finding: wrong-release
        break;
    default:
        return -1;
    }
    return 0;
}

int ikev2_print_id_mended(int type, const unsigned char *ptr, unsigned long len, char *idstr,
                          unsigned long idstrlen)
{
    char *str;
    unsigned long used;

    switch (type) {
    case IKEV2_ID_FQDN:
        if (len >= idstrlen)
            return -1;
        memcpy(idstr, ptr, len);
        idstr[len] = '\0';
        break;
    case IKEV2_ID_ASN1_DN:
        if ((str = ca_asn1_name(ptr, len)) == 0)
            return -1;
        used = strlen(str);
        if (used >= idstrlen) {
            OPENSSL_free(str);
            return -1;
        }
        memcpy(idstr, str, used + 1);
        OPENSSL_free(str);
        break;
    default:
        return -1;
    }
    return 0;
}

/* The text is in a buffer of one's own, which malloc gave and free takes back. */
int log_name(const X509_NAME *name, void (*log)(const char *text))
{
    char *buf = malloc(256);

    if (buf == 0)
        return -1;
    if (X509_NAME_oneline(name, buf, 256) == 0) {
        free(buf);
        return -1;
    }
    log(buf);
    free(buf);
    return 0;
}
