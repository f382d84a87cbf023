"""Less common C and C++ in, the dump of blocks out: what resource and value analyses need."""

import pytest
from test_lower import lowered

from auditkit.facts import Branch, Origin, Return, dump

CASES = {
    "a_brace_too_few": (
        "c",
        """\
int f(int n)
{
    if (n) {
        g();
}
int h(int n)
{
    return k(n);
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n ? b1 : b2 [if]
b1:
    4: %1 = call g() [unused]
    3: jump b2
b2:
    9: return
function h(int) [syntactic]
b0:
    8: %1 = call k(n)
    8: return %1
""",
    ),
    "a_constant_class_for_a_macro": (
        "c++",
        """\
int A::f() const
{
    Q_D(const QDtls);
    return d->x;
}
""",
        """\
method A::f( const) [syntactic]
b0:
    3: %1 = call Q_D(QDtls) [unused]
    4: return d->x
""",
    ),
    "attributes": (
        "c++",
        """\
int f([[maybe_unused]] int q)
{
    [[maybe_unused]] int z = 1;
    switch (q) {
    case 1: g(); [[fallthrough]];
    case 2: h();
    }
    if (q) [[likely]] { k(); }
    return noexcept(g()) + z;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare z: int
    3: z = 1
    4: switch q {1: b1, 2: b2, default: b3}
b1:
    5: %1 = call g() [unused]
    6: jump b2
b2:
    6: %2 = call h() [unused]
    4: jump b3
b3:
    8: branch q ? b4 : b5 [if]
b4:
    8: %3 = call k() [unused]
    8: jump b5
b5:
    9: %4 = noexcept(g()) + z
    9: return %4
""",
    ),
    "braced_lists": (
        "c",
        """\
int f(void)
{
    struct c c = { .ctx = SSL_new(m()), .n = 3, .in = { .deep = 2 }, old: 5 };
    int a[4] = { [2] = 7, 1, [1 ... 2] = 3 };
    struct p *q = &(struct p){ .x = 1, .y = g() };
    char b[10] = "x", z[3] = {0};
    return c.n;
}
""",
        """\
function f() [syntactic]
b0:
    3: declare c: struct c
    3: %1 = call m()
    3: %2 = call SSL_new(%1)
    3: %3 = {}(2)
    3: %4 = {}(%2, 3, %3, 5)
    3: c = %4
    3: c.ctx = %2
    3: c.n = 3
    3: c.in.deep = 2
    3: c.old = 5
    4: declare a: int[4]
    4: %5 = {}(7, 1, 3)
    4: a = %5
    4: a[2] = 7
    5: declare q: struct p *
    5: %6 = call g()
    5: %7 = 1 {} %6
    5: %8 = call struct p(%7) [implicit]
    5: q = %8
    6: declare b: char[10]
    6: b = "x"
    6: declare z: char[3]
    6: %9 = {}(0)
    6: z = %9
    7: return c.n
""",
    ),
    "braces_hidden_in_macros": (
        "c",
        """\
#define BEGIN_LOCK(l) { lock(l);
#define END_LOCK(l) unlock(l); }
int f(int n)
{
    BEGIN_LOCK(n) g(); END_LOCK(n)
    return 1;
}
int h(int n) { return n; }
""",
        """\
function f(int) [syntactic]
b0:
    5: opaque macro: BEGIN_LOCK(n) was not understood
    5: %1 = call g() [unused]
    5: opaque macro: END_LOCK(n) was not understood
    6: return 1
function h(int) [syntactic]
b0:
    8: return n
""",
    ),
    "captures": (
        "c++",
        """\
void f(int a, int b)
{
    int c = 1;
    auto l1 = [a, &b] { return a + b; };
    auto l2 = [&] { c = a; };
    auto l3 = [=]() mutable { return c; };
    auto l4 = [this, p = std::move(c)] { return p; };
}
""",
        """\
function f(int, int) [syntactic]
b0:
    3: declare c: int
    3: c = 1
    4: declare l1: auto
    4: use a
    4: use &b
    4: l1 = lambda#1
    5: declare l2: auto
    5: use &c
    5: use &a
    5: l2 = lambda#2
    6: declare l3: auto
    6: use c
    6: l3 = lambda#3
    7: declare l4: auto
    7: use this
    7: %1 = call std::move(c)
    7: l4 = lambda#4
    8: return
lambda f::lambda#1() [syntactic]
b0:
    4: %1 = a + b
    4: return %1
lambda f::lambda#2() [syntactic]
b0:
    5: c = a
    5: return
lambda f::lambda#3() [syntactic]
b0:
    6: return c
lambda f::lambda#4() [syntactic]
b0:
    7: return p
""",
    ),
    "caught_objects_die": (
        "c++",
        """\
void f()
{
    try {
        g();
    } catch (std::string s) {
        return;
    }
}
""",
        """\
function f() [syntactic]
b0: (throws to b2)
    4: %1 = call g() [unused]
    3: jump b1
b1:
    8: return
b2:
    3: branch std::string ? b3 : b4 [exception]
b3:
    5: declare s: std::string
    6: destroy s: std::string
    6: return
b4:
    3: throw
""",
    ),
    "cleanup_attribute": (
        "c",
        """\
#define _cleanup_(x) __attribute__((cleanup(x)))
#define _free_ __attribute__((cleanup(freep)))
int f(int n)
{
    __attribute__((cleanup(close_it))) int fd = g();
    _cleanup_(freep) char *p = h();
    _free_ char *q = h();
    if (n)
        return -1;
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    5: declare fd: int
    5: %1 = call g()
    5: fd = %1
    6: declare p: char *
    6: %2 = call h()
    6: p = %2
    7: declare q: char *
    7: %3 = call h()
    7: q = %3
    8: branch n ? b1 : b2 [if]
b1:
    9: %4 = call freep(&q) [implicit] [unused]
    9: %5 = call freep(&p) [implicit] [unused]
    9: %6 = call close_it(&fd) [implicit] [unused]
    9: return -1
b2:
    10: %7 = call freep(&q) [implicit] [unused]
    10: %8 = call freep(&p) [implicit] [unused]
    10: %9 = call close_it(&fd) [implicit] [unused]
    10: return 0
""",
    ),
    "computed_and_lost_gotos": (
        "c",
        """\
int f(int n)
{
    static void *t[] = { &&a, &&b };
    if (n)
        goto nowhere;
    goto *t[n];
a:
    return 1;
b:
    return 2;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare t: void *[]
    3: %1 = &a {} &b
    3: t = %1
    4: branch n ? b1 : b2 [if]
b1:
    5: opaque goto: no label 'nowhere' was found
    5: unreachable
b2:
    6: switch *t[n] {&&a: b3, &&b: b4, default: b5}
b3:
    8: return 1
b4:
    10: return 2
b5:
    6: opaque goto: the label is computed
    6: unreachable
""",
    ),
    "conditions_of_constants": (
        "c",
        """\
int f(int n)
{
    do {
        if (n) continue;
        g();
    } while (0);
    while (1 == 1) {
        if (h()) break;
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    4: branch n ? b1 : b3 [if]
b1:
    8: %2 = call h()
    8: branch %2 ? b2 : b1 [if]
b2:
    10: return 0
b3:
    5: %1 = call g() [unused]
    3: jump b1
""",
    ),
    "constructors": (
        "c++",
        """\
struct Base { Base(int); };
class A : public Base {
public:
    A();
    A(int n) : s(), y{g(n)}, Base(n), buf() { z = 1; }
    A(char c) : A(int(c)) { h(); }
    ~A() { delete p; delete[] arr; }
    void m() { x = 3; this->y = 4; z++; }
private:
    int x = 0, y;
    int z, *p{nullptr};
    char *arr, buf[16];
    std::string s;
    static int count;
    SSL *ssl = SSL_new(ctx());
};
A::A() : Base(1) {}
""",
        """\
constructor A::A(int) [syntactic]
b0:
    5: %1 = call this.Base(n) [implicit]
    10: this->x = 0
    5: %2 = call g(n)
    5: this->y = %2
    11: declare this->z: int (no initialiser)
    11: this->p = nullptr
    12: declare this->arr: char * (no initialiser)
    5: %3 = {}()
    5: this->buf = %3
    5: %4 = call this->s.std::string() [implicit]
    5: this->s = %4
    15: %5 = call ctx()
    15: %6 = call SSL_new(%5)
    15: this->ssl = %6
    5: this->z = 1
    5: return
constructor A::A(char) [syntactic]
b0:
    6: %1 = (int) c
    6: %2 = call this.A(%1) [implicit]
    6: %3 = call h() [unused]
    6: return
destructor A::~A() [syntactic]
b0:
    7: %1 = call delete(this->p) [implicit]
    7: %2 = call delete[](this->arr) [implicit]
    7: return
method A::m() [syntactic]
b0:
    8: this->x = 3
    8: this->y = 4
    8: this->z += 1
    8: return
constructor A::A() [syntactic]
b0:
    17: %1 = call this.Base(1) [implicit]
    10: this->x = 0
    10: declare this->y: int (no initialiser)
    11: declare this->z: int (no initialiser)
    11: this->p = nullptr
    12: declare this->arr: char * (no initialiser)
    12: declare this->buf: char[16] (no initialiser)
    15: %2 = call ctx()
    15: %3 = call SSL_new(%2)
    15: this->ssl = %3
    17: return
""",
    ),
    "definition_of_the_old_style": (
        "c",
        """\
int f(a, b, c)
    int a;
    char *b, c[];
{
    return a + *b;
}
""",
        """\
function f(int, char *, char[]) [syntactic]
b0:
    5: %1 = a + *b
    5: return %1
""",
    ),
    "duffs_device": (
        "c",
        """\
void f(char *to, char *from, int count)
{
    int n = (count + 1) / 2;
    switch (count % 2) {
    case 0: do { *to = *from++;
    case 1:      *to = *from++;
            } while (--n > 0);
    }
}
""",
        """\
function f(char *, char *, int) [syntactic]
b0:
    3: declare n: int
    3: %1 = count + 1
    3: %2 = %1 / 2
    3: n = %2
    4: %3 = count % 2
    4: switch %3 {0: b1, 1: b2, default: b4}
b1:
    5: %4 = from
    5: from += 1
    5: *to = *%4
    6: jump b2
b2:
    6: %5 = from
    6: from += 1
    6: *to = *%5
    5: jump b3
b3:
    7: n -= 1
    7: branch n > 0 ? b1 : b4 [loop]
b4:
    9: return
""",
    ),
    "forms_of_new": (
        "c++",
        """\
void f(int n, void *buf)
{
    T *a = new T(n), *b = new (std::nothrow) T, *c = new (buf) T(n);
    int *d = new int[n];
    delete a;
    delete[] d;
    ::delete b;
    c->~T();
}
""",
        """\
function f(int, void *) [syntactic]
b0:
    3: declare a: T *
    3: %1 = call new(n) [implicit]
    3: a = %1
    3: declare b: T *
    3: %2 = call new(std::nothrow) [implicit]
    3: b = %2
    3: declare c: T *
    3: %3 = call buf.placement new(n) [implicit]
    3: c = %3
    4: declare d: int *
    4: %4 = call new[](n) [implicit]
    4: d = %4
    5: %5 = call delete(a) [implicit]
    6: %6 = call delete[](d) [implicit]
    7: %7 = call delete(b) [implicit]
    8: %8 = call c.~T() [unused]
    9: return
""",
    ),
    "functions_defined_by_macros": (
        "c++",
        """\
#define DEFINEFUNC(ret, func, arg, a, err, funcret) \\
    typedef ret (*_q_PTR_##func)(arg); \\
    static _q_PTR_##func _q_##func = nullptr; \\
    ret q_##func(arg) { \\
        if (Q_UNLIKELY(!_q_##func)) { \\
            qsslSocketUnresolvedSymbolWarning(#func); \\
            err; \\
        } \\
        funcret _q_##func(a); \\
    }
#define PAIR(n) int n##_a(int x) { return x; } static int n##_b(void) { return 2; }
namespace N {
DEFINEFUNC(int, SSL_read, SSL *a, a, return -1, return)
DEFINEFUNC(const char *, SSL_text, SSL *a, a, return nullptr, return)
int h(int n) { return q_SSL_read(n); }
}
#ifdef A
PAIR(foo) PAIR(bar)
#endif
""",
        """\
function q_SSL_read(SSL *) [syntactic]
b0:
    13: branch _q_SSL_read ? b1 : b2 [if]
b1:
    13: %2 = call _q_SSL_read(a) [in DEFINEFUNC]
    13: return %2
b2:
    13: %1 = call qsslSocketUnresolvedSymbolWarning("SSL_read") [in DEFINEFUNC] [unused]
    13: return -1
function q_SSL_text(SSL *) [syntactic]
b0:
    14: branch _q_SSL_text ? b1 : b2 [if]
b1:
    14: %2 = call _q_SSL_text(a) [in DEFINEFUNC]
    14: return %2
b2:
    14: %1 = call qsslSocketUnresolvedSymbolWarning("SSL_text") [in DEFINEFUNC] [unused]
    14: return nullptr
function N::h(int) [syntactic]
b0:
    15: %1 = call q_SSL_read(n)
    15: return %1
function foo_a(int) [syntactic] #if defined(A)
b0:
    18: return x
function foo_b() [syntactic] #if defined(A)
b0:
    18: return 2
function bar_a(int) [syntactic] #if defined(A)
b0:
    18: return x
function bar_b() [syntactic] #if defined(A)
b0:
    18: return 2
""",
    ),
    "generic_selection": (
        "c",
        """\
int f(int x)
{
    return _Generic((g(x)), int: h(1), default: k)(x);
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch _Generic is h(1) ? b1 : b3 [conditional]
b1:
    3: %2 = call h(1)
    3: %1 = %2
    3: jump b2
b2:
    3: %3 = call _Generic((g(x)), int: h(1), default: k)(x)
    3: return %3
b3:
    3: %1 = k
    3: jump b2
""",
    ),
    "hidden_variables": (
        "c++",
        """\
int f(int n)
{
    int x = 1;
    if (n) {
        int x;
        g(&x);
        for (int n = 0; n < x; n++)
            h(n);
    }
    auto l = [&](int x) { return x + n; };
    return x;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare x: int
    3: x = 1
    4: branch n ? b1 : b5 [if]
b1:
    5: declare x#2: int (no initialiser)
    6: %1 = call g(&x#2) [unused]
    7: declare n#2: int
    7: n#2 = 0
    7: jump b2
b2:
    7: branch n#2 < x#2 ? b3 : b5 [loop]
b3:
    8: %2 = call h(n#2) [unused]
    7: jump b4
b4:
    7: n#2 += 1
    7: jump b2
b5:
    10: declare l: auto
    10: use &x
    10: use &n
    10: l = lambda#1
    11: return x
lambda f::lambda#1(int) [syntactic]
b0:
    10: %1 = x + n
    10: return %1
""",
    ),
    "initialisers_in_braces": (
        "c++",
        """\
void f(int n)
{
    int i{3}, j{}, k(4);
    char *p(nullptr);
    std::unique_ptr<X> q{g(n)};
    S s{n, 2}, t{};
    int a[2]{1};
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare i: int
    3: i = 3
    3: declare j: int
    3: j = 0
    3: declare k: int
    3: k = 4
    4: declare p: char *
    4: p = nullptr
    5: declare q: std::unique_ptr<X>
    5: %1 = call g(n)
    5: %2 = call q.std::unique_ptr<X>(%1) [implicit]
    5: q = %2
    6: declare s: S
    6: %3 = n {} 2
    6: s = %3
    6: declare t: S
    6: %4 = {}()
    6: t = %4
    7: declare a: int[2]
    7: %5 = {}(1)
    7: a = %5
    8: destroy q: std::unique_ptr<X>
    8: return
""",
    ),
    "label_at_the_end_of_a_block": (
        "c",
        """\
int f(int n)
{
    if (n)
        goto out;
    g();
out:
}
""",
        """\
function f(int) [syntactic]
b0:
    3: branch n ? b1 : b2 [if]
b1:
    7: return
b2:
    5: %1 = call g() [unused]
    6: jump b1
""",
    ),
    "lambda_in_a_macro_argument": (
        "c++",
        """\
#define TRY(x) if (!(x)) return -1
int f(int n)
{
    TRY(g([n](int k) { return h(k, n); }));
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    4: %1 = call TRY()
    4: use n
    4: %2 = call g(lambda#1)
    4: branch %2 ? b1 : b2 [if]
b1:
    5: return 0
b2:
    4: return -1
lambda f::lambda#1(int) [syntactic]
b0:
    4: %1 = call h(k, n)
    4: return %1
""",
    ),
    "macros_without_parameters": (
        "c",
        """\
#define BAIL do { r = -1; goto out; } while (0)
#define CTX (s->ctx)
#define NEXT get_next(s)
#define LIMIT (16 * 1024)
#define FAIL return -1
int f(struct s *s, int n)
{
    int r = 0;
    if (n > LIMIT)
        FAIL;
    if (!NEXT)
        BAIL;
    g(CTX);
    CTX->n = 1;
out:
    return r;
}
""",
        """\
function f(struct s *, int) [syntactic]
b0:
    8: declare r: int
    8: r = 0
    9: branch n > LIMIT ? b1 : b2 [if]
b1:
    10: return -1
b2:
    11: %1 = call get_next(s) [in NEXT]
    11: branch %1 ? b3 : b5 [if]
b3:
    13: %2 = call g(s->ctx) [unused]
    14: s->ctx->n = 1
    15: jump b4
b4:
    16: return r
b5:
    12: r = -1
    12: jump b4
""",
    ),
    "one_body_two_heads": (
        "c",
        """\
#ifdef A
int f(int n)
#else
int f(long n)
#endif
{
    return g(n);
}
int h(int n)
#ifdef B
{ return 1; }
#else
{ return 2; }
#endif
""",
        """\
function f(int) [syntactic]
b0:
    7: %1 = call g(n)
    7: return %1
function h(int) [syntactic] #if defined(B)
b0:
    11: return 1
function h(int) [syntactic] #if !defined(B)
b0:
    13: return 2
""",
    ),
    "other_spellings": (
        "c",
        """\
int f(int n) <%
    int a<:3:>;
    ret\\
urn a<:n:> ??! 1;
%>
int g(void) ??< return h("??!<%"); ??>
""",
        """\
function f(int) [syntactic]
b0:
    2: declare a: int[3] (no initialiser)
    4: %1 = a[n] | 1
    3: return %1
function g() [syntactic]
b0:
    6: %1 = call h("??!<%")
    6: return %1
""",
    ),
    "parameters_die": (
        "c++",
        """\
void f(std::unique_ptr<SSL> p, const std::string &s)
{
    if (s.empty()) return;
    g(std::move(p));
}
""",
        """\
function f(std::unique_ptr<SSL>, const std::string &) [syntactic]
b0:
    3: %1 = call s.empty()
    3: branch %1 ? b1 : b2 [if]
b1:
    3: destroy p: std::unique_ptr<SSL>
    3: return
b2:
    4: %2 = call std::move(p)
    4: %3 = call g(%2) [unused]
    5: destroy p: std::unique_ptr<SSL>
    5: return
""",
    ),
    "paths_through_pointers": (
        "c",
        """\
int f(struct s **out, struct s *p)
{
    (*out)->len = 3;
    (*out)[1].x = 2;
    (**out).y = 1;
    *(*out)->z = 5;
    (*p).a = (&*p)->b;
    (&p->c)->d = *&p->e;
    return (*out)->len;
}
""",
        """\
function f(struct s **, struct s *) [syntactic]
b0:
    3: (*out)->len = 3
    4: (*out)[1].x = 2
    5: (*out)->y = 1
    6: *(*out)->z = 5
    7: p->a = p->b
    8: p->c.d = p->e
    9: return (*out)->len
""",
    ),
    "pointers_to_functions": (
        "c",
        """\
int f(struct s *s)
{
    int (*cb)(int) = g;
    int (*un)(int);
    int *(*tab[3])(void) = {a, b};
    un = h;
    return cb(1) + un(2) + (*s->cb)(3) + s->done(4);
}
""",
        """\
function f(struct s *) [syntactic]
b0:
    3: declare cb: int (*)(int)
    3: cb = g
    4: declare un: int (*)(int) (no initialiser)
    5: declare tab: int *(*[3])(void)
    5: %1 = a {} b
    5: tab = %1
    6: un = h
    7: %2 = call cb(1)
    7: %3 = call un(2)
    7: %4 = %2 + %3
    7: %5 = call *s->cb(3)
    7: %6 = %4 + %5
    7: %7 = call s.done(4)
    7: %8 = %6 + %7
    7: return %8
""",
    ),
    "range_for_with_destructors": (
        "c++",
        """\
void f()
{
    for (std::string s : names) {
        if (s.empty()) break;
        use(s);
    }
    for (int i = 0; auto c : QStringList(i))
        use(c);
}
""",
        """\
function f() [syntactic]
b0:
    3: %1 = more(names)
    3: branch %1 ? b1 : b3 [loop]
b1:
    3: declare s: std::string
    3: %2 = element(names)
    3: s = %2
    4: %3 = call s.empty()
    4: branch %3 ? b2 : b7 [if]
b2:
    4: destroy s: std::string
    4: jump b3
b3:
    7: declare i: int
    7: i = 0
    7: %5 = call QStringList(i) [implicit]
    7: jump b4
b4:
    7: %6 = more(%5)
    7: branch %6 ? b5 : b6 [loop]
b5:
    7: declare c: auto
    7: %7 = element(%5)
    7: c = %7
    8: %8 = call use(c) [unused]
    7: jump b4
b6:
    8: destroy %5: QStringList
    9: return
b7:
    5: %4 = call use(s) [unused]
    6: destroy s: std::string
    3: jump b0
""",
    ),
    "sizes_of_arrays": (
        "c",
        """\
void f(int n)
{
    char a[n], b[g(n)], c[8];
    typeof(g(n)) t = 3;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: use n
    3: declare a: char[n] (no initialiser)
    3: %1 = call g(n)
    3: declare b: char[g(n)] (no initialiser)
    3: declare c: char[8] (no initialiser)
    4: declare t: typeof(g(n))
    4: t = 3
    5: return
""",
    ),
    "statement_expression": (
        "c",
        """\
int f(int n)
{
    int y = ({ int x = g(n); x > 0 ? x : 0; });
    ({ h(); });
    return ({ if (n) return 3; y; });
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare y: int
    3: declare x: int
    3: %2 = call g(n)
    3: x = %2
    3: branch x > 0 ? b1 : b5 [conditional]
b1:
    3: %3 = x
    3: jump b2
b2:
    3: %1 = %3
    3: y = %1
    4: %5 = call h() [unused]
    5: branch n ? b3 : b4 [if]
b3:
    5: return 3
b4:
    5: %6 = y
    5: return %6
b5:
    3: %3 = 0
    3: jump b2
""",
    ),
    "structured_bindings": (
        "c++",
        """\
int f()
{
    auto [a, b] = g();
    for (const auto &[k, v] : h())
        use(k, v);
    return a + b;
}
""",
        """\
function f() [syntactic]
b0:
    3: %1 = call g()
    3: declare a: auto
    3: %2 = element(%1)
    3: a = %2
    3: declare b: auto
    3: %3 = element(%1)
    3: b = %3
    4: %4 = call h()
    4: jump b1
b1:
    4: %5 = more(%4)
    4: branch %5 ? b2 : b3 [loop]
b2:
    4: declare k: auto
    4: %6 = element(%4)
    4: k = %6
    4: declare v: auto
    4: %7 = element(%4)
    4: v = %7
    5: %8 = call use(k, v) [unused]
    4: jump b1
b3:
    6: %9 = a + b
    6: return %9
""",
    ),
    "switch_labels_under_conditions": (
        "c",
        """\
int f(int n)
{
    switch (n) {
#ifdef A
    case 1:
        g();
        break;
#else
    case 1:
        h();
        break;
#endif
#ifdef B
    case 3:
#endif
        k();
        break;
    default:
        l();
    }
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: switch n {1: b1, 3: b7, default: b5}
b1:
    3: branch #if defined(A) ? b2 : b4 [preprocessor]
b2:
    6: %1 = call g() [unused]
    7: jump b3
b3:
    21: return 0
b4:
    3: branch #if defined(A) ? b5 : b6 [preprocessor]
b5:
    19: %4 = call l() [unused]
    3: jump b3
b6:
    10: %2 = call h() [unused]
    11: jump b3
b7:
    3: branch #if defined(B) ? b8 : b5 [preprocessor]
b8:
    16: %3 = call k() [unused]
    17: jump b3
""",
    ),
    "switch_without_braces": (
        "c",
        """\
int f(int n)
{
    switch (n) default: g();
    switch (n)
    case 1:
        if (n) h();
    return 0;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: switch n {default: b1}
b1:
    3: %1 = call g() [unused]
    3: jump b2
b2:
    4: switch n {1: b3, default: b5}
b3:
    6: branch n ? b4 : b5 [if]
b4:
    6: %2 = call h() [unused]
    6: jump b5
b5:
    7: return 0
""",
    ),
    "throw_in_a_conditional": (
        "c++",
        """\
int f(int n)
{
    int k = n ? n : throw std::runtime_error("x");
    k = g() ? throw X(1) : 2;
    return n ? k : throw;
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare k: int
    3: branch n ? b1 : b9 [conditional]
b1:
    3: %1 = n
    3: jump b2
b2:
    3: k = %1
    4: %4 = call g()
    4: branch %4 ? b3 : b4 [conditional]
b3:
    4: %5 = call X(1)
    4: throw %5
b4:
    4: %3 = 2
    4: jump b5
b5:
    4: k = %3
    5: branch n ? b6 : b8 [conditional]
b6:
    5: %6 = k
    5: jump b7
b7:
    5: return %6
b8:
    5: throw
b9:
    3: %2 = call std::runtime_error("x")
    3: throw %2
""",
    ),
    "types_as_arguments": (
        "c",
        """\
int f(va_list p)
{
    char *c = va_arg(p, char *);
    unsigned u = va_arg(p, unsigned int);
    struct s *s = NEW(struct s, g(1));
    return va_arg(p, const char **)[0] == c;
}
""",
        """\
function f(va_list) [syntactic]
b0:
    3: declare c: char *
    3: %1 = call va_arg(p, char *)
    3: c = %1
    4: declare u: unsigned
    4: %2 = call va_arg(p, unsigned int)
    4: u = %2
    5: declare s: struct s *
    5: %3 = call g(1)
    5: %4 = call NEW(struct s, %3)
    5: s = %4
    6: %5 = call va_arg(p, const char **)
    6: %6 = %5[0] == c
    6: return %6
""",
    ),
    "what_is_not_evaluated": (
        "c",
        """\
int f(int n)
{
    int x;
    return sizeof x + sizeof(g(n)) + _Alignof(int) + __builtin_constant_p(g(n));
}
""",
        """\
function f(int) [syntactic]
b0:
    3: declare x: int (no initialiser)
    4: return sizeof x + sizeof(g(n)) + _Alignof(int) + __builtin_constant_p(g(n))
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_becomes_these_blocks(name: str) -> None:
    language, text, expected = CASES[name]
    assert "".join(dump(function) for function in lowered(text, language)) == expected


def test_a_long_argument_among_errors_takes_no_time() -> None:
    (function,) = lowered(f"int f(int n) {{ return g({'a' * 60}{' b' * 60} c$, 1 2); }}", "c")
    assert [call.callee for call in function.calls()] == ["g"]


def test_a_chain_of_a_thousand_arms_is_read_whole() -> None:
    arms = " else ".join(f"if (n == {number}) r = g({number});" for number in range(1000))
    (function,) = lowered(f"int f(int n) {{ int r = 0; {arms} else r = -1; return r; }}", "c")
    assert function.origin is Origin.SYNTACTIC
    assert len(list(function.calls())) == 1000
    joins = [block for block in function.blocks if isinstance(block.terminator, Return)]
    assert len(joins) == 1


def test_a_condition_that_declares_keeps_its_scope_within_a_chain() -> None:
    text = "int f(int n) { if (n) return 1; else if (int m = g()) return m; else return h(); }"
    (function,) = lowered(text, "c++")
    assert [call.callee for call in function.calls()] == ["g", "h"]
    assert sum(isinstance(block.terminator, Branch) for block in function.blocks) == 2
