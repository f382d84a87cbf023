"""Variables outside of functions and macros: what a file says of them, and what a name means."""

import pytest

from auditkit.annotations import MacroMeaning
from auditkit.facts import Object
from auditkit.objects import Objects
from auditkit.source import Location
from auditkit.testing import facts_of

TEXTS = {
    "c: values, lists, functions": (
        "c",
        '#define PASS "x"\nstatic const int COUNT = 1000, second;\n'
        "static const unsigned char key[16] = { 0x01, PASS };\n"
        "static struct method m = { .read = my_read, 7 };\nextern int there;\nint proto(int a);\n"
        "static void (*handler)(int) = on_signal;\ntypedef int number;\n",
        [
            ("COUNT", "const int", "internal", ["COUNT = 1000"]),
            ("second", "const int", "internal", []),
            ("key", "const unsigned char[16]", "internal", ["%1 = 0x01 {} PASS", "key = %1"]),
            (
                "m",
                "struct method",
                "internal",
                ["%1 = my_read {} 7", "m = %1", "m.read = my_read"],
            ),
            ("handler", "void (*)(int)", "internal", ["handler = on_signal"]),
        ],
    ),
    "c++: namespaces and static members": (
        "c++",
        "namespace a { static constexpr int N = 16;\nclass C { static const char *k; int x = 4;\n"
        " static constexpr int M = 3; int f() { static int inner = 1; return inner; } };\n"
        'const char *C::k = "key"; }\n',
        [
            ("a::N", "int", "internal", ["a::N = 16"]),
            ("a::C::k", "const char *", "internal", []),
            ("a::C::M", "int", "internal", ["a::C::M = 3"]),
            ("a::C::k", "const char *", "external", ['a::C::k = "key"']),
        ],
    ),
    "c: under a condition": (
        "c",
        "#ifdef A\nint one = 1;\n#else\nint one = 2;\n#endif\n",
        [("one", "int", "external", ["one = 1"]), ("one", "int", "external", ["one = 2"])],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_reads_the_variables_outside_of_functions(name: str) -> None:
    language, text, expected = TEXTS[name]
    found = [
        (
            each.name,
            each.type,
            each.linkage,
            [str(operation) for block in each.blocks for operation in block.operations],
        )
        for each in facts_of(text, language).objects
    ]
    assert found == expected


def test_says_under_which_condition_a_variable_is_defined() -> None:
    objects = facts_of("#ifdef A\nint one = 1;\n#endif\n", "c").objects
    assert [each.condition for each in objects] == ["defined(A)"]


def test_keeps_the_macros_without_parameters() -> None:
    text = '#define PASS "x"\n#define LEN (16 * 2)\n#define CALL(x) f(x)\n'
    macros = facts_of(text, "c").macros
    assert [(each.name, each.body, each.value) for each in macros] == [
        ("PASS", '"x"', None),
        ("LEN", "(16 * 2)", 32),
    ]


def _object(path: str, text: str) -> Object:
    (found,) = facts_of(text, "c", path).objects
    return found


class TestObjects:
    def test_a_name_means_what_its_own_file_says(self) -> None:
        here, there = _object("a.c", "static int n = 1;"), _object("b.c", "int n = 2;")
        objects = Objects.of([here, there], ())
        assert objects.variable("n", "a.c") == (here,)
        assert objects.variable("n", "c.c") == (there,)

    def test_what_is_static_elsewhere_is_not_meant(self) -> None:
        objects = Objects.of([_object("a.c", "static int n = 1;")], ())
        assert objects.variable("n", "c.c") == ()

    def test_what_a_header_defines_is_meant_everywhere(self) -> None:
        shared = _object("a.h", "static const int n = 1;")
        assert Objects.of([shared], ()).variable("space::n", "c.c") == (shared,)

    def test_a_macro_means_what_its_own_file_says(self) -> None:
        here = MacroMeaning("KEY", None, "1", 1, Location("a.c", 1, 1))
        there = MacroMeaning("KEY", None, "2", 2, Location("b.c", 1, 1))
        objects = Objects.of((), [here, there])
        assert objects.macro("KEY", "b.c") == (there,)
        assert objects.macro("KEY", "c.c") == (here, there)
        assert objects.macro("OTHER", "c.c") == ()
