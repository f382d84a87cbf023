"""Tables to smaller tables: the counts and selections behind plots, sentences and the report.

Apart from the displays because a number must be computed once, wherever it is shown.
"""

import re
from collections.abc import Sequence

import pandas as pd

from auditkit.analyses.apis import OWN
from auditkit.analyses.conclusions import VERDICTS as VERDICTS
from auditkit.analyses.fates import ASKED as ASKED
from auditkit.analyses.fates import FATES as FATES
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

BAD_VERDICTS = ("unwritten", "failed", "untested", "partial", "unlikely")
"""The verdicts on variables that somebody has to look at, worst first."""

ACQUIRED = ("result", "output", "in place", "replaced")
"""How a value that the function has to account for comes to it."""
ALIVE = ("returned", "stored", "transferred", "unknown")
"""The fates in which a value outlives its function, so that somebody else owns it."""

DISTANCES = (
    *(("same line", 0), ("1 to 2 lines", 2), ("3 to 5 lines", 5), ("6 to 10 lines", 10)),
    *(("11 to 25 lines", 25), ("26 to 100 lines", 100), ("more than 100 lines", 10**9)),
)
"""How far a declaration and the first write are apart, each with its greatest number of lines."""

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


def described(calls: pd.DataFrame) -> pd.DataFrame:
    """The calls that the knowledge base describes: those of the target's own functions left out."""
    return calls[(calls["api"] != "") & (calls["library"] != OWN)]


def families(calls: pd.DataFrame) -> pd.DataFrame:
    """How many calls of each API family there are, and how many functions of it are called."""
    known = described(calls)
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


def asked(reasons: pd.DataFrame) -> pd.DataFrame:
    """Whether the reason of a failure is asked, for each API, those that never ask first."""
    return _worst_first(counted(reasons, "api", "asked", ASKED), ("never", "wrongly", "partly"))


def conventions(summaries: pd.DataFrame) -> pd.DataFrame:
    """How many functions of the target have each error specification, by whether it matters."""
    rows = summaries[summaries["error"] != "none"]
    return counted(rows, "error", "check", ("required", "advisory", "optional"))


def inferred(summaries: pd.DataFrame) -> pd.DataFrame:
    """The functions with an inferred error specification: those that must be checked first."""
    rows = summaries[summaries["error"] != "none"]
    order = {"required": 0, "advisory": 1, "optional": 2}
    ranks = rows["check"].map(order).fillna(3)
    columns = ["rank", "support", "path", "line"]
    ordered = rows.assign(rank=ranks).sort_values(columns, ascending=[True, False, True, True])
    return ordered.drop(columns="rank")


def acquired(resources: pd.DataFrame) -> pd.DataFrame:
    """The ends of the values that a function has to account for: borrowed ones are left out."""
    return resources[resources["kind"].isin(ACQUIRED)]


def fates(resources: pd.DataFrame, by: str) -> pd.DataFrame:
    """What becomes of what is acquired, for each value of a column, those that leak first."""
    rows = acquired(resources)
    return _worst_first(counted(rows, by, "fate", FATES), ("leaked", "unknown"))


def owners(resources: pd.DataFrame) -> pd.DataFrame:
    """Who owns what outlives its function, and by which fate."""
    rows = acquired(resources)
    return counted(rows[rows["fate"].isin(ALIVE)], "owner", "fate", ALIVE)


def verdicts(variables: pd.DataFrame) -> pd.DataFrame:
    """The verdicts on variables without an initialiser, for each shape of type, worst first."""
    rows = bare(variables)
    shaped = rows.assign(shape=rows["type"].map(_shape).astype("str"))
    return _worst_first(counted(shaped, "shape", "verdict", VERDICTS[1:]), BAD_VERDICTS)


def bare(variables: pd.DataFrame) -> pd.DataFrame:
    """The variables that are declared without an initialiser."""
    return variables[~variables["initialised"]]


def doubtful(variables: pd.DataFrame) -> pd.DataFrame:
    """The variables that may be read before they are written, the worst verdict first."""
    rows = variables[variables["verdict"].isin(BAD_VERDICTS)]
    return rows.loc[_ranks(rows["verdict"], BAD_VERDICTS).sort_values(kind="stable").index]


def distances(variables: pd.DataFrame) -> pd.DataFrame:
    """How far variables without an initialiser are from their first write, by verdict."""
    rows = bare(variables)
    rows = rows[rows["written_line"] >= rows["line"]]
    apart = (rows["written_line"] - rows["line"]).map(_distance).astype("str")
    counts = counted(rows.assign(apart=apart), "apart", "verdict", VERDICTS)
    return counts.reindex([name for name, _ in DISTANCES if name in counts.index])


def writers(variables: pd.DataFrame) -> pd.DataFrame:
    """What writes variables without an initialiser first, by verdict."""
    return counted(bare(variables), "written_by", "verdict", VERDICTS)


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


def _distance(lines: int) -> str:
    return next(name for name, most in DISTANCES if lines <= most)


def _shape(type: str) -> str:
    """What kind of type this is, as far as its spelling tells."""
    if type.endswith("]"):
        return "array"
    if type.endswith("*") or "(*" in type:
        return "pointer"
    if "struct " in type or "union " in type:
        return "structure"
    return "number" if _NUMBER.search(type) else "other type"


_NUMBER = re.compile(
    r"\b(?:int|char|short|long|unsigned|signed|bool|_Bool|float|double|s?size_t|u?int\d*_t)\b"
)
