"""Statements to blocks: each kind of statement tells the builder what it means, in source order.

Apart from expressions because statements meet the preprocessor: neighbours under an `#if` become
alternatives of one branch on its condition.
"""

from collections.abc import Callable

from tree_sitter import Node

from auditkit.facts import (
    BranchKind,
    Compute,
)
from auditkit.loops import loop_macro
from auditkit.lower_condition import condition, spelled_loop
from auditkit.lower_declaration import (
    condition_node,
    declaration,
    declare_object,
    element,
    hidden_range,
)
from auditkit.lower_expression import discarded, expression
from auditkit.lower_group import statements
from auditkit.lower_jump import case, computed_goto, goto, is_head, label, switch
from auditkit.reader import Reader
from auditkit.syntax import declared_name, parameter_type, text_of


def statement(reader: Reader, node: Node) -> None:
    """Lowers one statement into the current block."""
    if reader.blanked:
        reader.pass_blanked(node)
    handler = _STATEMENTS.get(node.type)
    if handler is not None:
        handler(reader, node)
    elif node.type not in _SILENT:
        _other(reader, node)


def _scoped(reader: Reader, node: Node, action: Callable[[], None]) -> None:
    reader.symbols.scopes.append({})
    reader.builder.scoped(lambda: reader.end(node), action)
    reader.symbols.scopes.pop()


def _compound(reader: Reader, node: Node) -> None:
    _scoped(reader, node, lambda: statements(reader, node.named_children))


def _expression(reader: Reader, node: Node) -> None:
    head, reader.head = reader.head, None
    if head is not None and node.named_children:
        computed_goto(reader, node)
        return
    for child in node.named_children:
        if child.type != "comment":
            discarded(reader, child)


def _if(reader: Reader, node: Node) -> None:
    test = node.child_by_field_name("condition")
    if test is None or node.child_by_field_name("consequence") is None:
        _other(reader, node)
    elif _is_plain(node):
        _chain(reader, node)
    else:
        _scoped(reader, node, lambda: _chain(reader, node))


def _chain(reader: Reader, node: Node) -> None:
    """An `if` with all that `else if` adds to it, in a loop: generated code has thousands."""
    behind = []
    following: Node | None = node
    while following is not None:
        otherwise = following.child_by_field_name("alternative")
        behind.append((reader.at(following), _arm(reader, following, more=otherwise is not None)))
        following = None if otherwise is None else _chained(otherwise)
        if following is not None and reader.blanked:
            reader.pass_blanked(following)
        elif following is None and otherwise is not None:
            _else(reader, otherwise)
    for at, after in reversed(behind):
        reader.builder.join(at, after)


def _arm(reader: Reader, node: Node, *, more: bool) -> int:
    """One `if` of a chain; the block behind it."""
    test, then = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
    inner = condition_node(reader, test or node)
    return reader.builder.arm(
        reader.at(node),
        lambda yes, no: condition(reader, inner, yes, no, BranchKind.IF),
        lambda: statement(reader, then or node),
        more=more,
    )


def _chained(otherwise: Node) -> Node | None:
    """The `if` that is all that an `else` stands before, if it opens no scope of its own."""
    inner = [child for child in otherwise.named_children if child.type != "comment"]
    only = inner[0] if len(inner) == 1 and inner[0].type == "if_statement" else None
    return only if only is not None and _is_plain(only) else None


def _is_plain(node: Node) -> bool:
    """Whether an `if` has all its parts and declares nothing in its condition."""
    test = node.child_by_field_name("condition")
    if test is None or node.child_by_field_name("consequence") is None:
        return False
    declares = ("declaration", "init_statement")
    return not any(child.type in declares for child in test.named_children)


def _else(reader: Reader, node: Node) -> None:
    """What an `else` or an attribute stands before."""
    for child in node.named_children:
        if child.type != "comment":
            statement(reader, child)


def _while(reader: Reader, node: Node) -> None:
    test, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    if test is None or body is None:
        _other(reader, node)
        return

    macro = "" if reader.frames else loop_macro(reader.source.data, node.start_byte)

    def tested(yes: int, no: int) -> None:
        if macro:
            spelled_loop(reader, node, test, macro, (yes, no))
        else:
            condition(reader, condition_node(reader, test), yes, no, BranchKind.LOOP)

    def whole() -> None:
        reader.builder.while_(reader.at(node), tested, lambda: statement(reader, body))

    _scoped(reader, node, whole)


def _do(reader: Reader, node: Node) -> None:
    test, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    if test is None or body is None:
        _other(reader, node)
        return
    reader.builder.do_while(
        reader.at(node),
        lambda: statement(reader, body),
        lambda yes, no: condition(reader, test, yes, no, BranchKind.LOOP),
    )


def _for(reader: Reader, node: Node) -> None:
    start = node.child_by_field_name("initializer")
    test = node.child_by_field_name("condition")
    step, body = node.child_by_field_name("update"), node.child_by_field_name("body")

    def whole() -> None:
        if start is not None and start.type == "declaration":
            declaration(reader, start)
        elif start is not None:
            discarded(reader, start)
        reader.builder.while_(
            reader.at(node),
            None
            if test is None
            else lambda yes, no: condition(reader, test, yes, no, BranchKind.LOOP),
            lambda: statement(reader, body) if body is not None else None,
            None if step is None else lambda: discarded(reader, step),
        )

    _scoped(reader, node, whole)


def _for_range(reader: Reader, node: Node) -> None:
    range_node, body = node.child_by_field_name("right"), node.child_by_field_name("body")
    start = node.child_by_field_name("initializer")
    if range_node is None or body is None:
        _other(reader, node)
        return

    def whole() -> None:
        if start is not None:
            _else(reader, start)
        values = expression(reader, range_node)
        at, builder = reader.at(node), reader.builder
        hidden_range(reader, node, range_node, values)

        def tested(yes: int, no: int) -> None:
            more = builder.temp()
            builder.emit(Compute(at, more, "more", (values,)))
            text = text_of(range_node)[:200]
            builder.branch(at, BranchKind.LOOP, "truth", (more, None), (yes, no), text)

        def each() -> None:
            element(reader, node, values)
            statement(reader, body)

        builder.while_(at, tested, lambda: _scoped(reader, node, each))

    _scoped(reader, node, whole)


def _switch(reader: Reader, node: Node) -> None:
    _scoped(reader, node, lambda: switch(reader, node))


def _break(reader: Reader, node: Node) -> None:
    reader.builder.break_(reader.at(node))


def _continue(reader: Reader, node: Node) -> None:
    reader.builder.continue_(reader.at(node))


def _return(reader: Reader, node: Node) -> None:
    values = [child for child in node.named_children if child.type != "comment"]
    operand = expression(reader, values[0]) if values else None
    reader.builder.return_(reader.at(node), operand)


def _throw(reader: Reader, node: Node) -> None:
    values = [child for child in node.named_children if child.type != "comment"]
    operand = expression(reader, values[0]) if values else None
    reader.builder.throw(reader.at(node), operand)


def _try(reader: Reader, node: Node) -> None:
    body = node.child_by_field_name("body")
    clauses = []
    for child in node.named_children:
        if child.type == "catch_clause":
            clauses.append((_caught(child), _clause(reader, child)))
    if body is not None:
        reader.builder.try_(reader.at(node), lambda: statement(reader, body), clauses)


def _caught(clause: Node) -> str:
    parameters = clause.child_by_field_name("parameters")
    nodes = parameters.named_children if parameters is not None else []
    return parameter_type(nodes[0]) if nodes and text_of(nodes[0]) != "..." else ""


def _clause(reader: Reader, clause: Node) -> Callable[[], None]:
    body = clause.child_by_field_name("body")
    parameters = clause.child_by_field_name("parameters")

    def lowered() -> None:
        def inside() -> None:
            for parameter in parameters.named_children if parameters is not None else ():
                name = declared_name(parameter.child_by_field_name("declarator"))
                if name is not None:
                    declare_object(reader, name, parameter_type(parameter))
            if body is not None:
                statement(reader, body)

        _scoped(reader, clause, inside)

    return lowered


def _other(reader: Reader, node: Node) -> None:
    """A statement of an unknown kind, or one that the grammar did not understand."""
    if node.is_error and is_head(node):
        reader.head = node
        return
    if node.is_error or node.type.startswith(("seh_", "gnu_asm", "ERROR")):
        reader.unclear.append(reader.at(node))
        reader.opaque(node, node.type, "this text was not understood")
        for child in node.named_children:
            if child.type in _STATEMENTS:
                statement(reader, child)
            elif child.type.endswith("expression"):
                expression(reader, child)
        return
    if node.type.endswith(("expression", "identifier", "literal")):
        discarded(reader, node)
        return
    reader.opaque(node, node.type, "this kind of statement is not modelled")


_STATEMENTS: dict[str, Callable[[Reader, Node], None]] = {
    "compound_statement": _compound,
    "expression_statement": _expression,
    "if_statement": _if,
    "while_statement": _while,
    "do_statement": _do,
    "for_statement": _for,
    "for_range_loop": _for_range,
    "switch_statement": _switch,
    "case_statement": case,
    "break_statement": _break,
    "continue_statement": _continue,
    "return_statement": _return,
    "co_return_statement": _return,
    "goto_statement": goto,
    "labeled_statement": label,
    "throw_statement": _throw,
    "try_statement": _try,
    "declaration": declaration,
    "else_clause": _else,
    "attributed_statement": _else,
}
_SILENT = frozenset(
    (
        "comment",
        "using_declaration",
        "alias_declaration",
        "type_definition",
        "static_assert_declaration",
        "struct_specifier",
        "class_specifier",
        "union_specifier",
        "enum_specifier",
        "namespace_alias_definition",
        "template_declaration",
        "function_definition",
        "empty_declaration",
        "attribute_declaration",
        ";",
    )
)
