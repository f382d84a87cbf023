"""Values that control flow computes: `a ? b : c`, short circuits as numbers, statement expressions.

Apart from other expressions because each leaves its value in a temporary that branches assign.
"""

from tree_sitter import Node

from auditkit.facts import Assign, BranchKind, Constant, Discard, Operand, Temp
from auditkit.lower_condition import condition
from auditkit.lower_parts import arms
from auditkit.reader import Reader
from auditkit.syntax import text_of


def as_value(reader: Reader, node: Node) -> Operand:
    """A condition whose truth is wanted as a number."""
    builder, at = reader.builder, reader.at(node)
    yes, no, after = builder.block(), builder.block(), builder.block()
    result = builder.temp()
    condition(reader, node, yes, no, BranchKind.SHORT_CIRCUIT)
    for block, value in ((yes, 1), (no, 0)):
        builder.enter(block)
        builder.emit(Assign(at, result, Constant(str(value), value)))
        builder.jump(at, after)
    builder.enter(after)
    return result


def conditional(reader: Reader, node: Node) -> Operand:
    """The value of `a ? b : c` or of `a ?: c`."""
    builder, at = reader.builder, reader.at(node)
    test, then, otherwise = arms(node)
    yes, no, after = builder.block(), builder.block(), builder.block()
    result = builder.temp()
    if then is None:
        value = reader.expression(reader, test, Discard.VALUE)
        operands = (value, None)
        text = text_of(test)[:200]
        builder.branch(at, BranchKind.CONDITIONAL, "truth", operands, (yes, no), text)
        builder.enter(yes)
        builder.emit(Assign(at, result, value))
    else:
        condition(reader, test, yes, no, BranchKind.CONDITIONAL)
        builder.enter(yes)
        _arm(reader, then, result)
    builder.jump(at, after)
    builder.enter(no)
    _arm(reader, otherwise, result)
    builder.jump(at, after)
    builder.enter(after)
    return result


def _arm(reader: Reader, node: Node, result: Temp) -> None:
    """One side of `a ? b : c`; the grammar takes a `throw` there for an error or for a name."""
    at, text, before = reader.at(node), text_of(node), node.prev_sibling
    if text == "throw":
        reader.builder.throw(at, None)
        return
    value = reader.expression(reader, node, Discard.VALUE)
    if text.startswith("throw ") or (before is not None and text_of(before) == "throw"):
        reader.builder.throw(at, value)
    elif reader.builder.open:
        reader.builder.emit(Assign(reader.at(node.parent or node), result, value))


def statement_expression(reader: Reader, node: Node, discard: Discard) -> Operand:
    """The value of `({ … x; })`: that of its last statement, kept beyond its scope."""
    *first, last = [child for child in node.named_children if child.type != "comment"] or [node]
    result = reader.builder.temp()

    def inside() -> None:
        for child in first:
            reader.statement(reader, child)
        if last.type == "expression_statement" and last.named_children:
            value = reader.expression(reader, last.named_children[0], discard)
            if discard is Discard.VALUE:
                reader.builder.emit(Assign(reader.at(last), result, value))
        elif last is not node:
            reader.statement(reader, last)

    reader.symbols.scopes.append({})
    reader.builder.scoped(lambda: reader.at(last), inside)
    reader.symbols.scopes.pop()
    return result
