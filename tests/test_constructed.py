"""Data members that a constructor leaves unset: one small class each, and who reads them unset."""

import pytest

from auditkit.analyses.constructed import Exposures, unset_members
from auditkit.analyses.written import Verdict
from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL; typedef struct ssl_ctx_st SSL_CTX;
extern "C" SSL *SSL_new(SSL_CTX *ctx); extern "C" void SSL_free(SSL *ssl);
extern "C" void *memset(void *to, int byte, unsigned long size);
void registered(void *object);
"""

CASES = {
    "the destructor releases it": (
        "class C { public: C(SSL_CTX *c) { if (!c) return; s = SSL_new(c); } ~C() { SSL_free(s); }"
        " private: SSL *s; };",
        {("C::~C", "s", "high")},
    ),
    "on every path": (
        "class C { public: C(SSL_CTX *c) { if (!c) { s = 0; return; } s = SSL_new(c); }"
        " ~C() { SSL_free(s); } private: SSL *s; };",
        set(),
    ),
    "a counter is only added to": (
        "class C { public: C() {} void add(int k) { n += k; } bool any() const { return n > 0; }"
        " private: int n; };",
        {("C::add", "n", "high")},
    ),
    "nobody writes it": (
        "class C { public: C() {} int get() const { return n; } private: int n; };",
        {("C::get", "n", "high")},
    ),
    "another method writes it": (
        "class C { public: C() {} void open(int k) { n = k; } int get() const { return n; }"
        " private: int n; };",
        {("C::get", "n", "low")},
    ),
    "another method writes it, a flag tells": (
        "class C { public: C() : has(false) {} void open(int k) { n = k; has = true; }"
        " int get() const { return has ? n : 0; } private: bool has; int n; };",
        set(),
    ),
    "one of two constructors": (
        "class C { public: C() : s(nullptr) {} C(int) {} ~C() { SSL_free(s); } private: SSL *s; };",
        {("C::~C", "s", "high")},
    ),
    "a default of the class": (
        "class C { public: C() {} int get() const { return n; } private: int n = 0; };",
        set(),
    ),
    "a method called by the constructor": (
        "class C { public: C() { reset(); } void reset() { n = 0; } int get() const { return n; }"
        " private: int n; };",
        set(),
    ),
    "a method called by the constructor writes it on some paths": (
        "class C { public: C(int k) { reset(k); } void reset(int k) { if (k) n = 0; }"
        " ~C() { if (n) SSL_free(0); } private: int n; };",
        {("C::~C", "n", "high")},
    ),
    "all is wiped": (
        "class C { public: C() { memset(this, 0, sizeof *this); } int get() const { return n; }"
        " private: int n; };",
        set(),
    ),
    "the object is given to others": (
        "class C { public: C() { registered(this); } int get() const { return n; }"
        " private: int n; };",
        set(),
    ),
    "others store into it": (
        "struct C { C() {} int get() const { return n; } int n; };"
        " int f(C *c) { c->n = 1; return c->get(); }",
        set(),
    ),
    "a method writes before it reads": (
        "class C { public: C() {} int get(int k) { n = k; return n; } private: int n; };",
        set(),
    ),
    "a copy": (
        "class C { public: C(const C &o) : n(o.n) {} C(int k) : n(k) {} int get() { return n; }"
        " private: int n; };",
        set(),
    ),
    "initialised in some builds": (
        "class C { public: C()\n#ifndef BARE\n : n(0)\n#endif\n {} int get() const"
        " { return n; } private: int n; };",
        set(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_members(name: str) -> None:
    text, expected = CASES[name]
    context = context_of(HEAD + text, "c++")
    exposures = Exposures(context.functions, context.course)
    found = {
        (item.reader.name, item.name, item.confidence.value) for item in unset_members(exposures)
    }
    assert found == expected
    assert context.defects == []


def test_a_reference_is_the_object_itself() -> None:
    text = "static void set(int &n) { n = 1; } int f() { int n; set(n); return n; }"
    context = context_of(text, "c++")
    assert [item.verdict for item in context.initialisations(context.functions[-1])] == [
        Verdict.HARMLESS
    ]


def test_a_reference_that_is_read_first() -> None:
    text = "static void add(int &n) { n += 1; } int f() { int n; add(n); return n; }"
    context = context_of(text, "c++")
    assert [item.verdict for item in context.initialisations(context.functions[-1])] == [
        Verdict.UNWRITTEN
    ]
