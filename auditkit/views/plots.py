"""Plots that answer a question about an audit: the question, its answer, a chart, and its table."""

from base64 import b64encode
from collections.abc import Sequence

import pandas as pd

from auditkit.views.audited import Audited
from auditkit.views.charts import Chart, draw
from auditkit.views.display import Display, statement
from auditkit.views.markup import element, joined, shown, spoken
from auditkit.views.summaries import (
    DISTANCES,
    LOST,
    asked,
    checked,
    families,
    outcomes,
    severities,
    verdicts,
)
from auditkit.views.summaries import conventions as conventions_of
from auditkit.views.summaries import coverage as covered
from auditkit.views.summaries import distances as distances_of
from auditkit.views.summaries import fates as fates_of
from auditkit.views.summaries import owners as owners_of
from auditkit.views.summaries import writers as writers_of
from auditkit.views.tables import table

MOST = 18
"""How many rows a chart has; the others are in the table below it."""
FAR = 10
"""From how many lines on a first write is far from the declaration."""


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


def reasons(audit: Audited) -> Display:
    """Whether the reason of a failed TLS operation is asked, for each API."""
    counts = asked(audit.reasons)
    well = int(counts["asked"].sum())
    answer = f"{_share(well, int(counts.to_numpy().sum()), 'TLS operation')} asked on every path."
    return _plot(
        "Is the reason of a failed TLS operation asked?", answer, Chart(counts, "operations")
    )


def conventions(audit: Audited) -> Display:
    """How the functions of the target report errors, as inferred from their bodies."""
    counts = conventions_of(audit.summaries)
    functions = spoken(int(counts.to_numpy().sum()), "function")
    answer = f"{functions} with {spoken(len(counts), 'error convention')}."
    question = "How do the target's own functions report errors?"
    return _plot(question, answer, Chart(counts, "functions"))


def fates(audit: Audited) -> Display:
    """What becomes of what each API acquires, on each end of its paths."""
    counts = fates_of(audit.resources, "callee")
    lost, total = int(counts["leaked"].sum()), int(counts.to_numpy().sum())
    answer = f"{_share(lost, total, 'end of a path|ends of paths')} leaked."
    return _plot("What becomes of what is acquired?", answer, Chart(counts, "ends of paths"))


def exits(audit: Audited) -> Display:
    """How the paths of resources end, as a matrix of exit and fate."""
    counts = fates_of(audit.resources, "exit")
    returns = counts[counts.index == "return"]
    lost, total = int(returns["leaked"].sum()), int(returns.to_numpy().sum())
    answer = f"{_share(lost, total, 'return')} lose a value."
    question = "By which exits do resources leave, and with which fate?"
    return _plot(question, answer, Chart(counts, "ends of paths", matrix=True))


def owners(audit: Audited) -> Display:
    """Who owns what outlives its function."""
    counts = owners_of(audit.resources)
    unknown = int(counts["unknown"].sum())
    answer = f"{_share(unknown, int(counts.to_numpy().sum()), 'value')} with an unknown owner."
    return _plot("Who owns it now, where it is still there?", answer, Chart(counts, "values"))


def variables(audit: Audited) -> Display:
    """The verdicts on variables without an initialiser, by the shape of their type."""
    counts = verdicts(audit.variables)
    harmless, total = int(counts["harmless"].sum()), int(counts.to_numpy().sum())
    answer = f"{_share(harmless, total, 'variable')} written before every read."
    question = "Are variables without an initialiser written before they are read?"
    return _plot(question, answer, Chart(counts, "variables"))


def distances(audit: Audited) -> Display:
    """How far the first write is from the declaration; the further, the more can come between."""
    counts = distances_of(audit.variables)
    far = counts.reindex([name for name, least in DISTANCES if least > FAR]).fillna(0)
    total = int(counts.to_numpy().sum())
    answer = f"{_share(int(far.to_numpy().sum()), total, 'variable')} more than {FAR} lines behind."
    question = "How far behind its declaration is a variable first written?"
    return _plot(question, answer, Chart(counts, "variables"))


def writers(audit: Audited) -> Display:
    """What writes variables without an initialiser first: an assignment, or which function."""
    counts = writers_of(audit.variables)
    given = int(counts["given"].sum())
    total = int(counts.to_numpy().sum())
    answer = f"{_share(given, total, 'variable')} left to code that is not followed."
    return _plot("What writes the variables first?", answer, Chart(counts, "variables"))


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
