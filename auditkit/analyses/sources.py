"""Where a value comes from: constants, parameters, results and outputs of calls, traced backwards.

A slice from one operand to what sets it, through copies, conversions, own functions, callers and
variables of the file. Weiser, "Program Slicing" (ICSE 1981), on demand and for values only: what
decides whether an assignment runs is not followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from auditkit.analyses.crossings import Crossing, Crossings, is_shared
from auditkit.analyses.definitions import Definition, Point, written_name
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Compute,
    Constant,
    Declare,
    Function,
    Object,
    Operand,
    Place,
    Temp,
    Text,
    VariableKind,
)
from auditkit.findings import Step
from auditkit.objects import Objects
from auditkit.source import Location

DEPTH = 24
"""Steps that one trace goes back before it gives up."""
CROSSINGS = 12
"""Calls, or assignments to one shared place, that a trace follows."""
FIXED = ("constant", "text", "bytes")
_LITERAL = re.compile(r'(?:u8|[LuU])?"')
_VIEWS = re.compile(
    r"c_str|(?:const)?[dD]ata|to(?:Latin1|Utf8|Local8Bit|StdString|Ascii)|get|c?begin|str|front"
)
"""Methods that show what an object holds."""
_MAKES = re.compile(
    r"(?:Q(?:ByteArray|String|Latin1String)(?:Literal|View)?|from(?:Latin1|Utf8|RawData|StdString)"
    r"|(?:basic_)?string(?:_view)?|vector|array|span|move|forward|as_const)"
)
"""Constructors and functions whose result holds what they are given first."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value is set.

    `kind` is constant (a number or a named one), text (a literal), bytes (a list of constants),
    parameter (of a function that the target does not call), result or output (of `callee`), none
    (declared without a value), shared (kept where others set it) or unknown. `steps` lead from
    there to the use; `sure` says that no step was a guess.
    """

    kind: str
    at: Location
    text: str
    value: int | None = None
    callee: str = ""
    steps: tuple[Step, ...] = ()
    sure: bool = True

    @property
    def fixed(self) -> bool:
        """Whether the value stands in the program."""
        return self.kind in FIXED


def settled(traced: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources that a setting certainly has on some path: not one of many in a table, from which
    the configuration may choose.
    """
    return tuple(each for each in traced if each.sure or len(traced) == 1)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an operand is asked about, and the way from there to the use; `seen` is what one trace
    has asked already, so that it ends.
    """

    function: Function
    point: Point
    at: Location
    depth: int = DEPTH
    steps: tuple[Step, ...] = ()
    sure: bool = True
    seen: set[tuple[int, str, Point]] = field(default_factory=set)

    def back(self, at: Location, text: str, point: Point, *, sure: bool = True) -> "_Spot":
        """The spot one step back, in the same function."""
        return replace(
            self,
            point=point,
            at=at,
            depth=self.depth - 1,
            steps=(Step(at, text), *self.steps) if text else self.steps,
            sure=self.sure and sure,
        )

    def across(self, crossing: Crossing, at: Location, text: str, *, sure: bool = True) -> "_Spot":
        """The spot on the other side of a crossing."""
        return replace(self.back(at, text, crossing.point, sure=sure), function=crossing.function)

    def source(self, kind: str, text: str, value: int | None = None, callee: str = "") -> Source:
        """A source at this spot."""
        return Source(kind, self.at, text, value, callee, self.steps, self.sure)


@dataclass(frozen=True, slots=True)
class Tracer:
    """Traces operands of a target's functions."""

    crossings: Crossings
    objects: Objects

    def sources(self, function: Function, point: Point, operand: Operand) -> tuple[Source, ...]:
        """All that may have set an operand of the operation at a point, each source once."""
        block = next(each for each in function.blocks if each.number == point[0])
        inside = point[1] < len(block.operations)
        at = block.operations[point[1]].at if inside else block.terminator.at
        found: dict[tuple[str, Location, str], Source] = {}
        for each in self._of(_Spot(function, point, at), operand):
            found.setdefault((each.kind, each.at, each.text), each)
        return tuple(found.values())

    def _of(self, spot: _Spot, operand: Operand) -> Iterator[Source]:
        if spot.depth <= 0:
            yield spot.source("unknown", str(operand))
            return
        match operand:
            case Text(text=text):
                yield spot.source("text", text)
            case Constant():
                yield from self._constant(spot, operand)
            case Address(place=place):
                yield from self._named(spot, replace(place, text=written_name(operand)))
            case Place() | Temp():
                yield from self._named(spot, operand)

    def _constant(self, spot: _Spot, constant: Constant) -> Iterator[Source]:
        """A constant, or the text that the macro of that name stands for."""
        macros = self.objects.macro(constant.text, spot.at.path)
        for macro in macros[:1]:
            if _LITERAL.match(macro.body):
                shown = f"{macro.name} is defined as {macro.body}"
                yield spot.back(macro.defined_at, shown, spot.point).source("text", macro.body)
                return
        yield spot.source("constant", constant.text, value=constant.value)

    def _named(self, spot: _Spot, name: Place | Temp) -> Iterator[Source]:
        """What the definitions of a name that reach the spot give it."""
        key = (id(spot.function), str(name), spot.point)
        if key in spot.seen:
            return
        spot.seen.add(key)
        definitions = self.crossings.definitions(spot.function)
        reaching = definitions.reaching(str(name), spot.point)
        useful = [each for each in reaching if each.manner != "declared"]
        for each in useful or reaching:
            yield from self._defined(spot, each)
        if isinstance(name, Place) and not any(each.whole for each in reaching):
            inside = next(definitions.around(name.text, spot.point), None)
            if inside is not None:
                whole = replace(name, text=inside)
                yield from self._named(spot.back(spot.at, "", spot.point, sure=False), whole)
            elif not useful or name.kind is not VariableKind.LOCAL:
                yield from self._outside(spot, name, written=bool(useful))

    def _defined(self, spot: _Spot, each: Definition) -> Iterator[Source]:
        operation = each.operation
        at, point = operation.at, each.point
        match operation:
            case Declare():
                yield spot.back(at, f"{each.name} is declared", point).source("none", each.name)
            case Assign(target=target, value=value):
                shown = "" if isinstance(target, Temp) else f"{target} is set to {_shown(value)}"
                yield from self._of(spot.back(at, shown, point), value)
            case Compute():
                yield from self._computed(spot.back(at, "", point), operation)
            case Call() if each.position < 0:
                yield from self._result(spot, operation, point)
            case Call():
                yield from self._output(spot, operation, each)

    def _computed(self, spot: _Spot, operation: Compute) -> Iterator[Source]:
        """A list of constants as one, else what the operands are."""
        found = [each for item in operation.operands for each in self._of(spot, item)]
        if operation.operator == "{}" and all(each.fixed for each in found):
            yield spot.source("bytes", ", ".join(each.text for each in found[:16]) or "{}")
        elif operation.operator in ("cast", "{}", "element", "&", "|"):
            yield from found
        else:
            # A number that is computed is none of its constants; what it varies with is told.
            varying = [each for each in found if each.kind != "constant"]
            yield from varying or [spot.source("unknown", str(operation))]

    def _result(self, spot: _Spot, call: Call, point: Point) -> Iterator[Source]:
        """What a call returns: by its body, by what it only shows or copies, or as its result."""
        shown = f"{call.callee} returns it"
        bodies = self.crossings.bodies(call)
        for body in bodies:
            for crossing in self.crossings.returned(body)[:CROSSINGS]:
                yield from self._of(spot.across(crossing, call.at, shown), crossing.operand)
        if bodies:
            return
        inside = self._shown_by(call)
        here = spot.back(call.at, shown, point)
        if inside is None:
            yield here.source("result", call.text, callee=call.callee)
        else:
            yield from self._of(spot.back(call.at, "", point), inside)

    def _shown_by(self, call: Call) -> Operand | None:
        """The operand whose value a call only shows, copies or makes an object of."""
        spec = self.crossings.callees.of(call)
        last = call.callee.rsplit("::", 1)[-1]
        if call.receiver is not None and call.kind is CallKind.MEMBER and _VIEWS.fullmatch(last):
            return call.receiver
        if spec is not None:
            same = [each.position for each in spec.parameters if each.ownership == "returned"]
            copied = 0 if spec.function in ("strdup", "strndup", "OPENSSL_strdup") else -1
            position = same[0] if same else copied
            return call.arguments[position] if 0 <= position < len(call.arguments) else None
        made = _MAKES.fullmatch(last.partition("<")[0]) is not None
        return call.arguments[0] if made and call.arguments else None

    def _output(self, spot: _Spot, call: Call, each: Definition) -> Iterator[Source]:
        """What a call writes where an argument points to."""
        shown = f"{call.callee} writes {each.name}"
        here = spot.back(call.at, shown, each.point)
        others = [item for item in call.arguments if written_name(item) != each.name]
        if each.manner == "copied" and others:
            for item in others[:1]:
                yield from self._of(here, item)
        elif each.manner == "output":
            yield here.source("output", call.text, callee=call.callee)
        else:
            yield from self._filled(spot, call, each)

    def _filled(self, spot: _Spot, call: Call, each: Definition) -> Iterator[Source]:
        """What an own function writes through a parameter, or that it is not known."""
        shown = f"{call.callee} gets {each.name}"
        for body in self.crossings.bodies(call):
            name = body.parameters[each.position].name
            for one in self.crossings.definitions(body).all:
                if name and _fills(one, name):
                    crossing = Crossing(body, one.point, call.result, call)
                    yield from self._defined(spot.across(crossing, call.at, shown), one)
        if not self.crossings.bodies(call):
            here = spot.back(call.at, shown, each.point, sure=False)
            yield here.source("unknown", call.text, callee=call.callee)

    def _outside(self, spot: _Spot, place: Place, *, written: bool) -> Iterator[Source]:
        """What a name has that the function did not set: a parameter's, a variable's elsewhere."""
        root = place.root
        if place.kind is VariableKind.PARAMETER and place.text == root and root != "this":
            yield from self._given(spot, root)
            return
        known = place.kind is not VariableKind.LOCAL and place.text.startswith(root)
        found = self.objects.variable(root, spot.at.path) if known else ()
        whole = place.text == root
        for each in found:
            if each.blocks:
                yield from self._initial(spot if whole else replace(spot, sure=False), each)
        constant = bool(found) and all("const" in each.type for each in found)
        if constant or place.kind is VariableKind.LOCAL or written:
            return
        others = self.crossings.assigned(place) if is_shared(place.text, place.kind) else []
        for crossing in others[:CROSSINGS]:
            yield from self._set_elsewhere(spot, place, crossing, sure=bool(found))
        if not others and not found:
            yield spot.source("shared", place.text)

    def _set_elsewhere(
        self, spot: _Spot, place: Place, crossing: Crossing, *, sure: bool
    ) -> Iterator[Source]:
        """What another function gives a shared place; a member of that name may be another's."""
        call, within = crossing.call, crossing.function.name
        if call is None:
            shown = f"{place.text} is set in {within}"
            there = spot.across(crossing, self._at(crossing), shown, sure=sure)
            yield from self._of(there, crossing.operand)
        else:
            shown = f"{call.callee} writes {place.text} in {within}"
            there = spot.across(crossing, call.at, shown, sure=sure)
            yield there.source("output", call.text, callee=call.callee)

    def _given(self, spot: _Spot, name: str) -> Iterator[Source]:
        """What callers give for a parameter; the parameter itself where the target has none."""
        names = [each.name for each in spot.function.parameters]
        position = names.index(name) if name in names else -1
        given = self.crossings.given(spot.function, position) if position >= 0 else []
        if not spot.sure and len(given) > 1:
            yield spot.source("unknown", name)  # one guess and one of many callers say nothing
            return
        for crossing in given[:CROSSINGS]:
            shown = f"{spot.function.name} gets it as {name}"
            yield from self._of(spot.across(crossing, self._at(crossing), shown), crossing.operand)
        if not given:
            yield replace(spot.source("parameter", name), at=spot.function.at)

    def _initial(self, spot: _Spot, variable: Object) -> Iterator[Source]:
        """What a variable outside of functions is initialised with."""
        function = self.crossings.initialiser(variable)
        block = variable.blocks[-1]
        end = (block.number, len(block.operations))
        crossing = Crossing(function, end, variable.place)
        shown = f"{variable.name} is defined"
        yield from self._of(spot.across(crossing, variable.at, shown), variable.place)

    @staticmethod
    def _at(crossing: Crossing) -> Location:
        blocks = {block.number: block for block in crossing.function.blocks}
        return blocks[crossing.point[0]].operations[crossing.point[1]].at


def _fills(one: Definition, name: str) -> bool:
    """Whether a definition writes what a parameter points to."""
    if one.name == name:
        return one.manner in ("output", "copied")
    return one.name.lstrip("*").split("->")[0] == name


def _shown(operand: Operand) -> str:
    return "a computed value" if isinstance(operand, Temp) else str(operand)
