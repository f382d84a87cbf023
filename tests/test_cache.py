"""An entry holds while the files read are the same and the absent ones absent, and is trusted
only where nobody else could have written it."""

import multiprocessing
import os
import pickle
import sys
import time
from pathlib import Path

import pytest

from auditkit import cache as module
from auditkit.cache import Cache, cache_folder, digest

KEY = digest("key")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "cache")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file that a result is made from, old enough for its times to be trusted."""
    file = tmp_path / "a.c"
    file.write_text("int a;\n")
    return file


def entry(cache: Cache) -> Path:
    """The file of the one entry."""
    (file,) = cache.folder.glob("??/*.entry")
    return file


def damage(cache: Cache, data: bytes) -> None:
    """Overwrites the entry, keeping its rights."""
    with entry(cache).open("wb") as stream:
        stream.write(data)


def test_a_value_comes_back(cache: Cache, source: Path, tmp_path: Path) -> None:
    assert cache.get(KEY) is None
    assert cache.put(KEY, {"a": (1, 2)}, read=[source], absent=[tmp_path / "b.h"])
    assert cache.get(KEY) == {"a": (1, 2)}
    assert cache.get(digest("other")) is None
    cache.clear()
    assert cache.get(KEY) is None


def test_a_changed_file_is_a_miss_and_a_touched_one_is_not(cache: Cache, source: Path) -> None:
    cache.put(KEY, 1, read=[source])
    os.utime(source, (1, 1))
    assert cache.get(KEY) == 1
    source.write_text("int b;\n")
    os.utime(source, (1, 1))
    assert cache.get(KEY) is None
    source.write_text("int a;\n")
    assert cache.get(KEY) == 1
    source.unlink()
    assert cache.get(KEY) is None


@pytest.mark.parametrize(("tick", "reads"), [(-(10**12), 0), (10**12, 1)])
def test_times_are_trusted_only_where_they_are_old(
    cache: Cache, source: Path, monkeypatch: pytest.MonkeyPatch, tick: int, reads: int
) -> None:
    cache.put(KEY, 1, read=[source])
    monkeypatch.setattr(module, "_TICK", tick)
    read: list[Path] = []

    def note(path: Path) -> bytes:
        read.append(path)
        return b"int a;\n"

    monkeypatch.setattr(Path, "read_bytes", note)
    assert Cache(cache.folder).get(KEY) == 1
    assert len(read) == reads


def test_a_file_that_appears_is_a_miss(cache: Cache, source: Path, tmp_path: Path) -> None:
    candidate = tmp_path / "include" / "a.h"
    cache.put(KEY, 1, read=[source], absent=[candidate])
    assert cache.get(KEY) == 1
    candidate.parent.mkdir()
    candidate.symlink_to("nowhere")
    assert cache.get(KEY) is None


def test_a_file_that_changed_while_it_was_read_is_not_stored(cache: Cache, source: Path) -> None:
    assert not cache.put(KEY, 1, read=[source], since=source.stat().st_ctime_ns - 1)
    assert cache.get(KEY) is None
    assert cache.put(KEY, 1, read=[source], since=time.time_ns() + 1)


def test_a_file_that_is_gone_is_not_stored(cache: Cache, tmp_path: Path) -> None:
    assert not cache.put(KEY, 1, read=[tmp_path / "gone.c"])


@pytest.mark.parametrize("data", [b"", b"nonsense", b"auditkit cache 1\n" + bytes(200)])
def test_a_damaged_entry_is_a_miss(cache: Cache, data: bytes) -> None:
    cache.put(KEY, 1)
    damage(cache, data)
    assert cache.get(KEY) is None
    cache.put(KEY, 2)
    assert cache.get(KEY) == 2


def test_a_truncated_or_altered_entry_is_a_miss(cache: Cache) -> None:
    cache.put(KEY, "value")
    whole = entry(cache).read_bytes()
    damage(cache, whole[:-1])
    assert cache.get(KEY) is None
    damage(cache, whole.replace(b"value", b"eulav"))
    assert cache.get(KEY) is None
    damage(cache, whole)
    assert cache.get(KEY) == "value"


def test_a_value_of_code_that_is_gone_is_a_miss(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "Vanishing", Cache, raising=False)
    stale = pickle.dumps(Cache).replace(b"Cache", b"Cachf")
    monkeypatch.setattr(pickle, "dumps", lambda value, protocol: stale)
    cache.put(KEY, 1)
    assert cache.get(KEY) is None


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_an_entry_that_others_can_write_is_not_unpickled(cache: Cache, mode: int) -> None:
    cache.put(KEY, 1)
    entry(cache).chmod(mode)
    assert cache.get(KEY) is None


def test_a_folder_that_others_can_write_is_not_used(cache: Cache) -> None:
    cache.put(KEY, 1)
    cache.folder.chmod(0o777)
    assert cache.get(KEY) is None
    assert not cache.put(KEY, 2)
    cache.folder.chmod(0o700)
    assert cache.get(KEY) == 1


def test_files_of_another_user_are_not_unpickled(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(KEY, 1)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert cache.get(KEY) is None


def test_folder_and_files_are_private(cache: Cache) -> None:
    cache.put(KEY, 1)
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert entry(cache).stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    assert not cache.put(KEY, 1)
    assert cache.get(KEY) is None
    cache.clear()


def test_a_full_disk_leaves_no_part_behind(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert not cache.put(KEY, 1)
    assert list(cache.folder.rglob("*.part")) == []


def test_the_oldest_entries_go_when_it_is_full(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", megabytes=1)
    keys = [digest(str(number)) for number in range(12)]
    for number, key in enumerate(keys):
        cache.put(key, bytes(100 << 10))
        for file in cache.folder.glob(f"??/{key}.entry"):
            os.utime(file, (number, number))
    kept = [key for key in keys if cache.get(key) is not None]
    assert kept == keys[-len(kept) :]
    assert 7 <= len(kept) <= 10


def write(folder: Path, start: int) -> None:
    """Stores and reads the same keys as another process does."""
    cache = Cache(folder)
    for number in range(60):
        key = digest(str((start + number) % 10))
        cache.put(key, bytes([number]) * 5000)
        value = cache.get(key)
        assert isinstance(value, bytes) and len(set(value)) == 1


def test_processes_share_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write, args=(tmp_path / "c", start)) for start in (0, 5)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert list((tmp_path / "c").rglob("*.part")) == []


def test_parts_of_a_key_do_not_run_into_each_other() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("\udcff") == digest("\udcff".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/auditkit"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/u/.cache/auditkit"),
        ("linux", {}, "/home/u/.cache/auditkit"),
        ("darwin", {}, "/home/u/Library/Caches/auditkit"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/auditkit/Cache"),
        ("linux", {"AUDITKIT_CACHE": "/chosen"}, "/chosen"),
    ],
)
def test_where_the_cache_lies(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    for name in ("AUDITKIT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/u"))
    assert cache_folder() == Path(expected)
