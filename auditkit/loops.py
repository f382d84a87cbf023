"""Loops that a macro spells (`LL_FOREACH(head, item)`, Qt's `foreach`): masked as loops of C.

Apart from other masks because nothing is blanked here: a name becomes a keyword no longer than
itself, so that the block behind it is a body that runs any number of times, and lowering reads the
name from the source again.
"""

import re
from collections.abc import Callable, Iterator

_NAME = re.compile(
    rb"(?<![\w.>])(?:(?P<each>\w*(?:FOREACH|FOR_EACH|[Ff]or_?[Ee]ach)\w*|\w+_(?:ITER|iter)(?:_\w+)?)"
    rb"|(?P<shouted>[A-Z][A-Z0-9_]{4,}))[ \t]*(?=\()"
)
_SHOUTED = re.compile(rb"(?<![\w.>])[A-Z][A-Z0-9_]{4,}(?=[ \t]*\()")
_SPOKEN = re.compile(rb"FOREACH|FOR_EACH|[Ff]or_?[Ee]ach|_ITER|_iter")
_WORD = re.compile(rb"\w")
_FOREVER = re.compile(rb"(?<![\w.>])(?:forever|Q_FOREVER)(?=\s*\{)")
_OF_QT = re.compile(rb"(?:Q_FOREACH|BOOST_FOREACH|foreach)")
_DECLARED = re.compile(rb"\s*(?:const\s+)?[\w:]+(?:<[^;]*>)?[\s&*]+\w+\s*,")


def mask_loops(
    text: bytes, masked: bytearray, closing: Callable[[bytes, int], int], *, plus: bool
) -> None:
    """Turns macros in front of a block into `while`, or in C++ into `for (item : list)`.

    `closing` finds the parenthesis that closes one; `plus` says that the language is C++. A name
    that does not speak of iteration counts only in front of a brace, and not where a definition
    of a function could stand.
    """
    for match in _FOREVER.finditer(text):
        masked[match.start() : match.end()] = b"for(;;)".ljust(len(match[0]))
    for match in _candidates(text):
        end = closing(text, match.end())
        if not end or not _begins_statement(text, match.start()):
            continue
        following = text[end : end + 200].lstrip()[:1]
        spoken = match["each"] is not None
        if following in b";,)" or (not spoken and (following != b"{" or _is_outer(text, match))):
            continue
        name = match["each"] or match["shouted"]
        comma = _comma(text, match.end(), end)
        if plus and comma and _OF_QT.fullmatch(name) and _DECLARED.match(text, match.end() + 1):
            _replace(masked, match.start(), name, b"for")
            masked[comma : comma + 1] = b":"
        else:
            _replace(masked, match.start(), name, b"while")


def _candidates(text: bytes) -> Iterator["re.Match[bytes]"]:
    """What `_NAME` finds in a text, in order, without trying it at every word."""
    starts = {match.start() for match in _SHOUTED.finditer(text)}
    starts.update(match.start() for match in _SPOKEN.finditer(text))
    for start in sorted(starts):
        while start and _WORD.match(text, start - 1):
            start -= 1
        match = _NAME.match(text, start)
        if match is not None:
            yield match


def loop_macro(text: bytes, offset: int) -> str:
    """The name of the macro that spells a loop at an offset; empty where the keyword stands."""
    match = _NAME.match(text, offset)
    return match[0].decode().strip() if match is not None else ""


def _replace(masked: bytearray, start: int, name: bytes, keyword: bytes) -> None:
    masked[start : start + len(name)] = keyword.ljust(len(name))


def _begins_statement(text: bytes, start: int) -> bool:
    before = text[max(0, start - 300) : start].rstrip()
    return before[-1:] in (b";", b"{", b"}", b":", b")", b"/") or before.endswith(b"else")


def _is_outer(text: bytes, match: "re.Match[bytes]") -> bool:
    """Whether a name stands at the start of its line, as the definition of a function does."""
    return match.start() == 0 or text[match.start() - 1 : match.start()] == b"\n"


def _comma(text: bytes, start: int, end: int) -> int:
    """The offset of the first comma between two offsets that is in no inner bracket; 0 if none."""
    depth = 0
    for index in range(start, end):
        character = text[index : index + 1]
        depth += (character in b"([{<") - (character in b")]}>")
        if character == b"," and depth == 1:
            return index
    return 0
