"""One piece of source to one display: numbered lines, with marks on some of them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

import pandas as pd
from markupsafe import Markup

from auditkit.source import SourceFile
from auditkit.views.audited import Audited
from auditkit.views.code import Piece, highlighted, shortened
from auditkit.views.display import Display, stacked, statement
from auditkit.views.markup import element, joined, place, shown

LENGTH = 160
"""How many characters of a line a snippet shows."""


def snippet(source: SourceFile, line: int, *, before: int = 3, after: int = 3) -> Display:
    """The lines around one line of a file, which is marked."""
    return excerpt(source, around([line], before, after), {line: ""})


def snippets(audit: Audited, rows: pd.DataFrame, limit: int = 3) -> Display:
    """A snippet for each of the first rows of any table that has a path and a line."""
    first = rows.head(limit)
    if first.empty:
        return statement("There is no row to show a snippet for.")
    shown_rows = zip(first["path"], first["line"], first["function"], strict=True)
    displays = [
        _titled(audit.source(path), int(line), str(function)) for path, line, function in shown_rows
    ]
    if len(rows) > limit:
        displays.append(statement(f"{limit} of {len(rows)} places are shown."))
    return stacked(displays)


def marked(audit: Audited, rows: pd.DataFrame, marks: Mapping[str, str], limit: int = 3) -> Display:
    """The lines that columns of the first rows name, each marked with a word, and their `why`.

    `{"line": "declared", "written_line": "written"}` marks two lines of each row.
    """
    records = rows.head(limit).to_dict("records")
    if not records:
        return statement("There is no row to show the lines of.")
    displays = []
    for record in records:
        lines: dict[int, str] = {}
        for column, mark in marks.items():
            if number := int(record[column]):
                lines[number] = ", ".join(filter(None, (lines.get(number, ""), mark)))
        inner = excerpt(audit.source(str(record["path"])), around(lines, 1, 1), lines)
        displays.append(_headed(record, inner))
    if len(rows) > limit:
        displays.append(statement(f"{limit} of {len(rows)} places are shown."))
    return stacked(displays)


def around(lines: Iterable[int], before: int, after: int) -> list[int]:
    """The numbers of the lines and of those around them, each once, ascending.

    A single line between two of them is one of them, as a mark of a gap would take its place.
    """
    found = {near for line in lines for near in range(line - before, line + after + 1)}
    return sorted(found | {number + 1 for number in found if number + 2 in found})


def excerpt(source: SourceFile, numbers: Iterable[int], marks: Mapping[int, str]) -> Display:
    """These lines of a file, a gap where some are left out; a mark (`1`, `2→3`) may be empty."""
    kept = [number for number in numbers if 1 <= number <= source.line_count]
    if not kept:
        return statement(f"{source.path} has no such line.")
    lines = highlighted(source)
    width = len(str(kept[-1]))
    label = max((len(mark) for mark in marks.values()), default=0)
    html: list[Markup] = []
    text: list[str] = []
    for number, gap in _with_gaps(kept):
        if gap:
            html.append(element("span", "⋯", "ak-gap"))
            text.append("⋯")
        pieces = shortened(lines[number - 1], LENGTH)
        html.append(_line(f"{number:>{width}}", pieces, marks.get(number), label))
        text.append(_plain(f"{number:>{width}}", pieces, marks.get(number), label))
    return Display(element("pre", joined(html, "\n"), "ak-code"), "\n".join(text))


def _with_gaps(numbers: list[int]) -> Iterator[tuple[int, bool]]:
    previous = numbers[0] - 1
    for number in numbers:
        yield number, number != previous + 1
        previous = number


def _line(number: str, pieces: tuple[Piece, ...], mark: str | None, width: int) -> Markup:
    code = joined(element("span", text, f"ak-{kind}") if kind else text for kind, text in pieces)
    pad = " " * (width - len(mark or ""))
    step = element("span", mark, "ak-step") if mark else Markup("")
    margin = joined([element("span", number, "ak-number"), " ", step, pad, " "])
    classes = "ak-line" if mark is None else "ak-line ak-hit"
    return element("span", joined([margin, code]), classes)


def _plain(number: str, pieces: tuple[Piece, ...], mark: str | None, width: int) -> str:
    sign = " " if mark is None else ">"
    code = "".join(text for _, text in pieces)
    return f"{sign} {number} {(mark or '').ljust(width)} {code}".rstrip()


def _headed(record: Mapping[Hashable, object], inner: Display) -> Display:
    """An excerpt below its place, its function and the reason that the row gives."""
    path, line = str(record["path"]), int(str(record["line"]))
    where = f" in {record['function']}" if record["function"] else ""
    what = f": {record['why']}" if record["why"] else ""
    head = element("p", joined([place(path, line), where, what]), "ak-head")
    text = f"{shown(path)}:{line}{shown(where)}{shown(what)}"
    return Display(head + inner.html, f"{text}\n{inner.text}")


def _titled(source: SourceFile, line: int, function: str) -> Display:
    inner = snippet(source, line)
    where = f" in {function}" if function else ""
    head = element("p", joined([place(source.path, line), where]), "ak-head")
    return Display(head + inner.html, f"{shown(source.path)}:{line}{shown(where)}\n{inner.text}")
