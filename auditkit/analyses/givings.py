"""What a function of the target gives its caller through a parameter, to be released by the caller.

Apart from the exits because all that is ever stored there has to be the function's own, whatever
the path: a helper that sometimes lends gives nothing.
"""

from collections.abc import Iterator

from auditkit.analyses.apis import Callees
from auditkit.analyses.naming import is_null
from auditkit.analyses.passing import effect, sounds_like_move
from auditkit.facts import (
    Assign,
    Call,
    Compute,
    Function,
    Operand,
    Parameter,
    Place,
    Temp,
    VariableKind,
)

_OUTSIDE = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_KEEPS = ("takes", "takes_on_success", "keeps", "joins")
_LENT = "?"
"""What stands for a release where something is stored that the caller does not get."""


def given_out(function: Function, parameter: Parameter, callees: Callees) -> str:
    """What releases that which a function stores through a pointer parameter; empty where it does
    not, or does not always, give what it stores to its caller.
    """
    text = parameter.name if parameter.type.endswith("&") else f"*{parameter.name}"
    if _is_linked(function, text):
        return ""
    releases = set(_stored(function, text, callees)) | set(_passed(function, parameter, callees))
    release = releases.pop() if len(releases) == 1 else ""
    return "" if release == _LENT else release


def _is_linked(function: Function, text: str) -> bool:
    """Whether what was there before is linked to: the function adds to a list."""
    return any(
        isinstance(operation, Assign)
        and str(operation.value) == text
        and isinstance(operation.target, Place)
        and _is_outside(operation.target)
        for operation in function.operations()
    )


def _stored(function: Function, text: str, callees: Callees) -> Iterator[str]:
    """The release of each value that is assigned to a place."""
    for operation in function.operations():
        if not isinstance(operation, Assign) or str(operation.target) != text:
            continue
        if not is_null(operation.value):
            yield _release(function, operation.value, text, callees)


def _passed(function: Function, parameter: Parameter, callees: Callees) -> Iterator[str]:
    """The release of what other functions store where a parameter that is passed on points to."""
    for call in function.calls():
        spec = callees.of(call)
        for position, operand in enumerate(call.arguments):
            if str(operand) != parameter.name or spec is None:
                continue
            for out in spec.out:
                if out.position == position:
                    yield out.release or _LENT


def _release(function: Function, value: Operand, text: str, callees: Callees) -> str:
    """The release of a value that is the function's own until it is stored, else that of none."""
    releases = {_made(function, item, callees) for item in _sources(function, value)}
    single = releases.pop() if len(releases) == 1 else _LENT
    if single == _LENT and isinstance(value, Place):
        single = _counted(function, value.text, callees)
    names = {text, value.text} if isinstance(value, Place) else {text}
    kept = any(_is_kept(function, name, text, callees) for name in sorted(names))
    return _LENT if kept else single


def _sources(function: Function, value: Operand) -> Iterator[Operand]:
    """What a value is, or what a local variable gets besides null."""
    if not isinstance(value, Place) or value.kind is not VariableKind.LOCAL:
        yield value
        return
    for operation in function.operations():
        if not isinstance(operation, Assign) or str(operation.target) != value.text:
            continue
        if not is_null(operation.value):
            yield operation.value


def _made(function: Function, value: Operand, callees: Callees) -> str:
    """What releases the result of a call that makes something new."""
    if not isinstance(value, Temp):
        return _LENT
    for operation in function.operations():
        if isinstance(operation, Call) and operation.result == value:
            spec = callees.of(operation)
            owned = spec is not None and spec.returns == "owned"
            return spec.release if spec is not None and owned and spec.release else _LENT
        if not isinstance(operation, Compute) or operation.operator != "cast":
            continue
        if operation.target == value:
            return _made(function, operation.operands[0], callees)
    return _LENT


def _counted(function: Function, name: str, callees: Callees) -> str:
    """What releases the reference that a function takes of a variable's value."""
    for call in function.calls():
        taken = call.callee.endswith("_up_ref") and call.arguments
        if taken and str(call.arguments[0]) == name:
            release = f"{call.callee.removesuffix('_up_ref')}_free"
            spec = callees.knowledge.find(release)
            return _LENT if spec is None else spec.function
    return _LENT


def _is_kept(function: Function, name: str, text: str, callees: Callees) -> bool:
    """Whether a function stores a variable's value somewhere else too, or gives it away."""
    counted = _counted(function, name, callees) != _LENT
    for operation in function.operations():
        match operation:
            case Assign(target=Place() as target) if str(operation.value) == name:
                if target.text != text and _is_outside(target) and not counted:
                    return True
            case Call(arguments=arguments):
                for position, operand in enumerate(arguments):
                    if str(operand) != name or counted:
                        continue
                    what = effect(operation, position, callees)
                    if what.word in _KEEPS or sounds_like_move(operation.callee):
                        return True
    return False


def _is_outside(place: Place) -> bool:
    return place.kind in _OUTSIDE or "->" in place.text or place.text.startswith("*")
