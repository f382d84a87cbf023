"""A translation unit to Annotations: what the compiler knows of each file, by byte offset.

Tokens tell cheaply which declarations a file holds, so that the thousands of declarations of its
headers are never visited; then each function and initialiser is walked once. Nothing of libclang
leaves this module.
"""

import ctypes
import re
from collections.abc import Collection, Iterator
from ctypes import c_uint, c_void_p
from dataclasses import dataclass, field, replace

from auditkit import names as declared
from auditkit.annotations import Annotations, Declaration, FunctionMeaning, Reference
from auditkit.classes import constructs
from auditkit.cursors import (
    CALL,
    COMPOUND,
    CONSTRUCTOR,
    CONVERSION,
    DECL_REF,
    FIELD,
    FIRST_EXPRESSION,
    FUNCTIONS,
    LAMBDA,
    LAST_STATEMENT,
    MACRO_DEFINITION,
    MACRO_EXPANSION,
    MEMBER_EXPRESSION,
    MEMBER_REF,
    OVERLOADED,
    PAREN,
    TEMPLATE_REF,
    TRY,
    TYPE_REF,
    UNEXPOSED,
    VARIABLE,
    VARIABLE_REF,
    VARIABLES,
    is_template,
    spelling,
)
from auditkit.expansions import (
    annotated_tokens,
    line_end,
    macro_definitions,
    skipped_lines,
)
from auditkit.names import Names
from auditkit.parse import VISITOR, CXCursor, CXSourceLocation, Parsed, library

_NAMES = frozenset({TYPE_REF, TEMPLATE_REF, MEMBER_REF, VARIABLE_REF, DECL_REF, MEMBER_EXPRESSION})
_ROOTS = FUNCTIONS | VARIABLES
_NAMED_ROOTS = frozenset({VARIABLE, FIELD})
_RECURSE = 2
_NAME_LIMIT = 200
_OPERATOR_WORDS = (b"and", b"bitand", b"bitor", b"compl", b"not", b"or", b"xor", b"co_await")
_LAST_NAME = re.compile(rb"(~?[^\W\d]\w*)\s*$")
_QUALIFIER = re.compile(rb"\b[^\W\d]\w*::$")


@dataclass(slots=True)
class _Reader:
    """One file while it is read: where it lies among libclang's raw locations, and what was found.

    `guessed` says that names which look dependent come from errors and not from a template.
    """

    parsed: Parsed
    names: Names
    file: int
    data: bytes
    base: int
    cursors: list[CXCursor] = field(default_factory=list)
    macro_cursors: dict[str, CXCursor] = field(default_factory=dict)
    macro_offsets: dict[int, int | None] = field(default_factory=dict)
    visited: set[int] = field(default_factory=set)
    references: dict[int, Reference] = field(default_factory=dict)
    declarations: dict[int, Declaration] = field(default_factory=dict)
    functions: dict[int, FunctionMeaning] = field(default_factory=dict)
    conversions: dict[int, Reference] = field(default_factory=dict)
    conversion_ends: dict[int, int] = field(default_factory=dict)
    expansions: dict[int, str] = field(default_factory=dict)
    starts: set[int] = field(default_factory=set)
    guessed: bool = False
    pending: Reference | None = None
    constructions: list[tuple[int, CXCursor, CXCursor]] = field(default_factory=list)
    tries: dict[int, CXCursor] = field(default_factory=dict)


def annotate(parsed: Parsed, files: Collection[str]) -> tuple[Annotations, ...]:
    """What the translation unit tells of each of these files, given by path under the root."""
    names = Names()
    included = ((parsed.path_of(file), handle) for file, handle in parsed.included.items())
    return tuple(
        _annotations(parsed, names, path, handle) for path, handle in included if path in files
    )


def _annotations(parsed: Parsed, names: Names, path: str, handle: int) -> Annotations:
    base = library().clang_getLocationForOffset(parsed.handle, handle, 0).raw
    reader = _Reader(parsed, names, handle, parsed.contents(handle), base)
    _read_tokens(reader)
    for root in _roots(reader):
        if (root.first or 0) not in reader.visited:
            _walk(reader, root)
    _settle_constructions(reader)
    return Annotations(
        path=path,
        unit=parsed.unit.path,
        references=reader.references,
        declarations=reader.declarations,
        functions=reader.functions,
        conversions=reader.conversions,
        expansions=reader.expansions,
        macros=macro_definitions(parsed, reader.macro_cursors),
        starts=frozenset(reader.starts),
        skipped=skipped_lines(parsed, handle, reader.base, reader.data),
        has_errors=parsed.has_errors,
        conversion_ends=reader.conversion_ends,
        is_erroneous=path in parsed.erroneous,
    )


def _read_tokens(reader: _Reader) -> None:
    """Notes the macro invocations, and one cursor for each declaration that matters.

    Those are variables and fields by their name, and whatever statements and expressions are in.
    So a function is met where its body is, and one whose name a macro makes is not missed, as in
    `TEST(suite, name) { … }`; prototypes, the bulk of a header, are passed by.
    """
    clang = library()
    handle = reader.parsed.handle
    begin = clang.clang_getLocationForOffset(handle, reader.file, 0)
    end = clang.clang_getLocationForOffset(handle, reader.file, len(reader.data))
    tokens = annotated_tokens(reader.parsed, begin, end)
    seen: set[tuple[int, bool]] = set()
    defined_to = 0
    for number, (_, raw, length, kind, declaration) in enumerate(tokens.rows):
        if FIRST_EXPRESSION <= kind <= LAST_STATEMENT or kind in _NAMED_ROOTS:
            key = (declaration, kind in _NAMED_ROOTS)
            if key not in seen:
                seen.add(key)
                reader.cursors.append(tokens.cursors[number])
        elif kind == MACRO_EXPANSION and raw - reader.base >= defined_to:
            _note_expansion(reader, tokens.cursors[number], raw - reader.base, length)
        elif kind == MACRO_DEFINITION and raw - reader.base >= defined_to:
            defined_to = line_end(reader.data, raw - reader.base)


def _note_expansion(reader: _Reader, cursor: CXCursor, offset: int, length: int) -> None:
    name = reader.data[offset : offset + length].decode("utf-8", "replace")
    if name not in reader.macro_cursors:
        reader.macro_cursors[name] = library().clang_getCursorReferenced(cursor)
    reader.expansions[offset] = name


def _roots(reader: _Reader) -> Iterator[CXCursor]:
    """The declarations to walk, in the order of their first tokens."""
    clang = library()
    seen: set[int | None] = set()
    for cursor in reader.cursors:
        root = cursor
        if cursor.kind not in _NAMED_ROOTS:
            root = clang.clang_getCursorSemanticParent(cursor)
        if root.first not in seen and root.kind in _ROOTS:
            seen.add(root.first)
            yield root


def _walk(reader: _Reader, root: CXCursor) -> None:
    """Records everything below a function or a variable."""
    reader.guessed = reader.parsed.has_errors and not is_template(root)
    found: list[tuple[CXCursor, CXCursor]] = [(root, root)]

    def visit(cursor: CXCursor, parent: CXCursor, _data: int) -> int:
        found.append((cursor, parent))
        return _RECURSE

    library().clang_visitChildren(root, VISITOR(visit), None)
    location = library().clang_getCursorLocation
    base, size, starts = reader.base, len(reader.data), reader.starts
    for cursor, parent in found:
        kind = cursor.kind
        if kind == UNEXPOSED:
            continue
        at = location(cursor)
        offset = at.raw - base
        hidden = False
        if not 0 <= offset <= size:
            if not at.raw:
                _record_conversion(reader, cursor, parent)
                continue
            offset = _macro_offset(reader, at)
            if offset < 0:
                continue
            hidden = offset in reader.expansions
        if FIRST_EXPRESSION <= kind <= LAST_STATEMENT:
            starts.add(offset)
            if reader.pending is not None and kind != PAREN:
                _settle_pending(reader, cursor, -1 if hidden else offset)
        if not hidden:
            _record(reader, cursor, parent, offset)


def _offset(reader: _Reader, cursor: CXCursor) -> int:
    """Where in the file a cursor is, or the macro that it is written by; -1 in another file."""
    return _file_offset(reader, library().clang_getCursorLocation(cursor))


def _file_offset(reader: _Reader, at: CXSourceLocation) -> int:
    offset = int(at.raw - reader.base)
    return offset if 0 <= offset <= len(reader.data) else _macro_offset(reader, at)


def _macro_offset(reader: _Reader, at: CXSourceLocation) -> int:
    """Where in the file a location inside a macro is written or expanded; -1 in another file."""
    known = reader.macro_offsets.get(at.raw)
    if known is None:
        file, offset = c_void_p(), c_uint()
        library().clang_getFileLocation(at, ctypes.byref(file), None, None, ctypes.byref(offset))
        known = offset.value if file.value == reader.file else -1
        reader.macro_offsets[at.raw] = known
    return known


def _record(reader: _Reader, cursor: CXCursor, parent: CXCursor, offset: int) -> None:
    kind = cursor.kind
    if kind in _NAMES:
        _record_reference(reader, cursor, offset)
    elif kind == CALL:
        _record_construction(reader, cursor, parent, offset)
    elif kind == OVERLOADED:
        _record_overloaded(reader, cursor, offset)
    elif kind in VARIABLES:
        _record_declaration(reader, cursor, offset)
    elif kind == COMPOUND:
        _record_function(reader, parent, offset)
    elif kind == TRY and parent.kind in FUNCTIONS:
        reader.tries[cursor.second or 0] = parent


def _record_reference(reader: _Reader, cursor: CXCursor, offset: int) -> None:
    target = library().clang_getCursorReferenced(cursor)
    if target.kind == OVERLOADED:
        return
    if target.first and not FIRST_EXPRESSION <= target.kind <= LAST_STATEMENT:
        reference = declared.reference(reader.names, target)
        if reference is not None and _is_spelled(reader.data, offset, reference):
            reader.references.setdefault(offset, reference)
    elif cursor.kind in (MEMBER_EXPRESSION, DECL_REF):
        _record_dependent(reader, cursor)


def _is_spelled(data: bytes, offset: int, reference: Reference) -> bool:
    """Whether the name stands in the source, unlike the hidden variables of a range-for."""
    if reference.kind == "destructor" or reference.name.startswith('operator""'):
        return True
    name = reference.name.encode("utf-8", "surrogateescape")
    if data.startswith(name, offset):
        return True
    symbol = name.removeprefix(b"operator")[:1]
    return symbol != name[:1] and (
        data.startswith((symbol, b"operator"), offset) or data.startswith(_OPERATOR_WORDS, offset)
    )


def _record_dependent(reader: _Reader, cursor: CXCursor) -> None:
    """Records a name that only an instantiation resolves; it is the last one of its expression."""
    extent = library().clang_getCursorExtent(cursor)
    begin, end = extent.begin - reader.base, extent.end - reader.base
    if reader.guessed or not 0 <= begin < end <= len(reader.data):
        return
    match = _LAST_NAME.search(reader.data[begin:end])
    if match is not None:
        name = match[1].decode("utf-8", "replace")
        reference = Reference(name, name, "dependent", "", "")
        reader.references.setdefault(begin + match.start(1), reference)


def _record_construction(reader: _Reader, cursor: CXCursor, parent: CXCursor, offset: int) -> None:
    """Keeps a constructor's call until all names are known; a member's initialiser is its field."""
    target = library().clang_getCursorReferenced(cursor)
    if target.kind != CONSTRUCTOR:
        return
    if parent.kind in FUNCTIONS:
        known = reader.references.get(offset)
        if known is not None and known.kind == "field":
            return
    at = _offset(reader, parent) if parent.kind in VARIABLES else offset
    reader.constructions.append((at, cursor, target))


def _record_overloaded(reader: _Reader, cursor: CXCursor, offset: int) -> None:
    """Records a set of overloads; an empty set is a name that nobody declared."""
    if reader.guessed or not library().clang_getNumOverloadedDecls(cursor):
        return
    name = spelling(cursor)
    reader.references.setdefault(offset, Reference(name, name, "overloaded", "", ""))


def _record_declaration(reader: _Reader, cursor: CXCursor, offset: int) -> None:
    reader.visited.add(cursor.first or 0)
    declaration = declared.declaration(reader.names, cursor)
    if declaration is not None and declaration.name:
        reader.declarations.setdefault(offset, declaration)


def _record_function(reader: _Reader, parent: CXCursor, offset: int) -> None:
    owner = parent
    if parent.kind == TRY:
        owner = reader.tries.pop(parent.second or 0, parent)
    if owner.kind in FUNCTIONS:
        reader.visited.add(owner.first or 0)
        meaning = declared.function(reader.names, owner)
    elif owner.kind == LAMBDA:
        meaning = declared.lambda_function(reader.names, owner)
    else:
        return
    if meaning is not None and reader.data[offset : offset + 1] in (b"{", b"<"):
        reader.functions.setdefault(offset, meaning)


def _record_conversion(reader: _Reader, cursor: CXCursor, parent: CXCursor) -> None:
    """Records the implicit call of a conversion function, whose name is written nowhere."""
    target = library().clang_getCursorReferenced(cursor)
    if cursor.kind != MEMBER_EXPRESSION or target.kind != CONVERSION:
        return
    offset = _offset(reader, parent)
    reference = declared.reference(reader.names, target)
    if reference is not None and offset in reader.expansions:
        reader.pending = reference
    elif reference is not None and offset >= 0:
        _add_conversion(reader, offset, cursor, reference)


def _settle_pending(reader: _Reader, converted: CXCursor, offset: int) -> None:
    """Gives a conversion whose operand a macro puts in parentheses to what these hold."""
    if reader.pending is not None and offset >= 0:
        _add_conversion(reader, offset, converted, reader.pending)
    reader.pending = None


def _add_conversion(
    reader: _Reader, offset: int, converted: CXCursor, reference: Reference
) -> None:
    """Records a conversion with where the converted expression ends, the outermost one first."""
    if offset not in reader.conversions:
        extent = library().clang_getCursorExtent(converted)
        end = _file_offset(reader, library().clang_getRangeEnd(extent))
        reader.conversions[offset] = reference
        reader.conversion_ends[offset] = max(offset, end)


def _settle_constructions(reader: _Reader) -> None:
    """Gives each constructor call to its variable, to its written name, or to the conversions."""
    begins = _type_begins(reader)
    clang = library()
    for offset, call, target in reader.constructions:
        reference = declared.reference(reader.names, target)
        if reference is None:
            continue
        declaration = reader.declarations.get(offset)
        if declaration is not None:
            if not declaration.constructor and constructs(reader.names.classes, target):
                reader.declarations[offset] = replace(
                    declaration,
                    constructor=reference.qualified,
                    constructor_usr=reference.usr,
                )
        elif offset in begins:
            reader.references[begins[offset]] = reference
        elif not (
            clang.clang_CXXConstructor_isCopyConstructor(target)
            or clang.clang_CXXConstructor_isMoveConstructor(target)
        ):
            _add_conversion(reader, offset, call, reference)


def _type_begins(reader: _Reader) -> dict[int, int]:
    """Where the qualified spelling of each type begins, with the offset of its last name."""
    begins: dict[int, int] = {}
    for offset, reference in reader.references.items():
        if reference.kind == "type":
            begins[_qualified_begin(reader.data, offset)] = offset
    return begins


def _qualified_begin(data: bytes, offset: int) -> int:
    """Where the qualified name begins whose last component is at this offset."""
    start = offset
    while data[max(0, start - 2) : start] == b"::":
        match = _QUALIFIER.search(data, max(0, start - _NAME_LIMIT), start)
        if match is None:
            break
        start = match.start()
    return start
