"""Source to highlighted lines, numbered as a C compiler numbers them.

Apart from its users because both snippets and the report's listings need exactly these lines:
Pygments' own line handling counts differently at lone carriage returns and leading blank lines.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup, escape
from pygments.lexer import RegexLexer
from pygments.lexers.c_cpp import CppLexer
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType

from auditkit.source import SourceFile
from auditkit.views.markup import shown

LONGEST = 2000
"""Longer lines are cut, since a line of a megabyte is data and stalls lexers and browsers."""

Piece = tuple[str, str]
"""A kind (`k`, `t`, `s`, `m`, `c`, `p`, `f` or empty for plain) and the text, already visible."""

_KINDS: tuple[tuple[_TokenType, str], ...] = (
    (Comment.Preproc, "p"),
    (Comment.PreprocFile, "s"),
    (Comment, "c"),
    (Keyword.Type, "t"),
    (Keyword, "k"),
    (String, "s"),
    (Number, "m"),
    (Name.Function, "f"),
    (Name.Class, "t"),
)


@lru_cache(maxsize=16)
def highlighted(source: SourceFile) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a file, each as pieces of one kind; line N is at index N - 1."""
    return _lines([_clipped(line) for line in source.lines()], CppLexer())


def python(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a notebook's cell as pieces."""
    return _lines([_clipped(line) for line in text.split("\n")], PythonLexer())


def _lines(lines: list[str], lexer: RegexLexer) -> tuple[tuple[Piece, ...], ...]:
    pieces: list[list[Piece]] = [[] for _ in lines]
    number = 0
    # get_tokens would turn lone carriage returns into line ends; the unprocessed stream does not.
    for _, token, value in lexer.get_tokens_unprocessed("\n".join(lines)):
        for index, part in enumerate(value.split("\n")):
            number += 1 if index else 0
            if part:
                pieces[number].append((_kind(token), shown(part)))
    return tuple(_merged(line) for line in pieces)


def classed(pieces: tuple[Piece, ...]) -> Markup:
    """The markup of a line with bare classes, for a page that has a style sheet."""
    return Markup("").join(
        Markup(f'<span class="{kind}">{escape(text)}</span>') if kind else escape(text)
        for kind, text in pieces
    )


def shortened(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    """The first characters of a line, followed by a note where it was cut."""
    total = sum(len(text) for _, text in pieces)
    if total <= length:
        return pieces
    return (*_taken(pieces, length), ("c", f" … ({total - length} more characters)"))


def _taken(pieces: tuple[Piece, ...], length: int) -> Iterator[Piece]:
    for kind, text in pieces:
        if length <= 0:
            return
        yield kind, text[:length]
        length -= len(text)


def _clipped(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST]} … ({len(line) - LONGEST} more characters)"


def _kind(token: _TokenType) -> str:
    return next((kind for family, kind in _KINDS if token in family), "")


def _merged(line: list[Piece]) -> tuple[Piece, ...]:
    groups = groupby(line, key=lambda piece: piece[0])
    return tuple((kind, "".join(text for _, text in group)) for kind, group in groups)
