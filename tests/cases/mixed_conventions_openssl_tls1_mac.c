/*
 * openssl/openssl#3495 (May 2017): the record's MAC (ssl/record/ssl3_record.c, tls1_mac).
 *
 * Facts: the function promises 1 or 0, and all its callers test it for truth; on one error path it
 * returned -1, so a MAC that had not been computed was a good one. The fix returns 0 there.
 */

typedef struct evp_md_ctx_st EVP_MD_CTX;

struct record {
    unsigned char *input;
    unsigned long length;
};

struct connection {
    EVP_MD_CTX *write_hash;
    unsigned char sequence[8];
    int stream_mac;
};

EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int EVP_MD_CTX_copy_ex(EVP_MD_CTX *out, const EVP_MD_CTX *in);
int EVP_DigestSignUpdate(EVP_MD_CTX *ctx, const void *d, unsigned long cnt);
int EVP_DigestSignFinal(EVP_MD_CTX *ctx, unsigned char *sig, unsigned long *siglen);
int send_record(struct connection *s, const struct record *rec, const unsigned char *mac);

static int tls1_mac_faulty(struct connection *s, const struct record *rec, unsigned char *md)
{
    EVP_MD_CTX *hmac = 0, *mac_ctx;
    unsigned char header[13] = {0};
    unsigned long md_size = 64;

    if (s->stream_mac) {
        mac_ctx = s->write_hash;
    } else {
        hmac = EVP_MD_CTX_new();
        if (hmac == 0)
            return 0;
        if (EVP_MD_CTX_copy_ex(hmac, s->write_hash) != 1) { // finding: mixed-conventions
            EVP_MD_CTX_free(hmac);
            return -1;
        }
        mac_ctx = hmac;
    }
    header[11] = (unsigned char)(rec->length >> 8);
    header[12] = (unsigned char)rec->length;
    if (EVP_DigestSignUpdate(mac_ctx, header, sizeof(header)) <= 0 ||
        EVP_DigestSignUpdate(mac_ctx, rec->input, rec->length) <= 0 ||
        EVP_DigestSignFinal(mac_ctx, md, &md_size) <= 0) {
        EVP_MD_CTX_free(hmac);
        return 0;
    }
    EVP_MD_CTX_free(hmac);
    return 1;
}

static int tls1_mac_mended(struct connection *s, const struct record *rec, unsigned char *md)
{
    EVP_MD_CTX *hmac = 0, *mac_ctx;
    unsigned char header[13] = {0};
    unsigned long md_size = 64;

    if (s->stream_mac) {
        mac_ctx = s->write_hash;
    } else {
        hmac = EVP_MD_CTX_new();
        if (hmac == 0)
            return 0;
        if (EVP_MD_CTX_copy_ex(hmac, s->write_hash) != 1) {
            EVP_MD_CTX_free(hmac);
            return 0;
        }
        mac_ctx = hmac;
    }
    header[11] = (unsigned char)(rec->length >> 8);
    header[12] = (unsigned char)rec->length;
    if (EVP_DigestSignUpdate(mac_ctx, header, sizeof(header)) <= 0 ||
        EVP_DigestSignUpdate(mac_ctx, rec->input, rec->length) <= 0 ||
        EVP_DigestSignFinal(mac_ctx, md, &md_size) <= 0) {
        EVP_MD_CTX_free(hmac);
        return 0;
    }
    EVP_MD_CTX_free(hmac);
    return 1;
}

int do_write(struct connection *s, const struct record *rec)
{
    unsigned char mac[64];

    if (!tls1_mac_faulty(s, rec, mac))
        return -1;
    if (!tls1_mac_mended(s, rec, mac))
        return -1;
    return send_record(s, rec, mac);
}

/* -1, 0 and 1 on purpose: its caller tells the three apart. */
static int mac_matches(struct connection *s, const struct record *rec, const unsigned char *peer)
{
    unsigned char mac[64];
    int i;

    if (!tls1_mac_mended(s, rec, mac))
        return -1;
    for (i = 0; i < 20; i++) {
        if (mac[i] != peer[i])
            return 0;
    }
    return 1;
}

int do_read(struct connection *s, const struct record *rec, const unsigned char *peer)
{
    switch (mac_matches(s, rec, peer)) {
    case 1:
        return 1;
    case 0:
        return 0;
    default:
        return -1;
    }
}
