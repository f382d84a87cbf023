"""Functions found in text that no compiler accepts: names, kinds, signatures, masked macros."""

import pytest

from auditkit.masking import closing, mask
from auditkit.preprocess import preprocess
from auditkit.source import SourceFile
from auditkit.syntax import (
    Definition,
    definitions,
    language_of,
    normal_type,
    parse_syntax,
    parse_text,
)


def found(text: str, language: str = "c++") -> list[Definition]:
    """The definitions of all variants of a text, by where their bodies start."""
    structure = preprocess(SourceFile.of("a.cpp", text.encode()), language)
    syntax = parse_syntax(structure, language)
    unique = {item.body.start_byte: item for tree in syntax.trees for item in definitions(tree)}
    return [unique[start] for start in sorted(unique)]


@pytest.mark.parametrize(
    ("path", "language"),
    [("a.c", "c"), ("b/a.h", "c"), ("a.cpp", "c++"), ("a.hpp", "c++"), ("a.cc", "c++")],
)
def test_the_language_of_a_file(path: str, language: str) -> None:
    assert language_of(path) == language


@pytest.mark.parametrize(
    ("text", "name", "kind", "signature"),
    [
        ("int f(void) {}", "f", "function", ""),
        ("static char **f(const char *a, int b[2]) {}", "f", "function", "const char *, int[2]"),
        ("int A::f(int a = 3) const {}", "A::f", "method", "int const"),
        ("A::A(int a) : b(a) {}", "A::A", "constructor", "int"),
        ("A::~A() {}", "A::~A", "destructor", ""),
        ("struct A { int f() { return 1; } };", "A::f", "method", ""),
        ("namespace n { namespace m { void f() {} } }", "n::m::f", "function", ""),
        ("namespace n::m { void f() {} }", "n::m::f", "function", ""),
        ("namespace { void f() {} }", "(anonymous)::f", "function", ""),
        ("template <class T> void A<T>::f(T a) {}", "A::f", "method", "T"),
        ("A::operator bool() const {}", "A::operator bool", "method", " const"),
        ("bool A::operator==(const A &a) {}", "A::operator==", "method", "const A &"),
        ('extern "C" { int f(int) {} }', "f", "function", "int"),
        ("__attribute__((noreturn)) void f(int a) {}", "f", "function", "int"),
        ("Q_DECL_EXPORT int f() {}", "f", "function", ""),
        ("int f(int (*g)(int)) {}", "f", "function", "int (*)(int)"),
        ("int f(STACK_OF(X509) *s) {}", "f", "function", "STACK_OF_X509_ *"),
        ("void f() try { g(); } catch (...) { }", "f", "function", ""),
    ],
)
def test_a_definition(text: str, name: str, kind: str, signature: str) -> None:
    (definition,) = found(text)
    assert (definition.name, definition.kind, definition.signature) == (name, kind, signature)


def test_lambdas_are_no_definitions_and_local_classes_are() -> None:
    text = "void f() { auto l = [] { g(); }; struct S { void h() {} }; }"
    assert [item.name for item in found(text)] == ["f", "f::S::h"]


def test_what_only_one_file_sees_is_internal() -> None:
    text = (
        "static void f() {} void g() {} namespace { void h() {} } struct A { static void k() {} };"
    )
    assert [(item.name, item.internal) for item in found(text)] == [
        ("f", True),
        ("g", False),
        ("(anonymous)::h", True),
        ("A::k", False),
    ]


def test_no_method_of_an_undeclared_class_is_lost() -> None:
    text = (
        '#include "missing.h"\nQT_BEGIN_NAMESPACE\n'
        "#if X\nbool Dtls::a(QSslSocket *s)\n{\n    return s;\n}\n"
        "#else\nbool Dtls::b()\n{\n    return q_f();\n}\n#endif\n"
        "Dtls::Dtls(QObject *p) : Base(p), d(new P) { Q_EMIT changed(); }\nQT_END_NAMESPACE\n"
    )
    assert [item.name for item in found(text)] == ["Dtls::a", "Dtls::b", "Dtls::Dtls"]


def test_braces_that_straddle_lose_no_neighbour() -> None:
    text = (
        "int f(int n) {\n#ifdef A\n  if (n) {\n#else\n  while (n) {\n#endif\n  }\n  return 0;\n}\n"
        "int g() { return 1; }\n"
    )
    assert [item.name for item in found(text)] == ["f", "g"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("char*", "char *"),
        ("char * *", "char **"),
        ("const  T &", "const T &"),
        ("int ( * ) ( int )", "int (*) (int )"),
        ("A < B , C >", "A<B, C>"),
        ("int [ 2 ]", "int[2]"),
    ],
)
def test_a_type_has_one_spelling(text: str, expected: str) -> None:
    assert normal_type(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"), [("f(a(b)c)d", 1, 8), ("f(a", 1, 0), ("((", 0, 0), ("()", 0, 2)]
)
def test_the_parenthesis_that_closes(text: str, start: int, end: int) -> None:
    assert closing(text.encode(), start) == end


@pytest.mark.parametrize(
    "text",
    [
        "Q_OBJECT int a;",
        "int a __attribute__((unused)) = 1;",
        "STACK_OF(X509) *s;",
        "Q_SIGNALS: void f();",
        "A_MACRO(1)\nint a;\n",
        "SHOUTED\nint a;\n",
    ],
)
def test_a_mask_keeps_offsets(text: str) -> None:
    masked = mask(text.encode(), {})
    assert len(masked) == len(text)


def test_macros_of_the_project_stand_for_their_specifiers() -> None:
    text = (
        "#define LOCAL_FN static\n#define EMPTY_THING\nLOCAL_FN int f() { EMPTY_THING return 1; }\n"
    )
    (definition,) = found(text)
    assert definition.internal
    assert not parse_text(b"static int f() { return 1; }", "c").root_node.has_error


def test_a_word_beside_an_error_is_blanked_whole_or_not_at_all() -> None:
    text = "UNKNOWN_MARK int check_this_subject(CLI *c, X509_STORE_CTX *callback_context) { }\n"
    (definition,) = found(text, "c")
    assert definition.signature == "CLI *, X509_STORE_CTX *"


def test_a_parenthesis_in_a_literal_closes_nothing() -> None:
    text = b"""f(")", ')', "\\")")x"""
    assert closing(text, 1) == len(text) - 1


def test_what_hides_half_a_pair_of_braces_is_left_out_and_noted() -> None:
    blanked: list[tuple[int, int]] = []
    masked = mask(b"BEGIN(a) g(); END ", {b"BEGIN": b"{", b"END": b"{"}, blanked=blanked)
    assert (masked, blanked) == (b"         g();     ", [(0, 8), (14, 17)])


@pytest.mark.parametrize(
    "text",
    [
        "int f(void)\n{\n    int rc;\n    Py_BEGIN_ALLOW_THREADS\n    rc = g();\n"
        "    return rc;\n}\n",
        "int f(int n)\n{\n    switch (n) {\n    case 0:\n        n = 1;\n"
        "        __attribute_fallthrough__\n    default:\n        return n;\n    }\n}\n",
    ],
)
def test_a_name_that_stands_alone_before_a_statement_is_no_type(text: str) -> None:
    tree = parse_text(mask(text.encode(), {}), "c").root_node
    assert not tree.has_error
    assert b"ALLOW" not in mask(text.encode(), {})
    assert b"fallthrough" not in mask(text.encode(), {})
