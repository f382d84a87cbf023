// The C++ side: contexts, and one Session for each peer.
#ifndef SKYLARK_HPP
#define SKYLARK_HPP

#include <memory>
#include <utility>
#include <vector>

#include "skylark.h"

namespace skylark {

template <typename T, void (*F)(T *)>
struct Free {
    void operator()(T *p) const noexcept { F(p); }
};

using CtxPtr = std::unique_ptr<SSL_CTX, Free<SSL_CTX, dl_SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Free<SSL, dl_SSL_free>>;
using CertPtr = std::unique_ptr<X509, Free<X509, dl_X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, dl_EVP_PKEY_free>>;
using TicketPtr = std::unique_ptr<SSL_SESSION, Free<SSL_SESSION, dl_SSL_SESSION_free>>;
using AddrPtr = std::unique_ptr<BIO_ADDR, Free<BIO_ADDR, dl_BIO_ADDR_free>>;

enum class Role { Relay, Collector, Field };
enum class Io { Ok, Again, Closed, Failed };

CtxPtr makeContext(Role role, sk_config *cfg);
CtxPtr makePskContext(sk_config *cfg);

// Milliseconds may be -1 for "no limit"; the result is that of poll().
int waitReadable(int fd, int milliseconds);

class Session {
public:
    Session(SslPtr ssl, int fd) noexcept : ssl_(std::move(ssl)), fd_(fd) {}
    ~Session();

    static std::unique_ptr<Session> create(SSL_CTX *ctx, int fd, unsigned long mtu);

    SSL *ssl() const noexcept { return ssl_.get(); }
    bool handshake();
    bool connectOnce(const char *host);
    bool rebind(int fd, const BIO_ADDR *peer);
    Io readAll(std::vector<unsigned char> &out);
    bool readCommand(char (&line)[128]);
    Io write(const unsigned char *data, size_t len);
    Io probe();
    bool close();
    int wakeup() const;
    int patience() const;
    bool onTimer();
    bool exportTicket(const sk_config &cfg) const;
    void logTicket() const;
    bool peerVerified() const;
    bool peerIs(const char *host) const;
    bool modern() const;

private:
    Io classify(int ret);
    CertPtr peerCertificate() const;

    SslPtr ssl_;
    int fd_;
    bool over_ = false;
};

}  // namespace skylark

#endif
