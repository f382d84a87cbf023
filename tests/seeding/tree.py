"""Questions that rules ask of a function's syntax tree: statements, calls, mentions, ways out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from auditkit.syntax import text_of

ENDING = frozenset(("abort", "exit", "_exit"))
LOOPS = frozenset(("while_statement", "for_statement", "do_statement"))
_CONSTANT = re.compile(r"-?\d+[uUlL]*|NULL|nullptr|true|false|[A-Z][A-Z0-9_]{2,}")
_LEAVING = frozenset(
    ("return_statement", "goto_statement", "break_statement", "continue_statement")
)
_WRAPPED = frozenset(("parenthesized_expression", "cast_expression", "condition_clause"))


@dataclass(frozen=True, slots=True)
class Target:
    """A function to plant into: its name, its nodes, and which functions of its file can fail."""

    name: str
    node: Node
    body: Node
    fallible: frozenset[str]


def text(node: Node | None) -> str:
    """The text of a node, with white space folded."""
    return text_of(node)


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, in source order, without lambdas."""
    stack = [node]
    while stack:
        found = stack.pop()
        yield found
        if found.type != "lambda_expression":
            stack.extend(reversed(found.children))


def every(node: Node, *types: str) -> list[Node]:
    """The nodes of these types at or below a node, in source order."""
    return [found for found in walk(node) if found.type in types]


def bare(node: Node | None) -> Node | None:
    """An expression without the parentheses and casts around it."""
    while node is not None and node.type in _WRAPPED:
        inner = node.child_by_field_name("value")
        node = inner or next((child for child in node.named_children), None)
    return node


def callee(call: Node) -> str:
    """The last name of what a call expression calls."""
    return text(call.child_by_field_name("function")).rsplit("::", 1)[-1]


def arguments(call: Node) -> list[Node]:
    """The arguments of a call expression."""
    listed = call.child_by_field_name("arguments")
    return (
        [] if listed is None else [node for node in listed.named_children if node.type != "comment"]
    )


def call_of(statement: Node) -> Node | None:
    """The call that an expression statement consists of, if it does."""
    if statement.type != "expression_statement" or not statement.named_children:
        return None
    inner = statement.named_children[0]
    return inner if inner.type == "call_expression" else None


def mentions(node: Node, name: str) -> list[Node]:
    """The identifiers of that name at or below a node."""
    return [found for found in every(node, "identifier") if text(found) == name]


def siblings(node: Node) -> list[Node]:
    """The statements around and including a statement, without comments."""
    parent = node.parent
    if parent is None:
        return [node]
    return [child for child in parent.named_children if child.type != "comment"]


def previous(node: Node) -> Node | None:
    """The statement before a statement in its block."""
    around = siblings(node)
    place = around.index(node)
    return around[place - 1] if place else None


def following(node: Node) -> list[Node]:
    """The statements after a statement in its block."""
    around = siblings(node)
    return around[around.index(node) + 1 :]


def last(statement: Node | None) -> Node | None:
    """The statement itself, or the last one of a block."""
    if statement is None or statement.type != "compound_statement":
        return statement
    inner = [child for child in statement.named_children if child.type != "comment"]
    return inner[-1] if inner else None


def leaves(statement: Node | None) -> bool:
    """Whether a statement ends by leaving the straight way through the function."""
    end = last(statement)
    if end is None:
        return False
    call = call_of(end)
    return end.type in _LEAVING or (call is not None and callee(call) in ENDING)


def is_constant(node: Node | None) -> bool:
    """Whether an expression is a literal or spelled like a constant."""
    node = bare(node)
    return node is not None and _CONSTANT.fullmatch(text(node).replace(" ", "")) is not None


def in_block(statement: Node) -> bool:
    """Whether a statement stands directly in a block."""
    return statement.parent is not None and statement.parent.type == "compound_statement"


def ancestors(node: Node) -> list[Node]:
    """The nodes around a node, from the inside."""
    found = []
    parent = node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found


def statement_of(node: Node) -> Node:
    """The statement or declaration that a node is in."""
    for found in (node, *ancestors(node)):
        if found.type.endswith("_statement") or found.type == "declaration":
            return found
    return node


def section(target: Target, label: str) -> list[Node]:
    """The statements from a label of the outermost block to the return or goto that ends them."""
    found: list[Node] = []
    for child in siblings(target.body.named_children[0]) if target.body.named_children else []:
        named = child.type == "labeled_statement"
        if found or (named and text(child.child_by_field_name("label")) == label):
            found.append(child)
            inner = child.named_children[-1] if named else child
            if inner.type in ("return_statement", "goto_statement"):
                break
    return found


def label_of(goto: Node) -> str:
    """The label that a goto statement names."""
    return text(goto.child_by_field_name("label"))


def locals_of(target: Target) -> dict[str, Node]:
    """The declarators of a function's own automatic variables, by name; a name declared twice is
    left out.
    """
    found: dict[str, list[Node]] = {}
    for declaration in every(target.body, "declaration"):
        if any(child.type == "storage_class_specifier" for child in declaration.children):
            continue
        for declarator in declaration.children_by_field_name("declarator"):
            for name in every(declarator, "identifier")[:1]:
                found.setdefault(text(name), []).append(declarator)
    return {name: nodes[0] for name, nodes in found.items() if len(nodes) == 1}


def parameters(target: Target) -> list[str]:
    """The names of a function's parameters."""
    declarator = target.node.child_by_field_name("declarator")
    listed = every(declarator, "parameter_declaration") if declarator is not None else []
    names = [every(item, "identifier")[-1:] for item in listed]
    return [text(name[0]) for name in names if name]


def writes(node: Node, name: str) -> list[Node]:
    """The plain assignments to a variable and its initialisers at or below a node."""
    return [
        found
        for found in every(node, "assignment_expression", "init_declarator")
        if text(
            found.child_by_field_name("left") or found.child_by_field_name("declarator")
        ).lstrip("* ")
        == name
        and text(found.child_by_field_name("operator")) in ("=", "")
    ]


def final_return(target: Target) -> Node | None:
    """The return statement that ends a function."""
    end = last(target.body)
    while end is not None and end.type == "labeled_statement":
        end = end.named_children[-1]
    return end if end is not None and end.type == "return_statement" else None


def returned(statement: Node | None) -> str:
    """What a return statement returns, without parentheses; an empty text if nothing."""
    if statement is None or statement.type != "return_statement":
        return ""
    return text(bare(next(iter(statement.named_children), None)))
