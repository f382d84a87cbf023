"""Which declared types hold nothing sensible until somebody writes: numbers, pointers, C's structs.

With types the front end has settled that; from syntax alone the spelling must do.
"""

import re

from auditkit.facts import Function, Origin

_NUMBERS = re.compile(
    r"(?:(?:unsigned|signed|long|short|int|char|bool|_Bool|float|double|wchar_t|u?int\d+_t|\w+_t"
    r"|u(?:int|char|short|long)|qu?int\d+|qu?longlong|qreal|qsizetype|BOOL|[A-Z][A-Z0-9_]+)\s*)+"
)
_TAGGED = re.compile(r"(?:struct|union|enum)\s+\w+")
_QUALIFIERS = re.compile(
    r"\b(?:const|volatile|register|auto|thread_local|_Thread_local|restrict)\b"
)
_OF_WINDOWS = frozenset(
    ("BOOL", "BYTE", "CHAR", "DWORD", "HANDLE", "INT", "LONG", "SOCKET", "UINT", "ULONG", "WORD")
)
_C_FILES = (".c", ".h", ".inc")


_STANDARD = re.compile(
    r"(?:u?int(?:_(?:fast|least))?\d+|s?size|u?intptr|ptrdiff|wchar|wint|char(?:8|16|32)|time|clock|off"
    r"|[pugi]id|mode|dev|ino|nlink|socklen|sa_family|in_addr|in_port|u?intmax|u?int|u_\w+)_t"
)


def is_array(type: str) -> bool:
    """Whether a type as written is an array's."""
    return type.endswith("]")


def is_pointer(type: str) -> bool:
    """Whether a type as written is a pointer's."""
    return type.endswith("*") or ("(*" in type and "{" not in type)


def is_plain(function: Function, type: str) -> bool:
    """Whether a variable of this type has no value of its own: nothing is constructed."""
    bare = _QUALIFIERS.sub("", type.split("[")[0]).strip()
    if not bare or type.endswith("&"):
        return False
    if function.origin is Origin.TYPED or is_pointer(bare):
        return bare != "auto"
    if function.at.path.endswith(_C_FILES):
        return True
    if re.fullmatch(r"[A-Z][A-Z0-9]+", bare) and bare not in _OF_WINDOWS:
        return False
    return _NUMBERS.fullmatch(bare) is not None or _TAGGED.fullmatch(bare) is not None


def is_scalar(type: str) -> bool:
    """Whether a type is a number's or a pointer's, as far as its spelling tells."""
    bare = _QUALIFIERS.sub("", type).strip()
    return is_pointer(bare) or (
        not is_array(type)
        and _NUMBERS.fullmatch(bare) is not None
        and not re.fullmatch(r"[A-Z][A-Z0-9_]+", bare)
    )


def is_own_number(type: str) -> bool:
    """Whether only a name that a project made up, `key_t`, says that a type is a number's."""
    bare = _QUALIFIERS.sub("", type).strip()
    return bare.endswith("_t") and " " not in bare and _STANDARD.fullmatch(bare) is None
