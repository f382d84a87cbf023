"""Owned variables: what a function acquires into a variable of its own, and what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from seeding import apis, tree
from seeding.checked import Checked, checked
from seeding.tree import Target, text


@dataclass(frozen=True, slots=True)
class Owned:
    """An acquisition into a local variable, with the test behind which the variable owns it."""

    name: str
    item: Checked
    releases: frozenset[str]

    @property
    def since(self) -> int:
        """The offset from which on the variable owns the object."""
        return self.item.test.end_byte


@dataclass(frozen=True, slots=True)
class Release:
    """A release statement: the call, the variable, and the whole statement with its null guard."""

    call: Node
    name: str
    statement: Node
    whole: Node


def owned(target: Target) -> list[Owned]:
    """The acquisitions of a function that an `if` tests at once, into variables assigned once."""
    variables = tree.locals_of(target)
    found = []
    for item in checked(target):
        name, releases = item.holder, apis.releases_of(item.callee)
        if item.callee == "getaddrinfo" and len(tree.arguments(item.call)) == 4:
            name = text(tree.arguments(item.call)[3]).removeprefix("&")
        if name in variables and releases and item.alone and _acquisitions(target, name) <= 1:
            found.append(Owned(name, item, releases))
    return found


def releases(node: Node) -> Iterator[Release]:
    """The release statements at or below a node."""
    for statement in tree.every(node, "expression_statement"):
        call = tree.call_of(statement)
        if call is None or not apis.is_release(tree.callee(call)) or not tree.arguments(call):
            continue
        argument = tree.bare(tree.arguments(call)[0])
        if argument is not None and argument.type in ("identifier", "field_expression"):
            yield Release(call, text(argument), statement, _guarded(statement, text(argument)))


def releases_of(node: Node, item: Owned) -> list[Release]:
    """The statements at or below a node that release an owned variable."""
    return [
        found
        for found in releases(node)
        if found.name == item.name and apis.plain(tree.callee(found.call)) in item.releases
    ]


def transfers(target: Target, name: str) -> list[Node]:
    """The mentions of a variable by which something else may come to own its object.

    A return, a copy, an address taken, an argument of a function that does not certainly borrow.
    """
    return [node for node in tree.mentions(target.body, name) if _passes_on(node)]


def releases_unconditionally(statements: list[Node], item: Owned) -> bool:
    """Whether statements in a row release a variable, on no condition but that it is set."""
    return any(
        found.whole in statements or found.whole.parent in statements[:1]
        for statement in statements
        for found in releases_of(statement, item)
    )


def _acquisitions(target: Target, name: str) -> int:
    """How often something other than a null constant is assigned to a variable."""
    values = [
        write.child_by_field_name("right") or write.child_by_field_name("value")
        for write in tree.writes(target.body, name)
    ]
    return sum(text(value) not in ("NULL", "0", "-1", "nullptr") for value in values)


def _guarded(statement: Node, name: str) -> Node:
    """The `if` around a release that tests nothing but the variable, or the statement itself."""
    around = statement.parent
    if around is not None and around.type == "compound_statement":
        if len(around.named_children) > 1:
            return statement
        around = around.parent
    if around is None or around.type != "if_statement":
        return statement
    condition = around.child_by_field_name("condition")
    names = tree.every(condition, "identifier") if condition is not None else []
    alone = {text(node) for node in names} == {name}
    return around if alone and around.child_by_field_name("alternative") is None else statement


def _passes_on(node: Node) -> bool:
    parent = node.parent
    while parent is not None and parent.type in ("cast_expression", "parenthesized_expression"):
        node, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == "argument_list" and parent.parent is not None:
        place = tree.arguments(parent.parent).index(node)
        return not apis.only_borrows(tree.callee(parent.parent), place)
    if parent.type == "pointer_expression":
        address = text(parent.child_by_field_name("operator")) == "&"
        return address and not _is_output(parent)
    if parent.type == "assignment_expression":
        return parent.child_by_field_name("right") == node
    if parent.type == "init_declarator":
        return parent.child_by_field_name("value") == node
    return parent.type in ("return_statement", "initializer_list", "conditional_expression")


def _is_output(address: Node) -> bool:
    """Whether an address is given to the acquisition itself."""
    listed = address.parent
    call = listed.parent if listed is not None else None
    return (
        call is not None and call.type == "call_expression" and (tree.callee(call) == "getaddrinfo")
    )
