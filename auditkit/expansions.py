"""What the preprocessor left: tokens with the cursors they belong to, macros, inactive lines.

Apart from `annotate` because definitions lie in any file that was read, and are found from token
to token instead of by visiting all that the headers define.
"""

import ctypes
from collections.abc import Mapping, Sequence
from ctypes import c_uint, c_void_p
from dataclasses import dataclass, replace
from typing import Literal

from auditkit.annotations import MacroMeaning
from auditkit.cursors import MACRO_DEFINITION, MACRO_EXPANSION, spelling
from auditkit.macros import command_line_definition, definition, integer, names
from auditkit.parse import CXCursor, CXSourceLocation, CXToken, Parsed, library, real_path
from auditkit.source import NOWHERE, Location

MACRO_LIMIT = 2000
IDENTIFIER_TOKEN = 2
_CURSOR_KIND = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a range, column by column, with the kind and declaration of their cursors.

    A row is (token kind, raw location, length, cursor kind, declaration that the cursor is in).
    """

    rows: Sequence[tuple[int, int, int, int, int]]
    cursors: ctypes.Array[CXCursor]


def annotated_tokens(parsed: Parsed, begin: CXSourceLocation, end: CXSourceLocation) -> Tokens:
    """The tokens of a range with the cursors they belong to, read from memory in bulk."""
    clang = library()
    pointer, count = c_void_p(), c_uint()
    clang.clang_tokenize(
        parsed.handle, clang.clang_getRange(begin, end), ctypes.byref(pointer), ctypes.byref(count)
    )
    if not pointer.value:
        return Tokens((), (CXCursor * 0)())
    size = count.value
    cursors = (CXCursor * size)()
    clang.clang_annotateTokens(parsed.handle, pointer, size, cursors)
    numbers = _words(ctypes.string_at(pointer.value, size * ctypes.sizeof(CXToken)), "I")
    clang.clang_disposeTokens(parsed.handle, pointer, size)
    kinds, declarations = _words(bytes(cursors), "I")[0::8], _words(bytes(cursors), "Q")[1::4]
    columns = (numbers[0::6], numbers[1::6], numbers[2::6], kinds, declarations)
    return Tokens(list(zip(*columns, strict=True)), cursors)


def _words(memory: bytes, format: Literal["I", "Q"]) -> list[int]:
    return memoryview(memory).cast(format).tolist()


def macro_definitions(parsed: Parsed, invoked: Mapping[str, CXCursor]) -> dict[str, MacroMeaning]:
    """The definitions of the macros invoked, and of those that their bodies mention."""
    found: dict[str, MacroMeaning] = {}
    pending = list(invoked.items())
    values: dict[str, int | None] = {}
    while pending and len(found) < MACRO_LIMIT:
        name, cursor = pending.pop()
        if name in found or cursor.kind != MACRO_DEFINITION:
            continue
        meaning, mentioned = _macro(parsed, name, cursor)
        if meaning is not None:
            found[name] = meaning
            pending.extend(mentioned)
    for name in found:
        _evaluate(found, values, name)
    return {
        name: replace(meaning, value=values.get(name)) for name, meaning in sorted(found.items())
    }


def _evaluate(
    found: Mapping[str, MacroMeaning], values: dict[str, int | None], name: str
) -> int | None:
    """The value of an object-like macro; one that is being evaluated has none."""
    if name not in values:
        values[name] = None
        meaning = found.get(name)
        if meaning is not None and meaning.parameters is None:
            values[name] = integer(meaning.body, lambda other: _evaluate(found, values, other))
    return values[name]


def _macro(
    parsed: Parsed, name: str, cursor: CXCursor
) -> tuple[MacroMeaning | None, list[tuple[str, CXCursor]]]:
    """A macro's definition, and the cursors of the definitions that its body mentions."""
    clang = library()
    extent = clang.clang_getCursorExtent(cursor)
    begin, end = clang.clang_getRangeStart(extent), clang.clang_getRangeEnd(extent)
    file, line, column, first = _place(begin)
    if not file:
        return _command_line_macro(parsed, name), []
    data = parsed.contents(file)
    last = _place(end)[3]
    _, parameters, body = definition(data[first:last].decode("utf-8", "replace"))
    at = Location(parsed.path_of(real_path(file)), line, column)
    meaning = MacroMeaning(name, parameters, body, None, at)
    if not set(names(body)).difference(parameters or ()):
        return meaning, []
    line_start = data.rfind(b"\n", 0, first) + 1
    return meaning, _mentioned(
        parsed, clang.clang_getLocationForOffset(parsed.handle, file, line_start), end
    )


def _mentioned(
    parsed: Parsed, begin: CXSourceLocation, end: CXSourceLocation
) -> list[tuple[str, CXCursor]]:
    """The macros that a directive mentions; it must be read from its `#` for them to be known."""
    tokens = annotated_tokens(parsed, begin, end)
    return [
        (spelling(one), library().clang_getCursorReferenced(one))
        for row, one in zip(tokens.rows, tokens.cursors, strict=True)
        if row[_CURSOR_KIND] == MACRO_EXPANSION
    ]


def _place(location: CXSourceLocation) -> tuple[int, int, int, int]:
    """The file handle, line, column and offset of a location."""
    file, line, column, offset = c_void_p(), c_uint(), c_uint(), c_uint()
    library().clang_getFileLocation(
        location,
        ctypes.byref(file),
        ctypes.byref(line),
        ctypes.byref(column),
        ctypes.byref(offset),
    )
    return file.value or 0, line.value, column.value, offset.value


def _command_line_macro(parsed: Parsed, name: str) -> MacroMeaning | None:
    for flag in parsed.unit.flags:
        if flag.startswith(f"-D{name}"):
            found, parameters, body = command_line_definition(flag)
            if found == name:
                return MacroMeaning(name, parameters, body, None, NOWHERE)
    return None


def line_end(data: bytes, offset: int) -> int:
    """Where the logical line that holds this offset ends, after its line feed."""
    end = data.find(b"\n", offset)
    while end > 0 and data[offset:end].rstrip(b"\r").endswith(b"\\"):
        end = data.find(b"\n", end + 1)
    return end + 1 if end >= 0 else len(data)


def skipped_lines(parsed: Parsed, file: int, base: int, data: bytes) -> tuple[tuple[int, int], ...]:
    """The inactive lines of a file that starts at a raw location, without the directives around."""
    clang = library()
    listed = clang.clang_getSkippedRanges(parsed.handle, file)
    found: list[tuple[int, int]] = []
    for number in range(listed.contents.count):
        one = listed.contents.ranges[number]
        begin = line_end(data, one.begin - base)
        end = data.rfind(b"\n", 0, one.end - base) + 1
        if begin < end:
            found.append((begin, end))
    clang.clang_disposeSourceRangeList(listed)
    return tuple(sorted(found))
