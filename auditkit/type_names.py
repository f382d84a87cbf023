"""Types told by their spelling alone: scalars, and classes of the standard library and of Qt.

Where no compiler says what a type is, its name often does. Only names that mean the same in every
project are here.
"""

import re

_QUALIFIERS = re.compile(r"\b(?:const|volatile|static|register|constexpr|mutable)\b\s*")
SCALAR = re.compile(
    r"(?:unsigned|signed|int|long|short|char|bool|_Bool|float|double|uint|uchar|ushort|ulong"
    r"|wchar_t|s?size_t|time_t|off_t|socklen_t|q?u?int\d*(?:_t)?|u?intptr_t|ptrdiff_t|qreal"
    r"|qsizetype|qlonglong|qulonglong)(?: (?:int|long|char|short|double))*"
)
CLASS = re.compile(
    r"(?:std::)?(?:unique_ptr|shared_ptr|weak_ptr|lock_guard|unique_lock|scoped_lock|shared_lock"
    r"|vector|map|set|unordered_map|unordered_set|multimap|list|deque|queue|stack|optional"
    r"|function|basic_string|pair|tuple)<.*>"
    r"|std::(?:w|u8|u16|u32)?string|std::(?:[io]?f|[io]?string)?stream|std::j?thread|std::mutex"
    r"|string|std::lock_guard|std::scoped_lock|std::unique_lock"
    r"|Q[A-Z]\w*[a-z]\w*(?:<.*>)?"
)
"""Classes that have a constructor without arguments, and mostly a destructor that acts."""
_PLAIN = re.compile(
    r"Q(?:Char|Latin1Char|Latin1String|Latin1StringView|StringView|ByteArrayView|Point|PointF|Size"
    r"|SizeF|Rect|RectF|Flags<.*>|Pair<.*>|BasicTimer|ElapsedTimer|DeadlineTimer|ModelIndex)"
    r"|(?:std::)?(?:pair|tuple)<.*>"
)


def bare_type(type: str) -> str:
    """A type without qualifiers."""
    return _QUALIFIERS.sub("", type).strip()


def is_scalar(type: str) -> bool:
    """Whether a type is a pointer or a number for certain."""
    bare = bare_type(type)
    return bare.endswith("*") or bare == "auto" or SCALAR.fullmatch(bare) is not None


def is_class(type: str) -> bool:
    """Whether a type is a class that has constructors for certain."""
    return CLASS.fullmatch(bare_type(type)) is not None


def is_destroyed(type: str) -> bool:
    """Whether objects of a type have a destructor that does something."""
    return is_class(type) and _PLAIN.fullmatch(bare_type(type)) is None
