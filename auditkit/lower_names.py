"""The names that one file declares: types, functions, variables, enumerators, classes.

Apart from the lowering of functions because it is asked once for each tree.
"""

from collections.abc import Iterable, Sequence

from tree_sitter import Node, Query, QueryCursor, Tree

from auditkit.cleanups import cleanup_pattern
from auditkit.literals import number
from auditkit.members import ClassBody, class_bodies
from auditkit.project import Project, coding
from auditkit.symbols import Symbols
from auditkit.syntax import LANGUAGES, Definition, Syntax, declared_name, text_of

_NAMES = {
    language: Query(
        grammar,
        "(type_identifier) @type (enumerator name: (identifier) @enumerator)",
    )
    for language, grammar in LANGUAGES.items()
}


def symbols_of(
    syntax: Syntax, project: Project, tree: Tree, defined: Sequence[Definition]
) -> Symbols:
    """What one tree of a file declares, with what the project knows."""
    root = tree.root_node
    captures = QueryCursor(_NAMES[syntax.language]).captures(root)
    types = frozenset(text_of(node) for node in captures.get("type", ()) if not _is_called(node))
    constants = _enumerators(captures.get("enumerator", ()))
    names = frozenset(definition.name.rsplit("::", 1)[-1] for definition in defined)
    cleanups = cleanup_pattern(syntax.preprocessed.source.data, project.macros)
    shared = {name: ClassBody(record, {}) for name, record in project.classes.items()}
    own = class_bodies(syntax.preprocessed, tree, syntax.language)
    classes = {**shared, **own}
    objects = project.objects | coding(syntax.preprocessed.macros)
    return Symbols(types - names, names, _globals(root), constants, cleanups, classes, objects)


def _is_called(node: Node) -> bool:
    """Whether a type's name is the `f` of `T x(f(a));`, which the grammar takes for a parameter."""
    while node.parent is not None and node.parent.type == "qualified_identifier":
        node = node.parent
    parent = node.parent
    shape = parent.child_by_field_name("declarator") if parent is not None else None
    return shape is not None and shape.type == "abstract_function_declarator"


def _enumerators(nodes: Iterable[Node]) -> dict[str, int]:
    """The values of the enumerators that a file spells, as far as they are literals."""
    values: dict[str, int] = {}
    following: dict[int, int | None] = {}
    for node in sorted(nodes, key=lambda item: item.start_byte):
        enumerator = node.parent
        if enumerator is None or enumerator.parent is None:
            continue
        given = enumerator.child_by_field_name("value")
        if given is not None:
            text = text_of(given)
            value = number(text.lstrip("-"))
            value = -value if value is not None and text.startswith("-") else value
        else:
            value = following.get(enumerator.parent.id, 0)
        following[enumerator.parent.id] = None if value is None else value + 1
        if value is not None:
            values[text_of(node)] = value
    return values


def _globals(root: Node) -> frozenset[str]:
    """The variables declared at file or namespace scope."""
    names: set[str] = set()
    stack = list(root.named_children)
    while stack:
        node = stack.pop()
        if node.type in ("namespace_definition", "declaration_list", "linkage_specification"):
            stack.extend(node.named_children)
        elif node.type == "declaration":
            for index, child in enumerate(node.children):
                if node.field_name_for_child(index) != "declarator":
                    continue
                shape = child.child_by_field_name("declarator") if "init" in child.type else child
                name = declared_name(child)
                if name is not None and shape is not None and shape.type != "function_declarator":
                    names.add(text_of(name))
    return frozenset(names)
