"""Data members that a constructor leaves without a value, and the method that reads them first.

A member counts as unset where some constructor of its class returns without having written it. What
that is worth depends on who reads it: a destructor always does, a method that follows the one that
writes it does not. After the guideline C.41 of the C++ Core Guidelines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditkit.accesses import addresses, writes
from auditkit.analyses.exposed import Exposed, Exposure, Known
from auditkit.analyses.exposure import exposure
from auditkit.analyses.plain import is_scalar
from auditkit.analyses.touches import is_alternative
from auditkit.analyses.walk import Course
from auditkit.facts import Call, Declare, Function, VariableKind
from auditkit.findings import Confidence, Step
from auditkit.source import Location

_DEEPEST = 20
"""Calls of calls that are looked through."""


@dataclass(frozen=True, slots=True)
class Unset:
    """A member without a value that `reader` reads at `at`, and a constructor that leaves it so."""

    name: str
    type: str
    declared: Location
    constructor: Function
    reader: Function
    at: Location
    confidence: Confidence

    @property
    def steps(self) -> tuple[Step, ...]:
        """From the declaration by the constructor to the read."""
        last = self.constructor.name.rsplit("::", 1)[-1]
        return (
            Step(self.declared, f"{self.name} is declared without an initialiser"),
            Step(self.constructor.at, f"this constructor of {last} does not write {self.name}"),
            Step(self.at, f"{self.name} is read"),
        )


@dataclass(slots=True)
class Exposures:
    """What the functions of the target do to objects, asked by name and found once each."""

    functions: Sequence[Function]
    course: Callable[[Function], Course]
    _named: dict[str, list[Function]] = field(default_factory=dict)
    _found: dict[tuple[int, str], Exposure | None] = field(default_factory=dict)

    def of(self, function: Function, root: str, depth: int = 0) -> Exposure | None:
        """What a function does to `this` or to what a parameter leads to; None in a circle."""
        key = id(function), root
        if key not in self._found:
            self._found[key] = None
            if depth < _DEEPEST:
                known = self.known(function, depth + 1)
                self._found[key] = exposure(self.course(function), root, known)
        return self._found[key]

    def known(self, caller: Function, depth: int = 0) -> Known:
        """How a function's calls are looked up."""
        return self.within(caller.name.rpartition("::")[0], depth)

    def within(self, scope: str, depth: int = 0) -> Known:
        """How calls in methods of a class are looked up."""

        def ask(call: Call, position: int) -> Exposure | None:
            last = call.callee.rsplit("::", 1)[-1]
            own = f"{scope}::{last}" if scope else last
            fitting = [
                item
                for item in self._all(last)
                if len(item.parameters) == len(call.arguments)
                and (position >= 0 or item.name == own)
            ]
            if len(fitting) != 1 or position >= len(fitting[0].parameters):
                return None
            if position < 0:
                return self.of(fitting[0], "this", depth)
            parameter = fitting[0].parameters[position]
            if not parameter.name or not parameter.type.endswith(("*", "&")):
                return None
            mark = "&" if parameter.type.endswith("&") else ""
            return self.of(fitting[0], f"{mark}{parameter.name}", depth)

        return ask

    def _all(self, last: str) -> list[Function]:
        if not self._named:
            for function in self.functions:
                self._named.setdefault(function.name.rsplit("::", 1)[-1], []).append(function)
        return self._named.get(last, [])


def unset_members(exposures: Exposures) -> Iterator[Unset]:
    """Each member that some constructor leaves unset and some method reads before it writes it."""
    scopes: dict[str, list[Function]] = {}
    for function in exposures.functions:
        if "::" in function.name:
            scopes.setdefault(function.name.rpartition("::")[0], []).append(function)
    written = _written(exposures.functions)
    for scope, functions in scopes.items():
        constructors = [item for item in functions if item.kind == "constructor"]
        left = _left(constructors, exposures)
        others = [item for item in functions if item.kind != "constructor"]
        for name, (declare, constructor) in left.items():
            if written.get(name, frozenset()) - {scope}:
                continue
            read = _first_read(name, others, exposures)
            if read is not None:
                reader, exposed, sure = read
                yield Unset(
                    name, declare.type, declare.at, constructor, reader, exposed.at, sure
                )  # fmt: skip


def _left(
    constructors: Sequence[Function], exposures: Exposures
) -> dict[str, tuple[Declare, Function]]:
    """The scalar members that a constructor leaves unset, with the first that does."""
    found: dict[str, tuple[Declare, Function]] = {}
    for constructor in constructors:
        done = exposures.of(constructor, "this")
        if done is None or done.loose or "" in done.settled or _copies(constructor):
            continue
        for item in _declared(exposures.course(constructor)):
            name = item.place.text.rpartition("->")[2]
            if f".{name}" not in done.settled:
                found.setdefault(name, (item, constructor))
    return found


def _declared(course: Course) -> Iterator[Declare]:
    """The scalar members without initialiser that the class has in every build."""
    for number in course.graph.order:
        for item in course.graph.blocks[number].operations:
            if (
                isinstance(item, Declare)
                and not item.initialised
                and item.place.kind is VariableKind.MEMBER
                and is_scalar(item.type)
                and not is_alternative(course, number)
            ):
                yield item


def _copies(constructor: Function) -> bool:
    """Whether a constructor takes another object of its class."""
    last = constructor.name.rsplit("::", 1)[-1]
    types = [parameter.type for parameter in constructor.parameters]
    return len(types) == 1 and types[0].endswith("&") and last in types[0].split()


def _written(functions: Sequence[Function]) -> Mapping[str, frozenset[str]]:
    """For the last name of each path into another object that is stored to, or whose address is
    taken: the classes whose methods do that.
    """
    found: dict[str, set[str]] = {}
    for function in functions:
        scope = function.name.rpartition("::")[0]
        for operation in function.operations():
            for place in (*writes(operation), *addresses(operation)):
                head, _, last = place.text.replace("->", ".").rpartition(".")
                if head and place.root != "this":
                    found.setdefault(last, set()).add(scope)
    return {name: frozenset(scopes) for name, scopes in found.items()}


def _first_read(
    name: str, methods: Sequence[Function], exposures: Exposures
) -> tuple[Function, Exposed, Confidence] | None:
    """The read that shows best that a member may be read unset, and how surely it is."""
    part = f".{name}"
    known = [(method, exposures.of(method, "this")) for method in methods]
    reads = [
        (method, found.reads[part]) for method, found in known if found and part in found.reads
    ]
    reads.sort(key=lambda pair: (pair[0].kind != "destructor", pair[1].guarded, pair[1].at))
    if not reads or any(found is None or found.loose for _, found in known):
        return None
    method, exposed = reads[0]
    writers = [found for _, found in known if found and part in found.writes]
    if method.kind == "destructor" and not exposed.guarded:
        return method, exposed, Confidence.HIGH
    if all(part in writer.reads for writer in writers):
        return method, exposed, Confidence.MEDIUM if exposed.guarded else Confidence.HIGH
    if exposed.guarded or method.kind == "destructor":
        return None
    return method, exposed, Confidence.LOW
