"""Switches, labels and gotos: statements whose targets are written elsewhere.

Apart from other statements because the grammar does not know all of them: a `switch` without
braces and a `goto` to a computed label come as an error beside a statement.
"""

import re

from tree_sitter import Node

from auditkit.facts import Constant, Discard
from auditkit.lower_declaration import condition_node
from auditkit.lower_group import condition_of_label, statements
from auditkit.reader import Reader
from auditkit.syntax import text_of


def switch(reader: Reader, node: Node) -> None:
    """`switch (value) { … }`, in a scope that the caller opens."""
    test, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    if test is None or body is None:
        reader.opaque(node, node.type, "this text was not understood")
        return
    value = reader.expression(reader, condition_node(reader, test), Discard.VALUE)
    depth = reader.switch_depth
    reader.switch_depth = len(reader.conditions)
    nodes = body.named_children if body.type == "compound_statement" else [body]
    reader.builder.switch(reader.at(node), value, lambda: statements(reader, nodes))
    reader.switch_depth = depth


def case(reader: Reader, node: Node) -> None:
    """`case constant:` or `default:`, with the statements up to the next label."""
    head, reader.head = reader.head, None
    colon = _colon(node)
    following = [
        child
        for child in node.named_children
        if child.start_byte > colon and child.type != "comment"
    ]
    if head is None:
        _label(reader, node, colon)
        statements(reader, following)
        return
    tests = [child for child in head.named_children if child.type != "comment"]
    value = reader.expression(reader, tests[-1], Discard.VALUE) if tests else Constant("", None)

    def body() -> None:
        _label(reader, node, colon)
        statements(reader, following[:1])

    reader.builder.switch(reader.at(head), value, body)
    statements(reader, following[1:])


def _label(reader: Reader, node: Node, colon: int) -> None:
    """The label itself; a range has two ends, which not every grammar knows."""
    condition = condition_of_label(reader, node, reader.switch_depth)
    value = node.child_by_field_name("value")
    if value is None:
        reader.builder.case(reader.at(node), None, None, condition)
        return
    end = value.end_byte
    if value.type == "parameter_pack_expansion" and value.named_children:
        value = value.named_children[0]
    high = [
        _constant(reader, child.named_children[0] if child.is_error else child)
        for child in node.named_children
        if end <= child.start_byte < colon
        and child.type != "comment"
        and (child.named_children or not child.is_error)
    ]
    low = _constant(reader, value)
    reader.builder.case(reader.at(node), low, high[0] if high else None, condition)


def is_head(node: Node) -> bool:
    """Whether an error is the first half of a statement that goes on behind it."""
    return text_of(node).startswith("switch") or text_of(node) == "goto"


def _colon(node: Node) -> int:
    return next((child.start_byte for child in node.children if child.type == ":"), node.start_byte)


def _constant(reader: Reader, node: Node) -> Constant:
    value = reader.expression(reader, node, Discard.VALUE)
    return value if isinstance(value, Constant) else Constant(text_of(node), None)


def goto(reader: Reader, node: Node) -> None:
    """`goto label;`."""
    reader.builder.goto(reader.at(node), text_of(node.child_by_field_name("label")))


def computed_goto(reader: Reader, node: Node) -> None:
    """`goto *address;`, where control may go to each label whose address the function takes."""
    value = reader.expression(reader, node.named_children[0], Discard.VALUE)
    function = node
    while function.parent is not None and not function.type.startswith(("function_def", "lambda")):
        function = function.parent
    text = text_of(function)
    labels = set(re.findall(r"(\w+)\s*:(?!:)", text))
    names = dict.fromkeys(re.findall(r"&&\s*([A-Za-z_]\w*)", text))
    reader.builder.goto_any(reader.at(node), value, [name for name in names if name in labels])


def label(reader: Reader, node: Node) -> None:
    """`label: statement`."""
    reader.builder.label(reader.at(node), text_of(node.child_by_field_name("label")))
    for child in node.named_children:
        if child.type not in ("statement_identifier", "comment"):
            reader.statement(reader, child)
