/*
 * CVE-2020-1967, OpenSSL 1.1.1d to 1.1.1f: SSL_check_chain (ssl/t1_lib.c, tls1_check_sig_alg).
 *
 * Facts: the table look-up is null for a signature algorithm that the peer names and nobody knows. One
 * of two callers used it without a test, so a server or client that calls SSL_check_chain crashed on
 * such a name. The fix tests it. The look-up is the project's own function: what null means is seen in
 * its body only.
 */

struct sigalg {
    unsigned short id;
    int sigandhash;
    int hash;
};

struct connection {
    unsigned short peer_cert_sigalgs[8];
    int peer_cert_count;
    const struct sigalg *shared_sigalgs[8];
    int shared_count;
};

static const struct sigalg sigalg_table[] = {
    {0x0403, 794, 672},
    {0x0804, 912, 672},
    {0x0401, 668, 672},
};

static const struct sigalg *tls1_lookup_sigalg(unsigned short id)
{
    unsigned i;

    for (i = 0; i < sizeof(sigalg_table) / sizeof(sigalg_table[0]); i++) {
        if (sigalg_table[i].id == id)
            return &sigalg_table[i];
    }
    return 0;
}

static int tls1_check_sig_alg_faulty(const struct connection *s, int sig_nid)
{
    int i, use_peer = s->peer_cert_count > 0;
    int count = use_peer ? s->peer_cert_count : s->shared_count;

    for (i = 0; i < count; i++) {
        const struct sigalg *sigalg;

        if (use_peer)
            sigalg = tls1_lookup_sigalg(s->peer_cert_sigalgs[i]); // finding: unchecked-result
        else
            sigalg = s->shared_sigalgs[i];
        if (sig_nid == sigalg->sigandhash)
            return 1;
    }
    return 0;
}

static int tls1_check_sig_alg_mended(const struct connection *s, int sig_nid)
{
    int i, use_peer = s->peer_cert_count > 0;
    int count = use_peer ? s->peer_cert_count : s->shared_count;

    for (i = 0; i < count; i++) {
        const struct sigalg *sigalg;

        if (use_peer)
            sigalg = tls1_lookup_sigalg(s->peer_cert_sigalgs[i]);
        else
            sigalg = s->shared_sigalgs[i];
        if (sigalg != 0 && sig_nid == sigalg->sigandhash)
            return 1;
    }
    return 0;
}

/* Tested in the condition of a loop. */
static int tls1_first_hash(const struct connection *s)
{
    const struct sigalg *sigalg = 0;
    int i;

    for (i = 0; sigalg == 0 && i < s->peer_cert_count; i++)
        sigalg = tls1_lookup_sigalg(s->peer_cert_sigalgs[i]);
    return sigalg != 0 ? sigalg->hash : -1;
}

int check_chain(const struct connection *s, int sig_nid)
{
    return tls1_check_sig_alg_mended(s, sig_nid) && tls1_first_hash(s) >= 0 &&
           tls1_check_sig_alg_faulty(s, sig_nid);
}
