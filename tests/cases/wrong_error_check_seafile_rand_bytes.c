/*
 * haiwen/seafile#878 (October 2014) and vysheng/tg#242: random bytes for keys (lib/utils.c and
 * common/passwd-mgr.c, after an article of January 2014 on the API).
 *
 * Facts: RAND_bytes is 1 on success, 0 on failure and -1 if the method does not support it. The test
 * for 0 took -1 for a success, and a key was made of bytes that nobody had written. The fix asks
 * for 1.
 */

typedef struct evp_cipher_st EVP_CIPHER;
typedef struct evp_md_st EVP_MD;

struct crypt {
    unsigned char key[32];
    unsigned char iv[16];
};

int RAND_bytes(unsigned char *buf, int num);
int PKCS5_PBKDF2_HMAC(const char *pass, int passlen, const unsigned char *salt, int saltlen, int iter,
                      const EVP_MD *digest, int keylen, unsigned char *out);
const EVP_MD *EVP_sha256(void);
int strlen_int(const char *s);
void warning(const char *fmt, ...);

int generate_random_key_faulty(unsigned char salt[32], struct crypt *crypt, const char *passwd)
{
    if (!RAND_bytes(salt, 32)) { // finding: wrong-error-check
        warning("Failed to generate random key with RAND_bytes");
        return -1;
    }
    if (PKCS5_PBKDF2_HMAC(passwd, strlen_int(passwd), salt, 32, 10000, EVP_sha256(),
                          sizeof(crypt->key), crypt->key) != 1) {
        warning("Failed to derive the key");
        return -1;
    }
    if (RAND_bytes(crypt->iv, sizeof(crypt->iv)) == 0) { // finding: wrong-error-check
        warning("Failed to generate an initialisation vector");
        return -1;
    }
    return 0;
}

int generate_random_key_mended(unsigned char salt[32], struct crypt *crypt, const char *passwd)
{
    if (RAND_bytes(salt, 32) != 1) {
        warning("Failed to generate random key with RAND_bytes");
        return -1;
    }
    if (PKCS5_PBKDF2_HMAC(passwd, strlen_int(passwd), salt, 32, 10000, EVP_sha256(),
                          sizeof(crypt->key), crypt->key) != 1) {
        warning("Failed to derive the key");
        return -1;
    }
    if (RAND_bytes(crypt->iv, sizeof(crypt->iv)) != 1) {
        warning("Failed to generate an initialisation vector");
        return -1;
    }
    return 0;
}

/* Zero and negative values leave the loop by the same door. */
int generate_nonzero(unsigned char *out, int count)
{
    int i;

    for (i = 0; i < count; i++) {
        do {
            if (RAND_bytes(out + i, 1) <= 0)
                return -1;
        } while (out[i] == 0);
    }
    return 0;
}
