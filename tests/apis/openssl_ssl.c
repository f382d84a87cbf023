/* Proves data/apis/openssl_ssl.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <openssl/ssl.h>
#include <openssl/srtp.h>

int (*prove_SSL_accept)(SSL *ssl) = (SSL_accept);
int (*prove_SSL_connect)(SSL *ssl) = (SSL_connect);
int (*prove_SSL_do_handshake)(SSL *ssl) = (SSL_do_handshake);
int (*prove_SSL_stateless)(SSL *s) = (SSL_stateless);
int (*prove_DTLSv1_listen)(SSL *ssl, BIO_ADDR *peer) = (DTLSv1_listen);
int (*prove_SSL_renegotiate)(SSL *s) = (SSL_renegotiate);
int (*prove_SSL_renegotiate_abbreviated)(SSL *s) = (SSL_renegotiate_abbreviated);
int (*prove_SSL_key_update)(SSL *s, int updatetype) = (SSL_key_update);
int (*prove_SSL_verify_client_post_handshake)(SSL *ssl) = (SSL_verify_client_post_handshake);
void (*prove_SSL_set_accept_state)(SSL *ssl) = (SSL_set_accept_state);
void (*prove_SSL_set_connect_state)(SSL *ssl) = (SSL_set_connect_state);
int (*prove_SSL_is_init_finished)(const SSL *s) = (SSL_is_init_finished);
int (*prove_SSL_in_init)(const SSL *s) = (SSL_in_init);
int (*prove_SSL_in_before)(const SSL *s) = (SSL_in_before);
OSSL_HANDSHAKE_STATE (*prove_SSL_get_state)(const SSL *ssl) = (SSL_get_state);
int (*prove_SSL_is_server)(const SSL *ssl) = (SSL_is_server);
int (*prove_SSL_renegotiate_pending)(const SSL *s) = (SSL_renegotiate_pending);
int (*prove_SSL_session_reused)(const SSL *ssl) = (SSL_session_reused);
int (*prove_SSL_is_dtls)(const SSL *ssl) = (SSL_is_dtls);
int (*prove_SSL_read)(SSL *ssl, void *buf, int num) = (SSL_read);
int (*prove_SSL_peek)(SSL *ssl, void *buf, int num) = (SSL_peek);
int (*prove_SSL_read_ex)(SSL *ssl, void *buf, size_t num, size_t *readbytes) = (SSL_read_ex);
int (*prove_SSL_peek_ex)(SSL *ssl, void *buf, size_t num, size_t *readbytes) = (SSL_peek_ex);
int (*prove_SSL_write)(SSL *ssl, const void *buf, int num) = (SSL_write);
int (*prove_SSL_write_ex)(SSL *s, const void *buf, size_t num, size_t *written) = (SSL_write_ex);
ossl_ssize_t (*prove_SSL_sendfile)(SSL *s, int fd, off_t offset, size_t size, int flags) = (SSL_sendfile);
int (*prove_SSL_read_early_data)(SSL *s, void *buf, size_t num, size_t *readbytes) = (SSL_read_early_data);
int (*prove_SSL_write_early_data)(SSL *s, const void *buf, size_t num, size_t *written) = (SSL_write_early_data);
int (*prove_SSL_pending)(const SSL *ssl) = (SSL_pending);
int (*prove_SSL_has_pending)(const SSL *s) = (SSL_has_pending);
int (*prove_SSL_shutdown)(SSL *ssl) = (SSL_shutdown);
void (*prove_SSL_set_shutdown)(SSL *ssl, int mode) = (SSL_set_shutdown);
int (*prove_SSL_get_shutdown)(const SSL *ssl) = (SSL_get_shutdown);
void (*prove_SSL_set_quiet_shutdown)(SSL *ssl, int mode) = (SSL_set_quiet_shutdown);
void (*prove_SSL_CTX_set_quiet_shutdown)(SSL_CTX *ctx, int mode) = (SSL_CTX_set_quiet_shutdown);
int (*prove_SSL_get_quiet_shutdown)(const SSL *ssl) = (SSL_get_quiet_shutdown);
int (*prove_SSL_get_error)(const SSL *ssl, int ret) = (SSL_get_error);
int (*prove_SSL_want)(const SSL *ssl) = (SSL_want);
int prove_SSL_want_read(const SSL *ssl) { return SSL_want_read(ssl); }
int prove_SSL_want_write(const SSL *ssl) { return SSL_want_write(ssl); }
const char *(*prove_SSL_state_string)(const SSL *ssl) = (SSL_state_string);
const char *(*prove_SSL_state_string_long)(const SSL *ssl) = (SSL_state_string_long);
const char *(*prove_SSL_alert_type_string)(int value) = (SSL_alert_type_string);
const char *(*prove_SSL_alert_type_string_long)(int value) = (SSL_alert_type_string_long);
const char *(*prove_SSL_alert_desc_string)(int value) = (SSL_alert_desc_string);
const char *(*prove_SSL_alert_desc_string_long)(int value) = (SSL_alert_desc_string_long);
const char *(*prove_SSL_get_version)(const SSL *ssl) = (SSL_get_version);
int (*prove_SSL_version)(const SSL *s) = (SSL_version);
int (*prove_SSL_client_version)(const SSL *s) = (SSL_client_version);
SSL *(*prove_SSL_new)(SSL_CTX *ctx) = (SSL_new);
SSL *(*prove_SSL_dup)(SSL *s) = (SSL_dup);
SSL_CTX *(*prove_SSL_CTX_new)(const SSL_METHOD *method) = (SSL_CTX_new);
SSL_CTX *(*prove_SSL_CTX_new_ex)(OSSL_LIB_CTX *libctx, const char *propq, const SSL_METHOD *method) = (SSL_CTX_new_ex);
SSL_SESSION *(*prove_SSL_SESSION_new)(void) = (SSL_SESSION_new);
SSL_SESSION *(*prove_SSL_SESSION_dup)(const SSL_SESSION *src) = (SSL_SESSION_dup);
SSL_CONF_CTX *(*prove_SSL_CONF_CTX_new)(void) = (SSL_CONF_CTX_new);
void (*prove_SSL_free)(SSL *ssl) = (SSL_free);
void (*prove_SSL_CTX_free)(SSL_CTX *ctx) = (SSL_CTX_free);
void (*prove_SSL_SESSION_free)(SSL_SESSION *session) = (SSL_SESSION_free);
void (*prove_SSL_CONF_CTX_free)(SSL_CONF_CTX *cctx) = (SSL_CONF_CTX_free);
int (*prove_SSL_up_ref)(SSL *s) = (SSL_up_ref);
int (*prove_SSL_CTX_up_ref)(SSL_CTX *ctx) = (SSL_CTX_up_ref);
int (*prove_SSL_SESSION_up_ref)(SSL_SESSION *ses) = (SSL_SESSION_up_ref);
const SSL_METHOD *(*prove_TLS_method)(void) = (TLS_method);
const SSL_METHOD *(*prove_TLS_client_method)(void) = (TLS_client_method);
const SSL_METHOD *(*prove_TLS_server_method)(void) = (TLS_server_method);
const SSL_METHOD *prove_SSLv23_method(void) { return SSLv23_method(); }
const SSL_METHOD *prove_SSLv23_client_method(void) { return SSLv23_client_method(); }
const SSL_METHOD *prove_SSLv23_server_method(void) { return SSLv23_server_method(); }
#if !defined(OPENSSL_NO_SSL3_METHOD)
const SSL_METHOD *(*prove_SSLv3_method)(void) = (SSLv3_method);
#endif
#if !defined(OPENSSL_NO_SSL3_METHOD)
const SSL_METHOD *(*prove_SSLv3_client_method)(void) = (SSLv3_client_method);
#endif
#if !defined(OPENSSL_NO_SSL3_METHOD)
const SSL_METHOD *(*prove_SSLv3_server_method)(void) = (SSLv3_server_method);
#endif
const SSL_METHOD *(*prove_TLSv1_method)(void) = (TLSv1_method);
const SSL_METHOD *(*prove_TLSv1_client_method)(void) = (TLSv1_client_method);
const SSL_METHOD *(*prove_TLSv1_server_method)(void) = (TLSv1_server_method);
const SSL_METHOD *(*prove_TLSv1_1_method)(void) = (TLSv1_1_method);
const SSL_METHOD *(*prove_TLSv1_1_client_method)(void) = (TLSv1_1_client_method);
const SSL_METHOD *(*prove_TLSv1_1_server_method)(void) = (TLSv1_1_server_method);
const SSL_METHOD *(*prove_TLSv1_2_method)(void) = (TLSv1_2_method);
const SSL_METHOD *(*prove_TLSv1_2_client_method)(void) = (TLSv1_2_client_method);
const SSL_METHOD *(*prove_TLSv1_2_server_method)(void) = (TLSv1_2_server_method);
const SSL_METHOD *(*prove_DTLS_method)(void) = (DTLS_method);
const SSL_METHOD *(*prove_DTLS_client_method)(void) = (DTLS_client_method);
const SSL_METHOD *(*prove_DTLS_server_method)(void) = (DTLS_server_method);
const SSL_METHOD *(*prove_DTLSv1_method)(void) = (DTLSv1_method);
const SSL_METHOD *(*prove_DTLSv1_client_method)(void) = (DTLSv1_client_method);
const SSL_METHOD *(*prove_DTLSv1_server_method)(void) = (DTLSv1_server_method);
const SSL_METHOD *(*prove_DTLSv1_2_method)(void) = (DTLSv1_2_method);
const SSL_METHOD *(*prove_DTLSv1_2_client_method)(void) = (DTLSv1_2_client_method);
const SSL_METHOD *(*prove_DTLSv1_2_server_method)(void) = (DTLSv1_2_server_method);
int prove_SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version) { return SSL_CTX_set_min_proto_version(ctx, version); }
int prove_SSL_set_min_proto_version(SSL *ssl, int version) { return SSL_set_min_proto_version(ssl, version); }
int prove_SSL_CTX_set_max_proto_version(SSL_CTX *ctx, int version) { return SSL_CTX_set_max_proto_version(ctx, version); }
int prove_SSL_set_max_proto_version(SSL *ssl, int version) { return SSL_set_max_proto_version(ssl, version); }
int prove_SSL_CTX_get_min_proto_version(SSL_CTX *ctx) { return SSL_CTX_get_min_proto_version(ctx); }
int prove_SSL_CTX_get_max_proto_version(SSL_CTX *ctx) { return SSL_CTX_get_max_proto_version(ctx); }
int prove_SSL_get_min_proto_version(SSL *ssl) { return SSL_get_min_proto_version(ssl); }
int prove_SSL_get_max_proto_version(SSL *ssl) { return SSL_get_max_proto_version(ssl); }
int (*prove_SSL_CTX_set_cipher_list)(SSL_CTX *ctx, const char *str) = (SSL_CTX_set_cipher_list);
int (*prove_SSL_set_cipher_list)(SSL *ssl, const char *str) = (SSL_set_cipher_list);
int (*prove_SSL_CTX_set_ciphersuites)(SSL_CTX *ctx, const char *str) = (SSL_CTX_set_ciphersuites);
int (*prove_SSL_set_ciphersuites)(SSL *s, const char *str) = (SSL_set_ciphersuites);
int prove_SSL_CTX_set1_groups(SSL_CTX *ctx, int *glist, int glistlen) { return SSL_CTX_set1_groups(ctx, glist, glistlen); }
int prove_SSL_CTX_set1_groups_list(SSL_CTX *ctx, char *list) { return SSL_CTX_set1_groups_list(ctx, list); }
int prove_SSL_set1_groups(SSL *ssl, int *glist, int glistlen) { return SSL_set1_groups(ssl, glist, glistlen); }
int prove_SSL_set1_groups_list(SSL *ssl, char *list) { return SSL_set1_groups_list(ssl, list); }
int prove_SSL_CTX_set1_curves(SSL_CTX *ctx, int *clist, int clistlen) { return SSL_CTX_set1_curves(ctx, clist, clistlen); }
int prove_SSL_CTX_set1_curves_list(SSL_CTX *ctx, char *list) { return SSL_CTX_set1_curves_list(ctx, list); }
int prove_SSL_set1_curves(SSL *ssl, int *clist, int clistlen) { return SSL_set1_curves(ssl, clist, clistlen); }
int prove_SSL_set1_curves_list(SSL *ssl, char *list) { return SSL_set1_curves_list(ssl, list); }
long prove_SSL_CTX_set1_sigalgs(SSL_CTX *ctx, const int *slist, long slistlen) { return SSL_CTX_set1_sigalgs(ctx, slist, slistlen); }
long prove_SSL_CTX_set1_sigalgs_list(SSL_CTX *ctx, const char *str) { return SSL_CTX_set1_sigalgs_list(ctx, str); }
long prove_SSL_set1_sigalgs(SSL *ssl, const int *slist, long slistlen) { return SSL_set1_sigalgs(ssl, slist, slistlen); }
long prove_SSL_set1_sigalgs_list(SSL *ssl, const char *str) { return SSL_set1_sigalgs_list(ssl, str); }
long prove_SSL_CTX_set1_client_sigalgs(SSL_CTX *ctx, const int *slist, long slistlen) { return SSL_CTX_set1_client_sigalgs(ctx, slist, slistlen); }
long prove_SSL_CTX_set1_client_sigalgs_list(SSL_CTX *ctx, const char *str) { return SSL_CTX_set1_client_sigalgs_list(ctx, str); }
long prove_SSL_set1_client_sigalgs_list(SSL *ssl, const char *str) { return SSL_set1_client_sigalgs_list(ssl, str); }
int (*prove_SSL_CTX_set_ssl_version)(SSL_CTX *ctx, const SSL_METHOD *method) = (SSL_CTX_set_ssl_version);
int (*prove_SSL_set_ssl_method)(SSL *s, const SSL_METHOD *method) = (SSL_set_ssl_method);
SSL_CTX *(*prove_SSL_set_SSL_CTX)(SSL *ssl, SSL_CTX *ctx) = (SSL_set_SSL_CTX);
int (*prove_SSL_CTX_config)(SSL_CTX *ctx, const char *name) = (SSL_CTX_config);
int (*prove_SSL_config)(SSL *s, const char *name) = (SSL_config);
int (*prove_SSL_CONF_cmd)(SSL_CONF_CTX *ctx, const char *option, const char *value) = (SSL_CONF_cmd);
int (*prove_SSL_CONF_cmd_argv)(SSL_CONF_CTX *cctx, int *pargc, char ***pargv) = (SSL_CONF_cmd_argv);
int (*prove_SSL_CONF_CTX_finish)(SSL_CONF_CTX *cctx) = (SSL_CONF_CTX_finish);
unsigned int (*prove_SSL_CONF_CTX_set_flags)(SSL_CONF_CTX *cctx, unsigned int flags) = (SSL_CONF_CTX_set_flags);
unsigned int (*prove_SSL_CONF_CTX_clear_flags)(SSL_CONF_CTX *cctx, unsigned int flags) = (SSL_CONF_CTX_clear_flags);
void (*prove_SSL_CONF_CTX_set_ssl_ctx)(SSL_CONF_CTX *cctx, SSL_CTX *ctx) = (SSL_CONF_CTX_set_ssl_ctx);
void (*prove_SSL_CONF_CTX_set_ssl)(SSL_CONF_CTX *cctx, SSL *ssl) = (SSL_CONF_CTX_set_ssl);
int (*prove_SSL_CONF_CTX_set1_prefix)(SSL_CONF_CTX *cctx, const char *prefix) = (SSL_CONF_CTX_set1_prefix);
int (*prove_SSL_CONF_cmd_value_type)(SSL_CONF_CTX *ctx, const char *option) = (SSL_CONF_cmd_value_type);
int (*prove_SSL_CTX_set_alpn_protos)(SSL_CTX *ctx, const unsigned char *protos, unsigned int protos_len) = (SSL_CTX_set_alpn_protos);
int (*prove_SSL_set_alpn_protos)(SSL *ssl, const unsigned char *protos, unsigned int protos_len) = (SSL_set_alpn_protos);
int (*prove_SSL_CTX_set_tlsext_use_srtp)(SSL_CTX *ctx, const char *profiles) = (SSL_CTX_set_tlsext_use_srtp);
int (*prove_SSL_set_tlsext_use_srtp)(SSL *ssl, const char *profiles) = (SSL_set_tlsext_use_srtp);
void (*prove_SSL_CTX_set_alpn_select_cb)(SSL_CTX *ctx, int (*cb)(SSL *ssl, const unsigned char **out, unsigned char *outlen, const unsigned char *in, unsigned int inlen, void *arg), void *arg) = (SSL_CTX_set_alpn_select_cb);
void (*prove_SSL_CTX_set_next_proto_select_cb)(SSL_CTX *ctx, int (*cb)(SSL *s, unsigned char **out, unsigned char *outlen, const unsigned char *in, unsigned int inlen, void *arg), void *arg) = (SSL_CTX_set_next_proto_select_cb);
void (*prove_SSL_CTX_set_next_protos_advertised_cb)(SSL_CTX *ctx, int (*cb)(SSL *ssl, const unsigned char **out, unsigned int *outlen, void *arg), void *arg) = (SSL_CTX_set_next_protos_advertised_cb);
int prove_SSL_set_tlsext_host_name(SSL *s, const char *name) { return SSL_set_tlsext_host_name(s, name); }
long prove_SSL_CTX_set_tlsext_servername_callback(SSL_CTX *ctx, int (*cb)(SSL *s, int *al, void *arg)) { return SSL_CTX_set_tlsext_servername_callback(ctx, cb); }
long prove_SSL_CTX_set_tlsext_servername_arg(SSL_CTX *ctx, void *arg) { return SSL_CTX_set_tlsext_servername_arg(ctx, arg); }
const char *(*prove_SSL_get_servername)(const SSL *s, const int type) = (SSL_get_servername);
int (*prove_SSL_get_servername_type)(const SSL *s) = (SSL_get_servername_type);
long prove_SSL_CTX_set_tmp_dh(SSL_CTX *ctx, DH *dh) { return SSL_CTX_set_tmp_dh(ctx, dh); }
long prove_SSL_set_tmp_dh(SSL *ssl, DH *dh) { return SSL_set_tmp_dh(ssl, dh); }
int (*prove_SSL_CTX_set0_tmp_dh_pkey)(SSL_CTX *ctx, EVP_PKEY *dhpkey) = (SSL_CTX_set0_tmp_dh_pkey);
int (*prove_SSL_set0_tmp_dh_pkey)(SSL *s, EVP_PKEY *dhpkey) = (SSL_set0_tmp_dh_pkey);
long prove_SSL_CTX_set_tmp_ecdh(SSL_CTX *ctx, const EC_KEY *ecdh) { return SSL_CTX_set_tmp_ecdh(ctx, ecdh); }
long prove_SSL_set_tmp_ecdh(SSL *ssl, const EC_KEY *ecdh) { return SSL_set_tmp_ecdh(ssl, ecdh); }
void (*prove_SSL_CTX_set_tmp_dh_callback)(SSL_CTX *ctx, DH *(*dh)(SSL *, int, int)) = (SSL_CTX_set_tmp_dh_callback);
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_SSL_CTX_set_tmp_rsa_callback(SSL_CTX *ctx, RSA *(*callback)(SSL *ssl, int is_export, int keylength)) :: void SSL_CTX_set_tmp_rsa_callback(SSL_CTX *ctx, RSA *(*callback)(SSL *ssl, int is_export, int keylength)) { SSL_CTX_set_tmp_rsa_callback(ctx, callback); }
#endif
long prove_SSL_CTX_set_dh_auto(SSL_CTX *ctx, int onoff) { return SSL_CTX_set_dh_auto(ctx, onoff); }
long prove_SSL_set_dh_auto(SSL *s, int onoff) { return SSL_set_dh_auto(s, onoff); }
int prove_SSL_CTX_set_ecdh_auto(SSL_CTX *ctx, int onoff) { return SSL_CTX_set_ecdh_auto(ctx, onoff); }
int prove_SSL_set_ecdh_auto(SSL *ssl, int onoff) { return SSL_set_ecdh_auto(ssl, onoff); }
uint64_t (*prove_SSL_CTX_set_options)(SSL_CTX *ctx, uint64_t options) = (SSL_CTX_set_options);
uint64_t (*prove_SSL_set_options)(SSL *ssl, uint64_t options) = (SSL_set_options);
uint64_t (*prove_SSL_CTX_clear_options)(SSL_CTX *ctx, uint64_t options) = (SSL_CTX_clear_options);
uint64_t (*prove_SSL_clear_options)(SSL *ssl, uint64_t options) = (SSL_clear_options);
uint64_t (*prove_SSL_CTX_get_options)(const SSL_CTX *ctx) = (SSL_CTX_get_options);
uint64_t (*prove_SSL_get_options)(const SSL *ssl) = (SSL_get_options);
long prove_SSL_CTX_set_mode(SSL_CTX *ctx, long mode) { return SSL_CTX_set_mode(ctx, mode); }
long prove_SSL_set_mode(SSL *ssl, long mode) { return SSL_set_mode(ssl, mode); }
long prove_SSL_CTX_clear_mode(SSL_CTX *ctx, long mode) { return SSL_CTX_clear_mode(ctx, mode); }
long prove_SSL_clear_mode(SSL *ssl, long mode) { return SSL_clear_mode(ssl, mode); }
long prove_SSL_CTX_get_mode(SSL_CTX *ctx) { return SSL_CTX_get_mode(ctx); }
long prove_SSL_get_mode(SSL *ssl) { return SSL_get_mode(ssl); }
void (*prove_SSL_CTX_set_security_level)(SSL_CTX *ctx, int level) = (SSL_CTX_set_security_level);
void (*prove_SSL_set_security_level)(SSL *s, int level) = (SSL_set_security_level);
int (*prove_SSL_CTX_get_security_level)(const SSL_CTX *ctx) = (SSL_CTX_get_security_level);
int (*prove_SSL_get_security_level)(const SSL *s) = (SSL_get_security_level);
void (*prove_SSL_CTX_set_security_callback)(SSL_CTX *ctx, int (*cb)(const SSL *, const SSL_CTX *, int, int, int, void *, void *)) = (SSL_CTX_set_security_callback);
void (*prove_SSL_set_security_callback)(SSL *s, int (*cb)(const SSL *, const SSL_CTX *, int, int, int, void *, void *)) = (SSL_set_security_callback);
long prove_SSL_CTX_set_read_ahead(SSL_CTX *ctx, int yes) { return SSL_CTX_set_read_ahead(ctx, yes); }
void (*prove_SSL_set_read_ahead)(SSL *s, int yes) = (SSL_set_read_ahead);
long prove_SSL_CTX_set_max_send_fragment(SSL_CTX *ctx, long size) { return SSL_CTX_set_max_send_fragment(ctx, size); }
long prove_SSL_set_max_send_fragment(SSL *ssl, long m) { return SSL_set_max_send_fragment(ssl, m); }
long prove_SSL_CTX_set_split_send_fragment(SSL_CTX *ctx, long m) { return SSL_CTX_set_split_send_fragment(ctx, m); }
long prove_SSL_CTX_set_max_pipelines(SSL_CTX *ctx, long m) { return SSL_CTX_set_max_pipelines(ctx, m); }
long prove_SSL_set_max_pipelines(SSL *ssl, long m) { return SSL_set_max_pipelines(ssl, m); }
int (*prove_SSL_CTX_set_tlsext_max_fragment_length)(SSL_CTX *ctx, uint8_t mode) = (SSL_CTX_set_tlsext_max_fragment_length);
int (*prove_SSL_set_tlsext_max_fragment_length)(SSL *ssl, uint8_t mode) = (SSL_set_tlsext_max_fragment_length);
void (*prove_SSL_CTX_set_default_read_buffer_len)(SSL_CTX *ctx, size_t len) = (SSL_CTX_set_default_read_buffer_len);
void (*prove_SSL_set_default_read_buffer_len)(SSL *s, size_t len) = (SSL_set_default_read_buffer_len);
long prove_SSL_CTX_set_max_cert_list(SSL_CTX *ctx, long size) { return SSL_CTX_set_max_cert_list(ctx, size); }
long prove_SSL_set_max_cert_list(SSL *ssl, long size) { return SSL_set_max_cert_list(ssl, size); }
int (*prove_SSL_CTX_set_block_padding)(SSL_CTX *ctx, size_t block_size) = (SSL_CTX_set_block_padding);
int (*prove_SSL_CTX_set_max_early_data)(SSL_CTX *ctx, uint32_t max_early_data) = (SSL_CTX_set_max_early_data);
int (*prove_SSL_set_max_early_data)(SSL *s, uint32_t max_early_data) = (SSL_set_max_early_data);
int (*prove_SSL_CTX_set_recv_max_early_data)(SSL_CTX *ctx, uint32_t recv_max_early_data) = (SSL_CTX_set_recv_max_early_data);
void (*prove_SSL_CTX_set_post_handshake_auth)(SSL_CTX *ctx, int val) = (SSL_CTX_set_post_handshake_auth);
void (*prove_SSL_set_post_handshake_auth)(SSL *ssl, int val) = (SSL_set_post_handshake_auth);
void (*prove_SSL_set_debug)(SSL *s, int debug) = (SSL_set_debug);
long (*prove_SSL_CTX_ctrl)(SSL_CTX *ctx, int cmd, long larg, void *parg) = (SSL_CTX_ctrl);
long (*prove_SSL_ctrl)(SSL *ssl, int cmd, long larg, void *parg) = (SSL_ctrl);
long (*prove_SSL_CTX_callback_ctrl)(SSL_CTX *a0, int a1, void (*a2)(void)) = (SSL_CTX_callback_ctrl);
long (*prove_SSL_callback_ctrl)(SSL *a0, int a1, void (*a2)(void)) = (SSL_callback_ctrl);
int (*prove_SSL_clear)(SSL *ssl) = (SSL_clear);
long prove_SSL_set_mtu(SSL *ssl, long mtu) { return SSL_set_mtu(ssl, mtu); }
long prove_DTLS_set_link_mtu(SSL *ssl, long mtu) { return DTLS_set_link_mtu(ssl, mtu); }
long prove_DTLS_get_link_min_mtu(SSL *ssl) { return DTLS_get_link_min_mtu(ssl); }
size_t (*prove_DTLS_get_data_mtu)(const SSL *ssl) = (DTLS_get_data_mtu);
long prove_DTLSv1_get_timeout(SSL *ssl, struct timeval *arg) { return DTLSv1_get_timeout(ssl, arg); }
long prove_DTLSv1_handle_timeout(SSL *ssl) { return DTLSv1_handle_timeout(ssl); }
void (*prove_DTLS_set_timer_cb)(SSL *s, DTLS_timer_cb cb) = (DTLS_set_timer_cb);
void (*prove_SSL_CTX_set_cookie_generate_cb)(SSL_CTX *ctx, int (*app_gen_cookie_cb)(SSL *ssl, unsigned char *cookie, unsigned int *cookie_len)) = (SSL_CTX_set_cookie_generate_cb);
void (*prove_SSL_CTX_set_cookie_verify_cb)(SSL_CTX *ctx, int (*app_verify_cookie_cb)(SSL *ssl, const unsigned char *cookie, unsigned int cookie_len)) = (SSL_CTX_set_cookie_verify_cb);
void (*prove_SSL_CTX_set_stateless_cookie_generate_cb)(SSL_CTX *ctx, int (*gen_stateless_cookie_cb)(SSL *ssl, unsigned char *cookie, size_t *cookie_len)) = (SSL_CTX_set_stateless_cookie_generate_cb);
void (*prove_SSL_CTX_set_stateless_cookie_verify_cb)(SSL_CTX *ctx, int (*verify_stateless_cookie_cb)(SSL *ssl, const unsigned char *cookie, size_t cookie_len)) = (SSL_CTX_set_stateless_cookie_verify_cb);
long prove_SSL_CTX_set_tlsext_ticket_key_cb(SSL_CTX *sslctx, int (*cb)(SSL *s, unsigned char key_name[16], unsigned char iv[EVP_MAX_IV_LENGTH], EVP_CIPHER_CTX *ctx, HMAC_CTX *hctx, int enc)) { return SSL_CTX_set_tlsext_ticket_key_cb(sslctx, cb); }
int (*prove_SSL_CTX_set_tlsext_ticket_key_evp_cb)(SSL_CTX *sslctx, int (*cb)(SSL *, unsigned char *, unsigned char *, EVP_CIPHER_CTX *, EVP_MAC_CTX *, int)) = (SSL_CTX_set_tlsext_ticket_key_evp_cb);
long prove_SSL_CTX_set_tlsext_ticket_keys(SSL_CTX *ctx, void *keys, long keylen) { return SSL_CTX_set_tlsext_ticket_keys(ctx, keys, keylen); }
long prove_SSL_CTX_get_tlsext_ticket_keys(SSL_CTX *ctx, void *keys, long keylen) { return SSL_CTX_get_tlsext_ticket_keys(ctx, keys, keylen); }
long prove_SSL_get_tlsext_status_ocsp_resp(SSL *ssl, unsigned char **resp) { return SSL_get_tlsext_status_ocsp_resp(ssl, resp); }
long prove_SSL_set_tlsext_status_ocsp_resp(SSL *ssl, unsigned char *resp, int len) { return SSL_set_tlsext_status_ocsp_resp(ssl, resp, len); }
long prove_SSL_set_tlsext_status_type(SSL *s, int type) { return SSL_set_tlsext_status_type(s, type); }
long prove_SSL_CTX_set_tlsext_status_type(SSL_CTX *ctx, int type) { return SSL_CTX_set_tlsext_status_type(ctx, type); }
long prove_SSL_CTX_set_tlsext_status_cb(SSL_CTX *ctx, int (*callback)(SSL *, void *)) { return SSL_CTX_set_tlsext_status_cb(ctx, callback); }
long prove_SSL_CTX_set_tlsext_status_arg(SSL_CTX *ctx, void *arg) { return SSL_CTX_set_tlsext_status_arg(ctx, arg); }
long (*prove_SSL_get_verify_result)(const SSL *ssl) = (SSL_get_verify_result);
void (*prove_SSL_CTX_set_verify)(SSL_CTX *ctx, int mode, SSL_verify_cb verify_callback) = (SSL_CTX_set_verify);
void (*prove_SSL_set_verify)(SSL *ssl, int mode, SSL_verify_cb verify_callback) = (SSL_set_verify);
void (*prove_SSL_CTX_set_verify_depth)(SSL_CTX *ctx, int depth) = (SSL_CTX_set_verify_depth);
void (*prove_SSL_set_verify_depth)(SSL *ssl, int depth) = (SSL_set_verify_depth);
int (*prove_SSL_CTX_get_verify_mode)(const SSL_CTX *ctx) = (SSL_CTX_get_verify_mode);
int (*prove_SSL_get_verify_mode)(const SSL *ssl) = (SSL_get_verify_mode);
int (*prove_SSL_CTX_get_verify_depth)(const SSL_CTX *ctx) = (SSL_CTX_get_verify_depth);
int (*(*prove_SSL_CTX_get_verify_callback)(const SSL_CTX *ctx))(int, X509_STORE_CTX *) = (SSL_CTX_get_verify_callback);
int (*(*prove_SSL_get_verify_callback)(const SSL *ssl))(int, X509_STORE_CTX *) = (SSL_get_verify_callback);
void (*prove_SSL_set_verify_result)(SSL *ssl, long verify_result) = (SSL_set_verify_result);
void (*prove_SSL_CTX_set_cert_verify_callback)(SSL_CTX *ctx, int (*callback)(X509_STORE_CTX *, void *), void *arg) = (SSL_CTX_set_cert_verify_callback);
int (*prove_SSL_set1_host)(SSL *s, const char *hostname) = (SSL_set1_host);
int (*prove_SSL_add1_host)(SSL *s, const char *hostname) = (SSL_add1_host);
void (*prove_SSL_set_hostflags)(SSL *s, unsigned int flags) = (SSL_set_hostflags);
const char *(*prove_SSL_get0_peername)(SSL *s) = (SSL_get0_peername);
int (*prove_SSL_CTX_set1_param)(SSL_CTX *ctx, X509_VERIFY_PARAM *vpm) = (SSL_CTX_set1_param);
int (*prove_SSL_set1_param)(SSL *ssl, X509_VERIFY_PARAM *vpm) = (SSL_set1_param);
X509_VERIFY_PARAM *(*prove_SSL_CTX_get0_param)(SSL_CTX *ctx) = (SSL_CTX_get0_param);
X509_VERIFY_PARAM *(*prove_SSL_get0_param)(SSL *ssl) = (SSL_get0_param);
int (*prove_SSL_CTX_set_purpose)(SSL_CTX *ctx, int purpose) = (SSL_CTX_set_purpose);
int (*prove_SSL_set_purpose)(SSL *ssl, int purpose) = (SSL_set_purpose);
int (*prove_SSL_CTX_set_trust)(SSL_CTX *ctx, int trust) = (SSL_CTX_set_trust);
int (*prove_SSL_set_trust)(SSL *ssl, int trust) = (SSL_set_trust);
int (*prove_SSL_CTX_dane_enable)(SSL_CTX *ctx) = (SSL_CTX_dane_enable);
int (*prove_SSL_dane_enable)(SSL *s, const char *basedomain) = (SSL_dane_enable);
int (*prove_SSL_dane_tlsa_add)(SSL *s, uint8_t usage, uint8_t selector, uint8_t mtype, const unsigned char *data, size_t dlen) = (SSL_dane_tlsa_add);
int (*prove_SSL_get0_dane_authority)(SSL *s, X509 **mcert, EVP_PKEY **mspki) = (SSL_get0_dane_authority);
int (*prove_SSL_CTX_enable_ct)(SSL_CTX *ctx, int validation_mode) = (SSL_CTX_enable_ct);
int (*prove_SSL_enable_ct)(SSL *s, int validation_mode) = (SSL_enable_ct);
unsigned long (*prove_SSL_CTX_dane_set_flags)(SSL_CTX *ctx, unsigned long flags) = (SSL_CTX_dane_set_flags);
unsigned long (*prove_SSL_dane_set_flags)(SSL *ssl, unsigned long flags) = (SSL_dane_set_flags);
X509 *prove_SSL_get_peer_certificate(const SSL *ssl) { return SSL_get_peer_certificate(ssl); }
X509 *(*prove_SSL_get1_peer_certificate)(const SSL *ssl) = (SSL_get1_peer_certificate);
X509 *(*prove_SSL_get0_peer_certificate)(const SSL *ssl) = (SSL_get0_peer_certificate);
STACK_OF(X509) *(*prove_SSL_get_peer_cert_chain)(const SSL *ssl) = (SSL_get_peer_cert_chain);
STACK_OF(X509) *(*prove_SSL_get0_verified_chain)(const SSL *ssl) = (SSL_get0_verified_chain);
int (*prove_SSL_CTX_load_verify_locations)(SSL_CTX *ctx, const char *CAfile, const char *CApath) = (SSL_CTX_load_verify_locations);
int (*prove_SSL_CTX_load_verify_file)(SSL_CTX *ctx, const char *CAfile) = (SSL_CTX_load_verify_file);
int (*prove_SSL_CTX_load_verify_dir)(SSL_CTX *ctx, const char *CApath) = (SSL_CTX_load_verify_dir);
int (*prove_SSL_CTX_load_verify_store)(SSL_CTX *ctx, const char *CAstore) = (SSL_CTX_load_verify_store);
int (*prove_SSL_CTX_set_default_verify_paths)(SSL_CTX *ctx) = (SSL_CTX_set_default_verify_paths);
int (*prove_SSL_CTX_set_default_verify_dir)(SSL_CTX *ctx) = (SSL_CTX_set_default_verify_dir);
int (*prove_SSL_CTX_set_default_verify_file)(SSL_CTX *ctx) = (SSL_CTX_set_default_verify_file);
int (*prove_SSL_CTX_set_default_verify_store)(SSL_CTX *ctx) = (SSL_CTX_set_default_verify_store);
void (*prove_SSL_CTX_set_cert_store)(SSL_CTX *ctx, X509_STORE *store) = (SSL_CTX_set_cert_store);
void (*prove_SSL_CTX_set1_cert_store)(SSL_CTX *ctx, X509_STORE *store) = (SSL_CTX_set1_cert_store);
X509_STORE *(*prove_SSL_CTX_get_cert_store)(const SSL_CTX *ctx) = (SSL_CTX_get_cert_store);
int prove_SSL_CTX_set0_verify_cert_store(SSL_CTX *ctx, X509_STORE *st) { return SSL_CTX_set0_verify_cert_store(ctx, st); }
int prove_SSL_CTX_set1_verify_cert_store(SSL_CTX *ctx, X509_STORE *st) { return SSL_CTX_set1_verify_cert_store(ctx, st); }
int prove_SSL_CTX_set0_chain_cert_store(SSL_CTX *ctx, X509_STORE *st) { return SSL_CTX_set0_chain_cert_store(ctx, st); }
int prove_SSL_CTX_set1_chain_cert_store(SSL_CTX *ctx, X509_STORE *st) { return SSL_CTX_set1_chain_cert_store(ctx, st); }
int prove_SSL_set0_verify_cert_store(SSL *ctx, X509_STORE *st) { return SSL_set0_verify_cert_store(ctx, st); }
int prove_SSL_set1_verify_cert_store(SSL *ctx, X509_STORE *st) { return SSL_set1_verify_cert_store(ctx, st); }
STACK_OF(X509_NAME) *(*prove_SSL_load_client_CA_file)(const char *file) = (SSL_load_client_CA_file);
void (*prove_SSL_CTX_set_client_CA_list)(SSL_CTX *ctx, STACK_OF(X509_NAME) *list) = (SSL_CTX_set_client_CA_list);
void (*prove_SSL_set_client_CA_list)(SSL *s, STACK_OF(X509_NAME) *list) = (SSL_set_client_CA_list);
STACK_OF(X509_NAME) *(*prove_SSL_CTX_get_client_CA_list)(const SSL_CTX *ctx) = (SSL_CTX_get_client_CA_list);
STACK_OF(X509_NAME) *(*prove_SSL_get_client_CA_list)(const SSL *s) = (SSL_get_client_CA_list);
int (*prove_SSL_CTX_add_client_CA)(SSL_CTX *ctx, X509 *cacert) = (SSL_CTX_add_client_CA);
int (*prove_SSL_add_client_CA)(SSL *ssl, X509 *cacert) = (SSL_add_client_CA);
void (*prove_SSL_CTX_set0_CA_list)(SSL_CTX *ctx, STACK_OF(X509_NAME) *name_list) = (SSL_CTX_set0_CA_list);
void (*prove_SSL_set0_CA_list)(SSL *s, STACK_OF(X509_NAME) *name_list) = (SSL_set0_CA_list);
int (*prove_SSL_add_file_cert_subjects_to_stack)(STACK_OF(X509_NAME) *stack, const char *file) = (SSL_add_file_cert_subjects_to_stack);
int (*prove_SSL_add_dir_cert_subjects_to_stack)(STACK_OF(X509_NAME) *stack, const char *dir) = (SSL_add_dir_cert_subjects_to_stack);
STACK_OF(X509_NAME) *(*prove_SSL_dup_CA_list)(const STACK_OF(X509_NAME) *sk) = (SSL_dup_CA_list);
int (*prove_SSL_CTX_use_certificate)(SSL_CTX *ctx, X509 *x) = (SSL_CTX_use_certificate);
int (*prove_SSL_use_certificate)(SSL *ssl, X509 *x) = (SSL_use_certificate);
int (*prove_SSL_CTX_use_certificate_file)(SSL_CTX *ctx, const char *file, int type) = (SSL_CTX_use_certificate_file);
int (*prove_SSL_use_certificate_file)(SSL *ssl, const char *file, int type) = (SSL_use_certificate_file);
int (*prove_SSL_CTX_use_certificate_ASN1)(SSL_CTX *ctx, int len, const unsigned char *d) = (SSL_CTX_use_certificate_ASN1);
int (*prove_SSL_use_certificate_ASN1)(SSL *ssl, const unsigned char *d, int len) = (SSL_use_certificate_ASN1);
int (*prove_SSL_CTX_use_certificate_chain_file)(SSL_CTX *ctx, const char *file) = (SSL_CTX_use_certificate_chain_file);
int (*prove_SSL_use_certificate_chain_file)(SSL *ssl, const char *file) = (SSL_use_certificate_chain_file);
int (*prove_SSL_CTX_use_cert_and_key)(SSL_CTX *ctx, X509 *x, EVP_PKEY *pkey, STACK_OF(X509) *chain, int override) = (SSL_CTX_use_cert_and_key);
int (*prove_SSL_use_cert_and_key)(SSL *ssl, X509 *x, EVP_PKEY *pkey, STACK_OF(X509) *chain, int override) = (SSL_use_cert_and_key);
int (*prove_SSL_CTX_use_PrivateKey)(SSL_CTX *ctx, EVP_PKEY *pkey) = (SSL_CTX_use_PrivateKey);
int (*prove_SSL_use_PrivateKey)(SSL *ssl, EVP_PKEY *pkey) = (SSL_use_PrivateKey);
int (*prove_SSL_CTX_use_PrivateKey_file)(SSL_CTX *ctx, const char *file, int type) = (SSL_CTX_use_PrivateKey_file);
int (*prove_SSL_use_PrivateKey_file)(SSL *ssl, const char *file, int type) = (SSL_use_PrivateKey_file);
int (*prove_SSL_CTX_use_PrivateKey_ASN1)(int pk, SSL_CTX *ctx, const unsigned char *d, long len) = (SSL_CTX_use_PrivateKey_ASN1);
int (*prove_SSL_use_PrivateKey_ASN1)(int pk, SSL *ssl, const unsigned char *d, long len) = (SSL_use_PrivateKey_ASN1);
int (*prove_SSL_CTX_use_RSAPrivateKey)(SSL_CTX *ctx, RSA *rsa) = (SSL_CTX_use_RSAPrivateKey);
int (*prove_SSL_use_RSAPrivateKey)(SSL *ssl, RSA *rsa) = (SSL_use_RSAPrivateKey);
int (*prove_SSL_CTX_use_RSAPrivateKey_file)(SSL_CTX *ctx, const char *file, int type) = (SSL_CTX_use_RSAPrivateKey_file);
int (*prove_SSL_use_RSAPrivateKey_file)(SSL *ssl, const char *file, int type) = (SSL_use_RSAPrivateKey_file);
int (*prove_SSL_CTX_use_RSAPrivateKey_ASN1)(SSL_CTX *ctx, const unsigned char *d, long len) = (SSL_CTX_use_RSAPrivateKey_ASN1);
int (*prove_SSL_CTX_check_private_key)(const SSL_CTX *ctx) = (SSL_CTX_check_private_key);
int (*prove_SSL_check_private_key)(const SSL *ssl) = (SSL_check_private_key);
int (*prove_SSL_CTX_use_serverinfo_file)(SSL_CTX *ctx, const char *file) = (SSL_CTX_use_serverinfo_file);
int (*prove_SSL_CTX_use_psk_identity_hint)(SSL_CTX *ctx, const char *hint) = (SSL_CTX_use_psk_identity_hint);
int (*prove_SSL_use_psk_identity_hint)(SSL *ssl, const char *hint) = (SSL_use_psk_identity_hint);
void (*prove_SSL_CTX_set_psk_client_callback)(SSL_CTX *ctx, SSL_psk_client_cb_func cb) = (SSL_CTX_set_psk_client_callback);
void (*prove_SSL_set_psk_client_callback)(SSL *ssl, SSL_psk_client_cb_func cb) = (SSL_set_psk_client_callback);
void (*prove_SSL_CTX_set_psk_server_callback)(SSL_CTX *ctx, SSL_psk_server_cb_func cb) = (SSL_CTX_set_psk_server_callback);
void (*prove_SSL_set_psk_server_callback)(SSL *ssl, SSL_psk_server_cb_func cb) = (SSL_set_psk_server_callback);
void (*prove_SSL_CTX_set_psk_use_session_callback)(SSL_CTX *ctx, SSL_psk_use_session_cb_func cb) = (SSL_CTX_set_psk_use_session_callback);
void (*prove_SSL_set_psk_use_session_callback)(SSL *s, SSL_psk_use_session_cb_func cb) = (SSL_set_psk_use_session_callback);
void (*prove_SSL_CTX_set_psk_find_session_callback)(SSL_CTX *ctx, SSL_psk_find_session_cb_func cb) = (SSL_CTX_set_psk_find_session_callback);
void (*prove_SSL_set_psk_find_session_callback)(SSL *s, SSL_psk_find_session_cb_func cb) = (SSL_set_psk_find_session_callback);
const char *(*prove_SSL_get_psk_identity)(const SSL *ssl) = (SSL_get_psk_identity);
const char *(*prove_SSL_get_psk_identity_hint)(const SSL *ssl) = (SSL_get_psk_identity_hint);
void (*prove_SSL_CTX_set_default_passwd_cb)(SSL_CTX *ctx, pem_password_cb *cb) = (SSL_CTX_set_default_passwd_cb);
void (*prove_SSL_CTX_set_default_passwd_cb_userdata)(SSL_CTX *ctx, void *u) = (SSL_CTX_set_default_passwd_cb_userdata);
pem_password_cb *(*prove_SSL_CTX_get_default_passwd_cb)(SSL_CTX *ctx) = (SSL_CTX_get_default_passwd_cb);
void *(*prove_SSL_CTX_get_default_passwd_cb_userdata)(SSL_CTX *ctx) = (SSL_CTX_get_default_passwd_cb_userdata);
void (*prove_SSL_CTX_set_keylog_callback)(SSL_CTX *ctx, SSL_CTX_keylog_cb_func cb) = (SSL_CTX_set_keylog_callback);
void (*prove_SSL_CTX_set_client_cert_cb)(SSL_CTX *ctx, int (*client_cert_cb)(SSL *ssl, X509 **x509, EVP_PKEY **pkey)) = (SSL_CTX_set_client_cert_cb);
int (*prove_SSL_CTX_set_client_cert_engine)(SSL_CTX *ctx, ENGINE *e) = (SSL_CTX_set_client_cert_engine);
void (*prove_SSL_CTX_set_cert_cb)(SSL_CTX *c, int (*cert_cb)(SSL *ssl, void *arg), void *arg) = (SSL_CTX_set_cert_cb);
void (*prove_SSL_set_cert_cb)(SSL *s, int (*cert_cb)(SSL *ssl, void *arg), void *arg) = (SSL_set_cert_cb);
void (*prove_SSL_CTX_set_client_hello_cb)(SSL_CTX *c, SSL_client_hello_cb_fn f, void *arg) = (SSL_CTX_set_client_hello_cb);
long prove_SSL_CTX_add_extra_chain_cert(SSL_CTX *ctx, X509 *x509) { return SSL_CTX_add_extra_chain_cert(ctx, x509); }
long prove_SSL_CTX_get_extra_chain_certs(SSL_CTX *ctx, STACK_OF(X509) **sk) { return SSL_CTX_get_extra_chain_certs(ctx, sk); }
long prove_SSL_CTX_get_extra_chain_certs_only(SSL_CTX *ctx, STACK_OF(X509) **sk) { return SSL_CTX_get_extra_chain_certs_only(ctx, sk); }
long prove_SSL_CTX_clear_extra_chain_certs(SSL_CTX *ctx) { return SSL_CTX_clear_extra_chain_certs(ctx); }
int prove_SSL_CTX_set0_chain(SSL_CTX *ctx, STACK_OF(X509) *sk) { return SSL_CTX_set0_chain(ctx, sk); }
int prove_SSL_CTX_set1_chain(SSL_CTX *ctx, STACK_OF(X509) *sk) { return SSL_CTX_set1_chain(ctx, sk); }
int prove_SSL_CTX_add0_chain_cert(SSL_CTX *ctx, X509 *x509) { return SSL_CTX_add0_chain_cert(ctx, x509); }
int prove_SSL_CTX_add1_chain_cert(SSL_CTX *ctx, X509 *x509) { return SSL_CTX_add1_chain_cert(ctx, x509); }
int prove_SSL_set0_chain(SSL *ssl, STACK_OF(X509) *sk) { return SSL_set0_chain(ssl, sk); }
int prove_SSL_set1_chain(SSL *ssl, STACK_OF(X509) *sk) { return SSL_set1_chain(ssl, sk); }
int prove_SSL_add0_chain_cert(SSL *ssl, X509 *x509) { return SSL_add0_chain_cert(ssl, x509); }
int prove_SSL_add1_chain_cert(SSL *ssl, X509 *x509) { return SSL_add1_chain_cert(ssl, x509); }
int prove_SSL_CTX_build_cert_chain(SSL_CTX *ctx, int flags) { return SSL_CTX_build_cert_chain(ctx, flags); }
void (*prove_SSL_certs_clear)(SSL *s) = (SSL_certs_clear);
X509 *(*prove_SSL_CTX_get0_certificate)(const SSL_CTX *ctx) = (SSL_CTX_get0_certificate);
X509 *(*prove_SSL_get_certificate)(const SSL *s) = (SSL_get_certificate);
EVP_PKEY *(*prove_SSL_CTX_get0_privatekey)(const SSL_CTX *ctx) = (SSL_CTX_get0_privatekey);
EVP_PKEY *(*prove_SSL_get_privatekey)(const SSL *s) = (SSL_get_privatekey);
long prove_SSL_get_peer_tmp_key(SSL *ssl, EVP_PKEY **key) { return SSL_get_peer_tmp_key(ssl, key); }
long prove_SSL_get_server_tmp_key(SSL *ssl, EVP_PKEY **key) { return SSL_get_server_tmp_key(ssl, key); }
int (*prove_SSL_export_keying_material)(SSL *s, unsigned char *out, size_t olen, const char *label, size_t llen, const unsigned char *context, size_t contextlen, int use_context) = (SSL_export_keying_material);
int (*prove_SSL_export_keying_material_early)(SSL *s, unsigned char *out, size_t olen, const char *label, size_t llen, const unsigned char *context, size_t contextlen) = (SSL_export_keying_material_early);
size_t (*prove_SSL_get_client_random)(const SSL *ssl, unsigned char *out, size_t outlen) = (SSL_get_client_random);
size_t (*prove_SSL_get_server_random)(const SSL *ssl, unsigned char *out, size_t outlen) = (SSL_get_server_random);
size_t (*prove_SSL_SESSION_get_master_key)(const SSL_SESSION *session, unsigned char *out, size_t outlen) = (SSL_SESSION_get_master_key);
int (*prove_SSL_SESSION_set1_master_key)(SSL_SESSION *sess, const unsigned char *in, size_t len) = (SSL_SESSION_set1_master_key);
size_t (*prove_SSL_get_finished)(const SSL *s, void *buf, size_t count) = (SSL_get_finished);
size_t (*prove_SSL_get_peer_finished)(const SSL *s, void *buf, size_t count) = (SSL_get_peer_finished);
int (*prove_SSL_CTX_set_session_id_context)(SSL_CTX *ctx, const unsigned char *sid_ctx, unsigned int sid_ctx_len) = (SSL_CTX_set_session_id_context);
int (*prove_SSL_set_session_id_context)(SSL *ssl, const unsigned char *sid_ctx, unsigned int sid_ctx_len) = (SSL_set_session_id_context);
int (*prove_SSL_set_session)(SSL *ssl, SSL_SESSION *session) = (SSL_set_session);
SSL_SESSION *(*prove_SSL_get_session)(const SSL *ssl) = (SSL_get_session);
SSL_SESSION *prove_SSL_get0_session(const SSL *ssl) { return SSL_get0_session(ssl); }
SSL_SESSION *(*prove_SSL_get1_session)(SSL *ssl) = (SSL_get1_session);
int (*prove_SSL_CTX_add_session)(SSL_CTX *ctx, SSL_SESSION *c) = (SSL_CTX_add_session);
int (*prove_SSL_CTX_remove_session)(SSL_CTX *ctx, SSL_SESSION *c) = (SSL_CTX_remove_session);
void (*prove_SSL_CTX_flush_sessions)(SSL_CTX *ctx, long tm) = (SSL_CTX_flush_sessions);
long prove_SSL_CTX_set_session_cache_mode(SSL_CTX *ctx, long mode) { return SSL_CTX_set_session_cache_mode(ctx, mode); }
long prove_SSL_CTX_get_session_cache_mode(SSL_CTX *ctx) { return SSL_CTX_get_session_cache_mode(ctx); }
long prove_SSL_CTX_sess_set_cache_size(SSL_CTX *ctx, long t) { return SSL_CTX_sess_set_cache_size(ctx, t); }
long prove_SSL_CTX_sess_get_cache_size(SSL_CTX *ctx) { return SSL_CTX_sess_get_cache_size(ctx); }
long (*prove_SSL_CTX_set_timeout)(SSL_CTX *ctx, long t) = (SSL_CTX_set_timeout);
long (*prove_SSL_CTX_get_timeout)(const SSL_CTX *ctx) = (SSL_CTX_get_timeout);
int (*prove_SSL_CTX_set_num_tickets)(SSL_CTX *ctx, size_t num_tickets) = (SSL_CTX_set_num_tickets);
int (*prove_SSL_set_num_tickets)(SSL *s, size_t num_tickets) = (SSL_set_num_tickets);
int (*prove_SSL_new_session_ticket)(SSL *s) = (SSL_new_session_ticket);
int (*prove_SSL_CTX_set_session_ticket_cb)(SSL_CTX *ctx, SSL_CTX_generate_session_ticket_fn gen_cb, SSL_CTX_decrypt_session_ticket_fn dec_cb, void *arg) = (SSL_CTX_set_session_ticket_cb);
void (*prove_SSL_CTX_sess_set_new_cb)(SSL_CTX *ctx, int (*new_session_cb)(SSL *, SSL_SESSION *)) = (SSL_CTX_sess_set_new_cb);
void (*prove_SSL_CTX_sess_set_get_cb)(SSL_CTX *ctx, SSL_SESSION *(*get_session_cb)(struct ssl_st *, const unsigned char *, int, int *)) = (SSL_CTX_sess_set_get_cb);
void (*prove_SSL_CTX_sess_set_remove_cb)(SSL_CTX *ctx, void (*remove_session_cb)(SSL_CTX *ctx, SSL_SESSION *)) = (SSL_CTX_sess_set_remove_cb);
int (*prove_SSL_CTX_set_generate_session_id)(SSL_CTX *ctx, GEN_SESSION_CB cb) = (SSL_CTX_set_generate_session_id);
long prove_SSL_CTX_sess_number(SSL_CTX *ctx) { return SSL_CTX_sess_number(ctx); }
long prove_SSL_CTX_sess_connect(SSL_CTX *ctx) { return SSL_CTX_sess_connect(ctx); }
long prove_SSL_CTX_sess_connect_good(SSL_CTX *ctx) { return SSL_CTX_sess_connect_good(ctx); }
long prove_SSL_CTX_sess_connect_renegotiate(SSL_CTX *ctx) { return SSL_CTX_sess_connect_renegotiate(ctx); }
long prove_SSL_CTX_sess_accept(SSL_CTX *ctx) { return SSL_CTX_sess_accept(ctx); }
long prove_SSL_CTX_sess_accept_good(SSL_CTX *ctx) { return SSL_CTX_sess_accept_good(ctx); }
long prove_SSL_CTX_sess_accept_renegotiate(SSL_CTX *ctx) { return SSL_CTX_sess_accept_renegotiate(ctx); }
long prove_SSL_CTX_sess_hits(SSL_CTX *ctx) { return SSL_CTX_sess_hits(ctx); }
long prove_SSL_CTX_sess_cb_hits(SSL_CTX *ctx) { return SSL_CTX_sess_cb_hits(ctx); }
long prove_SSL_CTX_sess_misses(SSL_CTX *ctx) { return SSL_CTX_sess_misses(ctx); }
long prove_SSL_CTX_sess_timeouts(SSL_CTX *ctx) { return SSL_CTX_sess_timeouts(ctx); }
long prove_SSL_CTX_sess_cache_full(SSL_CTX *ctx) { return SSL_CTX_sess_cache_full(ctx); }
const unsigned char *(*prove_SSL_SESSION_get_id)(const SSL_SESSION *s, unsigned int *len) = (SSL_SESSION_get_id);
long (*prove_SSL_SESSION_get_timeout)(const SSL_SESSION *s) = (SSL_SESSION_get_timeout);
long (*prove_SSL_SESSION_set_timeout)(SSL_SESSION *s, long tm) = (SSL_SESSION_set_timeout);
long (*prove_SSL_SESSION_get_time)(const SSL_SESSION *s) = (SSL_SESSION_get_time);
long (*prove_SSL_SESSION_set_time)(SSL_SESSION *s, long tm) = (SSL_SESSION_set_time);
unsigned long (*prove_SSL_SESSION_get_ticket_lifetime_hint)(const SSL_SESSION *s) = (SSL_SESSION_get_ticket_lifetime_hint);
int (*prove_SSL_SESSION_has_ticket)(const SSL_SESSION *s) = (SSL_SESSION_has_ticket);
int (*prove_SSL_SESSION_is_resumable)(const SSL_SESSION *s) = (SSL_SESSION_is_resumable);
int (*prove_SSL_SESSION_get_protocol_version)(const SSL_SESSION *s) = (SSL_SESSION_get_protocol_version);
int (*prove_SSL_SESSION_set_protocol_version)(SSL_SESSION *s, int version) = (SSL_SESSION_set_protocol_version);
int (*prove_SSL_SESSION_set_cipher)(SSL_SESSION *s, const SSL_CIPHER *cipher) = (SSL_SESSION_set_cipher);
const SSL_CIPHER *(*prove_SSL_SESSION_get0_cipher)(const SSL_SESSION *s) = (SSL_SESSION_get0_cipher);
X509 *(*prove_SSL_SESSION_get0_peer)(SSL_SESSION *s) = (SSL_SESSION_get0_peer);
int (*prove_SSL_SESSION_set1_id)(SSL_SESSION *s, const unsigned char *sid, unsigned int sid_len) = (SSL_SESSION_set1_id);
int (*prove_SSL_SESSION_set1_id_context)(SSL_SESSION *s, const unsigned char *sid_ctx, unsigned int sid_ctx_len) = (SSL_SESSION_set1_id_context);
int (*prove_SSL_SESSION_set1_ticket_appdata)(SSL_SESSION *ss, const void *data, size_t len) = (SSL_SESSION_set1_ticket_appdata);
int (*prove_SSL_SESSION_get0_ticket_appdata)(SSL_SESSION *ss, void **data, size_t *len) = (SSL_SESSION_get0_ticket_appdata);
int (*prove_SSL_SESSION_print)(BIO *fp, const SSL_SESSION *ses) = (SSL_SESSION_print);
void *(*prove_SSL_SESSION_get_ex_data)(const SSL_SESSION *ss, int idx) = (SSL_SESSION_get_ex_data);
int (*prove_SSL_SESSION_set_ex_data)(SSL_SESSION *ss, int idx, void *data) = (SSL_SESSION_set_ex_data);
int prove_SSL_SESSION_get_ex_new_index(long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func, CRYPTO_EX_free *free_func) { return SSL_SESSION_get_ex_new_index(argl, argp, new_func, dup_func, free_func); }
int (*prove_i2d_SSL_SESSION)(const SSL_SESSION *in, unsigned char **pp) = (i2d_SSL_SESSION);
SSL_SESSION *(*prove_d2i_SSL_SESSION)(SSL_SESSION **a, const unsigned char **pp, long length) = (d2i_SSL_SESSION);
SSL_SESSION *(*prove_PEM_read_bio_SSL_SESSION)(BIO *out, SSL_SESSION **x, pem_password_cb *cb, void *u) = (PEM_read_bio_SSL_SESSION);
int (*prove_PEM_write_bio_SSL_SESSION)(BIO *out, const SSL_SESSION *x) = (PEM_write_bio_SSL_SESSION);
int (*prove_SSL_set_fd)(SSL *ssl, int fd) = (SSL_set_fd);
int (*prove_SSL_set_rfd)(SSL *ssl, int fd) = (SSL_set_rfd);
int (*prove_SSL_set_wfd)(SSL *ssl, int fd) = (SSL_set_wfd);
void (*prove_SSL_set_bio)(SSL *ssl, BIO *rbio, BIO *wbio) = (SSL_set_bio);
void (*prove_SSL_set0_rbio)(SSL *s, BIO *rbio) = (SSL_set0_rbio);
void (*prove_SSL_set0_wbio)(SSL *s, BIO *wbio) = (SSL_set0_wbio);
BIO *(*prove_SSL_get_rbio)(const SSL *ssl) = (SSL_get_rbio);
BIO *(*prove_SSL_get_wbio)(const SSL *ssl) = (SSL_get_wbio);
int (*prove_SSL_get_fd)(const SSL *ssl) = (SSL_get_fd);
int (*prove_SSL_get_rfd)(const SSL *ssl) = (SSL_get_rfd);
int (*prove_SSL_get_wfd)(const SSL *ssl) = (SSL_get_wfd);
SSL_CTX *(*prove_SSL_get_SSL_CTX)(const SSL *ssl) = (SSL_get_SSL_CTX);
const SSL_METHOD *(*prove_SSL_get_ssl_method)(const SSL *ssl) = (SSL_get_ssl_method);
void (*prove_SSL_CTX_set_info_callback)(SSL_CTX *ctx, void (*callback)(const SSL *ssl, int type, int val)) = (SSL_CTX_set_info_callback);
void (*prove_SSL_set_info_callback)(SSL *ssl, void (*callback)(const SSL *ssl, int type, int val)) = (SSL_set_info_callback);
void (*prove_SSL_CTX_set_msg_callback)(SSL_CTX *ctx, void (*cb)(int write_p, int version, int content_type, const void *buf, size_t len, SSL *ssl, void *arg)) = (SSL_CTX_set_msg_callback);
void (*prove_SSL_set_msg_callback)(SSL *ssl, void (*cb)(int write_p, int version, int content_type, const void *buf, size_t len, SSL *ssl, void *arg)) = (SSL_set_msg_callback);
void prove_SSL_CTX_set_msg_callback_arg(SSL_CTX *ctx, void *arg) { SSL_CTX_set_msg_callback_arg(ctx, arg); }
void prove_SSL_set_msg_callback_arg(SSL *ssl, void *arg) { SSL_set_msg_callback_arg(ssl, arg); }
int (*prove_SSL_set_session_secret_cb)(SSL *s, tls_session_secret_cb_fn session_secret_cb, void *arg) = (SSL_set_session_secret_cb);
int (*prove_SSL_set_session_ticket_ext_cb)(SSL *s, tls_session_ticket_ext_cb_fn cb, void *arg) = (SSL_set_session_ticket_ext_cb);
int (*prove_SSL_CTX_add_custom_ext)(SSL_CTX *ctx, unsigned int ext_type, unsigned int context, SSL_custom_ext_add_cb_ex add_cb, SSL_custom_ext_free_cb_ex free_cb, void *add_arg, SSL_custom_ext_parse_cb_ex parse_cb, void *parse_arg) = (SSL_CTX_add_custom_ext);
int (*prove_SSL_CTX_add_client_custom_ext)(SSL_CTX *ctx, unsigned int ext_type, custom_ext_add_cb add_cb, custom_ext_free_cb free_cb, void *add_arg, custom_ext_parse_cb parse_cb, void *parse_arg) = (SSL_CTX_add_client_custom_ext);
int (*prove_SSL_CTX_add_server_custom_ext)(SSL_CTX *ctx, unsigned int ext_type, custom_ext_add_cb add_cb, custom_ext_free_cb free_cb, void *add_arg, custom_ext_parse_cb parse_cb, void *parse_arg) = (SSL_CTX_add_server_custom_ext);
const SSL_CIPHER *(*prove_SSL_get_current_cipher)(const SSL *ssl) = (SSL_get_current_cipher);
const SSL_CIPHER *(*prove_SSL_get_pending_cipher)(const SSL *ssl) = (SSL_get_pending_cipher);
const char *prove_SSL_get_cipher(const SSL *s) { return SSL_get_cipher(s); }
const char *prove_SSL_get_cipher_name(const SSL *s) { return SSL_get_cipher_name(s); }
int prove_SSL_get_cipher_bits(const SSL *s, int *np) { return SSL_get_cipher_bits(s, np); }
const char *prove_SSL_get_cipher_version(const SSL *s) { return SSL_get_cipher_version(s); }
const char *(*prove_SSL_CIPHER_get_name)(const SSL_CIPHER *cipher) = (SSL_CIPHER_get_name);
const char *(*prove_SSL_CIPHER_standard_name)(const SSL_CIPHER *cipher) = (SSL_CIPHER_standard_name);
int (*prove_SSL_CIPHER_get_bits)(const SSL_CIPHER *cipher, int *alg_bits) = (SSL_CIPHER_get_bits);
const char *(*prove_SSL_CIPHER_get_version)(const SSL_CIPHER *cipher) = (SSL_CIPHER_get_version);
uint32_t (*prove_SSL_CIPHER_get_id)(const SSL_CIPHER *c) = (SSL_CIPHER_get_id);
uint16_t (*prove_SSL_CIPHER_get_protocol_id)(const SSL_CIPHER *c) = (SSL_CIPHER_get_protocol_id);
int (*prove_SSL_CIPHER_get_cipher_nid)(const SSL_CIPHER *c) = (SSL_CIPHER_get_cipher_nid);
int (*prove_SSL_CIPHER_get_digest_nid)(const SSL_CIPHER *c) = (SSL_CIPHER_get_digest_nid);
int (*prove_SSL_CIPHER_get_kx_nid)(const SSL_CIPHER *c) = (SSL_CIPHER_get_kx_nid);
int (*prove_SSL_CIPHER_get_auth_nid)(const SSL_CIPHER *c) = (SSL_CIPHER_get_auth_nid);
int (*prove_SSL_CIPHER_is_aead)(const SSL_CIPHER *c) = (SSL_CIPHER_is_aead);
const SSL_CIPHER *(*prove_SSL_CIPHER_find)(SSL *ssl, const unsigned char *ptr) = (SSL_CIPHER_find);
char *(*prove_SSL_CIPHER_description)(const SSL_CIPHER *cipher, char *buf, int size) = (SSL_CIPHER_description);
STACK_OF(SSL_CIPHER) *(*prove_SSL_get_ciphers)(const SSL *ssl) = (SSL_get_ciphers);
STACK_OF(SSL_CIPHER) *(*prove_SSL_CTX_get_ciphers)(const SSL_CTX *ctx) = (SSL_CTX_get_ciphers);
STACK_OF(SSL_CIPHER) *(*prove_SSL_get1_supported_ciphers)(SSL *s) = (SSL_get1_supported_ciphers);
STACK_OF(SSL_CIPHER) *(*prove_SSL_get_client_ciphers)(const SSL *ssl) = (SSL_get_client_ciphers);
const char *(*prove_SSL_get_cipher_list)(const SSL *ssl, int priority) = (SSL_get_cipher_list);
char *(*prove_SSL_get_shared_ciphers)(const SSL *s, char *buf, int size) = (SSL_get_shared_ciphers);
int (*prove_SSL_bytes_to_cipher_list)(SSL *s, const unsigned char *bytes, size_t len, int isv2format, STACK_OF(SSL_CIPHER) **sk, STACK_OF(SSL_CIPHER) **scsvs) = (SSL_bytes_to_cipher_list);
void (*prove_SSL_get0_alpn_selected)(const SSL *ssl, const unsigned char **data, unsigned int *len) = (SSL_get0_alpn_selected);
void (*prove_SSL_get0_next_proto_negotiated)(const SSL *s, const unsigned char **data, unsigned *len) = (SSL_get0_next_proto_negotiated);
int (*prove_SSL_select_next_proto)(unsigned char **out, unsigned char *outlen, const unsigned char *server, unsigned int server_len, const unsigned char *client, unsigned int client_len) = (SSL_select_next_proto);
SRTP_PROTECTION_PROFILE *(*prove_SSL_get_selected_srtp_profile)(SSL *s) = (SSL_get_selected_srtp_profile);
STACK_OF(SRTP_PROTECTION_PROFILE) *(*prove_SSL_get_srtp_profiles)(SSL *ssl) = (SSL_get_srtp_profiles);
int (*prove_SSL_client_hello_isv2)(SSL *s) = (SSL_client_hello_isv2);
size_t (*prove_SSL_client_hello_get0_ciphers)(SSL *s, const unsigned char **out) = (SSL_client_hello_get0_ciphers);
int (*prove_SSL_client_hello_get0_ext)(SSL *s, unsigned int type, const unsigned char **out, size_t *outlen) = (SSL_client_hello_get0_ext);
unsigned int (*prove_SSL_client_hello_get0_legacy_version)(SSL *s) = (SSL_client_hello_get0_legacy_version);
size_t (*prove_SSL_client_hello_get0_random)(SSL *s, const unsigned char **out) = (SSL_client_hello_get0_random);
size_t (*prove_SSL_client_hello_get0_session_id)(SSL *s, const unsigned char **out) = (SSL_client_hello_get0_session_id);
const COMP_METHOD *(*prove_SSL_get_current_compression)(const SSL *s) = (SSL_get_current_compression);
const COMP_METHOD *(*prove_SSL_get_current_expansion)(const SSL *s) = (SSL_get_current_expansion);
const char *(*prove_SSL_COMP_get_name)(const COMP_METHOD *comp) = (SSL_COMP_get_name);
const char *(*prove_SSL_COMP_get0_name)(const SSL_COMP *comp) = (SSL_COMP_get0_name);
int (*prove_SSL_COMP_get_id)(const SSL_COMP *comp) = (SSL_COMP_get_id);
STACK_OF(SSL_COMP) *(*prove_SSL_COMP_get_compression_methods)(void) = (SSL_COMP_get_compression_methods);
STACK_OF(SSL_COMP) *(*prove_SSL_COMP_set0_compression_methods)(STACK_OF(SSL_COMP) *meths) = (SSL_COMP_set0_compression_methods);
int (*prove_SSL_COMP_add_compression_method)(int id, COMP_METHOD *cm) = (SSL_COMP_add_compression_method);
int (*prove_SSL_get_shared_sigalgs)(SSL *s, int idx, int *psign, int *phash, int *psignhash, unsigned char *rsig, unsigned char *rhash) = (SSL_get_shared_sigalgs);
int (*prove_SSL_get_sigalgs)(SSL *s, int idx, int *psign, int *phash, int *psignhash, unsigned char *rsig, unsigned char *rhash) = (SSL_get_sigalgs);
int prove_SSL_get_peer_signature_nid(SSL *ssl, int *psig_nid) { return SSL_get_peer_signature_nid(ssl, psig_nid); }
int prove_SSL_get_negotiated_group(SSL *s) { return SSL_get_negotiated_group(s); }
const char *(*prove_SSL_group_to_name)(SSL *ssl, int id) = (SSL_group_to_name);
int prove_SSL_get_shared_group(SSL *s, int n) { return SSL_get_shared_group(s, n); }
void *(*prove_SSL_get_ex_data)(const SSL *ssl, int idx) = (SSL_get_ex_data);
int (*prove_SSL_set_ex_data)(SSL *ssl, int idx, void *data) = (SSL_set_ex_data);
void *(*prove_SSL_CTX_get_ex_data)(const SSL_CTX *ssl, int idx) = (SSL_CTX_get_ex_data);
int (*prove_SSL_CTX_set_ex_data)(SSL_CTX *ssl, int idx, void *data) = (SSL_CTX_set_ex_data);
int prove_SSL_get_ex_new_index(long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func, CRYPTO_EX_free *free_func) { return SSL_get_ex_new_index(argl, argp, new_func, dup_func, free_func); }
int prove_SSL_CTX_get_ex_new_index(long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func, CRYPTO_EX_free *free_func) { return SSL_CTX_get_ex_new_index(argl, argp, new_func, dup_func, free_func); }
int (*prove_SSL_get_ex_data_X509_STORE_CTX_idx)(void) = (SSL_get_ex_data_X509_STORE_CTX_idx);
void *prove_SSL_get_app_data(const SSL *ssl) { return SSL_get_app_data(ssl); }
int prove_SSL_set_app_data(SSL *ssl, void *arg) { return SSL_set_app_data(ssl, arg); }
void *prove_SSL_CTX_get_app_data(const SSL_CTX *ctx) { return SSL_CTX_get_app_data(ctx); }
int prove_SSL_CTX_set_app_data(SSL_CTX *ctx, void *arg) { return SSL_CTX_set_app_data(ctx, arg); }
int (*prove_SSL_extension_supported)(unsigned int ext_type) = (SSL_extension_supported);
int prove_SSL_library_init(void) { return SSL_library_init(); }
void prove_SSL_load_error_strings(void) { SSL_load_error_strings(); }
int prove_OpenSSL_add_ssl_algorithms(void) { return OpenSSL_add_ssl_algorithms(); }
int (*prove_OPENSSL_init_ssl)(uint64_t opts, const OPENSSL_INIT_SETTINGS *settings) = (OPENSSL_init_ssl);
int prove_SSL_CTX_clear_chain_certs(SSL_CTX *ctx) { return SSL_CTX_clear_chain_certs(ctx); }
int prove_SSL_CTX_select_current_cert(SSL_CTX *ctx, X509 *x509) { return SSL_CTX_select_current_cert(ctx, x509); }
int prove_SSL_CTX_get0_chain_certs(SSL_CTX *ctx, STACK_OF(X509) **sk) { return SSL_CTX_get0_chain_certs(ctx, sk); }
int prove_SSL_get0_chain_certs(SSL *ssl, STACK_OF(X509) **sk) { return SSL_get0_chain_certs(ssl, sk); }
int (*prove_SSL_CTX_set_srp_username)(SSL_CTX *ctx, char *name) = (SSL_CTX_set_srp_username);
int (*prove_SSL_CTX_set_srp_password)(SSL_CTX *ctx, char *password) = (SSL_CTX_set_srp_password);
void prove_SSL_COMP_free_compression_methods(void) { SSL_COMP_free_compression_methods(); }
int (*prove_SSL_copy_session_id)(SSL *to, const SSL *from) = (SSL_copy_session_id);
const SSL_METHOD *(*prove_SSL_CTX_get_ssl_method)(const SSL_CTX *ctx) = (SSL_CTX_get_ssl_method);
const STACK_OF(X509_NAME) *(*prove_SSL_get0_CA_list)(const SSL *s) = (SSL_get0_CA_list);
const STACK_OF(X509_NAME) *(*prove_SSL_get0_peer_CA_list)(const SSL *s) = (SSL_get0_peer_CA_list);
int (*prove_SSL_get_early_data_status)(const SSL *s) = (SSL_get_early_data_status);
int (*prove_SSL_get_key_update_type)(const SSL *s) = (SSL_get_key_update_type);
int (*prove_SSL_waiting_for_async)(SSL *s) = (SSL_waiting_for_async);
void (*prove_SSL_trace)(int write_p, int version, int content_type, const void *buf, size_t len, SSL *ssl, void *arg) = (SSL_trace);
SSL_SESSION *(*prove_PEM_read_SSL_SESSION)(FILE *out, SSL_SESSION **x, pem_password_cb *cb, void *u) = (PEM_read_SSL_SESSION);
int (*prove_PEM_write_SSL_SESSION)(FILE *out, const SSL_SESSION *x) = (PEM_write_SSL_SESSION);
const char *(*prove_SSL_SESSION_get0_hostname)(const SSL_SESSION *s) = (SSL_SESSION_get0_hostname);
const STACK_OF(X509_NAME) *(*prove_SSL_CTX_get0_CA_list)(const SSL_CTX *ctx) = (SSL_CTX_get0_CA_list);
void (*prove_SSL_SESSION_get0_alpn_selected)(const SSL_SESSION *s, const unsigned char **alpn, size_t *len) = (SSL_SESSION_get0_alpn_selected);
void (*prove_SSL_SESSION_get0_ticket)(const SSL_SESSION *s, const unsigned char **tick, size_t *len) = (SSL_SESSION_get0_ticket);
int (*prove_SSL_client_hello_get1_extensions_present)(SSL *s, int **out, size_t *outlen) = (SSL_client_hello_get1_extensions_present);
void (*prove_SSL_set_default_passwd_cb_userdata)(SSL *s, void *u) = (SSL_set_default_passwd_cb_userdata);
void (*prove_SSL_set0_security_ex_data)(SSL *s, void *ex) = (SSL_set0_security_ex_data);
void (*prove_SSL_CTX_set0_security_ex_data)(SSL_CTX *ctx, void *ex) = (SSL_CTX_set0_security_ex_data);
int (*prove_SSL_CTX_set_srp_cb_arg)(SSL_CTX *ctx, void *arg) = (SSL_CTX_set_srp_cb_arg);
void (*prove_SSL_set_default_passwd_cb)(SSL *s, pem_password_cb *cb) = (SSL_set_default_passwd_cb);
int (*prove_SSL_CTX_use_serverinfo)(SSL_CTX *ctx, const unsigned char *serverinfo, size_t serverinfo_length) = (SSL_CTX_use_serverinfo);
int (*prove_SSL_CTX_use_serverinfo_ex)(SSL_CTX *ctx, unsigned int version, const unsigned char *serverinfo, size_t serverinfo_length) = (SSL_CTX_use_serverinfo_ex);
int (*prove_SSL_use_RSAPrivateKey_ASN1)(SSL *ssl, const unsigned char *d, long len) = (SSL_use_RSAPrivateKey_ASN1);
int (*prove_SSL_SESSION_set1_hostname)(SSL_SESSION *s, const char *hostname) = (SSL_SESSION_set1_hostname);
int (*prove_SSL_SESSION_set1_alpn_selected)(SSL_SESSION *s, const unsigned char *alpn, size_t len) = (SSL_SESSION_set1_alpn_selected);
int (*prove_SSL_CTX_set_ctlog_list_file)(SSL_CTX *ctx, const char *path) = (SSL_CTX_set_ctlog_list_file);
int (*prove_SSL_CTX_set_default_ctlog_list_file)(SSL_CTX *ctx) = (SSL_CTX_set_default_ctlog_list_file);
int (*prove_SSL_CTX_add1_to_CA_list)(SSL_CTX *ctx, const X509 *x) = (SSL_CTX_add1_to_CA_list);
int (*prove_SSL_add1_to_CA_list)(SSL *ssl, const X509 *x) = (SSL_add1_to_CA_list);
int (*prove_SSL_alloc_buffers)(SSL *ssl) = (SSL_alloc_buffers);
int (*prove_SSL_free_buffers)(SSL *ssl) = (SSL_free_buffers);
int (*prove_SSL_CTX_dane_mtype_set)(SSL_CTX *ctx, const EVP_MD *md, uint8_t mtype, uint8_t ord) = (SSL_CTX_dane_mtype_set);
int (*prove_SSL_get0_dane_tlsa)(SSL *s, uint8_t *usage, uint8_t *selector, uint8_t *mtype, const unsigned char **data, size_t *dlen) = (SSL_get0_dane_tlsa);
int (*prove_SSL_get_verify_depth)(const SSL *s) = (SSL_get_verify_depth);
long (*prove_SSL_get_default_timeout)(const SSL *s) = (SSL_get_default_timeout);
int (*prove_SSL_get_read_ahead)(const SSL *s) = (SSL_get_read_ahead);
int (*prove_SSL_check_chain)(SSL *s, X509 *x, EVP_PKEY *pk, STACK_OF(X509) *chain) = (SSL_check_chain);
size_t (*prove_SSL_get_num_tickets)(const SSL *s) = (SSL_get_num_tickets);
size_t (*prove_SSL_CTX_get_num_tickets)(const SSL_CTX *ctx) = (SSL_CTX_get_num_tickets);
int (*prove_SSL_CTX_get_quiet_shutdown)(const SSL_CTX *ctx) = (SSL_CTX_get_quiet_shutdown);
int (*prove_SSL_ct_is_enabled)(const SSL *s) = (SSL_ct_is_enabled);
int (*prove_SSL_CTX_ct_is_enabled)(const SSL_CTX *ctx) = (SSL_CTX_ct_is_enabled);
int (*prove_SSL_has_matching_session_id)(const SSL *s, const unsigned char *id, unsigned int id_len) = (SSL_has_matching_session_id);
uint32_t (*prove_SSL_SESSION_get_max_early_data)(const SSL_SESSION *s) = (SSL_SESSION_get_max_early_data);
const char *(*prove_SSL_rstate_string)(const SSL *s) = (SSL_rstate_string);
const char *(*prove_SSL_rstate_string_long)(const SSL *s) = (SSL_rstate_string_long);
_Static_assert((long long)(DTLS1_2_VERSION) == 65277LL, "DTLS1_2_VERSION");
_Static_assert((long long)(DTLS1_COOKIE_LENGTH) == 255LL, "DTLS1_COOKIE_LENGTH");
_Static_assert((long long)(DTLS1_VERSION) == 65279LL, "DTLS1_VERSION");
_Static_assert((long long)(DTLS_ANY_VERSION) == 131071LL, "DTLS_ANY_VERSION");
_Static_assert((long long)(DTLS_MAX_VERSION) == 65277LL, "DTLS_MAX_VERSION");
_Static_assert((long long)(DTLS_MIN_VERSION) == 65279LL, "DTLS_MIN_VERSION");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_OPENSSL) == 2048LL, "OPENSSL_INIT_ENGINE_OPENSSL");
_Static_assert((long long)(OPENSSL_INIT_LOAD_SSL_STRINGS) == 2097152LL, "OPENSSL_INIT_LOAD_SSL_STRINGS");
_Static_assert((long long)(OPENSSL_INIT_NO_LOAD_SSL_STRINGS) == 1048576LL, "OPENSSL_INIT_NO_LOAD_SSL_STRINGS");
_Static_assert((long long)(OPENSSL_INIT_SSL_DEFAULT) == 2097154LL, "OPENSSL_INIT_SSL_DEFAULT");
_Static_assert((long long)(OPENSSL_NPN_NEGOTIATED) == 1LL, "OPENSSL_NPN_NEGOTIATED");
_Static_assert((long long)(OPENSSL_NPN_NO_OVERLAP) == 2LL, "OPENSSL_NPN_NO_OVERLAP");
_Static_assert((long long)(OPENSSL_NPN_UNSUPPORTED) == 0LL, "OPENSSL_NPN_UNSUPPORTED");
_Static_assert((long long)(PSK_MAX_IDENTITY_LEN) == 256LL, "PSK_MAX_IDENTITY_LEN");
_Static_assert((long long)(PSK_MAX_PSK_LEN) == 512LL, "PSK_MAX_PSK_LEN");
_Static_assert((long long)(SSL2_VERSION) == 2LL, "SSL2_VERSION");
_Static_assert((long long)(SSL3_VERSION) == 768LL, "SSL3_VERSION");
_Static_assert((long long)(SSL_CB_ACCEPT_EXIT) == 8194LL, "SSL_CB_ACCEPT_EXIT");
_Static_assert((long long)(SSL_CB_ACCEPT_LOOP) == 8193LL, "SSL_CB_ACCEPT_LOOP");
_Static_assert((long long)(SSL_CB_ALERT) == 16384LL, "SSL_CB_ALERT");
_Static_assert((long long)(SSL_CB_CONNECT_EXIT) == 4098LL, "SSL_CB_CONNECT_EXIT");
_Static_assert((long long)(SSL_CB_CONNECT_LOOP) == 4097LL, "SSL_CB_CONNECT_LOOP");
_Static_assert((long long)(SSL_CB_EXIT) == 2LL, "SSL_CB_EXIT");
_Static_assert((long long)(SSL_CB_HANDSHAKE_DONE) == 32LL, "SSL_CB_HANDSHAKE_DONE");
_Static_assert((long long)(SSL_CB_HANDSHAKE_START) == 16LL, "SSL_CB_HANDSHAKE_START");
_Static_assert((long long)(SSL_CB_LOOP) == 1LL, "SSL_CB_LOOP");
_Static_assert((long long)(SSL_CB_READ) == 4LL, "SSL_CB_READ");
_Static_assert((long long)(SSL_CB_READ_ALERT) == 16388LL, "SSL_CB_READ_ALERT");
_Static_assert((long long)(SSL_CB_WRITE) == 8LL, "SSL_CB_WRITE");
_Static_assert((long long)(SSL_CB_WRITE_ALERT) == 16392LL, "SSL_CB_WRITE_ALERT");
_Static_assert((long long)(SSL_CLIENT_HELLO_CB) == 7LL, "SSL_CLIENT_HELLO_CB");
_Static_assert((long long)(SSL_CLIENT_HELLO_ERROR) == 0LL, "SSL_CLIENT_HELLO_ERROR");
_Static_assert((long long)(SSL_CLIENT_HELLO_RETRY) == -1LL, "SSL_CLIENT_HELLO_RETRY");
_Static_assert((long long)(SSL_CLIENT_HELLO_SUCCESS) == 1LL, "SSL_CLIENT_HELLO_SUCCESS");
_Static_assert((long long)(SSL_COOKIE_LENGTH) == 4096LL, "SSL_COOKIE_LENGTH");
_Static_assert((long long)(SSL_CTRL_SET_MAX_PROTO_VERSION) == 124LL, "SSL_CTRL_SET_MAX_PROTO_VERSION");
_Static_assert((long long)(SSL_CTRL_SET_MIN_PROTO_VERSION) == 123LL, "SSL_CTRL_SET_MIN_PROTO_VERSION");
_Static_assert((long long)(SSL_EARLY_DATA_ACCEPTED) == 2LL, "SSL_EARLY_DATA_ACCEPTED");
_Static_assert((long long)(SSL_EARLY_DATA_NOT_SENT) == 0LL, "SSL_EARLY_DATA_NOT_SENT");
_Static_assert((long long)(SSL_EARLY_DATA_REJECTED) == 1LL, "SSL_EARLY_DATA_REJECTED");
_Static_assert((long long)(SSL_ERROR_NONE) == 0LL, "SSL_ERROR_NONE");
_Static_assert((long long)(SSL_ERROR_SSL) == 1LL, "SSL_ERROR_SSL");
_Static_assert((long long)(SSL_ERROR_SYSCALL) == 5LL, "SSL_ERROR_SYSCALL");
_Static_assert((long long)(SSL_ERROR_WANT_ACCEPT) == 8LL, "SSL_ERROR_WANT_ACCEPT");
_Static_assert((long long)(SSL_ERROR_WANT_ASYNC) == 9LL, "SSL_ERROR_WANT_ASYNC");
_Static_assert((long long)(SSL_ERROR_WANT_ASYNC_JOB) == 10LL, "SSL_ERROR_WANT_ASYNC_JOB");
_Static_assert((long long)(SSL_ERROR_WANT_CLIENT_HELLO_CB) == 11LL, "SSL_ERROR_WANT_CLIENT_HELLO_CB");
_Static_assert((long long)(SSL_ERROR_WANT_CONNECT) == 7LL, "SSL_ERROR_WANT_CONNECT");
_Static_assert((long long)(SSL_ERROR_WANT_READ) == 2LL, "SSL_ERROR_WANT_READ");
_Static_assert((long long)(SSL_ERROR_WANT_RETRY_VERIFY) == 12LL, "SSL_ERROR_WANT_RETRY_VERIFY");
_Static_assert((long long)(SSL_ERROR_WANT_WRITE) == 3LL, "SSL_ERROR_WANT_WRITE");
_Static_assert((long long)(SSL_ERROR_WANT_X509_LOOKUP) == 4LL, "SSL_ERROR_WANT_X509_LOOKUP");
_Static_assert((long long)(SSL_ERROR_ZERO_RETURN) == 6LL, "SSL_ERROR_ZERO_RETURN");
_Static_assert((long long)(SSL_FILETYPE_ASN1) == 2LL, "SSL_FILETYPE_ASN1");
_Static_assert((long long)(SSL_FILETYPE_PEM) == 1LL, "SSL_FILETYPE_PEM");
_Static_assert((long long)(SSL_KEY_UPDATE_NONE) == -1LL, "SSL_KEY_UPDATE_NONE");
_Static_assert((long long)(SSL_KEY_UPDATE_NOT_REQUESTED) == 0LL, "SSL_KEY_UPDATE_NOT_REQUESTED");
_Static_assert((long long)(SSL_KEY_UPDATE_REQUESTED) == 1LL, "SSL_KEY_UPDATE_REQUESTED");
_Static_assert((long long)(SSL_MAX_CERT_LIST_DEFAULT) == 102400LL, "SSL_MAX_CERT_LIST_DEFAULT");
_Static_assert((long long)(SSL_MAX_KEY_ARG_LENGTH) == 8LL, "SSL_MAX_KEY_ARG_LENGTH");
_Static_assert((long long)(SSL_MAX_MASTER_KEY_LENGTH) == 48LL, "SSL_MAX_MASTER_KEY_LENGTH");
_Static_assert((long long)(SSL_MAX_PIPELINES) == 32LL, "SSL_MAX_PIPELINES");
_Static_assert((long long)(SSL_MAX_SID_CTX_LENGTH) == 32LL, "SSL_MAX_SID_CTX_LENGTH");
_Static_assert((long long)(SSL_MAX_SSL_SESSION_ID_LENGTH) == 32LL, "SSL_MAX_SSL_SESSION_ID_LENGTH");
_Static_assert((long long)(SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER) == 2LL, "SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER");
_Static_assert((long long)(SSL_MODE_ASYNC) == 256LL, "SSL_MODE_ASYNC");
_Static_assert((long long)(SSL_MODE_AUTO_RETRY) == 4LL, "SSL_MODE_AUTO_RETRY");
_Static_assert((long long)(SSL_MODE_DTLS_SCTP_LABEL_LENGTH_BUG) == 1024LL, "SSL_MODE_DTLS_SCTP_LABEL_LENGTH_BUG");
_Static_assert((long long)(SSL_MODE_ENABLE_PARTIAL_WRITE) == 1LL, "SSL_MODE_ENABLE_PARTIAL_WRITE");
_Static_assert((long long)(SSL_MODE_NO_AUTO_CHAIN) == 8LL, "SSL_MODE_NO_AUTO_CHAIN");
_Static_assert((long long)(SSL_MODE_RELEASE_BUFFERS) == 16LL, "SSL_MODE_RELEASE_BUFFERS");
_Static_assert((long long)(SSL_MODE_SEND_CLIENTHELLO_TIME) == 32LL, "SSL_MODE_SEND_CLIENTHELLO_TIME");
_Static_assert((long long)(SSL_MODE_SEND_FALLBACK_SCSV) == 128LL, "SSL_MODE_SEND_FALLBACK_SCSV");
_Static_assert((long long)(SSL_MODE_SEND_SERVERHELLO_TIME) == 64LL, "SSL_MODE_SEND_SERVERHELLO_TIME");
_Static_assert((long long)(SSL_NOTHING) == 1LL, "SSL_NOTHING");
_Static_assert((long long)(SSL_OP_ALL) == 2147485776LL, "SSL_OP_ALL");
_Static_assert((long long)(SSL_OP_ALLOW_CLIENT_RENEGOTIATION) == 256LL, "SSL_OP_ALLOW_CLIENT_RENEGOTIATION");
_Static_assert((long long)(SSL_OP_ALLOW_NO_DHE_KEX) == 1024LL, "SSL_OP_ALLOW_NO_DHE_KEX");
_Static_assert((long long)(SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION) == 262144LL, "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION");
_Static_assert((long long)(SSL_OP_CIPHER_SERVER_PREFERENCE) == 4194304LL, "SSL_OP_CIPHER_SERVER_PREFERENCE");
_Static_assert((long long)(SSL_OP_CISCO_ANYCONNECT) == 32768LL, "SSL_OP_CISCO_ANYCONNECT");
_Static_assert((long long)(SSL_OP_CLEANSE_PLAINTEXT) == 2LL, "SSL_OP_CLEANSE_PLAINTEXT");
_Static_assert((long long)(SSL_OP_COOKIE_EXCHANGE) == 8192LL, "SSL_OP_COOKIE_EXCHANGE");
_Static_assert((long long)(SSL_OP_CRYPTOPRO_TLSEXT_BUG) == 2147483648LL, "SSL_OP_CRYPTOPRO_TLSEXT_BUG");
_Static_assert((long long)(SSL_OP_DISABLE_TLSEXT_CA_NAMES) == 512LL, "SSL_OP_DISABLE_TLSEXT_CA_NAMES");
_Static_assert((long long)(SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) == 2048LL, "SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS");
_Static_assert((long long)(SSL_OP_ENABLE_KTLS) == 8LL, "SSL_OP_ENABLE_KTLS");
_Static_assert((long long)(SSL_OP_ENABLE_MIDDLEBOX_COMPAT) == 1048576LL, "SSL_OP_ENABLE_MIDDLEBOX_COMPAT");
_Static_assert((long long)(SSL_OP_EPHEMERAL_RSA) == 0LL, "SSL_OP_EPHEMERAL_RSA");
_Static_assert((long long)(SSL_OP_IGNORE_UNEXPECTED_EOF) == 128LL, "SSL_OP_IGNORE_UNEXPECTED_EOF");
_Static_assert((long long)(SSL_OP_LEGACY_SERVER_CONNECT) == 4LL, "SSL_OP_LEGACY_SERVER_CONNECT");
_Static_assert((long long)(SSL_OP_MICROSOFT_BIG_SSLV3_BUFFER) == 0LL, "SSL_OP_MICROSOFT_BIG_SSLV3_BUFFER");
_Static_assert((long long)(SSL_OP_MICROSOFT_SESS_ID_BUG) == 0LL, "SSL_OP_MICROSOFT_SESS_ID_BUG");
_Static_assert((long long)(SSL_OP_MSIE_SSLV2_RSA_PADDING) == 0LL, "SSL_OP_MSIE_SSLV2_RSA_PADDING");
_Static_assert((long long)(SSL_OP_NETSCAPE_CA_DN_BUG) == 0LL, "SSL_OP_NETSCAPE_CA_DN_BUG");
_Static_assert((long long)(SSL_OP_NETSCAPE_CHALLENGE_BUG) == 0LL, "SSL_OP_NETSCAPE_CHALLENGE_BUG");
_Static_assert((long long)(SSL_OP_NETSCAPE_DEMO_CIPHER_CHANGE_BUG) == 0LL, "SSL_OP_NETSCAPE_DEMO_CIPHER_CHANGE_BUG");
_Static_assert((long long)(SSL_OP_NETSCAPE_REUSE_CIPHER_CHANGE_BUG) == 0LL, "SSL_OP_NETSCAPE_REUSE_CIPHER_CHANGE_BUG");
_Static_assert((long long)(SSL_OP_NO_ANTI_REPLAY) == 16777216LL, "SSL_OP_NO_ANTI_REPLAY");
_Static_assert((long long)(SSL_OP_NO_COMPRESSION) == 131072LL, "SSL_OP_NO_COMPRESSION");
_Static_assert((long long)(SSL_OP_NO_DTLS_MASK) == 201326592LL, "SSL_OP_NO_DTLS_MASK");
_Static_assert((long long)(SSL_OP_NO_DTLSv1) == 67108864LL, "SSL_OP_NO_DTLSv1");
_Static_assert((long long)(SSL_OP_NO_DTLSv1_2) == 134217728LL, "SSL_OP_NO_DTLSv1_2");
_Static_assert((long long)(SSL_OP_NO_ENCRYPT_THEN_MAC) == 524288LL, "SSL_OP_NO_ENCRYPT_THEN_MAC");
_Static_assert((long long)(SSL_OP_NO_EXTENDED_MASTER_SECRET) == 1LL, "SSL_OP_NO_EXTENDED_MASTER_SECRET");
_Static_assert((long long)(SSL_OP_NO_QUERY_MTU) == 4096LL, "SSL_OP_NO_QUERY_MTU");
_Static_assert((long long)(SSL_OP_NO_RENEGOTIATION) == 1073741824LL, "SSL_OP_NO_RENEGOTIATION");
_Static_assert((long long)(SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION) == 65536LL, "SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION");
_Static_assert((long long)(SSL_OP_NO_SSL_MASK) == 1040187392LL, "SSL_OP_NO_SSL_MASK");
_Static_assert((long long)(SSL_OP_NO_SSLv2) == 0LL, "SSL_OP_NO_SSLv2");
_Static_assert((long long)(SSL_OP_NO_SSLv3) == 33554432LL, "SSL_OP_NO_SSLv3");
_Static_assert((long long)(SSL_OP_NO_TICKET) == 16384LL, "SSL_OP_NO_TICKET");
_Static_assert((long long)(SSL_OP_NO_TLSv1) == 67108864LL, "SSL_OP_NO_TLSv1");
_Static_assert((long long)(SSL_OP_NO_TLSv1_1) == 268435456LL, "SSL_OP_NO_TLSv1_1");
_Static_assert((long long)(SSL_OP_NO_TLSv1_2) == 134217728LL, "SSL_OP_NO_TLSv1_2");
_Static_assert((long long)(SSL_OP_NO_TLSv1_3) == 536870912LL, "SSL_OP_NO_TLSv1_3");
_Static_assert((long long)(SSL_OP_PKCS1_CHECK_1) == 0LL, "SSL_OP_PKCS1_CHECK_1");
_Static_assert((long long)(SSL_OP_PKCS1_CHECK_2) == 0LL, "SSL_OP_PKCS1_CHECK_2");
_Static_assert((long long)(SSL_OP_PRIORITIZE_CHACHA) == 2097152LL, "SSL_OP_PRIORITIZE_CHACHA");
_Static_assert((long long)(SSL_OP_SAFARI_ECDHE_ECDSA_BUG) == 64LL, "SSL_OP_SAFARI_ECDHE_ECDSA_BUG");
_Static_assert((long long)(SSL_OP_SINGLE_DH_USE) == 0LL, "SSL_OP_SINGLE_DH_USE");
_Static_assert((long long)(SSL_OP_SINGLE_ECDH_USE) == 0LL, "SSL_OP_SINGLE_ECDH_USE");
_Static_assert((long long)(SSL_OP_SSLEAY_080_CLIENT_DH_BUG) == 0LL, "SSL_OP_SSLEAY_080_CLIENT_DH_BUG");
_Static_assert((long long)(SSL_OP_SSLREF2_REUSE_CERT_TYPE_BUG) == 0LL, "SSL_OP_SSLREF2_REUSE_CERT_TYPE_BUG");
_Static_assert((long long)(SSL_OP_TLSEXT_PADDING) == 16LL, "SSL_OP_TLSEXT_PADDING");
_Static_assert((long long)(SSL_OP_TLS_BLOCK_PADDING_BUG) == 0LL, "SSL_OP_TLS_BLOCK_PADDING_BUG");
_Static_assert((long long)(SSL_OP_TLS_D5_BUG) == 0LL, "SSL_OP_TLS_D5_BUG");
_Static_assert((long long)(SSL_OP_TLS_ROLLBACK_BUG) == 8388608LL, "SSL_OP_TLS_ROLLBACK_BUG");
_Static_assert((long long)(SSL_READING) == 3LL, "SSL_READING");
_Static_assert((long long)(SSL_READ_EARLY_DATA_ERROR) == 0LL, "SSL_READ_EARLY_DATA_ERROR");
_Static_assert((long long)(SSL_READ_EARLY_DATA_FINISH) == 2LL, "SSL_READ_EARLY_DATA_FINISH");
_Static_assert((long long)(SSL_READ_EARLY_DATA_SUCCESS) == 1LL, "SSL_READ_EARLY_DATA_SUCCESS");
_Static_assert((long long)(SSL_RECEIVED_SHUTDOWN) == 2LL, "SSL_RECEIVED_SHUTDOWN");
_Static_assert((long long)(SSL_RETRY_VERIFY) == 8LL, "SSL_RETRY_VERIFY");
_Static_assert((long long)(SSL_R_CERTIFICATE_VERIFY_FAILED) == 134LL, "SSL_R_CERTIFICATE_VERIFY_FAILED");
_Static_assert((long long)(SSL_R_READ_TIMEOUT_EXPIRED) == 312LL, "SSL_R_READ_TIMEOUT_EXPIRED");
_Static_assert((long long)(SSL_R_UNEXPECTED_EOF_WHILE_READING) == 294LL, "SSL_R_UNEXPECTED_EOF_WHILE_READING");
_Static_assert((long long)(SSL_R_UNEXPECTED_MESSAGE) == 244LL, "SSL_R_UNEXPECTED_MESSAGE");
_Static_assert((long long)(SSL_R_WRONG_VERSION_NUMBER) == 267LL, "SSL_R_WRONG_VERSION_NUMBER");
_Static_assert((long long)(SSL_SENT_SHUTDOWN) == 1LL, "SSL_SENT_SHUTDOWN");
_Static_assert((long long)(SSL_SESS_CACHE_BOTH) == 3LL, "SSL_SESS_CACHE_BOTH");
_Static_assert((long long)(SSL_SESS_CACHE_CLIENT) == 1LL, "SSL_SESS_CACHE_CLIENT");
_Static_assert((long long)(SSL_SESS_CACHE_NO_AUTO_CLEAR) == 128LL, "SSL_SESS_CACHE_NO_AUTO_CLEAR");
_Static_assert((long long)(SSL_SESS_CACHE_NO_INTERNAL) == 768LL, "SSL_SESS_CACHE_NO_INTERNAL");
_Static_assert((long long)(SSL_SESS_CACHE_NO_INTERNAL_LOOKUP) == 256LL, "SSL_SESS_CACHE_NO_INTERNAL_LOOKUP");
_Static_assert((long long)(SSL_SESS_CACHE_NO_INTERNAL_STORE) == 512LL, "SSL_SESS_CACHE_NO_INTERNAL_STORE");
_Static_assert((long long)(SSL_SESS_CACHE_OFF) == 0LL, "SSL_SESS_CACHE_OFF");
_Static_assert((long long)(SSL_SESS_CACHE_SERVER) == 2LL, "SSL_SESS_CACHE_SERVER");
_Static_assert((long long)(SSL_SESS_CACHE_UPDATE_TIME) == 1024LL, "SSL_SESS_CACHE_UPDATE_TIME");
_Static_assert((long long)(SSL_ST_ACCEPT) == 8192LL, "SSL_ST_ACCEPT");
_Static_assert((long long)(SSL_ST_CONNECT) == 4096LL, "SSL_ST_CONNECT");
_Static_assert((long long)(SSL_ST_MASK) == 4095LL, "SSL_ST_MASK");
_Static_assert((long long)(SSL_ST_READ_BODY) == 241LL, "SSL_ST_READ_BODY");
_Static_assert((long long)(SSL_ST_READ_DONE) == 242LL, "SSL_ST_READ_DONE");
_Static_assert((long long)(SSL_ST_READ_HEADER) == 240LL, "SSL_ST_READ_HEADER");
_Static_assert((long long)(SSL_TLSEXT_ERR_ALERT_FATAL) == 2LL, "SSL_TLSEXT_ERR_ALERT_FATAL");
_Static_assert((long long)(SSL_TLSEXT_ERR_ALERT_WARNING) == 1LL, "SSL_TLSEXT_ERR_ALERT_WARNING");
_Static_assert((long long)(SSL_TLSEXT_ERR_NOACK) == 3LL, "SSL_TLSEXT_ERR_NOACK");
_Static_assert((long long)(SSL_TLSEXT_ERR_OK) == 0LL, "SSL_TLSEXT_ERR_OK");
_Static_assert((long long)(SSL_VERIFY_CLIENT_ONCE) == 4LL, "SSL_VERIFY_CLIENT_ONCE");
_Static_assert((long long)(SSL_VERIFY_FAIL_IF_NO_PEER_CERT) == 2LL, "SSL_VERIFY_FAIL_IF_NO_PEER_CERT");
_Static_assert((long long)(SSL_VERIFY_NONE) == 0LL, "SSL_VERIFY_NONE");
_Static_assert((long long)(SSL_VERIFY_PEER) == 1LL, "SSL_VERIFY_PEER");
_Static_assert((long long)(SSL_VERIFY_POST_HANDSHAKE) == 8LL, "SSL_VERIFY_POST_HANDSHAKE");
_Static_assert((long long)(SSL_WRITING) == 2LL, "SSL_WRITING");
_Static_assert((long long)(TLS1_1_VERSION) == 770LL, "TLS1_1_VERSION");
_Static_assert((long long)(TLS1_2_VERSION) == 771LL, "TLS1_2_VERSION");
_Static_assert((long long)(TLS1_3_VERSION) == 772LL, "TLS1_3_VERSION");
_Static_assert((long long)(TLS1_VERSION) == 769LL, "TLS1_VERSION");
_Static_assert((long long)(TLSEXT_NAMETYPE_host_name) == 0LL, "TLSEXT_NAMETYPE_host_name");
_Static_assert((long long)(TLSEXT_STATUSTYPE_ocsp) == 1LL, "TLSEXT_STATUSTYPE_ocsp");
_Static_assert((long long)(TLS_ANY_VERSION) == 65536LL, "TLS_ANY_VERSION");
_Static_assert((long long)(TLS_MAX_VERSION) == 772LL, "TLS_MAX_VERSION");
int main(void) { return 0; }
