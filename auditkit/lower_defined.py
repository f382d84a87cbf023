"""Functions that a macro defines at file scope, such as a table of `DEFINEFUNC(int, SSL_read, …)`.

Apart from other macros because no function holds the invocation: it is found in the text, since
arguments like `return 0` are nothing that a grammar expects there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditkit.annotations import MacroMeaning
from auditkit.lower_macro import split_arguments, substitute
from auditkit.masking import closing
from auditkit.reader import Frame
from auditkit.source import SourceFile
from auditkit.syntax import Definition, definitions, parse_text

_DEFINES = re.compile(r"\)\s*(?:const\s*)?\{")
_MOST = 3000


@dataclass(frozen=True, slots=True)
class Defined:
    """A function in a macro's expansion, and where in the file that ends."""

    frame: Frame
    definition: Definition
    end: int


def defining(macros: Mapping[str, MacroMeaning]) -> frozenset[str]:
    """The macros that define functions, by the look of their bodies."""
    return frozenset(
        name
        for name, macro in macros.items()
        if macro.parameters is not None
        and _DEFINES.search(macro.body)
        and macro.body.count("{") == macro.body.count("}")
        and not macro.body.lstrip("( ").startswith(("{", "do", "if", "while", "for", "switch"))
    )


def defined_functions(
    source: SourceFile,
    text: bytes,
    language: str,
    macros: Mapping[str, MacroMeaning],
    taken: Sequence[tuple[int, int]],
) -> Iterator[Defined]:
    """The functions that macros define in a text, outside of the ranges that are taken."""
    names = [name for name in sorted(defining(macros)) if name.encode() in text]
    if not names:
        return
    pattern = re.compile(
        rf"(?:^|(?<=[);}}]))[ \t]*({'|'.join(map(re.escape, names))})[ \t]*(?=\()".encode(),
        re.MULTILINE,
    )
    for number, match in enumerate(pattern.finditer(text)):
        end = closing(text, match.end())
        start = match.start(1)
        if end and number < _MOST and not any(low <= start < high for low, high in taken):
            yield from _expanded(source, text, language, macros[match[1].decode()], (start, end))


def _expanded(
    source: SourceFile,
    text: bytes,
    language: str,
    macro: MacroMeaning,
    span: tuple[int, int],
) -> Iterator[Defined]:
    start, end = span
    opening = text.index(b"(", start)
    inner = text[opening + 1 : end - 1].decode("utf-8", "surrogateescape")
    arguments = [
        (part, opening + 1 + offset) for part, offset in split_arguments(inner) if part or offset
    ]
    body, segments = substitute(macro, arguments, 0)
    tree = parse_text(body.encode("utf-8", "surrogateescape"), language)
    frame = Frame(macro.name, source.locate(start), segments)
    for definition in definitions(tree):
        yield Defined(frame, definition, end)
