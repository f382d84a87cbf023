"""Sets of integers as disjoint intervals: what a result can be, what counts as its error.

The partition that tables show ({< -1, -1, 0, 1, > 1}, null and nonnull, false and true) is a view
of these sets; comparisons with any constant stay exact. A null pointer is 0, any other is not.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

LOWEST = -(2**64)
HIGHEST = 2**64
NAMED = 2**48
"""Where the numbers of constants begin of which only the name is known."""
PARTITION = (
    ("< -1", LOWEST, -2),
    ("-1", -1, -1),
    ("0", 0, 0),
    ("1", 1, 1),
    ("> 1", 2, HIGHEST),
)
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
Parts = tuple[tuple[int, int], ...]
_RELATION = re.compile(r"(==|!=|<=|>=|<|>)\s*(NULL|nullptr|true|false|-?(?:0x[0-9a-fA-F]+|\d+))")
_WORDS = {"NULL": 0, "nullptr": 0, "true": 1, "false": 0}


@dataclass(frozen=True, slots=True)
class Cells:
    """A set of integers: closed intervals in ascending order, none touching the next."""

    parts: Parts

    @staticmethod
    def parse(text: str) -> "Cells":
        """The set that a relation names: `<= 0`, `== NULL`, `< 0 or == 2`, `none`, `any`.

        Raises ValueError where the text is no such relation.
        """
        if text in ("none", "any"):
            return NONE if text == "none" else ANY
        cells = NONE
        for part in text.split(" or "):
            match = _RELATION.fullmatch(part.strip())
            if match is None:
                raise ValueError(f"{part.strip()!r} is no relation such as '<= 0' or '== NULL'")
            word = match[2]
            cells |= relation(match[1], _WORDS[word] if word in _WORDS else int(word, 0))
        return cells

    def __and__(self, other: "Cells") -> "Cells":
        return _intersection(self.parts, other.parts)

    def __or__(self, other: "Cells") -> "Cells":
        return _union(self.parts, other.parts)

    def __sub__(self, other: "Cells") -> "Cells":
        return _intersection(self.parts, _complement(other.parts).parts)

    def __invert__(self) -> "Cells":
        return _complement(self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __contains__(self, number: int) -> bool:
        return any(low <= number <= high for low, high in self.parts)

    def __le__(self, other: "Cells") -> bool:
        return not self - other

    @property
    def single(self) -> int | None:
        """The only member, if there is just one."""
        if len(self.parts) == 1 and self.parts[0][0] == self.parts[0][1]:
            return self.parts[0][0]
        return None

    def partition(self) -> tuple[str, ...]:
        """The cells of the fixed partition that the set meets, in order."""
        return tuple(
            name
            for name, low, high in PARTITION
            if any(first <= high and low <= last for first, last in self.parts)
        )

    def __str__(self) -> str:
        """The set as a relation, `<= 0`; the reverse of `parse` for one relation."""
        return _text(self)


NONE = Cells(())
ANY = Cells(((LOWEST, HIGHEST),))


@lru_cache(maxsize=4096)
def only(number: int) -> Cells:
    """The set of one number."""
    return Cells(((number, number),))


@lru_cache(maxsize=4096)
def relation(operator: str, number: int) -> Cells:
    """The integers that stand in this relation to the number: `relation("<", 0)`."""
    match operator:
        case "==":
            return only(number)
        case "!=":
            return ~only(number)
        case "<":
            return Cells(((LOWEST, number - 1),))
        case "<=":
            return Cells(((LOWEST, number),))
        case ">":
            return Cells(((number + 1, HIGHEST),))
        case ">=":
            return Cells(((number, HIGHEST),))
    raise ValueError(f"{operator!r} is no relation; permitted: == != < <= > >=")


@lru_cache(maxsize=65536)
def _intersection(first: Parts, second: Parts) -> Cells:
    # By the parts, here and below: the hash of a record would be asked in Python each time.
    parts = [
        (max(low, other_low), min(high, other_high))
        for low, high in first
        for other_low, other_high in second
        if max(low, other_low) <= min(high, other_high)
    ]
    return Cells(tuple(parts))


@lru_cache(maxsize=65536)
def _union(first: Parts, second: Parts) -> Cells:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(first + second):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return Cells(tuple(merged))


@lru_cache(maxsize=65536)
def _complement(cells: Parts) -> Cells:
    parts: list[tuple[int, int]] = []
    next_low = LOWEST
    for low, high in cells:
        if next_low < low:
            parts.append((next_low, low - 1))
        next_low = high + 1
    if next_low <= HIGHEST:
        parts.append((next_low, HIGHEST))
    return Cells(tuple(parts))


def _text(cells: Cells) -> str:
    if not cells.parts:
        return "none"
    if cells == ANY:
        return "any"
    holes = ~cells
    if len(cells.parts) > 1 and holes.single is not None:
        return f"!= {holes.single}"
    return " or ".join(dict.fromkeys(_part_text(low, high) for low, high in cells.parts))


def _part_text(low: int, high: int) -> str:
    if low == high:
        return "a named code" if low >= NAMED else f"== {low}"
    if low == LOWEST:
        return f"<= {high}" if high == 0 else f"< {high + 1}"
    if high == HIGHEST:
        return f"> {low - 1}" if low == 1 else f">= {low}"
    return f"{low} .. {high}"
