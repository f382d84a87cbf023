"""What a path does to a function's parameters: whether they are released, kept or written through.

Apart from the walk because an effect is decided by one operation and the symbols that it sees.
"""

from collections.abc import Iterator, Mapping

from auditkit.analyses.apis import Callees
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.passing import sounds_like_measure
from auditkit.analyses.wording import LOGS
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Constant,
    Function,
    Operand,
    Operation,
    Place,
    Temp,
    VariableKind,
)
from auditkit.knowledge import ApiSpec

Effects = frozenset[tuple[str, int]]
"""Pairs of a word and a parameter's position: the words of `ownership.OWNERSHIP` but `borrows`, and
`written`, `nulled`."""

_OUTSIDE = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_PERHAPS = {"releases_on_failure": "keeps"}
_MEMBERS = {"releases": "clears", "releases_all": "clears"}


def parameter_symbols(function: Function) -> dict[Symbol, int]:
    """The symbols that stand for the pointer parameters of a function at its entry."""
    return {
        f"{parameter.name}@": index
        for index, parameter in enumerate(function.parameters)
        if parameter.name and any(mark in parameter.type for mark in "*&[")
    }


def effects_of(
    operation: Operation,
    before: Environment,
    effects: Effects,
    parameters: Mapping[Symbol, int],
    callees: Callees,
) -> Effects:
    """The effects on a path behind one operation."""
    if not parameters:
        return effects
    match operation:
        case Assign():
            new = frozenset(_stored(operation, before, parameters))
        case Call():
            new = frozenset(_given(operation, before, parameters, callees.of(operation)))
        case Compute(operator="{}" | "~" | "^", operands=parts):
            found = (parameters.get(_symbol(part, before), -1) for part in parts)
            new = frozenset(("keeps", index) for index in found if index >= 0)
        case _:
            return effects
    return effects if new <= effects else effects | new


def _stored(
    operation: Assign, before: Environment, parameters: Mapping[Symbol, int]
) -> Iterator[tuple[str, int]]:
    target = operation.target
    if not isinstance(target, Place):
        return
    behind = target.text != target.root
    index = _position(target, before, parameters) if behind else -1
    if index >= 0:
        null = isinstance(operation.value, Constant) and operation.value.value == 0
        yield ("nulled" if null else "written"), index
    given = parameters.get(_symbol(operation.value, before), -1)
    # What is a part of a local structure goes where that goes.
    outside = target.kind in _OUTSIDE or behind or isinstance(operation.value, Address)
    if given >= 0 and outside and given != index:
        yield "keeps", given


def _given(
    call: Call, before: Environment, parameters: Mapping[Symbol, int], spec: ApiSpec | None
) -> Iterator[tuple[str, int]]:
    if call.kind is CallKind.DESTRUCTOR and call.callee.startswith("delete"):
        words = ["releases"] * len(call.arguments)
    elif spec is None:
        quiet = LOGS.search(call.callee) is not None or sounds_like_measure(call.callee)
        words = ["" if quiet else "keeps"] * len(call.arguments)
    else:
        known = [_PERHAPS.get(item.ownership, item.ownership) for item in spec.parameters]
        words = [*known, *[""] * len(call.arguments)]
        for out in spec.out:
            words[out.position] = "written" if known[out.position] == "borrows" else words[0]
    for argument, word in zip(call.arguments, words, strict=False):
        index = parameters.get(before.symbol(_value(argument)), -1)
        if index >= 0 and word not in ("", "borrows", "returned"):
            yield word, index
        elif index < 0 and word in _MEMBERS and isinstance(argument, Place):
            inner = _position(argument, before, parameters)
            if inner >= 0:
                yield _MEMBERS[word], inner
        elif isinstance(argument, Address) and word == "keeps":
            held = parameters.get(_symbol(argument, before), -1)
            if held >= 0:
                yield "keeps", held


def _symbol(part: Operand, before: Environment) -> Symbol:
    """The symbol of a value, or of the variable whose address it is."""
    return before.held(part.place.text) if isinstance(part, Address) else before.symbol(part)


def _value(argument: Operand) -> Operand | None:
    return argument if isinstance(argument, Place | Temp) else None


def _position(place: Place, before: Environment, parameters: Mapping[Symbol, int]) -> int:
    """The parameter through which a place is reached, -1 if there is none."""
    if place.kind is not VariableKind.PARAMETER or place.text == place.root:
        return -1
    return parameters.get(before.held(place.root), -1)
