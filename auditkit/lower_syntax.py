"""Functions of a file to facts: the one lowering, with types where a compiler annotated the text.

Decides for each function how it was read, joins the alternatives of straddling `#if`s into one
body, and accounts for every code line of the file in the ledger.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tree_sitter import Node

from auditkit.annotations import Annotations, MacroMeaning
from auditkit.blocks import shifted
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Class,
    Constant,
    Function,
    Object,
    Opaque,
    Origin,
    Parameter,
    Unreachable,
    VariableKind,
)
from auditkit.ledger import NOT_COMPILED, Lines, account
from auditkit.lower_constructor import initialisers
from auditkit.lower_defined import defined_functions
from auditkit.lower_names import symbols_of
from auditkit.lower_objects import objects_of
from auditkit.lower_reader import reader_of
from auditkit.lower_statement import statement
from auditkit.preprocess import condition_at, shown_condition
from auditkit.project import Project
from auditkit.reader import Lambda, Reader
from auditkit.symbols import Symbols
from auditkit.syntax import (
    Definition,
    Syntax,
    declared_name,
    definitions,
    normal_type,
    old_style_types,
    parameter_nodes,
    parameter_type,
    text_of,
)
from auditkit.type_names import is_destroyed


@dataclass(frozen=True, slots=True)
class FileFacts:
    """All that was read from one file: its functions, its classes and the account of its lines,
    the variables outside of functions, and the macros without parameters.
    """

    path: str
    functions: tuple[Function, ...]
    lines: tuple[Lines, ...]
    classes: tuple[Class, ...] = ()
    objects: tuple[Object, ...] = ()
    macros: tuple[MacroMeaning, ...] = ()


def lower_file(syntax: Syntax, annotations: Annotations | None, project: Project) -> FileFacts:
    """The facts of one file, typed where the annotations cover a function."""
    source = syntax.preprocessed.source
    project = replace(project, macros={**project.macros, **syntax.preprocessed.macros})
    symbols: list[Symbols] = []
    found: dict[int, list[tuple[int, Definition]]] = {}
    for index, tree in enumerate(syntax.trees):
        defined = list(definitions(tree))
        symbols.append(symbols_of(syntax, project, tree, defined))
        for definition in defined:
            found.setdefault(definition.body.start_byte, []).append((index, definition))
    functions: list[Function] = []
    for body in sorted(found):
        functions.extend(_function(syntax, annotations, project, symbols, found[body]))
    functions.extend(_from_macros(syntax, annotations, project, symbols[0], found.values()))
    functions.sort(key=lambda function: function.at)
    lines = tuple(account(syntax.preprocessed, annotations, functions))
    bodies = [
        body
        for one in symbols
        for body in one.classes.values()
        if body.record.at.path == source.path
    ]
    classes = tuple(dict.fromkeys(body.record for body in bodies))
    objects = [
        each
        for one, tree in zip(symbols, syntax.trees, strict=True)
        for each in objects_of(syntax, annotations, project, one, tree)
    ]
    macros = tuple(
        macro for macro in syntax.preprocessed.macros.values() if macro.parameters is None
    )
    return FileFacts(
        source.path, tuple(functions), lines, classes, tuple(dict.fromkeys(objects)), macros
    )


def _function(
    syntax: Syntax,
    annotations: Annotations | None,
    project: Project,
    symbols: Sequence[Symbols],
    found: Sequence[tuple[int, Definition]],
) -> list[Function]:
    """The function that stands at one place, its variants joined, and its lambdas."""
    preprocessed = syntax.preprocessed
    straddling = [group for group in preprocessed.groups if not group.whole]
    _, first = found[0]
    low, high = first.node.start_byte, max(item.node.end_byte for _, item in found)
    inside = [group for group in straddling if low < group.start and group.end <= high]
    if not inside:
        found = found[:1]
    alternatives: list[list[Function]] = []
    for index, definition in found:
        blanked = syntax.blanked[index]
        alternatives.append(
            _lowered(syntax, annotations, project, symbols[index], definition, blanked=blanked)
        )
    joined = alternatives[-1][0]
    for (index, _), other in reversed(list(zip(found[:-1], alternatives[:-1], strict=True))):
        shown = [shown_condition(group, syntax.texts[index]) for group in inside]
        same = other[0].blocks == joined.blocks
        joined = other[0] if same else _join(other[0], joined, " || ".join(dict.fromkeys(shown)))
    return [joined, *alternatives[0][1:]]


def _join(first: Function, second: Function, text: str) -> Function:
    """Two readings of one function under a branch on the condition that tells them apart."""
    offset = len(first.blocks) + 1
    targets = (1, offset)
    if re.fullmatch(r"!\w+(\(\w+\))?", text):
        text, targets = text[1:], (offset, 1)
    operand = Constant(text, None)
    kind = BranchKind.PREPROCESSOR
    entry = Block(0, (), Branch(first.at, kind, "defined", operand, None, *targets, text))
    blocks = (entry, *shifted(first.blocks, 1, 0), *shifted(second.blocks, offset, 100000))
    return replace(first, blocks=blocks, end_line=max(first.end_line, second.end_line))


def _lowered(
    syntax: Syntax,
    annotations: Annotations | None,
    project: Project,
    symbols: Symbols,
    definition: Definition,
    *,
    blanked: Sequence[tuple[int, int]],
) -> list[Function]:
    source = syntax.preprocessed.source
    name, signature = definition.name, definition.signature
    meaning = annotations.functions.get(definition.body.start_byte) if annotations else None
    if meaning is not None:
        name, signature = meaning.name, meaning.signature
    groups = [
        group
        for group in syntax.preprocessed.groups
        if group.whole
        and definition.node.start_byte < group.start
        and group.end <= definition.node.end_byte
    ]
    at = source.locate(_name_offset(definition.node))
    reader = reader_of(source, syntax.language, project, symbols, annotations, groups, name)
    low, high = definition.body.start_byte, definition.body.end_byte
    reader.blanked.extend(span for span in blanked if low < span[0] < high)
    result_type = (
        meaning.result_type if meaning else text_of(definition.node.child_by_field_name("type"))
    )
    head = Function(
        name,
        at,
        source.line_of(definition.node.end_byte - 1),
        signature,
        meaning.kind if meaning else definition.kind,
        Origin.SYNTACTIC,
        "",
        normal_type(result_type + _pointer_of(definition.node)) if not meaning else result_type,
        tuple(_parameters(reader, definition.node)),
        (),
        meaning.usr if meaning else "",
        condition_at(syntax.preprocessed, definition.body.start_byte),
        meaning.linkage if meaning else ("internal" if definition.internal else "external"),
        meaning.overrides if meaning else False,
    )
    return _with_body(reader, head, definition.node, definition.body, meaning is not None)


def _from_macros(
    syntax: Syntax,
    annotations: Annotations | None,
    project: Project,
    symbols: Symbols,
    found: Iterable[Sequence[tuple[int, Definition]]],
) -> Iterator[Function]:
    """The functions that macros define outside of those that are written."""
    source, text = syntax.preprocessed.source, syntax.preprocessed.text
    taken = [(one.node.start_byte, one.node.end_byte) for item in found for _, one in item]
    for item in defined_functions(source, text, syntax.language, project.macros, taken):
        definition, at = item.definition, item.frame.at
        reader = reader_of(
            source, syntax.language, project, symbols, annotations, (), definition.name
        )
        reader.frames.append(item.frame)
        result = text_of(definition.node.child_by_field_name("type"))
        head = Function(
            definition.name,
            at,
            source.line_of(item.end - 1),
            definition.signature,
            definition.kind,
            Origin.SYNTACTIC,
            "",
            normal_type(result + _pointer_of(definition.node)),
            tuple(_parameters(reader, definition.node)),
            (),
            condition=condition_at(syntax.preprocessed, source.offset(at)),
            linkage="internal" if definition.internal else "external",
        )
        for one in _with_body(reader, head, definition.node, definition.body, False):
            yield replace(one, reason=f"defined by the macro {item.frame.macro}")


def _with_body(
    reader: Reader, head: Function, node: Node, body: Node, meant: bool
) -> list[Function]:
    """The function with its blocks, then its lambdas; how it was read follows from what was
    missed.
    """
    try:
        _declare_parameters(reader, head, node)
        if head.kind == "constructor":
            initialisers(reader, node, head.name.rpartition("::")[0])
        statement(reader, body)
        blocks = reader.builder.finish(reader.end(body))
    except RecursionError:
        reason = "nested too deeply to be read"
        block = Block(0, (Opaque(head.at, "function", reason),), Unreachable(head.at))
        return [replace(head, origin=Origin.OPAQUE, reason=reason, blocks=(block,))]
    origin, reason = _origin(reader, meant)
    functions = [replace(head, origin=origin, reason=reason, blocks=blocks)]
    for inner in reader.lambdas:
        functions.extend(_lambda(reader, inner, functions[0]))
    return functions


def _origin(reader: Reader, meant: bool) -> tuple[Origin, str]:
    if reader.annotations is None:
        return Origin.SYNTACTIC, NOT_COMPILED
    if reader.unclear:
        return Origin.SYNTACTIC, f"line {reader.unclear[0].line}: syntax not understood"
    if not meant:
        return Origin.SYNTACTIC, "not seen by the compiler"
    if reader.missing:
        at, text = reader.missing[0]
        return Origin.SYNTACTIC, f"line {at.line}: the compiler dropped {text!r}"
    return Origin.TYPED, ""


def _lambda(outer: Reader, one: Lambda, function: Function) -> list[Function]:
    node = one.node
    body = node.child_by_field_name("body")
    if body is None:
        return []
    reader = reader_of(
        outer.source,
        outer.language,
        outer.project,
        outer.symbols,
        outer.annotations,
        outer.groups,
        one.name,
    )
    reader.symbols.around = one.around
    reader.frames.extend(one.frames)
    signature = ", ".join(
        parameter_type(child) for child in parameter_nodes(node.child_by_field_name("declarator"))
    )
    functions = reader.annotations.functions if reader.annotations is not None else {}
    head = Function(
        one.name,
        reader.at(node),
        reader.end_line(node),
        signature,
        "lambda",
        Origin.SYNTACTIC,
        "",
        "",
        tuple(_parameters(reader, node)),
        (),
        condition=function.condition,
        linkage="internal",
    )
    return _with_body(reader, head, node, body, reader.origin(body) in functions)


def _name_offset(node: Node) -> int:
    name = declared_name(node.child_by_field_name("declarator"))
    while name is not None and name.type == "qualified_identifier":
        inner = name.child_by_field_name("name")
        if inner is None:
            break
        name = inner
    return name.start_byte if name is not None else node.start_byte


def _pointer_of(node: Node) -> str:
    declarator = node.child_by_field_name("declarator")
    stars = ""
    while declarator is not None and declarator.type in (
        "pointer_declarator",
        "reference_declarator",
    ):
        stars += "*" if declarator.type == "pointer_declarator" else "&"
        declarator = declarator.child_by_field_name("declarator") or (
            declarator.named_children[-1] if declarator.named_children else None
        )
    return f" {stars}" if stars else ""


def _parameters(reader: Reader, node: Node) -> Iterable[Parameter]:
    types = old_style_types(node)
    for child in parameter_nodes(node.child_by_field_name("declarator")):
        name = declared_name(child.child_by_field_name("declarator"))
        type = parameter_type(child)
        if child.type == "identifier":
            name, type = child, types.get(text_of(child), "int")
        at = reader.at(name or child)
        yield Parameter(at, text_of(name), type)


def _declare_parameters(reader: Reader, head: Function, node: Node) -> None:
    nodes = parameter_nodes(node.child_by_field_name("declarator"))
    for parameter, child in zip(head.parameters, nodes, strict=True):
        if not parameter.name:
            continue
        place = reader.declare(parameter.name, VariableKind.PARAMETER, parameter.type)
        name = declared_name(child.child_by_field_name("declarator"))
        known = reader.declaration(name) if name is not None else None
        dies = known.destructor if known is not None else ""
        if known is None and reader.language == "c++" and is_destroyed(parameter.type):
            dies = parameter.type
        if dies:
            reader.builder.dies_with_scope(place, dies)
