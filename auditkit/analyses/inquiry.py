"""One TLS operation, what is done about its result on each path, and where each reason leads.

Records apart from the walks that fill them: `reasons` asks SSL_get_error, `retries` reads the
result itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.analyses.walk import Walk
from auditkit.cfg import Graph
from auditkit.facts import Branch, Call, Compute, Constant, Operand, Switch
from auditkit.findings import Step
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import Cells

CODES = (1, 2, 3, 5, 6)
"""SSL_ERROR_SSL, WANT_READ, WANT_WRITE, SYSCALL, ZERO_RETURN."""
FATAL = (1, 5)
WANTS = (2, 3)
AGAIN = {"gnutls": (28, 52), "mbedtls": (26880, 26752)}
"""By which negative results other libraries ask for another try: GNUTLS_E_AGAIN and INTERRUPTED,
MBEDTLS_ERR_SSL_WANT_READ and WANT_WRITE."""
ENDS = frozenset(("return", "throw", "again", "terminated", "released"))
Fates = frozenset[tuple[str, str, frozenset[tuple[str, str]]]]
"""The ends of some paths: kind, what is returned, and what was stored where others see it."""


class State(NamedTuple):
    """What was done about one result on a path.

    `asked` is empty, `right`, `there` (by a function that gets the result), `object`, `result` or
    `constant` (asked with another one); `code` is the answer that the path assumes, -1 before;
    `between` is the call that came before the question; `stored` is what was stored behind it where
    others see it, as (place, value); `system` are the names that hold the system's error, which
    tells after SSL_ERROR_SYSCALL whether to try again. `bounded` says that something else than the
    result and its reason could have ended the path.
    """

    asked: str = ""
    asked_line: int = 0
    code: int = -1
    reason: str = ""
    between: tuple[int, str] = (0, "")
    left: str = ""
    stored: frozenset[tuple[str, str]] = frozenset()
    system: frozenset[str] = frozenset()
    bounded: bool = False


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


def failed(event: Event, spec: ApiSpec) -> bool:
    """Whether the operation has failed for certain where an event stands."""
    result = event.result & (spec.error_cells | spec.success_cells)
    return bool(result) and result <= spec.error_cells


def compared_with(graph: Graph) -> Iterator[int]:
    """The numbers that a function compares something with."""
    for block in graph.blocks.values():
        found: tuple[Operand | None, ...] = ()
        match block.terminator:
            case Branch(left=left, right=right):
                found = (left, right)
            case Switch(cases=cases):
                found = tuple(case.low for case in cases)
        computed = (item for item in block.operations if isinstance(item, Compute))
        for operand in (*found, *(part for item in computed for part in item.operands)):
            if isinstance(operand, Constant) and operand.value is not None:
                yield operand.value
