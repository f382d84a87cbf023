"""What an operation does to a structure on the heap that one pointer of the function holds.

The counterpart of `parts` for memory that malloc(3) returns: parts are fields behind `->`, giving
the pointer away is handing the structure out.
"""

import re
from collections.abc import Iterator

from auditkit.accesses import operands as values
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.parts import Access, Effect, Variable, only_reads
from auditkit.facts import (
    Address,
    Assign,
    Call,
    Compute,
    Opaque,
    Operand,
    Operation,
    Place,
    Return,
    Terminator,
    VariableKind,
)
from auditkit.knowledge import ApiSpec

_FIELD = re.compile(r"->(\w+)")
_OUTSIDE = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_COMPARISONS = frozenset(("!", "==", "!=", "cast"))


def heap_accesses(
    operation: Operation | Terminator, variable: Variable, callees: Callees
) -> Iterator[Access]:
    """The effects of an operation or terminator on the structure behind a pointer."""
    match operation:
        case Assign(target=target, value=value):
            yield from _assigned(target, value, variable)
        case Call():
            yield from _called(operation, variable, callees)
        case Opaque():
            yield Access(Effect.ESCAPE)
        case Compute(operator=operator, operands=found):
            for operand in found:
                yield from _value(operand, variable, alone=operator in _COMPARISONS)
        case Return(value=value) if value is not None:
            if _is(value, variable):
                yield Access(Effect.GIVE)
            yield from _value(value, variable, alone=True)
        case _:
            for operand in values(operation):
                yield from _value(operand, variable, alone=True)


def _assigned(target: object, value: Operand, variable: Variable) -> Iterator[Access]:
    if _is(value, variable):
        outside = isinstance(target, Place) and (
            target.kind in _OUTSIDE or "->" in target.text or target.text.startswith("*")
        )
        yield Access(Effect.GIVE if outside else Effect.ESCAPE)
    else:
        yield from _value(value, variable, alone=False)
    if isinstance(target, Place):
        part = _part(target, variable)
        if target.text == variable.name:
            yield Access(Effect.RESET if str(value) == variable.result else Effect.ESCAPE)
        elif part:
            yield Access(Effect.WRITE, part)
        elif target.text.lstrip("*") == variable.name or target.root == variable.name:
            yield Access(Effect.WRITE)


def _called(call: Call, variable: Variable, callees: Callees) -> Iterator[Access]:
    spec = callees.of(call)
    for position, argument in enumerate(call.arguments):
        if isinstance(argument, Address):
            part = _part(argument.place, variable)
            if part:
                yield Access(Effect.WRITE, part)
            elif argument.place.root == variable.name:
                yield Access(Effect.ESCAPE)
        elif _is(argument, variable):
            sent = not is_own(spec) and only_reads(spec, position)
            yield Access(Effect.GIVE if sent else Effect.ESCAPE, "", call, position)
        elif isinstance(argument, Place) and (part := _part(argument, variable)):
            array = part in variable.arrays or _fills(spec, position)
            yield Access(Effect.WRITE if array else Effect.READ, part)
    if isinstance(call.receiver, Place) and call.receiver.root == variable.name:
        yield Access(Effect.ESCAPE)


def _fills(spec: ApiSpec | None, position: int) -> bool:
    """Whether a function stores what a field, an array then, is the address of."""
    return spec is not None and any(out.position == position for out in spec.out)


def _value(operand: Operand, variable: Variable, *, alone: bool) -> Iterator[Access]:
    """The effects of a value; `alone` says that the pointer itself may be looked at."""
    if isinstance(operand, Address):
        part = _part(operand.place, variable)
        if part or operand.place.root == variable.name:
            yield Access(Effect.WRITE if part else Effect.ESCAPE, part)
    elif isinstance(operand, Place) and operand.root == variable.name:
        part = _part(operand, variable)
        if part:
            yield Access(Effect.WRITE if part in variable.arrays else Effect.READ, part)
        elif not alone:
            yield Access(Effect.ESCAPE)


def _is(operand: object, variable: Variable) -> bool:
    return isinstance(operand, Place) and operand.text == variable.name


def _part(place: Place, variable: Variable) -> str:
    """The field of the structure that an access path begins with; empty for another path."""
    if place.root != variable.name or not place.text.startswith(variable.name):
        return ""
    match = _FIELD.match(place.text, len(variable.name))
    return f".{match[1]}" if match is not None else ""
