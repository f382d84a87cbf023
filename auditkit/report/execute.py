"""Notebooks to chapters: each is executed in a kernel of this very interpreter.

Apart from the page because it is the only part that starts a process. The kernel's folder is never
the target's, since Python would import modules from it.
"""

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from auditkit.errors import ReportError
from auditkit.knowledge import bundled_folder
from auditkit.report.chapters import Chapter, Node, chapter
from auditkit.source import visible

SECONDS = 600
"""How long one cell may take: the first one audits the target, if nothing is cached."""

_READS: Callable[..., NotebookNode] = nbformat.reads
Tell = Callable[[str], None]


class _ThisInterpreter(KernelSpecManager):
    """Kernel specifications that all mean this interpreter, whatever is installed for Jupyter.

    Jupyter's way to choose a kernel is to inherit from its manager.
    """

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The specification of a kernel of the running interpreter."""
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


def notebooks(workspace: Path | None) -> list[Path]:
    """The notebooks of a workspace, or those of the kit, in order; raises ReportError if none."""
    folder = bundled_folder().parents[1] / "notebooks" if workspace is None else workspace
    found = sorted(folder.glob("*.ipynb"))
    if not found:
        raise ReportError(f"{folder}: no notebooks (*.ipynb) there; `auditkit lab` makes some")
    return found


def environment(
    target: Path, build: Path | None, flags: tuple[str, ...], home: Path
) -> dict[str, str]:
    """The environment of a kernel: the target, this kit first, and no profile of the user's."""
    found = {
        **os.environ,
        "AUDITKIT_TARGET": str(target.absolute()),
        "AUDITKIT_BUILD": "" if build is None else str(build.absolute()),
        "AUDITKIT_FLAGS": json.dumps(flags),
        "IPYTHONDIR": str(home),
        "MPLBACKEND": "agg",
        "PYTHONHASHSEED": "0",
    }
    kit = str(Path(__file__).resolve().parents[2])
    found["PYTHONPATH"] = os.pathsep.join(filter(None, (kit, os.environ.get("PYTHONPATH", ""))))
    return found


def execute(notebook: Path, settings: Mapping[str, str], folder: Path, tell: Tell) -> Chapter:
    """The chapter of a notebook; if a cell fails, the cells before it and what failed."""
    name = visible(notebook.stem)
    node = _read(notebook)
    total = len(node.cells)
    started: list[Node] = []

    def note(cell: Node, cell_index: int) -> None:
        started.append(cell)
        tell(f"{name}: cell {cell_index + 1} of {total}")

    manager = _manager(Path(settings["IPYTHONDIR"]))
    client = NotebookClient(node, km=manager, timeout=SECONDS, startup_timeout=120)
    client.on_cell_start = note
    client.resources = {"metadata": {"path": str(folder)}}
    client.record_timing = False
    client.allow_error_names = ["AssertionError"]  # a statement that does not hold stops nothing
    try:
        _run(client, manager, settings)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        where = f"cell {started[-1].get('id', len(started))}" if started else "the kernel's start"
        return chapter(name, node, f"{notebook.name} stopped at {where}: {_reason(error)}")
    wrong = [f"cell {cell.get('id', '?')}: {line}" for cell in node.cells for line in _wrong(cell)]
    return chapter(
        name, node, f"{notebook.name} does not hold: {'; '.join(wrong)}" if wrong else ""
    )


def _run(client: NotebookClient, manager: AsyncKernelManager, settings: Mapping[str, str]) -> None:
    """Executes a notebook; Ctrl-C ends its kernel and is raised.

    In a thread of its own, since in the main one nbclient takes that signal for itself.
    """
    started: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[object]]] = []

    async def work() -> None:
        task = asyncio.current_task()
        assert task is not None
        started.append((asyncio.get_running_loop(), task))
        try:
            await client.async_execute(cleanup_kc=True, env=dict(settings))
        finally:
            if manager.has_kernel:  # it was stopped in the middle of its start
                await manager.shutdown_kernel(now=True)

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: asyncio.run(work()))
        try:
            while not wait([done], timeout=1).done:
                pass
        except KeyboardInterrupt:
            client.shutdown_kernel = "immediate"
            for loop, task in started:
                loop.call_soon_threadsafe(task.cancel)
            raise
        done.result()


def _manager(home: Path) -> AsyncKernelManager:
    """A manager whose kernel is reached through files of this user's, not through open ports."""
    manager = AsyncKernelManager(kernel_spec_manager=_ThisInterpreter(), kernel_name="python3")
    home.mkdir(parents=True, exist_ok=True)
    manager.connection_file = str(home / "kernel.json")
    # The path of a Unix socket has at most 103 bytes, and gets a suffix.
    if os.name == "posix" and len(os.fsencode(home)) < 80:
        manager.transport = "ipc"
        manager.ip = str(home / "kernel")
    return manager


def _read(notebook: Path) -> NotebookNode:
    try:
        node = _READS(notebook.read_text("utf-8"), as_version=4)
        nbformat.validate(node)
    except (ValueError, nbformat.ValidationError) as error:
        raise ReportError(f"{notebook}: not a notebook: {_first_line(str(error))}") from None
    return node


def _reason(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {_first_line(error.evalue)}" if error.ename else str(error)
    if isinstance(error, CellTimeoutError):
        return f"took longer than {SECONDS} seconds"
    return _first_line(str(error)) or type(error).__name__


def _wrong(cell: NotebookNode) -> Iterator[str]:
    """The statement of a cell that does not hold, as IPython's traceback points at it."""
    for output in cell.get("outputs", ()):
        if output["output_type"] == "error":
            trace = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output["traceback"]))
            found = re.search(r"^-+> \d+ (.*)$", trace, re.MULTILINE)
            yield visible(found[1].strip() if found else output["ename"])


def _first_line(text: str) -> str:
    return visible(text.strip().split("\n")[0])
