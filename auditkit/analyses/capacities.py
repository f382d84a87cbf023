"""How much fits: the sizes of arrays as declared, and how long a formatted text can get.

Apart from the concerns because several of them compare what is written with what there is room for.
Unknown is None; nobody guesses.
"""

import re
from collections.abc import Iterator, Mapping

from auditkit.facts import Declare, Function
from auditkit.objects import Objects

_ARRAY = re.compile(r"(?:un)?signed char|char|u?int8_t|quint8|uchar|byte|BYTE|std::byte")
_EXTENT = re.compile(r"\[([^\[\]]*)\]$")
_CONVERSION = re.compile(
    r"%(?P<flags>[-+ #0']*)(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d+))?"
    r"(?P<length>hh|h|ll|l|z|j|t|L|q)?(?P<kind>[a-zA-Z%])"
)
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]+|[0-7]{1,3}|.)")
_LONGEST = {"c": 1, "%": 1, "d": 20, "i": 20, "u": 20, "x": 16, "X": 16, "o": 22, "p": 18}
_INT = {"d": 11, "i": 11, "u": 10, "x": 8, "X": 8, "o": 11}
"""The most digits, with a sign, of 64 bits, and of an int of 32."""


def extent(type: str, number: Mapping[str, int], objects: Objects, path: str) -> int | None:
    """The number of elements of an array of one-byte elements, as its type says."""
    match = _EXTENT.search(type)
    if match is None or _ARRAY.search(type) is None:
        return None
    return _number(match[1].strip(), number, objects, path)


def declared(function: Function, name: str) -> str:
    """The type with which a variable of a function is declared; empty where it is none of its."""
    types = (
        each.type
        for each in function.operations()
        if isinstance(each, Declare) and each.place.text == name
    )
    return next(types, "")


def length(written: str) -> int | None:
    """The number of bytes of a literal as written, without the final NUL."""
    parts = _LITERAL.findall(written)
    if not parts or _LITERAL.sub("", written).strip():
        return None
    return sum(len(_ESCAPE.sub("x", part).encode()) for part in parts)


def formatted(written: str) -> int | None:
    """The most bytes that a format can make, without the final NUL; None without a bound."""
    text = "".join(_LITERAL.findall(written))
    if not text:
        return None
    total = len(_ESCAPE.sub("x", _CONVERSION.sub("", text)))
    for match in _CONVERSION.finditer(text):
        most = _most(match)
        if most is None:
            return None
        total += most
    return total


def unbounded(written: str) -> Iterator[str]:
    """The conversions of a scanning format that store as many bytes as there are."""
    text = "".join(_LITERAL.findall(written))
    for match in re.finditer(r"%(?:\d+\$)?(\*?)(\d*)(?:hh|h|l|m)?(s|\[\^?\]?[^\]]*\])", text):
        if not match[1] and not match[2] and "m" not in match[0][:-1].split("[")[0]:
            yield match[0]


def _most(match: re.Match[str]) -> int | None:
    """The most bytes that one conversion can make."""
    width = match["width"] or "0"
    if width == "*" or (match["kind"] == "s" and not (match["precision"] or "").isdigit()):
        return None
    longest = _LONGEST if (match["length"] or "h")[0] != "h" else {**_LONGEST, **_INT}
    own = int(match["precision"]) if match["kind"] == "s" else longest.get(match["kind"])
    return None if own is None else max(own, int(width), int(match["precision"] or 0))


def _number(text: str, known: Mapping[str, int], objects: Objects, path: str) -> int | None:
    """The value of an extent: a number, or a constant of the target or of the knowledge base."""
    if text.isdigit():
        return int(text)
    if text in known:
        return known[text]
    macros = objects.macro(text, path)
    return macros[0].value if len({macro.value for macro in macros}) == 1 else None
