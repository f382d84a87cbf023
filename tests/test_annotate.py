"""What the compiler knows is found at the byte offsets where the source spells it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from auditkit.annotate import annotate
from auditkit.annotations import (
    Annotations,
    Declaration,
    FunctionMeaning,
    MacroMeaning,
    Reference,
)
from auditkit.build import Unit
from auditkit.facts import VariableKind
from auditkit.parse import parse
from auditkit.source import NOWHERE, Location

FLAGS = {".c": ("-std=c11",), ".cpp": ("-std=c++17",)}
Annotate = Callable[..., Annotations]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder by its real path."""
    return Path(os.path.realpath(tmp_path))


@pytest.fixture
def annotated(root: Path) -> Annotate:
    """Annotates a text as the file of that name."""

    def run(text: str | bytes, name: str = "a.cpp", *flags: str) -> Annotations:
        file = root / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        language = "c" if name.endswith(".c") else "c++"
        unit = Unit(name, file, root, language, (*FLAGS[file.suffix], *flags), (), "guessed")
        with parse(unit, root) as parsed:
            (found,) = annotate(parsed, [name])
        return found

    return run


def names(found: Annotations) -> dict[int, str]:
    """The qualified name of each reference by its offset."""
    return {offset: one.qualified for offset, one in sorted(found.references.items())}


def spelled(text: str, found: Annotations) -> list[tuple[str, str, str]]:
    """Source from each reference on to its line's end, the kind and the qualified name."""
    return [
        (text[offset:].split("\n")[0], one.kind, one.qualified)
        for offset, one in sorted(found.references.items())
    ]


def only(found: Annotations, name: str) -> Reference:
    """What all the references of that name say, once."""
    (one,) = {one for one in found.references.values() if one.name == name}
    return one


def test_a_small_c_file_whole(annotated: Annotate) -> None:
    text = (
        "#define LIMIT 4\n"
        "#if LIMIT > 4\n"
        "int inactive;\n"
        "#endif\n"
        "enum { FIRST = 7 };\n"
        "int read_it(char *to);\n"
        "static int twice(int n) { return n * LIMIT + FIRST; }\n"
        "int run(void) { char c; read_it(&c); return twice(c); }\n"
    )
    at = text.index
    twice = "c:a.c@F@twice"
    usr = f"c:a.c@{at('int n')}@F@twice@n"
    n = Reference("n", "n", "variable", usr, "int", VariableKind.PARAMETER)
    usr = f"c:a.c@{at('char c;')}@F@run@c"
    c = Reference("c", "c", "variable", usr, "char", VariableKind.LOCAL)
    function = VariableKind.FUNCTION
    first = at("return n")
    second = at("return twice")
    assert annotated(text, "a.c") == Annotations(
        path="a.c",
        unit="a.c",
        references={
            at("n * LIMIT"): n,
            at("FIRST; }"): Reference(
                "FIRST", "FIRST", "constant", "c:@Ea@FIRST@FIRST", "int", VariableKind.CONSTANT, 7
            ),
            at("read_it(&c)"): Reference(
                "read_it", "read_it", "function", "c:@F@read_it", "int", function
            ),
            at("c); return"): c,
            at("twice(c)"): Reference("twice", "twice", "function", twice, "int", function),
            at("c); }"): c,
        },
        declarations={
            at("n) {"): Declaration("n", "int", "int", VariableKind.PARAMETER),
            at("c; read"): Declaration("c", "char", "char", VariableKind.LOCAL),
        },
        functions={
            at("{ return n"): FunctionMeaning(
                "twice", "int", "function", twice, "int", "internal", False, False
            ),
            at("{ char"): FunctionMeaning(
                "run", "", "function", "c:@F@run", "int", "external", False, False
            ),
        },
        conversions={},
        expansions={at("LIMIT > 4"): "LIMIT", at("LIMIT + FIRST"): "LIMIT"},
        macros={"LIMIT": MacroMeaning("LIMIT", None, "4", 4, Location("a.c", 1, 9))},
        starts=frozenset(
            {
                *(at("{ return n"), first, at("n * LIMIT"), at("LIMIT + FIRST"), at("FIRST; }")),
                *(at("{ char"), at("char c;"), at("read_it(&c)"), at("&c)"), at("c); return")),
                *(second, at("twice(c)"), at("c); }")),
            }
        ),
        skipped=((at("int inactive"), at("#endif")),),
        has_errors=False,
    )


def test_names_of_cxx_are_qualified(annotated: Annotate) -> None:
    text = """
namespace out { inline namespace v1 {
struct Box { static int made; int size; enum Kind { Small = 2 }; enum class Hue { Red = 5 };
  union { int inner; }; int grow(int by); template <class T> T as(); };
} namespace { int hidden(); } }
extern "C" { int linked(); }
int use(out::Box &box) {
  static int calls;
  return box.grow(
box.size) +
out::Box::made +
out::Box::Small +
static_cast<int>(out::Box::Hue::Red) +
box.inner +
box.as<int>() +
out::hidden() +
linked() +
calls;
}
"""
    found = annotated(text)
    assert [one for one in spelled(text, found) if one[1] not in ("type", "variable")] == [
        ("grow(", "method", "out::Box::grow"),
        ("size) +", "field", "out::Box::size"),
        ("Small +", "constant", "out::Box::Small"),
        ("Red) +", "constant", "out::Box::Hue::Red"),
        ("inner +", "field", "out::Box::inner"),
        ("as<int>() +", "method", "out::Box::as"),
        ("hidden() +", "function", "out::(anonymous)::hidden"),
        ("linked() +", "function", "linked"),
    ]
    assert only(found, "made").variable is VariableKind.MEMBER
    assert only(found, "made").qualified == "out::Box::made"
    assert only(found, "calls").variable is VariableKind.STATIC
    assert only(found, "Red").value == 5
    assert only(found, "Hue").qualified == "out::Box::Hue"
    assert only(found, "linked").may_throw is False
    assert only(found, "grow").may_throw is True


def test_kinds_of_variables(annotated: Annotate) -> None:
    text = """
static int in_file; int global; extern int elsewhere;
template <int N> int use(int parameter) {
  int local; static int kept; extern int there;
  return in_file + global + elsewhere + parameter + local + kept + there + N;
}
"""
    found = annotated(text)
    assert {one.name: one.variable.value for one in found.references.values()} == {
        "in_file": "global",
        "global": "global",
        "elsewhere": "global",
        "parameter": "parameter",
        "local": "local",
        "kept": "static",
        "there": "global",
        "N": "constant",
    }
    assert {one.name: one.variable.value for one in found.declarations.values()} == {
        "in_file": "global",
        "global": "global",
        "elsewhere": "global",
        "parameter": "parameter",
        "local": "local",
        "kept": "static",
        "there": "global",
    }


def test_functions_that_never_return(annotated: Annotate) -> None:
    text = """
[[noreturn]] void standard(); [[noreturn]] void defined_here() { standard(); }
__attribute__((noreturn)) void gnu(); void again(); void plain(); void quiet() noexcept;
void gnu(); void loud() noexcept(false);
void use() { standard(); gnu(); __builtin_unreachable(); plain(); quiet(); loud(); defined_here(); }
"""
    found = annotated(text)
    ends = {one.name for one in found.references.values() if one.never_returns}
    assert ends == {"standard", "gnu", "__builtin_unreachable", "defined_here"}
    assert only(found, "quiet").may_throw is False
    assert only(found, "loud").may_throw is True


def test_functions_of_c_that_never_return(annotated: Annotate) -> None:
    text = "#include <stdlib.h>\n_Noreturn void end(void);\nvoid f(void) { end(); abort(); }\n"
    found = annotated(text, "a.c")
    assert all(one.never_returns for one in found.references.values())
    assert [one.name for one in found.references.values()] == ["end", "abort"]


def test_macro_arguments_are_where_they_are_written(annotated: Annotate) -> None:
    text = """
int value(int); void note(int);
#define ID(x) x
#define CHECK(x) do { if (x) note(x); } while (0)
#define HIDDEN value(1)
int f(int a) {
  CHECK(value(a));
  ID(ID(note))(a);
  return HIDDEN + ID(value(
HIDDEN));
}
"""
    found = annotated(text)
    at = text.index
    assert {offset: one for offset, one in names(found).items() if offset > at("int f")} == {
        at("value(a)"): "value",
        at("a));"): "a",
        at("note))(a)"): "note",
        at("a);\n  return"): "a",
        at("value(\nHIDDEN"): "value",
    }
    assert found.expansions == {
        at("CHECK(value"): "CHECK",
        at("ID(ID"): "ID",
        at("ID(note"): "ID",
        at("HIDDEN + ID"): "HIDDEN",
        at("ID(value"): "ID",
        at("HIDDEN));"): "HIDDEN",
    }
    assert {at("CHECK(value"), at("HIDDEN + ID"), at("HIDDEN));")} <= found.starts


def test_macros_have_bodies_and_values(annotated: Annotate) -> None:
    text = """#define BASE 0x10 /* sixteen */
#define BOTH (BASE | \\
  1)
#define LOOP LOOP + 1
#define CALL(to, ...) to(__VA_ARGS__, BOTH)
#define TEXT "BASE"
#define UNUSED 3
int g(int, int);
int LOOP_ = 0;
int f(void) { const char *t = TEXT; return CALL(g, GIVEN) + (t != 0) + __LINE__; }
int LOOP;
"""
    found = annotated(text.replace("int LOOP;\n", ""), "a.c", "-DGIVEN=(2 + 3)", "-DGIVEN_NOT=1")
    assert dict(found.macros) == {
        "BASE": MacroMeaning("BASE", None, "0x10", 16, Location("a.c", 1, 9)),
        "BOTH": MacroMeaning("BOTH", None, "(BASE | 1)", 17, Location("a.c", 2, 9)),
        "CALL": MacroMeaning(
            "CALL", ("to", "..."), "to(__VA_ARGS__, BOTH)", None, Location("a.c", 5, 9)
        ),
        "GIVEN": MacroMeaning("GIVEN", None, "(2 + 3)", 5, NOWHERE),
        "TEXT": MacroMeaning("TEXT", None, '"BASE"', None, Location("a.c", 6, 9)),
    }


def test_a_macro_that_mentions_itself_has_no_value(annotated: Annotate) -> None:
    found = annotated("#define A B + 1\n#define B A\nint A_; int f(int A);\nint x = sizeof(int);\n")
    assert found.macros["A"].value is None


def test_macros_of_headers_have_values(annotated: Annotate) -> None:
    if not Path("/usr/include/openssl/ssl.h").exists():
        pytest.skip("OpenSSL's headers are not installed")
    text = "#include <openssl/ssl.h>\nint f(int e) { return e == SSL_ERROR_WANT_READ; }\n"
    macro = annotated(text, "a.c").macros["SSL_ERROR_WANT_READ"]
    assert (macro.body, macro.value, macro.defined_at.path) == (
        "2",
        2,
        "/usr/include/openssl/ssl.h",
    )


def test_what_errors_swallow_is_absent(annotated: Annotate) -> None:
    text = """#include "gone.h"
int known(int);
int f(int n, gone_t *g) {
  known(n);
  gone_call(n);
  known(gone_name);
  Gone object;
  object.use(known(1));
  if (gone_test(n)) known(2);
  return known(3);
}
void Gone::method() { known(4); }
"""
    found = annotated(text)
    at = text.index
    seen = names(found)
    assert found.has_errors
    assert seen[at("known(n)")] == "known"
    for absent in ("gone_call", "gone_name", "gone_test", "use(known", "object.use", "known(4)"):
        assert at(absent) not in seen
    assert at("known(4)") not in found.starts
    assert "object" not in {one.name for one in found.declarations.values()}
    assert at("{ known(4)") not in found.functions


def test_a_function_whose_type_was_guessed_is_absent(annotated: Annotate) -> None:
    text = "int known(int);\nint f(gone_t *g) { return known(1); }\nint k(void) { return 0; }\n"
    assert [one.name for one in annotated(text, "a.c").functions.values()] == ["k"]


def test_an_implicit_declaration_of_c_is_no_reference(annotated: Annotate) -> None:
    text = 'int f(int n) { gone(n); return printf("x") + gone(n) + __builtin_abs(n); }\n'
    found = annotated(text, "a.c")
    assert found.has_errors
    assert set(names(found).values()) == {"n", "__builtin_abs"}


TEMPLATE = """
int plain(int); int many(int); int many(long);
template <class T> struct Box {
  T held;
  int use(T other) { other.foo(1); this->held.bar(); T::stat(2); plain(3); return many(other); }
  Box() {}
  template <class U> void as(U u) { u.template get<int>(); }
};
template <class T> void free_one(T t) { adl(t); }
int f() { Box<int *> box; Box<long>().held = 1; return 0; }
"""


def test_templates_are_read_uninstantiated(annotated: Annotate) -> None:
    found = annotated(TEMPLATE)
    at = TEMPLATE.index
    kinds = {offset: (one.kind, one.name) for offset, one in found.references.items()}
    assert kinds[at("foo(1)")] == ("dependent", "foo")
    assert kinds[at("held.bar")] == ("dependent", "held")
    assert kinds[at("bar()")] == ("dependent", "bar")
    assert kinds[at("stat(2)")] == ("dependent", "stat")
    assert kinds[at("plain(3)")] == ("function", "plain")
    assert kinds[at("many(other)")] == ("overloaded", "many")
    assert kinds[at("held = 1")] == ("field", "held")
    assert at("adl(t)") not in kinds
    assert [(one.name, one.signature, one.kind) for one in found.functions.values()] == [
        ("Box::use", "T", "method"),
        ("Box::Box", "", "constructor"),
        ("Box::as", "U", "method"),
        ("free_one", "T", "function"),
        ("f", "", "function"),
    ]


def test_function_templates_are_functions(annotated: Annotate) -> None:
    text = """
template <class T> T make(T t) { return t; } struct S { template <class T> void put(T); };
template <class T> void S::put(T t) { make(t); }
int f() { S().put(1); auto p = &make<int>; return make(2) + p(3); }
"""
    found = annotated(text)
    at = text.index
    kinds = {o: (one.kind, one.qualified) for o, one in found.references.items()}
    assert kinds[at("make(t)")] == ("overloaded", "make")
    assert kinds[at("put(1)")] == ("method", "S::put")
    assert kinds[at("make<int>")] == ("function", "make")
    assert kinds[at("make(2)")] == ("function", "make")


def test_functions_of_cxx(annotated: Annotate) -> None:
    text = """
struct Base { virtual void turn(int) const; virtual ~Base(); };
namespace n { namespace {
struct Derived : Base {
  explicit Derived(const Base &b, char *argv[]) try : Base(b) { } catch (...) { }
  ~Derived() { }
  void turn(int) const override { }
  operator bool() const noexcept { return true; }
  bool operator<(const Derived &) const;
  static void make(int, ...) { }
};
}
bool Derived::operator<(const Derived &other) const { return this < &other; }
}
#define TEST(suite, name) void suite##_##name()
TEST(a, b) { }
static void (*pick(int n))(int) { return nullptr; }
"""
    found = annotated(text)
    rows = [
        (one.name, one.signature, one.kind, one.result_type, one.linkage, one.overrides)
        for _, one in sorted(found.functions.items())
    ]
    inner = "n::(anonymous)::Derived"
    assert rows == [
        (f"{inner}::Derived", "const Base &, char *[]", "constructor", "", "internal", False),
        (f"{inner}::~Derived", "", "destructor", "", "internal", True),
        (f"{inner}::turn", "int const", "method", "void", "internal", True),
        (f"{inner}::operator bool", " const", "conversion", "bool", "internal", False),
        (f"{inner}::make", "int, ...", "method", "void", "internal", False),
        (f"{inner}::operator<", "const Derived & const", "method", "bool", "internal", False),
        ("a_b", "", "function", "void", "external", False),
        ("pick", "int", "function", "void (*)(int)", "internal", False),
    ]
    throwing = {one.name for one in found.functions.values() if one.may_throw}
    assert f"{inner}::~Derived" not in throwing
    assert f"{inner}::operator bool" not in throwing
    assert f"{inner}::make" in throwing


def test_lambdas_are_functions_without_a_name(annotated: Annotate) -> None:
    text = """
int plain(int);
void f(int n) {
  auto first = [&n, m = n](int a) mutable noexcept -> int { return plain(a + n + m); };
  first(1);
  auto second = [](auto a) { return a.foo(); };
  [] { plain(0); }();
}
"""
    found = annotated(text)
    lambdas = [
        (one.name, one.signature, one.result_type, one.may_throw)
        for _, one in sorted(found.functions.items())
        if one.kind == "lambda"
    ]
    assert lambdas == [
        ("", "int", "int", False),
        ("", "auto", "auto", True),
        ("", "", "void", True),
    ]
    at = text.index
    assert names(found)[at("plain(a")] == "plain"
    assert names(found)[at("(1)")] == "operator()"
    assert found.references[at("foo()")].kind == "dependent"
    assert {one.type for one in found.declarations.values()} >= {"(lambda)"}


def test_operators_are_at_their_symbol(annotated: Annotate) -> None:
    text = """
struct S { S &operator<<(int); bool operator==(const S &) const; S *operator->(); int field;
  int operator[](int); int operator()(int); bool operator!() const; void operator delete(void *); };
S operator+(const S &, const S &); int operator""_mm(unsigned long long);
int f(S a, S b) {
  a << 1 << 2; a->field = a[3]; if (not a) return a + b == b; return a(4);
  a.operator<<(5); return 12_mm;
}
"""
    found = annotated(text)
    at = text.index
    operators = {o: n for o, n in names(found).items() if "operator" in n}
    assert operators == {
        at("<< 1"): "S::operator<<",
        at("<< 2"): "S::operator<<",
        at("->field"): "S::operator->",
        at("[3]"): "S::operator[]",
        at("not a"): "S::operator!",
        at("+ b =="): "operator+",
        at("== b"): "S::operator==",
        at("(4)"): "S::operator()",
        at("operator<<(5)"): "S::operator<<",
        at("_mm;\n}"): 'operator""_mm',
    }


def test_the_hidden_names_of_a_range_for_are_left_out(annotated: Annotate) -> None:
    text = """
struct It { int &operator*(); bool operator!=(const It &); It &operator++(); };
struct List { It begin(); It end(); };
int f(List list) { int sum = 0; for (int x : list) sum += x; return sum; }
"""
    found = annotated(text)
    begin = text.index("{ int sum")
    used = [name for offset, name in names(found).items() if offset > begin]
    assert used == ["list", "sum", "x", "sum"]


CONVERSIONS = """
struct Text { Text(const char *); Text(const Text &); operator bool() const; Text copy() const; };
void take(Text); struct Pair { Pair(int, int); };
Text f(Text given, const char *raw) {
  Text made = raw;
  take(raw);
  take(given);
  if (given) take(given.copy());
  bool truth = given.copy();
  Pair pair{1, 2};
  take(Text(raw));
  static_cast<void>(pair); (void)truth;
  return {raw};
}
"""


def test_conversions_are_at_what_they_convert(annotated: Annotate) -> None:
    found = annotated(CONVERSIONS)
    at = CONVERSIONS.index
    assert {
        CONVERSIONS[offset : found.conversion_ends[offset]]: (offset, one.kind, one.qualified)
        for offset, one in sorted(found.conversions.items())
        if offset not in (at("raw);\n  take(given)"), at("raw;"))
    } == {
        "given": (at("given) take"), "conversion", "Text::operator bool"),
        "given.copy()": (at("given.copy();"), "conversion", "Text::operator bool"),
        "{raw}": (at("{raw}"), "constructor", "Text::Text"),
    }
    assert {at("raw);\n  take(given)"), at("raw;")} <= set(found.conversions)


def test_conversions_in_macros(annotated: Annotate) -> None:
    text = """
struct Text { operator bool() const; };
#define SAME(x) (x)
#define HIDDEN given
#define TWICE(x) ((x) && (x))
int f(Text given) { if (SAME(given)) return 1; if (HIDDEN) return 2; return TWICE(given); }
"""
    found = annotated(text)
    assert [one.qualified for one in found.conversions.values()] == ["Text::operator bool"] * 2
    at = text.index
    assert list(found.conversions) == [at("given)) return"), at("given); }")]
    assert list(found.conversion_ends.values()) == [at(")) return"), at("); }")]


def test_written_constructors_are_references(annotated: Annotate) -> None:
    text = """
namespace n { struct Text { Text(const char *); Text(int, int); }; template <class T> struct V {
  V(T); }; }
struct Part { Part(int); }; struct Whole : Part { Part part; n::Text text{"x"};
  Whole() : Part(1), part(2) { } };
void f() {
  n::Text("a"); n::Text(1, 2); n::Text{"b"}; new n::Text("c"); n::V<int>(3); int(4.0);
  n::Text plain("d");
}
"""
    found = annotated(text)
    constructors = {
        text[offset:].split(";")[0]: one.qualified
        for offset, one in sorted(found.references.items())
        if one.kind == "constructor"
    }
    assert constructors == {
        "Part(1), part(2) { } }": "Part::Part",
        'Text("a")': "n::Text::Text",
        "Text(1, 2)": "n::Text::Text",
        'Text{"b"}': "n::Text::Text",
        'Text("c")': "n::Text::Text",
        "V<int>(3)": "n::V::V",
    }
    assert found.conversions == {}
    declared = {one.name: one.constructor for one in found.declarations.values()}
    assert declared["plain"] == "n::Text::Text"
    assert declared["text"] == "n::Text::Text"
    assert only(found, "part").kind == "field"


DESTROYED = """
#include <memory>
#include <optional>
#include <string>
struct Plain { int a; };
struct Guard { ~Guard() { } };
struct Kept { ~Kept() = default; virtual void v(); };
struct Holder { Guard guards[2]; };
struct Derived : Holder { };
struct Far { Guard &reference; Guard *pointer; };
template <class T> struct Owner { T held; };
void f(Guard parameter, Guard &reference, Far far) {
  Plain plain; Guard guard; Kept kept; Holder holder; Derived derived; Guard array[2][3];
  static Guard one; Guard *pointer = nullptr; int number = 0; Owner<Guard> owner; Owner<int> ints;
  std::string text; std::unique_ptr<int> unique; std::optional<Guard> maybe;
  std::optional<int> number_or_not; auto lambda = [] { };
}
"""


def test_destructors_that_do_something(annotated: Annotate) -> None:
    found = annotated(DESTROYED)
    assert {one.name: one.destructor for one in found.declarations.values() if one.destructor} == {
        "parameter": "Guard",
        "guard": "Guard",
        "holder": "Holder",
        "derived": "Derived",
        "array": "Guard",
        "owner": "Owner",
        "text": "std::basic_string",
        "unique": "std::unique_ptr",
        "maybe": "std::optional",
    }


def test_constructors_that_do_something(annotated: Annotate) -> None:
    text = """
struct Plain { int a; }; struct Set { Set(); int a; }; struct Holder { Set set; };
void f() { Plain plain; Set set; Holder holder; Set array[2]; Plain copy = plain; }
"""
    found = annotated(text)
    declared = {
        one.name: (one.constructor, one.constructor_usr) for one in found.declarations.values()
    }
    assert declared["plain"] == declared["copy"] == ("", "")
    assert declared["set"] == ("Set::Set", "c:@S@Set@F@Set#")
    assert declared["holder"] == ("Holder::Holder", "c:@S@Holder@F@Holder#")
    assert declared["array"] == ("Set::Set", "c:@S@Set@F@Set#")


def test_types_are_spelled_and_canonical(annotated: Annotate) -> None:
    text = """
typedef struct { int a; } record_t; typedef unsigned long size_type; typedef int (*callback)(void);
void f(record_t *r, size_type n, callback c, struct other *o,
  char line[80], char *lines[], int grid[2][3]) { }
"""
    types = {
        one.name: (one.type, one.canonical) for one in annotated(text, "a.c").declarations.values()
    }
    assert types == {
        "a": ("int", "int"),
        "r": ("record_t *", "record_t *"),
        "n": ("size_type", "unsigned long"),
        "c": ("callback", "int (*)(void)"),
        "o": ("struct other *", "struct other *"),
        "line": ("char[80]", "char *"),
        "lines": ("char *[]", "char **"),
        "grid": ("int[2][3]", "int (*)[3]"),
    }


def test_no_path_of_this_machine_is_in_a_type(annotated: Annotate, root: Path) -> None:
    text = "void f() { struct { int a; } s; s.a = 1; auto l = [] { }; enum { E } e = E; l(); }\n"
    found = annotated(text)
    for name in ("references", "declarations", "functions"):
        for one in getattr(found, name).values():
            assert str(root) not in repr(one)
    types = {one.name: one.type for one in found.declarations.values()}
    assert types["l"] == "(lambda)"
    assert types["s"] == "struct (unnamed struct)"


def test_initialisers_outside_of_functions(annotated: Annotate) -> None:
    text = """
int make(int); struct S { int field = make(1); static int shared; void with(int n = make(2)); };
int S::shared = make(3); int table[] = { make(4), make(5) };
"""
    found = annotated(text)
    calls = [o for o, one in found.references.items() if one.name == "make"]
    assert sorted(calls) == [text.index(f"make({n})") for n in (1, 2, 3, 4, 5)]
    assert found.functions == {}


def test_offsets_are_bytes(annotated: Annotate) -> None:
    text = "/* ünïcödé */ int g(int);\r\nint f(int ä) { /* é */ return g(ä) + ä; }\r\n".encode()
    found = annotated(text)
    at = text.index
    assert names(found) == {
        at(b"g(\xc3\xa4)"): "g",
        at(b"\xc3\xa4) +"): "ä",
        at(b"\xc3\xa4; }"): "ä",
    }
    assert list(found.functions) == [at(b"{ /*")]


def test_skipped_lines_lie_between_directives(annotated: Annotate) -> None:
    text = (
        "#if 0\r\nint a;\r\n#elif defined(B) && \\\r\n  1\r\nint b;\r\n# else /* c */\r\nint c;\r\n"
        "#endif\r\n#if 1\r\n#else\r\n#endif\r\n"
        "#ifdef D\r\nint d;\r\n#ifdef E\r\nint e;\r\n#endif\r\n  #endif\r\n"
    )
    found = annotated(text.encode())
    assert [text[low:high] for low, high in found.skipped] == [
        "int a;\r\n#elif defined(B) && \\\r\n  1\r\nint b;\r\n",
        "int d;\r\n#ifdef E\r\nint e;\r\n#endif\r\n",
    ]


def test_headers_of_the_target_have_records_of_their_own(root: Path) -> None:
    (root / "include").mkdir()
    header = "#pragma once\nint g(int);\nstatic inline int twice(int n) { return g(n) * 2; }\n"
    (root / "include/h.h").write_text(header)
    (root / "a.c").write_text(
        '#include "h.h"\n#include <stddef.h>\nint f(void) { return twice(1); }\n'
    )
    flags = ("-I", str(root / "include"))
    unit = Unit("a.c", root / "a.c", root, "c", flags, (), "guessed")
    with parse(unit, root) as parsed:
        main, included = annotate(parsed, ["a.c", "include/h.h", "other.c"])
        assert annotate(parsed, []) == ()
    assert (main.path, included.path) == ("a.c", "include/h.h")
    assert (main.unit, included.unit) == ("a.c", "a.c")
    assert [one.name for one in main.functions.values()] == ["f"]
    assert [one.name for one in included.functions.values()] == ["twice"]
    assert set(names(included)) == {header.index("g(n)"), header.index("n) * 2")}


def test_a_body_in_another_file_is_found_there(root: Path) -> None:
    (root / "body.inc.h").write_text("  g(n);\n")
    (root / "a.c").write_text('int g(int);\nint f(int n) {\n#include "body.inc.h"\n  return n; }\n')
    unit = Unit("a.c", root / "a.c", root, "c", (), (), "guessed")
    with parse(unit, root) as parsed:
        main, body = annotate(parsed, {"a.c", "body.inc.h"})
    assert names(body) == {2: "g", 4: "n"}
    assert list(names(main).values()) == ["n"]
    assert body.functions == {}


def test_an_empty_file_has_nothing(annotated: Annotate) -> None:
    found = annotated("", "a.c")
    assert found == Annotations(
        "a.c", "a.c", {}, {}, {}, {}, {}, {}, frozenset(), (), has_errors=False
    )


def test_records_outlive_the_translation_unit_and_pickle(annotated: Annotate) -> None:
    import pickle

    found = annotated(TEMPLATE)
    assert pickle.loads(pickle.dumps(found)) == found


def test_deep_nesting_is_read_without_recursion(annotated: Annotate) -> None:
    deep = 200
    text = f"int f(int n) {{ return {'(' * deep}n{')' * deep}; }}\n"
    assert names(annotated(text, "a.c")) == {text.index("n" + ")" * deep): "n"}
