/*
 * openssl/openssl#11441 (March 2020): the server's ephemeral key (ssl/statem/statem_clnt.c,
 * tls_process_ske_dhe).
 *
 * Facts: EVP_PKEY_assign_DH gives the DH object to the EVP_PKEY. The check of its strength comes
 * afterwards, and where that failed the exit released both. The fix forgets the DH object right behind
 * the assignment and asks the EVP_PKEY for it.
 */

typedef struct ssl_st SSL;
typedef struct dh_st DH;
typedef struct bignum_st BIGNUM;
typedef struct evp_pkey_st EVP_PKEY;

#define EVP_PKEY_DH 28
#define SSL_SECOP_TMP_DH 7

struct packet {
    const unsigned char *data[3];
    int length[3];
};

BIGNUM *BN_bin2bn(const unsigned char *s, int len, BIGNUM *ret);
void BN_free(BIGNUM *a);
DH *DH_new(void);
void DH_free(DH *dh);
int DH_set0_pqg(DH *dh, BIGNUM *p, BIGNUM *q, BIGNUM *g);
int DH_set0_key(DH *dh, BIGNUM *pub_key, BIGNUM *priv_key);
int DH_security_bits(const DH *dh);
EVP_PKEY *EVP_PKEY_new(void);
void EVP_PKEY_free(EVP_PKEY *pkey);
int EVP_PKEY_assign(EVP_PKEY *pkey, int type, void *key);
#define EVP_PKEY_assign_DH(pkey, dh) EVP_PKEY_assign((pkey), EVP_PKEY_DH, (dh))
const DH *EVP_PKEY_get0_DH(const EVP_PKEY *pkey);
int ssl_security(const SSL *s, int op, int bits, int nid, const DH *dh);
void ssl_fatal(SSL *s, int reason);

int process_ske_dhe_faulty(SSL *s, const struct packet *pkt, EVP_PKEY **pkey)
{
    EVP_PKEY *peer_tmp = 0;
    DH *dh = 0;
    BIGNUM *p = 0, *g = 0, *bnpub_key = 0;

    peer_tmp = EVP_PKEY_new();
    dh = DH_new();
    if (peer_tmp == 0 || dh == 0) {
        ssl_fatal(s, 1);
        goto err;
    }
    p = BN_bin2bn(pkt->data[0], pkt->length[0], 0);
    g = BN_bin2bn(pkt->data[1], pkt->length[1], 0);
    bnpub_key = BN_bin2bn(pkt->data[2], pkt->length[2], 0);
    if (p == 0 || g == 0 || bnpub_key == 0) {
        ssl_fatal(s, 2);
        goto err;
    }
    if (!DH_set0_pqg(dh, p, 0, g)) {
        ssl_fatal(s, 3);
        goto err;
    }
    p = g = 0;
    if (!DH_set0_key(dh, bnpub_key, 0)) {
        ssl_fatal(s, 4);
        goto err;
    }
    bnpub_key = 0;
    if (EVP_PKEY_assign_DH(peer_tmp, dh) == 0) {
        ssl_fatal(s, 5);
        goto err;
    }
    if (!ssl_security(s, SSL_SECOP_TMP_DH, DH_security_bits(dh), 0, dh)) {
        ssl_fatal(s, 6);
        goto err;
    }
    *pkey = peer_tmp;
    return 1;

err:
    BN_free(p);
    BN_free(g);
    BN_free(bnpub_key);
    DH_free(dh); // finding: borrowed-release
    EVP_PKEY_free(peer_tmp);
    return 0;
}

int process_ske_dhe_mended(SSL *s, const struct packet *pkt, EVP_PKEY **pkey)
{
    EVP_PKEY *peer_tmp = 0;
    DH *dh = 0;
    BIGNUM *p = 0, *g = 0, *bnpub_key = 0;
    const DH *checked;

    peer_tmp = EVP_PKEY_new();
    dh = DH_new();
    if (peer_tmp == 0 || dh == 0) {
        ssl_fatal(s, 1);
        goto err;
    }
    p = BN_bin2bn(pkt->data[0], pkt->length[0], 0);
    g = BN_bin2bn(pkt->data[1], pkt->length[1], 0);
    bnpub_key = BN_bin2bn(pkt->data[2], pkt->length[2], 0);
    if (p == 0 || g == 0 || bnpub_key == 0) {
        ssl_fatal(s, 2);
        goto err;
    }
    if (!DH_set0_pqg(dh, p, 0, g)) {
        ssl_fatal(s, 3);
        goto err;
    }
    p = g = 0;
    if (!DH_set0_key(dh, bnpub_key, 0)) {
        ssl_fatal(s, 4);
        goto err;
    }
    bnpub_key = 0;
    if (EVP_PKEY_assign_DH(peer_tmp, dh) == 0) {
        ssl_fatal(s, 5);
        goto err;
    }
    dh = 0;
    checked = EVP_PKEY_get0_DH(peer_tmp);
    if (!ssl_security(s, SSL_SECOP_TMP_DH, DH_security_bits(checked), 0, checked)) {
        ssl_fatal(s, 6);
        goto err;
    }
    *pkey = peer_tmp;
    return 1;

err:
    BN_free(p);
    BN_free(g);
    BN_free(bnpub_key);
    DH_free(dh);
    EVP_PKEY_free(peer_tmp);
    return 0;
}

/* A failed assignment has taken nothing, so that both are still ours there. */
EVP_PKEY *wrap_dh(DH *dh)
{
    EVP_PKEY *pkey = EVP_PKEY_new();

    if (pkey == 0 || !EVP_PKEY_assign_DH(pkey, dh)) {
        EVP_PKEY_free(pkey);
        DH_free(dh);
        return 0;
    }
    return pkey;
}
