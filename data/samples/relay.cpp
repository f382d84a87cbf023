// Who talks to whom: the relay's port, the maintenance port, the collector.
#include <string.h>

#include "skylark.hpp"

namespace skylark {

struct Reading {
    char site[32];
    unsigned char value[64];
    size_t site_len, value_len;
};

// type | length of the site | length of the value | site | value
bool decodeSite(const unsigned char *rec, size_t n, Reading &out)
{
    if (n < 3)
        return false;
    out.site_len = rec[1];
    memcpy(out.site, rec + 3, out.site_len);
    return true;
}

bool decodeValue(const unsigned char *rec, size_t n, Reading &out)
{
    if (n < 3 || rec[1] + rec[2] + 3u > n || rec[2] > sizeof out.value)
        return false;
    out.value_len = rec[2];
    memcpy(out.value, rec + 3 + rec[1], out.value_len);
    return true;
}

// Waits until a client has proven its address by a cookie.
bool awaitCookie(SSL *ssl, int fd, BIO_ADDR *peer)
{
    int ret = 0;
    while ((ret = dl_DTLSv1_listen(ssl, peer)) == 0) {
        dl_ERR_clear_error();
        if (waitReadable(fd, -1) < 0)
            return false;
    }
    if (ret < 0)
        sk_log_openssl("listen");
    return ret > 0;
}

// Accepts one gateway. The socket shares the relay's port and becomes the gateway's own.
std::unique_ptr<Session> acceptGateway(SSL_CTX *ctx, int fd, const sk_config &cfg)
{
    std::unique_ptr<Session> session = Session::create(ctx, fd, cfg.mtu);
    AddrPtr peer(dl_BIO_ADDR_new());
    if (!session || !peer || !awaitCookie(session->ssl(), fd, peer.get()))
        return nullptr;
    if (dl_BIO_connect(fd, peer.get(), 0) != 1 ||
        dl_BIO_ctrl_set_connected(dl_SSL_get_rbio(session->ssl()), peer.get()) <= 0) {
        sk_log_openssl("connect");
        return nullptr;
    }
    dl_SSL_set_accept_state(session->ssl());
    if (!session->handshake() || !session->peerVerified())
        return nullptr;
    return session;
}

// A standby relay serves one gateway at a time, on the port itself.
std::unique_ptr<Session> acceptStandby(SSL_CTX *ctx, int fd, const sk_config &cfg)
{
    std::unique_ptr<Session> session = Session::create(ctx, fd, cfg.mtu);
    AddrPtr peer(dl_BIO_ADDR_new());
    if (!session || !peer || !awaitCookie(session->ssl(), fd, peer.get()))
        return nullptr;
    dl_SSL_set_accept_state(session->ssl());
    if (!session->handshake() || !session->peerVerified())
        return nullptr;
    return session;
}

// The maintenance port serves technicians in the field.
std::unique_ptr<Session> acceptTechnician(sk_config *cfg, int fd)
{
    CtxPtr ctx = makeContext(Role::Relay, cfg);
    if (!ctx)
        return nullptr;
    std::unique_ptr<Session> session = Session::create(ctx.get(), fd, cfg->mtu);
    if (!session)
        return nullptr;
    dl_SSL_set_accept_state(session->ssl());
    if (!session->handshake() || !session->peerVerified())
        return nullptr;
    return session;
}

std::unique_ptr<Session> dialCollector(SSL_CTX *ctx, int fd, const sk_config &cfg)
{
    std::unique_ptr<Session> session = Session::create(ctx, fd, cfg.mtu);
    if (!session || cfg.collector[0] == '\0')
        return nullptr;
    if (dl_SSL_set_tlsext_host_name(session->ssl(), cfg.collector) != 1 ||
        dl_SSL_set1_host(session->ssl(), cfg.collector) != 1)
        return nullptr;
    dl_SSL_set_connect_state(session->ssl());
    if (!session->handshake() || !session->peerVerified() || !session->modern())
        return nullptr;
    return session;
}

// Another collector, while the configured one does not answer.
std::unique_ptr<Session> dialFallback(SSL_CTX *ctx, int fd, const char *host)
{
    SslPtr ssl(dl_SSL_new(ctx));
    if (!ssl || dl_SSL_set_tlsext_host_name(ssl.get(), host) != 1)
        return nullptr;
    BIO *bio = dl_BIO_new_dgram(fd, BIO_NOCLOSE);
    if (bio == nullptr)
        return nullptr;
    dl_SSL_set_bio(ssl.get(), bio, bio);
    dl_SSL_set_options(ssl.get(), SSL_OP_NO_QUERY_MTU);
    dl_SSL_set_connect_state(ssl.get());
    std::unique_ptr<Session> session(new Session(std::move(ssl), fd));
    if (!session->handshake() || !session->peerVerified())
        return nullptr;
    return session;
}

}  // namespace skylark
