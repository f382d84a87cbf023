"""Objects and operators without a name of their own: new, lists, lambdas, implicit calls.

Apart from other expressions because everything here makes a temporary.
"""

from tree_sitter import Node

from auditkit.facts import (
    Assign,
    BranchKind,
    Call,
    CallKind,
    Compute,
    Constant,
    Discard,
    Operand,
    Place,
    Temp,
    VariableKind,
)
from auditkit.reader import Reader
from auditkit.syntax import normal_type, text_of


def this(reader: Reader, node: Node) -> Operand:
    """The object of a method."""
    return Place("this", "this", VariableKind.PARAMETER)


def new(reader: Reader, node: Node) -> Operand:
    """The object of a new expression: allocated, or put where `new (place) T` says."""
    type = normal_type(text_of(node.child_by_field_name("type")))
    array = node.child_by_field_name("declarator")
    placement = _values(reader, node.child_by_field_name("placement"))
    values = (
        *_values(reader, array),
        *_values(reader, node.child_by_field_name("arguments")),
    )
    callee = "new" if array is None else "new[]"
    nothrow = tuple(str(item) for item in placement) in (("std::nothrow",), ("nothrow",))
    if nothrow or not placement:
        values = (*placement, *values)
        return implicit(reader, node, CallKind.CONSTRUCTOR, callee, values, f"{type} *")
    values = (*placement[1:], *values)
    return implicit(
        reader,
        node,
        CallKind.CONSTRUCTOR,
        "placement new",
        values,
        f"{type} *",
        receiver=placement[0],
    )


def _values(reader: Reader, part: Node | None) -> tuple[Operand, ...]:
    return tuple(
        reader.expression(reader, child, Discard.VALUE)
        for child in (part.named_children if part is not None else ())
        if child.type != "comment"
    )


def delete(reader: Reader, node: Node) -> Operand:
    """A delete expression."""
    callee = "delete[]" if any(child.type == "[" for child in node.children) else "delete"
    values = _values(reader, node)
    return implicit(reader, node, CallKind.DESTRUCTOR, callee, values, "void")


def braced(reader: Reader, node: Node) -> Operand:
    """The value of a braced list."""
    return braced_members(reader, node)[0]


def braced_members(reader: Reader, node: Node) -> tuple[Temp, list[tuple[str, Operand]]]:
    """The value of a braced list, and what its designators name, as paths: `.a`, `.b[2]`."""
    operands: list[Operand] = []
    operand: Operand
    named: list[tuple[str, Operand]] = []
    for child in node.named_children:
        if child.type in ("comment", "type_descriptor"):
            continue
        value = child.child_by_field_name("value") if child.type == "initializer_pair" else None
        path = _designator(child) if value is not None else ""
        value = value or child
        if path and value.type == "initializer_list":
            operand, inner = braced_members(reader, value)
            named.extend((path + rest, part) for rest, part in inner)
        else:
            operand = reader.expression(reader, value, Discard.VALUE)
            named.extend([(path, operand)] if path else [])
        operands.append(operand)
    return computed(reader, node, "{}", tuple(operands)), named


def _designator(pair: Node) -> str:
    """The path that a designated initialiser is for; empty for a range of elements."""
    parts = []
    for part in pair.children_by_field_name("designator"):
        text = text_of(part)
        if part.type == "subscript_range_designator":
            return ""
        parts.append(f".{text}" if part.type == "field_identifier" else text)
    return "".join(parts)


def compound_literal(reader: Reader, node: Node) -> Operand:
    """The object of `(T){…}`."""
    type = normal_type(text_of(node.child_by_field_name("type")))
    value = node.child_by_field_name("value")
    operand = braced(reader, value) if value is not None else Constant("{}", None)
    return implicit(reader, node, CallKind.CONSTRUCTOR, type, (operand,), type)


def generic(reader: Reader, node: Node) -> Operand:
    """What `_Generic` chooses by the type of its first part, which is not evaluated."""
    nodes = [child for child in node.named_children[1:] if child.type != "comment"]
    choices = [child for child in nodes if not child.type.startswith(("type_desc", "primitive"))]
    builder, at = reader.builder, reader.at(node)
    result, after = builder.temp(), builder.block()
    for index, choice in enumerate(choices):
        here, other = builder.block(), builder.block()
        if index + 1 < len(choices):
            chosen = Constant(f"_Generic is {text_of(choice)}", None)
            operands = (chosen, None)
            kind = BranchKind.CONDITIONAL
            builder.branch(at, kind, "truth", operands, (here, other), chosen.text)
        else:
            builder.jump(at, here)
        builder.enter(here)
        builder.emit(Assign(at, result, reader.expression(reader, choice, Discard.VALUE)))
        builder.jump(at, after)
        builder.enter(other)
    builder.jump(at, after)
    builder.enter(after)
    return result


def computed(
    reader: Reader, node: Node, operator: str, operands: tuple[Operand, ...], type: str = ""
) -> Temp:
    """The temporary with the value of an operator."""
    result = reader.builder.temp()
    reader.builder.emit(Compute(reader.at(node), result, operator, operands, type))
    return result


def implicit(
    reader: Reader,
    node: Node,
    kind: CallKind,
    callee: str,
    arguments: tuple[Operand, ...],
    type: str,
    target: str = "",
    receiver: Operand | None = None,
) -> Temp:
    """The result of a call that the source does not spell as one."""
    result = reader.builder.temp()
    reader.builder.emit(
        Call(
            reader.at(node),
            result,
            callee,
            arguments,
            kind,
            reader.end_line(node),
            text_of(node)[:200],
            receiver,
            implicit=True,
            macro=reader.macro(node),
            target=target,
            type=type,
            alternative=reader.alternative,
        )
    )
    return result


def overloaded(
    reader: Reader, node: Node, name: str, operands: tuple[Operand, ...], target: str
) -> Temp:
    """The result of an overloaded operator."""
    return implicit(reader, node, CallKind.OPERATOR, name, operands, "", target)


def convert(reader: Reader, node: Node) -> None:
    """A conversion function that runs on a named value; the value itself is still followed."""
    if reader.annotations is None or not reader.annotations.conversions:
        return
    reference = reader.annotations.conversions.get(reader.origin(node))
    end = reader.annotations.conversion_ends.get(reader.origin(node), 0)
    whole = end in (0, reader.origin(node) + node.end_byte - node.start_byte)
    if reference is not None and whole:
        value = reader.name_operand(node)
        name = reference.name
        implicit(reader, node, CallKind.CONVERSION, name, (value,), "", reference.qualified)
