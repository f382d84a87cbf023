"""Symbols: the values that the names of a function hold, as atoms and operators on two of them.

Apart from the environment because what a symbol is made of needs no path.
"""

import re
import zlib
from functools import lru_cache

from auditkit.values import ANY, NAMED, NONE, Cells, only, relation

Symbol = str | tuple["Symbol", str, "Symbol"]
"""An atom (`%3`, `=0`, `n@12`) or a pure operator on two symbols; an empty text is no symbol."""

SUCCESS = re.compile(r"^[A-Z]\w*(?:_OK|_SUCCESS|_NO_?ERROR)$|^CURLE_OK$")
FAILURE = re.compile(r"^(?:[A-Z]\w*_)?(?:ERR|ERROR|FAIL|FAILED|FAILURE)(?:_\w+)?$|^CURLE_[A-Z]\w*$")
_NONZERO = ~only(0)
_SIZE = re.compile(r"(?:\([\w ]+\)\s*)?\(?sizeof\b")
"""A size as written, perhaps cast."""


def reaches(path: str, name: str) -> bool:
    """Whether an access path is a name or goes through it: `p->x`, `p.x`, `p[0]`, `*p` by `p`."""
    if path == name:
        return True
    inner = path.lstrip("*")
    if inner == name:
        return True
    return inner.startswith(name) and inner[len(name) :].startswith((".", "->", "["))


def is_behind(path: str, roots: set[str]) -> bool:
    """Whether an access path goes through a pointer that starts at one of the roots."""
    if "->" not in path and not path.startswith("*") and "[" not in path:
        return False
    return any(path != root and reaches(path, root) for root in roots)


def is_asked(symbol: Symbol, live: frozenset[str], held: set[Symbol]) -> bool:
    """Whether later operations can ask for a symbol: its name is held, or its parts are."""
    if symbol in held:
        return True
    if isinstance(symbol, tuple):
        return all(atom in held or is_constant(atom) for atom in atoms(symbol))
    return symbol.startswith("#") and symbol in live


def atoms(symbol: Symbol) -> tuple[str, ...]:
    """The atoms that a symbol is made of."""
    if isinstance(symbol, str):
        return (symbol,)
    return (*atoms(symbol[0]), *atoms(symbol[2]))


def mentions(symbol: Symbol | Cells, atom: str) -> bool:
    """Whether a symbol is an atom or is made of it."""
    if isinstance(symbol, tuple):
        return mentions(symbol[0], atom) or mentions(symbol[2], atom)
    return symbol == atom


def is_constant(symbol: Symbol) -> bool:
    """Whether a symbol is a constant's."""
    return isinstance(symbol, str) and symbol.startswith("=")


@lru_cache(maxsize=4096)
def constant_cells(symbol: str) -> Cells:
    """What a constant's symbol can be: a number, a text or an address, or not known."""
    text = symbol[1:]
    if text.lstrip("-").isdigit():
        return only(int(text))
    if _SIZE.match(text):
        return relation(">=", 1)
    if SUCCESS.search(text) or FAILURE.search(text):
        return named(text)
    return _NONZERO if text[:1] in ("&", '"') or text[:2] in ('L"', 'u"', 'U"') else ANY


@lru_cache(maxsize=4096)
def named(text: str) -> Cells:
    """What stands for a constant that is only known by a name that says success or failure.

    A number far from all that programs use, the same wherever the name is; success is 0.
    """
    return only(0) if SUCCESS.search(text) else only(NAMED + zlib.crc32(text.encode()))


def truth_cells(cells: Cells, holds: Cells, true: Cells) -> Cells:
    """The values of a truth that holds just where others are in some cells."""
    return (true if cells & holds else NONE) | (only(0) if cells - holds else NONE)
