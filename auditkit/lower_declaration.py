"""Declarations of local variables to operations: scope, type, initialiser, constructor, destructor.

Apart from other statements because C++ writes variables, prototypes and constructor calls alike.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from auditkit.facts import Assign, Call, CallKind, Declare, Discard, Operand, Place, VariableKind
from auditkit.lower_call import arguments_of
from auditkit.lower_macro import reread, within
from auditkit.reader import Reader
from auditkit.syntax import declared_name, normal_type, text_of

_RAII = re.compile(
    r"(?:const )?(?:std::)?(?:unique_ptr|shared_ptr|lock_guard|unique_lock|scoped_lock|string"
    r"|vector|Q\w*(?:Pointer|Locker|String|ByteArray|List|Vector|Lock))\b(?!.*[*&]$).*"
)


def declaration(reader: Reader, node: Node) -> None:
    """Lowers the declaration of local variables."""
    base = text_of(node.child_by_field_name("type"))
    specifiers = {text_of(child) for child in node.children if child.type in _SPECIFIERS}
    for declarator in _declarators(node):
        _declarator(reader, declarator, base, specifiers, node.child_by_field_name("value"))


_SPECIFIERS = ("storage_class_specifier", "type_qualifier")


def _declarators(node: Node) -> Iterator[Node]:
    for index, child in enumerate(node.children):
        if node.field_name_for_child(index) == "declarator":
            yield child


def _declarator(
    reader: Reader, node: Node, base: str, specifiers: set[str], condition: Node | None
) -> None:
    """One variable; in `if (T *p = f())` the value is the declaration's, given as `condition`."""
    name = declared_name(node)
    if name is None or "extern" in specifiers:
        return
    value = node.child_by_field_name("value") if node.type == "init_declarator" else condition
    shape = node.child_by_field_name("declarator") if node.type == "init_declarator" else node
    type = _declared_type(base, shape, name, specifiers)
    known = reader.declaration(name)
    if shape is not None and shape.type == "function_declarator":
        if known is None and not _is_variable(reader, shape):
            return
        value = shape.child_by_field_name("parameters")
    static = "static" in specifiers or "thread_local" in specifiers
    constructed = known is not None and bool(known.constructor)
    initialised = value is not None or static or constructed
    place = declare(reader, name, known.type if known else type, initialised, static)
    if value is not None:
        _initialise(reader, node, place, value, type, constructed)
    elif constructed and known is not None:
        _constructed(reader, node, place, (), known.constructor)
    dies = known.destructor if known is not None else ""
    if known is None and _RAII.fullmatch(type):
        dies = type
    if dies and not static:
        reader.builder.dies_with_scope(place, dies)


def declare(
    reader: Reader, name: Node, type: str, initialised: bool, static: bool = False
) -> Place:
    """Declares a variable in the innermost scope."""
    kind = VariableKind.STATIC if static else VariableKind.LOCAL
    place = reader.declare(text_of(name), kind, type)
    reader.builder.emit(Declare(reader.at(name), place, type, initialised, reader.alternative))
    return place


def _declared_type(base: str, shape: Node | None, name: Node, specifiers: set[str]) -> str:
    text = shape.text.decode("utf-8", "replace") if shape is not None and shape.text else ""
    if shape is not None and shape.type == "function_declarator":
        text = ""
    elif shape is not None:
        low, high = name.start_byte - shape.start_byte, name.end_byte - shape.start_byte
        raw = shape.text or b""
        text = (raw[:low] + raw[high:]).decode("utf-8", "replace")
    prefix = "const " if "const" in specifiers else ""
    return normal_type(f"{prefix}{base} {text}")


def _is_variable(reader: Reader, shape: Node) -> bool:
    """Whether `T x(a, f(b));` in a function reads as a variable and not as a prototype."""
    if reader.language == "c":
        return False
    parameters = shape.child_by_field_name("parameters")
    nodes = parameters.named_children if parameters is not None else []
    return bool(nodes) and not any(_is_parameter(reader, node) for node in nodes)


def _is_parameter(reader: Reader, node: Node) -> bool:
    type, declarator = node.child_by_field_name("type"), node.child_by_field_name("declarator")
    if type is None or type.type == "primitive_type":
        return True
    if declarator is None:
        return reader.symbols.find(text_of(type)) is None and text_of(type) in reader.symbols.types
    return declarator.type in ("identifier", "pointer_declarator", "reference_declarator")


def _values(reader: Reader, node: Node) -> tuple[Operand, ...]:
    """The operands of an argument list, of a braced list, or of one that was read as parameters."""
    if node.type == "parameter_list":
        again = reread(reader, node)
        call = again.expression if again is not None else None
        if again is None or call is None or call.type != "call_expression":
            reader.opaque(node, node.type, "the initialiser was not understood")
            return ()
        with within(reader, again):
            return arguments_of(reader, call)
    return tuple(
        reader.expression(reader, child, Discard.VALUE)
        for child in node.named_children
        if child.type != "comment"
    )


def _initialise(
    reader: Reader, node: Node, place: Place, value: Node, type: str, constructed: bool
) -> None:
    if value.type in ("argument_list", "parameter_list", "initializer_list") and (
        constructed or value.type != "initializer_list"
    ):
        arguments = _values(reader, value)
        scalar = type.endswith("*") or _SCALAR.fullmatch(type) is not None
        if len(arguments) == 1 and scalar:
            reader.builder.emit(Assign(reader.at(node), place, arguments[0]))
        else:
            _constructed(reader, node, place, arguments, "")
        return
    operand = reader.expression(reader, value, Discard.VALUE)
    reader.builder.emit(Assign(reader.at(node), place, operand))


_SCALAR = re.compile(
    r"(?:const )?(?:unsigned|int|long|short|char|bool|auto|size_t|u?int\d+_t|quint\d+)[\w ]*"
)


def _constructed(
    reader: Reader, node: Node, place: Place, arguments: tuple[Operand, ...], target: str
) -> None:
    result = reader.builder.temp()
    name = target.rsplit("::", 1)[-1] if target else _type_name(reader, place)
    reader.builder.emit(
        Call(
            reader.at(node),
            result,
            name,
            arguments,
            CallKind.CONSTRUCTOR,
            reader.end_line(node),
            text_of(node)[:200],
            place,
            Discard.VALUE,
            implicit=True,
            macro=reader.macro(node),
            target=target,
            type=_type_name(reader, place),
            alternative=reader.alternative,
        )
    )
    reader.builder.emit(Assign(reader.at(node), place, result))


def _type_name(reader: Reader, place: Place) -> str:
    symbol = reader.symbols.find(place.text)
    return re.sub(r"^const ", "", symbol[1]) if symbol else ""


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
