/* The state file: what survives a restart, sealed under a passphrase. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "skylark.h"

#define ROUNDS 600000

static const unsigned char magic[4] = {'S', 'K', 'S', '2'};

static int derive(const char *pass, const unsigned char *salt, unsigned char key[SK_KEY_LEN])
{
    return dl_PKCS5_PBKDF2_HMAC(pass, (int)strlen(pass), salt, SK_SALT_LEN, ROUNDS,
                                dl_EVP_sha256(), SK_KEY_LEN, key) == 1 ? 0 : -1;
}

/* The key of the backup that a gateway leaves with its neighbour. */
int sk_backup_key(const char *pass, unsigned char key[SK_KEY_LEN])
{
    static const unsigned char salt[SK_SALT_LEN] = "skylark-backup1";
    if (dl_PKCS5_PBKDF2_HMAC(pass, (int)strlen(pass), salt, SK_SALT_LEN, ROUNDS,
                             dl_EVP_sha256(), SK_KEY_LEN, key) != 1)
        return -1;
    return 0;
}

/* The key of the settings menu, from the installer's passphrase. */
int sk_menu_key(const char *pass, const unsigned char *salt, unsigned char key[SK_KEY_LEN])
{
    if (dl_PKCS5_PBKDF2_HMAC(pass, (int)strlen(pass), salt, SK_SALT_LEN, 1000,
                             dl_EVP_sha256(), SK_KEY_LEN, key) != 1)
        return -1;
    return 0;
}

/* Writes magic | salt | nonce | ciphertext | tag. */
int sk_state_seal(const char *pass, const unsigned char *in, int len,
                  unsigned char *out, size_t cap, size_t *out_len)
{
    unsigned char key[SK_KEY_LEN] = {0};
    unsigned char *salt, *nonce, *body;
    EVP_CIPHER_CTX *ctx = NULL;
    int n = 0, tail = 0, rc, ret = -1;
    if (len <= 0 || len > SK_STATE_MAX || cap < (size_t)len + SK_STATE_OVERHEAD)
        return -1;
    salt = out + sizeof magic;
    nonce = salt + SK_SALT_LEN;
    body = nonce + SK_NONCE_LEN;
    memcpy(out, magic, sizeof magic);
    if (dl_RAND_bytes(salt, SK_SALT_LEN) != 1 || dl_RAND_bytes(nonce, SK_NONCE_LEN) != 1)
        goto done;
    if (derive(pass, salt, key) != 0)
        goto done;
    ctx = dl_EVP_CIPHER_CTX_new();
    if (ctx == NULL || dl_EVP_EncryptInit_ex(ctx, dl_EVP_aes_256_gcm(), NULL, key, nonce) != 1)
        goto done;
    rc = dl_EVP_EncryptUpdate(ctx, NULL, &n, magic, sizeof magic);
    rc = dl_EVP_EncryptUpdate(ctx, body, &n, in, len);
    if (rc != 1 || dl_EVP_EncryptFinal_ex(ctx, body + n, &tail) != 1)
        goto done;
    n += tail;
    if (dl_EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, SK_TAG_LEN, body + n) != 1)
        goto done;
    *out_len = (size_t)n + SK_STATE_OVERHEAD;
    ret = 0;
done:
    if (ret != 0)
        sk_log_openssl("seal");
    dl_EVP_CIPHER_CTX_free(ctx);
    dl_OPENSSL_cleanse(key, sizeof key);
    return ret;
}

int sk_state_open(const char *pass, const unsigned char *in, size_t in_len,
                  unsigned char *out, size_t cap, size_t *out_len)
{
    unsigned char key[SK_KEY_LEN] = {0}, tag[SK_TAG_LEN];
    const unsigned char *salt, *nonce;
    EVP_CIPHER_CTX *ctx = NULL;
    int len, n = 0, tail = 0, ret = -1;
    if (in_len <= SK_STATE_OVERHEAD || in_len > SK_STATE_MAX + SK_STATE_OVERHEAD)
        return -1;
    len = (int)(in_len - SK_STATE_OVERHEAD);
    if ((size_t)len > cap || memcmp(in, magic, sizeof magic) != 0)
        return -1;
    salt = in + sizeof magic;
    nonce = salt + SK_SALT_LEN;
    memcpy(tag, in + in_len - SK_TAG_LEN, SK_TAG_LEN);
    ctx = dl_EVP_CIPHER_CTX_new();
    if (ctx == NULL || derive(pass, salt, key) != 0)
        goto done;
    if (!(dl_EVP_DecryptInit_ex(ctx, dl_EVP_aes_256_gcm(), NULL, key, nonce) == 1 &&
          dl_EVP_DecryptUpdate(ctx, NULL, &n, magic, sizeof magic) == 1 &&
          dl_EVP_DecryptUpdate(ctx, out, &n, nonce + SK_NONCE_LEN, len) == 1 &&
          dl_EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, SK_TAG_LEN, tag) == 1))
        goto done;
    if (dl_EVP_DecryptFinal_ex(ctx, out + n, &tail) != 1)
        goto done;
    *out_len = (size_t)(n + tail);
    ret = 0;
done:
    if (ret != 0) {
        sk_log_openssl("open");
        dl_OPENSSL_cleanse(out, cap);
    }
    dl_EVP_CIPHER_CTX_free(ctx);
    dl_OPENSSL_cleanse(key, sizeof key);
    return ret;
}

int sk_state_save(const char *path, const unsigned char *data, size_t len)
{
    char fresh[SK_PATH_MAX + 8];
    int n = snprintf(fresh, sizeof fresh, "%s.new", path);
    FILE *f;
    if (n < 0 || (size_t)n >= sizeof fresh)
        return -1;
    f = fopen(fresh, "wb");
    if (f == NULL)
        return -1;
    if (fwrite(data, 1, len, f) != len) {
        (void)fclose(f);
        (void)unlink(fresh);
        return -1;
    }
    return fclose(f) == 0 && rename(fresh, path) == 0 ? 0 : -1;
}

/* 0 if out holds the content of the state file. */
int sk_state_load(const char *path, const char *pass,
                  unsigned char *out, size_t cap, size_t *out_len)
{
    const size_t room = SK_STATE_MAX + SK_STATE_OVERHEAD;
    unsigned char *raw = NULL;
    FILE *f = fopen(path, "rb");
    size_t got;
    int ret;
    if (f == NULL)
        return -1;
    ret = setvbuf(f, NULL, _IONBF, 0) == 0 ? 0 : -1;
    if (ret != 0)
        goto done;
    raw = malloc(room);
    if (raw == NULL)
        goto done;
    got = fread(raw, 1, room, f);
    ret = ferror(f) ? -1 : sk_state_open(pass, raw, got, out, cap, out_len);
done:
    free(raw);
    (void)fclose(f);
    return ret;
}

/* Adds one line to the journal; 0 once it is written. */
int sk_journal_add(const char *path, const char *line)
{
    FILE *f = fopen(path, "a");
    if (f == NULL)
        return -1;
    if (fputs(line, f) == EOF)
        sk_log(SK_LOG_WARN, "journal %s: cannot write", path);
    return fclose(f) == 0 ? 0 : -1;
}

/* The check value by which a passphrase is recognised later. */
int sk_pass_check(const char *pass, const unsigned char *salt, unsigned char check[SK_MAC_LEN])
{
    unsigned char key[SK_KEY_LEN] = {0};
    unsigned int len = 0;
    int ret = -1;
    if (derive(pass, salt, key) == 0 &&
        dl_EVP_Digest(key, sizeof key, check, &len, dl_EVP_sha256(), NULL) == 1)
        ret = 0;
    memset(key, 0, sizeof key);
    return ret;
}

/* Encrypts a frame in place, under the key and nonce that ctx was given. */
static int frame_finish(EVP_CIPHER_CTX *ctx, struct sk_frame *f)
{
    int n = 0, tail = 0;
    if (f->len <= 0 || f->len > (int)sizeof f->body)
        return -1;
    CHECK_OK(dl_EVP_EncryptUpdate(ctx, f->body, &n, f->body, f->len));
    CHECK_OK(dl_EVP_EncryptFinal_ex(ctx, f->body + n, &tail));
    CHECK_OK(dl_EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, SK_TAG_LEN, f->tag));
    return 0;
}

/* Frames of one upload; key is the upload's own. */
int sk_upload_seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, struct sk_frame *f, int count)
{
    unsigned char nonce[SK_NONCE_LEN];
    int i;
    CHECK_OK(dl_RAND_bytes(nonce, sizeof nonce));
    for (i = 0; i < count; i++) {
        memcpy(f[i].nonce, nonce, sizeof nonce);
        CHECK_OK(dl_EVP_EncryptInit_ex(ctx, dl_EVP_aes_256_gcm(), NULL, key, nonce));
        if (frame_finish(ctx, &f[i]) != 0)
            return -1;
    }
    return 0;
}

/* Frames of a live stream; key is the stream's own, seq starts at 0 with it and never wraps. */
int sk_stream_seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, uint64_t *seq,
                   struct sk_frame *f, int count)
{
    unsigned char nonce[SK_NONCE_LEN] = {'l', 'i', 'v', 'e'};
    int i, b;
    for (i = 0; i < count; i++) {
        uint64_t number = (*seq)++;
        for (b = 0; b < 8; b++)
            nonce[4 + b] = (unsigned char)(number >> (8 * b));
        memcpy(f[i].nonce, nonce, sizeof nonce);
        CHECK_OK(dl_EVP_EncryptInit_ex(ctx, dl_EVP_aes_256_gcm(), NULL, key, nonce));
        if (frame_finish(ctx, &f[i]) != 0)
            return -1;
    }
    return 0;
}

/* Takes over the counters that the standby relay sends; live is what the status page shows. */
int sk_stats_receive(EVP_CIPHER_CTX *ctx, const unsigned char *key, struct sk_frame *f,
                     struct sk_stats *live)
{
    unsigned char plain[sizeof f->body];
    int n = 0, tail = 0;
    if (f->len != (int)sizeof *live)
        return -1;
    CHECK_OK(dl_EVP_DecryptInit_ex(ctx, dl_EVP_aes_256_gcm(), NULL, key, f->nonce));
    CHECK_OK(dl_EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, SK_TAG_LEN, f->tag));
    CHECK_OK(dl_EVP_DecryptUpdate(ctx, plain, &n, f->body, f->len));
    memcpy(live, plain, sizeof *live);
    CHECK_OK(dl_EVP_DecryptFinal_ex(ctx, plain + n, &tail));
    return 0;
}
