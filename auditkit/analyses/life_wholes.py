"""What a call makes of a value that is a part of something: of a structure, a stack, an owner.

Apart from the calls that get the value itself because here another object decides what becomes of
it: the one that it was stored in, joined, was handed to, or was borrowed from.
"""

from auditkit.analyses.apis import is_own
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.lives import (
    Life,
    Status,
    Tracker,
    inside,
    plain,
)
from auditkit.analyses.passing import (
    MEMORY,
    RECEIVER,
    Effect,
    effect,
    sounds_like_release,
    sounds_like_use,
)
from auditkit.facts import Address, Call, CallKind, Operand, Place, VariableKind
from auditkit.values import only

FREES = ("releases", "releases_all")
EMPTIES = frozenset(
    ("sk_TYPE_pop", "sk_TYPE_shift", "sk_TYPE_delete", "sk_TYPE_delete_ptr", "sk_TYPE_zero")
)
"""Functions that take elements out of a stack, which are the caller's from then on."""
TAKES = ("takes", "takes_on_success", "keeps", "joins")


def operands(call: Call) -> list[tuple[int, Operand]]:
    """The receiver and the arguments of a call, each with its position."""
    found = list(enumerate(call.arguments))
    return found if call.receiver is None else [(RECEIVER, call.receiver), *found]


def joined(
    call: Call, before: Environment, behind: Environment, life: Life
) -> tuple[Environment, Life]:
    """The value as a part of the object that is the first argument."""
    whole = call.arguments[0]
    symbol: Symbol = before.symbol(whole)
    if not symbol and isinstance(whole, Place):
        symbol = f"{whole.text}@whole"
        behind = behind.bound(whole.text, symbol)
    line = call.at.line
    if not symbol or not isinstance(whole, Place) or whole.kind is not VariableKind.LOCAL:
        return behind, life.became(Status.GIVEN, line, str(whole))
    # Nothing joins what is not there.
    behind = behind.narrowed(symbol, ~only(0)) or behind
    return behind, life._replace(container=symbol, joined=True, line=line, by=str(whole))


def owned_by(
    call: Call, before: Environment, behind: Environment, life: Life
) -> tuple[Environment, Life]:
    """The value as what the object that is the first argument owns now."""
    owner = call.arguments[0]
    symbol: Symbol = before.symbol(owner)
    if not isinstance(owner, Place) or owner.kind is VariableKind.MEMBER:
        return behind, life
    if not symbol:
        symbol = f"{owner.text}@whole"
        behind = behind._replace(names=behind.names | {(owner.text, symbol)})
    return behind, life._replace(container=symbol)


def constructs(tracker: Tracker, call: Call) -> bool:
    """Whether a call makes an object of a class, though it may look like that of a function."""
    spec = tracker.callees.of(call)
    own = spec.function.split("::")[-2:] if spec is not None and is_own(spec) else []
    return call.kind is CallKind.CONSTRUCTOR or (len(own) == 2 and own[0] == own[1])


def constructed(
    tracker: Tracker, call: Call, position: int, life: Life, what: Effect
) -> Life | None:
    """The value as an argument of a constructor: held by an owner, looked at, or gone."""
    if life.status not in (Status.OWNED, Status.STORED, Status.ESCAPED):
        return life
    known = tracker.callees.knowledge.find_class(call.type or call.callee)
    if known is None:
        # Of a number no summary tells who owns it from then on.
        if what.known and what.word in ("borrows", "up_refs") and tracker.subject.pointer:
            return life
        return life.became(Status.ESCAPED, call.at.line, call.callee)
    if known.kind in ("owner", "shared") and known.holds == position:
        place = call.receiver
        symbol: Symbol = f"=&{place.text}" if isinstance(place, Place) else str(call.result)
        held = life.became(Status.HELD, call.at.line, call.callee)
        return held._replace(container=symbol)
    if known.kind == "value" and not known.elements:
        return life.became(Status.ESCAPED, call.at.line, call.callee)
    return life


def is_object(call: Call, operand: Operand, holders: frozenset[str]) -> bool:
    """Whether a constructor gets the object that the value points to, as in `Base(*new P)`."""
    constructs = call.kind is CallKind.CONSTRUCTOR and isinstance(operand, Place)
    return constructs and str(operand).startswith("*") and str(operand)[1:] in holders


def constructed_from(call: Call, life: Life) -> Life:
    """The value once an object was made of what it points to."""
    if life.status is not Status.OWNED:
        return life
    return life.became(Status.ESCAPED, call.at.line, call.callee)


def overwritten(call: Call, holders: frozenset[str], behind: Environment) -> Environment:
    """The environment once all that the first argument points to was written anew."""
    first = call.arguments[0] if call.arguments else None
    place = first.place if isinstance(first, Address) else first
    if isinstance(place, Place):
        mark = "." if isinstance(first, Address) else "->"
        for name in sorted(holders):
            if name.startswith(place.text + mark):
                behind = behind.bound(name, "")
    return behind


def contained(
    tracker: Tracker, call: Call, before: Environment, life: Life, index: int
) -> Life | None:
    """What becomes of the value where a call gets the object that it is a part of."""
    if life.status is Status.GIVEN and life.container:
        return _owner_gone(tracker, call, before, life)
    if life.status not in (Status.OWNED, Status.HELD):
        return life
    for position, operand in operands(call):
        whole = bool(life.container) and _is_whole(before, operand, life.container)
        parts = not whole and inside(operand, plain(before.holders(tracker.subject.symbol)))
        if not whole and not parts:
            continue
        if life.status is Status.HELD:
            return _held(tracker, call, position, life)
        what = effect(call, position, tracker.callees)
        loose = not what.known or is_own(tracker.callees.of(call))
        if what.word in FREES or (loose and sounds_like_release(call.callee)):
            return _gone_with(tracker, before, life, what, call, index)
        local = str(life.container).startswith("=&") and loose and what.word == "borrows"
        if what.word in ("unknown", *TAKES) or (local and not sounds_like_use(call.callee)):
            return life.became(Status.ESCAPED, call.at.line, call.callee)
        if what.word == "uses":
            life = life.doubted(f"{call.callee} is taken to use it only")
    return life


def _owner_gone(tracker: Tracker, call: Call, before: Environment, life: Life) -> Life:
    """The value once the object that took it may have been released."""
    for position, operand in operands(call):
        if before.symbol(operand) == life.container:
            what = effect(call, position, tracker.callees)
            if what.word in FREES and what.known:
                return life.became(Status.DANGLING, call.at.line, call.callee)
            if what.word not in ("borrows", "outlives", "up_refs", "acquires", *TAKES):
                return life._replace(container="")
    return life


def _is_whole(before: Environment, operand: Operand, container: Symbol) -> bool:
    return before.symbol(operand) == container or f"=&{operand}" == container


def _gone_with(
    tracker: Tracker, before: Environment, life: Life, what: Effect, call: Call, index: int
) -> Life | None:
    """What becomes of a part when the whole is released."""
    if life.joined:
        if what.word == "releases_all" or what.function not in tracker.callees.knowledge.apis:
            return life.became(Status.RELEASED, call.at.line, call.callee)
        return life.became(Status.OWNED, life.line, "")
    holders = plain(before.holders(tracker.subject.symbol))
    if what.known and what.function in MEMORY:
        if any("->" not in name and "." not in name for name in holders):
            return life._replace(container="", by="")
        tracker.note("leaked-resource", call.at, life, call.callee, index)
        return None
    # What a call may have made of the value, or of a copy of it, need not own it.
    presumed = str(life.container).startswith("%")
    gone = Status.ESCAPED if presumed else Status.RELEASED
    return life.became(gone, call.at.line, call.callee)


def asked(tracker: Tracker, call: Call, behind: Environment, life: Life) -> Environment:
    """The environment where what an owner hands out is the value that it holds."""
    if life.status is not Status.HELD or life.container != f"=&{call.receiver}":
        return behind
    if _method(tracker, call) in ("gives", "borrows"):
        return behind.bound(str(call.result), tracker.subject.symbol)
    return behind


def _method(tracker: Tracker, call: Call) -> str:
    """What the method that is called does to what its object holds."""
    kind = tracker.names.types.get(str(call.receiver), "")
    known = tracker.callees.knowledge.find_class(kind)
    return "" if known is None else known.effect(call.callee.rsplit("::", 1)[-1])


def _held(tracker: Tracker, call: Call, position: int, life: Life) -> Life:
    """What becomes of a value whose owner is asked for it, emptied or handed on."""
    line = call.at.line
    if position != RECEIVER:
        moved = str(life.container).startswith("%") or call.callee.endswith(("move", "swap"))
        return life.became(Status.ESCAPED, line, call.callee) if moved else life
    match _method(tracker, call):
        case "gives":
            # `add(p.get()); p.release();`: another owner has it before this one gives it up.
            return life.became(Status.GIVEN if life.stored else Status.OWNED, line, "")
        case "replaces" | "clears":
            return life.became(Status.RELEASED, line, f"{call.receiver}.{call.callee}")
        case "swaps":
            return life.became(Status.ESCAPED, line, call.callee)
    return life


def lent(tracker: Tracker, call: Call, before: Environment, life: Life) -> Life:
    """The life of a borrowed value once its owner is released."""
    lender, lending = tracker.subject.lender, tracker.subject.call.arguments
    if life.status is not Status.BORROWED or not lender:
        return life
    taken = effect(call, 0, tracker.callees).function in EMPTIES and call.arguments
    if taken and lending and str(lending[0]) == str(call.arguments[0]):
        return life.became(Status.ESCAPED, call.at.line, call.callee)
    for position, operand in enumerate(call.arguments):
        if before.symbol(operand) == lender:
            what = effect(call, position, tracker.callees)
            shallow = what.function.startswith("sk_") and what.word == "releases"
            if what.known and what.word in FREES and not shallow:
                return life.became(Status.DANGLING, call.at.line, call.callee)
            if what.word in ("acquires", "unknown"):
                return life.became(Status.ESCAPED, call.at.line, call.callee)
    return life
