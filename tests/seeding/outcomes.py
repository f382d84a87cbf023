"""Rules on what a function reports: a failure's value exchanged for that of the success."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from seeding import apis, tree
from seeding.checked import Checked, checked, settled
from seeding.owned import releases
from seeding.plant import Plant, plant, replace
from seeding.tree import Target, text

_VALUE = re.compile(r"-?\d+|true|false")
_FAILED = re.compile(r"-?\d+|false|NULL|nullptr")
_EXPECTED = "success-after-failure"


def reported(target: Target) -> Iterator[Plant]:
    """A failure branch returns what the function returns for a success.

    Certain where the branch tests a fallible call and ends by `return C;`, and where the function
    ends by `return K;`, with C and K different numbers.
    """
    success = tree.returned(tree.final_return(target))
    if not _VALUE.fullmatch(success):
        return
    for item in _failures(target):
        end = tree.last(item.test.child_by_field_name("consequence"))
        value = tree.returned(end)
        if end is not None and _VALUE.fullmatch(value) and value != success:
            edits = (replace(end, f"return {success};"),)
            yield plant(target, "error-value-to-success", item.call, edits, _EXPECTED)


def assigned(target: Target) -> Iterator[Plant]:
    """A failure branch sets the result variable to what it is after a success.

    Certain where the branch tests a fallible call and holds `ret = C;` before a goto, the function
    ends by `return ret;`, and its declaration gives ret the value K of a success: the one that no
    assignment gives it.
    """
    name, initial = _result(target)
    values = {text(write.child_by_field_name("right")) for write in _assignments(target, name)}
    if not name or initial is None or not values or text(initial) in values:
        return
    if any(not _VALUE.fullmatch(value) for value in values):
        return
    for item in _failures(target):
        consequence = item.test.child_by_field_name("consequence")
        end = tree.last(consequence)
        if consequence is None or end is None or end.type != "goto_statement":
            continue
        for write in _assignments_in(consequence, name):
            right = write.child_by_field_name("right")
            if right is not None:
                edits = (replace(right, text(initial)),)
                yield plant(target, "error-value-to-success", item.call, edits, _EXPECTED)


def continued(target: Target) -> Iterator[Plant]:
    """A failure branch no longer leaves: whatever it does, the function goes on.

    Certain where the branch tests a fallible call, releases nothing and ends by `return C;`, where
    the function ends by returning something else, and where nothing tests the result later.
    """
    success = tree.returned(tree.final_return(target))
    for item in _failures(target):
        end = tree.last(item.test.child_by_field_name("consequence"))
        value = tree.returned(end)
        if end is None or not _FAILED.fullmatch(value) or value == success:
            continue
        if settled(target, item) and not list(releases(item.test)):
            edits = (replace(end, ";"),)
            expected = f"{_EXPECTED} unchecked-result wrong-error-check failed-output-read"
            yield plant(target, "failure-not-left", item.call, edits, expected)


def latched(target: Target) -> Iterator[Plant]:
    """The result variable starts as a success.

    Certain where the function ends by `return ret;`, ret starts as the number C, its only other
    value K is assigned in the outermost block, and a fallible call fails by a bare goto before
    that.
    """
    name, initial = _result(target)
    writes = _assignments(target, name) if name else []
    if initial is None or not _VALUE.fullmatch(text(initial)) or not writes:
        return
    value = text(writes[0].child_by_field_name("right"))
    outermost = tree.statement_of(writes[0]).parent == target.body
    if len(writes) > 1 or not _VALUE.fullmatch(value) or not outermost or value == text(initial):
        return
    for item in _failures(target):
        end = tree.last(item.test.child_by_field_name("consequence"))
        between = initial.end_byte < item.test.start_byte < writes[0].start_byte
        if end is not None and end.type == "goto_statement" and between:
            edits = (replace(initial, value),)
            yield plant(target, "success-latched", initial, edits, _EXPECTED)
            return


def can_fail(target: Target) -> bool:
    """Whether a function returns a constant of its own where a fallible call fails."""
    success = tree.returned(tree.final_return(target))
    values = {
        tree.returned(tree.last(item.test.child_by_field_name("consequence")))
        for item in _failures(target)
    }
    return any(value and _FAILED.fullmatch(value) for value in values - {success})


def _failures(target: Target) -> Iterator[Checked]:
    """The tested calls that are fallible and are tested alone."""
    for item in checked(target):
        if apis.is_fallible(item.callee) and item.alone:
            yield item


def _result(target: Target) -> tuple[str, Node | None]:
    """The variable that a function's last statement returns, and the value it starts with."""
    name = tree.returned(tree.final_return(target))
    declarator = tree.locals_of(target).get(name)
    if declarator is None or declarator.type != "init_declarator":
        return "", None
    return name, declarator.child_by_field_name("value")


def _assignments(target: Target, name: str) -> list[Node]:
    return _assignments_in(target.body, name)


def _assignments_in(node: Node, name: str) -> list[Node]:
    return [write for write in tree.writes(node, name) if write.type == "assignment_expression"]
