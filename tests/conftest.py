"""What all tests share: places, a cache of their own, no network, and no silent skip in CI."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
_LOCAL = ("127.", "::1", "localhost")
_skipped: list[str] = []


def _is_local(address: object) -> bool:
    """Whether an address stays on this machine: a path, loopback, or any address to listen on."""
    if not isinstance(address, tuple):
        return True
    return str(address[0]) in ("", "0.0.0.0", "::") or str(address[0]).startswith(_LOCAL)


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """The socket method, refusing addresses of other machines; the address is its last argument."""

    def guard(self: socket.socket, *args: object) -> object:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(args[-1]):
            raise RuntimeError(f"a test reached for the network: {args[-1]}")
        return method(self, *args)

    return guard


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Sockets that reach only this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Caches and configuration in temporary folders, inherited by child processes."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AUDITKIT_CACHE", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(folder / name.lower()))
        patch.setenv("MPLBACKEND", "agg")
        patch.delenv("AUDITKIT_TARGET", raising=False)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def sample(root: Path) -> Path:
    """The folder of the bundled sample."""
    return root / "data" / "samples"


@pytest.fixture(scope="session")
def real() -> Callable[[str], Path]:
    """A function from a Debian source package's name to its unpacked folder, or a skip."""

    def find(name: str) -> Path:
        place = os.environ.get("AUDITKIT_REAL", "")
        if not place:
            pytest.skip(f"AUDITKIT_REAL names no folder with the sources of {name}")
        folders = sorted(path for path in Path(place).glob(f"{name}-[0-9]*") if path.is_dir())
        if not folders:
            pytest.skip(f"no sources of {name} in AUDITKIT_REAL={place}")
        return folders[-1]

    return find


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Remembers a skip with its reason; an expected failure is none."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        _skipped.append(f"{report.nodeid}: {reason}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Notes the tests that skip."""
    _note(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Notes the modules that skip as a whole."""
    _note(report)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails the run for any skip where AUDITKIT_NO_SKIP is set, as it is in CI."""
    if os.environ.get("AUDITKIT_NO_SKIP") and _skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which skips failed the run."""
    if os.environ.get("AUDITKIT_NO_SKIP") and _skipped:
        terminalreporter.section("skips are failures here (AUDITKIT_NO_SKIP)", red=True)
        for line in _skipped:
            terminalreporter.line(line, red=True)
