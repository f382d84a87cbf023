"""The kinds of libclang's cursors, and the small questions that are asked of one cursor."""

import re

from auditkit.parse import VISITOR, CXCursor, library, text

STRUCT, UNION, CLASS, ENUM, FIELD, ENUM_CONSTANT, FUNCTION, VARIABLE, PARAMETER = range(2, 11)
TYPEDEF, METHOD, NAMESPACE, LINKAGE_SPECIFICATION = 20, 21, 22, 23
CONSTRUCTOR, DESTRUCTOR, CONVERSION = 24, 25, 26
TYPE_PARAMETER, VALUE_PARAMETER, TEMPLATE_PARAMETER = 27, 28, 29
FUNCTION_TEMPLATE, CLASS_TEMPLATE, PARTIAL_SPECIALIZATION = 30, 31, 32
TYPE_ALIAS, TYPE_ALIAS_TEMPLATE = 36, 601
TYPE_REF, BASE_SPECIFIER, TEMPLATE_REF, MEMBER_REF, OVERLOADED, VARIABLE_REF = (
    43,
    44,
    45,
    47,
    49,
    50,
)
UNEXPOSED, DECL_REF, MEMBER_EXPRESSION, CALL, PAREN, LAMBDA = 100, 101, 102, 103, 111, 144
COMPOUND, TRY = 202, 224
MACRO_DEFINITION, MACRO_EXPANSION = 501, 502
FIRST_EXPRESSION, LAST_STATEMENT = 100, 299
RECORDS = frozenset({STRUCT, UNION, CLASS, CLASS_TEMPLATE, PARTIAL_SPECIALIZATION})
TEMPLATES = frozenset({FUNCTION_TEMPLATE, CLASS_TEMPLATE, PARTIAL_SPECIALIZATION})
FUNCTIONS = frozenset({FUNCTION, METHOD, CONSTRUCTOR, DESTRUCTOR, CONVERSION, FUNCTION_TEMPLATE})
VARIABLES = frozenset({VARIABLE, PARAMETER, FIELD})
DEPTH_LIMIT = 64
_CONTINUE = 1
_PLACE = re.compile(r"\(((?:lambda|(?:unnamed|anonymous)[ \w]*)) at .*?:\d+:\d+\)")


def children(cursor: CXCursor) -> list[CXCursor]:
    """The direct children of a cursor."""
    found: list[CXCursor] = []

    def visit(child: CXCursor, _parent: CXCursor, _data: int) -> int:
        found.append(child)
        return _CONTINUE

    library().clang_visitChildren(cursor, VISITOR(visit), None)
    return found


def spelling(cursor: CXCursor) -> str:
    """The name of a declaration, without the template arguments of a class."""
    name = placeless(text(library().clang_getCursorSpelling(cursor)))
    if cursor.kind in (CONSTRUCTOR, DESTRUCTOR) or cursor.kind == FUNCTION_TEMPLATE:
        return name if name.startswith("operator") else name.partition("<")[0]
    return name


def placeless(spelled: str) -> str:
    """A spelling without the absolute paths by which clang tells nameless types apart."""
    return _PLACE.sub(r"(\1)", spelled) if " at " in spelled else spelled


def is_template(cursor: CXCursor) -> bool:
    """Whether a declaration is, or is a member of, an uninstantiated template."""
    parent = cursor
    for _ in range(DEPTH_LIMIT):
        if parent.kind in TEMPLATES:
            return True
        if parent.kind not in FUNCTIONS | RECORDS | VARIABLES:
            return False
        parent = library().clang_getCursorSemanticParent(parent)
    return False
