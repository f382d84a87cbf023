"""Text to markup that is safe anywhere: escaped, invisible characters spelled out, styles inline.

JupyterLab drops <style>, <script> and <svg> from outputs that it does not trust, so each element
carries its class and the style of that class; the report keeps the class and drops the style.
"""

import unicodedata
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from auditkit.source import visible

_FACE = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
_PILL = "padding:0 0.45em;border-radius:0.6em;white-space:nowrap"
STYLES: Mapping[str, str] = {
    "ak-code": f"{_FACE};font-size:12.5px;line-height:1.5;background:#fff;color:#1f2933;"
    "border:1px solid #d5dbe1;border-radius:6px;padding:8px 0;margin:6px 0 14px;overflow-x:auto;"
    "white-space:pre;tab-size:4",
    "ak-line": "display:inline-block;min-width:100%;padding:0 10px",
    "ak-line ak-hit": "display:inline-block;min-width:100%;padding:0 10px;background:#fff3d6",
    "ak-number": "color:#5c6b7a;user-select:none",
    "ak-step": "background:#8a3b12;color:#fff;border-radius:2px;box-shadow:0 0 0 3px #8a3b12;"
    "font-weight:600",
    "ak-gap": "color:#5c6b7a;padding:0 10px",
    "ak-note": "color:#5c6b7a;font-size:92%",
    "ak-k": "color:#7a2aa3",
    "ak-t": "color:#0b5c8a",
    "ak-s": "color:#9a3412",
    "ak-m": "color:#0f6b3d",
    "ak-c": "color:#5c6b7a;font-style:italic",
    "ak-p": "color:#7a4b00",
    "ak-f": "color:#1d4ed8",
    "ak-table": "border-collapse:collapse;font-size:13px;margin:6px 0 14px",
    "ak-caption": "text-align:left;padding:4px 0;font-weight:600;caption-side:top",
    "ak-num": "text-align:right;padding:3px 10px;vertical-align:top;white-space:nowrap",
    "ak-cell": "text-align:left;padding:3px 10px;vertical-align:top",
    "ak-cell ak-long": "text-align:left;padding:3px 10px;vertical-align:top;min-width:16em",
    "ak-place": f"{_FACE};font-size:92%;white-space:nowrap",
    "ak-name": f"{_FACE};font-size:92%",
    "ak-steps": "margin:4px 0 6px;padding-left:2em;text-align:left",
    "ak-card": "border-left:3px solid #b9c4cf;padding:2px 0 2px 14px;margin:10px 0 18px",
    "ak-head": "margin:0 0 4px;text-align:left",
    "ak-plot": "margin:10px 0 18px;padding:0",
    "ak-question": "text-align:left;margin:0 0 6px",
    "ak-image": "max-width:100%;height:auto;border-radius:6px",
    "ak-sentence": "margin:6px 0;text-align:left",
    "ak-bad": f"background:#fde3e0;color:#8a1c14;{_PILL}",
    "ak-warn": f"background:#fdecc8;color:#6f4400;{_PILL}",
    "ak-mild": f"background:#e3ecf5;color:#274b6d;{_PILL}",
    "ak-good": f"background:#dcf2e4;color:#14532d;{_PILL}",
    "ak-quiet": f"background:#e9edf1;color:#43515f;{_PILL}",
}
"""The style of each class that views use; the report's style sheet has one for each too."""

WORDS: Mapping[str, tuple[str, str]] = {
    "critical": ("◆", "ak-bad"),
    "high": ("▲", "ak-bad"),
    "medium": ("●", "ak-warn"),
    "low": ("○", "ak-mild"),
    "exact": ("✓", "ak-good"),
    "overstrict": ("●", "ak-mild"),
    "unknown": ("?", "ak-quiet"),
    "partial": ("◐", "ak-warn"),
    "inverted": ("▲", "ak-bad"),
    "none": ("▲", "ak-bad"),
    "terminated": ("■", "ak-mild"),
    "retried": ("↻", "ak-good"),
    "propagated": ("✓", "ak-good"),
    "handled": ("✓", "ak-good"),
    "benign": ("✓", "ak-quiet"),
    "undecided": ("?", "ak-quiet"),
    "swallowed": ("▲", "ak-bad"),
    "ignored": ("▲", "ak-bad"),
    "typed": ("✓", "ak-good"),
    "syntactic": ("◐", "ak-warn"),
    "opaque": ("▲", "ak-bad"),
    "initialised": ("✓", "ak-quiet"),
    "harmless": ("✓", "ak-good"),
    "unused": ("–", "ak-quiet"),
    "given": ("?", "ak-mild"),
    "unjudged": ("?", "ak-quiet"),
    "unlikely": ("●", "ak-mild"),
    "untested": ("▲", "ak-bad"),
    "failed": ("▲", "ak-bad"),
    "unwritten": ("◆", "ak-bad"),
    "released": ("✓", "ak-good"),
    "returned": ("→", "ak-good"),
    "stored": ("→", "ak-good"),
    "transferred": ("→", "ak-good"),
    "borrowed": ("✓", "ak-quiet"),
    "not acquired": ("–", "ak-quiet"),
    "leaked": ("▲", "ak-bad"),
    "asked": ("✓", "ak-good"),
    "left": ("→", "ak-mild"),
    "partly": ("◐", "ak-warn"),
    "wrongly": ("▲", "ak-bad"),
    "never": ("▲", "ak-bad"),
}
"""The sign and the class of each word of a closed vocabulary: never colour alone."""

WORD_COLUMNS = frozenset({"severity", "check", "outcome", "origin", "verdict", "fate", "asked"})
"""The columns whose words carry a sign; confidence is plain, so that high is not read as bad."""

_SPELLED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown(value: object) -> str:
    """The text of a value as it may be shown: one text, with whatever is invisible spelled out."""
    text = visible(str(value))
    if text.isascii():
        return text
    return "".join(
        f"⟦U+{ord(character):04X}⟧"
        if unicodedata.category(character) in _SPELLED and character not in "\t\n"
        else character
        for character in text
    )


def cut(text: str, length: int) -> str:
    """The text, shortened to that many characters with a mark where it was cut."""
    return text if len(text) <= length else text[: max(length - 1, 0)] + "…"


def safe(value: object) -> Markup:
    """The value as markup: Markup as it is, anything else shown and escaped."""
    return value if isinstance(value, Markup) else escape(shown(value))


def element(
    name: str, content: object = "", classes: str = "", attributes: Mapping[str, str] | None = None
) -> Markup:
    """One element with escaped content and attributes, its class and the style of that class."""
    pairs = dict(attributes or {})
    if classes:
        pairs = {"class": classes} | pairs
    style = STYLES.get(classes, "")
    if style:
        pairs["style"] = style
    head = Markup("").join(Markup(' {}="{}"').format(key, safe(pairs[key])) for key in pairs)
    if name == "img":
        return Markup("<img{}>").format(head)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), head, safe(content))


def joined(parts: Iterable[object], separator: str = "") -> Markup:
    """The parts as markup, one after the other."""
    return Markup(escape(separator)).join(safe(part) for part in parts)


def word(value: str) -> Markup:
    """A word of a closed vocabulary with its sign and colour; any other text as it is."""
    if value not in WORDS:
        return safe(value)
    sign, classes = WORDS[value]
    return element("span", f"{sign} {value}", classes)


def place(path: str, line: int) -> Markup:
    """A place in a file, `path:line`; the report makes a link of it."""
    text = f"{path}:{line}" if line else path
    return element("span", text, "ak-place", {"data-at": f"{path}:{line}"})


def spoken(value: object, noun: str = "") -> str:
    """A value as a sentence has it: whole numbers with thousands apart, and what they count.

    The noun gets an `s` unless there is one; an irregular plural is given as `entry|entries`.
    """
    if isinstance(value, float):
        text = f"{value:,.1f}"
    elif hasattr(value, "__index__"):
        text = f"{int(str(value)):,}"
    else:
        text = str(value)
    if not noun:
        return text
    one, _, many = noun.partition("|")
    return f"{text} {one if text == '1' else many or one + 's'}"
