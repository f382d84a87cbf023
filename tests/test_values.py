"""Sets of integers against brute force, and the relations that name them."""

import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.values import (
    ANY,
    HIGHEST,
    LOWEST,
    MIRRORED,
    NONE,
    OPPOSITE,
    PARTITION,
    Cells,
    only,
    relation,
)

NUMBERS = range(-5, 6)
OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
relations = st.builds(relation, st.sampled_from(sorted(OPERATORS)), st.integers(-4, 4))
cells = st.recursive(
    st.one_of(relations, st.just(NONE), st.just(ANY)),
    lambda inner: st.one_of(
        st.builds(operator.and_, inner, inner),
        st.builds(operator.or_, inner, inner),
        st.builds(operator.sub, inner, inner),
        st.builds(operator.invert, inner),
    ),
    max_leaves=6,
)


def members(found: Cells) -> set[int]:
    """The members among the numbers of the test."""
    return {number for number in NUMBERS if number in found}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("name", OPERATORS)
def test_a_relation_holds_what_the_operator_says(name: str, number: int) -> None:
    expected = {other for other in NUMBERS if OPERATORS[name](other, number)}
    assert members(relation(name, number)) == expected
    assert members(Cells.parse(f"{name} {number}")) == expected


@pytest.mark.parametrize("name", OPERATORS)
def test_opposites_and_mirrors(name: str) -> None:
    for number in NUMBERS:
        assert relation(OPPOSITE[name], number) == ~relation(name, number)
        for other in NUMBERS:
            assert OPERATORS[name](other, number) == OPERATORS[MIRRORED[name]](number, other)


@given(cells, cells)
def test_operations_are_those_of_sets(first: Cells, second: Cells) -> None:
    assert members(first & second) == members(first) & members(second)
    assert members(first | second) == members(first) | members(second)
    assert members(first - second) == members(first) - members(second)
    assert members(~first) == set(NUMBERS) - members(first)
    assert (first <= second) == (members(first) <= members(second))
    assert bool(first) == bool(members(first))


@given(cells, cells)
def test_equal_sets_are_equal_records(first: Cells, second: Cells) -> None:
    assert (members(first) == members(second)) == (first == second)
    assert ~~first == first
    assert ~(first | second) == ~first & ~second
    assert first | second == second | first
    assert first & ~first == NONE
    assert first | ~first == ANY


@given(cells)
def test_parts_ascend_and_do_not_touch(found: Cells) -> None:
    for (_, high), (low, _) in zip(found.parts, found.parts[1:], strict=False):
        assert high + 1 < low
    assert all(LOWEST <= low <= high <= HIGHEST for low, high in found.parts)


@given(cells)
def test_the_partition_names_the_cells_that_are_met(found: Cells) -> None:
    expected = tuple(
        name
        for name, low, high in PARTITION
        if any(low <= number <= high for number in members(found))
    )
    assert found.partition() == expected


@given(relations)
def test_the_text_of_a_relation_parses_back(found: Cells) -> None:
    assert Cells.parse(str(found)) == found


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<= 0", "<= 0"),
        ("< 0", "< 0"),
        ("== NULL", "== 0"),
        ("== nullptr", "== 0"),
        ("!= true", "!= 1"),
        ("== false", "== 0"),
        ("> 0", "> 0"),
        (">= 2", ">= 2"),
        ("< 0 or == 2", "< 0 or == 2"),
        ("< 0 or == 0", "<= 0"),
        ("== 0 or == 1", "0 .. 1"),
        ("== -0x10", "== -16"),
        ("none", "none"),
        ("any", "any"),
        ("< 1 or >= 1", "any"),
    ],
)
def test_relations_parse_and_print(text: str, printed: str) -> None:
    assert str(Cells.parse(text)) == printed


@pytest.mark.parametrize(
    "text", ["", "0", "= 0", "< x", "<= 0 and > 1", "== 1 or", "=> 3", "< 1.5"]
)
def test_what_is_no_relation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no relation"):
        Cells.parse(text)


def test_an_unknown_operator_is_refused() -> None:
    with pytest.raises(ValueError, match="permitted: == != < <= > >="):
        relation("<=>", 0)


def test_a_single_member() -> None:
    assert only(3).single == 3
    assert relation("<", 0).single is None
    assert NONE.single is None
    assert (relation(">=", 0) & relation("<=", 0)).single == 0
