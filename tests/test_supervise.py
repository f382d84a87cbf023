"""Tasks that crash, hang, eat memory or answer nonsense fail alone."""

import ctypes
import math
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditkit.errors import BuildError, ParseError
from auditkit.supervise import Supervisor, WorkerDied, WorkerTimeout


def segfault() -> None:
    """Reads where nothing is mapped, as a crashing parser does."""
    ctypes.string_at(0)


def loop() -> None:
    """Never returns."""
    while True:
        pass


def hog(megabytes: int) -> int:
    """Takes that much memory."""
    return len(bytearray(megabytes << 20))


def native_hog() -> None:
    """Takes memory as native code does, which aborts when it gets none."""
    allocate = ctypes.CDLL(None).malloc
    allocate.restype = ctypes.c_void_p
    if not allocate(ctypes.c_size_t(1 << 30)):
        os.abort()


def refuse(text: str) -> None:
    """Raises an error of the kit."""
    raise BuildError(text)


def unpicklable() -> object:
    """Returns what does not pickle."""
    return lambda: None


class Awkward(Exception):
    """An exception that does not survive pickling: its constructor wants two arguments."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def awkward() -> None:
    """Raises an exception that does not pickle."""
    raise Awkward("a", "b")


def leave(code: int) -> None:
    """Ends the process without a word."""
    os._exit(code)


def chatter() -> int:
    """Prints to both standard streams, and reads from the third."""
    print("on stdout")
    os.write(1, b"below Python\n")
    print("on stderr", file=sys.stderr)
    os.write(2, b"LLVM ERROR\n")
    return len(sys.stdin.read())


def alive(pid: int) -> bool:
    """Whether a process of that id exists, a zombie included."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def await_death(pid: int) -> bool:
    """Whether the process is gone within ten seconds."""
    for _ in range(200):
        if not alive(pid):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    """One worker, ten seconds, 400 megabytes."""
    with Supervisor(1, 10, 400) as executor:
        yield executor


def works(executor: Supervisor) -> bool:
    """Whether the executor still answers."""
    return executor.submit(math.factorial, 5).result(30) == 120


def test_results_come_back_in_order_and_workers_are_reused(supervisor: Supervisor) -> None:
    assert list(supervisor.map(math.sqrt, [4, 9, 16])) == [2, 3, 4]
    assert supervisor.submit(os.getpid).result() == supervisor.submit(os.getpid).result()
    assert supervisor.submit(os.getpid).result() != os.getpid()


@pytest.mark.parametrize(
    ("task", "cause"), [(segfault, "SIGSEGV"), (os.abort, "SIGABRT"), (native_hog, "SIGABRT")]
)
def test_a_crash_fails_its_own_future(
    supervisor: Supervisor, task: Callable[[], None], cause: str
) -> None:
    crashed, after = supervisor.submit(task), supervisor.submit(math.sqrt, 4)
    with pytest.raises(WorkerDied, match=f"{getattr(task, '__name__', '')} died: {cause}"):
        crashed.result(30)
    assert after.result(30) == 2


def test_an_exit_without_an_answer_fails_its_own_future(supervisor: Supervisor) -> None:
    with pytest.raises(WorkerDied, match="exit status 3"):
        supervisor.submit(leave, 3).result(30)
    with pytest.raises(WorkerDied, match="SystemExit: 4"):
        supervisor.submit(sys.exit, 4).result(30)
    assert works(supervisor)


def test_an_endless_task_is_killed_and_others_go_on() -> None:
    with Supervisor(2, 0.5, 400) as executor:
        endless = executor.submit(loop)
        others = [executor.submit(math.sqrt, 4) for _ in range(3)]
        assert [other.result(30) for other in others] == [2, 2, 2]
        with pytest.raises(WorkerTimeout, match=r"loop was stopped: it took over 0\.5 s"):
            endless.result(30)
        assert works(executor)


def test_memory_is_bounded(supervisor: Supervisor) -> None:
    with pytest.raises(WorkerDied, match="hog needs more memory than its limit of 400 megabytes"):
        supervisor.submit(hog, 800).result(30)
    assert supervisor.submit(hog, 50).result(30) == 50 << 20


def test_a_worker_whose_memory_has_grown_is_replaced(supervisor: Supervisor) -> None:
    first = supervisor.submit(os.getpid).result(30)
    assert supervisor.submit(hog, 250).result(30) == 250 << 20
    assert supervisor.submit(os.getpid).result(30) != first


def test_the_memory_of_the_parent_does_not_count(supervisor: Supervisor) -> None:
    ballast = bytearray(b"x") * (250 << 20)
    first = supervisor.submit(os.getpid).result(30)
    assert supervisor.submit(os.getpid).result(30) == first
    del ballast


def test_a_task_raises_with_its_type_and_its_traceback(supervisor: Supervisor) -> None:
    with pytest.raises(BuildError, match="no such file") as raised:
        supervisor.submit(refuse, "no such file").result(30)
    assert "in refuse" in raised.value.__notes__[0]
    assert works(supervisor)


def test_what_does_not_pickle_is_an_error_of_its_own_task(supervisor: Supervisor) -> None:
    with pytest.raises((AttributeError, TypeError), match="lambda"):
        supervisor.submit(lambda: None)
    with pytest.raises((AttributeError, TypeError), match="lambda"):
        supervisor.submit(unpicklable).result(30)
    with pytest.raises(WorkerDied, match="Awkward: ab"):
        supervisor.submit(awkward).result(30)
    assert works(supervisor)


def test_worker_errors_are_parse_errors() -> None:
    assert issubclass(WorkerDied, ParseError)
    assert issubclass(WorkerTimeout, ParseError)


def test_children_are_silent_and_read_nothing(
    supervisor: Supervisor, capfd: pytest.CaptureFixture[str]
) -> None:
    assert supervisor.submit(chatter).result(30) == 0
    assert works(supervisor)
    assert capfd.readouterr() == ("", "")


def test_shutdown_ends_children_and_refuses_tasks() -> None:
    executor = Supervisor(2, 10, 400)
    pid = executor.submit(os.getpid).result(30)
    executor.shutdown()
    executor.shutdown()
    assert not alive(pid)
    with pytest.raises(RuntimeError, match="takes no more tasks"):
        executor.submit(os.getpid)


def test_shutdown_can_cancel_what_waits() -> None:
    executor = Supervisor(1, 0.5, 400)
    running = executor.submit(loop)
    while not running.running():
        time.sleep(0.01)
    waiting = executor.submit(os.getpid)
    executor.shutdown(cancel_futures=True)
    assert waiting.cancelled()
    assert isinstance(running.exception(), WorkerTimeout)


def test_a_cancelled_task_is_not_run(supervisor: Supervisor) -> None:
    busy = supervisor.submit(time.sleep, 0.3)
    waiting = supervisor.submit(os.abort)
    assert waiting.cancel()
    busy.result(30)
    assert works(supervisor)


def test_an_exception_in_the_block_kills_the_children() -> None:
    pids: list[int] = []

    def interrupted() -> None:
        with Supervisor(2, 60, 400) as executor:
            pids.append(executor.submit(os.getpid).result(30))
            executor.submit(loop)
            executor.submit(loop)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not alive(pids[0])
    assert "auditkit-keeper" not in [thread.name for thread in threading.enumerate()]


def test_a_worker_that_cannot_be_started_fails_its_task(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "false")
    with Supervisor(1, 10, 400) as executor:
        with pytest.raises(WorkerDied, match="could be started: exit status 1"):
            executor.submit(os.getpid).result(30)
        monkeypatch.setattr(sys, "executable", "/no/such/python")
        with pytest.raises(FileNotFoundError, match="python"):
            executor.submit(os.getpid).result(30)


def test_a_killed_supervisor_starts_nothing_more() -> None:
    executor = Supervisor(1, 60, 400)
    running, waiting = executor.submit(loop), executor.submit(os.getpid)
    while not running.running():
        time.sleep(0.01)
    executor.kill()
    assert isinstance(running.exception(30), WorkerDied)
    assert waiting.cancelled()


def test_no_workers_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Supervisor(0, 1, 1)


def run(code: str, folder: Path, *, script: bool) -> subprocess.CompletedProcess[str]:
    """A Python process in that folder that runs the code from `-c` or as an unguarded script."""
    text = textwrap.dedent(code)
    file = folder / "script.py"
    file.write_text(text, encoding="utf-8")
    arguments = [str(file)] if script else ["-c", text]
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
    )


@pytest.mark.parametrize("script", [True, False])
def test_a_main_module_without_a_guard_is_not_run_again(tmp_path: Path, script: bool) -> None:
    code = """
        import math
        from auditkit.supervise import Supervisor
        print("main")
        with Supervisor(2, 30, 400) as executor:
            print(*executor.map(math.factorial, [3, 4]))
    """
    result = run(code, tmp_path, script=script)
    assert (result.stdout, result.stderr, result.returncode) == ("main\n6 24\n", "", 0)


def test_modules_of_the_current_folder_are_not_imported(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported from the target')")
    code = """
        import sys
        sys.path = [path for path in sys.path if path]
        import os
        from auditkit.supervise import Supervisor
        sys.path.insert(0, "")
        with Supervisor(1, 30, 400) as executor:
            print(executor.submit(os.path.basename, "a/b").result())
    """
    result = run(code, tmp_path, script=False)
    assert (result.stdout, result.stderr) == ("b\n", "")


def test_children_die_with_their_parent(tmp_path: Path) -> None:
    code = """
        import os, signal, sys
        sys.path.insert(0, sys.argv[1])
        from auditkit.supervise import Supervisor
        from tests.test_supervise import loop
        executor = Supervisor(1, 60, 400)
        print(executor.submit(os.getpid).result(), flush=True)
        running = executor.submit(loop)
        while not running.running():
            pass
        os.kill(os.getpid(), signal.SIGKILL)
    """
    root = Path(__file__).resolve().parents[1]
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(root)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == -signal.SIGKILL
    assert await_death(int(result.stdout))
