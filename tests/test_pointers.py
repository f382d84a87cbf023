"""Calls through pointers: the functions that they may lead to, and what is known of these."""

import pytest

from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL;
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_peek(SSL *ssl, void *buf, int num);
int SSL_connect(SSL *ssl);
int SSL_accept(SSL *ssl);
int puts(const char *text);
struct conn { SSL *ssl; const struct table *table; };
struct table { int (*open)(struct conn *); int (*load)(struct conn *, const char *); };
static int make(struct conn *c) { return SSL_connect(c->ssl) == 1 ? 0 : -1; }
static int take(struct conn *c, const char *f) { if (SSL_accept(c->ssl) != 1) return -5; return 0; }
static int other(struct conn *c) { if (SSL_accept(c->ssl) != 1) return -7; return 0; }
int unlike(SSL *ssl) { return puts("unlike"); }
"""

LEADS = {
    "a variable of the file": (
        "static int (*io)(SSL *, void *, int) = SSL_read;"
        "int f(SSL *s, char *b) { return io(s, b, 1); }",
        "SSL_read",
        "<= 0",
    ),
    "a variable of the function": (
        "int f(SSL *s, char *b, int peek) { int (*io)(SSL *, void *, int) = SSL_read;"
        " if (peek) io = SSL_peek; return io(s, b, 1); }",
        "SSL_peek SSL_read",
        "<= 0",
    ),
    "a parameter": (
        "static int f(SSL *s, int (*start)(SSL *)) { return start(s); }"
        "int client(SSL *s) { return f(s, SSL_connect); }"
        "int server(SSL *s) { return f(s, &SSL_accept); }",
        "SSL_accept SSL_connect",
        "<= 0",
    ),
    "a member that is named": (
        "static const struct table t = { .open = make };"
        "int f(struct conn *c) { return c->table->open(c); }",
        "make",
        "== -1",
    ),
    "a member by its position": (
        "static const struct table t = { make, take };"
        "int f(struct conn *c) { return t.load(c, 0); }",
        "take",
        "== -5",
    ),
    "a member that is assigned": (
        "void install(struct table *t) { t->open = make; t->load = 0; }"
        "int f(struct conn *c) { return c->table->open(c); }",
        "make",
        "== -1",
    ),
    "codes that differ are negative all the same": (
        "static const struct table t = { make, take }, u = { other, take };"
        "int f(struct conn *c) { return c->table->open(c); }",
        "make other",
        "== -7 or == -1",
    ),
}


@pytest.mark.parametrize("case", LEADS)
def test_a_pointer_leads_to_what_is_stored_in_it(case: str) -> None:
    text, names, error = LEADS[case]
    context = context_of(HEAD + text, "c")
    [function] = (each for each in context.functions if each.name == "f")
    [call] = function.calls()
    spec = context.callees.of(call)
    assert context.callees.pointees[id(call)] == tuple(names.split())
    assert spec is not None
    assert str(spec.error_cells) == error


NOWHERE = {
    "an unknown caller's": "int f(SSL *s, int (*start)(SSL *)) { return start(s); }",
    "a caller gives what is no function": (
        "static int f(SSL *s, int (*start)(SSL *)) { return start(s); }"
        "int g(SSL *s, int (**all)(SSL *)) { return f(s, SSL_connect) + f(s, all[0]); }"
    ),
    "its errors are of two conventions": (
        "static int f(SSL *s, int (*start)(SSL *)) { return start(s); }"
        "static int own(SSL *s) { return SSL_connect(s) == 1 ? 0 : -1; }"
        "int g(SSL *s) { return f(s, SSL_connect) + f(s, own); }"
    ),
    "another type": (
        "static struct { int (*open)(SSL *); } t = { SSL_connect };"
        "void set(void) { t.open = SSL_connect; }"
        "int f(struct conn *c) { return c->table->open(c); }"
    ),
}


@pytest.mark.parametrize("case", NOWHERE)
def test_of_other_pointers_nothing_is_known(case: str) -> None:
    context = context_of(HEAD + NOWHERE[case], "c")
    [function] = (each for each in context.functions if each.name == "f")
    [call] = function.calls()
    assert context.callees.of(call) is None
