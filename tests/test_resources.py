"""The resources of a function: text in, the fate of each value on each exit out."""

import pytest

from auditkit.concerns import findings_of
from auditkit.findings import Category
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


LINES = {
    "the holder of a part moves on": (
        "c",
        "struct o { struct o *next; char *v; };\n"
        "void g(struct o *o, const char *s) { for (; o; o = o->next) o->v = strdup(s); }",
        set(),
    ),
    "a part is freed on its own after the whole": (
        "c",
        "struct o { char *v; };\n"
        "int g(const char *s) { struct o *o; char *v = strdup(s); if (!v) return 0;\n"
        " o = malloc(sizeof *o); if (!o) { free(v); return 0; } o->v = v;\n"
        " free(o); free(v); return 1; }",
        set(),
    ),
    "a macro steps through a list": (
        "c",
        "void g(struct o *all) { struct o *o, *next;\n"
        " HASH_ITER(hh, all, o, next) { free(o->v); free(o); } }",
        set(),
    ),
    "a macro goes through a list of another kind": (
        "c",
        "int g(struct j *all) { struct j *j; struct o *o;\n"
        " cJSON_ArrayForEach(j, all) { o = calloc(1, 8); if (!o) return 1;\n"
        " if (!is_object(j)) { free(o); continue; }\n keep(o); }\n return 0; }",
        set(),
    ),
    "a macro that steps is no use": (
        "c",
        "void g(struct o *o, struct o *all) { free(o);\n LIST_FOREACH(o, all) look(o); }",
        set(),
    ),
    "a new object is no other one": (
        "c",
        "int g(const char *s, const char *d) { const char *p = strdup(s); if (!p) return 0;\n"
        " if (p != d) free((void *)p); return 1; }",
        set(),
    ),
    "an interior pointer leaves": (
        "c",
        "struct n { struct n *next; }; struct o { struct n list; };\n"
        "struct n *g(struct n *l) { struct o *o = malloc(sizeof *o); if (!o) return l;\n"
        " o->list.next = l; return &o->list; }",
        set(),
    ),
    "a pointer into what was given back": (
        "c",
        "int g(struct b *b, size_t n) { char *p = b->data; char *q = p + 4; char *m;\n"
        " m = realloc(p, n); if (!m) return 0; b->data = m;\n"
        " return use(q); }",
        {(4, "use-after-release")},
    ),
    "released where most callers do": (
        "c",
        "struct o *o_take(struct q *q); void o_free(struct o *o);\n"
        "void f(struct q *q) { struct o *o = o_take(q); if (o) o_free(o); }\n"
        "int g(struct q *q) { struct o *o = o_take(q); int n = 0; if (o) n++;\n"
        " if (n) o_free(o); return n; }\n"
        "int h(struct q *q) { struct o *o = o_take(q);\n if (!o) return 0; return look(o); }",
        set(),
    ),
    "a function of which nothing is known, released on one path": (
        "c",
        "int g(const char *s) { struct f *f = file_open(s);\n if (!f) return 0;\n"
        " if (strlen(s) > 3) return 0;\n file_close(f); return 1; }",
        {(2, "leaked-resource")},
    ),
    "a flag tells whether it was taken": (
        "c",
        "int g(struct c *c) { int added = 0; char *p = malloc(3); int result;\n"
        " if (!p) return 0; result = cache_add(c, p, &added);\n"
        " if (!added) free(p); return result; }",
        set(),
    ),
    "a member that another object owns": (
        "c++",
        "struct S { SSL *ssl; BIO *bio; void a(); void b(); };\n"
        "void S::a() { BIO *x = BIO_new(m); if (!x) return; SSL_set_bio(ssl, x, x); bio = x; }\n"
        "void S::b() { SSL_free(ssl); ssl = nullptr;\n BIO_free(bio); bio = nullptr; }",
        {(5, "borrowed-release")},
    ),
    "a member of another family": (
        "c",
        "struct s { char *d; };\n"
        "int f(struct s *s) { s->d = OPENSSL_malloc(3); return s->d != 0; }\n"
        "void g(struct s *s) {\n free(s->d); }",
        {(5, "wrong-release")},
    ),
    "an owner gives it up": (
        "c++",
        "void g(int n) { std::unique_ptr<T> p(new T);\n if (n) { T *t = p.release(); n = t->x; } }",
        {(2, "leaked-resource")},
    ),
    "an owner holds it": (
        "c++",
        "int g(int n) { std::unique_ptr<T> p(new T); if (n) return p->x; return 0; }",
        set(),
    ),
    "moved out": (
        "c++",
        "std::unique_ptr<T> g() { std::unique_ptr<T> p(new T); return p; }",
        set(),
    ),
    "the array form": (
        "c++",
        "void g() { char *t = new char[3];\n delete t; }",
        {(3, "wrong-release")},
    ),
    "a child of its parent": (
        "c++",
        "void g(QWidget *w) { QTimer *t = new QTimer(w); t->start(); }",
        set(),
    ),
    "an exception leaves": (
        "c++",
        "void g(int n) { T *t = new T; if (n) throw E(n); delete t; }",
        {(2, "leaked-resource")},
    ),
    "an exception is caught": (
        "c++",
        "int g(int n) { T *t = new T; try { if (n) throw E(n); } catch (const E &) { delete t;"
        " return 0; } delete t; return 1; }",
        set(),
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_what_is_found(name: str) -> None:
    language, text, expected = LINES[name]
    context = context_of(HEAD + text, language)
    found = {
        (finding.at.line, finding.concern.id)
        for finding in findings_of(context)
        if finding.concern.category is Category.RESOURCE_LIFETIME
    }
    assert found == expected


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
