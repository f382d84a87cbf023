"""Expressions to operations: every syntax node of an expression becomes operands and temporaries.

Apart from statements because conditions are lowered twice over, as values and as branches. An
unknown node becomes an opaque operation, and what it holds is lowered all the same.
"""

import re
from collections.abc import Callable

from tree_sitter import Node

from auditkit.facts import (
    Address,
    Assign,
    BranchKind,
    Call,
    CallKind,
    Compute,
    Constant,
    Discard,
    Operand,
    Place,
    Temp,
    Text,
    Use,
    VariableKind,
)
from auditkit.lower_call import call
from auditkit.lower_macro import expansion_of, within
from auditkit.reader import Reader
from auditkit.syntax import normal_type, text_of
from auditkit.values import MIRRORED

COMPARISONS = frozenset(MIRRORED)
_SHORT = {"&&", "and", "||", "or"}
_TRANSPARENT = frozenset(
    ("Q_LIKELY", "Q_UNLIKELY", "likely", "unlikely", "__builtin_expect", "G_LIKELY", "G_UNLIKELY")
)


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
    inner = _bare(node)
    if inner.type == "comma_expression":
        for child in inner.named_children:
            discarded(reader, child)
        return
    if inner.type == "call_expression":
        call_operand(reader, inner, Discard.UNUSED)
        return
    if inner.type == "cast_expression" and _is_void(inner):
        _drop(reader, inner.child_by_field_name("value"))
        return
    value = expression(reader, inner)
    if inner.type in ("identifier", "field_expression", "subscript_expression"):
        reader.builder.emit(Use(reader.at(node), value))


def condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    """Leaves the current block for `yes` if the expression is true, for `no` otherwise."""
    node = _bare(node)
    if node.type == "unary_expression" and _operator(node) in ("!", "not"):
        condition(reader, _argument(node), no, yes, kind)
    elif node.type == "binary_expression" and _operator(node) in _SHORT:
        _short_circuit(reader, node, yes, no, kind)
    elif node.type == "binary_expression" and _operator(node) in COMPARISONS:
        _comparison(reader, node, yes, no, kind)
    elif node.type == "conditional_expression":
        _nested_condition(reader, node, yes, no, kind)
    elif node.type == "call_expression" and _transparent(node) is not None:
        inner = _transparent(node)
        assert inner is not None
        condition(reader, inner, yes, no, kind)
    else:
        _expanded_condition(reader, node, yes, no, kind)


def _expanded_condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    expansion = expansion_of(reader, node) if node.type == "call_expression" else None
    if expansion is not None and expansion.expression is not None:
        with within(reader, expansion):
            condition(reader, expansion.expression, yes, no, kind)
        return
    value = expression(reader, node)
    at = reader.at(node)
    if isinstance(value, Constant) and value.value is not None:
        reader.builder.jump(at, yes if value.value else no)
        return
    text = text_of(node)[:200]
    reader.builder.branch(at, kind, "truth", (value, None), (yes, no), text)


def _short_circuit(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    left, right = _sides(node)
    between = reader.builder.block()
    if _operator(node) in ("&&", "and"):
        condition(reader, left, between, no, BranchKind.SHORT_CIRCUIT)
    else:
        condition(reader, left, yes, between, BranchKind.SHORT_CIRCUIT)
    reader.builder.enter(between)
    condition(reader, right, yes, no, kind)


def _comparison(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    if reader.reference(_operator_node(node)) is not None:
        value = expression(reader, node)
        text = text_of(node)[:200]
        reader.builder.branch(reader.at(node), kind, "truth", (value, None), (yes, no), text)
        return
    operator, left, right = _compared(reader, node)
    text = text_of(node)[:200]
    reader.builder.branch(reader.at(node), kind, operator, (left, right), (yes, no), text)


def _compared(reader: Reader, node: Node) -> tuple[str, Operand, Operand]:
    """A comparison with a constant on its right side."""
    first, second = _sides(node)
    left, right = expression(reader, first), expression(reader, second)
    operator = _operator(node)
    if isinstance(left, Constant) and not isinstance(right, Constant):
        return MIRRORED[operator], right, left
    return operator, left, right


def _nested_condition(reader: Reader, node: Node, yes: int, no: int, kind: BranchKind) -> None:
    builder = reader.builder
    first, second = builder.block(), builder.block()
    test, then, otherwise = _arms(node)
    if then is None:
        condition(reader, test, yes, second, BranchKind.CONDITIONAL)
    else:
        condition(reader, test, first, second, BranchKind.CONDITIONAL)
        builder.enter(first)
        condition(reader, then, yes, no, kind)
    builder.enter(second)
    condition(reader, otherwise, yes, no, kind)


def lvalue(reader: Reader, node: Node) -> Place:
    """The place that an expression names; what names none gets a place under a temporary."""
    operand = expression(reader, node)
    match operand:
        case Place():
            return operand
        case Address(place=place):
            return place
    return Place(f"*{operand}", str(operand), VariableKind.UNKNOWN)


def call_operand(reader: Reader, node: Node, discard: Discard) -> Operand:
    """The result of a call, a cast written as one, or what a macro expands to."""
    inner = _transparent(node)
    if inner is not None:
        return expression(reader, inner, discard)
    cast = _functional_cast(node)
    if cast is not None:
        return _converted(reader, node, cast[0], cast[1])
    return call(reader, node, discard)


# Kinds of expressions -----------------------------------------------------------------------------


def _name(reader: Reader, node: Node) -> Operand:
    _convert(reader, node)
    return reader.name_operand(node)


def _this(reader: Reader, node: Node) -> Operand:
    return Place("this", "this", VariableKind.PARAMETER)


def _number(reader: Reader, node: Node) -> Operand:
    text = text_of(node)
    return Constant(text, number(text))


def number(text: str) -> int | None:
    """The value of an integer literal, None for a floating one."""
    digits = text.replace("'", "").rstrip("uUlLzZ")
    try:
        if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
            return int(digits, 8)
        return int(digits, 0)
    except ValueError:
        return None


def _character(reader: Reader, node: Node) -> Operand:
    text = text_of(node)
    inner = text[text.find("'") + 1 : -1]
    escapes = {"\\0": 0, "\\n": 10, "\\r": 13, "\\t": 9, "\\\\": 92, "\\'": 39}
    if len(inner) == 1:
        return Constant(text, ord(inner))
    return Constant(text, escapes.get(inner))


def _string(reader: Reader, node: Node) -> Operand:
    return Text(text_of(node))


def _parenthesised(reader: Reader, node: Node, discard: Discard) -> Operand:
    value: Operand = Constant("", None)
    for child in node.named_children:
        if child.type == "compound_statement":
            reader.unclear.append(reader.at(child))
            reader.opaque(child, "statement expression", "its value is not followed")
            for statement in child.named_children:
                if statement.type == "expression_statement" and statement.named_children:
                    value = expression(reader, statement.named_children[0])
                elif statement.named_children:
                    _unknown(reader, statement)
        elif child.type != "comment":
            value = expression(reader, child, discard)
    return value


def _field(reader: Reader, node: Node) -> Operand:
    argument = node.child_by_field_name("argument")
    name = node.child_by_field_name("field")
    if argument is None or name is None:
        return _unknown(reader, node)
    base = expression(reader, argument)
    operator = text_of(node.child_by_field_name("operator")) or "."
    member = text_of(name)
    match base:
        case Place(text="this"):
            return Place(f"this->{member}", "this", VariableKind.MEMBER)
        case Place(text=text, root=root, kind=kind):
            if text.startswith("*"):
                return Place(f"{text[1:]}->{member}", root, kind)
            return Place(f"{text}{operator}{member}", root, kind)
        case Address(place=place):
            return Place(f"{place.text}.{member}", place.root, place.kind)
    return Place(f"{base}{operator}{member}", str(base), VariableKind.UNKNOWN)


def _pointer(reader: Reader, node: Node) -> Operand:
    operand = expression(reader, _argument(node))
    if _operator(node) == "&":
        if isinstance(operand, Place) and operand.kind is not VariableKind.FUNCTION:
            if operand.text.startswith("*"):
                return Place(operand.text[1:], operand.root, operand.kind)
            return Address(operand)
        return operand
    match operand:
        case Place(kind=VariableKind.FUNCTION):
            return operand
        case Place(text=text, root=root, kind=kind):
            return Place(f"*{text}", root, kind)
        case Address(place=place):
            return place
    return Place(f"*{operand}", str(operand), VariableKind.UNKNOWN)


def _subscript(reader: Reader, node: Node) -> Operand:
    argument = node.child_by_field_name("argument")
    if argument is None:
        return _unknown(reader, node)
    base = lvalue(reader, argument)
    rest = [child for child in node.named_children if child.start_byte >= argument.end_byte]
    inner = [
        expression(reader, child)
        for index in rest
        for child in (index.named_children if index.type == "subscript_argument_list" else [index])
    ]
    operator = reader.reference(rest[0]) if rest else None
    if operator is not None and operator.name == "operator[]":
        _overloaded(reader, node, "operator[]", (base, *inner), operator.qualified)
    return Place(f"{base.text}[{', '.join(map(str, inner))}]", base.root, base.kind)


def _assignment(reader: Reader, node: Node) -> Operand:
    left, right = _sides(node)
    if text_of(left) == "std::ignore":
        _drop(reader, right)
        return Constant("std::ignore", None)
    value = expression(reader, right)
    target = lvalue(reader, left)
    operator_node = _operator_node(node)
    reference = reader.reference(operator_node)
    if reference is not None and reference.name.startswith("operator"):
        _overloaded(reader, node, reference.name, (target, value), reference.qualified)
    operator = text_of(operator_node)
    reader.builder.emit(Assign(reader.at(node), target, value, operator))
    return target


def _update(reader: Reader, node: Node) -> Operand:
    target = lvalue(reader, _argument(node))
    operator = "+=" if _operator(node) == "++" else "-="
    reader.builder.emit(Assign(reader.at(node), target, Constant("1", 1), operator))
    return target


def _unary(reader: Reader, node: Node) -> Operand:
    operator = _operator(node)
    operand = expression(reader, _argument(node))
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
    return _computed(reader, node, operator, (operand,))


def _binary(reader: Reader, node: Node) -> Operand:
    operator = _operator(node)
    if operator in _SHORT:
        return _as_value(reader, node)
    reference = reader.reference(_operator_node(node))
    if reference is not None:
        operands = tuple(expression(reader, side) for side in _sides(node))
        return _overloaded(reader, node, reference.name, operands, reference.qualified)
    if operator in COMPARISONS:
        operator, left, right = _compared(reader, node)
        return _computed(reader, node, operator, (left, right))
    first, second = _sides(node)
    left, right = expression(reader, first), expression(reader, second)
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(f"{left.text} {operator} {right.text}", _folded(operator, left, right))
    return _computed(reader, node, operator, (left, right))


def _folded(operator: str, left: Constant, right: Constant) -> int | None:
    first, second = left.value, right.value
    if first is None or second is None or abs(first) > 2**63 or abs(second) > 2**63:
        return None
    match operator:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case "|":
            return first | second
        case "&":
            return first & second
        case "<<" if 0 <= second < 64:
            return first << second
        case ">>" if 0 <= second < 64:
            return first >> second
        case "/" if second > 0 and first >= 0:
            return first // second
    return None


def _as_value(reader: Reader, node: Node) -> Operand:
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


def _conditional(reader: Reader, node: Node) -> Operand:
    builder, at = reader.builder, reader.at(node)
    test, then, otherwise = _arms(node)
    yes, no, after = builder.block(), builder.block(), builder.block()
    result = builder.temp()
    if then is None:
        value = expression(reader, test)
        operands = (value, None)
        text = text_of(test)[:200]
        builder.branch(at, BranchKind.CONDITIONAL, "truth", operands, (yes, no), text)
        builder.enter(yes)
        builder.emit(Assign(at, result, value))
    else:
        condition(reader, test, yes, no, BranchKind.CONDITIONAL)
        builder.enter(yes)
        builder.emit(Assign(at, result, expression(reader, then)))
    builder.jump(at, after)
    builder.enter(no)
    builder.emit(Assign(at, result, expression(reader, otherwise)))
    builder.jump(at, after)
    builder.enter(after)
    return result


def _cast(reader: Reader, node: Node) -> Operand:
    value = node.child_by_field_name("value")
    type = normal_type(text_of(node.child_by_field_name("type")))
    if value is None:
        return _unknown(reader, node)
    if type == "void":
        _drop(reader, value)
        return Constant("void", None)
    return _converted(reader, node, type, value)


def _converted(reader: Reader, node: Node, type: str, value: Node) -> Operand:
    operand = expression(reader, value)
    if type.endswith(("*", "&")) or isinstance(operand, Text | Address):
        return operand
    if isinstance(operand, Constant):
        return Constant(f"({type}){operand.text}", operand.value)
    return _computed(reader, node, "cast", (operand,), type)


def _drop(reader: Reader, node: Node | None) -> None:
    """A value that is cast to void."""
    if node is None:
        return
    inner = _bare(node)
    if inner.type == "call_expression":
        call_operand(reader, inner, Discard.VOID)
    else:
        reader.builder.emit(Use(reader.at(node), expression(reader, inner)))


def _comma(reader: Reader, node: Node) -> Operand:
    left, right = _sides(node)
    discarded(reader, left)
    return expression(reader, right)


def _unevaluated(reader: Reader, node: Node) -> Operand:
    return Constant(text_of(node), None)


def _lambda(reader: Reader, node: Node) -> Operand:
    name = f"{reader.name}::lambda#{len(reader.lambdas) + 1}"
    reader.lambdas.append((node, name))
    captures = node.child_by_field_name("captures")
    for child in captures.named_children if captures else ():
        if child.type == "identifier":
            reader.builder.emit(Use(reader.at(child), reader.name_operand(child)))
        elif child.type == "lambda_capture_initializer":
            value = child.child_by_field_name("right") or child.named_children[-1]
            expression(reader, value)
    return Place(name.rsplit("::", 1)[-1], name, VariableKind.FUNCTION)


def _new(reader: Reader, node: Node) -> Operand:
    type = normal_type(text_of(node.child_by_field_name("type")))
    arguments = node.child_by_field_name("arguments")
    placement = node.child_by_field_name("placement")
    values = tuple(
        expression(reader, child)
        for part in (placement, arguments)
        if part is not None
        for child in part.named_children
        if child.type != "comment"
    )
    return _implicit(reader, node, CallKind.CONSTRUCTOR, "new", values, f"{type} *")


def _delete(reader: Reader, node: Node) -> Operand:
    values = tuple(expression(reader, child) for child in node.named_children)
    return _implicit(reader, node, CallKind.DESTRUCTOR, "delete", values, "void")


def _list(reader: Reader, node: Node) -> Operand:
    operands = tuple(
        expression(reader, child.child_by_field_name("value") or child)
        if child.type == "initializer_pair"
        else expression(reader, child)
        for child in node.named_children
        if child.type not in ("comment", "type_descriptor")
    )
    return _computed(reader, node, "{}", operands)


def _compound_literal(reader: Reader, node: Node) -> Operand:
    type = normal_type(text_of(node.child_by_field_name("type")))
    value = node.child_by_field_name("value")
    operand = _list(reader, value) if value is not None else Constant("{}", None)
    return _implicit(reader, node, CallKind.CONSTRUCTOR, type, (operand,), type)


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
    return _computed(reader, node, node.type, values)


_PASSIVE = frozenset(
    (
        "fold_expression",
        "parameter_pack_expansion",
        "generic_expression",
        "type_descriptor",
        "primitive_type",
        "type_identifier",
        "user_defined_literal",
    )
)


# Parts --------------------------------------------------------------------------------------------


def _computed(
    reader: Reader, node: Node, operator: str, operands: tuple[Operand, ...], type: str = ""
) -> Temp:
    result = reader.builder.temp()
    reader.builder.emit(Compute(reader.at(node), result, operator, operands, type))
    return result


def _implicit(
    reader: Reader,
    node: Node,
    kind: CallKind,
    callee: str,
    arguments: tuple[Operand, ...],
    type: str,
    target: str = "",
) -> Temp:
    result = reader.builder.temp()
    reader.builder.emit(
        Call(
            reader.at(node),
            result,
            callee,
            arguments,
            kind,
            reader.end_line(node),
            text_of(node)[:200],
            implicit=True,
            macro=reader.macro(node),
            target=target,
            type=type,
            alternative=reader.alternative,
        )
    )
    return result


def _overloaded(
    reader: Reader, node: Node, name: str, operands: tuple[Operand, ...], target: str
) -> Temp:
    return _implicit(reader, node, CallKind.OPERATOR, name, operands, "", target)


def _convert(reader: Reader, node: Node) -> None:
    """A conversion function that runs on a named value; the value itself is still followed."""
    if reader.annotations is None or not reader.annotations.conversions:
        return
    reference = reader.annotations.conversions.get(reader.origin(node))
    if reference is not None:
        value = reader.name_operand(node)
        name = reference.name
        _implicit(reader, node, CallKind.CONVERSION, name, (value,), "", reference.qualified)


def _bare(node: Node) -> Node:
    """The expression inside parentheses and compiler hints."""
    while node.type in ("parenthesized_expression", "condition_clause"):
        inner = [child for child in node.named_children if child.type != "comment"]
        if len(inner) != 1 or inner[0].type in ("compound_statement", "declaration"):
            break
        node = inner[0]
    return node


def _transparent(node: Node) -> Node | None:
    """The argument of a hint such as `__builtin_expect(x, 0)` or `Q_UNLIKELY(x)`."""
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or arguments is None or text_of(function) not in _TRANSPARENT:
        return None
    return arguments.named_children[0] if arguments.named_children else None


def _functional_cast(node: Node) -> tuple[str, Node] | None:
    """The type and the value of `static_cast<T>(x)` and of `int(x)`."""
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or arguments is None or len(arguments.named_children) != 1:
        return None
    if _SCALAR.fullmatch(text_of(function)):
        return text_of(function), arguments.named_children[0]
    match = re.fullmatch(r"(?:static|reinterpret|const|dynamic)_cast\s*<(.*)>", text_of(function))
    if match is None:
        return None
    return normal_type(match[1]), arguments.named_children[0]


_SCALAR = re.compile(
    r"(?:unsigned|signed|int|long|short|char|bool|float|double|uint|uchar|ushort|ulong|wchar_t"
    r"|s?size_t|time_t|q?u?int\d+(?:_t)?|qreal|qsizetype|qlonglong|qulonglong)(?: (?:int|long|char))*"
)


def _is_void(node: Node) -> bool:
    return text_of(node.child_by_field_name("type")) == "void"


def _operator_node(node: Node) -> Node:
    found = node.child_by_field_name("operator")
    if found is not None:
        return found
    return next((child for child in node.children if not child.is_named), node)


def _operator(node: Node) -> str:
    return text_of(_operator_node(node))


def _argument(node: Node) -> Node:
    return node.child_by_field_name("argument") or node.named_children[-1]


def _sides(node: Node) -> tuple[Node, Node]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        named = [child for child in node.named_children if child.type != "comment"]
        return named[0], named[-1]
    return left, right


def _arms(node: Node) -> tuple[Node, Node | None, Node]:
    test = node.child_by_field_name("condition")
    then = node.child_by_field_name("consequence")
    otherwise = node.child_by_field_name("alternative")
    assert test is not None and otherwise is not None
    return test, then, otherwise


_EXPRESSIONS: dict[str, Callable[[Reader, Node], Operand]] = {
    "identifier": _name,
    "qualified_identifier": _name,
    "field_identifier": _name,
    "template_function": _name,
    "this": _this,
    "number_literal": _number,
    "char_literal": _character,
    "string_literal": _string,
    "raw_string_literal": _string,
    "concatenated_string": _string,
    "true": _name,
    "false": _name,
    "null": _name,
    "nullptr": _name,
    "field_expression": _field,
    "pointer_expression": _pointer,
    "subscript_expression": _subscript,
    "assignment_expression": _assignment,
    "update_expression": _update,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "conditional_expression": _conditional,
    "comma_expression": _comma,
    "sizeof_expression": _unevaluated,
    "alignof_expression": _unevaluated,
    "offsetof_expression": _unevaluated,
    "requires_expression": _unevaluated,
    "lambda_expression": _lambda,
    "new_expression": _new,
    "delete_expression": _delete,
    "initializer_list": _list,
    "compound_literal_expression": _compound_literal,
}
