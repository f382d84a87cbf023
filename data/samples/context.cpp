// What all connections of one role have in common: versions, ciphers, keys, callbacks.
#include <string.h>

#include "skylark.hpp"

namespace skylark {
namespace {

const unsigned char kAlpn[] = {9, 's', 'k', 'y', 'l', 'a', 'r', 'k', '/', '2'};
const unsigned char kSessionContext[] = "skylark-relay";

const sk_config *configOf(const SSL *ssl)
{
    return static_cast<const sk_config *>(dl_SSL_CTX_get_app_data(dl_SSL_get_SSL_CTX(ssl)));
}

int verifyPeer(int ok, X509_STORE_CTX *store)
{
    if (!ok) {
        int why = dl_X509_STORE_CTX_get_error(store);
        sk_log(SK_LOG_WARN, "peer refused: %s", dl_X509_verify_cert_error_string(why));
    }
    return ok;
}

int verifyField(int ok, X509_STORE_CTX *store)
{
    if (!ok) {
        int why = dl_X509_STORE_CTX_get_error(store);
        sk_log(SK_LOG_INFO, "field collector: %s", dl_X509_verify_cert_error_string(why));
    }
    return 1;
}

struct RoleHooks {
    const SSL_METHOD *(*method)(void);
    int mode;
    SSL_verify_cb verify;
};

// In the order of Role.
const RoleHooks kRoles[] = {
    {dl_DTLS_server_method, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, verifyPeer},
    {dl_DTLS_client_method, SSL_VERIFY_PEER, verifyPeer},
    {dl_DTLS_client_method, SSL_VERIFY_PEER, verifyField},
};

// PSK callbacks return the length of the key, or 0 to refuse.
unsigned int pskClient(SSL *ssl, const char *, char *identity, unsigned int max_identity,
                       unsigned char *psk, unsigned int max_psk)
{
    const sk_config *cfg = configOf(ssl);
    size_t len = strlen(cfg->psk_identity);
    if (len >= max_identity || cfg->psk_len == 0 || cfg->psk_len > max_psk)
        return 0;
    memcpy(identity, cfg->psk_identity, len + 1);
    memcpy(psk, cfg->psk, cfg->psk_len);
    sk_log(SK_LOG_DEBUG, "psk for %s: %zu bytes", cfg->psk_identity, cfg->psk_len);
    return static_cast<unsigned int>(cfg->psk_len);
}

unsigned int pskServer(SSL *ssl, const char *identity, unsigned char *psk, unsigned int max_psk)
{
    const sk_config *cfg = configOf(ssl);
    if (max_psk == 0 || strcmp(identity, cfg->psk_identity) != 0)
        return 0;
    memcpy(psk, cfg->psk, cfg->psk_len);
    sk_log(SK_LOG_DEBUG, "psk %.*s", static_cast<int>(cfg->psk_len),
           reinterpret_cast<const char *>(cfg->psk));
    return static_cast<unsigned int>(cfg->psk_len);
}

int loadTrust(SSL_CTX *ctx, const sk_config *cfg)
{
    int rc;
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    rc = dl_SSL_CTX_load_verify_file(ctx, cfg->ca_file);
#else
    rc = dl_SSL_CTX_load_verify_locations(ctx, cfg->ca_file, NULL);
#endif
    sk_log(SK_LOG_INFO, "trust anchors from %s", cfg->ca_file);
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    return rc != 1 ? -1 : 0;
#else
    return rc <= 0 ? -1 : 0;
#endif
}

int applyPolicy(SSL_CTX *ctx, sk_config *cfg)
{
    dl_SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    CHECK_OK(dl_SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION));
    CHECK_OK(dl_SSL_CTX_set_app_data(ctx, cfg));
    CHECK_OK(dl_SSL_CTX_set_session_id_context(ctx, kSessionContext, sizeof kSessionContext - 1));
    if (dl_SSL_CTX_set_alpn_protos(ctx, kAlpn, sizeof kAlpn) != 0) {
        sk_log_openssl("ALPN");
        return -1;
    }
    return 0;
}

int loadIdentity(SSL_CTX *ctx, const sk_config *cfg)
{
    CHECK_OK(dl_SSL_CTX_use_certificate_chain_file(ctx, cfg->cert_file));
    KeyPtr key(sk_load_key(cfg->key_file));
    if (!key)
        return -1;
    CHECK_OK(dl_SSL_CTX_use_PrivateKey(ctx, key.get()));
    return 0;
}

}  // namespace

CtxPtr makeContext(Role role, sk_config *cfg)
{
    const RoleHooks &hooks = kRoles[static_cast<int>(role)];
    CtxPtr ctx(dl_SSL_CTX_new(hooks.method()));
    if (!ctx || applyPolicy(ctx.get(), cfg) != 0 || loadTrust(ctx.get(), cfg) != 0 ||
        loadIdentity(ctx.get(), cfg) != 0)
        return nullptr;
    dl_SSL_CTX_set_cipher_list(ctx.get(), cfg->ciphers);
    dl_SSL_CTX_set_verify(ctx.get(), hooks.mode, hooks.verify);
    dl_SSL_CTX_set_cookie_generate_cb(ctx.get(), sk_cookie_generate);
    dl_SSL_CTX_set_cookie_verify_cb(ctx.get(), sk_cookie_verify);
    dl_SSL_CTX_set_info_callback(ctx.get(), [](const SSL *, int where, int ret) {
        if ((where & SSL_CB_ALERT) != 0)
            sk_log(SK_LOG_INFO, "alert %d", ret);
    });
    return ctx;
}

// Gateways of the first series have a pre-shared key and no certificates.
CtxPtr makePskContext(sk_config *cfg)
{
    CtxPtr ctx(dl_SSL_CTX_new(dl_DTLS_client_method()));
    if (!ctx || applyPolicy(ctx.get(), cfg) != 0)
        return nullptr;
    if (dl_SSL_CTX_set_cipher_list(ctx.get(), "kECDHEPSK+CHACHA20:!aNULL:!eNULL:!RC4") != 1)
        return nullptr;
    dl_SSL_CTX_set_verify(ctx.get(), SSL_VERIFY_NONE, nullptr);
    dl_SSL_CTX_set_psk_client_callback(ctx.get(), pskClient);
    return ctx;
}

// The relay's side of it.
CtxPtr makePskServer(sk_config *cfg)
{
    CtxPtr ctx(dl_SSL_CTX_new(dl_DTLS_server_method()));
    if (!ctx || applyPolicy(ctx.get(), cfg) != 0)
        return nullptr;
    dl_SSL_CTX_set_psk_server_callback(ctx.get(), pskServer);
    dl_SSL_CTX_set_cookie_generate_cb(ctx.get(), sk_cookie_generate);
    dl_SSL_CTX_set_cookie_verify_cb(ctx.get(), sk_cookie_verify);
    return ctx;
}

// Hands the enrolment of a new gateway to the collector, before it is configured.
CtxPtr makeEnrolment(sk_config *cfg)
{
    CtxPtr ctx(dl_SSL_CTX_new(dl_DTLS_client_method()));
    if (!ctx || loadIdentity(ctx.get(), cfg) != 0)
        return nullptr;
    dl_SSL_CTX_set_options(ctx.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    (void)dl_SSL_CTX_set_min_proto_version(ctx.get(), DTLS1_2_VERSION);
    dl_SSL_CTX_set_verify(ctx.get(), SSL_VERIFY_NONE, nullptr);
    if (!dl_SSL_CTX_set_alpn_protos(ctx.get(), kAlpn, sizeof kAlpn))
        return nullptr;
    return ctx;
}

// The test rack and the gateways built before 2015.
CtxPtr makeBench(sk_config *cfg)
{
    CtxPtr ctx(dl_SSL_CTX_new(dl_DTLS_client_method()));
    if (!ctx || applyPolicy(ctx.get(), cfg) != 0 || loadTrust(ctx.get(), cfg) != 0)
        return nullptr;
    if (dl_SSL_CTX_set_min_proto_version(ctx.get(), DTLS1_VERSION) != 1)
        return nullptr;
    dl_SSL_CTX_set_security_level(ctx.get(), 0);
    if (dl_SSL_CTX_set_cipher_list(ctx.get(), "PSK:AES128-SHA:RC4-SHA:DES-CBC3-SHA") != 1)
        return nullptr;
    X509_STORE *store = dl_SSL_CTX_get_cert_store(ctx.get());
    if (dl_X509_STORE_set_flags(store, X509_V_FLAG_NO_CHECK_TIME) != 1)
        return nullptr;
    dl_SSL_CTX_set_verify(ctx.get(), SSL_VERIFY_PEER, verifyPeer);
    dl_SSL_CTX_set_psk_client_callback(ctx.get(), pskClient);
    return ctx;
}

}  // namespace skylark
