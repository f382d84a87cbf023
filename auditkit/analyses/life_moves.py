"""What an operation that is no call makes of the life of a value: it is copied, stored, lost, read.

Apart from the calls because here only names change hands, by assignment and by the end of scopes.
"""

from collections.abc import Iterator

from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.life_calls import Pair, called
from auditkit.analyses.lives import (
    Kind,
    Life,
    Status,
    Tracker,
    inside,
    name_of,
    plain,
    settled,
    through,
)
from auditkit.facts import (
    Address,
    Assign,
    Call,
    Compute,
    Declare,
    Destroy,
    Opaque,
    Operand,
    Operation,
    Place,
    Temp,
    Use,
    VariableKind,
)
from auditkit.source import Location

_GONE = (Status.RELEASED, Status.DANGLING)
_COPIES = frozenset(("cast", "==", "!=", "<", "<=", ">", ">=", "!", "&&", "||", "%", "~"))
_POINTS = frozenset(("+", "-", "&", "|", "[]"))


def moved(
    tracker: Tracker,
    operation: Operation,
    before: Environment,
    behind: Environment,
    life: Life,
    index: int,
) -> Iterator[Pair]:
    """The environments and lives behind one operation; nothing where the path ends at it."""
    life = settled(life, before, tracker.subject.kind)
    if life.status is Status.LOST and not life.pending:
        tracker.note("leaked-resource", operation.at, life, "lost", index)
        return
    match operation:
        case Call():
            if _is_again(tracker, operation):
                if not any(
                    before.symbol(item) == tracker.subject.symbol for item in operation.arguments
                ):
                    _again(tracker, operation, before, life, index)
                return
            yield from called(tracker, operation, before, behind, life, index)
        case Assign():
            yield from _assigned(tracker, operation, before, behind, life, index)
        case Compute():
            new = _computed(tracker, operation, before, life, index)
            if new is not None:
                yield behind, new
        case Declare():
            yield from _dropped(tracker, operation, before, behind, life, index)
        case Use(value=value):
            yield behind, _used(tracker, value, before, life, operation.at.line)
        case Destroy():
            yield behind, _destroyed(tracker, operation, life, index)
        case Opaque():
            yield (
                behind,
                life.became(Status.ESCAPED, operation.at.line, "code that is opaque"),
            )


def is_gone_through(tracker: Tracker, operand: Operand, before: Environment, life: Life) -> bool:
    """Whether an operand reads through a pointer to what was released."""
    if life.status not in _GONE:
        return False
    return through(operand, before.holders(tracker.subject.symbol) | life.derived)


def _is_again(tracker: Tracker, call: Call) -> bool:
    subject = tracker.subject
    return call.result == subject.call.result and call.at == subject.call.at


def _again(tracker: Tracker, call: Call, before: Environment, life: Life, index: int) -> None:
    """Notes that the walk came back to its start while the value was still owned."""
    subject = tracker.subject
    others = plain(before.holders(subject.symbol)) - {subject.holder}
    owned = life.status is Status.OWNED and not life.container and not life.pending
    if owned and subject.kind is not Kind.IN_PLACE and not others:
        tracker.note("leaked-resource", call.at, life, "again", index)


def _assigned(
    tracker: Tracker,
    operation: Assign,
    before: Environment,
    behind: Environment,
    life: Life,
    index: int,
) -> Iterator[Pair]:
    value, target = operation.value, operation.target
    if any(is_gone_through(tracker, item, before, life) for item in (value, target)):
        tracker.note("use-after-release", operation.at, life, "", index)
        return
    symbol = before.symbol(value)
    line = operation.at.line
    if symbol == tracker.subject.symbol:
        behind, life = _copied(tracker, operation, before, behind, life, index)
    elif life.container and symbol == life.container:
        life = _whole_copied(tracker, target, life, line)
    elif name_of(value) in life.derived or _is_interior(tracker, value, before):
        life = _pointer_copied(tracker, target, life, line)
    elif _is_copied_whole(tracker, value, target):
        life = life.became(Status.ESCAPED, line, str(target))
    elif life.status is Status.OWNED and _is_outside(tracker, target):
        if inside(value, plain(before.holders(tracker.subject.symbol))):
            life = life.became(Status.ESCAPED, line, str(target))
    elif _is_copied_whole(tracker, value, target) or (
        isinstance(value, Address) and before.held(value.place.text) == tracker.subject.symbol
    ):
        life = life.became(Status.ESCAPED, line, str(target))
    yield from _dropped(tracker, operation, before, behind, life, index)


def _is_interior(tracker: Tracker, value: Operand, before: Environment) -> bool:
    """Whether an operand is the address of a part of what the value points to."""
    return isinstance(value, Address) and through(value, before.holders(tracker.subject.symbol))


def _is_copied_whole(tracker: Tracker, value: Operand, target: Place | Temp) -> bool:
    """Whether an object that was set up in place is copied to where it lives on."""
    in_place = tracker.subject.kind is Kind.IN_PLACE and str(value) == tracker.subject.holder
    return in_place and _is_outside(tracker, target)


def _copied(
    tracker: Tracker,
    operation: Assign,
    before: Environment,
    behind: Environment,
    life: Life,
    index: int,
) -> tuple[Environment, Life]:
    """What becomes of the value when a name gets it."""
    target, line = operation.target, operation.at.line
    type_ = tracker.names.types.get(str(target), "")
    if type_ and "*" not in type_ and life.status is not Status.BORROWED:
        known = tracker.callees.knowledge.find_class(type_)
        if known is not None:
            return behind.bound(str(target), ""), _converted(known.kind, target, life, line)
    if isinstance(target, Temp):
        return behind, life
    gone = life.status is Status.RELEASED and not life.pending
    if gone and _is_surely(tracker, operation.value) and _is_outside(tracker, target):
        tracker.note("use-after-release", operation.at, life, "", index)
    if "[" in target.text:
        behind = behind.bound(target.text, "")
    if life.status not in (Status.OWNED, Status.STORED):
        return behind, life
    if "[" in target.text:
        return behind, life.became(Status.ESCAPED, line, target.text)
    if not _is_outside(tracker, target):
        if target.text == target.root:
            return behind, life
        return behind, life._replace(container=f"=&{target.root}", by=target.text, line=line)
    if target.root in tracker.names.fresh and target.kind is VariableKind.LOCAL:
        whole: Symbol = before.held(target.root)
        if not whole:
            whole = f"{target.root}@whole"
            names = behind.names | {(target.root, whole)}
            behind = behind._replace(names=names)
        return behind, life._replace(container=whole, by=target.text, line=line)
    return behind, life.became(Status.STORED, line, target.text)


def _is_surely(tracker: Tracker, value: Operand) -> bool:
    """Whether an operand is the value itself, and no other name that may be one of it."""
    subject = tracker.subject
    return subject.kind in (Kind.RESULT, Kind.OUTPUT) or str(value) == subject.holder


def _converted(kind: str, target: Place | Temp, life: Life, line: int) -> Life:
    """The life of a value that an object of a class was made of or given."""
    if kind in ("owner", "shared") and life.status in (Status.OWNED, Status.STORED):
        held = life.became(Status.HELD, line, str(target))
        return held._replace(container=f"=&{target}")
    return life


def _whole_copied(tracker: Tracker, target: Place | Temp, life: Life, line: int) -> Life:
    """What becomes of a part when the whole is copied or stored."""
    if _is_outside(tracker, target):
        return life.became(Status.ESCAPED, line, str(target))
    if life.status is Status.HELD and str(life.container).startswith("%"):
        return life._replace(container=f"=&{target}")
    return life


def _pointer_copied(tracker: Tracker, target: Place | Temp, life: Life, line: int) -> Life:
    """What becomes of the value when a pointer into it is copied."""
    if isinstance(target, Temp):
        return life._replace(derived=life.derived | {str(target)})
    if life.status is Status.OWNED and _is_outside(tracker, target):
        return life.became(Status.ESCAPED, line, target.text)
    return life._replace(derived=life.derived | {target.text})


def _is_outside(tracker: Tracker, target: Place | Temp) -> bool:
    """Whether what is assigned outlives the function, or is reached through a pointer."""
    if isinstance(target, Temp):
        return False
    text = target.text
    return "->" in text or text.startswith("*") or "[" in text or not tracker.names.is_local(target)


def _dropped(
    tracker: Tracker,
    operation: Assign | Declare,
    before: Environment,
    behind: Environment,
    life: Life,
    index: int,
) -> Iterator[Pair]:
    """The life after a name got another value; a value that nobody holds any more is lost."""
    symbol = tracker.subject.symbol
    was, now = plain(before.holders(symbol)), plain(behind.holders(symbol))
    derived = {name for name in life.derived if not name.startswith("%")}
    if not was or now or tracker.subject.kind is Kind.IN_PLACE or derived:
        yield behind, life
        return
    name = operation.place.text if isinstance(operation, Declare) else str(operation.target)
    stepped = isinstance(operation, Assign) and operation.operator != "=" and name in was
    if stepped and life.status in (Status.OWNED, Status.STORED):
        # A pointer that is stepped on still points into what it pointed to.
        yield behind, life._replace(derived=life.derived | {name})
        return
    if name not in was and life.status in (Status.OWNED, Status.STORED):
        # `p = p->next`: what `p->member` held is where it was, under another name.
        yield behind, life.became(Status.ESCAPED, operation.at.line, name)
        return
    if isinstance(operation, Assign) and was & tracker.names.given.get(
        str(operation.value), frozenset()
    ):
        # `list = prepend(list, …)`: what was given is a part of what came back.
        return
    if life.status is Status.OWNED and not (life.container and life.joined):
        tracker.note("leaked-resource", operation.at, life, "lost", index)
    elif life.status is Status.STORED and isinstance(operation, Assign):
        stored = life.doubted("the place may be released elsewhere")
        tracker.note("leaked-resource", operation.at, stored, "overwritten", index)
    elif life.status in (Status.GIVEN, Status.RELEASED) and life.pending:
        yield behind, life._replace(status=Status.LOST, line=operation.at.line)


def _computed(
    tracker: Tracker, operation: Compute, before: Environment, life: Life, index: int
) -> Life | None:
    symbol, operator = tracker.subject.symbol, operation.operator
    if any(is_gone_through(tracker, item, before, life) for item in operation.operands):
        tracker.note("use-after-release", operation.at, life, "", index)
        return None
    held = [item for item in operation.operands if before.symbol(item) == symbol]
    inner = [item for item in operation.operands if name_of(item) in life.derived]
    if inner or (held and operator in _POINTS):
        return life._replace(derived=life.derived | {str(operation.target)})
    if held and operator not in _COPIES and life.status in (Status.OWNED, Status.STORED):
        return life.became(Status.ESCAPED, operation.at.line, "what is built from it")
    return life


def _used(tracker: Tracker, value: Operand, before: Environment, life: Life, line: int) -> Life:
    """The life after a value was read and dropped, or caught by a closure."""
    symbol = tracker.subject.symbol
    caught = isinstance(value, Address) and before.held(value.place.text) == symbol
    caught = caught or before.symbol(value) == symbol
    if caught and line in tracker.names.closures and life.status is Status.OWNED:
        return life.became(Status.ESCAPED, line, "a closure")
    return life


def _destroyed(tracker: Tracker, operation: Destroy, life: Life, index: int) -> Life:
    """The life after a destructor ran: what the object held is released, if it was not moved."""
    if life.status is not Status.HELD or life.container != f"=&{operation.place.text}":
        return life
    if id(operation) in tracker.names.moved:
        return life.became(Status.ESCAPED, operation.at.line, "the caller")
    if life.asked:
        given = Location(operation.at.path, life.line, 1)
        tracker.note("borrowed-release", given, life, str(life.asked), index)
    return life.became(Status.RELEASED, operation.at.line, f"the destructor of {operation.place}")
