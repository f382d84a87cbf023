"""Reaching definitions: which operations may have given a name the value that it has at a point.

Flow-sensitive and without paths, asked on demand where a value is traced back to where it is set.
After Aho, Lam, Sethi and Ullman, "Compilers", section 9.2.4.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditkit.accesses import array_names, prefixes
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.symbols import reaches
from auditkit.analyses.wording import LOGS
from auditkit.cfg import Graph
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Call,
    Compute,
    Declare,
    Function,
    Operand,
    Operation,
    Place,
    Temp,
)

Point = tuple[int, int]
"""A block and the index of an operation in it."""


@dataclass(frozen=True, slots=True)
class Definition:
    """An operation that gives a name its value, or a part of it.

    `manner` is assigned, declared (without initialiser), output (a known callee writes there),
    copied (one copies there what is behind another argument) or given (a callee of which nothing
    is known got the address, at `position`). Only what is `whole` hides earlier definitions.
    """

    name: str
    point: Point
    operation: Operation
    manner: str
    whole: bool
    position: int = -1


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions in a function, and those that reach the start of each block."""

    all: tuple[Definition, ...]
    _blocks: Mapping[int, tuple[int, ...]]
    _before: Mapping[int, frozenset[int]]
    _names: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @staticmethod
    def of(function: Function, graph: Graph, callees: Callees) -> "Definitions":
        """The definitions of a function."""
        found = list(_definitions(function, callees))
        blocks: dict[int, list[int]] = {}
        names: dict[str, list[int]] = {}
        for number, each in enumerate(found):
            blocks.setdefault(each.point[0], []).append(number)
            names.setdefault(each.name, []).append(number)
        hidden = {name: _hidden(name, names) for name in names}

        def transfer(block: Block, value: frozenset[int]) -> frozenset[int]:
            for number in blocks.get(block.number, ()):
                each = found[number]
                value = (value - hidden[each.name] if each.whole else value) | {number}
            return value

        none: frozenset[int] = frozenset()
        problem = Problem(Direction.FORWARD, none, frozenset.union, transfer)
        return Definitions(
            tuple(found),
            {block: tuple(numbers) for block, numbers in blocks.items()},
            solve(graph, problem).before,
            {name: tuple(numbers) for name, numbers in names.items()},
        )

    def reaching(self, name: str, point: Point) -> tuple[Definition, ...]:
        """The definitions of exactly this name that reach an operation, in source order."""
        numbers = set(self._names.get(name, ()))
        alive = numbers & self._before.get(point[0], frozenset())
        for number in self._blocks.get(point[0], ()):
            each = self.all[number]
            if each.point[1] >= point[1]:
                break
            if number in numbers:
                alive = {number} if each.whole else alive | {number}
            elif each.whole and reaches(name, each.name):
                alive = set()
        return tuple(self.all[number] for number in sorted(alive))

    def around(self, name: str, point: Point) -> Iterator[str]:
        """The longest shorter paths of a name that have a definition which reaches a point."""
        for text, _ in prefixes(name):
            if self.reaching(text, point):
                yield text


def _hidden(name: str, names: Mapping[str, list[int]]) -> frozenset[int]:
    """The definitions that a new value of a name hides: of itself and of its parts."""
    return frozenset(
        number for other, numbers in names.items() if reaches(other, name) for number in numbers
    )


def _definitions(function: Function, callees: Callees) -> Iterator[Definition]:
    arrays = array_names(function)
    for block in function.blocks:
        for index, operation in enumerate(block.operations):
            point = (block.number, index)
            match operation:
                case Declare(place=place, initialised=initialised):
                    if not initialised:
                        yield Definition(place.text, point, operation, "declared", True)
                case Assign(target=target, operator=operator):
                    whole = operator == "=" and "[" not in str(target)
                    yield Definition(_base(target), point, operation, "assigned", whole)
                case Compute(target=target):
                    yield Definition(str(target), point, operation, "assigned", True)
                case Call():
                    yield Definition(str(operation.result), point, operation, "assigned", True)
                    yield from _outputs(operation, point, callees, arrays)


def _outputs(
    call: Call, point: Point, callees: Callees, arrays: frozenset[str]
) -> Iterator[Definition]:
    """What a call writes through its arguments."""
    spec = callees.of(call)
    written = {each.position for each in spec.out} if spec is not None else set()
    copies = spec is not None and bool({"memory-copy", "string"} & set(spec.role[:1]))
    for position, argument in enumerate(call.arguments):
        name = written_name(argument)
        if not name:
            continue
        if position in written:
            manner = "copied" if copies else "output"
            yield Definition(name, point, call, manner, False, position)
        elif spec is None or is_own(spec):
            pointed = isinstance(argument, Address) or name in arrays
            if pointed and not LOGS.search(call.callee):
                yield Definition(name, point, call, "given", False, position)


def written_name(argument: Operand) -> str:
    """The name of what an argument points to: a variable by its address, an array or a pointer."""
    match argument:
        case Address(place=place):
            return _base(place)
        case Place(text=text):
            return text
    return ""


def _base(target: Place | Temp) -> str:
    """A place without its last index: an array is one name."""
    text = str(target)
    return text[: text.rindex("[")] if text.endswith("]") and text.rfind("[") > 0 else text
