/* Runs functions of OpenSSL and prints what they return: `function result meaning`, where meaning is
 * error or success. tests/test_apis.py asserts that each result lies in the cells of its entry. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/srtp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#define SHOW(function, result, meaning) \
    printf("%s %lld %s\n", #function, (long long)(result), meaning)
/* A pointer shows as 1, the null pointer as 0. */
#define SHOW_POINTER(function, result, meaning) SHOW(function, (result) != NULL, meaning)
#define SHOW_QUEUE(function) printf("%s queue %s\n", function, ERR_peek_error() ? "adds" : "none")

static X509 *self_signed(EVP_PKEY *key)
{
    X509 *certificate = X509_new();
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    SHOW(X509_NAME_add_entry_by_txt,
         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)"example.org",
                                    -1, -1, 0), "success");
    SHOW(X509_set_issuer_name, X509_set_issuer_name(certificate, name), "success");
    SHOW(X509_set_pubkey, X509_set_pubkey(certificate, key), "success");
    SHOW(X509_sign, X509_sign(certificate, key, EVP_sha256()), "success");
    return certificate;
}

static void contexts(void)
{
    SSL_CTX *context = SSL_CTX_new(TLS_method());
    SSL *ssl = SSL_new(context);
    static const unsigned char protocols[] = {2, 'h', '2'};
    static const unsigned char malformed[] = {9, 'h', '2'};
    unsigned char identity[SSL_MAX_SID_CTX_LENGTH + 1] = {0};
    char number;
    SHOW_POINTER(SSL_CTX_new, context, "success");
    SHOW_POINTER(SSL_CTX_new, SSL_CTX_new(NULL), "error");
    SHOW_POINTER(SSL_new, SSL_new(NULL), "error");
    SHOW(SSL_CTX_set_alpn_protos, SSL_CTX_set_alpn_protos(context, protocols, 3), "success");
    SHOW(SSL_CTX_set_alpn_protos, SSL_CTX_set_alpn_protos(context, malformed, 3), "error");
    SHOW(SSL_set_alpn_protos, SSL_set_alpn_protos(ssl, protocols, 3), "success");
    SHOW(SSL_set_alpn_protos, SSL_set_alpn_protos(ssl, malformed, 3), "error");
    SHOW(SSL_CTX_set_tlsext_use_srtp,
         SSL_CTX_set_tlsext_use_srtp(context, "SRTP_AES128_CM_SHA1_80"), "success");
    SHOW(SSL_CTX_set_tlsext_use_srtp, SSL_CTX_set_tlsext_use_srtp(context, "none"), "error");
    ERR_clear_error();
    SHOW(SSL_CTX_set_min_proto_version, SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION),
         "success");
    SHOW(SSL_CTX_set_min_proto_version, SSL_CTX_set_min_proto_version(context, 0x9999), "error");
    SHOW_QUEUE("SSL_CTX_set_min_proto_version");
    SHOW(SSL_CTX_set_max_proto_version, SSL_CTX_set_max_proto_version(context, 0x9999), "error");
    SHOW_QUEUE("SSL_CTX_set_max_proto_version");
    SHOW(SSL_CTX_set_cipher_list, SSL_CTX_set_cipher_list(context, "HIGH"), "success");
    SHOW(SSL_CTX_set_cipher_list, SSL_CTX_set_cipher_list(context, "NOSUCH"), "error");
    SHOW_QUEUE("SSL_CTX_set_cipher_list");
    SHOW(SSL_CTX_set_ciphersuites, SSL_CTX_set_ciphersuites(context, "NOSUCH"), "error");
    SHOW(SSL_CTX_set1_groups_list, SSL_CTX_set1_groups_list(context, "P-256"), "success");
    SHOW(SSL_CTX_set1_groups_list, SSL_CTX_set1_groups_list(context, "NOSUCH"), "error");
    SHOW(SSL_CTX_set1_sigalgs_list, SSL_CTX_set1_sigalgs_list(context, "NOSUCH"), "error");
    SHOW(SSL_CTX_set_session_id_context,
         SSL_CTX_set_session_id_context(context, identity, sizeof identity), "error");
    SHOW(SSL_CTX_load_verify_locations, SSL_CTX_load_verify_locations(context, NULL, NULL), "error");
    SHOW(SSL_CTX_use_certificate_chain_file,
         SSL_CTX_use_certificate_chain_file(context, "/nonexistent"), "error");
    SHOW(SSL_CTX_use_PrivateKey_file,
         SSL_CTX_use_PrivateKey_file(context, "/nonexistent", SSL_FILETYPE_PEM), "error");
    SHOW(SSL_CTX_check_private_key, SSL_CTX_check_private_key(context), "error");
    SHOW_POINTER(SSL_load_client_CA_file, SSL_load_client_CA_file("/nonexistent"), "error");
    SHOW(SSL_set1_host, SSL_set1_host(ssl, "example.org"), "success");
    SHOW(SSL_set_tlsext_host_name, SSL_set_tlsext_host_name(ssl, "example.org"), "success");
    SHOW(SSL_get_verify_result, SSL_get_verify_result(ssl), "success");
    SHOW_POINTER(SSL_get1_peer_certificate, SSL_get1_peer_certificate(ssl), "error");
    SHOW_POINTER(SSL_get_current_cipher, SSL_get_current_cipher(ssl), "error");
    SHOW_POINTER(SSL_get1_session, SSL_get1_session(ssl), "error");
    SHOW(SSL_get_fd, SSL_get_fd(ssl), "error");
    ERR_clear_error();
    SHOW(SSL_read, SSL_read(ssl, &number, 1), "error");
    SHOW(SSL_shutdown, SSL_shutdown(ssl), "error");
    SHOW(SSL_connect, SSL_connect(ssl), "error");
    SHOW(SSL_export_keying_material,
         SSL_export_keying_material(ssl, identity, 8, "label", 5, NULL, 0, 0), "error");
    SSL_free(ssl);
    SSL_CTX_free(context);
}

static void datagrams(void)
{
    SSL_CTX *context = SSL_CTX_new(DTLS_method());
    SSL *ssl = SSL_new(context);
    struct timeval left = {0, 0};
    SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(ssl);
    ERR_clear_error();
    SHOW(DTLSv1_get_timeout, DTLSv1_get_timeout(ssl, &left), "error");
    SHOW_QUEUE("DTLSv1_get_timeout");
    SHOW(DTLSv1_handle_timeout, DTLSv1_handle_timeout(ssl), "success");
    SHOW(DTLS_set_link_mtu, DTLS_set_link_mtu(ssl, 1), "error");
    SHOW_QUEUE("DTLS_set_link_mtu");
    SHOW(DTLS_set_link_mtu, DTLS_set_link_mtu(ssl, 1400), "success");
    SHOW(SSL_set_mtu, SSL_set_mtu(ssl, 1), "error");
    SHOW(SSL_set_mtu, SSL_set_mtu(ssl, 1400), "success");
    SHOW(DTLS_get_data_mtu, DTLS_get_data_mtu(ssl), "error");
    SHOW(SSL_do_handshake, SSL_do_handshake(ssl), "error");
    SHOW(DTLSv1_get_timeout, DTLSv1_get_timeout(ssl, &left), "success");
    SSL_free(ssl);
    SSL_CTX_free(context);
}

static void signatures(EVP_PKEY *key, X509 *certificate)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    unsigned char signature[256];
    unsigned int length = 0;
    EVP_PKEY_CTX *verifier = EVP_PKEY_CTX_new(key, NULL);
    SHOW(EVP_SignInit, EVP_SignInit(context, EVP_sha256()), "success");
    EVP_SignUpdate(context, "data", 4);
    SHOW(EVP_SignFinal, EVP_SignFinal(context, signature, &length, key), "success");
    EVP_VerifyInit(context, EVP_sha256());
    EVP_VerifyUpdate(context, "data", 4);
    SHOW(EVP_VerifyFinal, EVP_VerifyFinal(context, signature, length, key), "success");
    EVP_VerifyInit(context, EVP_sha256());
    EVP_VerifyUpdate(context, "other", 5);
    SHOW(EVP_VerifyFinal, EVP_VerifyFinal(context, signature, length, key), "error");
    EVP_VerifyInit(context, EVP_sha256());
    SHOW(EVP_VerifyFinal, EVP_VerifyFinal(context, (const unsigned char *)"x", 1, key), "error");
    EVP_MD_CTX_reset(context);
    SHOW(EVP_DigestVerifyInit, EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key),
         "success");
    SHOW(EVP_DigestVerify,
         EVP_DigestVerify(context, (const unsigned char *)"x", 1, signature, 4), "error");
    EVP_PKEY_verify_init(verifier);
    SHOW(EVP_PKEY_verify, EVP_PKEY_verify(verifier, signature, length, signature, 32), "error");
    SHOW(EVP_PKEY_eq, EVP_PKEY_eq(key, key), "success");
    SHOW(X509_verify, X509_verify(certificate, key), "success");
    SHOW(X509_check_host, X509_check_host(certificate, "example.org", 0, 0, NULL), "success");
    SHOW(X509_check_host, X509_check_host(certificate, "example.com", 0, 0, NULL), "error");
    SHOW(X509_check_host, X509_check_host(certificate, "exa\0mple", 8, 0, NULL), "error");
    SHOW(X509_check_ip_asc, X509_check_ip_asc(certificate, "no address", 0), "error");
    SHOW(X509_check_issued, X509_check_issued(certificate, certificate), "success");
    SHOW(X509_check_private_key, X509_check_private_key(certificate, key), "success");
    SHOW(X509_NAME_get_index_by_NID,
         X509_NAME_get_index_by_NID(X509_get_subject_name(certificate), NID_countryName, -1),
         "error");
    SHOW(X509_get_ext_by_NID, X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1), "error");
    SHOW(X509_cmp_current_time, X509_cmp_current_time(X509_get0_notAfter(certificate)), "success");
    EVP_PKEY_CTX_free(verifier);
    EVP_MD_CTX_free(context);
}

static void chain(X509 *certificate)
{
    X509_STORE *store = X509_STORE_new();
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    SHOW(X509_STORE_CTX_init, X509_STORE_CTX_init(context, store, certificate, NULL), "success");
    SHOW(X509_verify_cert, X509_verify_cert(context), "error");
    SHOW(X509_STORE_CTX_get_error, X509_STORE_CTX_get_error(context), "error");
    X509_STORE_CTX_cleanup(context);
    SHOW(X509_STORE_add_cert, X509_STORE_add_cert(store, certificate), "success");
    X509_STORE_CTX_init(context, store, certificate, NULL);
    SHOW(X509_verify_cert, X509_verify_cert(context), "success");
    X509_STORE_CTX_free(context);
    context = X509_STORE_CTX_new();
    SHOW(X509_verify_cert, X509_verify_cert(context), "error");
    SHOW(X509_STORE_load_locations, X509_STORE_load_locations(store, NULL, NULL), "error");
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
}

static void ciphers(void)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    unsigned char key[32] = {0}, text[64] = {0}, tag[16] = {0};
    int length = 0;
    SHOW(EVP_DecryptInit_ex, EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, key),
         "success");
    EVP_DecryptUpdate(context, text, &length, key, 16);
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag);
    ERR_clear_error();
    SHOW(EVP_DecryptFinal_ex, EVP_DecryptFinal_ex(context, text, &length), "error");
    SHOW(EVP_CIPHER_CTX_ctrl, EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_IVLEN, 0, NULL),
         "error");
    SHOW_POINTER(EVP_get_cipherbyname, EVP_get_cipherbyname("nosuch"), "error");
    SHOW_POINTER(EVP_get_digestbyname, EVP_get_digestbyname("nosuch"), "error");
    SHOW(EVP_DecodeBlock, EVP_DecodeBlock(text, (const unsigned char *)"!!!!", 4), "error");
    SHOW(EVP_BytesToKey,
         EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), NULL, key, 8, 1, text, NULL), "success");
    SHOW(PKCS5_PBKDF2_HMAC,
         PKCS5_PBKDF2_HMAC("secret", 6, key, 8, 1, EVP_sha256(), 16, text), "success");
    SHOW_POINTER(HMAC, HMAC(EVP_sha256(), key, 16, key, 1, text, NULL), "success");
    EVP_CIPHER_CTX_free(context);
}

static void numbers(void)
{
    unsigned char bytes[8];
    BIGNUM *number = NULL;
    EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
    EC_POINT *point = EC_POINT_new(group);
    ASN1_INTEGER *wide = ASN1_INTEGER_new();
    int64_t value;
    ERR_clear_error();
    SHOW(RAND_bytes, RAND_bytes(bytes, sizeof bytes), "success");
    SHOW(RAND_bytes, RAND_bytes(bytes, -1), "error");
    SHOW(RAND_status, RAND_status(), "success");
    SHOW(RAND_load_file, RAND_load_file("/nonexistent", 16), "error");
    SHOW(RAND_load_file, RAND_load_file("/dev/null", 16), "success");
    SHOW(BN_hex2bn, BN_hex2bn(&number, "zz"), "error");
    SHOW(BN_hex2bn, BN_hex2bn(&number, "ff"), "success");
    SHOW(BN_bn2binpad, BN_bn2binpad(number, bytes, 0), "error");
    SHOW(BN_check_prime, BN_check_prime(number, NULL, NULL), "error");
    SHOW_POINTER(EC_KEY_new_by_curve_name, EC_KEY_new_by_curve_name(-1), "error");
    SHOW(EC_POINT_oct2point, EC_POINT_oct2point(group, point, bytes, 8, NULL), "error");
    BN_lshift(number, number, 100);
    BN_to_ASN1_INTEGER(number, wide);
    SHOW(ASN1_INTEGER_get, ASN1_INTEGER_get(wide), "error");
    SHOW(ASN1_INTEGER_get_int64, ASN1_INTEGER_get_int64(&value, wide), "error");
    SHOW(OBJ_txt2nid, OBJ_txt2nid("nosuch"), "error");
    SHOW(OBJ_sn2nid, OBJ_sn2nid("CN"), "success");
    SHOW_POINTER(OBJ_nid2sn, OBJ_nid2sn(-7), "error");
    SHOW_POINTER(OPENSSL_hexstr2buf, OPENSSL_hexstr2buf("zz", NULL), "error");
    ASN1_INTEGER_free(wide);
    EC_POINT_free(point);
    EC_GROUP_free(group);
    BN_free(number);
}

static void formats(EVP_PKEY *key)
{
    static const unsigned char junk[] = "junk";
    const unsigned char *from = junk;
    unsigned char buffer[8];
    char small[2];
    BIO *empty = BIO_new(BIO_s_mem());
    SHOW_POINTER(d2i_X509, d2i_X509(NULL, &from, sizeof junk), "error");
    from = junk;
    SHOW_POINTER(d2i_PrivateKey, d2i_PrivateKey(EVP_PKEY_EC, NULL, &from, sizeof junk), "error");
    SHOW_POINTER(PEM_read_bio_X509, PEM_read_bio_X509(empty, NULL, NULL, NULL), "error");
    SHOW_POINTER(PEM_read_bio_PrivateKey, PEM_read_bio_PrivateKey(empty, NULL, NULL, NULL), "error");
    SHOW_POINTER(d2i_PKCS12_bio, d2i_PKCS12_bio(empty, NULL), "error");
    SHOW(i2d_PUBKEY, i2d_PUBKEY(key, NULL), "success");
    SHOW(BIO_read, BIO_read(empty, buffer, sizeof buffer), "error");
    SHOW(BIO_gets, BIO_gets(empty, (char *)buffer, sizeof buffer), "error");
    SHOW(BIO_write, BIO_write(empty, "ab", 2), "success");
    SHOW(BIO_reset, BIO_reset(empty), "success");
    SHOW(BIO_read_filename, BIO_read_filename(empty, "/nonexistent"), "error");
    SHOW(BIO_snprintf, BIO_snprintf(small, sizeof small, "%s", "longer"), "error");
    SHOW_POINTER(BIO_new_file, BIO_new_file("/nonexistent", "r"), "error");
    SHOW(BIO_get_fd, BIO_get_fd(BIO_new(BIO_s_socket()), NULL), "error");
    SHOW_POINTER(EVP_PKEY_get1_RSA, EVP_PKEY_get1_RSA(key), "error");
    SHOW_POINTER(EVP_PKEY_get1_EC_KEY, EVP_PKEY_get1_EC_KEY(key), "success");
    BIO_free(empty);
}

int main(void)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = self_signed(key);
    contexts();
    datagrams();
    signatures(key, certificate);
    chain(certificate);
    ciphers();
    numbers();
    formats(key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return 0;
}
