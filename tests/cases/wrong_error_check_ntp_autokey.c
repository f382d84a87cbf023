/*
 * CVE-2009-0021, NTP before 4.2.4p5: Autokey signatures (ntpd/ntp_crypto.c, crypto_verify and
 * cert_valid).
 *
 * Facts: the signature of an extension field was taken for valid whenever EVP_VerifyFinal was true,
 * which -1 ("could not be checked") is too. The fix asks for a positive result. Beside it stood a
 * right test of X509_verify (`<= 0`), which is kept here as a look-alike.
 */

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_st X509;
typedef struct engine_st ENGINE;

#define XEVNT_OK 0
#define XEVNT_ERR 0x10
#define XEVNT_SIG 0x06
#define XEVNT_VFY 0x0b
#define CRYPTO_FLAG_VRFY 0x0200
#define CRYPTO_FLAG_PROV 0x0400

struct exten {
    unsigned int vallen;
    unsigned char pkt[64];
};

struct peer {
    EVP_PKEY *pkey;
    const EVP_MD *digest;
    unsigned int crypto;
};

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int EVP_VerifyInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl);
int EVP_VerifyUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_VerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned int len, EVP_PKEY *pkey);
int X509_verify(X509 *a, EVP_PKEY *r);
void msyslog(int level, const char *fmt, ...);

static int crypto_verify_faulty(struct exten *ep, struct peer *peer, unsigned int siglen)
{
    EVP_MD_CTX *ctx;
    int rval = XEVNT_OK;

    if (siglen > sizeof(ep->pkt) - 12 || ep->vallen > siglen)
        return XEVNT_ERR;
    if ((ctx = EVP_MD_CTX_new()) == 0)
        return XEVNT_ERR;
    if (EVP_VerifyInit_ex(ctx, peer->digest, 0) != 1 ||
        EVP_VerifyUpdate(ctx, &ep->vallen, ep->vallen + 12) != 1) {
        EVP_MD_CTX_free(ctx);
        return XEVNT_ERR;
    }
    if (EVP_VerifyFinal(ctx, &ep->pkt[12], siglen, peer->pkey)) { // finding: wrong-error-check
        if (peer->crypto & CRYPTO_FLAG_VRFY)
            peer->crypto |= CRYPTO_FLAG_PROV;
    } else {
        msyslog(3, "crypto_verify: signature not verified");
        rval = XEVNT_SIG;
    }
    EVP_MD_CTX_free(ctx);
    return rval;
}

static int crypto_verify_mended(struct exten *ep, struct peer *peer, unsigned int siglen)
{
    EVP_MD_CTX *ctx;
    int rval = XEVNT_OK;

    if (siglen > sizeof(ep->pkt) - 12 || ep->vallen > siglen)
        return XEVNT_ERR;
    if ((ctx = EVP_MD_CTX_new()) == 0)
        return XEVNT_ERR;
    if (EVP_VerifyInit_ex(ctx, peer->digest, 0) != 1 ||
        EVP_VerifyUpdate(ctx, &ep->vallen, ep->vallen + 12) != 1) {
        EVP_MD_CTX_free(ctx);
        return XEVNT_ERR;
    }
    if (EVP_VerifyFinal(ctx, &ep->pkt[12], siglen, peer->pkey) > 0) {
        if (peer->crypto & CRYPTO_FLAG_VRFY)
            peer->crypto |= CRYPTO_FLAG_PROV;
    } else {
        msyslog(3, "crypto_verify: signature not verified");
        rval = XEVNT_SIG;
    }
    EVP_MD_CTX_free(ctx);
    return rval;
}

/* `<= 0` is the failure, and the positive codes that leave are this program's events. */
static int cert_valid(X509 *cert, EVP_PKEY *pkey, struct peer *peer)
{
    if (peer->crypto & CRYPTO_FLAG_PROV)
        return XEVNT_OK;
    if (X509_verify(cert, pkey) <= 0) {
        msyslog(3, "cert_valid: invalid signature");
        return XEVNT_VFY;
    }
    return XEVNT_OK;
}

int crypto_receive(struct exten *ep, struct peer *peer, X509 *cert, unsigned int siglen)
{
    int rval;

    if ((rval = cert_valid(cert, peer->pkey, peer)) != XEVNT_OK)
        return rval;
    if ((rval = crypto_verify_faulty(ep, peer, siglen)) != XEVNT_OK)
        return rval;
    return crypto_verify_mended(ep, peer, siglen);
}
