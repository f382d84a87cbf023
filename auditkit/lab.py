"""A workspace: a folder of the user's own with the notebooks in it, which remembers its target.

Apart from the command line because the copying has a promise to keep: a notebook that the user has
edited, be it by executing it, is never overwritten.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from auditkit.errors import BuildError, ReportError
from auditkit.knowledge import bundled_folder

STATE = "auditkit-workspace.json"
_KEEPS_TO_ITSELF = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
"""JupyterLab asks the network for news, newer versions and extensions; an audit asks nobody."""
_NO_NEWS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}
_CONFIG_PATH = "JUPYTER_CONFIG_PATH"

TARGET, BUILD, FLAGS = "AUDITKIT_TARGET", "AUDITKIT_BUILD", "AUDITKIT_FLAGS"


@dataclass(frozen=True, slots=True)
class Subject:
    """What the notebooks of a workspace audit: a target, its build and the flags for it."""

    target: str = ""
    build: str = ""
    flags: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        """The variables from which `auditkit.audit()` without arguments takes them."""
        return {TARGET: self.target, BUILD: self.build, FLAGS: json.dumps(self.flags)}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A prepared workspace: its folder, its subject, and which notebooks were copied or kept."""

    folder: Path
    subject: Subject
    copied: tuple[str, ...]
    kept: tuple[str, ...]


def sample_folder() -> Path:
    """Where the bundled sample is."""
    return bundled_folder().parent / "samples"


def notebooks_folder() -> Path:
    """Where the bundled notebooks are: inside of the package if installed, beside it if not."""
    return bundled_folder().parents[1] / "notebooks"


def prepare(folder: Path, given: Subject) -> Workspace:
    """The workspace in a folder, with new notebooks copied into it and its subject remembered.

    Without a target it is the one that the workspace remembers, else the bundled sample.
    """
    folder = folder.absolute()
    remembered, copies = _read_state(folder / STATE)
    subject = _chosen(given, remembered)
    sources = sorted(notebooks_folder().glob("*.ipynb"))
    if not sources:
        raise ReportError(f"{notebooks_folder()}: no notebooks there; install auditkit again")
    folder.mkdir(parents=True, exist_ok=True)
    fresh = {source.name: _digest(source) for source in sources}
    kept = tuple(
        name for name in fresh if _is_edited(folder / name, copies.get(name, ""), fresh[name])
    )
    copied = tuple(name for name in fresh if name not in kept and copies.get(name) != fresh[name])
    missing = (name for name in fresh if not (folder / name).exists())
    for name in {*copied, *missing}:
        shutil.copyfile(notebooks_folder() / name, folder / name)
    known = {**copies, **{name: fresh[name] for name in fresh if name not in kept}}
    _write_state(folder / STATE, subject, known)
    return Workspace(folder, subject, copied, kept)


def _chosen(given: Subject, remembered: Subject) -> Subject:
    """What is asked for, completed by what is remembered; raises BuildError if it is not there.

    Build and flags belong to their target: another target does not inherit them.
    """
    old = remembered if not given.target else Subject()
    subject = Subject(
        _absolute(given.target or old.target or str(sample_folder())),
        _absolute(given.build or old.build),
        given.flags or old.flags,
    )
    for path in filter(None, (subject.target, subject.build)):
        if not Path(path).exists():
            raise BuildError(f"{path}: there is no such file or folder; name another")
    return subject


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute()) if path else ""


def lab(subject: Subject, folder: Path, *, browser: bool, say: Callable[[str], None]) -> int:
    """Prepares a workspace, runs JupyterLab on it until that ends, and returns its exit code."""
    if find_spec("jupyterlab") is None:
        raise ReportError("JupyterLab is not installed: pip install jupyterlab")
    workspace = prepare(folder, subject)
    for name in workspace.kept:
        say(f"{name}: yours is edited and was kept; remove it to get the bundled one")
    say(f"auditkit lab: {workspace.folder}, target {workspace.subject.target}")
    with (
        _settings() as settings,
        subprocess.Popen(
            _command(browser),
            cwd=workspace.folder,
            env={**os.environ, **workspace.subject.environment(), **settings},
        ) as process,
        _ended_together(process),
    ):
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the server got it too, and asks whether to stop
                continue


@contextmanager
def _settings() -> Iterator[Mapping[str, str]]:
    """The environment in which JupyterLab does not offer news; the user's own settings win."""
    with TemporaryDirectory(prefix="auditkit-lab-") as folder:
        file = Path(folder, "labconfig", "default_setting_overrides.json")
        file.parent.mkdir()
        file.write_text(json.dumps(_NO_NEWS), "utf-8")
        before = os.environ.get(_CONFIG_PATH, "")
        yield {_CONFIG_PATH: os.pathsep.join(filter(None, (folder, before)))}


@contextmanager
def _ended_together(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Passes a request to end on to a process, which is not left behind with its kernels."""
    before = signal.signal(signal.SIGTERM, lambda number, frame: process.terminate())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _command(browser: bool) -> list[str]:
    command = [sys.executable, "-m", "jupyterlab", *_KEEPS_TO_ITSELF]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # root in a container has chosen so by running this
    return command


def _is_edited(file: Path, copied: str, bundled: str) -> bool:
    """Whether a file of the workspace is neither as it was copied nor as it is bundled."""
    return file.exists() and _digest(file) not in (copied, bundled)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read_state(file: Path) -> tuple[Subject, Mapping[str, str]]:
    """The subject and the digests of the copies that a workspace remembers, empty at first."""
    if not file.exists():
        return Subject(), {}
    try:
        state = json.loads(file.read_text("utf-8"))
        flags = tuple(str(flag) for flag in state["flags"])
        copies = {str(name): str(state["copies"][name]) for name in state["copies"]}
        return Subject(str(state["target"]), str(state["build"]), flags), copies
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(
            f"{file}: not the state of a workspace; remove it and name the target again"
        ) from error


def _write_state(file: Path, subject: Subject, copies: Mapping[str, str]) -> None:
    state = {**asdict(subject), "copies": dict(sorted(copies.items()))}
    part = file.with_suffix(".part")
    part.write_text(json.dumps(state, indent=1) + "\n", "utf-8")
    part.replace(file)
