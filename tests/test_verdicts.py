"""Findings on real projects that were judged: how many are right, and are they still so?

A row of `tests/verdicts.csv` is one finding with its verdict: right, wrong, or arguable (true, but
of no consequence). `raised` says whether the kit still reports it: what was wrong and is mended is
kept as a regression. `basis` says what was read: the `source` around the place, or the `steps` of
the finding with the lines that they name. The shares are those of what is raised; arguable ones do
not count as right. The kit was mended on this very sample.
"""

import csv
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import auditkit as ak

FILE = Path(__file__).resolve().parent / "verdicts.csv"
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
COLUMNS = [
    *("project", "version", "fingerprint", "concern", "path", "line", "function"),
    *("confidence", "verdict", "raised", "basis", "reason"),
]
FOLDERS = {
    "stunnel4": "src",
    "libcoap3": "src",
    "qtbase-opensource-src": "src/network/ssl",
    "qt6-base": "src/plugins/tls",
}
"""Where the files of the projects that CI fetches are."""


def _raised(confidence: str = "") -> list[dict[str, str]]:
    """The rows of what is still reported, of one confidence or of all."""
    found = [row for row in ROWS if row["raised"] == "yes"]
    return [row for row in found if not confidence or row["confidence"] == confidence]


def _share(rows: list[dict[str, str]]) -> float:
    """The share of rows that are right."""
    return sum(row["verdict"] == "right" for row in rows) / len(rows)


def test_each_row_is_complete() -> None:
    assert list(ROWS[0]) == COLUMNS
    for row in ROWS:
        assert row["verdict"] in ("right", "wrong", "arguable")
        assert row["confidence"] in ("high", "medium", "low")
        assert row["raised"] in ("yes", "no")
        assert row["basis"] in ("source", "steps")
        assert row["line"].isdigit()
        assert len(row["fingerprint"]) == 16
        assert row["reason"].endswith(".")


def test_what_is_no_longer_raised_was_wrong() -> None:
    assert {row["verdict"] for row in ROWS if row["raised"] == "no"} == {"wrong"}


def test_a_finding_has_one_verdict() -> None:
    count = Counter((row["project"], row["fingerprint"]) for row in ROWS)
    assert set(count.values()) == {1}


def test_five_projects_were_read() -> None:
    assert len({row["project"] for row in ROWS}) >= 5


def test_most_findings_are_right() -> None:
    assert _share(_raised()) >= 0.85


def test_nearly_all_findings_of_high_confidence_are_right() -> None:
    assert _share(_raised("high")) >= 0.95


@pytest.mark.parametrize("project", FOLDERS)
def test_verdicts_still_hold(project: str, real: Callable[[str], Path], tmp_path: Path) -> None:
    rows = [row for row in ROWS if row["project"] == project]
    source = real(project) / FOLDERS[project]
    named = {source / row["path"] for row in rows}
    for file in {*named, *source.rglob("*.h")}:
        target = tmp_path / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    found = set(ak.audit(tmp_path, cached=False).findings["fingerprint"])
    right = [row["fingerprint"] in found for row in rows if row["verdict"] == "right"]
    assert sum(right) >= 0.95 * len(right)
    mended = {row["fingerprint"] for row in rows if row["raised"] == "no"}
    assert not mended & found
