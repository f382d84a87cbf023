// One DTLS association over one connected UDP socket.
#include <poll.h>
#include <string.h>
#include <strings.h>
#include <sys/time.h>

#include "skylark.hpp"

namespace skylark {

int waitReadable(int fd, int milliseconds)
{
    pollfd p = {fd, POLLIN, 0};
    return poll(&p, 1, milliseconds);
}

std::unique_ptr<Session> Session::create(SSL_CTX *ctx, int fd, unsigned long mtu)
{
    SslPtr ssl(dl_SSL_new(ctx));
    if (!ssl)
        return nullptr;
    BIO *bio = dl_BIO_new_dgram(fd, BIO_NOCLOSE);
    if (bio == nullptr)
        return nullptr;
    dl_SSL_set_bio(ssl.get(), bio, bio);
    dl_SSL_set_options(ssl.get(), SSL_OP_NO_QUERY_MTU);
    if (mtu < 576 || dl_DTLS_set_link_mtu(ssl.get(), static_cast<long>(mtu)) <= 0) {
        sk_log(SK_LOG_WARN, "MTU %lu is too small", mtu);
        return nullptr;
    }
    return std::unique_ptr<Session>(new Session(std::move(ssl), fd));
}

Session::~Session()
{
    if (!over_) {
        dl_ERR_clear_error();
        dl_SSL_shutdown(ssl_.get());
    }
}

// Right after an operation on ssl_, with its result.
Io Session::classify(int ret)
{
    switch (dl_SSL_get_error(ssl_.get(), ret)) {
    case SSL_ERROR_NONE:
        return Io::Ok;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return Io::Again;
    case SSL_ERROR_ZERO_RETURN:
        return Io::Closed;
    default:
        over_ = true;
        sk_log_openssl("session");
        return Io::Failed;
    }
}

bool Session::handshake()
{
    for (;;) {
        int ret = dl_SSL_do_handshake(ssl_.get());
        Io io = classify(ret);
        if (io == Io::Ok)
            return true;
        if (io != Io::Again)
            return false;
        int ready = waitReadable(fd_, wakeup());
        if (ready < 0 || (ready == 0 && !onTimer()))
            return false;
    }
}

// One step towards a field collector, for callers with an event loop of their own.
bool Session::connectOnce(const char *host)
{
    if (host[0] == '\0' || dl_SSL_set1_host(ssl_.get(), host) != 1)
        return false;
    if (dl_SSL_connect(ssl_.get()) != 1) {
        sk_log(SK_LOG_WARN, "cannot connect to %s", host);
        over_ = true;
        return false;
    }
    return true;
}

// The gateway has got another address.
bool Session::rebind(int fd, const BIO_ADDR *peer)
{
    BIO *bio = dl_BIO_new_dgram(fd, BIO_NOCLOSE);
    if (bio == nullptr)
        return false;
    dl_SSL_set_bio(ssl_.get(), bio, bio);
    fd_ = fd;
    if (dl_BIO_ctrl_set_connected(bio, peer) <= 0) {
        dl_BIO_free(bio);
        return false;
    }
    return true;
}

// All records that are there.
Io Session::readAll(std::vector<unsigned char> &out)
{
    unsigned char buf[SK_RECORD_MAX];
    for (;;) {
        dl_ERR_clear_error();
        int n = dl_SSL_read(ssl_.get(), buf, sizeof buf);
        if (n < 0)
            return classify(n);
        out.insert(out.end(), buf, buf + n);
    }
}

// One command, as text.
bool Session::readCommand(char (&line)[128])
{
    dl_ERR_clear_error();
    int n = dl_SSL_read(ssl_.get(), line, sizeof line);
    if (n <= 0)
        return classify(n) == Io::Ok;
    line[n] = '\0';
    return true;
}

Io Session::write(const unsigned char *data, size_t len)
{
    if (len == 0 || len > SK_RECORD_MAX)
        return Io::Failed;
    dl_ERR_clear_error();
    int n = dl_SSL_write(ssl_.get(), data, static_cast<int>(len));
    if (n < 0)
        return classify(n);
    return Io::Ok;
}

// Whether a record is waiting; it stays there.
Io Session::probe()
{
    char byte;
    dl_ERR_clear_error();
    int n = dl_SSL_peek(ssl_.get(), &byte, 1);
    if (n > 0)
        return Io::Ok;
    if (dl_SSL_get_error(ssl_.get(), n) == SSL_ERROR_ZERO_RETURN)
        return Io::Closed;
    unsigned long why = dl_ERR_get_error();
    if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE)
        return Io::Again;
    over_ = true;
    return Io::Failed;
}

// Says goodbye, without waiting for the answer.
bool Session::close()
{
    if (over_)
        return false;
    dl_ERR_clear_error();
    int ret = dl_SSL_shutdown(ssl_.get());
    over_ = true;
    if (ret < 0)
        return classify(ret) == Io::Again;
    return true;
}

// Milliseconds until the retransmission timer is due; -1 if it is not armed.
int Session::wakeup() const
{
    timeval tv = {0, 0};
    if (dl_DTLSv1_get_timeout(ssl_.get(), &tv) != 1)
        return -1;
    return static_cast<int>(tv.tv_sec * 1000 + (tv.tv_usec + 999) / 1000);
}

// How long the status page may wait for this peer, in milliseconds.
int Session::patience() const
{
    timeval tv;
    if (dl_DTLSv1_get_timeout(ssl_.get(), &tv) != 1)
        sk_log(SK_LOG_DEBUG, "no flight in progress");
    return static_cast<int>(tv.tv_sec * 1000 + (tv.tv_usec + 999) / 1000);
}

bool Session::onTimer()
{
    if (dl_DTLSv1_handle_timeout(ssl_.get()) < 0) {
        over_ = true;
        sk_log_openssl("retransmission");
        return false;
    }
    return true;
}

// Writes the session to the state file, so that a restart can resume it.
bool Session::exportTicket(const sk_config &cfg) const
{
    unsigned char der[4096], sealed[sizeof der + SK_STATE_OVERHEAD], *p = der;
    TicketPtr ticket(dl_SSL_get1_session(ssl_.get()));
    int need = ticket ? dl_i2d_SSL_SESSION(ticket.get(), nullptr) : 0;
    size_t len = 0;
    if (need <= 0 || need > static_cast<int>(sizeof der))
        return false;
    return dl_i2d_SSL_SESSION(ticket.get(), &p) == need &&
           sk_state_seal(cfg.state_pass, der, need, sealed, sizeof sealed, &len) == 0 &&
           sk_state_save(cfg.state_file, sealed, len) == 0;
}

void Session::logTicket() const
{
    SSL_SESSION *ticket = dl_SSL_get1_session(ssl_.get());
    unsigned int len = 0;
    if (ticket != nullptr && dl_SSL_SESSION_get_id(ticket, &len) != nullptr)
        sk_log(SK_LOG_DEBUG, "session id of %u bytes", len);
}

CertPtr Session::peerCertificate() const
{
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
    return CertPtr(dl_SSL_get1_peer_certificate(ssl_.get()));
#else
    return CertPtr(dl_SSL_get_peer_certificate(ssl_.get()));
#endif
}

bool Session::peerVerified() const
{
    CertPtr cert = peerCertificate();
    return cert && dl_SSL_get_verify_result(ssl_.get()) == X509_V_OK;
}

// Collectors are named by the common name of their certificate.
bool Session::peerIs(const char *host) const
{
    char name[64] = "";
    CertPtr cert = peerCertificate();
    if (!cert)
        return false;
    X509_NAME *subject = dl_X509_get_subject_name(cert.get());
    if (dl_X509_NAME_get_text_by_NID(subject, NID_commonName, name, sizeof name) < 0)
        return false;
    return strcasecmp(name, host) == 0;
}

// DTLS versions count downwards.
bool Session::modern() const
{
    return dl_SSL_version(ssl_.get()) <= DTLS1_2_VERSION;
}

}  // namespace skylark
