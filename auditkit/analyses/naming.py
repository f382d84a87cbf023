"""What the names of a function are: kinds, types, and what they only ever get.

Apart from the lives because a walk asks for these at each step and none depends on the path.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from auditkit.analyses.apis import Callees
from auditkit.analyses.lives import Names
from auditkit.analyses.passing import effect
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Compute,
    Constant,
    Declare,
    Destroy,
    Function,
    Operand,
    Place,
    Return,
    Temp,
    VariableKind,
)

_OWN = (VariableKind.LOCAL, VariableKind.PARAMETER, VariableKind.STATIC)
NEW = {"new": "delete", "new[]": "delete[]"}


def is_null(value: Operand) -> bool:
    """Whether an operand is a null pointer."""
    return isinstance(value, Constant) and (value.value == 0 or value.text in ("NULL", "nullptr"))


def holders_of(function: Function) -> dict[str, str]:
    """The first name that each temporary is given, in the order of its blocks, through casts."""
    casts: dict[str, str] = {}
    holders: dict[str, str] = {}
    for operation in function.operations():
        if isinstance(operation, Compute) and operation.operator == "cast":
            source = str(operation.operands[0])
            casts[str(operation.target)] = casts.get(source, source)
        elif isinstance(operation, Assign) and isinstance(operation.value, Temp):
            source = str(operation.value)
            holders.setdefault(casts.get(source, source), str(operation.target))
    return holders


def released_operands(function: Function, callees: Callees) -> frozenset[str]:
    """The names and temporaries that some call of a function releases."""
    return frozenset(
        str(operand)
        for call in function.calls()
        for position, operand in enumerate(call.arguments)
        if isinstance(operand, Place | Temp)
        and effect(call, position, callees).word in ("releases", "releases_all", "clears")
    )


def names_of(function: Function, callees: Callees) -> Names:
    """What the names of a function are."""
    kinds: dict[str, VariableKind] = {}
    types = {parameter.name: parameter.type for parameter in function.parameters}
    values: dict[str, list[Operand]] = {}
    acquired: set[str] = set()
    lent: dict[str, str] = {}
    made: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    given: dict[str, frozenset[str]] = {}
    handed: set[str] = set()
    for operation in function.operations():
        match operation:
            case Declare(place=place, type=type_):
                kinds[place.text], types[place.text] = place.kind, type_
            case Call(result=result):
                if _acquires(operation, callees):
                    acquired.add(str(result))
                lent[str(result)] = _lender(operation, callees)
                addresses = (item for item in operation.arguments if isinstance(item, Address))
                handed.update(item.place.root for item in addresses)
                if callees.api(operation) is None:
                    given[str(result)] = frozenset(map(str, operation.arguments))
            case Compute(operator=operator, target=target, operands=operands):
                if operator == "cast" and str(operands[0]) in acquired:
                    acquired.add(str(target))
                if operator in ("cast", "+", "-"):
                    made[str(target)] = (operator, str(operands[0]))
            case Assign(target=Place() as target, value=value):
                if target.kind in _OWN:
                    kinds.setdefault(target.text, target.kind)
                values.setdefault(target.text, []).append(value)
                lines.setdefault(target.text, operation.at.line)
    kinds |= {parameter.name: VariableKind.PARAMETER for parameter in function.parameters}
    return Names(
        kinds,
        types,
        frozenset(_only(values, lambda value: str(value) in acquired or is_null(value)))
        - frozenset(_only(values, is_null)),
        _moved(function),
        _closures(function),
        frozenset(kinds.keys() - values.keys()) | frozenset(_only(values, is_null)),
        {temp: name for temp, name in lent.items() if name} | dict(_owners(values, lent)),
        tuple(
            (*item, lines[item[0]])
            for item in _derivations(values, made)
            if _is_pointer(types.get(item[0], "*")) and item[0].partition(".")[0] not in handed
        ),
        given,
        frozenset(name for name, found in values.items() if len(found) > 1),
        holders_of(function),
        loops=_loops(function),
    )


def _acquires(call: Call, callees: Callees) -> bool:
    spec = callees.of(call)
    return call.callee in NEW or (spec is not None and spec.returns == "owned")


def _lender(call: Call, callees: Callees) -> str:
    """What lends the result of a call, by its name; empty where nothing does."""
    spec = callees.of(call)
    if spec is None or spec.returns != "borrowed" or not 0 <= spec.lender < len(call.arguments):
        return ""
    operand = call.arguments[spec.lender]
    return str(operand) if isinstance(operand, Place | Temp) else ""


def _only(values: Mapping[str, list[Operand]], holds: Callable[[Operand], bool]) -> Iterator[str]:
    """The names that only ever get values of a kind."""
    return (name for name, given in values.items() if all(holds(value) for value in given))


def _owners(
    values: Mapping[str, list[Operand]], lent: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The variables that are only ever lent by one object, each with that object's name."""
    for name, given in values.items():
        owners = {lent.get(str(value), "") for value in given if not is_null(value)}
        if len(owners) == 1 and (owner := owners.pop()):
            yield name, owner


def _derivations(
    values: Mapping[str, list[Operand]], made: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, bool]]:
    """The variables that get one value, made of another's: name, base, whether it is a copy."""
    for name, given in values.items():
        if len(given) != 1:
            continue
        base, copies = str(given[0]), True
        while base in made:
            operator, base = made[base]
            copies = copies and operator == "cast"
        if base != name and not base.startswith("%") and len(values.get(base, ())) <= 1:
            yield name, base, copies


def _is_pointer(type_: str) -> bool:
    """Whether a variable of a type is a pointer or a number, and not an object made of one."""
    return "*" in type_ or bool(re.search(r"\b(?:auto|int|long|SOCKET|unsigned)\b", type_))


def _closures(function: Function) -> frozenset[int]:
    """The lines on which a closure is made."""
    return frozenset(
        operation.at.line
        for operation in function.operations()
        if isinstance(operation, Assign | Call) and "lambda#" in str(operation)
    )


def _loops(function: Function) -> frozenset[int]:
    """The macros that spell loops, which give what they get the next element."""
    found: set[int] = set()
    for block in function.blocks:
        end = block.terminator
        if isinstance(end, Branch) and end.kind is BranchKind.LOOP:
            calls = (item for item in block.operations[-1:] if isinstance(item, Call))
            found.update(id(call) for call in calls if call.kind is CallKind.MACRO)
    return frozenset(found)


def _moved(function: Function) -> frozenset[int]:
    """The destructions of variables that are returned: they are moved out before."""
    found: set[int] = set()
    for block in function.blocks:
        if isinstance(block.terminator, Return) and isinstance(block.terminator.value, Place):
            text = block.terminator.value.text
            destroys = (item for item in block.operations if isinstance(item, Destroy))
            found.update(id(item) for item in destroys if item.place.text == text)
    return frozenset(found)
