"""The preprocessor's structure: groups and conditions, whole or straddling, dead text, macros."""

import pytest

from auditkit.annotations import MacroMeaning
from auditkit.conditions import decided, negate, normalise
from auditkit.preprocess import (
    Preprocessed,
    arm_condition,
    condition_at,
    integer_values,
    preprocess,
    shown_condition,
    variants,
)
from auditkit.source import NOWHERE, SourceFile


def of(text: str, language: str = "c") -> Preprocessed:
    """The structure of a text."""
    return preprocess(SourceFile.of("a.c", text.encode()), language)


def shape(text: str, language: str = "c") -> list[tuple[int, list[str], bool, bool]]:
    """Depth, conditions, whether there is an else, whether the group is whole."""
    return [
        (group.depth, [arm.condition for arm in group.alternatives], group.has_else, group.whole)
        for group in of(text, language).groups
    ]


@pytest.mark.parametrize(
    ("directive", "condition", "expected"),
    [
        ("ifdef", "A", "defined(A)"),
        ("ifndef", " A ", "!defined(A)"),
        ("elifdef", "A", "defined(A)"),
        ("elifndef", "A", "!defined(A)"),
        ("if", "defined A", "defined(A)"),
        ("if", "defined ( A )", "defined(A)"),
        ("if", "! defined A", "!defined(A)"),
        ("if", "(defined(A))", "defined(A)"),
        ("if", "((A)  >\t2)", "(A) > 2"),
        ("if", "(A) && (B)", "(A) && (B)"),
        ("elif", "defined A||defined(B)", "defined(A)||defined(B)"),
    ],
)
def test_a_condition_has_one_spelling(directive: str, condition: str, expected: str) -> None:
    assert normalise(directive, condition) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("A", "!A"),
        ("!A", "A"),
        ("defined(A)", "!defined(A)"),
        ("!defined(A)", "defined(A)"),
        ("A > 2", "!(A > 2)"),
        ("!A && B", "!(!A && B)"),
        ("!(A > 2)", "(A > 2)"),
    ],
)
def test_the_opposite_of_a_condition(condition: str, expected: str) -> None:
    assert negate(condition) == expected


@pytest.mark.parametrize(
    ("condition", "language", "expected"),
    [
        ("0", "c", False),
        ("1", "c", True),
        ("00", "c", False),
        ("10L", "c", True),
        ("0L", "c", False),
        ("true", "c++", True),
        ("false", "c++", False),
        ("defined(__cplusplus)", "c", False),
        ("defined(__cplusplus)", "c++", True),
        ("!defined(__cplusplus)", "c++", False),
        ("defined(Q_CLANG_QDOC)", "c++", False),
        ("!defined(DOXYGEN)", "c", True),
        ("defined(A) && 0", "c", False),
        ("1 && !0", "c", True),
        ("defined(A)", "c", None),
        ("A > 2", "c", None),
        ("defined(A) && 1", "c", None),
    ],
)
def test_some_conditions_are_decided(condition: str, language: str, expected: bool | None) -> None:
    assert decided(condition, language) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("int a;\n", []),
        ("#ifdef A\nint a;\n#endif\n", [(0, ["defined(A)"], False, True)]),
        ("#ifdef A\nint a;\n#else\nint b;\n#endif\n", [(0, ["defined(A)", ""], True, True)]),
        (
            "#if A\n#if B\nint a;\n#endif\n#elif C\nint c;\n#endif\n",
            [(0, ["A", "C"], False, True), (1, ["B"], False, True)],
        ),
        ("%:ifdef A\nint a;\n%:endif\n", [(0, ["defined(A)"], False, True)]),
        ("# if A /* why */ // not\nint a;\n#\tendif\n", [(0, ["A"], False, True)]),
        ("#if A \\\n && B\nint a;\n#endif\n", [(0, ["A && B"], False, True)]),
        ("#if A\r\nint a;\r\n#endif\r\n", [(0, ["A"], False, True)]),
        ('// #if A\n/*\n#if B\n*/\nchar *s = "\\\n#if C\\n";\n', []),
        ("#endif\n#else\n#if A\nint a;\n", []),
        ("#ifndef A_H\n#define A_H\nint a;\n#endif\n", []),
        ("#if 0\nint a;\n#else\nint b;\n#endif\n", []),
        ("#if 1\nint a;\n#else\nint b;\n#endif\n", []),
        ("#if A\nint a;\n#elif 0\nint b;\n#endif\n", [(0, ["A"], False, True)]),
    ],
)
def test_groups(text: str, expected: list[tuple[int, list[str], bool, bool]]) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("void f(){\n#if A\ng();\n#endif\n}\n", True),
        ("void f(){\n#if A\nif (a) { g(); }\n#else\n{ h(); }\n#endif\n}\n", True),
        ("void f(){\n#if A\nif (a) {\n#endif\ng();\n#if A\n}\n#endif\n}\n", False),
        ("void f(){\n#if A\nif (a)\n#endif\ng();\n}\n", False),
        ("void f(){\nif (a)\n#if A\ng();\n#else\nh();\n#endif\n}\n", False),
        ("void f(){\nif (a) { }\n#if A\nelse g();\n#endif\n}\n", False),
        ("void f(){\n#if A\nif (a) { }\n#endif\nelse g();\n}\n", False),
        ("void f(){\ng(1,\n#if A\n2);\n#else\n3);\n#endif\n}\n", False),
        ("void f(){\n#if A\n// nothing\n#endif\n}\n", True),
        ('void f(){\n#if A\ng(")");\n#endif\n}\n', True),
    ],
)
def test_a_group_is_whole_or_straddles(text: str, whole: bool) -> None:
    groups = of(text).groups
    assert groups and all(group.whole is whole for group in groups)


def test_conditions_of_arms_and_of_places() -> None:
    text = (
        "#if A\nint a;\n#elif B || C\nint b;\n#if D\nint d;\n#endif\n#else\nint e;\n#endif\nint f;"
    )
    structure = of(text)
    outer = structure.groups[0]
    assert [arm_condition(outer, arm) for arm in outer.alternatives] == [
        "A",
        "!A && (B || C)",
        "!A && !(B || C)",
    ]
    where = {name: condition_at(structure, text.index(f"int {name}")) for name in "abdef"}
    assert where == {
        "a": "A",
        "b": "!A && (B || C)",
        "d": "!A && (B || C) && D",
        "e": "!A && !(B || C)",
        "f": "",
    }


@pytest.mark.parametrize(
    ("text", "language", "dead"),
    [
        ("#if 0\nint a;\n#endif\n", "c", ["\nint a;\n"]),
        ("#if 1\nint a;\n#else\nint b;\n#endif\n", "c", ["\nint b;\n"]),
        ("#ifdef __cplusplus\nint a;\n#else\nint b;\n#endif\n", "c", ["\nint a;\n"]),
        ("#ifdef __cplusplus\nint a;\n#else\nint b;\n#endif\n", "c++", ["\nint b;\n"]),
        ("#if A\nint a;\n#endif\n", "c", []),
    ],
)
def test_what_no_build_compiles_is_dead(text: str, language: str, dead: list[str]) -> None:
    structure = of(text, language)
    assert [text[start:end] for start, end, _ in structure.dead] == dead
    for start, end, reason in structure.dead:
        assert not structure.text[start:end].strip()
        assert reason.endswith("is never compiled")


def test_all_texts_keep_length_and_lines() -> None:
    text = '#if A /* x */\r\nchar *s = "a//b"; // c\r\n/* d\n e */ char c = \'"\';\n#endif'
    structure = of(text)
    for masked in (structure.text, structure.bare, structure.code, *variants(structure, ())):
        assert len(masked) == len(text.encode())
        assert masked.count(b"\n") == text.count("\n")
    assert b"//b" in structure.text
    assert b"//" not in structure.bare
    assert b"#if A" in structure.code and b"x" not in structure.code


STRADDLING = "void f(){\n#if A\nif (a) {\n#elif B\nif (b) {\n#else\nif (c) {\n#endif\n}\n}\n"


def test_a_whole_file_has_one_variant() -> None:
    assert len(variants(of("void f(){\n#if A\ng();\n#endif\n}\n"), ())) == 1


def test_each_arm_of_a_straddling_group_is_shown_once() -> None:
    structure = of(STRADDLING)
    texts = variants(structure, ())
    seen = [[name for name in "abc" if f"if ({name})".encode() in text] for text in texts]
    assert seen == [["a"], ["b"], ["c"]]
    shown = [shown_condition(structure.groups[0], text) for text in texts]
    assert shown == ["A", "!A && B", "!A && !B"]


def test_the_compiled_arm_is_shown_first() -> None:
    structure = of(STRADDLING)
    first, second, third = structure.groups[0].alternatives
    skipped = ((first.start, first.end), (third.start, third.end))
    texts = variants(structure, skipped)
    assert b"if (b)" in texts[0] and b"if (a)" not in texts[0]
    assert second.condition == "B"


def test_without_an_else_no_arm_may_be_taken() -> None:
    structure = of("void f(){\n#ifdef A\nif (a)\n#endif\ng();\n}\n")
    texts = variants(structure, ())
    assert [b"if (a)" in text for text in texts] == [True, False]
    shown = [shown_condition(structure.groups[0], text) for text in texts]
    assert shown == ["defined(A)", "!defined(A)"]


def test_the_number_of_variants_is_bounded() -> None:
    arms = "".join(f"#elif A{number}\nif (a{number}) {{\n" for number in range(1, 9))
    structure = of(f"void f(){{\n#if A0\nif (a0) {{\n{arms}#endif\n}}\n}}\n")
    assert len(variants(structure, ())) == 4
    assert len(variants(structure, (), limit=2)) == 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n\n", []),
        ("// a\n/* b\n c */\n", []),
        ("int a; // b\n", [1]),
        ("#include <a.h>\n", [1]),
        ("/* a */ int b;\n\n}\n", [1, 3]),
        ("int a;", [1]),
        ("\r\nint a;\r\n", [2]),
        ('char *s = "/*";\nint a; /* "\n*/\n', [1, 2]),
        ("a // b \\\n c\nd\n", [1, 3]),
        ("#define A /* x\n y */ 1\n", [1, 2]),
        ("#if 0\nint a;\n#endif\n", [1, 2, 3]),
        ('auto s = R"x(// )"\n)x"; // c\n', [1, 2]),
        ("\x0c\nint a;\x0c\n", [2]),
    ],
)
def test_code_lines_hold_more_than_comments(text: str, lines: list[int]) -> None:
    assert of(text, "c++").code_lines() == lines


def test_macros_and_their_values() -> None:
    text = (
        "#define A 1\n#define B (A)\n#define C -0x10L\n#define D 017\n#define E A + 1\n"
        "#define F(x, ...) g(x, \\\n  __VA_ARGS__)\n#define G (x)\n#define H\n#define H 3\n"
        '#define I "s" /* t */\n#define J J\n#define K ~0\n'
    )
    macros = of(text).macros
    values = {name: macro.value for name, macro in macros.items()}
    assert values == {
        **{"A": 1, "B": 1, "C": -16, "D": 15, "E": 2, "F": None, "G": None, "H": 3},
        **{"I": None, "J": None, "K": -1},
    }
    assert (macros["F"].parameters, macros["F"].body) == (("x", "..."), "g(x, __VA_ARGS__)")
    assert macros["G"].parameters is None
    assert macros["I"].body == '"s"'
    assert macros["D"].defined_at.line == 4


@pytest.mark.parametrize(
    ("body", "value"),
    [("((3))", 3), ("-1", -1), ("-(1)", -1), ("0b101", 5), ("0", 0), ("1.5", None), ("", None)],
)
def test_the_integer_of_a_body(body: str, value: int | None) -> None:
    macro = MacroMeaning("M", None, body, None, NOWHERE)
    assert integer_values({"M": macro}) == {"M": value}


def test_macros_of_constant_expressions_have_values_and_hostile_ones_none() -> None:
    chain = "".join(f"#define N{n} N{n + 1} * N{n + 1}\n" for n in range(3000))
    text = "#define A (1 << 3)\n#define B (A | 0x10)\n#define C C\n#define D f(1)\n"
    text += "#define P Q * Q\n#define Q 9\n"
    text += f"{chain}#define N3000 9\n"
    macros = preprocess(SourceFile.of("a.h", text.encode()), "c").macros
    assert [macros[name].value for name in "ABCD"] == [8, 24, None, None]
    assert macros["P"].value == 81
    assert macros["N0"].value is None
