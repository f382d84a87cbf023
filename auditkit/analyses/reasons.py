"""The reason of a failed TLS operation: is it asked, of the right object, in time, and obeyed?

One walk for each operation whose reason SSL_get_error tells. Behind that question the walk goes on
once for each answer, so that what becomes of every reason is told apart. SSL_get_error(3): the
result must be asked for at once, with the same object, and after SSL_ERROR_SSL or SSL_ERROR_SYSCALL
the connection may only be released.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.accesses import operands
from auditkit.analyses.apis import is_own
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.queues import ADDS, ASKS, EMPTIES, effects
from auditkit.analyses.walk import Course, Walk, walk
from auditkit.analyses.wording import LOGS, RAISES
from auditkit.facts import (
    Assign,
    Block,
    Call,
    Compute,
    Discard,
    Operand,
    Operation,
    Place,
    Return,
    Temp,
    Throw,
    Unreachable,
    Use,
    VariableKind,
)
from auditkit.findings import Step
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import Cells, only

CODES = (1, 2, 3, 5, 6)
"""SSL_ERROR_SSL, WANT_READ, WANT_WRITE, SYSCALL, ZERO_RETURN."""
FATAL = (1, 5)
WANTS = (2, 3)
ENDS = frozenset(("return", "throw", "again", "terminated", "released"))
Fates = frozenset[tuple[str, str, frozenset[tuple[str, str]]]]
"""The ends of some paths: kind, what is returned, and what was stored where others see it."""
LIMIT = 1200
_SYSTEM = re.compile(r"(?i:errno|sock(?:et)?_?err|last_?err(?!_string))")
"""Functions that tell the system's error, or what to do about it."""
_STORED = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)


class State(NamedTuple):
    """What was done about one result on a path.

    `asked` is empty, `right`, `there` (by a function that gets the result), `object` or `result`
    (asked with another one); `code` is the answer
    that the path assumes, -1 before; `between` is the call that came before the question; `stored`
    is what was stored behind it where others see it, as (place, value); `system` are the names that
    hold the system's error, which tells after SSL_ERROR_SYSCALL whether to try again.
    """

    asked: str = ""
    asked_line: int = 0
    code: int = -1
    reason: str = ""
    between: tuple[int, str] = (0, "")
    left: str = ""
    stored: frozenset[tuple[str, str]] = frozenset()
    system: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a path comes to: an end, a question, or another operation on the object.

    `kind` is return, throw, terminated, again, asked, operation; `result` and `returned` are what
    the operation's result can be there and what leaves the function.
    """

    kind: str
    at: Location
    state: State
    result: Cells
    returned: str
    index: int
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One operation with what becomes of its result and of its reason, on all paths."""

    call: Call
    spec: ApiSpec
    events: tuple[Event, ...]
    walked: Walk[State]

    def steps(self, event: Event, last: str) -> tuple[Step, ...]:
        """The way from the operation to an event, with the question if there was one."""
        first = Step(self.call.at, f"{self.call.callee} is called")
        steps = [first, *self.walked.steps(event.index)]
        return (*steps, Step(event.at, last))

    def fates(self, code: int) -> Fates:
        """The ends of the paths on which the reason is this code: kinds and what is returned."""
        return self._fates(event for event in self.events if event.state.code == code)

    def fates_of_result(self, number: int) -> Fates:
        """The ends of the paths on which the operation's result is this number."""
        return self._fates(event for event in self.events if event.result.single == number)

    def _fates(self, events: Iterable[Event]) -> Fates:
        return frozenset(
            (event.kind, event.returned, event.state.stored)
            for event in events
            if event.kind in ENDS
        )


def inquiries(course: Course) -> Iterator[Inquiry]:
    """Each TLS operation of a function whose reason is to be asked of SSL_get_error."""
    for number in course.graph.order:
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if not isinstance(operation, Call) or not operation.arguments:
                continue
            spec = course.callees.of(operation)
            if spec is None or spec.reason != "SSL_get_error" or spec.library != "openssl":
                continue
            if operation.discard is Discard.VALUE:
                yield _Inquirer(course, operation, spec).inquiry(number, index)


class _Inquirer:
    """One operation's walk."""

    def __init__(self, course: Course, call: Call, spec: ApiSpec) -> None:
        self.course = course
        self.call = call
        self.spec = spec
        self.object = call.arguments[0]
        self.events: list[Event] = []
        self.texts = {str(each.result): each.text for each in course.function.calls()}

    def inquiry(self, number: int, index: int) -> Inquiry:
        """The walk from the operation on."""
        course, result = self.course, str(self.call.result)
        before = course.start(number, index)
        begin = self.begins(before.after(self.call, frozenset()))
        walked = walk(
            course,
            (number, index + 1),
            begin,
            self.transfer,
            edge=self.edge,
            keep=lambda state: _kept(state, result),
            limit=LIMIT,
        )
        for leave in walked.leaves:
            kind, returned = "return", ""
            match leave.terminator:
                case Return(value=value):
                    returned = self.returned(value, leave.environment)
                case Throw():
                    kind = "throw"
                case Unreachable():
                    kind = "terminated"
            at, state, index = leave.terminator.at, leave.state, leave.index
            if returned in ("the result", "the reason"):
                state = state._replace(left=state.left or "the caller")
            self.note(kind, at, leave.environment, state, index, returned=returned)
        return Inquiry(self.call, self.spec, tuple(self.events), walked)

    def begins(self, behind: Environment) -> list[tuple[Environment, State]]:
        """Where the walk begins; after SSL_shutdown once for each of its results, -1, 0 and 1."""
        if self.spec.function != "SSL_shutdown":
            return [(behind, State())]
        narrowed = [behind.narrowed(str(self.call.result), only(number)) for number in (-1, 0, 1)]
        return [(new, State()) for new in narrowed if new is not None]

    def returned(self, value: Operand | None, environment: Environment) -> str:
        """What leaves the function, in words or as a number."""
        symbol = environment.symbol(value)
        if symbol == str(self.call.result):
            return "the result"
        if symbol and symbol == self.reason_of(environment):
            return "the reason"
        cells = environment.value(value)
        return str(value) if cells.single is None or value is None else str(cells.single)

    def reason_of(self, environment: Environment) -> str:
        """The symbol of the reason, where one is known to hang on the result."""
        result = str(self.call.result)
        return min(
            (
                str(symbol)
                for symbol, other, _, true in environment.truths
                if other == result and true != only(1)
            ),
            default="",
        )

    def note(
        self,
        kind: str,
        at: Location,
        environment: Environment,
        state: State,
        index: int,
        *,
        returned: str = "",
        call: Call | None = None,
    ) -> None:
        """Notes an event."""
        cells = environment.can_be(str(self.call.result))
        self.events.append(Event(kind, at, state, cells, returned, index, call))

    def transfer(
        self,
        operation: Operation,
        before: Environment,
        behind: Environment,
        state: State,
        index: int,
    ) -> Iterator[tuple[Environment, State]]:
        """A client's part of the walk."""
        if not isinstance(operation, Call):
            yield behind, self.moved(operation, before, state)
            return
        if operation.result == self.call.result:
            self.note("again", operation.at, before, state, index, call=operation)
            return
        spec = self.course.callees.of(operation)
        if _SYSTEM.search(operation.callee) and not LOGS.search(operation.callee):
            state = state._replace(system=state.system | {str(operation.result)})
        if spec is not None and spec.function == "SSL_get_error":
            yield from self.asked(operation, before, behind, state, index)
            return
        if self.same_object(operation, before):
            roles = set(spec.role) if spec is not None else set()
            if "release" in roles or (spec is not None and spec.function == "SSL_clear"):
                self.note("released", operation.at, before, state, index, call=operation)
                if self.spec.function != "SSL_shutdown":
                    return
            if spec is not None and spec.reason == "SSL_get_error":
                self.note("operation", operation.at, before, state, index, call=operation)
                if spec.function != "SSL_shutdown":
                    return
        yield behind, self.called(operation, spec, before, state, index)

    def moved(self, operation: Operation, before: Environment, state: State) -> State:
        """The state after the result was stored where others can see it."""
        if isinstance(operation, Assign | Compute) and _of_system(operands(operation), state):
            state = state._replace(system=state.system | {str(operation.target)})
        if isinstance(operation, Use) and before.symbol(operation.value) == str(self.call.result):
            return state._replace(left=state.left or "what was captured")
        if not isinstance(operation, Assign) or not isinstance(operation.target, Place):
            return state
        outside = operation.target.kind in _STORED or operation.target.text[:1] == "*"
        outside = outside or "->" in operation.target.text
        if outside and state.code >= 0:
            return state._replace(
                stored=frozenset(item for item in state.stored if item[0] != str(operation.target))
                | {(str(operation.target), str(operation.value))}
            )
        if outside and before.symbol(operation.value) == str(self.call.result):
            return state._replace(left=state.left or operation.target.text)
        return state

    def called(
        self, call: Call, spec: ApiSpec | None, before: Environment, state: State, index: int
    ) -> State:
        """The state after another call: it may disturb the queue, or take the question over."""
        result = str(self.call.result)
        given = any(before.symbol(argument) == result for argument in call.arguments)
        unknown = spec is None or is_own(spec)
        if state.code > 0 and RAISES.search(call.callee):
            state = state._replace(stored=state.stored | {("an error", call.callee)})
        if given and ASKS in effects(call, self.course.callees) and not state.asked:
            state = state._replace(asked="there", asked_line=call.at.line)
            self.note("asked", call.at, before, state, index, call=call)
        if call.discard is Discard.VALUE and state.reason:
            given = given or any(before.symbol(item) == state.reason for item in call.arguments)
        if given and unknown and not LOGS.search(call.callee):
            return state._replace(left=state.left or call.callee)
        if state.asked or state.between[0]:
            return state
        if effects(call, self.course.callees) & {ADDS, EMPTIES}:
            return state._replace(between=(call.at.line, call.callee))
        return state

    def asked(
        self, call: Call, before: Environment, behind: Environment, state: State, index: int
    ) -> Iterator[tuple[Environment, State]]:
        """The pairs behind SSL_get_error: one for each answer that is possible."""
        about = before.symbol(call.arguments[1]) if len(call.arguments) == 2 else ""
        asked = "right"
        if not self.same_object(call, before):
            asked = "object" if about == str(self.call.result) else state.asked
        elif about != str(self.call.result) and not isinstance(call.arguments[-1], Temp):
            asked = "result"
        if not asked or state.asked:
            again = state.code > 0 and about == str(self.call.result)
            new = behind.narrowed(str(call.result), only(state.code)) if again else behind
            if new is not None:
                yield new, state
            return
        state = state._replace(asked=asked, asked_line=call.at.line)
        self.note("asked", call.at, before, state, index, call=call)
        reason = str(call.result)
        codes: list[Cells] = [only(code) for code in (0, *CODES)]
        for cells in codes:
            new = behind.narrowed(reason, cells)
            if new is not None:
                yield new, state._replace(code=cells.single or 0, reason=reason)

    def same_object(self, call: Call, before: Environment) -> bool:
        """Whether a call works on the operation's object, by name or by symbol."""
        if not call.arguments:
            return False
        first = call.arguments[0]
        if self.spelled(first) == self.spelled(self.object):
            return True
        symbol = before.symbol(first)
        return bool(symbol) and symbol == before.symbol(self.object)

    def spelled(self, operand: Operand) -> str:
        """An operand by its text; the result of a call, such as `ssl.get()`, by the call's.

        Where a compiler dropped a statement, a member is spelled without `this`.
        """
        return self.texts.get(str(operand), str(operand)).removeprefix("this->")

    def edge(
        self, block: Block, _target: int, _environment: Environment, state: State, _index: int
    ) -> State:
        """A client's part of an edge: where the system's error decides, SYSCALL is not fatal."""
        if state.code == 5 and _of_system(operands(block.terminator), state):
            return state._replace(code=0)
        return state


def _of_system(found: Iterable[Operand], state: State) -> bool:
    """Whether one of the operands is the system's error."""
    return any(str(operand) == "errno" or str(operand) in state.system for operand in found)


def failed(event: Event, spec: ApiSpec) -> bool:
    """Whether the operation has failed for certain where an event stands."""
    result = event.result & (spec.error_cells | spec.success_cells)
    return bool(result) and result <= spec.error_cells


def _kept(state: State, result: str) -> frozenset[Symbol]:
    return frozenset((result, state.reason)) if state.reason else frozenset((result,))
