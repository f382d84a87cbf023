"""Masks: what a grammar without macros would stumble over is blanked, every offset kept.

Apart from the parse because this is knowledge of how C projects write, not of syntax trees.
"""

import re
from collections.abc import Mapping

from auditkit.annotations import Annotations, MacroMeaning
from auditkit.loops import mask_loops
from auditkit.preprocess import blank

_VANISHING = re.compile(
    rb"\b(?:Q_DECL_\w+|Q_OBJECT|Q_GADGET|QT_BEGIN_\w*|QT_END_\w*|Q_INVOKABLE|Q_REQUIRED_RESULT"
    rb"|Q_CONSTINIT|Q_ALWAYS_INLINE|Q_NEVER_INLINE|\w+_EXPORT|Q_AUTOTEST_EXPORT|OPENSSL_EXPORT|OSSL_DEPRECATED\w*"
    rb"|__extension__|__attribute_\w+__|__fallthrough(?:__)?|__restrict(?:__)?|__inline(?:__)?|__THROW|WINAPI|CALLBACK|APIENTRY|__cdecl"
    rb"|__stdcall|G_BEGIN_DECLS|G_END_DECLS|__BEGIN_DECLS|__END_DECLS)\b(?!\s*[:(=])"
)


_WITH_ARGUMENTS = re.compile(
    rb"\b(?:__attribute__|__attribute|__declspec|__nonnull|OSSL_DEPRECATED\w*|Q_DECLARE_\w+|Q_DISABLE_\w+"
    rb"|Q_PROPERTY|Q_ENUM|Q_FLAG|Q_INTERFACES|Q_DECL_DEPRECATED_X|QT_WARNING_DISABLE_\w+|Q_PRIVATE_SLOT"
    rb"|G_GNUC_\w+|QT_REQUIRE_CONFIG|Q_MOC_INCLUDE|_Pragma|__pragma"
    rb"|__asm__(?=\s*\((?:\s*\"[^\"]*\")+\s*\)))\s*(?=\()"
)
"""What is masked with the parentheses behind it; of assembly the names of symbols, not code."""


_SLOTS = re.compile(rb"\b(?:(?:Q_SLOTS|slots)(?=\s*:)|(?:Q_EMIT|emit)(?=\s+[A-Za-z_]))")


_SIGNALS = re.compile(rb"\b(Q_SIGNALS|signals)(?=\s*:(?!:))")


_TEMPLATE_MACROS = re.compile(rb"\b(?:STACK_OF|LHASH_OF|SPARSE_ARRAY_OF)\s*\(\s*\w+\s*\)")


_CONST_ARGUMENT = re.compile(rb"(\b[A-Z][A-Z_]+\s*\(\s*)const\b(?=\s+\w+\s*\)\s*;)")
"""The `const` of a class that is given to a macro, as in `Q_D(const QDtls);`."""


_BARE_STATEMENT = re.compile(
    rb"(?:^|(?<=[;{}]))[ \t]*([A-Z_][A-Z0-9_]{2,}|[A-Z][A-Za-z]{0,7}(?:_[A-Z0-9]+){2,})"
    rb"[ \t]*(?=\(|\n)",
    re.MULTILINE,
)


_WORD = re.compile(rb"[A-Za-z_]\w+")
WITH_ARGUMENTS = b"("
"""Stands for a macro that vanishes with its arguments."""
UNREAD = b"{"
"""Stands for a macro that hides one half of a pair of braces; it is left out, and that is noted."""


def mask(
    text: bytes,
    replaced: Mapping[bytes, bytes],
    *,
    plus: bool = False,
    blanked: list[tuple[int, int]] | None = None,
) -> bytes:
    """The text without macros that would confuse the grammar; offsets and lines are kept.

    `replaced` gives macros of the project that stand for nothing or for a specifier no longer
    than their name, `WITH_ARGUMENTS` for those that vanish with what they are given, `UNREAD` for
    those whose place is added to `blanked`; `plus` says that the language is C++.
    """
    text = _VANISHING.sub(lambda match: b" " * len(match[0]), text)
    text = _TEMPLATE_MACROS.sub(_as_identifier, text)
    text = _CONST_ARGUMENT.sub(lambda match: match[1] + b"     ", text)
    text = _SLOTS.sub(lambda match: b" " * len(match[0]), text)
    text = _SIGNALS.sub(lambda match: b"public".ljust(len(match[0])), text)
    masked = bytearray(text)
    for match in _WITH_ARGUMENTS.finditer(text):
        end = closing(text, match.end())
        if end:
            masked[match.start() : end] = blank(text[match.start() : end])
    present = replaced.keys() & set(_WORD.findall(text)) if replaced else ()
    if present:
        pattern = re.compile(rb"\b(?:" + b"|".join(map(re.escape, sorted(present))) + rb")\b")
        for match in pattern.finditer(text):
            stand_in = replaced[match[0]]
            if stand_in not in (WITH_ARGUMENTS, UNREAD):
                masked[match.start() : match.end()] = stand_in.ljust(len(match[0]))
                continue
            end = _invocation_end(text, match.end())
            masked[match.start() : end] = blank(text[match.start() : end])
            if stand_in == UNREAD and blanked is not None:
                blanked.append((match.start(), end))
    mask_loops(text, masked, closing, plus=plus)
    _end_bare_statements(text, masked)
    return bytes(masked)


def _invocation_end(text: bytes, end: int) -> int:
    """Where a macro's invocation ends whose name ends there."""
    opening = _OPENING.match(text, end)
    return (closing(text, opening.end() - 1) if opening else 0) or end


_OPENING = re.compile(rb"[ \t]*\(")
_PARENTHESIS = re.compile(
    rb"""[()]|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""",
)


def closing(text: bytes, start: int) -> int:
    """The offset after the parenthesis that closes the one at `start`; 0 if there is none."""
    depth = 0
    for match in _PARENTHESIS.finditer(text, start, min(len(text), start + 20000)):
        depth += (match[0] == b"(") - (match[0] == b")")
        if depth == 0 and match[0] == b")":
            return match.end()
    return 0


def specifiers(
    macros: Mapping[str, MacroMeaning], annotations: Annotations | None
) -> dict[bytes, bytes]:
    """Macros known to expand to nothing, to an attribute, or to specifiers such as `static`."""
    known = dict(macros) | dict(annotations.macros if annotations else {})
    found = {}
    for name, macro in known.items():
        if _is_half(macro.body):
            found[name.encode()] = UNREAD
        elif macro.parameters is not None and macro.body and _ATTRIBUTE.fullmatch(macro.body):
            found[name.encode()] = WITH_ARGUMENTS
        if macro.parameters is not None or _GUARD.fullmatch(name):
            continue
        if _ATTRIBUTE.fullmatch(macro.body):
            found[name.encode()] = b""
        elif _SPECIFIER.fullmatch(macro.body):
            fits = len(macro.body) <= len(name)
            found[name.encode()] = macro.body.encode() if fits else b""
    return found


def _is_half(body: str) -> bool:
    """Whether a body opens a brace that it does not close, or the reverse."""
    if "{" not in body and "}" not in body:
        return False
    braces = re.findall(r"[{}]", _LITERAL.sub("", body))
    return braces.count("{") != braces.count("}") or "".join(braces).startswith("}")


_LITERAL = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')
_GUARD = re.compile(r"__\w+__|_\w+_H_?_?|\w+_H(?:PP)?_?|\w+_INCLUDED|HAVE_\w+|USE_\w+|\w+_DEBUG")


_ATTRIBUTE = re.compile(r'|(?:__attribute__|__declspec)\s*\(.*\)|extern(?: "C")?')


_SPECIFIER = re.compile(r"(?:(?:const|static|inline|volatile|register|extern)\s*)+")


def _as_identifier(match: re.Match[bytes]) -> bytes:
    return re.sub(rb"[^\w]", b"_", match[0])


def _end_bare_statements(text: bytes, masked: bytearray) -> None:
    """Puts a semicolon after a macro that stands alone on a line without one; a bare name is
    blanked.
    """
    for match in _BARE_STATEMENT.finditer(text):
        before = bytes(masked[max(0, match.start() - 400) : match.start()]).rstrip()
        if before and before[-1:] not in b";{}:)":
            continue
        opens = text[match.end() : match.end() + 1] == b"("
        end = closing(text, match.end()) if opens else match.end()
        if not end or (before[-1:] == b")" and not _ends_macro_line(before)):
            continue
        tail = re.compile(rb"[ \t]*\n\s*").match(text, end)
        if tail is None:
            continue
        following = text[tail.end() : tail.end() + 1]
        if following in b'{;,.)]+-*/?=<>&|^%"[' and following:
            continue
        if opens:
            masked[end : end + 1] = b";"
        elif following != b"(":
            masked[match.start(1) : match.end(1)] = b" " * len(match[1])


def _ends_macro_line(before: bytes) -> bool:
    return re.search(rb"(?:^|\n)[ \t]*[A-Z_][A-Z0-9_]{2,}[ \t]*\([^\n]*\)$", before) is not None
