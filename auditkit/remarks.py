"""What the text of a file tells beside its code: names that are given away, and authors' remarks.

Apart from the facts because comments are none, and a name that is given away stands anywhere.
"""

import re
from collections.abc import Iterator

TOLERATED = re.compile(
    r"(?://|/\*|^\s*\*).*(?i:\bignor|optional|best.effort|harmless|on purpose|tolerat|anyway"
    r"|(?:not|non|isn't|no).{0,12}(?:fatal|error|critical|wrong|matter|problem)|fall ?back"
    r"|doesn't matter|go on|continue|keep going|good enough|try the next|is fine|is ok\b"
    r"|allowed to fail|may fail)"
)
"""Comments by which authors say that a failure may be passed over."""


def given_names(text: str, wanted: frozenset[str]) -> Iterator[str]:
    """The names in a text that are given away: behind `(`, `,`, `=` or `{`, and not called."""
    for match in re.finditer(r"(?:\w+::)*(\w+)", text):
        if match[1] not in wanted:
            continue
        before = text[max(0, match.start() - 100) : match.start()].rstrip().removesuffix("&")
        after = text[match.end() : match.end() + 100].lstrip()
        if before.rstrip()[-1:] in ("(", ",", "=", "{") and after[:1] in (",", ")", "}", ";"):
            yield match[1]
