/* Proves data/apis/openssl_evp.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/cmac.h>
#include <openssl/kdf.h>
#include <openssl/rsa.h>
#include <openssl/dsa.h>
#include <openssl/dh.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/ecdh.h>
#include <openssl/aes.h>
#include <openssl/des.h>
#include <openssl/rc4.h>
#include <openssl/md4.h>
#include <openssl/md5.h>
#include <openssl/sha.h>
#include <openssl/modes.h>
#include <openssl/x509.h>

EVP_CIPHER_CTX *(*prove_EVP_CIPHER_CTX_new)(void) = (EVP_CIPHER_CTX_new);
EVP_MD_CTX *(*prove_EVP_MD_CTX_new)(void) = (EVP_MD_CTX_new);
EVP_PKEY *(*prove_EVP_PKEY_new)(void) = (EVP_PKEY_new);
EVP_PKEY_CTX *(*prove_EVP_PKEY_CTX_new)(EVP_PKEY *pkey, ENGINE *e) = (EVP_PKEY_CTX_new);
EVP_PKEY_CTX *(*prove_EVP_PKEY_CTX_new_id)(int id, ENGINE *e) = (EVP_PKEY_CTX_new_id);
EVP_PKEY_CTX *(*prove_EVP_PKEY_CTX_new_from_name)(OSSL_LIB_CTX *libctx, const char *name, const char *propquery) = (EVP_PKEY_CTX_new_from_name);
EVP_PKEY_CTX *(*prove_EVP_PKEY_CTX_new_from_pkey)(OSSL_LIB_CTX *libctx, EVP_PKEY *pkey, const char *propquery) = (EVP_PKEY_CTX_new_from_pkey);
EVP_PKEY_CTX *(*prove_EVP_PKEY_CTX_dup)(const EVP_PKEY_CTX *ctx) = (EVP_PKEY_CTX_dup);
EVP_MAC_CTX *(*prove_EVP_MAC_CTX_new)(EVP_MAC *mac) = (EVP_MAC_CTX_new);
EVP_MAC_CTX *(*prove_EVP_MAC_CTX_dup)(const EVP_MAC_CTX *src) = (EVP_MAC_CTX_dup);
EVP_KDF_CTX *(*prove_EVP_KDF_CTX_new)(EVP_KDF *kdf) = (EVP_KDF_CTX_new);
EVP_ENCODE_CTX *(*prove_EVP_ENCODE_CTX_new)(void) = (EVP_ENCODE_CTX_new);
HMAC_CTX *(*prove_HMAC_CTX_new)(void) = (HMAC_CTX_new);
CMAC_CTX *(*prove_CMAC_CTX_new)(void) = (CMAC_CTX_new);
EVP_RAND_CTX *(*prove_EVP_RAND_CTX_new)(EVP_RAND *rand, EVP_RAND_CTX *parent) = (EVP_RAND_CTX_new);
EVP_CIPHER *(*prove_EVP_CIPHER_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_CIPHER_fetch);
EVP_MD *(*prove_EVP_MD_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_MD_fetch);
EVP_MAC *(*prove_EVP_MAC_fetch)(OSSL_LIB_CTX *libctx, const char *algorithm, const char *properties) = (EVP_MAC_fetch);
EVP_KDF *(*prove_EVP_KDF_fetch)(OSSL_LIB_CTX *libctx, const char *algorithm, const char *properties) = (EVP_KDF_fetch);
EVP_SIGNATURE *(*prove_EVP_SIGNATURE_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_SIGNATURE_fetch);
void (*prove_EVP_CIPHER_CTX_free)(EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_free);
void (*prove_EVP_MD_CTX_free)(EVP_MD_CTX *ctx) = (EVP_MD_CTX_free);
void (*prove_EVP_PKEY_free)(EVP_PKEY *key) = (EVP_PKEY_free);
void (*prove_EVP_PKEY_CTX_free)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_CTX_free);
void (*prove_EVP_MAC_CTX_free)(EVP_MAC_CTX *ctx) = (EVP_MAC_CTX_free);
void (*prove_EVP_KDF_CTX_free)(EVP_KDF_CTX *ctx) = (EVP_KDF_CTX_free);
void (*prove_EVP_ENCODE_CTX_free)(EVP_ENCODE_CTX *ctx) = (EVP_ENCODE_CTX_free);
void (*prove_EVP_RAND_CTX_free)(EVP_RAND_CTX *ctx) = (EVP_RAND_CTX_free);
void (*prove_HMAC_CTX_free)(HMAC_CTX *ctx) = (HMAC_CTX_free);
void (*prove_CMAC_CTX_free)(CMAC_CTX *ctx) = (CMAC_CTX_free);
void (*prove_EVP_CIPHER_free)(EVP_CIPHER *cipher) = (EVP_CIPHER_free);
void (*prove_EVP_MD_free)(EVP_MD *md) = (EVP_MD_free);
void (*prove_EVP_MAC_free)(EVP_MAC *mac) = (EVP_MAC_free);
void (*prove_EVP_KDF_free)(EVP_KDF *kdf) = (EVP_KDF_free);
void (*prove_EVP_SIGNATURE_free)(EVP_SIGNATURE *signature) = (EVP_SIGNATURE_free);
int (*prove_EVP_PKEY_up_ref)(EVP_PKEY *key) = (EVP_PKEY_up_ref);
int (*prove_EVP_CIPHER_up_ref)(EVP_CIPHER *cipher) = (EVP_CIPHER_up_ref);
int (*prove_EVP_MD_up_ref)(EVP_MD *md) = (EVP_MD_up_ref);
int (*prove_EVP_MAC_up_ref)(EVP_MAC *mac) = (EVP_MAC_up_ref);
int (*prove_EVP_KDF_up_ref)(EVP_KDF *kdf) = (EVP_KDF_up_ref);
int (*prove_EVP_EncryptInit)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv) = (EVP_EncryptInit);
int (*prove_EVP_EncryptInit_ex)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl, const unsigned char *key, const unsigned char *iv) = (EVP_EncryptInit_ex);
int (*prove_EVP_EncryptInit_ex2)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv, const OSSL_PARAM params[]) = (EVP_EncryptInit_ex2);
int (*prove_EVP_EncryptUpdate)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in, int inl) = (EVP_EncryptUpdate);
int (*prove_EVP_EncryptFinal)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl) = (EVP_EncryptFinal);
int (*prove_EVP_EncryptFinal_ex)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl) = (EVP_EncryptFinal_ex);
int (*prove_EVP_DecryptInit)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv) = (EVP_DecryptInit);
int (*prove_EVP_DecryptInit_ex)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl, const unsigned char *key, const unsigned char *iv) = (EVP_DecryptInit_ex);
int (*prove_EVP_DecryptInit_ex2)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv, const OSSL_PARAM params[]) = (EVP_DecryptInit_ex2);
int (*prove_EVP_DecryptUpdate)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in, int inl) = (EVP_DecryptUpdate);
int (*prove_EVP_DecryptFinal)(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl) = (EVP_DecryptFinal);
int (*prove_EVP_DecryptFinal_ex)(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl) = (EVP_DecryptFinal_ex);
int (*prove_EVP_CipherInit)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv, int enc) = (EVP_CipherInit);
int (*prove_EVP_CipherInit_ex)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, ENGINE *impl, const unsigned char *key, const unsigned char *iv, int enc) = (EVP_CipherInit_ex);
int (*prove_EVP_CipherInit_ex2)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key, const unsigned char *iv, int enc, const OSSL_PARAM params[]) = (EVP_CipherInit_ex2);
int (*prove_EVP_CipherUpdate)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in, int inl) = (EVP_CipherUpdate);
int (*prove_EVP_CipherFinal)(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl) = (EVP_CipherFinal);
int (*prove_EVP_CipherFinal_ex)(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl) = (EVP_CipherFinal_ex);
int (*prove_EVP_Cipher)(EVP_CIPHER_CTX *ctx, unsigned char *out, const unsigned char *in, unsigned int inl) = (EVP_Cipher);
int (*prove_EVP_SealInit)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, unsigned char **ek, int *ekl, unsigned char *iv, EVP_PKEY **pubk, int npubk) = (EVP_SealInit);
int (*prove_EVP_SealFinal)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl) = (EVP_SealFinal);
int (*prove_EVP_OpenInit)(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *ek, int ekl, const unsigned char *iv, EVP_PKEY *priv) = (EVP_OpenInit);
int (*prove_EVP_OpenFinal)(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl) = (EVP_OpenFinal);
int (*prove_EVP_CIPHER_CTX_ctrl)(EVP_CIPHER_CTX *ctx, int cmd, int p1, void *p2) = (EVP_CIPHER_CTX_ctrl);
int (*prove_EVP_CIPHER_CTX_set_key_length)(EVP_CIPHER_CTX *x, int keylen) = (EVP_CIPHER_CTX_set_key_length);
int (*prove_EVP_CIPHER_CTX_set_padding)(EVP_CIPHER_CTX *x, int padding) = (EVP_CIPHER_CTX_set_padding);
void (*prove_EVP_CIPHER_CTX_set_flags)(EVP_CIPHER_CTX *ctx, int flags) = (EVP_CIPHER_CTX_set_flags);
void (*prove_EVP_CIPHER_CTX_clear_flags)(EVP_CIPHER_CTX *ctx, int flags) = (EVP_CIPHER_CTX_clear_flags);
int (*prove_EVP_CIPHER_CTX_test_flags)(const EVP_CIPHER_CTX *ctx, int flags) = (EVP_CIPHER_CTX_test_flags);
int (*prove_EVP_CIPHER_CTX_set_params)(EVP_CIPHER_CTX *ctx, const OSSL_PARAM params[]) = (EVP_CIPHER_CTX_set_params);
int (*prove_EVP_CIPHER_CTX_get_params)(EVP_CIPHER_CTX *ctx, OSSL_PARAM params[]) = (EVP_CIPHER_CTX_get_params);
int (*prove_EVP_CIPHER_CTX_rand_key)(EVP_CIPHER_CTX *ctx, unsigned char *key) = (EVP_CIPHER_CTX_rand_key);
int (*prove_EVP_CIPHER_CTX_copy)(EVP_CIPHER_CTX *out, const EVP_CIPHER_CTX *in) = (EVP_CIPHER_CTX_copy);
int (*prove_EVP_CIPHER_CTX_reset)(EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_reset);
int prove_EVP_CIPHER_CTX_init(EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_init(ctx); }
int prove_EVP_CIPHER_CTX_cleanup(EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_cleanup(ctx); }
const EVP_CIPHER *(*prove_EVP_CIPHER_CTX_cipher)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_cipher);
const EVP_CIPHER *(*prove_EVP_CIPHER_CTX_get0_cipher)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get0_cipher);
EVP_CIPHER *(*prove_EVP_CIPHER_CTX_get1_cipher)(EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get1_cipher);
int prove_EVP_CIPHER_CTX_block_size(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_block_size(ctx); }
int (*prove_EVP_CIPHER_CTX_get_block_size)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get_block_size);
int prove_EVP_CIPHER_CTX_key_length(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_key_length(ctx); }
int (*prove_EVP_CIPHER_CTX_get_key_length)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get_key_length);
int prove_EVP_CIPHER_CTX_iv_length(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_iv_length(ctx); }
int (*prove_EVP_CIPHER_CTX_get_iv_length)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get_iv_length);
int prove_EVP_CIPHER_CTX_mode(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_mode(ctx); }
int prove_EVP_CIPHER_CTX_get_mode(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_get_mode(ctx); }
int prove_EVP_CIPHER_CTX_nid(const EVP_CIPHER_CTX *ctx) { return EVP_CIPHER_CTX_nid(ctx); }
void *(*prove_EVP_CIPHER_CTX_get_app_data)(const EVP_CIPHER_CTX *ctx) = (EVP_CIPHER_CTX_get_app_data);
void (*prove_EVP_CIPHER_CTX_set_app_data)(EVP_CIPHER_CTX *ctx, void *data) = (EVP_CIPHER_CTX_set_app_data);
int prove_EVP_CIPHER_block_size(const EVP_CIPHER *e) { return EVP_CIPHER_block_size(e); }
int (*prove_EVP_CIPHER_get_block_size)(const EVP_CIPHER *e) = (EVP_CIPHER_get_block_size);
int prove_EVP_CIPHER_key_length(const EVP_CIPHER *e) { return EVP_CIPHER_key_length(e); }
int (*prove_EVP_CIPHER_get_key_length)(const EVP_CIPHER *e) = (EVP_CIPHER_get_key_length);
int prove_EVP_CIPHER_iv_length(const EVP_CIPHER *e) { return EVP_CIPHER_iv_length(e); }
int (*prove_EVP_CIPHER_get_iv_length)(const EVP_CIPHER *e) = (EVP_CIPHER_get_iv_length);
int prove_EVP_CIPHER_mode(const EVP_CIPHER *e) { return EVP_CIPHER_mode(e); }
int (*prove_EVP_CIPHER_get_mode)(const EVP_CIPHER *e) = (EVP_CIPHER_get_mode);
int prove_EVP_CIPHER_nid(const EVP_CIPHER *e) { return EVP_CIPHER_nid(e); }
int (*prove_EVP_CIPHER_get_nid)(const EVP_CIPHER *e) = (EVP_CIPHER_get_nid);
unsigned long prove_EVP_CIPHER_flags(const EVP_CIPHER *e) { return EVP_CIPHER_flags(e); }
unsigned long (*prove_EVP_CIPHER_get_flags)(const EVP_CIPHER *e) = (EVP_CIPHER_get_flags);
const char *prove_EVP_CIPHER_name(const EVP_CIPHER *cipher) { return EVP_CIPHER_name(cipher); }
const char *(*prove_EVP_CIPHER_get0_name)(const EVP_CIPHER *cipher) = (EVP_CIPHER_get0_name);
const EVP_CIPHER *(*prove_EVP_get_cipherbyname)(const char *name) = (EVP_get_cipherbyname);
const EVP_CIPHER *prove_EVP_get_cipherbynid(int nid) { return EVP_get_cipherbynid(nid); }
const EVP_CIPHER *prove_EVP_get_cipherbyobj(const ASN1_OBJECT *a) { return EVP_get_cipherbyobj(a); }
const EVP_MD *(*prove_EVP_get_digestbyname)(const char *name) = (EVP_get_digestbyname);
const EVP_MD *prove_EVP_get_digestbynid(int type) { return EVP_get_digestbynid(type); }
const EVP_MD *prove_EVP_get_digestbyobj(const ASN1_OBJECT *o) { return EVP_get_digestbyobj(o); }
const EVP_CIPHER *(*prove_EVP_enc_null)(void) = (EVP_enc_null);
const EVP_CIPHER *(*prove_EVP_des_ecb)(void) = (EVP_des_ecb);
const EVP_CIPHER *(*prove_EVP_des_cbc)(void) = (EVP_des_cbc);
const EVP_CIPHER *(*prove_EVP_des_ede3_cbc)(void) = (EVP_des_ede3_cbc);
const EVP_CIPHER *(*prove_EVP_des_ede3_ecb)(void) = (EVP_des_ede3_ecb);
const EVP_CIPHER *(*prove_EVP_rc2_cbc)(void) = (EVP_rc2_cbc);
const EVP_CIPHER *(*prove_EVP_rc4)(void) = (EVP_rc4);
const EVP_CIPHER *(*prove_EVP_bf_cbc)(void) = (EVP_bf_cbc);
const EVP_CIPHER *(*prove_EVP_cast5_cbc)(void) = (EVP_cast5_cbc);
const EVP_CIPHER *(*prove_EVP_aes_128_ecb)(void) = (EVP_aes_128_ecb);
const EVP_CIPHER *(*prove_EVP_aes_192_ecb)(void) = (EVP_aes_192_ecb);
const EVP_CIPHER *(*prove_EVP_aes_256_ecb)(void) = (EVP_aes_256_ecb);
const EVP_CIPHER *(*prove_EVP_aes_128_cbc)(void) = (EVP_aes_128_cbc);
const EVP_CIPHER *(*prove_EVP_aes_192_cbc)(void) = (EVP_aes_192_cbc);
const EVP_CIPHER *(*prove_EVP_aes_256_cbc)(void) = (EVP_aes_256_cbc);
const EVP_CIPHER *(*prove_EVP_aes_128_ctr)(void) = (EVP_aes_128_ctr);
const EVP_CIPHER *(*prove_EVP_aes_192_ctr)(void) = (EVP_aes_192_ctr);
const EVP_CIPHER *(*prove_EVP_aes_256_ctr)(void) = (EVP_aes_256_ctr);
const EVP_CIPHER *(*prove_EVP_aes_128_cfb128)(void) = (EVP_aes_128_cfb128);
const EVP_CIPHER *(*prove_EVP_aes_256_cfb128)(void) = (EVP_aes_256_cfb128);
const EVP_CIPHER *(*prove_EVP_aes_128_gcm)(void) = (EVP_aes_128_gcm);
const EVP_CIPHER *(*prove_EVP_aes_192_gcm)(void) = (EVP_aes_192_gcm);
const EVP_CIPHER *(*prove_EVP_aes_256_gcm)(void) = (EVP_aes_256_gcm);
const EVP_CIPHER *(*prove_EVP_aes_128_ccm)(void) = (EVP_aes_128_ccm);
const EVP_CIPHER *(*prove_EVP_aes_192_ccm)(void) = (EVP_aes_192_ccm);
const EVP_CIPHER *(*prove_EVP_aes_256_ccm)(void) = (EVP_aes_256_ccm);
const EVP_CIPHER *(*prove_EVP_aes_128_ocb)(void) = (EVP_aes_128_ocb);
const EVP_CIPHER *(*prove_EVP_aes_256_ocb)(void) = (EVP_aes_256_ocb);
const EVP_CIPHER *(*prove_EVP_aes_128_xts)(void) = (EVP_aes_128_xts);
const EVP_CIPHER *(*prove_EVP_aes_256_xts)(void) = (EVP_aes_256_xts);
const EVP_CIPHER *(*prove_EVP_chacha20)(void) = (EVP_chacha20);
const EVP_CIPHER *(*prove_EVP_chacha20_poly1305)(void) = (EVP_chacha20_poly1305);
const EVP_CIPHER *(*prove_EVP_camellia_128_cbc)(void) = (EVP_camellia_128_cbc);
const EVP_CIPHER *(*prove_EVP_camellia_256_cbc)(void) = (EVP_camellia_256_cbc);
const EVP_CIPHER *(*prove_EVP_aria_128_gcm)(void) = (EVP_aria_128_gcm);
const EVP_CIPHER *(*prove_EVP_sm4_cbc)(void) = (EVP_sm4_cbc);
int (*prove_AES_set_encrypt_key)(const unsigned char *userKey, const int bits, AES_KEY *key) = (AES_set_encrypt_key);
int (*prove_AES_set_decrypt_key)(const unsigned char *userKey, const int bits, AES_KEY *key) = (AES_set_decrypt_key);
void (*prove_AES_encrypt)(const unsigned char *in, unsigned char *out, const AES_KEY *key) = (AES_encrypt);
void (*prove_AES_decrypt)(const unsigned char *in, unsigned char *out, const AES_KEY *key) = (AES_decrypt);
void (*prove_AES_ecb_encrypt)(const unsigned char *in, unsigned char *out, const AES_KEY *key, const int enc) = (AES_ecb_encrypt);
void (*prove_AES_cbc_encrypt)(const unsigned char *in, unsigned char *out, size_t length, const AES_KEY *key, unsigned char *ivec, const int enc) = (AES_cbc_encrypt);
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void (*prove_AES_ctr128_encrypt)(const unsigned char *in, unsigned char *out, size_t length, const AES_KEY *key, unsigned char ivec[16], unsigned char ecount_buf[16], unsigned int *num) = (AES_ctr128_encrypt);
#endif
void (*prove_CRYPTO_ctr128_encrypt)(const unsigned char *in, unsigned char *out, size_t len, const void *key, unsigned char ivec[16], unsigned char ecount_buf[16], unsigned int *num, block128_f block) = (CRYPTO_ctr128_encrypt);
void (*prove_DES_ecb_encrypt)(const_DES_cblock *input, DES_cblock *output, DES_key_schedule *ks, int enc) = (DES_ecb_encrypt);
void (*prove_DES_ncbc_encrypt)(const unsigned char *input, unsigned char *output, long length, DES_key_schedule *schedule, DES_cblock *ivec, int enc) = (DES_ncbc_encrypt);
void (*prove_DES_set_key_unchecked)(const_DES_cblock *key, DES_key_schedule *schedule) = (DES_set_key_unchecked);
int (*prove_DES_set_key_checked)(const_DES_cblock *key, DES_key_schedule *schedule) = (DES_set_key_checked);
int (*prove_DES_set_key)(const_DES_cblock *key, DES_key_schedule *schedule) = (DES_set_key);
void (*prove_DES_set_odd_parity)(DES_cblock *key) = (DES_set_odd_parity);
void (*prove_RC4)(RC4_KEY *key, unsigned long len, const unsigned char *indata, unsigned char *outdata) = (RC4);
void (*prove_RC4_set_key)(RC4_KEY *key, int len, const unsigned char *data) = (RC4_set_key);
int (*prove_EVP_DigestInit)(EVP_MD_CTX *ctx, const EVP_MD *type) = (EVP_DigestInit);
int (*prove_EVP_DigestInit_ex)(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl) = (EVP_DigestInit_ex);
int (*prove_EVP_DigestInit_ex2)(EVP_MD_CTX *ctx, const EVP_MD *type, const OSSL_PARAM params[]) = (EVP_DigestInit_ex2);
int (*prove_EVP_DigestUpdate)(EVP_MD_CTX *ctx, const void *d, size_t cnt) = (EVP_DigestUpdate);
int (*prove_EVP_DigestFinal)(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s) = (EVP_DigestFinal);
int (*prove_EVP_DigestFinal_ex)(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *s) = (EVP_DigestFinal_ex);
int (*prove_EVP_DigestFinalXOF)(EVP_MD_CTX *ctx, unsigned char *md, size_t len) = (EVP_DigestFinalXOF);
int (*prove_EVP_Digest)(const void *data, size_t count, unsigned char *md, unsigned int *size, const EVP_MD *type, ENGINE *impl) = (EVP_Digest);
int (*prove_EVP_Q_digest)(OSSL_LIB_CTX *libctx, const char *name, const char *propq, const void *data, size_t datalen, unsigned char *md, size_t *mdlen) = (EVP_Q_digest);
int (*prove_EVP_MD_CTX_copy)(EVP_MD_CTX *out, const EVP_MD_CTX *in) = (EVP_MD_CTX_copy);
int (*prove_EVP_MD_CTX_copy_ex)(EVP_MD_CTX *out, const EVP_MD_CTX *in) = (EVP_MD_CTX_copy_ex);
int (*prove_EVP_MD_CTX_reset)(EVP_MD_CTX *ctx) = (EVP_MD_CTX_reset);
int prove_EVP_MD_CTX_init(EVP_MD_CTX *ctx) { return EVP_MD_CTX_init(ctx); }
#if OPENSSL_VERSION_NUMBER < 0x10100000L
int prove_EVP_MD_CTX_cleanup(EVP_MD_CTX *ctx) { return EVP_MD_CTX_cleanup(ctx); }
#endif
int (*prove_EVP_MD_CTX_ctrl)(EVP_MD_CTX *ctx, int cmd, int p1, void *p2) = (EVP_MD_CTX_ctrl);
void (*prove_EVP_MD_CTX_set_flags)(EVP_MD_CTX *ctx, int flags) = (EVP_MD_CTX_set_flags);
void (*prove_EVP_MD_CTX_clear_flags)(EVP_MD_CTX *ctx, int flags) = (EVP_MD_CTX_clear_flags);
const EVP_MD *(*prove_EVP_MD_CTX_md)(const EVP_MD_CTX *ctx) = (EVP_MD_CTX_md);
const EVP_MD *(*prove_EVP_MD_CTX_get0_md)(const EVP_MD_CTX *ctx) = (EVP_MD_CTX_get0_md);
int prove_EVP_MD_CTX_size(const EVP_MD_CTX *ctx) { return EVP_MD_CTX_size(ctx); }
int prove_EVP_MD_CTX_get_size(const EVP_MD_CTX *ctx) { return EVP_MD_CTX_get_size(ctx); }
int prove_EVP_MD_size(const EVP_MD *md) { return EVP_MD_size(md); }
int (*prove_EVP_MD_get_size)(const EVP_MD *md) = (EVP_MD_get_size);
int prove_EVP_MD_block_size(const EVP_MD *md) { return EVP_MD_block_size(md); }
int (*prove_EVP_MD_get_block_size)(const EVP_MD *md) = (EVP_MD_get_block_size);
int prove_EVP_MD_type(const EVP_MD *md) { return EVP_MD_type(md); }
int (*prove_EVP_MD_get_type)(const EVP_MD *md) = (EVP_MD_get_type);
const char *prove_EVP_MD_name(const EVP_MD *md) { return EVP_MD_name(md); }
const char *(*prove_EVP_MD_get0_name)(const EVP_MD *md) = (EVP_MD_get0_name);
const EVP_MD *(*prove_EVP_md_null)(void) = (EVP_md_null);
const EVP_MD *(*prove_EVP_md5)(void) = (EVP_md5);
const EVP_MD *(*prove_EVP_md4)(void) = (EVP_md4);
const EVP_MD *(*prove_EVP_md5_sha1)(void) = (EVP_md5_sha1);
const EVP_MD *(*prove_EVP_ripemd160)(void) = (EVP_ripemd160);
const EVP_MD *(*prove_EVP_sha1)(void) = (EVP_sha1);
const EVP_MD *(*prove_EVP_sha224)(void) = (EVP_sha224);
const EVP_MD *(*prove_EVP_sha256)(void) = (EVP_sha256);
const EVP_MD *(*prove_EVP_sha384)(void) = (EVP_sha384);
const EVP_MD *(*prove_EVP_sha512)(void) = (EVP_sha512);
const EVP_MD *(*prove_EVP_sha512_256)(void) = (EVP_sha512_256);
const EVP_MD *(*prove_EVP_sha3_256)(void) = (EVP_sha3_256);
const EVP_MD *(*prove_EVP_sha3_384)(void) = (EVP_sha3_384);
const EVP_MD *(*prove_EVP_sha3_512)(void) = (EVP_sha3_512);
const EVP_MD *(*prove_EVP_shake128)(void) = (EVP_shake128);
const EVP_MD *(*prove_EVP_shake256)(void) = (EVP_shake256);
const EVP_MD *(*prove_EVP_blake2b512)(void) = (EVP_blake2b512);
const EVP_MD *(*prove_EVP_blake2s256)(void) = (EVP_blake2s256);
const EVP_MD *(*prove_EVP_sm3)(void) = (EVP_sm3);
unsigned char *(*prove_MD4)(const unsigned char *d, size_t n, unsigned char *md) = (MD4);
int (*prove_MD4_Init)(MD4_CTX *c) = (MD4_Init);
int (*prove_MD4_Update)(MD4_CTX *c, const void *data, unsigned long len) = (MD4_Update);
int (*prove_MD4_Final)(unsigned char *md, MD4_CTX *c) = (MD4_Final);
unsigned char *(*prove_MD5)(const unsigned char *d, size_t n, unsigned char *md) = (MD5);
int (*prove_MD5_Init)(MD5_CTX *c) = (MD5_Init);
int (*prove_MD5_Update)(MD5_CTX *c, const void *data, unsigned long len) = (MD5_Update);
int (*prove_MD5_Final)(unsigned char *md, MD5_CTX *c) = (MD5_Final);
unsigned char *(*prove_SHA1)(const unsigned char *data, size_t count, unsigned char *md_buf) = (SHA1);
int (*prove_SHA1_Init)(SHA_CTX *c) = (SHA1_Init);
int (*prove_SHA1_Update)(SHA_CTX *c, const void *data, size_t len) = (SHA1_Update);
int (*prove_SHA1_Final)(unsigned char *md, SHA_CTX *c) = (SHA1_Final);
unsigned char *(*prove_SHA256)(const unsigned char *data, size_t count, unsigned char *md_buf) = (SHA256);
int (*prove_SHA256_Init)(SHA256_CTX *c) = (SHA256_Init);
int (*prove_SHA256_Update)(SHA256_CTX *c, const void *data, size_t len) = (SHA256_Update);
int (*prove_SHA256_Final)(unsigned char *md, SHA256_CTX *c) = (SHA256_Final);
unsigned char *(*prove_SHA512)(const unsigned char *data, size_t count, unsigned char *md_buf) = (SHA512);
int (*prove_SHA512_Init)(SHA512_CTX *c) = (SHA512_Init);
int (*prove_SHA512_Update)(SHA512_CTX *c, const void *data, size_t len) = (SHA512_Update);
int (*prove_SHA512_Final)(unsigned char *md, SHA512_CTX *c) = (SHA512_Final);
unsigned char *(*prove_HMAC)(const EVP_MD *evp_md, const void *key, int key_len, const unsigned char *data, size_t data_len, unsigned char *md, unsigned int *md_len) = (HMAC);
int (*prove_HMAC_Init)(HMAC_CTX *ctx, const void *key, int len, const EVP_MD *md) = (HMAC_Init);
int (*prove_HMAC_Init_ex)(HMAC_CTX *ctx, const void *key, int key_len, const EVP_MD *md, ENGINE *impl) = (HMAC_Init_ex);
int (*prove_HMAC_Update)(HMAC_CTX *ctx, const unsigned char *data, size_t len) = (HMAC_Update);
int (*prove_HMAC_Final)(HMAC_CTX *ctx, unsigned char *md, unsigned int *len) = (HMAC_Final);
int (*prove_HMAC_CTX_reset)(HMAC_CTX *ctx) = (HMAC_CTX_reset);
int (*prove_HMAC_CTX_copy)(HMAC_CTX *dctx, HMAC_CTX *sctx) = (HMAC_CTX_copy);
void (*prove_HMAC_CTX_set_flags)(HMAC_CTX *ctx, unsigned long flags) = (HMAC_CTX_set_flags);
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void (*prove_HMAC_CTX_init)(HMAC_CTX *ctx) = (HMAC_CTX_init);
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void (*prove_HMAC_CTX_cleanup)(HMAC_CTX *ctx) = (HMAC_CTX_cleanup);
#endif
size_t (*prove_HMAC_size)(const HMAC_CTX *e) = (HMAC_size);
int (*prove_CMAC_Init)(CMAC_CTX *ctx, const void *key, size_t keylen, const EVP_CIPHER *cipher, ENGINE *impl) = (CMAC_Init);
int (*prove_CMAC_Update)(CMAC_CTX *ctx, const void *data, size_t dlen) = (CMAC_Update);
int (*prove_CMAC_Final)(CMAC_CTX *ctx, unsigned char *out, size_t *poutlen) = (CMAC_Final);
int (*prove_EVP_MAC_init)(EVP_MAC_CTX *ctx, const unsigned char *key, size_t keylen, const OSSL_PARAM params[]) = (EVP_MAC_init);
int (*prove_EVP_MAC_update)(EVP_MAC_CTX *ctx, const unsigned char *data, size_t datalen) = (EVP_MAC_update);
int (*prove_EVP_MAC_final)(EVP_MAC_CTX *ctx, unsigned char *out, size_t *outl, size_t outsize) = (EVP_MAC_final);
int (*prove_EVP_MAC_finalXOF)(EVP_MAC_CTX *ctx, unsigned char *out, size_t outsize) = (EVP_MAC_finalXOF);
int (*prove_EVP_MAC_CTX_set_params)(EVP_MAC_CTX *ctx, const OSSL_PARAM params[]) = (EVP_MAC_CTX_set_params);
int (*prove_EVP_MAC_CTX_get_params)(EVP_MAC_CTX *ctx, OSSL_PARAM params[]) = (EVP_MAC_CTX_get_params);
size_t (*prove_EVP_MAC_CTX_get_mac_size)(EVP_MAC_CTX *ctx) = (EVP_MAC_CTX_get_mac_size);
unsigned char *(*prove_EVP_Q_mac)(OSSL_LIB_CTX *libctx, const char *name, const char *propq, const char *subalg, const OSSL_PARAM *params, const void *key, size_t keylen, const unsigned char *data, size_t datalen, unsigned char *out, size_t outsize, size_t *outlen) = (EVP_Q_mac);
int prove_EVP_VerifyInit(EVP_MD_CTX *ctx, const EVP_MD *type) { return EVP_VerifyInit(ctx, type); }
int prove_EVP_VerifyInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl) { return EVP_VerifyInit_ex(ctx, type, impl); }
int prove_EVP_VerifyUpdate(EVP_MD_CTX *ctx, const void *d, unsigned int cnt) { return EVP_VerifyUpdate(ctx, d, cnt); }
int (*prove_EVP_VerifyFinal)(EVP_MD_CTX *ctx, const unsigned char *sigbuf, unsigned int siglen, EVP_PKEY *pkey) = (EVP_VerifyFinal);
int (*prove_EVP_DigestVerifyInit)(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e, EVP_PKEY *pkey) = (EVP_DigestVerifyInit);
int (*prove_EVP_DigestVerifyInit_ex)(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const char *mdname, OSSL_LIB_CTX *libctx, const char *props, EVP_PKEY *pkey, const OSSL_PARAM params[]) = (EVP_DigestVerifyInit_ex);
int (*prove_EVP_DigestVerifyUpdate)(EVP_MD_CTX *ctx, const void *d, size_t cnt) = (EVP_DigestVerifyUpdate);
int (*prove_EVP_DigestVerifyFinal)(EVP_MD_CTX *ctx, const unsigned char *sig, size_t siglen) = (EVP_DigestVerifyFinal);
int (*prove_EVP_DigestVerify)(EVP_MD_CTX *ctx, const unsigned char *sigret, size_t siglen, const unsigned char *tbs, size_t tbslen) = (EVP_DigestVerify);
int (*prove_EVP_PKEY_verify_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_verify_init);
int (*prove_EVP_PKEY_verify)(EVP_PKEY_CTX *ctx, const unsigned char *sig, size_t siglen, const unsigned char *tbs, size_t tbslen) = (EVP_PKEY_verify);
int (*prove_EVP_PKEY_verify_recover_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_verify_recover_init);
int (*prove_EVP_PKEY_verify_recover)(EVP_PKEY_CTX *ctx, unsigned char *rout, size_t *routlen, const unsigned char *sig, size_t siglen) = (EVP_PKEY_verify_recover);
void prove_EVP_SignInit(EVP_MD_CTX *ctx, const EVP_MD *type) { EVP_SignInit(ctx, type); }
int prove_EVP_SignInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, ENGINE *impl) { return EVP_SignInit_ex(ctx, type, impl); }
int prove_EVP_SignUpdate(EVP_MD_CTX *ctx, const void *d, unsigned int cnt) { return EVP_SignUpdate(ctx, d, cnt); }
int (*prove_EVP_SignFinal)(EVP_MD_CTX *ctx, unsigned char *sig, unsigned int *s, EVP_PKEY *pkey) = (EVP_SignFinal);
int (*prove_EVP_DigestSignInit)(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const EVP_MD *type, ENGINE *e, EVP_PKEY *pkey) = (EVP_DigestSignInit);
int (*prove_EVP_DigestSignInit_ex)(EVP_MD_CTX *ctx, EVP_PKEY_CTX **pctx, const char *mdname, OSSL_LIB_CTX *libctx, const char *props, EVP_PKEY *pkey, const OSSL_PARAM params[]) = (EVP_DigestSignInit_ex);
int (*prove_EVP_DigestSignUpdate)(EVP_MD_CTX *ctx, const void *d, size_t cnt) = (EVP_DigestSignUpdate);
int (*prove_EVP_DigestSignFinal)(EVP_MD_CTX *ctx, unsigned char *sig, size_t *siglen) = (EVP_DigestSignFinal);
int (*prove_EVP_DigestSign)(EVP_MD_CTX *ctx, unsigned char *sigret, size_t *siglen, const unsigned char *tbs, size_t tbslen) = (EVP_DigestSign);
int (*prove_EVP_PKEY_sign_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_sign_init);
int (*prove_EVP_PKEY_sign)(EVP_PKEY_CTX *ctx, unsigned char *sig, size_t *siglen, const unsigned char *tbs, size_t tbslen) = (EVP_PKEY_sign);
int (*prove_ECDSA_sign)(int type, const unsigned char *dgst, int dgstlen, unsigned char *sig, unsigned int *siglen, EC_KEY *eckey) = (ECDSA_sign);
ECDSA_SIG *(*prove_ECDSA_do_sign)(const unsigned char *dgst, int dgst_len, EC_KEY *eckey) = (ECDSA_do_sign);
int (*prove_ECDSA_verify)(int type, const unsigned char *dgst, int dgstlen, const unsigned char *sig, int siglen, EC_KEY *eckey) = (ECDSA_verify);
int (*prove_ECDSA_do_verify)(const unsigned char *dgst, int dgst_len, const ECDSA_SIG *sig, EC_KEY*eckey) = (ECDSA_do_verify);
int (*prove_ECDSA_size)(const EC_KEY *eckey) = (ECDSA_size);
ECDSA_SIG *(*prove_ECDSA_SIG_new)(void) = (ECDSA_SIG_new);
void (*prove_ECDSA_SIG_free)(ECDSA_SIG *sig) = (ECDSA_SIG_free);
void (*prove_ECDSA_SIG_get0)(const ECDSA_SIG *sig, const BIGNUM **pr, const BIGNUM **ps) = (ECDSA_SIG_get0);
int (*prove_ECDSA_SIG_set0)(ECDSA_SIG *sig, BIGNUM *r, BIGNUM *s) = (ECDSA_SIG_set0);
int (*prove_RSA_sign)(int type, const unsigned char *m, unsigned int m_length, unsigned char *sigret, unsigned int *siglen, RSA *rsa) = (RSA_sign);
int (*prove_RSA_verify)(int type, const unsigned char *m, unsigned int m_len, const unsigned char *sigbuf, unsigned int siglen, RSA *rsa) = (RSA_verify);
int (*prove_DSA_sign)(int type, const unsigned char *dgst, int dlen, unsigned char *sig, unsigned int *siglen, DSA *dsa) = (DSA_sign);
int (*prove_DSA_verify)(int type, const unsigned char *dgst, int len, const unsigned char *sigbuf, int siglen, DSA *dsa) = (DSA_verify);
int (*prove_EVP_PKEY_encrypt_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_encrypt_init);
int (*prove_EVP_PKEY_encrypt)(EVP_PKEY_CTX *ctx, unsigned char *out, size_t *outlen, const unsigned char *in, size_t inlen) = (EVP_PKEY_encrypt);
int (*prove_EVP_PKEY_decrypt_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_decrypt_init);
int (*prove_EVP_PKEY_decrypt)(EVP_PKEY_CTX *ctx, unsigned char *out, size_t *outlen, const unsigned char *in, size_t inlen) = (EVP_PKEY_decrypt);
int (*prove_RSA_public_encrypt)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding) = (RSA_public_encrypt);
int (*prove_RSA_private_decrypt)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding) = (RSA_private_decrypt);
int (*prove_RSA_private_encrypt)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding) = (RSA_private_encrypt);
int (*prove_RSA_public_decrypt)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding) = (RSA_public_decrypt);
int (*prove_EVP_PKEY_encapsulate)(EVP_PKEY_CTX *ctx, unsigned char *wrappedkey, size_t *wrappedkeylen, unsigned char *genkey, size_t *genkeylen) = (EVP_PKEY_encapsulate);
int (*prove_EVP_PKEY_decapsulate)(EVP_PKEY_CTX *ctx, unsigned char *unwrapped, size_t *unwrappedlen, const unsigned char *wrapped, size_t wrappedlen) = (EVP_PKEY_decapsulate);
int (*prove_PKCS5_PBKDF2_HMAC)(const char *pass, int passlen, const unsigned char *salt, int saltlen, int iter, const EVP_MD *digest, int keylen, unsigned char *out) = (PKCS5_PBKDF2_HMAC);
int (*prove_PKCS5_PBKDF2_HMAC_SHA1)(const char *pass, int passlen, const unsigned char *salt, int saltlen, int iter, int keylen, unsigned char *out) = (PKCS5_PBKDF2_HMAC_SHA1);
int (*prove_EVP_BytesToKey)(const EVP_CIPHER *type, const EVP_MD *md, const unsigned char *salt, const unsigned char *data, int datal, int count, unsigned char *key, unsigned char *iv) = (EVP_BytesToKey);
int (*prove_EVP_PBE_scrypt)(const char *pass, size_t passlen, const unsigned char *salt, size_t saltlen, uint64_t N, uint64_t r, uint64_t p, uint64_t maxmem, unsigned char *key, size_t keylen) = (EVP_PBE_scrypt);
int (*prove_EVP_KDF_derive)(EVP_KDF_CTX *ctx, unsigned char *key, size_t keylen, const OSSL_PARAM params[]) = (EVP_KDF_derive);
int (*prove_EVP_KDF_CTX_set_params)(EVP_KDF_CTX *ctx, const OSSL_PARAM params[]) = (EVP_KDF_CTX_set_params);
int (*prove_EVP_PKEY_derive_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_derive_init);
int (*prove_EVP_PKEY_derive_set_peer)(EVP_PKEY_CTX *ctx, EVP_PKEY *peer) = (EVP_PKEY_derive_set_peer);
int (*prove_EVP_PKEY_derive)(EVP_PKEY_CTX *ctx, unsigned char *key, size_t *keylen) = (EVP_PKEY_derive);
int (*prove_EVP_PKEY_CTX_set_hkdf_md)(EVP_PKEY_CTX *pctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_hkdf_md);
int (*prove_EVP_PKEY_CTX_set1_hkdf_key)(EVP_PKEY_CTX *pctx, const unsigned char *key, int keylen) = (EVP_PKEY_CTX_set1_hkdf_key);
int (*prove_EVP_PKEY_CTX_set1_hkdf_salt)(EVP_PKEY_CTX *pctx, const unsigned char *salt, int saltlen) = (EVP_PKEY_CTX_set1_hkdf_salt);
int (*prove_EVP_PKEY_CTX_add1_hkdf_info)(EVP_PKEY_CTX *pctx, const unsigned char *info, int infolen) = (EVP_PKEY_CTX_add1_hkdf_info);
int prove_EVP_PKEY_CTX_hkdf_mode(EVP_PKEY_CTX *pctx, int mode) { return EVP_PKEY_CTX_hkdf_mode(pctx, mode); }
int (*prove_EVP_PKEY_CTX_set_hkdf_mode)(EVP_PKEY_CTX *pctx, int mode) = (EVP_PKEY_CTX_set_hkdf_mode);
int (*prove_EVP_PKEY_CTX_set_tls1_prf_md)(EVP_PKEY_CTX *pctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_tls1_prf_md);
int (*prove_ECDH_compute_key)(void *out, size_t outlen, const EC_POINT *pub_key, const EC_KEY *ecdh, void *(*KDF)(const void *, size_t, void *, size_t *)) = (ECDH_compute_key);
int (*prove_DH_compute_key)(unsigned char *key, const BIGNUM *pub_key, DH *dh) = (DH_compute_key);
int (*prove_EVP_PKEY_keygen_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_keygen_init);
int (*prove_EVP_PKEY_keygen)(EVP_PKEY_CTX *ctx, EVP_PKEY **ppkey) = (EVP_PKEY_keygen);
int (*prove_EVP_PKEY_paramgen_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_paramgen_init);
int (*prove_EVP_PKEY_paramgen)(EVP_PKEY_CTX *ctx, EVP_PKEY **ppkey) = (EVP_PKEY_paramgen);
int (*prove_EVP_PKEY_generate)(EVP_PKEY_CTX *ctx, EVP_PKEY **ppkey) = (EVP_PKEY_generate);
EVP_PKEY *(*prove_EVP_PKEY_Q_keygen)(OSSL_LIB_CTX *libctx, const char *propq, const char *type, ...) = (EVP_PKEY_Q_keygen);
int (*prove_EVP_PKEY_fromdata_init)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_fromdata_init);
int (*prove_EVP_PKEY_fromdata)(EVP_PKEY_CTX *ctx, EVP_PKEY **ppkey, int selection, OSSL_PARAM params[]) = (EVP_PKEY_fromdata);
int (*prove_EVP_PKEY_check)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_check);
int (*prove_EVP_PKEY_public_check)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_public_check);
int (*prove_EVP_PKEY_param_check)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_param_check);
int (*prove_EVP_PKEY_pairwise_check)(EVP_PKEY_CTX *ctx) = (EVP_PKEY_pairwise_check);
int (*prove_EVP_PKEY_CTX_ctrl)(EVP_PKEY_CTX *ctx, int keytype, int optype, int cmd, int p1, void *p2) = (EVP_PKEY_CTX_ctrl);
int (*prove_EVP_PKEY_CTX_ctrl_str)(EVP_PKEY_CTX *ctx, const char *type, const char *value) = (EVP_PKEY_CTX_ctrl_str);
int (*prove_EVP_PKEY_CTX_set_params)(EVP_PKEY_CTX *ctx, const OSSL_PARAM *params) = (EVP_PKEY_CTX_set_params);
int (*prove_EVP_PKEY_CTX_set_rsa_padding)(EVP_PKEY_CTX *ctx, int pad) = (EVP_PKEY_CTX_set_rsa_padding);
int (*prove_EVP_PKEY_CTX_set_rsa_keygen_bits)(EVP_PKEY_CTX *ctx, int mbits) = (EVP_PKEY_CTX_set_rsa_keygen_bits);
int (*prove_EVP_PKEY_CTX_set_rsa_oaep_md)(EVP_PKEY_CTX *ctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_rsa_oaep_md);
int (*prove_EVP_PKEY_CTX_set_rsa_mgf1_md)(EVP_PKEY_CTX *ctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_rsa_mgf1_md);
int (*prove_EVP_PKEY_CTX_set_rsa_pss_saltlen)(EVP_PKEY_CTX *ctx, int saltlen) = (EVP_PKEY_CTX_set_rsa_pss_saltlen);
int (*prove_EVP_PKEY_CTX_set_signature_md)(EVP_PKEY_CTX *ctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_signature_md);
int (*prove_EVP_PKEY_CTX_set_ec_paramgen_curve_nid)(EVP_PKEY_CTX *ctx, int nid) = (EVP_PKEY_CTX_set_ec_paramgen_curve_nid);
int (*prove_EVP_PKEY_CTX_set_ec_param_enc)(EVP_PKEY_CTX *ctx, int param_enc) = (EVP_PKEY_CTX_set_ec_param_enc);
int (*prove_EVP_PKEY_CTX_set_dh_paramgen_prime_len)(EVP_PKEY_CTX *ctx, int len) = (EVP_PKEY_CTX_set_dh_paramgen_prime_len);
int (*prove_EVP_PKEY_CTX_set_dsa_paramgen_bits)(EVP_PKEY_CTX *ctx, int nbits) = (EVP_PKEY_CTX_set_dsa_paramgen_bits);
void (*prove_EVP_PKEY_CTX_set_cb)(EVP_PKEY_CTX *ctx, EVP_PKEY_gen_cb *cb) = (EVP_PKEY_CTX_set_cb);
int (*prove_EVP_PKEY_assign)(EVP_PKEY *pkey, int type, void *key) = (EVP_PKEY_assign);
int prove_EVP_PKEY_assign_RSA(EVP_PKEY *pkey, RSA *key) { return EVP_PKEY_assign_RSA(pkey, key); }
int prove_EVP_PKEY_assign_DSA(EVP_PKEY *pkey, DSA *key) { return EVP_PKEY_assign_DSA(pkey, key); }
int prove_EVP_PKEY_assign_DH(EVP_PKEY *pkey, DH *key) { return EVP_PKEY_assign_DH(pkey, key); }
int prove_EVP_PKEY_assign_EC_KEY(EVP_PKEY *pkey, EC_KEY *key) { return EVP_PKEY_assign_EC_KEY(pkey, key); }
int (*prove_EVP_PKEY_set1_RSA)(EVP_PKEY *pkey, struct rsa_st *key) = (EVP_PKEY_set1_RSA);
int (*prove_EVP_PKEY_set1_DSA)(EVP_PKEY *pkey, DSA *key) = (EVP_PKEY_set1_DSA);
int (*prove_EVP_PKEY_set1_DH)(EVP_PKEY *pkey, DH *key) = (EVP_PKEY_set1_DH);
int (*prove_EVP_PKEY_set1_EC_KEY)(EVP_PKEY *pkey, EC_KEY *key) = (EVP_PKEY_set1_EC_KEY);
const RSA *(*prove_EVP_PKEY_get0_RSA)(const EVP_PKEY *pkey) = (EVP_PKEY_get0_RSA);
const DSA *(*prove_EVP_PKEY_get0_DSA)(const EVP_PKEY *pkey) = (EVP_PKEY_get0_DSA);
const DH *(*prove_EVP_PKEY_get0_DH)(const EVP_PKEY *pkey) = (EVP_PKEY_get0_DH);
const EC_KEY *(*prove_EVP_PKEY_get0_EC_KEY)(const EVP_PKEY *pkey) = (EVP_PKEY_get0_EC_KEY);
RSA *(*prove_EVP_PKEY_get1_RSA)(EVP_PKEY *pkey) = (EVP_PKEY_get1_RSA);
DSA *(*prove_EVP_PKEY_get1_DSA)(EVP_PKEY *pkey) = (EVP_PKEY_get1_DSA);
DH *(*prove_EVP_PKEY_get1_DH)(EVP_PKEY *pkey) = (EVP_PKEY_get1_DH);
EC_KEY *(*prove_EVP_PKEY_get1_EC_KEY)(EVP_PKEY *pkey) = (EVP_PKEY_get1_EC_KEY);
void *(*prove_EVP_PKEY_get0)(const EVP_PKEY *pkey) = (EVP_PKEY_get0);
int (*prove_EVP_PKEY_set_type)(EVP_PKEY *pkey, int type) = (EVP_PKEY_set_type);
int (*prove_EVP_PKEY_copy_parameters)(EVP_PKEY *to, const EVP_PKEY *from) = (EVP_PKEY_copy_parameters);
int (*prove_EVP_PKEY_missing_parameters)(const EVP_PKEY *pkey) = (EVP_PKEY_missing_parameters);
int (*prove_EVP_PKEY_cmp)(const EVP_PKEY *a, const EVP_PKEY *b) = (EVP_PKEY_cmp);
int (*prove_EVP_PKEY_eq)(const EVP_PKEY *a, const EVP_PKEY *b) = (EVP_PKEY_eq);
int (*prove_EVP_PKEY_parameters_eq)(const EVP_PKEY *a, const EVP_PKEY *b) = (EVP_PKEY_parameters_eq);
int prove_EVP_PKEY_id(const EVP_PKEY *pkey) { return EVP_PKEY_id(pkey); }
int (*prove_EVP_PKEY_get_id)(const EVP_PKEY *pkey) = (EVP_PKEY_get_id);
int prove_EVP_PKEY_base_id(const EVP_PKEY *pkey) { return EVP_PKEY_base_id(pkey); }
int (*prove_EVP_PKEY_get_base_id)(const EVP_PKEY *pkey) = (EVP_PKEY_get_base_id);
int (*prove_EVP_PKEY_type)(int type) = (EVP_PKEY_type);
int prove_EVP_PKEY_bits(const EVP_PKEY *pkey) { return EVP_PKEY_bits(pkey); }
int (*prove_EVP_PKEY_get_bits)(const EVP_PKEY *pkey) = (EVP_PKEY_get_bits);
int prove_EVP_PKEY_size(const EVP_PKEY *pkey) { return EVP_PKEY_size(pkey); }
int (*prove_EVP_PKEY_get_size)(const EVP_PKEY *pkey) = (EVP_PKEY_get_size);
int prove_EVP_PKEY_security_bits(const EVP_PKEY *pkey) { return EVP_PKEY_security_bits(pkey); }
int (*prove_EVP_PKEY_get_security_bits)(const EVP_PKEY *pkey) = (EVP_PKEY_get_security_bits);
int (*prove_EVP_PKEY_is_a)(const EVP_PKEY *pkey, const char *name) = (EVP_PKEY_is_a);
const char *(*prove_EVP_PKEY_get0_type_name)(const EVP_PKEY *key) = (EVP_PKEY_get0_type_name);
int (*prove_EVP_PKEY_get_bn_param)(const EVP_PKEY *pkey, const char *key_name, BIGNUM **bn) = (EVP_PKEY_get_bn_param);
int (*prove_EVP_PKEY_get_int_param)(const EVP_PKEY *pkey, const char *key_name, int *out) = (EVP_PKEY_get_int_param);
int (*prove_EVP_PKEY_get_octet_string_param)(const EVP_PKEY *pkey, const char *key_name, unsigned char *buf, size_t max_buf_sz, size_t *out_len) = (EVP_PKEY_get_octet_string_param);
int (*prove_EVP_PKEY_get_utf8_string_param)(const EVP_PKEY *pkey, const char *key_name, char *str, size_t max_buf_sz, size_t *out_len) = (EVP_PKEY_get_utf8_string_param);
int (*prove_EVP_PKEY_get_group_name)(const EVP_PKEY *pkey, char *gname, size_t gname_sz, size_t *gname_len) = (EVP_PKEY_get_group_name);
int (*prove_EVP_PKEY_get_default_digest_nid)(EVP_PKEY *pkey, int *pnid) = (EVP_PKEY_get_default_digest_nid);
EVP_PKEY *(*prove_EVP_PKEY_new_mac_key)(int type, ENGINE *e, const unsigned char *key, int keylen) = (EVP_PKEY_new_mac_key);
EVP_PKEY *(*prove_EVP_PKEY_new_raw_private_key)(int type, ENGINE *e, const unsigned char *key, size_t keylen) = (EVP_PKEY_new_raw_private_key);
EVP_PKEY *(*prove_EVP_PKEY_new_raw_public_key)(int type, ENGINE *e, const unsigned char *key, size_t keylen) = (EVP_PKEY_new_raw_public_key);
int (*prove_EVP_PKEY_get_raw_private_key)(const EVP_PKEY *pkey, unsigned char *priv, size_t *len) = (EVP_PKEY_get_raw_private_key);
int (*prove_EVP_PKEY_get_raw_public_key)(const EVP_PKEY *pkey, unsigned char *pub, size_t *len) = (EVP_PKEY_get_raw_public_key);
size_t (*prove_EVP_PKEY_get1_encoded_public_key)(EVP_PKEY *pkey, unsigned char **ppub) = (EVP_PKEY_get1_encoded_public_key);
int (*prove_EVP_PKEY_set1_encoded_public_key)(EVP_PKEY *pkey, const unsigned char *pub, size_t publen) = (EVP_PKEY_set1_encoded_public_key);
int (*prove_EVP_PKEY_print_private)(BIO *out, const EVP_PKEY *pkey, int indent, ASN1_PCTX *pctx) = (EVP_PKEY_print_private);
int (*prove_EVP_PKEY_print_public)(BIO *out, const EVP_PKEY *pkey, int indent, ASN1_PCTX *pctx) = (EVP_PKEY_print_public);
EVP_PKEY *(*prove_EVP_PKCS82PKEY)(const PKCS8_PRIV_KEY_INFO *p8) = (EVP_PKCS82PKEY);
PKCS8_PRIV_KEY_INFO *(*prove_EVP_PKEY2PKCS8)(const EVP_PKEY *pkey) = (EVP_PKEY2PKCS8);
int (*prove_EVP_RAND_generate)(EVP_RAND_CTX *ctx, unsigned char *out, size_t outlen, unsigned int strength, int prediction_resistance, const unsigned char *addin, size_t addin_len) = (EVP_RAND_generate);
int (*prove_EVP_EncodeBlock)(unsigned char *t, const unsigned char *f, int n) = (EVP_EncodeBlock);
void (*prove_EVP_EncodeInit)(EVP_ENCODE_CTX *ctx) = (EVP_EncodeInit);
int (*prove_EVP_EncodeUpdate)(EVP_ENCODE_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in, int inl) = (EVP_EncodeUpdate);
void (*prove_EVP_EncodeFinal)(EVP_ENCODE_CTX *ctx, unsigned char *out, int *outl) = (EVP_EncodeFinal);
void (*prove_EVP_DecodeInit)(EVP_ENCODE_CTX *ctx) = (EVP_DecodeInit);
int (*prove_EVP_DecodeUpdate)(EVP_ENCODE_CTX *ctx, unsigned char *out, int *outl, const unsigned char *in, int inl) = (EVP_DecodeUpdate);
int (*prove_EVP_DecodeBlock)(unsigned char *t, const unsigned char *f, int n) = (EVP_DecodeBlock);
int (*prove_EVP_DecodeFinal)(EVP_ENCODE_CTX *ctx, unsigned char *out, int *outl) = (EVP_DecodeFinal);
void prove_EVP_cleanup(void) { EVP_cleanup(); }
int prove_OpenSSL_add_all_algorithms(void) { return OpenSSL_add_all_algorithms(); }
void prove_OpenSSL_add_all_ciphers(void) { OpenSSL_add_all_ciphers(); }
void prove_OpenSSL_add_all_digests(void) { OpenSSL_add_all_digests(); }
int prove_OPENSSL_add_all_algorithms_conf(void) { return OPENSSL_add_all_algorithms_conf(); }
int prove_OPENSSL_add_all_algorithms_noconf(void) { return OPENSSL_add_all_algorithms_noconf(); }
int (*prove_EVP_add_cipher)(const EVP_CIPHER *cipher) = (EVP_add_cipher);
int (*prove_EVP_add_digest)(const EVP_MD *digest) = (EVP_add_digest);
int (*prove_EVP_set_default_properties)(OSSL_LIB_CTX *libctx, const char *propq) = (EVP_set_default_properties);
int (*prove_EVP_default_properties_enable_fips)(OSSL_LIB_CTX *libctx, int enable) = (EVP_default_properties_enable_fips);
int (*prove_EVP_default_properties_is_fips_enabled)(OSSL_LIB_CTX *libctx) = (EVP_default_properties_is_fips_enabled);
#if OPENSSL_VERSION_NUMBER < 0x30000000L
int prove_FIPS_mode(void) { return FIPS_mode(); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x30000000L
int (*prove_FIPS_mode_set)(int onoff) = (FIPS_mode_set);
#endif
void (*prove_EVP_set_pw_prompt)(const char *prompt) = (EVP_set_pw_prompt);
char *(*prove_EVP_get_pw_prompt)(void) = (EVP_get_pw_prompt);
int (*prove_EVP_read_pw_string)(char *buf, int length, const char *prompt, int verify) = (EVP_read_pw_string);
void (*prove_EVP_KEYMGMT_free)(EVP_KEYMGMT *keymgmt) = (EVP_KEYMGMT_free);
void (*prove_EVP_KEYEXCH_free)(EVP_KEYEXCH *exchange) = (EVP_KEYEXCH_free);
void (*prove_EVP_ASYM_CIPHER_free)(EVP_ASYM_CIPHER *cipher) = (EVP_ASYM_CIPHER_free);
void (*prove_EVP_KEM_free)(EVP_KEM *wrap) = (EVP_KEM_free);
void (*prove_EVP_RAND_free)(EVP_RAND *rand) = (EVP_RAND_free);
void (*prove_EVP_MD_meth_free)(EVP_MD *md) = (EVP_MD_meth_free);
void (*prove_EVP_CIPHER_meth_free)(EVP_CIPHER *cipher) = (EVP_CIPHER_meth_free);
EVP_PKEY *(*prove_EVP_PKEY_dup)(EVP_PKEY *pkey) = (EVP_PKEY_dup);
EVP_PKEY *(*prove_EVP_PKEY_new_raw_private_key_ex)(OSSL_LIB_CTX *libctx, const char *keytype, const char *propq, const unsigned char *priv, size_t len) = (EVP_PKEY_new_raw_private_key_ex);
EVP_PKEY *(*prove_EVP_PKEY_new_raw_public_key_ex)(OSSL_LIB_CTX *libctx, const char *keytype, const char *propq, const unsigned char *pub, size_t len) = (EVP_PKEY_new_raw_public_key_ex);
EVP_PKEY *(*prove_EVP_PKEY_new_CMAC_key)(ENGINE *e, const unsigned char *priv, size_t len, const EVP_CIPHER *cipher) = (EVP_PKEY_new_CMAC_key);
EVP_PKEY *(*prove_EVP_PKCS82PKEY_ex)(const PKCS8_PRIV_KEY_INFO *p8, OSSL_LIB_CTX *libctx, const char *propq) = (EVP_PKCS82PKEY_ex);
EVP_MD *(*prove_EVP_MD_CTX_get1_md)(EVP_MD_CTX *ctx) = (EVP_MD_CTX_get1_md);
EVP_KEYMGMT *(*prove_EVP_KEYMGMT_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_KEYMGMT_fetch);
EVP_KEYEXCH *(*prove_EVP_KEYEXCH_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_KEYEXCH_fetch);
EVP_ASYM_CIPHER *(*prove_EVP_ASYM_CIPHER_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_ASYM_CIPHER_fetch);
EVP_KEM *(*prove_EVP_KEM_fetch)(OSSL_LIB_CTX *ctx, const char *algorithm, const char *properties) = (EVP_KEM_fetch);
EVP_RAND *(*prove_EVP_RAND_fetch)(OSSL_LIB_CTX *libctx, const char *algorithm, const char *properties) = (EVP_RAND_fetch);
EVP_KDF_CTX *(*prove_EVP_KDF_CTX_dup)(const EVP_KDF_CTX *src) = (EVP_KDF_CTX_dup);
int (*prove_EVP_KEYMGMT_up_ref)(EVP_KEYMGMT *keymgmt) = (EVP_KEYMGMT_up_ref);
int (*prove_EVP_KEYEXCH_up_ref)(EVP_KEYEXCH *exchange) = (EVP_KEYEXCH_up_ref);
int (*prove_EVP_ASYM_CIPHER_up_ref)(EVP_ASYM_CIPHER *cipher) = (EVP_ASYM_CIPHER_up_ref);
int (*prove_EVP_KEM_up_ref)(EVP_KEM *wrap) = (EVP_KEM_up_ref);
int (*prove_EVP_RAND_up_ref)(EVP_RAND *rand) = (EVP_RAND_up_ref);
int (*prove_EVP_SIGNATURE_up_ref)(EVP_SIGNATURE *signature) = (EVP_SIGNATURE_up_ref);
EVP_MD *(*prove_EVP_MD_meth_new)(int md_type, int pkey_type) = (EVP_MD_meth_new);
EVP_MD *(*prove_EVP_MD_meth_dup)(const EVP_MD *md) = (EVP_MD_meth_dup);
EVP_CIPHER *(*prove_EVP_CIPHER_meth_new)(int cipher_type, int block_size, int key_len) = (EVP_CIPHER_meth_new);
EVP_CIPHER *(*prove_EVP_CIPHER_meth_dup)(const EVP_CIPHER *cipher) = (EVP_CIPHER_meth_dup);
int (*prove_EVP_RAND_instantiate)(EVP_RAND_CTX *ctx, unsigned int strength, int prediction_resistance, const unsigned char *pstr, size_t pstr_len, const OSSL_PARAM params[]) = (EVP_RAND_instantiate);
int (*prove_EVP_RAND_reseed)(EVP_RAND_CTX *ctx, int prediction_resistance, const unsigned char *ent, size_t ent_len, const unsigned char *addin, size_t addin_len) = (EVP_RAND_reseed);
int (*prove_EVP_RAND_nonce)(EVP_RAND_CTX *ctx, unsigned char *out, size_t outlen) = (EVP_RAND_nonce);
int (*prove_EVP_PKEY_CTX_set1_rsa_keygen_pubexp)(EVP_PKEY_CTX *ctx, BIGNUM *pubexp) = (EVP_PKEY_CTX_set1_rsa_keygen_pubexp);
int (*prove_EVP_PKEY_CTX_set_rsa_keygen_primes)(EVP_PKEY_CTX *ctx, int primes) = (EVP_PKEY_CTX_set_rsa_keygen_primes);
int (*prove_EVP_PKEY_CTX_set_rsa_pss_keygen_saltlen)(EVP_PKEY_CTX *ctx, int saltlen) = (EVP_PKEY_CTX_set_rsa_pss_keygen_saltlen);
int (*prove_EVP_PKEY_CTX_set_rsa_pss_keygen_md)(EVP_PKEY_CTX *ctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_rsa_pss_keygen_md);
int (*prove_EVP_PKEY_CTX_set_rsa_pss_keygen_mgf1_md)(EVP_PKEY_CTX *ctx, const EVP_MD *md) = (EVP_PKEY_CTX_set_rsa_pss_keygen_mgf1_md);
int (*prove_EVP_PKEY_CTX_set_group_name)(EVP_PKEY_CTX *ctx, const char *name) = (EVP_PKEY_CTX_set_group_name);
int (*prove_EVP_PKEY_CTX_set_dh_nid)(EVP_PKEY_CTX *ctx, int nid) = (EVP_PKEY_CTX_set_dh_nid);
int (*prove_EVP_PKEY_CTX_set_dh_pad)(EVP_PKEY_CTX *ctx, int pad) = (EVP_PKEY_CTX_set_dh_pad);
int (*prove_EVP_PKEY_CTX_set_dh_paramgen_generator)(EVP_PKEY_CTX *ctx, int gen) = (EVP_PKEY_CTX_set_dh_paramgen_generator);
int (*prove_EVP_PKEY_CTX_set_mac_key)(EVP_PKEY_CTX *ctx, const unsigned char *key, int keylen) = (EVP_PKEY_CTX_set_mac_key);
int (*prove_EVP_PKEY_CTX_set1_id)(EVP_PKEY_CTX *ctx, const void *id, int len) = (EVP_PKEY_CTX_set1_id);
int (*prove_EVP_PKEY_CTX_set1_tls1_prf_secret)(EVP_PKEY_CTX *pctx, const unsigned char *sec, int seclen) = (EVP_PKEY_CTX_set1_tls1_prf_secret);
int (*prove_EVP_PKEY_CTX_add1_tls1_prf_seed)(EVP_PKEY_CTX *pctx, const unsigned char *seed, int seedlen) = (EVP_PKEY_CTX_add1_tls1_prf_seed);
int (*prove_EVP_PKEY_CTX_set1_pbe_pass)(EVP_PKEY_CTX *ctx, const char *pass, int passlen) = (EVP_PKEY_CTX_set1_pbe_pass);
int (*prove_EVP_PKEY_CTX_set1_scrypt_salt)(EVP_PKEY_CTX *ctx, const unsigned char *salt, int saltlen) = (EVP_PKEY_CTX_set1_scrypt_salt);
int (*prove_EVP_PKEY_CTX_set_scrypt_N)(EVP_PKEY_CTX *ctx, uint64_t n) = (EVP_PKEY_CTX_set_scrypt_N);
int (*prove_EVP_PKEY_CTX_set_scrypt_r)(EVP_PKEY_CTX *ctx, uint64_t r) = (EVP_PKEY_CTX_set_scrypt_r);
int (*prove_EVP_PKEY_CTX_set_scrypt_p)(EVP_PKEY_CTX *ctx, uint64_t p) = (EVP_PKEY_CTX_set_scrypt_p);
int (*prove_EVP_PKEY_sign_init_ex)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_sign_init_ex);
int (*prove_EVP_PKEY_verify_init_ex)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_verify_init_ex);
int (*prove_EVP_PKEY_encrypt_init_ex)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_encrypt_init_ex);
int (*prove_EVP_PKEY_decrypt_init_ex)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_decrypt_init_ex);
int (*prove_EVP_PKEY_derive_init_ex)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_derive_init_ex);
int (*prove_EVP_PKEY_encapsulate_init)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_encapsulate_init);
int (*prove_EVP_PKEY_decapsulate_init)(EVP_PKEY_CTX *ctx, const OSSL_PARAM params[]) = (EVP_PKEY_decapsulate_init);
int (*prove_EVP_PKEY_CTX_set0_rsa_oaep_label)(EVP_PKEY_CTX *ctx, void *label, int llen) = (EVP_PKEY_CTX_set0_rsa_oaep_label);
int (*prove_EVP_PKEY_CTX_set_rsa_keygen_pubexp)(EVP_PKEY_CTX *ctx, BIGNUM *pubexp) = (EVP_PKEY_CTX_set_rsa_keygen_pubexp);
int (*prove_EVP_PKEY_CTX_set0_ecdh_kdf_ukm)(EVP_PKEY_CTX *ctx, unsigned char *ukm, int len) = (EVP_PKEY_CTX_set0_ecdh_kdf_ukm);
int (*prove_EVP_PKEY_CTX_set0_dh_kdf_ukm)(EVP_PKEY_CTX *ctx, unsigned char *ukm, int len) = (EVP_PKEY_CTX_set0_dh_kdf_ukm);
int (*prove_EVP_PKEY_set_params)(EVP_PKEY *pkey, OSSL_PARAM params[]) = (EVP_PKEY_set_params);
int (*prove_EVP_PKEY_get_params)(const EVP_PKEY *pkey, OSSL_PARAM params[]) = (EVP_PKEY_get_params);
int (*prove_EVP_PKEY_set_int_param)(EVP_PKEY *pkey, const char *key_name, int in) = (EVP_PKEY_set_int_param);
int (*prove_EVP_PKEY_set_bn_param)(EVP_PKEY *pkey, const char *key_name, const BIGNUM *bn) = (EVP_PKEY_set_bn_param);
int (*prove_EVP_PKEY_set_utf8_string_param)(EVP_PKEY *pkey, const char *key_name, const char *str) = (EVP_PKEY_set_utf8_string_param);
int (*prove_EVP_PKEY_set_octet_string_param)(EVP_PKEY *pkey, const char *key_name, const unsigned char *buf, size_t bsize) = (EVP_PKEY_set_octet_string_param);
int (*prove_EVP_PKEY_set_type_str)(EVP_PKEY *pkey, const char *str, int len) = (EVP_PKEY_set_type_str);
int (*prove_EVP_PKEY_todata)(const EVP_PKEY *pkey, int selection, OSSL_PARAM **params) = (EVP_PKEY_todata);
int (*prove_EVP_MD_CTX_set_params)(EVP_MD_CTX *ctx, const OSSL_PARAM params[]) = (EVP_MD_CTX_set_params);
int (*prove_EVP_MD_CTX_get_params)(EVP_MD_CTX *ctx, OSSL_PARAM params[]) = (EVP_MD_CTX_get_params);
int (*prove_DSA_do_verify)(const unsigned char *dgst, int dgst_len, DSA_SIG *sig, DSA *dsa) = (DSA_do_verify);
_Static_assert((long long)(AES_BLOCK_SIZE) == 16LL, "AES_BLOCK_SIZE");
_Static_assert((long long)(AES_DECRYPT) == 0LL, "AES_DECRYPT");
_Static_assert((long long)(AES_ENCRYPT) == 1LL, "AES_ENCRYPT");
_Static_assert((long long)(EVP_CIPH_CBC_MODE) == 2LL, "EVP_CIPH_CBC_MODE");
_Static_assert((long long)(EVP_CIPH_CCM_MODE) == 7LL, "EVP_CIPH_CCM_MODE");
_Static_assert((long long)(EVP_CIPH_CFB_MODE) == 3LL, "EVP_CIPH_CFB_MODE");
_Static_assert((long long)(EVP_CIPH_CTR_MODE) == 5LL, "EVP_CIPH_CTR_MODE");
_Static_assert((long long)(EVP_CIPH_ECB_MODE) == 1LL, "EVP_CIPH_ECB_MODE");
_Static_assert((long long)(EVP_CIPH_GCM_MODE) == 6LL, "EVP_CIPH_GCM_MODE");
_Static_assert((long long)(EVP_CIPH_MODE) == 983047LL, "EVP_CIPH_MODE");
_Static_assert((long long)(EVP_CIPH_OCB_MODE) == 65539LL, "EVP_CIPH_OCB_MODE");
_Static_assert((long long)(EVP_CIPH_OFB_MODE) == 4LL, "EVP_CIPH_OFB_MODE");
_Static_assert((long long)(EVP_CIPH_SIV_MODE) == 65540LL, "EVP_CIPH_SIV_MODE");
_Static_assert((long long)(EVP_CIPH_WRAP_MODE) == 65538LL, "EVP_CIPH_WRAP_MODE");
_Static_assert((long long)(EVP_CIPH_XTS_MODE) == 65537LL, "EVP_CIPH_XTS_MODE");
_Static_assert((long long)(EVP_CTRL_AEAD_GET_TAG) == 16LL, "EVP_CTRL_AEAD_GET_TAG");
_Static_assert((long long)(EVP_CTRL_AEAD_SET_IVLEN) == 9LL, "EVP_CTRL_AEAD_SET_IVLEN");
_Static_assert((long long)(EVP_CTRL_AEAD_SET_IV_FIXED) == 18LL, "EVP_CTRL_AEAD_SET_IV_FIXED");
_Static_assert((long long)(EVP_CTRL_AEAD_SET_MAC_KEY) == 23LL, "EVP_CTRL_AEAD_SET_MAC_KEY");
_Static_assert((long long)(EVP_CTRL_AEAD_SET_TAG) == 17LL, "EVP_CTRL_AEAD_SET_TAG");
_Static_assert((long long)(EVP_CTRL_AEAD_TLS1_AAD) == 22LL, "EVP_CTRL_AEAD_TLS1_AAD");
_Static_assert((long long)(EVP_CTRL_CCM_GET_TAG) == 16LL, "EVP_CTRL_CCM_GET_TAG");
_Static_assert((long long)(EVP_CTRL_CCM_SET_IVLEN) == 9LL, "EVP_CTRL_CCM_SET_IVLEN");
_Static_assert((long long)(EVP_CTRL_CCM_SET_IV_FIXED) == 18LL, "EVP_CTRL_CCM_SET_IV_FIXED");
_Static_assert((long long)(EVP_CTRL_CCM_SET_L) == 20LL, "EVP_CTRL_CCM_SET_L");
_Static_assert((long long)(EVP_CTRL_CCM_SET_MSGLEN) == 21LL, "EVP_CTRL_CCM_SET_MSGLEN");
_Static_assert((long long)(EVP_CTRL_CCM_SET_TAG) == 17LL, "EVP_CTRL_CCM_SET_TAG");
_Static_assert((long long)(EVP_CTRL_GCM_GET_TAG) == 16LL, "EVP_CTRL_GCM_GET_TAG");
_Static_assert((long long)(EVP_CTRL_GCM_IV_GEN) == 19LL, "EVP_CTRL_GCM_IV_GEN");
_Static_assert((long long)(EVP_CTRL_GCM_SET_IVLEN) == 9LL, "EVP_CTRL_GCM_SET_IVLEN");
_Static_assert((long long)(EVP_CTRL_GCM_SET_IV_FIXED) == 18LL, "EVP_CTRL_GCM_SET_IV_FIXED");
_Static_assert((long long)(EVP_CTRL_GCM_SET_IV_INV) == 24LL, "EVP_CTRL_GCM_SET_IV_INV");
_Static_assert((long long)(EVP_CTRL_GCM_SET_TAG) == 17LL, "EVP_CTRL_GCM_SET_TAG");
_Static_assert((long long)(EVP_MAX_BLOCK_LENGTH) == 32LL, "EVP_MAX_BLOCK_LENGTH");
_Static_assert((long long)(EVP_MAX_IV_LENGTH) == 16LL, "EVP_MAX_IV_LENGTH");
_Static_assert((long long)(EVP_MAX_KEY_LENGTH) == 64LL, "EVP_MAX_KEY_LENGTH");
_Static_assert((long long)(EVP_MAX_MD_SIZE) == 64LL, "EVP_MAX_MD_SIZE");
_Static_assert((long long)(EVP_MD_CTX_FLAG_CLEANED) == 2LL, "EVP_MD_CTX_FLAG_CLEANED");
_Static_assert((long long)(EVP_MD_CTX_FLAG_FINALISE) == 512LL, "EVP_MD_CTX_FLAG_FINALISE");
_Static_assert((long long)(EVP_MD_CTX_FLAG_NON_FIPS_ALLOW) == 8LL, "EVP_MD_CTX_FLAG_NON_FIPS_ALLOW");
_Static_assert((long long)(EVP_MD_CTX_FLAG_NO_INIT) == 256LL, "EVP_MD_CTX_FLAG_NO_INIT");
_Static_assert((long long)(EVP_MD_CTX_FLAG_ONESHOT) == 1LL, "EVP_MD_CTX_FLAG_ONESHOT");
_Static_assert((long long)(EVP_MD_CTX_FLAG_PAD_MASK) == 240LL, "EVP_MD_CTX_FLAG_PAD_MASK");
_Static_assert((long long)(EVP_MD_CTX_FLAG_PAD_PKCS1) == 0LL, "EVP_MD_CTX_FLAG_PAD_PKCS1");
_Static_assert((long long)(EVP_MD_CTX_FLAG_PAD_PSS) == 32LL, "EVP_MD_CTX_FLAG_PAD_PSS");
_Static_assert((long long)(EVP_MD_CTX_FLAG_PAD_X931) == 16LL, "EVP_MD_CTX_FLAG_PAD_X931");
_Static_assert((long long)(EVP_MD_CTX_FLAG_REUSE) == 4LL, "EVP_MD_CTX_FLAG_REUSE");
_Static_assert((long long)(EVP_PKEY_CMAC) == 894LL, "EVP_PKEY_CMAC");
_Static_assert((long long)(EVP_PKEY_DH) == 28LL, "EVP_PKEY_DH");
_Static_assert((long long)(EVP_PKEY_DSA) == 116LL, "EVP_PKEY_DSA");
_Static_assert((long long)(EVP_PKEY_EC) == 408LL, "EVP_PKEY_EC");
_Static_assert((long long)(EVP_PKEY_ED25519) == 1087LL, "EVP_PKEY_ED25519");
_Static_assert((long long)(EVP_PKEY_ED448) == 1088LL, "EVP_PKEY_ED448");
_Static_assert((long long)(EVP_PKEY_HKDEF_MODE_EXPAND_ONLY) == 2LL, "EVP_PKEY_HKDEF_MODE_EXPAND_ONLY");
_Static_assert((long long)(EVP_PKEY_HKDEF_MODE_EXTRACT_AND_EXPAND) == 0LL, "EVP_PKEY_HKDEF_MODE_EXTRACT_AND_EXPAND");
_Static_assert((long long)(EVP_PKEY_HKDEF_MODE_EXTRACT_ONLY) == 1LL, "EVP_PKEY_HKDEF_MODE_EXTRACT_ONLY");
_Static_assert((long long)(EVP_PKEY_HKDF) == 1036LL, "EVP_PKEY_HKDF");
_Static_assert((long long)(EVP_PKEY_HMAC) == 855LL, "EVP_PKEY_HMAC");
_Static_assert((long long)(EVP_PKEY_NONE) == 0LL, "EVP_PKEY_NONE");
_Static_assert((long long)(EVP_PKEY_POLY1305) == 1061LL, "EVP_PKEY_POLY1305");
_Static_assert((long long)(EVP_PKEY_RSA) == 6LL, "EVP_PKEY_RSA");
_Static_assert((long long)(EVP_PKEY_RSA2) == 19LL, "EVP_PKEY_RSA2");
_Static_assert((long long)(EVP_PKEY_RSA_PSS) == 912LL, "EVP_PKEY_RSA_PSS");
_Static_assert((long long)(EVP_PKEY_SM2) == 1172LL, "EVP_PKEY_SM2");
_Static_assert((long long)(EVP_PKEY_X25519) == 1034LL, "EVP_PKEY_X25519");
_Static_assert((long long)(EVP_PKEY_X448) == 1035LL, "EVP_PKEY_X448");
_Static_assert((long long)(MD4_DIGEST_LENGTH) == 16LL, "MD4_DIGEST_LENGTH");
_Static_assert((long long)(MD5_DIGEST_LENGTH) == 16LL, "MD5_DIGEST_LENGTH");
_Static_assert((long long)(RSA_3) == 3LL, "RSA_3");
_Static_assert((long long)(RSA_F4) == 65537LL, "RSA_F4");
_Static_assert((long long)(RSA_NO_PADDING) == 3LL, "RSA_NO_PADDING");
_Static_assert((long long)(RSA_PKCS1_OAEP_PADDING) == 4LL, "RSA_PKCS1_OAEP_PADDING");
_Static_assert((long long)(RSA_PKCS1_PADDING) == 1LL, "RSA_PKCS1_PADDING");
_Static_assert((long long)(RSA_PKCS1_PSS_PADDING) == 6LL, "RSA_PKCS1_PSS_PADDING");
_Static_assert((long long)(RSA_PKCS1_WITH_TLS_PADDING) == 7LL, "RSA_PKCS1_WITH_TLS_PADDING");
_Static_assert((long long)(RSA_R_INVALID_PADDING) == 138LL, "RSA_R_INVALID_PADDING");
_Static_assert((long long)(RSA_X931_PADDING) == 5LL, "RSA_X931_PADDING");
_Static_assert((long long)(SHA224_DIGEST_LENGTH) == 28LL, "SHA224_DIGEST_LENGTH");
_Static_assert((long long)(SHA256_DIGEST_LENGTH) == 32LL, "SHA256_DIGEST_LENGTH");
_Static_assert((long long)(SHA384_DIGEST_LENGTH) == 48LL, "SHA384_DIGEST_LENGTH");
_Static_assert((long long)(SHA512_DIGEST_LENGTH) == 64LL, "SHA512_DIGEST_LENGTH");
_Static_assert((long long)(SHA_DIGEST_LENGTH) == 20LL, "SHA_DIGEST_LENGTH");
int main(void) { return 0; }
