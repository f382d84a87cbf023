"""What a function reads of an object before it writes there, and what it writes, field by field.

The object is `this`, or what a pointer or a reference among the parameters leads to. One flow of
definite assignment over a function tells it, callees first, so that what a function does through
another is its own. A part is a field, `.port`, or empty for all of the object.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from auditkit.accesses import operands, reads
from auditkit.analyses.parts import only_reads
from auditkit.analyses.walk import Course
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Branch,
    Call,
    Opaque,
    Operand,
    Operation,
    Place,
    Return,
    Terminator,
)
from auditkit.source import Location

Parts = frozenset[str]
_NOTHING: Parts = frozenset()
_PART = re.compile(r"(?:->|\.)(\w+)")
_CONNECTS = re.compile(r"(?:^|::)(?:connect|disconnect|moveToThread|installEventFilter)$")
"""Functions of Qt that get an object and do nothing to its members."""


class Exposed(NamedTuple):
    """A read of what may not have been written: where, and whether a condition guards it."""

    at: Location
    guarded: bool


class Exposure(NamedTuple):
    """What a function does to an object.

    `reads` are the parts that it reads on a path on which it has not written them, `writes` those
    that it may write, `settled` those that it has written wherever it returns. `loose` says that
    the object goes where nothing is followed.
    """

    reads: Mapping[str, Exposed]
    writes: Parts
    settled: Parts
    loose: bool


class _Event(NamedTuple):
    """One thing that happens to a part: `read`, `write`, or `touch`, which may be either."""

    kind: str
    part: str
    guarded: bool = False
    certain: bool = True


Known = Callable[[Call, int], Exposure | None]
"""What the callee does to an argument, by position, or to its receiver, at -1; if that is known."""


def exposure(course: Course, root: str, known: Known) -> Exposure:
    """What a function does to `this` or to what a parameter leads to."""
    solution = solve(
        course.graph,
        Problem(
            Direction.FORWARD,
            _NOTHING,
            frozenset.intersection,
            lambda block, before: _after(course, block, before, root, known),
        ),
    )
    found: dict[str, Exposed] = {}
    writes: set[str] = set()
    loose = False
    for number in course.graph.order:
        done = solution.before.get(number)
        if done is None:
            continue
        block = course.graph.blocks[number]
        for record in (*block.operations, block.terminator):
            for event in _events(record, root, course, known):
                loose = loose or event.kind == "loose"
                if event.kind == "read" and not done & {"", event.part}:
                    guarded = event.guarded or _is_guarded(course, number, root)
                    old = found.get(event.part)
                    if old is None or (old.guarded and not guarded):
                        found[event.part] = Exposed(record.at, guarded)
                if event.kind in ("write", "touch"):
                    writes.add(event.part)
                done = _with(done, event)
    leaves = [
        solution.after[number]
        for number in course.graph.exits
        if number in solution.after and isinstance(course.graph.blocks[number].terminator, Return)
    ]
    settled = frozenset.intersection(*leaves) if leaves else frozenset(("",))
    return Exposure(found, frozenset(writes), settled, loose)


def _after(course: Course, block: Block, before: Parts, root: str, known: Known) -> Parts:
    for record in (*block.operations, block.terminator):
        for event in _events(record, root, course, known):
            before = _with(before, event)
    return before


def _with(done: Parts, event: _Event) -> Parts:
    if event.kind == "loose":
        return done | {""}
    return done | {event.part} if event.kind != "read" and event.certain else done


def _events(
    record: Operation | Terminator, root: str, course: Course, known: Known
) -> Iterator[_Event]:
    if isinstance(record, Opaque):
        yield _Event("loose", "")
        return
    if isinstance(record, Call):
        yield from _called(record, root, course, known)
        return
    for place in reads(record):
        part = part_of(place, root)
        if part is not None:
            yield _Event("read", part)
    for operand in operands(record):
        if isinstance(operand, Address) and (part := part_of(operand.place, root)) is not None:
            yield _Event("touch", part)
    if isinstance(record, Assign):
        if isinstance(record.value, Place) and record.value.text == root and root != "this":
            yield _Event("loose", "")
        if isinstance(record.target, Place):
            part = part_of(record.target, root)
            if part is not None:
                yield _Event("write", part)


def _called(call: Call, root: str, course: Course, known: Known) -> Iterator[_Event]:
    spec = course.callees.of(call)
    given: list[_Event] = []
    for position, argument in enumerate(call.arguments):
        place = argument.place if isinstance(argument, Address) else argument
        if not isinstance(place, Place):
            continue
        part = part_of(place, root)
        if place.text == root:
            given.extend(_passed(call, position, course, known))
        elif part is not None and isinstance(argument, Address):
            const = only_reads(spec, position)
            given.append(_Event("read" if const else "touch", part))
        elif part is not None:
            # Without a description it may go by reference, and an array goes by its address.
            given.append(_Event("read" if spec is not None else "touch", part, certain=False))
    if call.receiver is None or _is(call.receiver, root):
        own = known(call, -1) if root == "this" else None
        if own is not None:
            given.extend(_merged(own))
        elif _is(call.receiver, root):
            given.append(_Event("loose", ""))
    elif isinstance(call.receiver, Place) and (part := part_of(call.receiver, root)) is not None:
        given.append(_Event("touch", part, certain=False))
    yield from given


def _passed(call: Call, position: int, course: Course, known: Known) -> Iterator[_Event]:
    """What a call does with the object itself, whose address it gets."""
    own = known(call, position)
    spec = course.callees.of(call)
    if own is not None:
        yield from _merged(own)
    elif spec is not None and "memory-wipe" in spec.role:
        yield _Event("write", "")
    elif not _CONNECTS.search(call.callee) and not (spec is not None and "log" in spec.role):
        yield _Event("loose", "")


def _merged(own: Exposure) -> Iterator[_Event]:
    for part, exposed in own.reads.items():
        yield _Event("read", part, exposed.guarded)
    if own.loose:
        yield _Event("loose", "")
    for part in sorted(own.writes | own.settled):
        yield _Event("write", part, certain=part in own.settled)


def part_of(place: Place, root: str) -> str | None:
    """The part of an object that an access path begins with; None where it is none of its own."""
    text = place.text.lstrip("*")
    if place.root != root or not text.startswith(root):
        return None
    match = _PART.match(text, len(root))
    if match is not None:
        return f".{match[1]}"
    behind = place.text.startswith("*") or text[len(root) :].startswith("[")
    return "" if behind else None


def _is(operand: Operand | None, root: str) -> bool:
    return isinstance(operand, Place) and operand.text == root


def _is_guarded(course: Course, number: int, root: str) -> bool:
    """Whether control gets to a block on one side of a condition only, but for a test for null."""
    while (above := course.dominators.get(number, number)) != number:
        branch = course.graph.blocks[above].terminator
        alone = course.graph.predecessors[number] == (above,)
        plain = isinstance(branch, Branch) and str(branch.left) == root
        if alone and len(course.graph.successors[above]) > 1 and not plain:
            return True
        number = above
    return False
