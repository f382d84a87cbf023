"""Calls to operations: who is called, by which name, with what, and what becomes of the result.

Apart from other expressions because calls are what the audit is about: member calls, constructors
written like calls, macros, assertions that vanish and functions that never return meet here.
"""

import re
from dataclasses import dataclass

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
from auditkit.lower_macro import Expansion, expansion_of, is_kept, within
from auditkit.lower_place import member
from auditkit.reader import Reader, last_component
from auditkit.syntax import text_of
from auditkit.type_names import is_class

ASSERTIONS = frozenset(
    ("assert", "Q_ASSERT", "Q_ASSERT_X", "g_assert", "ASSERT", "DCHECK", "G_ASSERT", "_ASSERTE")
)
_TEXT = 200
_TYPE = re.compile(r"[A-Za-z_][\w:]*(?: [A-Za-z_][\w:]*)*[*& ]*")


def call(reader: Reader, node: Node, discard: Discard) -> Operand:
    """The result of a call expression, after its arguments and the call itself."""
    function = _bare(node.child_by_field_name("function"))
    if function is None:
        reader.unclear.append(reader.at(node))
        return Constant(text_of(node), None)
    if function.type == "identifier":
        name = text_of(function)
        asserts = name in ASSERTIONS and reader.reference(function) is None
        if asserts and not is_kept(reader, name):
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
    if any(child.is_error for child in arguments.children):
        return tuple(_segment(reader, part) for part in _segments(arguments))
    return tuple(
        _argument(reader, child) for child in arguments.named_children if child.type != "comment"
    )


def _segments(arguments: Node) -> list[list[Node]]:
    """The nodes between the commas of an argument list that the grammar did not understand."""
    parts: list[list[Node]] = [[]]
    for child in arguments.children[1:-1]:
        if child.type == ",":
            parts.append([])
        elif child.type != "comment":
            parts[-1].append(child)
    return [part for part in parts if part]


def _segment(reader: Reader, nodes: list[Node]) -> Operand:
    """One argument: a type, as in `va_arg(list, char *)`, or an expression among errors."""
    text = " ".join(text_of(node) for node in nodes)
    if len(nodes) > 1 and _TYPE.fullmatch(text):
        return Constant(text, None)
    operands = [_argument(reader, node) for node in nodes]
    return operands[0]


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
    callee = _callee(reader, function, reference)
    name, kind = callee.name, callee.kind
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
        callee.receiver,
        discard,
        implicit=kind is CallKind.CONSTRUCTOR,
        macro=reader.macro(name_node or node),
        expansion=macro.body[:_TEXT] if macro else "",
        target=reference.qualified if reference else _alias(reader, name),
        usr=reference.usr if reference else "",
        type=name if kind is CallKind.CONSTRUCTOR else (reference.type if reference else ""),
        alternative=reader.alternative,
        pointer=callee.pointer,
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


@dataclass(frozen=True, slots=True)
class _Callee:
    """The name as written, how it is reached, the object that it is called on, the pointer read."""

    name: str
    kind: CallKind
    receiver: Operand | None = None
    pointer: Operand | None = None


def _callee(reader: Reader, function: Node, reference: Reference | None) -> _Callee:
    if function.type in ("identifier", "qualified_identifier", "template_function"):
        return _named(reader, function, reference)
    if function.type != "field_expression":
        value = reader.expression(reader, function, Discard.VALUE)
        name = str(value) if isinstance(value, Place) else text_of(function)[:60]
        return _Callee(name, CallKind.INDIRECT, pointer=value)
    base = function.child_by_field_name("argument")
    receiver = reader.expression(reader, base, Discard.VALUE) if base is not None else None
    field = text_of(_name_node(function))
    written = text_of(function.child_by_field_name("operator")) or "."
    indirect = reference is not None and reference.kind in ("field", "variable")
    if (indirect or reader.language == "c") and receiver is not None:
        return _Callee(field, CallKind.INDIRECT, receiver, member(receiver, written, field))
    return _Callee(field, CallKind.MEMBER, receiver)


def _named(reader: Reader, function: Node, reference: Reference | None) -> _Callee:
    written = text_of(function).removeprefix("throw ")
    name = re.sub(r"\s*<.*>$", "", written)
    if reference is not None:
        match reference.kind:
            case "type" | "constructor":
                return _Callee(name, CallKind.CONSTRUCTOR)
            case "method":
                this = Place("this", "this", VariableKind.PARAMETER)
                return _Callee(name, CallKind.MEMBER, this)
            case "variable" | "field":
                return _Callee(name, CallKind.INDIRECT, pointer=reader.name_operand(function))
        return _Callee(name, CallKind.DIRECT)
    if reader.symbols.find(name) is not None:
        return _Callee(name, CallKind.INDIRECT, pointer=reader.name_operand(function))
    last = name.rsplit("::", 1)[-1]
    if last in reader.symbols.functions or reader.project.is_known(name):
        return _Callee(name, CallKind.DIRECT)
    named_class = last in reader.symbols.types or is_class(written)
    if reader.language == "c++" and named_class and not reader.is_expansion(function):
        return _Callee(name, CallKind.CONSTRUCTOR)
    is_macro = name in reader.project.macros
    return _Callee(name, CallKind.MACRO if is_macro else CallKind.DIRECT)


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
