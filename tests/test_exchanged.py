"""Tests with exchanged sides, and failures that are tested too late or gone on from."""

import pytest

from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL; typedef struct ssl_ctx_st SSL_CTX; typedef struct bio_st BIO;
typedef struct x509_st X509; typedef unsigned long size_t; typedef long ssize_t;
BIO *BIO_new_file(const char *name, const char *mode); int BIO_free(BIO *b);
X509 *PEM_read_bio_X509(BIO *b, X509 **x, void *cb, void *u); void X509_free(X509 *x);
int X509_check_host(X509 *x, const char *name, size_t n, unsigned flags, char **peer);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *c, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *c, const char *file, int type);
int SSL_CTX_load_verify_locations(SSL_CTX *c, const char *file, const char *path);
int SSL_write(SSL *s, const void *b, int n); int SSL_get_error(const SSL *s, int r);
int RAND_bytes(unsigned char *b, int n); void ERR_print_errors_fp(void *f);
void *malloc(size_t n); void free(void *p); void *memcpy(void *t, const void *f, size_t n);
int open(const char *p, int f, ...); ssize_t read(int fd, void *b, size_t n); int close(int fd);
ssize_t recv(int fd, void *b, size_t n, int f); void *getgrnam(const char *n); void use(void *p);
"""
READ = 'X509 *f(const char *p) {{ X509 *x; BIO *b = BIO_new_file(p, "r"); {} }}'
REST = "x = PEM_read_bio_X509(b, 0, 0, 0); BIO_free(b); return x;"
SET_UP = (
    "int f(SSL_CTX *c, const char *p) {{ if (SSL_CTX_use_certificate_chain_file(c, p) {})"
    " {{ {} }} if (SSL_CTX_use_PrivateKey_file(c, p, 1) != 1) return {}; return {}; }}"
)
CASES = {
    "an object is used where there is none": (READ.format("if (b) return 0; " + REST), "inverted"),
    "an object is used where there is one": (READ.format("if (!b) return 0; " + REST), "exact"),
    "used before the test": (
        READ.format("x = PEM_read_bio_X509(b, 0, 0, 0); if (!b) return 0; BIO_free(b); return x;"),
        "partial",
    ),
    "used all the same": (READ.format("if (!b) use(0); " + REST), "partial"),
    "used where something else tells that it is there": (
        READ.format("int ok = use != 0; if (!b) ok = 0; if (!ok) return 0; " + REST),
        "exact",
    ),
    "used, but another may have been put there": (
        "void again(BIO **b);" + READ.format("if (!b) again(&b); " + REST),
        "exact",
    ),
    "written to and handed out untested": (
        "char *f(const char *a, size_t n) { char *p = malloc(n); memcpy(p, a, n); return p; }",
        "partial",
    ),
    "a handle is used where there is none": (
        "int f(const char *p, char *b) { int d = open(p, 0); if (d >= 0) return -1;"
        " if (read(d, b, 4) != 4) { close(d); return -1; } close(d); return 0; }",
        "inverted",
    ),
    "the reason is asked for where there is none": (
        'int f(SSL *s) { int n = SSL_write(s, "x", 1);'
        " if (n > 0) return SSL_get_error(s, n) == 2 ? 0 : -1; return 1; }",
        "inverted",
    ),
    "the reason is asked for": (
        'int f(SSL *s) { int n = SSL_write(s, "x", 1);'
        " if (n <= 0) return SSL_get_error(s, n) == 2 ? 0 : -1; return 1; }",
        "exact",
    ),
    "a success leaves by a negative number": (
        SET_UP.format("== 1", "return -1;", -1, 0),
        "inverted",
    ),
    "a failure leaves by a negative number": (SET_UP.format("!= 1", "return -1;", -1, 0), "exact"),
    "a success leaves as the failure beside it": (
        SET_UP.format("== 1", "return 0;", 0, 1),
        "inverted",
    ),
    "the first of two that works": (SET_UP.format("== 1", "return 1;", 0, 1), "exact"),
    "an error is told of where there is none": (
        "int f(SSL_CTX *c, const char *p) { if (SSL_CTX_use_certificate_chain_file(c, p))"
        " { ERR_print_errors_fp(0); return 1; } return 0; }",
        "inverted",
    ),
    "an error is told of": (
        "int f(SSL_CTX *c, const char *p) { if (!SSL_CTX_use_certificate_chain_file(c, p))"
        " { ERR_print_errors_fp(0); return 1; } return 0; }",
        "exact",
    ),
    "no more data, refused": (
        "ssize_t f(int fd, char *b) { ssize_t n = recv(fd, b, 4, 0); if (n == 0) return -1;"
        " if (n < 0) return 0; return n; }",
        "exact",
    ),
    "another code where it fails, as it should": (
        "int g(void); int f(int d, char *b) { int e = -5; if (read(d, b, 1) < 0) e = g();"
        " return e; }",
        "exact",
    ),
    "another way where nothing is found": (
        "int f(const char *n) { void **g = getgrnam(n); if (g) { use(*g); return 0; } return -1; }",
        "exact",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_tells_which_side_of_a_test_is_which(name: str) -> None:
    text, expected = CASES[name]
    context = context_of(HEAD + text, "c")
    assert context.checks(context.functions[0])[0].check == expected
