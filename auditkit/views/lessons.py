"""A concern to its lesson: what and why, and its own examples with the lines that it reports."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from types import ModuleType

from markupsafe import Markup

from auditkit.concerns import modules
from auditkit.findings import Concern
from auditkit.source import SourceFile
from auditkit.views.display import Display, stacked, statement
from auditkit.views.markup import element, joined, shown, spoken
from auditkit.views.snippets import excerpt

_HEADS = re.compile(r"^(What|Why|Limits|Remedy|See):", re.MULTILINE)
_MARKER = re.compile(r"\s*//\s*(finding|missed):.*")


def concerns(category: str) -> Display:
    """The lessons of all concerns of a category, in the order of their ids."""
    lessons = [
        lesson(module) for module in modules() if _concern(module).category.value == category
    ]
    return stacked(lessons) if lessons else statement(f"No concern of the category {category}.")


def lesson(module: ModuleType) -> Display:
    """The title, the explanation and the examples of one concern; reported lines are marked."""
    concern = _concern(module)
    text = cleandoc(module.__doc__ or "")
    head = f"{concern.title} ({concern.id}, {', '.join(concern.cwe)})"
    example, count = _example(str(module.EXAMPLES))
    title = f"Examples: {spoken(count, 'line is|lines are')} reported"
    parts = [
        element("p", element("strong", head), "ak-head"),
        *_paragraphs(text),
        element("details", joined([element("summary", title), example.html])),
    ]
    html = element("div", joined(parts), "ak-card")
    return Display(html, "\n\n".join([shown(head), shown(text), title, example.text]))


def _concern(module: ModuleType) -> Concern:
    found: Concern = module.CONCERN
    return found


def _paragraphs(text: str) -> Iterator[Markup]:
    """The docstring's parts, each headed by its word; code in backticks is code."""
    pieces = _HEADS.split(text)
    yield element("p", _coded(pieces[0].strip()))
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        yield element("p", joined([element("strong", f"{name}."), " ", _coded(body.strip())]))


def _coded(text: str) -> Markup:
    parts = text.split("`")
    return joined(element("code", part) if at % 2 else part for at, part in enumerate(parts))


def _example(code: str) -> tuple[Display, int]:
    """The example without the markers of its expectations, and how many lines are marked."""
    lines = code.strip("\n").split("\n")
    marks = {
        number: "!"
        for number, line in enumerate(lines, start=1)
        if (found := _MARKER.search(line)) and found[1] == "finding"
    }
    source = SourceFile.of("example.cpp", "\n".join(_MARKER.sub("", x) for x in lines).encode())
    return excerpt(source, range(1, len(lines) + 1), marks), len(marks)
