"""A file cut down to one function and what it reaches, so that an audit of it is quick.

No analysis of a function looks at who calls it, only at what it calls; offsets and lines stay.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from auditkit.preprocess import blank, preprocess
from auditkit.source import SourceFile
from auditkit.syntax import definitions, parse_syntax

_OPENING = re.compile(rb"^\s*#\s*if", re.M)
_CLOSING = re.compile(rb"^\s*#\s*endif", re.M)


@dataclass(frozen=True, slots=True)
class Body:
    """Where a function's body is, and the names in it."""

    name: str
    start: int
    end: int
    names: frozenset[str]


def bodies(data: bytes, language: str) -> tuple[Body, ...]:
    """The bodies of a file's functions."""
    syntax = parse_syntax(preprocess(SourceFile.of("planted", data), language), language)
    return tuple(
        Body(item.name, item.body.start_byte, item.body.end_byte, _names(item.body.text or b""))
        for item in definitions(syntax.trees[0])
        if item.body.type == "compound_statement"
    )


def cut(data: bytes, found: tuple[Body, ...], function: str) -> bytes:
    """The file with a comment for the body of each function that the one named does not reach."""
    reached = _reached(found, function)
    kept = bytearray(data)
    for body in found:
        inner = data[body.start + 1 : body.end - 1]
        balanced = len(_OPENING.findall(inner)) == len(_CLOSING.findall(inner))
        if body not in reached and balanced and len(inner) >= 4:
            kept[body.start + 1 : body.end - 1] = b"/*" + blank(inner[2:-2]) + b"*/"
    for body in reached:
        kept[body.start : body.end] = data[body.start : body.end]
    return bytes(kept)


def _reached(found: tuple[Body, ...], function: str) -> set[Body]:
    known: Mapping[str, list[Body]] = _by_last_name(found)
    reached: set[Body] = set()
    open_ = [body for body in found if body.name == function]
    while open_:
        body = open_.pop()
        if body not in reached:
            reached.add(body)
            open_ += [other for name in body.names for other in known.get(name, [])]
    return reached


def _by_last_name(found: tuple[Body, ...]) -> dict[str, list[Body]]:
    named: dict[str, list[Body]] = {}
    for body in found:
        named.setdefault(body.name.rsplit("::", 1)[-1], []).append(body)
    return named


def _names(body: bytes) -> frozenset[str]:
    return frozenset(name.decode() for name in re.findall(rb"[A-Za-z_]\w*", body))
