"""How much fits: extents of arrays, lengths of literals, bounds of formats."""

import pytest

from auditkit.analyses.capacities import declared, extent, formatted, length, unbounded
from auditkit.objects import Objects
from auditkit.testing import facts_of, functions_of


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        ("char[16]", 16),
        ("unsigned char[ROOM]", 64),
        ("const uint8_t[LIMIT]", 7),
        ("char[UNKNOWN]", None),
        ("char[sizeof(int)]", None),
        ("int[4]", None),
        ("char *", None),
    ],
)
def test_the_extent_of_an_array_of_bytes(type: str, expected: int | None) -> None:
    objects = Objects.of((), facts_of("#define ROOM 64\n", "c").macros)
    assert extent(type, {"LIMIT": 7}, objects, "example.c") == expected


def test_a_macro_with_two_meanings_has_no_extent() -> None:
    macros = [*facts_of("#define N 1\n", "c", "a.h").macros]
    macros += facts_of("#define N 2\n", "c", "b.h").macros
    assert extent("char[N]", {}, Objects.of((), macros), "c.c") is None


def test_the_type_of_a_variable_of_the_function() -> None:
    (function,) = functions_of("void f(char *p) { char name[8]; p[0] = name[0]; }")
    assert declared(function, "name") == "char[8]"
    assert declared(function, "p") == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [('"abc"', 3), ('""', 0), (r'"a\n\x41\0"', 4), ('"ab" "c"', 3), ('P "c"', None), ("p", None)],
)
def test_the_length_of_a_literal(written: str, expected: int | None) -> None:
    assert length(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"abc"', 3),
        ('"%d/%c"', 13),
        ('"%ld"', 20),
        ('"%02x"', 8),
        ('"%.8s!"', 9),
        ('"%30.8s"', 30),
        ('"100%%"', 4),
        ('"%s"', None),
        ('"%*d"', None),
        ('"%f"', None),
        ("format", None),
    ],
)
def test_the_most_that_a_format_makes(written: str, expected: int | None) -> None:
    assert formatted(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"%s"', ["%s"]),
        ('"%31s %[^=]"', ["%[^=]"]),
        ('"%*s %d"', []),
        ('"%ms"', []),
        ('"%[]x]"', ["%[]x]"]),
        ('"%7[a-z]"', []),
    ],
)
def test_the_conversions_without_a_bound(written: str, expected: list[str]) -> None:
    assert list(unbounded(written)) == expected
