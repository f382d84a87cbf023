"""What the source says: functions as basic blocks of three-address operations, and their text form.

One record has two lives: an operation in a block, and a row in a table. Facts are frozen and hold
only strings, numbers and locations, so that they pickle, cache and compare by value.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditkit.kinds import BranchKind as BranchKind
from auditkit.kinds import CallKind as CallKind
from auditkit.kinds import Discard as Discard
from auditkit.kinds import Origin as Origin
from auditkit.kinds import VariableKind as VariableKind
from auditkit.operands import Address as Address
from auditkit.operands import Constant as Constant
from auditkit.operands import Operand as Operand
from auditkit.operands import Place as Place
from auditkit.operands import Temp as Temp
from auditkit.operands import Text as Text
from auditkit.source import Location


@dataclass(frozen=True, slots=True)
class Declare:
    """A variable comes into scope, with or without an initialiser.

    A static one is zero at first, an object of a class that has a constructor is initialised. A
    constructor begins with the data members of its class that have no initialiser.
    """

    at: Location
    place: Place
    type: str
    initialised: bool
    alternative: str = ""

    def __str__(self) -> str:
        return f"declare {self.place}: {self.type}" + (
            "" if self.initialised else " (no initialiser)"
        )


@dataclass(frozen=True, slots=True)
class Assign:
    """A place or a temporary gets the value of an operand; `operator` is `=` or a compound one.

    A braced list that is assigned to a whole variable leaves zero what it does not name; what it
    names by a designator is assigned once more by name.
    """

    at: Location
    target: Place | Temp
    value: Operand
    operator: str = "="

    def __str__(self) -> str:
        return f"{self.target} {self.operator} {self.value}"


@dataclass(frozen=True, slots=True)
class Compute:
    """A temporary gets the value of an operator; a cast has the operator `cast` and its type."""

    at: Location
    target: Temp
    operator: str
    operands: tuple[Operand, ...]
    type: str = ""

    def __str__(self) -> str:
        if self.operator == "cast":
            return f"{self.target} = ({self.type}) {self.operands[0]}"
        if len(self.operands) == 2 and not self.operator[0].isalpha():
            return f"{self.target} = {self.operands[0]} {self.operator} {self.operands[1]}"
        inner = ", ".join(str(operand) for operand in self.operands)
        return f"{self.target} = {self.operator}({inner})"


@dataclass(frozen=True, slots=True)
class Call:
    """One call site, by the name written there, with the temporary that holds its result.

    `pointer` is what an indirect call reads the function from. Implicit calls by fixed names:
    `new` and `new[]` (the result owns a `type`; with a first argument `std::nothrow` it may be
    null), `placement new` (acquires nothing; `receiver` is where the object is put), `delete` and
    `delete[]`. A base's or a delegated constructor has `this` as its receiver. The function of a
    `cleanup` attribute is called with the address of its variable at each exit of the scope.
    """

    at: Location
    result: Temp
    callee: str
    arguments: tuple[Operand, ...]
    kind: CallKind
    end_line: int
    text: str
    receiver: Operand | None = None
    discard: Discard = Discard.VALUE
    implicit: bool = False
    macro: str = ""
    expansion: str = ""
    target: str = ""
    usr: str = ""
    type: str = ""
    alternative: str = ""
    pointer: Operand | None = None

    @property
    def explicit(self) -> bool:
        """Whether the call is spelled `name(…)` in the source."""
        return not self.implicit and not self.macro

    def __str__(self) -> str:
        inner = ", ".join(str(argument) for argument in self.arguments)
        receiver = f"{self.receiver}." if self.receiver is not None else ""
        marks = "".join(
            f" [{mark}]"
            for mark in (
                "implicit" if self.implicit else "",
                f"in {self.macro}" if self.macro else "",
                self.discard.value if self.discard is not Discard.VALUE else "",
            )
            if mark
        )
        return f"{self.result} = call {receiver}{self.callee}({inner}){marks}"


@dataclass(frozen=True, slots=True)
class Use:
    """A value is read and dropped, as in `(void)x;`."""

    at: Location
    value: Operand

    def __str__(self) -> str:
        return f"use {self.value}"


@dataclass(frozen=True, slots=True)
class Destroy:
    """A variable of class type leaves its scope and its destructor runs."""

    at: Location
    place: Place
    type: str

    def __str__(self) -> str:
        return f"destroy {self.place}: {self.type}"


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that no front end models; the analyses assume that it may do anything."""

    at: Location
    kind: str
    reason: str

    def __str__(self) -> str:
        return f"opaque {self.kind}: {self.reason}"


Operation = Declare | Assign | Compute | Call | Use | Destroy | Opaque


@dataclass(frozen=True, slots=True)
class Jump:
    """Control goes on in one block."""

    at: Location
    target: int

    def __str__(self) -> str:
        return f"jump b{self.target}"


@dataclass(frozen=True, slots=True)
class Branch:
    """Control splits on `left operator right`; `operator` is a comparison, `truth` or `defined`.

    A preprocessor condition has the operator `defined` and its normalised text in `text`.
    """

    at: Location
    kind: BranchKind
    operator: str
    left: Operand
    right: Operand | None
    then: int
    otherwise: int
    text: str

    def __str__(self) -> str:
        shown = (
            f"{self.left}" if self.right is None else f"{self.left} {self.operator} {self.right}"
        )
        if self.kind is BranchKind.PREPROCESSOR:
            shown = f"#if {self.text}"
        return f"branch {shown} ? b{self.then} : b{self.otherwise} [{self.kind.value}]"


@dataclass(frozen=True, slots=True)
class Case:
    """One label of a switch: its constants (a range has two ends) and the block it leads to."""

    low: Constant
    high: Constant
    target: int


@dataclass(frozen=True, slots=True)
class Switch:
    """Control splits on a value; `default` is where it goes when no label matches."""

    at: Location
    value: Operand
    cases: tuple[Case, ...]
    default: int

    def __str__(self) -> str:
        labels = [f"{case.low}: b{case.target}" for case in self.cases]
        return f"switch {self.value} {{{', '.join([*labels, f'default: b{self.default}'])}}}"


@dataclass(frozen=True, slots=True)
class Return:
    """Control leaves the function, with a value or without.

    The value was read before the destructors that run on the way out: `return p;` moves `p`.
    """

    at: Location
    value: Operand | None
    implicit: bool = False

    def __str__(self) -> str:
        return "return" if self.value is None else f"return {self.value}"


@dataclass(frozen=True, slots=True)
class Throw:
    """An exception is thrown to `handler`, or out of the function."""

    at: Location
    value: Operand | None
    handler: int | None

    def __str__(self) -> str:
        to = "" if self.handler is None else f" to b{self.handler}"
        return ("throw" if self.value is None else f"throw {self.value}") + to


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Control never gets past this point: the call before it does not return."""

    at: Location

    def __str__(self) -> str:
        return "unreachable"


Terminator = Jump | Branch | Switch | Return | Throw | Unreachable


@dataclass(frozen=True, slots=True)
class Block:
    """Operations in the order of evaluation, ended by one terminator; `handler` catches its
    throws.

    On the edge to the handler the variables of the `try` block die without a `Destroy`.
    """

    number: int
    operations: tuple[Operation, ...]
    terminator: Terminator
    handler: int | None = None

    @property
    def successors(self) -> tuple[int, ...]:
        """The blocks that control can go on in, without the exceptional edge, in order."""
        match self.terminator:
            case Jump(target=target):
                return (target,)
            case Branch(then=then, otherwise=otherwise):
                return (then, otherwise) if then != otherwise else (then,)
            case Switch(cases=cases, default=default):
                return tuple(dict.fromkeys([*(case.target for case in cases), default]))
            case Throw(handler=handler) if handler is not None:
                return (handler,)
        return ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as declared; a nameless one has an empty name."""

    at: Location
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Member:
    """A data member: `initialised` says that its class does that, by `int n = 0;` or by type.

    `condition` is the one of the preprocessor under which the class has it at all.
    """

    at: Location
    name: str
    type: str
    initialised: bool
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Class:
    """A class or structure with the names of its bases and its data members, static ones left out.

    One that a `typedef` names is there by either name.
    """

    at: Location
    name: str
    bases: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """A variable that is defined outside of functions, with the operations that initialise it.

    `blocks` are empty where it has no initialiser: it is zero then.
    """

    at: Location
    place: Place
    type: str
    linkage: str
    blocks: tuple[Block, ...]
    condition: str = ""

    @property
    def name(self) -> str:
        """Its name with the namespaces and classes around it."""
        return self.place.text


@dataclass(frozen=True, slots=True)
class Function:
    """A function with a body: its name, place, origin, and its blocks (entry first)."""

    name: str
    at: Location
    end_line: int
    signature: str
    kind: str
    origin: Origin
    reason: str
    result_type: str
    parameters: tuple[Parameter, ...]
    blocks: tuple[Block, ...]
    usr: str = ""
    condition: str = ""
    linkage: str = "external"
    overrides: bool = False

    def operations(self) -> Iterator[Operation]:
        """All operations, block by block."""
        for block in self.blocks:
            yield from block.operations

    def calls(self) -> Iterator[Call]:
        """All calls, block by block."""
        for operation in self.operations():
            if isinstance(operation, Call):
                yield operation


def dump(function: Function) -> str:
    """The text form of a function: a head line, then each block with its operations."""
    head = f"{function.kind} {function.name}({function.signature}) [{function.origin.value}]"
    if function.condition:
        head += f" #if {function.condition}"
    lines = [head]
    for block in function.blocks:
        mark = "" if block.handler is None else f" (throws to b{block.handler})"
        lines.append(f"b{block.number}:{mark}")
        lines.extend(f"    {operation.at.line}: {operation}" for operation in block.operations)
        lines.append(f"    {block.terminator.at.line}: {block.terminator}")
    return "\n".join(lines) + "\n"
