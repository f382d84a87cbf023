"""What an audit saw and what it did not see, in tables whose numbers add up.

Apart from the page because "no findings" means nothing without it.
"""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from auditkit.concerns import modules
from auditkit.findings import Category
from auditkit.report.folders import portable
from auditkit.report.sanitise import Link, clean
from auditkit.views import Audited, described, table, unknown_calls
from auditkit.views.markup import spoken
from auditkit.views.summaries import LINES, SEVERITIES, coverage, severities

_MOST = 40


@dataclass(frozen=True, slots=True)
class Share:
    """One kind of lines: how many, and the start and length of its part of a bar of 1000."""

    kind: str
    lines: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Tile:
    """A number at the head of the page with what it counts."""

    number: int
    noun: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """One way in which something was not seen: what, how much of it, and the rows."""

    title: str
    text: str
    rows: Markup


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of an audit: what it found, what it read, what it did not see."""

    verdict: str
    tiles: tuple[Tile, ...]
    facts: tuple[Tile, ...]
    shares: tuple[Share, ...]
    categories: Markup
    coverage: Markup
    gaps: tuple[Gap, ...]
    files: Markup


def account(audit: Audited, link: Link) -> Account:
    """The account of an audit; the places in its tables are links."""
    return Account(
        verdict=_verdict(audit),
        tiles=tuple(_tiles(audit)),
        facts=tuple(_facts(audit)),
        shares=tuple(_shares(audit)),
        categories=_shown(_categories(audit), "Findings by category", link),
        coverage=_shown(_coverage(audit), "Code lines by how they were read", link),
        gaps=tuple(_gaps(audit, link)),
        files=_shown(_files(audit), "Audited files", link),
    )


def _shown(frame: pd.DataFrame, caption: str, link: Link, limit: int = 100_000) -> Markup:
    return clean(str(table(frame, caption, limit=limit).html), link)


def _verdict(audit: Audited) -> str:
    rows = audit.findings
    if rows.empty:
        return "No finding in what was read. What was not read is listed below."
    grave = rows[rows["severity"].isin(["critical", "high"])]
    functions, files = grave["function"].nunique(), grave["path"].nunique()
    if grave.empty:
        return f"{spoken(len(rows), 'finding')}, none of high or critical severity."
    return (
        f"{len(grave):,} of {spoken(len(rows), 'finding')} of high or critical severity, in"
        f" {spoken(functions, 'function')} of {spoken(files, 'file')}."
    )


def _tiles(audit: Audited) -> list[Tile]:
    counts = audit.findings["severity"].value_counts()
    return [Tile(int(counts.get(name, 0)), name, name) for name in SEVERITIES]


def _facts(audit: Audited) -> list[Tile]:
    known = described(audit.calls)
    return [
        Tile(len(audit.sources), "file"),
        Tile(len(audit.functions), "function"),
        Tile(len(audit.calls), "call site"),
        Tile(len(known), "call to a known API|calls to known APIs"),
        Tile(len(audit.checks), "check of a result|checks of results"),
        Tile(len(audit.error_paths), "error path"),
    ]


def _shares(audit: Audited) -> list[Share]:
    counts = coverage(audit.ledger)
    total = int(counts.to_numpy().sum())
    shares: list[Share] = []
    start = 0.0
    for kind in counts.columns:
        lines = int(counts[kind].sum())
        length = 1000 * lines / total if total else 0.0
        shares.append(Share(str(kind), lines, round(start, 1), round(length, 1)))
        start += length
    return shares


def _categories(audit: Audited) -> pd.DataFrame:
    """Each category that some concern covers, with its findings, also where there are none."""
    counts = severities(audit.findings, "category")
    known = [name for name, concerns in _covered().items() if concerns]
    names = [*known, *(str(name) for name in counts.index if name not in known)]
    counts = counts.reindex(names, fill_value=0)
    return counts.assign(all=counts.sum(axis=1)).rename_axis("category").reset_index()


def _covered() -> dict[str, int]:
    """How many concerns each category has."""
    ids = [module.CONCERN.category for module in modules()]
    return {category.value: ids.count(category) for category in Category}


def _coverage(audit: Audited) -> pd.DataFrame:
    counts = coverage(audit.ledger)
    counts = counts.assign(all=counts.sum(axis=1))
    total = counts.sum().to_frame("all files").T.astype("int64")
    return pd.concat([counts, total]).rename_axis("file").reset_index()


def _files(audit: Audited) -> pd.DataFrame:
    columns = ["path", "lines", "language", "sha256", "flags_origin", "flags"]
    rows = _portable(audit.sources[columns], "flags", audit.root)
    return rows.rename(columns={"path": "file", "flags_origin": "flags from"})


def _portable(rows: pd.DataFrame, column: str, root: str) -> pd.DataFrame:
    """The rows with the paths in a column as they mean something on another machine."""
    return rows.assign(**{column: rows[column].map(lambda text: portable(text, root))})


def _gaps(audit: Audited, link: Link) -> list[Gap]:
    """Each kind of what was not seen; those that are empty say so."""
    return [
        Gap(title, text, _shown(rows, title, link, _MOST) if len(rows) else Markup(""))
        for title, text, rows in (*_unread(audit), *_unjudged(audit), *_told(audit))
    ]


Untold = tuple[str, str, pd.DataFrame]


def _unread(audit: Audited) -> list[Untold]:
    """Code that was read badly or not at all, and what nobody looked for."""
    uncovered = [name for name, concerns in _covered().items() if not concerns]
    lines = audit.ledger[["syntactic_lines", "opaque_lines"]].sum(axis=1)
    named = ["path", "line", "function", "origin", "reason", "syntactic_lines", "opaque_lines"]
    total = int(audit.ledger[list(LINES)].to_numpy().sum())
    return [
        (
            "Categories that no concern covers yet",
            f"{len(uncovered)} of {len(Category)}",
            pd.DataFrame({"category": uncovered}),
        ),
        (
            "Code that was not read with types",
            f"{int(lines.sum()):,} of {spoken(total, 'line')}",
            audit.ledger[(lines > 0) | (audit.ledger["origin"] == "opaque")][named],
        ),
        ("Code that no front end models", spoken(len(audit.opaque), "piece"), audit.opaque),
    ]


def _unjudged(audit: Audited) -> list[Untold]:
    """What was read, but not understood well enough to judge it."""
    unknown = unknown_calls(audit)
    calls = spoken(int(unknown["calls"].sum()), "call")
    unclear = audit.checks[audit.checks["check"] == "unknown"]
    open_paths = audit.error_paths[audit.error_paths["outcome"] == "undecided"]
    checks, paths = len(audit.checks), len(audit.error_paths)
    return [
        (
            "Calls that nothing is known about",
            f"{calls} of {spoken(len(unknown), 'function')}",
            unknown,
        ),
        ("Checks that could not be judged", f"{len(unclear):,} of {checks:,}", unclear),
        ("Error paths that could not be decided", f"{len(open_paths):,} of {paths:,}", open_paths),
    ]


def _told(audit: Audited) -> list[Untold]:
    """What the compiler said, which flags were dropped, and what cannot be seen in a file."""
    dropped = audit.sources[audit.sources["dropped"] != ""][["path", "dropped"]]
    hidden = audit.sources[audit.sources["invisible"] > 0][["path", "invisible"]]
    said = audit.diagnostics
    for column in ("path", "message"):
        said = _portable(said, column, audit.root)
    dropped = _portable(dropped, "dropped", audit.root)
    return [
        ("Messages of the compiler and the kit", spoken(len(said), "message"), said),
        ("Flags that were not used", f"in {spoken(len(dropped), 'file')}", dropped),
        ("Invisible characters", f"in {spoken(len(hidden), 'file')}", hidden),
    ]
