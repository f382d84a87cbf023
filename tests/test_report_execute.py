"""Notebooks are executed in a kernel of this interpreter, and a failure loses nothing."""

import json
import os
import sys
from collections.abc import Mapping
from concurrent.futures import Future, wait
from pathlib import Path

import pytest
from test_report_dom import read
from test_views_standin import standin

from auditkit.errors import ReportError
from auditkit.report import execute as execution
from auditkit.report import make
from auditkit.report.chapters import Chapter, Kind
from auditkit.report.execute import environment, execute, notebooks


def notebook(folder: Path, name: str, *cells: str) -> Path:
    """A notebook of code cells in a folder."""
    about: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
    }
    made = [about | {"id": f"cell-{n}", "source": text} for n, text in enumerate(cells)]
    node = {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path = folder / name
    path.write_text(json.dumps(node), "utf-8")
    return path


def settings(folder: Path) -> Mapping[str, str]:
    """The environment of a kernel that audits a folder."""
    return environment(folder, folder / "build", ("-DX=1",), folder / "ipython")


def silent(_: str) -> None:
    """Tells nobody."""


def run(path: Path) -> Chapter:
    """The chapter of a notebook, executed in its own folder."""
    return execute(path, settings(path.parent), path.parent, silent)


@pytest.mark.notebooks
def test_kernel_is_this_interpreter_with_the_target_in_its_environment(tmp_path: Path) -> None:
    code = "import os, sys, auditkit\n(sys.executable, os.environ['AUDITKIT_FLAGS'])"
    where = "import os\nos.environ['AUDITKIT_TARGET'] + os.environ['AUDITKIT_BUILD']"
    told: list[str] = []
    path = notebook(tmp_path, "a.ipynb", code, where)
    chapter = execute(path, settings(tmp_path), tmp_path, told.append)
    assert chapter.failure == ""
    first, second = (cell.outputs[0].content for cell in chapter.cells)
    assert repr(sys.executable) in first
    assert '["-DX=1"]' in first
    assert second == repr(f"{tmp_path}{tmp_path / 'build'}")
    assert told == ["a: cell 1 of 2", "a: cell 2 of 2"]


@pytest.mark.notebooks
def test_failing_cell_is_named_and_what_came_before_is_kept(tmp_path: Path) -> None:
    chapter = run(notebook(tmp_path, "b.ipynb", "print('first')", "raise ValueError('a\\nb')", "3"))
    assert chapter.failure == "b.ipynb stopped at cell cell-1: ValueError: a"
    assert [len(cell.outputs) for cell in chapter.cells] == [1, 1, 0]
    assert chapter.cells[1].outputs[0].kind is Kind.ERROR


@pytest.mark.notebooks
def test_statement_that_does_not_hold_is_named_and_stops_nothing(tmp_path: Path) -> None:
    chapter = run(notebook(tmp_path, "e.ipynb", "x = 1\nassert x == 2", "x", "assert x == 3, 'no'"))
    assert chapter.failure == (
        "e.ipynb does not hold: cell cell-0: assert x == 2; cell cell-2: assert x == 3, 'no'"
    )
    assert [len(cell.outputs) for cell in chapter.cells] == [1, 1, 1]


@pytest.mark.notebooks
def test_stopping_ends_the_kernel_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "import os, time\nfrom pathlib import Path\nPath('pid').write_text(str(os.getpid()))"
    sleeping = notebook(tmp_path, "f.ipynb", f"{told}\ntime.sleep(600)")

    def interrupted(futures: list[Future[None]], timeout: float) -> object:
        if (tmp_path / "pid").exists() and (tmp_path / "pid").read_text():
            raise KeyboardInterrupt
        return wait(futures, timeout=0.05)

    monkeypatch.setattr(execution, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(sleeping)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.notebooks
def test_cell_that_hangs_or_kills_its_kernel_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = run(notebook(tmp_path, "d.ipynb", "import os\nos._exit(1)"))
    assert dead.failure.startswith("d.ipynb stopped at cell cell-0: ")
    monkeypatch.setattr(execution, "SECONDS", 1)
    slow = run(notebook(tmp_path, "c.ipynb", "import time\ntime.sleep(60)"))
    assert slow.failure == "c.ipynb stopped at cell cell-0: took longer than 1 seconds"


@pytest.mark.notebooks
def test_report_of_a_workspace_is_written_even_if_a_notebook_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "_audit", lambda: lambda *_, **__: standin())
    notebook(tmp_path, "a.ipynb", "'good'")
    notebook(tmp_path, "b.ipynb", "1 / 0")
    output = tmp_path / "out" / "report.html"
    steps: list[tuple[int, int, str]] = []
    with pytest.raises(
        ReportError, match=r"^b.ipynb stopped at cell cell-0: ZeroDivisionError: .*everything else"
    ):
        make.report(
            tmp_path,
            output,
            workspace=tmp_path,
            progress=lambda done, total, what: steps.append((done, total, what)),
        )
    text = read(output.read_text("utf-8")).text
    assert "'good'" in text
    assert "Incomplete. b.ipynb stopped at cell cell-0" in text
    assert steps[-1] == (2, 2, "writing the page")
    (tmp_path / "b.ipynb").unlink()
    assert make.report(tmp_path, output, workspace=tmp_path) == output
    assert [path.name for path in output.parent.iterdir()] == ["report.html"]


def test_bundled_notebooks_are_found_in_order() -> None:
    names = [path.name for path in notebooks(None)]
    assert names[:2] == ["00_start_here.ipynb", "01_error_handling.ipynb"]
    assert names == sorted(names)


def test_folder_without_notebooks_and_file_that_is_none_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no notebooks"):
        notebooks(tmp_path)
    broken = tmp_path / "x.ipynb"
    broken.write_text("{", "utf-8")
    with pytest.raises(ReportError, match="not a notebook"):
        run(broken)


def test_kernel_is_reached_without_open_ports(tmp_path: Path) -> None:
    assert execution._manager(Path("/tmp/auditkit-test")).transport == "ipc"
    deep = tmp_path / ("x" * 90)
    assert execution._manager(deep).transport == "tcp"
