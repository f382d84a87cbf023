"""What an operation does to one variable: reads, writes, and being given away, part by part.

Apart from the walk that judges them because which bytes an operation touches needs no path. A part
is empty for the whole variable, or the first field behind it, `.port`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from auditkit.accesses import operands as values
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.liveness import operands
from auditkit.analyses.plain import is_array, is_own_number, is_pointer, is_scalar
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Declare,
    Opaque,
    Operand,
    Operation,
    Place,
    Terminator,
    Throw,
    Use,
)
from auditkit.facts import Return as ReturnTerminator
from auditkit.knowledge import ApiSpec

_FIELD = re.compile(r"\.\w+")
_REFERENCE = re.compile(r"&(?!1)")
"""A parameter that is a reference to what is not const, in a USR."""
_MIXED = re.compile(r"^[A-Z][a-z]*[A-Z]+$")
"""A name such as `SvPV` of a function that nobody declares: a macro, which may assign."""
_FIXED = re.compile(r"\[\d+\]$")
_READ_AND_WRITTEN = {
    "accept": (2,),
    "accept4": (2,),
    "getsockname": (2,),
    "getpeername": (2,),
    "getsockopt": (4,),
    "recvfrom": (5,),
    "EVP_PKEY_derive": (2,),
    "EVP_PKEY_sign": (2,),
    "EVP_PKEY_encrypt": (2,),
    "EVP_PKEY_decrypt": (2,),
    "EVP_DigestSignFinal": (2,),
    "getline": (0, 1),
    "getdelim": (0, 1),
    "select": (1, 2, 3, 4),
    "mktime": (0,),
    "timegm": (0,),
    "epoll_ctl": (3,),
    "poll": (0,),
    "strcat": (0,),
    "strncat": (0,),
    "strlcat": (0,),
}
"""Parameters that the function reads before it writes, by its manual page: lengths of buffers,
cursors, buffers to be reused.
"""


class Effect(Enum):
    """What happens to a part of a variable."""

    READ = "read"
    WRITE = "write"
    ELEMENT = "element"
    INDEXED = "indexed"
    GIVE = "give"
    CALL = "call"
    RESET = "reset"
    ESCAPE = "escape"


@dataclass(frozen=True, slots=True)
class Access:
    """One effect on a part; `call` and `position` say who gets it, where it is given to a call.

    `guarded` says that the function that gets it reads it under some condition only.
    """

    effect: Effect
    part: str = ""
    call: Call | None = None
    position: int = -1
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable whose initialisation is asked for.

    `stored` are the paths that are assigned, `given` says that its address goes to a call, `heap`
    that it is a pointer to the structure in question, which the call with this `result` allocates
    and of which `arrays` are the array fields.
    """

    name: str
    type: str
    stored: frozenset[str] = frozenset()
    given: bool = False
    heap: bool = False
    result: str = ""
    arrays: frozenset[str] = frozenset()

    @property
    def array(self) -> bool:
        """Whether its name stands for an address."""
        return is_array(self.type)

    @property
    def size(self) -> int | None:
        """The number of elements of an array, where its type says it."""
        text = self.type[self.type.rfind("[") + 1 : -1] if self.array else ""
        return int(text) if text.isdigit() else None

    @property
    def pointer(self) -> bool:
        """Whether reaching through it reads it."""
        return is_pointer(self.type)


def accesses(operation: Operation, variable: Variable, callees: Callees) -> Iterator[Access]:
    """The effects of an operation on a variable, in order."""
    match operation:
        case Declare(place=place) if place.text == variable.name:
            yield Access(Effect.RESET)
        case Assign(target=target, value=value, operator=operator):
            yield from _valued(value, variable)
            if isinstance(target, Place):
                yield from _assigned(target, variable, compound=operator != "=")
        case Compute(operator=">>", operands=found) if not operation.at.path.endswith(".c"):
            # Without types this may be a stream of C++ that writes its right side.
            yield from _valued(found[0], variable)
            if any(_root(operand) == variable.name for operand in found[1:]):
                yield Access(Effect.ESCAPE)
        case Compute(operands=found):
            for operand in found:
                yield from _valued(operand, variable)
        case Call():
            yield from _called(operation, variable, callees)
        case Use(value=value) if _root(value) == variable.name:
            yield Access(Effect.ESCAPE)
        case Opaque():
            yield Access(Effect.ESCAPE)


def leaving(terminator: Terminator, variable: Variable) -> Iterator[Access]:
    """The effects of a terminator on a variable."""
    out = isinstance(terminator, ReturnTerminator | Throw)
    for operand in values(terminator):
        for access in _read(operand, variable):
            if out and access.effect is Effect.READ and not access.part:
                yield Access(Effect.GIVE)
            else:
                yield access


def _assigned(target: Place, variable: Variable, *, compound: bool) -> Iterator[Access]:
    yield from _indices(target, variable)
    if target.root != variable.name or _begins(target.text, variable) is None:
        return
    part = _begins(target.text, variable) or ""
    if target.text != variable.name and (variable.pointer or target.text.startswith("*")):
        yield Access(Effect.READ if variable.pointer else Effect.WRITE)
        return
    if variable.array and target.text != variable.name:
        match = _FIXED.search(target.text)
        yield Access(Effect.ELEMENT, match[0]) if match else Access(Effect.INDEXED)
        return
    if compound:
        yield Access(Effect.READ, part)
    yield Access(Effect.WRITE, part)


def _valued(operand: Operand, variable: Variable) -> Iterator[Access]:
    """The effects of using an operand's value in a computation or an assignment."""
    if isinstance(operand, Address):
        if (
            operand.place.root == variable.name and not variable.pointer
        ) or operand.place.text == variable.name:
            yield Access(Effect.ESCAPE)
        elif operand.place.root == variable.name:
            yield Access(Effect.READ)
        return
    if isinstance(operand, Place) and operand.text == variable.name and variable.array:
        yield Access(Effect.ESCAPE)
        return
    yield from _read(operand, variable)


def _read(operand: Operand, variable: Variable) -> Iterator[Access]:
    if not isinstance(operand, Place):
        return
    yield from _indices(operand, variable)
    if operand.root != variable.name:
        return
    part = _begins(operand.text, variable)
    if part is None:
        return
    if variable.array and operand.text == variable.name:
        return
    yield Access(Effect.READ, "" if variable.pointer else part)


def _indices(place: Place, variable: Variable) -> Iterator[Access]:
    """The reads of a variable that picks an element."""
    for index in place.indices:
        if isinstance(index, Place):
            yield from _read(index, variable)


def _begins(text: str, variable: Variable) -> str | None:
    """The part of a variable that an access path touches; None where it is another variable's."""
    inner = text.lstrip("*")
    if inner == variable.name:
        return ""
    if not inner.startswith(variable.name):
        return None
    rest = inner[len(variable.name) :]
    field = _FIELD.match(rest)
    if field is not None:
        return field[0]
    return "" if rest.startswith(("[", "->")) else None


def _called(call: Call, variable: Variable, callees: Callees) -> Iterator[Access]:
    given: list[Access] = []
    for position, argument in enumerate(call.arguments):
        place = argument.place if isinstance(argument, Address) else argument
        if not isinstance(place, Place) or place.root != variable.name:
            if isinstance(place, Place):
                yield from _indices(place, variable)
            continue
        part = _begins(place.text, variable)
        if part is None:
            continue
        whole = place.text == variable.name
        if isinstance(argument, Address) and _covers(call, variable):
            given.append(Access(Effect.CALL, "", call, position))
        elif isinstance(argument, Address) and (whole or not variable.pointer):
            given.append(Access(Effect.CALL, "" if variable.array else part, call, position))
        elif whole and (variable.array or _may_store(call, position, variable, callees)):
            given.append(Access(Effect.CALL, "", call, position))
        elif whole and not variable.pointer:
            given.append(Access(Effect.GIVE, "", call, position))
        elif not variable.pointer and _may_be_array(call, position, place, variable, callees):
            given.append(Access(Effect.CALL, part, call, position))
        else:
            yield Access(Effect.READ, "" if variable.pointer else part)
    receiver = call.receiver.place if isinstance(call.receiver, Address) else call.receiver
    if isinstance(receiver, Place) and receiver.root == variable.name:
        pointed = variable.pointer or receiver.text != variable.name
        if pointed and _begins(receiver.text, variable) is not None:
            yield from _read(receiver, variable)
        elif not pointed:
            given.append(Access(Effect.WRITE))
    yield from given


def _covers(call: Call, variable: Variable) -> bool:
    """Whether a call gets the size of the variable, and so more than the one field it is given."""
    return any(
        re.search(rf"sizeof[ (]+{re.escape(variable.name)}\b", str(argument))
        for argument in call.arguments
    )


def _may_store(call: Call, position: int, variable: Variable, callees: Callees) -> bool:
    """Whether a variable that is given by its name alone may be written: by a macro that is not
    defined here, through a reference of C++, or because its type hides an array.
    """
    if call.callee.startswith("va_") or call.callee.endswith("setjmp"):
        return True
    spec = callees.of(call)
    if spec is not None:
        types = _parameter_types(spec.prototype, spec.function)
        type = types[position] if position < len(types) else ""
        reference = "&" in type and "const" not in type
        if reference or ("*" in type and not variable.pointer):
            return True
        return is_own(spec) and _hides_array(variable)
    if call.kind is CallKind.MACRO or call.callee.isupper():
        return True
    if call.usr:
        return _REFERENCE.search(call.usr) is not None
    if not call.at.path.endswith(".c"):
        return not variable.pointer
    if variable.given:
        return False
    if _MIXED.search(call.callee):
        return True
    return _hides_array(variable)


def _hides_array(variable: Variable) -> bool:
    """Whether the name of a variable's type may stand for an array: it is never assigned whole."""
    type = variable.type
    if variable.name in variable.stored or type.startswith(("struct ", "union ", "enum ")):
        return False
    return not is_scalar(type) or is_own_number(type)


def _may_be_array(
    call: Call, position: int, place: Place, variable: Variable, callees: Callees
) -> bool:
    """Whether a field that is given by name may be an array, that is, the address of its start."""
    spec = callees.of(call)
    if spec is None:
        return place.text not in variable.stored and not place.text.endswith("]")
    types = _parameter_types(spec.prototype, spec.function)
    return position < len(types) and "*" in types[position]


def is_full(call: Call, variable: Variable, position: int) -> bool:
    """Whether the size that goes with an array to a call is the array's own."""
    names = (f"sizeof {variable.name}", f"sizeof({variable.name})", f"sizeof ({variable.name})")
    size = variable.type[variable.type.rfind("[") + 1 : -1]
    return any(
        str(argument) in names or (size and str(argument) == size)
        for argument in call.arguments[position + 1 :]
    )


def reads_first(call: Call, spec: ApiSpec | None, position: int) -> bool:
    """Whether a function reads what a pointer points to before it writes there."""
    if spec is None or any(str(argument) == "EPOLL_CTL_DEL" for argument in call.arguments):
        return False
    return position in _READ_AND_WRITTEN.get(spec.function, ())


def only_reads(spec: ApiSpec | None, position: int) -> bool:
    """Whether a parameter is a pointer to what the function only reads."""
    if spec is None:
        return False
    types = _parameter_types(spec.prototype, spec.function)
    if position >= len(types) - 1 and types[-1:] == ("...",):
        return bool({"format", "log"} & set(spec.role)) and "scan" not in spec.function
    if position >= len(types):
        return False
    pointee, star, _ = types[position].replace("[", "*").rpartition("*")
    return bool(star) and "const" in pointee.rpartition("*")[2].split()


@lru_cache(maxsize=4096)
def _parameter_types(prototype: str, function: str) -> tuple[str, ...]:
    """The parameters of a prototype as written, split at the commas outside of parentheses."""
    _, _, rest = prototype.replace(" (", "(").partition(f"{function}(")
    parts, depth, current = [], 0, ""
    for character in rest:
        if depth == 0 and character in ",)":
            parts.append(current.strip())
            current = ""
            if character == ")":
                break
            continue
        depth += (character in "([") - (character in ")]")
        current += character
    return tuple(part for part in parts if part not in ("", "void"))


def roots(operation: Operation) -> set[str]:
    """The variables that the operands of an operation start at, and those that pick elements."""
    found: set[str] = set()
    for operand in operands(operation):
        place = operand.place if isinstance(operand, Address) else operand
        if isinstance(place, Place):
            found.update(_within(place))
    return found


def _within(place: Place) -> Iterator[str]:
    """The variables that an access path starts at, and those in its brackets."""
    yield place.root
    for index in place.indices:
        if isinstance(index, Place):
            yield from _within(index)


def _root(operand: Operand) -> str:
    place = operand.place if isinstance(operand, Address) else operand
    return place.root if isinstance(place, Place) else ""
