"""Class bodies of a syntax tree to their bases and data members, with the default initialisers.

Apart from the lowering because constructors, names in methods and partial initialisation all ask
for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node, Query, QueryCursor, Tree

from auditkit.facts import Class, Member
from auditkit.preprocess import Preprocessed, condition_at
from auditkit.syntax import LANGUAGES, declared_name, normal_type, prototype, scope_of, text_of
from auditkit.type_names import is_class

_KINDS = {
    "c": ("struct_specifier",),
    "c++": ("struct_specifier", "class_specifier"),
}
_CLASSES = {
    language: Query(grammar, "".join(f"({kind} body: (_)) @class" for kind in _KINDS[language]))
    for language, grammar in LANGUAGES.items()
}
_DEEPEST = 8
"""Bases of bases that are looked at."""
_DATA = ("field_identifier", "identifier")


@dataclass(frozen=True, slots=True)
class ClassBody:
    """A class with the nodes of its members' default initialisers, by name."""

    record: Class
    defaults: Mapping[str, Node]

    @property
    def names(self) -> frozenset[str]:
        """The names of the data members."""
        return frozenset(member.name for member in self.record.members)


def class_bodies(text: Preprocessed, tree: Tree, language: str) -> dict[str, ClassBody]:
    """The classes of a tree by their qualified names, and by what a `typedef` calls them."""
    found: dict[str, ClassBody] = {}
    nodes = QueryCursor(_CLASSES[language]).captures(tree.root_node).get("class", [])
    for node in sorted(nodes, key=lambda node: node.start_byte):
        for name in _names(node):
            body = _body(text, node, name)
            if body.record.members or body.record.bases:
                found.setdefault(name, body)
    return found


def member_names(classes: Mapping[str, ClassBody], name: str) -> frozenset[str]:
    """The data members of a class and of those of its bases that are known."""
    names: set[str] = set()
    pending = [(name, 0)]
    while pending:
        current, depth = pending.pop()
        body = classes.get(current)
        if body is None or depth > _DEEPEST:
            continue
        names |= body.names
        scope = current.rpartition("::")[0]
        for base in body.record.bases:
            plain = base.partition("<")[0].strip()
            full = f"{scope}::{plain}" if scope else plain
            pending.append((full if full in classes else plain, depth + 1))
    return frozenset(names)


def _names(node: Node) -> list[str]:
    scope = scope_of(node)
    own = node.child_by_field_name("name")
    names = ["::".join((*scope, text_of(own)))] if own is not None else []
    parent = node.parent
    if parent is not None and parent.type == "type_definition":
        for shape in parent.children_by_field_name("declarator"):
            if shape.type == "type_identifier":
                names.append("::".join((*scope, text_of(shape))))
    return names


def _body(text: Preprocessed, node: Node, name: str) -> ClassBody:
    defaults: dict[str, Node] = {}
    members: list[Member] = []
    list_node = node.child_by_field_name("body")
    for field in list_node.named_children if list_node is not None else ():
        if field.type == "field_declaration":
            members.extend(_members(text, field, defaults, condition_at(text, node.start_byte)))
    bases = [
        text_of(base)
        for clause in node.named_children
        if clause.type == "base_class_clause"
        for base in clause.named_children
        if base.type.endswith(("identifier", "template_type"))
    ]
    at = text.source.locate(node.start_byte)
    return ClassBody(Class(at, name, tuple(bases), tuple(members)), defaults)


def _members(
    text: Preprocessed, node: Node, defaults: dict[str, Node], outside: str
) -> Iterator[Member]:
    if any(text_of(child) in ("static", "typedef", "extern") for child in node.children):
        return
    prefix = "const " if any(text_of(child) == "const" for child in node.children) else ""
    base = text_of(node.child_by_field_name("type")).partition("{")[0]
    shapes: list[tuple[Node, Node | None]] = []
    for index, child in enumerate(node.children):
        role = node.field_name_for_child(index)
        if role == "declarator":
            shapes.append((child, None))
        elif role == "default_value" and shapes:
            shapes[-1] = (shapes[-1][0], child)
    for shape, default in shapes:
        name = declared_name(shape)
        if name is None or name.type not in _DATA or prototype(shape) is not None:
            continue
        if default is not None:
            defaults[text_of(name)] = default
        type = normal_type(f"{prefix}{base} {text_of(shape).replace(text_of(name), '', 1)}")
        initialised = default is not None or is_class(type) or type.endswith("&")
        inside = condition_at(text, name.start_byte)
        condition = inside if inside != outside else ""
        at = text.source.locate(name.start_byte)
        yield Member(at, text_of(name), type, initialised, condition)
