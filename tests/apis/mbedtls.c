/* Proves data/apis/mbedtls.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <mbedtls/version.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>
#include <mbedtls/pk.h>
#include <mbedtls/pem.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/timing.h>
#include <mbedtls/debug.h>
#include <mbedtls/error.h>
#include <mbedtls/platform.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha512.h>
#include <mbedtls/md.h>
#include <mbedtls/cipher.h>
#include <mbedtls/gcm.h>
#include <mbedtls/aes.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/bignum.h>
#include <mbedtls/base64.h>
#include <mbedtls/asn1.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/constant_time.h>
#include <mbedtls/dhm.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/havege.h>
#include <mbedtls/x509.h>

unsigned int (*prove_mbedtls_version_get_number)(void) = (mbedtls_version_get_number);
void (*prove_mbedtls_mpi_init)(mbedtls_mpi *X) = (mbedtls_mpi_init);
void (*prove_mbedtls_mpi_free)(mbedtls_mpi *X) = (mbedtls_mpi_free);
int (*prove_mbedtls_mpi_read_string)(mbedtls_mpi *X, int radix, const char *s) = (mbedtls_mpi_read_string);
int (*prove_mbedtls_mpi_write_string)(const mbedtls_mpi *X, int radix, char *buf, size_t buflen, size_t *olen) = (mbedtls_mpi_write_string);
int (*prove_mbedtls_mpi_read_file)(mbedtls_mpi *X, int radix, FILE *fin) = (mbedtls_mpi_read_file);
int (*prove_mbedtls_mpi_write_file)(const char *p, const mbedtls_mpi *X, int radix, FILE *fout) = (mbedtls_mpi_write_file);
int (*prove_mbedtls_mpi_read_binary)(mbedtls_mpi *X, const unsigned char *buf, size_t buflen) = (mbedtls_mpi_read_binary);
int (*prove_mbedtls_mpi_read_binary_le)(mbedtls_mpi *X, const unsigned char *buf, size_t buflen) = (mbedtls_mpi_read_binary_le);
int (*prove_mbedtls_mpi_write_binary)(const mbedtls_mpi *X, unsigned char *buf, size_t buflen) = (mbedtls_mpi_write_binary);
int (*prove_mbedtls_mpi_write_binary_le)(const mbedtls_mpi *X, unsigned char *buf, size_t buflen) = (mbedtls_mpi_write_binary_le);
void (*prove_mbedtls_platform_zeroize)(void *buf, size_t len) = (mbedtls_platform_zeroize);
const int *(*prove_mbedtls_md_list)(void) = (mbedtls_md_list);
const mbedtls_md_info_t *(*prove_mbedtls_md_info_from_string)(const char *md_name) = (mbedtls_md_info_from_string);
const mbedtls_md_info_t *(*prove_mbedtls_md_info_from_type)(mbedtls_md_type_t md_type) = (mbedtls_md_info_from_type);
void (*prove_mbedtls_md_init)(mbedtls_md_context_t *ctx) = (mbedtls_md_init);
void (*prove_mbedtls_md_free)(mbedtls_md_context_t *ctx) = (mbedtls_md_free);
int (*prove_mbedtls_md_init_ctx)(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info) = (mbedtls_md_init_ctx);
int (*prove_mbedtls_md_setup)(mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac) = (mbedtls_md_setup);
int (*prove_mbedtls_md_clone)(mbedtls_md_context_t *dst, const mbedtls_md_context_t *src) = (mbedtls_md_clone);
unsigned char (*prove_mbedtls_md_get_size)(const mbedtls_md_info_t *md_info) = (mbedtls_md_get_size);
mbedtls_md_type_t (*prove_mbedtls_md_get_type)(const mbedtls_md_info_t *md_info) = (mbedtls_md_get_type);
const char *(*prove_mbedtls_md_get_name)(const mbedtls_md_info_t *md_info) = (mbedtls_md_get_name);
int (*prove_mbedtls_md_starts)(mbedtls_md_context_t *ctx) = (mbedtls_md_starts);
int (*prove_mbedtls_md_update)(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen) = (mbedtls_md_update);
int (*prove_mbedtls_md_finish)(mbedtls_md_context_t *ctx, unsigned char *output) = (mbedtls_md_finish);
int (*prove_mbedtls_md)(const mbedtls_md_info_t *md_info, const unsigned char *input, size_t ilen, unsigned char *output) = (mbedtls_md);
int (*prove_mbedtls_md_file)(const mbedtls_md_info_t *md_info, const char *path, unsigned char *output) = (mbedtls_md_file);
int (*prove_mbedtls_md_hmac_starts)(mbedtls_md_context_t *ctx, const unsigned char *key, size_t keylen) = (mbedtls_md_hmac_starts);
int (*prove_mbedtls_md_hmac_update)(mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen) = (mbedtls_md_hmac_update);
int (*prove_mbedtls_md_hmac_finish)(mbedtls_md_context_t *ctx, unsigned char *output) = (mbedtls_md_hmac_finish);
int (*prove_mbedtls_md_hmac_reset)(mbedtls_md_context_t *ctx) = (mbedtls_md_hmac_reset);
int (*prove_mbedtls_md_hmac)(const mbedtls_md_info_t *md_info, const unsigned char *key, size_t keylen, const unsigned char *input, size_t ilen, unsigned char *output) = (mbedtls_md_hmac);
const mbedtls_pk_info_t *(*prove_mbedtls_pk_info_from_type)(mbedtls_pk_type_t pk_type) = (mbedtls_pk_info_from_type);
void (*prove_mbedtls_pk_init)(mbedtls_pk_context *ctx) = (mbedtls_pk_init);
void (*prove_mbedtls_pk_free)(mbedtls_pk_context *ctx) = (mbedtls_pk_free);
int (*prove_mbedtls_pk_setup)(mbedtls_pk_context *ctx, const mbedtls_pk_info_t *info) = (mbedtls_pk_setup);
int (*prove_mbedtls_pk_setup_rsa_alt)(mbedtls_pk_context *ctx, void *key, mbedtls_pk_rsa_alt_decrypt_func decrypt_func, mbedtls_pk_rsa_alt_sign_func sign_func, mbedtls_pk_rsa_alt_key_len_func key_len_func) = (mbedtls_pk_setup_rsa_alt);
size_t (*prove_mbedtls_pk_get_bitlen)(const mbedtls_pk_context *ctx) = (mbedtls_pk_get_bitlen);
size_t (*prove_mbedtls_pk_get_len)(const mbedtls_pk_context *ctx) = (mbedtls_pk_get_len);
int (*prove_mbedtls_pk_can_do)(const mbedtls_pk_context *ctx, mbedtls_pk_type_t type) = (mbedtls_pk_can_do);
int (*prove_mbedtls_pk_verify)(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg, const unsigned char *hash, size_t hash_len, const unsigned char *sig, size_t sig_len) = (mbedtls_pk_verify);
int (*prove_mbedtls_pk_sign)(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg, const unsigned char *hash, size_t hash_len, unsigned char *sig, size_t *sig_len, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng) = (mbedtls_pk_sign);
int (*prove_mbedtls_pk_decrypt)(mbedtls_pk_context *ctx, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen, size_t osize, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng) = (mbedtls_pk_decrypt);
int (*prove_mbedtls_pk_encrypt)(mbedtls_pk_context *ctx, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen, size_t osize, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng) = (mbedtls_pk_encrypt);
int (*prove_mbedtls_pk_check_pair)(const mbedtls_pk_context *pub, const mbedtls_pk_context *prv) = (mbedtls_pk_check_pair);
const char *(*prove_mbedtls_pk_get_name)(const mbedtls_pk_context *ctx) = (mbedtls_pk_get_name);
mbedtls_pk_type_t (*prove_mbedtls_pk_get_type)(const mbedtls_pk_context *ctx) = (mbedtls_pk_get_type);
mbedtls_rsa_context *(*prove_mbedtls_pk_rsa)(const mbedtls_pk_context pk) = (mbedtls_pk_rsa);
mbedtls_ecp_keypair *(*prove_mbedtls_pk_ec)(const mbedtls_pk_context pk) = (mbedtls_pk_ec);
int (*prove_mbedtls_pk_parse_key)(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen, const unsigned char *pwd, size_t pwdlen) = (mbedtls_pk_parse_key);
int (*prove_mbedtls_pk_parse_public_key)(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen) = (mbedtls_pk_parse_public_key);
int (*prove_mbedtls_pk_parse_keyfile)(mbedtls_pk_context *ctx, const char *path, const char *password) = (mbedtls_pk_parse_keyfile);
int (*prove_mbedtls_pk_parse_public_keyfile)(mbedtls_pk_context *ctx, const char *path) = (mbedtls_pk_parse_public_keyfile);
int (*prove_mbedtls_pk_write_key_der)(mbedtls_pk_context *ctx, unsigned char *buf, size_t size) = (mbedtls_pk_write_key_der);
int (*prove_mbedtls_pk_write_pubkey_der)(mbedtls_pk_context *ctx, unsigned char *buf, size_t size) = (mbedtls_pk_write_pubkey_der);
int (*prove_mbedtls_pk_write_pubkey_pem)(mbedtls_pk_context *ctx, unsigned char *buf, size_t size) = (mbedtls_pk_write_pubkey_pem);
int (*prove_mbedtls_pk_write_key_pem)(mbedtls_pk_context *ctx, unsigned char *buf, size_t size) = (mbedtls_pk_write_key_pem);
int (*prove_mbedtls_pk_parse_subpubkey)(unsigned char **p, const unsigned char *end, mbedtls_pk_context *pk) = (mbedtls_pk_parse_subpubkey);
int (*prove_mbedtls_pk_write_pubkey)(unsigned char **p, unsigned char *start, const mbedtls_pk_context *key) = (mbedtls_pk_write_pubkey);
int (*prove_mbedtls_pk_load_file)(const char *path, unsigned char **buf, size_t *n) = (mbedtls_pk_load_file);
const int *(*prove_mbedtls_cipher_list)(void) = (mbedtls_cipher_list);
const mbedtls_cipher_info_t *(*prove_mbedtls_cipher_info_from_string)(const char *cipher_name) = (mbedtls_cipher_info_from_string);
const mbedtls_cipher_info_t *(*prove_mbedtls_cipher_info_from_type)(const mbedtls_cipher_type_t cipher_type) = (mbedtls_cipher_info_from_type);
const mbedtls_cipher_info_t *(*prove_mbedtls_cipher_info_from_values)(const mbedtls_cipher_id_t cipher_id, int key_bitlen, const mbedtls_cipher_mode_t mode) = (mbedtls_cipher_info_from_values);
void (*prove_mbedtls_cipher_init)(mbedtls_cipher_context_t *ctx) = (mbedtls_cipher_init);
void (*prove_mbedtls_cipher_free)(mbedtls_cipher_context_t *ctx) = (mbedtls_cipher_free);
int (*prove_mbedtls_cipher_setup)(mbedtls_cipher_context_t *ctx, const mbedtls_cipher_info_t *cipher_info) = (mbedtls_cipher_setup);
int (*prove_mbedtls_cipher_setkey)(mbedtls_cipher_context_t *ctx, const unsigned char *key, int key_bitlen, const mbedtls_operation_t operation) = (mbedtls_cipher_setkey);
int (*prove_mbedtls_cipher_set_padding_mode)(mbedtls_cipher_context_t *ctx, mbedtls_cipher_padding_t mode) = (mbedtls_cipher_set_padding_mode);
int (*prove_mbedtls_cipher_set_iv)(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len) = (mbedtls_cipher_set_iv);
int (*prove_mbedtls_cipher_reset)(mbedtls_cipher_context_t *ctx) = (mbedtls_cipher_reset);
int (*prove_mbedtls_cipher_update_ad)(mbedtls_cipher_context_t *ctx, const unsigned char *ad, size_t ad_len) = (mbedtls_cipher_update_ad);
int (*prove_mbedtls_cipher_update)(mbedtls_cipher_context_t *ctx, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen) = (mbedtls_cipher_update);
int (*prove_mbedtls_cipher_finish)(mbedtls_cipher_context_t *ctx, unsigned char *output, size_t *olen) = (mbedtls_cipher_finish);
int (*prove_mbedtls_cipher_write_tag)(mbedtls_cipher_context_t *ctx, unsigned char *tag, size_t tag_len) = (mbedtls_cipher_write_tag);
int (*prove_mbedtls_cipher_check_tag)(mbedtls_cipher_context_t *ctx, const unsigned char *tag, size_t tag_len) = (mbedtls_cipher_check_tag);
int (*prove_mbedtls_cipher_crypt)(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen) = (mbedtls_cipher_crypt);
int (*prove_mbedtls_cipher_auth_encrypt)(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len, const unsigned char *ad, size_t ad_len, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen, unsigned char *tag, size_t tag_len) = (mbedtls_cipher_auth_encrypt);
int (*prove_mbedtls_cipher_auth_decrypt)(mbedtls_cipher_context_t *ctx, const unsigned char *iv, size_t iv_len, const unsigned char *ad, size_t ad_len, const unsigned char *input, size_t ilen, unsigned char *output, size_t *olen, const unsigned char *tag, size_t tag_len) = (mbedtls_cipher_auth_decrypt);
const int *(*prove_mbedtls_ssl_list_ciphersuites)(void) = (mbedtls_ssl_list_ciphersuites);
const mbedtls_ssl_ciphersuite_t *(*prove_mbedtls_ssl_ciphersuite_from_id)(int ciphersuite_id) = (mbedtls_ssl_ciphersuite_from_id);
int (*prove_mbedtls_ssl_ciphersuite_uses_psk)(const mbedtls_ssl_ciphersuite_t *info) = (mbedtls_ssl_ciphersuite_uses_psk);
mbedtls_asn1_named_data *(*prove_mbedtls_asn1_find_named_data)(mbedtls_asn1_named_data *list, const char *oid, size_t len) = (mbedtls_asn1_find_named_data);
int (*prove_mbedtls_x509_dn_gets)(char *buf, size_t size, const mbedtls_x509_name *dn) = (mbedtls_x509_dn_gets);
int (*prove_mbedtls_x509_serial_gets)(char *buf, size_t size, const mbedtls_x509_buf *serial) = (mbedtls_x509_serial_gets);
int (*prove_mbedtls_x509_time_is_past)(const mbedtls_x509_time *to) = (mbedtls_x509_time_is_past);
int (*prove_mbedtls_x509_time_is_future)(const mbedtls_x509_time *from) = (mbedtls_x509_time_is_future);
int (*prove_mbedtls_x509_crl_parse_der)(mbedtls_x509_crl *chain, const unsigned char *buf, size_t buflen) = (mbedtls_x509_crl_parse_der);
int (*prove_mbedtls_x509_crl_parse)(mbedtls_x509_crl *chain, const unsigned char *buf, size_t buflen) = (mbedtls_x509_crl_parse);
int (*prove_mbedtls_x509_crl_parse_file)(mbedtls_x509_crl *chain, const char *path) = (mbedtls_x509_crl_parse_file);
int (*prove_mbedtls_x509_crl_info)(char *buf, size_t size, const char *prefix, const mbedtls_x509_crl *crl) = (mbedtls_x509_crl_info);
void (*prove_mbedtls_x509_crl_init)(mbedtls_x509_crl *crl) = (mbedtls_x509_crl_init);
void (*prove_mbedtls_x509_crl_free)(mbedtls_x509_crl *crl) = (mbedtls_x509_crl_free);
int (*prove_mbedtls_x509_crt_parse_der)(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen) = (mbedtls_x509_crt_parse_der);
int (*prove_mbedtls_x509_crt_parse_der_nocopy)(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen) = (mbedtls_x509_crt_parse_der_nocopy);
int (*prove_mbedtls_x509_crt_parse)(mbedtls_x509_crt *chain, const unsigned char *buf, size_t buflen) = (mbedtls_x509_crt_parse);
int (*prove_mbedtls_x509_crt_parse_file)(mbedtls_x509_crt *chain, const char *path) = (mbedtls_x509_crt_parse_file);
int (*prove_mbedtls_x509_crt_parse_path)(mbedtls_x509_crt *chain, const char *path) = (mbedtls_x509_crt_parse_path);
int (*prove_mbedtls_x509_crt_info)(char *buf, size_t size, const char *prefix, const mbedtls_x509_crt *crt) = (mbedtls_x509_crt_info);
int (*prove_mbedtls_x509_crt_verify_info)(char *buf, size_t size, const char *prefix, uint32_t flags) = (mbedtls_x509_crt_verify_info);
int (*prove_mbedtls_x509_crt_verify)(mbedtls_x509_crt *crt, mbedtls_x509_crt *trust_ca, mbedtls_x509_crl *ca_crl, const char *cn, uint32_t *flags, int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *), void *p_vrfy) = (mbedtls_x509_crt_verify);
int (*prove_mbedtls_x509_crt_verify_with_profile)(mbedtls_x509_crt *crt, mbedtls_x509_crt *trust_ca, mbedtls_x509_crl *ca_crl, const mbedtls_x509_crt_profile *profile, const char *cn, uint32_t *flags, int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *), void *p_vrfy) = (mbedtls_x509_crt_verify_with_profile);
int (*prove_mbedtls_x509_crt_check_key_usage)(const mbedtls_x509_crt *crt, unsigned int usage) = (mbedtls_x509_crt_check_key_usage);
int (*prove_mbedtls_x509_crt_check_extended_key_usage)(const mbedtls_x509_crt *crt, const char *usage_oid, size_t usage_len) = (mbedtls_x509_crt_check_extended_key_usage);
int (*prove_mbedtls_x509_crt_is_revoked)(const mbedtls_x509_crt *crt, const mbedtls_x509_crl *crl) = (mbedtls_x509_crt_is_revoked);
void (*prove_mbedtls_x509_crt_init)(mbedtls_x509_crt *crt) = (mbedtls_x509_crt_init);
void (*prove_mbedtls_x509_crt_free)(mbedtls_x509_crt *crt) = (mbedtls_x509_crt_free);
void (*prove_mbedtls_dhm_init)(mbedtls_dhm_context *ctx) = (mbedtls_dhm_init);
void (*prove_mbedtls_dhm_free)(mbedtls_dhm_context *ctx) = (mbedtls_dhm_free);
int (*prove_mbedtls_dhm_parse_dhm)(mbedtls_dhm_context *dhm, const unsigned char *dhmin, size_t dhminlen) = (mbedtls_dhm_parse_dhm);
int (*prove_mbedtls_dhm_parse_dhmfile)(mbedtls_dhm_context *dhm, const char *path) = (mbedtls_dhm_parse_dhmfile);
const char *(*prove_mbedtls_ssl_get_ciphersuite_name)(const int ciphersuite_id) = (mbedtls_ssl_get_ciphersuite_name);
int (*prove_mbedtls_ssl_get_ciphersuite_id)(const char *ciphersuite_name) = (mbedtls_ssl_get_ciphersuite_id);
void (*prove_mbedtls_ssl_init)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_init);
int (*prove_mbedtls_ssl_setup)(mbedtls_ssl_context *ssl, const mbedtls_ssl_config *conf) = (mbedtls_ssl_setup);
int (*prove_mbedtls_ssl_session_reset)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_session_reset);
void (*prove_mbedtls_ssl_conf_endpoint)(mbedtls_ssl_config *conf, int endpoint) = (mbedtls_ssl_conf_endpoint);
void (*prove_mbedtls_ssl_conf_transport)(mbedtls_ssl_config *conf, int transport) = (mbedtls_ssl_conf_transport);
void (*prove_mbedtls_ssl_conf_authmode)(mbedtls_ssl_config *conf, int authmode) = (mbedtls_ssl_conf_authmode);
void (*prove_mbedtls_ssl_conf_verify)(mbedtls_ssl_config *conf, int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *), void *p_vrfy) = (mbedtls_ssl_conf_verify);
void (*prove_mbedtls_ssl_conf_rng)(mbedtls_ssl_config *conf, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng) = (mbedtls_ssl_conf_rng);
void (*prove_mbedtls_ssl_conf_dbg)(mbedtls_ssl_config *conf, void (*f_dbg)(void *, int, const char *, int, const char *), void *p_dbg) = (mbedtls_ssl_conf_dbg);
void (*prove_mbedtls_ssl_set_bio)(mbedtls_ssl_context *ssl, void *p_bio, mbedtls_ssl_send_t *f_send, mbedtls_ssl_recv_t *f_recv, mbedtls_ssl_recv_timeout_t *f_recv_timeout) = (mbedtls_ssl_set_bio);
void (*prove_mbedtls_ssl_set_mtu)(mbedtls_ssl_context *ssl, uint16_t mtu) = (mbedtls_ssl_set_mtu);
void (*prove_mbedtls_ssl_set_verify)(mbedtls_ssl_context *ssl, int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *), void *p_vrfy) = (mbedtls_ssl_set_verify);
void (*prove_mbedtls_ssl_conf_read_timeout)(mbedtls_ssl_config *conf, uint32_t timeout) = (mbedtls_ssl_conf_read_timeout);
int (*prove_mbedtls_ssl_check_record)(const mbedtls_ssl_context *ssl, unsigned char *buf, size_t buflen) = (mbedtls_ssl_check_record);
void (*prove_mbedtls_ssl_set_timer_cb)(mbedtls_ssl_context *ssl, void *p_timer, mbedtls_ssl_set_timer_t *f_set_timer, mbedtls_ssl_get_timer_t *f_get_timer) = (mbedtls_ssl_set_timer_cb);
void (*prove_mbedtls_ssl_conf_session_tickets_cb)(mbedtls_ssl_config *conf, mbedtls_ssl_ticket_write_t *f_ticket_write, mbedtls_ssl_ticket_parse_t *f_ticket_parse, void *p_ticket) = (mbedtls_ssl_conf_session_tickets_cb);
void (*prove_mbedtls_ssl_conf_export_keys_cb)(mbedtls_ssl_config *conf, mbedtls_ssl_export_keys_t *f_export_keys, void *p_export_keys) = (mbedtls_ssl_conf_export_keys_cb);
void (*prove_mbedtls_ssl_conf_dtls_cookies)(mbedtls_ssl_config *conf, mbedtls_ssl_cookie_write_t *f_cookie_write, mbedtls_ssl_cookie_check_t *f_cookie_check, void *p_cookie) = (mbedtls_ssl_conf_dtls_cookies);
int (*prove_mbedtls_ssl_set_client_transport_id)(mbedtls_ssl_context *ssl, const unsigned char *info, size_t ilen) = (mbedtls_ssl_set_client_transport_id);
void (*prove_mbedtls_ssl_conf_dtls_anti_replay)(mbedtls_ssl_config *conf, char mode) = (mbedtls_ssl_conf_dtls_anti_replay);
void (*prove_mbedtls_ssl_set_datagram_packing)(mbedtls_ssl_context *ssl, unsigned int allow_packing) = (mbedtls_ssl_set_datagram_packing);
void (*prove_mbedtls_ssl_conf_handshake_timeout)(mbedtls_ssl_config *conf, uint32_t min, uint32_t max) = (mbedtls_ssl_conf_handshake_timeout);
void (*prove_mbedtls_ssl_conf_session_cache)(mbedtls_ssl_config *conf, void *p_cache, int (*f_get_cache)(void *, mbedtls_ssl_session *), int (*f_set_cache)(void *, const mbedtls_ssl_session *)) = (mbedtls_ssl_conf_session_cache);
int (*prove_mbedtls_ssl_set_session)(mbedtls_ssl_context *ssl, const mbedtls_ssl_session *session) = (mbedtls_ssl_set_session);
int (*prove_mbedtls_ssl_session_load)(mbedtls_ssl_session *session, const unsigned char *buf, size_t len) = (mbedtls_ssl_session_load);
int (*prove_mbedtls_ssl_session_save)(const mbedtls_ssl_session *session, unsigned char *buf, size_t buf_len, size_t *olen) = (mbedtls_ssl_session_save);
const mbedtls_ssl_session *(*prove_mbedtls_ssl_get_session_pointer)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_session_pointer);
void (*prove_mbedtls_ssl_conf_ciphersuites)(mbedtls_ssl_config *conf, const int *ciphersuites) = (mbedtls_ssl_conf_ciphersuites);
void (*prove_mbedtls_ssl_conf_ciphersuites_for_version)(mbedtls_ssl_config *conf, const int *ciphersuites, int major, int minor) = (mbedtls_ssl_conf_ciphersuites_for_version);
void (*prove_mbedtls_ssl_conf_cert_profile)(mbedtls_ssl_config *conf, const mbedtls_x509_crt_profile *profile) = (mbedtls_ssl_conf_cert_profile);
void (*prove_mbedtls_ssl_conf_ca_chain)(mbedtls_ssl_config *conf, mbedtls_x509_crt *ca_chain, mbedtls_x509_crl *ca_crl) = (mbedtls_ssl_conf_ca_chain);
int (*prove_mbedtls_ssl_conf_own_cert)(mbedtls_ssl_config *conf, mbedtls_x509_crt *own_cert, mbedtls_pk_context *pk_key) = (mbedtls_ssl_conf_own_cert);
int (*prove_mbedtls_ssl_conf_psk)(mbedtls_ssl_config *conf, const unsigned char *psk, size_t psk_len, const unsigned char *psk_identity, size_t psk_identity_len) = (mbedtls_ssl_conf_psk);
int (*prove_mbedtls_ssl_set_hs_psk)(mbedtls_ssl_context *ssl, const unsigned char *psk, size_t psk_len) = (mbedtls_ssl_set_hs_psk);
void (*prove_mbedtls_ssl_conf_psk_cb)(mbedtls_ssl_config *conf, int (*f_psk)(void *, mbedtls_ssl_context *, const unsigned char *, size_t), void *p_psk) = (mbedtls_ssl_conf_psk_cb);
int (*prove_mbedtls_ssl_conf_dh_param)(mbedtls_ssl_config *conf, const char *dhm_P, const char *dhm_G) = (mbedtls_ssl_conf_dh_param);
int (*prove_mbedtls_ssl_conf_dh_param_bin)(mbedtls_ssl_config *conf, const unsigned char *dhm_P, size_t P_len, const unsigned char *dhm_G, size_t G_len) = (mbedtls_ssl_conf_dh_param_bin);
int (*prove_mbedtls_ssl_conf_dh_param_ctx)(mbedtls_ssl_config *conf, mbedtls_dhm_context *dhm_ctx) = (mbedtls_ssl_conf_dh_param_ctx);
void (*prove_mbedtls_ssl_conf_dhm_min_bitlen)(mbedtls_ssl_config *conf, unsigned int bitlen) = (mbedtls_ssl_conf_dhm_min_bitlen);
void (*prove_mbedtls_ssl_conf_curves)(mbedtls_ssl_config *conf, const mbedtls_ecp_group_id *curves) = (mbedtls_ssl_conf_curves);
void (*prove_mbedtls_ssl_conf_sig_hashes)(mbedtls_ssl_config *conf, const int *hashes) = (mbedtls_ssl_conf_sig_hashes);
int (*prove_mbedtls_ssl_set_hostname)(mbedtls_ssl_context *ssl, const char *hostname) = (mbedtls_ssl_set_hostname);
int (*prove_mbedtls_ssl_set_hs_own_cert)(mbedtls_ssl_context *ssl, mbedtls_x509_crt *own_cert, mbedtls_pk_context *pk_key) = (mbedtls_ssl_set_hs_own_cert);
void (*prove_mbedtls_ssl_set_hs_ca_chain)(mbedtls_ssl_context *ssl, mbedtls_x509_crt *ca_chain, mbedtls_x509_crl *ca_crl) = (mbedtls_ssl_set_hs_ca_chain);
void (*prove_mbedtls_ssl_set_hs_authmode)(mbedtls_ssl_context *ssl, int authmode) = (mbedtls_ssl_set_hs_authmode);
void (*prove_mbedtls_ssl_conf_sni)(mbedtls_ssl_config *conf, int (*f_sni)(void *, mbedtls_ssl_context *, const unsigned char *, size_t), void *p_sni) = (mbedtls_ssl_conf_sni);
int (*prove_mbedtls_ssl_conf_alpn_protocols)(mbedtls_ssl_config *conf, const char **protos) = (mbedtls_ssl_conf_alpn_protocols);
const char *(*prove_mbedtls_ssl_get_alpn_protocol)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_alpn_protocol);
const char *(*prove_mbedtls_ssl_get_srtp_profile_as_string)(mbedtls_ssl_srtp_profile profile) = (mbedtls_ssl_get_srtp_profile_as_string);
void (*prove_mbedtls_ssl_conf_srtp_mki_value_supported)(mbedtls_ssl_config *conf, int support_mki_value) = (mbedtls_ssl_conf_srtp_mki_value_supported);
int (*prove_mbedtls_ssl_conf_dtls_srtp_protection_profiles)(mbedtls_ssl_config *conf, const mbedtls_ssl_srtp_profile *profiles) = (mbedtls_ssl_conf_dtls_srtp_protection_profiles);
int (*prove_mbedtls_ssl_dtls_srtp_set_mki_value)(mbedtls_ssl_context *ssl, unsigned char *mki_value, uint16_t mki_len) = (mbedtls_ssl_dtls_srtp_set_mki_value);
void (*prove_mbedtls_ssl_get_dtls_srtp_negotiation_result)(const mbedtls_ssl_context *ssl, mbedtls_dtls_srtp_info *dtls_srtp_info) = (mbedtls_ssl_get_dtls_srtp_negotiation_result);
void (*prove_mbedtls_ssl_conf_max_version)(mbedtls_ssl_config *conf, int major, int minor) = (mbedtls_ssl_conf_max_version);
void (*prove_mbedtls_ssl_conf_min_version)(mbedtls_ssl_config *conf, int major, int minor) = (mbedtls_ssl_conf_min_version);
void (*prove_mbedtls_ssl_conf_encrypt_then_mac)(mbedtls_ssl_config *conf, char etm) = (mbedtls_ssl_conf_encrypt_then_mac);
void (*prove_mbedtls_ssl_conf_extended_master_secret)(mbedtls_ssl_config *conf, char ems) = (mbedtls_ssl_conf_extended_master_secret);
void (*prove_mbedtls_ssl_conf_cert_req_ca_list)(mbedtls_ssl_config *conf, char cert_req_ca_list) = (mbedtls_ssl_conf_cert_req_ca_list);
int (*prove_mbedtls_ssl_conf_max_frag_len)(mbedtls_ssl_config *conf, unsigned char mfl_code) = (mbedtls_ssl_conf_max_frag_len);
void (*prove_mbedtls_ssl_conf_session_tickets)(mbedtls_ssl_config *conf, int use_tickets) = (mbedtls_ssl_conf_session_tickets);
void (*prove_mbedtls_ssl_conf_renegotiation)(mbedtls_ssl_config *conf, int renegotiation) = (mbedtls_ssl_conf_renegotiation);
void (*prove_mbedtls_ssl_conf_renegotiation_enforced)(mbedtls_ssl_config *conf, int max_records) = (mbedtls_ssl_conf_renegotiation_enforced);
void (*prove_mbedtls_ssl_conf_renegotiation_period)(mbedtls_ssl_config *conf, const unsigned char period[8]) = (mbedtls_ssl_conf_renegotiation_period);
int (*prove_mbedtls_ssl_check_pending)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_check_pending);
size_t (*prove_mbedtls_ssl_get_bytes_avail)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_bytes_avail);
uint32_t (*prove_mbedtls_ssl_get_verify_result)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_verify_result);
const char *(*prove_mbedtls_ssl_get_ciphersuite)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_ciphersuite);
const char *(*prove_mbedtls_ssl_get_version)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_version);
int (*prove_mbedtls_ssl_get_record_expansion)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_record_expansion);
size_t (*prove_mbedtls_ssl_get_output_max_frag_len)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_output_max_frag_len);
size_t (*prove_mbedtls_ssl_get_input_max_frag_len)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_input_max_frag_len);
size_t (*prove_mbedtls_ssl_get_max_frag_len)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_max_frag_len);
int (*prove_mbedtls_ssl_get_max_out_record_payload)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_max_out_record_payload);
const mbedtls_x509_crt *(*prove_mbedtls_ssl_get_peer_cert)(const mbedtls_ssl_context *ssl) = (mbedtls_ssl_get_peer_cert);
int (*prove_mbedtls_ssl_get_session)(const mbedtls_ssl_context *ssl, mbedtls_ssl_session *session) = (mbedtls_ssl_get_session);
int (*prove_mbedtls_ssl_handshake)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_handshake);
int (*prove_mbedtls_ssl_handshake_step)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_handshake_step);
int (*prove_mbedtls_ssl_renegotiate)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_renegotiate);
int (*prove_mbedtls_ssl_read)(mbedtls_ssl_context *ssl, unsigned char *buf, size_t len) = (mbedtls_ssl_read);
int (*prove_mbedtls_ssl_write)(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len) = (mbedtls_ssl_write);
int (*prove_mbedtls_ssl_send_alert_message)(mbedtls_ssl_context *ssl, unsigned char level, unsigned char message) = (mbedtls_ssl_send_alert_message);
int (*prove_mbedtls_ssl_close_notify)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_close_notify);
void (*prove_mbedtls_ssl_free)(mbedtls_ssl_context *ssl) = (mbedtls_ssl_free);
int (*prove_mbedtls_ssl_context_save)(mbedtls_ssl_context *ssl, unsigned char *buf, size_t buf_len, size_t *olen) = (mbedtls_ssl_context_save);
int (*prove_mbedtls_ssl_context_load)(mbedtls_ssl_context *ssl, const unsigned char *buf, size_t len) = (mbedtls_ssl_context_load);
void (*prove_mbedtls_ssl_config_init)(mbedtls_ssl_config *conf) = (mbedtls_ssl_config_init);
int (*prove_mbedtls_ssl_config_defaults)(mbedtls_ssl_config *conf, int endpoint, int transport, int preset) = (mbedtls_ssl_config_defaults);
void (*prove_mbedtls_ssl_config_free)(mbedtls_ssl_config *conf) = (mbedtls_ssl_config_free);
void (*prove_mbedtls_ssl_session_init)(mbedtls_ssl_session *session) = (mbedtls_ssl_session_init);
void (*prove_mbedtls_ssl_session_free)(mbedtls_ssl_session *session) = (mbedtls_ssl_session_free);
int (*prove_mbedtls_ssl_tls_prf)(const mbedtls_tls_prf_types prf, const unsigned char *secret, size_t slen, const char *label, const unsigned char *random, size_t rlen, unsigned char *dstbuf, size_t dlen) = (mbedtls_ssl_tls_prf);
void (*prove_mbedtls_ssl_cookie_init)(mbedtls_ssl_cookie_ctx *ctx) = (mbedtls_ssl_cookie_init);
int (*prove_mbedtls_ssl_cookie_setup)(mbedtls_ssl_cookie_ctx *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng) = (mbedtls_ssl_cookie_setup);
void (*prove_mbedtls_ssl_cookie_set_timeout)(mbedtls_ssl_cookie_ctx *ctx, unsigned long delay) = (mbedtls_ssl_cookie_set_timeout);
void (*prove_mbedtls_ssl_cookie_free)(mbedtls_ssl_cookie_ctx *ctx) = (mbedtls_ssl_cookie_free);
void (*prove_mbedtls_ssl_cache_init)(mbedtls_ssl_cache_context *cache) = (mbedtls_ssl_cache_init);
void (*prove_mbedtls_ssl_cache_set_timeout)(mbedtls_ssl_cache_context *cache, int timeout) = (mbedtls_ssl_cache_set_timeout);
void (*prove_mbedtls_ssl_cache_set_max_entries)(mbedtls_ssl_cache_context *cache, int max) = (mbedtls_ssl_cache_set_max_entries);
void (*prove_mbedtls_ssl_cache_free)(mbedtls_ssl_cache_context *cache) = (mbedtls_ssl_cache_free);
void (*prove_mbedtls_ssl_ticket_init)(mbedtls_ssl_ticket_context *ctx) = (mbedtls_ssl_ticket_init);
int (*prove_mbedtls_ssl_ticket_setup)(mbedtls_ssl_ticket_context *ctx, int (*f_rng)(void *, unsigned char *, size_t), void *p_rng, mbedtls_cipher_type_t cipher, uint32_t lifetime) = (mbedtls_ssl_ticket_setup);
void (*prove_mbedtls_ssl_ticket_free)(mbedtls_ssl_ticket_context *ctx) = (mbedtls_ssl_ticket_free);
int (*prove_mbedtls_x509_csr_parse_der)(mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen) = (mbedtls_x509_csr_parse_der);
int (*prove_mbedtls_x509_csr_parse)(mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen) = (mbedtls_x509_csr_parse);
int (*prove_mbedtls_x509_csr_parse_file)(mbedtls_x509_csr *csr, const char *path) = (mbedtls_x509_csr_parse_file);
int (*prove_mbedtls_x509_csr_info)(char *buf, size_t size, const char *prefix, const mbedtls_x509_csr *csr) = (mbedtls_x509_csr_info);
void (*prove_mbedtls_x509_csr_init)(mbedtls_x509_csr *csr) = (mbedtls_x509_csr_init);
void (*prove_mbedtls_x509_csr_free)(mbedtls_x509_csr *csr) = (mbedtls_x509_csr_free);
void (*prove_mbedtls_pem_init)(mbedtls_pem_context *ctx) = (mbedtls_pem_init);
int (*prove_mbedtls_pem_read_buffer)(mbedtls_pem_context *ctx, const char *header, const char *footer, const unsigned char *data, const unsigned char *pwd, size_t pwdlen, size_t *use_len) = (mbedtls_pem_read_buffer);
void (*prove_mbedtls_pem_free)(mbedtls_pem_context *ctx) = (mbedtls_pem_free);
int (*prove_mbedtls_pem_write_buffer)(const char *header, const char *footer, const unsigned char *der_data, size_t der_len, unsigned char *buf, size_t buf_len, size_t *olen) = (mbedtls_pem_write_buffer);
void (*prove_mbedtls_sha512_init)(mbedtls_sha512_context *ctx) = (mbedtls_sha512_init);
void (*prove_mbedtls_sha512_free)(mbedtls_sha512_context *ctx) = (mbedtls_sha512_free);
void (*prove_mbedtls_sha512_clone)(mbedtls_sha512_context *dst, const mbedtls_sha512_context *src) = (mbedtls_sha512_clone);
int (*prove_mbedtls_sha512_starts_ret)(mbedtls_sha512_context *ctx, int is384) = (mbedtls_sha512_starts_ret);
int (*prove_mbedtls_sha512_update_ret)(mbedtls_sha512_context *ctx, const unsigned char *input, size_t ilen) = (mbedtls_sha512_update_ret);
int (*prove_mbedtls_sha512_finish_ret)(mbedtls_sha512_context *ctx, unsigned char output[64]) = (mbedtls_sha512_finish_ret);
int (*prove_mbedtls_sha512_ret)(const unsigned char *input, size_t ilen, unsigned char output[64], int is384) = (mbedtls_sha512_ret);
void (*prove_mbedtls_havege_init)(mbedtls_havege_state *hs) = (mbedtls_havege_init);
void (*prove_mbedtls_havege_free)(mbedtls_havege_state *hs) = (mbedtls_havege_free);
int (*prove_mbedtls_havege_random)(void *p_rng, unsigned char *output, size_t len) = (mbedtls_havege_random);
void (*prove_mbedtls_entropy_init)(mbedtls_entropy_context *ctx) = (mbedtls_entropy_init);
void (*prove_mbedtls_entropy_free)(mbedtls_entropy_context *ctx) = (mbedtls_entropy_free);
int (*prove_mbedtls_entropy_add_source)(mbedtls_entropy_context *ctx, mbedtls_entropy_f_source_ptr f_source, void *p_source, size_t threshold, int strong) = (mbedtls_entropy_add_source);
int (*prove_mbedtls_entropy_gather)(mbedtls_entropy_context *ctx) = (mbedtls_entropy_gather);
int (*prove_mbedtls_entropy_func)(void *data, unsigned char *output, size_t len) = (mbedtls_entropy_func);
int (*prove_mbedtls_entropy_update_manual)(mbedtls_entropy_context *ctx, const unsigned char *data, size_t len) = (mbedtls_entropy_update_manual);
int (*prove_mbedtls_entropy_write_seed_file)(mbedtls_entropy_context *ctx, const char *path) = (mbedtls_entropy_write_seed_file);
int (*prove_mbedtls_entropy_update_seed_file)(mbedtls_entropy_context *ctx, const char *path) = (mbedtls_entropy_update_seed_file);
void (*prove_mbedtls_aes_init)(mbedtls_aes_context *ctx) = (mbedtls_aes_init);
void (*prove_mbedtls_aes_free)(mbedtls_aes_context *ctx) = (mbedtls_aes_free);
int (*prove_mbedtls_aes_setkey_enc)(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int keybits) = (mbedtls_aes_setkey_enc);
int (*prove_mbedtls_aes_setkey_dec)(mbedtls_aes_context *ctx, const unsigned char *key, unsigned int keybits) = (mbedtls_aes_setkey_dec);
int (*prove_mbedtls_aes_crypt_ecb)(mbedtls_aes_context *ctx, int mode, const unsigned char input[16], unsigned char output[16]) = (mbedtls_aes_crypt_ecb);
int (*prove_mbedtls_aes_crypt_cbc)(mbedtls_aes_context *ctx, int mode, size_t length, unsigned char iv[16], const unsigned char *input, unsigned char *output) = (mbedtls_aes_crypt_cbc);
int (*prove_mbedtls_aes_crypt_ctr)(mbedtls_aes_context *ctx, size_t length, size_t *nc_off, unsigned char nonce_counter[16], unsigned char stream_block[16], const unsigned char *input, unsigned char *output) = (mbedtls_aes_crypt_ctr);
void (*prove_mbedtls_ctr_drbg_init)(mbedtls_ctr_drbg_context *ctx) = (mbedtls_ctr_drbg_init);
int (*prove_mbedtls_ctr_drbg_seed)(mbedtls_ctr_drbg_context *ctx, int (*f_entropy)(void *, unsigned char *, size_t), void *p_entropy, const unsigned char *custom, size_t len) = (mbedtls_ctr_drbg_seed);
void (*prove_mbedtls_ctr_drbg_free)(mbedtls_ctr_drbg_context *ctx) = (mbedtls_ctr_drbg_free);
void (*prove_mbedtls_ctr_drbg_set_prediction_resistance)(mbedtls_ctr_drbg_context *ctx, int resistance) = (mbedtls_ctr_drbg_set_prediction_resistance);
void (*prove_mbedtls_ctr_drbg_set_entropy_len)(mbedtls_ctr_drbg_context *ctx, size_t len) = (mbedtls_ctr_drbg_set_entropy_len);
int (*prove_mbedtls_ctr_drbg_set_nonce_len)(mbedtls_ctr_drbg_context *ctx, size_t len) = (mbedtls_ctr_drbg_set_nonce_len);
void (*prove_mbedtls_ctr_drbg_set_reseed_interval)(mbedtls_ctr_drbg_context *ctx, int interval) = (mbedtls_ctr_drbg_set_reseed_interval);
int (*prove_mbedtls_ctr_drbg_reseed)(mbedtls_ctr_drbg_context *ctx, const unsigned char *additional, size_t len) = (mbedtls_ctr_drbg_reseed);
int (*prove_mbedtls_ctr_drbg_update_ret)(mbedtls_ctr_drbg_context *ctx, const unsigned char *additional, size_t add_len) = (mbedtls_ctr_drbg_update_ret);
int (*prove_mbedtls_ctr_drbg_random_with_add)(void *p_rng, unsigned char *output, size_t output_len, const unsigned char *additional, size_t add_len) = (mbedtls_ctr_drbg_random_with_add);
int (*prove_mbedtls_ctr_drbg_random)(void *p_rng, unsigned char *output, size_t output_len) = (mbedtls_ctr_drbg_random);
int (*prove_mbedtls_ctr_drbg_write_seed_file)(mbedtls_ctr_drbg_context *ctx, const char *path) = (mbedtls_ctr_drbg_write_seed_file);
int (*prove_mbedtls_ctr_drbg_update_seed_file)(mbedtls_ctr_drbg_context *ctx, const char *path) = (mbedtls_ctr_drbg_update_seed_file);
void (*prove_mbedtls_net_init)(mbedtls_net_context *ctx) = (mbedtls_net_init);
int (*prove_mbedtls_net_connect)(mbedtls_net_context *ctx, const char *host, const char *port, int proto) = (mbedtls_net_connect);
int (*prove_mbedtls_net_bind)(mbedtls_net_context *ctx, const char *bind_ip, const char *port, int proto) = (mbedtls_net_bind);
int (*prove_mbedtls_net_accept)(mbedtls_net_context *bind_ctx, mbedtls_net_context *client_ctx, void *client_ip, size_t buf_size, size_t *ip_len) = (mbedtls_net_accept);
int (*prove_mbedtls_net_poll)(mbedtls_net_context *ctx, uint32_t rw, uint32_t timeout) = (mbedtls_net_poll);
int (*prove_mbedtls_net_set_block)(mbedtls_net_context *ctx) = (mbedtls_net_set_block);
int (*prove_mbedtls_net_set_nonblock)(mbedtls_net_context *ctx) = (mbedtls_net_set_nonblock);
void (*prove_mbedtls_net_usleep)(unsigned long usec) = (mbedtls_net_usleep);
int (*prove_mbedtls_net_recv)(void *ctx, unsigned char *buf, size_t len) = (mbedtls_net_recv);
int (*prove_mbedtls_net_send)(void *ctx, const unsigned char *buf, size_t len) = (mbedtls_net_send);
int (*prove_mbedtls_net_recv_timeout)(void *ctx, unsigned char *buf, size_t len, uint32_t timeout) = (mbedtls_net_recv_timeout);
void (*prove_mbedtls_net_close)(mbedtls_net_context *ctx) = (mbedtls_net_close);
void (*prove_mbedtls_net_free)(mbedtls_net_context *ctx) = (mbedtls_net_free);
unsigned long (*prove_mbedtls_timing_hardclock)(void) = (mbedtls_timing_hardclock);
unsigned long (*prove_mbedtls_timing_get_timer)(struct mbedtls_timing_hr_time *val, int reset) = (mbedtls_timing_get_timer);
void (*prove_mbedtls_timing_set_delay)(void *data, uint32_t int_ms, uint32_t fin_ms) = (mbedtls_timing_set_delay);
int (*prove_mbedtls_timing_get_delay)(void *data) = (mbedtls_timing_get_delay);
void (*prove_mbedtls_debug_set_threshold)(int threshold) = (mbedtls_debug_set_threshold);
void (*prove_mbedtls_strerror)(int errnum, char *buffer, size_t buflen) = (mbedtls_strerror);
void (*prove_mbedtls_sha256_init)(mbedtls_sha256_context *ctx) = (mbedtls_sha256_init);
void (*prove_mbedtls_sha256_free)(mbedtls_sha256_context *ctx) = (mbedtls_sha256_free);
void (*prove_mbedtls_sha256_clone)(mbedtls_sha256_context *dst, const mbedtls_sha256_context *src) = (mbedtls_sha256_clone);
int (*prove_mbedtls_sha256_starts_ret)(mbedtls_sha256_context *ctx, int is224) = (mbedtls_sha256_starts_ret);
int (*prove_mbedtls_sha256_update_ret)(mbedtls_sha256_context *ctx, const unsigned char *input, size_t ilen) = (mbedtls_sha256_update_ret);
int (*prove_mbedtls_sha256_finish_ret)(mbedtls_sha256_context *ctx, unsigned char output[32]) = (mbedtls_sha256_finish_ret);
void (*prove_mbedtls_sha256_starts)(mbedtls_sha256_context *ctx, int is224) = (mbedtls_sha256_starts);
void (*prove_mbedtls_sha256_update)(mbedtls_sha256_context *ctx, const unsigned char *input, size_t ilen) = (mbedtls_sha256_update);
void (*prove_mbedtls_sha256_finish)(mbedtls_sha256_context *ctx, unsigned char output[32]) = (mbedtls_sha256_finish);
int (*prove_mbedtls_sha256_ret)(const unsigned char *input, size_t ilen, unsigned char output[32], int is224) = (mbedtls_sha256_ret);
void (*prove_mbedtls_sha256)(const unsigned char *input, size_t ilen, unsigned char output[32], int is224) = (mbedtls_sha256);
void (*prove_mbedtls_gcm_init)(mbedtls_gcm_context *ctx) = (mbedtls_gcm_init);
int (*prove_mbedtls_gcm_setkey)(mbedtls_gcm_context *ctx, mbedtls_cipher_id_t cipher, const unsigned char *key, unsigned int keybits) = (mbedtls_gcm_setkey);
int (*prove_mbedtls_gcm_crypt_and_tag)(mbedtls_gcm_context *ctx, int mode, size_t length, const unsigned char *iv, size_t iv_len, const unsigned char *add, size_t add_len, const unsigned char *input, unsigned char *output, size_t tag_len, unsigned char *tag) = (mbedtls_gcm_crypt_and_tag);
int (*prove_mbedtls_gcm_auth_decrypt)(mbedtls_gcm_context *ctx, size_t length, const unsigned char *iv, size_t iv_len, const unsigned char *add, size_t add_len, const unsigned char *tag, size_t tag_len, const unsigned char *input, unsigned char *output) = (mbedtls_gcm_auth_decrypt);
int (*prove_mbedtls_gcm_starts)(mbedtls_gcm_context *ctx, int mode, const unsigned char *iv, size_t iv_len, const unsigned char *add, size_t add_len) = (mbedtls_gcm_starts);
int (*prove_mbedtls_gcm_update)(mbedtls_gcm_context *ctx, size_t length, const unsigned char *input, unsigned char *output) = (mbedtls_gcm_update);
int (*prove_mbedtls_gcm_finish)(mbedtls_gcm_context *ctx, unsigned char *tag, size_t tag_len) = (mbedtls_gcm_finish);
void (*prove_mbedtls_gcm_free)(mbedtls_gcm_context *ctx) = (mbedtls_gcm_free);
int (*prove_mbedtls_hkdf)(const mbedtls_md_info_t *md, const unsigned char *salt, size_t salt_len, const unsigned char *ikm, size_t ikm_len, const unsigned char *info, size_t info_len, unsigned char *okm, size_t okm_len) = (mbedtls_hkdf);
int (*prove_mbedtls_hkdf_extract)(const mbedtls_md_info_t *md, const unsigned char *salt, size_t salt_len, const unsigned char *ikm, size_t ikm_len, unsigned char *prk) = (mbedtls_hkdf_extract);
int (*prove_mbedtls_hkdf_expand)(const mbedtls_md_info_t *md, const unsigned char *prk, size_t prk_len, const unsigned char *info, size_t info_len, unsigned char *okm, size_t okm_len) = (mbedtls_hkdf_expand);
int (*prove_mbedtls_base64_encode)(unsigned char *dst, size_t dlen, size_t *olen, const unsigned char *src, size_t slen) = (mbedtls_base64_encode);
int (*prove_mbedtls_base64_decode)(unsigned char *dst, size_t dlen, size_t *olen, const unsigned char *src, size_t slen) = (mbedtls_base64_decode);
int (*prove_mbedtls_ct_memcmp)(const void *a, const void *b, size_t n) = (mbedtls_ct_memcmp);
void *prove_mbedtls_calloc(size_t n, size_t size) { return mbedtls_calloc(n, size); }
void prove_mbedtls_free(void *ptr) { mbedtls_free(ptr); }
_Static_assert((long long)(MBEDTLS_ERR_NET_CONN_RESET) == -80LL, "MBEDTLS_ERR_NET_CONN_RESET");
_Static_assert((long long)(MBEDTLS_ERR_SSL_CLIENT_RECONNECT) == -26496LL, "MBEDTLS_ERR_SSL_CLIENT_RECONNECT");
_Static_assert((long long)(MBEDTLS_ERR_SSL_CONN_EOF) == -29312LL, "MBEDTLS_ERR_SSL_CONN_EOF");
_Static_assert((long long)(MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE) == -30592LL, "MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE");
_Static_assert((long long)(MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED) == -27264LL, "MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED");
_Static_assert((long long)(MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) == -30848LL, "MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY");
_Static_assert((long long)(MBEDTLS_ERR_SSL_TIMEOUT) == -26624LL, "MBEDTLS_ERR_SSL_TIMEOUT");
_Static_assert((long long)(MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE) == -30464LL, "MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE");
_Static_assert((long long)(MBEDTLS_ERR_SSL_WANT_READ) == -26880LL, "MBEDTLS_ERR_SSL_WANT_READ");
_Static_assert((long long)(MBEDTLS_ERR_SSL_WANT_WRITE) == -26752LL, "MBEDTLS_ERR_SSL_WANT_WRITE");
_Static_assert((long long)(MBEDTLS_ERR_X509_CERT_VERIFY_FAILED) == -9984LL, "MBEDTLS_ERR_X509_CERT_VERIFY_FAILED");
_Static_assert((long long)(MBEDTLS_SSL_IS_CLIENT) == 0LL, "MBEDTLS_SSL_IS_CLIENT");
_Static_assert((long long)(MBEDTLS_SSL_IS_SERVER) == 1LL, "MBEDTLS_SSL_IS_SERVER");
_Static_assert((long long)(MBEDTLS_SSL_PRESET_DEFAULT) == 0LL, "MBEDTLS_SSL_PRESET_DEFAULT");
_Static_assert((long long)(MBEDTLS_SSL_TRANSPORT_DATAGRAM) == 1LL, "MBEDTLS_SSL_TRANSPORT_DATAGRAM");
_Static_assert((long long)(MBEDTLS_SSL_TRANSPORT_STREAM) == 0LL, "MBEDTLS_SSL_TRANSPORT_STREAM");
_Static_assert((long long)(MBEDTLS_SSL_VERIFY_NONE) == 0LL, "MBEDTLS_SSL_VERIFY_NONE");
_Static_assert((long long)(MBEDTLS_SSL_VERIFY_OPTIONAL) == 1LL, "MBEDTLS_SSL_VERIFY_OPTIONAL");
_Static_assert((long long)(MBEDTLS_SSL_VERIFY_REQUIRED) == 2LL, "MBEDTLS_SSL_VERIFY_REQUIRED");
_Static_assert((long long)(MBEDTLS_X509_BADCERT_CN_MISMATCH) == 4LL, "MBEDTLS_X509_BADCERT_CN_MISMATCH");
_Static_assert((long long)(MBEDTLS_X509_BADCERT_EXPIRED) == 1LL, "MBEDTLS_X509_BADCERT_EXPIRED");
_Static_assert((long long)(MBEDTLS_X509_BADCERT_NOT_TRUSTED) == 8LL, "MBEDTLS_X509_BADCERT_NOT_TRUSTED");
_Static_assert((long long)(MBEDTLS_X509_BADCERT_REVOKED) == 2LL, "MBEDTLS_X509_BADCERT_REVOKED");
int main(void) { return 0; }
