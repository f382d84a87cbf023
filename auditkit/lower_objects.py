"""Variables outside of functions to facts: what a file, a namespace or a class initialises.

Apart from declarations in functions because nothing runs around them: each is initialised on its
own, and is zero without an initialiser.
"""

from collections.abc import Iterator

from tree_sitter import Node, Tree

from auditkit.annotations import Annotations
from auditkit.facts import Block, Object, Place, VariableKind
from auditkit.lower_declaration import declarators, declared_type
from auditkit.lower_initialiser import initialise
from auditkit.lower_reader import reader_of
from auditkit.preprocess import condition_at
from auditkit.project import Project
from auditkit.reader import Reader
from auditkit.source import Location
from auditkit.symbols import Symbols
from auditkit.syntax import Syntax, declared_name, prototype, scope_of, text_of

_AROUND = ("namespace_definition", "declaration_list", "linkage_specification")
_CLASSES = ("class_specifier", "struct_specifier", "field_declaration_list")
_SPECIFIERS = ("storage_class_specifier", "type_qualifier")


def objects_of(
    syntax: Syntax,
    annotations: Annotations | None,
    project: Project,
    symbols: Symbols,
    tree: Tree,
) -> Iterator[Object]:
    """The variables that one tree of a file defines outside of functions, in source order."""
    for node in _declarations(tree.root_node):
        specifiers = {text_of(child) for child in node.children if child.type in _SPECIFIERS}
        member = node.type == "field_declaration"
        if "extern" in specifiers or "typedef" in specifiers or (member and not _is_static(node)):
            continue
        for declarator in declarators(node):
            reader = reader_of(
                syntax.preprocessed.source, syntax.language, project, symbols, annotations, (), ""
            )
            found = _object(reader, node, declarator, specifiers)
            if found is not None:
                condition = condition_at(syntax.preprocessed, declarator.start_byte)
                yield Object(*found, condition)


def _declarations(root: Node) -> Iterator[Node]:
    """The declarations outside of functions, in source order."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.type in ("declaration", "field_declaration"):
            yield node
        type = node.child_by_field_name("type") if node.type == "declaration" else None
        inner = [type] if type is not None and type.type in _CLASSES else []
        if node is root or node.type in _AROUND or node.type in _CLASSES:
            inner = node.named_children
        stack.extend(reversed(inner))


def _is_static(node: Node) -> bool:
    return any(text_of(child) in ("static", "inline") for child in node.children)


def _object(
    reader: Reader, node: Node, declarator: Node, specifiers: set[str]
) -> tuple[Location, Place, str, str, tuple[Block, ...]] | None:
    """What is known of one variable; None for a prototype."""
    shape, value = declarator, node.child_by_field_name("default_value")
    if declarator.type == "init_declarator":
        value = declarator.child_by_field_name("value")
        shape = declarator.child_by_field_name("declarator") or declarator
    name = declared_name(shape)
    if name is None or prototype(shape) is not None:
        return None
    known = reader.declaration(name)
    base = text_of(node.child_by_field_name("type"))
    type = known.type if known is not None else declared_type(base, shape, None, name, specifiers)
    full = "::".join((*scope_of(node), text_of(name)))
    place = Place(full, full, VariableKind.GLOBAL)
    blocks: tuple[Block, ...] = ()
    if value is not None:
        constructor = known.constructor if known is not None else ""
        initialise(reader, declarator, place, value, type, constructor)
        blocks = reader.builder.finish(reader.end(value))
    linkage = "internal" if "static" in specifiers else "external"
    return reader.at(name), place, type, linkage, blocks
