"""The resources of a function: text in, the fate of each value on each exit out."""

import pytest

from auditkit.testing import context_of

HEAD = "typedef struct a SSL; typedef struct b X509; typedef struct c BIO;\n"

FATES = {
    "released": (
        "int g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); X509_free(c); return 0; }",
        {("released", "nobody: X509_free released it")},
    ),
    "leaked": (
        "int g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); return c != 0; }",
        {("leaked", "nobody")},
    ),
    "returned": (
        "X509 *g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); return c; }",
        {("returned", "the caller")},
    ),
    "not acquired": (
        "X509 *g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); if (!c) return 0; return c; }",
        {("not acquired", "nobody"), ("returned", "the caller")},
    ),
    "stored": (
        "void g(SSL *s, struct p *p) { p->c = SSL_get1_peer_certificate(s); }",
        {("stored", "p->c")},
    ),
    "transferred": (
        "int g(SSL *s) { BIO *b = BIO_new(m); if (!b) return 0; SSL_set_bio(s, b, b); return 1; }",
        {("not acquired", "nobody"), ("transferred", "what SSL_set_bio gave it to")},
    ),
    "the end of the program": (
        "void g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); abort(); }",
        {("terminated", "the system, at the end of the program")},
    ),
    "unknown": (
        "void g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); enqueue(c); }",
        {("unknown", "perhaps enqueue")},
    ),
    "written through a parameter": (
        'int g(void) { char *t; if (asprintf(&t, "x") < 0) return 0; free(t); return 1; }',
        {("not acquired", "nobody"), ("released", "nobody: free released it")},
    ),
    "a flag": (
        "int g(SSL *s, int w) { X509 *c = 0; if (w) c = SSL_get1_peer_certificate(s);"
        " if (w) X509_free(c); return 0; }",
        {("released", "nobody: X509_free released it")},
    ),
    "an alias": (
        "int g(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); X509 *d = c; X509_free(d);"
        " return 0; }",
        {("released", "nobody: X509_free released it")},
    ),
}


@pytest.mark.parametrize("name", FATES)
def test_fates(name: str) -> None:
    text, expected = FATES[name]
    context = context_of(HEAD + text)
    resource = next(
        found
        for found in context.resources(context.functions[-1])
        if found.subject.kind.value in ("result", "output")
    )
    assert {(fate.fate, fate.owner) for fate in resource.fates} == expected
    assert resource.complete
