"""Where a value comes from: each text traces the arguments of its calls of `use`."""

import pytest

from auditkit.facts import Call
from auditkit.testing import context_of

HEAD = (
    "void use(const void *a); int RAND_bytes(unsigned char *buf, int num);"
    " void *memcpy(void *dest, const void *src, unsigned long n); char *getenv(const char *name);"
    " void *memset(void *s, int c, unsigned long n); char *strdup(const char *s);\n"
)
CASES = {
    "a literal": ("c", 'void f(void) { use("x"); }', ['text "x"']),
    "a macro of a literal": ("c", '#define P "x"\nvoid f(void) { use(P); }', ['text "x"']),
    "a named number": ("c", "enum { N = 3 }; void f(void) { use(N); }", ["constant N"]),
    "two ways": (
        "c",
        'void f(int a) { const char *p = "x"; if (a) p = "y"; use(p); }',
        ['text "x"', 'text "y"'],
    ),
    "the last one counts": ("c", 'void f(void) { char *p = "x"; p = "y"; use(p); }', ['text "y"']),
    "a loop": (
        "c",
        'void f(int n) { const char *p = "x"; while (n--) { const char *q = p; p = q; } use(p); }',
        ['text "x"'],
    ),
    "an output": (
        "c",
        "void f(void) { unsigned char k[8]; RAND_bytes(k, 8); use(k); }",
        ["output RAND_bytes(k, 8)"],
    ),
    "nothing at all": ("c", "void f(void) { unsigned char k[8]; use(k); }", ["none k"]),
    "a copy": (
        "c",
        'void f(void) { char k[8]; memcpy(k, "x", 1); use(k); }',
        ['text "x"'],
    ),
    "a duplicate": ("c", 'void f(void) { char *p = strdup("x"); use(p); }', ['text "x"']),
    "a result": ("c", 'void f(void) { use(getenv("X")); }', ['result getenv("X")']),
    "an own function": (
        "c",
        'static const char *g(int a) { return a ? "x" : "y"; } void f(void) { use(g(1)); }',
        ['text "x"', 'text "y"'],
    ),
    "an own function that fills": (
        "c",
        "static const char key[2] = { 1, 2 };"
        "static void g(char *to) { memcpy(to, key, 2); } void f(void) { char k[2]; g(k); use(k); }",
        ["bytes 1, 2"],
    ),
    "a parameter of the callers": (
        "c",
        'static void g(const char *p) { use(p); } void f(void) { g("x"); g("y"); }',
        ['text "x"', 'text "y"'],
    ),
    "a parameter of nobody": ("c", "void g(const char *p) { use(p); }", ["parameter p"]),
    "a constant of the file": (
        "c",
        "static const unsigned char k[2] = { 1, 2 }; void f(void) { use(k); }",
        ["bytes 1, 2"],
    ),
    "a variable of the file": (
        "c",
        "static unsigned char k[8]; void g(void) { RAND_bytes(k, 8); } void f(void) { use(k); }",
        ["output RAND_bytes(k, 8)"],
    ),
    "a member that another function sets, which is a guess": (
        "c",
        'struct c { char *p; }; void g(struct c *c) { c->p = "x"; } void f(struct c *d) {'
        " use(d->p); }",
        ['text "x" ?'],
    ),
    "a member of a structure that was set whole": (
        "c",
        'struct c { char *p; }; void f(void) { struct c c = { "x" }; use(c.p); }',
        ['bytes "x" ?'],
    ),
    "elements": (
        "c",
        "void f(int n) { unsigned char k[8]; k[0] = 1; k[1] = 2; use(k); }",
        ["constant 1", "constant 2"],
    ),
    "somebody else's function": (
        "c",
        "void other(char *k); void f(void) { char k[8]; other(k); use(k); }",
        ["unknown other(k) ?"],
    ),
    "objects that are made of it": (
        "c++",
        'void f() { std::string s("x"); const QByteArray b = QByteArrayLiteral("y");'
        " use(s.c_str()); use(b.constData()); }",
        ['text "x"', 'text "y"'],
    ),
    "a member of the class": (
        "c++",
        'class C { QByteArray b; void g(); void f(); }; void C::g() { b = QByteArray("x"); }'
        " void C::f() { use(b.constData()); }",
        ['text "x" ?'],
    ),
    "bits": ("c", "void f(void) { int m = 1; m |= 2; use(m); }", ["constant 1", "constant 2"]),
}


def traced(text: str, language: str) -> list[str]:
    """The sources of the arguments of `use`, one a line, a guess with a question mark."""
    context = context_of(HEAD + text, language)
    return [
        f"{source.kind} {source.text}{'' if source.sure else ' ?'}"
        for function in context.functions
        for block in function.blocks
        for index, call in enumerate(block.operations)
        if isinstance(call, Call) and call.callee == "use"
        for source in context.traced(function, (block.number, index), call.arguments[0])
    ]


@pytest.mark.parametrize("name", CASES)
def test_traces_a_value_to_where_it_is_set(name: str) -> None:
    language, text, expected = CASES[name]
    assert traced(text, language) == expected


def test_a_source_tells_the_way_to_the_use() -> None:
    text = 'static void g(const char *p)\n{ use(p); }\nvoid f(void)\n{ char *q = "x";\n g(q); }\n'
    context = context_of(HEAD + text, "c")
    function = context.functions[0]
    call = next(function.calls())
    (source,) = context.traced(function, (0, 0), call.arguments[0])
    assert [(step.at.line, step.text) for step in source.steps] == [
        (5, 'q is set to "x"'),
        (6, "g gets it as p"),
    ]


def test_ends_where_definitions_hang_on_each_other() -> None:
    swaps = "t = a; a = b; b = c; c = t;" * 40
    text = f"void f(int n) {{ char *a = 0, *b = 0, *c = 0, *t; while (n--) {{ {swaps} }} use(a); }}"
    assert set(traced(text, "c")) == {"constant 0", "unknown a"}
