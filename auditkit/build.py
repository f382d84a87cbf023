"""A target to a plan: its files, and which of them are compiled with which flags.

Reads the compilation database or the compile_flags.txt of the target where there is one, and
guesses where there is none. The flags it gives are harmless (see `flags`).
"""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from auditkit.annotations import Diagnostic
from auditkit.errors import BuildError
from auditkit.flags import Flags, allow
from auditkit.source import Location, is_path

C_SOURCES = frozenset({".c"})
CXX_SOURCES = frozenset({".cc", ".cpp", ".cxx", ".c++", ".C"})
HEADERS = frozenset({".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp", ".tcc"})
SOURCES = C_SOURCES | CXX_SOURCES
DATABASE = "compile_commands.json"
FLAG_FILE = "compile_flags.txt"
SKIPPED_FOLDERS = frozenset({"node_modules", "CMakeFiles", "__pycache__"})
UNITS_PER_FILE = 4
_CXX_WORDS = re.compile(
    rb"^\s*(?:class\s|namespace\b|template\s*<|using\s|public\s*:)", re.MULTILINE
)
_LAUNCHERS = frozenset({"ccache", "sccache", "distcc", "icecc", "env"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One file of the target and the flags to parse it with.

    `dropped` holds the flags that were refused, `origin` where the others come from:
    compile_commands, compile_flags or guessed.
    """

    path: str
    file: Path
    directory: Path
    language: str
    flags: tuple[str, ...]
    dropped: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to audit: all files under the root by relative path, and the units to parse."""

    root: Path
    units: tuple[Unit, ...]
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One command of a compilation database, with absolute paths."""

    file: Path
    directory: Path
    arguments: tuple[str, ...]


def plan(target: Path, build: Path | None = None, flags: Sequence[str] = ()) -> Plan:
    """The plan for a file, a folder or a compile_commands.json; raises BuildError.

    `build` is a compilation database or its folder; `flags` are added to those of every unit.
    """
    resolved = _existing(target)
    if resolved.is_file() and resolved.suffix == ".json":
        entries, problems = _entries(resolved)
        root = _root_of(resolved, entries)
        files, unread = _files(root)
    else:
        root, files, unread = _files_of(resolved)
        database = _database(resolved, build)
        entries, problems = _entries(database) if database else ([], [])
    units, notes = _units(root, files, entries, tuple(flags))
    return Plan(root, units, files, (*unread, *problems, *notes))


def language_of(file: Path) -> str:
    """`c` or `c++` by a file's extension; a header is C++ where its text has C++ words."""
    if file.suffix in C_SOURCES:
        return "c"
    if file.suffix != ".h":
        return "c++"
    try:
        return "c++" if _CXX_WORDS.search(file.read_bytes()) else "c"
    except OSError:
        return "c++"


def _existing(target: Path) -> Path:
    try:
        return target.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise BuildError(
            f"{target} does not exist: give a C or C++ file, a folder or a {DATABASE}"
        ) from error


def _files_of(target: Path) -> tuple[Path, tuple[str, ...], list[Diagnostic]]:
    """The root of a file or folder, the files to audit, and what could not be read."""
    if not target.is_file():
        files, unread = _files(target)
        return target, files, unread
    if target.suffix not in SOURCES | HEADERS:
        kinds = " ".join(sorted(SOURCES | HEADERS))
        raise BuildError(f"{target} is no C or C++ file: its name must end in one of {kinds}")
    if not os.access(target, os.R_OK):
        raise BuildError(f"{target} cannot be read: check its permissions")
    return target.parent, (target.name,), []


def _files(root: Path) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """All C and C++ files under a folder, and what was not read; links are not followed."""
    found: list[str] = []
    unread: list[Diagnostic] = []
    pending = [str(root)]
    while pending:
        folder = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            if folder == str(root):
                raise BuildError(f"{root} cannot be read: check its permissions") from error
            unread.append(_note(root, Path(folder), f"folder not read: {error.strerror}"))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and entry.name not in SKIPPED_FOLDERS:
                    pending.append(entry.path)
            elif entry.is_file(follow_symlinks=False) and _is_source(entry.name):
                found.append(Path(entry.path).relative_to(root).as_posix())
    if not found:
        raise BuildError(f"{root} holds no C or C++ file: give the folder of the sources")
    return tuple(sorted(found)), unread


def _is_source(name: str) -> bool:
    return os.path.splitext(name)[1] in SOURCES or os.path.splitext(name)[1] in HEADERS


def _note(root: Path, file: Path, message: str) -> Diagnostic:
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    return Diagnostic(Location(path, 1, 1), "warning", message, path)


def _database(target: Path, build: Path | None) -> Path | None:
    """The database that is given, or one in the target's folder or in a build folder of it."""
    if build is not None:
        given = build / DATABASE if build.is_dir() else build
        if not given.is_file():
            raise BuildError(
                f"{given} does not exist: give a {DATABASE} or the folder that holds it"
            )
        return given.resolve()
    folder = target if target.is_dir() else target.parent
    found = [folder / DATABASE, *sorted(folder.glob(f"build*/{DATABASE}"))]
    return next((one.resolve() for one in found if one.is_file()), None)


def _entries(database: Path) -> tuple[list[_Entry], list[Diagnostic]]:
    """The commands of a database, and a note for each one that cannot be used."""
    try:
        rows = json.loads(database.read_bytes().decode("utf-8-sig", "surrogateescape"))
    except OSError as error:
        raise BuildError(f"{database} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise BuildError(
            f"{database} is no valid JSON ({error}): generate it again, as with "
            "cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON"
        ) from error
    if not isinstance(rows, list):
        raise BuildError(
            f"{database} holds no list of commands: it must be a JSON array of objects"
        )
    entries: list[_Entry] = []
    problems: list[Diagnostic] = []
    for number, row in enumerate(rows):
        entry = _entry(database, row)
        if isinstance(entry, _Entry):
            entries.append(entry)
        else:
            problems.append(_note(database.parent, database, f"command {number} not used: {entry}"))
    if not entries:
        raise BuildError(
            f"{database} names no file that exists here: generate it again on this tree"
        )
    return entries, problems


def _entry(database: Path, row: object) -> _Entry | str:
    """One command, or why it cannot be used."""
    if not isinstance(row, dict) or not isinstance(row.get("file"), str):
        return "it has no key 'file'"
    folder = str(row.get("directory", ""))
    if not is_path(folder) or not is_path(row["file"]):
        return "its file or folder is no path"
    directory = database.parent / folder
    file = Path(os.path.realpath(directory / row["file"]))
    if not file.is_file():
        return f"{row['file']} does not exist"
    arguments = row.get("arguments")
    if not isinstance(arguments, list):
        try:
            arguments = shlex.split(str(row.get("command", "")))
        except ValueError as error:
            return f"its command cannot be split ({error})"
    if not all(isinstance(argument, str) and is_path(argument) for argument in arguments):
        return "its arguments are not all text"
    return _Entry(file, directory, tuple(arguments))


def _root_of(database: Path, entries: Sequence[_Entry]) -> Path:
    """The common folder of the files under the database's folder, or else under its parent.

    A database in a build folder names generated files there and the sources beside it.
    """
    near = [entry.file for entry in entries if entry.file.is_relative_to(database.parent)]
    around = [entry.file for entry in entries if entry.file.is_relative_to(database.parent.parent)]
    outside = [file for file in around if file not in set(near)]
    chosen = near if len(near) > len(outside) else outside
    if not chosen:
        raise BuildError(
            f"{database} names no file near it: give the folder of the sources, "
            f"and this file with -p"
        )
    return Path(os.path.commonpath([str(file.parent) for file in chosen]))


def _units(
    root: Path, files: Sequence[str], entries: Sequence[_Entry], extra: tuple[str, ...]
) -> tuple[tuple[Unit, ...], list[Diagnostic]]:
    """The units of all sources: as the database says, and guessed for those it leaves out."""
    wanted = {root / path: path for path in files}
    units: dict[str, list[Unit]] = {}
    notes: list[Diagnostic] = []
    for entry in entries:
        path = wanted.get(entry.file)
        if path is not None:
            _add(units.setdefault(path, []), _unit_of_entry(root, path, entry, extra), notes, root)
    known = [unit for listed in units.values() for unit in listed]
    single = len(files) == 1
    for path in files:
        file = root / path
        if path not in units and (file.suffix in SOURCES or single):
            units[path] = [_guessed(root, path, known, extra)]
    result = tuple(unit for path in sorted(units) for unit in units[path])
    notes.extend(note for unit in result if (note := _dropped_note(root, unit)) is not None)
    return result, notes


def _add(listed: list[Unit], unit: Unit, notes: list[Diagnostic], root: Path) -> None:
    """Adds a unit unless an equal one is there; the cap is noted."""
    if any((one.flags, one.language) == (unit.flags, unit.language) for one in listed):
        return
    if len(listed) < UNITS_PER_FILE:
        listed.append(unit)
    else:
        notes.append(
            _note(root, unit.file, f"one more command not used: at most {UNITS_PER_FILE} a file")
        )


def _unit_of_entry(root: Path, path: str, entry: _Entry, extra: tuple[str, ...]) -> Unit:
    arguments = list(entry.arguments)
    compiler = ""
    while arguments and not arguments[0].startswith(("-", "@")) and not compiler:
        first = Path(arguments.pop(0)).name
        compiler = "" if first in _LAUNCHERS else first
    cleaned = allow([*arguments, *extra], entry.directory, root, entry.file)
    language = cleaned.language or language_of(entry.file)
    if "++" in compiler and entry.file.suffix in C_SOURCES and not cleaned.language:
        language = "c++"
    return _unit(root, path, entry.directory, cleaned, language, "compile_commands")


def _unit(
    root: Path, path: str, directory: Path, cleaned: Flags, language: str, origin: str
) -> Unit:
    file = root / path
    return Unit(path, file, directory, language, cleaned.passed, cleaned.dropped, origin)


def _guessed(root: Path, path: str, known: Sequence[Unit], extra: tuple[str, ...]) -> Unit:
    """The unit of a file without a command: by compile_flags.txt, by a neighbour, or by guess."""
    file = root / path
    written = next(
        (
            folder / FLAG_FILE
            for folder in _upwards(file.parent, root)
            if (folder / FLAG_FILE).is_file()
        ),
        None,
    )
    if written is not None:
        cleaned = allow([*_flag_lines(written), *extra], written.parent, root, file)
        language = cleaned.language or language_of(file)
        return _unit(root, path, written.parent, cleaned, language, "compile_flags")
    language = language_of(file)
    alike = [unit for unit in known if unit.language == language]
    if alike:
        nearest = max(alike, key=lambda unit: len(os.path.commonpath([unit.file, file])))
        return replace(nearest, path=path, file=file, origin="guessed")
    folders = [folder for folder in (root, root / "include") if folder.is_dir()]
    include = [f"-I{folder}" for folder in folders]
    cleaned = allow([*extra, *include], root, root, file)
    return _unit(root, path, root, cleaned, cleaned.language or language, "guessed")


def _upwards(folder: Path, root: Path) -> Iterator[Path]:
    """The folder and its ancestors, up to the root."""
    yield folder
    while folder != root and folder != folder.parent:
        folder = folder.parent
        yield folder


def _flag_lines(file: Path) -> list[str]:
    try:
        lines = file.read_bytes().decode("utf-8", "surrogateescape").splitlines()
    except OSError as error:
        raise BuildError(f"{file} cannot be read: {error.strerror}") from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _dropped_note(root: Path, unit: Unit) -> Diagnostic | None:
    """A note of the flags that were refused; an output file is none to tell of."""
    refused = [flag for flag in unit.dropped if not flag.startswith("-o")]
    if not refused:
        return None
    return _note(root, unit.file, f"compile flags not used: {', '.join(refused)[:500]}")


@lru_cache(maxsize=4)
def resource_directory(version: int = 18) -> Path | None:
    """Where the compiler's own headers (stddef.h, …) are, which libclang's wheel lacks.

    A resource directory of an installed clang or of the clang-tidy wheel, the nearest to libclang's
    version; else the `include` directory of gcc, to be used with -isystem; else None.
    """
    places = list(_resource_directories())
    if not places:
        printed = _printed_resource_directory()
        places = [printed] if printed is not None else []
    if places:
        return min(places, key=lambda place: (abs(_major(place) - version), str(place)))
    gcc = sorted(Path("/usr/lib/gcc").glob("*/*/include"), key=_gcc_version)
    return next((place for place in reversed(gcc) if (place / "stddef.h").is_file()), None)


def _resource_directories() -> Iterator[Path]:
    patterns = ("lib/llvm-*/lib/clang/*", "lib/clang/*", "lib64/clang/*", "local/lib/clang/*")
    found = [place for pattern in patterns for place in Path("/usr").glob(pattern)]
    wheel = find_spec("clang_tidy")
    for folder in (wheel.submodule_search_locations or []) if wheel is not None else []:
        found.extend(Path(folder).glob("data/lib/clang/*"))
    yield from (place for place in found if (place / "include" / "stddef.h").is_file())


def _printed_resource_directory() -> Path | None:
    """What an installed clang in an unusual place says of itself."""
    clang = shutil.which("clang")
    if clang is None:
        return None
    try:
        printed = subprocess.run(
            [clang, "-print-resource-dir"], capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    place = Path(os.fsdecode(printed.stdout.strip()))
    return place if (place / "include" / "stddef.h").is_file() else None


def _major(place: Path) -> int:
    digits = re.match(r"\d+", place.name)
    return int(digits[0]) if digits else 0


def _gcc_version(place: Path) -> tuple[int, str]:
    return _major(place.parent), str(place)
