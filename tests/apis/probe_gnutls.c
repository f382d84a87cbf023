/* Runs functions of GnuTLS and prints what they return: `function result meaning`, where meaning is
 * error or success. tests/test_apis.py asserts that each result lies in the cells of its entry. */
#include <stdio.h>
#include <string.h>
#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/dtls.h>
#include <gnutls/ocsp.h>
#include <gnutls/pkcs12.h>
#include <gnutls/x509.h>

#define SHOW(function, result, meaning) \
    printf("%s %lld %s\n", #function, (long long)(result), meaning)
/* A pointer shows as 1, the null pointer as 0. */
#define SHOW_POINTER(function, result, meaning) SHOW(function, (result) != NULL, meaning)

static gnutls_datum_t junk = {(unsigned char *)"junk", 4};

static void sessions(void)
{
    gnutls_session_t session;
    gnutls_certificate_credentials_t credentials;
    gnutls_priority_t priority;
    gnutls_datum_t data = {NULL, 0};
    const char *position = NULL;
    unsigned int status = 0, size = 0;
    char buffer[8];
    SHOW(gnutls_init, gnutls_init(&session, GNUTLS_CLIENT | GNUTLS_DATAGRAM), "success");
    SHOW(gnutls_certificate_allocate_credentials,
         gnutls_certificate_allocate_credentials(&credentials), "success");
    SHOW(gnutls_priority_init, gnutls_priority_init(&priority, "NORMAL", NULL), "success");
    SHOW(gnutls_priority_set, gnutls_priority_set(session, priority), "success");
    SHOW(gnutls_priority_set_direct, gnutls_priority_set_direct(session, "NOSUCH", &position), "error");
    SHOW(gnutls_credentials_set,
         gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials), "success");
    SHOW(gnutls_server_name_set,
         gnutls_server_name_set(session, GNUTLS_NAME_DNS, "example.org", 11), "success");
    SHOW(gnutls_certificate_set_x509_trust_file,
         gnutls_certificate_set_x509_trust_file(credentials, "/nonexistent", GNUTLS_X509_FMT_PEM), "error");
    /* The result is the number of certificates that were read: none, which is no error. */
    SHOW(gnutls_certificate_set_x509_trust_mem,
         gnutls_certificate_set_x509_trust_mem(credentials, &junk, GNUTLS_X509_FMT_PEM), "success");
    SHOW(gnutls_certificate_set_x509_key_file,
         gnutls_certificate_set_x509_key_file(credentials, "/nonexistent", "/nonexistent",
                                              GNUTLS_X509_FMT_PEM), "error");
    SHOW(gnutls_record_recv, gnutls_record_recv(session, buffer, sizeof buffer), "error");
    SHOW(gnutls_record_send, gnutls_record_send(session, "text", 4), "error");
    SHOW(gnutls_certificate_verify_peers2, gnutls_certificate_verify_peers2(session, &status), "error");
    SHOW_POINTER(gnutls_certificate_get_peers, gnutls_certificate_get_peers(session, &size), "error");
    SHOW(gnutls_alpn_get_selected_protocol,
         gnutls_alpn_get_selected_protocol(session, &data), "error");
    SHOW(gnutls_session_set_data, gnutls_session_set_data(session, "junk", 4), "error");
    SHOW_POINTER(gnutls_check_version, gnutls_check_version("99.0"), "error");
    SHOW_POINTER(gnutls_check_version, gnutls_check_version(NULL), "success");
    gnutls_deinit(session);
    gnutls_priority_deinit(priority);
    gnutls_certificate_free_credentials(credentials);
}

static void objects(void)
{
    gnutls_x509_crt_t certificate;
    gnutls_x509_privkey_t key;
    gnutls_privkey_t wrapped;
    gnutls_pubkey_t public_key;
    gnutls_pkcs12_t archive;
    gnutls_ocsp_resp_t response;
    gnutls_datum_t data = {NULL, 0};
    SHOW(gnutls_x509_crt_init, gnutls_x509_crt_init(&certificate), "success");
    SHOW(gnutls_x509_crt_import,
         gnutls_x509_crt_import(certificate, &junk, GNUTLS_X509_FMT_DER), "error");
    SHOW(gnutls_x509_crt_check_hostname,
         gnutls_x509_crt_check_hostname(certificate, "example.org"), "error");
    SHOW(gnutls_x509_crt_get_dn2, gnutls_x509_crt_get_dn2(certificate, &data), "error");
    SHOW(gnutls_x509_privkey_init, gnutls_x509_privkey_init(&key), "success");
    SHOW(gnutls_x509_privkey_import,
         gnutls_x509_privkey_import(key, &junk, GNUTLS_X509_FMT_PEM), "error");
    SHOW(gnutls_privkey_init, gnutls_privkey_init(&wrapped), "success");
    SHOW(gnutls_privkey_generate,
         gnutls_privkey_generate(wrapped, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0),
         "success");
    SHOW(gnutls_privkey_sign_data,
         gnutls_privkey_sign_data(wrapped, GNUTLS_DIG_SHA256, 0, &junk, &data), "success");
    SHOW(gnutls_pubkey_init, gnutls_pubkey_init(&public_key), "success");
    SHOW(gnutls_pubkey_import_privkey,
         gnutls_pubkey_import_privkey(public_key, wrapped, 0, 0), "success");
    SHOW(gnutls_pubkey_verify_data2,
         gnutls_pubkey_verify_data2(public_key, GNUTLS_SIGN_ECDSA_SHA256, 0, &junk, &data), "success");
    SHOW(gnutls_pubkey_verify_data2,
         gnutls_pubkey_verify_data2(public_key, GNUTLS_SIGN_ECDSA_SHA256, 0, &data, &data), "error");
    gnutls_free(data.data);
    SHOW(gnutls_pkcs12_init, gnutls_pkcs12_init(&archive), "success");
    SHOW(gnutls_pkcs12_import, gnutls_pkcs12_import(archive, &junk, GNUTLS_X509_FMT_DER, 0), "error");
    SHOW(gnutls_ocsp_resp_init, gnutls_ocsp_resp_init(&response), "success");
    SHOW(gnutls_ocsp_resp_import, gnutls_ocsp_resp_import(response, &junk), "error");
    SHOW(gnutls_load_file, gnutls_load_file("/nonexistent", &data), "error");
    SHOW(gnutls_pem_base64_decode2, gnutls_pem_base64_decode2(NULL, &junk, &data), "error");
    gnutls_ocsp_resp_deinit(response);
    gnutls_pkcs12_deinit(archive);
    gnutls_pubkey_deinit(public_key);
    gnutls_privkey_deinit(wrapped);
    gnutls_x509_privkey_deinit(key);
    gnutls_x509_crt_deinit(certificate);
}

static void algorithms(void)
{
    gnutls_hash_hd_t hash, copy;
    gnutls_cipher_hd_t cipher;
    unsigned char bytes[64];
    SHOW(gnutls_rnd, gnutls_rnd(GNUTLS_RND_KEY, bytes, sizeof bytes), "success");
    SHOW(gnutls_hash_init, gnutls_hash_init(&hash, GNUTLS_DIG_UNKNOWN), "error");
    SHOW(gnutls_hash_init, gnutls_hash_init(&hash, GNUTLS_DIG_SHA256), "success");
    SHOW(gnutls_hash, gnutls_hash(hash, "text", 4), "success");
    SHOW_POINTER(gnutls_hash_copy, copy = gnutls_hash_copy(hash), "success");
    SHOW(gnutls_hash_fast, gnutls_hash_fast(GNUTLS_DIG_SHA256, "text", 4, bytes), "success");
    SHOW(gnutls_cipher_init, gnutls_cipher_init(&cipher, GNUTLS_CIPHER_UNKNOWN, &junk, &junk), "error");
    gnutls_hash_deinit(copy, bytes);
    gnutls_hash_deinit(hash, bytes);
}

int main(void)
{
    sessions();
    objects();
    algorithms();
    return 0;
}
