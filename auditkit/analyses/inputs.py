"""The arguments of calls by what they are for, as the knowledge of an API says: keys, modes, sizes.

Apart from the concerns because many of them begin with the same question.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from auditkit.analyses.apis import Callees
from auditkit.analyses.definitions import Point
from auditkit.facts import Call, Function, Operand
from auditkit.knowledge import ApiSpec


class Input(NamedTuple):
    """One argument of a call at a point of a function, with what its value is for."""

    call: Call
    point: Point
    spec: ApiSpec
    purpose: str
    operand: Operand


def inputs(function: Function, callees: Callees, purposes: Collection[str]) -> Iterator[Input]:
    """The arguments of a function's calls that are for one of these purposes, in source order; a
    function that is an API's wrapper by name hands on what its callers are asked about.
    """
    wrapped = callees.knowledge.find(function.name)
    for call, point in calls_at(function):
        spec = callees.of(call)
        if spec is None or spec is wrapped:
            continue
        for each in spec.parameters:
            if each.purpose in purposes and each.position < len(call.arguments):
                yield Input(call, point, spec, each.purpose, call.arguments[each.position])


def same_object(call: Call, other: Call) -> bool:
    """Whether two calls work on one object, by how their first arguments are written: `ctx`, or the
    results of equal calls such as `ctx.get()`.
    """
    return bool(call.arguments and other.arguments) and _first(call) == _first(other)


def _first(call: Call) -> str:
    """The first argument as it is written."""
    inside = call.text.partition("(")[2]
    depth = 0
    for index, character in enumerate(inside):
        depth += (character in "([{") - (character in ")]}")
        if depth < 0 or (depth == 0 and character == ","):
            return inside[:index].strip()
    return inside.strip()


def calls_at(function: Function) -> Iterator[tuple[Call, Point]]:
    """The calls of a function with their points."""
    for block in function.blocks:
        for index, operation in enumerate(block.operations):
            if isinstance(operation, Call):
                yield operation, (block.number, index)
