"""Tables to smaller tables: the counts and selections behind plots, sentences and the report.

Apart from the displays because a number must be computed once, wherever it is shown.
"""

from collections.abc import Sequence

import pandas as pd

from auditkit.findings import Confidence, Severity
from auditkit.views.audited import Audited

SEVERITIES = tuple(severity.value for severity in Severity)
CONFIDENCES = tuple(confidence.value for confidence in Confidence)
CHECKS = ("exact", "overstrict", "unknown", "partial", "inverted", "none")
OUTCOMES = (
    *("propagated", "handled", "retried", "terminated", "benign", "undecided"),
    *("swallowed", "ignored"),
)
"""What may become of an error, from what is well to what is not."""

BAD_CHECKS = ("none", "inverted", "partial")
LOST = ("swallowed", "ignored")
"""The checks and the outcomes that somebody has to look at."""

LINES = ("typed_lines", "syntactic_lines", "opaque_lines")


def counted(frame: pd.DataFrame, by: str, column: str, kinds: Sequence[str]) -> pd.DataFrame:
    """How many rows of each kind there are, one row for each `by`, those with most first.

    Kinds that nobody foresaw are kept as further columns; an empty `by` is left out.
    """
    rows = frame[frame[by] != ""]
    counts = pd.crosstab(rows[by], rows[column]) if len(rows) else pd.DataFrame(index=rows[by])
    further = sorted(set(counts.columns) - set(kinds))
    counts = counts.reindex(columns=[*kinds, *further], fill_value=0).astype("int64")
    counts.columns.name = None
    return _most_first(counts)


def coverage(ledger: pd.DataFrame) -> pd.DataFrame:
    """The code lines of each file that were read with types, from syntax alone, and not at all."""
    lines = ledger.groupby("path")[list(LINES)].sum()
    lines.columns = pd.Index(["typed", "syntactic", "opaque"])
    return _most_first(lines.astype("int64"))


def ranked(findings: pd.DataFrame, category: str = "") -> pd.DataFrame:
    """The findings, of one category if named, worst first: severity, confidence, then place."""
    rows = findings[findings["category"] == category] if category else findings
    order = ["severity", "confidence", "path", "line", "column", "fingerprint"]
    return rows.sort_values(order, key=_rank, kind="stable")


def unknown_calls(audit: Audited) -> pd.DataFrame:
    """The called functions that neither the target defines nor the knowledge base describes.

    The anti-join that tells what to add to the knowledge next; most called first.
    """
    calls = audit.calls
    defined = set(audit.functions["function"].str.rsplit("::", n=1).str[-1])
    named = calls["kind"].isin(["direct", "macro"]) & ~calls["implicit"] & (calls["api"] == "")
    unknown = calls[named & ~calls["callee"].str.rsplit("::", n=1).str[-1].isin(defined)]
    unknown = unknown.assign(unused=(unknown["result"] != "value").astype("int64"))
    groups = unknown.groupby("callee", as_index=False).agg(
        calls=("call", "size"),
        unused=("unused", "sum"),
        path=("path", "first"),
        line=("line", "first"),
    )
    return groups.sort_values(["calls", "callee"], ascending=[False, True], kind="stable")


def families(calls: pd.DataFrame) -> pd.DataFrame:
    """How many calls of each API family there are, and how many functions of it are called."""
    known = calls[calls["api"] != ""]
    family = known["api"].str.extract(r"^((?:SSL_CTX|[A-Za-z0-9]+))_", expand=False)
    rows = known.assign(family=family.where(family.notna(), known["library"]).astype("str"))
    grouped = rows.groupby("family").agg(calls=("call", "size"), functions=("api", "nunique"))
    return grouped.sort_values(["calls", "family"], ascending=[False, True]).astype("int64")


def checked(checks: pd.DataFrame) -> pd.DataFrame:
    """How the results of each fallible API are checked, the worst checked first."""
    return _worst_first(counted(checks, "api", "check", CHECKS), BAD_CHECKS)


def outcomes(error_paths: pd.DataFrame) -> pd.DataFrame:
    """What becomes of the errors of each API, those that lose most first."""
    return _worst_first(counted(error_paths, "api", "outcome", OUTCOMES), LOST)


def inexact(checks: pd.DataFrame) -> pd.DataFrame:
    """The checks that are not exact, the worst kind first; those of no test on purpose last."""
    rows = checks[checks["check"] != "exact"]
    ranks = _ranks(rows["check"], CHECKS[::-1]) + 100 * (rows["reason"] != "").astype("int64")
    return rows.loc[ranks.sort_values(kind="stable").index]


def severities(findings: pd.DataFrame, by: str) -> pd.DataFrame:
    """How many findings of each severity there are for each value of the column `by`."""
    return counted(findings, by, "severity", SEVERITIES)


def _worst_first(counts: pd.DataFrame, bad: Sequence[str]) -> pd.DataFrame:
    order = counts[list(bad)].sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counts.loc[order]


def _most_first(counts: pd.DataFrame) -> pd.DataFrame:
    order = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
    return counts.loc[order]


def _rank(column: "pd.Series[str]") -> "pd.Series[int] | pd.Series[str]":
    ranks = {"severity": SEVERITIES, "confidence": CONFIDENCES}.get(str(column.name))
    return column if ranks is None else _ranks(column, ranks)


def _ranks(column: "pd.Series[str]", order: Sequence[str]) -> "pd.Series[int]":
    """The position of each word in an order; one that is not in it comes last."""
    known = {word: rank for rank, word in enumerate(order)}
    ranks = [known.get(word, len(known)) for word in column]
    return pd.Series(ranks, index=column.index, dtype="int64")
