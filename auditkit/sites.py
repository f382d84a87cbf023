"""Call sites and their ids, by which the tables of an audit refer to each other.

Apart from the tables because several kinds of rows need them.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from auditkit.facts import Call, Function
from auditkit.source import Location

Site = tuple[str, str, Location, Location, str, str]
"""What tells a call site from all others: also which of two functions it is in whose heads are
alternatives of one body.
"""
Sites = Mapping[Site, str]


def site_calls(function: Function) -> list[Call]:
    """The call sites of a function, each once: two readings of one `#if` name a site twice."""
    unique: dict[tuple[object, ...], Call] = {}
    for call in function.calls():
        unique.setdefault((call.at, call.callee, call.kind, call.macro), call)
    return sorted(unique.values(), key=lambda call: (call.at, call.result.number))


def call_ids(functions: Iterable[Function]) -> dict[Site, str]:
    """An id for each call site: stable when lines move, unique by an ordinal in the function."""
    ids: dict[Site, str] = {}
    seen: Counter[str] = Counter()
    for function in functions:
        for call in site_calls(function):
            key = "\x1f".join(
                (call.at.path, function.name, function.signature, call.callee, call.text)
            )
            digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"))
            seen[key] += 1
            ids[site_of(function, call)] = digest.hexdigest()[:16]
    return ids


def site_of(function: Function, call: Call) -> Site:
    """What tells a call site from all others."""
    kind = call.kind.value + call.macro
    return function.name, function.signature, function.at, call.at, call.callee, kind
