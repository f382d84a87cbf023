"""libclang's declarations to records: references, declared variables and functions, memoised.

Apart from `annotate`, which finds where names are used, because what a declaration means is
asked once for each declaration and not for each use.
"""

import ctypes
import re
from ctypes import c_uint, c_void_p
from dataclasses import dataclass, field

from auditkit.annotations import Declaration, FunctionMeaning, Reference
from auditkit.classes import ARRAYS, Classes, destroyed_class
from auditkit.cursors import (
    CONSTRUCTOR,
    CONVERSION,
    DESTRUCTOR,
    ENUM,
    ENUM_CONSTANT,
    FIELD,
    FIRST_EXPRESSION,
    FUNCTION,
    FUNCTION_TEMPLATE,
    FUNCTIONS,
    METHOD,
    NAMESPACE,
    PARAMETER,
    RECORDS,
    TEMPLATE_PARAMETER,
    TYPE_ALIAS,
    TYPE_ALIAS_TEMPLATE,
    TYPE_PARAMETER,
    TYPEDEF,
    VALUE_PARAMETER,
    VARIABLE,
    children,
    placeless,
    spelling,
)
from auditkit.facts import VariableKind
from auditkit.parse import CXCursor, CXType, library, text

_RESULTLESS = frozenset({CONSTRUCTOR, DESTRUCTOR})
_KINDS = {
    FUNCTION: "function",
    METHOD: "method",
    CONSTRUCTOR: "constructor",
    DESTRUCTOR: "destructor",
    CONVERSION: "conversion",
    FIELD: "field",
    VARIABLE: "variable",
    PARAMETER: "variable",
    VALUE_PARAMETER: "constant",
    ENUM_CONSTANT: "constant",
}
_PARAMETERS = frozenset({TYPE_PARAMETER, VALUE_PARAMETER, TEMPLATE_PARAMETER})
_TYPES = RECORDS | {
    ENUM,
    TYPEDEF,
    TYPE_PARAMETER,
    TEMPLATE_PARAMETER,
    TYPE_ALIAS,
    TYPE_ALIAS_TEMPLATE,
}
_NEVER_THROWING = frozenset({1, 4, 9})
_STATIC_STORAGE, _EXTERN_STORAGE = 3, 2
_INTERNAL_LINKAGE = frozenset({1, 2, 3})
_TERSE = 17
_NO_RETURN = re.compile(r"\b(?:_Noreturn|_*noreturn_*)\b")
_BUILTIN_ENDS = frozenset({"__builtin_unreachable", "__builtin_trap", "__builtin_abort"})


@dataclass(slots=True)
class Names:
    """What the declarations of one translation unit mean, each asked of libclang once."""

    references: dict[int, Reference | None] = field(default_factory=dict)
    spellings: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    scopes: dict[int, str] = field(default_factory=dict)
    classes: Classes = field(default_factory=dict)


def scope(names: Names, cursor: CXCursor) -> str:
    """The enclosing namespaces and classes of a declaration joined by `::`, empty at file scope."""
    clang = library()
    parent = clang.clang_getCursorSemanticParent(cursor)
    chain: list[CXCursor] = []
    while parent.first and parent.first not in names.scopes and parent.kind < FIRST_EXPRESSION:
        chain.append(parent)
        parent = clang.clang_getCursorSemanticParent(parent)
    outer = names.scopes.get(parent.first or 0, "")
    for parent in reversed(chain):
        own = _scope_name(parent)
        outer = f"{outer}::{own}" if outer and own else outer or own
        names.scopes[parent.first] = outer
    return outer


def _scope_name(cursor: CXCursor) -> str:
    """A scope's own part of a qualified name, empty where it adds none."""
    clang = library()
    if cursor.kind == NAMESPACE:
        if clang.clang_Cursor_isInlineNamespace(cursor):
            return ""
        name = spelling(cursor)
        return name if name and not name.startswith("(") else "(anonymous)"
    if cursor.kind not in RECORDS and cursor.kind != ENUM:
        return ""
    if clang.clang_Cursor_isAnonymous(cursor):
        return ""
    if cursor.kind == ENUM:
        return spelling(cursor) if clang.clang_EnumDecl_isScoped(cursor) else ""
    return spelling(cursor)


def qualified(names: Names, cursor: CXCursor) -> str:
    """The name of a declaration with its enclosing namespaces and classes."""
    outer = scope(names, cursor)
    name = spelling(cursor)
    return f"{outer}::{name}" if outer else name


def type_texts(names: Names, kind: CXType) -> tuple[str, str]:
    """A type as spelled, and its canonical spelling."""
    key = (kind.kind, kind.first or 0)
    known = names.spellings.get(key)
    if known is None:
        clang = library()
        known = (
            placeless(text(clang.clang_getTypeSpelling(kind))),
            placeless(text(clang.clang_getTypeSpelling(clang.clang_getCanonicalType(kind)))),
        )
        names.spellings[key] = known
    return known


def reference(names: Names, cursor: CXCursor) -> Reference | None:
    """What a use of a declaration refers to, None where the compiler had to guess."""
    key = cursor.first or 0
    if key not in names.references:
        names.references[key] = _reference(names, cursor)
    return names.references[key]


def _reference(names: Names, cursor: CXCursor) -> Reference | None:
    clang = library()
    kind = cursor.kind
    if kind == FUNCTION_TEMPLATE:
        kind = clang.clang_getTemplateCursorKind(cursor)
    if kind in FUNCTIONS:
        return _function_reference(names, cursor, _KINDS[kind])
    if kind in _TYPES:
        name = spelling(cursor)
        full = name if kind in _PARAMETERS else qualified(names, cursor)
        return Reference(name, full, "type", _usr(cursor), full)
    if kind not in _KINDS or clang.clang_isInvalidDeclaration(cursor):
        return None
    return _variable_reference(names, cursor)


def _function_reference(names: Names, cursor: CXCursor, kind: str) -> Reference | None:
    clang = library()
    if kind == "function" and _is_implicit(cursor):
        return None
    result = type_texts(names, clang.clang_getCursorResultType(cursor))[0]
    return Reference(
        name=spelling(cursor),
        qualified=qualified(names, cursor),
        kind=kind,
        usr=_usr(cursor),
        type=scope(names, cursor) if kind == "constructor" else result,
        variable=VariableKind.FUNCTION,
        may_throw=_may_throw(cursor),
        never_returns=_never_returns(names, cursor),
    )


def _variable_reference(names: Names, cursor: CXCursor) -> Reference:
    clang = library()
    kind = cursor.kind
    variable = variable_kind(cursor)
    name = spelling(cursor)
    local = (VariableKind.LOCAL, VariableKind.PARAMETER, VariableKind.STATIC)
    own = variable in local or kind == VALUE_PARAMETER
    value = clang.clang_getEnumConstantDeclValue(cursor) if kind == ENUM_CONSTANT else None
    return Reference(
        name=name,
        qualified=name if own else qualified(names, cursor),
        kind=_KINDS[kind],
        usr=_usr(cursor),
        type=type_texts(names, clang.clang_getCursorType(cursor))[0],
        variable=variable,
        value=value,
    )


def variable_kind(cursor: CXCursor) -> VariableKind:
    """Which kind of variable a declaration declares."""
    clang = library()
    if cursor.kind != VARIABLE:
        return {
            PARAMETER: VariableKind.PARAMETER,
            FIELD: VariableKind.MEMBER,
        }.get(cursor.kind, VariableKind.CONSTANT)
    parent = clang.clang_getCursorSemanticParent(cursor).kind
    if parent in RECORDS:
        return VariableKind.MEMBER
    storage = clang.clang_Cursor_getStorageClass(cursor)
    if parent not in FUNCTIONS or storage == _EXTERN_STORAGE:
        return VariableKind.GLOBAL
    return VariableKind.STATIC if storage == _STATIC_STORAGE else VariableKind.LOCAL


def declaration(names: Names, cursor: CXCursor) -> Declaration | None:
    """A declared variable, None where its type had to be guessed."""
    clang = library()
    if clang.clang_isInvalidDeclaration(cursor):
        return None
    kind = clang.clang_getCursorType(cursor)
    spelled, canonical = type_texts(names, kind)
    variable = variable_kind(cursor)
    destructor = ""
    if variable in (VariableKind.LOCAL, VariableKind.PARAMETER):
        destroyed = destroyed_class(names.classes, kind)
        destructor = "" if destroyed is None else qualified(names, destroyed)
    if variable is VariableKind.PARAMETER:
        canonical = _decayed(names, kind) or canonical
    return Declaration(spelling(cursor), spelled, canonical, variable, destructor)


def _decayed(names: Names, kind: CXType) -> str:
    """The pointer that a parameter of array type is; empty for other types."""
    clang = library()
    canonical = clang.clang_getCanonicalType(kind)
    if canonical.kind not in ARRAYS:
        return ""
    element = type_texts(names, clang.clang_getArrayElementType(canonical))[1]
    base, bracket, rest = element.partition("[")
    if bracket:
        return f"{base} (*)[{rest}"
    return f"{base}*" if base.endswith("*") else f"{base} *"


def function(names: Names, cursor: CXCursor) -> FunctionMeaning | None:
    """A function with a body, None where its type had to be guessed."""
    clang = library()
    if clang.clang_isInvalidDeclaration(cursor):
        return None
    kind = cursor.kind
    if kind == FUNCTION_TEMPLATE:
        kind = clang.clang_getTemplateCursorKind(cursor)
    internal = clang.clang_getCursorLinkage(cursor) in _INTERNAL_LINKAGE
    result = clang.clang_getCursorResultType(cursor)
    return FunctionMeaning(
        name=qualified(names, cursor),
        signature=_signature(names, cursor),
        kind=_KINDS[kind],
        usr=_usr(cursor),
        result_type="" if kind in _RESULTLESS else type_texts(names, result)[0],
        linkage="internal" if internal else "external",
        overrides=_overrides(cursor),
        may_throw=_may_throw(cursor),
    )


def _signature(names: Names, cursor: CXCursor) -> str:
    clang = library()
    kind = clang.clang_getCursorType(cursor)
    parts = [
        type_texts(names, clang.clang_getArgType(kind, number))[0]
        for number in range(max(0, clang.clang_getNumArgTypes(kind)))
    ]
    if parts and clang.clang_isFunctionTypeVariadic(kind):
        parts.append("...")
    return ", ".join(parts) + (" const" if clang.clang_CXXMethod_isConst(cursor) else "")


def _usr(cursor: CXCursor) -> str:
    return text(library().clang_getCursorUSR(cursor))


def _is_implicit(cursor: CXCursor) -> bool:
    """Whether the compiler declared the function itself because nobody else did.

    Such a declaration spans nothing, or just the name where it is first called.
    """
    extent = library().clang_getCursorExtent(cursor)
    name = spelling(cursor)
    if name.startswith(("__", "operator")):
        return False
    return bool(extent.end - extent.begin in (0, len(name)))


def _may_throw(cursor: CXCursor) -> bool:
    """Whether the type lets exceptions out; a USR without parameters is one of C linkage."""
    clang = library()
    if cursor.kind == DESTRUCTOR or (cursor.kind == FUNCTION and "#" not in _usr(cursor)):
        return False
    return clang.clang_getCursorExceptionSpecificationType(cursor) not in _NEVER_THROWING


def _never_returns(names: Names, cursor: CXCursor) -> bool:
    """Whether the function is declared to never return.

    libclang has no kind for this attribute. The one of GNU is part of the type; the others are
    read from the declaration, printed without its body.
    """
    clang = library()
    kind = type_texts(names, clang.clang_getCursorType(cursor))[0]
    if spelling(cursor) in _BUILTIN_ENDS or _NO_RETURN.search(kind):
        return True
    return any(
        clang.clang_Cursor_hasAttrs(one) and _NO_RETURN.search(_printed(one))
        for one in (cursor, clang.clang_getCanonicalCursor(cursor))
    )


def _printed(cursor: CXCursor) -> str:
    clang = library()
    policy = clang.clang_getCursorPrintingPolicy(cursor)
    clang.clang_PrintingPolicy_setProperty(policy, _TERSE, 1)
    printed = text(clang.clang_getCursorPrettyPrinted(cursor, policy))
    clang.clang_PrintingPolicy_dispose(policy)
    return printed


def _overrides(cursor: CXCursor) -> bool:
    clang = library()
    if cursor.kind not in FUNCTIONS or not clang.clang_CXXMethod_isVirtual(cursor):
        return False
    overridden, count = c_void_p(), c_uint()
    clang.clang_getOverriddenCursors(cursor, ctypes.byref(overridden), ctypes.byref(count))
    if overridden.value:
        clang.clang_disposeOverriddenCursors(overridden)
    return count.value > 0


def lambda_function(names: Names, cursor: CXCursor) -> FunctionMeaning:
    """The call operator of a lambda expression, without a name."""
    clang = library()
    closure = clang.clang_getTypeDeclaration(clang.clang_getCursorType(cursor))
    operators = [one for one in children(closure) if one.kind in (METHOD, FUNCTION_TEMPLATE)]
    if not operators:  # none is known to lack it; a crash would cost the whole file
        return FunctionMeaning("", "", "lambda", "", "", "internal", False, True)
    operator = operators[0]
    return FunctionMeaning(
        name="",
        signature=_signature(names, operator).removesuffix(" const"),
        kind="lambda",
        usr=_usr(operator),
        result_type=type_texts(names, clang.clang_getCursorResultType(operator))[0],
        linkage="internal",
        overrides=False,
        may_throw=_may_throw(operator),
    )
