/*
 * h2o/picotls#193 (December 2018): random bytes of the backend (lib/openssl.c,
 * ptls_openssl_random_bytes and the cipher contexts).
 *
 * Facts: the result of RAND_bytes went unused. The first form of the change asserted that it is not
 * zero, which lets -1 pass (a method that cannot do it); the review wanted a comparison with 1. What
 * was merged aborts, because an assertion may not be compiled at all.
 */

typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct engine_st ENGINE;

int RAND_bytes(unsigned char *buf, int num);
EVP_CIPHER_CTX *EVP_CIPHER_CTX_new(void);
void EVP_CIPHER_CTX_free(EVP_CIPHER_CTX *ctx);
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher, ENGINE *impl,
                       const unsigned char *key, const unsigned char *iv);
void print_error(const char *format, ...);
void abort(void) __attribute__((noreturn));

struct ticket_key {
    unsigned char name[16], aes[32], mac[32];
};

void random_bytes_faulty(void *buf, unsigned long len)
{
    RAND_bytes(buf, (int)len); // finding: unchecked-result
}

void random_bytes_first_form(void *buf, unsigned long len)
{
    int ret = RAND_bytes(buf, (int)len); // finding: wrong-error-check

    if (!ret) {
        print_error("RAND_bytes() failed");
        abort();
    }
}

void random_bytes_mended(void *buf, unsigned long len)
{
    int ret = RAND_bytes(buf, (int)len);

    if (ret != 1) {
        print_error("RAND_bytes() failed with code: %d", ret);
        abort();
    }
}

int new_ticket_key_faulty(struct ticket_key *key, EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher)
{
    RAND_bytes(key->name, sizeof(key->name)); // finding: unchecked-result
    if (RAND_bytes(key->aes, sizeof(key->aes)) != 1)
        return -1;
    if (RAND_bytes(key->mac, sizeof(key->mac)) != 1)
        return -1;
    return EVP_EncryptInit_ex(ctx, cipher, 0, key->aes, key->name) == 1 ? 0 : -1;
}

int new_ticket_key_mended(struct ticket_key *key, EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher)
{
    random_bytes_mended(key->name, sizeof(key->name));
    random_bytes_mended(key->aes, sizeof(key->aes));
    random_bytes_mended(key->mac, sizeof(key->mac));
    return EVP_EncryptInit_ex(ctx, cipher, 0, key->aes, key->name) == 1 ? 0 : -1;
}

/* All three in one expression; the copy is made only when none of them has failed. */
int renew_ticket_key(struct ticket_key *key)
{
    struct ticket_key fresh;

    if (RAND_bytes(fresh.name, sizeof(fresh.name)) <= 0 || 1 > RAND_bytes(fresh.aes, sizeof(fresh.aes)) ||
        !(RAND_bytes(fresh.mac, sizeof(fresh.mac)) == 1))
        return -1;
    *key = fresh;
    return 0;
}
