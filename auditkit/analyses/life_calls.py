"""What a call makes of the life of a value: as an argument, by its address, within its container.

Apart from the other steps because calls are where ownership passes, and where the words of the
knowledge base are read.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.apis import is_own
from auditkit.analyses.environment import Environment, reaches
from auditkit.analyses.life_ends import EMPTIED, afterwards, borrowed, given, released
from auditkit.analyses.life_wholes import (
    EMPTIES,
    FREES,
    asked,
    constructed,
    constructed_from,
    constructs,
    contained,
    is_object,
    joined,
    lent,
    operands,
    overwritten,
    owned_by,
)
from auditkit.analyses.lives import (
    Kind,
    Life,
    Status,
    Tracker,
    name_of,
    plain,
    released_on_failure,
    through,
)
from auditkit.analyses.naming import NEW
from auditkit.analyses.passing import (
    Effect,
    effect,
    failures,
    may_not_return,
    sounds_like_adding,
    sounds_like_making,
    sounds_like_move,
    sounds_like_reference,
)
from auditkit.analyses.wording import LOGS
from auditkit.facts import Address, Call, CallKind, Discard, Place, VariableKind
from auditkit.knowledge import ApiSpec
from auditkit.values import ANY, NONE, relation

Pair = tuple[Environment, Life]

STATUS = re.compile(r"(?:\w*_)?(?:ret|rc|rv|res|result|err|error|status|code|retcode|rval)")
"""Names of variables for what is 0 if all went well."""
_OVERWRITES = ("memset", "memcpy", "bzero", "cleanse", "memmove", "memset_s")
_MOST = 3
"""References that are counted; with more, as in a loop, nothing is concluded."""
_ONE_FOR_BOTH = "SSL_set_bio"
"""One and the same BIO for both sides consumes one reference."""


def called(
    tracker: Tracker, call: Call, before: Environment, behind: Environment, life: Life, index: int
) -> Iterator[Pair]:
    """The environments and lives behind a call; nothing where the path ends at it."""
    plain_call = call.kind is CallKind.DIRECT and tracker.callees.of(call) is None
    if plain_call and may_not_return(call.callee):
        return
    symbol = tracker.subject.symbol
    holders = before.holders(symbol)
    given = operands(call)
    behind = _rebound(tracker, call, before, behind, life)
    gone = life.status in (Status.RELEASED, Status.DANGLING)
    if gone and id(call) in tracker.names.loops and _steps(call, holders):
        return
    if tracker.callees.api(call) is not None and call.callee.lower().endswith(_OVERWRITES):
        behind = overwritten(call, holders, behind)
    into = holders | life.derived
    if gone and any(
        through(operand, into) or name_of(operand) in life.derived for _, operand in given
    ):
        tracker.note("use-after-release", call.at, life, call.callee, index)
        return
    handed = any(before.symbol(operand) == symbol for operand in call.arguments)
    if id(call) in tracker.names.throws and not handed and _is_loose(life):
        thrown = life.doubted(f"that {call.callee} throws depends on what it gets")
        tracker.note("leaked-resource", call.at, thrown, "throw", index)
    place = next(
        (each for each in tracker.names.clears.get(id(call), ()) if each[0] in holders), None
    )
    if place is not None:
        yield from _cleared(tracker, call, behind, life, place, index)
        return
    behind, new = _arguments(tracker, call, before, behind, life, index)
    if new is None:
        return
    behind, new = _addressed(tracker, call, before, behind, new, index)
    if new is not None:
        behind = asked(tracker, call, behind, new)
        new = contained(tracker, call, before, new, index)
    if new is None:
        return
    new = lent(tracker, call, before, new)
    if new.references > life.references:
        yield from _referenced(tracker, call, behind, life, new)
    else:
        yield behind, new


def _steps(call: Call, holders: frozenset[str]) -> bool:
    """Whether a macro that spells a loop gets a name that holds the value, or what leads to it:
    it gives that the next element.
    """
    return any(
        isinstance(operand, Place) and reaches(name, operand.text)
        for operand in call.arguments
        for name in holders
    )


def _cleared(
    tracker: Tracker,
    call: Call,
    behind: Environment,
    life: Life,
    place: tuple[str, bool],
    index: int,
) -> Iterator[Pair]:
    """The life behind a function of the target that releases what a member holds."""
    name, left = place
    new = _applied(tracker, life, Effect("releases", call.callee), call, index)
    if new is not None:
        yield behind.bound(name, tracker.subject.symbol) if left else behind, new


def _is_loose(life: Life) -> bool:
    """Whether nobody but the function has the value."""
    return life.status is Status.OWNED and not life.container


def _referenced(
    tracker: Tracker, call: Call, behind: Environment, life: Life, new: Life
) -> Iterator[Pair]:
    """The lives behind a call that takes a reference: one more if it succeeds, else as before."""
    spec, result = tracker.callees.of(call), str(call.result)
    many = new.references > _MOST
    error, fine = NONE, ANY
    if spec is not None and call.discard is Discard.VALUE:
        error = spec.error_cells
        fine = spec.success_cells if spec.success else ~error
    succeeded, failed = behind.narrowed(result, fine), behind.narrowed(result, error)
    if succeeded is not None:
        escaped = new.became(Status.ESCAPED, call.at.line, call.callee)
        yield succeeded, escaped if many else new
    if failed is not None and error:
        yield failed, life


def _rebound(
    tracker: Tracker, call: Call, before: Environment, behind: Environment, life: Life
) -> Environment:
    """The environment where a call that is not known has not changed what it cannot reach."""
    given = {item.place.text for item in call.arguments if isinstance(item, Address)}
    if call.kind is CallKind.CONSTRUCTOR and isinstance(call.receiver, Place):
        given.add(call.receiver.text)
    # In order, since a name takes what is reached through it along: `p` comes before `p->x`.
    for symbol in sorted(tracker.keep(life), key=str):
        for name in sorted(before.holders(symbol) - behind.holders(symbol)):
            kind = tracker.names.kinds.get(name)
            local = kind in (VariableKind.LOCAL, VariableKind.PARAMETER)
            if name not in given and local and not tracker.names.is_reference(name):
                behind = behind.bound(name, symbol)
    return behind


def _arguments(
    tracker: Tracker, call: Call, before: Environment, behind: Environment, life: Life, index: int
) -> tuple[Environment, Life | None]:
    """What becomes of the value where it is itself an argument or the receiver."""
    symbol, spec = tracker.subject.symbol, tracker.callees.of(call)
    new: Life | None = life
    done: set[str] = set()
    for position, operand in operands(call):
        if new is not None and is_object(call, operand, before.holders(symbol)):
            new = constructed_from(call, new)
        if new is None or before.symbol(operand) != symbol:
            continue
        what = effect(call, position, tracker.callees)
        if not what.known and str(operand).startswith("%") and tracker.subject.call.callee in NEW:
            # Nobody else can release what `add(new T)` makes: the callee is meant to.
            what = Effect("unknown", what.function, known=False)
        if what.word in FREES and new.asked:
            tracker.believe(new.asked, before)
        if what.word in FREES and tracker.subject.presumed and tracker.subject.guard:
            tracker.believe(tracker.subject.guard, before)
        if what.function == _ONE_FOR_BOTH and what.word in done:
            continue
        done.add(what.word)
        before_status = new.status
        if what.word == "returned":
            behind = behind.bound(str(call.result), symbol)
        if constructs(tracker, call):
            new = constructed(tracker, call, position, new, what)
        else:
            new = _applied(tracker, new, what, call, index)
        if new is not None and new.status is Status.GIVEN is not before_status and position > 0:
            behind, new = owned_by(call, before, behind, new)
        if new is not None and what.word == "joins" and new.status is Status.OWNED:
            if new.references > 1:
                new = new._replace(references=new.references - 1)
            else:
                behind, new = joined(call, before, behind, new)
            new = _pending(new, spec, call)
    return behind, new


def _applied(tracker: Tracker, life: Life, what: Effect, call: Call, index: int) -> Life | None:
    """The life after one effect; None where the path ends in a defect."""
    match life.status:
        case Status.RELEASED | Status.DANGLING:
            return afterwards(tracker, life, what, call, index)
        case Status.BORROWED:
            return borrowed(tracker, life, what, call, index)
        case Status.GIVEN | Status.HELD:
            return given(tracker, life, what, call, index)
        case Status.LOST:
            return life
    if life.joined and what.word in FREES and what.known:
        tracker.note("borrowed-release", call.at, life, call.callee, index)
        return None
    if what.word in FREES or (what.word == "clears" and tracker.subject.kind is Kind.IN_PLACE):
        return released(tracker, life, what, call, index)
    line, spec = call.at.line, tracker.callees.of(call)
    match what.word:
        case "keeps":
            if spec is None or is_own(spec) or not spec.error_cells:
                return _perhaps_taken(tracker, life, call)
            return life.became(Status.ESCAPED, line, what.function)
        case "takes" | "takes_on_success":
            new = life.became(Status.GIVEN, line, what.function)
            new = new._replace(stored=life.status is not Status.OWNED)
            if life.references > 1:
                new = life._replace(references=life.references - 1)
            whatever = what.word == "takes" and spec is not None and spec.error_cells
            return new if whatever else _pending(new, spec, call)
        case "releases_on_failure" if spec is not None:
            return released_on_failure(life, spec, call)
        case "acquires":
            counts = not is_own(spec) or sounds_like_reference(call.callee)
            return life._replace(references=life.references + counts)
        case "unknown":
            return _perhaps_taken(tracker, life, call)
        case "borrows" if what.function in EMPTIES:
            return life.doubted(EMPTIED)
        case "uses":
            return life.doubted(f"{call.callee} is taken to use it only")
    return life


def _perhaps_taken(tracker: Tracker, life: Life, call: Call) -> Life:
    """The life after a call of which nothing is known, but for what the code behind it believes.

    Code that releases a value behind a call believes that the call does not take it; if only for
    some of its results, it may take it for the others.
    """
    result = str(call.result)
    spec = tracker.callees.of(call)
    pointer = spec is None or "*" in spec.prototype.partition("(")[0]
    whole = pointer and not any(isinstance(item, Address) for item in call.arguments)
    whole = whole and not STATUS.fullmatch(tracker.names.holders.get(result, ""))
    if whole and sounds_like_making(call.callee) and call.discard is Discard.VALUE:
        return life._replace(container=result, by=call.callee, line=call.at.line)
    seen = tracker.believed.get(result, NONE)
    status = STATUS.fullmatch(tracker.names.holders.get(result, "")) and 0 not in seen
    moves = sounds_like_move(call.callee)
    told = moves and any(isinstance(item, Address) for item in call.arguments)
    # What joins others is taken out again before it is released: `HASH_ADD`, `HASH_DEL`.
    told = told or (sounds_like_adding(call.callee) and call.discard is not Discard.VALUE)
    if not seen or told or (seen != ANY and (status or moves)):
        return life.became(Status.ESCAPED, call.at.line, call.callee)._replace(asked=result)
    return life if seen == ANY else life.doubted(f"{call.callee} is taken to use it only")


def _pending(life: Life, spec: ApiSpec | None, call: Call) -> Life:
    """The life whose change hangs on the success of a call, if that can fail."""
    if spec is None or call.discard is not Discard.VALUE:
        return life
    # Where no failure is described, one that the code tests for took nothing either.
    if is_own(spec):
        life = life.doubted(f"that {call.callee} takes it if it succeeds is inferred")
    failure, error = failures(spec), spec.error_cells
    if not error:
        failure = error = relation("<=", 0)
    return life._replace(pending=str(call.result), failure=failure, error=error)


def _addressed(
    tracker: Tracker, call: Call, before: Environment, behind: Environment, life: Life, index: int
) -> tuple[Environment, Life | None]:
    """What becomes of the value where a call gets the address of a variable that holds it."""
    symbol, spec = tracker.subject.symbol, tracker.callees.of(call)
    for position, operand in enumerate(call.arguments):
        if not isinstance(operand, Address) or before.held(operand.place.text) != symbol:
            continue
        out = [] if spec is None else [each for each in spec.out if each.position == position]
        word = effect(call, position, tracker.callees).word
        if word in FREES or word == "clears":
            if life.status is Status.RELEASED:
                return behind, None
            return behind, life.became(Status.RELEASED, call.at.line, call.callee)
        if (spec is None or is_own(spec)) and not LOGS.search(call.callee) and not out:
            if life.status in (Status.OWNED, Status.STORED):
                life = life.became(Status.ESCAPED, call.at.line, call.callee)
            continue
        if out and not out[0].reuses:
            if life.status is Status.OWNED and not plain(behind.holders(symbol)):
                tracker.note("leaked-resource", call.at, life, "lost", index)
                return behind, None
            continue
        behind = behind.bound(operand.place.text, symbol)
    return behind, life
