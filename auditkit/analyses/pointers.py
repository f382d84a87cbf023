"""Which functions a call through a pointer may lead to: by what the target stores in the pointer.

Apart from what is known of callees because it needs all functions and tables at once. A variable
leads to what is assigned to it anywhere, a parameter to what callers give, a member to what tables
and assignments put under its name. Where one stored value is no function by name, nothing is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditkit.analyses.apis import Callees
from auditkit.analyses.layouts import Layouts
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Constant,
    Function,
    Object,
    Operand,
    Operation,
    Place,
    VariableKind,
)
from auditkit.objects import Objects

_LIMIT = 8
"""More functions under one name are no table of a kind."""
_VARIABLES = (VariableKind.LOCAL, VariableKind.PARAMETER, VariableKind.CAPTURED)


@dataclass(slots=True)
class _Stores:
    """What is stored in the pointers of the target; an empty name is a value that is no function.

    `places` has variables outside of functions with their members, `fields` members by their last
    name, whatever they are members of.
    """

    callees: Callees
    places: dict[str, set[str]] = field(default_factory=dict)
    fields: dict[str, set[str]] = field(default_factory=dict)
    parameters: dict[tuple[str, int], set[str]] = field(default_factory=dict)

    def name(self, value: Operand) -> str | None:
        """The function that a value is; empty where it is something else, None for a null."""
        if isinstance(value, Constant) and value.value == 0:
            return None
        place = value.place if isinstance(value, Address) else value
        if not isinstance(place, Place) or place.kind in _VARIABLES or place.text != place.root:
            return ""
        known = place.text.rsplit("::", 1)[-1] in self.callees.defined
        return place.text if known or self.callees.knowledge.find(place.text) is not None else ""

    def note(self, target: str, value: Operand) -> None:
        """Takes in that a value is stored in a place that others see."""
        name = self.name(value)
        if name is not None:
            self.places.setdefault(target, set()).add(name)
            last = target.replace("->", ".").rpartition(".")
            if last[1] and name:
                self.fields.setdefault(last[2], set()).add(name)


def pointees(
    functions: Sequence[Function], objects: Objects, layouts: Layouts, callees: Callees
) -> Mapping[int, tuple[str, ...]]:
    """The functions that each call through a pointer may lead to, by the call's identity."""
    stores = _Stores(callees)
    for variable in (each for found in objects.variables.values() for each in found):
        operations = [each for block in variable.blocks for each in block.operations]
        for target, value in _initialised(variable, operations, layouts):
            stores.note(target, value)
    indirect: list[tuple[Function, Call]] = []
    for function in functions:
        for operation in function.operations():
            if isinstance(operation, Assign) and isinstance(operation.target, Place):
                place = operation.target
                if place.kind not in _VARIABLES or place.text != place.root:
                    stores.note(place.text, operation.value)
            elif isinstance(operation, Call) and _may_lead(operation, stores):
                indirect.append((function, operation))
    wanted = {(each.name, index) for each, call in indirect if (index := _index(each, call)) >= 0}
    _take_arguments(functions, wanted, stores)
    takers = {each.name.rsplit("::", 1)[-1]: each for each in functions}
    found = (
        (call, {name for name in leads if _takes(name, function, call, takers, callees)})
        for function, call in indirect
        if (leads := _leads(function, call, stores))
    )
    return {id(call): tuple(sorted(names)) for call, names in found if 0 < len(names) <= _LIMIT}


def _may_lead(call: Call, stores: _Stores) -> bool:
    return call.kind is CallKind.INDIRECT or (
        call.kind is CallKind.DIRECT and call.callee in stores.places
    )


def _initialised(
    variable: Object, operations: Sequence[Operation], layouts: Layouts
) -> Iterator[tuple[str, Operand]]:
    """What the initialiser of a variable stores where: by name, or by position in its structure."""
    kind = variable.type.replace("*", " ").split()[-1:]
    members = [name for name, _ in layouts.of("".join(kind)) or ()]
    listed: dict[str, tuple[Operand, ...]] = {}
    named = any(
        isinstance(each, Assign) and str(each.target).startswith(f"{variable.name}.")
        for each in operations
    )
    for operation in operations:
        if isinstance(operation, Compute) and operation.operator == "{}":
            listed[str(operation.target)] = operation.operands
        elif isinstance(operation, Assign) and str(operation.value) not in listed:
            yield str(operation.target), operation.value
        elif isinstance(operation, Assign) and not named:
            values = listed[str(operation.value)]
            for name, value in zip(members, values, strict=False):
                yield f"{operation.target}.{name}", value


def _take_arguments(
    functions: Sequence[Function], wanted: set[tuple[str, int]], stores: _Stores
) -> None:
    """Notes what callers give for the parameters that are called."""
    names: dict[str, list[tuple[str, int]]] = {}
    for name, index in wanted:
        names.setdefault(name.rsplit("::", 1)[-1], []).append((name, index))
    for call in (call for function in functions for call in function.calls() if names):
        for name, index in names.get(call.callee.rsplit("::", 1)[-1], ()):
            value = call.arguments[index] if index < len(call.arguments) else None
            given = "" if value is None else stores.name(value)
            if given is not None:
                stores.parameters.setdefault((name, index), set()).add(given)


def _index(function: Function, call: Call) -> int:
    """The parameter that a call calls, or -1."""
    names = [parameter.name for parameter in function.parameters]
    pointer = str(call.pointer).lstrip("*")
    return names.index(pointer) if pointer in names else -1


def _leads(function: Function, call: Call, stores: _Stores) -> frozenset[str]:
    """The functions that a call may lead to; none where that is not known."""
    pointer = str(call.pointer).lstrip("*") if call.pointer is not None else call.callee
    index = _index(function, call)
    own = _stored_here(function, pointer, stores)
    if index >= 0:
        found = stores.parameters.get((function.name, index), set()) | own
    elif own:
        found = own
    elif pointer in stores.places:
        found = stores.places[pointer]
    else:
        last = pointer.replace("->", ".").rpartition(".")
        found = stores.fields.get(last[2], set()) if last[1] else set()
    return frozenset() if "" in found else frozenset(found)


def _takes(
    name: str, function: Function, call: Call, takers: Mapping[str, Function], callees: Callees
) -> bool:
    """Whether a function can be called so: with as many arguments, the first of this type."""
    own, spec = takers.get(name.rsplit("::", 1)[-1]), callees.knowledge.find(name)
    types = [each.type for each in own.parameters] if own is not None else []
    if own is None and spec is not None:
        inner = spec.prototype.partition("(")[2].rpartition(")")[0]
        types = [re.sub(r"\w+$", "", each.strip()) for each in inner.split(",")]
        if "(" in inner or "..." in inner:
            return True
    if len(types) != len(call.arguments):
        return False
    given = {parameter.name: parameter.type for parameter in function.parameters}
    first = given.get(str(call.arguments[0]), "") if types else ""
    return not first or _plain(first) == _plain(types[0])


def _plain(type: str) -> str:
    return re.sub(r"\b(?:const|struct|class|volatile)\b|\s", "", type)


def _stored_here(function: Function, pointer: str, stores: _Stores) -> set[str]:
    """What a function stores in a variable of its own."""
    values = (
        stores.name(operation.value)
        for operation in function.operations()
        if isinstance(operation, Assign)
        and str(operation.target) == pointer
        and isinstance(operation.target, Place)
        and operation.target.kind in _VARIABLES
    )
    return {name for name in values if name is not None}
