"""An executor whose tasks run in killable child processes with limits of time and memory.

Apart from `concurrent.futures.ProcessPoolExecutor` for two reasons: there, one dead worker breaks
every unfinished future, and no task can be stopped; and its children import the parent's main
module again, which a notebook or a script without a main guard does not survive. Here a child is a
plain interpreter that runs `serve` and gets its tasks as pickles through a pipe. A task that
crashes, hangs or takes too much memory fails its own future, and its child is replaced.

Memory is bounded where the system can (not on Windows, and macOS ignores it). A child has the
rights of its parent: this guards against accidents of a parser, it is no sandbox.
"""

import json
import os
import pickle
import re
import signal
import struct
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, ParamSpec, TypeVar

from auditkit.errors import ParseError

if sys.platform != "win32":
    import resource

P = ParamSpec("P")
T = TypeVar("T")

_START_SECONDS = 120.0
_STOP_SECONDS = 10.0
_LENGTH = struct.Struct(">Q")
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from auditkit.supervise import serve; serve(int(sys.argv[2]))"
)


class WorkerDied(ParseError):
    """The child that ran a task died, or hit its limit of memory."""


class WorkerTimeout(ParseError):
    """A task took longer than it may; its child was killed."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What a child sends for one task; `tired` asks to be replaced, as its memory has grown."""

    value: object
    error: BaseException | None
    tired: bool


class Supervisor(Executor):
    """An executor with up to that many children, and limits of seconds and megabytes a task."""

    def __init__(self, workers: int, seconds: float, megabytes: int) -> None:
        if workers < 1:
            raise ValueError(f"workers is {workers}: at least 1 is needed")
        self._workers = workers
        self._seconds = seconds
        self._megabytes = megabytes
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._keepers: list[_Keeper] = []
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The future of a call in a child; the function is found there by its module and name.

        A task that cannot be pickled raises here.
        """
        message = pickle.dumps((fn, args, kwargs), pickle.HIGHEST_PROTOCOL)
        future: Future[T] = Future()
        name = getattr(fn, "__qualname__", type(fn).__name__)
        with self._lock:
            if self._closed:
                raise RuntimeError("the supervisor is shut down and takes no more tasks")
            self._tasks.put(_Task(future, message, name))
            if len(self._keepers) < self._workers:
                keeper = _Keeper(self._tasks, self._seconds, self._megabytes)
                self._keepers.append(keeper)
                keeper.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more tasks; ends the children when theirs are done, and waits for that."""
        with self._lock:
            if not self._closed:
                self._closed = True
                if cancel_futures:
                    self._cancel()
                for _ in self._keepers:
                    self._tasks.put(None)
        if wait:
            for keeper in self._keepers:
                keeper.join()

    def kill(self) -> None:
        """Cancels what waits, kills every child at once, and leaves none behind."""
        with self._lock:
            self._closed = True
            self._cancel()
            for keeper in self._keepers:
                keeper.kill()
                self._tasks.put(None)
        for keeper in self._keepers:
            keeper.join()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Waits for all tasks; after an exception (Ctrl-C, say) kills the children instead."""
        if kind is None:
            self.shutdown()
        else:
            self.kill()

    def _cancel(self) -> None:
        while not self._tasks.empty():
            task = self._tasks.get()
            if task is not None:
                task.future.cancel()


@dataclass(frozen=True, slots=True)
class _Task:
    """A pickled call that waits for a child, with the future of its result."""

    future: Future[Any]
    message: bytes
    name: str


class _Keeper(threading.Thread):
    """The thread that keeps one child at work and replaces it; no parent waits for it to end."""

    def __init__(self, tasks: "SimpleQueue[_Task | None]", seconds: float, megabytes: int) -> None:
        super().__init__(name="auditkit-keeper", daemon=True)
        self._tasks = tasks
        self._seconds = seconds
        self._megabytes = megabytes
        self._child: _Child | None = None
        self._killed = False
        self._lock = threading.Lock()

    def run(self) -> None:
        """Takes tasks until it is told to stop."""
        while (task := self._tasks.get()) is not None:
            if task.future.set_running_or_notify_cancel():
                try:
                    result = self._perform(task)
                except (
                    BaseException
                ) as error:  # the task's own error, whatever it is, is its result
                    task.future.set_exception(error)
                else:
                    task.future.set_result(result)
            del task
        self._retire()

    def kill(self) -> None:
        """Kills the child, and lets no other be started."""
        with self._lock:
            self._killed = True
            if self._child is not None:
                self._child.kill()

    def _perform(self, task: _Task) -> object:
        """The value of a task; raises what it raised, or what became of its child."""
        child = self._employ()
        reply = child.perform(task, self._seconds)
        if reply is None:
            cause = _cause(self._retire())
            if not child.ready:
                raise WorkerDied(f"no worker process could be started: {cause}")
            if child.timed_out:
                raise WorkerTimeout(f"{task.name} was stopped: it took over {self._seconds:g} s")
            raise WorkerDied(f"the worker process of {task.name} died: {cause}")
        if reply.tired:
            self._retire()
        if isinstance(reply.error, MemoryError):
            limit = f"{self._megabytes} megabytes"
            raise WorkerDied(f"{task.name} needs more memory than its limit of {limit}")
        if reply.error is not None:
            raise reply.error
        return reply.value

    def _employ(self) -> "_Child":
        with self._lock:
            if self._killed:
                raise WorkerDied("the supervisor was stopped")
            if self._child is None:
                self._child = _Child(self._megabytes)
            return self._child

    def _retire(self) -> int:
        """Ends the child and returns its exit code."""
        with self._lock:
            child, self._child = self._child, None
        return child.close() if child is not None else 0


class _Child:
    """One child process and its pipes; all but `kill` belongs to its keeper's thread."""

    def __init__(self, megabytes: int) -> None:
        arguments = [json.dumps(_search_path()), str(megabytes)]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOT, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.ready = False
        self.timed_out = False

    def perform(self, task: _Task, seconds: float) -> _Reply | None:
        """The reply to a task, or None where the child ended instead of answering."""
        if not self.ready:
            self.ready = self._within(_START_SECONDS, _receive) is not None
            if not self.ready:
                return None
        reply = self._within(seconds, lambda stream: self._exchange(stream, task.message))
        if reply is None or self.timed_out:
            return None
        answer = pickle.loads(reply)
        if not isinstance(answer, _Reply):
            raise WorkerDied(f"the worker process of {task.name} answered nonsense")
        return answer

    def kill(self) -> None:
        """Kills the process; harmless where it has ended."""
        self._process.kill()

    def close(self) -> int:
        """Ends the process, by closing its pipes if it listens, and returns its exit code."""
        _close(self._process.stdin)
        try:
            code = self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        _close(self._process.stdout)
        return code

    def _exchange(self, stream: IO[bytes], message: bytes) -> bytes | None:
        assert self._process.stdin is not None
        try:
            _send(self._process.stdin, message)
        except OSError:
            return None
        return _receive(stream)

    def _within(self, seconds: float, work: Callable[[IO[bytes]], bytes | None]) -> bytes | None:
        """The result of the work on the child's output; kills the child after those seconds."""
        assert self._process.stdout is not None
        lock = threading.Lock()
        done = False

        def expire() -> None:
            with lock:
                if not done:
                    self.timed_out = True
                    self._process.kill()

        timer = threading.Timer(seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            return work(self._process.stdout)
        finally:
            with lock:
                done = True
            timer.cancel()


def serve(megabytes: int) -> None:
    """The child's main loop: performs the tasks on its standard input until that is closed."""
    source, sink = _take_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(megabytes)
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(source, tasks), daemon=True).start()
    _send(sink, b"ready")
    while True:
        _send(sink, _perform(tasks.get(), megabytes))


def _perform(message: bytes, megabytes: int) -> bytes:
    """The pickled reply to one pickled task."""
    try:
        function, args, kwargs = pickle.loads(message)
        value = function(*args, **kwargs)
        return pickle.dumps(_Reply(value, None, _tired(megabytes)), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # whatever a task raises is its answer
        return _failure(error, megabytes)


def _failure(error: BaseException, megabytes: int) -> bytes:
    """The pickled reply that carries an exception, or its text where it does not pickle."""
    tired = isinstance(error, MemoryError) or _tired(megabytes)
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, Exception):
        error.add_note("In the worker process:\n" + "".join(traceback.format_exception(error)))
    else:  # SystemExit and its like end a process; here they end the task
        error = WorkerDied(text)
    try:
        message = pickle.dumps(_Reply(None, error, tired))
        pickle.loads(message)
    except BaseException:  # the constructor of a foreign exception may do anything
        message = pickle.dumps(_Reply(None, WorkerDied(text), tired))
    return message


def _listen(source: IO[bytes], tasks: "SimpleQueue[bytes]") -> None:
    """Passes tasks on; ends the process, whatever it is doing, when its parent is gone."""
    while (message := _receive(source)) is not None:
        tasks.put(message)
    os._exit(0)


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent; what else reads or prints in this process gets the null device."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return source, sink


def _limit(megabytes: int) -> None:
    """Bounds this process's memory and forbids core dumps, as far as the system lets it.

    Linux counts private writable memory under RLIMIT_DATA, which leaves out what is only reserved
    or mapped from files; elsewhere the address space is the nearest measure.
    """
    if sys.platform == "win32":
        return
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for limit, value in ((kind, megabytes << 20), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):  # a lower limit is in force already
            resource.setrlimit(limit, (value, resource.getrlimit(limit)[1]))


def _tired(megabytes: int) -> bool:
    """Whether the process has ever used half of its memory: a parser's heap does not shrink.

    Known on Linux alone; `ru_maxrss` will not do, since it begins with what the parent had.
    """
    try:
        peak = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    except OSError:
        return False
    return peak is not None and int(peak[1]) > megabytes << 9


def _search_path() -> list[str]:
    """Where a child finds modules: as here, less the current folder, which may be the target's."""
    home = str(Path(__file__).resolve().parents[1])
    paths = [path for path in sys.path if path]
    return paths if home in paths else [*paths, home]


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    """The next message, or None where the stream has ended, if need be in the middle of one."""
    if len(head := stream.read(_LENGTH.size)) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None


def _close(stream: IO[bytes] | None) -> None:
    with suppress(OSError):  # a dead child's pipe cannot be flushed
        if stream is not None:
            stream.close()


def _cause(code: int) -> str:
    """What an exit code says: a signal by name, or the number."""
    names = {number.value: number.name for number in signal.Signals}
    return f"exit status {code}" if code >= 0 else names.get(-code, f"signal {-code}")
