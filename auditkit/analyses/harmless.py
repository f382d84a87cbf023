"""Why an untested result does no harm: by what the call was given, and by who looks at its output.

Apart from `checks`, which judges the paths of a result, because these reasons are about the
arguments of one call and need no path.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditkit.accesses import reads
from auditkit.analyses.checks import Check, check
from auditkit.analyses.outputs import told_by_output
from auditkit.analyses.results import Followed
from auditkit.analyses.walk import Course
from auditkit.facts import (
    Address,
    Assign,
    Call,
    Constant,
    Declare,
    Operand,
    Place,
    VariableKind,
)
from auditkit.knowledge import ApiSpec

_WAITING = re.compile(r"BIO_(?:ctrl_)?w?pending|BIO_get_mem_data|BIO_ctrl")
_NULLS = ("NULL", "nullptr", "0")
_SIZES = ("gnutls", "mbedtls")
"""Libraries in which a call without a buffer fails and tells the size that is needed."""


def checked(followed: Followed, course: Course, *, cleanup: bool) -> Check:
    """The verdict on a followed result, with the reason why a missing test does no harm.

    `cleanup` says that the call follows a failure.
    """
    found = check(followed, cleanup)
    untested = found.check == "none" or not found.manner.startswith("tested against")
    if found.check not in ("none", "partial") or found.reason or not untested:
        return found
    return replace(found, reason=_reason(course, followed.call, followed.subject.spec))


def _reason(course: Course, call: Call, spec: ApiSpec) -> str:
    if any(_is_number(call, position, value) for position, value in spec.sure):
        return "with this argument it cannot fail"
    if _asks_for_size(call, spec):
        return "it asks for a size, which it tells although it fails"
    if _takes_what_waits(course, call, spec):
        return "it reads just what was said to be there"
    if _drains(course, call, spec):
        return "nobody looks at what it reads"
    if _is_told(course, call, spec):
        return "what it writes held no value before, and is tested instead"
    return ""


def _is_number(call: Call, position: int, value: int) -> bool:
    argument = call.arguments[position] if position < len(call.arguments) else None
    return isinstance(argument, Constant) and argument.value == value


def _asks_for_size(call: Call, spec: ApiSpec) -> bool:
    """Whether a buffer that would be written is null while its size is to be written."""
    given = [call.arguments[out.position] for out in spec.out if out.position < len(call.arguments)]
    sized = any(isinstance(argument, Address) for argument in given)
    return spec.library in _SIZES and sized and any(str(each) in _NULLS for each in given)


def _takes_what_waits(course: Course, call: Call, spec: ApiSpec) -> bool:
    """Whether a BIO is asked for as many bytes as it has said that it holds."""
    if spec.function != "BIO_read" or len(call.arguments) < 3:
        return False
    bio, wanted = str(call.arguments[0]), str(call.arguments[2])
    known = {
        str(other.result)
        for other in course.function.calls()
        if _WAITING.fullmatch(other.callee) and str(other.arguments[0]) == bio
    }
    for operation in course.function.operations():
        if isinstance(operation, Assign) and str(operation.value) in known:
            known.add(str(operation.target))
    return wanted in known


def _drains(course: Course, call: Call, spec: ApiSpec) -> bool:
    """Whether a socket is read into a buffer of the function's own that nothing reads."""
    if spec.library == "openssl" or spec.role[:1] != ("io",):
        return False
    buffers = [_local(call.arguments[out.position]) for out in spec.out[:1]]
    if not buffers or not buffers[0]:
        return False
    return not any(root == buffers[0] for root in _looked_at(course, spec))


def _local(operand: Operand) -> str:
    """The variable of the function that an operand is, or is the address of."""
    place = operand.place if isinstance(operand, Address) else operand
    plain = isinstance(place, Place) and place.kind is VariableKind.LOCAL
    return place.root if isinstance(place, Place) and plain and place.text == place.root else ""


def _looked_at(course: Course, spec: ApiSpec) -> Iterator[str]:
    """The variables that a function reads, or hands to anything but what reads into them."""
    for block in course.function.blocks:
        for record in (*block.operations, block.terminator):
            if not isinstance(record, Call):
                yield from (place.root for place in reads(record))
                continue
            known = course.callees.of(record)
            written = {out.position for out in known.out} if known is not None else set()
            for position, argument in enumerate(record.arguments):
                place = argument.place if isinstance(argument, Address) else argument
                if isinstance(place, Place) and position not in written:
                    yield place.root


def _is_told(course: Course, call: Call, spec: ApiSpec) -> bool:
    """Whether the call can only say that it failed, and what it writes on success says it too.

    The variable is null before the call, and is tested behind it.
    """
    plain = spec.error == "== NULL" or spec.success_cells.single is not None
    if not plain or not told_by_output(course.function, call, spec):
        return False
    outs = [
        argument.place.text
        for out in spec.out
        if out.written != "always" and out.position < len(call.arguments)
        for argument in (call.arguments[out.position],)
        if isinstance(argument, Address)
    ]
    return bool(outs) and all(_was_null(course, call, name) for name in outs)


def _was_null(course: Course, call: Call, name: str) -> bool:
    """Whether the last value that a variable gets above a call, in the same block or in those that
    lead to it always, is null."""
    block = next(
        number for number in course.graph.order if call in course.graph.blocks[number].operations
    )
    operations = course.graph.blocks[block].operations
    above = [*reversed(operations[: operations.index(call)])]
    while (over := course.dominators.get(block, block)) != block:
        above.extend(reversed(course.graph.blocks[over].operations))
        block = over
    for operation in above:
        if isinstance(operation, Assign) and str(operation.target) == name:
            return str(operation.value) in _NULLS
        if isinstance(operation, Call) and f"&{name}" in map(str, operation.arguments):
            return False
        if isinstance(operation, Declare) and operation.place.text == name:
            return False
    return False
