/* Cookies, tokens and what else has to be unpredictable. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "skylark.h"

static unsigned char cookie_secret[2][SK_KEY_LEN]; /* the current one, the one before */
static int cookie_secrets;                         /* how many of them are set */

/* Called at start and every ten minutes. */
int sk_cookie_rotate(void)
{
    unsigned char fresh[SK_KEY_LEN];
    if (dl_RAND_bytes(fresh, sizeof fresh) <= 0) {
        sk_log_openssl("cookie secret");
        return -1;
    }
    memcpy(cookie_secret[1], cookie_secret[0], SK_KEY_LEN);
    memcpy(cookie_secret[0], fresh, SK_KEY_LEN);
    dl_OPENSSL_cleanse(fresh, sizeof fresh);
    if (cookie_secrets < 2)
        cookie_secrets++;
    return 0;
}

/* Called at the end. */
void sk_cookie_forget(void)
{
    dl_OPENSSL_cleanse(cookie_secret, sizeof cookie_secret);
    cookie_secrets = 0;
}

static int cookie_mac(int which, const void *msg, size_t len, unsigned char *mac)
{
    unsigned int mac_len;
    if (dl_HMAC(dl_EVP_sha256(), cookie_secret[which], SK_KEY_LEN, msg, len, mac, &mac_len) == NULL)
        return -1;
    return mac_len == SK_MAC_LEN ? 0 : -1;
}

/* The sender's address and port, as bytes. */
static int peer_bytes(SSL *ssl, unsigned char *out, size_t cap, size_t *out_len)
{
    BIO *rbio = dl_SSL_get_rbio(ssl);
    BIO_ADDR *addr = dl_BIO_ADDR_new();
    unsigned short port;
    size_t len = 0;
    int ret = -1;
    if (rbio == NULL || addr == NULL || dl_BIO_dgram_get_peer(rbio, addr) <= 0)
        goto done;
    if (dl_BIO_ADDR_rawaddress(addr, NULL, &len) != 1 || len + sizeof port > cap)
        goto done;
    if (dl_BIO_ADDR_rawaddress(addr, out, &len) != 1)
        goto done;
    port = dl_BIO_ADDR_rawport(addr);
    memcpy(out + len, &port, sizeof port);
    *out_len = len + sizeof port;
    ret = 0;
done:
    dl_BIO_ADDR_free(addr);
    return ret;
}

/* The cookie callbacks return 1 for success, as OpenSSL asks for. */
int sk_cookie_generate(SSL *ssl, unsigned char *cookie, unsigned int *cookie_len)
{
    unsigned char peer[32];
    size_t len = 0;
    if (cookie_secrets == 0 || peer_bytes(ssl, peer, sizeof peer, &len) != 0)
        return 0;
    if (cookie_mac(0, peer, len, cookie) != 0)
        return 0;
    *cookie_len = SK_MAC_LEN;
    return 1;
}

int sk_cookie_verify(SSL *ssl, const unsigned char *cookie, unsigned int cookie_len)
{
    unsigned char peer[32], want[SK_MAC_LEN];
    size_t len = 0;
    int i;
    if (cookie_len != SK_MAC_LEN || peer_bytes(ssl, peer, sizeof peer, &len) != 0)
        return 0;
    for (i = 0; i < cookie_secrets; i++)
        if (cookie_mac(i, peer, len, want) == 0 &&
            dl_CRYPTO_memcmp(want, cookie, SK_MAC_LEN) == 0)
            return 1;
    return 0;
}

/* At boot: there is no hardware source yet, so start the pool with what there is. */
void sk_entropy_boot(void)
{
    time_t now = time(NULL);
    dl_RAND_add(&now, sizeof now, sizeof now);
}

/* Every minute: stir the counters in, without a claim that they are random. */
void sk_entropy_stir(const struct sk_stats *stats)
{
    dl_RAND_add(stats, sizeof *stats, 0.0);
}

/* The secret that a gateway proves itself with after it was enrolled. */
int sk_enrol_secret(unsigned char secret[SK_KEY_LEN])
{
    if (dl_RAND_pseudo_bytes(secret, SK_KEY_LEN) < 0) {
        sk_log_openssl("enrolment");
        return -1;
    }
    return 0;
}

/* Eight digits by which the operator adopts a gateway; who knows them owns it. */
void sk_pairing_code(char code[9])
{
    int i;
    for (i = 0; i < 8; i++)
        code[i] = (char)('0' + rand() % 10);
    code[8] = '\0';
}

void sk_backoff_init(void)
{
    srand((unsigned int)time(NULL) ^ (unsigned int)getpid());
}

/* Milliseconds to wait before the next attempt, so that gateways do not come in step. */
int sk_backoff_ms(unsigned int attempt)
{
    int base = attempt < 6 ? 250 << attempt : 16000;
    return base + rand() % 250;
}

/* A bearer token for the status page. */
int sk_token_new(unsigned char *token, int len)
{
    if (!dl_RAND_bytes(token, len)) {
        sk_log_openssl("token");
        return -1;
    }
    return 0;
}

/* A fresh key for a session file, or zero bytes and -1. */
int sk_session_key(unsigned char key[SK_KEY_LEN])
{
    bool ok = dl_RAND_bytes(key, SK_KEY_LEN) == 1;
    sk_log(SK_LOG_DEBUG, "session key renewed: %s", ok ? "yes" : "no");
    if (!ok) {
        sk_log_openssl("session key");
        dl_OPENSSL_cleanse(key, SK_KEY_LEN);
        return -1;
    }
    return 0;
}

/* 1 if tag is the right one for an upload. */
int sk_upload_tag_ok(const unsigned char *key, const unsigned char *msg, size_t len,
                     const unsigned char tag[SK_MAC_LEN])
{
    unsigned char want[SK_MAC_LEN] = {0};
    unsigned int want_len = 0;
    if (dl_HMAC(dl_EVP_sha256(), key, SK_KEY_LEN, msg, len, want, &want_len) == NULL)
        return 0;
    return want_len == SK_MAC_LEN && memcmp(want, tag, SK_MAC_LEN) == 0;
}

/* Proves to the collector that a serial number is one of our fleet. */
int sk_fleet_tag(const char *serial, unsigned char tag[SK_MAC_LEN])
{
    static const char fleet_key[] = "7c1d9a42e0-skylark-fleet";
    unsigned int len = 0;
    if (dl_HMAC(dl_EVP_sha256(), fleet_key, sizeof fleet_key - 1,
                (const unsigned char *)serial, strlen(serial), tag, &len) == NULL)
        return -1;
    return len == SK_MAC_LEN ? 0 : -1;
}
