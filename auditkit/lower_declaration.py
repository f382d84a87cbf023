"""Declarations of local variables to operations: scope, type, initialiser, constructor, destructor.

Apart from other statements because C++ writes variables, prototypes and constructor calls alike.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from auditkit.cleanups import cleanup_of
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Declare,
    Discard,
    Operand,
    Place,
    Temp,
    Use,
    VariableKind,
)
from auditkit.lower_initialiser import initialise
from auditkit.lower_object import computed
from auditkit.reader import WORDS, Reader
from auditkit.syntax import declared_name, normal_type, prototype, text_of
from auditkit.type_names import is_class, is_destroyed

_SPECIFIERS = ("storage_class_specifier", "type_qualifier")
_WRAPPERS = ("pointer_declarator", "reference_declarator")


def declaration(reader: Reader, node: Node) -> None:
    """Lowers the declaration of local variables."""
    base = text_of(node.child_by_field_name("type"))
    specifiers = {text_of(child) for child in node.children if child.type in _SPECIFIERS}
    cleanup = _cleanup(reader, node)
    for declarator in declarators(node):
        shape = declarator
        value = node.child_by_field_name("value")
        if declarator.type == "init_declarator":
            value = declarator.child_by_field_name("value")
            shape = declarator.child_by_field_name("declarator") or declarator
        binding = _binding(shape)
        if binding is not None and value is not None:
            operand = reader.expression(reader, value, Discard.VALUE)
            bind(reader, binding, operand, normal_type(base))
            continue
        place = _declarator(reader, declarator, shape, base, value, specifiers=specifiers)
        if place is not None and cleanup:
            _clean_up(reader, place, cleanup)


def declarators(node: Node) -> Iterator[Node]:
    """The declarators of a declaration, with or without initialiser."""
    for index, child in enumerate(node.children):
        if node.field_name_for_child(index) == "declarator":
            yield child


def _binding(declarator: Node) -> Node | None:
    """The names in `auto [a, b]` and `auto &[a, b]`."""
    node: Node | None = declarator
    while node is not None and node.type in _WRAPPERS:
        node = node.named_children[-1] if node.named_children else None
    return node if node is not None and node.type == "structured_binding_declarator" else None


def bind(reader: Reader, binding: Node, value: Operand, type: str) -> None:
    """Declares the names of a structured binding, each a part of the value."""
    for name in binding.named_children:
        if name.type == "identifier":
            place = declare(reader, name, type, initialised=True)
            part = computed(reader, name, "element", (value,))
            reader.builder.emit(Assign(reader.at(name), place, part))


def _declarator(
    reader: Reader, node: Node, shape: Node, base: str, value: Node | None, *, specifiers: set[str]
) -> Place | None:
    """One variable; None for a prototype or for what is defined elsewhere."""
    name = declared_name(shape)
    if name is None or "extern" in specifiers:
        return None
    known = reader.declaration(name)
    vexing = prototype(shape)
    if vexing is not None:
        if known is None and not _is_variable(reader, vexing):
            return None
        value = vexing.child_by_field_name("parameters")
    type = declared_type(base, shape, vexing, name, specifiers)
    static = bool(specifiers & {"static", "thread_local", "_Thread_local", "__thread"})
    constructor = known.constructor if known is not None else ""
    made = known is None and reader.language == "c++" and is_class(type)
    _sizes(reader, shape)
    initialised = value is not None or static or bool(constructor) or made
    place = declare(reader, name, known.type if known else type, initialised, static)
    initialise(reader, node, place, value, type, constructor)
    dies = type if made and is_destroyed(type) else ""
    if known is not None:
        dies = known.destructor
    if dies and not static:
        reader.builder.dies_with_scope(place, dies)
    return place


def declare(
    reader: Reader, name: Node, type: str, initialised: bool, static: bool = False
) -> Place:
    """Declares a variable in the innermost scope."""
    kind = VariableKind.STATIC if static else VariableKind.LOCAL
    place = reader.declare(text_of(name), kind, type)
    reader.builder.emit(Declare(reader.at(name), place, type, initialised, reader.alternative))
    return place


def declare_object(reader: Reader, name: Node, type: str) -> Place:
    """Declares a variable that is initialised where it is declared, with its destructor."""
    known = reader.declaration(name)
    place = declare(reader, name, known.type if known else type, initialised=True)
    dies = known.destructor if known is not None else ""
    if known is None and reader.language == "c++" and is_destroyed(type):
        dies = type
    if dies:
        reader.builder.dies_with_scope(place, dies)
    return place


def hidden_range(reader: Reader, node: Node, range_node: Node, values: Operand) -> None:
    """The variable behind a range-for, which lives as long as the loop; known for constructors."""
    if isinstance(values, Temp) and range_node.type == "call_expression":
        type = re.sub(r"\s*\{.*|\(.*", "", text_of(range_node))
        if is_destroyed(type):
            place = Place(str(values), str(values), VariableKind.UNKNOWN)
            reader.builder.dies_with_scope(place, type)


def element(reader: Reader, node: Node, values: Operand) -> None:
    """Declares the variables of a range-for for one round."""
    declarator = node.child_by_field_name("declarator")
    type = normal_type(text_of(node.child_by_field_name("type")))
    binding = _binding(declarator) if declarator is not None else None
    name = declared_name(declarator)
    if binding is not None:
        bind(reader, binding, values, type)
    elif name is not None and declarator is not None:
        specifiers = {text_of(child) for child in node.children if child.type in _SPECIFIERS}
        type = declared_type(type, declarator, None, name, specifiers)
        place = declare_object(reader, name, type)
        part = computed(reader, name, "element", (values,))
        reader.builder.emit(Assign(reader.at(name), place, part))


def declared_type(
    base: str, shape: Node, vexing: Node | None, name: Node, specifiers: set[str]
) -> str:
    """The type of a variable: what is written around its name."""
    raw = shape.text or b""
    end = vexing.end_byte if vexing is not None else name.end_byte
    text = raw[: name.start_byte - shape.start_byte] + raw[end - shape.start_byte :]
    prefix = "const " if "const" in specifiers else ""
    return normal_type(f"{prefix}{base} {text.decode('utf-8', 'replace')}")


def _is_variable(reader: Reader, shape: Node) -> bool:
    """Whether `T x(a, f(b));` in a function reads as a variable and not as a prototype."""
    if reader.language == "c":
        return False
    parameters = shape.child_by_field_name("parameters")
    nodes = parameters.named_children if parameters is not None else []
    if any(_is_value(reader, node) for node in nodes):
        return True
    return bool(nodes) and not any(_is_parameter(reader, node) for node in nodes)


def _is_value(reader: Reader, node: Node) -> bool:
    """Whether what would be the type of a parameter is the name of a variable."""
    type, declarator = node.child_by_field_name("type"), node.child_by_field_name("declarator")
    return (
        type is not None and declarator is None and reader.symbols.find(text_of(type)) is not None
    )


def _is_parameter(reader: Reader, node: Node) -> bool:
    type, declarator = node.child_by_field_name("type"), node.child_by_field_name("declarator")
    if type is None or type.type == "primitive_type":
        return True
    if text_of(type) in WORDS:
        return False
    if declarator is None:
        return reader.symbols.find(text_of(type)) is None and text_of(type) in reader.symbols.types
    return declarator.type in ("identifier", *_WRAPPERS)


def _sizes(reader: Reader, shape: Node) -> None:
    """Reads what the size of an array of variable length depends on."""
    node: Node | None = shape
    while node is not None:
        size = node.child_by_field_name("size") if node.type == "array_declarator" else None
        if size is not None:
            operand = reader.expression(reader, size, Discard.VALUE)
            if isinstance(operand, Place):
                reader.builder.emit(Use(reader.at(size), operand))
        node = node.child_by_field_name("declarator")


def _cleanup(reader: Reader, node: Node) -> str:
    """The function of the `cleanup` attribute that a declaration has, however it is spelled."""
    pattern = reader.symbols.cleanups
    if pattern is None or reader.frames:
        return ""
    before, parent = node.prev_sibling, node.parent
    start = node.start_byte
    if before is not None:
        start = before.end_byte
    elif parent is not None:
        start = parent.start_byte
    text = reader.source.data[start : node.end_byte].decode("utf-8", "replace")
    return cleanup_of(text, pattern, reader.project.macros)


def _clean_up(reader: Reader, place: Place, function: str) -> None:
    reader.builder.at_scope_end(
        lambda at: Call(
            at,
            reader.builder.temp(),
            function,
            (Address(place),),
            CallKind.DIRECT,
            at.line,
            f"{function}(&{place})",
            discard=Discard.UNUSED,
            implicit=True,
            alternative=reader.alternative,
        )
    )


def condition_node(reader: Reader, test: Node) -> Node:
    """Lowers what `if (init; condition)` or `if (T *p = …)` declares; what is tested in the end."""
    initialiser = test.child_by_field_name("initializer")
    if initialiser is not None:
        for child in initialiser.named_children or [initialiser]:
            reader.statement(reader, child)
    value = test.child_by_field_name("value") if test.type == "condition_clause" else test
    if value is not None and value.type == "declaration":
        declaration(reader, value)
        name = declared_name(value.child_by_field_name("declarator"))
        return name if name is not None else value
    return value if value is not None else test
