"""What a constructor does before its body: bases, default initialisers, members, in that order.

Apart from statements because most of it is written elsewhere: in the class.
"""

from tree_sitter import Node

from auditkit.facts import (
    Call,
    CallKind,
    Declare,
    Place,
    VariableKind,
)
from auditkit.lower_initialiser import initialise, values_of
from auditkit.members import ClassBody
from auditkit.reader import Reader
from auditkit.syntax import text_of

_THIS = Place("this", "this", VariableKind.PARAMETER)


def initialisers(reader: Reader, node: Node, class_name: str) -> None:
    """Lowers what stands behind the colon of a constructor, and what its class adds to it."""
    items = [
        item
        for child in node.named_children
        if child.type == "field_initializer_list"
        for item in child.named_children
        if item.type == "field_initializer" and item.named_children
    ]
    body = reader.symbols.classes.get(class_name)
    own = class_name.rsplit("::", 1)[-1]
    written = {_name(item): item for item in items}
    for name, item in written.items():
        if name == own or _is_base(reader, item, body):
            _base(reader, item, name)
    if own in written:
        return
    members = list(body.record.members) if body is not None else []
    for member in members:
        _member(reader, node, member.name, written.get(member.name), body)
    known = {member.name for member in members}
    for name, item in written.items():
        if name not in known and not _is_base(reader, item, body):
            _member(reader, node, name, item, body)


def _name(item: Node) -> str:
    return text_of(item.named_children[0]).partition("<")[0].strip()


def _is_base(reader: Reader, item: Node, body: ClassBody | None) -> bool:
    """Whether an initialiser is one of a base; the class says so, or the compiler, or the form."""
    name = item.named_children[0]
    if body is not None:
        return _name(item) not in body.names
    reference = reader.reference(name)
    if reference is not None:
        return reference.kind != "field"
    return name.type != "field_identifier" or text_of(name) in reader.symbols.types


def _base(reader: Reader, item: Node, name: str) -> None:
    arguments = tuple(
        operand for part in item.named_children[1:] for operand in values_of(reader, part)
    )
    reader.builder.emit(
        Call(
            reader.at(item),
            reader.builder.temp(),
            name,
            arguments,
            CallKind.CONSTRUCTOR,
            reader.end_line(item),
            text_of(item)[:200],
            _THIS,
            implicit=True,
            type=name,
            alternative=reader.alternative,
        )
    )


def _member(
    reader: Reader, node: Node, name: str, item: Node | None, body: ClassBody | None
) -> None:
    """One member: as the constructor says, else as the class says, else not at all.

    A class of another file is as far as the constructor's own file goes.
    """
    place = Place(f"this->{name}", "this", VariableKind.MEMBER)
    members = body.record.members if body is not None else ()
    member = next((one for one in members if one.name == name), None)
    type = member.type if member is not None else ""
    default = body.defaults.get(name) if body is not None else None
    if item is not None:
        value = item.named_children[-1]
        if member is None and len(value.named_children) == 1:
            type = "auto"
        initialise(reader, item, place, value, type, "")
    elif default is not None:
        initialise(reader, default, place, default, type, "")
    elif member is not None and not member.initialised:
        at = member.at if member.at.path == reader.source.path else reader.at(node)
        reader.builder.emit(Declare(at, place, type, initialised=False))
