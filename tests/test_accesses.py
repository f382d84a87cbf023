"""What operations read, write and pass the address of, asked of statements in C and C++."""

import pytest

from auditkit.accesses import addresses, array_names, prefixes, reads, writes
from auditkit.facts import Function, Operation, Terminator
from auditkit.testing import functions_of

HEAD = "void f(int x, int y, int i, struct s *p, struct s **q) { char a[3]; struct t s; "
READS = [
    ("c", "x++;", "x"),
    ("c", "(void)x;", "x"),
    ("c", "x = 1;", ""),
    ("c", "x += y;", "y x"),
    ("c", "g(x, &y);", "x"),
    ("c", "g(sizeof x);", ""),
    ("c", "&x;", ""),
    ("c", "return x;", "x"),
    ("c", "a[i] = y;", "y i"),
    ("c", "p[i] = y;", "y i p"),
    ("c", "x = a[i];", "i a[i]"),
    ("c", "x = a[q[i]->f];", "i q q[i] q[i]->f a[q[i]->f]"),
    ("c", "*p = x;", "x p"),
    ("c", "x = *p;", "p *p"),
    ("c", "p->f = x;", "x p"),
    ("c", "x = p->f.g;", "p p->f.g"),
    ("c", "x = p->f->g;", "p p->f p->f->g"),
    ("c", "(*q)->f = 1;", "q *q"),
    ("c", "g(&p->f[i]);", "i p"),
    ("c", "s.f = s.g;", "s.g"),
    ("c", "if (x > y) g();", "x y"),
    ("c", "switch (x) { case 1: g(); }", "x"),
    ("c", "int (*cb)(int) = h; cb(x);", "h cb x"),
    ("c", "p->done(x);", "p p->done p x"),
    ("c++", "throw x;", "x"),
    ("c++", "p->done(x);", "p x"),
    ("c++", "auto l = [x, &y] { };", "x lambda#1"),
    ("c++", "new (p) T(x);", "p x"),
    ("c++", "T t(x);", "x"),
    ("c++", "delete p;", "p"),
]


def records(text: str, language: str) -> tuple[Function, list[Operation | Terminator]]:
    """The function around some statements, with all its operations and terminators."""
    function = functions_of(f"{HEAD}{text} }}", language)[0]
    return function, [
        record for block in function.blocks for record in (*block.operations, block.terminator)
    ]


@pytest.mark.parametrize(("language", "text", "expected"), READS)
def test_what_a_statement_reads(language: str, text: str, expected: str) -> None:
    function, found = records(text, language)
    arrays = array_names(function)
    assert arrays == {"a"}
    assert [str(place) for item in found for place in reads(item, arrays)] == expected.split()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("c", "x = y; p->f += 1; a[i] = 2; g(&y);", "x p->f a[i]"),
        ("c++", "T t(x);", "t t"),
        ("c++", "new (p) T;", ""),
    ],
)
def test_what_a_statement_writes(language: str, text: str, expected: str) -> None:
    _, found = records(text, language)
    assert [str(place) for item in found for place in writes(item)] == expected.split()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("c", "g(&x, y, &p->f); struct s *r = &s;", "x p->f s"),
        ("c++", "auto l = [&] { return x + y; };", "x y"),
    ],
)
def test_whose_address_is_taken(language: str, text: str, expected: str) -> None:
    _, found = records(text, language)
    assert [str(place) for item in found for place in addresses(item)] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", []),
        ("std::cout", []),
        ("**p", [("*p", True), ("p", True)]),
        ("p->a.b", [("p->a", False), ("p", True)]),
        ("(*o)[i].x", [("(*o)[i]", False), ("*o", True), ("o", True)]),
        ("a[p->i][j.k]", [("a[p->i]", False), ("a", True)]),
        ("*p->x", [("p->x", True), ("p", True)]),
        ("*(*o)->x", [("(*o)->x", True), ("*o", True), ("o", True)]),
    ],
)
def test_the_steps_of_a_path(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(prefixes(text)) == expected
