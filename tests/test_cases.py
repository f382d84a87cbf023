"""Reductions of published bugs: each fires on the code before the fix and is silent after it.

A case is a file of `tests/cases/`: its comment names the source of its facts, its marks say which
concern is expected on which line. What is marked and not found, or found and not marked, makes the
case a missed one, listed by name in `tests/cases_missed.txt`. A file `silent_…` holds correct
idioms of real projects, in which nothing is to be found.
"""

import re
from functools import cache
from pathlib import Path

import pytest

import auditkit as ak
from auditkit.build import plan
from auditkit.concerns import findings_of, modules
from auditkit.findings import Category
from auditkit.parse import parse
from auditkit.testing import context_of

HERE = Path(__file__).resolve().parent
CASES = sorted(file for file in (HERE / "cases").iterdir() if file.suffix in {".c", ".cpp"})
CATEGORIES = {Category.ERROR_HANDLING, Category.RESOURCE_LIFETIME, Category.UNINITIALISED_DATA}
_MARK = re.compile(r"//\s*finding:\s*([\w-]+)")
_PROJECTS = (
    "OpenSSL|curl|coturn|libcoap|openconnect|qtbase|stunnel|systemd|Qt"
    "|OpenVPN|mosquitto|wpa_supplicant|FreeRDP|PowerDNS|OpenLDAP"
)
_SOURCE = re.compile(rf"CVE-\d{{4}}-\d{{4,}}|\w/[\w.-]+#\d+|\b(?:{_PROJECTS}) \d")

CONCERNS = {
    *("confused-error-codes", "dirty-error-queue", "late-reason", "misread-reason"),
    *("mixed-conventions", "success-after-failure", "unchecked-result", "unqueried-reason"),
    *("use-after-fatal-error", "wrong-error-check"),
    *("borrowed-release", "double-release", "leaked-resource", "use-after-release"),
    *("wrong-release", "failed-output-read", "partial-initialisation", "uninitialised-read"),
}
"""The concerns of the three categories, those that are still to be written included."""


def marks(file: Path) -> set[tuple[int, str]]:
    """The (line, concern) pairs that a case marks, lines from 1."""
    lines = file.read_text().split("\n")
    return {
        (number, match[1])
        for number, line in enumerate(lines, start=1)
        for match in _MARK.finditer(line)
    }


@cache
def found(file: Path) -> frozenset[tuple[int, str]]:
    """The (line, concern) pairs that the kit finds in a case, read from its syntax."""
    language = "c" if file.suffix == ".c" else "c++"
    return frozenset(
        (finding.at.line, finding.concern.id)
        for finding in findings_of(context_of(file.read_text(), language))
        if finding.concern.category in CATEGORIES
    )


def missed() -> set[str]:
    """The names of the cases that are known to be missed."""
    lines = (HERE / "cases_missed.txt").read_text().split("\n")
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def test_the_list_of_missed_cases_names_cases() -> None:
    assert missed() <= {file.name for file in CASES}


def test_the_concerns_that_exist_are_known() -> None:
    written = {item.CONCERN.id for item in modules() if item.CONCERN.category in CATEGORIES}
    assert written <= CONCERNS


def test_nine_in_ten_findings_are_the_same_with_types_and_without() -> None:
    findings = ak.audit(HERE / "cases", cached=False).findings
    ours = findings[findings["category"].isin([category.value for category in CATEGORIES])]
    typed = set(zip(ours["path"], ours["line"].astype(int), ours["concern"], strict=True))
    syntactic = {(file.name, line, name) for file in CASES for line, name in found(file)}
    assert len(typed & syntactic) >= 0.9 * len(typed | syntactic), sorted(typed ^ syntactic)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
class TestCase:
    def test_is_found_exactly_or_listed_as_missed(self, file: Path) -> None:
        expected, got = marks(file), found(file)
        if file.name in missed():
            assert got != expected, "found: take it off the list"
        else:
            assert got == expected

    def test_is_named_by_what_it_marks_and_by_its_source(self, file: Path) -> None:
        ids = {name for _, name in marks(file)}
        names = {name.replace("-", "_") for name in ids} or {"silent"}
        assert ids <= CONCERNS
        assert any(file.name.startswith(f"{name}_") for name in names)
        comment = file.read_text().partition("*/")[0]
        assert comment.startswith("/*")
        assert _SOURCE.search(comment)

    def test_compiles_without_a_diagnostic(self, file: Path) -> None:
        planned = plan(file)
        with parse(planned.units[0], planned.root) as parsed:
            assert [item.text for item in parsed.diagnostics] == []
