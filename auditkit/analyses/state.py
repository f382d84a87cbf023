"""The state of one call's result along a path: what it can be, who holds it, what was done about
it.

Apart from the walk because transferring one operation needs no graph. A state is a value: equal
states at one block are one, which ends loops.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.analyses.apis import Callees
from auditkit.analyses.wording import LOGS, RAISES
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Constant,
    Declare,
    Discard,
    Opaque,
    Operand,
    Operation,
    Place,
    Temp,
    Use,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.values import ANY, NONE, OPPOSITE, Cells, only, relation

_STATUS = frozenset(("ferror", "feof"))
"""Functions that tell of an earlier failure on the same stream."""
_ALIASES = frozenset(("get", "data", "constData", "take", "release", "operator*", "operator->"))
_EMPTY = frozenset(("isNull", "empty", "isEmpty", "operator!"))
_TOLD = -1  # No line: a function answered about the pointer before it was reached.
_NONLOCAL = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)


class State(NamedTuple):
    """One path's knowledge of a result.

    `cells` is what the result can be; `holders` hold it, `predicates` are true just where it is in
    their cells, `loose` depend on it in ways not followed, `reasons` hold SSL_get_error's answer.
    `tested` is empty, `known` (against a constant), `unknown` or `assertion`; `reached` is the line
    where, before any test, a pointer is followed or given to what needs an object.
    """

    cells: Cells
    holders: frozenset[str]
    predicates: frozenset[tuple[str, Cells]] = frozenset()
    loose: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    known: frozenset[tuple[str, Cells]] = frozenset()
    tested: str = ""
    tested_line: int = 0
    entry: int = 0
    asked: str = ""
    reported: str = ""
    raised: str = ""
    passed: str = ""
    stored: str = ""
    used: int = 0
    reached: int = 0
    lost: int = 0
    worked: bool = False
    released: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The call whose result is followed: its specification, error cells and the objects it works
    on.
    """

    call: Call
    spec: ApiSpec
    error: Cells
    pointer: bool
    related: frozenset[str]
    relevant: frozenset[str]
    unsigned: frozenset[str] = frozenset()


def key(operand: Operand | None) -> str:
    """The name by which an operand is followed; empty for constants and texts."""
    return str(operand) if isinstance(operand, Place | Temp) else ""


def after(state: State, operation: Operation, subject: Subject, callees: Callees) -> State:
    """The state behind one operation."""
    if subject.pointer and not ((state.reached and state.used) or state.tested or state.passed):
        state = dereferenced(state, _operands(operation), operation.at.line)
    match operation:
        case Assign():
            return _assigned(state, operation, subject)
        case Compute():
            return _computed(state, operation)
        case Call():
            return _called(state, operation, subject, callees)
        case Use(value=value) if key(value) in state.holders:
            return state._replace(passed=state.passed or "a lambda or a cast to void")
        case Opaque():
            return state._replace(passed=state.passed or "text that was not understood")
        case Declare(place=place):
            return _without(state, place.text)
    return state


def dereferenced(state: State, operands: tuple[Operand, ...], line: int) -> State:
    """The state after operands were touched: reaching through an untested result uses it."""
    for operand in operands:
        place = operand.place if isinstance(operand, Address) else operand
        if not isinstance(place, Place):
            continue
        inner = place.text.lstrip("*")
        for holder in state.holders:
            if (place.text != inner and inner == holder) or _through(
                place.text, holder, strict=True
            ):
                return reached(state, line)
    return state


def reached(state: State, line: int) -> State:
    """The state after an untested result was used itself."""
    return state._replace(used=state.used or line, reached=state.reached or line)


def _operands(operation: Operation) -> tuple[Operand, ...]:
    match operation:
        case Assign(target=target, value=value):
            return (target, value)
        case Compute(operands=operands):
            return operands
        case Call(arguments=arguments, receiver=receiver):
            return arguments if receiver is None else (*arguments, receiver)
        case Use(value=value):
            return (value,)
    return ()


def _assigned(state: State, operation: Assign, subject: Subject) -> State:
    target, value = str(operation.target), key(operation.value)
    if value == "errno" and state.entry:
        state = state._replace(asked=state.asked or "errno")
    if operation.operator != "=":
        followed = state.holders | state.loose | _names(state.predicates)
        if value in followed or target in followed:
            rest = frozenset(item for item in state.predicates if item[0] != target)
            return state._replace(
                loose=state.loose | {target}, holders=state.holders - {target}, predicates=rest
            )
        return _without(state, target, operation.at.line)
    state = _without(state, target, operation.at.line, keep=value)
    if value and value in state.holders:
        state = state._replace(holders=state.holders | {target})
        if _is_nonlocal(operation.target):
            state = state._replace(stored=target)
    elif value and value in state.loose:
        state = state._replace(loose=state.loose | {target})
    elif value and value in state.reasons:
        state = state._replace(reasons=state.reasons | {target})
    elif value and value in (predicates := dict(state.predicates)):
        state = state._replace(predicates=state.predicates | {(target, predicates[value])})
        if _is_nonlocal(operation.target):
            state = state._replace(stored=target)
    elif target in subject.relevant:
        cells = _value(state, operation.value)
        if cells != ANY:
            state = state._replace(known=state.known | {(target, cells)})
    if state.entry and _is_nonlocal(operation.target) and _NAMES_ERROR.search(target):
        state = state._replace(raised=state.raised or target)
    return state


_NAMES_ERROR = re.compile(r"(?i:err|fail|status|result|\bret\b|\brc\b|state|ok\b)")


def _computed(state: State, operation: Compute) -> State:
    target = str(operation.target)
    names = [key(operand) for operand in operation.operands]
    if operation.operator == "cast" and names[0] in state.holders:
        return state._replace(holders=state.holders | {target})
    predicate = truth_cells(state, operation)
    if predicate is not None:
        return state._replace(predicates=state.predicates | {(target, predicate)})
    followed = state.holders | state.loose | _names(state.predicates)
    if any(name in followed for name in names):
        return state._replace(loose=state.loose | {target})
    if any(name in state.reasons for name in names):
        return state._replace(reasons=state.reasons | {target})
    return state


def truth_cells(state: State, operation: Compute) -> Cells | None:
    """The results for which a computed truth value is true; None if that is not known."""
    operands = operation.operands
    first = key(operands[0]) if operands else ""
    predicates = dict(state.predicates)
    if operation.operator in ("!", "cast"):
        if first in state.holders and operation.operator == "!":
            return only(0)
        if first in predicates:
            return ~predicates[first] if operation.operator == "!" else predicates[first]
        return None
    if operation.operator not in OPPOSITE or len(operands) != 2:
        return None
    right = operands[1]
    if not isinstance(right, Constant) or right.value is None:
        return None
    if first in state.holders:
        return relation(operation.operator, right.value)
    if first in predicates and operation.operator in ("==", "!=") and right.value in (0, 1):
        positive = (operation.operator == "==") == (right.value == 1)
        return predicates[first] if positive else ~predicates[first]
    return None


def _called(state: State, call: Call, subject: Subject, callees: Callees) -> State:
    spec = callees.api(call)
    names = [str(argument) for argument in call.arguments]
    receiver = str(call.receiver) if call.receiver is not None else ""
    state = _followed(state, call, subject, spec, names, receiver)
    straddles = bool(state.cells & subject.error) and not state.tested
    roles = spec.role if spec is not None else ()
    quiet = {"error-query", "error-clear", "error-print", "release", "log"} & set(roles)
    roots = {_root(argument) for argument in call.arguments}
    asks = spec is not None and spec.function in _STATUS and roots & subject.related
    if straddles and asks:
        state = state._replace(passed=state.passed or call.callee)
    if straddles and spec is not None and not quiet and roots & subject.related and not state.used:
        state = state._replace(used=call.at.line)
    if state.entry:
        state = _on_error_path(state, call, spec, set(roles), names)
    killed = [name[1:] for name in names if name.startswith("&")]
    for name in killed:
        if name in state.holders and len(state.holders) > 1 and spec is None:
            state = state._replace(passed=state.passed or call.callee)
        if name in dict(state.known):
            state = _unknown(state, name)
    if spec is None and call.kind is not CallKind.CONSTRUCTOR:
        kept = frozenset(item for item in state.known if not _is_shared(item[0]))
        if kept != state.known:
            state = state._replace(known=kept)
    return state


def _followed(
    state: State,
    call: Call,
    subject: Subject,
    spec: ApiSpec | None,
    names: list[str],
    receiver: str,
) -> State:
    """What a call does with the result: asks for its reason, wraps it, tests it, or takes it
    along.
    """
    result = str(call.result)
    given = [name for name in names if name in state.holders]
    if receiver and receiver in state.holders:
        if call.callee in _ALIASES:
            return state._replace(holders=state.holders | {result})
        if call.callee in _EMPTY:
            return state._replace(predicates=state.predicates | {(result, only(0))})
    if not given:
        followed = state.loose | _names(state.predicates) | state.reasons
        if spec is None and state.tested != "known" and any(name in followed for name in names):
            return state._replace(passed=state.passed or call.callee)
        return state
    if spec is not None and spec.function == "SSL_get_error":
        return state._replace(asked=spec.function, reasons=state.reasons | {result})
    wraps = call.kind is CallKind.CONSTRUCTOR or call.callee in ("reset", "std::move", "move")
    if wraps and not call.callee.startswith("new"):
        held = {result} | ({receiver} if receiver else set())
        return state._replace(holders=state.holders | held)
    if spec is None and LOGS.search(call.callee):
        return state
    if spec is None:
        if state.tested == "known":
            return state
        told = call.discard is Discard.VALUE and not state.reached
        return state._replace(passed=call.callee, reached=_TOLD if told else state.reached)
    nullable = subject.pointer and all(
        spec.parameters[index].nullable
        for index, name in enumerate(names)
        if name in given and index < len(spec.parameters)
    )
    # What refuses a null object tells so by a result.
    unheard = spec.error_cells and call.discard is not Discard.VALUE and names[0] in given
    nullable = nullable and not unheard
    if {"release", "log", "format", "error-query", "error-print"} & set(spec.role) or nullable:
        return state
    return state if state.tested or state.passed else reached(state, call.at.line)


def _on_error_path(
    state: State, call: Call, spec: ApiSpec | None, roles: set[str], names: list[str]
) -> State:
    if LOGS.search(call.callee) or {"log", "error-print"} & roles:
        return state._replace(reported=state.reported or call.callee)
    if "error-query" in roles and spec is not None:
        return state._replace(asked=state.asked or spec.function)
    if "release" in roles:
        shown = ", ".join(names)[:60]
        return state._replace(released=state.released or f"{call.callee}({shown})")
    if spec is None and RAISES.search(call.callee):
        return state._replace(raised=state.raised or call.callee)
    if "errno" in names:
        state = state._replace(asked=state.asked or "errno")
    if call.kind in (CallKind.DIRECT, CallKind.MEMBER, CallKind.INDIRECT) and not roles & {
        "string"
    }:
        return state._replace(worked=True)
    return state


def _value(state: State, operand: Operand) -> Cells:
    match operand:
        case Constant(value=value) if value is not None:
            return only(value)
        case Address():
            return ~only(0)
        case Place() | Temp():
            return dict(state.known).get(str(operand), ANY)
    return ANY


def value_of(state: State, operand: Operand | None) -> Cells:
    """What an operand can be on this path."""
    if operand is None:
        return NONE
    name = key(operand)
    if name in state.holders:
        return state.cells
    predicates = dict(state.predicates)
    if name in predicates:
        return _truth(state.cells, predicates[name])
    return _value(state, operand)


def _truth(cells: Cells, true: Cells) -> Cells:
    result = NONE
    if cells & true:
        result |= only(1)
    if cells - true:
        result |= only(0)
    return result


def _without(state: State, name: str, line: int = 0, keep: str = "") -> State:
    """The state after a name got another value; what was reached through it is gone as well."""
    holders = frozenset(item for item in state.holders if not _through(item, name) or item == keep)
    predicates = frozenset(item for item in state.predicates if item[0] != name)
    if holders != state.holders:
        rest = [item for item in holders if not item.startswith("%")]
        named = rest or predicates or state.loose - {name} or state.reasons or keep in holders
        untouched = not (state.tested or state.passed or state.stored or state.asked)
        if line and untouched and not named:
            state = state._replace(lost=line)
        state = state._replace(holders=holders)
    if predicates != state.predicates:
        state = state._replace(predicates=predicates)
    if name in state.loose or name in state.reasons:
        state = state._replace(loose=state.loose - {name}, reasons=state.reasons - {name})
    return _unknown(state, name)


def _unknown(state: State, name: str) -> State:
    kept = frozenset(item for item in state.known if not _through(item[0], name))
    return state._replace(known=kept) if kept != state.known else state


def _through(path: str, name: str, *, strict: bool = False) -> bool:
    if path == name:
        return not strict
    return path.startswith(name) and path[len(name) :].startswith((".", "->", "["))


def _is_shared(name: str) -> bool:
    return "->" in name or name.startswith("*")


def _is_nonlocal(target: Place | Temp) -> bool:
    if isinstance(target, Temp):
        return False
    return target.kind in _NONLOCAL or "->" in target.text or target.text.startswith("*")


def _names(predicates: frozenset[tuple[str, Cells]]) -> frozenset[str]:
    return frozenset(name for name, _ in predicates)


def _root(operand: Operand) -> str:
    place = operand.place if isinstance(operand, Address) else operand
    return place.root if isinstance(place, Place) else ""
