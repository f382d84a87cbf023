"""How results are checked, form by form: one small function each, and the verdict on its call."""

import pytest

from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL; typedef struct ctx_st EVP_MD_CTX;
typedef struct bio_st BIO;
struct connection { SSL *ssl; int result; }; void log_error(const char *text); void use(SSL *ssl);
"""

FORMS = {
    "ignored": ("void f(SSL *s) { SSL_connect(s); use(s); }", "none", "ignored"),
    "cast": ("void f(SSL *s) { (void)SSL_connect(s); }", "none", "cast to void"),
    "never": ("int f(SSL *s) { int r = SSL_connect(s); return 1; }", "none", "never tested"),
    "overwritten": (
        "int f(SSL *s) { int r = SSL_connect(s); r = 0; return r; }",
        "none",
        "overwritten before any test",
    ),
    "some paths": (
        "int f(SSL *s, int v) { int r = SSL_connect(s); if (v) { if (r != 1) return 0; }"
        " return 1; }",
        "partial",
        "tested on some paths only",
    ),
    "asserted": (
        "int f(SSL *s) { int r = SSL_connect(s); assert(r == 1); return 1; }",
        "partial",
        "tested by an assertion only",
    ),
    "used before the test": (
        "char f(int n) { char *p = malloc(n); p[0] = 1; if (!p) return 1; free(p); return 0; }",
        "partial",
        "tested only after its use on line 5",
    ),
    "used after a function told": (
        "int told(char *p); char f(int n) { char *p = malloc(n); if (told(p)) goto out; p[0] = 1;"
        " out: if (p) free(p); return 0; }",
        "exact",
        "tested",
    ),
    "zero forgotten": (
        "int f(SSL *s, char *b) { int n = SSL_read(s, b, 9); if (n < 0) return -1; return 1; }",
        "partial",
        "tested against another set of values",
    ),
    "truth": (
        'int f(EVP_MD_CTX *c) { if (!EVP_DigestVerifyFinal(c, "", 0)) return 0; return 1; }',
        "partial",
        "tested against another set of values",
    ),
    "bare truth": (
        'int f(EVP_MD_CTX *c) { if (EVP_DigestVerifyFinal(c, "", 0)) return 1; return 0; }',
        "partial",
        "tested against another set of values",
    ),
    "exchanged": (
        'int f(SSL *s) { if (!SSL_set_alpn_protos(s, "x", 1)) return -1; return 1; }',
        "inverted",
        "success and failure are exchanged",
    ),
    "exact sign": ("int f(SSL *s) { if (SSL_connect(s) <= 0) return 0; return 1; }", "exact", ""),
    "exact one": ("int f(SSL *s) { if (SSL_connect(s) != 1) return 0; return 1; }", "exact", ""),
    "inner assignment": (
        "int f(SSL *s) { int r; if ((r = SSL_connect(s)) <= 0) return r; return 1; }",
        "exact",
        "",
    ),
    "flag": (
        "int f(SSL *s) { int ok = SSL_connect(s) == 1; if (!ok) return 0; return 1; }",
        "exact",
        "",
    ),
    "chain": (
        "int f(SSL *s) { int r = -1; if (SSL_connect(s) == 1 && SSL_accept(s) == 1) r = 0;"
        " return r; }",
        "exact",
        "",
    ),
    "goto": (
        "int f(SSL *s) { int r = -1; if (SSL_connect(s) != 1) goto out; r = 0; out: return r; }",
        "exact",
        "",
    ),
    "conditional": ("int f(SSL *s) { return SSL_connect(s) == 1 ? 0 : -1; }", "exact", ""),
    "truth returned": (
        "int f(SSL *s) { return SSL_connect(s) == 1; }",
        "exact",
        "returned to the caller",
    ),
    "returned": ("int f(SSL *s) { return SSL_connect(s); }", "exact", "returned to the caller"),
    "loop": (
        "int f(SSL *s, char *b) { int n; while ((n = SSL_read(s, b, 9)) > 0) use(s); return 0; }",
        "exact",
        "",
    ),
    "retry": (
        "int f(SSL *s) { do { use(s); } while (SSL_connect(s) <= 0); return 1; }",
        "exact",
        "",
    ),
    "switch": (
        "int f(SSL *s) { switch (SSL_connect(s)) { case 1: return 1; default: return 0; } }",
        "exact",
        "",
    ),
    "switch on the reason": (
        "int f(SSL *s, char *b) { int n = SSL_read(s, b, 9); switch (SSL_get_error(s, n)) {"
        " case SSL_ERROR_NONE: return n; case SSL_ERROR_WANT_READ: return 0; default: return -1; }"
        " }",
        "exact",
        "",
    ),
    "compared with a length": (
        "int f(SSL *s, char *b, int n) { if (SSL_write(s, b, n) != n) return -1; return 0; }",
        "unknown",
        "compared with what is no constant",
    ),
    "stored": (
        "void f(struct connection *c) { c->result = SSL_connect(c->ssl); }",
        "unknown",
        "stored in c->result",
    ),
    "passed": (
        "void f(SSL *s) { int r = SSL_connect(s); judge(s, r); }",
        "unknown",
        "passed to judge",
    ),
    "accumulated": (
        "int f(SSL *s) { int r = 1; r &= SSL_connect(s); if (r != 1) return 0; return 1; }",
        "unknown",
        "compared with what is no constant",
    ),
    "macro": (
        "#define CHECK(x) do { if ((x) != 1) return -1; } while (0)\n"
        "int f(SSL *s) { CHECK(SSL_connect(s)); return 0; }",
        "exact",
        "",
    ),
    "pointer": ("int f(void) { BIO *b = BIO_new(0); if (!b) return 0; return 1; }", "exact", ""),
    "pointer used": (
        'void f(void) { BIO *b = BIO_new(0); BIO_write(b, "x", 1); }',
        "none",
        "never tested",
    ),
    "never negative": (
        'int f(void *c) { if (SSL_CTX_load_verify_locations(c, "x", 0) < 0) return -1; return 0; }',
        "partial",
        "tested against another set of values",
    ),
    "zero refused where -1 fails": (
        "int f(void) { int s = socket(2, 1, 0); if (!s) return -1;"
        " if (listen(s, 1) < 0) return -1; return s; }",
        "partial",
        "tested against another set of values",
    ),
    "an unsigned variable": (
        "int f(int d, char *b) { size_t n = write(d, b, 9); if (n < 0) return -1; return 0; }",
        "partial",
        "tested against another set of values",
    ),
    "one taken for success": (
        'int f(SSL *s) { if (SSL_set_tlsext_use_srtp(s, "x") != 1) return -1; return 0; }',
        "partial",
        "tested against another set of values",
    ),
    "one code wanted": (
        "int f(void *c, size_t *n) { if (gnutls_x509_crt_get_dn(c, 0, n) !="
        " -51) return -1; return 0; }",
        "overstrict",
        "one error is what the code wants",
    ),
    "correlated": (
        "int f(SSL *s, int c) { int r = 1; if (c) r = SSL_connect(s); if (c && r != 1) return 0;"
        " return 1; }",
        "exact",
        "",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_verdict(name: str) -> None:
    text, verdict, manner = FORMS[name]
    context = context_of(HEAD + text)
    checks = [check for function in context.functions for check in context.checks(function)]
    assert checks, "no fallible call was followed"
    assert checks[0].check == verdict
    assert checks[0].manner == (manner or "tested")


def test_two_alternatives_are_both_judged() -> None:
    context = context_of(
        HEAD + "int f(SSL *s) {\n#if A\n SSL_connect(s);\n#else\n if (SSL_accept(s) != 1)"
        "\n return 0;\n#endif\n return 1; }"
    )
    checks = context.checks(context.functions[0])
    assert [(check.followed.call.callee, check.check) for check in checks] == [
        ("SSL_connect", "none"),
        ("SSL_accept", "exact"),
    ]


OUTCOMES = {
    "propagated": "int f(SSL *s) { if (SSL_connect(s) != 1) return -1; return 0; }",
    "terminated": "int f(SSL *s) { if (SSL_connect(s) != 1) abort(); return 0; }",
    "retried": "int f(SSL *s) { while (SSL_connect(s) != 1) { } return 0; }",
    "swallowed": 'int f(SSL *s) { if (SSL_connect(s) != 1) log_error("x"); return 0; }',
    "ignored": "int f(SSL *s) { SSL_connect(s); return 0; }",
    "benign": "int f(SSL *s) { SSL_shutdown(s); return 0; }",
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_outcome_of_the_error_path(outcome: str) -> None:
    context = context_of(HEAD + OUTCOMES[outcome])
    paths = context.error_paths(context.functions[0])
    assert {path.outcome for path in paths} == {outcome}
    assert all(path.steps for path in paths)


def test_an_error_path_tells_who_asked_and_who_was_told() -> None:
    context = context_of(
        HEAD + "int f(SSL *s) { int r = SSL_connect(s); if (r <= 0) {"
        ' int e = SSL_get_error(s, r); log_error("x"); SSL_free(s); return -1; } return 0; }'
    )
    (path,) = context.error_paths(context.functions[0])
    told = (path.outcome, path.reason_queried, path.reported, path.returned, path.released)
    assert told == ("propagated", "SSL_get_error", "log_error", "-1", "SSL_free(s)")


def test_a_success_is_not_followed_in_all_ways_that_other_variables_take() -> None:
    flags = "".join(f" if (n[{each}]) v{each} = 1; " for each in range(10))
    uses = "".join(f" if (v{each}) use(s);" for each in range(10))
    names = ", ".join(f"v{each} = 0" for each in range(10))
    text = f"int f(SSL *s, int *n) {{ int {names}; if (SSL_connect(s) != 1) return -1;"
    context = context_of(f"{HEAD}{text}{flags}{uses} return 1; }}")
    (found,) = context.checks(context.functions[0])
    assert (found.check, found.followed.complete) == ("exact", True)
    assert {str(end.cells) for end in found.followed.ends} == {"== -1", "== 1"}
