"""Which variables are read before they are written: one small function each, and the verdict."""

import pytest

from auditkit.analyses.written import Verdict
from auditkit.testing import context_of

HEAD = """
typedef struct ssl_st SSL; struct timeval { long tv_sec; long tv_usec; };
struct addr { int family; int port; int scope; };
struct link { SSL *ssl; char *name; int fd; };
int DTLSv1_get_timeout(SSL *s, struct timeval *tv); int SSL_read(SSL *s, void *b, int n);
int SSL_write(SSL *s, const void *b, int n); void SSL_free(SSL *s); char *strdup(const char *s);
void *malloc(unsigned long n); void free(void *p); char *strcpy(char *d, const char *s);
void *memset(void *d, int c, unsigned long n); int accept(int fd, void *a, unsigned *n);
void use(int n); int cond(void); int fill(struct addr *a);
int seen(struct link *l) { return l->fd + (l->ssl != 0); }
static int ask(int *value) { if (cond()) return -1; *value = 3; return 0; }
"""

CASES = {
    "some paths": ("int f(int c) { int r; if (c) r = 1; return r; }", "r", Verdict.UNWRITTEN),
    "both sides": ("int f(int c) { int r; if (c) r = 1; else r = 2; return r; }", "r", None),
    "same condition": (
        "int f(int c) { int r; if (c) r = 1; if (c) return r; return 0; }",
        "r",
        None,
    ),
    "released before it is set": (
        "int f(int n) { char *p; if (n) goto out; p = malloc(3); out: free(p); return 0; }",
        "p",
        Verdict.UNWRITTEN,
    ),
    "a counted loop": (
        "int f(int n) { int i, r; for (i = 0; i < n; i++) r = i; return r; }",
        "r",
        Verdict.UNLIKELY,
    ),
    "a loop over data": (
        "int f(void) { int r; while (cond()) r = 1; return r; }",
        "r",
        Verdict.UNWRITTEN,
    ),
    "a search": (
        "int f(int n) { int i, hit; for (i = 0; i < n; i++) if (cond()) { hit = i; break; }"
        " if (i == n) return -1; return hit; }",
        "hit",
        None,
    ),
    "tested output": (
        "long f(SSL *s) { struct timeval t; if (DTLSv1_get_timeout(s, &t)) return t.tv_sec;"
        " return 0; }",
        "t",
        None,
    ),
    "untested output": (
        "long f(SSL *s) { struct timeval t; DTLSv1_get_timeout(s, &t); return t.tv_sec; }",
        "t",
        Verdict.UNTESTED,
    ),
    "output of a failed call": (
        "int f(SSL *s) { char b[4]; int n = SSL_read(s, b, 4); if (n <= 0) return b[0];"
        " return b[1]; }",
        "b",
        Verdict.FAILED,
    ),
    "read of the exact size": (
        "int f(SSL *s) { char b[4]; int n = SSL_read(s, b, sizeof(b)); if (n != (int)sizeof(b))"
        " return -1; return b[0]; }",
        "b",
        None,
    ),
    "output of a function of the target": (
        "int f(void) { int v; if (ask(&v) == -1) use(0); return v; }",
        "v",
        Verdict.FAILED,
    ),
    "output of a function of the target, tested": (
        "int f(void) { int v; if (ask(&v) != 0) return -1; return v; }",
        "v",
        None,
    ),
    "left to a function": ("int f(void) { struct addr a; fill(&a); return a.port; }", "a", None),
    "a length that is read first": (
        "int f(int fd) { struct addr a; unsigned n; return accept(fd, &a, &n); }",
        "n",
        Verdict.UNWRITTEN,
    ),
    "a field on some paths": (
        "int f(SSL *s, int n) { struct addr a; a.family = 1; a.scope = 0; if (n) a.port = 2;"
        " return SSL_write(s, &a, sizeof a); }",
        "a",
        Verdict.PARTIAL,
    ),
    "every field": (
        "int f(SSL *s) { struct addr a; a.family = 1; a.port = 2; a.scope = 0;"
        " return SSL_write(s, &a, sizeof a); }",
        "a",
        None,
    ),
    "more than was filled": (
        'int f(SSL *s) { char b[64]; strcpy(b, "x"); return SSL_write(s, b, sizeof b); }',
        "b",
        Verdict.PARTIAL,
    ),
    "every element": (
        "int f(SSL *s) { char b[2]; b[0] = 1; b[1] = 2; return SSL_write(s, b, sizeof b); }",
        "b",
        None,
    ),
    "memory on the heap": (
        "int f(struct link **o) { struct link *l; l = malloc(sizeof *l); if (!l) return -1;"
        " SSL_free(l->ssl); *o = l; return 0; }",
        "l",
        Verdict.UNWRITTEN,
    ),
    "memory that leaves unfinished": (
        "struct link *f(void) { struct link *l = malloc(sizeof *l); if (!l) return 0; l->ssl = 0;"
        " return l; }",
        "l",
        Verdict.PARTIAL,
    ),
    "memory that is complete": (
        "struct link *f(char *n) { struct link *l = malloc(sizeof(struct link)); if (!l) return 0;"
        " l->ssl = 0; l->name = n; l->fd = -1; return l; }",
        "l",
        None,
    ),
    "memory that is handed out as it came": (
        "struct link *f(void) { struct link *l; l = malloc(sizeof *l); return l; }",
        "l",
        None,
    ),
    "memory that may come cleared": (
        "void *gc_malloc(unsigned long n, int clear); struct link *f(void) { struct link *l;"
        " l = gc_malloc(sizeof *l, 1); l->fd = 1; return l; }",
        "l",
        None,
    ),
    "the one failure that occurs": (
        "int fstat(int fd, struct stat *st); long f(int fd) { struct stat st;"
        " if (-1 == fstat(fd, &st)) return -1; return st.st_size; }",
        "st",
        None,
    ),
    "a failure by its sign": (
        "int fstat(int fd, struct stat *st); long f(int fd) { struct stat st;"
        " if (fstat(fd, &st) < 0) return st.st_size; return 0; }",
        "st",
        Verdict.FAILED,
    ),
    "an index that is a field": (
        "struct list { int *at; int used; }; int f(int *p) { struct list l; l.at = p; l.used = 0;"
        " l.at[l.used] = 1; return l.used; }",
        "l",
        None,
    ),
    "none of its bytes": (
        "int mix(const void *p, int n); int f(int c) { unsigned long x[4]; int n = 0;"
        " if (c) x[n++] = 1; return SSL_write(0, x, n << 3); }",
        "x",
        None,
    ),
    "some of its bytes": (
        "int f(int c) { unsigned long x[4]; int n = 4; if (c) x[0] = 1;"
        " return SSL_write(0, x, n); }",
        "x",
        Verdict.UNWRITTEN,
    ),
    "assembly": (
        'int f(int a) { int r; __asm__("mov %1, %0" : "=r" (r) : "r" (a)); return r; }',
        "r",
        None,
    ),
    "an own assertion": (
        "#define ASSERT(x) do { if (!(x)) stop(#x); } while (0)\n"
        "void stop(const char *t); int f(void) { int r; ASSERT(receive(&r) > 0); return r; }",
        "r",
        None,
    ),
    "an own assertion that vanishes": (
        "#ifdef NDEBUG\n#define ASSERT(x) ((void)0)\n#else\n"
        "#define ASSERT(x) do { if (!(x)) stop(#x); } while (0)\n#endif\n"
        "void stop(const char *t); int f(void) { int r; ASSERT(receive(&r) > 0); return r; }",
        "r",
        Verdict.UNWRITTEN,
    ),
    "a pointer to a function in a union": (
        "int f(void *p) { union { void *object; int (*call)(int); } u; u.object = p;"
        " return u.call(1); }",
        "u",
        None,
    ),
    "a macro that is not in view and sets it": (
        "int f(void *p) { int *r; Get_Struct(p, r); return *r; }",
        "r",
        None,
    ),
    "a release that is not in view": (
        "int f(void *p) { int *r; my_free(r); r = p; return *r; }",
        "r",
        Verdict.UNWRITTEN,
    ),
    "a function that is not in view, behind a write": (
        "int f(int c) { int *r; if (c) r = &c; take(c, r); return 1; }",
        "r",
        Verdict.UNWRITTEN,
    ),
    "a field of some builds": (
        "struct odd { int a;\n#ifdef TRACE\nint line;\n#endif\n};"
        " struct odd f(void) { struct odd o; o.a = 1; return o; }",
        "o",
        None,
    ),
    "a counted loop with a condition": (
        "int f(int n, int *v) { int i, r; for (i = 0; i < n; i++) if (v[i]) r = i; return r; }",
        "r",
        Verdict.UNWRITTEN,
    ),
    "as many as were converted": (
        'int f(char *t) { int a, b; if (sscanf(t, "%d %d", &a, &b) < 2) return 0; return a + b; }',
        "b",
        None,
    ),
    "more than were converted": (
        'int f(char *t) { int a, b; if (sscanf(t, "%d %d", &a, &b) < 1) return 0; return a + b; }',
        "b",
        Verdict.UNTESTED,
    ),
    "a time that is waited for": (
        "int f(void) { struct timeval t; return select(0, 0, 0, 0, &t); }",
        "t",
        Verdict.UNWRITTEN,
    ),
    "a field that nothing stores": (
        "int f(void) { struct addr a; a.port = 1; if (a.scope) return 1; return 0; }",
        "a",
        Verdict.UNWRITTEN,
    ),
    "one name in two blocks": (
        "struct text { char *at; int n; }; int f(int c, void *p) { if (c) { struct addr *a; a = p;"
        " return a->port; } { struct text a; a.at = p; a.n = 1; return a.n; } }",
        "a",
        None,
    ),
    "a macro that assigns": (
        "char *f(void *v) { unsigned long n; char *p = SvPV(v, n); while (--n) p++; return p; }",
        "n",
        None,
    ),
    "a field that the callee reads": (
        "static int run(struct addr *a) { return a->port + a->scope; }"
        " int f(void) { struct addr a; a.port = 1; return run(&a); }",
        "a",
        Verdict.PARTIAL,
    ),
    "a field that the callee reads through another": (
        "static int run(struct addr *a) { return a->port + a->scope; }"
        " static int go(struct addr *a) { return run(a); }"
        " int f(void) { struct addr a; a.port = 1; return go(&a); }",
        "a",
        Verdict.PARTIAL,
    ),
    "a field that the callee writes first": (
        "static int run(struct addr *a) { a->scope = 0; return a->port + a->scope; }"
        " int f(void) { struct addr a; a.port = 1; return run(&a); }",
        "a",
        None,
    ),
    "a field that the callee does not read": (
        "static int run(const struct addr *a) { return a->port; }"
        " int f(void) { struct addr a; a.port = 1; return run(&a); }",
        "a",
        None,
    ),
    "a field that the callee leaves": (
        "static void set(struct addr *a) { a->port = 1; }"
        " int f(void) { struct addr a; set(&a); return a.scope; }",
        "a",
        Verdict.UNWRITTEN,
    ),
    "a number that the callee steps": (
        "static int step(int *n) { return ++*n; } int f(void) { int n; return step(&n); }",
        "n",
        Verdict.UNWRITTEN,
    ),
    "what the callee fills from a place on": (
        "static int fill(char *b, int n) { int i = 0; while (i < n && SSL_read(0, b + i, 1) == 1)"
        " if (b[i++] == 10) break; return i; } int f(void) { char b[9]; return fill(b, 9); }",
        "b",
        None,
    ),
    "two structures of one name": (
        "typedef struct entry_one { int a; int b; } entry; struct entry { int b; int c; };"
        " void f(entry **out) { entry *e = malloc(sizeof(entry)); if (!e) return; e->a = 1;"
        " e->b = 2; *out = e; }",
        "e",
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_verdict(name: str) -> None:
    text, variable, expected = CASES[name]
    context = context_of(HEAD + text)
    found = [
        item.verdict
        for item in context.initialisations(context.functions[-1])
        if item.variable.name == variable
    ]
    bad = {item for item in found if item not in (Verdict.HARMLESS, Verdict.GIVEN, Verdict.UNUSED)}
    assert found
    assert bad == (set() if expected is None else {expected})
    assert context.defects == []
