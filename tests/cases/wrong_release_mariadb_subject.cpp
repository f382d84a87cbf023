/*
 * MariaDB/server#2264 (September 2022): a user that must show a certificate (sql/sql_acl.cc,
 * acl_check_ssl).
 *
 * Facts: the text that X509_NAME_oneline allocates went to free. That works while OpenSSL's allocator
 * is malloc; with a fork that keeps a header of its own (AWS-LC) the server crashed at the connection.
 * The fix is OPENSSL_free.
 */

struct ssl_st;
struct x509_st;
struct X509_name_st;
typedef ssl_st SSL;
typedef x509_st X509;
typedef X509_name_st X509_NAME;

extern "C" {
X509 *SSL_get_peer_certificate(const SSL *ssl);
void X509_free(X509 *a);
X509_NAME *X509_get_issuer_name(const X509 *a);
X509_NAME *X509_get_subject_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
void CRYPTO_free(void *ptr, const char *file, int line);
void free(void *ptr);
char *strdup(const char *s);
int strcmp(const char *a, const char *b);
}

#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)

struct ACL_USER {
    const char *x509_issuer;
    const char *x509_subject;
};

void sql_print_information(const char *format, ...);

bool acl_check_ssl_faulty(const SSL *ssl, const ACL_USER &acl)
{
    X509 *cert = SSL_get_peer_certificate(ssl);
    if (!cert)
        return true;
    if (acl.x509_issuer) {
        char *ptr = X509_NAME_oneline(X509_get_issuer_name(cert), nullptr, 0);
        if (!ptr || strcmp(acl.x509_issuer, ptr) != 0) {
            sql_print_information("X509 issuer mismatch: should be '%s'", acl.x509_issuer);
            free(ptr); // finding: wrong-release
            X509_free(cert);
            return true;
        }
        free(ptr); // finding: wrong-release
    }
    if (acl.x509_subject) {
        char *ptr = X509_NAME_oneline(X509_get_subject_name(cert), nullptr, 0);
        const bool differs = !ptr || strcmp(acl.x509_subject, ptr) != 0;
        free(ptr); // finding: wrong-release
        if (differs) {
            X509_free(cert);
            return true;
        }
    }
    X509_free(cert);
    return false;
}

bool acl_check_ssl_mended(const SSL *ssl, const ACL_USER &acl)
{
    X509 *cert = SSL_get_peer_certificate(ssl);
    if (!cert)
        return true;
    if (acl.x509_issuer) {
        char *ptr = X509_NAME_oneline(X509_get_issuer_name(cert), nullptr, 0);
        if (!ptr || strcmp(acl.x509_issuer, ptr) != 0) {
            sql_print_information("X509 issuer mismatch: should be '%s'", acl.x509_issuer);
            OPENSSL_free(ptr);
            X509_free(cert);
            return true;
        }
        OPENSSL_free(ptr);
    }
    if (acl.x509_subject) {
        char *ptr = X509_NAME_oneline(X509_get_subject_name(cert), nullptr, 0);
        const bool differs = !ptr || strcmp(acl.x509_subject, ptr) != 0;
        OPENSSL_free(ptr);
        if (differs) {
            X509_free(cert);
            return true;
        }
    }
    X509_free(cert);
    return false;
}

// free is right here: what goes is a copy of malloc's, the text itself is in a buffer.
bool remember_subject(const X509 *cert, char **slot)
{
    char buffer[512];
    if (!X509_NAME_oneline(X509_get_subject_name(cert), buffer, sizeof(buffer)))
        return false;
    char *copy = strdup(buffer);
    if (!copy)
        return false;
    free(*slot);
    *slot = copy;
    return true;
}
