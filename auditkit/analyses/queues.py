"""What functions do to OpenSSL's queue of errors, which SSL_get_error looks at first.

By name over the target's call graph: a function of the target does what the functions do that it
calls, but for errors that come from further below, or from a log: these seldom stay. See
ERR_get_error(3), SSL_get_error(3).
"""

import re
from collections.abc import Mapping, Sequence

from auditkit.analyses.apis import Callees
from auditkit.analyses.walk import Course
from auditkit.analyses.wording import LOGS
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import Block, Branch, Call, Function

ADDS = "adds"
EMPTIES = "empties"
ASKS = "asks"
_EMPTYING = frozenset(("error-clear", "error-print"))
_LOOKS = frozenset(("ERR_peek_error", "ERR_peek_last_error", "ERR_peek_error_line_data"))
_CLEARS = re.compile(r"(?i:(?:clear|drain|flush|empty)\w*err|err\w*(?:clear|drain|flush))")
"""Names of functions of other files that speak of emptying the queue."""
_NONE: frozenset[str] = frozenset()
Leavers = frozenset[tuple[int, str]]
"""The calls that may have left errors: identity, 0 for a shutdown, and first argument."""


def effects(call: Call, callees: Callees) -> frozenset[str]:
    """What a call does to the queue: `adds` errors to it if it fails, `empties` it, or `asks`
    SSL_get_error, which looks at it.
    """
    spec = callees.api(call)
    if spec is None:
        name = call.callee.rsplit("::", 1)[-1]
        if name not in callees.defined and _CLEARS.search(name):
            return frozenset((EMPTIES,))
        unsure = callees.may_be_any(call)
        return _NONE if unsure else callees.queues.get(_named(call, callees), _NONE)
    if spec.function == "SSL_get_error":
        return frozenset((ASKS,))
    if spec.library != "openssl" or spec.function in _LOOKS:
        return _NONE
    if _EMPTYING & set(spec.role) or spec.queue in ("clears", "reads"):
        return frozenset((EMPTIES,))
    return frozenset((ADDS,)) if spec.queue == "adds" else _NONE


def queue_effects(functions: Sequence[Function], callees: Callees) -> Mapping[str, frozenset[str]]:
    """What each function of the target does to the queue, by its name and by its last name, which
    may be that of several.
    """
    found: dict[str, frozenset[str]] = {}
    calls: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for function in functions:
        names.setdefault(function.name.rsplit("::", 1)[-1], set()).add(function.name)
        for call in function.calls():
            if callees.may_be_any(call):
                continue
            if callees.api(call) is not None:
                effect = effects(call, callees)
                found[function.name] = found.get(function.name, _NONE) | effect
            else:
                calls.setdefault(function.name, set()).add(_named(call, callees))
    _hand_on(found, calls, names)
    return found


def _named(call: Call, callees: Callees) -> str:
    """Under what the effect of a function of the target is looked up: its class where known."""
    return call.target if call.target in callees.defined else call.callee.rsplit("::", 1)[-1]


def _hand_on(
    found: dict[str, frozenset[str]], calls: Mapping[str, set[str]], names: Mapping[str, set[str]]
) -> None:
    """Adds to what each function does itself what those do that it calls."""
    quiet = {name for name in (*found, *calls) if LOGS.search(name.rsplit("::", 1)[-1])}

    def known(name: str) -> frozenset[str]:
        each = {name} | names.get(name, set())
        return _NONE.union(*(found.get(one, _NONE) for one in each))

    near = {name for name in (*found, *names) if ADDS in known(name) and name not in quiet}
    adding = near | {name for name, called in calls.items() if called & near} - quiet
    changed = True
    while changed:
        changed = False
        for name, called in calls.items():
            new = found.get(name, _NONE).union(*map(known, called))
            changed = changed or new != found.get(name, _NONE)
            found[name] = new
    for last, whole in names.items():
        for name in whole:
            if name not in adding:
                found[name] = found.get(name, _NONE) - {ADDS}
        found[last] = known(last)


def clean_before(course: Course) -> frozenset[int]:
    """The calls before which the queue is empty on every path, by identity.

    The handshake functions empty it themselves; SSL_read and SSL_write do not. An operation that
    comes round to itself has not failed for good, nor has one on a connection that was shut down.
    """
    clean: set[int] = set()

    def transfer(block: Block, before: Leavers) -> Leavers:
        state = before
        for operation in block.operations:
            if not isinstance(operation, Call):
                continue
            own = {each for each in state if _is_harmless(each, operation)}
            (clean.add if state <= own else clean.discard)(id(operation))
            found = effects(operation, course.callees)
            spec = course.callees.api(operation)
            asked = spec is not None and spec.reason == "SSL_get_error"
            if EMPTIES in found or (spec is not None and asked and "handshake" in spec.role):
                state = frozenset()
            elif ADDS in found:
                shut = spec is not None and "shutdown" in spec.role
                state |= {(0 if shut else id(operation), str(operation.arguments[:1]))}
        return state

    looks = {
        str(call.result)
        for call in course.function.calls()
        if (spec := course.callees.api(call)) is not None and spec.function in _LOOKS
    }

    def edge(block: Block, target: int, after: Leavers) -> Leavers:
        """Nothing is in the queue where looking at it has found nothing."""
        match block.terminator:
            case Branch(operator=operator, left=left, right=right) if str(left) in looks:
                none = block.terminator.then if operator == "==" else block.terminator.otherwise
                asked = right is None or str(right) == "0"
                if asked and operator in ("==", "!=", "truth") and target == none:
                    return frozenset()
        return after

    unknown: Leavers = frozenset(((-1, ""),))
    solve(course.graph, Problem(Direction.FORWARD, unknown, frozenset.union, transfer, edge))
    return frozenset(clean)


def _is_harmless(leaver: tuple[int, str], operation: Call) -> bool:
    """Whether what may have left errors says nothing of an operation's queue."""
    identity, first = leaver
    same = identity == 0 and first == str(operation.arguments[:1])
    return same or identity == id(operation)


def disturbed_by(course: Course, call: Call) -> Call | None:
    """The last call in the order of control before another one that may have left errors."""
    found = None
    for number in course.graph.order:
        for operation in course.graph.blocks[number].operations:
            if operation is call:
                return found
            if isinstance(operation, Call):
                done = effects(operation, course.callees)
                spec = course.callees.api(operation)
                if spec is not None and "shutdown" in spec.role:
                    # The connection is over: what it leaves says nothing of another.
                    done -= {ADDS} if operation.arguments[:1] == call.arguments[:1] else _NONE
                found = None if EMPTIES in done else operation if ADDS in done else found
    return found
