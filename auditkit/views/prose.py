"""Numbers to sentences, so that what a notebook says stays true on any target."""

from string import Formatter

from markupsafe import Markup

from auditkit.views.audited import Audited
from auditkit.views.display import Display
from auditkit.views.markup import element, joined, shown, spoken, word
from auditkit.views.summaries import SEVERITIES, ranked


def sentence(template: str, **values: object) -> Display:
    """A sentence with its numbers filled in; `{calls:call site}` also names what is counted.

    The noun gets an `s` unless there is one; an irregular plural is given as `{n:entry|entries}`.
    """
    html: list[object] = []
    text: list[str] = []
    for literal, name, noun, _ in Formatter().parse(template):
        html.append(literal)
        text.append(literal)
        if name is not None:
            said = spoken(values[name], noun or "")
            html.append(element("strong", said))
            text.append(said)
    return Display(element("p", joined(html), "ak-sentence"), shown("".join(text)))


def conclusion(audit: Audited, category: str, opinion: str = "") -> Display:
    """The verdict on a category, computed from the findings, and the auditor's own opinion."""
    text = verdict(audit, category)
    parts = [element("p", text, "ak-sentence")]
    if opinion:
        cited = element("p", joined([element("strong", "The auditor: "), opinion]))
        parts.append(element("blockquote", cited))
        text += f"\nThe auditor: {opinion}"
    return Display(element("div", joined(parts), "ak-card"), shown(text))


def verdict(audit: Audited, category: str) -> str:
    """One or two sentences on what the audit found of a category."""
    rows = ranked(audit.findings, category)
    if rows.empty:
        return f"{category}: no finding in what was read."
    counts = rows["severity"].value_counts()
    parts = [f"{counts[name]} {name}" for name in SEVERITIES if name in counts.index]
    worst = rows.iloc[0]
    functions = rows["function"].nunique()
    return (
        f"{category}: {spoken(len(rows), 'finding')} in {spoken(functions, 'function')}"
        f" ({', '.join(parts)}). The worst, at {worst['path']}:{worst['line']}:"
        f" {str(worst['message']).rstrip('.')}."
    )


def legend(words: tuple[str, ...]) -> Markup:
    """Words of a closed vocabulary as they are shown, in a row."""
    return joined((word(value) for value in words), " ")
