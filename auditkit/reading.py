"""A plan to facts: every file of the target is read, in supervised children and through the cache.

Whatever a file does to a child (crash, hang, hunger) costs that file its types, or at worst makes
it one opaque row in the ledger; nothing else is lost.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditkit.annotations import Annotations, Diagnostic, MacroMeaning
from auditkit.build import Plan, Unit
from auditkit.cache import Cache, digest
from auditkit.errors import ParseError
from auditkit.facts import Class, Function, Object, Origin
from auditkit.knowledge import Knowledge
from auditkit.ledger import NOT_COMPILED, Lines
from auditkit.lower_syntax import FileFacts
from auditkit.preprocess import preprocess
from auditkit.project import SOURCES, Project, project_of
from auditkit.source import Location, SourceFile
from auditkit.supervise import Supervisor
from auditkit.syntax import language_of
from auditkit.versions import versions
from auditkit.worker import UnitFacts, best, read_classes, read_file, read_unit

_CLASS = re.compile(rb"\b(?:struct|class)\b")
SECONDS = 120.0
MEGABYTES = 3000
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a target."""

    functions: tuple[Function, ...]
    lines: Mapping[str, tuple[Lines, ...]]
    sources: Mapping[str, SourceFile]
    diagnostics: tuple[Diagnostic, ...]
    classes: tuple[Class, ...] = ()
    objects: tuple[Object, ...] = ()
    macros: tuple[MacroMeaning, ...] = ()


@dataclass(slots=True)
class _State:
    plan: Plan
    project: Project
    stamp: str
    cache: Cache | None
    progress: Progress | None
    since: int
    facts: dict[str, FileFacts] = field(default_factory=dict)
    headers: dict[str, list[Annotations]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: dict[str, str] = field(default_factory=dict)
    done: int = 0
    total: int = 0


def read(
    plan: Plan, knowledge: Knowledge, cache: Cache | None, jobs: int, progress: Progress | None
) -> Reading:
    """Reads all files of a plan with that many children at once."""
    since = time.time_ns()
    sources, unread = _sources(plan)
    kit = digest(repr(sorted(versions().items())), _kit())
    state = _State(plan, _project(plan, sources, knowledge), kit, cache, progress, since)
    state.diagnostics.extend(plan.diagnostics)
    state.diagnostics.extend(_lost(path, text) for path, text in unread.items())
    paths = [path for path in plan.files if path in sources]
    state.total = len(paths)
    units = [unit for unit in plan.units if unit.path in sources]
    workers = max(1, min(jobs, len(paths)))
    with Supervisor(workers, SECONDS, MEGABYTES) as supervisor:
        classes = _read_classes(state, supervisor, sources)
        state.project = replace(state.project, classes=classes)
        state.stamp = digest(kit, repr(state.project))
        _read_units(state, supervisor, units)
        _read_rest(state, supervisor, [path for path in paths if path not in state.facts])
    facts = [state.facts.get(path) or _opaque(sources[path], state.lost[path]) for path in paths]
    facts.extend(_opaque(SourceFile.of(path, b""), text) for path, text in unread.items())
    facts.sort(key=lambda item: item.path)
    return Reading(
        tuple(function for item in facts for function in item.functions),
        {item.path: item.lines for item in facts},
        sources,
        tuple(state.diagnostics),
        tuple(record for item in facts for record in item.classes),
        tuple(each for item in facts for each in item.objects),
        tuple(macro for item in facts for macro in item.macros),
    )


def _read_classes(
    state: _State, supervisor: Supervisor, sources: Mapping[str, SourceFile]
) -> dict[str, Class]:
    """The classes that headers declare; a header that defeats a child is reported later."""
    plus = any(language_of(path) == "c++" for path in sources)
    found: list[tuple[Class, ...]] = []
    pending: dict[Future[tuple[Class, ...]], tuple[str, str]] = {}
    for path, source in sources.items():
        if path.endswith(SOURCES) or not _CLASS.search(source.data):
            continue
        language = "c++" if plus else language_of(path)
        key = digest("classes", state.stamp, path, language, source.sha256)
        known = state.cache.get(key) if state.cache is not None else None
        if isinstance(known, tuple):
            found.append(known)
            continue
        arguments = (state.plan.root, path, language, state.project)
        pending[supervisor.submit(read_classes, *arguments)] = (path, key)
    for future, (path, key) in pending.items():
        if future.exception() is None:
            found.append(future.result())
            if state.cache is not None:
                read = [state.plan.root / path]
                state.cache.put(key, future.result(), read=read, since=state.since)
    ordered = sorted((one for part in found for one in part), key=lambda one: one.at)
    return {one.name: one for one in reversed(ordered)}


def _sources(plan: Plan) -> tuple[dict[str, SourceFile], dict[str, str]]:
    """The files by path, and why each one that cannot be read is not among them."""
    found: dict[str, SourceFile] = {}
    unread: dict[str, str] = {}
    for path in plan.files:
        try:
            found[path] = SourceFile.read(plan.root / path, path)
        except OSError as error:
            unread[path] = f"cannot be read ({error.strerror}): make it readable or leave it out"
    return found, unread


def _project(plan: Plan, sources: Mapping[str, SourceFile], knowledge: Knowledge) -> Project:
    languages = {unit.path: unit.language for unit in plan.units}
    return project_of(
        (
            preprocess(source, languages.get(path) or language_of(path))
            for path, source in sources.items()
        ),
        knowledge,
    )


def _kit() -> str:
    """A digest of the kit's own modules: what another version of it read is not its result."""
    folder = Path(__file__).resolve().parent
    return digest(*(file.read_bytes() for file in sorted(folder.glob("*.py"))))


def _step(state: _State, what: str) -> None:
    state.done += 1
    if state.progress is not None:
        state.progress(min(state.done, state.total), state.total, what)


def _read_units(state: _State, supervisor: Supervisor, units: Sequence[Unit]) -> None:
    """Parses each unit; of several readings of a file the one with the fewest losses is kept."""
    pending: dict[Future[UnitFacts], int] = {}
    found: dict[int, UnitFacts] = {}
    errors: dict[int, BaseException] = {}
    for number, unit in enumerate(units):
        known = state.cache.get(_key(state, unit)) if state.cache is not None else None
        if isinstance(known, UnitFacts):
            found[number] = known
            _step(state, unit.path)
            continue
        future = supervisor.submit(
            read_unit, unit, state.plan.root, state.plan.files, state.project
        )
        pending[future] = number
    for future in as_completed(pending):
        number, error = pending[future], future.exception()
        if error is not None:
            errors[number] = error
        else:
            found[number] = future.result()
            _keep(state, units[number], found[number])
            _step(state, units[number].path)
    for number, unit in enumerate(units):  # in this order, whichever child was first
        if number in found:
            _take(state, found[number])
        else:
            state.lost[unit.path] = _said(errors[number])
            text = f"read from its syntax alone: {state.lost[unit.path]}"
            state.diagnostics.append(_lost(unit.path, text))


def _keep(state: _State, unit: Unit, facts: UnitFacts) -> None:
    if state.cache is not None:
        absent = _absent(unit, facts.included)
        key = _key(state, unit)
        state.cache.put(key, facts, read=facts.included, absent=absent, since=state.since)


def _take(state: _State, found: UnitFacts) -> None:
    known = state.facts.get(found.path)
    if known is None or _losses(found.facts) < _losses(known):
        state.facts[found.path] = found.facts
    for annotations in found.headers:
        state.headers.setdefault(annotations.path, []).append(annotations)
    state.diagnostics.extend(found.diagnostics)


def _losses(facts: FileFacts) -> int:
    return sum(lines.syntactic + 2 * lines.opaque for lines in facts.lines)


def _key(state: _State, unit: Unit) -> str:
    return digest("unit", state.stamp, str(state.plan.root), repr(unit), repr(state.plan.files))


def _absent(unit: Unit, included: Iterable[str]) -> list[str]:
    """Paths that an include would have found first if they had existed."""
    folders = _folders(unit)
    absent = []
    for path in included:
        found = next((folder for folder in folders if path.startswith(f"{folder}{os.sep}")), None)
        if found is None:
            continue
        rest = path[len(found) + 1 :]
        for folder in folders:
            if folder == found:
                break
            if not os.path.exists(os.path.join(folder, rest)):
                absent.append(os.path.join(folder, rest))
    return absent


def _folders(unit: Unit) -> list[str]:
    folders = [str(unit.file.parent)]
    flags = iter(unit.flags)
    for flag in flags:
        for option in ("-I", "-isystem", "-iquote", "-idirafter"):
            if flag == option:
                folders.append(os.path.join(unit.directory, next(flags, ".")))
            elif flag.startswith(option) and option == "-I":
                folders.append(os.path.join(unit.directory, flag[2:]))
    return list(dict.fromkeys(os.path.normpath(folder) for folder in folders))


def _read_rest(state: _State, supervisor: Supervisor, paths: Sequence[str]) -> None:
    """Lowers headers, files that no unit names, and files whose unit failed."""
    chosen = best(state.headers)
    languages = {unit.path: unit.language for unit in state.plan.units}
    spoken = {_language(annotations, languages) for annotations in chosen.values()} - {""}
    default = "c++" if "c++" in {*languages.values(), *spoken} else ""
    pending: dict[Future[FileFacts], tuple[str, str]] = {}
    for path in paths:
        annotations = chosen.get(path)
        language = languages.get(path) or _language(annotations, languages)
        if not language and path.endswith(".h"):
            language = default
        text = digest("file", state.stamp, str(state.plan.root), path, language, repr(annotations))
        known = state.cache.get(text) if state.cache is not None else None
        if isinstance(known, FileFacts):
            state.facts[path] = _explained(known, state.lost.get(path, ""))
            _step(state, path)
            continue
        future = supervisor.submit(
            read_file, state.plan.root, path, annotations, state.project, language
        )
        pending[future] = (path, text)
    for future in as_completed(pending):
        path, text = pending[future]
        error = future.exception()
        if error is not None:
            state.lost[path] = _said(error)
            continue
        facts = future.result()
        if state.cache is not None:
            state.cache.put(text, facts, read=[state.plan.root / path], since=state.since)
        state.facts[path] = _explained(facts, state.lost.get(path, ""))
        _step(state, path)
    for path in paths:
        if path not in state.facts:
            state.diagnostics.append(_lost(path, f"not read at all: {state.lost[path]}"))


def _explained(facts: FileFacts, failure: str) -> FileFacts:
    """The facts of a file whose unit failed, with that as the reason why it has no types."""
    if not failure:
        return facts
    reason = f"not compiled: {failure}"
    functions = tuple(
        replace(item, reason=reason) if item.reason == NOT_COMPILED else item
        for item in facts.functions
    )
    lines = tuple(
        replace(item, reason=reason) if item.reason == NOT_COMPILED else item
        for item in facts.lines
    )
    return replace(facts, functions=functions, lines=lines)


def _language(annotations: Annotations | None, languages: Mapping[str, str]) -> str:
    return languages.get(annotations.unit, "") if annotations is not None else ""


def _said(error: BaseException) -> str:
    """An error in one line; one that nobody foresaw is a defect of the kit, and says its kind."""
    text = " ".join(str(error).split())[:300]
    if isinstance(error, ParseError):
        return text
    if isinstance(error, ImportError):
        return f"{text}; `auditkit doctor` says what is missing"
    return f"defect of auditkit, {type(error).__name__}: {text}"


def _lost(path: str, text: str) -> Diagnostic:
    return Diagnostic(Location(path, 1, 1), "error", text, path)


def _opaque(source: SourceFile, reason: str) -> FileFacts:
    """The account of a file that could not be read."""
    structure = preprocess(source, language_of(source.path))
    lines = Lines(
        "", 1, max(1, source.line_count), Origin.OPAQUE, reason, 0, 0, len(structure.code_lines())
    )
    return FileFacts(source.path, (), (lines,))
