"""The notebooks are stripped and thin, hold on any tables, and run on the bundled sample."""

import ast
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

import pytest
from test_report_dom import read
from test_views_standin import StandIn, hostile, standin

from auditkit import views
from auditkit.report import make

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
SECTIONS = [
    *("Question", "Synopsis", "Setup", "Facts", "Knowledge", "Findings", "Reading them"),
    *("False positives and misses", "Not seen", "Next"),
]
CATEGORY = [
    *("Question", "Synopsis", "Setup", "What the API promises", "How it goes wrong", "Facts"),
    *("Knowledge", "Findings", "Reading them", "What is fine, and why"),
    *("False positives and misses", "Not seen", "Next"),
]
CATEGORIES = {
    "01_error_handling": "error-handling",
    "02_resource_lifetime": "resource-lifetime",
    "03_initialisation": "uninitialised-data",
}
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}

every = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str = "") -> list[dict[str, Any]]:
    """The cells of a notebook, of one kind if named, with their source as one text."""
    node = json.loads(path.read_text("utf-8"))
    return [
        cell | {"source": "".join(cell["source"])}
        for cell in node["cells"]
        if kind in ("", cell["cell_type"])
    ]


def test_notebooks_are_numbered_and_lead_to_each_other() -> None:
    names = [path.stem for path in NOTEBOOKS]
    assert [name.partition("_")[0] for name in names] == [f"{n:02}" for n in range(len(names))]
    assert set(names[1:]) == set(CATEGORIES)
    links = [set(re.findall(r"\]\((\w+)\.ipynb\)", path.read_text("utf-8"))) for path in NOTEBOOKS]
    assert links[0] == set(names[1:])
    assert all(found == {after} for found, after in zip(links[1:-1], names[2:], strict=True))


@pytest.mark.parametrize("name", CATEGORIES)
def test_a_category_is_worked_through_to_its_conclusion(name: str) -> None:
    [path] = [path for path in NOTEBOOKS if path.stem == name]
    prose = "\n".join(cell["source"] for cell in cells(path, "markdown"))
    assert re.findall(r"^## (.*)$", prose, re.MULTILINE) == CATEGORY
    code = "\n".join(cell["source"] for cell in cells(path, "code"))
    assert len(set(re.findall(r"views\.plots\.(\w+)", code))) >= 4
    category = CATEGORIES[name]
    for call in ("concerns", "plots.findings_by_function", "findings", "flow", "conclusion"):
        assert re.search(rf'views\.{call}\([^)]*"{category}"', code), call
    assert any("conclusion" in cell["metadata"].get("tags", []) for cell in cells(path))


@every
def test_stripped_with_only_allowed_metadata(path: Path) -> None:
    node = json.loads(path.read_text("utf-8"))
    assert node["metadata"] == METADATA
    assert (node["nbformat"], node["nbformat_minor"]) == (4, 5)
    for cell in node["cells"]:
        assert set(cell["metadata"]) <= {"tags"}
        assert set(cell["metadata"].get("tags", [])) <= {"assert", "conclusion"}
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


@every
def test_cell_ids_are_unique_and_speak(path: Path) -> None:
    ids = [cell["id"] for cell in cells(path)]
    assert len(ids) == len(set(ids))
    prefix = path.stem.partition("_")[2].partition("_")[0]
    assert all(identifier.startswith(prefix) for identifier in ids)


@every
def test_sections_are_there_in_order(path: Path) -> None:
    heads = [
        line[3:]
        for cell in cells(path, "markdown")
        for line in cell["source"].split("\n")
        if line.startswith("## ")
    ]
    assert [head for head in heads if head in SECTIONS] == SECTIONS
    assert cells(path)[0]["source"].startswith("# ")


@every
def test_code_is_thin_and_led_by_prose(path: Path) -> None:
    lengths = [len(cell["source"].split("\n")) for cell in cells(path, "code")]
    assert max(lengths) <= 8
    assert median(lengths) <= 2
    kinds = [cell["cell_type"] for cell in cells(path)]
    follows = [before for before, after in pairwise(kinds) if after == "code"]
    assert set(follows) == {"markdown"}
    text = "\n".join(cell["source"] for cell in cells(path, "code"))
    tree = ast.parse(text)
    imports = [ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert imports == ["import auditkit as ak"]
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]


@every
def test_asserts_are_tagged_and_nothing_else_is(path: Path) -> None:
    for cell in cells(path, "code"):
        tagged = "assert" in cell["metadata"].get("tags", [])
        assert tagged == ("assert " in cell["source"])


@every
def test_prose_holds_no_number_of_the_sample(path: Path) -> None:
    numbers = {word for cell in cells(path, "markdown") for word in cell["source"].split()}
    assert not {word for word in numbers if word.isdecimal() and int(word) > 1}


def displays(path: Path, audit: views.Audited) -> Iterator[views.Display]:
    """What the code cells show, run here on an audit without a kernel."""
    names: dict[str, object] = {
        "ak": SimpleNamespace(audit=lambda: audit, views=views, plots=views.plots)
    }
    for cell in cells(path, "code"):
        tree = ast.parse(cell["source"].replace("import auditkit as ak\n", ""))
        last = tree.body[-1]
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(tree.body[:-1], []), cell["id"], "exec"), names)
            shown = eval(compile(ast.Expression(last.value), cell["id"], "eval"), names)
            assert isinstance(shown, views.Display)
            yield shown
        else:
            exec(compile(tree, cell["id"], "exec"), names)


@every
@pytest.mark.parametrize(
    "audit", [standin(), hostile(), StandIn()], ids=["some", "hostile", "none"]
)
def test_cells_hold_on_any_tables(path: Path, audit: StandIn) -> None:
    shown = list(displays(path, audit))
    assert len(shown) > 10
    for display in shown:
        assert read(display._repr_html_()).faults == []
        assert display.text


def size(target: Path) -> int:
    """How many bytes of source a target has."""
    files = [target] if target.is_file() else [path for path in target.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files)


@pytest.mark.notebooks
@pytest.mark.parametrize("name", ["", "empty.c", "one.c"])
def test_report_runs_the_notebooks(sample: Path, tmp_path: Path, name: str) -> None:
    texts = {"empty.c": "", "one.c": "int f(void) { return g(1); }\n"}
    target = tmp_path / name if name else sample
    if name:
        target.write_text(texts[name], "utf-8")
    page = make.report(target, tmp_path / "report.html")
    document = read(page.read_text("utf-8"))
    assert document.faults == []
    ids = document.values("id")
    assert len(ids) == len(set(ids))
    chapters = [name for name in ids if re.fullmatch(r"chapter-\d\d_[a-z_]+", name)]
    assert chapters == [f"chapter-{path.stem}" for path in NOTEBOOKS]
    assert {f"#{name}" for name in chapters} <= set(document.values("href"))
    assert page.stat().st_size <= 3_000_000 + 6 * size(target)
    assert {link[1:] for link in document.values("href") if link.startswith("#")} <= set(ids)
    assert ("Findings by category" in document.text) and "Verified on the tables" in document.text
    assert bool(document.named("article")) == (not name)
