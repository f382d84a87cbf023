/* Runs functions of OpenSSL and of libc on objects whose memory or descriptor it watches, and prints
 * who owned them: `function parameter-or-result what-was-seen`. tests/test_apis.py asserts that the
 * entries agree.
 *
 * Memory is never handed back, so that a second release is seen and does no harm. Each scene is
 * played twice. In the first the caller releases the object, then the other one that may hold it (or
 * may have lent it); in the second only that other one is released. What was seen:
 *   own      the caller's release freed the object; without it, the object lives on
 *   shared   the other one kept it alive after the caller's release, but not without that
 *   theirs   the release of the other one freed it: the caller had nothing to release
 *   kept     somebody else holds it */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/buffer.h>
#include <openssl/crypto.h>
#include <openssl/dh.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

enum { BLOCKS = 1 << 20 };

/* An open table of blocks by their start; nothing is ever taken out of it. */
static struct block {
    char *start;
    size_t size;
    int live;
} blocks[BLOCKS], *order[BLOCKS];
static size_t count;
static int twice;

static struct block *slot(const void *start)
{
    size_t at = ((size_t)start >> 4) % BLOCKS;
    while (blocks[at].start != NULL && blocks[at].start != (const char *)start)
        at = (at + 1) % BLOCKS;
    return &blocks[at];
}

static void *take(size_t size, const char *file, int line)
{
    char *start = calloc(1, size ? size : 1);
    (void)file, (void)line;
    if (start == NULL || count == BLOCKS - 1)
        abort();
    order[count] = slot(start);
    *order[count++] = (struct block){start, size ? size : 1, 1};
    return start;
}

static void give(void *pointer, const char *file, int line)
{
    struct block *block = slot(pointer);
    (void)file, (void)line;
    if (pointer == NULL)
        return;
    if (!block->live)
        twice++;
    block->live = 0;
}

static void *grow(void *pointer, size_t size, const char *file, int line)
{
    void *larger = take(size, file, line);
    struct block *old = slot(pointer);
    if (pointer != NULL && old->start != NULL)
        memcpy(larger, pointer, old->size < size ? old->size : size);
    give(pointer, file, line);
    return larger;
}

/* Whether the block that a pointer points into was never given back. */
static int alive(const void *pointer)
{
    const char *p = pointer;
    for (size_t i = count; i > 0; i--)
        if (p >= order[i - 1]->start && p < order[i - 1]->start + order[i - 1]->size)
            return order[i - 1]->live;
    return 0;
}

static const char *verdict(int after_caller, int after_both, int without_caller)
{
    if (!without_caller)
        return "theirs";
    return after_both ? "kept" : after_caller ? "shared" : "own";
}

static void show(const char *function, const char *what, const char *seen)
{
    printf("%s %s %s\n", function, what, seen);
    fflush(stdout);
}

/* One scene: `o` is the object, `h` the other one; `act` makes, gives or gets the object. */
#define SCENE(function, what, type, made, freed, holder, made_holder, freed_holder, act) \
    do { \
        int first = 0, both = 0, without = 0, before = twice, there = 1; \
        for (int play = 0; play < 2; play++) { \
            holder *h = made_holder; \
            type *o = made; \
            (void)(act); \
            there = there && alive(o); \
            if (play == 0) { \
                freed(o); \
                first = alive(o); \
            } \
            freed_holder(h); \
            *(play == 0 ? &both : &without) = alive(o); \
            if (play == 1 && without) \
                before = twice; \
        } \
        show(#function, what, !there ? "absent" : verdict(first, both, without)); \
        if (without && twice > before) \
            show(#function, what, "double"); \
        twice = 0; \
    } while (0)
#define ARGUMENT(function, name, ...) SCENE(function, "parameter:" #name, __VA_ARGS__)
#define RESULT(function, type, freed, ...) \
    SCENE(function, "result:" #freed, type, NULL, freed, __VA_ARGS__)
#define OUTPUT(function, name, type, freed, ...) \
    SCENE(function, "out:" #name ":" #freed, type, NULL, freed, __VA_ARGS__)
#define ALONE void, NULL, (void)

static EVP_PKEY *key;

static X509 *certificate(void)
{
    X509 *x = X509_new();
    EVP_PKEY *own = EVP_EC_gen("P-256");
    ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
    X509_gmtime_adj(X509_getm_notBefore(x), 0);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC,
                               (const unsigned char *)"example.org", -1, -1, 0);
    X509_set_issuer_name(x, X509_get_subject_name(x));
    X509_set_pubkey(x, own);
    X509_sign(x, own, EVP_sha256());
    EVP_PKEY_free(own);
    return x;
}

static EVP_PKEY *new_key(void) { return EVP_EC_gen("P-256"); }

static EC_KEY *new_ec(void)
{
    EC_KEY *ec = EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
    EC_KEY_generate_key(ec);
    return ec;
}

static EVP_PKEY *with_ec(void)
{
    EVP_PKEY *holder = EVP_PKEY_new();
    EVP_PKEY_assign_EC_KEY(holder, new_ec());
    return holder;
}

static SSL_CTX *new_context(void) { return SSL_CTX_new(TLS_method()); }

static SSL_CTX *with_certificate(void)
{
    SSL_CTX *context = new_context();
    X509 *x = certificate();
    SSL_CTX_use_certificate(context, x);
    X509_free(x);
    return context;
}

static SSL *new_connection(void)
{
    SSL_CTX *context = new_context();
    SSL *ssl = SSL_new(context);
    SSL_CTX_free(context);
    return ssl;
}

static SSL *with_bio(void)
{
    SSL *ssl = new_connection();
    SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    return ssl;
}

static SSL_SESSION *new_session(void)
{
    SSL_SESSION *session = SSL_SESSION_new();
    SSL_SESSION_set_protocol_version(session, TLS1_2_VERSION);
    return session;
}

static SSL *with_session(void)
{
    SSL *ssl = new_connection();
    SSL_SESSION *session = new_session();
    SSL_set_session(ssl, session);
    SSL_SESSION_free(session);
    return ssl;
}

static STACK_OF(X509) *stack(void)
{
    STACK_OF(X509) *chain = sk_X509_new_null();
    sk_X509_push(chain, certificate());
    return chain;
}

static void sk_TYPE_pop_free(STACK_OF(X509) *chain) { sk_X509_pop_free(chain, X509_free); }
static void sk_TYPE_free(STACK_OF(X509) *chain) { sk_X509_free(chain); }

static BIO *memory(void)
{
    BIO *bio = BIO_new(BIO_s_mem());
    X509 *x = certificate();
    PEM_write_bio_X509(bio, x);
    PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL);
    X509_free(x);
    return bio;
}

static X509_STORE_CTX *verification(void)
{
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    X509_STORE *store = X509_STORE_new();
    X509 *x = certificate();
    X509_STORE_add_cert(store, x);
    X509_STORE_CTX_init(context, store, x, NULL);
    if (X509_verify_cert(context) != 1)
        puts("X509_verify_cert failed unexpectedly");
    return context;
}

static X509_STORE_CTX *new_verification(void)
{
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, NULL, NULL, NULL);
    return context;
}

static ASN1_STRING *string(void)
{
    ASN1_STRING *text = ASN1_STRING_type_new(V_ASN1_UTF8STRING);
    ASN1_STRING_set(text, "data", 4);
    return text;
}

static BIGNUM *number(void)
{
    BIGNUM *n = BN_new();
    BN_set_word(n, 255);
    return n;
}

#define CONTEXT SSL_CTX, new_context(), SSL_CTX_free
#define CERTIFIED SSL_CTX, with_certificate(), SSL_CTX_free
#define CONNECTION SSL, new_connection(), SSL_free
#define CERTIFICATE X509, certificate(), X509_free
#define STREAM BIO, memory(), BIO_free

static void contexts(void)
{
    RESULT(SSL_CTX_new, SSL_CTX, SSL_CTX_free, ALONE, o = new_context());
    ARGUMENT(SSL_CTX_up_ref, ctx, SSL_CTX, h, SSL_CTX_free, CONTEXT, SSL_CTX_up_ref(o));
    ARGUMENT(SSL_CTX_use_certificate, x, CERTIFICATE, CONTEXT, SSL_CTX_use_certificate(h, o));
    ARGUMENT(SSL_CTX_use_PrivateKey, pkey, EVP_PKEY, new_key(), EVP_PKEY_free, CONTEXT, SSL_CTX_use_PrivateKey(h, o));
    ARGUMENT(SSL_CTX_add_extra_chain_cert, x509, CERTIFICATE, CONTEXT, SSL_CTX_add_extra_chain_cert(h, o));
    ARGUMENT(SSL_CTX_add0_chain_cert, x509, CERTIFICATE, CERTIFIED, SSL_CTX_add0_chain_cert(h, o));
    ARGUMENT(SSL_CTX_add1_chain_cert, x509, CERTIFICATE, CERTIFIED, SSL_CTX_add1_chain_cert(h, o));
    ARGUMENT(SSL_CTX_add_client_CA, cacert, CERTIFICATE, CONTEXT, SSL_CTX_add_client_CA(h, o));
    ARGUMENT(SSL_CTX_set_cert_store, store, X509_STORE, X509_STORE_new(), X509_STORE_free, CONTEXT, SSL_CTX_set_cert_store(h, o));
    ARGUMENT(SSL_CTX_set1_cert_store, store, X509_STORE, X509_STORE_new(), X509_STORE_free, CONTEXT, SSL_CTX_set1_cert_store(h, o));
    ARGUMENT(SSL_CTX_set0_verify_cert_store, st, X509_STORE, X509_STORE_new(), X509_STORE_free, CONTEXT, SSL_CTX_set0_verify_cert_store(h, o));
    ARGUMENT(SSL_CTX_set1_verify_cert_store, st, X509_STORE, X509_STORE_new(), X509_STORE_free, CONTEXT, SSL_CTX_set1_verify_cert_store(h, o));
    ARGUMENT(SSL_CTX_set_client_CA_list, list, STACK_OF(X509_NAME), sk_X509_NAME_new_null(), sk_X509_NAME_free, CONTEXT, SSL_CTX_set_client_CA_list(h, o));
    ARGUMENT(SSL_CTX_set0_CA_list, name_list, STACK_OF(X509_NAME), sk_X509_NAME_new_null(), sk_X509_NAME_free, CONTEXT, SSL_CTX_set0_CA_list(h, o));
    ARGUMENT(SSL_CTX_set0_chain, sk, STACK_OF(X509), stack(), sk_TYPE_pop_free, CERTIFIED, SSL_CTX_set0_chain(h, o));
    ARGUMENT(SSL_CTX_set1_chain, sk, STACK_OF(X509), stack(), sk_TYPE_pop_free, CERTIFIED, SSL_CTX_set1_chain(h, o));
    ARGUMENT(SSL_CTX_set0_tmp_dh_pkey, dhpkey, EVP_PKEY, new_key(), EVP_PKEY_free, CONTEXT, SSL_CTX_set0_tmp_dh_pkey(h, o));
    RESULT(SSL_CTX_get_cert_store, X509_STORE, X509_STORE_free, CONTEXT, o = SSL_CTX_get_cert_store(h));
    RESULT(SSL_CTX_get0_certificate, X509, X509_free, CERTIFIED, o = SSL_CTX_get0_certificate(h));
    RESULT(SSL_CTX_get0_param, X509_VERIFY_PARAM, X509_VERIFY_PARAM_free, CONTEXT, o = SSL_CTX_get0_param(h));
}

static void connections(void)
{
    RESULT(SSL_new, SSL, SSL_free, CONTEXT, o = SSL_new(h));
    ARGUMENT(SSL_new, ctx, CONTEXT, SSL, NULL, SSL_free, h = SSL_new(o));
    ARGUMENT(SSL_up_ref, s, SSL, h, SSL_free, CONNECTION, SSL_up_ref(o));
    ARGUMENT(SSL_set_bio, rbio, STREAM, CONNECTION, SSL_set_bio(h, o, NULL));
    ARGUMENT(SSL_set_bio, wbio, STREAM, CONNECTION, SSL_set_bio(h, NULL, o));
    ARGUMENT(SSL_set_bio, rbio, STREAM, CONNECTION, SSL_set_bio(h, o, o));
    ARGUMENT(SSL_set0_rbio, rbio, STREAM, CONNECTION, SSL_set0_rbio(h, o));
    ARGUMENT(SSL_set0_wbio, wbio, STREAM, CONNECTION, SSL_set0_wbio(h, o));
    ARGUMENT(SSL_set_session, session, SSL_SESSION, new_session(), SSL_SESSION_free, CONNECTION, SSL_set_session(h, o));
    ARGUMENT(SSL_set_SSL_CTX, ctx, CONTEXT, CONNECTION, SSL_set_SSL_CTX(h, o));
    ARGUMENT(SSL_set_ex_data, data, char, OPENSSL_strdup("data"), OPENSSL_free, CONNECTION, SSL_set_ex_data(h, 0, o));
    RESULT(SSL_get_rbio, BIO, BIO_free, SSL, with_bio(), SSL_free, o = SSL_get_rbio(h));
    RESULT(SSL_get_SSL_CTX, SSL_CTX, SSL_CTX_free, CONNECTION, o = SSL_get_SSL_CTX(h));
    RESULT(SSL_get_session, SSL_SESSION, SSL_SESSION_free, SSL, with_session(), SSL_free, o = SSL_get_session(h));
    RESULT(SSL_get1_session, SSL_SESSION, SSL_SESSION_free, SSL, with_session(), SSL_free, o = SSL_get1_session(h));
    RESULT(SSL_get0_param, X509_VERIFY_PARAM, X509_VERIFY_PARAM_free, CONNECTION, o = SSL_get0_param(h));
    RESULT(SSL_SESSION_dup, SSL_SESSION, SSL_SESSION_free, SSL_SESSION, new_session(), SSL_SESSION_free, o = SSL_SESSION_dup(h));
    ARGUMENT(SSL_SESSION_up_ref, ses, SSL_SESSION, h, SSL_SESSION_free, SSL_SESSION, new_session(), SSL_SESSION_free, SSL_SESSION_up_ref(o));
}

static void streams(void)
{
    BIO *second = NULL;
    RESULT(BIO_new, BIO, BIO_free, ALONE, o = BIO_new(BIO_s_mem()));
    RESULT(BIO_new_ssl, BIO, BIO_free, CONTEXT, o = BIO_new_ssl(h, 1));
    RESULT(BIO_new_ssl_connect, BIO, BIO_free_all, CONTEXT, o = BIO_new_ssl_connect(h));
    ARGUMENT(BIO_up_ref, a, BIO, h, BIO_free, STREAM, BIO_up_ref(o));
    ARGUMENT(BIO_new_mem_buf, buf, char, OPENSSL_strdup("text"), OPENSSL_free, BIO, NULL, BIO_free, h = BIO_new_mem_buf(o, 4));
    ARGUMENT(BIO_new, type, BIO_METHOD, BIO_meth_new(BIO_TYPE_MEM, "own"), BIO_meth_free, BIO, NULL, (void), h = BIO_new(o));
    ARGUMENT(BIO_set_mem_buf, bm, BUF_MEM, BUF_MEM_new(), BUF_MEM_free, STREAM, BIO_set_mem_buf(h, o, BIO_CLOSE));
    ARGUMENT(BIO_set_mem_buf, bm:borrows, BUF_MEM, BUF_MEM_new(), BUF_MEM_free, STREAM, BIO_set_mem_buf(h, o, BIO_NOCLOSE));
    ARGUMENT(BIO_set_ssl, ssl, CONNECTION, BIO, BIO_new(BIO_f_ssl()), BIO_free, BIO_set_ssl(h, o, BIO_CLOSE));
    ARGUMENT(BIO_set_ssl, ssl:borrows, CONNECTION, BIO, BIO_new(BIO_f_ssl()), BIO_free, BIO_set_ssl(h, o, BIO_NOCLOSE));
    ARGUMENT(BIO_push, next, STREAM, BIO, BIO_new(BIO_f_base64()), BIO_free_all, BIO_push(h, o));
    ARGUMENT(BIO_push, next:alone, STREAM, BIO, BIO_new(BIO_f_base64()), BIO_free, BIO_push(h, o));
    OUTPUT(BIO_get_mem_data, pp, char, OPENSSL_free, STREAM, BIO_get_mem_data(h, &o));
    OUTPUT(BIO_get_mem_ptr, pp, BUF_MEM, BUF_MEM_free, STREAM, BIO_get_mem_ptr(h, &o));
    ARGUMENT(BIO_set_close, b, BUF_MEM, NULL, BUF_MEM_free, STREAM, (BIO_get_mem_ptr(h, &o), BIO_set_close(h, BIO_NOCLOSE)));
    OUTPUT(BIO_new_bio_pair, bio1, BIO, BIO_free, ALONE, BIO_new_bio_pair(&o, 0, &second, 0));
    RESULT(OPENSSL_strdup, char, OPENSSL_free, ALONE, o = OPENSSL_strdup("a"));
    RESULT(OPENSSL_malloc, char, OPENSSL_free, ALONE, o = OPENSSL_malloc(1));
    RESULT(OPENSSL_realloc, char, OPENSSL_free, ALONE, o = OPENSSL_realloc(OPENSSL_strdup("a"), 100));
    RESULT(BIO_ADDR_hostname_string, char, OPENSSL_free, BIO_ADDR, BIO_ADDR_new(), BIO_ADDR_free,
           (BIO_ADDR_rawmake(h, AF_INET, "\177\0\0\1", 4, 0), o = BIO_ADDR_hostname_string(h, 1)));
}

static void certificates(void)
{
    char *encoded = NULL;
    const unsigned char *from;
    int length = i2d_X509(certificate(), (unsigned char **)&encoded);
    RESULT(X509_new, X509, X509_free, ALONE, o = X509_new());
    RESULT(X509_dup, X509, X509_free, CERTIFICATE, o = X509_dup(h));
    ARGUMENT(X509_up_ref, a, X509, h, X509_free, CERTIFICATE, X509_up_ref(o));
    ARGUMENT(X509_set_pubkey, pkey, EVP_PKEY, new_key(), EVP_PKEY_free, CERTIFICATE, X509_set_pubkey(h, o));
    OUTPUT(i2d_X509, out, unsigned char, OPENSSL_free, CERTIFICATE, i2d_X509(h, &o));
    RESULT(d2i_X509, X509, X509_free, ALONE, (from = (unsigned char *)encoded, o = d2i_X509(NULL, &from, length)));
    RESULT(PEM_read_bio_X509, X509, X509_free, STREAM, o = PEM_read_bio_X509(h, NULL, NULL, NULL));
    RESULT(PEM_read_bio_PrivateKey, EVP_PKEY, EVP_PKEY_free, STREAM, o = PEM_read_bio_PrivateKey(h, NULL, NULL, NULL));
    RESULT(X509_get_subject_name, X509_NAME, X509_NAME_free, CERTIFICATE, o = X509_get_subject_name(h));
    RESULT(X509_get_issuer_name, X509_NAME, X509_NAME_free, CERTIFICATE, o = X509_get_issuer_name(h));
    RESULT(X509_get0_pubkey, EVP_PKEY, EVP_PKEY_free, CERTIFICATE, o = X509_get0_pubkey(h));
    RESULT(X509_get_pubkey, EVP_PKEY, EVP_PKEY_free, CERTIFICATE, o = X509_get_pubkey(h));
    RESULT(X509_get_X509_PUBKEY, X509_PUBKEY, X509_PUBKEY_free, CERTIFICATE, o = X509_get_X509_PUBKEY(h));
    RESULT(X509_get_serialNumber, ASN1_INTEGER, ASN1_INTEGER_free, CERTIFICATE, o = X509_get_serialNumber(h));
    RESULT(X509_getm_notAfter, ASN1_TIME, ASN1_TIME_free, CERTIFICATE, o = X509_getm_notAfter(h));
    RESULT(X509_NAME_oneline, char, OPENSSL_free, CERTIFICATE, o = X509_NAME_oneline(X509_get_subject_name(h), NULL, 0));
    RESULT(X509_NAME_get_entry, X509_NAME_ENTRY, X509_NAME_ENTRY_free, CERTIFICATE, o = X509_NAME_get_entry(X509_get_subject_name(h), 0));
    RESULT(X509_NAME_delete_entry, X509_NAME_ENTRY, X509_NAME_ENTRY_free, CERTIFICATE, o = X509_NAME_delete_entry(X509_get_subject_name(h), 0));
    RESULT(X509_NAME_ENTRY_get_data, ASN1_STRING, ASN1_STRING_free, CERTIFICATE, o = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(X509_get_subject_name(h), 0)));
    RESULT(X509_NAME_dup, X509_NAME, X509_NAME_free, CERTIFICATE, o = X509_NAME_dup(X509_get_subject_name(h)));
    OUTPUT(X509_check_host, peername, char, OPENSSL_free, CERTIFICATE, X509_check_host(h, "example.org", 0, 0, &o));
    ARGUMENT(sk_TYPE_push, ptr, CERTIFICATE, STACK_OF(X509), sk_X509_new_null(), sk_TYPE_pop_free, sk_X509_push(h, o));
    ARGUMENT(sk_TYPE_push, ptr:alone, CERTIFICATE, STACK_OF(X509), sk_X509_new_null(), sk_TYPE_free, sk_X509_push(h, o));
    RESULT(sk_TYPE_value, X509, X509_free, STACK_OF(X509), stack(), sk_TYPE_pop_free, o = sk_X509_value(h, 0));
    RESULT(sk_TYPE_new_null, STACK_OF(X509), sk_TYPE_free, ALONE, o = sk_X509_new_null());
    RESULT(X509_chain_up_ref, STACK_OF(X509), sk_TYPE_pop_free, STACK_OF(X509), stack(), sk_TYPE_pop_free, o = X509_chain_up_ref(h));
    ARGUMENT(X509_STORE_add_cert, x, CERTIFICATE, X509_STORE, X509_STORE_new(), X509_STORE_free, X509_STORE_add_cert(h, o));
    ARGUMENT(X509_STORE_up_ref, v, X509_STORE, h, X509_STORE_free, X509_STORE, X509_STORE_new(), X509_STORE_free, X509_STORE_up_ref(o));
    RESULT(X509_STORE_CTX_get0_chain, STACK_OF(X509), sk_TYPE_free, X509_STORE_CTX, verification(), X509_STORE_CTX_free, o = X509_STORE_CTX_get0_chain(h));
    RESULT(X509_STORE_CTX_get1_chain, STACK_OF(X509), sk_TYPE_pop_free, X509_STORE_CTX, verification(), X509_STORE_CTX_free, o = X509_STORE_CTX_get1_chain(h));
    ARGUMENT(X509_STORE_CTX_init, trust_store, X509_STORE, X509_STORE_new(), X509_STORE_free, X509_STORE_CTX, X509_STORE_CTX_new(), X509_STORE_CTX_free, X509_STORE_CTX_init(h, o, NULL, NULL));
    ARGUMENT(X509_STORE_CTX_init, target, CERTIFICATE, X509_STORE_CTX, X509_STORE_CTX_new(), X509_STORE_CTX_free, X509_STORE_CTX_init(h, NULL, o, NULL));
    ARGUMENT(X509_STORE_CTX_init, untrusted, STACK_OF(X509), stack(), sk_TYPE_pop_free, X509_STORE_CTX, X509_STORE_CTX_new(), X509_STORE_CTX_free, X509_STORE_CTX_init(h, NULL, NULL, o));
    ARGUMENT(X509_STORE_CTX_set0_untrusted, sk, STACK_OF(X509), stack(), sk_TYPE_pop_free, X509_STORE_CTX, new_verification(), X509_STORE_CTX_free, X509_STORE_CTX_set0_untrusted(h, o));
    ARGUMENT(X509_STORE_CTX_set0_trusted_stack, sk, STACK_OF(X509), stack(), sk_TYPE_pop_free, X509_STORE_CTX, new_verification(), X509_STORE_CTX_free, X509_STORE_CTX_set0_trusted_stack(h, o));
    ARGUMENT(X509_STORE_CTX_set0_verified_chain, chain, STACK_OF(X509), stack(), sk_TYPE_pop_free, X509_STORE_CTX, new_verification(), X509_STORE_CTX_free, X509_STORE_CTX_set0_verified_chain(h, o));
    ARGUMENT(X509_STORE_CTX_set0_param, param, X509_VERIFY_PARAM, X509_VERIFY_PARAM_new(), X509_VERIFY_PARAM_free, X509_STORE_CTX, new_verification(), X509_STORE_CTX_free, X509_STORE_CTX_set0_param(h, o));
}

static void keys(void)
{
    ARGUMENT(EVP_PKEY_up_ref, key, EVP_PKEY, h, EVP_PKEY_free, EVP_PKEY, new_key(), EVP_PKEY_free, EVP_PKEY_up_ref(o));
    ARGUMENT(EVP_PKEY_assign, key, EC_KEY, new_ec(), EC_KEY_free, EVP_PKEY, EVP_PKEY_new(), EVP_PKEY_free, EVP_PKEY_assign(h, EVP_PKEY_EC, o));
    ARGUMENT(EVP_PKEY_assign_EC_KEY, key, EC_KEY, new_ec(), EC_KEY_free, EVP_PKEY, EVP_PKEY_new(), EVP_PKEY_free, EVP_PKEY_assign_EC_KEY(h, o));
    ARGUMENT(EVP_PKEY_assign_RSA, key, RSA, RSA_new(), RSA_free, EVP_PKEY, EVP_PKEY_new(), EVP_PKEY_free, EVP_PKEY_assign_RSA(h, o));
    ARGUMENT(EVP_PKEY_set1_EC_KEY, key, EC_KEY, new_ec(), EC_KEY_free, EVP_PKEY, EVP_PKEY_new(), EVP_PKEY_free, EVP_PKEY_set1_EC_KEY(h, o));
    RESULT(EVP_PKEY_get1_EC_KEY, EC_KEY, EC_KEY_free, EVP_PKEY, with_ec(), EVP_PKEY_free, o = EVP_PKEY_get1_EC_KEY(h));
    RESULT(EVP_PKEY_get0_EC_KEY, EC_KEY, EC_KEY_free, EVP_PKEY, with_ec(), EVP_PKEY_free, o = (EC_KEY *)EVP_PKEY_get0_EC_KEY(h));
    RESULT(EC_KEY_get0_private_key, BIGNUM, BN_free, EC_KEY, new_ec(), EC_KEY_free, o = (BIGNUM *)EC_KEY_get0_private_key(h));
    ARGUMENT(EC_KEY_set_private_key, priv_key, BIGNUM, number(), BN_free, EC_KEY, new_ec(), EC_KEY_free, EC_KEY_set_private_key(h, o));
    ARGUMENT(RSA_set0_key, n, BIGNUM, number(), BN_free, RSA, RSA_new(), RSA_free, RSA_set0_key(h, o, number(), NULL));
    ARGUMENT(RSA_set0_key, n:failure, BIGNUM, number(), BN_free, RSA, RSA_new(), RSA_free, RSA_set0_key(h, o, NULL, NULL));
    ARGUMENT(DH_set0_pqg, p, BIGNUM, number(), BN_free, DH, DH_new(), DH_free, DH_set0_pqg(h, o, NULL, number()));
    ARGUMENT(DH_set0_pqg, p:failure, BIGNUM, number(), BN_free, DH, DH_new(), DH_free, DH_set0_pqg(h, o, NULL, NULL));
    ARGUMENT(ECDSA_SIG_set0, r, BIGNUM, number(), BN_free, ECDSA_SIG, ECDSA_SIG_new(), ECDSA_SIG_free, ECDSA_SIG_set0(h, o, number()));
    ARGUMENT(ECDSA_SIG_set0, r:failure, BIGNUM, number(), BN_free, ECDSA_SIG, ECDSA_SIG_new(), ECDSA_SIG_free, ECDSA_SIG_set0(h, o, NULL));
    ARGUMENT(ASN1_STRING_set0, data, char, OPENSSL_strdup("data"), OPENSSL_free, ASN1_STRING, ASN1_STRING_new(), ASN1_STRING_free, ASN1_STRING_set0(h, o, 4));
    RESULT(ASN1_STRING_get0_data, char, OPENSSL_free, ASN1_STRING, string(), ASN1_STRING_free, o = (char *)ASN1_STRING_get0_data(h));
    OUTPUT(ASN1_STRING_to_UTF8, out, unsigned char, OPENSSL_free, ASN1_STRING, string(), ASN1_STRING_free, ASN1_STRING_to_UTF8(&o, h));
    ARGUMENT(OCSP_request_add0_id, cid, OCSP_CERTID, OCSP_CERTID_new(), OCSP_CERTID_free, OCSP_REQUEST, OCSP_REQUEST_new(), OCSP_REQUEST_free, OCSP_request_add0_id(h, o));
    ARGUMENT(OCSP_basic_add1_cert, cert, CERTIFICATE, OCSP_BASICRESP, OCSP_BASICRESP_new(), OCSP_BASICRESP_free, OCSP_basic_add1_cert(h, o));
    ARGUMENT(EVP_PKEY_CTX_new, pkey, EVP_PKEY, new_key(), EVP_PKEY_free, EVP_PKEY_CTX, NULL, EVP_PKEY_CTX_free, h = EVP_PKEY_CTX_new(o, NULL));
    OUTPUT(EVP_DigestSignInit, pctx, EVP_PKEY_CTX, EVP_PKEY_CTX_free, EVP_MD_CTX, EVP_MD_CTX_new(), EVP_MD_CTX_free, EVP_DigestSignInit(h, &o, EVP_sha256(), NULL, new_key()));
    OUTPUT(EVP_PKEY_keygen, ppkey, EVP_PKEY, EVP_PKEY_free, EVP_PKEY_CTX, EVP_PKEY_CTX_new_from_name(NULL, "X25519", NULL), EVP_PKEY_CTX_free, (EVP_PKEY_keygen_init(h), EVP_PKEY_keygen(h, &o)));
    RESULT(BN_bn2hex, char, OPENSSL_free, BIGNUM, number(), BN_free, o = BN_bn2hex(h));
    RESULT(BN_bn2dec, char, OPENSSL_free, BIGNUM, number(), BN_free, o = BN_bn2dec(h));
    RESULT(BN_bin2bn, BIGNUM, BN_free, ALONE, o = BN_bin2bn((const unsigned char *)"a", 1, NULL));
    OUTPUT(BN_hex2bn, a, BIGNUM, BN_free, ALONE, BN_hex2bn(&o, "ff"));
    RESULT(OBJ_txt2obj, ASN1_OBJECT, ASN1_OBJECT_free, ALONE, o = OBJ_txt2obj("1.2.3.4.5.6.7", 1));
    RESULT(EVP_MD_CTX_new, EVP_MD_CTX, EVP_MD_CTX_free, ALONE, o = EVP_MD_CTX_new());
}

/* The same object through two names, pointers that move, and what a failure leaves behind. */
static void pointers(void)
{
    unsigned char *encoded = NULL, *end = NULL, small[4096];
    const unsigned char *from;
    X509 *x = certificate(), *filled = NULL, *result;
    EVP_PKEY *read = NULL, *old;
    STACK_OF(X509) *others = NULL;
    BIGNUM *n = number(), *kept = n;
    char buffer[64];
    int length = i2d_X509(x, &encoded);
    PKCS12 *archive = PKCS12_create("secret", "name", key, NULL, NULL, 0, 0, 0, 0, 0);
    end = small, i2d_X509(x, &end), show("i2d_X509", "advances:out", end == small ? "no" : "yes");
    from = encoded, result = d2i_X509(&filled, &from, length);
    show("d2i_X509", "advances:in", from == encoded ? "no" : "yes");
    show("d2i_X509", "returned:a", result == filled ? "yes" : "no");
    from = encoded, result = filled, d2i_X509(&filled, &from, length);
    show("d2i_X509", "reuses:a", result == filled && alive(result) ? "yes" : "no");
    old = read = new_key(), PEM_read_bio_PrivateKey(memory(), &read, NULL, NULL);
    show("PEM_read_bio_PrivateKey", "reuses:x", alive(old) && old != read ? "no" : "yes");
    show("BN_hex2bn", "reuses:a", BN_hex2bn(&kept, "ff") && kept == n ? "yes" : "no");
    show("BN_bin2bn", "returned:ret", BN_bin2bn(small, 1, n) == n ? "yes" : "no");
    show("BN_copy", "returned:to", BN_copy(n, number()) == n ? "yes" : "no");
    show("X509_NAME_oneline", "returned:buf",
         X509_NAME_oneline(X509_get_subject_name(x), buffer, sizeof buffer) == buffer ? "yes" : "no");
    show("X509_gmtime_adj", "returned:asn1_time",
         X509_gmtime_adj(X509_getm_notAfter(x), 1) == X509_getm_notAfter(x) ? "yes" : "no");
    show("HMAC", "returned:md", HMAC(EVP_sha256(), "k", 1, small, 1, small, NULL) == small ? "yes" : "no");
    filled = certificate(), read = new_key();
    if (!PKCS12_parse(archive, "wrong", &read, &filled, &others)) {
        show("PKCS12_parse", "null_on_failure:pkey", read == NULL ? "yes" : "no");
        show("PKCS12_parse", "null_on_failure:cert", filled == NULL ? "yes" : "no");
    }
}

static void descriptors(void)
{
    int pair[2] = {-1, -1};
    char *line = NULL;
    size_t size = 0;
    FILE *file;
    DIR *folder;
    SSL *ssl = new_connection();
#define OPEN(fd) (fcntl(fd, F_GETFD) < 0 ? "theirs" : "own")
    if (pipe(pair) != 0)
        return;
    SSL_set_fd(ssl, pair[0]), SSL_free(ssl), show("SSL_set_fd", "parameter:fd", OPEN(pair[0]));
    BIO_free(BIO_new_fd(pair[0], BIO_NOCLOSE)), show("BIO_new_fd", "parameter:fd:borrows", OPEN(pair[0]));
    BIO_free(BIO_new_fd(pair[0], BIO_CLOSE)), show("BIO_new_fd", "parameter:fd", OPEN(pair[0]));
    BIO_free(BIO_new_socket(pair[1], BIO_NOCLOSE)), show("BIO_new_socket", "parameter:sock:borrows", OPEN(pair[1]));
    BIO_free(BIO_new_socket(pair[1], BIO_CLOSE)), show("BIO_new_socket", "parameter:sock", OPEN(pair[1]));
    file = tmpfile(), pair[0] = fileno(file), BIO_free(BIO_new_fp(file, BIO_NOCLOSE));
    show("BIO_new_fp", "parameter:stream:borrows", OPEN(pair[0]));
    BIO_free(BIO_new_fp(file, BIO_CLOSE | BIO_FP_TEXT)), show("BIO_new_fp", "parameter:stream", OPEN(pair[0]));
    pair[0] = open("/dev/null", O_RDONLY), file = fdopen(pair[0], "nonsense");
    show("fdopen", file == NULL ? "parameter:fd:failure" : "parameter:fd", OPEN(pair[0]));
    file = fdopen(pair[0], "r"), fclose(file), show("fdopen", "parameter:fd", OPEN(pair[0]));
    pair[0] = open("/dev/null", O_RDONLY), folder = fdopendir(pair[0]);
    show("fdopendir", folder == NULL ? "parameter:fd:failure" : "parameter:fd", OPEN(pair[0]));
    pair[0] = open("/", O_RDONLY), folder = fdopendir(pair[0]), closedir(folder);
    show("fdopendir", "parameter:fd", OPEN(pair[0]));
    file = fopen("/dev/null", "r");
    if (getline(&line, &size, file) < 0)
        show("getline", "null_on_failure:lineptr", line == NULL ? "yes" : "no");
    fclose(file);
}

int main(void)
{
    if (!CRYPTO_set_mem_functions(take, grow, give))
        return 1;
    key = new_key();
    contexts();
    connections();
    streams();
    certificates();
    keys();
    pointers();
    descriptors();
    return 0;
}
