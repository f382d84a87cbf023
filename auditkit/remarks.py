"""What the text of a file tells beside its code: names that are given away, and authors' remarks.

Apart from the facts because comments are none, and a name that is given away stands anywhere.
"""

import re
from collections.abc import Iterator

from auditkit.source import SourceFile

TOLERATED = re.compile(
    r"(?://|/\*|^\s*\*).*(?i:\bignor|optional|best.effort|harmless|on purpose|tolerat|anyway"
    r"|(?:not|non|isn't|no).{0,12}(?:fatal|error|critical|wrong|matter|problem)|fall ?back"
    r"|doesn't matter|go on|continue|keep going|good enough|try the next|is fine|is ok\b"
    r"|allowed to fail|may fail)"
)
"""Comments by which authors say that a failure may be passed over."""


def author_comment(source: SourceFile, line: int) -> str:
    """The comment on a line, above or below it, that speaks of work left to do, if there is one."""
    for number in (line, line - 1, line + 1):
        if 1 <= number <= source.line_count:
            text = source.line(number)
            mark = max(text.find("//"), text.find("/*"), text.find(" * "))
            if mark >= 0 and any(word in text for word in ("TODO", "FIXME", "XXX", "HACK")):
                return text[mark:].strip()[:200]
    return ""


def given_names(text: str, wanted: frozenset[str]) -> Iterator[str]:
    """The names in a text that are given away: behind `(`, `,`, `=` or `{`, and not called."""
    for match in re.finditer(r"(?:\w+::)*(\w+)", text):
        if match[1] not in wanted:
            continue
        before = text[max(0, match.start() - 100) : match.start()].rstrip().removesuffix("&")
        after = text[match.end() : match.end() + 100].lstrip()
        if before.rstrip()[-1:] in ("(", ",", "=", "{") and after[:1] in (",", ")", "}", ";"):
            yield match[1]
