"""Macro definitions are read as the preprocessor reads them; integer bodies have their value."""

import pytest

from auditkit.macros import command_line_definition, definition, integer, names

KNOWN = {"A": 5, "B": -1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 1", ("A", None, "1")),
        ("A", ("A", None, "")),
        ("A (1)", ("A", None, "(1)")),
        ("F(x) x", ("F", ("x",), "x")),
        ("F( a , b ) a  +\tb", ("F", ("a", "b"), "a + b")),
        ("F() 0", ("F", (), "0")),
        ("F(a, ...) g(a, __VA_ARGS__)", ("F", ("a", "..."), "g(a, __VA_ARGS__)")),
        ("A 1 \\\n + 2", ("A", None, "1 + 2")),
        ("A 1 \\\r\n + 2", ("A", None, "1 + 2")),
        ("A 1 // one", ("A", None, "1")),
        ("A /* one */ 1 /* two */", ("A", None, "1")),
        ('A "// text /* */"', ("A", None, '"// text /* */"')),
        ("(1)", ("", None, "(1)")),
    ],
)
def test_a_definition_is_read(text: str, expected: tuple[str, object, str]) -> None:
    assert definition(text) == expected


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("-DA", ("A", None, "1")),
        ("-DA=", ("A", None, "")),
        ("-DA=2 + 3", ("A", None, "2 + 3")),
        ("-DF(x)=x==1", ("F", ("x",), "x==1")),
    ],
)
def test_a_flag_is_read(flag: str, expected: tuple[str, object, str]) -> None:
    assert command_line_definition(flag) == expected


def test_names_leave_out_literals() -> None:
    assert names("A + f(B, A) + 0x1F + 1e5 + \"C\" + 'D'") == ("A", "f", "B")


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("2", 2),
        ("0x10", 16),
        ("0X0000000FUL", 15),
        ("010", 8),
        ("0", 0),
        ("0b101", 5),
        ("1'000", 1000),
        ("'a'", 97),
        (r"'\n'", 10),
        (r"'\0'", 0),
        ("(2)", 2),
        ("-1", -1),
        ("(-1)", -1),
        ("~0", -1),
        ("!3", 0),
        ("+3", 3),
        ("- - 3", 3),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 3 - 2", 5),
        ("7 / 2", 3),
        ("-7 / 2", -3),
        ("-7 % 3", -1),
        ("1 << 4 | 2", 18),
        ("256 >> 4", 16),
        ("6 & 3 ^ 1", 3),
        ("1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3", 1),
        ("1 == 2 || 1 != 2", 1),
        ("0 || 0", 0),
        ("1 ? 2 : 3", 2),
        ("0 ? 2 : 1 ? 4 : 5", 4),
        ("(long)3", 3),
        ("(unsigned long int)3 + 1", 4),
        ("(uint32_t)-1", -1),
        ("A | 2", 7),
        ("(A) + B", 4),
    ],
)
def test_integer_expressions_have_a_value(body: str, value: int) -> None:
    assert integer(body, KNOWN.get) == value


@pytest.mark.parametrize(
    "body",
    [
        "",
        "C",
        "f(1)",
        "A B",
        '"text"',
        "1.5",
        "1e3",
        "09",
        "0x",
        r"'\q'",
        "1 / 0",
        "1 % 0",
        "1 << 64",
        "1 << -1",
        "(1",
        "1 +",
        "1 ? 2",
        "x ## y",
        "{ 1 }",
        "(type)1",
        "do { } while (0)",
        "(" * 500 + "1" + ")" * 500,
        "(" * 150 + "1" + ")" * 150,
        "-" * 150 + "1",
    ],
)
def test_other_bodies_have_none(body: str) -> None:
    assert integer(body, KNOWN.get) is None
