"""Reasons of failures that are asked, read and obeyed in ways that the concerns' examples do not
show: other libraries, classes, streams and exceptions; each faulty and mended.
"""

import re

import pytest

from auditkit.concerns import findings_of
from auditkit.testing import context_of

C = {
    "a loop that only 1 ends": """
void f(SSL *s) { while (SSL_shutdown(s) != 1) ; } // misread-reason
void g(SSL *s) { int i; for (i = 0; i < 4 && SSL_shutdown(s) != 1; i++) ; }
void h(SSL *s, struct pollfd *p) {
    while (SSL_shutdown(s) == 0)
        if (poll(p, 1, 1000) <= 0)
            break;
}
""",
    "DTLSv1_listen": """
int f(SSL *s, BIO_ADDR *a) {
    int n;
    do n = DTLSv1_listen(s, a); while (n <= 0); // misread-reason
    return n;
}
int g(SSL *s, BIO_ADDR *a) {
    int n;
    do n = DTLSv1_listen(s, a); while (n == 0);
    return n < 0 ? -1 : 0;
}
""",
    "a reason held by a conditional": """
int f(SSL *s, char *b) {
    int n, e;
    do {
        ERR_clear_error();
        n = SSL_write(s, b, 8);
        e = n > 0 ? SSL_ERROR_NONE : SSL_get_error(s, n); // misread-reason
    } while (e == SSL_ERROR_WANT_WRITE || e == SSL_ERROR_WANT_READ || e == SSL_ERROR_SYSCALL);
    return n;
}
int g(SSL *s, char *b) {
    int n, e;
    do {
        ERR_clear_error();
        n = SSL_write(s, b, 8);
        e = n > 0 ? SSL_ERROR_NONE : SSL_get_error(s, n);
    } while (e == SSL_ERROR_WANT_WRITE || e == SSL_ERROR_WANT_READ);
    return n;
}
""",
    "errno tells": """
int f(SSL *s, int n) {
    switch (SSL_get_error(s, n)) { // misread-reason
    case SSL_ERROR_NONE: return n;
    case SSL_ERROR_WANT_READ: case SSL_ERROR_WANT_WRITE: case SSL_ERROR_SSL:
        errno = EAGAIN; return -1;
    default: errno = EIO; return -1;
    }
}
int g(SSL *s, int n) {
    switch (SSL_get_error(s, n)) {
    case SSL_ERROR_NONE: return n;
    case SSL_ERROR_WANT_READ: case SSL_ERROR_WANT_WRITE: errno = EAGAIN; return -1;
    default: errno = EIO; return -1;
    }
}
""",
    "a code of one failure is no retry": """
int f(SSL *s, int n) {
    int e = SSL_get_error(s, n);
    if (e == SSL_ERROR_SSL && ERR_peek_error() != 0)
        return -2;
    return -1;
}
""",
    "GnuTLS": """
long f(gnutls_session_t s, char *b) {
    long n;
    do n = gnutls_record_recv(s, b, 8); // misread-reason
    while (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED || n == GNUTLS_E_PULL_ERROR);
    return n;
}
long g(gnutls_session_t s, char *b) {
    long n;
    do n = gnutls_record_recv(s, b, 8);
    while (n == GNUTLS_E_AGAIN || n == GNUTLS_E_INTERRUPTED);
    return n;
}
long h(gnutls_session_t s, char *b) {
    long n = gnutls_record_recv(s, b, 8); // unqueried-reason
    if (n < 0) { gnutls_deinit(s); return -1; }
    return n;
}
""",
    "Mbed TLS": """
int f(mbedtls_ssl_context *s, unsigned char *b) {
    int n = mbedtls_ssl_write(s, b, 8); // misread-reason
    if (n == MBEDTLS_ERR_SSL_WANT_WRITE) return 0;
    if (n == MBEDTLS_ERR_SSL_WANT_READ) return -1;
    return n < 0 ? -1 : n;
}
int g(struct conn *c, unsigned char *b) {
    int n = mbedtls_ssl_read(&c->tls, b, 8); // misread-reason
    if (n == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) return 0;
    if (n < 0) { c->fd = -1; return -1; }
    return n;
}
int h(struct conn *c, unsigned char *b) {
    int n = mbedtls_ssl_read(&c->tls, b, 8);
    if (n < 0) { c->last = n; return -1; }
    return n;
}
""",
    "a queue that is looked at": """
int f(SSL *s, char *b) {
    int n;
    while (ERR_peek_error() != 0)
        puts(ERR_error_string(ERR_get_error(), 0));
    n = SSL_read(s, b, 8);
    return n > 0 ? n : SSL_get_error(s, n) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}
int g(SSL *s, char *b) {
    int n, e;
    ERR_clear_error();
    do {
        n = SSL_read(s, b, 8);
        e = SSL_get_error(s, n);
    } while (e == SSL_ERROR_WANT_READ || e == SSL_ERROR_WANT_WRITE);
    return n;
}
int h(SSL *s, char *b) {
    int n;
    SSL_is_init_finished(s);
    n = SSL_read(s, b, 8); // dirty-error-queue
    return n > 0 ? n : SSL_get_error(s, n) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}
""",
    "a call that release builds do not make": """
int f(EVP_MD_CTX *c, unsigned char *s, unsigned long n) {
    assert(EVP_DigestVerifyFinal(c, s, n) == 1); // unchecked-result
    return 0;
}
int g(EVP_MD_CTX *c, unsigned char *s, unsigned long n) {
    int good = EVP_DigestVerifyFinal(c, s, n);
    assert(good <= 1);
    return good == 1 ? 0 : -1;
}
""",
    "a peer that wants new keys is refused": """
int f(SSL *s, char *b) {
    int n;
    ERR_clear_error();
    n = SSL_read(s, b, 8);
    if (n > 0)
        return n;
    switch (SSL_get_error(s, n)) {
    case SSL_ERROR_ZERO_RETURN: case SSL_ERROR_WANT_READ: return 0;
    case SSL_ERROR_WANT_WRITE: syslog(3, "renegotiation is refused"); return -1;
    default: return -1;
    }
}
int g(SSL *s, char *b) {
    int n;
    ERR_clear_error();
    n = SSL_read(s, b, 8);
    if (n > 0)
        return n;
    switch (SSL_get_error(s, n)) { // misread-reason
    case SSL_ERROR_ZERO_RETURN: case SSL_ERROR_WANT_READ: return 0;
    case SSL_ERROR_WANT_WRITE: syslog(3, "it wants to write"); return -1;
    default: return -1;
    }
}
""",
    "a constant that the result is known to be": """
int f(SSL *s, char *b, size_t *n) {
    if (SSL_read_ex(s, b, 8, n) == 0)
        return SSL_get_error(s, 0) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
    return 1;
}
""",
}

CPP = {
    "a class that classifies": """
struct Result { static Result again(); static Result more(); static Result broken(); };
Result Stream::judge(int n) {
    switch (SSL_get_error(ssl, n)) { // misread-reason
    case SSL_ERROR_WANT_READ: return Result::again();
    case SSL_ERROR_WANT_WRITE: return Result::more();
    case SSL_ERROR_SYSCALL: return Result::again();
    default: return Result::broken();
    }
}
Result Stream::judge_well(int n) {
    switch (SSL_get_error(ssl, n)) {
    case SSL_ERROR_WANT_READ: return Result::again();
    case SSL_ERROR_WANT_WRITE: return Result::more();
    default: return Result::broken();
    }
}
""",
    "the sum instead of the result": """
void Socket::write(const char *b, unsigned length) {
    unsigned sent = 0;
    while (sent < length) {
        ERR_clear_error();
        int n = SSL_write(ssl, b + sent, static_cast<int>(length - sent)); // unqueried-reason
        if (n <= 0) {
            int e = SSL_get_error(ssl, static_cast<int>(sent));
            if (e == SSL_ERROR_WANT_READ || e == SSL_ERROR_WANT_WRITE)
                continue;
            throw Failure(e);
        }
        sent += n;
    }
}
""",
    "a getter of another class": """
X509 *Store::get() { return PEM_read_bio_X509(bio, nullptr, nullptr, nullptr); }
int Client::read(char *b) {
    ERR_clear_error();
    int n = SSL_read(ssl.get(), b, 8);
    if (n > 0)
        return n;
    return SSL_get_error(ssl.get(), n) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}
""",
    "an exception that ends in nothing": """
void Stream::start() { if (SSL_set_fd(ssl, fd) != 1) throw Failure("descriptor"); }
bool Stream::open() {
    try {
        start(); // success-after-failure
    } catch (...) {
    }
    return true;
}
bool Stream::open_well() {
    try {
        start();
    } catch (...) {
        return false;
    }
    return true;
}
bool Stream::told() {
    try { listener->told(); } catch (...) { }
    return true;
}
""",
    "a stream that tells": """
int f(SSL_CTX *c, const char *file) {
    if (SSL_CTX_use_certificate_chain_file(c, file) != 1)
        return -1;
    if (SSL_CTX_use_PrivateKey_file(c, file, 1) != 1) // success-after-failure
        std::cerr << "no key" << std::endl;
    return 0;
}
int g(SSL_CTX *c, const char *file) {
    if (SSL_CTX_use_certificate_chain_file(c, file) != 1)
        return -1;
    if (SSL_CTX_use_PrivateKey_file(c, file, 1) != 1) {
        std::cerr << "no key" << std::endl;
        return -1;
    }
    return 0;
}
""",
}

FIELD = {
    *("unqueried-reason", "late-reason", "dirty-error-queue", "confused-error-codes"),
    *("misread-reason", "use-after-fatal-error", "success-after-failure", "unchecked-result"),
}


@pytest.mark.parametrize(
    ("language", "case"), [*(("c", name) for name in C), *(("c++", name) for name in CPP)]
)
def test_a_reason_is_found_misused_where_it_is(language: str, case: str) -> None:
    text = C[case] if language == "c" else CPP[case]
    wanted = {
        (number, match[1])
        for number, line in enumerate(text.split("\n"), start=1)
        if (match := re.search(r"// ([\w-]+)$", line)) is not None
    }
    found = {
        (each.at.line, each.concern.id)
        for each in findings_of(context_of(text, language))
        if each.concern.id in FIELD
    }
    assert found == wanted
