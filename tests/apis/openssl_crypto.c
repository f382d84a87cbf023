/* Proves data/apis/openssl_crypto.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <openssl/crypto.h>
#include <openssl/stack.h>
#include <openssl/safestack.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <openssl/bn.h>
#include <openssl/dh.h>
#include <openssl/rsa.h>
#include <openssl/dsa.h>
#include <openssl/ec.h>
#include <openssl/asn1.h>
#include <openssl/asn1t.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/http.h>
#include <openssl/engine.h>
#include <openssl/ui.h>
#include <openssl/conf.h>
#include <openssl/provider.h>
#include <openssl/buffer.h>
#include <openssl/comp.h>
#include <openssl/param_build.h>
#include <openssl/async.h>

void *prove_OPENSSL_malloc(size_t num) { return OPENSSL_malloc(num); }
void *prove_OPENSSL_zalloc(size_t num) { return OPENSSL_zalloc(num); }
void *prove_OPENSSL_realloc(void *addr, size_t num) { return OPENSSL_realloc(addr, num); }
void *prove_OPENSSL_clear_realloc(void *p, size_t old_len, size_t num) { return OPENSSL_clear_realloc(p, old_len, num); }
char *prove_OPENSSL_strdup(const char *str) { return OPENSSL_strdup(str); }
char *prove_OPENSSL_strndup(const char *str, size_t s) { return OPENSSL_strndup(str, s); }
void *prove_OPENSSL_memdup(void *data, size_t s) { return OPENSSL_memdup(data, s); }
void *prove_OPENSSL_secure_malloc(size_t num) { return OPENSSL_secure_malloc(num); }
void *prove_OPENSSL_secure_zalloc(size_t num) { return OPENSSL_secure_zalloc(num); }
void *(*prove_CRYPTO_malloc)(size_t num, const char *file, int line) = (CRYPTO_malloc);
void *(*prove_CRYPTO_zalloc)(size_t num, const char *file, int line) = (CRYPTO_zalloc);
void *(*prove_CRYPTO_realloc)(void *p, size_t num, const char *file, int line) = (CRYPTO_realloc);
char *(*prove_CRYPTO_strdup)(const char *p, const char *file, int line) = (CRYPTO_strdup);
void *(*prove_CRYPTO_memdup)(const void *str, size_t siz, const char *file, int line) = (CRYPTO_memdup);
int (*prove_CRYPTO_secure_malloc_init)(size_t size, size_t minsize) = (CRYPTO_secure_malloc_init);
BUF_MEM *(*prove_BUF_MEM_new)(void) = (BUF_MEM_new);
size_t (*prove_BUF_MEM_grow)(BUF_MEM *str, size_t len) = (BUF_MEM_grow);
size_t (*prove_BUF_MEM_grow_clean)(BUF_MEM *str, size_t len) = (BUF_MEM_grow_clean);
BIGNUM *(*prove_BN_new)(void) = (BN_new);
BIGNUM *(*prove_BN_secure_new)(void) = (BN_secure_new);
BIGNUM *(*prove_BN_dup)(const BIGNUM *from) = (BN_dup);
BN_CTX *(*prove_BN_CTX_new)(void) = (BN_CTX_new);
BIGNUM *(*prove_BN_CTX_get)(BN_CTX *ctx) = (BN_CTX_get);
BN_GENCB *(*prove_BN_GENCB_new)(void) = (BN_GENCB_new);
DH *(*prove_DH_new)(void) = (DH_new);
DSA *(*prove_DSA_new)(void) = (DSA_new);
RSA *(*prove_RSA_new)(void) = (RSA_new);
RSA *(*prove_RSA_new_method)(ENGINE *engine) = (RSA_new_method);
RSA_METHOD *(*prove_RSA_meth_new)(const char *name, int flags) = (RSA_meth_new);
RSA_METHOD *(*prove_RSA_meth_dup)(const RSA_METHOD *meth) = (RSA_meth_dup);
EC_KEY *(*prove_EC_KEY_new)(void) = (EC_KEY_new);
EC_KEY *(*prove_EC_KEY_new_by_curve_name)(int nid) = (EC_KEY_new_by_curve_name);
EC_KEY *(*prove_EC_KEY_dup)(const EC_KEY *src) = (EC_KEY_dup);
EC_GROUP *(*prove_EC_GROUP_new_by_curve_name)(int nid) = (EC_GROUP_new_by_curve_name);
EC_GROUP *(*prove_EC_GROUP_dup)(const EC_GROUP *src) = (EC_GROUP_dup);
EC_POINT *(*prove_EC_POINT_new)(const EC_GROUP *group) = (EC_POINT_new);
EC_POINT *(*prove_EC_POINT_dup)(const EC_POINT *src, const EC_GROUP *group) = (EC_POINT_dup);
ASN1_STRING *(*prove_ASN1_STRING_new)(void) = (ASN1_STRING_new);
ASN1_STRING *(*prove_ASN1_STRING_type_new)(int type) = (ASN1_STRING_type_new);
ASN1_STRING *(*prove_ASN1_STRING_dup)(const ASN1_STRING *a) = (ASN1_STRING_dup);
ASN1_INTEGER *(*prove_ASN1_INTEGER_new)(void) = (ASN1_INTEGER_new);
ASN1_INTEGER *(*prove_ASN1_INTEGER_dup)(const ASN1_INTEGER *a) = (ASN1_INTEGER_dup);
ASN1_OCTET_STRING *(*prove_ASN1_OCTET_STRING_new)(void) = (ASN1_OCTET_STRING_new);
ASN1_TIME *(*prove_ASN1_TIME_new)(void) = (ASN1_TIME_new);
ASN1_OBJECT *(*prove_ASN1_OBJECT_new)(void) = (ASN1_OBJECT_new);
CRYPTO_RWLOCK *(*prove_CRYPTO_THREAD_lock_new)(void) = (CRYPTO_THREAD_lock_new);
OPENSSL_INIT_SETTINGS *(*prove_OPENSSL_INIT_new)(void) = (OPENSSL_INIT_new);
CONF *(*prove_NCONF_new)(CONF_METHOD *meth) = (NCONF_new);
STACK_OF(X509) *prove_sk_X509_new(sk_X509_compfunc compare) { return sk_X509_new(compare); }
STACK_OF(X509) *prove_sk_X509_new_null(void) { return sk_X509_new_null(); }
STACK_OF(X509) *prove_sk_X509_new_reserve(sk_X509_compfunc compare, int n) { return sk_X509_new_reserve(compare, n); }
STACK_OF(X509) *prove_sk_X509_dup(const STACK_OF(X509) *sk) { return sk_X509_dup(sk); }
STACK_OF(X509) *prove_sk_X509_deep_copy(const STACK_OF(X509) *sk, sk_X509_copyfunc copyfunc, sk_X509_freefunc freefunc) { return sk_X509_deep_copy(sk, copyfunc, freefunc); }
OPENSSL_STACK *(*prove_OPENSSL_sk_new)(OPENSSL_sk_compfunc cmp) = (OPENSSL_sk_new);
OPENSSL_STACK *(*prove_OPENSSL_sk_new_null)(void) = (OPENSSL_sk_new_null);
OPENSSL_STACK *(*prove_OPENSSL_sk_dup)(const OPENSSL_STACK *st) = (OPENSSL_sk_dup);
int prove_sk_X509_num(const STACK_OF(X509) *sk) { return sk_X509_num(sk); }
X509 *prove_sk_X509_value(const STACK_OF(X509) *sk, int idx) { return sk_X509_value(sk, idx); }
int prove_sk_X509_push(STACK_OF(X509) *sk, X509 *ptr) { return sk_X509_push(sk, ptr); }
int prove_sk_X509_unshift(STACK_OF(X509) *sk, X509 *ptr) { return sk_X509_unshift(sk, ptr); }
int prove_sk_X509_insert(STACK_OF(X509) *sk, X509 *ptr, int idx) { return sk_X509_insert(sk, ptr, idx); }
X509 *prove_sk_X509_set(STACK_OF(X509) *sk, int idx, X509 *ptr) { return sk_X509_set(sk, idx, ptr); }
X509 *prove_sk_X509_pop(STACK_OF(X509) *sk) { return sk_X509_pop(sk); }
X509 *prove_sk_X509_shift(STACK_OF(X509) *sk) { return sk_X509_shift(sk); }
X509 *prove_sk_X509_delete(STACK_OF(X509) *sk, int i) { return sk_X509_delete(sk, i); }
X509 *prove_sk_X509_delete_ptr(STACK_OF(X509) *sk, X509 *ptr) { return sk_X509_delete_ptr(sk, ptr); }
int prove_sk_X509_find(STACK_OF(X509) *sk, X509 *ptr) { return sk_X509_find(sk, ptr); }
int prove_sk_X509_reserve(STACK_OF(X509) *sk, int n) { return sk_X509_reserve(sk, n); }
void prove_sk_X509_sort(STACK_OF(X509) *sk) { sk_X509_sort(sk); }
int prove_sk_X509_is_sorted(const STACK_OF(X509) *sk) { return sk_X509_is_sorted(sk); }
void prove_sk_X509_zero(STACK_OF(X509) *sk) { sk_X509_zero(sk); }
sk_X509_compfunc prove_sk_X509_set_cmp_func(STACK_OF(X509) *sk, sk_X509_compfunc compare) { return sk_X509_set_cmp_func(sk, compare); }
void prove_sk_X509_free(STACK_OF(X509) *sk) { sk_X509_free(sk); }
void prove_sk_X509_pop_free(STACK_OF(X509) *sk, sk_X509_freefunc freefunc) { sk_X509_pop_free(sk, freefunc); }
int (*prove_OPENSSL_sk_num)(const OPENSSL_STACK *a0) = (OPENSSL_sk_num);
void *(*prove_OPENSSL_sk_value)(const OPENSSL_STACK *a0, int a1) = (OPENSSL_sk_value);
int (*prove_OPENSSL_sk_push)(OPENSSL_STACK *st, const void *data) = (OPENSSL_sk_push);
int (*prove_OPENSSL_sk_insert)(OPENSSL_STACK *sk, const void *data, int where) = (OPENSSL_sk_insert);
void *(*prove_OPENSSL_sk_pop)(OPENSSL_STACK *st) = (OPENSSL_sk_pop);
void *(*prove_OPENSSL_sk_delete)(OPENSSL_STACK *st, int loc) = (OPENSSL_sk_delete);
void (*prove_OPENSSL_sk_free)(OPENSSL_STACK *a0) = (OPENSSL_sk_free);
void (*prove_OPENSSL_sk_pop_free)(OPENSSL_STACK *st, void (*func)(void *)) = (OPENSSL_sk_pop_free);
void prove_OPENSSL_free(void *addr) { OPENSSL_free(addr); }
void prove_OPENSSL_clear_free(void *str, size_t num) { OPENSSL_clear_free(str, num); }
void prove_OPENSSL_secure_free(void*ptr) { OPENSSL_secure_free(ptr); }
void prove_OPENSSL_secure_clear_free(void*ptr, size_t num) { OPENSSL_secure_clear_free(ptr, num); }
void (*prove_CRYPTO_free)(void *ptr, const char *file, int line) = (CRYPTO_free);
void (*prove_CRYPTO_clear_free)(void *ptr, size_t num, const char *file, int line) = (CRYPTO_clear_free);
void (*prove_BUF_MEM_free)(BUF_MEM *a) = (BUF_MEM_free);
void (*prove_BN_free)(BIGNUM *a) = (BN_free);
void (*prove_BN_clear_free)(BIGNUM *a) = (BN_clear_free);
void (*prove_BN_CTX_free)(BN_CTX *c) = (BN_CTX_free);
void (*prove_BN_GENCB_free)(BN_GENCB *cb) = (BN_GENCB_free);
void (*prove_DH_free)(DH *dh) = (DH_free);
void (*prove_DSA_free)(DSA *dsa) = (DSA_free);
void (*prove_RSA_free)(RSA *rsa) = (RSA_free);
void (*prove_RSA_meth_free)(RSA_METHOD *meth) = (RSA_meth_free);
void (*prove_EC_KEY_free)(EC_KEY *key) = (EC_KEY_free);
void (*prove_EC_GROUP_free)(EC_GROUP *group) = (EC_GROUP_free);
void (*prove_EC_POINT_free)(EC_POINT *point) = (EC_POINT_free);
void (*prove_EC_POINT_clear_free)(EC_POINT *point) = (EC_POINT_clear_free);
void (*prove_ASN1_STRING_free)(ASN1_STRING *a) = (ASN1_STRING_free);
void (*prove_ASN1_INTEGER_free)(ASN1_INTEGER *a) = (ASN1_INTEGER_free);
void (*prove_ASN1_OCTET_STRING_free)(ASN1_OCTET_STRING *a) = (ASN1_OCTET_STRING_free);
void (*prove_ASN1_BIT_STRING_free)(ASN1_BIT_STRING *a) = (ASN1_BIT_STRING_free);
void (*prove_ASN1_TIME_free)(ASN1_TIME *a) = (ASN1_TIME_free);
void (*prove_ASN1_OBJECT_free)(ASN1_OBJECT *a) = (ASN1_OBJECT_free);
void (*prove_ASN1_GENERALIZEDTIME_free)(ASN1_GENERALIZEDTIME *a) = (ASN1_GENERALIZEDTIME_free);
void (*prove_ASN1_item_free)(ASN1_VALUE *val, const ASN1_ITEM *it) = (ASN1_item_free);
void (*prove_CRYPTO_THREAD_lock_free)(CRYPTO_RWLOCK *lock) = (CRYPTO_THREAD_lock_free);
void (*prove_OPENSSL_INIT_free)(OPENSSL_INIT_SETTINGS *init) = (OPENSSL_INIT_free);
void (*prove_NCONF_free)(CONF *conf) = (NCONF_free);
void (*prove_OSSL_LIB_CTX_free)(OSSL_LIB_CTX *ctx) = (OSSL_LIB_CTX_free);
int (*prove_OSSL_PROVIDER_unload)(OSSL_PROVIDER *prov) = (OSSL_PROVIDER_unload);
void (*prove_OPENSSL_cleanse)(void *ptr, size_t len) = (OPENSSL_cleanse);
int (*prove_CRYPTO_memcmp)(const void *a, const void *b, size_t len) = (CRYPTO_memcmp);
int (*prove_CRYPTO_secure_malloc_done)() = (CRYPTO_secure_malloc_done);
int (*prove_CRYPTO_secure_allocated)(const void *ptr) = (CRYPTO_secure_allocated);
int (*prove_CRYPTO_set_mem_functions)(CRYPTO_malloc_fn malloc_fn, CRYPTO_realloc_fn realloc_fn, CRYPTO_free_fn free_fn) = (CRYPTO_set_mem_functions);
#if OPENSSL_VERSION_NUMBER < 0x10100000L
int (*prove_CRYPTO_set_mem_ex_functions)(void *(*m)(size_t num, const char *file, int line), void *(*r)(void *p, size_t num, const char *file, int line), void (*f)(void *p)) = (CRYPTO_set_mem_ex_functions);
#endif
#if !defined(OPENSSL_NO_CRYPTO_MDEBUG)
int (*prove_CRYPTO_mem_ctrl)(int mode) = (CRYPTO_mem_ctrl);
#endif
size_t (*prove_OPENSSL_strlcpy)(char *dst, const char *src, size_t size) = (OPENSSL_strlcpy);
size_t (*prove_OPENSSL_strlcat)(char *dst, const char *src, size_t size) = (OPENSSL_strlcat);
size_t (*prove_OPENSSL_strnlen)(const char *str, size_t maxlen) = (OPENSSL_strnlen);
unsigned char *(*prove_OPENSSL_hexstr2buf)(const char *str, long *len) = (OPENSSL_hexstr2buf);
int (*prove_OPENSSL_hexstr2buf_ex)(unsigned char *buf, size_t buf_n, size_t *buflen, const char *str, const char sep) = (OPENSSL_hexstr2buf_ex);
char *(*prove_OPENSSL_buf2hexstr)(const unsigned char *buf, long buflen) = (OPENSSL_buf2hexstr);
int (*prove_OPENSSL_hexchar2int)(unsigned char c) = (OPENSSL_hexchar2int);
void prove_OPENSSL_assert(int e) { OPENSSL_assert(e); }
void (*prove_OPENSSL_die)(const char *assertion, const char *file, int line) = (OPENSSL_die);
int (*prove_OPENSSL_issetugid)(void) = (OPENSSL_issetugid);
struct tm *(*prove_OPENSSL_gmtime)(const time_t *timer, struct tm *result) = (OPENSSL_gmtime);
int (*prove_OPENSSL_init_crypto)(uint64_t opts, const OPENSSL_INIT_SETTINGS *settings) = (OPENSSL_init_crypto);
void (*prove_OPENSSL_cleanup)(void) = (OPENSSL_cleanup);
int (*prove_OPENSSL_atexit)(void (*handler)(void)) = (OPENSSL_atexit);
void (*prove_OPENSSL_thread_stop)(void) = (OPENSSL_thread_stop);
void (*prove_OPENSSL_config)(const char *config_name) = (OPENSSL_config);
void prove_OPENSSL_no_config(void) { OPENSSL_no_config(); }
void (*prove_OPENSSL_load_builtin_modules)(void) = (OPENSSL_load_builtin_modules);
int (*prove_OPENSSL_INIT_set_config_filename)(OPENSSL_INIT_SETTINGS *init, const char*filename) = (OPENSSL_INIT_set_config_filename);
void (*prove_OPENSSL_INIT_set_config_file_flags)(OPENSSL_INIT_SETTINGS *init, unsigned long flags) = (OPENSSL_INIT_set_config_file_flags);
int (*prove_OPENSSL_INIT_set_config_appname)(OPENSSL_INIT_SETTINGS *init, const char*name) = (OPENSSL_INIT_set_config_appname);
const char *(*prove_OpenSSL_version)(int t) = (OpenSSL_version);
unsigned long (*prove_OpenSSL_version_num)() = (OpenSSL_version_num);
unsigned int (*prove_OPENSSL_version_major)(void) = (OPENSSL_version_major);
unsigned int (*prove_OPENSSL_version_minor)(void) = (OPENSSL_version_minor);
unsigned int (*prove_OPENSSL_version_patch)(void) = (OPENSSL_version_patch);
const char *(*prove_OPENSSL_info)(int t) = (OPENSSL_info);
int (*prove_CONF_modules_load)(const CONF *cnf, const char *appname, unsigned long flags) = (CONF_modules_load);
int (*prove_CONF_modules_load_file)(const char *filename, const char *appname, unsigned long flags) = (CONF_modules_load_file);
void (*prove_CONF_modules_unload)(int all) = (CONF_modules_unload);
void prove_CONF_modules_free(void) { CONF_modules_free(); }
int (*prove_NCONF_load)(CONF *conf, const char *file, long *eline) = (NCONF_load);
char *(*prove_NCONF_get_string)(const CONF *conf, const char *group, const char *name) = (NCONF_get_string);
STACK_OF(CONF_VALUE) *(*prove_NCONF_get_section)(const CONF *conf, const char *name) = (NCONF_get_section);
OSSL_LIB_CTX *(*prove_OSSL_LIB_CTX_new)(void) = (OSSL_LIB_CTX_new);
OSSL_PROVIDER *(*prove_OSSL_PROVIDER_load)(OSSL_LIB_CTX *libctx, const char *name) = (OSSL_PROVIDER_load);
OSSL_PROVIDER *(*prove_OSSL_PROVIDER_try_load)(OSSL_LIB_CTX *libctx, const char *name, int retain_fallbacks) = (OSSL_PROVIDER_try_load);
int (*prove_OSSL_PROVIDER_available)(OSSL_LIB_CTX *libctx, const char *name) = (OSSL_PROVIDER_available);
int (*prove_OSSL_PROVIDER_set_default_search_path)(OSSL_LIB_CTX *libctx, const char *path) = (OSSL_PROVIDER_set_default_search_path);
int (*prove_CRYPTO_THREAD_read_lock)(CRYPTO_RWLOCK *lock) = (CRYPTO_THREAD_read_lock);
int (*prove_CRYPTO_THREAD_write_lock)(CRYPTO_RWLOCK *lock) = (CRYPTO_THREAD_write_lock);
int (*prove_CRYPTO_THREAD_unlock)(CRYPTO_RWLOCK *lock) = (CRYPTO_THREAD_unlock);
int (*prove_CRYPTO_THREAD_run_once)(CRYPTO_ONCE *once, void (*init)(void)) = (CRYPTO_THREAD_run_once);
CRYPTO_THREAD_ID (*prove_CRYPTO_THREAD_get_current_id)(void) = (CRYPTO_THREAD_get_current_id);
int (*prove_CRYPTO_atomic_add)(int *val, int amount, int *ret, CRYPTO_RWLOCK *lock) = (CRYPTO_atomic_add);
#if OPENSSL_VERSION_NUMBER < 0x10100000L
int (*prove_CRYPTO_add)(int *addr, int amount, int type) = (CRYPTO_add);
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
int prove_CRYPTO_num_locks(void) { return CRYPTO_num_locks(); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_locking_callback(void (*func)(int mode, int type, const char *file, int line)) { CRYPTO_set_locking_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_add_lock_callback(int (*func)(int *num, int mount, int type, const char *file, int line)) { CRYPTO_set_add_lock_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_id_callback(unsigned long (*func)(void)) { CRYPTO_set_id_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
int prove_CRYPTO_THREADID_set_callback(void (*func)(CRYPTO_THREADID *id)) { return CRYPTO_THREADID_set_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_THREADID_set_numeric(CRYPTO_THREADID *id, unsigned long val) { CRYPTO_THREADID_set_numeric(id, val); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_dynlock_create_callback(struct CRYPTO_dynlock_value *(*func)(const char *file, int line)) { CRYPTO_set_dynlock_create_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_dynlock_lock_callback(void (*func)(int mode, struct CRYPTO_dynlock_value *l, const char *file, int line)) { CRYPTO_set_dynlock_lock_callback(func); }
#endif
#if OPENSSL_VERSION_NUMBER < 0x10100000L
void prove_CRYPTO_set_dynlock_destroy_callback(void (*func)(struct CRYPTO_dynlock_value *l, const char *file, int line)) { CRYPTO_set_dynlock_destroy_callback(func); }
#endif
int (*prove_CRYPTO_get_ex_new_index)(int class_index, long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func, CRYPTO_EX_free *free_func) = (CRYPTO_get_ex_new_index);
int (*prove_CRYPTO_set_ex_data)(CRYPTO_EX_DATA *r, int idx, void *arg) = (CRYPTO_set_ex_data);
void *(*prove_CRYPTO_get_ex_data)(const CRYPTO_EX_DATA *r, int idx) = (CRYPTO_get_ex_data);
int (*prove_CRYPTO_free_ex_index)(int class_index, int idx) = (CRYPTO_free_ex_index);
void prove_CRYPTO_cleanup_all_ex_data(void) { CRYPTO_cleanup_all_ex_data(); }
BN_ULONG (*prove_BN_mod_word)(const BIGNUM *a, BN_ULONG w) = (BN_mod_word);
BIGNUM *(*prove_BN_bin2bn)(const unsigned char *s, int len, BIGNUM *ret) = (BN_bin2bn);
BIGNUM *(*prove_BN_lebin2bn)(const unsigned char *s, int len, BIGNUM *ret) = (BN_lebin2bn);
int (*prove_BN_bn2bin)(const BIGNUM *a, unsigned char *to) = (BN_bn2bin);
int (*prove_BN_bn2binpad)(const BIGNUM *a, unsigned char *to, int tolen) = (BN_bn2binpad);
int (*prove_BN_bn2lebinpad)(const BIGNUM *a, unsigned char *to, int tolen) = (BN_bn2lebinpad);
char *(*prove_BN_bn2hex)(const BIGNUM *a) = (BN_bn2hex);
char *(*prove_BN_bn2dec)(const BIGNUM *a) = (BN_bn2dec);
int (*prove_BN_hex2bn)(BIGNUM **a, const char *str) = (BN_hex2bn);
int (*prove_BN_dec2bn)(BIGNUM **a, const char *str) = (BN_dec2bn);
int (*prove_BN_asc2bn)(BIGNUM **a, const char *str) = (BN_asc2bn);
BIGNUM *(*prove_BN_copy)(BIGNUM *to, const BIGNUM *from) = (BN_copy);
int (*prove_BN_set_word)(BIGNUM *a, BN_ULONG w) = (BN_set_word);
unsigned long (*prove_BN_get_word)(const BIGNUM *a) = (BN_get_word);
int (*prove_BN_num_bits)(const BIGNUM *a) = (BN_num_bits);
int prove_BN_num_bytes(const BIGNUM *a) { return BN_num_bytes(a); }
int (*prove_BN_is_zero)(const BIGNUM *a) = (BN_is_zero);
int (*prove_BN_is_one)(const BIGNUM *a) = (BN_is_one);
int (*prove_BN_is_odd)(const BIGNUM *a) = (BN_is_odd);
int (*prove_BN_is_negative)(const BIGNUM *b) = (BN_is_negative);
int (*prove_BN_is_word)(const BIGNUM *a, const BN_ULONG w) = (BN_is_word);
int (*prove_BN_is_bit_set)(const BIGNUM *a, int n) = (BN_is_bit_set);
int (*prove_BN_set_bit)(BIGNUM *a, int n) = (BN_set_bit);
int (*prove_BN_clear_bit)(BIGNUM *a, int n) = (BN_clear_bit);
int (*prove_BN_cmp)(const BIGNUM *a, const BIGNUM *b) = (BN_cmp);
int (*prove_BN_ucmp)(const BIGNUM *a, const BIGNUM *b) = (BN_ucmp);
int (*prove_BN_add)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b) = (BN_add);
int (*prove_BN_sub)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b) = (BN_sub);
int (*prove_BN_mul)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx) = (BN_mul);
int (*prove_BN_div)(BIGNUM *dv, BIGNUM *rem, const BIGNUM *a, const BIGNUM *d, BN_CTX *ctx) = (BN_div);
int prove_BN_mod(BIGNUM *rem, const BIGNUM *a, const BIGNUM *m, BN_CTX *ctx) { return BN_mod(rem, a, m, ctx); }
int (*prove_BN_mod_exp)(BIGNUM *r, const BIGNUM *a, const BIGNUM *p, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_exp);
int (*prove_BN_mod_mul)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_mul);
BIGNUM *(*prove_BN_mod_inverse)(BIGNUM *r, const BIGNUM *a, const BIGNUM *n, BN_CTX *ctx) = (BN_mod_inverse);
int (*prove_BN_add_word)(BIGNUM *a, BN_ULONG w) = (BN_add_word);
int (*prove_BN_sub_word)(BIGNUM *a, BN_ULONG w) = (BN_sub_word);
int (*prove_BN_mul_word)(BIGNUM *a, BN_ULONG w) = (BN_mul_word);
int (*prove_BN_lshift)(BIGNUM *r, const BIGNUM *a, int n) = (BN_lshift);
int (*prove_BN_rshift)(BIGNUM *r, const BIGNUM *a, int n) = (BN_rshift);
int (*prove_BN_exp)(BIGNUM *r, const BIGNUM *a, const BIGNUM *p, BN_CTX *ctx) = (BN_exp);
int (*prove_BN_gcd)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx) = (BN_gcd);
const BIGNUM *(*prove_BN_value_one)(void) = (BN_value_one);
void prove_BN_zero(BIGNUM *a) { BN_zero(a); }
int prove_BN_one(BIGNUM *a) { return BN_one(a); }
void (*prove_BN_set_negative)(BIGNUM *b, int n) = (BN_set_negative);
void (*prove_BN_set_flags)(BIGNUM *b, int n) = (BN_set_flags);
void (*prove_BN_clear)(BIGNUM *a) = (BN_clear);
void (*prove_BN_CTX_start)(BN_CTX *ctx) = (BN_CTX_start);
void (*prove_BN_CTX_end)(BN_CTX *ctx) = (BN_CTX_end);
void (*prove_BN_GENCB_set)(BN_GENCB *gencb, int (*callback)(int, int, BN_GENCB *), void *cb_arg) = (BN_GENCB_set);
void *(*prove_BN_GENCB_get_arg)(BN_GENCB *cb) = (BN_GENCB_get_arg);
int (*prove_BN_generate_prime_ex)(BIGNUM *ret, int bits, int safe, const BIGNUM *add, const BIGNUM *rem, BN_GENCB *cb) = (BN_generate_prime_ex);
int (*prove_BN_check_prime)(const BIGNUM *p, BN_CTX *ctx, BN_GENCB *cb) = (BN_check_prime);
int (*prove_BN_is_prime_ex)(const BIGNUM *p, int nchecks, BN_CTX *ctx, BN_GENCB *cb) = (BN_is_prime_ex);
int (*prove_BN_is_prime_fasttest_ex)(const BIGNUM *p, int nchecks, BN_CTX *ctx, int do_trial_division, BN_GENCB *cb) = (BN_is_prime_fasttest_ex);
int (*prove_BN_print)(BIO *fp, const BIGNUM *a) = (BN_print);
int (*prove_BN_print_fp)(FILE *fp, const BIGNUM *a) = (BN_print_fp);
ASN1_INTEGER *(*prove_BN_to_ASN1_INTEGER)(const BIGNUM *bn, ASN1_INTEGER *ai) = (BN_to_ASN1_INTEGER);
BIGNUM *(*prove_ASN1_INTEGER_to_BN)(const ASN1_INTEGER *ai, BIGNUM *bn) = (ASN1_INTEGER_to_BN);
DH *(*prove_DH_generate_parameters)(int prime_len, int generator, void (*callback)(int, int, void *), void *cb_arg) = (DH_generate_parameters);
int (*prove_DH_generate_parameters_ex)(DH *dh, int prime_len, int generator, BN_GENCB *cb) = (DH_generate_parameters_ex);
int (*prove_DH_generate_key)(DH *dh) = (DH_generate_key);
int (*prove_DH_check)(const DH *dh, int *codes) = (DH_check);
int (*prove_DH_check_params)(const DH *dh, int *codes) = (DH_check_params);
int (*prove_DH_check_pub_key)(const DH *dh, const BIGNUM *pub_key, int *codes) = (DH_check_pub_key);
int (*prove_DH_size)(const DH *dh) = (DH_size);
int (*prove_DH_bits)(const DH *dh) = (DH_bits);
void (*prove_DH_get0_pqg)(const DH *dh, const BIGNUM **p, const BIGNUM **q, const BIGNUM **g) = (DH_get0_pqg);
void (*prove_DH_get0_key)(const DH *dh, const BIGNUM **pub_key, const BIGNUM **priv_key) = (DH_get0_key);
const BIGNUM *(*prove_DH_get0_p)(const DH *dh) = (DH_get0_p);
int (*prove_DH_set0_pqg)(DH *dh, BIGNUM *p, BIGNUM *q, BIGNUM *g) = (DH_set0_pqg);
int (*prove_DH_set0_key)(DH *dh, BIGNUM *pub_key, BIGNUM *priv_key) = (DH_set0_key);
int (*prove_DH_set_length)(DH *dh, long length) = (DH_set_length);
DH *(*prove_DH_get_2048_256)(void) = (DH_get_2048_256);
DH *(*prove_DH_new_by_nid)(int nid) = (DH_new_by_nid);
RSA *(*prove_RSA_generate_key)(int bits, unsigned long e, void (*callback)(int, int, void *), void *cb_arg) = (RSA_generate_key);
int (*prove_RSA_generate_key_ex)(RSA *rsa, int bits, BIGNUM *e, BN_GENCB *cb) = (RSA_generate_key_ex);
int (*prove_RSA_generate_multi_prime_key)(RSA *rsa, int bits, int primes, BIGNUM *e, BN_GENCB *cb) = (RSA_generate_multi_prime_key);
int (*prove_RSA_check_key)(const RSA *rsa) = (RSA_check_key);
int (*prove_RSA_size)(const RSA *rsa) = (RSA_size);
int (*prove_RSA_bits)(const RSA *rsa) = (RSA_bits);
int (*prove_RSA_flags)(const RSA *rsa) = (RSA_flags);
void (*prove_RSA_set_flags)(RSA *r, int flags) = (RSA_set_flags);
void (*prove_RSA_clear_flags)(RSA *r, int flags) = (RSA_clear_flags);
void (*prove_RSA_get0_key)(const RSA *r, const BIGNUM **n, const BIGNUM **e, const BIGNUM **d) = (RSA_get0_key);
void (*prove_RSA_get0_factors)(const RSA *r, const BIGNUM **p, const BIGNUM **q) = (RSA_get0_factors);
int (*prove_RSA_set0_key)(RSA *r, BIGNUM *n, BIGNUM *e, BIGNUM *d) = (RSA_set0_key);
int (*prove_RSA_set0_factors)(RSA *r, BIGNUM *p, BIGNUM *q) = (RSA_set0_factors);
int (*prove_RSA_set0_crt_params)(RSA *r, BIGNUM *dmp1, BIGNUM *dmq1, BIGNUM *iqmp) = (RSA_set0_crt_params);
int (*prove_RSA_set_method)(RSA *rsa, const RSA_METHOD *meth) = (RSA_set_method);
const RSA_METHOD *(*prove_RSA_get_default_method)(void) = (RSA_get_default_method);
const RSA_METHOD *(*prove_RSA_get_method)(const RSA *rsa) = (RSA_get_method);
int (*prove_RSA_set_ex_data)(RSA *type, int idx, void *arg) = (RSA_set_ex_data);
void *(*prove_RSA_get_ex_data)(const RSA *type, int idx) = (RSA_get_ex_data);
int (*prove_RSA_meth_set_flags)(RSA_METHOD *meth, int flags) = (RSA_meth_set_flags);
int (*prove_RSA_meth_set_priv_enc)(RSA_METHOD *rsa, int (*priv_enc)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding)) = (RSA_meth_set_priv_enc);
int (*prove_RSA_meth_set_priv_dec)(RSA_METHOD *rsa, int (*priv_dec)(int flen, const unsigned char *from, unsigned char *to, RSA *rsa, int padding)) = (RSA_meth_set_priv_dec);
int (*prove_RSA_meth_set_finish)(RSA_METHOD *rsa, int (*finish)(RSA *rsa)) = (RSA_meth_set_finish);
int (*prove_RSA_meth_set0_app_data)(RSA_METHOD *meth, void *app_data) = (RSA_meth_set0_app_data);
void *(*prove_RSA_meth_get0_app_data)(const RSA_METHOD *meth) = (RSA_meth_get0_app_data);
int (*prove_RSA_up_ref)(RSA *r) = (RSA_up_ref);
int (*prove_RSA_blinding_on)(RSA *rsa, BN_CTX *ctx) = (RSA_blinding_on);
int (*prove_RSA_print)(BIO *bp, const RSA *r, int offset) = (RSA_print);
int (*prove_RSA_padding_add_PKCS1_type_1)(unsigned char *to, int tlen, const unsigned char *f, int fl) = (RSA_padding_add_PKCS1_type_1);
int (*prove_RSA_padding_add_PKCS1_OAEP)(unsigned char *to, int tlen, const unsigned char *f, int fl, const unsigned char *p, int pl) = (RSA_padding_add_PKCS1_OAEP);
int (*prove_DSA_generate_parameters_ex)(DSA *dsa, int bits, const unsigned char *seed, int seed_len, int *counter_ret, unsigned long *h_ret, BN_GENCB *cb) = (DSA_generate_parameters_ex);
int (*prove_DSA_generate_key)(DSA *a) = (DSA_generate_key);
int (*prove_DSA_bits)(const DSA *d) = (DSA_bits);
int (*prove_DSA_size)(const DSA *dsa) = (DSA_size);
void (*prove_DSA_get0_pqg)(const DSA *d, const BIGNUM **p, const BIGNUM **q, const BIGNUM **g) = (DSA_get0_pqg);
void (*prove_DSA_get0_key)(const DSA *d, const BIGNUM **pub_key, const BIGNUM **priv_key) = (DSA_get0_key);
int (*prove_DSA_set0_pqg)(DSA *d, BIGNUM *p, BIGNUM *q, BIGNUM *g) = (DSA_set0_pqg);
int (*prove_DSA_set0_key)(DSA *d, BIGNUM *pub_key, BIGNUM *priv_key) = (DSA_set0_key);
int (*prove_DSA_up_ref)(DSA *r) = (DSA_up_ref);
int (*prove_DH_up_ref)(DH *dh) = (DH_up_ref);
int (*prove_EC_KEY_up_ref)(EC_KEY *key) = (EC_KEY_up_ref);
int (*prove_EC_KEY_generate_key)(EC_KEY *key) = (EC_KEY_generate_key);
int (*prove_EC_KEY_check_key)(const EC_KEY *key) = (EC_KEY_check_key);
int (*prove_EC_KEY_set_group)(EC_KEY *key, const EC_GROUP *group) = (EC_KEY_set_group);
int (*prove_EC_KEY_set_private_key)(EC_KEY *key, const BIGNUM *priv_key) = (EC_KEY_set_private_key);
int (*prove_EC_KEY_set_public_key)(EC_KEY *key, const EC_POINT *pub) = (EC_KEY_set_public_key);
int (*prove_EC_KEY_set_public_key_affine_coordinates)(EC_KEY *key, BIGNUM *x, BIGNUM *y) = (EC_KEY_set_public_key_affine_coordinates);
const EC_GROUP *(*prove_EC_KEY_get0_group)(const EC_KEY *key) = (EC_KEY_get0_group);
const BIGNUM *(*prove_EC_KEY_get0_private_key)(const EC_KEY *key) = (EC_KEY_get0_private_key);
const EC_POINT *(*prove_EC_KEY_get0_public_key)(const EC_KEY *key) = (EC_KEY_get0_public_key);
void (*prove_EC_KEY_set_asn1_flag)(EC_KEY *eckey, int asn1_flag) = (EC_KEY_set_asn1_flag);
void (*prove_EC_KEY_set_conv_form)(EC_KEY *eckey, point_conversion_form_t cform) = (EC_KEY_set_conv_form);
size_t (*prove_EC_KEY_key2buf)(const EC_KEY *eckey, point_conversion_form_t form, unsigned char **pbuf, BN_CTX *ctx) = (EC_KEY_key2buf);
int (*prove_EC_KEY_oct2key)(EC_KEY *eckey, const unsigned char *buf, size_t len, BN_CTX *ctx) = (EC_KEY_oct2key);
int (*prove_EC_KEY_oct2priv)(EC_KEY *eckey, const unsigned char *buf, size_t len) = (EC_KEY_oct2priv);
size_t (*prove_EC_KEY_priv2oct)(const EC_KEY *eckey, unsigned char *buf, size_t len) = (EC_KEY_priv2oct);
void *(*prove_EC_KEY_get_ex_data)(const EC_KEY *type, int idx) = (EC_KEY_get_ex_data);
int (*prove_EC_KEY_set_ex_data)(EC_KEY *type, int idx, void *arg) = (EC_KEY_set_ex_data);
int (*prove_EC_KEY_set_method)(EC_KEY *key, const EC_KEY_METHOD *meth) = (EC_KEY_set_method);
const EC_KEY_METHOD *(*prove_EC_KEY_get_method)(const EC_KEY *key) = (EC_KEY_get_method);
int (*prove_EC_GROUP_get_curve_name)(const EC_GROUP *group) = (EC_GROUP_get_curve_name);
int (*prove_EC_GROUP_get_degree)(const EC_GROUP *group) = (EC_GROUP_get_degree);
const BIGNUM *(*prove_EC_GROUP_get0_order)(const EC_GROUP *group) = (EC_GROUP_get0_order);
const EC_POINT *(*prove_EC_GROUP_get0_generator)(const EC_GROUP *group) = (EC_GROUP_get0_generator);
void (*prove_EC_GROUP_set_asn1_flag)(EC_GROUP *group, int flag) = (EC_GROUP_set_asn1_flag);
int (*prove_EC_GROUP_order_bits)(const EC_GROUP *group) = (EC_GROUP_order_bits);
int (*prove_EC_POINT_mul)(const EC_GROUP *group, EC_POINT *r, const BIGNUM *n, const EC_POINT *q, const BIGNUM *m, BN_CTX *ctx) = (EC_POINT_mul);
int (*prove_EC_POINT_oct2point)(const EC_GROUP *group, EC_POINT *p, const unsigned char *buf, size_t len, BN_CTX *ctx) = (EC_POINT_oct2point);
size_t (*prove_EC_POINT_point2oct)(const EC_GROUP *group, const EC_POINT *p, point_conversion_form_t form, unsigned char *buf, size_t len, BN_CTX *ctx) = (EC_POINT_point2oct);
int (*prove_EC_POINT_is_on_curve)(const EC_GROUP *group, const EC_POINT *point, BN_CTX *ctx) = (EC_POINT_is_on_curve);
int (*prove_EC_POINT_cmp)(const EC_GROUP *group, const EC_POINT *a, const EC_POINT *b, BN_CTX *ctx) = (EC_POINT_cmp);
int (*prove_EC_POINT_set_affine_coordinates)(const EC_GROUP *group, EC_POINT *p, const BIGNUM *x, const BIGNUM *y, BN_CTX *ctx) = (EC_POINT_set_affine_coordinates);
int (*prove_EC_POINT_get_affine_coordinates)(const EC_GROUP *group, const EC_POINT *p, BIGNUM *x, BIGNUM *y, BN_CTX *ctx) = (EC_POINT_get_affine_coordinates);
const char *(*prove_EC_curve_nid2nist)(int nid) = (EC_curve_nid2nist);
int (*prove_EC_curve_nist2nid)(const char *name) = (EC_curve_nist2nid);
size_t (*prove_EC_get_builtin_curves)(EC_builtin_curve *r, size_t nitems) = (EC_get_builtin_curves);
int (*prove_ASN1_STRING_length)(const ASN1_STRING *x) = (ASN1_STRING_length);
int (*prove_ASN1_STRING_type)(const ASN1_STRING *x) = (ASN1_STRING_type);
const unsigned char *(*prove_ASN1_STRING_get0_data)(const ASN1_STRING *x) = (ASN1_STRING_get0_data);
unsigned char *(*prove_ASN1_STRING_data)(ASN1_STRING *x) = (ASN1_STRING_data);
int (*prove_ASN1_STRING_set)(ASN1_STRING *str, const void *data, int len) = (ASN1_STRING_set);
void (*prove_ASN1_STRING_set0)(ASN1_STRING *str, void *data, int len) = (ASN1_STRING_set0);
int (*prove_ASN1_STRING_cmp)(const ASN1_STRING *a, const ASN1_STRING *b) = (ASN1_STRING_cmp);
int (*prove_ASN1_STRING_to_UTF8)(unsigned char **out, const ASN1_STRING *in) = (ASN1_STRING_to_UTF8);
int (*prove_ASN1_STRING_print)(BIO *out, const ASN1_STRING *str) = (ASN1_STRING_print);
int (*prove_ASN1_STRING_print_ex)(BIO *out, const ASN1_STRING *str, unsigned long flags) = (ASN1_STRING_print_ex);
int (*prove_ASN1_OCTET_STRING_set)(ASN1_OCTET_STRING *str, const unsigned char *data, int len) = (ASN1_OCTET_STRING_set);
int (*prove_ASN1_OCTET_STRING_cmp)(const ASN1_OCTET_STRING *a, const ASN1_OCTET_STRING *b) = (ASN1_OCTET_STRING_cmp);
long (*prove_ASN1_INTEGER_get)(const ASN1_INTEGER *a) = (ASN1_INTEGER_get);
int (*prove_ASN1_INTEGER_get_int64)(int64_t *pr, const ASN1_INTEGER *a) = (ASN1_INTEGER_get_int64);
int (*prove_ASN1_INTEGER_get_uint64)(uint64_t *pr, const ASN1_INTEGER *a) = (ASN1_INTEGER_get_uint64);
int (*prove_ASN1_INTEGER_set)(ASN1_INTEGER *a, long v) = (ASN1_INTEGER_set);
int (*prove_ASN1_INTEGER_set_int64)(ASN1_INTEGER *a, int64_t r) = (ASN1_INTEGER_set_int64);
int (*prove_ASN1_INTEGER_set_uint64)(ASN1_INTEGER *a, uint64_t r) = (ASN1_INTEGER_set_uint64);
int (*prove_ASN1_INTEGER_cmp)(const ASN1_INTEGER *x, const ASN1_INTEGER *y) = (ASN1_INTEGER_cmp);
long (*prove_ASN1_ENUMERATED_get)(const ASN1_ENUMERATED *a) = (ASN1_ENUMERATED_get);
int (*prove_ASN1_TIME_print)(BIO *b, const ASN1_TIME *s) = (ASN1_TIME_print);
int (*prove_ASN1_TIME_to_tm)(const ASN1_TIME *s, struct tm *tm) = (ASN1_TIME_to_tm);
ASN1_TIME *(*prove_ASN1_TIME_set)(ASN1_TIME *s, time_t t) = (ASN1_TIME_set);
int (*prove_ASN1_TIME_set_string)(ASN1_TIME *s, const char *str) = (ASN1_TIME_set_string);
int (*prove_ASN1_TIME_set_string_X509)(ASN1_TIME *s, const char *str) = (ASN1_TIME_set_string_X509);
ASN1_TIME *(*prove_ASN1_TIME_adj)(ASN1_TIME *s, time_t t, int offset_day, long offset_sec) = (ASN1_TIME_adj);
int (*prove_ASN1_TIME_check)(const ASN1_TIME *t) = (ASN1_TIME_check);
int (*prove_ASN1_TIME_diff)(int *pday, int *psec, const ASN1_TIME *from, const ASN1_TIME *to) = (ASN1_TIME_diff);
int (*prove_ASN1_TIME_compare)(const ASN1_TIME *a, const ASN1_TIME *b) = (ASN1_TIME_compare);
int (*prove_ASN1_TIME_cmp_time_t)(const ASN1_TIME *s, time_t t) = (ASN1_TIME_cmp_time_t);
int (*prove_ASN1_UTCTIME_print)(BIO *b, const ASN1_UTCTIME *s) = (ASN1_UTCTIME_print);
int (*prove_ASN1_GENERALIZEDTIME_print)(BIO *b, const ASN1_GENERALIZEDTIME *s) = (ASN1_GENERALIZEDTIME_print);
int (*prove_ASN1_get_object)(const unsigned char **pp, long *plength, int *ptag, int *pclass, long omax) = (ASN1_get_object);
int (*prove_ASN1_BIT_STRING_get_bit)(const ASN1_BIT_STRING *a, int n) = (ASN1_BIT_STRING_get_bit);
const char *(*prove_ASN1_tag2str)(int tag) = (ASN1_tag2str);
ASN1_VALUE *(*prove_ASN1_item_d2i)(ASN1_VALUE **pval, const unsigned char **in, long len, const ASN1_ITEM *it) = (ASN1_item_d2i);
int (*prove_ASN1_item_i2d)(const ASN1_VALUE *val, unsigned char **out, const ASN1_ITEM *it) = (ASN1_item_i2d);
const ASN1_ITEM *prove_ASN1_ITEM_ptr(ASN1_ITEM_EXP *iptr) { return ASN1_ITEM_ptr(iptr); }
ASN1_OBJECT *(*prove_OBJ_nid2obj)(int n) = (OBJ_nid2obj);
const char *(*prove_OBJ_nid2sn)(int n) = (OBJ_nid2sn);
const char *(*prove_OBJ_nid2ln)(int n) = (OBJ_nid2ln);
int (*prove_OBJ_obj2nid)(const ASN1_OBJECT *o) = (OBJ_obj2nid);
int (*prove_OBJ_txt2nid)(const char *s) = (OBJ_txt2nid);
int (*prove_OBJ_sn2nid)(const char *sn) = (OBJ_sn2nid);
int (*prove_OBJ_ln2nid)(const char *ln) = (OBJ_ln2nid);
ASN1_OBJECT *(*prove_OBJ_txt2obj)(const char *s, int no_name) = (OBJ_txt2obj);
int (*prove_OBJ_obj2txt)(char *buf, int buf_len, const ASN1_OBJECT *a, int no_name) = (OBJ_obj2txt);
ASN1_OBJECT *(*prove_OBJ_dup)(const ASN1_OBJECT *o) = (OBJ_dup);
int (*prove_OBJ_cmp)(const ASN1_OBJECT *a, const ASN1_OBJECT *b) = (OBJ_cmp);
int (*prove_OBJ_create)(const char *oid, const char *sn, const char *ln) = (OBJ_create);
size_t (*prove_OBJ_length)(const ASN1_OBJECT *obj) = (OBJ_length);
const unsigned char *(*prove_OBJ_get0_data)(const ASN1_OBJECT *obj) = (OBJ_get0_data);
void prove_OBJ_cleanup(void) { OBJ_cleanup(); }
int (*prove_OBJ_find_sigid_algs)(int signid, int *pdig_nid, int *ppkey_nid) = (OBJ_find_sigid_algs);
int (*prove_i2a_ASN1_OBJECT)(BIO *bp, const ASN1_OBJECT *a) = (i2a_ASN1_OBJECT);
int (*prove_i2a_ASN1_INTEGER)(BIO *bp, const ASN1_INTEGER *a) = (i2a_ASN1_INTEGER);
int (*prove_i2t_ASN1_OBJECT)(char *buf, int buf_len, const ASN1_OBJECT *a) = (i2t_ASN1_OBJECT);
char *(*prove_i2s_ASN1_INTEGER)(X509V3_EXT_METHOD *method, const ASN1_INTEGER *a) = (i2s_ASN1_INTEGER);
int (*prove_OCSP_basic_verify)(OCSP_BASICRESP *bs, STACK_OF(X509) *certs, X509_STORE *st, unsigned long flags) = (OCSP_basic_verify);
int (*prove_OCSP_request_verify)(OCSP_REQUEST *req, STACK_OF(X509) *certs, X509_STORE *store, unsigned long flags) = (OCSP_request_verify);
int (*prove_OCSP_check_validity)(ASN1_GENERALIZEDTIME *thisupd, ASN1_GENERALIZEDTIME *nextupd, long sec, long maxsec) = (OCSP_check_validity);
int (*prove_OCSP_check_nonce)(OCSP_REQUEST *req, OCSP_BASICRESP *resp) = (OCSP_check_nonce);
int (*prove_OCSP_resp_find_status)(OCSP_BASICRESP *bs, OCSP_CERTID *id, int *status, int *reason, ASN1_GENERALIZEDTIME **revtime, ASN1_GENERALIZEDTIME **thisupd, ASN1_GENERALIZEDTIME **nextupd) = (OCSP_resp_find_status);
int (*prove_OCSP_single_get0_status)(OCSP_SINGLERESP *single, int *reason, ASN1_GENERALIZEDTIME **revtime, ASN1_GENERALIZEDTIME **thisupd, ASN1_GENERALIZEDTIME **nextupd) = (OCSP_single_get0_status);
int (*prove_OCSP_resp_find)(OCSP_BASICRESP *bs, OCSP_CERTID *id, int last) = (OCSP_resp_find);
int (*prove_OCSP_response_status)(OCSP_RESPONSE *resp) = (OCSP_response_status);
OCSP_BASICRESP *(*prove_OCSP_response_get1_basic)(OCSP_RESPONSE *resp) = (OCSP_response_get1_basic);
OCSP_RESPONSE *(*prove_OCSP_response_create)(int status, OCSP_BASICRESP *bs) = (OCSP_response_create);
const char *(*prove_OCSP_response_status_str)(long s) = (OCSP_response_status_str);
const char *(*prove_OCSP_cert_status_str)(long s) = (OCSP_cert_status_str);
const char *(*prove_OCSP_crl_reason_str)(long s) = (OCSP_crl_reason_str);
OCSP_CERTID *(*prove_OCSP_cert_to_id)(const EVP_MD *dgst, const X509 *subject, const X509 *issuer) = (OCSP_cert_to_id);
int (*prove_OCSP_id_cmp)(const OCSP_CERTID *a, const OCSP_CERTID *b) = (OCSP_id_cmp);
int (*prove_OCSP_id_issuer_cmp)(const OCSP_CERTID *a, const OCSP_CERTID *b) = (OCSP_id_issuer_cmp);
int (*prove_OCSP_id_get0_info)(ASN1_OCTET_STRING **piNameHash, ASN1_OBJECT **pmd, ASN1_OCTET_STRING **pikeyHash, ASN1_INTEGER **pserial, OCSP_CERTID *cid) = (OCSP_id_get0_info);
OCSP_CERTID *(*prove_OCSP_CERTID_new)(void) = (OCSP_CERTID_new);
OCSP_CERTID *(*prove_OCSP_CERTID_dup)(const OCSP_CERTID *a) = (OCSP_CERTID_dup);
OCSP_REQUEST *(*prove_OCSP_REQUEST_new)(void) = (OCSP_REQUEST_new);
OCSP_RESPONSE *(*prove_OCSP_RESPONSE_new)(void) = (OCSP_RESPONSE_new);
OCSP_BASICRESP *(*prove_OCSP_BASICRESP_new)(void) = (OCSP_BASICRESP_new);
void (*prove_OCSP_CERTID_free)(OCSP_CERTID *id) = (OCSP_CERTID_free);
void (*prove_OCSP_REQUEST_free)(OCSP_REQUEST *req) = (OCSP_REQUEST_free);
void (*prove_OCSP_RESPONSE_free)(OCSP_RESPONSE *resp) = (OCSP_RESPONSE_free);
void (*prove_OCSP_BASICRESP_free)(OCSP_BASICRESP *a) = (OCSP_BASICRESP_free);
const OCSP_CERTID *(*prove_OCSP_SINGLERESP_get0_id)(const OCSP_SINGLERESP *x) = (OCSP_SINGLERESP_get0_id);
void (*prove_OCSP_SINGLERESP_free)(OCSP_SINGLERESP *a) = (OCSP_SINGLERESP_free);
OCSP_ONEREQ *(*prove_OCSP_request_add0_id)(OCSP_REQUEST *req, OCSP_CERTID *cid) = (OCSP_request_add0_id);
int (*prove_OCSP_request_add1_nonce)(OCSP_REQUEST *req, unsigned char *val, int len) = (OCSP_request_add1_nonce);
int (*prove_OCSP_request_sign)(OCSP_REQUEST *req, X509 *signer, EVP_PKEY *key, const EVP_MD *dgst, STACK_OF(X509) *certs, unsigned long flags) = (OCSP_request_sign);
int (*prove_OCSP_copy_nonce)(OCSP_BASICRESP *resp, OCSP_REQUEST *req) = (OCSP_copy_nonce);
int (*prove_OCSP_basic_add1_nonce)(OCSP_BASICRESP *resp, unsigned char *val, int len) = (OCSP_basic_add1_nonce);
OCSP_SINGLERESP *(*prove_OCSP_basic_add1_status)(OCSP_BASICRESP *rsp, OCSP_CERTID *cid, int status, int reason, ASN1_TIME *revtime, ASN1_TIME *thisupd, ASN1_TIME *nextupd) = (OCSP_basic_add1_status);
int (*prove_OCSP_basic_add1_cert)(OCSP_BASICRESP *resp, X509 *cert) = (OCSP_basic_add1_cert);
int (*prove_OCSP_basic_sign)(OCSP_BASICRESP *brsp, X509 *signer, EVP_PKEY *key, const EVP_MD *dgst, STACK_OF(X509) *certs, unsigned long flags) = (OCSP_basic_sign);
int (*prove_OCSP_resp_count)(OCSP_BASICRESP *bs) = (OCSP_resp_count);
OCSP_SINGLERESP *(*prove_OCSP_resp_get0)(OCSP_BASICRESP *bs, int idx) = (OCSP_resp_get0);
const STACK_OF(X509) *(*prove_OCSP_resp_get0_certs)(const OCSP_BASICRESP *bs) = (OCSP_resp_get0_certs);
int (*prove_OCSP_resp_get0_signer)(OCSP_BASICRESP *bs, X509 **signer, STACK_OF(X509) *extra_certs) = (OCSP_resp_get0_signer);
OSSL_HTTP_REQ_CTX *(*prove_OCSP_sendreq_new)(BIO *io, const char *path, const OCSP_REQUEST *req, int buf_size) = (OCSP_sendreq_new);
int prove_OCSP_sendreq_nbio(OCSP_RESPONSE **presp, OSSL_HTTP_REQ_CTX *rctx) { return OCSP_sendreq_nbio(presp, rctx); }
OCSP_RESPONSE *(*prove_OCSP_sendreq_bio)(BIO *io, const char *path, OCSP_REQUEST *req) = (OCSP_sendreq_bio);
void prove_OCSP_REQ_CTX_free(OCSP_REQ_CTX *rctx) { OCSP_REQ_CTX_free(rctx); }
int prove_OCSP_REQ_CTX_add1_header(OCSP_REQ_CTX *rctx, const char *name, const char *value) { return OCSP_REQ_CTX_add1_header(rctx, name, value); }
int prove_OCSP_REQ_CTX_set1_req(OCSP_REQ_CTX *rctx, const OCSP_REQUEST *req) { return OCSP_REQ_CTX_set1_req(rctx, req); }
void (*prove_OSSL_HTTP_REQ_CTX_free)(OSSL_HTTP_REQ_CTX *rctx) = (OSSL_HTTP_REQ_CTX_free);
int prove_OCSP_parse_url(const char *url, char **host, char **port, char **path, int *ssl) { return OCSP_parse_url(url, host, port, path, ssl); }
ENGINE *(*prove_ENGINE_by_id)(const char *id) = (ENGINE_by_id);
ENGINE *(*prove_ENGINE_new)(void) = (ENGINE_new);
int (*prove_ENGINE_init)(ENGINE *e) = (ENGINE_init);
int (*prove_ENGINE_free)(ENGINE *e) = (ENGINE_free);
int (*prove_ENGINE_finish)(ENGINE *e) = (ENGINE_finish);
int (*prove_ENGINE_set_default)(ENGINE *e, unsigned int flags) = (ENGINE_set_default);
int (*prove_ENGINE_set_default_string)(ENGINE *e, const char *list) = (ENGINE_set_default_string);
int (*prove_ENGINE_set_default_RAND)(ENGINE *e) = (ENGINE_set_default_RAND);
int (*prove_ENGINE_set_default_RSA)(ENGINE *e) = (ENGINE_set_default_RSA);
int (*prove_ENGINE_register_all_complete)(void) = (ENGINE_register_all_complete);
int (*prove_ENGINE_ctrl)(ENGINE *e, int cmd, long i, void *p, void (*f)(void)) = (ENGINE_ctrl);
int (*prove_ENGINE_ctrl_cmd)(ENGINE *e, const char *cmd_name, long i, void *p, void (*f)(void), int cmd_optional) = (ENGINE_ctrl_cmd);
int (*prove_ENGINE_ctrl_cmd_string)(ENGINE *e, const char *cmd_name, const char *arg, int cmd_optional) = (ENGINE_ctrl_cmd_string);
ENGINE *(*prove_ENGINE_get_first)(void) = (ENGINE_get_first);
ENGINE *(*prove_ENGINE_get_next)(ENGINE *e) = (ENGINE_get_next);
const char *(*prove_ENGINE_get_id)(const ENGINE *e) = (ENGINE_get_id);
const char *(*prove_ENGINE_get_name)(const ENGINE *e) = (ENGINE_get_name);
void prove_ENGINE_load_builtin_engines(void) { ENGINE_load_builtin_engines(); }
void prove_ENGINE_load_dynamic(void) { ENGINE_load_dynamic(); }
void prove_ENGINE_load_openssl(void) { ENGINE_load_openssl(); }
EVP_PKEY *(*prove_ENGINE_load_private_key)(ENGINE *e, const char *key_id, UI_METHOD *ui_method, void *callback_data) = (ENGINE_load_private_key);
EVP_PKEY *(*prove_ENGINE_load_public_key)(ENGINE *e, const char *key_id, UI_METHOD *ui_method, void *callback_data) = (ENGINE_load_public_key);
void prove_ENGINE_cleanup(void) { ENGINE_cleanup(); }
UI_METHOD *(*prove_UI_OpenSSL)(void) = (UI_OpenSSL);
UI_METHOD *(*prove_UI_create_method)(const char *name) = (UI_create_method);
void (*prove_UI_destroy_method)(UI_METHOD *ui_method) = (UI_destroy_method);
UI *(*prove_UI_new)(void) = (UI_new);
void (*prove_UI_free)(UI *ui) = (UI_free);
const UI_METHOD *(*prove_UI_set_method)(UI *ui, const UI_METHOD *meth) = (UI_set_method);
int (*prove_UI_method_set_opener)(UI_METHOD *method, int (*opener)(UI *ui)) = (UI_method_set_opener);
int (*prove_UI_method_set_writer)(UI_METHOD *method, int (*writer)(UI *ui, UI_STRING *uis)) = (UI_method_set_writer);
int (*prove_UI_method_set_flusher)(UI_METHOD *method, int (*flusher)(UI *ui)) = (UI_method_set_flusher);
int (*prove_UI_method_set_reader)(UI_METHOD *method, int (*reader)(UI *ui, UI_STRING *uis)) = (UI_method_set_reader);
int (*prove_UI_method_set_closer)(UI_METHOD *method, int (*closer)(UI *ui)) = (UI_method_set_closer);
int (*(*prove_UI_method_get_opener)(const UI_METHOD *method))(UI *) = (UI_method_get_opener);
int (*(*prove_UI_method_get_writer)(const UI_METHOD *method))(UI *, UI_STRING *) = (UI_method_get_writer);
int (*(*prove_UI_method_get_reader)(const UI_METHOD *method))(UI *, UI_STRING *) = (UI_method_get_reader);
int (*(*prove_UI_method_get_closer)(const UI_METHOD *method))(UI *) = (UI_method_get_closer);
void *(*prove_UI_add_user_data)(UI *ui, void *user_data) = (UI_add_user_data);
void *(*prove_UI_get0_user_data)(UI *ui) = (UI_get0_user_data);
int (*prove_UI_add_input_string)(UI *ui, const char *prompt, int flags, char *result_buf, int minsize, int maxsize) = (UI_add_input_string);
int (*prove_UI_add_info_string)(UI *ui, const char *text) = (UI_add_info_string);
int (*prove_UI_process)(UI *ui) = (UI_process);
enum UI_string_types (*prove_UI_get_string_type)(UI_STRING *uis) = (UI_get_string_type);
int (*prove_UI_get_input_flags)(UI_STRING *uis) = (UI_get_input_flags);
const char *(*prove_UI_get0_output_string)(UI_STRING *uis) = (UI_get0_output_string);
const char *(*prove_UI_get0_action_string)(UI_STRING *uis) = (UI_get0_action_string);
const char *(*prove_UI_get0_result_string)(UI_STRING *uis) = (UI_get0_result_string);
const char *(*prove_UI_get0_result)(UI *ui, int i) = (UI_get0_result);
int (*prove_UI_set_result)(UI *ui, UI_STRING *uis, const char *result) = (UI_set_result);
COMP_METHOD *(*prove_COMP_zlib)(void) = (COMP_zlib);
int (*prove_COMP_get_type)(const COMP_METHOD *meth) = (COMP_get_type);
const char *(*prove_COMP_get_name)(const COMP_METHOD *meth) = (COMP_get_name);
ASN1_BIT_STRING *(*prove_ASN1_BIT_STRING_new)(void) = (ASN1_BIT_STRING_new);
void (*prove_ASN1_ENUMERATED_free)(ASN1_ENUMERATED *a) = (ASN1_ENUMERATED_free);
ASN1_ENUMERATED *(*prove_ASN1_ENUMERATED_new)(void) = (ASN1_ENUMERATED_new);
ASN1_GENERALIZEDTIME *(*prove_ASN1_GENERALIZEDTIME_new)(void) = (ASN1_GENERALIZEDTIME_new);
ASN1_GENERALIZEDTIME *(*prove_ASN1_GENERALIZEDTIME_dup)(const ASN1_GENERALIZEDTIME *a) = (ASN1_GENERALIZEDTIME_dup);
void (*prove_ASN1_UTCTIME_free)(ASN1_UTCTIME *a) = (ASN1_UTCTIME_free);
ASN1_UTCTIME *(*prove_ASN1_UTCTIME_new)(void) = (ASN1_UTCTIME_new);
ASN1_UTCTIME *(*prove_ASN1_UTCTIME_dup)(const ASN1_UTCTIME *a) = (ASN1_UTCTIME_dup);
void (*prove_ASN1_TYPE_free)(ASN1_TYPE *a) = (ASN1_TYPE_free);
ASN1_TYPE *(*prove_ASN1_TYPE_new)(void) = (ASN1_TYPE_new);
void (*prove_ASN1_UTF8STRING_free)(ASN1_UTF8STRING *a) = (ASN1_UTF8STRING_free);
ASN1_UTF8STRING *(*prove_ASN1_UTF8STRING_new)(void) = (ASN1_UTF8STRING_new);
void (*prove_ASN1_IA5STRING_free)(ASN1_IA5STRING *a) = (ASN1_IA5STRING_free);
ASN1_IA5STRING *(*prove_ASN1_IA5STRING_new)(void) = (ASN1_IA5STRING_new);
void (*prove_ASN1_PRINTABLESTRING_free)(ASN1_PRINTABLESTRING *a) = (ASN1_PRINTABLESTRING_free);
ASN1_PRINTABLESTRING *(*prove_ASN1_PRINTABLESTRING_new)(void) = (ASN1_PRINTABLESTRING_new);
void (*prove_ASN1_BMPSTRING_free)(ASN1_BMPSTRING *a) = (ASN1_BMPSTRING_free);
ASN1_BMPSTRING *(*prove_ASN1_BMPSTRING_new)(void) = (ASN1_BMPSTRING_new);
ASN1_TIME *(*prove_ASN1_TIME_dup)(const ASN1_TIME *a) = (ASN1_TIME_dup);
ASN1_OCTET_STRING *(*prove_ASN1_OCTET_STRING_dup)(const ASN1_OCTET_STRING *a) = (ASN1_OCTET_STRING_dup);
void (*prove_DSA_SIG_free)(DSA_SIG *a) = (DSA_SIG_free);
DSA_SIG *(*prove_DSA_SIG_new)(void) = (DSA_SIG_new);
OCSP_SINGLERESP *(*prove_OCSP_SINGLERESP_new)(void) = (OCSP_SINGLERESP_new);
void (*prove_OCSP_ONEREQ_free)(OCSP_ONEREQ *a) = (OCSP_ONEREQ_free);
OCSP_ONEREQ *(*prove_OCSP_ONEREQ_new)(void) = (OCSP_ONEREQ_new);
void (*prove_OCSP_RESPID_free)(OCSP_RESPID *a) = (OCSP_RESPID_free);
OCSP_RESPID *(*prove_OCSP_RESPID_new)(void) = (OCSP_RESPID_new);
void (*prove_BN_MONT_CTX_free)(BN_MONT_CTX *mont) = (BN_MONT_CTX_free);
void (*prove_OSSL_PARAM_BLD_free)(OSSL_PARAM_BLD *bld) = (OSSL_PARAM_BLD_free);
void (*prove_OSSL_PARAM_free)(OSSL_PARAM *p) = (OSSL_PARAM_free);
void (*prove_DH_meth_free)(DH_METHOD *dhm) = (DH_meth_free);
void (*prove_EC_KEY_METHOD_free)(EC_KEY_METHOD *meth) = (EC_KEY_METHOD_free);
void (*prove_ASYNC_WAIT_CTX_free)(ASYNC_WAIT_CTX *ctx) = (ASYNC_WAIT_CTX_free);
void (*prove_ASN1_STRING_clear_free)(ASN1_STRING *a) = (ASN1_STRING_clear_free);
void (*prove_EC_GROUP_clear_free)(EC_GROUP *group) = (EC_GROUP_clear_free);
void (*prove_CRYPTO_secure_free)(void *ptr, const char *file, int line) = (CRYPTO_secure_free);
void (*prove_CRYPTO_secure_clear_free)(void *ptr, size_t num, const char *file, int line) = (CRYPTO_secure_clear_free);
BN_CTX *(*prove_BN_CTX_new_ex)(OSSL_LIB_CTX *ctx) = (BN_CTX_new_ex);
BN_CTX *(*prove_BN_CTX_secure_new)(void) = (BN_CTX_secure_new);
BN_CTX *(*prove_BN_CTX_secure_new_ex)(OSSL_LIB_CTX *ctx) = (BN_CTX_secure_new_ex);
BN_MONT_CTX *(*prove_BN_MONT_CTX_new)(void) = (BN_MONT_CTX_new);
EC_KEY *(*prove_EC_KEY_new_ex)(OSSL_LIB_CTX *ctx, const char *propq) = (EC_KEY_new_ex);
EC_KEY *(*prove_EC_KEY_new_by_curve_name_ex)(OSSL_LIB_CTX *ctx, const char *propq, int nid) = (EC_KEY_new_by_curve_name_ex);
EC_GROUP *(*prove_EC_GROUP_new_by_curve_name_ex)(OSSL_LIB_CTX *libctx, const char *propq, int nid) = (EC_GROUP_new_by_curve_name_ex);
EC_GROUP *(*prove_EC_GROUP_new_curve_GFp)(const BIGNUM *p, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx) = (EC_GROUP_new_curve_GFp);
EC_GROUP *(*prove_EC_GROUP_new_from_params)(const OSSL_PARAM params[], OSSL_LIB_CTX *libctx, const char *propq) = (EC_GROUP_new_from_params);
char *(*prove_EC_POINT_point2hex)(const EC_GROUP *a0, const EC_POINT *a1, point_conversion_form_t form, BN_CTX *a3) = (EC_POINT_point2hex);
EC_POINT *(*prove_EC_POINT_hex2point)(const EC_GROUP *a0, const char *a1, EC_POINT *a2, BN_CTX *a3) = (EC_POINT_hex2point);
OSSL_PARAM_BLD *(*prove_OSSL_PARAM_BLD_new)(void) = (OSSL_PARAM_BLD_new);
OSSL_PARAM *(*prove_OSSL_PARAM_BLD_to_param)(OSSL_PARAM_BLD *bld) = (OSSL_PARAM_BLD_to_param);
OSSL_PARAM *(*prove_OSSL_PARAM_dup)(const OSSL_PARAM *p) = (OSSL_PARAM_dup);
OSSL_PARAM *(*prove_OSSL_PARAM_merge)(const OSSL_PARAM *p1, const OSSL_PARAM *p2) = (OSSL_PARAM_merge);
DH_METHOD *(*prove_DH_meth_new)(const char *name, int flags) = (DH_meth_new);
DH_METHOD *(*prove_DH_meth_dup)(const DH_METHOD *dhm) = (DH_meth_dup);
EC_KEY_METHOD *(*prove_EC_KEY_METHOD_new)(const EC_KEY_METHOD *meth) = (EC_KEY_METHOD_new);
ASYNC_WAIT_CTX *(*prove_ASYNC_WAIT_CTX_new)(void) = (ASYNC_WAIT_CTX_new);
UI *(*prove_UI_new_method)(const UI_METHOD *method) = (UI_new_method);
void *(*prove_CRYPTO_secure_malloc)(size_t num, const char *file, int line) = (CRYPTO_secure_malloc);
void *(*prove_CRYPTO_secure_zalloc)(size_t num, const char *file, int line) = (CRYPTO_secure_zalloc);
char *(*prove_CRYPTO_strndup)(const char *str, size_t s, const char *file, int line) = (CRYPTO_strndup);
void *(*prove_CRYPTO_clear_realloc)(void *addr, size_t old_num, size_t num, const char *file, int line) = (CRYPTO_clear_realloc);
BIGNUM *(*prove_BN_get_rfc3526_prime_1536)(BIGNUM *bn) = (BN_get_rfc3526_prime_1536);
BIGNUM *(*prove_BN_get_rfc3526_prime_2048)(BIGNUM *bn) = (BN_get_rfc3526_prime_2048);
BIGNUM *(*prove_BN_get_rfc3526_prime_3072)(BIGNUM *bn) = (BN_get_rfc3526_prime_3072);
BIGNUM *(*prove_BN_get_rfc3526_prime_4096)(BIGNUM *bn) = (BN_get_rfc3526_prime_4096);
BIGNUM *(*prove_BN_get_rfc3526_prime_6144)(BIGNUM *bn) = (BN_get_rfc3526_prime_6144);
BIGNUM *(*prove_BN_get_rfc3526_prime_8192)(BIGNUM *bn) = (BN_get_rfc3526_prime_8192);
int (*prove_BN_sqr)(BIGNUM *r, const BIGNUM *a, BN_CTX *ctx) = (BN_sqr);
int (*prove_BN_mod_add)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_add);
int (*prove_BN_mod_sub)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_sub);
int (*prove_BN_mod_sqr)(BIGNUM *r, const BIGNUM *a, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_sqr);
int (*prove_BN_nnmod)(BIGNUM *r, const BIGNUM *a, const BIGNUM *m, BN_CTX *ctx) = (BN_nnmod);
int (*prove_BN_lshift1)(BIGNUM *r, const BIGNUM *a) = (BN_lshift1);
int (*prove_BN_rshift1)(BIGNUM *r, const BIGNUM *a) = (BN_rshift1);
int (*prove_BN_uadd)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b) = (BN_uadd);
int (*prove_BN_usub)(BIGNUM *r, const BIGNUM *a, const BIGNUM *b) = (BN_usub);
int (*prove_BN_mod_exp_mont)(BIGNUM *r, const BIGNUM *a, const BIGNUM *p, const BIGNUM *m, BN_CTX *ctx, BN_MONT_CTX *m_ctx) = (BN_mod_exp_mont);
int (*prove_BN_mod_exp_mont_consttime)(BIGNUM *rr, const BIGNUM *a, const BIGNUM *p, const BIGNUM *m, BN_CTX *ctx, BN_MONT_CTX *in_mont) = (BN_mod_exp_mont_consttime);
int (*prove_BN_to_montgomery)(BIGNUM *r, const BIGNUM *a, BN_MONT_CTX *mont, BN_CTX *ctx) = (BN_to_montgomery);
int (*prove_BN_from_montgomery)(BIGNUM *r, const BIGNUM *a, BN_MONT_CTX *mont, BN_CTX *ctx) = (BN_from_montgomery);
int (*prove_BN_MONT_CTX_set)(BN_MONT_CTX *mont, const BIGNUM *mod, BN_CTX *ctx) = (BN_MONT_CTX_set);
int (*prove_BN_mod_lshift1)(BIGNUM *r, const BIGNUM *a, const BIGNUM *m, BN_CTX *ctx) = (BN_mod_lshift1);
int (*prove_EC_POINT_add)(const EC_GROUP *group, EC_POINT *r, const EC_POINT *a, const EC_POINT *b, BN_CTX *ctx) = (EC_POINT_add);
int (*prove_EC_POINT_dbl)(const EC_GROUP *group, EC_POINT *r, const EC_POINT *a, BN_CTX *ctx) = (EC_POINT_dbl);
int (*prove_EC_POINT_invert)(const EC_GROUP *group, EC_POINT *a, BN_CTX *ctx) = (EC_POINT_invert);
int (*prove_EC_POINT_copy)(EC_POINT *dst, const EC_POINT *src) = (EC_POINT_copy);
int (*prove_EC_POINT_set_to_infinity)(const EC_GROUP *group, EC_POINT *point) = (EC_POINT_set_to_infinity);
int (*prove_EC_POINT_set_compressed_coordinates)(const EC_GROUP *group, EC_POINT *p, const BIGNUM *x, int y_bit, BN_CTX *ctx) = (EC_POINT_set_compressed_coordinates);
int (*prove_EC_GROUP_get_order)(const EC_GROUP *group, BIGNUM *order, BN_CTX *ctx) = (EC_GROUP_get_order);
int (*prove_EC_GROUP_get_cofactor)(const EC_GROUP *group, BIGNUM *cofactor, BN_CTX *ctx) = (EC_GROUP_get_cofactor);
int (*prove_EC_GROUP_get_curve)(const EC_GROUP *group, BIGNUM *p, BIGNUM *a, BIGNUM *b, BN_CTX *ctx) = (EC_GROUP_get_curve);
int (*prove_EC_GROUP_set_curve)(EC_GROUP *group, const BIGNUM *p, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx) = (EC_GROUP_set_curve);
int (*prove_EC_GROUP_set_generator)(EC_GROUP *group, const EC_POINT *generator, const BIGNUM *order, const BIGNUM *cofactor) = (EC_GROUP_set_generator);
int (*prove_OCSP_request_add1_cert)(OCSP_REQUEST *req, X509 *cert) = (OCSP_request_add1_cert);
int (*prove_OCSP_request_set1_name)(OCSP_REQUEST *req, const X509_NAME *nm) = (OCSP_request_set1_name);
int (*prove_OCSP_RESPID_set_by_name)(OCSP_RESPID *respid, X509 *cert) = (OCSP_RESPID_set_by_name);
int (*prove_OCSP_RESPID_set_by_key)(OCSP_RESPID *respid, X509 *cert) = (OCSP_RESPID_set_by_key);
int (*prove_OCSP_REQUEST_add_ext)(OCSP_REQUEST *x, X509_EXTENSION *ex, int loc) = (OCSP_REQUEST_add_ext);
int (*prove_OSSL_PARAM_BLD_push_int)(OSSL_PARAM_BLD *bld, const char *key, int val) = (OSSL_PARAM_BLD_push_int);
int (*prove_OSSL_PARAM_BLD_push_uint)(OSSL_PARAM_BLD *bld, const char *key, unsigned int val) = (OSSL_PARAM_BLD_push_uint);
int (*prove_OSSL_PARAM_BLD_push_long)(OSSL_PARAM_BLD *bld, const char *key, long val) = (OSSL_PARAM_BLD_push_long);
int (*prove_OSSL_PARAM_BLD_push_ulong)(OSSL_PARAM_BLD *bld, const char *key, unsigned long val) = (OSSL_PARAM_BLD_push_ulong);
int (*prove_OSSL_PARAM_BLD_push_int32)(OSSL_PARAM_BLD *bld, const char *key, int32_t val) = (OSSL_PARAM_BLD_push_int32);
int (*prove_OSSL_PARAM_BLD_push_uint32)(OSSL_PARAM_BLD *bld, const char *key, uint32_t val) = (OSSL_PARAM_BLD_push_uint32);
int (*prove_OSSL_PARAM_BLD_push_int64)(OSSL_PARAM_BLD *bld, const char *key, int64_t val) = (OSSL_PARAM_BLD_push_int64);
int (*prove_OSSL_PARAM_BLD_push_uint64)(OSSL_PARAM_BLD *bld, const char *key, uint64_t val) = (OSSL_PARAM_BLD_push_uint64);
int (*prove_OSSL_PARAM_BLD_push_size_t)(OSSL_PARAM_BLD *bld, const char *key, size_t val) = (OSSL_PARAM_BLD_push_size_t);
int (*prove_OSSL_PARAM_BLD_push_time_t)(OSSL_PARAM_BLD *bld, const char *key, time_t val) = (OSSL_PARAM_BLD_push_time_t);
int (*prove_OSSL_PARAM_BLD_push_double)(OSSL_PARAM_BLD *bld, const char *key, double val) = (OSSL_PARAM_BLD_push_double);
int (*prove_OSSL_PARAM_BLD_push_BN)(OSSL_PARAM_BLD *bld, const char *key, const BIGNUM *bn) = (OSSL_PARAM_BLD_push_BN);
int (*prove_OSSL_PARAM_BLD_push_BN_pad)(OSSL_PARAM_BLD *bld, const char *key, const BIGNUM *bn, size_t sz) = (OSSL_PARAM_BLD_push_BN_pad);
int (*prove_OSSL_PARAM_BLD_push_utf8_string)(OSSL_PARAM_BLD *bld, const char *key, const char *buf, size_t bsize) = (OSSL_PARAM_BLD_push_utf8_string);
int (*prove_OSSL_PARAM_BLD_push_utf8_ptr)(OSSL_PARAM_BLD *bld, const char *key, char *buf, size_t bsize) = (OSSL_PARAM_BLD_push_utf8_ptr);
int (*prove_OSSL_PARAM_BLD_push_octet_string)(OSSL_PARAM_BLD *bld, const char *key, const void *buf, size_t bsize) = (OSSL_PARAM_BLD_push_octet_string);
int (*prove_OSSL_PARAM_BLD_push_octet_ptr)(OSSL_PARAM_BLD *bld, const char *key, void *buf, size_t bsize) = (OSSL_PARAM_BLD_push_octet_ptr);
int (*prove_OSSL_PARAM_get_int)(const OSSL_PARAM *p, int *val) = (OSSL_PARAM_get_int);
int (*prove_OSSL_PARAM_get_uint)(const OSSL_PARAM *p, unsigned int *val) = (OSSL_PARAM_get_uint);
int (*prove_OSSL_PARAM_get_long)(const OSSL_PARAM *p, long *val) = (OSSL_PARAM_get_long);
int (*prove_OSSL_PARAM_get_ulong)(const OSSL_PARAM *p, unsigned long *val) = (OSSL_PARAM_get_ulong);
int (*prove_OSSL_PARAM_get_int32)(const OSSL_PARAM *p, int32_t *val) = (OSSL_PARAM_get_int32);
int (*prove_OSSL_PARAM_get_uint32)(const OSSL_PARAM *p, uint32_t *val) = (OSSL_PARAM_get_uint32);
int (*prove_OSSL_PARAM_get_int64)(const OSSL_PARAM *p, int64_t *val) = (OSSL_PARAM_get_int64);
int (*prove_OSSL_PARAM_get_uint64)(const OSSL_PARAM *p, uint64_t *val) = (OSSL_PARAM_get_uint64);
int (*prove_OSSL_PARAM_get_size_t)(const OSSL_PARAM *p, size_t *val) = (OSSL_PARAM_get_size_t);
int (*prove_OSSL_PARAM_get_time_t)(const OSSL_PARAM *p, time_t *val) = (OSSL_PARAM_get_time_t);
int (*prove_OSSL_PARAM_get_double)(const OSSL_PARAM *p, double *val) = (OSSL_PARAM_get_double);
int (*prove_OSSL_PARAM_get_BN)(const OSSL_PARAM *p, BIGNUM **val) = (OSSL_PARAM_get_BN);
int (*prove_OSSL_PARAM_get_utf8_string)(const OSSL_PARAM *p, char **val, size_t max_len) = (OSSL_PARAM_get_utf8_string);
int (*prove_OSSL_PARAM_get_octet_string)(const OSSL_PARAM *p, void **val, size_t max_len, size_t *used_len) = (OSSL_PARAM_get_octet_string);
int (*prove_OSSL_PARAM_set_int)(OSSL_PARAM *p, int val) = (OSSL_PARAM_set_int);
int (*prove_OSSL_PARAM_set_uint)(OSSL_PARAM *p, unsigned int val) = (OSSL_PARAM_set_uint);
int (*prove_OSSL_PARAM_set_long)(OSSL_PARAM *p, long val) = (OSSL_PARAM_set_long);
int (*prove_OSSL_PARAM_set_ulong)(OSSL_PARAM *p, unsigned long val) = (OSSL_PARAM_set_ulong);
int (*prove_OSSL_PARAM_set_int32)(OSSL_PARAM *p, int32_t val) = (OSSL_PARAM_set_int32);
int (*prove_OSSL_PARAM_set_uint32)(OSSL_PARAM *p, uint32_t val) = (OSSL_PARAM_set_uint32);
int (*prove_OSSL_PARAM_set_int64)(OSSL_PARAM *p, int64_t val) = (OSSL_PARAM_set_int64);
int (*prove_OSSL_PARAM_set_uint64)(OSSL_PARAM *p, uint64_t val) = (OSSL_PARAM_set_uint64);
int (*prove_OSSL_PARAM_set_size_t)(OSSL_PARAM *p, size_t val) = (OSSL_PARAM_set_size_t);
int (*prove_OSSL_PARAM_set_time_t)(OSSL_PARAM *p, time_t val) = (OSSL_PARAM_set_time_t);
int (*prove_OSSL_PARAM_set_double)(OSSL_PARAM *p, double val) = (OSSL_PARAM_set_double);
int (*prove_OSSL_PARAM_set_BN)(OSSL_PARAM *p, const BIGNUM *val) = (OSSL_PARAM_set_BN);
int (*prove_OSSL_PARAM_set_utf8_string)(OSSL_PARAM *p, const char *val) = (OSSL_PARAM_set_utf8_string);
int (*prove_OSSL_PARAM_set_octet_string)(OSSL_PARAM *p, const void *val, size_t len) = (OSSL_PARAM_set_octet_string);
OSSL_PARAM (*prove_OSSL_PARAM_construct_int)(const char *key, int *buf) = (OSSL_PARAM_construct_int);
OSSL_PARAM (*prove_OSSL_PARAM_construct_uint)(const char *key, unsigned int *buf) = (OSSL_PARAM_construct_uint);
OSSL_PARAM (*prove_OSSL_PARAM_construct_long)(const char *key, long *buf) = (OSSL_PARAM_construct_long);
OSSL_PARAM (*prove_OSSL_PARAM_construct_ulong)(const char *key, unsigned long *buf) = (OSSL_PARAM_construct_ulong);
OSSL_PARAM (*prove_OSSL_PARAM_construct_int32)(const char *key, int32_t *buf) = (OSSL_PARAM_construct_int32);
OSSL_PARAM (*prove_OSSL_PARAM_construct_uint32)(const char *key, uint32_t *buf) = (OSSL_PARAM_construct_uint32);
OSSL_PARAM (*prove_OSSL_PARAM_construct_int64)(const char *key, int64_t *buf) = (OSSL_PARAM_construct_int64);
OSSL_PARAM (*prove_OSSL_PARAM_construct_uint64)(const char *key, uint64_t *buf) = (OSSL_PARAM_construct_uint64);
OSSL_PARAM (*prove_OSSL_PARAM_construct_size_t)(const char *key, size_t *buf) = (OSSL_PARAM_construct_size_t);
OSSL_PARAM (*prove_OSSL_PARAM_construct_time_t)(const char *key, time_t *buf) = (OSSL_PARAM_construct_time_t);
OSSL_PARAM (*prove_OSSL_PARAM_construct_BN)(const char *key, unsigned char *buf, size_t bsize) = (OSSL_PARAM_construct_BN);
OSSL_PARAM (*prove_OSSL_PARAM_construct_double)(const char *key, double *buf) = (OSSL_PARAM_construct_double);
OSSL_PARAM (*prove_OSSL_PARAM_construct_utf8_string)(const char *key, char *buf, size_t bsize) = (OSSL_PARAM_construct_utf8_string);
OSSL_PARAM (*prove_OSSL_PARAM_construct_utf8_ptr)(const char *key, char **buf, size_t bsize) = (OSSL_PARAM_construct_utf8_ptr);
OSSL_PARAM (*prove_OSSL_PARAM_construct_octet_string)(const char *key, void *buf, size_t bsize) = (OSSL_PARAM_construct_octet_string);
OSSL_PARAM (*prove_OSSL_PARAM_construct_octet_ptr)(const char *key, void **buf, size_t bsize) = (OSSL_PARAM_construct_octet_ptr);
OSSL_PARAM (*prove_OSSL_PARAM_construct_end)(void) = (OSSL_PARAM_construct_end);
OSSL_PARAM *(*prove_OSSL_PARAM_locate)(OSSL_PARAM *p, const char *key) = (OSSL_PARAM_locate);
const OSSL_PARAM *(*prove_OSSL_PARAM_locate_const)(const OSSL_PARAM *p, const char *key) = (OSSL_PARAM_locate_const);
int (*prove_ASN1_ENUMERATED_set)(ASN1_ENUMERATED *a, long v) = (ASN1_ENUMERATED_set);
int (*prove_ASN1_ENUMERATED_set_int64)(ASN1_ENUMERATED *a, int64_t r) = (ASN1_ENUMERATED_set_int64);
int (*prove_ASN1_ENUMERATED_get_int64)(int64_t *pr, const ASN1_ENUMERATED *a) = (ASN1_ENUMERATED_get_int64);
int (*prove_ASN1_BIT_STRING_set)(ASN1_BIT_STRING *a, unsigned char *d, int length) = (ASN1_BIT_STRING_set);
int (*prove_ASN1_BIT_STRING_set_bit)(ASN1_BIT_STRING *a, int n, int value) = (ASN1_BIT_STRING_set_bit);
int (*prove_ASN1_TYPE_set1)(ASN1_TYPE *a, int type, const void *value) = (ASN1_TYPE_set1);
int (*prove_ASN1_STRING_copy)(ASN1_STRING *dst, const ASN1_STRING *str) = (ASN1_STRING_copy);
int (*prove_ASN1_TIME_normalize)(ASN1_TIME *s) = (ASN1_TIME_normalize);
ASN1_GENERALIZEDTIME *(*prove_ASN1_GENERALIZEDTIME_set)(ASN1_GENERALIZEDTIME *s, time_t t) = (ASN1_GENERALIZEDTIME_set);
ASN1_UTCTIME *(*prove_ASN1_UTCTIME_set)(ASN1_UTCTIME *s, time_t t) = (ASN1_UTCTIME_set);
_Static_assert((long long)(CONF_MFLAGS_DEFAULT_SECTION) == 32LL, "CONF_MFLAGS_DEFAULT_SECTION");
_Static_assert((long long)(CONF_MFLAGS_IGNORE_ERRORS) == 1LL, "CONF_MFLAGS_IGNORE_ERRORS");
_Static_assert((long long)(CONF_MFLAGS_IGNORE_MISSING_FILE) == 16LL, "CONF_MFLAGS_IGNORE_MISSING_FILE");
_Static_assert((long long)(CONF_MFLAGS_IGNORE_RETURN_CODES) == 2LL, "CONF_MFLAGS_IGNORE_RETURN_CODES");
_Static_assert((long long)(CONF_MFLAGS_NO_DSO) == 8LL, "CONF_MFLAGS_NO_DSO");
_Static_assert((long long)(CONF_MFLAGS_SILENT) == 4LL, "CONF_MFLAGS_SILENT");
_Static_assert((long long)(CRYPTO_LOCK) == 1LL, "CRYPTO_LOCK");
_Static_assert((long long)(CRYPTO_READ) == 4LL, "CRYPTO_READ");
_Static_assert((long long)(CRYPTO_UNLOCK) == 2LL, "CRYPTO_UNLOCK");
_Static_assert((long long)(CRYPTO_WRITE) == 8LL, "CRYPTO_WRITE");
_Static_assert((long long)(DH_CHECK_INVALID_J_VALUE) == 64LL, "DH_CHECK_INVALID_J_VALUE");
_Static_assert((long long)(DH_CHECK_INVALID_Q_VALUE) == 32LL, "DH_CHECK_INVALID_Q_VALUE");
_Static_assert((long long)(DH_CHECK_PUBKEY_INVALID) == 4LL, "DH_CHECK_PUBKEY_INVALID");
_Static_assert((long long)(DH_CHECK_PUBKEY_TOO_LARGE) == 2LL, "DH_CHECK_PUBKEY_TOO_LARGE");
_Static_assert((long long)(DH_CHECK_PUBKEY_TOO_SMALL) == 1LL, "DH_CHECK_PUBKEY_TOO_SMALL");
_Static_assert((long long)(DH_CHECK_P_NOT_PRIME) == 1LL, "DH_CHECK_P_NOT_PRIME");
_Static_assert((long long)(DH_CHECK_P_NOT_SAFE_PRIME) == 2LL, "DH_CHECK_P_NOT_SAFE_PRIME");
_Static_assert((long long)(DH_CHECK_P_NOT_STRONG_PRIME) == 2LL, "DH_CHECK_P_NOT_STRONG_PRIME");
_Static_assert((long long)(DH_CHECK_Q_NOT_PRIME) == 16LL, "DH_CHECK_Q_NOT_PRIME");
_Static_assert((long long)(DH_GENERATOR_2) == 2LL, "DH_GENERATOR_2");
_Static_assert((long long)(DH_GENERATOR_3) == 3LL, "DH_GENERATOR_3");
_Static_assert((long long)(DH_GENERATOR_5) == 5LL, "DH_GENERATOR_5");
_Static_assert((long long)(DH_NOT_SUITABLE_GENERATOR) == 8LL, "DH_NOT_SUITABLE_GENERATOR");
_Static_assert((long long)(DH_UNABLE_TO_CHECK_GENERATOR) == 4LL, "DH_UNABLE_TO_CHECK_GENERATOR");
_Static_assert((long long)(ENGINE_METHOD_ALL) == 65535LL, "ENGINE_METHOD_ALL");
_Static_assert((long long)(ENGINE_METHOD_CIPHERS) == 64LL, "ENGINE_METHOD_CIPHERS");
_Static_assert((long long)(ENGINE_METHOD_DH) == 4LL, "ENGINE_METHOD_DH");
_Static_assert((long long)(ENGINE_METHOD_DIGESTS) == 128LL, "ENGINE_METHOD_DIGESTS");
_Static_assert((long long)(ENGINE_METHOD_DSA) == 2LL, "ENGINE_METHOD_DSA");
_Static_assert((long long)(ENGINE_METHOD_EC) == 2048LL, "ENGINE_METHOD_EC");
_Static_assert((long long)(ENGINE_METHOD_NONE) == 0LL, "ENGINE_METHOD_NONE");
_Static_assert((long long)(ENGINE_METHOD_PKEY_ASN1_METHS) == 1024LL, "ENGINE_METHOD_PKEY_ASN1_METHS");
_Static_assert((long long)(ENGINE_METHOD_PKEY_METHS) == 512LL, "ENGINE_METHOD_PKEY_METHS");
_Static_assert((long long)(ENGINE_METHOD_RAND) == 8LL, "ENGINE_METHOD_RAND");
_Static_assert((long long)(ENGINE_METHOD_RSA) == 1LL, "ENGINE_METHOD_RSA");
_Static_assert((long long)(MBSTRING_ASC) == 4097LL, "MBSTRING_ASC");
_Static_assert((long long)(MBSTRING_BMP) == 4098LL, "MBSTRING_BMP");
_Static_assert((long long)(MBSTRING_FLAG) == 4096LL, "MBSTRING_FLAG");
_Static_assert((long long)(MBSTRING_UNIV) == 4100LL, "MBSTRING_UNIV");
_Static_assert((long long)(MBSTRING_UTF8) == 4096LL, "MBSTRING_UTF8");
_Static_assert((long long)(NID_X25519) == 1034LL, "NID_X25519");
_Static_assert((long long)(NID_X9_62_prime256v1) == 415LL, "NID_X9_62_prime256v1");
_Static_assert((long long)(NID_ad_OCSP) == 178LL, "NID_ad_OCSP");
_Static_assert((long long)(NID_authority_key_identifier) == 90LL, "NID_authority_key_identifier");
_Static_assert((long long)(NID_basic_constraints) == 87LL, "NID_basic_constraints");
_Static_assert((long long)(NID_client_auth) == 130LL, "NID_client_auth");
_Static_assert((long long)(NID_commonName) == 13LL, "NID_commonName");
_Static_assert((long long)(NID_countryName) == 14LL, "NID_countryName");
_Static_assert((long long)(NID_ext_key_usage) == 126LL, "NID_ext_key_usage");
_Static_assert((long long)(NID_info_access) == 177LL, "NID_info_access");
_Static_assert((long long)(NID_md5) == 4LL, "NID_md5");
_Static_assert((long long)(NID_organizationName) == 17LL, "NID_organizationName");
_Static_assert((long long)(NID_rsaEncryption) == 6LL, "NID_rsaEncryption");
_Static_assert((long long)(NID_secp384r1) == 715LL, "NID_secp384r1");
_Static_assert((long long)(NID_secp521r1) == 716LL, "NID_secp521r1");
_Static_assert((long long)(NID_server_auth) == 129LL, "NID_server_auth");
_Static_assert((long long)(NID_sha1) == 64LL, "NID_sha1");
_Static_assert((long long)(NID_sha256) == 672LL, "NID_sha256");
_Static_assert((long long)(NID_subject_alt_name) == 85LL, "NID_subject_alt_name");
_Static_assert((long long)(NID_undef) == 0LL, "NID_undef");
_Static_assert((long long)(OBJ_NAME_TYPE_CIPHER_METH) == 2LL, "OBJ_NAME_TYPE_CIPHER_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_COMP_METH) == 4LL, "OBJ_NAME_TYPE_COMP_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_KDF_METH) == 6LL, "OBJ_NAME_TYPE_KDF_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_MAC_METH) == 5LL, "OBJ_NAME_TYPE_MAC_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_MD_METH) == 1LL, "OBJ_NAME_TYPE_MD_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_NUM) == 7LL, "OBJ_NAME_TYPE_NUM");
_Static_assert((long long)(OBJ_NAME_TYPE_PKEY_METH) == 3LL, "OBJ_NAME_TYPE_PKEY_METH");
_Static_assert((long long)(OBJ_NAME_TYPE_UNDEF) == 0LL, "OBJ_NAME_TYPE_UNDEF");
_Static_assert((long long)(OCSP_NOCERTS) == 1LL, "OCSP_NOCERTS");
_Static_assert((long long)(OCSP_NOCHAIN) == 8LL, "OCSP_NOCHAIN");
_Static_assert((long long)(OCSP_NOINTERN) == 2LL, "OCSP_NOINTERN");
_Static_assert((long long)(OCSP_NOSIGS) == 4LL, "OCSP_NOSIGS");
_Static_assert((long long)(OCSP_NOVERIFY) == 16LL, "OCSP_NOVERIFY");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_INTERNALERROR) == 2LL, "OCSP_RESPONSE_STATUS_INTERNALERROR");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_MALFORMEDREQUEST) == 1LL, "OCSP_RESPONSE_STATUS_MALFORMEDREQUEST");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_SIGREQUIRED) == 5LL, "OCSP_RESPONSE_STATUS_SIGREQUIRED");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_SUCCESSFUL) == 0LL, "OCSP_RESPONSE_STATUS_SUCCESSFUL");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_TRYLATER) == 3LL, "OCSP_RESPONSE_STATUS_TRYLATER");
_Static_assert((long long)(OCSP_RESPONSE_STATUS_UNAUTHORIZED) == 6LL, "OCSP_RESPONSE_STATUS_UNAUTHORIZED");
_Static_assert((long long)(OCSP_TRUSTOTHER) == 512LL, "OCSP_TRUSTOTHER");
_Static_assert((long long)(OPENSSL_EC_NAMED_CURVE) == 1LL, "OPENSSL_EC_NAMED_CURVE");
_Static_assert((long long)(OPENSSL_INIT_ADD_ALL_CIPHERS) == 4LL, "OPENSSL_INIT_ADD_ALL_CIPHERS");
_Static_assert((long long)(OPENSSL_INIT_ADD_ALL_DIGESTS) == 8LL, "OPENSSL_INIT_ADD_ALL_DIGESTS");
_Static_assert((long long)(OPENSSL_INIT_ASYNC) == 256LL, "OPENSSL_INIT_ASYNC");
_Static_assert((long long)(OPENSSL_INIT_ATFORK) == 131072LL, "OPENSSL_INIT_ATFORK");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_AFALG) == 32768LL, "OPENSSL_INIT_ENGINE_AFALG");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_ALL_BUILTIN) == 30208LL, "OPENSSL_INIT_ENGINE_ALL_BUILTIN");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_CAPI) == 8192LL, "OPENSSL_INIT_ENGINE_CAPI");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_CRYPTODEV) == 4096LL, "OPENSSL_INIT_ENGINE_CRYPTODEV");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_DYNAMIC) == 1024LL, "OPENSSL_INIT_ENGINE_DYNAMIC");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_OPENSSL) == 2048LL, "OPENSSL_INIT_ENGINE_OPENSSL");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_PADLOCK) == 16384LL, "OPENSSL_INIT_ENGINE_PADLOCK");
_Static_assert((long long)(OPENSSL_INIT_ENGINE_RDRAND) == 512LL, "OPENSSL_INIT_ENGINE_RDRAND");
_Static_assert((long long)(OPENSSL_INIT_LOAD_CONFIG) == 64LL, "OPENSSL_INIT_LOAD_CONFIG");
_Static_assert((long long)(OPENSSL_INIT_LOAD_CRYPTO_STRINGS) == 2LL, "OPENSSL_INIT_LOAD_CRYPTO_STRINGS");
_Static_assert((long long)(OPENSSL_INIT_NO_ADD_ALL_CIPHERS) == 16LL, "OPENSSL_INIT_NO_ADD_ALL_CIPHERS");
_Static_assert((long long)(OPENSSL_INIT_NO_ADD_ALL_DIGESTS) == 32LL, "OPENSSL_INIT_NO_ADD_ALL_DIGESTS");
_Static_assert((long long)(OPENSSL_INIT_NO_ATEXIT) == 524288LL, "OPENSSL_INIT_NO_ATEXIT");
_Static_assert((long long)(OPENSSL_INIT_NO_LOAD_CONFIG) == 128LL, "OPENSSL_INIT_NO_LOAD_CONFIG");
_Static_assert((long long)(OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS) == 1LL, "OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS");
_Static_assert((long long)(UI_INPUT_FLAG_DEFAULT_PWD) == 2LL, "UI_INPUT_FLAG_DEFAULT_PWD");
_Static_assert((long long)(UI_INPUT_FLAG_ECHO) == 1LL, "UI_INPUT_FLAG_ECHO");
_Static_assert((long long)(UI_INPUT_FLAG_USER_BASE) == 16LL, "UI_INPUT_FLAG_USER_BASE");
_Static_assert((long long)(V_ASN1_BIT_STRING) == 3LL, "V_ASN1_BIT_STRING");
_Static_assert((long long)(V_ASN1_GENERALIZEDTIME) == 24LL, "V_ASN1_GENERALIZEDTIME");
_Static_assert((long long)(V_ASN1_IA5STRING) == 22LL, "V_ASN1_IA5STRING");
_Static_assert((long long)(V_ASN1_INTEGER) == 2LL, "V_ASN1_INTEGER");
_Static_assert((long long)(V_ASN1_NEG_INTEGER) == 258LL, "V_ASN1_NEG_INTEGER");
_Static_assert((long long)(V_ASN1_NULL) == 5LL, "V_ASN1_NULL");
_Static_assert((long long)(V_ASN1_OCTET_STRING) == 4LL, "V_ASN1_OCTET_STRING");
_Static_assert((long long)(V_ASN1_PRINTABLESTRING) == 19LL, "V_ASN1_PRINTABLESTRING");
_Static_assert((long long)(V_ASN1_SEQUENCE) == 16LL, "V_ASN1_SEQUENCE");
_Static_assert((long long)(V_ASN1_UNDEF) == -1LL, "V_ASN1_UNDEF");
_Static_assert((long long)(V_ASN1_UTCTIME) == 23LL, "V_ASN1_UTCTIME");
_Static_assert((long long)(V_ASN1_UTF8STRING) == 12LL, "V_ASN1_UTF8STRING");
_Static_assert((long long)(V_OCSP_CERTSTATUS_GOOD) == 0LL, "V_OCSP_CERTSTATUS_GOOD");
_Static_assert((long long)(V_OCSP_CERTSTATUS_REVOKED) == 1LL, "V_OCSP_CERTSTATUS_REVOKED");
_Static_assert((long long)(V_OCSP_CERTSTATUS_UNKNOWN) == 2LL, "V_OCSP_CERTSTATUS_UNKNOWN");
int main(void) { return 0; }
