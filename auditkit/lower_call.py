"""Calls to operations: who is called, by which name, with what, and what becomes of the result.

Apart from other expressions because calls are what the audit is about: member calls, constructors
written like calls, macros, assertions that vanish and functions that never return meet here.
"""

import re

from tree_sitter import Node

from auditkit.annotations import Reference
from auditkit.facts import (
    BranchKind,
    Call,
    CallKind,
    Constant,
    Discard,
    Operand,
    Place,
    Temp,
    VariableKind,
)
from auditkit.lower_macro import Expansion, expansion_of, within
from auditkit.reader import Reader, last_component
from auditkit.syntax import text_of

ASSERTIONS = frozenset(
    ("assert", "Q_ASSERT", "Q_ASSERT_X", "g_assert", "ASSERT", "DCHECK", "G_ASSERT", "_ASSERTE")
)
_TEXT = 200
_CLASS = re.compile(
    r"(?:\w+::)*Q[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*|std::(?:string|vector|unique_ptr|shared_ptr|pair)"
)


def call(reader: Reader, node: Node, discard: Discard) -> Operand:
    """The result of a call expression, after its arguments and the call itself."""
    function = _bare(node.child_by_field_name("function"))
    if function is None:
        reader.unclear.append(reader.at(node))
        return Constant(text_of(node), None)
    if function.type == "identifier":
        name = text_of(function)
        if name in ASSERTIONS and reader.reference(function) is None:
            return _assertion(reader, node, name)
        expansion = expansion_of(reader, node)
        if expansion is not None:
            return _expanded(reader, node, name, expansion, discard)
    return _plain(reader, node, function, discard)


def arguments_of(reader: Reader, node: Node) -> tuple[Operand, ...]:
    """The operands of a call's arguments, in order."""
    arguments = node.child_by_field_name("arguments")
    if arguments is None:
        return ()
    return tuple(
        _argument(reader, child) for child in arguments.named_children if child.type != "comment"
    )


def _argument(reader: Reader, node: Node) -> Operand:
    if node.type in ("type_descriptor", "primitive_type", "parameter_declaration"):
        return Constant(text_of(node), None)
    return reader.expression(reader, node, Discard.VALUE)


def _bare(node: Node | None) -> Node | None:
    while node is not None and node.type == "parenthesized_expression":
        inner = [child for child in node.named_children if child.type != "comment"]
        if len(inner) != 1:
            break
        node = inner[0]
    return node


def _plain(reader: Reader, node: Node, function: Node, discard: Discard) -> Operand:
    name_node = _name_node(function)
    reference = reader.reference(name_node) if name_node is not None else None
    name, receiver, kind = _callee(reader, function, reference)
    if kind is CallKind.CONSTRUCTOR:
        discard = Discard.VALUE
    elif reference is None and not reader.is_expansion(function):
        reader.miss(function)
    if reader.is_expansion(function) and reference is None:
        kind = CallKind.MACRO
    arguments = arguments_of(reader, node)
    result = reader.builder.temp()
    macro = reader.definition(name) if kind is CallKind.MACRO else None
    made = Call(
        reader.at(name_node or node),
        result,
        name,
        arguments,
        kind,
        reader.end_line(node),
        text_of(node)[:_TEXT],
        receiver,
        discard,
        implicit=kind is CallKind.CONSTRUCTOR,
        macro=reader.macro(name_node or node),
        expansion=macro.body[:_TEXT] if macro else "",
        target=reference.qualified if reference else _alias(reader, name),
        usr=reference.usr if reference else "",
        type=name if kind is CallKind.CONSTRUCTOR else (reference.type if reference else ""),
        alternative=reader.alternative,
    )
    reader.call_made(made, reference is not None and reference.never_returns)
    return result


def _alias(reader: Reader, name: str) -> str:
    """What an object-like macro of that name stands for, if it is just another name."""
    macro = reader.definition(name)
    if macro is not None and macro.parameters is None and re.fullmatch(r"[A-Za-z_]\w*", macro.body):
        return macro.body
    return ""


def _name_node(function: Node) -> Node | None:
    if function.type == "field_expression":
        field = function.child_by_field_name("field")
        if field is not None and field.type in ("template_method", "dependent_name"):
            field = field.child_by_field_name("name") or field
        return last_component(field) if field is not None else None
    if function.type in ("identifier", "qualified_identifier", "template_function"):
        return last_component(function)
    return None


def _callee(
    reader: Reader, function: Node, reference: Reference | None
) -> tuple[str, Operand | None, CallKind]:
    """The name as written, the object that it is called on, and how it is reached."""
    match function.type:
        case "field_expression":
            base = function.child_by_field_name("argument")
            receiver = reader.expression(reader, base, Discard.VALUE) if base is not None else None
            field = _name_node(function)
            indirect = reference is not None and reference.kind in ("field", "variable")
            kind = CallKind.INDIRECT if indirect else CallKind.MEMBER
            return text_of(field), receiver, kind
        case "identifier" | "qualified_identifier" | "template_function":
            return _named(reader, function, reference)
    value = reader.expression(reader, function, Discard.VALUE)
    return (
        (str(value) if isinstance(value, Place) else text_of(function)[:60]),
        None,
        CallKind.INDIRECT,
    )


def _named(
    reader: Reader, function: Node, reference: Reference | None
) -> tuple[str, Operand | None, CallKind]:
    name = re.sub(r"\s*<.*>$", "", text_of(function))
    if reference is not None:
        match reference.kind:
            case "type" | "constructor":
                return name, None, CallKind.CONSTRUCTOR
            case "method":
                this = Place("this", "this", VariableKind.PARAMETER)
                return name, this, CallKind.MEMBER
            case "variable" | "field":
                return name, None, CallKind.INDIRECT
        return name, None, CallKind.DIRECT
    if reader.symbols.find(name) is not None:
        return name, None, CallKind.INDIRECT
    last = name.rsplit("::", 1)[-1]
    if last in reader.symbols.functions or reader.project.is_known(name):
        return name, None, CallKind.DIRECT
    is_class = last in reader.symbols.types or _CLASS.fullmatch(name) is not None
    if reader.language == "c++" and is_class and not reader.is_expansion(function):
        return name, None, CallKind.CONSTRUCTOR
    return name, None, CallKind.MACRO if name in reader.project.macros else CallKind.DIRECT


def marker(reader: Reader, node: Node, name: str, discard: Discard, target: str = "") -> Temp:
    """The call site of a macro that is read as its expansion."""
    result = reader.builder.temp()
    macro = reader.definition(name)
    reader.builder.emit(
        Call(
            reader.at(node),
            result,
            name,
            (),
            CallKind.MACRO,
            reader.end_line(node),
            text_of(node)[:_TEXT],
            None,
            discard,
            macro=reader.macro(node),
            expansion=macro.body[:_TEXT] if macro else "",
            target=target,
            alternative=reader.alternative,
        )
    )
    return result


def _expanded(
    reader: Reader, node: Node, name: str, expansion: Expansion, discard: Discard
) -> Operand:
    inner = _bare(expansion.expression)
    single = inner is not None and inner.type == "call_expression"
    if single and inner is not None:
        return _forwarded(reader, node, name, expansion, inner, discard)
    made = marker(reader, node, name, Discard.VALUE)
    with within(reader, expansion):
        if expansion.expression is not None:
            return reader.expression(reader, expansion.expression, discard)
        for statement in expansion.statements:
            reader.statement(reader, statement)
    return made


def _forwarded(
    reader: Reader, node: Node, name: str, expansion: Expansion, inner: Node, discard: Discard
) -> Operand:
    """A macro that is just another call: one call site, by the macro's name, for what it calls."""
    function = _bare(inner.child_by_field_name("function"))
    nested = None
    with within(reader, expansion):
        if function is not None and function.type == "identifier":
            nested = expansion_of(reader, inner)
        if function is None or nested is not None or text_of(function) in ASSERTIONS:
            _marker_outside(reader, node, name)
            return call(reader, inner, discard)
        arguments = arguments_of(reader, inner)
        receiver = None
        if function.type == "field_expression":
            base = function.child_by_field_name("argument")
            receiver = reader.expression(reader, base, Discard.VALUE) if base else None
    result = reader.builder.temp()
    target = text_of(_name_node(function)) or text_of(function)[:60]
    made = Call(
        reader.at(node),
        result,
        name,
        arguments,
        CallKind.MACRO,
        reader.end_line(node),
        text_of(node)[:_TEXT],
        receiver,
        discard,
        macro=reader.macro(node),
        expansion=text_of(inner)[:_TEXT],
        target=target,
        alternative=reader.alternative,
    )
    reader.call_made(made, target in reader.project.terminating)
    return result


def _marker_outside(reader: Reader, node: Node, name: str) -> None:
    frame = reader.frames.pop()
    marker(reader, node, name, Discard.VALUE)
    reader.frames.append(frame)


def _assertion(reader: Reader, node: Node, name: str) -> Operand:
    """`assert(x)`: in release builds nothing, else the end of the program where x is false."""
    builder, at = reader.builder, reader.at(node)
    made = marker(reader, node, name, Discard.VALUE)
    arguments = node.child_by_field_name("arguments")
    if arguments is None or not arguments.named_children:
        return made
    tested, failed, after = builder.block(), builder.block(), builder.block()
    operand = Constant("defined(NDEBUG)", None)
    kind = BranchKind.PREPROCESSOR
    builder.branch(at, kind, "defined", (operand, None), (after, tested), operand.text)
    builder.enter(tested)
    first = next(child for child in arguments.named_children if child.type != "comment")
    reader.conditions.append("!defined(NDEBUG)")
    reader.condition(reader, first, after, failed)
    reader.conditions.pop()
    builder.enter(failed)
    builder.unreachable(at)
    builder.enter(after)
    return made
