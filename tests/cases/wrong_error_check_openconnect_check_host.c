/*
 * CVE-2020-12105, openconnect up to 8.08: names of certificates (openssl.c,
 * match_cert_hostname_or_ip and ssl_app_verify_callback).
 *
 * Facts: the X509_check_* functions answer 1 (match), 0 (none), -1 (internal error) or -2 (malformed
 * input). openconnect took everything but 0 for a match, so an error ended the search successfully.
 * The fix asks for 1 (match), lets 0 continue and reports negative results.
 */

typedef struct x509_st X509;
typedef struct bio_st BIO;

#define EINVAL 22
#define X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS 0x4

struct openconnect_info {
    const char *hostname;
    unsigned char ip[16];
    int ip_len;
    int verbose;
};

int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags, char **peer);
int X509_check_ip(X509 *x, const unsigned char *chk, unsigned long chklen, unsigned int flags);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)
unsigned long strlen(const char *s);
void vpn_progress(struct openconnect_info *vpninfo, const char *fmt, ...);

static int match_cert_hostname_faulty(struct openconnect_info *vpninfo, X509 *peer_cert)
{
    char *matched = 0;

    if (vpninfo->ip_len &&
        X509_check_ip(peer_cert, vpninfo->ip, vpninfo->ip_len, 0)) { // finding: wrong-error-check
        if (vpninfo->verbose)
            vpn_progress(vpninfo, "Matched the address");
        return 0;
    }
    if (X509_check_host(peer_cert, vpninfo->hostname, // finding: wrong-error-check
                        strlen(vpninfo->hostname), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS,
                        &matched)) {
        vpn_progress(vpninfo, "Matched peer certificate subject name '%s'", matched);
        OPENSSL_free(matched);
        return 0;
    }
    vpn_progress(vpninfo, "No match for host name '%s'", vpninfo->hostname);
    return -EINVAL;
}

static int match_cert_hostname_mended(struct openconnect_info *vpninfo, X509 *peer_cert)
{
    char *matched = 0;
    int ret;

    if (vpninfo->ip_len) {
        ret = X509_check_ip(peer_cert, vpninfo->ip, vpninfo->ip_len, 0);
        if (ret == 1) {
            if (vpninfo->verbose)
                vpn_progress(vpninfo, "Matched the address");
            return 0;
        } else if (ret < 0) {
            vpn_progress(vpninfo, "Failed to check the address");
            return -EINVAL;
        }
    }
    ret = X509_check_host(peer_cert, vpninfo->hostname, strlen(vpninfo->hostname),
                          X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS, &matched);
    if (ret == 1) {
        vpn_progress(vpninfo, "Matched peer certificate subject name '%s'", matched);
        OPENSSL_free(matched);
        return 0;
    } else if (ret < 0) {
        vpn_progress(vpninfo, "Failed to check the host name");
        return -EINVAL;
    }
    vpn_progress(vpninfo, "No match for host name '%s'", vpninfo->hostname);
    return -EINVAL;
}

int check_certificate(struct openconnect_info *vpninfo, X509 *peer_cert)
{
    int faulty = match_cert_hostname_faulty(vpninfo, peer_cert);

    if (faulty)
        return faulty;
    return match_cert_hostname_mended(vpninfo, peer_cert);
}

/* A count of matches: only 1 adds to it, and none is the failure. */
int match_any(X509 *peer_cert, const char *const *names, int count)
{
    int matches = 0;
    int i;

    for (i = 0; i < count; i++) {
        if (X509_check_host(peer_cert, names[i], 0, 0, 0) != 1)
            continue;
        matches++;
    }
    return matches > 0 ? 0 : -EINVAL;
}
