"""A cache of results by content: valid while every file that was read is as it was then.

A key stands for what is known beforehand (versions, flags, the unit). Its entry lists the files
that were read, with their digests, and the paths that had to be absent, such as places where a
header was looked for in vain. It lies in the user's cache folder, never in the target, and what
others could have written is not unpickled. Nothing here can fail an audit: what cannot be stored
or trusted is a miss.
"""

import hashlib
import json
import os
import pickle
import stat
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_MAGIC = b"auditkit cache 1\n"
_DIGEST = hashlib.sha256().digest_size
_LENGTH = 8
# A file that changed this shortly before it was looked at may change again within one tick of the
# file system's clock, so its times alone prove nothing.
_TICK = 2_000_000_000
# What unpickling data of another version of the code raises, by the manual of `pickle`.
_STALE = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError)
_UNREADABLE = (*_STALE, TypeError, ValueError, KeyError, RecursionError, MemoryError)


def cache_folder() -> Path:
    """The user's cache folder for the kit: AUDITKIT_CACHE, or where the system keeps caches."""
    if chosen := os.environ.get("AUDITKIT_CACHE"):
        return Path(chosen).expanduser().absolute()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "auditkit/Cache"
    if sys.platform == "darwin":
        return home / "Library/Caches/auditkit"
    # The XDG specification has relative values ignored.
    configured = Path(os.environ.get("XDG_CACHE_HOME") or "")
    return (configured if configured.is_absolute() else home / ".cache") / "auditkit"


def digest(*parts: str | bytes) -> str:
    """The hexadecimal key of these parts; where one ends and the next begins counts."""
    key = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        key.update(len(data).to_bytes(_LENGTH))
        key.update(data)
    return key.hexdigest()


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What the file system says of a file; `ctime` cannot be set back as `mtime` can."""

    size: int
    mtime: int
    ctime: int

    @property
    def changed(self) -> int:
        """When the file last changed, in nanoseconds."""
        return max(self.mtime, self.ctime) if sys.platform != "win32" else self.mtime


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What an entry depends on, and when that was looked at: files read, and paths absent."""

    looked: int
    read: tuple[tuple[str, _Stamp, str], ...]
    absent: tuple[str, ...]


class Cache:
    """The entries in one folder; safe to use from several processes at once."""

    def __init__(self, folder: Path | None = None, *, megabytes: int = 1024) -> None:
        self.folder = cache_folder() if folder is None else folder
        self._limit = megabytes << 20
        self._digests: dict[tuple[str, _Stamp], str] = {}
        self._unswept = 0

    def get(self, key: str) -> object | None:
        """The value stored under the key, or None where there is none that still holds."""
        file = self._file(key)
        data = _read_own(file) if self._is_ours() else None
        parts = None if data is None else _split(data)
        if parts is None or not self._holds(parts[0]):
            return None
        with suppress(OSError):  # the least recently used go first
            os.utime(file)
        try:
            value: object = pickle.loads(parts[1])
        except _UNREADABLE:
            return None
        return value

    def put(
        self,
        key: str,
        value: object,
        *,
        read: Iterable[str | Path] = (),
        absent: Iterable[str | Path] = (),
        since: int | None = None,
    ) -> bool:
        """Stores a value with the files that it was made from; returns whether it could.

        `since` is `time.time_ns()` from before the first was read: if one has changed after that,
        the value may belong to its earlier text and is not stored.
        """
        looked = time.time_ns()
        with suppress(OSError):
            files = {os.path.abspath(path): _stamp(path) for path in read}
            if since is not None and any(stamp.changed > since for stamp in files.values()):
                return False
            manifest = _Manifest(
                looked,
                tuple((path, stamp, self._digest(path, stamp)) for path, stamp in files.items()),
                tuple(sorted({os.path.abspath(path) for path in absent})),
            )
            self._write(self._file(key), _join(manifest, pickle.dumps(value, -1)))
            return True
        return False

    def clear(self) -> None:
        """Removes every entry."""
        for file in self._entries():
            with suppress(OSError):
                file.unlink()

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.entry"

    def _is_ours(self) -> bool:
        """Whether the folder is there and nobody else may write in it."""
        try:
            return _is_private(self.folder.stat())
        except OSError:
            return False

    def _holds(self, manifest: _Manifest) -> bool:
        """Whether all files are as the manifest says, and all absent paths still absent."""
        try:
            for path, then, sha256 in manifest.read:
                now = _stamp(path)
                trusted = now == then and now.changed < manifest.looked - _TICK
                if now.size != then.size or not (trusted or self._digest(path, now) == sha256):
                    return False
        except OSError:
            return False
        return not any(os.path.lexists(path) for path in manifest.absent)

    def _digest(self, path: str, stamp: _Stamp) -> str:
        """The digest of a file's content, computed once while its stamp is old and the same."""
        found = self._digests.get((path, stamp))
        if found is None:
            found = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            if stamp.changed < time.time_ns() - _TICK:
                self._digests[path, stamp] = found
        return found

    def _write(self, file: Path, data: bytes) -> None:
        """Writes the file whole or not at all; raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._is_ours():
            raise PermissionError(f"{self.folder} can be written by others")
        file.parent.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.replace(name, file)
        except OSError:
            with suppress(OSError):
                os.unlink(name)
            raise
        self._unswept += len(data)
        if self._unswept > self._limit // 16:
            self._sweep()

    def _sweep(self) -> None:
        """Removes the least recently used entries, until a quarter of the room is free."""
        self._unswept = 0
        found: list[tuple[int, int, Path]] = []
        for file in self._entries():
            with suppress(OSError):  # another process was faster
                status = file.stat()
                found.append((status.st_mtime_ns, status.st_size, file))
        total = sum(size for _, size, _ in found)
        if total <= self._limit:
            return
        for _, size, file in sorted(found):
            if total <= self._limit * 3 // 4:
                return
            with suppress(OSError):
                file.unlink()
            total -= size

    def _entries(self) -> list[Path]:
        """Every file of the cache, parts that a killed process left behind included."""
        return [*self.folder.glob("??/*.entry"), *self.folder.glob("??/*.part")]


def _stamp(path: str | Path) -> _Stamp:
    status = os.stat(path)
    return _Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _is_private(status: os.stat_result) -> bool:
    """Whether a file or folder is the user's own, and writable by nobody else."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read_own(file: Path) -> bytes | None:
    """The bytes of a file that only the user could have written, else None."""
    try:
        with file.open("rb") as stream:
            return stream.read() if _is_private(os.fstat(stream.fileno())) else None
    except OSError:
        return None


def _join(manifest: _Manifest, value: bytes) -> bytes:
    """The bytes of an entry: a digest of the rest, the manifest with its length, the value."""
    header = json.dumps(asdict(manifest)).encode("ascii")
    body = len(header).to_bytes(_LENGTH) + header + value
    return _MAGIC + hashlib.sha256(body).digest() + body


def _split(data: bytes) -> tuple[_Manifest, bytes] | None:
    """The manifest and the pickled value of an entry, or None where it is damaged."""
    start = len(_MAGIC) + _DIGEST
    body = data[start:]
    if data[:start] != _MAGIC + hashlib.sha256(body).digest():
        return None
    end = _LENGTH + int.from_bytes(body[:_LENGTH])
    header = json.loads(body[_LENGTH:end])
    read = tuple((path, _Stamp(**stamp), sha256) for path, stamp, sha256 in header["read"])
    return _Manifest(header["looked"], read, tuple(header["absent"])), body[end:]
