"""Expressions that name a place to access paths: members, pointers, elements.

Apart from other expressions because the spelling of a path is a contract: equal texts are one
place, and what is read on the way to it can be told from the text.
"""

from tree_sitter import Node

from auditkit.facts import Address, Constant, Discard, Operand, Place, VariableKind
from auditkit.lower_object import overloaded
from auditkit.lower_parts import argument_of, operator_of
from auditkit.reader import Reader
from auditkit.syntax import text_of


def lvalue(reader: Reader, node: Node) -> Place:
    """The place that an expression names; what names none gets a place under a temporary."""
    operand = reader.expression(reader, node, Discard.VALUE)
    match operand:
        case Place():
            return operand
        case Address(place=place):
            return place
    return Place(f"*{operand}", str(operand), VariableKind.UNKNOWN)


def field(reader: Reader, node: Node) -> Operand:
    """The member that `a.b` or `a->b` names."""
    argument = node.child_by_field_name("argument")
    name = node.child_by_field_name("field")
    if argument is None or name is None:
        return Constant(text_of(node), None)
    base = reader.expression(reader, argument, Discard.VALUE)
    return member(base, text_of(node.child_by_field_name("operator")) or ".", text_of(name))


def member(base: Operand, operator: str, name: str) -> Place:
    """The member of that name of an object (`.`) or of what a pointer points to (`->`)."""
    match base:
        case Place(text="this"):
            return Place(f"this->{name}", "this", VariableKind.MEMBER)
        case Place(text=text, root=root, kind=kind, indices=indices):
            if text.startswith("*") and operator == ".":
                text, operator = text[1:], "->"
            return Place(f"{_grouped(text)}{operator}{name}", root, kind, indices)
        case Address(place=place):
            return Place(f"{_grouped(place.text)}.{name}", place.root, place.kind, place.indices)
    return Place(f"{base}{operator}{name}", str(base), VariableKind.UNKNOWN)


def pointer(reader: Reader, node: Node) -> Operand:
    """What `*p` or `&x` names."""
    operand = reader.expression(reader, argument_of(node), Discard.VALUE)
    return addressed(operand) if operator_of(node) == "&" else pointed(operand)


def addressed(operand: Operand) -> Operand:
    """The address of an operand; `&*p` is `p`, and a function is its own address."""
    if not isinstance(operand, Place) or operand.kind is VariableKind.FUNCTION:
        return operand
    if operand.text.startswith("*"):
        return Place(operand.text[1:], operand.root, operand.kind, operand.indices)
    return Address(operand)


def pointed(operand: Operand) -> Operand:
    """What an operand points to; `*&x` is `x`."""
    match operand:
        case Place(kind=VariableKind.FUNCTION):
            return operand
        case Place(text=text, root=root, kind=kind, indices=indices):
            return Place(f"*{text}", root, kind, indices)
        case Address(place=place):
            return place
    return Place(f"*{operand}", str(operand), VariableKind.UNKNOWN)


def subscript(reader: Reader, node: Node) -> Operand:
    """The element that `a[i]` names."""
    argument = node.child_by_field_name("argument")
    if argument is None:
        return Constant(text_of(node), None)
    operand = reader.expression(reader, argument, Discard.VALUE)
    base = Place(str(operand), str(operand), VariableKind.UNKNOWN)
    if isinstance(operand, Place | Address):
        base = operand if isinstance(operand, Place) else operand.place
    rest = [child for child in node.named_children if child.start_byte >= argument.end_byte]
    inner = tuple(
        reader.expression(reader, child, Discard.VALUE)
        for index in rest
        for child in (index.named_children if index.type == "subscript_argument_list" else [index])
    )
    operator = reader.reference(rest[0]) if rest else None
    if operator is not None and operator.name == "operator[]":
        overloaded(reader, node, "operator[]", (base, *inner), operator.qualified)
    text = f"{_grouped(base.text)}[{', '.join(map(str, inner))}]"
    return Place(text, base.root, base.kind, (*base.indices, *inner))


def _grouped(text: str) -> str:
    """A path that a suffix can follow."""
    return f"({text})" if text.startswith("*") else text
