"""Initialisers to operations: values, constructor calls, braced lists with their designators.

Apart from declarations because members are initialised in the same ways.
"""

import re

from tree_sitter import Node

from auditkit.facts import (
    Assign,
    Call,
    CallKind,
    Constant,
    Discard,
    Operand,
    Place,
)
from auditkit.lower_call import arguments_of
from auditkit.lower_macro import reread, within
from auditkit.lower_object import braced_members
from auditkit.reader import Reader
from auditkit.syntax import text_of
from auditkit.type_names import bare_type, is_class, is_scalar

_LISTS = ("argument_list", "parameter_list", "initializer_list")


def initialise(
    reader: Reader, node: Node, place: Place, value: Node | None, type: str, constructor: str
) -> None:
    """Gives a new variable its first value; `constructor` is the one that the compiler named."""
    if value is None:
        if constructor:
            construct(reader, node, place, (), type, constructor)
    elif value.type not in _LISTS:
        operand = reader.expression(reader, value, Discard.VALUE)
        reader.builder.emit(Assign(reader.at(node), place, operand))
    elif is_scalar(type) and len(value.named_children) < 2:
        arguments = values_of(reader, value)
        first = arguments[0] if arguments else Constant("0", 0)
        reader.builder.emit(Assign(reader.at(node), place, first))
    elif _is_aggregate(value, type) and not constructor:
        _braced(reader, node, place, value)
    else:
        construct(reader, node, place, values_of(reader, value), type, constructor)


def _braced(reader: Reader, node: Node, place: Place, value: Node) -> None:
    """An aggregate takes all values in the braces, and once more by name those that have one."""
    at, builder = reader.at(node), reader.builder
    whole, named = braced_members(reader, value)
    builder.emit(Assign(at, place, whole))
    for path, operand in named:
        builder.emit(Assign(at, Place(f"{place.text}{path}", place.root, place.kind), operand))


def values_of(reader: Reader, node: Node) -> tuple[Operand, ...]:
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


def construct(
    reader: Reader,
    node: Node,
    place: Place,
    arguments: tuple[Operand, ...],
    type: str,
    target: str,
) -> None:
    """The call of a constructor on a place, and its result there."""
    result = reader.builder.temp()
    symbol = reader.symbols.find(place.text.partition("#")[0])
    type = re.sub(r"^const ", "", symbol.type) if symbol is not None else bare_type(type)
    reader.builder.emit(
        Call(
            reader.at(node),
            result,
            target.rsplit("::", 1)[-1] if target else type,
            arguments,
            CallKind.CONSTRUCTOR,
            reader.end_line(node),
            text_of(node)[:200],
            place,
            Discard.VALUE,
            implicit=True,
            macro=reader.macro(node),
            target=target,
            type=type,
            alternative=reader.alternative,
        )
    )
    reader.builder.emit(Assign(reader.at(node), place, result))


def _is_aggregate(value: Node, type: str) -> bool:
    """Whether a list of values is one for elements or fields, and no constructor's arguments."""
    braces = value.type == "initializer_list" and not is_class(type)
    return braces or type.endswith("]")
