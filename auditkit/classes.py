"""Whether objects of a class run code when they begin and end, which libclang does not say.

Apart from `names` because it is a computation of its own over bases, fields and templates.
"""

from dataclasses import dataclass

from auditkit.cursors import (
    BASE_SPECIFIER,
    CONSTRUCTOR,
    DEPTH_LIMIT,
    DESTRUCTOR,
    FIELD,
    RECORDS,
    children,
)
from auditkit.parse import CXCursor, CXType, library

ARRAYS = frozenset({112, 114, 115, 116})
_POINTERS = frozenset({101, 103, 104})
_DEPENDENT = frozenset({1, 26})


@dataclass(frozen=True, slots=True)
class ClassTraits:
    """Whether destroying, or constructing by default, an object of the class runs any code."""

    destroys: bool
    constructs: bool


_PLAIN = ClassTraits(destroys=False, constructs=False)
Classes = dict[int, ClassTraits]


def destroyed_class(memo: Classes, kind: CXType) -> CXCursor | None:
    """The class whose destructor does something for a variable of this type, if there is one."""
    cursor = _class_of(kind)
    return cursor if cursor is not None and _class(memo, cursor, 0).destroys else None


def constructs(memo: Classes, constructor: CXCursor) -> bool:
    """Whether a constructor runs any code: it is written out, or it calls one that is."""
    if not library().clang_CXXMethod_isDefaulted(constructor):
        return True
    return _class(memo, library().clang_getCursorSemanticParent(constructor), 0).constructs


def _class_of(kind: CXType) -> CXCursor | None:
    """The class of an object or array type."""
    clang = library()
    canonical = clang.clang_getCanonicalType(kind)
    while canonical.kind in ARRAYS:
        canonical = clang.clang_getCanonicalType(clang.clang_getArrayElementType(canonical))
    if canonical.kind in _POINTERS:
        return None
    cursor: CXCursor = clang.clang_getTypeDeclaration(canonical)
    return cursor if cursor.kind in RECORDS else None


def _class(memo: Classes, cursor: CXCursor, depth: int) -> ClassTraits:
    key = cursor.first or 0
    if key not in memo:
        memo[key] = _PLAIN
        if depth < DEPTH_LIMIT:
            memo[key] = _class_of_members(memo, cursor, depth)
    return memo[key]


def _class_of_members(memo: Classes, cursor: CXCursor, depth: int) -> ClassTraits:
    """What a class does by itself, by its bases and by its fields.

    An implicit instantiation has no members to visit, so its template is read; where that has
    members of a dependent type, the template arguments stand for them.
    """
    clang = library()
    definition = clang.clang_getCursorDefinition(cursor)
    template = clang.clang_getSpecializedCursorTemplate(cursor)
    members = children(definition) if definition.first else []
    if not members and template.first:
        members = children(clang.clang_getCursorDefinition(template))
    own = [_member_class(memo, member, depth) for member in members]
    if any(_is_dependent(member) for member in members):
        own += _argument_classes(memo, clang.clang_getCursorType(cursor), depth)
    return ClassTraits(
        destroys=any(one.destroys for one in own), constructs=any(one.constructs for one in own)
    )


def _member_class(memo: Classes, member: CXCursor, depth: int) -> ClassTraits:
    clang = library()
    if member.kind in (DESTRUCTOR, CONSTRUCTOR):
        written = not clang.clang_CXXMethod_isDefaulted(member)
        return ClassTraits(
            destroys=written and member.kind == DESTRUCTOR,
            constructs=written and member.kind == CONSTRUCTOR,
        )
    if member.kind not in (FIELD, BASE_SPECIFIER):
        return _PLAIN
    cursor = _class_of(clang.clang_getCursorType(member))
    return _PLAIN if cursor is None else _class(memo, cursor, depth + 1)


def _is_dependent(member: CXCursor) -> bool:
    """Whether a field or base of a template takes its type from the template's arguments."""
    if member.kind not in (FIELD, BASE_SPECIFIER):
        return False
    clang = library()
    kind = clang.clang_getCanonicalType(clang.clang_getCursorType(member))
    return kind.kind in _DEPENDENT


def _argument_classes(memo: Classes, kind: CXType, depth: int) -> list[ClassTraits]:
    clang = library()
    found: list[ClassTraits] = []
    for number in range(max(0, clang.clang_Type_getNumTemplateArguments(kind))):
        argument = clang.clang_Type_getTemplateArgumentAsType(kind, number)
        cursor = _class_of(argument) if argument.kind else None
        if cursor is not None:
            found.append(_class(memo, cursor, depth + 1))
    return found
