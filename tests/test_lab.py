"""A workspace is the user's own: what she edited stays, and it remembers what it is about."""

import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from auditkit import lab as module
from auditkit.errors import BuildError, ReportError
from auditkit.lab import STATE, TARGET, Subject, lab, notebooks_folder, prepare, sample_folder


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two notebooks that stands for the bundled one."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    for name in ("00_start.ipynb", "01_next.ipynb"):
        (folder / name).write_text(f"{name} 1")
    monkeypatch.setattr(module, "notebooks_folder", lambda: folder)
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A target that exists."""
    folder = tmp_path / "src"
    folder.mkdir()
    return folder


def test_bundled_folders_are_found(root: Path) -> None:
    assert sample_folder() == root / "data" / "samples"
    assert notebooks_folder() == root / "notebooks"


def test_notebooks_are_copied_and_edited_ones_are_kept(
    bundled: Path, target: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "work" / "space"
    first = prepare(folder, Subject(str(target)))
    assert (first.copied, first.kept) == (("00_start.ipynb", "01_next.ipynb"), ())
    assert (folder / "00_start.ipynb").read_text() == "00_start.ipynb 1"
    (folder / "00_start.ipynb").write_text("my conclusions")
    for name in ("00_start.ipynb", "01_next.ipynb"):
        (bundled / name).write_text(f"{name} 2")
    second = prepare(folder, Subject())
    assert (second.copied, second.kept) == (("01_next.ipynb",), ("00_start.ipynb",))
    assert (folder / "00_start.ipynb").read_text() == "my conclusions"
    assert (folder / "01_next.ipynb").read_text() == "01_next.ipynb 2"
    third = prepare(folder, Subject())
    assert (third.copied, third.kept) == ((), ("00_start.ipynb",))


def test_a_notebook_that_was_there_before_is_kept(
    bundled: Path, target: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "01_next.ipynb").write_text("mine")
    assert prepare(folder, Subject(str(target))).kept == ("01_next.ipynb",)
    assert (folder / "01_next.ipynb").read_text() == "mine"


def test_a_removed_notebook_comes_back(bundled: Path, target: Path, tmp_path: Path) -> None:
    prepare(tmp_path / "workspace", Subject(str(target)))
    (tmp_path / "workspace" / "01_next.ipynb").unlink()
    prepare(tmp_path / "workspace", Subject())
    assert (tmp_path / "workspace" / "01_next.ipynb").exists()


def test_a_workspace_remembers_what_it_is_about(
    bundled: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "workspace"
    sample = Subject(str(sample_folder()))
    assert prepare(folder, Subject()).subject == sample
    monkeypatch.chdir(tmp_path)
    chosen = Subject(str(target), str(tmp_path), ("-Iinclude",))
    assert prepare(folder, Subject("src", ".", ("-Iinclude",))).subject == chosen
    monkeypatch.chdir("/")
    assert prepare(folder, Subject()).subject == chosen
    assert prepare(folder, Subject(flags=("-O",))).subject.flags == ("-O",)
    assert prepare(folder, Subject(str(target))).subject == Subject(str(target))
    assert json.loads((folder / STATE).read_text())["target"] == str(target)


def test_a_target_that_is_not_there_is_an_error(bundled: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no such file or folder"):
        prepare(tmp_path / "workspace", Subject(str(tmp_path / "gone")))
    assert not (tmp_path / "workspace").exists()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"target": "x"}', '{"target": "", "build": "", "flags": 3, "copies": {}}']
)
def test_a_damaged_state_is_an_error(bundled: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / STATE).write_text(text)
    with pytest.raises(BuildError, match="not the state of a workspace"):
        prepare(tmp_path, Subject())


def test_no_notebooks_is_an_error(bundled: Path, target: Path, tmp_path: Path) -> None:
    for notebook in bundled.iterdir():
        notebook.unlink()
    with pytest.raises(ReportError, match="no notebooks"):
        prepare(tmp_path / "workspace", Subject(str(target)))


def test_the_server_runs_in_the_workspace_with_its_target(
    bundled: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        f"import os, pathlib; pathlib.Path('seen').write_text(os.environ['{TARGET}']); "
        "raise SystemExit(7)"
    )
    monkeypatch.setattr(module, "_command", lambda browser: [sys.executable, "-c", code])
    said: list[str] = []
    (tmp_path / "workspace").mkdir()
    (tmp_path / "workspace" / "00_start.ipynb").write_text("mine")
    assert lab(Subject(str(target)), tmp_path / "workspace", browser=False, say=said.append) == 7
    assert (tmp_path / "workspace" / "seen").read_text() == str(target)
    assert said[0].startswith("00_start.ipynb: yours is edited and was kept")
    assert said[1] == f"auditkit lab: {tmp_path / 'workspace'}, target {target}"


def test_an_interrupt_is_left_to_the_server(
    bundled: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, signal, time; os.kill(os.getppid(), signal.SIGINT); time.sleep(0.5)"
    monkeypatch.setattr(module, "_command", lambda browser: [sys.executable, "-c", code])
    assert lab(Subject(str(target)), tmp_path / "workspace", browser=False, say=lambda _: None) == 0


def test_a_request_to_end_ends_the_server(
    bundled: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import os, signal, time; time.sleep(0.5); "
        "os.kill(os.getppid(), signal.SIGTERM); time.sleep(60)"
    )
    monkeypatch.setattr(module, "_command", lambda browser: [sys.executable, "-c", code])
    before = signal.getsignal(signal.SIGTERM)
    ended = lab(Subject(str(target)), tmp_path / "workspace", browser=False, say=lambda _: None)
    assert ended == -signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_server_offers_no_news_and_keeps_the_configuration_of_its_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path / "mine"))
    with module._settings() as settings:
        first, second = settings["JUPYTER_CONFIG_PATH"].split(os.pathsep)
        file = Path(first, "labconfig", "default_setting_overrides.json")
        (found,) = json.loads(file.read_text()).values()
    assert found == {"fetchNews": "false", "checkForUpdates": False}
    assert second == str(tmp_path / "mine")
    assert not Path(first).exists()


def test_the_server_asks_the_network_for_nothing() -> None:
    app: Any = import_module("jupyterlab.labapp").LabApp()
    app.parse_command_line(module._command(browser=False)[3:])
    assert app.news_url is None
    assert app.check_for_updates_class.__name__ == "NeverCheckForUpdate"
    assert app.extension_manager == "readonly"


def test_the_command_is_jupyterlab_of_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert module._command(browser=True)[:3] == [sys.executable, "-m", "jupyterlab"]
    assert module._command(browser=False)[-1] == "--no-browser"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert module._command(browser=True)[-1] == "--allow-root"


def test_jupyterlab_accepts_the_command() -> None:
    done = subprocess.run(
        [*module._command(browser=False), "--version"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.startswith("4.")


def test_without_jupyterlab_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(ReportError, match="pip install jupyterlab"):
        lab(Subject(), tmp_path, browser=False, say=lambda _: None)
