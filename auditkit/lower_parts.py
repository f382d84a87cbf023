"""Parts of expressions: operators, sides, what stands in parentheses, casts that look like calls.

Reads syntax nodes only; what they mean is lowered elsewhere.
"""

import re

from tree_sitter import Node

from auditkit.syntax import normal_type, text_of
from auditkit.type_names import SCALAR

_TRANSPARENT = frozenset(
    ("Q_LIKELY", "Q_UNLIKELY", "likely", "unlikely", "__builtin_expect", "G_LIKELY", "G_UNLIKELY")
)


def bare(node: Node) -> Node:
    """The expression inside parentheses and compiler hints."""
    while node.type in ("parenthesized_expression", "condition_clause"):
        inner = [child for child in node.named_children if child.type != "comment"]
        if len(inner) != 1 or inner[0].type in ("compound_statement", "declaration"):
            break
        node = inner[0]
    return node


def transparent(node: Node) -> Node | None:
    """The argument of a hint such as `__builtin_expect(x, 0)` or `Q_UNLIKELY(x)`."""
    function, arguments = (
        node.child_by_field_name("function"),
        node.child_by_field_name("arguments"),
    )
    if function is None or arguments is None or text_of(function) not in _TRANSPARENT:
        return None
    return arguments.named_children[0] if arguments.named_children else None


def functional_cast(node: Node) -> tuple[str, Node] | None:
    """The type and the value of `static_cast<T>(x)` and of `int(x)`."""
    function, arguments = (
        node.child_by_field_name("function"),
        node.child_by_field_name("arguments"),
    )
    if function is None or arguments is None or len(arguments.named_children) != 1:
        return None
    if SCALAR.fullmatch(text_of(function)):
        return text_of(function), arguments.named_children[0]
    match = re.fullmatch(r"(?:static|reinterpret|const|dynamic)_cast\s*<(.*)>", text_of(function))
    if match is None:
        return None
    return normal_type(match[1]), arguments.named_children[0]


def is_void(node: Node) -> bool:
    """Whether a cast is one to void."""
    return text_of(node.child_by_field_name("type")) == "void"


def operator_node(node: Node) -> Node:
    """The node of an operator."""
    found = node.child_by_field_name("operator")
    if found is not None:
        return found
    return next((child for child in node.children if not child.is_named), node)


def operator_of(node: Node) -> str:
    """The operator of an expression, as written."""
    return text_of(operator_node(node))


def argument_of(node: Node) -> Node:
    """The operand of a unary expression."""
    return node.child_by_field_name("argument") or node.named_children[-1]


def sides(node: Node) -> tuple[Node, Node]:
    """The two sides of a binary expression."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        named = [child for child in node.named_children if child.type != "comment"]
        return named[0], named[-1]
    return left, right


def arms(node: Node) -> tuple[Node, Node | None, Node]:
    """The condition and the two values of `a ? b : c`; the first value is absent in `a ?: c`."""
    test = node.child_by_field_name("condition")
    then = node.child_by_field_name("consequence")
    otherwise = node.child_by_field_name("alternative")
    assert test is not None and otherwise is not None
    return test, then, otherwise
