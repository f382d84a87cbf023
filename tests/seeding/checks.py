"""Rules on tests: removed, narrowed to a part of the error set, inverted."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from seeding import apis, tree
from seeding.checked import Checked, checked, is_pointer, settled, welcomed
from seeding.plant import Edit, Plant, before, plant, replace
from seeding.tree import Target, text

_EXCHANGED = "wrong-error-check unchecked-result success-after-failure"


def removed(target: Target) -> Iterator[Plant]:
    """The test of a fallible call goes, the call stays.

    Certain where the test is an `if` without `else` that leaves, where nothing tests the result
    later (see `settled`), and where an object made is used for more than being released.
    """
    for item in checked(target):
        if apis.is_fallible(item.callee) and settled(target, item) and _is_used(target, item):
            yield plant(target, "check-removed", item.call, _without(item), "unchecked-result")


def late(target: Target) -> Iterator[Plant]:
    """The test of a pointer comes behind the statement that uses it.

    Certain where that statement, which moves in front of the test, dereferences the pointer or
    gives it to an API that needs an object.
    """
    for item in checked(target):
        after = tree.following(item.test)[:1]
        if item.form != "before" or not is_pointer(item) or not after:
            continue
        use = after[0]
        needed = any(_needs_object(node) for node in tree.mentions(use, item.holder))
        fallible = apis.is_fallible(item.callee) and bool(apis.releases_of(item.callee))
        if use.type == "expression_statement" and fallible and needed:
            edits = (replace(item.test, text(use)), replace(use, text(item.test)))
            yield plant(target, "check-after-use", item.call, edits, "unchecked-result")


def own_removed(target: Target) -> Iterator[Plant]:
    """The test of a call of the file's own function goes, under the same criteria.

    Certain where that function returns a constant where a fallible call fails and ends by returning
    another constant or a variable.
    """
    for item in checked(target):
        if item.callee in target.fallible and settled(target, item) and _is_used(target, item):
            edits = _without(item)
            yield plant(target, "own-check-removed", item.call, edits, "unchecked-result")


def narrowed(target: Target) -> Iterator[Plant]:
    """The test misses a part of the error set.

    Certain where the rules know both parts: OpenSSL's functions fail with 0 unless listed, some
    with negative values as well; threads with positive numbers; sockets and files with -1 alone;
    and where nothing tests the result later (see `settled`).
    """
    for item in checked(target):
        if item.comparison.type == "binary_expression" and settled(target, item):
            for new in _narrower(item):
                yield plant(
                    target,
                    "error-set-narrowed",
                    item.call,
                    (replace(item.comparison, new),),
                    "wrong-error-check unchecked-result",
                )


def inverted(target: Target) -> Iterator[Plant]:
    """The sides of a test are exchanged.

    Certain where it is the whole condition and nothing tests the result later (see `settled`).
    """
    for item in checked(target):
        known = apis.is_fallible(item.callee)
        if known and item.alone and settled(target, item):
            new = _opposite(item.comparison)
            if new:
                yield plant(
                    target,
                    "test-inverted",
                    item.call,
                    (replace(item.comparison, new),),
                    _EXCHANGED,
                )


def unwelcomed(target: Target) -> Iterator[Plant]:
    """The test for the success of a call goes; what hung on it happens always.

    Certain where the test is the whole condition of an `if` without `else` and holds the call.
    """
    for item in welcomed(target):
        consequence = item.test.child_by_field_name("consequence")
        if apis.is_fallible(item.callee) and item.alone and consequence is not None:
            edits = (replace(item.test, f"{text(item.call)}; {text(consequence)}"),)
            yield plant(target, "check-removed", item.call, edits, "unchecked-result")


def widened(target: Target) -> Iterator[Plant]:
    """The test for a success takes a part of the failures for one.

    Certain where the rules know both parts (see `narrowed`).
    """
    for item in welcomed(target):
        for new in _wider(item):
            edits = (replace(item.comparison, new),)
            expected = "wrong-error-check unchecked-result"
            yield plant(target, "error-set-narrowed", item.call, edits, expected)


def unwanted(target: Target) -> Iterator[Plant]:
    """The test for a success becomes one for a failure.

    Certain where it is the whole condition of an `if` without `else` and holds the call.
    """
    for item in welcomed(target):
        new = _opposite(item.comparison)
        if apis.is_fallible(item.callee) and item.alone and new:
            edits = (replace(item.comparison, new),)
            yield plant(target, "test-inverted", item.call, edits, _EXCHANGED)


def _wider(item: Checked) -> Iterator[str]:
    left, name = text(item.call), item.callee
    operator = text(item.comparison.child_by_field_name("operator"))
    test = f"{operator} {text(item.comparison.child_by_field_name('right'))}"
    if not apis.is_openssl(name) or not apis.is_fallible(name):
        return
    if test in ("> 0", "== 1") and apis.plain(name) not in apis.ZERO_IS_BENIGN:
        yield f"{left} >= 0"
    if test in ("> 0", "== 1") and apis.is_three_valued(name):
        yield f"{left} != 0"


def _is_used(target: Target, item: Checked) -> bool:
    """Whether a pointer that was made is dereferenced or given to an API for more than release; an
    integer always counts.
    """
    if not item.holder or not is_pointer(item):
        return True
    return any(
        node.start_byte >= item.test.end_byte and _needs_object(node)
        for node in tree.mentions(target.body, item.holder)
    )


def _needs_object(node: Node) -> bool:
    """Whether a mention of a pointer needs an object behind it."""
    for around in tree.ancestors(node)[:4]:
        if around.type in ("field_expression", "subscript_expression"):
            return True
        if around.type == "pointer_expression":
            return text(around.child_by_field_name("operator")) == "*"
        if around.type == "call_expression":
            name = tree.callee(around)
            return apis.is_known(name) and not apis.is_release(name)
    return False


def _without(item: Checked) -> tuple[Edit, ...]:
    """The edits that take a test away and leave its call."""
    if item.form == "before":
        if item.alone:
            return (replace(item.test, ";"),)
        return (_rest(item),)
    statement = f"{text(item.assigned)};"
    if item.alone:
        return (replace(item.test, statement),)
    return (before(item.test, f"{statement} "), _rest(item))


def _rest(item: Checked) -> Edit:
    """The edit that takes the first operand off a chain of `||`."""
    joined = item.comparison
    for node in tree.ancestors(item.comparison):
        if node.type == "binary_expression" and text(node.child_by_field_name("operator")) == "||":
            joined = node
            break
    right = joined.child_by_field_name("right")
    end = right.start_byte if right is not None else item.comparison.end_byte
    return Edit(item.comparison.start_byte, end, "")


def _narrower(item: Checked) -> Iterator[str]:
    left = text(item.comparison.child_by_field_name("left"))
    operator = text(item.comparison.child_by_field_name("operator"))
    right = text(item.comparison.child_by_field_name("right"))
    test, name = f"{operator} {right}", item.callee
    if apis.is_openssl(name) and apis.is_fallible(name):
        if test in ("<= 0", "!= 1") and apis.plain(name) not in apis.ZERO_IS_BENIGN:
            yield f"{left} < 0"
        if test in ("<= 0", "!= 1") and apis.is_three_valued(name):
            yield f"{left} == 0"
    elif name.startswith("pthread_") and test == "!= 0":
        yield f"{left} < 0"
    elif name == "getaddrinfo" and test == "!= 0":
        yield f"{left} == -1"
    elif name == "mmap" and test == "== MAP_FAILED":
        yield f"{left} == NULL"
    elif apis.is_libc(name) and test in ("< 0", "== -1", "!= 0"):
        yield f"{left} == 0" if apis.counts(name) else f"{left} > 0"


_OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def _opposite(comparison: Node) -> str:
    """The text of the opposite test."""
    if comparison.type == "unary_expression":
        return re.sub(r"^!\s*", "", text(comparison))
    if comparison.type == "binary_expression":
        left = text(comparison.child_by_field_name("left"))
        operator = text(comparison.child_by_field_name("operator"))
        right = text(comparison.child_by_field_name("right"))
        return f"{left} {_OPPOSITES[operator]} {right}" if operator in _OPPOSITES else ""
    return (
        f"!{text(comparison)}" if comparison.type == "call_expression" else f"!({text(comparison)})"
    )
