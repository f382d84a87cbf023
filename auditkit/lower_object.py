"""Objects and operators without a name of their own: new, lists, lambdas, implicit calls.

Apart from other expressions because everything here makes a temporary.
"""

from tree_sitter import Node

from auditkit.facts import (
    Address,
    Call,
    CallKind,
    Compute,
    Constant,
    Discard,
    Operand,
    Place,
    Temp,
    Use,
    VariableKind,
)
from auditkit.reader import Reader
from auditkit.syntax import normal_type, text_of


def this(reader: Reader, node: Node) -> Operand:
    """The object of a method."""
    return Place("this", "this", VariableKind.PARAMETER)


def lambda_(reader: Reader, node: Node) -> Operand:
    """The closure of a lambda, whose body becomes a function of its own."""
    name = f"{reader.name}::lambda#{len(reader.lambdas) + 1}"
    reader.lambdas.append((node, name))
    captures = node.child_by_field_name("captures")
    for child in captures.named_children if captures else ():
        if child.type == "identifier":
            reader.builder.emit(Use(reader.at(child), reader.name_operand(child)))
        elif child.type == "lambda_capture_initializer":
            value = child.child_by_field_name("right") or child.named_children[-1]
            reader.expression(reader, value, Discard.VALUE)
    return Place(name.rsplit("::", 1)[-1], name, VariableKind.FUNCTION)


def new(reader: Reader, node: Node) -> Operand:
    """The object of a new expression."""
    type = normal_type(text_of(node.child_by_field_name("type")))
    arguments = node.child_by_field_name("arguments")
    placement = node.child_by_field_name("placement")
    values = tuple(
        reader.expression(reader, child, Discard.VALUE)
        for part in (placement, node.child_by_field_name("declarator"), arguments)
        if part is not None
        for child in part.named_children
        if child.type != "comment"
    )
    return implicit(reader, node, CallKind.CONSTRUCTOR, "new", values, f"{type} *")


def delete(reader: Reader, node: Node) -> Operand:
    """A delete expression."""
    values = tuple(reader.expression(reader, child, Discard.VALUE) for child in node.named_children)
    return implicit(reader, node, CallKind.DESTRUCTOR, "delete", values, "void")


def braced(reader: Reader, node: Node) -> Operand:
    """The value of a braced list."""
    operands = tuple(
        reader.expression(reader, child.child_by_field_name("value") or child, Discard.VALUE)
        if child.type == "initializer_pair"
        else reader.expression(reader, child, Discard.VALUE)
        for child in node.named_children
        if child.type not in ("comment", "type_descriptor")
    )
    return computed(reader, node, "{}", operands)


def compound_literal(reader: Reader, node: Node) -> Operand:
    """The object of `(T){…}`."""
    type = normal_type(text_of(node.child_by_field_name("type")))
    value = node.child_by_field_name("value")
    operand = braced(reader, value) if value is not None else Constant("{}", None)
    return implicit(reader, node, CallKind.CONSTRUCTOR, type, (operand,), type)


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


def lvalue(reader: Reader, node: Node) -> Place:
    """The place that an expression names; what names none gets a place under a temporary."""
    operand = reader.expression(reader, node, Discard.VALUE)
    match operand:
        case Place():
            return operand
        case Address(place=place):
            return place
    return Place(f"*{operand}", str(operand), VariableKind.UNKNOWN)
