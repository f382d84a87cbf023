/* Runs functions of mbedTLS and prints what they return: `function result meaning`, where meaning is
 * error or success. tests/test_apis.py asserts that each result lies in the cells of its entry. */
#include <stdio.h>
#include <string.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/gcm.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/x509_crt.h>

#define SHOW(function, result, meaning) \
    printf("%s %lld %s\n", #function, (long long)(result), meaning)
/* A pointer shows as 1, the null pointer as 0. */
#define SHOW_POINTER(function, result, meaning) SHOW(function, (result) != NULL, meaning)

static const unsigned char junk[] = "junk";

static void connections(mbedtls_ctr_drbg_context *random)
{
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_ssl_session session;
    mbedtls_ssl_cookie_ctx cookies;
    unsigned char buffer[8];
    const char *protocols[] = {"h2", NULL};
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_cookie_init(&cookies);
    SHOW(mbedtls_ssl_config_defaults,
         mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT), "success");
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, random);
    SHOW(mbedtls_ssl_conf_alpn_protocols, mbedtls_ssl_conf_alpn_protocols(&conf, protocols), "success");
    SHOW(mbedtls_ssl_handshake, mbedtls_ssl_handshake(&ssl), "error");
    SHOW(mbedtls_ssl_get_verify_result, mbedtls_ssl_get_verify_result(&ssl), "error");
    SHOW(mbedtls_ssl_setup, mbedtls_ssl_setup(&ssl, &conf), "success");
    SHOW(mbedtls_ssl_set_hostname, mbedtls_ssl_set_hostname(&ssl, "example.org"), "success");
    SHOW_POINTER(mbedtls_ssl_get_peer_cert, mbedtls_ssl_get_peer_cert(&ssl), "error");
    SHOW(mbedtls_ssl_get_session, mbedtls_ssl_get_session(&ssl, &session), "error");
    SHOW(mbedtls_ssl_read, mbedtls_ssl_read(&ssl, buffer, sizeof buffer), "error");
    SHOW(mbedtls_ssl_write, mbedtls_ssl_write(&ssl, junk, 4), "error");
    SHOW(mbedtls_ssl_session_load, mbedtls_ssl_session_load(&session, junk, sizeof junk), "error");
    SHOW(mbedtls_ssl_session_reset, mbedtls_ssl_session_reset(&ssl), "success");
    SHOW(mbedtls_ssl_cookie_setup,
         mbedtls_ssl_cookie_setup(&cookies, mbedtls_ctr_drbg_random, random), "success");
    mbedtls_ssl_cookie_free(&cookies);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
}

static void objects(void)
{
    mbedtls_x509_crt certificate;
    mbedtls_x509_crl revoked;
    mbedtls_pk_context key;
    mbedtls_net_context net;
    mbedtls_gcm_context gcm;
    uint32_t flags = 0;
    unsigned char block[16] = {0}, output[16];
    mbedtls_x509_crt_init(&certificate);
    mbedtls_x509_crl_init(&revoked);
    mbedtls_pk_init(&key);
    mbedtls_net_init(&net);
    mbedtls_gcm_init(&gcm);
    SHOW(mbedtls_x509_crt_parse, mbedtls_x509_crt_parse(&certificate, junk, sizeof junk), "error");
    SHOW(mbedtls_x509_crt_parse_der, mbedtls_x509_crt_parse_der(&certificate, junk, sizeof junk), "error");
    SHOW(mbedtls_x509_crt_parse_file, mbedtls_x509_crt_parse_file(&certificate, "/nonexistent"), "error");
    SHOW(mbedtls_x509_crt_parse_path, mbedtls_x509_crt_parse_path(&certificate, "/nonexistent"), "error");
    SHOW(mbedtls_x509_crl_parse, mbedtls_x509_crl_parse(&revoked, junk, sizeof junk), "error");
    SHOW(mbedtls_x509_crt_verify,
         mbedtls_x509_crt_verify(&certificate, &certificate, NULL, NULL, &flags, NULL, NULL), "error");
    SHOW(mbedtls_pk_parse_key, mbedtls_pk_parse_key(&key, junk, sizeof junk, NULL, 0), "error");
    SHOW(mbedtls_pk_parse_keyfile, mbedtls_pk_parse_keyfile(&key, "/nonexistent", NULL), "error");
    SHOW(mbedtls_pk_setup, mbedtls_pk_setup(&key, NULL), "error");
    SHOW(mbedtls_pk_setup, mbedtls_pk_setup(&key, mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY)), "success");
    SHOW(mbedtls_pk_verify,
         mbedtls_pk_verify(&key, MBEDTLS_MD_SHA256, block, 16, block, 16), "error");
    SHOW(mbedtls_net_recv, mbedtls_net_recv(&net, block, sizeof block), "error");
    SHOW(mbedtls_net_send, mbedtls_net_send(&net, junk, 4), "error");
    SHOW(mbedtls_gcm_setkey, mbedtls_gcm_setkey(&gcm, MBEDTLS_CIPHER_ID_AES, block, 128), "success");
    SHOW(mbedtls_gcm_auth_decrypt,
         mbedtls_gcm_auth_decrypt(&gcm, 16, block, 12, NULL, 0, block, 16, block, output), "error");
    SHOW_POINTER(mbedtls_md_info_from_string, mbedtls_md_info_from_string("NOSUCH"), "error");
    mbedtls_gcm_free(&gcm);
    mbedtls_net_free(&net);
    mbedtls_pk_free(&key);
    mbedtls_x509_crl_free(&revoked);
    mbedtls_x509_crt_free(&certificate);
}

int main(void)
{
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    unsigned char bytes[16];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);
    SHOW(mbedtls_ctr_drbg_seed,
         mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0), "success");
    SHOW(mbedtls_ctr_drbg_random, mbedtls_ctr_drbg_random(&random, bytes, sizeof bytes), "success");
    SHOW(mbedtls_ctr_drbg_random, mbedtls_ctr_drbg_random(&random, bytes, 1 << 20), "error");
    connections(&random);
    objects();
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
    return 0;
}
