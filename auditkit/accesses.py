"""What an operation or a terminator reads, writes, and whose address it passes on.

The one definition of that, so that no analysis forgets the pointer in `p->x` or the index in
`a[i]`. What is not evaluated (`sizeof x`) is a constant in the facts, so it never counts.
"""

from collections.abc import Collection, Iterator

from auditkit.conditions import closes_at_end
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    Call,
    CallKind,
    Compute,
    Declare,
    Function,
    Operand,
    Operation,
    Place,
    Return,
    Switch,
    Terminator,
    Throw,
    Use,
)

PLACEMENT = "placement new"


def reads(record: Operation | Terminator, arrays: Collection[str] = ()) -> Iterator[Place]:
    """The places whose values are read, in the order of evaluation, each after its path.

    `*p`, `p->x` and `p[i]` read `p` and `i` too, also where they are stored to or their address is
    taken; the address of a variable reads nothing. `arrays` names the variables that are no
    pointer although they are indexed.
    """
    for operand in operands(record):
        yield from _path(operand, arrays)
        if isinstance(operand, Place):
            yield operand
    if isinstance(record, Assign) and isinstance(record.target, Place):
        yield from _path(record.target, arrays)
        if record.operator != "=":
            yield record.target


def writes(record: Operation | Terminator) -> Iterator[Place]:
    """The places that get a new value for certain; what a callee does by address is not known."""
    match record:
        case Assign(target=Place() as target):
            yield target
        case Call(kind=CallKind.CONSTRUCTOR, receiver=Place() as receiver, callee=callee):
            if callee != PLACEMENT:
                yield receiver


def addresses(record: Operation | Terminator) -> Iterator[Place]:
    """The places whose address is taken here, so that others may read and write them."""
    for operand in operands(record):
        if isinstance(operand, Address):
            yield operand.place


def operands(record: Operation | Terminator) -> Iterator[Operand]:
    """The operands whose values an operation or terminator takes, in the order of evaluation."""
    match record:
        case Assign(value=value) | Use(value=value) | Switch(value=value):
            yield value
        case Compute(operands=values):
            yield from values
        case Call():
            yield from _of_call(record)
        case Branch(left=left, right=right):
            yield left
            if right is not None:
                yield right
        case Return(value=value) | Throw(value=value) if value is not None:
            yield value


def array_names(function: Function) -> frozenset[str]:
    """The variables of a function that are declared as arrays; a parameter never is one."""
    return frozenset(
        operation.place.text
        for operation in function.operations()
        if isinstance(operation, Declare) and operation.type.endswith("]")
    )


def _of_call(call: Call) -> Iterator[Operand]:
    constructed = call.kind is CallKind.CONSTRUCTOR and call.callee != PLACEMENT
    for operand in (call.pointer, None if constructed else call.receiver, *call.arguments):
        if operand is not None:
            yield operand


def _path(operand: Operand, arrays: Collection[str]) -> Iterator[Place]:
    """What is read to get to a place: its indices, and the pointers on the way, innermost first."""
    place = operand.place if isinstance(operand, Address) else operand
    if not isinstance(place, Place):
        return
    for index in place.indices:
        yield from _path(index, arrays)
        if isinstance(index, Place):
            yield index
    pointers = [
        Place(text, place.root, place.kind)
        for text, is_pointer in prefixes(place.text)
        if is_pointer and text not in arrays and not text.startswith("%")
    ]
    yield from reversed(pointers)


def prefixes(text: str) -> Iterator[tuple[str, bool]]:
    """The shorter paths that a path goes through, longest first, and whether each is a pointer.

    `p->a.b` goes through the object `p->a` and the pointer `p`. An indexed variable counts as a
    pointer; an indexed member, mostly an array, does not.
    """
    text = _bare(text)
    while text:
        if text.startswith("*"):
            text, is_pointer = _bare(text[1:]), True
        else:
            end = _last_step(text)
            step, text = text[end:], _bare(text[:end])
            is_pointer = step.startswith("->") or (step[0] == "[" and not _last_step(text))
        if text:
            yield text, is_pointer


def _bare(text: str) -> str:
    """A path without the parentheses around all of it."""
    return text[1:-1] if text.startswith("(") and closes_at_end(text) else text


def _last_step(text: str) -> int:
    """Where the last `->x`, `.x` or `[i]` of a path begins; 0 where it has none."""
    depth = 0
    for index in range(len(text) - 1, 0, -1):
        character = text[index]
        depth += (character in ")]") - (character in "([")
        if depth == 0 and (
            character in "[." or (character == "-" and text[index + 1 : index + 2] == ">")
        ):
            return index
    return 0
