"""The names that a target gives to known classes: `using SslPtr = std::unique_ptr<SSL, D>`.

Read from the text of its files, since a lone file has no types and a typed one keeps the name that
is written. A name stands for the class that it is an alias of, wherever it is used.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditkit.knowledge import Knowledge
from auditkit.known_classes import ClassSpec

_USING = re.compile(r"\busing\s+(\w+)\s*=\s*(?:typename\s+)?((?:::)?[A-Za-z_][\w:]*\s*<[^;{}]*)")
_TYPEDEF = re.compile(r"\btypedef\s+((?:::)?[A-Za-z_][\w:]*\s*<[^;{}]*>)\s*(\w+)\s*;")
_ROUNDS = 3
"""How many names may stand for one another."""
_PLAIN = re.compile(r"\busing\s+(\w+)\s*=\s*([A-Za-z_]\w*)\s*;")


def with_names(knowledge: Knowledge, texts: Iterable[str]) -> Knowledge:
    """The knowledge where the target's own names of known classes stand for these."""
    pairs = [
        pair for text in texts if "using" in text or "typedef" in text for pair in _pairs(text)
    ]
    found: dict[str, ClassSpec] = {}
    for _ in range(_ROUNDS):
        wider = replace(knowledge, classes={**found, **knowledge.classes})
        for name, meant in pairs:
            known = wider.find_class(meant)
            if known is not None and wider.find_class(name) is None:
                found[name] = known
    return replace(knowledge, classes={**found, **knowledge.classes}) if found else knowledge


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each name that a text gives to an instance of a template, or to such a name."""
    for match in (*_USING.finditer(text), *_PLAIN.finditer(text)):
        yield match[1], match[2]
    for match in _TYPEDEF.finditer(text):
        yield match[2], match[1]
