/*
 * nodejs/node#12089 (March 2017): a check of certain authorities' names (src/node_crypto.cc,
 * CertIsStartComOrWoSign and CheckStartComOrWoSign).
 *
 * Facts: each name of a table is decoded and compared; the function returned at the first match
 * without freeing the decoded name, so that each connection to such a server leaked. The fix keeps
 * the comparison's result, frees the name and then looks.
 */

struct X509_name_st;
typedef struct X509_name_st X509_NAME;
struct x509_st;
typedef struct x509_st X509;

extern "C" {
X509_NAME *d2i_X509_NAME(X509_NAME **a, const unsigned char **in, long len);
void X509_NAME_free(X509_NAME *a);
int X509_NAME_cmp(const X509_NAME *a, const X509_NAME *b);
X509_NAME *X509_get_issuer_name(const X509 *a);
}

namespace node {
namespace crypto {

struct DistinguishedName {
    const unsigned char *data;
    long len;
};

extern const DistinguishedName startcom_wosign_dns[6];

inline bool CertIsStartComOrWoSignFaulty(X509_NAME *name)
{
    for (const auto &dn : startcom_wosign_dns) {
        const unsigned char *data = dn.data;
        X509_NAME *known = d2i_X509_NAME(nullptr, &data, dn.len); // finding: leaked-resource
        if (known == nullptr)
            continue;
        if (X509_NAME_cmp(name, known) == 0)
            return true;
        X509_NAME_free(known);
    }
    return false;
}

inline bool CertIsStartComOrWoSignMended(X509_NAME *name)
{
    for (const auto &dn : startcom_wosign_dns) {
        const unsigned char *data = dn.data;
        X509_NAME *known = d2i_X509_NAME(nullptr, &data, dn.len);
        if (known == nullptr)
            continue;
        const int cmp = X509_NAME_cmp(name, known);
        X509_NAME_free(known);
        if (cmp == 0)
            return true;
    }
    return false;
}

// The issuer's name belongs to the certificate.
bool CheckIssuer(const X509 *cert)
{
    X509_NAME *issuer = X509_get_issuer_name(cert);
    return CertIsStartComOrWoSignFaulty(issuer) || CertIsStartComOrWoSignMended(issuer);
}

} // namespace crypto
} // namespace node
