"""Expressions to operations: every syntax node of an expression becomes operands and temporaries.

Apart from statements because conditions are lowered twice over, as values and as branches. An
unknown node becomes an opaque operation, and what it holds is lowered all the same.
"""

from collections.abc import Callable

from tree_sitter import Node

from auditkit.facts import (
    Address,
    Assign,
    Constant,
    Discard,
    Operand,
    Place,
    Temp,
    Text,
    Use,
)
from auditkit.literals import character, folded, number
from auditkit.lower_branching import as_value, conditional, statement_expression
from auditkit.lower_call import call
from auditkit.lower_condition import COMPARISONS, SHORT, compared
from auditkit.lower_lambda import lambda_
from auditkit.lower_macro import expansion_of, within
from auditkit.lower_object import (
    braced,
    compound_literal,
    computed,
    convert,
    delete,
    generic,
    new,
    overloaded,
    this,
)
from auditkit.lower_parts import (
    argument_of,
    bare,
    functional_cast,
    is_void,
    operator_node,
    operator_of,
    sides,
    transparent,
)
from auditkit.lower_place import field, lvalue, pointer, subscript
from auditkit.reader import Reader
from auditkit.syntax import normal_type, text_of


def expression(reader: Reader, node: Node, discard: Discard = Discard.VALUE) -> Operand:
    """The operand that holds an expression's value, after the operations that compute it."""
    handler = _EXPRESSIONS.get(node.type)
    if handler is not None:
        return handler(reader, node)
    if node.type == "call_expression":
        return call_operand(reader, node, discard)
    if node.type in ("parenthesized_expression", "condition_clause"):
        return _parenthesised(reader, node, discard)
    if node.type == "cast_expression":
        return _cast(reader, node)
    return _unknown(reader, node)


def discarded(reader: Reader, node: Node) -> None:
    """Lowers an expression whose value nobody takes."""
    inner = bare(node)
    if inner.type == "comma_expression":
        for child in inner.named_children:
            discarded(reader, child)
        return
    if inner.type == "call_expression":
        call_operand(reader, inner, Discard.UNUSED)
        return
    if inner.type == "update_expression":
        _step(reader, inner)
        return
    if inner.type == "identifier" and text_of(inner) in reader.symbols.objects:
        _performed(reader, inner)
        return
    if inner.type == "cast_expression" and is_void(inner):
        _drop(reader, inner.child_by_field_name("value"))
        return
    value = expression(reader, inner, Discard.UNUSED)
    if inner.type in ("identifier", "field_expression", "subscript_expression"):
        reader.builder.emit(Use(reader.at(node), value))


def _performed(reader: Reader, node: Node) -> None:
    """A macro without parentheses that stands as a statement."""
    expansion = expansion_of(reader, node)
    if expansion is None:
        reader.builder.emit(Use(reader.at(node), reader.name_operand(node)))
        return
    with within(reader, expansion):
        for statement in expansion.statements:
            reader.statement(reader, statement)


def call_operand(reader: Reader, node: Node, discard: Discard) -> Operand:
    """The result of a call, a cast written as one, or what a macro expands to."""
    inner = transparent(node)
    if inner is not None:
        return expression(reader, inner, discard)
    if text_of(node.child_by_field_name("function")) in _UNEVALUATED:
        return Constant(text_of(node), None)
    cast = functional_cast(node)
    if cast is not None:
        return _converted(reader, node, cast[0], cast[1])
    return call(reader, node, discard)


def _name(reader: Reader, node: Node) -> Operand:
    if text_of(node) in reader.symbols.objects:
        expansion = expansion_of(reader, node)
        if expansion is not None and expansion.expression is not None:
            with within(reader, expansion):
                return expression(reader, expansion.expression)
    convert(reader, node)
    return reader.name_operand(node)


def _number(reader: Reader, node: Node) -> Operand:
    text = text_of(node)
    return Constant(text, number(text))


def _character(reader: Reader, node: Node) -> Operand:
    text = text_of(node)
    return Constant(text, character(text))


def _string(reader: Reader, node: Node) -> Operand:
    return Text(text_of(node))


def _parenthesised(reader: Reader, node: Node, discard: Discard) -> Operand:
    value: Operand = Constant("", None)
    for child in node.named_children:
        if child.type == "compound_statement":
            value = statement_expression(reader, child, discard)
        elif child.type != "comment":
            value = expression(reader, child, discard)
    return value


def _assignment(reader: Reader, node: Node) -> Operand:
    left, right = sides(node)
    if text_of(left) == "std::ignore":
        _drop(reader, right)
        return Constant("std::ignore", None)
    value = expression(reader, right)
    target = lvalue(reader, left)
    token = operator_node(node)
    reference = reader.reference(token)
    if reference is not None and reference.name.startswith("operator"):
        overloaded(reader, node, reference.name, (target, value), reference.qualified)
    operator = text_of(token)
    reader.builder.emit(Assign(reader.at(node), target, value, operator))
    return target


def _update(reader: Reader, node: Node) -> Operand:
    """The value after `++x`, the value before `x++`."""
    if node.children[0].type in ("++", "--"):
        return _step(reader, node)
    before = reader.builder.temp()
    _step(reader, node, before)
    return before


def _step(reader: Reader, node: Node, before: Temp | None = None) -> Place:
    target = lvalue(reader, argument_of(node))
    if before is not None:
        reader.builder.emit(Assign(reader.at(node), before, target))
    operator = "+=" if operator_of(node) == "++" else "-="
    reader.builder.emit(Assign(reader.at(node), target, Constant("1", 1), operator))
    return target


def _unary(reader: Reader, node: Node) -> Operand:
    operator = operator_of(node)
    operand = expression(reader, argument_of(node))
    if isinstance(operand, Constant) and operand.value is not None:
        value = {
            "-": -operand.value,
            "+": operand.value,
            "~": ~operand.value,
            "!": int(not operand.value),
            "not": int(not operand.value),
        }.get(operator)
        return Constant(f"{operator}{operand.text}", value)
    operator = "!" if operator == "not" else operator
    return computed(reader, node, operator, (operand,))


def _binary(reader: Reader, node: Node) -> Operand:
    operator = operator_of(node)
    if operator in SHORT:
        return as_value(reader, node)
    reference = reader.reference(operator_node(node))
    if reference is not None:
        operands = tuple(expression(reader, side) for side in sides(node))
        return overloaded(reader, node, reference.name, operands, reference.qualified)
    if operator in COMPARISONS:
        operator, left, right = compared(reader, node)
        return computed(reader, node, operator, (left, right))
    first, second = sides(node)
    if operator == "&" and _is_type(reader, first):
        place = expression(reader, second)
        return Address(place) if isinstance(place, Place) else place
    left, right = expression(reader, first), expression(reader, second)
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(f"{left.text} {operator} {right.text}", folded(operator, left, right))
    return computed(reader, node, operator, (left, right))


def _is_type(reader: Reader, node: Node) -> bool:
    """Whether what looks like `(value) & x` is a cast of an address to a type of another file."""
    inner = bare(node)
    if node.type != "parenthesized_expression" or inner.type != "identifier":
        return False
    name = text_of(inner)
    if reader.symbols.find(name) is not None or name in reader.symbols.globals:
        return False
    known = reader.constant(name)
    shouted = name.isupper() and (known is None or known.value is None)
    return name in reader.symbols.types or name.endswith("_t") or shouted


def _cast(reader: Reader, node: Node) -> Operand:
    value = node.child_by_field_name("value")
    type = normal_type(text_of(node.child_by_field_name("type")))
    if value is None:
        return _unknown(reader, node)
    return _converted(reader, node, type, value)


def _converted(reader: Reader, node: Node, type: str, value: Node) -> Operand:
    if type == "void":
        _drop(reader, value)
        return Constant("void", None)
    operand = expression(reader, value)
    if type.endswith(("*", "&")) or isinstance(operand, Text | Address):
        return operand
    if isinstance(operand, Constant):
        return Constant(f"({type}){operand.text}", operand.value)
    return computed(reader, node, "cast", (operand,), type)


def _drop(reader: Reader, node: Node | None) -> None:
    """A value that is cast to void."""
    if node is None:
        return
    inner = bare(node)
    if inner.type == "call_expression":
        call_operand(reader, inner, Discard.VOID)
    else:
        reader.builder.emit(Use(reader.at(node), expression(reader, inner)))


def _comma(reader: Reader, node: Node) -> Operand:
    left, right = sides(node)
    discarded(reader, left)
    return expression(reader, right)


def _unevaluated(reader: Reader, node: Node) -> Operand:
    return Constant(text_of(node), None)


def _unknown(reader: Reader, node: Node) -> Operand:
    """What has no meaning here yet: its parts are lowered, its value is unknown."""
    values = tuple(
        expression(reader, child)
        for child in node.named_children
        if child.type in _EXPRESSIONS or child.type.endswith("expression") or child.has_error
    )
    if node.type in ("gnu_asm_expression", "ERROR") or node.type not in _PASSIVE:
        reader.opaque(node, node.type, "this kind of expression is not modelled")
    if node.is_error or node.has_error:
        reader.unclear.append(reader.at(node))
    return computed(reader, node, node.type, values)


_UNEVALUATED = frozenset(
    (
        *("noexcept", "typeid", "decltype", "offsetof", "__builtin_offsetof", "__alignof__"),
        *("__builtin_constant_p", "__builtin_types_compatible_p", "__builtin_classify_type"),
    )
)
"""What looks like a call and evaluates nothing."""
_PASSIVE = frozenset(
    (
        "fold_expression",
        "parameter_pack_expansion",
        "type_descriptor",
        "primitive_type",
        "type_identifier",
        "user_defined_literal",
    )
)


_EXPRESSIONS: dict[str, Callable[[Reader, Node], Operand]] = {
    "identifier": _name,
    "qualified_identifier": _name,
    "field_identifier": _name,
    "template_function": _name,
    "this": this,
    "number_literal": _number,
    "char_literal": _character,
    "string_literal": _string,
    "raw_string_literal": _string,
    "concatenated_string": _string,
    "true": _name,
    "false": _name,
    "null": _name,
    "nullptr": _name,
    "field_expression": field,
    "pointer_expression": pointer,
    "subscript_expression": subscript,
    "assignment_expression": _assignment,
    "update_expression": _update,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "conditional_expression": conditional,
    "comma_expression": _comma,
    "sizeof_expression": _unevaluated,
    "alignof_expression": _unevaluated,
    "offsetof_expression": _unevaluated,
    "requires_expression": _unevaluated,
    "lambda_expression": lambda_,
    "new_expression": new,
    "delete_expression": delete,
    "initializer_list": braced,
    "generic_expression": generic,
    "compound_literal_expression": compound_literal,
}
