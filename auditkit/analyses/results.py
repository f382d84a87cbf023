"""Results of fallible calls, path by path: every way a result can go from its call to an exit.

Property simulation in the sense of Das, Lerner and Seigle, "ESP" (PLDI 2002): one exploration a
call, over states of its result, with the branches it takes and the ends it reaches.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from auditkit.analyses.apis import Callees
from auditkit.analyses.reaching import known_at
from auditkit.analyses.state import State, Subject, after, dereferenced, key, value_of
from auditkit.analyses.walk import WORK, Course, taken
from auditkit.cfg import Graph
from auditkit.dataflow import Exploration, Meter, Variants, explore
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Constant,
    Declare,
    Discard,
    Jump,
    Operand,
    Operation,
    Place,
    Return,
    Switch,
    Throw,
    Unreachable,
)
from auditkit.findings import Step
from auditkit.source import Location
from auditkit.values import ANY, NONE, OPPOSITE, Cells, only, relation

_UNSIGNED_TYPE = re.compile(
    r"(?:const )?(?:unsigned(?: (?:int|long|short|char))*|size_t|std::size_t|uint(?:8|16|32|64)_t"
    r"|u?intptr_t|DWORD|quint(?:8|16|32|64)|uint|ulong|u_int|u_long)"
)
_UNSIGNED: Mapping[tuple[str, int], Cells] = {
    ("<", 0): NONE,
    (">=", 0): ANY,
    ("<=", 0): only(0),
    (">", 0): ~only(0),
}
"""What comparisons with 0 mean for a variable in which a negative result has become a large one."""
LIMIT = 1500
"""States explored for one call before the analysis gives up on being exact."""
VARIANTS = 4
"""The ways in which a success comes to a block that are told apart by what else is known."""


@dataclass(frozen=True, slots=True)
class End:
    """Where one path of a result ends.

    `kind` is return, throw, terminated, again (the call is reached once more) or overwritten.
    `returned` is what leaves the function: text and cells; `index` finds the path.
    """

    kind: str
    at: Location
    state: State
    returned: str
    cells: Cells
    index: int


@dataclass(frozen=True, slots=True)
class Followed:
    """One fallible call with all ends of its result; `complete` tells whether all were seen."""

    subject: Subject
    block: int
    ends: tuple[End, ...]
    exploration: Exploration[State]
    complete: bool
    graph: Graph

    @property
    def call(self) -> Call:
        """The call whose result is followed."""
        return self.subject.call

    def steps(self, end: End, limit: int = 12) -> tuple[Step, ...]:
        """The lines walked: the call, each branch taken on the way, and the end."""
        steps = [
            Step(
                self.call.at,
                f"{self.call.callee} is called; it fails with {self.subject.spec.error}",
            )
        ]
        path = self.exploration.path(end.index)
        for item, following in pairwise(path):
            text = taken(self.graph.blocks[item.block], following.block)
            if text:
                steps.append(Step(self.graph.blocks[item.block].terminator.at, text))
        if len(steps) > limit:
            steps = [*steps[: limit // 2], *steps[-limit // 2 :]]
        steps.append(Step(end.at, _ending(end)))
        return tuple(steps)


def follow(course: Course) -> Iterator[Followed]:
    """Each fallible call of a function that the knowledge base has, with the ends of its result."""
    course = course.metered()
    function, graph, relevant = course.function, course.graph, course.scope.relevant
    declared = [item for item in function.operations() if isinstance(item, Declare)]
    signed = {item.place.text for item in declared if not _UNSIGNED_TYPE.fullmatch(item.type)}
    unsigned = frozenset(item.place.text for item in declared) - signed
    for block in function.blocks:
        if block.number not in graph.predecessors or block.number not in graph.order:
            continue
        for index, operation in enumerate(block.operations):
            if not isinstance(operation, Call):
                continue
            spec = course.callees.of(operation)
            if spec is None or not spec.error_cells or "error-query" in spec.role:
                continue
            if operation.kind is CallKind.MACRO and operation.expansion and not operation.arguments:
                continue
            error, pointer = spec.error_cells, spec.error == "== NULL"
            related = _related(operation)
            subject = Subject(operation, spec, error, pointer, related, relevant, unsigned)
            yield _follow(subject, block, index, course)


def _ending(end: End) -> str:
    match end.kind:
        case "return":
            return f"returns {end.returned}" if end.returned else "returns"
        case "throw":
            return "throws"
        case "terminated":
            return "the program ends here"
        case "again":
            return "the call is made again"
    return "the variable with the result is overwritten"


def _related(call: Call) -> frozenset[str]:
    """The objects that a call works on: the variables that its arguments start at."""
    roots = {
        operand.root
        for operand in call.arguments
        if isinstance(operand, Place) and not operand.text.startswith("%")
    }
    return frozenset(roots - {"this", ""})


def _follow(subject: Subject, block: Block, index: int, course: Course) -> Followed:
    graph, deciding, meter = course.graph, course.deciding, course.meter or Meter(WORK)
    known = known_at(graph, course.dominators, block.number, index, subject.relevant)
    possible = subject.error | subject.spec.success_cells
    start = State(possible, frozenset((str(subject.call.result),)), known=known)
    ends: list[End] = []
    if subject.call.discard is not Discard.VALUE:
        empty: Exploration[State] = Exploration((), True)
        return Followed(subject, block.number, (), empty, True, graph)

    variants = Variants(VARIANTS)
    ends_at = (graph.blocks[number].terminator for number in graph.exits)
    leaving = {key(item.value) for item in ends_at if isinstance(item, Return)}

    def step(number: int, state: State, at: int) -> Iterator[tuple[int, State]]:
        here = graph.blocks[number]
        if not meter.allows((len(here.operations) + 1) * (len(state.known) + 10)):
            return
        first = index + 1 if at == 0 else 0
        moved = _through(here, first, state, subject, course.callees, ends, at)
        if moved is not None:
            for target, new in _leave(here, moved, subject, ends, at):
                asked = frozenset(
                    item for item in new.known if item[0] in deciding[target] or "NDEBUG" in item[0]
                )
                new = new if asked == new.known else new._replace(known=asked)
                alike = target, new._replace(known=frozenset())
                if not new.cells & subject.error and not variants.admits(alike, asked):
                    # Of a success in very many ways only what leaves is still of interest.
                    new = new._replace(known=frozenset(x for x in asked if x[0] in leaving))
                yield target, new

    exploration = explore([(block.number, start)], step, LIMIT)
    complete = exploration.complete and meter.left >= 0
    return Followed(subject, block.number, tuple(ends), exploration, complete, graph)


def _through(
    block: Block,
    first: int,
    state: State,
    subject: Subject,
    callees: Callees,
    ends: list[End],
    index: int,
) -> State | None:
    """The state at the end of a block; None where the path ends within it."""
    for operation in block.operations[first:]:
        if isinstance(operation, Call) and operation.result == subject.call.result:
            ends.append(End("again", operation.at, state, "", NONE, index))
            return None
        if _ends(operation, callees):
            ends.append(End("terminated", operation.at, state, "", NONE, index))
            return None
        state = after(state, operation, subject, callees)
        if state.lost:
            ends.append(End("overwritten", operation.at, state, "", NONE, index))
            return None
    return state


def _ends(operation: Operation, callees: Callees) -> bool:
    """Whether an operation is a call of a function that never returns."""
    spec = callees.of(operation) if isinstance(operation, Call) else None
    return spec is not None and spec.terminates


def _leave(
    block: Block, state: State, subject: Subject, ends: list[End], index: int
) -> Iterator[tuple[int, State]]:
    match block.terminator:
        case Jump(target=target):
            yield target, state
        case Branch() as branch:
            for target, holds in ((branch.then, True), (branch.otherwise, False)):
                new = _branched(state, branch, subject, holds)
                if new is not None:
                    yield target, new
        case Switch() as switch:
            yield from _switched(state, switch, subject)
        case Return(at=at, value=value):
            ends.append(_returned(at, state, value, index))
        case Throw(at=at, handler=handler):
            if handler is None:
                ends.append(End("throw", at, state, "", NONE, index))
            else:
                yield handler, state
        case Unreachable(at=at):
            ends.append(End("terminated", at, state, "", NONE, index))


def _returned(at: Location, state: State, value: Operand | None, index: int) -> End:
    name = key(value)
    text = "" if value is None else str(value)
    predicates = dict(state.predicates)
    if name and (name in state.holders or name in predicates or name in state.loose):
        text = "the result itself" if name in state.holders else "what depends on the result"
        state = state._replace(passed=state.passed or "the caller")
    elif name and name in state.reasons:
        text = "the reason"
    return End("return", at, state, text, value_of(state, value), index)


def _entered(state: State, subject: Subject, cells: Cells, line: int, tested: str) -> State | None:
    """The state with a result narrowed by a test at a line; None where nothing is left of it.

    Where a test takes the usual success away (`ret == 1`), what is left counts as failure, even if
    the manual page would allow other successes: nobody meant them.
    """
    if not cells:
        return None
    entry = state.entry
    removed = state.cells - cells
    success = only(0) if 1 in subject.error else only(1)
    whole = tested == "known" and subject.error <= cells and not removed & subject.error
    pointer = "*" in subject.spec.prototype.partition("(")[0]
    owned = pointer or subject.spec.returns == "owned"
    # A count of 0 is no usual success either.
    counts = "io" in subject.spec.role and removed == only(0)
    if whole and (success <= removed or (removed.single is not None and not (owned or counts))):
        cells &= subject.error
    if not entry and cells <= subject.error:
        entry = line
    kind = state.tested if state.tested == "known" else tested
    return state._replace(
        cells=cells, tested=kind, tested_line=state.tested_line or line, entry=entry
    )


def _branched(state: State, branch: Branch, subject: Subject, holds: bool) -> State | None:
    line = branch.at.line
    if branch.kind is BranchKind.PREPROCESSOR:
        return _known(state, f"#{branch.text}", only(1) if holds else only(0))
    if branch.kind is BranchKind.EXCEPTION:
        return state
    operator = "!=" if branch.operator == "truth" else branch.operator
    operator = operator if holds else OPPOSITE.get(operator, operator)
    value = 0 if branch.right is None else None
    if isinstance(branch.right, Constant):
        value = branch.right.value
    left, right = key(branch.left), key(branch.right)
    if subject.pointer and not ((state.reached and state.used) or state.tested or state.passed):
        state = dereferenced(state, (branch.left,), line)
    if isinstance(branch.left, Constant):
        return _constants(state, branch.left, operator, value)
    if right in state.holders or right in state.loose:
        return state._replace(
            tested=state.tested or "unknown", tested_line=state.tested_line or line
        )
    if left in state.holders:
        if value is None:
            return _entered(state, subject, state.cells, line, "unknown")
        cells = relation(operator, value)
        if left in subject.unsigned:
            cells = _UNSIGNED.get((operator, value), cells)
        return _entered(state, subject, state.cells & cells, line, "known")
    predicates = dict(state.predicates)
    if left in predicates and value in (0, 1) and operator in ("==", "!="):
        positive = (operator == "==") == (value == 1)
        true = predicates[left]
        return _entered(state, subject, state.cells & (true if positive else ~true), line, "known")
    if left in state.reasons:
        return _reasoned(state, subject, operator, value, line)
    if left in state.loose:
        return _entered(state, subject, state.cells, line, "unknown")
    if value is None or not left:
        return state
    return _known(state, left, relation(operator, value), left in subject.relevant)


def _reasoned(
    state: State, subject: Subject, operator: str, value: int | None, line: int
) -> State | None:
    """SSL_get_error's answer is 0 just where the result is a success."""
    if value is None:
        return _entered(state, subject, state.cells, line, "unknown")
    reasons = relation(operator, value)
    cells = NONE
    if 0 in reasons:
        cells |= state.cells - subject.error
    if reasons - only(0):
        cells |= state.cells & subject.error
    return _entered(state, subject, cells, line, "known")


def _constants(state: State, left: Constant, operator: str, value: int | None) -> State | None:
    if left.value is None or value is None:
        return state
    return state if left.value in relation(operator, value) else None


def _known(state: State, name: str, cells: Cells, keep: bool = True) -> State | None:
    values: Mapping[str, Cells] = dict(state.known)
    new = values.get(name, ANY) & cells
    if not new:
        return None
    if not keep or new == values.get(name, ANY):
        return state
    rest = frozenset(item for item in state.known if item[0] != name)
    return state._replace(known=rest | {(name, new)})


def _switched(state: State, switch: Switch, subject: Subject) -> Iterator[tuple[int, State]]:
    name, line = key(switch.value), switch.at.line
    left = ANY
    grouped: dict[int, Cells] = {}
    unclear = False
    for case in switch.cases:
        low, high = case.low.value, case.high.value
        if low is None or high is None:
            unclear = True
            grouped.setdefault(case.target, NONE)
            grouped[case.target] = ANY
            continue
        cells = Cells(((min(low, high), max(low, high)),))
        grouped[case.target] = grouped.get(case.target, NONE) | cells
        left -= cells
    grouped[switch.default] = grouped.get(switch.default, NONE) | left
    for target, cells in grouped.items():
        new = _cased(state, subject, name, cells, line, unclear)
        if new is not None:
            yield target, new


def _cased(
    state: State, subject: Subject, name: str, cells: Cells, line: int, unclear: bool
) -> State | None:
    if name in state.holders:
        tested = "unknown" if unclear else "known"
        return _entered(state, subject, state.cells & cells, line, tested)
    if name in state.reasons:
        narrowed = NONE
        if 0 in cells:
            narrowed |= state.cells - subject.error
        if cells - only(0):
            narrowed |= state.cells & subject.error
        return _entered(state, subject, narrowed, line, "unknown" if unclear else "known")
    if name in state.loose:
        return _entered(state, subject, state.cells, line, "unknown")
    if isinstance(name, str) and name and name in subject.relevant:
        return _known(state, name, cells)
    return state
