"""The variables of a function that are declared without an initialiser, and all that touches them.

Apart from the walk because one pass over the function gathers it, and because a plain flow of
definite assignment settles most of them. After the Java Language Specification, chapter 16.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.bodies import inside
from auditkit.analyses.environment import Symbol
from auditkit.analyses.heap import heap_accesses
from auditkit.analyses.layouts import Layouts
from auditkit.analyses.parts import (
    Access,
    Effect,
    Variable,
    accesses,
    is_full,
    leaving,
    only_reads,
    reads_first,
    roots,
)
from auditkit.analyses.plain import is_plain
from auditkit.analyses.twins import Twins, is_twin, twins_of
from auditkit.analyses.walk import Course
from auditkit.analyses.wording import LOGS
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    Declare,
    Function,
    Opaque,
    Operation,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import NONE, Cells, relation


class Pending(NamedTuple):
    """A write that happens only if a call succeeds: it has not where its result is in `error`.

    `failure` says that in the words of the function's description, if it has one.
    """

    part: str
    symbol: Symbol
    error: Cells
    line: int
    callee: str
    check: str = "required"
    short: bool = False
    failure: str = ""


BELOW = relation("<", -1)
SIGNS = (relation("<=", 0), relation("<", 0))
_FRESH = frozenset(
    ("malloc", "OPENSSL_malloc", "CRYPTO_malloc", "g_malloc", "OPENSSL_secure_malloc")
)
_ALLOCATES = re.compile(r"(?i:(?:^|_)malloc$)")


@dataclass(frozen=True, slots=True)
class Touched:
    """The accesses to one variable: by the identity of the operation or terminator."""

    variable: Variable
    declared: Location
    start: tuple[int, int]
    accesses: dict[int, tuple[Access, ...]]
    blocks: dict[int, list[tuple[Access, ...]]]


def touched_variables(course: Course, layouts: Layouts) -> list[Touched]:
    """The variables worth asking for, each with its accesses, in one pass over the function."""
    found: dict[tuple[str, str], Touched] = {}
    given = _given(course.function)
    stored = frozenset(
        str(operation.target)
        for operation in course.function.operations()
        if isinstance(operation, Assign)
    )
    for number in course.graph.order:
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if not isinstance(operation, Declare) or operation.initialised:
                continue
            name, type = operation.place.text, operation.type
            if operation.place.kind is VariableKind.LOCAL and is_plain(course.function, type):
                touched = Touched(
                    Variable(name, type, stored, name in given),
                    operation.at,
                    (number, index),
                    {},
                    {},
                )
                found.setdefault((name, type), touched)
    allocated: dict[str, Touched] = {}
    for touched in _allocated(course, layouts):
        allocated.setdefault(touched.variable.name, touched)
    references = _references(course.function) if found else frozenset()
    twins = twins_of(course.function)
    for group in (*_groups(found.values()), allocated):
        for number in course.graph.order if group else ():
            _touch(course, course.graph.blocks[number], group, references, twins)
    return [*found.values(), *allocated.values()]


def _groups(found: Iterable[Touched]) -> Iterator[dict[str, Touched]]:
    """The variables by name; those of one name and several types, in blocks of their own, apart."""
    groups: list[dict[str, Touched]] = []
    for touched in found:
        name = touched.variable.name
        group = next((item for item in groups if name not in item), None)
        if group is None:
            group = {}
            groups.append(group)
        group[name] = touched
    yield from groups


def _accesses(operation: Operation, variable: Variable, callees: Callees) -> Iterator[Access]:
    if variable.heap:
        return heap_accesses(operation, variable, callees)
    return accesses(operation, variable, callees)


def _given(function: Function) -> frozenset[str]:
    """The variables whose own address goes to a call."""
    return frozenset(
        argument.place.text
        for call in function.calls()
        for argument in call.arguments
        if isinstance(argument, Address)
    )


def _allocated(course: Course, layouts: Layouts) -> Iterator[Touched]:
    """The structures on the heap whose memory is not cleared, each held by a local pointer."""
    types = {each.name: each.type for each in course.function.parameters}
    for operation in course.function.operations():
        if isinstance(operation, Declare):
            types[operation.place.text] = operation.type
    for number in course.graph.order:
        fresh: dict[str, Call] = {}
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if isinstance(operation, Call) and _is_fresh(operation, course.callees):
                fresh[str(operation.result)] = operation
            if not isinstance(operation, Assign) or str(operation.value) not in fresh:
                continue
            name, call = str(operation.target), fresh[str(operation.value)]
            layout = layouts.of(types.get(name, ""))
            if layout and types[name].count("*") == 1 and _sizes(call, name, types[name]):
                arrays = frozenset(f".{field}" for field, type in layout if type.endswith("]"))
                result = str(call.result)
                variable = Variable(name, types[name], heap=True, result=result, arrays=arrays)
                yield Touched(variable, operation.at, (number, index + 1), {}, {})


def _is_fresh(call: Call, callees: Callees) -> bool:
    """Whether a call returns memory of which nothing was written."""
    spec = callees.of(call)
    if spec is None or is_own(spec):
        # A second argument may ask for memory that is cleared.
        return _ALLOCATES.search(call.callee) is not None and len(call.arguments) == 1
    return "allocation" in spec.role and spec.function in _FRESH


def _sizes(call: Call, name: str, type: str) -> bool:
    """Whether memory is asked for as large as the structure that a pointer points to."""
    bare = re.escape(type.rstrip("* "))
    pattern = rf"sizeof\s*\(?\s*(?:\*\s*{re.escape(name)}\b|{bare}\s*\))"
    return any(re.search(pattern, str(argument)) for argument in call.arguments)


def _references(function: Function) -> frozenset[str]:
    """The references that a function declares: what they are bound to may be written by them."""
    return frozenset(
        operation.place.text
        for operation in function.operations()
        if isinstance(operation, Declare) and operation.type.endswith("&")
    )


def _touch(
    course: Course,
    block: Block,
    found: Mapping[str, Touched],
    references: frozenset[str],
    twins: Twins,
) -> None:
    for operation in block.operations:
        hidden = isinstance(operation, Opaque)
        for name in found.keys() if hidden else roots(operation) & found.keys():
            touched = found[name]
            if is_twin(touched.variable, operation.at, twins):
                continue
            seen = tuple(_accesses(operation, touched.variable, course.callees))
            seen = tuple(item for access in seen for item in inside(access, course.callees))
            if seen and isinstance(operation, Assign) and str(operation.target) in references:
                seen = (Access(Effect.ESCAPE),)
            if seen:
                touched.accesses[id(operation)] = seen
                touched.blocks.setdefault(block.number, []).append(seen)
    for touched in found.values():
        if is_twin(touched.variable, block.terminator.at, twins):
            continue
        seen = tuple(
            heap_accesses(block.terminator, touched.variable, course.callees)
            if touched.variable.heap
            else leaving(block.terminator, touched.variable)
        )
        if seen:
            touched.accesses[id(block.terminator)] = seen
            touched.blocks.setdefault(block.number, []).append(seen)


def is_definite(course: Course, touched: Touched) -> bool:
    """Whether every read comes after a write on every path, whatever the branches."""
    bad: list[int] = []

    def transfer(block: Block, before: frozenset[str]) -> frozenset[str]:
        parts = before
        for found in touched.blocks.get(block.number, ()):
            for access in found:
                parts = _flowed(course, access, parts, bad, touched.variable)
        return parts

    problem = Problem(Direction.FORWARD, frozenset[str](), frozenset.intersection, transfer)
    solve(course.graph, problem)
    return not bad


def _flowed(
    course: Course, access: Access, parts: frozenset[str], bad: list[int], variable: Variable
) -> frozenset[str]:
    match access.effect:
        case Effect.READ if "" not in parts and access.part not in parts:
            bad.append(0)
        case Effect.GIVE if "" not in parts:
            bad.append(0)
        case Effect.WRITE | Effect.ELEMENT | Effect.ESCAPE:
            return parts | {access.part}
        case Effect.RESET:
            return frozenset()
        case Effect.CALL:
            reads, writes = call_effect(course, access, variable)
            if reads and "" not in parts and access.part not in parts:
                bad.append(0)
            if reads and variable.array:
                bad.append(0)
            if writes is not None and writes.error == NONE:
                return parts | {access.part}
    return parts


_MAKES = re.compile(r"(?i:(?:^|_)(?:set|get|make|open|build|init)_|name)")
"""Functions that prepare a log, and write to none: `set_log_file_name`."""
_SCANS = {"sscanf": 1, "fscanf": 1, "scanf": 0}
"""Functions that store as many of their last arguments as they say, and where the format is."""
FILLING = frozenset(("conversion", "file", "format", "io", "memory-copy", "string"))
"""Roles of functions that fill a buffer from its start on, as far as the data goes."""


def call_effect(course: Course, access: Access, variable: Variable) -> tuple[bool, Pending | None]:
    """What a call does with a variable whose address it gets: whether it reads it first, and the
    write, which an empty error set makes certain.
    """
    call = access.call
    if call is None:
        return False, None
    spec, position = course.callees.of(call), access.position
    symbol, line = str(call.result), call.at.line
    certain = Pending(access.part, symbol, NONE, line, call.callee)
    left = course.callees.leaves_unwritten(call, position)
    if left and (spec is None or is_own(spec)):
        # A result that goes straight into another call may be a length, and no status.
        passed = _goes_along(course.function, call, variable)
        check = "advisory" if passed else "required"
        return False, certain._replace(error=left, check=check)
    logs = LOGS.search(call.callee) and not _MAKES.search(call.callee)
    if spec is None and variable.array and position > 0 and logs:
        return True, None
    if spec is None:
        return False, certain
    roles = set(spec.role)
    full = "memory-wipe" in roles or ("io" not in roles and is_full(call, variable, position))
    certain = certain._replace(short=bool(roles & FILLING) and not full)
    if spec.function in _SCANS and position > _SCANS[spec.function]:
        # The n-th conversion is stored where the result is at least n.
        failed = relation("<", position - _SCANS[spec.function])
        return False, certain._replace(error=failed, failure=str(failed))
    out = next((item for item in spec.out if item.position == position), None)
    reads = reads_first(call, spec, position)
    fallible = spec.error_cells and spec.check != "optional"
    if out is not None and out.written == "success" and fallible:
        return reads, certain._replace(error=_practical(spec), check=spec.check, failure=spec.error)
    if out is None and only_reads(spec, position):
        return True, None
    return reads, certain


def _practical(spec: ApiSpec) -> Cells:
    """The failures of a function that occur: those that count from 0 or -1 have none below."""
    coded = is_own(spec) or spec.library in ("gnutls", "mbedtls")
    return spec.error_cells - BELOW if spec.error_cells in SIGNS and not coded else spec.error_cells


def _goes_along(function: Function, call: Call, variable: Variable) -> bool:
    """Whether a result goes into another call at once, or later together with the variable."""
    held = {
        str(operation.target)
        for operation in function.operations()
        if isinstance(operation, Assign) and str(operation.value) == str(call.result)
    }
    for other in function.calls():
        given = {str(argument).lstrip("&") for argument in other.arguments}
        if str(call.result) in given or (held & given and variable.name in given):
            return True
    return False


def fields_of(course: Course, touched: Touched, layouts: Layouts) -> tuple[str, ...]:
    """The fields that a structure should have written: by its layout, or those written at all.

    Without a layout only what is spelled `struct` is known to be none of C's unions, and a field
    that one preprocessor alternative writes need not be one of the others'.
    """
    heap = touched.variable.heap
    known = layouts.of(touched.variable.type)
    if known is not None and (heap or not touched.variable.pointer):
        read = [
            (name, type) for name, type in known if name in layouts.read and not type.endswith("]")
        ]
        optional = _alternative_parts(course, touched)
        names = (f".{name}" for name, _ in (read if heap else known))
        return tuple(name for name in names if name not in optional)
    if not touched.variable.type.startswith("struct "):
        return ()
    optional = _alternative_parts(course, touched)
    written = [access.part for _, access in _stored_parts(touched)]
    return tuple(part for part in dict.fromkeys(written) if part not in optional)


def _stored_parts(touched: Touched) -> Iterator[tuple[int, Access]]:
    for number, found in touched.blocks.items():
        for accessed in found:
            for access in accessed:
                if access.part and access.effect in (Effect.WRITE, Effect.CALL):
                    yield number, access


def _alternative_parts(course: Course, touched: Touched) -> frozenset[str]:
    """The fields that are stored on one side of a preprocessor condition only."""
    sides = [
        (is_alternative(course, number), access.part) for number, access in _stored_parts(touched)
    ]
    plain = {part for alternative, part in sides if not alternative}
    return frozenset(part for alternative, part in sides if alternative) - plain


def is_alternative(course: Course, number: int) -> bool:
    """Whether a block belongs to one side of a preprocessor condition."""
    while course.dominators.get(number, number) != number:
        above = course.dominators[number]
        branch = course.graph.blocks[above].terminator
        own = course.graph.predecessors[number] == (above,)
        if isinstance(branch, Branch) and branch.kind is BranchKind.PREPROCESSOR and own:
            return True
        number = above
    return False
