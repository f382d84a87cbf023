"""Acquisitions by functions of which nothing is known, told by what is done with their result.

Code that releases a value on one path believes that it owns it; so it does on the other paths too.
After Engler and others, "Bugs as Deviant Behavior" (SOSP 2001). Never sure: the value may have had
an owner before.
"""

from collections.abc import Iterator, Mapping

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.passing import are_pair, effect, sounds_like_lookup, sounds_like_making
from auditkit.facts import Address, Assign, Call, CallKind, Compute, Function, Place, VariableKind


def released_names(function: Function, callees: Callees) -> dict[str, Call]:
    """The local variables that a function releases, each with the first call that does."""
    found: dict[str, Call] = {}
    for call in function.calls():
        for position, operand in enumerate(call.arguments):
            place = operand.place if isinstance(operand, Address) else operand
            if not isinstance(place, Place) or place.kind is not VariableKind.LOCAL:
                continue
            if effect(call, position, callees).word in ("releases", "releases_all"):
                found.setdefault(place.text, call)
    return found


def presumed_results(
    function: Function, callees: Callees, released: Mapping[str, Call]
) -> Iterator[tuple[Call, str, Call]]:
    """The calls whose result is presumed to be owned, the variable that gets it, its release."""
    if not released:
        return
    results: dict[str, Call] = {}
    for operation in function.operations():
        match operation:
            case Call(result=result) if may_acquire(operation, callees):
                results[str(result)] = operation
            case Compute(operator="cast", target=target, operands=operands):
                if str(operands[0]) in results:
                    results[str(target)] = results[str(operands[0])]
            case Assign(target=Place(text=name), value=value) if str(value) in results:
                made = results[str(value)]
                release = released.get(name)
                if release and _presumes(made, release, callees, made_by_result=True):
                    yield made, name, release


def presumed_outputs(
    call: Call, callees: Callees, released: Mapping[str, Call]
) -> Iterator[tuple[int, Place, Call]]:
    """The variables that a call is presumed to write an owned value to, each with its release."""
    if not released or not may_acquire(call, callees):
        return
    for position, operand in enumerate(call.arguments):
        if isinstance(operand, Address) and operand.place.text in released:
            release = released[operand.place.text]
            plain = not any(isinstance(item, Address) for item in release.arguments)
            if plain and release.at != call.at and _presumes(call, release, callees):
                yield position, operand.place, release


def may_acquire(call: Call, callees: Callees) -> bool:
    """Whether nothing says who owns what a call gives: no entry, no summary that does."""
    if call.kind is not CallKind.DIRECT or call.implicit:
        return False
    spec = callees.of(call)
    return spec is None or (is_own(spec) and spec.returns == "none")


def _presumes(call: Call, release: Call, callees: Callees, *, made_by_result: bool = False) -> bool:
    if sounds_like_lookup(call.callee):
        return False
    if are_pair(call.callee, release.callee):
        return True
    if any(isinstance(item, Address) for item in call.arguments) and made_by_result:
        # `x = get(y, &owned)`: a flag tells who owns it.
        return False
    known = callees.of(release) is not None
    return known or sounds_like_making(call.callee)
