"""Lambdas: a closure where they are written, with what it captures, and a function of their own.

Apart from other expressions because a capture concerns two functions: the one around reads the
variable or gives its address away, the one within finds it there when it is called.
"""

from dataclasses import replace

from tree_sitter import Node

from auditkit.facts import Address, Discard, Operand, Place, Use, VariableKind
from auditkit.reader import Lambda, Reader
from auditkit.symbols import Variable, Variables
from auditkit.syntax import text_of

_OWN = (VariableKind.LOCAL, VariableKind.PARAMETER, VariableKind.CAPTURED)


def lambda_(reader: Reader, node: Node) -> Operand:
    """The closure of a lambda, whose body becomes a function of its own."""
    name = f"{reader.name}::lambda#{len(reader.lambdas) + 1}"
    around = _visible(reader)
    captures = node.child_by_field_name("captures")
    if captures is not None:
        _capture(reader, node, captures, around)
    reader.lambdas.append(Lambda(node, name, around, tuple(reader.frames)))
    return Place(name.rsplit("::", 1)[-1], name, VariableKind.FUNCTION)


def _visible(reader: Reader) -> Variables:
    """The variables around a lambda, as they look from inside."""
    return {
        name: replace(one, kind=VariableKind.CAPTURED) if one.kind in _OWN else one
        for name, one in reader.symbols.visible().items()
    }


def _capture(reader: Reader, node: Node, captures: Node, around: Variables) -> None:
    named: set[str] = set()
    default = ""
    by_reference = False
    for child in captures.children:
        if child.type == "&":
            by_reference = True
            continue
        if child.type == "lambda_default_capture":
            default = text_of(child)
        elif child.type == "identifier":
            named.add(text_of(child))
            _use(reader, child, by_reference)
        elif child.type == "lambda_capture_initializer":
            value = child.child_by_field_name("right") or child.named_children[-1]
            reader.expression(reader, value, Discard.VALUE)
            own = text_of(child.child_by_field_name("left"))
            around[own] = Variable(VariableKind.CAPTURED, "auto", own)
        elif child.type == "this":
            this = Place("this", "this", VariableKind.PARAMETER)
            reader.builder.emit(Use(reader.at(child), this))
        by_reference = False
    if default:
        for name in _mentioned(reader, node, named):
            _use(reader, name, default == "&")


def _use(reader: Reader, node: Node, by_reference: bool) -> None:
    operand = reader.name_operand(node)
    if by_reference and isinstance(operand, Place):
        operand = Address(operand)
    reader.builder.emit(Use(reader.at(node), operand))


def _mentioned(reader: Reader, node: Node, named: set[str]) -> list[Node]:
    """The first mention in the body of each local variable around it that is not yet captured."""
    found: dict[str, Node] = {}
    stack = [node.child_by_field_name("body")]
    while stack:
        item = stack.pop()
        if item is None:
            continue
        if item.type == "identifier":
            name = text_of(item)
            symbol = reader.symbols.find(name)
            if symbol is not None and symbol.kind in _OWN and name not in named:
                found.setdefault(name, item)
        stack.extend(reversed(item.named_children))
    return list(found.values())
