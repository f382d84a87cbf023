/*
 * Mbed-TLS/mbedtls#3876 (November 2020): the premaster secret of an RSA handshake (library/ssl_srv.c,
 * ssl_parse_encrypted_pms).
 *
 * Facts: whether decryption succeeded must not be seen from outside, so the code goes on with masks
 * and looks at the buffer and its length in either case; but the length is written by a decryption
 * that succeeds. The buffer had been initialised by an earlier fix, the length had not; found by
 * Frama-C. The fix gives the length a value first.
 */

typedef struct rsa_st RSA;

#define RSA_PKCS1_PADDING 1
#define PMS_LENGTH 48

struct handshake {
    RSA *key;
    unsigned char version[2];
    unsigned char premaster[PMS_LENGTH];
};

int RSA_private_decrypt(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
int RAND_bytes(unsigned char *buf, int num);

/* 0, with the secret's length in *olen, or -1. */
static int decrypt_encrypted_pms(struct handshake *hs, const unsigned char *in, int len,
                                 unsigned char *out, unsigned long *olen)
{
    int n = RSA_private_decrypt(len, in, out, hs->key, RSA_PKCS1_PADDING);

    if (n < 0)
        return -1;
    *olen = (unsigned long)n;
    return 0;
}

static unsigned int mask_of(unsigned int value)
{
    return -(unsigned int)(value != 0);
}

int parse_encrypted_pms_faulty(struct handshake *hs, const unsigned char *in, int len)
{
    unsigned char peer_pms[512] = {0}, fake_pms[PMS_LENGTH];
    unsigned long peer_pmslen;
    unsigned int diff, mask, i;

    diff = (unsigned int)decrypt_encrypted_pms(hs, in, len, peer_pms, &peer_pmslen);
    diff |= peer_pmslen ^ PMS_LENGTH; // finding: failed-output-read
    diff |= peer_pms[0] ^ hs->version[0];
    diff |= peer_pms[1] ^ hs->version[1];
    mask = mask_of(diff);

    if (RAND_bytes(fake_pms, sizeof(fake_pms)) != 1)
        return -1;
    for (i = 0; i < PMS_LENGTH; i++)
        hs->premaster[i] = (unsigned char)((mask & fake_pms[i]) | (~mask & peer_pms[i]));
    return 0;
}

int parse_encrypted_pms_mended(struct handshake *hs, const unsigned char *in, int len)
{
    unsigned char peer_pms[512] = {0}, fake_pms[PMS_LENGTH];
    unsigned long peer_pmslen = 0;
    unsigned int diff, mask, i;

    diff = (unsigned int)decrypt_encrypted_pms(hs, in, len, peer_pms, &peer_pmslen);
    diff |= peer_pmslen ^ PMS_LENGTH;
    diff |= peer_pms[0] ^ hs->version[0];
    diff |= peer_pms[1] ^ hs->version[1];
    mask = mask_of(diff);

    if (RAND_bytes(fake_pms, sizeof(fake_pms)) != 1)
        return -1;
    for (i = 0; i < PMS_LENGTH; i++)
        hs->premaster[i] = (unsigned char)((mask & fake_pms[i]) | (~mask & peer_pms[i]));
    return 0;
}

/* The usual way: the length has no initialiser and is read after success only. */
int parse_plain(struct handshake *hs, const unsigned char *in, int len)
{
    unsigned char pms[512] = {0};
    unsigned long pmslen;
    unsigned int i;

    if (decrypt_encrypted_pms(hs, in, len, pms, &pmslen) != 0)
        return -1;
    if (pmslen != PMS_LENGTH)
        return -1;
    for (i = 0; i < PMS_LENGTH; i++)
        hs->premaster[i] = pms[i];
    return 0;
}
