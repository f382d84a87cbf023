"""The bundled sample against its ground truth: all found or listed, no look-alike raised."""

import csv
from pathlib import Path

import pytest

import auditkit as ak

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "data" / "samples"
Place = tuple[str, int]


def truth(kind: str) -> dict[str, Place]:
    """The places of one kind in the ground truth, by id."""
    with (SAMPLE / "ground_truth.csv").open(newline="") as rows:
        found = [row for row in csv.DictReader(rows) if row["kind"] == kind]
    return {row["id"]: (row["path"], int(row["line"])) for row in found}


def missed() -> set[str]:
    """The ids of the defects that are known to be missed."""
    lines = (HERE / "sample_missed.txt").read_text().split("\n")
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


@pytest.fixture(scope="module")
def places() -> set[Place]:
    """Where the audit of the sample has findings."""
    findings = ak.audit(SAMPLE, cached=False).findings
    return set(zip(findings["path"], findings["line"].astype(int), strict=True))


def test_each_defect_is_found_or_listed_as_missed(places: set[Place]) -> None:
    defects = truth("defect")
    assert {name for name, place in defects.items() if place not in places} == missed()


def test_nothing_is_raised_on_a_look_alike(places: set[Place]) -> None:
    shared = set(truth("defect").values())
    raised = {name for name, place in truth("look-alike").items() if place in places - shared}
    assert raised == set()


def test_nothing_is_raised_that_the_table_does_not_have(places: set[Place]) -> None:
    assert places - set(truth("defect").values()) == set()


def test_every_row_of_the_table_points_at_its_callee() -> None:
    with (SAMPLE / "ground_truth.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            line = (SAMPLE / row["path"]).read_text().split("\n")[int(row["line"]) - 1]
            assert row["callee"].rsplit("::", 1)[-1] in line, row["id"]
