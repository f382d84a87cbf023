"""Summaries: what each of the target's functions means by its values, and whose its objects are."""

import pytest

from auditkit.analyses.summaries import Summary
from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL; typedef struct x509_st X509; typedef struct bio_st BIO;
typedef struct evp_md_ctx_st EVP_MD_CTX;
struct box { char *text; X509 *cert; int state; int error; };
void log_error(const char *text); int other(int a);
"""


def summaries_of(text: str, language: str = "c") -> dict[str, Summary]:
    """The summaries of a text's functions, by name."""
    context = context_of(HEAD + text, language)
    return {function.name: context.summary(function) for function in context.functions}


ERRORS = {
    "a negative code": (
        "int f(SSL *s) { if (SSL_connect(s) != 1) return -1; return 0; }",
        "== -1",
        "== 0",
    ),
    "a truth value": (
        "int f(SSL *s) { if (SSL_connect(s) != 1) return 0; return 1; }",
        "== 0",
        "== 1",
    ),
    "one is the failure": (
        "int f(SSL *s) { if (SSL_connect(s) != 1) return 1; return 0; }",
        "== 1",
        "== 0",
    ),
    "a null pointer": (
        'X509 *f(BIO *b) { X509 *x = PEM_read_bio_X509(b, 0, 0, 0); if (!x) log_error("x");'
        " return x; }",
        "== NULL",
        "!= 0",
    ),
    "the result itself": (
        "int f(SSL *s, char *b) { return SSL_read(s, b, 9); }",
        "<= 0",
        "> 0",
    ),
    "a comparison": ("int f(SSL *s) { return SSL_connect(s) == 1; }", "== 0", "== 1"),
    "a conditional": (
        "int f(SSL *s) { return SSL_connect(s) == 1 ? 0 : -1; }",
        "== -1",
        "== 0",
    ),
    "through a variable and a label": (
        "int f(SSL *s) { int r = -1; if (SSL_connect(s) != 1) goto out; r = 0; out: return r; }",
        "== -1",
        "== 0",
    ),
    "an enumerator": (
        "enum io { GOOD, BAD = 7 };"
        " enum io f(SSL *s) { if (SSL_connect(s) != 1) return BAD; return GOOD; }",
        "== 7",
        "== 0",
    ),
    "the reason": (
        "int f(SSL *s, char *b) { int n = SSL_read(s, b, 9); if (n <= 0)"
        " return SSL_get_error(s, n); return 0; }",
        "> 0",
        "== 0",
    ),
    "errno, negated": (
        'int f(void) { void *f = fopen("x", "r"); if (!f) return -errno; fclose(f); return 0; }',
        "< 0",
        "== 0",
    ),
    "an unknown count": (
        "int f(SSL *s) { if (SSL_connect(s) != 1) return -1; return other(1); }",
        "== -1",
        ">= 0",
    ),
    "a caller of a caller": (
        "static int g(SSL *s) { return SSL_connect(s) == 1 ? 0 : -5; }"
        " int f(SSL *s) { int r = g(s); if (r) return r; return 0; }",
        "== -5",
        "== 0",
    ),
    "its own refusals": (
        "int f(SSL *s, char *b) { int n = SSL_read(s, b, 9); if (n <= 0) return -1;"
        " if (b[0] != 3) return -1; return 0; }",
        "== -1",
        "== 0",
    ),
    "a noted error": (
        'int f(int a) { if (a < 0) { log_error("bad"); return -1; } return 0; }',
        "== -1",
        "== 0",
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_error_specification(name: str) -> None:
    text, error, success = ERRORS[name]
    spec = summaries_of(text)["f"].spec
    assert (spec.error, spec.success) == (error, success)


SILENT = {
    "a getter": "int f(struct box *b) { return b->state; }",
    "a comparator": "int f(int a, int b) { if (a < b) return -1; return a > b; }",
    "a counter": "int f(int a) { int n = 0; while (a) { n++; a = other(a); } return n; }",
    "a swallower": 'int f(SSL *s) { if (SSL_connect(s) != 1) log_error("x"); return 0; }',
    "nothing": "void f(SSL *s) { if (SSL_connect(s) != 1) return; other(1); }",
}


@pytest.mark.parametrize("name", SILENT)
def test_no_error_specification(name: str) -> None:
    spec = summaries_of(SILENT[name])["f"].spec
    assert spec.error == "none"


def test_a_predicate_is_not_to_be_checked() -> None:
    text = (
        "int has_peer(SSL *s) { X509 *x = SSL_get_peer_certificate(s); if (!x) return 0;"
        " X509_free(x); return 1; }"
    )
    assert summaries_of(text)["has_peer"].spec.check == "optional"


def test_support_and_confidence() -> None:
    found = summaries_of(
        "int f(SSL *s, EVP_MD_CTX *c) { if (SSL_connect(s) != 1) return -1;"
        ' if (EVP_DigestVerifyFinal(c, "", 0) != 1) return -1; return 0; }'
    )["f"]
    assert (found.support, found.against, found.confidence.value) == (2, 0, "high")
    assert found.spec.role == ("signature",)


PARAMETERS = {
    "looked at": ("int f(struct box *b) { return b->state; }", ["borrows"]),
    "released": ("void f(struct box *b) { if (!b) return; free(b); }", ["releases"]),
    "its member released": ("void f(struct box *b) { free(b->text); }", ["clears"]),
    "kept": ("void f(struct box *b, X509 *x) { b->cert = x; }", ["borrows", "keeps"]),
    "given to the unknown": ("void f(X509 *x) { somebody(x); }", ["keeps"]),
    "released by a callee": (
        "void g(struct box *b) { free(b); } void f(struct box *b) { g(b); }",
        ["releases"],
    ),
    "released sometimes": (
        "void f(struct box *b, int a) { if (a) free(b); }",
        ["keeps", "borrows"],
    ),
    "returned": ("struct box *f(struct box *b) { return b; }", ["returned"]),
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_ownership_of_parameters(name: str) -> None:
    text, words = PARAMETERS[name]
    spec = summaries_of(text)["f"].spec
    assert [item.ownership for item in spec.parameters] == words


def test_what_is_returned_is_owned_or_lent() -> None:
    found = summaries_of(
        "char *made(void) { char *p = malloc(4); if (!p) return 0; return p; }"
        " X509 *lent(struct box *b) { return b->cert; }"
    )
    assert (found["made"].spec.returns, found["made"].spec.release) == ("owned", "free")
    assert (found["lent"].spec.returns, found["lent"].spec.lender) == ("borrowed", 0)


def test_what_is_written_and_when() -> None:
    found = summaries_of(
        "int f(SSL *s, int *a, int *b) { *a = 1; if (SSL_connect(s) != 1) return -1; *b = 2;"
        " return 0; }"
    )
    written = [(item.name, item.written) for item in found["f"].spec.out]
    assert written == [("a", "always"), ("b", "success")]


def test_a_function_that_never_returns() -> None:
    found = summaries_of('void f(int a) { if (a) log_error("x"); exit(a); }')
    assert found["f"].spec.terminates


def test_methods_are_found_by_their_last_name() -> None:
    text = (
        "struct Session { SSL *s; int handshake(); int run(); };"
        " int Session::handshake() { return SSL_connect(s) == 1 ? 0 : -1; }"
        " int Session::run() { if (handshake() < 0) return -1; return 0; }"
    )
    assert summaries_of(text, "c++")["Session::run"].spec.error == "== -1"


LOST = {
    "told again": (
        'int f(SSL *s) { int r = SSL_connect(s); if (r != 1) log_error("x"); if (r != 1)'
        " return -1; return 0; }",
        [],
    ),
    "left by a shared exit": (
        "int f(SSL *s) { int r = 0; char *p; if (SSL_connect(s) != 1) { r = -1; goto out; }"
        " p = malloc(4); if (!p) goto out; free(p); out: return r; }",
        [("malloc", "latched")],
    ),
    "only told": (
        "int f(SSL *s, SSL *t) { if (SSL_connect(s) != 1) return -1; if (SSL_connect(t) != 1)"
        ' log_error("x"); return 0; }',
        [("SSL_connect", "passed over")],
    ),
    "told for information": (
        "int f(SSL *s, SSL *t) { if (SSL_connect(s) != 1) return -1; if (SSL_connect(t) != 1)"
        ' log_debug("x"); return 0; }',
        [],
    ),
    "a loop that goes on": (
        "int f(SSL **s, int n) { int i, good = 0; for (i = 0; i < n; i++) {"
        " if (SSL_connect(s[i]) != 1) continue; good++; } return good > 0 ? 0 : -1; }",
        [],
    ),
    "the next verdict": (
        'int f(SSL *s, SSL *t) { int r = SSL_connect(s); if (r != 1) log_error("x");'
        " r = SSL_connect(t); if (r != 1) return 0; return 1; }",
        [("SSL_connect", "passed over")],
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_failures_that_leave_as_a_success(name: str) -> None:
    text, expected = LOST[name]
    context = context_of(HEAD + text)
    found = context.swallowed(context.functions[-1])
    assert [(item.site.call.callee, item.form) for item in found] == expected


def test_a_comment_tells_that_a_failure_is_tolerated() -> None:
    text = (
        "int f(SSL *s, SSL *t) { if (SSL_connect(s) != 1) return -1;\n"
        " if (SSL_connect(t) != 1) /* the second one is optional */\n"
        ' log_error("x");\n return 0; }'
    )
    context = context_of(HEAD + text)
    assert context.swallowed(context.functions[-1]) == ()


def test_a_wrapper_of_an_api_keeps_what_is_known_of_it_and_adds_its_own_failures() -> None:
    context = context_of(
        HEAD + 'int q_SSL_connect(SSL *s) { if (!loaded) { log_error("x"); return -7; }'
        " return SSL_connect(s); } int f(SSL *s) { return q_SSL_connect(s); }"
    )
    call = next(context.functions[-1].calls())
    spec = context.spec(call)
    assert spec is not None
    assert (spec.function, spec.library) == ("SSL_connect", "openssl")
    assert -7 in spec.error_cells


def test_what_is_tested_by_nobody_is_no_error_of_the_caller() -> None:
    head = "int g(SSL *s) { return SSL_connect(s) == 1 ? 0 : -1; } "
    ignored = "".join(f"void f{n}(SSL *s) {{ g(s); }} " for n in range(3))
    context = context_of(HEAD + head + ignored)
    checks = context.checks(context.functions[-1])
    assert [context.share(check) for check in checks] == [(3, 3)]
