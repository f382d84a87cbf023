/*
 * vmware/concord-bft#1703 (July 2021): the name of a client out of its certificate
 * (getClientIdFromClientCert of the thin replica server).
 *
 * Facts: three objects were taken and none was given back: the memory BIO, the certificate that is read
 * from it and the text that X509_NAME_oneline allocates when it is given no buffer. The address
 * sanitizer told of them.
 */

struct bio_st;
struct bio_method_st;
struct x509_st;
struct X509_name_st;
typedef bio_st BIO;
typedef bio_method_st BIO_METHOD;
typedef x509_st X509;
typedef X509_name_st X509_NAME;

extern "C" {
BIO *BIO_new(const BIO_METHOD *type);
const BIO_METHOD *BIO_s_mem();
int BIO_write(BIO *b, const void *data, int dlen);
int BIO_free(BIO *a);
X509 *PEM_read_bio_X509(BIO *bp, X509 **x, int (*cb)(char *, int, int, void *), void *u);
void X509_free(X509 *a);
X509_NAME *X509_get_subject_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *a, char *buf, int size);
void CRYPTO_free(void *ptr, const char *file, int line);
}

#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)

class Text {
public:
    Text();
    Text(const char *text);
    const char *c_str() const;
    int length() const;
    Text after(const char *mark) const;
    bool empty() const;
};

template <typename T, void (*release)(T *)> class Owner {
public:
    explicit Owner(T *object) : object_(object) {}
    Owner(const Owner &) = delete;
    ~Owner() { release(object_); }
    T *get() const { return object_; }
    explicit operator bool() const { return object_ != nullptr; }

private:
    T *object_;
};

inline void releaseBio(BIO *bio) { BIO_free(bio); }
inline void releaseText(char *text) { OPENSSL_free(text); }

using BioOwner = Owner<BIO, releaseBio>;
using CertOwner = Owner<X509, X509_free>;
using TextOwner = Owner<char, releaseText>;

bool clientIdFaulty(const Text &pem, Text &clientId)
{
    BIO *bio = BIO_new(BIO_s_mem()); // finding: leaked-resource
    if (bio == nullptr)
        return false;
    if (BIO_write(bio, pem.c_str(), pem.length()) <= 0)
        return false;
    X509 *cert = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr); // finding: leaked-resource
    if (cert == nullptr)
        return false;
    char *subject = X509_NAME_oneline(X509_get_subject_name(cert), nullptr, 0); // finding: leaked-resource
    if (subject == nullptr)
        return false;
    const Text result(subject);
    clientId = result.after("OU = ");
    return !clientId.empty();
}

bool clientIdMended(const Text &pem, Text &clientId)
{
    BIO *bio = BIO_new(BIO_s_mem());
    if (bio == nullptr)
        return false;
    if (BIO_write(bio, pem.c_str(), pem.length()) <= 0) {
        BIO_free(bio);
        return false;
    }
    X509 *cert = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    if (cert == nullptr)
        return false;
    char *subject = X509_NAME_oneline(X509_get_subject_name(cert), nullptr, 0);
    X509_free(cert);
    if (subject == nullptr)
        return false;
    const Text result(subject);
    OPENSSL_free(subject);
    clientId = result.after("OU = ");
    return !clientId.empty();
}

// Every way out releases, without a line that says so.
bool clientIdOwned(const Text &pem, Text &clientId)
{
    const BioOwner bio(BIO_new(BIO_s_mem()));
    if (!bio || BIO_write(bio.get(), pem.c_str(), pem.length()) <= 0)
        return false;
    const CertOwner cert(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!cert)
        return false;
    const TextOwner subject(X509_NAME_oneline(X509_get_subject_name(cert.get()), nullptr, 0));
    if (!subject)
        return false;
    clientId = Text(subject.get()).after("OU = ");
    return !clientId.empty();
}

// With a buffer of its own nothing is allocated, and the name belongs to the certificate.
bool shortName(const X509 *cert, Text &clientId)
{
    char buffer[256];
    if (X509_NAME_oneline(X509_get_subject_name(cert), buffer, sizeof(buffer)) == nullptr)
        return false;
    clientId = Text(buffer);
    return true;
}
