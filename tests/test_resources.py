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
    "an owner by another name": (
        "c++",
        "using Ptr = std::unique_ptr<SSL, Del>; typedef std::unique_ptr<X509, Del> Cert;\n"
        "bool g(SSL_CTX *c) { Ptr s(SSL_new(c)); if (!s) return false; SSL *raw = s.release();\n"
        " if (SSL_set_fd(raw, 1) != 1) return false; SSL_free(raw); return true; }\n"
        "bool h(SSL *s) { Cert x(SSL_get1_peer_certificate(s)); if (!x) return false;\n"
        " return SSL_add0_chain_cert(s, x.release()) == 1; }\n"
        "bool i(SSL *s) { Cert x(SSL_get1_peer_certificate(s)); return look(x.get()); }",
        {(3, "leaked-resource"), (5, "leaked-resource")},
    ),
    "given away before its owner gives it up": (
        "c++",
        "bool g(SSL_CTX *c, BIO *b) { for (;;) {\n"
        " std::unique_ptr<X509, Del> x(PEM_read_bio_X509(b, 0, 0, 0)); if (!x) break;\n"
        " if (SSL_CTX_add0_chain_cert(c, x.get()) != 1) return false; x.release(); }\n"
        " return true; }\n"
        "void h(SSL *s) { std::unique_ptr<BIO, Del> b(BIO_new(m));\n"
        " SSL_set_bio(s, b.get(), b.get()); b.release(); }\n"
        "void i(SSL *s) { std::unique_ptr<BIO, Del> b(BIO_new(m));\n"
        " SSL_set_bio(s, b.get(), b.get()); }",
        {(9, "borrowed-release")},
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
    "a helper gives through a parameter": (
        "c",
        'static int load(const char *f, X509 **out) { BIO *b = BIO_new_file(f, "r");\n'
        " X509 *x; if (!b) return -1; x = PEM_read_bio_X509(b, 0, 0, 0); BIO_free(b);\n"
        " if (!x) return -1; *out = x; return 0; }\n"
        "int g(const char *f) { X509 *x; if (load(f, &x) < 0) return -1;\n"
        " return X509_check_ca(x); }\n"
        "int h(const char *f) { X509 *x; int r; if (load(f, &x) < 0) return -1;\n"
        " r = X509_check_ca(x); X509_free(x); return r; }",
        {(5, "leaked-resource")},
    ),
    "a helper lends through a parameter": (
        "c",
        "struct k { X509 *x; };\n"
        "static int get(struct k *k, BIO *b, X509 **out) { X509 *x; if (k->x) { *out = k->x;\n"
        " return 1; } x = PEM_read_bio_X509(b, 0, 0, 0); if (!x) return 0; k->x = x; *out = x;\n"
        " return 1; }\n"
        "int g(struct k *k, BIO *b) { X509 *x; if (!get(k, b, &x)) return -1;\n"
        " return X509_check_ca(x); }",
        set(),
    ),
    "a helper takes a reference for its caller": (
        "c",
        "static int first(void *c, X509 **out) { X509 *x = sk_X509_value(c, 0);\n"
        " if (!x || !X509_up_ref(x)) return 0; *out = x; return 1; }\n"
        "int g(void *c, void *d) { X509 *x = 0; if (!first(c, &x)) return 0;\n"
        " if (!sk_X509_push(d, x)) return 0; return 1; }",
        {(4, "leaked-resource")},
    ),
    "a helper uses what it finds": (
        "c",
        "static int salt(BIO **at) { BIO *b; if (*at) return 1; b = BIO_new(m);\n"
        " if (!b) return 0; *at = b; return 1; }\n"
        "int g(void) { BIO *b = BIO_new(m); if (!b) return 0; if (!salt(&b)) { BIO_free(b);\n"
        " return 0; } BIO_free(b); return 1; }",
        set(),
    ),
    "two members of an element": (
        "c",
        "struct o { char *a; char *b; };\n"
        "void g(struct o **o, const char *s, int n) { int i; for (i = 0; i < n; i++) {\n"
        " char *c = strdup(s); if (!c) break; o[i]->a = o[i]->b = c; }\n"
        " for (i = 0; i < n; i++) { if (o[i]) { free(o[i]->a); free(o[i]); } } }",
        set(),
    ),
    "a helper adds to a list": (
        "c",
        "struct o { struct o *next; };\n"
        "static int add(struct o **list) { struct o *o = malloc(sizeof *o); if (!o) return -1;\n"
        " o->next = *list; *list = o; return 0; }\n"
        "static int more(struct o **list) { return add(list); }\n"
        "int g(void) { struct o *l = 0; if (more(&l) || more(&l)) { drop(l); return -1; }\n"
        " drop(l); return 0; }",
        set(),
    ),
    "left in a global": (
        "c",
        "static X509 *k;\n"
        "int g(BIO *b) { X509 *n; X509_free(k); n = PEM_read_bio_X509(b, 0, 0, 0);\n"
        " if (!n) return 0; k = n; return 1; }\n"
        "int h(BIO *b) { X509 *n; X509_free(k); k = 0; n = PEM_read_bio_X509(b, 0, 0, 0);\n"
        " if (!n) return 0;\n k = n; return 1; }",
        {(3, "use-after-release")},
    ),
    "left with the caller": (
        "c",
        "int g(X509 **p, BIO *b) { X509 *n; X509_free(*p); n = PEM_read_bio_X509(b, 0, 0, 0);\n"
        " if (!n) return 0;\n *p = n; return 1; }\n"
        "int h(X509 **p, BIO *b) { *p = PEM_read_bio_X509(b, 0, 0, 0); if (!*p) return 0;\n"
        " if (X509_check_ca(*p) < 0) { X509_free(*p); return 0; } return 1; }\n"
        "int i(char **o) { char *c = strdup(*o); if (!c) return 0; free(*o);\n"
        " free(c); return 1; }\n"
        "void freep(char **o) { if (*o) free(*o); }\n"
        "int j(char **o) { if (decode(o)) { free(*o); return -1; } return 0; }",
        {(2, "use-after-release"), (7, "use-after-release")},
    ),
    "left beside what is reset": (
        "c",
        "struct k { SSL *s; X509 *x; };\n"
        "void end(struct k *k) { SSL_free(k->s);\n X509_free(k->x); k->x = 0; }\n"
        "void all(struct k *k) { SSL_free(k->s); X509_free(k->x); }\n"
        "void own(struct k *k) { SSL_free(k->s); X509_free(k->x); k->x = 0; free(k); }\n"
        "void part(struct k *k) { SSL_free(k->s); X509_free(k->x); k->x = 0; }\n"
        "void whole(struct k *k) { part(k); k->s = 0; }",
        {(3, "use-after-release")},
    ),
    "left where it was stored": (
        "c",
        "struct k { SSL *s; };\n"
        "int g(struct k *k, SSL_CTX *c) { SSL *s = SSL_new(c); if (!s) return -1; k->s = s;\n"
        " if (SSL_connect(s) != 1) {\n SSL_free(s); return -1; } return 0; }\n"
        "int h(struct k *k, SSL_CTX *c) { SSL *s = SSL_new(c); if (!s) return -1; k->s = s;\n"
        " if (SSL_connect(s) != 1) {\n SSL_free(s); k->s = 0; return -1; } return 0; }\n"
        "int i(struct k *k, SSL_CTX *c) { SSL *s = SSL_new(c); if (!s) return -1;\n"
        " if (SSL_connect(s) != 1) {\n SSL_free(s);\n k->s = s; return -1; } k->s = s; return 0; }",
        {(5, "use-after-release"), (12, "use-after-release")},
    ),
    "left to the destructor": (
        "c++",
        "struct K { SSL *s; ~K(); bool open(SSL_CTX *c); bool again(SSL_CTX *c); void reset(); };\n"
        "K::~K() { SSL_free(s); }\n"
        "bool K::open(SSL_CTX *c) { s = SSL_new(c); if (!s) return false;\n"
        " if (SSL_connect(s) != 1) {\n SSL_free(s); return false; } return true; }\n"
        "bool K::again(SSL_CTX *c) { s = SSL_new(c); if (!s) return false;\n"
        " if (SSL_connect(s) != 1) {\n SSL_free(s); s = nullptr; return false; } return true; }",
        {(6, "use-after-release")},
    ),
    "what the destructor calls": (
        "c++",
        "struct K { SSL *s; ~K(); void end(); }; struct L { SSL *s; ~L(); void end(); };\n"
        "K::~K() { end(); }\n"
        "void K::end() { SSL_free(s); }\n"
        "L::~L() { end(); }\n"
        "void L::end() {\n SSL_free(s); }\n"
        "void g(L &l) { l.end(); }",
        {(7, "use-after-release")},
    ),
    "a helper releases members": (
        "c",
        "struct k { SSL *s; X509 *x; };\n"
        "static void end(struct k *k) { if (!k) return; SSL_free(k->s); X509_free(k->x); }\n"
        "void g(struct k *k) { SSL_free(k->s);\n end(k); }\n"
        "void h(struct k *k) { end(k);\n SSL_free(k->s); }\n"
        "void i(struct k *k) { end(k); memset(k, 0, sizeof *k);\n SSL_free(k->s); }",
        {(5, "double-release"), (7, "double-release")},
    ),
    "a helper resets members, or releases them sometimes": (
        "c",
        "struct k { SSL *s; X509 *x; };\n"
        "static void end(struct k *k) { SSL_free(k->s); k->s = 0; }\n"
        "static void may(struct k *k, int n) { if (n) X509_free(k->x); }\n"
        "void g(struct k *k) { end(k); SSL_free(k->s); }\n"
        "void h(struct k *k) { may(k, 0); X509_free(k->x); }",
        set(),
    ),
    "a helper releases if it fails": (
        "c",
        "static int take(X509 *x, void *s) { if (!X509_STORE_add_cert(s, x)) { X509_free(x);\n"
        " return 0; } return 1; }\n"
        "int g(void *s, X509 *x) { if (!take(x, s)) {\n X509_free(x); return 0; } return 1; }\n"
        "int h(void *s, X509 *x) { if (!take(x, s)) return 0; X509_free(x); return 1; }\n"
        "int i(void *s, BIO *b) { X509 *x = PEM_read_bio_X509(b, 0, 0, 0); if (!x) return 0;\n"
        " return take(x, s) ? 1 : 0; }",
        {(5, "double-release"), (7, "leaked-resource")},
    ),
    "what is written is not what was there": (
        "c",
        "int g(char **o) { unsigned n = 0; char *t = pick(&n); if (!t) return 0;\n"
        " if (n > 5) { free(t); return 0; } *o = t; return 1; }",
        set(),
    ),
    "what is returned stays in its place": (
        "c",
        "struct k { SSL *s; };\n"
        "static SSL *get(struct k *k, SSL_CTX *c) { k->s = SSL_new(c); if (!k->s) return 0;\n"
        " return k->s; }\n"
        "int g(struct k *k, SSL_CTX *c) { if (!get(k, c)) return 0; return 1; }",
        set(),
    ),
    "nothing throws": (
        "c++",
        "struct E {}; struct P { std::string t; };\n"
        "bool g(P &p) { try { EVP_MD_CTX *c = EVP_MD_CTX_new();\n"
        " int ok = c && EVP_DigestUpdate(c, p.t.data(), p.t.size()); EVP_MD_CTX_free(c);\n"
        " if (!ok) throw E(); } catch (const E &) { return false; } return true; }",
        set(),
    ),
    "what throws got the value": (
        "c++",
        "struct E {};\n"
        "template <class P> P own(SSL *p) { if (!p) throw E(); return P(p); }\n"
        "void g(SSL_CTX *c) { auto s = own<Holder>(SSL_new(c)); s.use(); }",
        set(),
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
