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
        return callees.queues.get(name, _NONE)
    if spec.function == "SSL_get_error":
        return frozenset((ASKS,))
    if spec.library != "openssl" or spec.function in _LOOKS:
        return _NONE
    if _EMPTYING & set(spec.role) or spec.queue in ("clears", "reads"):
        return frozenset((EMPTIES,))
    return frozenset((ADDS,)) if spec.queue == "adds" else _NONE


def queue_effects(functions: Sequence[Function], callees: Callees) -> Mapping[str, frozenset[str]]:
    """What each function of the target does to the queue, by its last name."""
    found: dict[str, frozenset[str]] = {}
    calls: dict[str, set[str]] = {}
    for function in functions:
        name = function.name.rsplit("::", 1)[-1]
        for call in function.calls():
            if callees.api(call) is not None:
                found[name] = found.get(name, _NONE) | effects(call, callees)
            else:
                calls.setdefault(name, set()).add(call.callee.rsplit("::", 1)[-1])
    near = {name for name, effect in found.items() if ADDS in effect and not LOGS.search(name)}
    changed = True
    while changed:
        changed = False
        for name, called in calls.items():
            new = found.get(name, _NONE).union(*(found.get(other, _NONE) for other in called))
            changed = changed or new != found.get(name, _NONE)
            found[name] = new
    adding = {name for name, called in calls.items() if called & near and not LOGS.search(name)}
    return {
        name: effect if name in near | adding else effect - {ADDS} for name, effect in found.items()
    }


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
