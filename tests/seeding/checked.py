"""Tested results: each call whose result an `if` tests at once, with the statement that leaves."""

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from seeding import apis, tree
from seeding.tree import Target, text


@dataclass(frozen=True, slots=True)
class Checked:
    """A call, the variable that holds its result (or ""), and the test that follows.

    `form` is `direct` where the test holds the call, `inside` where it holds the assignment, and
    `before` where the assignment is the statement before it. `alone` tells that the condition is
    nothing but this test; otherwise it is the first of several joined by `||`.
    """

    call: Node
    holder: str
    form: str
    test: Node
    comparison: Node
    alone: bool

    @property
    def callee(self) -> str:
        """The name that is called."""
        return tree.callee(self.call)

    @property
    def assigned(self) -> Node:
        """The expression with the call and the assignment of its result, if it has one."""
        for node in tree.ancestors(self.call):
            if node.type == "assignment_expression":
                return node
            if node.type.endswith("_statement"):
                break
        return self.call


def checked(target: Target) -> list[Checked]:
    """The calls of a function whose failure leaves the straight way by an `if` without `else`."""
    return [
        item
        for test in tree.every(target.body, "if_statement")
        if test.child_by_field_name("alternative") is None
        and tree.in_block(test)
        and tree.leaves(test.child_by_field_name("consequence"))
        for item in _checked(test)
    ]


def welcomed(target: Target) -> list[Checked]:
    """The calls of a function whose success an `if` without `else` asks for, alone or in a chain of
    `&&`, in the test itself.
    """
    return [
        Checked(call, "", "direct", test, operand, operand == condition)
        for test in tree.every(target.body, "if_statement")
        if test.child_by_field_name("alternative") is None and tree.in_block(test)
        for condition in (tree.bare(test.child_by_field_name("condition")),)
        for operand in _operands(condition)
        for call in (_subject(operand),)
        if call is not None and call.type == "call_expression" and _asks_for_success(operand, call)
    ]


def _operands(condition: Node | None) -> list[Node]:
    """The parts of a chain of `&&`."""
    if condition is None:
        return []
    if text(condition.child_by_field_name("operator")) != "&&":
        return [condition]
    left = _operands(tree.bare(condition.child_by_field_name("left")))
    return left + _operands(tree.bare(condition.child_by_field_name("right")))


def _asks_for_success(comparison: Node, call: Node) -> bool:
    """Whether a test is true of successes, by the customs of C and of OpenSSL."""
    operator = text(comparison.child_by_field_name("operator"))
    right = text(comparison.child_by_field_name("right"))
    openssl = apis.is_openssl(tree.callee(call))
    if comparison.type == "call_expression":
        return openssl and not apis.fails_with_truth(tree.callee(call))
    if operator == "==" and right in ("0", "1"):
        return (right == "1") == (openssl and not apis.fails_with_truth(tree.callee(call)))
    return (operator, right) in ((">", "0"), (">=", "0"), ("!=", "NULL"))


def _checked(test: Node) -> Iterator[Checked]:
    condition = tree.bare(test.child_by_field_name("condition"))
    first = condition
    while first is not None and text(first.child_by_field_name("operator")) == "||":
        first = tree.bare(first.child_by_field_name("left"))
    subject = _subject(first)
    if first is None or subject is None:
        return
    found = _call(subject, test)
    if found is not None:
        call, holder, form = found
        if _asks_for_failure(first, tree.callee(call)):
            yield Checked(call, holder, form, test, first, first == condition)


def _asks_for_failure(comparison: Node, callee: str) -> bool:
    """Whether a test is true of failures, by the customs of C and of OpenSSL."""
    operator = text(comparison.child_by_field_name("operator"))
    if comparison.type == "unary_expression":
        return operator == "!" and not apis.fails_with_truth(callee)
    if comparison.type != "binary_expression":
        return apis.fails_with_truth(callee)
    right = text(comparison.child_by_field_name("right"))
    if operator == "==":
        return right in _FAILURES or (right == "0" and apis.is_openssl(callee))
    if operator == "!=":
        if right == "0":
            return not apis.is_openssl(callee) or apis.fails_with_truth(callee)
        return right not in _FAILURES
    return (operator, right) in (("<", "0"), ("<", "1"), ("<=", "0"))


_FAILURES = frozenset(("NULL", "nullptr", "-1", "MAP_FAILED", "EOF", "SOCKET_ERROR"))


def _subject(comparison: Node | None) -> Node | None:
    """What a comparison with a constant, a negation or a truth test asks about."""
    if comparison is None:
        return None
    if comparison.type == "binary_expression":
        if not tree.is_constant(comparison.child_by_field_name("right")):
            return None
        return tree.bare(comparison.child_by_field_name("left"))
    if comparison.type == "unary_expression":
        negated = text(comparison.child_by_field_name("operator")) == "!"
        return tree.bare(comparison.child_by_field_name("argument")) if negated else None
    return comparison


def _call(subject: Node, test: Node) -> tuple[Node, str, str] | None:
    if subject.type == "call_expression":
        return subject, "", "direct"
    if subject.type == "assignment_expression":
        call = tree.bare(subject.child_by_field_name("right"))
        left = subject.child_by_field_name("left")
        if call is not None and call.type == "call_expression" and left is not None:
            return (call, text(left), "inside") if left.type == "identifier" else None
    if subject.type == "identifier":
        call = _assigned_before(test, text(subject))
        return (call, text(subject), "before") if call is not None else None
    return None


def _assigned_before(test: Node, name: str) -> Node | None:
    """The call whose result the statement before a test assigns to a variable."""
    statement = tree.previous(test)
    if statement is None or statement.type not in ("expression_statement", "declaration"):
        return None
    for write in tree.writes(statement, name):
        value = write.child_by_field_name("right") or write.child_by_field_name("value")
        call = tree.bare(value)
        if call is not None and call.type == "call_expression":
            return call
    return None


def settled(target: Target, item: Checked) -> bool:
    """Whether no later test, return or copy makes up for the test of a result.

    Certain where no loop around tests the holder, and where the next thing that happens to it, up
    to its next assignment, is a use, not a condition, a comparison, a return or a copy; an integer
    must be in none of these at all. The rest of the condition must not ask for what the call wrote.
    """
    if not item.alone and _outputs(item) & _names(item.test.child_by_field_name("condition")):
        return False
    if not item.holder:
        return True
    for around in tree.ancestors(item.test):
        condition = around.child_by_field_name("condition") if around.type in tree.LOOPS else None
        if condition is not None and tree.mentions(condition, item.holder):
            return False
    later = [_decides(node) for node in _later(target, item)]
    used_first = bool(later) and not later[0]
    return not any(later) or (used_first and is_pointer(item))


def _outputs(item: Checked) -> set[str]:
    """The variables whose addresses a call is given."""
    given = [argument for argument in tree.arguments(item.call) if text(argument).startswith("&")]
    return {text(name) for node in given for name in tree.every(node, "identifier")}


def _names(node: Node | None) -> set[str]:
    """The variables that are compared in a condition, outside of calls."""
    if node is None:
        return set()
    return {
        text(name)
        for name in tree.every(node, "identifier")
        if all(around.type != "argument_list" for around in tree.ancestors(name)[:2])
    }


def is_pointer(item: Checked) -> bool:
    """Whether a result is tested as a pointer."""
    right = text(item.comparison.child_by_field_name("right"))
    return right in ("NULL", "nullptr") or item.comparison.type in (
        "unary_expression",
        "identifier",
    )


def _later(target: Target, item: Checked) -> Iterator[Node]:
    """The mentions of a holder from its test on, up to the next assignment."""
    end = item.test.end_byte
    limit = min(
        (
            write.start_byte
            for write in tree.writes(target.body, item.holder)
            if write.start_byte >= end
        ),
        default=target.body.end_byte,
    )
    for node in tree.mentions(target.body, item.holder):
        if end <= node.start_byte < limit:
            yield node


def _decides(node: Node) -> bool:
    """Whether a mention is in a condition or comparison, returned, or copied."""
    for around in tree.ancestors(node):
        if around.type == "binary_expression":
            operator = text(around.child_by_field_name("operator"))
            if operator in ("<", ">", "<=", ">=", "==", "!=", "&&", "||"):
                return True
        if around.type in ("call_expression", "subscript_expression", "field_expression"):
            return False
        if around.type in ("conditional_expression", "return_statement"):
            return True
        if around.type in ("init_declarator", "assignment_expression"):
            return node.parent == around
        if around.child_by_field_name("condition") is not None:
            return True
        if around.type.endswith("_statement"):
            return False
    return False
