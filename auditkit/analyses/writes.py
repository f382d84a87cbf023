"""Where a variable is written, and whether one write comes before each of its reads.

Apart from the verdicts because dominance answers it, not paths. What a function of which nothing is
known gets the address of counts as written by it, and is told apart here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.analyses.parts import Access, Effect
from auditkit.analyses.touches import FILLING, Touched, call_effect
from auditkit.analyses.walk import Course
from auditkit.facts import Call, Compute, Opaque, Operation, Terminator, Use
from auditkit.source import Location
from auditkit.values import NONE

_READS = (Effect.READ, Effect.GIVE)
_WRITES = (Effect.WRITE, Effect.ELEMENT, Effect.ESCAPE)


@dataclass(frozen=True, slots=True)
class Write:
    """One write: where, by what, of which part; whether it happens always and is known to."""

    at: Location
    by: str
    part: str
    always: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Writes:
    """The writes that the reads of a variable rest on, in the order of the text.

    `before` says that each read has one of them before it on every path; if not, they are all the
    writes there are.
    """

    found: tuple[Write, ...] = ()
    before: bool = False

    @property
    def first(self) -> Write | None:
        """The first of them."""
        return self.found[0] if self.found else None

    @property
    def followed(self) -> bool:
        """Whether all that the reads rest on is known to write, or some of it where that varies."""
        known = [write.known for write in self.found]
        return not known or (all(known) if self.before else any(known))


class _Seen(NamedTuple):
    """One access with its position in its function."""

    order: int
    block: int
    access: Access
    operation: Operation | Terminator


def writes_of(course: Course, touched: Touched) -> Writes:
    """The writes of a variable: one before each read where there is one, or else all of them."""
    reads: dict[tuple[int, str, bool], _Seen] = {}
    writes: list[tuple[_Seen, Write]] = []
    for seen in _accessed(course, touched):
        read, write = _effect(course, touched, seen)
        doubtful = write is not None and not write.known
        if read or doubtful:
            reads.setdefault((seen.block, seen.access.part, read), seen)
        if write is not None:
            writes.append((seen, write))
    found: dict[Write, None] = {}
    for (_, _, certain), read_at in reads.items():
        write = _resting_on(course, read_at, writes, certain=certain)
        if write is not None:
            found[write] = None
        elif certain:
            return Writes(_in_order(write for _, write in writes))
    kept = [write for _, write in writes if write in found or not found]
    return Writes(_in_order(kept), before=bool(found))


def _in_order(writes: Iterable[Write]) -> tuple[Write, ...]:
    return tuple(sorted(dict.fromkeys(writes), key=lambda write: write.at))


def _resting_on(
    course: Course, read: _Seen, writes: Sequence[tuple[_Seen, Write]], *, certain: bool
) -> Write | None:
    """The first write that comes before a read on every path.

    Where a call may read or write, and nothing is written before, it is taken for the write.
    """
    above = _dominators(course, read.block)
    before = [pair for pair in writes if pair[0].order < read.order]
    for seen, write in before:
        if seen.block in above and write.part in ("", read.access.part):
            return write
    if certain or before:
        return None
    return next((write for seen, write in writes if seen == read), None)


def _accessed(course: Course, touched: Touched) -> Iterator[_Seen]:
    """The accesses of a variable in the order of control."""
    order = 0
    for number in course.graph.order:
        if number not in touched.blocks:
            continue
        block = course.graph.blocks[number]
        for operation in (*block.operations, block.terminator):
            for access in touched.accesses.get(id(operation), ()):
                yield _Seen(order, number, access, operation)
                order += 1


def _effect(course: Course, touched: Touched, seen: _Seen) -> tuple[bool, Write | None]:
    """Whether an access reads, and what it writes."""
    access, at = seen.access, seen.operation.at
    if access.effect in _READS:
        return True, None
    if access.effect in _WRITES:
        followed = access.effect is not Effect.ESCAPE
        by = _writer(access, seen.operation)
        return False, Write(at, by, access.part, always=True, known=followed)
    if access.call is None:
        return False, None
    reads, written = call_effect(course, access, touched.variable)
    if written is None:
        return reads, None
    always = written.error == NONE
    by = access.call.callee
    return reads, Write(at, by, written.part, always, known=_is_known(course, access))


def _is_known(course: Course, access: Access) -> bool:
    """Whether somebody says that a function writes: a description, or its own body."""
    spec = course.callees.of(access.call) if access.call is not None else None
    if spec is None:
        return False
    told = any(item.position == access.position for item in spec.out)
    fills = not FILLING.isdisjoint(spec.role) or "memory-wipe" in spec.role
    return told or (fills and access.position < len(spec.parameters))


def _writer(access: Access, operation: Operation | Terminator) -> str:
    match operation:
        case Call(callee=callee):
            return callee
        case Opaque():
            return "code that is not modelled"
        case Compute(operator=">>"):
            return "an operator"
        case Use():
            return "nothing, but marked as used"
    if access.effect is Effect.ESCAPE:
        return "another name for it"
    return "an element's assignment" if access.effect is Effect.ELEMENT else "an assignment"


def _dominators(course: Course, block: int) -> set[int]:
    """The blocks that every path to a block passes, itself among them."""
    found = {block}
    while (above := course.dominators.get(block, block)) not in found:
        found.add(above)
        block = above
    return found
