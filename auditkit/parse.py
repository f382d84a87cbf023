"""A unit of the build to libclang's translation unit, its diagnostics and the files it read.

Holds the ctypes declarations of the few C functions that `parse` and `annotate` call. They are
declared here and not taken from `clang.cindex` because that wraps each cursor in Python objects,
which costs more than the parse itself; only those two modules know of clang.
"""

import ctypes
import os
from collections.abc import Mapping
from ctypes import POINTER, c_char_p, c_int, c_longlong, c_size_t, c_uint, c_void_p
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from clang.cindex import conf

from auditkit.annotations import Diagnostic
from auditkit.build import Unit, resource_directory
from auditkit.errors import ParseError
from auditkit.source import Location

DIAGNOSTIC_LIMIT = 200
SEVERITIES = ("ignored", "note", "warning", "error", "fatal")
_DETAILED_PREPROCESSING_RECORD = 0x01
_KEEP_GOING = 0x200
_FAILURES = {1: "it failed", 2: "libclang crashed", 3: "invalid arguments", 4: "broken syntax tree"}


class CXString(ctypes.Structure):
    """A string that libclang owns until it is disposed of."""

    _fields_ = [("data", c_void_p), ("flags", c_uint)]


class CXCursor(ctypes.Structure):
    """A node of the tree: its kind, and pointers of which `first` is the declaration it is in."""

    _fields_ = [
        ("kind", c_int),
        ("xdata", c_int),
        ("first", c_void_p),
        ("second", c_void_p),
        ("third", c_void_p),
    ]


class CXType(ctypes.Structure):
    """A type: `first` and `kind` identify it."""

    _fields_ = [("kind", c_int), ("first", c_void_p), ("second", c_void_p)]


class CXSourceLocation(ctypes.Structure):
    """A location; `raw` counts bytes over all files, and has the high bit set inside macros."""

    _fields_ = [("first", c_void_p), ("second", c_void_p), ("raw", c_uint)]


class CXSourceRange(ctypes.Structure):
    """Two raw locations."""

    _fields_ = [("first", c_void_p), ("second", c_void_p), ("begin", c_uint), ("end", c_uint)]


class CXSourceRangeList(ctypes.Structure):
    """An array of ranges that libclang owns."""

    _fields_ = [("count", c_uint), ("ranges", POINTER(CXSourceRange))]


class CXToken(ctypes.Structure):
    """A token: `numbers` holds its kind, its raw location and its length."""

    _fields_ = [("numbers", c_uint * 4), ("pointer", c_void_p)]


VISITOR = ctypes.CFUNCTYPE(c_int, CXCursor, CXCursor, c_void_p)
INCLUSION_VISITOR = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_uint, c_void_p)

_FUNCTIONS: tuple[tuple[str, tuple[Any, ...], Any], ...] = (
    ("clang_createIndex", (c_int, c_int), c_void_p),
    ("clang_disposeIndex", (c_void_p,), None),
    (
        "clang_parseTranslationUnit2",
        (c_void_p, c_char_p, c_void_p, c_int, c_void_p, c_uint, c_uint, POINTER(c_void_p)),
        c_int,
    ),
    ("clang_disposeTranslationUnit", (c_void_p,), None),
    ("clang_getCString", (CXString,), c_char_p),
    ("clang_disposeString", (CXString,), None),
    ("clang_getFileName", (c_void_p,), CXString),
    ("clang_getFile", (c_void_p, c_char_p), c_void_p),
    ("clang_File_tryGetRealPathName", (c_void_p,), CXString),
    ("clang_getFileContents", (c_void_p, c_void_p, POINTER(c_size_t)), c_void_p),
    ("clang_getInclusions", (c_void_p, INCLUSION_VISITOR, c_void_p), None),
    ("clang_getNumDiagnostics", (c_void_p,), c_uint),
    ("clang_getDiagnostic", (c_void_p, c_uint), c_void_p),
    ("clang_disposeDiagnostic", (c_void_p,), None),
    ("clang_getDiagnosticSeverity", (c_void_p,), c_int),
    ("clang_getDiagnosticSpelling", (c_void_p,), CXString),
    ("clang_getDiagnosticLocation", (c_void_p,), CXSourceLocation),
    (
        "clang_getFileLocation",
        (CXSourceLocation, POINTER(c_void_p), POINTER(c_uint), POINTER(c_uint), POINTER(c_uint)),
        None,
    ),
    ("clang_getLocationForOffset", (c_void_p, c_void_p, c_uint), CXSourceLocation),
    ("clang_getRange", (CXSourceLocation, CXSourceLocation), CXSourceRange),
    ("clang_getRangeStart", (CXSourceRange,), CXSourceLocation),
    ("clang_getRangeEnd", (CXSourceRange,), CXSourceLocation),
    ("clang_tokenize", (c_void_p, CXSourceRange, POINTER(c_void_p), POINTER(c_uint)), None),
    ("clang_annotateTokens", (c_void_p, c_void_p, c_uint, c_void_p), None),
    ("clang_disposeTokens", (c_void_p, c_void_p, c_uint), None),
    ("clang_getSkippedRanges", (c_void_p, c_void_p), POINTER(CXSourceRangeList)),
    ("clang_disposeSourceRangeList", (POINTER(CXSourceRangeList),), None),
    ("clang_visitChildren", (CXCursor, VISITOR, c_void_p), c_uint),
    ("clang_getCursorLocation", (CXCursor,), CXSourceLocation),
    ("clang_getCursorExtent", (CXCursor,), CXSourceRange),
    ("clang_getCursorReferenced", (CXCursor,), CXCursor),
    ("clang_getCanonicalCursor", (CXCursor,), CXCursor),
    ("clang_getCursorDefinition", (CXCursor,), CXCursor),
    ("clang_getCursorSemanticParent", (CXCursor,), CXCursor),
    ("clang_getSpecializedCursorTemplate", (CXCursor,), CXCursor),
    ("clang_getTemplateCursorKind", (CXCursor,), c_int),
    ("clang_getCursorSpelling", (CXCursor,), CXString),
    ("clang_getCursorUSR", (CXCursor,), CXString),
    ("clang_getCursorType", (CXCursor,), CXType),
    ("clang_getCursorResultType", (CXCursor,), CXType),
    ("clang_getCursorLinkage", (CXCursor,), c_int),
    ("clang_getCursorExceptionSpecificationType", (CXCursor,), c_int),
    ("clang_Cursor_getStorageClass", (CXCursor,), c_int),
    ("clang_Cursor_hasAttrs", (CXCursor,), c_uint),
    ("clang_Cursor_isAnonymous", (CXCursor,), c_uint),
    ("clang_EnumDecl_isScoped", (CXCursor,), c_uint),
    ("clang_Cursor_isInlineNamespace", (CXCursor,), c_uint),
    ("clang_isInvalidDeclaration", (CXCursor,), c_uint),
    ("clang_getNumOverloadedDecls", (CXCursor,), c_uint),
    ("clang_CXXMethod_isConst", (CXCursor,), c_uint),
    ("clang_CXXMethod_isVirtual", (CXCursor,), c_uint),
    ("clang_CXXMethod_isDefaulted", (CXCursor,), c_uint),
    ("clang_CXXConstructor_isCopyConstructor", (CXCursor,), c_uint),
    ("clang_CXXConstructor_isMoveConstructor", (CXCursor,), c_uint),
    ("clang_getOverriddenCursors", (CXCursor, POINTER(c_void_p), POINTER(c_uint)), None),
    ("clang_disposeOverriddenCursors", (c_void_p,), None),
    ("clang_getEnumConstantDeclValue", (CXCursor,), c_longlong),
    ("clang_getCursorPrintingPolicy", (CXCursor,), c_void_p),
    ("clang_PrintingPolicy_setProperty", (c_void_p, c_int, c_uint), None),
    ("clang_PrintingPolicy_dispose", (c_void_p,), None),
    ("clang_getCursorPrettyPrinted", (CXCursor, c_void_p), CXString),
    ("clang_getTypeSpelling", (CXType,), CXString),
    ("clang_getCanonicalType", (CXType,), CXType),
    ("clang_getTypeDeclaration", (CXType,), CXCursor),
    ("clang_getArrayElementType", (CXType,), CXType),
    ("clang_getNumArgTypes", (CXType,), c_int),
    ("clang_getArgType", (CXType, c_uint), CXType),
    ("clang_isFunctionTypeVariadic", (CXType,), c_uint),
    ("clang_Type_getNumTemplateArguments", (CXType,), c_int),
    ("clang_Type_getTemplateArgumentAsType", (CXType, c_uint), CXType),
    ("clang_getClangVersion", (), CXString),
)


@lru_cache(maxsize=1)
def library() -> Any:
    """libclang with its functions declared; raises ParseError where it is not installed."""
    try:
        loaded = ctypes.CDLL(conf.get_filename())
    except OSError as error:
        raise ParseError(f"libclang cannot be loaded ({error}): pip install libclang") from error
    for name, arguments, result in _FUNCTIONS:
        function = getattr(loaded, name)
        function.argtypes = arguments
        function.restype = result
    return loaded


def text(string: CXString) -> str:
    """The text of a string of libclang, which is disposed of; bytes that are not UTF-8 are lost."""
    return _bytes(string).decode("utf-8", "replace")


def _bytes(string: CXString) -> bytes:
    clang = library()
    value: bytes | None = clang.clang_getCString(string)
    clang.clang_disposeString(string)
    return value or b""


def version() -> str:
    """libclang's version, for cache keys and `doctor`."""
    return text(library().clang_getClangVersion())


@dataclass(slots=True)
class Parsed:
    """A translation unit in memory; `close` frees it, so use it in a `with` statement.

    `included` holds every file it read, the main file first, by absolute path, with libclang's
    handle of the file; `erroneous` the paths of those that an error is reported in.
    """

    unit: Unit
    root: Path
    handle: int
    index: int
    included: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]
    erroneous: frozenset[str]

    @property
    def has_errors(self) -> bool:
        """Whether an error is reported anywhere in the unit."""
        return bool(self.erroneous)

    def __enter__(self) -> "Parsed":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Frees the translation unit; what was annotated stays valid."""
        if self.handle:
            library().clang_disposeTranslationUnit(self.handle)
            library().clang_disposeIndex(self.index)
            self.handle = self.index = 0

    def contents(self, handle: int) -> bytes:
        """The bytes of a file as the compiler read them."""
        size = c_size_t()
        start = library().clang_getFileContents(self.handle, handle, ctypes.byref(size))
        return ctypes.string_at(start, size.value) if start else b""

    def path_of(self, file: str) -> str:
        """The path relative to the root of an absolute one, itself where it lies outside."""
        prefix = f"{self.root}{os.sep}"
        return file[len(prefix) :].replace(os.sep, "/") if file.startswith(prefix) else file


def parse(unit: Unit, root: Path) -> Parsed:
    """The translation unit of a unit of the build; raises ParseError where there is none."""
    clang = library()
    if not os.access(unit.file, os.R_OK):
        raise ParseError(f"{unit.file} cannot be read: check that it exists and its permissions")
    arguments = [os.fsencode(argument) for argument in command(unit)]
    array = (c_char_p * len(arguments))(*arguments)
    index = clang.clang_createIndex(0, 0)
    handle = c_void_p()
    failure = clang.clang_parseTranslationUnit2(
        index,
        os.fsencode(unit.file),
        array,
        len(arguments),
        None,
        0,
        _DETAILED_PREPROCESSING_RECORD | _KEEP_GOING,
        ctypes.byref(handle),
    )
    if failure or not handle.value:
        clang.clang_disposeIndex(index)
        raise ParseError(f"{unit.path}: libclang cannot parse it: {_FAILURES.get(failure)}")
    parsed = Parsed(unit, root, handle.value, index, {}, (), frozenset())
    parsed.included = _included(parsed)
    parsed.diagnostics, parsed.erroneous = _diagnostics(parsed)
    return parsed


def command(unit: Unit) -> tuple[str, ...]:
    """The compiler's arguments for a unit, without the file: its flags and the kit's own."""
    headers = resource_directory()
    resource: tuple[str, ...] = ()
    if headers is not None:
        plain = headers.name == "include"
        resource = ("-isystem", str(headers)) if plain else ("-resource-dir", str(headers))
    return (
        "-x",
        unit.language,
        *unit.flags,
        *resource,
        "-ferror-limit=0",
        "-Xclang",
        "-disable-pragma-debug-crash",
    )


def real_path(file: int) -> str:
    """The absolute path of a file handle, with the links of its folders resolved."""
    clang = library()
    path = _bytes(clang.clang_File_tryGetRealPathName(file))
    folder, name = os.path.split(os.fsdecode(path or _bytes(clang.clang_getFileName(file))))
    return os.path.join(_real_folder(folder), name)


@lru_cache(maxsize=4096)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


def _included(parsed: Parsed) -> dict[str, int]:
    handles: list[int] = []
    visitor = INCLUSION_VISITOR(lambda file, _stack, _depth, _data: handles.append(file))
    library().clang_getInclusions(parsed.handle, visitor, None)
    files: dict[str, int] = {}
    for handle in dict.fromkeys(handles):
        files.setdefault(real_path(handle), handle)
    return files


def _diagnostics(parsed: Parsed) -> tuple[tuple[Diagnostic, ...], frozenset[str]]:
    """The warnings and errors, those under the root first, and the paths that have an error."""
    clang = library()
    found: list[Diagnostic] = []
    for number in range(clang.clang_getNumDiagnostics(parsed.handle)):
        diagnostic = clang.clang_getDiagnostic(parsed.handle, number)
        severity = SEVERITIES[clang.clang_getDiagnosticSeverity(diagnostic)]
        message = text(clang.clang_getDiagnosticSpelling(diagnostic))
        message = message.replace(f"{parsed.root}{os.sep}", "")
        at = _place(parsed, clang.clang_getDiagnosticLocation(diagnostic))
        found.append(Diagnostic(at, severity, message, parsed.unit.path))
        clang.clang_disposeDiagnostic(diagnostic)
    erroneous = frozenset(row.at.path for row in found if row.severity in ("error", "fatal"))
    found.sort(key=lambda row: (os.path.isabs(row.at.path), row.severity == "warning"))
    return tuple(found[:DIAGNOSTIC_LIMIT]), erroneous


def _place(parsed: Parsed, location: CXSourceLocation) -> Location:
    file, line, column = c_void_p(), c_uint(), c_uint()
    library().clang_getFileLocation(
        location, ctypes.byref(file), ctypes.byref(line), ctypes.byref(column), None
    )
    if not file.value:  # about the unit as a whole, as "cannot be decoded"
        return Location(parsed.unit.path, 1, 1)
    return Location(parsed.path_of(real_path(file.value)), line.value, column.value)
