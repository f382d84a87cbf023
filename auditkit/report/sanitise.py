"""Markup and Markdown to what the page may hold: known elements and classes, no style, no script.

Outputs come from our own views, but an auditor's cells may give anything and both hold text of the
audited tree, so all of it passes here. Styles go because the page's policy forbids inline ones.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from auditkit.views.markup import shown

TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div"),
        *("dl", "dt", "em", "figcaption", "figure", "hr", "i", "img", "kbd", "li", "mark", "ol"),
        *("p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var"),
    )
)
ATTRIBUTES = {
    "*": {"class", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "details": {"open"},
    "span": {"data-at"},
}
_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=]+")
_PLACE = re.compile(r'<span class="ak-place" data-at="([^"]*):(\d+)">([^<]*)</span>')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page: its level, its anchor and its text."""

    level: int
    anchor: str
    text: str


Link = Callable[[str, int], str]
"""From a path and a line to the address of that line in the page, empty where there is none."""


def clean(markup: str, link: Link) -> Markup:
    """The markup with only what the page permits; places in files become links to their lines."""
    kept = nh3.clean(
        markup,
        tags=set(TAGS),
        attributes={name: set(names) for name, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "data"},
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    return Markup(_PLACE.sub(lambda match: _linked(match, link), kept))


def prose(text: str, prefix: str) -> tuple[Markup, list[Heading]]:
    """Markdown as markup, and its headings; `#` becomes <h2>, as the page's own title is <h1>."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(shown(text))
    headings: list[Heading] = []
    for index, token in enumerate(tokens):
        _tame(token)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        if token.type == "heading_open":
            anchor = prefix if not headings else f"{prefix}-{len(headings)}"
            token.attrSet("id", anchor)
            headings.append(Heading(int(token.tag[1]), anchor, _plain(tokens[index + 1])))
    return Markup(parser.renderer.render(tokens, parser.options, {})), headings


def terminal(text: str) -> str:
    """The text of a stream without its colour codes."""
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _IMAGE.fullmatch(value) else None
    if name == "href":
        return value if value.startswith(("#", "https://", "http://")) else None
    return value


def _linked(match: re.Match[str], link: Link) -> str:
    address = link(unescape(match[1]), int(match[2]))
    if not address:
        return f'<span class="ak-place">{match[3]}</span>'
    return f'<a class="ak-place" href="{escape(address)}">{match[3]}</a>'


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def _tame(token: Token) -> None:
    """Images become their text, since the page loads nothing; links to notebooks, to chapters."""
    for child in token.children or ():
        if child.type == "image":
            child.type, child.tag, child.content = "text", "", child.content or "image"
        if child.type == "link_open":
            target = str(child.attrGet("href") or "")
            if match := re.fullmatch(r"(?:\./)?([\w-]+)\.ipynb", target):
                child.attrSet("href", f"#chapter-{match[1]}")
            elif not target.startswith(("#", "https://", "http://")):
                child.attrs = {}
