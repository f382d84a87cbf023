"""The resources of a function, path by path: each acquisition with its fate on each exit, and what
goes wrong with what is acquired, borrowed or released.

One walk a value, over environments that number values, so that aliases and correlated branches are
seen. The lattice is small on purpose: owned, stored, held, given, escaped, borrowed, released.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditkit.accesses import operands
from auditkit.analyses.clearing import cleared
from auditkit.analyses.customs import Customs, throwing_calls
from auditkit.analyses.dangling import kept_in, lasting
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.life_edges import (
    flags_of_loop,
    is_impossible,
    is_of_another_round,
    is_released_beside,
    is_standard_stream,
    is_told_absent,
)
from auditkit.analyses.life_moves import is_gone_through, moved
from auditkit.analyses.lives import (
    Defect,
    Fate,
    Kind,
    Life,
    Names,
    Status,
    Subject,
    Tracker,
    inside,
    name_of,
    plain,
    settled,
    through,
)
from auditkit.analyses.naming import names_of, released_operands
from auditkit.analyses.subjects import Begin, begin_environment, subjects
from auditkit.analyses.walk import Course, Leave, Walk, walk
from auditkit.facts import (
    Address,
    Block,
    Branch,
    BranchKind,
    Operation,
    Return,
    Throw,
    Unreachable,
)
from auditkit.findings import Step
from auditkit.source import Location
from auditkit.values import NONE, Cells

LIMIT = 800
"""Pairs of block and state that one value's walk visits before it gives up on being exact."""
LEAST = 120
SHARED = 10_000
"""Visits that all values of a function share, as long as each has at least a few."""
_LAST = 2**31
_ROUNDS = 4
"""How often one value is walked with, each time with what the walk before showed of callees."""
_DONE = (Status.RELEASED, Status.DANGLING, Status.ESCAPED, Status.GIVEN, Status.STORED)


@dataclass(frozen=True, slots=True)
class Resource:
    """One value of a function with all ends of its paths; `defects` are worst path first."""

    subject: Subject
    fates: tuple[Fate, ...]
    defects: tuple[Defect, ...]
    walked: Walk[Life]

    @property
    def complete(self) -> bool:
        """Whether every feasible path was seen."""
        return self.walked.complete

    def steps(self, index: int) -> tuple[Step, ...]:
        """The branches taken on the way to a defect or a fate."""
        return self.walked.steps(index)


def follow_resources(course: Course, customs: Customs | None = None) -> Iterator[Resource]:
    """Each value of a function that is acquired, borrowed or released in it, with its fates."""
    course, known = course.metered(), customs or Customs()
    if not any(course.function.calls()):
        return
    function, callees = course.function, course.callees
    plain = names_of(function, callees)
    names = replace(
        plain,
        throws=throwing_calls(function, callees, plain, known.throwing),
        clears={
            id(call): places
            for call in function.calls()
            if (places := tuple(cleared(call, callees, known.clearings)))
        },
        lasting=lasting(function, callees, plain, known),
    )
    released, reached = released_operands(function, callees), frozenset(course.graph.order)
    begins = [
        begin
        for begin in (_named(item, names) for item in subjects(function, callees, names, known))
        if begin.block in reached and _matters(begin.subject, names, released)
    ]
    limit = max(LEAST, min(LIMIT, SHARED // max(1, len(begins))))
    for begin in begins:
        found = _believing(course, begin, names, limit)
        presumed = found.subject.presumed and found.subject.holder in released
        yield replace(found, defects=()) if presumed and not _is_released(found) else found


def _is_released(found: Resource) -> bool:
    """Whether the function releases this value itself, and not another one of the same name."""
    ended = any(fate.fate == "released" for fate in found.fates)
    return ended or any(item.life.status is Status.RELEASED for item in found.defects)


def _named(begin: Begin, names: Names) -> Begin:
    """The value with its first name, and with a doubt where that has other values too."""
    subject = begin.subject
    if not subject.holder:
        symbol = str(subject.symbol)
        subject = replace(subject, holder=names.holders.get(symbol, symbol))
    life = begin.life
    if subject.kind is Kind.BORROWED and subject.holder in names.shared:
        # What another path gave to the name may be what is released.
        life = life.doubted("the name holds other values too")
    return replace(begin, subject=subject, life=life)


def _matters(subject: Subject, names: Names, released: frozenset[str]) -> bool:
    """Whether anything can happen to a value: to a borrowed one, that it or its owner goes."""
    if subject.kind is not Kind.BORROWED:
        return True
    copies, _ = names.aliases(subject.holder, _LAST)
    lender = str(subject.lender).removesuffix("@lender")
    return not released.isdisjoint((subject.holder, str(subject.symbol), lender, *copies))


def _believing(course: Course, begin: Begin, names: Names, limit: int) -> Resource:
    """The value with its fates, once what the code behind believes of the calls before is known."""
    subject, believed = begin.subject, dict[Symbol, Cells]()
    for _ in range(_ROUNDS):
        tracker = Tracker(subject, course.callees, names, believed)
        found = _followed(course, tracker, begin, limit)
        seen = dict(tracker.beliefs)
        if subject.presumed and (success := seen.pop(subject.guard, NONE)):
            subject = replace(subject, failure=~success | begin.subject.failure)
        new = {result: believed.get(result, NONE) | cells for result, cells in seen.items()}
        if {**believed, **new} == believed and subject == tracker.subject:
            break
        believed = {**believed, **new}
    return found


def _followed(course: Course, tracker: Tracker, begin: Begin, limit: int) -> Resource:
    def transfer(
        operation: Operation, before: Environment, behind: Environment, life: Life, index: int
    ) -> Iterator[tuple[Environment, Life]]:
        return moved(tracker, operation, before, behind, life, index)

    def edge(
        block: Block, target: int, environment: Environment, life: Life, index: int
    ) -> Life | None:
        return _along(course, tracker, block, target, environment, life, index)

    tracker = replace(tracker, flags=flags_of_loop(course.function, course.graph, begin.block))
    start = begin_environment(course.start(begin.block, begin.index), begin)
    walked = walk(
        course,
        (begin.block, begin.index + 1),
        (start, begin.life),
        transfer,
        edge=edge,
        keep=tracker.keep,
        limit=limit,
    )
    if begin.fault:
        spec = course.callees.of(begin.subject.call)
        name = begin.subject.call.callee if spec is None else spec.function
        doubted = begin.life.doubted("what is stored there is told by other functions")
        tracker.note(begin.fault, begin.subject.call.at, doubted, name, 0)
    for leave in walked.leaves:
        _left(course, tracker, leave)
    defects = [item for item in tracker.defects if not _is_replaced(tracker.subject, item)]
    if tracker.subject.presumed and tracker.subject.guard in tracker.unclear:
        defects = []
    return Resource(tracker.subject, tuple(tracker.fates), tuple(defects), walked)


def _is_replaced(subject: Subject, defect: Defect) -> bool:
    """Whether a function of which nothing is known gets a variable anew that it filled before.

    Code that does so without a release in between believes that the function releases what it
    finds.
    """
    output = subject.presumed and subject.kind is Kind.OUTPUT
    return output and defect.callee in ("again", "lost")


def _along(
    course: Course,
    tracker: Tracker,
    block: Block,
    target: int,
    environment: Environment,
    life: Life,
    index: int,
) -> Life | None:
    """The life on an edge; None where there is no value, or nothing more can become of it."""
    subject, at = tracker.subject, block.terminator.at
    for operand in operands(block.terminator):
        if is_gone_through(tracker, operand, environment, life):
            tracker.note("use-after-release", at, life, "", index)
            return None
    if is_impossible(tracker, block, target, environment, life):
        return None
    if target == block.handler and target not in block.successors:
        life = life.doubted("that a call of the try block throws depends on what it gets")
    life = settled(life, environment, subject.kind)
    if is_of_another_round(tracker, block, environment):
        life = life.doubted("what is tested on the way is set in other rounds of the loop")
    if is_released_beside(tracker, course.graph, block, target, environment):
        life = life.doubted("what it is released by hangs on something else that is tested")
    if is_standard_stream(tracker, block, target, environment):
        owner = "the process: it is a standard stream"
        tracker.fates.append(Fate("stored", "branch", at, owner, life, index))
        return None
    if subject.absent(environment) or is_told_absent(tracker, block, target, environment):
        tracker.fates.append(Fate("not acquired", "branch", at, "nobody", life, index))
        return None
    if life.status in _DONE and not life.pending:
        names = plain(environment.holders(subject.symbol))
        live = course.live[target]
        owned = life.container and life.status is not Status.GIVEN
        gone = not any(name in live for name in (*names, *life.derived)) and not owned
        if gone and not kept_in(course.function, tracker, life, names):
            tracker.fates.append(_fate(life, "settled", at, index))
            return None
    return life


def _left(course: Course, tracker: Tracker, leave: Leave[Life]) -> None:
    """Notes what became of the value at an exit of the function."""
    environment, subject = leave.environment, tracker.subject
    terminator, at = leave.terminator, leave.terminator.at
    life = settled(leave.state, environment, subject.kind)
    kind = {Return: "return", Throw: "throw", Unreachable: "terminated"}.get(type(terminator), "")
    if subject.absent(environment):
        tracker.fates.append(Fate("not acquired", kind, at, "nobody", life, leave.index))
        return
    value = terminator.value if isinstance(terminator, Return | Throw) else None
    symbol = environment.symbol(value) if value is not None else ""
    if value is not None and is_gone_through(tracker, value, environment, life):
        tracker.note("use-after-release", at, life, "", leave.index)
        return
    holders = plain(environment.holders(subject.symbol))
    whole = bool(life.container) and symbol == life.container
    part = name_of(value) in life.derived or inside(value, holders)
    part = part or (isinstance(value, Address) and through(value, holders))
    if symbol == subject.symbol or whole or part:
        _returned(tracker, life, kind, leave)
        return
    if kind == "return" and kept_in(course.function, tracker, life, holders):
        left = life.doubted("the place may be reset elsewhere")
        where = at if life.line == at.line else Location(at.path, life.line, 1)
        where = subject.call.at if subject.kind is Kind.RELEASED else where
        tracker.note("use-after-release", where, left, "left", leave.index)
    if life.status is Status.HELD and life.asked:
        given = Location(at.path, life.line, 1)
        tracker.note("borrowed-release", given, life, str(life.asked), leave.index)
    lost = life.status is Status.LOST and not life.pending
    by_value = str(life.container).startswith("=&") or not life.container or life.joined
    owned = life.status is Status.OWNED and by_value and not life.pending
    lost = lost or _may_be_refused(tracker, life, leave)
    quiet = kind == "terminated" or _is_uncaught(course, leave.block)
    if (owned or lost) and not quiet:
        tracker.note("leaked-resource", at, life, kind, leave.index)
    tracker.fates.append(_fate(life, kind, at, leave.index))


def _may_be_refused(tracker: Tracker, life: Life, leave: Leave[Life]) -> bool:
    """Whether the function leaves with the result of the call that was to take the value: where
    that refused it, nobody has it.
    """
    subject = tracker.subject
    new = subject.kind in (Kind.RESULT, Kind.OUTPUT) and not subject.presumed
    if not new or life.status is not Status.GIVEN or not life.pending or life.stored:
        return False
    environment = leave.environment
    if life.by not in tracker.callees.knowledge.apis or not isinstance(leave.terminator, Return):
        return False
    told = environment.symbol(leave.terminator.value)
    return life.pending in environment.grounds(told)


def _is_uncaught(course: Course, number: int) -> bool:
    """Whether a block only passes on an exception that no handler of its try block catches.

    Any call may throw; that it throws something else than what is caught is not assumed.
    """
    before = [course.graph.blocks[each].terminator for each in course.graph.predecessors[number]]
    return any(
        isinstance(each, Branch) and each.kind is BranchKind.EXCEPTION and each.otherwise == number
        for each in before
    )


def _returned(tracker: Tracker, life: Life, kind: str, leave: Leave[Life]) -> None:
    at = leave.terminator.at
    if life.status in (Status.RELEASED, Status.DANGLING):
        tracker.note("use-after-release", at, life, "return", leave.index)
    tracker.fates.append(Fate("returned", kind, at, "the caller", life, leave.index))


def _fate(life: Life, kind: str, at: Location, index: int) -> Fate:
    fate, owner = _FATES[life.status]
    if life.status is Status.OWNED and life.container:
        fate, owner = "stored", str(life.by)
    if life.status is Status.OWNED and kind == "terminated":
        fate, owner = "terminated", "the system, at the end of the program"
    return Fate(fate, kind, at, owner.format(by=life.by), life, index)


_FATES = {
    Status.OWNED: ("leaked", "nobody"),
    Status.STORED: ("stored", "{by}"),
    Status.HELD: ("stored", "{by}"),
    Status.GIVEN: ("transferred", "what {by} gave it to"),
    Status.ESCAPED: ("unknown", "perhaps {by}"),
    Status.BORROWED: ("borrowed", "its owner"),
    Status.DANGLING: ("released", "nobody: {by} released it"),
    Status.RELEASED: ("released", "nobody: {by} released it"),
    Status.LOST: ("leaked", "nobody"),
}
