"""What one lowering knows while it reads a function: where it is, what names mean, what it missed.

Joins the syntax tree with the annotations by offset, so that statements and expressions ask one
object about names, constants and places. Apart from them because it reads no syntax of its own.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tree_sitter import Node

from auditkit.annotations import Annotations, Declaration, MacroMeaning, Reference
from auditkit.facts import Call, Constant, Discard, Opaque, Operand, Place, VariableKind
from auditkit.lower import Builder
from auditkit.preprocess import Group
from auditkit.project import Project as Project
from auditkit.source import Location, SourceFile
from auditkit.symbols import Symbols, Variables
from auditkit.syntax import text_of

WORDS: Mapping[str, int] = {
    "NULL": 0,
    "nullptr": 0,
    "Q_NULLPTR": 0,
    "true": 1,
    "false": 0,
    "TRUE": 1,
    "FALSE": 0,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One macro expansion being read: where it stands, and which of its bytes come from arguments.

    A segment is (start in the expansion, end, offset in the file).
    """

    macro: str
    at: Location
    segments: tuple[tuple[int, int, int], ...]

    def origin(self, offset: int) -> int:
        """The offset in the file of a byte of the expansion; -1 if the macro's body wrote it."""
        for start, end, original in self.segments:
            if start <= offset < end and original >= 0:
                return original + offset - start
        return -1


@dataclass(frozen=True, slots=True)
class Lambda:
    """A lambda that is still to be lowered: its node, its name, and what is around it."""

    node: Node
    name: str
    around: Variables
    frames: tuple[Frame, ...]


@dataclass(slots=True)
class Reader:
    """The state of one function's lowering.

    `conditions` are those of the `#if`s around, of which `switch_depth` are around the innermost
    switch as well; groups less deep than `group_depth` are decided; `head` is an error that begins
    the statement behind it; `blanked` are the ranges ahead that the grammar was not shown.
    `expression`, `statement` and `condition` lower a node of that kind: calls and macros hold
    expressions, and expressions hold calls, so the one finds the other here.
    """

    source: SourceFile
    language: str
    builder: Builder
    project: Project
    symbols: Symbols
    annotations: Annotations | None
    groups: Sequence[Group]
    name: str
    expression: "Evaluate"
    statement: "Perform"
    condition: "Decide"
    frames: list[Frame] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    members: frozenset[str] = frozenset()
    switch_depth: int = 0
    group_depth: int = 0
    head: Node | None = None
    blanked: deque[tuple[int, int]] = field(default_factory=deque)
    lambdas: list[Lambda] = field(default_factory=list)
    missing: list[tuple[Location, str]] = field(default_factory=list)
    unclear: list[Location] = field(default_factory=list)

    # Places

    def origin(self, node: Node) -> int:
        """The offset in the file where a node is written; -1 in the body of a macro."""
        return self.frames[-1].origin(node.start_byte) if self.frames else node.start_byte

    def at(self, node: Node) -> Location:
        """The location of a node; what a macro's body wrote is where the macro is used."""
        offset = self.origin(node)
        return self.source.locate(offset) if offset >= 0 else self.frames[-1].at

    def end(self, node: Node) -> Location:
        """The location of a node's last byte; in a macro, that of the node."""
        if self.frames:
            return self.at(node)
        return self.source.locate(max(node.start_byte, node.end_byte - 1))

    def end_line(self, node: Node) -> int:
        """The last line of a node."""
        return self.end(node).line

    def macro(self, node: Node) -> str:
        """The macro whose body wrote a node; empty for what the source spells."""
        return self.frames[-1].macro if self.frames and self.origin(node) < 0 else ""

    @property
    def alternative(self) -> str:
        """The preprocessor conditions within the function that hold here."""
        return " && ".join(self.conditions)

    # Names

    def reference(self, node: Node) -> Reference | None:
        """What the compiler says that the name at this node means."""
        if self.annotations is None:
            return None
        return self.annotations.references.get(self.origin(node))

    def declaration(self, node: Node) -> Declaration | None:
        """What the compiler says about the variable declared with this name."""
        if self.annotations is None:
            return None
        return self.annotations.declarations.get(self.origin(node))

    def is_expansion(self, node: Node) -> bool:
        """Whether the compiler expanded a macro at this node."""
        return self.annotations is not None and self.origin(node) in self.annotations.expansions

    def is_active(self, node: Node) -> bool:
        """Whether the compiler saw the text at this node at all."""
        if self.annotations is None:
            return False
        offset = self.origin(node)
        return not any(low <= offset < high for low, high in self.annotations.skipped)

    def definition(self, name: str) -> MacroMeaning | None:
        """The definition of a macro by that name, the compiler's before the target's own."""
        if self.annotations is not None and name in self.annotations.macros:
            return self.annotations.macros[name]
        return self.project.macros.get(name)

    def constant(self, name: str) -> Constant | None:
        """The constant of that name, if it is one or looks like one."""
        if name in WORDS:
            return Constant(name, WORDS[name])
        macro = self.definition(name)
        if macro is not None and macro.parameters is None and macro.value is not None:
            return Constant(name, macro.value)
        for known in (self.symbols.constants, self.project.constants):
            if name in known:
                return Constant(name, known[name])
        if macro is not None and macro.parameters is None and macro.body.startswith('"'):
            return Constant(name, None)
        shouted = name.isupper() and len(name) > 1
        return Constant(name, None) if shouted and name not in self.symbols.globals else None

    def name_operand(self, node: Node) -> Operand:
        """What a plain or qualified name stands for."""
        name = text_of(node)
        symbol = self.symbols.find(name)
        reference = self.reference(last_component(node))
        if reference is not None:
            match reference.kind:
                case "constant":
                    return Constant(name, reference.value)
                case "field":
                    return Place(f"this->{name}", "this", VariableKind.MEMBER)
                case "variable":
                    if symbol is None:
                        return Place(name, name, reference.variable)
                case "function" | "method" | "overloaded":
                    return Place(name, name, VariableKind.FUNCTION)
        if symbol is not None:
            return Place(symbol.text, symbol.text, symbol.kind)
        if name in self.members:
            return Place(f"this->{name}", "this", VariableKind.MEMBER)
        constant = self.constant(name.rsplit("::", 1)[-1] if "::" in name else name)
        if constant is not None:
            return Constant(name, constant.value)
        if name in self.symbols.globals:
            return Place(name, name, VariableKind.GLOBAL)
        if name in self.symbols.functions or self.project.is_known(name):
            return Place(name, name, VariableKind.FUNCTION)
        return Place(name, name, VariableKind.UNKNOWN)

    def declare(self, name: str, kind: VariableKind, type: str) -> Place:
        """Enters a variable into the innermost scope."""
        text = self.symbols.declare(name, kind, type)
        return Place(text, text, kind)

    # Account

    def miss(self, node: Node) -> None:
        """Notes that the compiler's tree lacks what stands here, if it should have it."""
        if self.annotations is not None and self.origin(node) >= 0 and self.is_active(node):
            self.missing.append((self.at(node), text_of(node)[:60]))

    def opaque(self, node: Node, kind: str, reason: str) -> None:
        """Adds an operation that may do anything."""
        self.builder.emit(Opaque(self.at(node), kind, reason))

    def pass_blanked(self, node: Node) -> None:
        """Adds an operation for each range before a node that the grammar was not shown."""
        while self.blanked and self.blanked[0][0] < node.start_byte and not self.frames:
            start, end = self.blanked.popleft()
            text = self.source.data[start:end].decode("utf-8", "replace")[:60]
            at = self.source.locate(start)
            self.builder.emit(Opaque(at, "macro", f"{text} was not understood"))
            self.unclear.append(at)

    def call_made(self, call: Call, never_returns: bool) -> None:
        """Adds a call; one that never returns ends its block."""
        self.builder.emit(call)
        if never_returns or call.callee in self.project.terminating:
            self.builder.unreachable(call.at)


Evaluate = Callable[[Reader, Node, Discard], Operand]
Perform = Callable[[Reader, Node], None]
Decide = Callable[[Reader, Node, int, int], None]


def last_component(node: Node) -> Node:
    """The node of the name itself in `a::b::name<T>`."""
    while node.type == "qualified_identifier":
        inner = node.child_by_field_name("name")
        if inner is None:
            break
        node = inner
    if node.type in ("template_function", "template_method"):
        return node.child_by_field_name("name") or node
    return node
