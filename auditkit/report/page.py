"""An audit and its chapters to one self-contained page.

The template decides how it looks; here everything is turned into records that hold markup already
safe, or text that the template escapes. The same tables and date give the same bytes.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files as resources
from pathlib import PurePath

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from auditkit.report.account import Account, account
from auditkit.report.chapters import Cell, Chapter, Kind, Output
from auditkit.report.folders import named
from auditkit.report.listing import Anchors, Listing, anchors, listings, sources
from auditkit.report.register import Entry, entries, island
from auditkit.report.sanitise import Heading, Link, clean, prose, terminal
from auditkit.views import Audited
from auditkit.views.code import classed, python
from auditkit.views.markup import shown, spoken, word


@dataclass(frozen=True, slots=True)
class Block:
    """One cell as the page shows it: prose, or code (perhaps of a proof) with its outputs.

    `holds` is false of code that raised.
    """

    code: Markup
    body: Markup
    proof: bool
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One chapter as the page shows it."""

    anchor: str
    title: str
    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    conclusions: Markup
    failure: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows."""

    title: str
    target: str
    audit: Audited
    account: Account
    entries: Sequence[Entry]
    parts: Sequence[Part]
    listings: Sequence[Listing]


def render(audit: Audited, chapters: Sequence[Chapter]) -> str:
    """The page as one text of HTML."""
    sourced = sources(audit)
    placed = anchors(sourced)
    page = Page(
        title=shown(PurePath(audit.target).name or audit.target),
        target=shown(named(audit.target)),
        audit=audit,
        account=account(audit, placed.link),
        entries=entries(audit, {file.path: file for file in sourced}, placed),
        parts=[_part(chapter, placed) for chapter in chapters],
        listings=listings(audit, sourced),
    )
    style, script = _resource("report.css"), _resource("report.js")
    html: str = (
        _environment()
        .from_string(_resource("report.html.j2"))
        .render(
            page=page,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            island=island(audit),
        )
    )
    return html


def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"word": _word, "shown": shown, "spoken": spoken}
    return environment


@cache
def _word(value: str) -> Markup:
    """A word with its sign and class, without the inline style that the policy forbids."""
    return clean(word(value), lambda path, line: "")


def _resource(name: str) -> str:
    return (resources("auditkit.report") / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: the two texts of the page itself, and images within it."""
    hashes = [
        f"{kind}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for kind, text in (("style", style), ("script", script))
    ]
    return "; ".join(["default-src 'none'", "img-src data:", *hashes, "base-uri 'none'"])


def _part(chapter: Chapter, placed: Anchors) -> Part:
    anchor = f"chapter-{re.sub(r'[^A-Za-z0-9_-]', '-', chapter.name)}"
    headings: list[Heading] = []
    blocks: list[Block] = []
    for index, cell in enumerate(chapter.cells):
        if cell.code:
            blocks.append(_code(cell, placed.link))
        else:
            body, found = prose(cell.source, f"{anchor}-{index}")
            headings.extend(found)
            blocks.append(Block(Markup(""), body, proof=False))
    title = shown(chapter.title)
    conclusions = Markup("").join(
        _output(output, placed.link)
        for cell in chapter.cells
        if "conclusion" in cell.tags
        for output in cell.outputs
    )
    return Part(anchor, title, tuple(headings), tuple(blocks), conclusions, shown(chapter.failure))


def _code(cell: Cell, link: Link) -> Block:
    code = Markup("\n").join(classed(pieces) for pieces in python(cell.source))
    body = Markup("").join(_output(output, link) for output in cell.outputs)
    holds = all(output.kind is not Kind.ERROR for output in cell.outputs)
    return Block(code, body, "assert" in cell.tags, holds)


def _output(output: Output, link: Link) -> Markup:
    match output.kind:
        case Kind.HTML:
            return clean(output.content, link)
        case Kind.IMAGE:
            text = output.alternative or "A picture that its author gave no description."
            source = (
                f'<img class="ak-image" src="{escape(output.content)}" alt="{escape(shown(text))}">'
            )
            return clean(source, link)
        case Kind.ERROR:
            return Markup('<pre class="failed">{}</pre>').format(shown(terminal(output.content)))
    return Markup('<pre class="plain">{}</pre>').format(shown(terminal(output.content)))
