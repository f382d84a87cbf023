"""Places that outlive a function and keep what it released: a member, a global, `*p`.

Apart from the lives because not the value decides but the place: whether somebody comes back there.
A teardown leaves its members as they are; what shows that a function is none is that it stores
there again on another path, that it resets the member beside, or that a destructor looks there.
"""

from collections.abc import Iterator, Mapping
from enum import Enum

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.customs import Customs, member_of
from auditkit.analyses.lives import Kind, Life, Names, Status, Tracker
from auditkit.analyses.naming import is_null
from auditkit.analyses.passing import DESCRIPTORS, effect, sounds_like_release
from auditkit.facts import Assign, Call, Function, Place, Return, VariableKind

_FREES = ("releases", "releases_all")
_SHARED = (VariableKind.GLOBAL, VariableKind.STATIC)


class Why(Enum):
    """What shows that nobody is to find a released value in a place."""

    ANEW = "on other paths it gets another value"
    AGAIN = "the function releases it there before"
    BESIDE = "the member beside it is reset"
    DESTROYED = "the destructor releases it"
    ONLY = "the caller's pointer is not reset"


def lasting(
    function: Function, callees: Callees, names: Names, customs: Customs
) -> Mapping[str, Why]:
    """The places of a function that should not keep what it releases, each with the reason."""
    places = {place.text: (place, line) for place, line in _released(function, callees)}
    stores = [item for item in function.operations() if isinstance(item, Assign)]
    found: dict[str, Why] = {}
    for text, (place, line) in places.items():
        if (
            function.name == "main"
            or _root(text) in places
            or not _outlives(place, names, function)
        ):
            continue
        own = [store for store in stores if str(store.target) == text]
        if (function.name.rpartition("::")[2], text.rpartition("->")[2]) in customs.resets:
            continue
        if member_of(function, names, place) in customs.destroyed_for(function.name):
            found[text] = Why.DESTROYED
        elif not own and _is_reset_beside(text, places, stores):
            found[text] = Why.BESIDE
        elif sounds_like_release(function.name):
            continue
        elif _is_released_again(function, text, callees):
            found[text] = Why.AGAIN
        elif _is_stored_anew(text, line, own):
            found[text] = Why.ANEW
        elif not own and text == f"*{place.root}" and _is_callers(function, place, callees):
            found[text] = Why.ONLY
    return found


def kept_in(function: Function, tracker: Tracker, life: Life, holders: frozenset[str]) -> str:
    """The place that outlives a function and holds a released value, if somebody is to miss that;
    empty if none does.
    """
    subject = tracker.subject
    if life.status is not Status.RELEASED or life.pending or life.doubt:
        return ""
    if life.by in DESCRIPTORS or (is_own(subject.spec) and subject.kind is Kind.RELEASED):
        return ""
    for place in sorted(holders):
        why = tracker.names.lasting.get(place)
        if subject.kind is Kind.RELEASED:
            told = why in (Why.BESIDE, Why.DESTROYED, Why.ONLY)
            told = told or not _is_output_cleared(function, subject.call, tracker.callees)
            if why is not None and place == subject.holder and told:
                return place
            continue
        if why in (Why.BESIDE, Why.DESTROYED, Why.AGAIN):
            return place
        new = subject.kind in (Kind.RESULT, Kind.OUTPUT) and not subject.presumed
        if why is None and new and _is_released_elsewhere(function, tracker, life, place):
            return place
    return ""


def _released(function: Function, callees: Callees) -> Iterator[tuple[Place, int]]:
    """The places that a function releases itself, each with the first line where it does."""
    seen: set[str] = set()
    for call in function.calls():
        for position, operand in enumerate(call.arguments):
            if not isinstance(operand, Place) or operand.text in seen:
                continue
            if call.callee not in DESCRIPTORS and effect(call, position, callees).word in _FREES:
                seen.add(operand.text)
                yield operand, call.at.line


def _is_output_cleared(function: Function, release: Call, callees: Callees) -> bool:
    """Whether a release is one of several with which a function that fails gives up all that it
    stored in an object: who sees the failure looks at nothing in it.
    """
    block = next(item for item in function.blocks if release in item.operations)
    root = str(release.arguments[0]).partition("->")[0]
    beside = {
        str(call.arguments[0])
        for call in block.operations
        if isinstance(call, Call) and call.arguments and effect(call, 0, callees).word == "releases"
    }
    several = sum(name.partition("->")[0] == root for name in beside) > 1
    return several and isinstance(block.terminator, Return) and block.terminator.value is not None


def _root(text: str) -> str:
    return text.rpartition("->")[0]


def _outlives(place: Place, names: Names, function: Function) -> bool:
    """Whether a place is there when the function has returned."""
    text = place.text
    if "[" in text or place.root in names.fresh:
        return False
    if "->" in text:
        return True
    if text == place.root:
        member = "::" in function.name and text not in names.kinds
        return place.kind in _SHARED or member
    return place.kind is VariableKind.PARAMETER and text == f"*{place.root}"


def _is_stored_anew(text: str, line: int, own: list[Assign]) -> bool:
    """Whether a place gets a value behind its release, and has none of the function's before."""
    later = any(store.at.line > line for store in own)
    before = text.startswith("*") and any(store.at.line < line for store in own)
    return later and not before


def _is_released_again(function: Function, text: str, callees: Callees) -> bool:
    """Whether several calls of a function release what a member holds."""
    calls = [
        call
        for call in function.calls()
        if call.arguments
        and str(call.arguments[0]) == text
        and effect(call, 0, callees).word == "releases"
    ]
    return "->" in text and len({call.at.line for call in calls}) > 1


def _is_reset_beside(
    text: str, places: Mapping[str, tuple[Place, int]], stores: list[Assign]
) -> bool:
    """Whether a function resets another member that it releases of the same object."""
    root = _root(text)
    return bool(root) and any(
        str(store.target) in places
        and _root(str(store.target)) == root
        and is_null(store.value)
        and store.at.line >= places[str(store.target)][1]
        for store in stores
    )


def _is_callers(function: Function, place: Place, callees: Callees) -> bool:
    """Whether a function that does more than to tidy up gets its caller's pointer to change."""
    pointers = {item.name for item in function.parameters if item.type.endswith(("**", "* *"))}
    moved = any(
        isinstance(operation, Assign) and str(operation.target) == place.root
        for operation in function.operations()
    )
    works = any(
        not any(effect(call, at, callees).word in _FREES for at in range(len(call.arguments)))
        for call in function.calls()
    )
    # What a call gets the pointer for may store there.
    passed = any(place.root in map(str, call.arguments) for call in function.calls())
    return place.root in pointers - {"argv"} and works and not moved and not passed


def _is_released_elsewhere(function: Function, tracker: Tracker, life: Life, text: str) -> bool:
    """Whether a function stored a value in a place and released it by another name."""
    root = text.partition("->")[0]
    if "->" not in text or "[" in text or root in tracker.names.fresh:
        return False
    parameter = any(item.name == root for item in function.parameters) or root == "this"
    at = [call for call in function.calls() if call.at.line == life.line]
    names = {str(operand) for call in at for operand in call.arguments}
    gone = any(root in map(str, call.arguments) for call in at if call.callee == life.by)
    return parameter and not gone and text not in names
