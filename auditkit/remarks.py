"""What the text of a file tells beside its code: names given away, jumps, and authors' remarks.

Apart from the facts because comments are none, and a name that is given away stands anywhere.
"""

import re
from collections.abc import Iterator

from auditkit.source import Location, SourceFile

_TOLERATED = re.compile(
    r"(?://|/\*|^\s*\*).*(?i:\bignor|optional|best.effort|harmless|on purpose|tolerat|anyway"
    r"|(?:not|non|isn't|no).{0,12}(?:fatal|error|critical|wrong|matter|problem)|fall ?back"
    r"|doesn't matter|go on|continue|keep going|good enough|try the next|is fine|is ok\b"
    r"|allowed to fail|may fail)"
)
"""Comments by which authors say that a failure may be passed over."""
_JUMP = re.compile(r"\b(?:goto|return|break|continue)\b")


def author_comment(source: SourceFile, line: int) -> str:
    """The comment on a line, above or below it, that speaks of work left to do, if there is one."""
    for number in (line, line - 1, line + 1):
        if 1 <= number <= source.line_count:
            text = source.line(number)
            mark = max(text.find("//"), text.find("/*"), text.find(" * "))
            if mark >= 0 and any(word in text for word in ("TODO", "FIXME", "XXX", "HACK")):
                return text[mark:].strip()[:200]
    return ""


def is_tolerated(source: SourceFile, line: int) -> bool:
    """Whether a comment beside the answer to a failure says that it is tolerated on purpose."""
    first, last = max(1, line - 1), min(source.line_count, line + 3)
    return any(_TOLERATED.search(source.line(number)) for number in range(first, last + 1))


def jump_between(source: SourceFile, first: Location, last: Location) -> Location:
    """The last jump that is spelled between two places, or the first place."""
    for number in range(min(last.line, source.line_count), first.line, -1):
        match = _JUMP.search(source.line(number))
        if match is not None:
            return Location(first.path, number, match.start() + 1)
    return first


def given_names(text: str, wanted: frozenset[str]) -> Iterator[str]:
    """The names in a text that are given away: behind `(`, `,`, `=` or `{`, and not called."""
    for match in re.finditer(r"(?:\w+::)*(\w+)", text):
        if match[1] not in wanted:
            continue
        before = text[max(0, match.start() - 100) : match.start()].rstrip().removesuffix("&")
        after = text[match.end() : match.end() + 100].lstrip()
        if before.rstrip()[-1:] in ("(", ",", "=", "{") and after[:1] in (",", ")", "}", ";"):
            yield match[1]
