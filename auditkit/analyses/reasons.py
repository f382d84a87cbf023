"""The reason of a failed TLS operation: is it asked, of the right object, in time, and obeyed?

One walk for each operation whose reason SSL_get_error tells. Behind that question the walk goes on
once for each answer, so that what becomes of every reason is told apart. SSL_get_error(3): the
result must be asked for at once, with the same object, and after SSL_ERROR_SSL or SSL_ERROR_SYSCALL
the connection may only be released.
"""

import re
from collections.abc import Iterable, Iterator

from auditkit.accesses import operands
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.inquiry import AGAIN, CODES, WANTS, Event, Inquiry, State
from auditkit.analyses.queues import ADDS, ASKS, EMPTIES, effects
from auditkit.analyses.symbols import is_constant
from auditkit.analyses.walk import Course, walk
from auditkit.analyses.wording import LOGS, RAISES
from auditkit.facts import (
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Compute,
    Discard,
    Operand,
    Operation,
    Place,
    Return,
    Switch,
    Temp,
    Throw,
    Unreachable,
    Use,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import Cells, only

LIMIT = 1200
_SYSTEM = re.compile(r"(?i:errno|sock(?:et)?_?err|last_?err(?!_string))")
"""Functions that tell the system's error, or what to do about it."""
_REFUSES = re.compile(r"(?i:re-?negotiat)")
"""What is said where a connection is dropped on purpose because the peer wants new keys."""
_STORED = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_UNASKED = (BranchKind.PREPROCESSOR, BranchKind.EXCEPTION)


def operations(course: Course) -> Iterator[Inquiry]:
    """Each TLS operation of a function whose reason is to be asked of SSL_get_error."""
    asked = {
        str(call.arguments[0])
        for call in course.function.calls()
        if call.arguments and course.callees.knowledge.api_name(call.callee) == "SSL_get_error"
    }
    course = course.metered()
    for number in course.graph.order:
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if not isinstance(operation, Call) or not operation.arguments:
                continue
            spec = course.callees.of(operation)
            if spec is None and str(operation.arguments[0]) in asked:
                spec = _through_pointer(operation, course.callees)
            if spec is None or spec.reason != "SSL_get_error" or spec.library != "openssl":
                continue
            if operation.discard is Discard.VALUE:
                inquirer = Inquirer(course, operation, spec)
                yield inquirer.inquiry(number, index, inquirer.begins(number, index))


def _through_pointer(call: Call, callees: Callees) -> ApiSpec | None:
    """What an operation is taken for that is called through a pointer, on a connection about which
    SSL_get_error is asked.
    """
    pointed = call.kind is CallKind.INDIRECT
    return callees.knowledge.apis.get("SSL_do_handshake") if pointed else None


def classified(course: Course) -> Iterator[Inquiry]:
    """Each question of SSL_get_error about a result that the function was given: what becomes of
    each answer.
    """
    for number in course.graph.order:
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if not isinstance(operation, Call) or len(operation.arguments) != 2:
                continue
            spec, about = course.callees.of(operation), operation.arguments[1]
            if spec is None or spec.function != "SSL_get_error":
                continue
            if isinstance(about, Place) and about.kind is VariableKind.PARAMETER:
                yield Inquirer(course, operation, spec).classification(number, index)


class Inquirer:
    """One operation's walk."""

    def __init__(self, course: Course, call: Call, spec: ApiSpec) -> None:
        self.course = course
        self.call = call
        self.spec = spec
        self.object = call.arguments[0]
        self.home = -1
        self.events: list[Event] = []
        self.closings = {
            str(each.result)
            for each in course.function.calls()
            if each is not call and each.callee.endswith("SSL_shutdown")
        }
        self.texts = {str(each.result): each.text for each in course.function.calls()}

    def classification(self, number: int, index: int) -> Inquiry:
        """The walk from a question of SSL_get_error about a parameter, once for each answer."""
        result = str(self.call.result)
        behind = self.behind(number, index)
        self.note("asked", self.call.at, behind, State(asked="right"), 0, call=self.call)
        begin = [
            (new, State("right", self.call.at.line, code, result))
            for code in (0, *CODES)
            if (new := behind.narrowed(result, only(code))) is not None
        ]
        return self.inquiry(number, index, begin)

    def behind(self, number: int, index: int) -> Environment:
        """What is known right behind the operation."""
        return self.course.start(number, index).after(self.call, frozenset())

    def inquiry(self, number: int, index: int, begin: list[tuple[Environment, State]]) -> Inquiry:
        """The walk from the operation on."""
        course, result = self.course, str(self.call.result)
        self.home = number
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

    def begins(self, number: int, index: int) -> list[tuple[Environment, State]]:
        """Where the walk begins; after SSL_shutdown once for each of its results, -1, 0 and 1."""
        behind = self.behind(number, index)
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
        made = self.texts.get(str(value), "%")
        if cells.single is None and "%" not in made:
            return made
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
        if spec is not None and spec.function == "gnutls_error_is_fatal" and state.code > 0:
            fatal = only(int(state.code not in AGAIN["gnutls"]))
            told = before.symbol(operation.arguments[0]) == str(self.call.result)
            behind = (behind.narrowed(str(operation.result), fatal) if told else None) or behind
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
                if not state.asked:
                    state = state._replace(left=state.left or operation.callee)
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
        outside = outside or "->" in operation.target.text or operation.target.text == "errno"
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
        if state.code in WANTS and _REFUSES.search(call.text):
            return state._replace(left=state.left or "the peer, who is told no")
        if state.code > 0 and RAISES.search(call.callee):
            state = state._replace(stored=state.stored | {("an error", call.callee)})
        told = any(
            symbol == before.symbol(argument) and other == result
            for symbol, other, _, _ in before.truths
            for argument in call.arguments
        )
        if told and given and self.spec.function == "SSL_shutdown":
            # It is told as well whether there is a failure to ask about.
            return state._replace(left=state.left or call.callee)
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
        if about in self.closings:
            yield behind, state
            return
        asked = "right"
        if not self.same_object(call, before):
            asked = "object" if about == str(self.call.result) else state.asked
        elif about != str(self.call.result) and self.is_other(call.arguments[-1], about, before):
            number = before.can_be(about).single if about else None
            same = number is not None and number == before.can_be(str(self.call.result)).single
            other = "constant" if about and is_constant(about) else "result"
            asked = "right" if same else other
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

    def is_other(self, result: Operand, about: Symbol, before: Environment) -> bool:
        """Whether SSL_get_error is asked about another value, which is not made of the result."""
        held = any(not name.startswith("%") for name in before.holders(about)) if about else False
        return held or not isinstance(result, Temp)

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
        self, block: Block, _target: int, environment: Environment, state: State, _index: int
    ) -> State:
        """A client's part of an edge: where the system's error decides, SYSCALL is not fatal; where
        something else than the result decides, the operation is not tried for ever.
        """
        if state.code == 5 and _of_system(operands(block.terminator), state):
            return state._replace(code=0)
        if self.spec.reason != "SSL_get_error" or self.spec.function == "SSL_shutdown":
            bounded = state.bounded or self.bounds(block, environment)
            return state if bounded == state.bounded else state._replace(bounded=bounded)
        return state

    def bounds(self, block: Block, environment: Environment) -> bool:
        """Whether a block asks for something else than the operation's result, and control may not
        come back to the operation from it.
        """
        found: tuple[Operand, ...] = ()
        match block.terminator:
            case Branch(kind=kind, left=left, right=right) if kind not in _UNASKED:
                found = (left,) if right is None else (left, right)
            case Switch(value=value):
                found = (value,)
        result = str(self.call.result)
        if not found or any(
            result in environment.grounds(environment.symbol(operand)) for operand in found
        ):
            return False
        reaches = self.course.graph.reaches
        return any(self.home not in {item, *reaches(item)} for item in block.successors)


def _of_system(found: Iterable[Operand], state: State) -> bool:
    """Whether one of the operands is the system's error."""
    return any(str(operand) == "errno" or str(operand) in state.system for operand in found)


def _kept(state: State, result: str) -> frozenset[Symbol]:
    return frozenset((result, state.reason)) if state.reason else frozenset((result,))
