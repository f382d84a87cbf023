/* Proves data/apis/openssl_bio.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/bn.h>

BIO *(*prove_BIO_new)(const BIO_METHOD *type) = (BIO_new);
BIO *(*prove_BIO_new_ex)(OSSL_LIB_CTX *libctx, const BIO_METHOD *type) = (BIO_new_ex);
BIO *(*prove_BIO_new_mem_buf)(const void *buf, int len) = (BIO_new_mem_buf);
BIO *(*prove_BIO_new_file)(const char *filename, const char *mode) = (BIO_new_file);
BIO *(*prove_BIO_new_fp)(FILE *stream, int flags) = (BIO_new_fp);
BIO *(*prove_BIO_new_fd)(int fd, int close_flag) = (BIO_new_fd);
BIO *(*prove_BIO_new_socket)(int sock, int close_flag) = (BIO_new_socket);
BIO *(*prove_BIO_new_dgram)(int fd, int close_flag) = (BIO_new_dgram);
BIO *(*prove_BIO_new_ssl)(SSL_CTX *ctx, int client) = (BIO_new_ssl);
BIO *(*prove_BIO_new_ssl_connect)(SSL_CTX *ctx) = (BIO_new_ssl_connect);
BIO *(*prove_BIO_new_buffer_ssl_connect)(SSL_CTX *ctx) = (BIO_new_buffer_ssl_connect);
BIO *(*prove_BIO_new_connect)(const char *name) = (BIO_new_connect);
BIO *(*prove_BIO_new_accept)(const char *host_port) = (BIO_new_accept);
int (*prove_BIO_new_bio_pair)(BIO **bio1, size_t writebuf1, BIO **bio2, size_t writebuf2) = (BIO_new_bio_pair);
BIO *(*prove_BIO_dup_chain)(BIO *in) = (BIO_dup_chain);
BIO_METHOD *(*prove_BIO_meth_new)(int type, const char *name) = (BIO_meth_new);
BIO_ADDR *(*prove_BIO_ADDR_new)(void) = (BIO_ADDR_new);
int (*prove_BIO_get_new_index)(void) = (BIO_get_new_index);
int (*prove_BIO_free)(BIO *a) = (BIO_free);
void (*prove_BIO_free_all)(BIO *a) = (BIO_free_all);
void (*prove_BIO_vfree)(BIO *a) = (BIO_vfree);
void (*prove_BIO_meth_free)(BIO_METHOD *biom) = (BIO_meth_free);
void (*prove_BIO_ADDR_free)(BIO_ADDR *a0) = (BIO_ADDR_free);
void (*prove_BIO_ADDRINFO_free)(BIO_ADDRINFO *bai) = (BIO_ADDRINFO_free);
int (*prove_BIO_up_ref)(BIO *a) = (BIO_up_ref);
int (*prove_BIO_read)(BIO *b, void *data, int dlen) = (BIO_read);
int (*prove_BIO_read_ex)(BIO *b, void *data, size_t dlen, size_t *readbytes) = (BIO_read_ex);
int (*prove_BIO_write)(BIO *b, const void *data, int dlen) = (BIO_write);
int (*prove_BIO_write_ex)(BIO *b, const void *data, size_t dlen, size_t *written) = (BIO_write_ex);
int (*prove_BIO_gets)(BIO *b, char *buf, int size) = (BIO_gets);
int (*prove_BIO_get_line)(BIO *b, char *buf, int size) = (BIO_get_line);
int (*prove_BIO_puts)(BIO *b, const char *buf) = (BIO_puts);
int (*prove_BIO_printf)(BIO *bio, const char *format, ...) = (BIO_printf);
int (*prove_BIO_vprintf)(BIO *bio, const char *format, va_list args) = (BIO_vprintf);
int (*prove_BIO_snprintf)(char *buf, size_t n, const char *format, ...) = (BIO_snprintf);
int (*prove_BIO_vsnprintf)(char *buf, size_t n, const char *format, va_list args) = (BIO_vsnprintf);
int (*prove_BIO_dump)(BIO *b, const void *bytes, int len) = (BIO_dump);
int (*prove_BIO_dump_indent)(BIO *b, const void *bytes, int len, int indent) = (BIO_dump_indent);
int (*prove_BIO_hex_string)(BIO *out, int indent, int width, const void *data, int datalen) = (BIO_hex_string);
int (*prove_BIO_indent)(BIO *b, int indent, int max) = (BIO_indent);
int prove_BIO_flush(BIO *b) { return BIO_flush(b); }
long prove_BIO_do_handshake(BIO *b) { return BIO_do_handshake(b); }
long prove_BIO_do_connect(BIO *b) { return BIO_do_connect(b); }
int prove_BIO_do_accept(BIO *b) { return BIO_do_accept(b); }
void (*prove_BIO_ssl_shutdown)(BIO *bio) = (BIO_ssl_shutdown);
int prove_BIO_pending(BIO *b) { return BIO_pending(b); }
int prove_BIO_wpending(BIO *b) { return BIO_wpending(b); }
size_t (*prove_BIO_ctrl_pending)(BIO *b) = (BIO_ctrl_pending);
size_t (*prove_BIO_ctrl_wpending)(BIO *b) = (BIO_ctrl_wpending);
int prove_BIO_eof(BIO *b) { return BIO_eof(b); }
int prove_BIO_should_retry(BIO *b) { return BIO_should_retry(b); }
int prove_BIO_should_read(BIO *b) { return BIO_should_read(b); }
int prove_BIO_should_write(BIO *b) { return BIO_should_write(b); }
int prove_BIO_should_io_special(BIO *b) { return BIO_should_io_special(b); }
int prove_BIO_retry_type(BIO *b) { return BIO_retry_type(b); }
int (*prove_BIO_get_retry_reason)(BIO *bio) = (BIO_get_retry_reason);
BIO *(*prove_BIO_get_retry_BIO)(BIO *bio, int *reason) = (BIO_get_retry_BIO);
uint64_t (*prove_BIO_number_read)(BIO *bio) = (BIO_number_read);
uint64_t (*prove_BIO_number_written)(BIO *bio) = (BIO_number_written);
long (*prove_BIO_ctrl)(BIO *bp, int cmd, long larg, void *parg) = (BIO_ctrl);
void *(*prove_BIO_ptr_ctrl)(BIO *bp, int cmd, long larg) = (BIO_ptr_ctrl);
long (*prove_BIO_int_ctrl)(BIO *bp, int cmd, long larg, int iarg) = (BIO_int_ctrl);
long (*prove_BIO_callback_ctrl)(BIO *b, int cmd, BIO_info_cb *cb) = (BIO_callback_ctrl);
int prove_BIO_ctrl_set_connected(BIO *b, BIO_ADDR *peer) { return BIO_ctrl_set_connected(b, peer); }
int prove_BIO_dgram_get_peer(BIO *b, BIO_ADDR *peer) { return BIO_dgram_get_peer(b, peer); }
int prove_BIO_dgram_set_peer(BIO *b, const BIO_ADDR *peer) { return BIO_dgram_set_peer(b, peer); }
int prove_BIO_dgram_recv_timedout(BIO *b) { return BIO_dgram_recv_timedout(b); }
int prove_BIO_dgram_send_timedout(BIO *b) { return BIO_dgram_send_timedout(b); }
unsigned int prove_BIO_dgram_get_mtu_overhead(BIO *b) { return BIO_dgram_get_mtu_overhead(b); }
int prove_BIO_reset(BIO *b) { return BIO_reset(b); }
int prove_BIO_seek(BIO *b, int ofs) { return BIO_seek(b, ofs); }
int prove_BIO_tell(BIO *b) { return BIO_tell(b); }
int prove_BIO_set_close(BIO *b, long flag) { return BIO_set_close(b, flag); }
int prove_BIO_get_close(BIO *b) { return BIO_get_close(b); }
long prove_BIO_set_nbio(BIO *b, long n) { return BIO_set_nbio(b, n); }
long prove_BIO_set_nbio_accept(BIO *b, int n) { return BIO_set_nbio_accept(b, n); }
int prove_BIO_set_fd(BIO *b, int fd, int c) { return BIO_set_fd(b, fd, c); }
int prove_BIO_get_fd(BIO *b, int *c) { return BIO_get_fd(b, c); }
long prove_BIO_set_fp(BIO *b, FILE *fp, long flags) { return BIO_set_fp(b, fp, flags); }
long prove_BIO_get_fp(BIO *b, FILE **fpp) { return BIO_get_fp(b, fpp); }
int prove_BIO_read_filename(BIO *b, char *name) { return BIO_read_filename(b, name); }
int prove_BIO_write_filename(BIO *b, char *name) { return BIO_write_filename(b, name); }
int prove_BIO_append_filename(BIO *b, char *name) { return BIO_append_filename(b, name); }
int prove_BIO_rw_filename(BIO *b, char *name) { return BIO_rw_filename(b, name); }
long prove_BIO_get_mem_data(BIO *b, char **pp) { return BIO_get_mem_data(b, pp); }
long prove_BIO_get_mem_ptr(BIO *b, BUF_MEM **pp) { return BIO_get_mem_ptr(b, pp); }
long prove_BIO_set_mem_buf(BIO *b, BUF_MEM *bm, int c) { return BIO_set_mem_buf(b, bm, c); }
long prove_BIO_set_mem_eof_return(BIO *b, int v) { return BIO_set_mem_eof_return(b, v); }
int prove_BIO_set_buffer_size(BIO *b, long size) { return BIO_set_buffer_size(b, size); }
int prove_BIO_get_buffer_num_lines(BIO *b) { return BIO_get_buffer_num_lines(b); }
long prove_BIO_set_ssl(BIO *b, SSL *ssl, long c) { return BIO_set_ssl(b, ssl, c); }
long prove_BIO_get_ssl(BIO *b, SSL **sslp) { return BIO_get_ssl(b, sslp); }
long prove_BIO_set_ssl_mode(BIO *b, long client) { return BIO_set_ssl_mode(b, client); }
int (*prove_BIO_ssl_copy_session_id)(BIO *to, BIO *from) = (BIO_ssl_copy_session_id);
long prove_BIO_set_conn_hostname(BIO *b, char *name) { return BIO_set_conn_hostname(b, name); }
long prove_BIO_set_conn_port(BIO *b, char *port) { return BIO_set_conn_port(b, port); }
long prove_BIO_set_conn_address(BIO *b, BIO_ADDR *addr) { return BIO_set_conn_address(b, addr); }
const char *prove_BIO_get_conn_hostname(BIO *b) { return BIO_get_conn_hostname(b); }
int (*prove_BIO_set_cipher)(BIO *b, const EVP_CIPHER *cipher, const unsigned char *key, const unsigned char *iv, int enc) = (BIO_set_cipher);
int prove_BIO_get_cipher_status(BIO *b) { return BIO_get_cipher_status(b); }
int prove_BIO_set_md(BIO *b, EVP_MD *md) { return BIO_set_md(b, md); }
int prove_BIO_get_md(BIO *b, EVP_MD **mdp) { return BIO_get_md(b, mdp); }
BIO *(*prove_BIO_push)(BIO *b, BIO *next) = (BIO_push);
BIO *(*prove_BIO_pop)(BIO *b) = (BIO_pop);
BIO *(*prove_BIO_next)(BIO *b) = (BIO_next);
BIO *(*prove_BIO_find_type)(BIO *b, int bio_type) = (BIO_find_type);
int (*prove_BIO_method_type)(const BIO *b) = (BIO_method_type);
const char *(*prove_BIO_method_name)(const BIO *b) = (BIO_method_name);
int prove_BIO_set_write_buffer_size(BIO *b, long size) { return BIO_set_write_buffer_size(b, size); }
int prove_BIO_make_bio_pair(BIO *b1, BIO *b2) { return BIO_make_bio_pair(b1, b2); }
int prove_BIO_destroy_bio_pair(BIO *b) { return BIO_destroy_bio_pair(b); }
int (*prove_BIO_nread)(BIO *bio, char **buf, int num) = (BIO_nread);
int (*prove_BIO_nwrite)(BIO *bio, char **buf, int num) = (BIO_nwrite);
const BIO_METHOD *(*prove_BIO_s_mem)(void) = (BIO_s_mem);
const BIO_METHOD *(*prove_BIO_s_secmem)(void) = (BIO_s_secmem);
const BIO_METHOD *(*prove_BIO_s_file)(void) = (BIO_s_file);
const BIO_METHOD *(*prove_BIO_s_fd)(void) = (BIO_s_fd);
const BIO_METHOD *(*prove_BIO_s_socket)(void) = (BIO_s_socket);
const BIO_METHOD *(*prove_BIO_s_datagram)(void) = (BIO_s_datagram);
const BIO_METHOD *(*prove_BIO_s_connect)(void) = (BIO_s_connect);
const BIO_METHOD *(*prove_BIO_s_accept)(void) = (BIO_s_accept);
const BIO_METHOD *(*prove_BIO_s_bio)(void) = (BIO_s_bio);
const BIO_METHOD *(*prove_BIO_s_null)(void) = (BIO_s_null);
const BIO_METHOD *(*prove_BIO_f_base64)(void) = (BIO_f_base64);
const BIO_METHOD *(*prove_BIO_f_buffer)(void) = (BIO_f_buffer);
const BIO_METHOD *(*prove_BIO_f_cipher)(void) = (BIO_f_cipher);
const BIO_METHOD *(*prove_BIO_f_md)(void) = (BIO_f_md);
const BIO_METHOD *(*prove_BIO_f_ssl)(void) = (BIO_f_ssl);
const BIO_METHOD *(*prove_BIO_f_null)(void) = (BIO_f_null);
void (*prove_BIO_set_init)(BIO *a, int init) = (BIO_set_init);
int (*prove_BIO_get_init)(BIO *a) = (BIO_get_init);
void (*prove_BIO_set_data)(BIO *a, void *ptr) = (BIO_set_data);
void *(*prove_BIO_get_data)(BIO *a) = (BIO_get_data);
void (*prove_BIO_set_shutdown)(BIO *a, int shut) = (BIO_set_shutdown);
int (*prove_BIO_get_shutdown)(BIO *a) = (BIO_get_shutdown);
void (*prove_BIO_set_flags)(BIO *b, int flags) = (BIO_set_flags);
void (*prove_BIO_clear_flags)(BIO *b, int flags) = (BIO_clear_flags);
int (*prove_BIO_test_flags)(const BIO *b, int flags) = (BIO_test_flags);
int prove_BIO_get_flags(const BIO *b) { return BIO_get_flags(b); }
void prove_BIO_set_retry_read(BIO *b) { BIO_set_retry_read(b); }
void prove_BIO_set_retry_write(BIO *b) { BIO_set_retry_write(b); }
void prove_BIO_set_retry_special(BIO *b) { BIO_set_retry_special(b); }
void prove_BIO_clear_retry_flags(BIO *b) { BIO_clear_retry_flags(b); }
void (*prove_BIO_copy_next_retry)(BIO *b) = (BIO_copy_next_retry);
void (*prove_BIO_set_next)(BIO *b, BIO *next) = (BIO_set_next);
int prove_BIO_set_app_data(BIO *b, void *arg) { return BIO_set_app_data(b, arg); }
void *prove_BIO_get_app_data(const BIO *b) { return BIO_get_app_data(b); }
int (*prove_BIO_set_ex_data)(BIO *bio, int idx, void *data) = (BIO_set_ex_data);
void *(*prove_BIO_get_ex_data)(const BIO *bio, int idx) = (BIO_get_ex_data);
int prove_BIO_get_ex_new_index(long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func, CRYPTO_EX_free *free_func) { return BIO_get_ex_new_index(argl, argp, new_func, dup_func, free_func); }
void (*prove_BIO_set_callback)(BIO *b, BIO_callback_fn cb) = (BIO_set_callback);
void (*prove_BIO_set_callback_ex)(BIO *b, BIO_callback_fn_ex callback) = (BIO_set_callback_ex);
void (*prove_BIO_set_callback_arg)(BIO *b, char *arg) = (BIO_set_callback_arg);
char *(*prove_BIO_get_callback_arg)(const BIO *b) = (BIO_get_callback_arg);
long (*prove_BIO_debug_callback)(BIO *bio, int cmd, const char *argp, int argi, long argl, long ret) = (BIO_debug_callback);
int (*prove_BIO_meth_set_write)(BIO_METHOD *biom, int (*write)(BIO *, const char *, int)) = (BIO_meth_set_write);
int (*prove_BIO_meth_set_write_ex)(BIO_METHOD *biom, int (*bwrite)(BIO *, const char *, size_t, size_t *)) = (BIO_meth_set_write_ex);
int (*prove_BIO_meth_set_read)(BIO_METHOD *biom, int (*read)(BIO *, char *, int)) = (BIO_meth_set_read);
int (*prove_BIO_meth_set_read_ex)(BIO_METHOD *biom, int (*bread)(BIO *, char *, size_t, size_t *)) = (BIO_meth_set_read_ex);
int (*prove_BIO_meth_set_puts)(BIO_METHOD *biom, int (*puts)(BIO *, const char *)) = (BIO_meth_set_puts);
int (*prove_BIO_meth_set_gets)(BIO_METHOD *biom, int (*gets)(BIO *, char *, int)) = (BIO_meth_set_gets);
int (*prove_BIO_meth_set_ctrl)(BIO_METHOD *biom, long (*ctrl)(BIO *, int, long, void *)) = (BIO_meth_set_ctrl);
int (*prove_BIO_meth_set_create)(BIO_METHOD *biom, int (*create)(BIO *)) = (BIO_meth_set_create);
int (*prove_BIO_meth_set_destroy)(BIO_METHOD *biom, int (*destroy)(BIO *)) = (BIO_meth_set_destroy);
int (*prove_BIO_meth_set_callback_ctrl)(BIO_METHOD *biom, long (*callback_ctrl)(BIO *, int, BIO_info_cb *)) = (BIO_meth_set_callback_ctrl);
int (*(*prove_BIO_meth_get_write)(const BIO_METHOD *biom))(BIO *, const char *, int) = (BIO_meth_get_write);
int (*(*prove_BIO_meth_get_read)(const BIO_METHOD *biom))(BIO *, char *, int) = (BIO_meth_get_read);
long (*(*prove_BIO_meth_get_ctrl)(const BIO_METHOD *biom))(BIO *, int, long, void *) = (BIO_meth_get_ctrl);
int (*prove_BIO_socket)(int domain, int socktype, int protocol, int options) = (BIO_socket);
int (*prove_BIO_connect)(int sock, const BIO_ADDR *addr, int options) = (BIO_connect);
int (*prove_BIO_bind)(int sock, const BIO_ADDR *addr, int options) = (BIO_bind);
int (*prove_BIO_listen)(int sock, const BIO_ADDR *addr, int options) = (BIO_listen);
int (*prove_BIO_accept_ex)(int accept_sock, BIO_ADDR *peer, int options) = (BIO_accept_ex);
int (*prove_BIO_closesocket)(int sock) = (BIO_closesocket);
int (*prove_BIO_socket_nbio)(int fd, int mode) = (BIO_socket_nbio);
int (*prove_BIO_socket_ioctl)(int fd, long type, void *arg) = (BIO_socket_ioctl);
int (*prove_BIO_sock_error)(int sock) = (BIO_sock_error);
int (*prove_BIO_sock_should_retry)(int i) = (BIO_sock_should_retry);
int (*prove_BIO_sock_non_fatal_error)(int error) = (BIO_sock_non_fatal_error);
int (*prove_BIO_lookup)(const char *host, const char *service, enum BIO_lookup_type lookup_type, int family, int socktype, BIO_ADDRINFO **res) = (BIO_lookup);
int (*prove_BIO_lookup_ex)(const char *host, const char *service, int lookup_type, int family, int socktype, int protocol, BIO_ADDRINFO **res) = (BIO_lookup_ex);
int (*prove_BIO_ADDR_rawmake)(BIO_ADDR *ap, int family, const void *where, size_t wherelen, unsigned short port) = (BIO_ADDR_rawmake);
void (*prove_BIO_ADDR_clear)(BIO_ADDR *ap) = (BIO_ADDR_clear);
int (*prove_BIO_ADDR_family)(const BIO_ADDR *ap) = (BIO_ADDR_family);
int (*prove_BIO_ADDR_rawaddress)(const BIO_ADDR *ap, void *p, size_t *l) = (BIO_ADDR_rawaddress);
unsigned short (*prove_BIO_ADDR_rawport)(const BIO_ADDR *ap) = (BIO_ADDR_rawport);
char *(*prove_BIO_ADDR_hostname_string)(const BIO_ADDR *ap, int numeric) = (BIO_ADDR_hostname_string);
char *(*prove_BIO_ADDR_service_string)(const BIO_ADDR *ap, int numeric) = (BIO_ADDR_service_string);
const BIO_ADDR *(*prove_BIO_ADDRINFO_address)(const BIO_ADDRINFO *bai) = (BIO_ADDRINFO_address);
const BIO_ADDRINFO *(*prove_BIO_ADDRINFO_next)(const BIO_ADDRINFO *bai) = (BIO_ADDRINFO_next);
int (*prove_BIO_ADDRINFO_family)(const BIO_ADDRINFO *bai) = (BIO_ADDRINFO_family);
int (*prove_BIO_get_accept_socket)(char *host_port, int mode) = (BIO_get_accept_socket);
struct hostent *(*prove_BIO_gethostbyname)(const char *name) = (BIO_gethostbyname);
unsigned long (*prove_ERR_get_error)(void) = (ERR_get_error);
unsigned long (*prove_ERR_get_error_all)(const char **file, int *line, const char **func, const char **data, int *flags) = (ERR_get_error_all);
unsigned long (*prove_ERR_get_error_line)(const char **file, int *line) = (ERR_get_error_line);
unsigned long (*prove_ERR_get_error_line_data)(const char **file, int *line, const char **data, int *flags) = (ERR_get_error_line_data);
unsigned long (*prove_ERR_peek_error)(void) = (ERR_peek_error);
unsigned long (*prove_ERR_peek_error_all)(const char **file, int *line, const char **func, const char **data, int *flags) = (ERR_peek_error_all);
unsigned long (*prove_ERR_peek_error_line)(const char **file, int *line) = (ERR_peek_error_line);
unsigned long (*prove_ERR_peek_error_line_data)(const char **file, int *line, const char **data, int *flags) = (ERR_peek_error_line_data);
unsigned long (*prove_ERR_peek_error_data)(const char **data, int *flags) = (ERR_peek_error_data);
unsigned long (*prove_ERR_peek_error_func)(const char **func) = (ERR_peek_error_func);
unsigned long (*prove_ERR_peek_last_error)(void) = (ERR_peek_last_error);
unsigned long (*prove_ERR_peek_last_error_all)(const char **file, int *line, const char **func, const char **data, int *flags) = (ERR_peek_last_error_all);
unsigned long (*prove_ERR_peek_last_error_line)(const char **file, int *line) = (ERR_peek_last_error_line);
unsigned long (*prove_ERR_peek_last_error_line_data)(const char **file, int *line, const char **data, int *flags) = (ERR_peek_last_error_line_data);
unsigned long (*prove_ERR_peek_last_error_data)(const char **data, int *flags) = (ERR_peek_last_error_data);
int (*prove_ERR_GET_LIB)(unsigned long e) = (ERR_GET_LIB);
#if OPENSSL_VERSION_NUMBER < 0x30000000L
int prove_ERR_GET_FUNC(unsigned long e) { return ERR_GET_FUNC(e); }
#endif
int (*prove_ERR_GET_REASON)(unsigned long e) = (ERR_GET_REASON);
int (*prove_ERR_FATAL_ERROR)(unsigned long e) = (ERR_FATAL_ERROR);
unsigned long prove_ERR_PACK(int lib, int func, int reason) { return ERR_PACK(lib, func, reason); }
int (*prove_ERR_set_mark)(void) = (ERR_set_mark);
int (*prove_ERR_pop_to_mark)(void) = (ERR_pop_to_mark);
int (*prove_ERR_clear_last_mark)(void) = (ERR_clear_last_mark);
int (*prove_ERR_get_next_error_library)(void) = (ERR_get_next_error_library);
char *(*prove_ERR_error_string)(unsigned long e, char *buf) = (ERR_error_string);
void (*prove_ERR_error_string_n)(unsigned long e, char *buf, size_t len) = (ERR_error_string_n);
const char *(*prove_ERR_lib_error_string)(unsigned long e) = (ERR_lib_error_string);
const char *(*prove_ERR_func_error_string)(unsigned long e) = (ERR_func_error_string);
const char *(*prove_ERR_reason_error_string)(unsigned long e) = (ERR_reason_error_string);
void (*prove_ERR_print_errors)(BIO *bp) = (ERR_print_errors);
void (*prove_ERR_print_errors_fp)(FILE *fp) = (ERR_print_errors_fp);
void (*prove_ERR_print_errors_cb)(int (*cb)(const char *str, size_t len, void *u), void *u) = (ERR_print_errors_cb);
void prove_ERR_put_error(int lib, int func, int reason, const char *file, int line) { ERR_put_error(lib, func, reason, file, line); }
void prove_ERR_raise(int lib, int reason) { ERR_raise(lib, reason); }
void prove_ERR_raise_data(int lib, int reason, const char *fmt, ...) { ERR_raise_data(lib, reason, fmt); }
void (*prove_ERR_add_error_data)(int num, ...) = (ERR_add_error_data);
int (*prove_ERR_load_strings)(int lib, ERR_STRING_DATA *str) = (ERR_load_strings);
void (*prove_ERR_clear_error)(void) = (ERR_clear_error);
void prove_ERR_remove_state(unsigned long tid) { ERR_remove_state(tid); }
void prove_ERR_remove_thread_state(void *tid) { ERR_remove_thread_state(tid); }
void prove_ERR_free_strings(void) { ERR_free_strings(); }
int prove_ERR_load_crypto_strings(void) { return ERR_load_crypto_strings(); }
int (*prove_ERR_load_ERR_strings)(void) = (ERR_load_ERR_strings);
int (*prove_ERR_load_SSL_strings)(void) = (ERR_load_SSL_strings);
int (*prove_ERR_load_BIO_strings)(void) = (ERR_load_BIO_strings);
int (*prove_RAND_bytes)(unsigned char *buf, int num) = (RAND_bytes);
int (*prove_RAND_priv_bytes)(unsigned char *buf, int num) = (RAND_priv_bytes);
int (*prove_RAND_bytes_ex)(OSSL_LIB_CTX *ctx, unsigned char *buf, size_t num, unsigned int strength) = (RAND_bytes_ex);
int (*prove_RAND_priv_bytes_ex)(OSSL_LIB_CTX *ctx, unsigned char *buf, size_t num, unsigned int strength) = (RAND_priv_bytes_ex);
int (*prove_RAND_pseudo_bytes)(unsigned char *buf, int num) = (RAND_pseudo_bytes);
int (*prove_RAND_status)(void) = (RAND_status);
int (*prove_RAND_poll)() = (RAND_poll);
void (*prove_RAND_seed)(const void *buf, int num) = (RAND_seed);
void (*prove_RAND_add)(const void *buf, int num, double randomness) = (RAND_add);
int (*prove_RAND_load_file)(const char *filename, long max_bytes) = (RAND_load_file);
int (*prove_RAND_write_file)(const char *filename) = (RAND_write_file);
const char *(*prove_RAND_file_name)(char *buf, size_t num) = (RAND_file_name);
#if !defined(OPENSSL_NO_EGD)
int (*prove_RAND_egd)(const char *path) = (RAND_egd);
#endif
#if !defined(OPENSSL_NO_EGD)
int (*prove_RAND_egd_bytes)(const char *path, int bytes) = (RAND_egd_bytes);
#endif
#if defined(_WIN32)
void (*prove_RAND_screen)(void) = (RAND_screen);
#endif
void prove_RAND_cleanup(void) { RAND_cleanup(); }
int (*prove_RAND_set_rand_method)(const RAND_METHOD *meth) = (RAND_set_rand_method);
const RAND_METHOD *(*prove_RAND_get_rand_method)(void) = (RAND_get_rand_method);
RAND_METHOD *(*prove_RAND_OpenSSL)(void) = (RAND_OpenSSL);
void (*prove_RAND_keep_random_devices_open)(int keep) = (RAND_keep_random_devices_open);
int (*prove_BN_rand)(BIGNUM *rnd, int bits, int top, int bottom) = (BN_rand);
int (*prove_BN_priv_rand)(BIGNUM *rnd, int bits, int top, int bottom) = (BN_priv_rand);
int (*prove_BN_rand_range)(BIGNUM *rnd, const BIGNUM *range) = (BN_rand_range);
int (*prove_BN_priv_rand_range)(BIGNUM *rnd, const BIGNUM *range) = (BN_priv_rand_range);
int (*prove_BN_pseudo_rand)(BIGNUM *rnd, int bits, int top, int bottom) = (BN_pseudo_rand);
int (*prove_BN_pseudo_rand_range)(BIGNUM *rnd, const BIGNUM *range) = (BN_pseudo_rand_range);
char *(*prove_BIO_ADDR_path_string)(const BIO_ADDR *ap) = (BIO_ADDR_path_string);
_Static_assert((long long)(BIO_CLOSE) == 1LL, "BIO_CLOSE");
_Static_assert((long long)(BIO_CTRL_DGRAM_CONNECT) == 31LL, "BIO_CTRL_DGRAM_CONNECT");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_FALLBACK_MTU) == 47LL, "BIO_CTRL_DGRAM_GET_FALLBACK_MTU");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_MTU) == 41LL, "BIO_CTRL_DGRAM_GET_MTU");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_MTU_OVERHEAD) == 49LL, "BIO_CTRL_DGRAM_GET_MTU_OVERHEAD");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_PEER) == 46LL, "BIO_CTRL_DGRAM_GET_PEER");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_RECV_TIMEOUT) == 34LL, "BIO_CTRL_DGRAM_GET_RECV_TIMEOUT");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_RECV_TIMER_EXP) == 37LL, "BIO_CTRL_DGRAM_GET_RECV_TIMER_EXP");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_SEND_TIMEOUT) == 36LL, "BIO_CTRL_DGRAM_GET_SEND_TIMEOUT");
_Static_assert((long long)(BIO_CTRL_DGRAM_GET_SEND_TIMER_EXP) == 38LL, "BIO_CTRL_DGRAM_GET_SEND_TIMER_EXP");
_Static_assert((long long)(BIO_CTRL_DGRAM_MTU_DISCOVER) == 39LL, "BIO_CTRL_DGRAM_MTU_DISCOVER");
_Static_assert((long long)(BIO_CTRL_DGRAM_MTU_EXCEEDED) == 43LL, "BIO_CTRL_DGRAM_MTU_EXCEEDED");
_Static_assert((long long)(BIO_CTRL_DGRAM_QUERY_MTU) == 40LL, "BIO_CTRL_DGRAM_QUERY_MTU");
_Static_assert((long long)(BIO_CTRL_DGRAM_SCTP_MSG_WAITING) == 78LL, "BIO_CTRL_DGRAM_SCTP_MSG_WAITING");
_Static_assert((long long)(BIO_CTRL_DGRAM_SCTP_SET_IN_HANDSHAKE) == 50LL, "BIO_CTRL_DGRAM_SCTP_SET_IN_HANDSHAKE");
_Static_assert((long long)(BIO_CTRL_DGRAM_SCTP_WAIT_FOR_DRY) == 77LL, "BIO_CTRL_DGRAM_SCTP_WAIT_FOR_DRY");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_CONNECTED) == 32LL, "BIO_CTRL_DGRAM_SET_CONNECTED");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_DONT_FRAG) == 48LL, "BIO_CTRL_DGRAM_SET_DONT_FRAG");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_MTU) == 42LL, "BIO_CTRL_DGRAM_SET_MTU");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_NEXT_TIMEOUT) == 45LL, "BIO_CTRL_DGRAM_SET_NEXT_TIMEOUT");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_PEEK_MODE) == 71LL, "BIO_CTRL_DGRAM_SET_PEEK_MODE");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_PEER) == 44LL, "BIO_CTRL_DGRAM_SET_PEER");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_RECV_TIMEOUT) == 33LL, "BIO_CTRL_DGRAM_SET_RECV_TIMEOUT");
_Static_assert((long long)(BIO_CTRL_DGRAM_SET_SEND_TIMEOUT) == 35LL, "BIO_CTRL_DGRAM_SET_SEND_TIMEOUT");
_Static_assert((long long)(BIO_CTRL_DUP) == 12LL, "BIO_CTRL_DUP");
_Static_assert((long long)(BIO_CTRL_EOF) == 2LL, "BIO_CTRL_EOF");
_Static_assert((long long)(BIO_CTRL_FLUSH) == 11LL, "BIO_CTRL_FLUSH");
_Static_assert((long long)(BIO_CTRL_GET) == 5LL, "BIO_CTRL_GET");
_Static_assert((long long)(BIO_CTRL_GET_CALLBACK) == 15LL, "BIO_CTRL_GET_CALLBACK");
_Static_assert((long long)(BIO_CTRL_GET_CLOSE) == 8LL, "BIO_CTRL_GET_CLOSE");
_Static_assert((long long)(BIO_CTRL_GET_INDENT) == 81LL, "BIO_CTRL_GET_INDENT");
_Static_assert((long long)(BIO_CTRL_GET_KTLS_RECV) == 76LL, "BIO_CTRL_GET_KTLS_RECV");
_Static_assert((long long)(BIO_CTRL_GET_KTLS_SEND) == 73LL, "BIO_CTRL_GET_KTLS_SEND");
_Static_assert((long long)(BIO_CTRL_INFO) == 3LL, "BIO_CTRL_INFO");
_Static_assert((long long)(BIO_CTRL_PEEK) == 29LL, "BIO_CTRL_PEEK");
_Static_assert((long long)(BIO_CTRL_PENDING) == 10LL, "BIO_CTRL_PENDING");
_Static_assert((long long)(BIO_CTRL_POP) == 7LL, "BIO_CTRL_POP");
_Static_assert((long long)(BIO_CTRL_PUSH) == 6LL, "BIO_CTRL_PUSH");
_Static_assert((long long)(BIO_CTRL_RESET) == 1LL, "BIO_CTRL_RESET");
_Static_assert((long long)(BIO_CTRL_SET) == 4LL, "BIO_CTRL_SET");
_Static_assert((long long)(BIO_CTRL_SET_CALLBACK) == 14LL, "BIO_CTRL_SET_CALLBACK");
_Static_assert((long long)(BIO_CTRL_SET_CLOSE) == 9LL, "BIO_CTRL_SET_CLOSE");
_Static_assert((long long)(BIO_CTRL_SET_FILENAME) == 30LL, "BIO_CTRL_SET_FILENAME");
_Static_assert((long long)(BIO_CTRL_SET_INDENT) == 80LL, "BIO_CTRL_SET_INDENT");
_Static_assert((long long)(BIO_CTRL_SET_PREFIX) == 79LL, "BIO_CTRL_SET_PREFIX");
_Static_assert((long long)(BIO_CTRL_WPENDING) == 13LL, "BIO_CTRL_WPENDING");
_Static_assert((long long)(BIO_FLAGS_BASE64_NO_NL) == 256LL, "BIO_FLAGS_BASE64_NO_NL");
_Static_assert((long long)(BIO_FLAGS_IN_EOF) == 2048LL, "BIO_FLAGS_IN_EOF");
_Static_assert((long long)(BIO_FLAGS_IO_SPECIAL) == 4LL, "BIO_FLAGS_IO_SPECIAL");
_Static_assert((long long)(BIO_FLAGS_MEM_RDONLY) == 512LL, "BIO_FLAGS_MEM_RDONLY");
_Static_assert((long long)(BIO_FLAGS_NONCLEAR_RST) == 1024LL, "BIO_FLAGS_NONCLEAR_RST");
_Static_assert((long long)(BIO_FLAGS_READ) == 1LL, "BIO_FLAGS_READ");
_Static_assert((long long)(BIO_FLAGS_RWS) == 7LL, "BIO_FLAGS_RWS");
_Static_assert((long long)(BIO_FLAGS_SHOULD_RETRY) == 8LL, "BIO_FLAGS_SHOULD_RETRY");
_Static_assert((long long)(BIO_FLAGS_UPLINK) == 0LL, "BIO_FLAGS_UPLINK");
_Static_assert((long long)(BIO_FLAGS_WRITE) == 2LL, "BIO_FLAGS_WRITE");
_Static_assert((long long)(BIO_NOCLOSE) == 0LL, "BIO_NOCLOSE");
_Static_assert((long long)(BIO_RR_ACCEPT) == 3LL, "BIO_RR_ACCEPT");
_Static_assert((long long)(BIO_RR_CONNECT) == 2LL, "BIO_RR_CONNECT");
_Static_assert((long long)(BIO_RR_SSL_X509_LOOKUP) == 1LL, "BIO_RR_SSL_X509_LOOKUP");
_Static_assert((long long)(BIO_TYPE_DGRAM) == 1301LL, "BIO_TYPE_DGRAM");
_Static_assert((long long)(BIO_TYPE_FILE) == 1026LL, "BIO_TYPE_FILE");
_Static_assert((long long)(BIO_TYPE_FILTER) == 512LL, "BIO_TYPE_FILTER");
_Static_assert((long long)(BIO_TYPE_MEM) == 1025LL, "BIO_TYPE_MEM");
_Static_assert((long long)(BIO_TYPE_SOCKET) == 1285LL, "BIO_TYPE_SOCKET");
_Static_assert((long long)(BIO_TYPE_SOURCE_SINK) == 1024LL, "BIO_TYPE_SOURCE_SINK");
_Static_assert((long long)(BIO_TYPE_SSL) == 519LL, "BIO_TYPE_SSL");
_Static_assert((long long)(ERR_LIB_ASN1) == 13LL, "ERR_LIB_ASN1");
_Static_assert((long long)(ERR_LIB_BIO) == 32LL, "ERR_LIB_BIO");
_Static_assert((long long)(ERR_LIB_CRYPTO) == 15LL, "ERR_LIB_CRYPTO");
_Static_assert((long long)(ERR_LIB_EC) == 16LL, "ERR_LIB_EC");
_Static_assert((long long)(ERR_LIB_EVP) == 6LL, "ERR_LIB_EVP");
_Static_assert((long long)(ERR_LIB_PEM) == 9LL, "ERR_LIB_PEM");
_Static_assert((long long)(ERR_LIB_RSA) == 4LL, "ERR_LIB_RSA");
_Static_assert((long long)(ERR_LIB_SSL) == 20LL, "ERR_LIB_SSL");
_Static_assert((long long)(ERR_LIB_SYS) == 2LL, "ERR_LIB_SYS");
_Static_assert((long long)(ERR_LIB_X509) == 11LL, "ERR_LIB_X509");
_Static_assert((long long)(PEM_R_BAD_DECRYPT) == 101LL, "PEM_R_BAD_DECRYPT");
_Static_assert((long long)(PEM_R_BAD_PASSWORD_READ) == 104LL, "PEM_R_BAD_PASSWORD_READ");
_Static_assert((long long)(PEM_R_NO_START_LINE) == 108LL, "PEM_R_NO_START_LINE");
int main(void) { return 0; }
