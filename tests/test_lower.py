"""C and C++ in, the dump of blocks out: whole and equal, one construct at a time."""

import pytest

from auditkit.facts import Case, Constant, Function, Switch, dump
from auditkit.lower_syntax import lower_file
from auditkit.preprocess import preprocess
from auditkit.project import Project
from auditkit.source import SourceFile
from auditkit.syntax import parse_syntax
from auditkit.testing import functions_of

CONSTANTS = {"SSL_ERROR_NONE": 0, "SSL_ERROR_SSL": 1}
KNOWN = frozenset({"SSL_read", "SSL_new"})


def lowered(text: str, language: str) -> tuple[Function, ...]:
    """The functions of a text, read from its syntax alone."""
    source = SourceFile.of("a.c" if language == "c" else "a.cpp", text.encode())
    structure = preprocess(source, language)
    project = Project(CONSTANTS, KNOWN, frozenset({"abort"}), structure.macros)
    return lower_file(parse_syntax(structure, language), None, project).functions


CASES = {
    "if_else": (
        "c",
        """\
int f(int n)
{
    if (n < 0)
        return -1;
    else
        g(n);
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n < 0 ? b1 : b2 [if]
b1:
    4: return -1
b2:
    6: %1 = call g(n) [unused]
    3: jump b3
b3:
    7: return 0
""",
    ),
    "short_circuit": (
        "c",
        """\
int f(int a, int b)
{
    if (a > 0 && (b == 1 || !g(b)))
        return 1;
    int c = a && b;
    return c;
}
""",
        """\
function f(int, int) [syntactic]
b0:
    3: branch a > 0 ? b1 : b4 [short-circuit]
b1:
    3: branch b == 1 ? b2 : b3 [short-circuit]
b2:
    4: return 1
b3:
    3: %1 = call g(b)
    3: branch %1 ? b4 : b2 [if]
b4:
    5: declare c: int
    5: branch a ? b5 : b8 [short-circuit]
b5:
    5: branch b ? b6 : b8 [short-circuit]
b6:
    5: %2 = 1
    5: jump b7
b7:
    5: c = %2
    6: return c
b8:
    5: %2 = 0
    5: jump b7
""",
    ),
    "while_for_and_do": (
        "c",
        """\
void f(int n)
{
    while (n > 0) {
        if (g(n)) continue;
        n--;
    }
    for (int i = 0; i < n; ++i) {
        if (i == 3) break;
    }
    do n += 2; while (n < 9);
    do { h(); } while (0);
    for (;;) h();
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n > 0 ? b1 : b3 [loop]
b1:
    4: %1 = call g(n)
    4: branch %1 ? b0 : b2 [if]
b2:
    5: n -= 1
    3: jump b0
b3:
    7: declare i: int
    7: i = 0
    7: jump b4
b4:
    7: branch i < n ? b5 : b6 [loop]
b5:
    8: branch i == 3 ? b6 : b10 [if]
b6:
    10: n += 2
    10: jump b7
b7:
    10: branch n < 9 ? b6 : b8 [loop]
b8:
    11: %2 = call h() [unused]
    11: jump b9
b9:
    12: %3 = call h() [unused]
    12: jump b9
b10:
    7: i += 1
    7: jump b4
""",
    ),
    "switch_with_fallthrough_and_range": (
        "c",
        """\
int f(int n)
{
    switch (n) {
    case 1:
        g();
        /* fall through */
    case 2 ... 5:
        h();
        break;
    default:
        return 7;
    case SSL_ERROR_SSL: {
        k();
    }
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: switch n {1: b1, 2: b2, SSL_ERROR_SSL: b4, default: b5}
b1:
    5: %1 = call g() [unused]
    7: jump b2
b2:
    8: %2 = call h() [unused]
    9: jump b3
b3:
    16: return 0
b4:
    13: %3 = call k() [unused]
    3: jump b3
b5:
    11: return 7
""",
    ),
    "switch_with_character_and_negative_labels": (
        "c",
        """\
int f(int n)
{
    switch (g(n)) {
    case 'a': case -1:
        return 1;
    case A_B:
        while (h()) { if (n) break; continue; }
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: %1 = call g(n)
    3: switch %1 {'a': b1, -1: b1, A_B: b2, default: b4}
b1:
    5: return 1
b2:
    7: %2 = call h()
    7: branch %2 ? b3 : b4 [loop]
b3:
    7: branch n ? b4 : b2 [if]
b4:
    9: return 0
""",
    ),
    "goto_out_of_a_scope": (
        "c++",
        """\
int f()
{
    std::string a;
    {
        std::string b;
        if (g())
            goto done;
        h(b);
    }
    k();
done:
    return 0;
}
""",
        """\
function f() [syntactic]
b0:
    3: declare a: std::string
    5: declare b: std::string
    6: %1 = call g()
    6: branch %1 ? b1 : b3 [if]
b1:
    7: destroy b: std::string
    7: jump b2
b2:
    12: destroy a: std::string
    12: return 0
b3:
    8: %2 = call h(b) [unused]
    9: destroy b: std::string
    10: %3 = call k() [unused]
    11: jump b2
""",
    ),
    "goto_over_a_variable_not_yet_constructed": (
        "c++",
        """\
int f()
{
    {
        if (g())
            goto done;
        std::string b;
        h(b);
    }
done:
    return 0;
}
""",
        """\
function f() [syntactic]
b0:
    4: %1 = call g()
    4: branch %1 ? b1 : b2 [if]
b1:
    10: return 0
b2:
    6: declare b: std::string
    7: %2 = call h(b) [unused]
    8: destroy b: std::string
    9: jump b1
""",
    ),
    "goto_back_over_a_variable": (
        "c++",
        """\
void f()
{
again:
    std::string s;
    if (g(s))
        goto again;
}
""",
        """\
function f() [syntactic]
b0:
    4: declare s: std::string
    5: %1 = call g(s)
    5: branch %1 ? b1 : b2 [if]
b1:
    6: destroy s: std::string
    6: jump b0
b2:
    7: destroy s: std::string
    7: return
""",
    ),
    "conditional_operator": (
        "c",
        """\
int f(int n)
{
    int a = n > 0 ? g(n) : 0;
    int b = n ?: h();
    return (n ? a : b) ? 1 : 2;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare a: int
    3: branch n > 0 ? b1 : b11 [conditional]
b1:
    3: %2 = call g(n)
    3: %1 = %2
    3: jump b2
b2:
    3: a = %1
    4: declare b: int
    4: branch n ? b3 : b10 [conditional]
b3:
    4: %3 = n
    4: jump b4
b4:
    4: b = %3
    5: branch n ? b5 : b9 [conditional]
b5:
    5: branch a ? b6 : b8 [conditional]
b6:
    5: %5 = 1
    5: jump b7
b7:
    5: return %5
b8:
    5: %5 = 2
    5: jump b7
b9:
    5: branch b ? b6 : b8 [conditional]
b10:
    4: %4 = call h()
    4: %3 = %4
    4: jump b4
b11:
    3: %1 = 0
    3: jump b2
""",
    ),
    "conditional_operator_as_condition": (
        "c",
        """\
int f(int n)
{
    if (n ? g(1) : h(2))
        return 1;
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n ? b1 : b4 [conditional]
b1:
    3: %1 = call g(1)
    3: branch %1 ? b2 : b3 [if]
b2:
    4: return 1
b3:
    5: return 0
b4:
    3: %2 = call h(2)
    3: branch %2 ? b2 : b3 [if]
""",
    ),
    "nested_calls": (
        "c",
        """\
int f(SSL *s)
{
    g(h(SSL_read(s, buf, 1)), k()->x, &s->y[2], *p, "t");
    (void)g(1);
    (void)s;
    g(1), h(2);
    return g(h(3));
}
""",
        """\
function f(SSL *) [syntactic]
b0:
    3: %1 = call SSL_read(s, buf, 1)
    3: %2 = call h(%1)
    3: %3 = call k()
    3: %4 = call g(%2, %3->x, &s->y[2], *p, "t") [unused]
    4: %5 = call g(1) [void]
    5: use s
    6: %6 = call g(1) [unused]
    6: %7 = call h(2) [unused]
    7: %8 = call h(3)
    7: %9 = call g(%8)
    7: return %9
""",
    ),
    "macro_with_hidden_return_and_forwarding_macro": (
        "c",
        """\
#define CHECK(x) do { if ((x) != 1) { log_it(#x); return -1; } } while (0)
#define NEW(c) SSL_new(c)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
int f(SSL *s)
{
    CHECK(SSL_read(s, b, 1));
    SSL *t = NEW(g());
    int m = MAX(g(), 3);
    return m;
}
""",
        """\
function f(SSL *) [syntactic]
b0:
    6: %1 = call CHECK()
    6: jump b1
b1:
    6: %2 = call SSL_read(s, b, 1)
    6: branch %2 != 1 ? b2 : b3 [if]
b2:
    6: %3 = call log_it("SSL_read(s, b, 1)") [in CHECK] [unused]
    6: return -1
b3:
    7: declare t: SSL *
    7: %4 = call g()
    7: %5 = call NEW(%4)
    7: t = %5
    8: declare m: int
    8: %6 = call MAX()
    8: %8 = call g()
    8: branch %8 > 3 ? b4 : b6 [conditional]
b4:
    8: %9 = call g()
    8: %7 = %9
    8: jump b5
b5:
    8: m = %7
    9: return m
b6:
    8: %7 = 3
    8: jump b5
""",
    ),
    "macros_with_goto_return_and_swapped_arguments": (
        "c",
        """\
#define BAIL(x) if (!(x)) goto err
#define RET(x) return (x)
#define SWAP(a, b) f2(b, a)
int f(int n)
{
    BAIL(g(n));
    if (n) BAIL(h(n)); else RET(2);
    SWAP(g(1), h(2));
    if (SWAP(1, 2)) k();
    return 0;
err:
    return -1;
}
""",
        """\
function f(int) [syntactic]
b0:
    6: %1 = call BAIL()
    6: %2 = call g(n)
    6: branch %2 ? b1 : b6 [if]
b1:
    7: branch n ? b2 : b7 [if]
b2:
    7: %3 = call BAIL()
    7: %4 = call h(n)
    7: branch %4 ? b3 : b6 [if]
b3:
    8: %6 = call h(2)
    8: %7 = call g(1)
    8: %8 = call SWAP(%6, %7) [unused]
    9: %9 = call SWAP(2, 1)
    9: branch %9 ? b4 : b5 [if]
b4:
    9: %10 = call k() [unused]
    9: jump b5
b5:
    10: return 0
b6:
    12: return -1
b7:
    7: %5 = call RET()
    7: return 2
""",
    ),
    "macro_as_condition": (
        "c",
        """\
#define IS_OK(r) ((r) == 1)
int f(int n)
{
    if (!IS_OK(g(n)))
        return -1;
    return IS_OK(n);
}
""",
        """\
function f(int) [syntactic]
b0:
    4: %1 = call IS_OK()
    4: %2 = call g(n)
    4: branch %2 == 1 ? b1 : b2 [if]
b1:
    6: %3 = call IS_OK()
    6: %4 = n == 1
    6: return %4
b2:
    5: return -1
""",
    ),
    "assertion": (
        "c",
        """\
int f(int n)
{
    assert(n > 0 && g(n));
    return n;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: %1 = call assert()
    3: branch #if defined(NDEBUG) ? b1 : b2 [preprocessor]
b1:
    4: return n
b2:
    3: branch n > 0 ? b3 : b4 [short-circuit]
b3:
    3: %2 = call g(n)
    3: branch %2 ? b1 : b4 [if]
b4:
    3: unreachable
""",
    ),
    "preprocessor_alternatives": (
        "c",
        """\
int f(int n)
{
#ifdef A
    g(n);
#elif B > 2
    h(n);
#else
    k(n);
#endif
#ifndef A
    l();
#endif
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    4: branch #if defined(A) ? b1 : b5 [preprocessor]
b1:
    4: %1 = call g(n) [unused]
    4: jump b2
b2:
    11: branch #if defined(A) ? b3 : b4 [preprocessor]
b3:
    13: return 0
b4:
    11: %4 = call l() [unused]
    11: jump b3
b5:
    4: branch #if B > 2 ? b6 : b7 [preprocessor]
b6:
    6: %2 = call h(n) [unused]
    4: jump b2
b7:
    8: %3 = call k(n) [unused]
    4: jump b2
""",
    ),
    "straddling_alternatives": (
        "c",
        """\
int f(int n)
{
#ifdef A
    if (g(n)) {
#else
    if (h(n)) {
#endif
        k();
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    1: branch #if defined(A) ? b1 : b4 [preprocessor]
b1:
    4: %1 = call g(n)
    4: branch %1 ? b2 : b3 [if]
b2:
    8: %2 = call k() [unused]
    4: jump b3
b3:
    10: return 0
b4:
    6: %100001 = call h(n)
    6: branch %100001 ? b5 : b6 [if]
b5:
    8: %100002 = call k() [unused]
    6: jump b6
b6:
    10: return 0
""",
    ),
    "three_straddling_alternatives": (
        "c",
        """\
int f(int n)
{
#if A
    if (g(n)) {
#elif B
    if (h(n)) {
#else
    if (k(n)) {
#endif
        return 1;
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    1: branch #if A ? b1 : b4 [preprocessor]
b1:
    4: %1 = call g(n)
    4: branch %1 ? b2 : b3 [if]
b2:
    10: return 1
b3:
    12: return 0
b4:
    1: branch #if !A && B ? b5 : b8 [preprocessor]
b5:
    6: %100001 = call h(n)
    6: branch %100001 ? b6 : b7 [if]
b6:
    10: return 1
b7:
    12: return 0
b8:
    8: %200001 = call k(n)
    8: branch %200001 ? b9 : b10 [if]
b9:
    10: return 1
b10:
    12: return 0
""",
    ),
    "straddling_alternatives_of_ifndef": (
        "c",
        """\
int f(int n)
{
#ifndef A
    if (g(n)) {
#else
    if (h(n)) {
#endif
        return 1;
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    1: branch #if defined(A) ? b1 : b4 [preprocessor]
b1:
    6: %1 = call h(n)
    6: branch %1 ? b2 : b3 [if]
b2:
    8: return 1
b3:
    10: return 0
b4:
    4: %100001 = call g(n)
    4: branch %100001 ? b5 : b6 [if]
b5:
    8: return 1
b6:
    10: return 0
""",
    ),
    "straddling_if_and_else": (
        "c",
        """\
int f(int n)
{
#ifdef A
    if (g(n))
#endif
        k();
    if (n) {
        l();
#ifdef B
    } else {
        m();
#endif
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    1: branch #if defined(A) || defined(B) ? b1 : b7 [preprocessor]
b1:
    4: %1 = call g(n)
    4: branch %1 ? b2 : b3 [if]
b2:
    6: %2 = call k() [unused]
    4: jump b3
b3:
    7: branch n ? b4 : b6 [if]
b4:
    8: %3 = call l() [unused]
    7: jump b5
b5:
    14: return 0
b6:
    11: %4 = call m() [unused]
    7: jump b5
b7:
    6: %100001 = call k() [unused]
    7: branch n ? b8 : b9 [if]
b8:
    8: %100002 = call l() [unused]
    7: jump b9
b9:
    14: return 0
""",
    ),
    "alternatives_inside_a_call": (
        "c",
        """\
int f(int n)
{
    return g(n,
#ifdef A
             1,
#else
             2,
#endif
             3);
}
""",
        """\
function f(int) [syntactic]
b0:
    1: branch #if defined(A) ? b1 : b2 [preprocessor]
b1:
    3: %1 = call g(n, 1, 3)
    3: return %1
b2:
    3: %100001 = call g(n, 2, 3)
    3: return %100001
""",
    ),
    "try_catch_throw": (
        "c++",
        """\
int f()
{
    try {
        g();
        if (h()) throw Bad(1);
    } catch (const Bad &e) {
        k(e);
    } catch (...) {
        throw;
    }
    return 0;
}
""",
        """\
function f() [syntactic]
b0: (throws to b2)
    4: %1 = call g() [unused]
    5: %2 = call h()
    5: branch %2 ? b1 : b4 [if]
b1: (throws to b2)
    5: %3 = call Bad(1) [implicit]
    5: throw %3 to b2
b2:
    3: branch const Bad & ? b3 : b5 [exception]
b3:
    6: declare e: const Bad &
    7: %4 = call k(e) [unused]
    3: jump b4
b4:
    11: return 0
b5:
    9: throw
""",
    ),
    "throw_through_destructors": (
        "c++",
        """\
void f()
{
    std::string a;
    try {
        std::string b;
        throw 1;
    } catch (int) {
        std::string c;
        throw;
    }
}
""",
        """\
function f() [syntactic]
b0:
    3: declare a: std::string
    4: jump b1
b1: (throws to b2)
    5: declare b: std::string
    6: destroy b: std::string
    6: throw 1 to b2
b2:
    4: branch int ? b3 : b4 [exception]
b3:
    8: declare c: std::string
    9: destroy c: std::string
    9: destroy a: std::string
    9: throw
b4:
    4: destroy a: std::string
    4: throw
b5:
    11: destroy a: std::string
    11: return
""",
    ),
    "lambda": (
        "c++",
        """\
int f(int n)
{
    auto l = [n, m = g(n)](int k) { return h(k, n); };
    return l(2);
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare l: auto
    3: use n
    3: %1 = call g(n)
    3: l = lambda#1
    4: %2 = call l(2)
    4: return %2
lambda f::lambda#1(int) [syntactic]
b0:
    3: %1 = call h(k, n)
    3: return %1
""",
    ),
    "nested_lambdas_on_one_line": (
        "c++",
        """\
auto f() { return [] { return [](int k) { return g(k); }(1); }(); } int h() { return 2; }
""",
        """\
function f() [syntactic]
b0:
    1: %1 = call lambda#1()
    1: return %1
lambda f::lambda#1() [syntactic]
b0:
    1: %1 = call lambda#1(1)
    1: return %1
lambda f::lambda#1::lambda#1(int) [syntactic]
b0:
    1: %1 = call g(k)
    1: return %1
function h() [syntactic]
b0:
    1: return 2
""",
    ),
    "range_for": (
        "c++",
        """\
void f(const std::vector<int> &v)
{
    for (const auto &x : v) {
        if (x) continue;
        g(x);
    }
    for (int y : h()) k(y);
}
""",
        """\
function f(const std::vector<int>&) [syntactic]
b0:
    3: %1 = more(v)
    3: branch %1 ? b1 : b3 [loop]
b1:
    3: declare x: const auto &
    3: %2 = element(v)
    3: x = %2
    4: branch x ? b0 : b2 [if]
b2:
    5: %3 = call g(x) [unused]
    3: jump b0
b3:
    7: %4 = call h()
    7: jump b4
b4:
    7: %5 = more(%4)
    7: branch %5 ? b5 : b6 [loop]
b5:
    7: declare y: int
    7: %6 = element(%4)
    7: y = %6
    7: %7 = call k(y) [unused]
    7: jump b4
b6:
    8: return
""",
    ),
    "constructor_initialisers": (
        "c++",
        """\
struct A { A(int n); int a; int *b; };
A::A(int n) : a(g(n)), b{nullptr}, Base(n, 1)
{
    h();
}
""",
        """\
constructor A::A(int) [syntactic]
b0:
    2: %1 = call this.Base(n, 1) [implicit]
    2: %2 = call g(n)
    2: this->a = %2
    2: this->b = nullptr
    4: %3 = call h() [unused]
    5: return
""",
    ),
    "member_calls": (
        "c++",
        """\
int C::f(D *d)
{
    this->x = d->g(1);
    d->ssl.read(k());
    y();
    (*d).z(2);
    d->a()->b().c();
    return N::q(3);
}
""",
        """\
method C::f(D *) [syntactic]
b0:
    3: %1 = call d.g(1)
    3: this->x = %1
    4: %2 = call k()
    4: %3 = call d->ssl.read(%2) [unused]
    5: %4 = call y() [unused]
    6: %5 = call *d.z(2) [unused]
    7: %6 = call d.a()
    7: %7 = call %6.b()
    7: %8 = call %7.c() [unused]
    8: %9 = call N::q(3)
    8: return %9
""",
    ),
    "casts": (
        "c++",
        """\
int f(void *p)
{
    int a = (int)g(p);
    char *c = (char *)h(p);
    long b = static_cast<long>(g(c));
    auto d = reinterpret_cast<X *>(p);
    return int(k(b)) + sizeof(int);
}
""",
        """\
function f(void *) [syntactic]
b0:
    3: declare a: int
    3: %1 = call g(p)
    3: %2 = (int) %1
    3: a = %2
    4: declare c: char *
    4: %3 = call h(p)
    4: c = %3
    5: declare b: long
    5: %4 = call g(c)
    5: %5 = (long) %4
    5: b = %5
    6: declare d: auto
    6: d = p
    7: %6 = call k(b)
    7: %7 = (int) %6
    7: %8 = %7 + sizeof(int)
    7: return %8
""",
    ),
    "dropped_values": (
        "c",
        """\
void f(int n)
{
    (void)g(n);
    (void)n;
    g(n), h();
    n;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: %1 = call g(n) [void]
    4: use n
    5: %2 = call g(n) [unused]
    5: %3 = call h() [unused]
    6: use n
    7: return
""",
    ),
    "vexing_parse": (
        "c++",
        """\
void f(int b)
{
    T x(g(b), b);
    T y(b);
    T z();
    int i(g(1));
    QByteArray q(b, 'x');
    T w{b, 2};
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare x: T
    3: %1 = call g(b)
    3: %2 = call x.T(%1, b) [implicit]
    3: x = %2
    4: declare y: T
    4: %3 = call y.T(b) [implicit]
    4: y = %3
    6: declare i: int
    6: %4 = call g(1)
    6: i = %4
    7: declare q: QByteArray
    7: %5 = call q.QByteArray(b, 'x') [implicit]
    7: q = %5
    8: declare w: T
    8: %6 = b {} 2
    8: w = %6
    9: destroy q: QByteArray
    9: return
""",
    ),
    "destructors_on_every_exit": (
        "c++",
        """\
int f(int n)
{
    std::unique_ptr<X> p(g());
    for (int i = 0; i < n; i++) {
        std::string s;
        if (i == 1) continue;
        if (i == 2) break;
        if (i == 3) return 1;
        h(s);
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare p: std::unique_ptr<X>
    3: %1 = call g()
    3: %2 = call p.std::unique_ptr<X>(%1) [implicit]
    3: p = %2
    4: declare i: int
    4: i = 0
    4: jump b1
b1:
    4: branch i < n ? b2 : b7 [loop]
b2:
    5: declare s: std::string
    6: branch i == 1 ? b3 : b5 [if]
b3:
    6: destroy s: std::string
    6: jump b4
b4:
    4: i += 1
    4: jump b1
b5:
    7: branch i == 2 ? b6 : b8 [if]
b6:
    7: destroy s: std::string
    7: jump b7
b7:
    11: destroy p: std::unique_ptr<X>
    11: return 0
b8:
    8: branch i == 3 ? b9 : b10 [if]
b9:
    8: destroy s: std::string
    8: destroy p: std::unique_ptr<X>
    8: return 1
b10:
    9: %3 = call h(s) [unused]
    10: destroy s: std::string
    4: jump b4
""",
    ),
    "calls_that_never_return": (
        "c",
        """\
int f(int n)
{
    if (n) abort();
    return g();
    h();
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n ? b1 : b2 [if]
b1:
    3: %1 = call abort() [unused]
    3: unreachable
b2:
    4: %2 = call g()
    4: return %2
b3:
    5: %3 = call h() [unused]
    6: return
""",
    ),
    "assignments_and_declarations": (
        "c",
        """\
int f(int *o, int n)
{
    int r, s = 3, a[2] = {1, 2};
    static int z;
    *o = r = g();
    n += 2;
    n++;
    o[n] = -1;
    n = ~s | 2;
    if ((r = g(n)) <= 0) return r;
    if (!(s = n)) return 1;
    return 1 << 3;
}
""",
        """\
function f(int *, int) [syntactic]
b0:
    3: declare r: int (no initialiser)
    3: declare s: int
    3: s = 3
    3: declare a: int[2]
    3: %1 = 1 {} 2
    3: a = %1
    4: declare z: int
    5: %2 = call g()
    5: r = %2
    5: *o = r
    6: n += 2
    7: n += 1
    8: o[n] = -1
    9: %3 = ~(s)
    9: %4 = %3 | 2
    9: n = %4
    10: %5 = call g(n)
    10: r = %5
    10: branch r <= 0 ? b1 : b2 [if]
b1:
    10: return r
b2:
    11: s = n
    11: branch s ? b3 : b4 [if]
b3:
    12: return 1 << 3
b4:
    11: return 1
""",
    ),
    "postfix_is_the_value_before": (
        "c",
        """\
int f(char *p, int n)
{
    *p++ = n--;
    g(n++);
    return n++;
}
""",
        """\
function f(char *, int) [syntactic]
b0:
    3: %1 = n
    3: n -= 1
    3: %2 = p
    3: p += 1
    3: *%2 = %1
    4: %3 = n
    4: n += 1
    4: %4 = call g(%3) [unused]
    5: %5 = n
    5: n += 1
    5: return %5
""",
    ),
    "truth_and_comparison": (
        "c",
        """\
int f(int n)
{
    int a = !g(n), b = g(n) == 1, c = (n > 1) + 2;
    if (0 < n) return a;
    if (1) b = 2;
    while (1) { if (n--) break; }
    if (!(a && b) || !!c) return b;
    return !n && a;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare a: int
    3: %1 = call g(n)
    3: %2 = !(%1)
    3: a = %2
    3: declare b: int
    3: %3 = call g(n)
    3: %4 = %3 == 1
    3: b = %4
    3: declare c: int
    3: %5 = n > 1
    3: %6 = %5 + 2
    3: c = %6
    4: branch n > 0 ? b1 : b2 [if]
b1:
    4: return a
b2:
    5: b = 2
    5: jump b3
b3:
    6: %7 = n
    6: n -= 1
    6: branch %7 ? b4 : b3 [if]
b4:
    7: branch a ? b5 : b7 [short-circuit]
b5:
    7: branch b ? b6 : b7 [short-circuit]
b6:
    7: branch c ? b7 : b8 [if]
b7:
    7: return b
b8:
    8: branch n ? b9 : b11 [short-circuit]
b9:
    8: %8 = 0
    8: jump b10
b10:
    8: return %8
b11:
    8: branch a ? b12 : b9 [short-circuit]
b12:
    8: %8 = 1
    8: jump b10
""",
    ),
    "declarations_in_conditions": (
        "c++",
        """\
int f()
{
    if (int r = g(); r < 0)
        return r;
    if (X *p = h())
        p->k();
    while (auto *q = next())
        use(q);
    return 0;
}
""",
        """\
function f() [syntactic]
b0:
    3: declare r: int
    3: %1 = call g()
    3: r = %1
    3: branch r < 0 ? b1 : b2 [if]
b1:
    4: return r
b2:
    5: declare p: X *
    5: %2 = call h()
    5: p = %2
    5: branch p ? b3 : b4 [if]
b3:
    6: %3 = call p.k() [unused]
    5: jump b4
b4:
    7: declare q: auto *
    7: %4 = call next()
    7: q = %4
    7: branch q ? b5 : b6 [loop]
b5:
    8: %5 = call use(q) [unused]
    7: jump b4
b6:
    9: return 0
""",
    ),
    "new_and_delete": (
        "c++",
        """\
void f(int n)
{
    X *x = new X(g(n), 1);
    char *b = new char[n];
    delete x;
    delete[] b;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare x: X *
    3: %1 = call g(n)
    3: %2 = call new(%1, 1) [implicit]
    3: x = %2
    4: declare b: char *
    4: %3 = call new[](n) [implicit]
    4: b = %3
    5: %4 = call delete(x) [implicit]
    6: %5 = call delete[](b) [implicit]
    7: return
""",
    ),
    "size_of_a_new_array": (
        "c++",
        """\
char *f(int n)
{
    return new char[g(n)];
}
""",
        """\
function f(int) [syntactic]
b0:
    3: %1 = call g(n)
    3: %2 = call new[](%1) [implicit]
    3: return %2
""",
    ),
    "calls_through_pointers": (
        "c",
        """\
int f(struct s *s, int (*cb)(int))
{
    cb(1);
    (*cb)(2);
    s->cb(3);
    s->tab[1](4);
    return ((int (*)(int))s->p)(5);
}
""",
        """\
function f(struct s *, int (*)(int)) [syntactic]
b0:
    3: %1 = call cb(1) [unused]
    4: %2 = call *cb(2) [unused]
    5: %3 = call s.cb(3) [unused]
    6: %4 = call s->tab[1](4) [unused]
    7: %5 = (int (*)(int)) s->p
    7: %6 = call (int (*)(int))s->p(5)
    7: return %6
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_becomes_these_blocks(name: str) -> None:
    language, text, expected = CASES[name]
    assert "".join(dump(function) for function in lowered(text, language)) == expected


@pytest.mark.parametrize("name", CASES)
def test_every_target_of_a_block_exists(name: str) -> None:
    language, text, _ = CASES[name]
    for function in lowered(text, language):
        numbers = [block.number for block in function.blocks]
        assert numbers == list(range(len(numbers)))
        for block in function.blocks:
            assert set(block.successors) <= set(numbers)
            assert block.handler is None or block.handler in numbers


def test_a_case_range_keeps_both_ends() -> None:
    (function,) = lowered("int f(int n) { switch (n) { case 2 ... 5: g(); } return 0; }", "c")
    switch = function.blocks[0].terminator
    assert isinstance(switch, Switch)
    assert switch.cases == (Case(Constant("2", 2), Constant("5", 5), switch.cases[0].target),)


def test_deep_nesting_is_opaque_and_loses_no_neighbour() -> None:
    text = (
        "int f(int n) { return "
        + "(" * 3000
        + "n"
        + ")" * 3000
        + "; }\nint g(void) { return 1; }\n"
    )
    first, second = lowered(text, "c")
    assert (first.name, first.origin.value) == ("f", "opaque")
    assert (second.name, second.origin.value) == ("g", "syntactic")


@pytest.mark.parametrize(
    "text",
    ["int f( { return 1; }", "int f() { if ( }", "}}}} int f() {", "#if\nint f() {}", "\x00{("],
)
def test_broken_text_is_no_error(text: str) -> None:
    assert isinstance(lowered(text, "c++"), tuple)


def test_all_variants_of_a_straddling_function_show_their_calls() -> None:
    (function,) = lowered(CASES["three_straddling_alternatives"][1], "c")
    assert {call.callee for call in function.calls()} == {"g", "h", "k"}


LOOP_MACROS = {
    "a list": (
        "c",
        "void f(void) { LL_FOREACH_SAFE(head, item, next) { use(item); } }",
        ("LL_FOREACH_SAFE(head, item, next)", "loop"),
    ),
    "a list without braces": (
        "c",
        "void f(void) {\n  list_for_each(item, &head)\n    use(item);\n}",
        ("list_for_each(item, &head)", "loop"),
    ),
    "a shouted name before a block": (
        "c",
        "void f(void) {\n  SESSIONS(head, item) {\n use(item); }\n}",
        ("SESSIONS(head, item)", "loop"),
    ),
    "Qt's foreach": (
        "c++",
        "void f() { foreach (const QString &name, names) { use(name); } }",
        ("element(names)", "loop"),
    ),
    "a list that is written with a pair": (
        "c++",
        "void f() { Q_FOREACH (const std::pair<int, int> &one, all) use(one); }",
        ("element(all)", "loop"),
    ),
    "for ever": ("c++", "void f() { forever { if (use()) break; } }", ("use()", "if")),
}


@pytest.mark.parametrize("name", LOOP_MACROS)
def test_macros_that_spell_loops_run_their_block(name: str) -> None:
    language, text, expected = LOOP_MACROS[name]
    (function,) = functions_of(text, language)
    shown = dump(function)
    assert all(part in shown for part in expected), shown
    assert "use(" in shown


def test_a_macro_that_defines_a_function_is_no_loop() -> None:
    (function,) = functions_of("DEFINE_TEST(name) {\n  use(1);\n}\n")
    assert "loop" not in dump(function)


def test_a_cast_to_a_type_of_another_file_is_no_conjunction() -> None:
    (function,) = functions_of(
        "int f(int flags, int fd) { send((caddr_t)&fd, (LPSTR)&fd, (flags)&fd); return fd; }"
    )
    assert "%1 = flags & fd" in dump(function)
    assert "send(&fd, &fd, %1)" in dump(function)
