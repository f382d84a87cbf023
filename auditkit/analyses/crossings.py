"""Where values cross from one function of the target into another: calls, returns, shared places.

Computed once for the target and asked by name. Apart from tracing because it follows nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.definitions import Definitions, Point
from auditkit.cfg import Graph
from auditkit.facts import (
    Address,
    Assign,
    Call,
    Function,
    Object,
    Operand,
    Origin,
    Place,
    Return,
    VariableKind,
)

SHARED = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC, VariableKind.UNKNOWN)


class Crossing(NamedTuple):
    """An operation or the end of a block of a function, with the operand that crosses there."""

    function: Function
    point: Point
    operand: Operand
    call: Call | None = None


@dataclass(slots=True)
class Crossings:
    """The calls, the returned values and the assignments to shared places of a target, by name."""

    functions: Sequence[Function]
    callees: Callees
    _definitions: dict[int, Definitions] = field(default_factory=dict)
    _calls: dict[str, list[Crossing]] = field(default_factory=dict)
    _assigned: dict[str, list[Crossing]] = field(default_factory=dict)
    _bodies: dict[str, list[Function]] = field(default_factory=dict)
    _initialisers: dict[int, Function] = field(default_factory=dict)

    def definitions(self, function: Function) -> Definitions:
        """The definitions of a function."""
        if id(function) not in self._definitions:
            graph = Graph.of(function)
            self._definitions[id(function)] = Definitions.of(function, graph, self.callees)
        return self._definitions[id(function)]

    def initialiser(self, variable: Object) -> Function:
        """The initialisation of a variable outside of functions, as a function."""
        if id(variable) not in self._initialisers:
            at, name = variable.at, variable.name
            self._initialisers[id(variable)] = Function(
                *(name, at, at.line, "", "object", Origin.SYNTACTIC, "", variable.type),
                (),
                variable.blocks,
            )
        return self._initialisers[id(variable)]

    def given(self, function: Function, position: int) -> list[Crossing]:
        """The arguments that the target's calls give a parameter of a function."""
        self._index()
        found = []
        for each in self._calls.get(_last(function.name), ()):
            call = each.call
            fits = call is not None and position < len(call.arguments)
            if call is not None and fits and function in self.bodies(call):
                found.append(each._replace(operand=call.arguments[position]))
        return found

    def callers(self, function: Function) -> list[Function]:
        """The functions of the target that call a function, each once."""
        self._index()
        found: dict[int, Function] = {}
        for each in self._calls.get(_last(function.name), ()):
            if each.call is not None and function in self.bodies(each.call):
                found.setdefault(id(each.function), each.function)
        return list(found.values())

    def bodies(self, call: Call) -> list[Function]:
        """The functions of the target that a call may call: those of its own file first."""
        self._index()
        spec = self.callees.of(call)
        if not is_own(spec) and _last(call.callee) not in self.callees.defined:
            return []
        named = self._bodies.get(_last(call.callee), [])
        fitting = [each for each in named if len(each.parameters) >= len(call.arguments)]
        exact = [each for each in fitting if call.target and each.name == call.target] or fitting
        here = [each for each in exact if each.at.path == call.at.path]
        return here or [each for each in exact if each.linkage == "external"]

    def returned(self, function: Function) -> list[Crossing]:
        """The values that a function returns."""
        return [
            Crossing(function, (block.number, len(block.operations)), block.terminator.value)
            for block in function.blocks
            if isinstance(block.terminator, Return) and block.terminator.value is not None
        ]

    def assigned(self, place: Place) -> list[Crossing]:
        """What the target's functions assign to a shared place of that last name, or which calls
        write there: then the operand is the place.
        """
        self._index()
        return self._assigned.get(_member(place.text), [])

    def _index(self) -> None:
        if self._bodies:
            return
        for function in self.functions:
            self._bodies.setdefault(_last(function.name), []).append(function)
            for block in function.blocks:
                for index, operation in enumerate(block.operations):
                    self._note(function, (block.number, index), operation)

    def _note(self, function: Function, point: Point, operation: object) -> None:
        match operation:
            case Call(callee=callee):
                crossing = Crossing(function, point, operation.result, operation)
                self._calls.setdefault(_last(callee), []).append(crossing)
                self._note_outputs(crossing, operation)
            case Assign(target=Place(text=text, kind=kind), value=value) if is_shared(text, kind):
                found = self._assigned.setdefault(_member(text), [])
                found.append(Crossing(function, point, value))

    def _note_outputs(self, crossing: Crossing, call: Call) -> None:
        """Notes the shared places that a known callee writes."""
        spec = self.callees.of(call)
        for each in spec.out if spec is not None else ():
            argument = (
                call.arguments[each.position] if each.position < len(call.arguments) else None
            )
            place = argument.place if isinstance(argument, Address) else argument
            if isinstance(place, Place) and is_shared(place.text, place.kind):
                found = self._assigned.setdefault(_member(place.text), [])
                found.append(crossing._replace(operand=place))


def is_shared(text: str, kind: VariableKind) -> bool:
    """Whether a place is one that other functions can see."""
    return kind in SHARED or "->" in text or text.startswith("*")


def _last(name: str) -> str:
    return name.rsplit("::", 1)[-1]


def _member(text: str) -> str:
    """The last name of an access path, without indices: `->key` of `c->key[0]`."""
    plain = text.split("[")[0]
    name = plain.replace("->", ".").rsplit(".", 1)[-1]
    return name.rsplit("::", 1)[-1].lstrip("*")
