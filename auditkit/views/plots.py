"""Plots that answer a question about an audit: the question, its answer, a chart, and its table."""

from base64 import b64encode
from collections.abc import Sequence

import pandas as pd

from auditkit.views.audited import Audited
from auditkit.views.charts import Chart, draw
from auditkit.views.display import Display, statement
from auditkit.views.markup import element, joined, shown, spoken
from auditkit.views.summaries import LOST, checked, families, outcomes, severities
from auditkit.views.summaries import coverage as covered
from auditkit.views.tables import table

MOST = 18
"""How many rows a chart has; the others are in the table below it."""


def coverage(audit: Audited) -> Display:
    """How many code lines of each file were read with types, from syntax alone, and not at all."""
    counts = covered(audit.ledger)
    total, typed = int(counts.to_numpy().sum()), int(counts["typed"].sum())
    answer = f"{_share(typed, total, 'code line')} read with types."
    return _plot("How was each file read?", answer, Chart(counts, "code lines"))


def api_families(audit: Audited) -> Display:
    """How many calls there are of each family of the APIs that the knowledge base describes."""
    counts = families(audit.calls)
    total = int(counts["calls"].sum())
    most = f" Most are of {counts.index[0]}." if len(counts) else ""
    answer = f"{spoken(total, 'call')} to {spoken(len(counts), 'API family|API families')}.{most}"
    return _plot("Which APIs does the code call?", answer, Chart(counts[["calls"]], "call sites"))


def checks(audit: Audited) -> Display:
    """How the results of each fallible API are checked."""
    counts = checked(audit.checks)
    exact = int(counts["exact"].sum())
    answer = f"{_share(exact, int(counts.to_numpy().sum()), 'fallible call')} checked exactly."
    return _plot(
        "How are the results of fallible calls checked?", answer, Chart(counts, "call sites")
    )


def error_outcomes(audit: Audited) -> Display:
    """What becomes of the errors of each API, as a matrix of API and outcome."""
    counts = outcomes(audit.error_paths)
    lost = int(counts[list(LOST)].to_numpy().sum())
    answer = f"{_share(lost, int(counts.to_numpy().sum()), 'error path')} swallowed or ignored."
    return _plot("What becomes of an error?", answer, Chart(counts, "error paths", matrix=True))


def findings_by_function(audit: Audited, category: str = "") -> Display:
    """How many findings of each severity each function has."""
    return _located(audit, "function", category)


def findings_by_file(audit: Audited, category: str = "") -> Display:
    """How many findings of each severity each file has."""
    return _located(audit, "path", category)


def _located(audit: Audited, by: str, category: str) -> Display:
    rows = audit.findings
    counts = severities(rows[rows["category"] == category] if category else rows, by)
    name = "file" if by == "path" else by
    total = int(counts.to_numpy().sum())
    answer = f"{spoken(total, 'finding')} in {spoken(len(counts), name)}."
    return _plot(f"Which {name}s have the findings?", answer, Chart(counts, "findings"))


def _plot(question: str, answer: str, chart: Chart) -> Display:
    if chart.counts.empty or not chart.counts.to_numpy().any():
        return statement(f"{question} There is nothing to plot: no {chart.unit}.")
    first = chart.counts.head(MOST)
    if len(chart.counts) > MOST:
        answer += f" The chart shows the first {MOST} of {len(chart.counts)}, the table has all."
    data = _data(question, chart.counts)
    address = b64encode(draw(Chart(first, chart.unit, chart.matrix)).encode()).decode()
    alt = f"{question} {answer} {_spoken(first)}"
    picture = {"src": f"data:image/svg+xml;base64,{address}", "alt": shown(alt)}
    parts = [
        element("figcaption", joined([element("strong", question), " ", answer]), "ak-question"),
        element("img", "", "ak-image", picture),
        element("details", element("summary", "The numbers as a table") + data.html),
    ]
    html = element("figure", joined(parts), "ak-plot")
    return Display(html, f"{question} {answer}\n{data.text}")


def _data(question: str, counts: pd.DataFrame) -> Display:
    named = counts.rename_axis("of").reset_index()
    return table(named, question, limit=200)


def _spoken(counts: pd.DataFrame) -> str:
    """The first rows in words, for those who do not see the chart."""
    rows: Sequence[str] = [
        f"{name}: " + ", ".join(f"{row[kind]} {kind}" for kind in counts.columns if row[kind])
        for name, row in counts.head(4).iterrows()
    ]
    more = "; the table below has all" if len(counts) > 4 else ""
    return "; ".join(rows) + more + "."


def _share(part: int, whole: int, noun: str) -> str:
    percent = f" ({100 * part // whole} %)" if whole else ""  # 100 % is all of them
    return f"{part:,} of {spoken(whole, noun)}{percent}"
