"""Conditions to branches: what an expression's truth decides, without a value in between.

Apart from expressions because a short circuit is control flow, and the same nodes are lowered as
values there.
"""

from tree_sitter import Node

from auditkit.facts import BranchKind, Call, CallKind, Constant, Discard, Operand
from auditkit.literals import folded
from auditkit.lower_call import marker
from auditkit.lower_macro import expansion_of, within
from auditkit.lower_parts import (
    argument_of,
    arms,
    bare,
    operator_node,
    operator_of,
    sides,
    transparent,
)
from auditkit.reader import Reader
from auditkit.syntax import text_of
from auditkit.values import MIRRORED

COMPARISONS = frozenset(MIRRORED)


SHORT = {"&&", "and", "||", "or"}


def condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    """Leaves the current block for `yes` if the expression is true, for `no` otherwise."""
    node = bare(node)
    if node.type == "unary_expression" and operator_of(node) in ("!", "not"):
        condition(reader, argument_of(node), no, yes, kind)
    elif node.type == "binary_expression" and operator_of(node) in SHORT:
        _short_circuit(reader, node, yes, no, kind)
    elif node.type == "binary_expression" and operator_of(node) in COMPARISONS:
        _comparison(reader, node, yes, no, kind)
    elif node.type == "conditional_expression":
        _nested_condition(reader, node, yes, no, kind)
    elif node.type == "call_expression" and transparent(node) is not None:
        inner = transparent(node)
        assert inner is not None
        condition(reader, inner, yes, no, kind)
    else:
        _expanded_condition(reader, node, yes, no, kind)


def spelled_loop(
    reader: Reader, node: Node, test: Node, macro: str, targets: tuple[int, int]
) -> None:
    """Branches on what a macro that spells a loop does: nobody knows how often it goes on, and it
    may write what it is given.
    """
    arguments = [reader.expression(reader, each, Discard.VALUE) for each in _listed(bare(test))]
    at, builder = reader.at(node), reader.builder
    result, text = builder.temp(), f"{macro}{text_of(test)}"[:200]
    builder.emit(
        Call(
            at,
            result,
            macro,
            tuple(arguments),
            CallKind.MACRO,
            reader.end_line(test),
            text,
            alternative=reader.alternative,
        )
    )
    builder.branch(at, BranchKind.LOOP, "truth", (result, None), targets, text)


def _listed(node: Node) -> list[Node]:
    """The expressions between the commas of one."""
    if node.type != "comma_expression":
        return [node]
    return [inner for side in sides(node) for inner in _listed(side)]


def _expanded_condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    expansion = expansion_of(reader, node) if node.type == "call_expression" else None
    inner = None if expansion is None or expansion.expression is None else expansion.expression
    if expansion is not None and inner is not None and bare(inner).type != "call_expression":
        marker(reader, node, text_of(node.child_by_field_name("function")), Discard.VALUE)
        with within(reader, expansion):
            condition(reader, inner, yes, no, kind)
        return
    value = reader.expression(reader, node, Discard.VALUE)
    at = reader.at(node)
    if isinstance(value, Constant) and value.value is not None:
        reader.builder.jump(at, yes if value.value else no)
        return
    text = text_of(node)[:200]
    reader.builder.branch(at, kind, "truth", (value, None), (yes, no), text)


def _short_circuit(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    left, right = sides(node)
    between = reader.builder.block()
    if operator_of(node) in ("&&", "and"):
        condition(reader, left, between, no, BranchKind.SHORT_CIRCUIT)
    else:
        condition(reader, left, yes, between, BranchKind.SHORT_CIRCUIT)
    reader.builder.enter(between)
    condition(reader, right, yes, no, kind)


def _comparison(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    if reader.reference(operator_node(node)) is not None:
        value = reader.expression(reader, node, Discard.VALUE)
        text = text_of(node)[:200]
        reader.builder.branch(reader.at(node), kind, "truth", (value, None), (yes, no), text)
        return
    operator, left, right = compared(reader, node)
    if isinstance(left, Constant) and isinstance(right, Constant):
        holds = folded(operator, left, right)
        if holds is not None:
            reader.builder.jump(reader.at(node), yes if holds else no)
            return
    text = text_of(node)[:200]
    reader.builder.branch(reader.at(node), kind, operator, (left, right), (yes, no), text)


def compared(reader: Reader, node: Node) -> tuple[str, Operand, Operand]:
    """The parts of a comparison with a constant on its right side."""
    first, second = sides(node)
    left, right = (
        reader.expression(reader, first, Discard.VALUE),
        reader.expression(reader, second, Discard.VALUE),
    )
    operator = operator_of(node)
    if isinstance(left, Constant) and not isinstance(right, Constant):
        return MIRRORED[operator], right, left
    return operator, left, right


def _nested_condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    builder = reader.builder
    first, second = builder.block(), builder.block()
    test, then, otherwise = arms(node)
    if then is None:
        condition(reader, test, yes, second, BranchKind.CONDITIONAL)
    else:
        condition(reader, test, first, second, BranchKind.CONDITIONAL)
        builder.enter(first)
        condition(reader, then, yes, no, kind)
    builder.enter(second)
    condition(reader, otherwise, yes, no, kind)
