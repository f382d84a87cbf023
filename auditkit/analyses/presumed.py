"""Acquisitions by functions of which nothing is known, told by what is done with their result.

Code that releases a value on one path believes that it owns it; so it does on the other paths too.
After Engler and others, "Bugs as Deviant Behavior" (SOSP 2001). Never sure: the value may have had
an owner before.
"""

import re
from collections.abc import Iterator, Mapping

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.passing import (
    are_pair,
    effect,
    sounds_like_adding,
    sounds_like_lookup,
    sounds_like_making,
    words,
)
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Constant,
    Declare,
    Function,
    Place,
    VariableKind,
)

_STATUS = re.compile(r"(?:\w*_)?(?:rc|ret|rv|err|error|status|code)")
_NUMBER = re.compile(
    r"(?:const\s+)?(?:unsigned|signed|int|long|short|char|s?size_t|u?int\d+_t|bool|\s)+"
)
"""Types of what counts something: they hold a descriptor at most."""


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


def filled_names(function: Function, callees: Callees) -> dict[str, int]:
    """The variables that get a value of their own, each with the first line on which they do: what
    they are handed to by address afterwards finds it there.
    """
    found: dict[str, int] = {}
    for operation in function.operations():
        match operation:
            case Assign(target=Place(text=name), value=value, at=at):
                if not isinstance(value, Constant):
                    found.setdefault(name, at.line)
            case Call(at=at, arguments=arguments):
                spec = callees.api(operation)
                for out in () if spec is None else spec.out:
                    if out.position < len(arguments):
                        given = arguments[out.position]
                        place = given.place if isinstance(given, Address) else given
                        found.setdefault(str(place), at.line)
    return found


def presumed_results(
    function: Function, callees: Callees, released: Mapping[str, Call]
) -> Iterator[tuple[Call, str, Call]]:
    """The calls whose result is presumed to be owned, the variable that gets it, its release."""
    if not released:
        return
    results: dict[str, Call] = {}
    numbers: set[str] = set()
    for operation in function.operations():
        match operation:
            case Declare(place=place, type=type_) if _NUMBER.fullmatch(type_):
                numbers.add(place.text)
            case Call(result=result) if may_acquire(operation, callees):
                results[str(result)] = operation
            case Compute(operator="cast", target=target, operands=operands):
                if str(operands[0]) in results:
                    results[str(target)] = results[str(operands[0])]
            case Assign(target=Place(text=name), value=value) if str(value) in results:
                made = results[str(value)]
                release = released.get(name)
                if release and name in numbers and not _ends_number(release):
                    continue
                if release and _presumes(made, release, callees, made_by_result=True):
                    yield made, name, release


def _ends_number(release: Call) -> bool:
    """Whether what a function releases may be a number: a descriptor, a handle."""
    return bool(words(release.callee) & {"close", "closesocket", "fd", "socket", "handle"})


def presumed_outputs(
    call: Call, callees: Callees, released: Mapping[str, Call], filled: Mapping[str, int]
) -> Iterator[tuple[int, Place, Call]]:
    """The variables that a call is presumed to write an owned value to, each with its release;
    those that have a value already are only looked at.
    """
    if not released or not may_acquire(call, callees):
        return
    given = [item.place.text for item in call.arguments if isinstance(item, Address)]
    if any(_STATUS.fullmatch(name) for name in given):
        # Whether there is a value is told by another variable.
        return
    for position, operand in enumerate(call.arguments):
        if isinstance(operand, Address) and operand.place.text in released:
            release = released[operand.place.text]
            plain = not any(isinstance(item, Address) for item in release.arguments)
            place, line = operand.place, call.at.line
            had = min(filled.get(place.text, line), filled.get(place.text.partition("[")[0], line))
            if had < line or "->" in place.text or place.text.startswith("*"):
                # What is reached through a pointer, other calls may change and release.
                continue
            if plain and release.at != call.at and _presumes(call, release, callees):
                yield position, operand.place, release


def may_acquire(call: Call, callees: Callees) -> bool:
    """Whether nothing says who owns what a call gives: no entry, no summary that does.

    What a function of the target adds to something belongs to that.
    """
    if call.kind is not CallKind.DIRECT or call.implicit:
        return False
    spec = callees.of(call)
    own = spec is not None and is_own(spec) and spec.returns == "none"
    own = own and not sounds_like_adding(call.callee)
    return spec is None or own


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
