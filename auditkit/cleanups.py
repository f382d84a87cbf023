"""The `cleanup` attribute of GNU C, also behind macros: the function called at the end of a scope.

Works on text because attributes are masked before the grammar sees them.
"""

import re
from collections.abc import Mapping

from auditkit.annotations import MacroMeaning

_ATTRIBUTE = re.compile(r"\b(?:__)?cleanup(?:__)?\s*\(\s*([\w#\s]+?)\s*\)")
_KNOWN = {"g_autofree": "g_free"}


def cleanup_pattern(text: bytes, macros: Mapping[str, MacroMeaning]) -> "re.Pattern[str] | None":
    """What to look for before a declaration of a file; None where nothing can be there."""
    names = [
        name for name, macro in macros.items() if _ATTRIBUTE.search(macro.body) and len(name) > 2
    ]
    present = [name for name in (*names, *_KNOWN) if name.encode() in text]
    if not present and b"cleanup" not in text:
        return None
    words = "|".join(map(re.escape, [*present, "__attribute__", "__attribute"]))
    return re.compile(rf"\b({words})\b\s*(\((?:[^()]|\([^()]*(?:\([^()]*\))?[^()]*\))*\))?")


def cleanup_of(text: str, pattern: "re.Pattern[str]", macros: Mapping[str, MacroMeaning]) -> str:
    """The function that the text of a declaration has called at the end; empty if there is none."""
    for match in pattern.finditer(text):
        name, arguments = match[1], match[2] or ""
        if name in _KNOWN:
            return _KNOWN[name]
        macro = macros.get(name)
        found = _ATTRIBUTE.search(arguments if macro is None else _expanded(macro, arguments))
        if found is not None:
            return re.sub(r"\s*##\s*", "", found[1])
    return ""


def _expanded(macro: MacroMeaning, arguments: str) -> str:
    values = [part.strip() for part in arguments[1:-1].split(",")]
    bound = dict(zip(macro.parameters or (), values, strict=False))
    return re.sub(r"\w+", lambda match: bound.get(match[0], match[0]), macro.body)
