/*
 * skylark: relays telemetry from field gateways to a collector over DTLS.
 *
 * Functions that return int return 0 for success and -1 for failure, unless
 * the comment at their definition says otherwise.
 */
#ifndef SKYLARK_H
#define SKYLARK_H

#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "dl_openssl.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SK_KEY_LEN 32
#define SK_NONCE_LEN 12
#define SK_TAG_LEN 16
#define SK_SALT_LEN 16
#define SK_MAC_LEN 32
#define SK_PATH_MAX 256
#define SK_PSK_MAX 1024
#define SK_RECORD_MAX 16384
#define SK_STATE_MAX 65536
#define SK_STATE_OVERHEAD (4 + SK_SALT_LEN + SK_NONCE_LEN + SK_TAG_LEN)

enum sk_log_level { SK_LOG_DEBUG, SK_LOG_INFO, SK_LOG_WARN };

/* Implemented by the platform layer; log files are readable by every operator. */
void sk_log(enum sk_log_level level, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Logs the thread's OpenSSL errors and leaves the queue empty. */
void sk_log_openssl(const char *what);

/* Runs one OpenSSL call whose only success is 1; any other result ends the function. */
#define CHECK_OK(call)             \
    do {                           \
        if ((call) != 1) {         \
            sk_log_openssl(#call); \
            return -1;             \
        }                          \
    } while (0)

struct sk_config {
    unsigned long port;
    unsigned long mtu;
    char collector[64];
    char ca_file[SK_PATH_MAX];
    char cert_file[SK_PATH_MAX];
    char key_file[SK_PATH_MAX];
    char state_file[SK_PATH_MAX];
    char state_pass[64];
    char ciphers[128];
    char psk_identity[64];
    unsigned char psk[SK_PSK_MAX];
    size_t psk_len;
    int verbose;
};

struct sk_stats {
    uint64_t records, bytes, dropped;
};

struct sk_frame {
    unsigned char nonce[SK_NONCE_LEN], tag[SK_TAG_LEN];
    unsigned char body[1024];
    int len;
};

int sk_config_load(const char *path, struct sk_config *cfg);

int sk_cookie_rotate(void);
void sk_cookie_forget(void);
int sk_cookie_generate(SSL *ssl, unsigned char *cookie, unsigned int *cookie_len);
int sk_cookie_verify(SSL *ssl, const unsigned char *cookie, unsigned int cookie_len);

int sk_state_seal(const char *pass, const unsigned char *in, int len,
                  unsigned char *out, size_t cap, size_t *out_len);
int sk_state_save(const char *path, const unsigned char *data, size_t len);

X509 *sk_load_certificate(const char *path);
EVP_PKEY *sk_load_key(const char *path);
int sk_pin_matches(const X509 *cert, const EVP_PKEY *pinned);

#ifdef __cplusplus
}
#endif

#endif
