"""What relies on a result: the operations that make sense only where a call has succeeded, and only
where it has failed.

Walks once more over what was explored for a result, operation by operation. Apart from the verdicts
because each of them asks this of another part of the paths: before the test, or on one side of it.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from auditkit.accesses import operands
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.results import Followed
from auditkit.analyses.state import State, Subject, after, dereferenced
from auditkit.analyses.wording import LOGS, logs_error
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    BranchKind,
    Call,
    Operand,
    Operation,
    Place,
    Switch,
    Terminator,
    Text,
)
from auditkit.values import relation

QUIET = frozenset(
    ("release", "log", "format", "error-query", "error-print", "error-clear", "string", "shutdown")
)
_UNSAID = (BranchKind.PREPROCESSOR, BranchKind.EXCEPTION)
_COMPLAINS = re.compile(
    r"(?i:fail|error|cannot|can't|could not|couldn't|unable|invalid|unsupported|missing|wrong"
    r"|denied|reject|no such|not found|refused)"
)

_RAISES = re.compile(
    r"(?i:(?:^|_)(?:raise|throw|croak|die|panic|abort|bail|fatal|exit|longjmp)(?:_|$))|luaL_\w*error"
)
"""Functions that raise an error of another language, or end the program."""


class Moment(NamedTuple):
    """One operation or terminator on a path, with the result's state before it.

    `path` finds what was walked, `straight` says that no branch was taken since then whose outcome
    is not known.
    """

    path: int
    state: State
    record: Operation | Terminator
    straight: bool


def moments(
    followed: Followed, callees: Callees, wanted: Callable[[State], bool]
) -> Iterator[Moment]:
    """The operations that are reached in the states that are wanted, path by path."""
    reached = followed.exploration.reached
    children: dict[int, list[int]] = {}
    for index, item in enumerate(reached):
        children.setdefault(item.parent, []).append(index)
    stack = [
        (index, True)
        for index, item in enumerate(reached)
        if wanted(item.state) and (item.parent < 0 or not wanted(reached[item.parent].state))
    ]
    while stack:
        index, straight = stack.pop()
        moment = None
        for moment in _through(followed, callees, index, straight):
            yield moment
        if moment is None or isinstance(moment.record, Call):
            continue
        onwards = straight and _is_plain(moment)
        stack.extend(
            (child, onwards)
            for child in reversed(children.get(index, ()))
            if wanted(reached[child].state)
        )


def _through(followed: Followed, callees: Callees, index: int, straight: bool) -> Iterator[Moment]:
    """The operations of a block that was reached, and its terminator unless a call may give what
    holds the result another value.
    """
    item = followed.exploration.reached[index]
    block = followed.graph.blocks[item.block]
    state, first = item.state, 0
    if index == 0:
        first = 1 + next(
            number
            for number, operation in enumerate(block.operations)
            if isinstance(operation, Call) and operation.result == followed.call.result
        )
    for operation in block.operations[first:]:
        yield Moment(index, state, operation, straight)
        if isinstance(operation, Call) and (
            operation.result == followed.call.result
            or _may_replace(operation, state, callees)
            or _may_leave(operation, callees)
        ):
            return
        state = after(state, operation, followed.subject, callees)
    yield Moment(index, state, block.terminator, straight)


def _may_replace(call: Call, state: State, callees: Callees) -> bool:
    """Whether a call may store another value where the result is held."""
    given = {argument.place.root for argument in call.arguments if isinstance(argument, Address)}
    roots = given | {argument.root for argument in call.arguments if isinstance(argument, Place)}
    known = callees.api(call) is not None
    for holder in state.holders:
        if holder.startswith("%"):
            continue
        root = re.split(r"->|\.|\[", holder.lstrip("*"))[0]
        if holder == root:
            if root in given:
                return True
        elif not known and root in roots | {"this"}:
            return True
    return False


def _may_leave(call: Call, callees: Callees) -> bool:
    """Whether a function that is not in view raises an error by its name, and may not return."""
    return not callees.is_known(call) and _RAISES.search(call.callee) is not None


def _is_plain(moment: Moment) -> bool:
    """Whether a block goes on in one way only, as far as the state tells."""
    match moment.record:
        case Branch(kind=kind, left=left, right=right):
            name, state = str(left), moment.state
            settled = {name for name, _ in state.predicates | state.known} | state.holders
            return kind in _UNSAID or (name in settled and not isinstance(right, Place))
        case Switch():
            return False
    return True


def relies(
    subject: Subject, state: State, record: Operation | Terminator, callees: Callees
) -> bool:
    """Whether an operation needs the result of a success: an object behind the pointer, an open
    handle, an index.
    """
    if subject.pointer:
        if dereferenced(state._replace(used=0), _touched(record), 1).used:
            return True
    elif any(str(index) in state.holders for index in _indices(record)):
        return bool(subject.error <= relation("<", 0))
    handle = bool(subject.spec.release) and subject.error <= relation("<", 0)
    if not isinstance(record, Call) or not (subject.pointer or handle) or is_own(subject.spec):
        return False
    spec = callees.api(record)
    if spec is None or QUIET & set(spec.role) or is_own(spec):
        return False
    return any(
        str(argument) in state.holders and not parameter.nullable
        for argument, parameter in zip(record.arguments, spec.parameters, strict=False)
    )


def _touched(record: Operation | Terminator) -> tuple[Operand, ...]:
    found = tuple(operands(record))
    return (*found, record.target) if isinstance(record, Assign) else found


def _indices(record: Operation | Terminator) -> Iterator[Operand]:
    for operand in _touched(record):
        place = operand.place if isinstance(operand, Address) else operand
        if isinstance(place, Place):
            yield from place.indices


def asks(state: State, record: Operation | Terminator, callees: Callees) -> bool:
    """Whether an operation asks for the reason of a failure with the result."""
    if not isinstance(record, Call):
        return False
    spec = callees.of(record)
    if spec is None or spec.function != "SSL_get_error":
        return False
    return any(str(argument) in state.holders for argument in record.arguments[1:])


def complains(record: Operation | Terminator, callees: Callees) -> bool:
    """Whether an operation tells of an error."""
    if not isinstance(record, Call):
        return False
    spec = callees.of(record)
    roles = () if spec is None else spec.role
    if "error-print" in roles:
        return True
    if "log" not in roles and LOGS.search(record.callee) is None:
        return False
    said = any(isinstance(item, Text) and _COMPLAINS.search(item.text) for item in record.arguments)
    return said or logs_error(record)
