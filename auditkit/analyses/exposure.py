"""What a function reads of an object before it writes there, and what it writes, field by field.

The object is `this`, or what a pointer or a reference among the parameters leads to. One flow of
definite assignment over a function tells it, callees first, so that what a function does through
another is its own. A part is a field, `.port`, or empty for all of the object.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditkit.accesses import operands, reads
from auditkit.analyses.apis import is_own
from auditkit.analyses.exposed import Exposed, Exposure, Known, Parts
from auditkit.analyses.parts import only_reads
from auditkit.analyses.walk import Course
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    Compute,
    Opaque,
    Operand,
    Operation,
    Place,
    Return,
    Terminator,
)

_NOTHING: Parts = frozenset()
_PART = re.compile(r"(?:->|\.)(\w+)")
_CONNECTS = re.compile(r"(?:^|::)(?:connect|disconnect|moveToThread|installEventFilter)$")
"""Functions of Qt that get an object and do nothing to its members."""


class _Event(NamedTuple):
    """One thing that happens to a part: `read`, `write`, or `touch`, which may be either."""

    kind: str
    part: str
    guarded: bool = False
    looped: bool = False
    certain: bool = True


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
                    guarded, looped = _guards(course, number)
                    new = Exposed(record.at, guarded or event.guarded, looped or event.looped)
                    old = found.get(event.part, new)
                    found[event.part] = min(old, new, key=lambda item: item[1:])
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
    moved = isinstance(record, Compute) and record.operator in ("+", "-", "cast")
    if moved and any(_is(operand, root) for operand in operands(record)):
        yield _Event("loose", "")
    for operand in operands(record):
        if isinstance(operand, Address) and (part := part_of(operand.place, root)) is not None:
            yield _Event("touch", part)
    if isinstance(record, Assign):
        if _is(record.value, root) and root != "this":
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
        if place.text == root.removeprefix("&"):
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
    elif spec is not None and not is_own(spec) and only_reads(spec, position):
        yield _Event("read", "")
    elif not _CONNECTS.search(call.callee) and not (spec is not None and "log" in spec.role):
        yield _Event("loose", "")


def _merged(own: Exposure) -> Iterator[_Event]:
    for part, exposed in own.reads.items():
        yield _Event("read", part, exposed.guarded, exposed.looped)
    if own.loose:
        yield _Event("loose", "")
    for part in sorted(own.writes | own.settled):
        yield _Event("write", part, certain=part in own.settled)


def part_of(place: Place, root: str) -> str | None:
    """The part of an object that an access path begins with; None where it is none of its own.

    A root such as `&out` is a reference: its name is the object itself, not what leads there.
    """
    name, text = root.removeprefix("&"), place.text.lstrip("*")
    if place.root != name or not text.startswith(name):
        return None
    match = _PART.match(text, len(name))
    if match is not None:
        return f".{match[1]}"
    behind = place.text.startswith("*") or text[len(name) :].startswith("[")
    return "" if behind or root != name else None


def _is(operand: Operand | None, root: str) -> bool:
    return isinstance(operand, Place) and operand.text == root


def _guards(course: Course, number: int) -> tuple[bool, bool]:
    """Whether a condition, or that of a loop, lies before a block: control gets there on one side.

    A test of a pointer parameter for null is none: who calls gives objects.
    """
    pointers = {item.name for item in course.function.parameters if item.type.endswith(("*", "&"))}
    guarded = looped = False
    while (above := course.dominators.get(number, number)) != number:
        branch = course.graph.blocks[above].terminator
        alone = course.graph.predecessors[number] == (above,)
        plain = isinstance(branch, Branch) and str(branch.left) in pointers
        if alone and len(course.graph.successors[above]) > 1 and not plain:
            loop = isinstance(branch, Branch) and branch.kind is BranchKind.LOOP
            guarded, looped = guarded or not loop, looped or loop
        number = above
    return guarded, looped
