"""A DataFrame to a display: escaped, captioned, and with the number of rows it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

import pandas as pd
from markupsafe import Markup
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from auditkit.frames import TABLES
from auditkit.views.display import Display, statement
from auditkit.views.markup import WORD_COLUMNS, cut, element, joined, place, shown, word

LENGTH = 240
"""How many characters of a cell are shown."""
LONG = 40
"""From how many characters on a text keeps room for a few words a line, however narrow the page."""
BRIEF: Mapping[str, tuple[str, ...]] = {
    "functions": ("path", "line", "function", "origin", "reason", "blocks", "branches", "calls"),
    "calls": ("path", "line", "function", "callee", "api", "result"),
    "checks": ("check", "path", "line", "function", "callee", "error", "escaped", "condition"),
    "error_paths": (
        *("outcome", "path", "line", "function", "callee", "condition", "returned"),
        *("reason_queried", "reported", "why"),
    ),
    "reasons": (
        *("asked", "path", "line", "function", "callee", "asked_line", "left", "clean_queue"),
        *("want_read", "want_write", "zero_return", "syscall", "ssl"),
    ),
    "resources": (
        *("fate", "path", "line", "function", "value", "callee", "exit", "exit_line", "owner"),
        *("confidence", "why"),
    ),
    "summaries": (
        *("path", "line", "function", "error", "success", "check", "support", "against"),
        *("confidence", "calls", "why"),
    ),
    "variables": ("verdict", "path", "line", "function", "variable", "type", "why"),
    "findings": ("severity", "confidence", "message", "path", "line", "function"),
    "diagnostics": ("severity", "path", "line", "message"),
    "opaque": ("kind", "path", "line", "function", "reason"),
    "apis": ("function", "calls", "error", "reason", "check", "role", "why", "source"),
}
"""The columns of each table that are shown unless others are asked for."""

NAMES = frozenset(
    (
        *("function", "callee", "api", "condition", "error", "success", "expansion", "argument"),
        *("value", "variable", "type", "release", "prototype", "returned"),
    )
)
"""The columns that hold pieces of code."""

_PLACE = "place"


def table(
    frame: pd.DataFrame, caption: str, *, columns: Sequence[str] = (), limit: int = 15
) -> Display:
    """The first rows of a table; path and line become one place. No rows become a sentence.

    Of the tables of an audit the columns in `BRIEF` are shown, of any other table all.
    """
    if frame.empty:
        return statement(f"{caption}: no rows.")
    names = list(columns or _brief(frame))
    rows = frame.head(limit)
    note = f"{len(rows)} of {len(frame)} rows" if len(frame) > len(rows) else _rows(len(rows))
    heads = _heads(names)
    body = [_cells(record, heads) for record in rows.to_dict("records")]
    numbers = {head for head in heads if head in rows and _is_number(rows[head])}
    top = joined(_head(head, "ak-num" if head in numbers else "ak-cell") for head in heads)
    return Display(_markup(caption, note, top, body), _plain(caption, note, heads, rows))


def _brief(frame: pd.DataFrame) -> Sequence[str]:
    names = [str(name) for name in frame.columns]
    for table_name, brief in BRIEF.items():
        if names == [field.name for field in fields(TABLES[table_name])]:
            return brief
    return names


def _rows(number: int) -> str:
    return f"{number} row" + ("" if number == 1 else "s")


def _heads(names: list[str]) -> list[str]:
    """The columns to show: path and line, if both are there, as one."""
    if "path" not in names or "line" not in names:
        return names
    return [_PLACE if name == "path" else name for name in names if name != "line"]


def _cells(record: dict[object, object], heads: list[str]) -> Markup:
    return element("tr", joined(_cell(record, head) for head in heads))


def _cell(record: dict[object, object], head: str) -> Markup:
    if head == _PLACE:
        line = record["line"]
        content = place(str(record["path"]), line if isinstance(line, int) else 0)
        return element("td", content, "ak-cell")
    value = record[head]
    if isinstance(value, bool):
        return element("td", "yes" if value else "no", "ak-cell")
    if head.endswith("_line") and value == 0:
        return element("td", "", "ak-num")
    if isinstance(value, int | float):
        return element("td", number(value), "ak-num")
    text = cut("" if value is None else str(value), LENGTH)
    if head in NAMES:
        return element("td", element("span", text, "ak-name"), "ak-cell")
    shape = "ak-cell" if len(text) < LONG else "ak-cell ak-long"
    return element("td", word(text) if head in WORD_COLUMNS else text, shape)


def number(value: float) -> str:
    """A number as shown: thousands apart, fractions with one digit, nothing for none."""
    if value != value:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def _is_number(column: pd.Series) -> bool:
    return is_numeric_dtype(column) and not is_bool_dtype(column)


def _head(name: str, classes: str) -> Markup:
    return element("th", name.replace("_", " "), classes, {"scope": "col"})


def _markup(caption: str, note: str, heads: Markup, body: list[Markup]) -> Markup:
    title = joined([caption, " ", element("span", f"({note})", "ak-note")])
    parts = [
        element("caption", title, "ak-caption"),
        element("thead", element("tr", heads)),
        element("tbody", joined(body)),
    ]
    return element("table", joined(parts), "ak-table")


def _plain(caption: str, note: str, heads: list[str], rows: pd.DataFrame) -> str:
    lines = [f"{shown(caption)} ({note})", "  ".join(heads)]
    for record in rows.to_dict("records"):
        record[_PLACE] = f"{record.get('path')}:{record.get('line')}"
        cells = (shown(record[head]).replace("\n", " ") for head in heads)
        lines.append("  ".join(cut(cell, LENGTH) for cell in cells))
    return "\n".join(lines)
