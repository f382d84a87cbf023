"""The same file read with types and from its syntax alone: the same calls, the same branches."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditkit.build import plan
from auditkit.facts import Branch, Function, Opaque, Origin, Switch
from auditkit.knowledge import load
from auditkit.preprocess import preprocess
from auditkit.reading import read
from auditkit.source import SourceFile
from auditkit.syntax import language_of

OWN_HELPERS = frozenset({"q_generate_cookie_callback", "q_dgram_write"})
"""Functions of Qt's own whose names look like its wrappers of OpenSSL."""

EXPLAINED: dict[str, str] = {}
"""Functions whose branches may differ between the two readings, with the reason."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Files of one folder, read with types and without."""

    typed: tuple[Function, ...]
    syntactic: tuple[Function, ...]
    errors: tuple[str, ...]
    alone: Path


def _read(target: Path, alone: Path, flags: Sequence[str]) -> Subject:
    """Reads the target with its flags, and the copy that has none of its headers."""
    knowledge = load()
    typed = read(plan(target, flags=flags), knowledge, None, 2, None)
    syntactic = read(plan(alone), knowledge, None, 2, None)
    return Subject(
        typed.functions,
        syntactic.functions,
        tuple(str(item) for item in typed.diagnostics if item.severity == "error"),
        alone if alone.is_dir() else alone.parent,
    )


def _copied(files: Iterable[Path], folder: Path) -> Path:
    """A folder with these files only, and an include path without anything in it."""
    folder.mkdir()
    for file in files:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "compile_flags.txt").write_text("-nostdinc\n")
    return folder


def _qt_flags(sources: Path, version: int) -> tuple[str, ...]:
    """The flags for a file of Qt with Debian's headers, or a skip."""
    folders = sorted(Path("/usr/include").glob(f"*/qt{version}"))
    if not folders:
        pytest.skip(f"the headers of Qt {version} are not installed")
    include = folders[0]
    private = sorted((include / "QtCore").glob(f"{version}.*"))
    if not private:
        pytest.skip(f"the private headers of Qt {version} are not installed")
    release = private[-1].name
    library = Path("/usr/lib") / include.parent.name / f"qt{version}" / "mkspecs" / "linux-g++"
    folders = [include, library]
    for module in ("QtCore", "QtNetwork"):
        own = include / module
        folders.extend((own, own / release, own / release / module))
    folders.extend(sources / part for part in _BESIDE[version])
    return ("-std=c++17", "-fPIC", *_DEFINED[version], *(f"-I{folder}" for folder in folders))


_DEFINED = {5: ("-DQT_BUILD_NETWORK_LIB", "-DQT_NO_CAST_TO_ASCII"), 6: ()}
_BESIDE = {5: ("..", "../kernel", "../socket"), 6: (".", "../shared")}


PACKAGES = {
    5: ("qtbase-opensource-src", "src/network/ssl"),
    6: ("qt6-base", "src/plugins/tls/openssl"),
}


@pytest.fixture(params=["sample", 5, 6], ids=["sample", "qt5", "qt6"], scope="session")
def subject(
    request: pytest.FixtureRequest,
    sample: Path,
    real: Callable[[str], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Subject:
    """The bundled sample, or the DTLS file of a release of Qt."""
    if request.param == "sample":
        files = [path for path in sample.iterdir() if path.suffix in (".c", ".cpp", ".h", ".hpp")]
        folder = _copied(files, tmp_path_factory.mktemp("sample") / "alone")
        return _read(sample, folder, ())
    package, place = PACKAGES[request.param]
    file = real(package) / place / "qdtls_openssl.cpp"
    folder = _copied([file], tmp_path_factory.mktemp("qt") / "alone")
    return _read(file, folder / file.name, _qt_flags(file.parent, request.param))


def _sites(functions: Iterable[Function]) -> Counter[tuple[str, str, int]]:
    """The explicit call sites of functions."""
    return Counter(
        (function.at.path.rsplit("/", 1)[-1], call.callee, call.at.line)
        for function in functions
        for call in function.calls()
        if call.explicit
    )


def _branches(function: Function) -> Counter[tuple[int, str]]:
    """The lines and kinds of the branches of a function."""
    return Counter(
        (end.at.line, end.kind.value if isinstance(end, Branch) else "switch")
        for end in (block.terminator for block in function.blocks)
        if isinstance(end, Branch | Switch)
    )


def _places(functions: Iterable[Function]) -> dict[tuple[str, int], Function]:
    """Functions by file and line."""
    return {(item.at.path.rsplit("/", 1)[-1], item.at.line): item for item in functions}


def test_the_typed_reading_is_typed(subject: Subject) -> None:
    assert subject.errors == ()
    untyped = [item.name for item in subject.typed if item.origin is not Origin.TYPED]
    inactive = {item.name for item in subject.typed if item.condition}
    assert set(untyped) <= inactive


def test_both_readings_have_the_same_functions(subject: Subject) -> None:
    typed, syntactic = _places(subject.typed), _places(subject.syntactic)
    assert typed.keys() == syntactic.keys()
    names = {
        place: (typed[place].name, syntactic[place].name)
        for place in typed
        if typed[place].name != syntactic[place].name
    }
    assert names == {}


def test_both_readings_have_the_same_call_sites(subject: Subject) -> None:
    typed, syntactic = _sites(subject.typed), _sites(subject.syntactic)
    lost, made_up = typed - syntactic, syntactic - typed
    assert lost.total() <= 0.01 * typed.total(), lost
    assert made_up.total() <= 0.01 * syntactic.total(), made_up


def test_both_readings_have_the_same_branches(subject: Subject) -> None:
    syntactic = _places(subject.syntactic)
    differing = {
        function.name: (_branches(function), _branches(syntactic[place]))
        for place, function in _places(subject.typed).items()
        if _branches(function) != _branches(syntactic[place])
    }
    assert {name: both for name, both in differing.items() if name not in EXPLAINED} == {}


def test_nothing_is_opaque(subject: Subject) -> None:
    for function in (*subject.typed, *subject.syntactic):
        assert function.origin is not Origin.OPAQUE, function.name
        opaque = [item for item in function.operations() if isinstance(item, Opaque)]
        assert opaque == [], function.name


def test_every_wrapped_call_is_known(subject: Subject) -> None:
    knowledge = load()
    wrapped = {
        call.callee
        for function in subject.typed
        for call in function.calls()
        if call.callee.startswith("q_")
    }
    unknown = {name for name in wrapped if not knowledge.api_name(name)}
    assert unknown <= OWN_HELPERS


_WRITTEN = re.compile(rb"\b((?:q_)?(?:SSL|BIO|DTLS|X509|ERR|RAND|EVP|HMAC)\w*)\s*\(")


def test_the_text_has_no_other_calls_of_the_library(subject: Subject) -> None:
    spans = {(item.at.path, item.at.line): item.end_line for item in subject.syntactic}
    found = _sites(subject.syntactic)
    assert spans
    for path in {path for path, _ in spans}:
        source = SourceFile.read(subject.alone / path, path)
        for match in _WRITTEN.finditer(preprocess(source, language_of(path)).bare):
            line, name = source.line_of(match.start()), match[1].decode()
            starts = [start for where, start in spans if where == path and start <= line]
            if any(line <= spans[path, start] for start in starts) and line not in starts:
                assert found[path, name, line], f"{path}:{line}: {name}"
