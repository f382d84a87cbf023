"""The API knowledge is proved: prototypes and constants by the compiler against the real headers,
error cells and ownership by probes that run the functions, sources by the manual pages that are
installed.

Run as a program, this module writes tests/apis/<file>.c (or .cpp, for classes) for every
data/apis/<file>.toml.
"""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditkit.knowledge import ApiSpec, Knowledge, bundled_folder, load
from auditkit.known_classes import ClassSpec

PROOFS = Path(__file__).resolve().parent / "apis"
FILES = sorted(bundled_folder().glob("*.toml"))
COMPILER = shutil.which("cc") or shutil.which("clang")
WARNINGS = ("-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations")
C_FLAGS = (
    *("-std=gnu11", *WARNINGS),
    *("-Wno-unused-parameter", "-Wno-nonnull", "-Wno-type-limits", "-Wno-address"),
)
CPP_FLAGS = ("-std=c++20", "-fPIC", *WARNINGS)
QT = sorted(Path("/usr/include").glob("*/qt5"))
QT_FLAGS = [f"-isystem{folder / part}" for folder in QT for part in ("", "QtCore", "QtNetwork")]
INSTANCE = "X509"  # stands for TYPE in the families that macros make, such as sk_TYPE_num


def proof(path: Path) -> str:
    """The text of the C file that proves one TOML file.

    A function is proved by a pointer of the type that its prototype declares, a macro by a
    function of that prototype whose body uses it, a constant by a static assertion, the methods of
    a class by a class that is derived from it and names them.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    library = data["library"]
    known = load()
    body = [f"#include <{header}>" for header in library["headers"]] + [""]
    for name in data.get("api", {}):
        body += _guarded(_conditions(known.apis[name]), list(_api(known.apis[name])))
    for number, name in enumerate(data.get("class", {})):
        body += _class(number, known.classes[name])
    for name, value in data.get("constants", {}).items():
        body.append(f'_Static_assert((long long)({name}) == {value}LL, "{name}");')
    lines = [
        f"/* Proves data/apis/{path.name}; written by tests/test_apis.py. */",
        *(["#define _GNU_SOURCE"] if proof_file(path).suffix == ".c" else []),
        *_guarded([library["condition"]] if "condition" in library else [], body),
        "int main(void) { return 0; }",
    ]
    return "\n".join(lines) + "\n"


def _guarded(conditions: list[str], lines: list[str]) -> list[str]:
    return [f"#if {' && '.join(conditions)}", *lines, "#endif"] if conditions else lines


def _conditions(spec: ApiSpec) -> list[str]:
    """When the headers declare the function."""
    conditions = [spec.condition] if spec.condition else []
    if spec.library == "openssl" and spec.removed:
        conditions.append(f"OPENSSL_VERSION_NUMBER < {_number(spec.removed)}")
    if spec.library == "openssl" and spec.since > "3.0":
        conditions.append(f"OPENSSL_VERSION_NUMBER >= {_number(spec.since)}")
    return conditions


def _number(version: str) -> str:
    """OPENSSL_VERSION_NUMBER of a version: 3.2 is 0x30200000L."""
    parts = [int(re.sub(r"\D", "", part)) for part in version.split(".")]
    major, minor, patch = [*parts, 0, 0][:3]
    return f"0x{major:X}{minor:02X}{patch:02X}000L"


def _api(spec: ApiSpec) -> Iterator[str]:
    prototype, name = spec.prototype, spec.function
    if name.startswith("sk_TYPE_"):
        prototype, name = prototype.replace("TYPE", INSTANCE), name.replace("TYPE", INSTANCE)
    if not spec.macro and "struct sockaddr" not in prototype:
        # In parentheses, a name is the function even where a macro hides it.
        yield re.sub(rf"\b{name}(?= ?\()", f"(*prove_{name})", prototype, count=1) + f" = ({name});"
        return
    arguments = ", ".join(parameter.name for parameter in spec.parameters)
    result = "" if re.match(rf"(_Noreturn )?void {name}\b", prototype) else "return "
    definition = re.sub(rf"\b{name}(?= ?\()", f"prove_{name}", prototype, count=1)
    yield f"{definition} {{ {result}{name}({arguments}); }}"


def _class(number: int, spec: ClassSpec) -> Iterator[str]:
    own, others = [method.name for method in spec.methods], []
    for function in (*spec.makes, *spec.views):
        scope, _, name = function.rpartition("::")
        if scope == spec.name:
            own.append(name)
        else:
            others.append(f"using {scope}::{name};")
    yield f"using class_{number} = {spec.instance};"
    members = " ".join(f"using class_{number}::{name};" for name in own)
    yield f"struct prove_{number} : class_{number} {{ {members} }};"
    yield from others


def proof_file(path: Path) -> Path:
    """The file that proves one TOML file."""
    library = tomllib.loads(path.read_text(encoding="utf-8"))["library"]
    suffix = ".cpp" if library.get("language", "c") == "c++" else ".c"
    return PROOFS / f"{path.stem}{suffix}"


def _compiled(source: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the compiler says of a file; skips where there is none."""
    if COMPILER is None:
        pytest.skip("there is no C compiler: neither cc nor clang")
    flags = [*CPP_FLAGS, *QT_FLAGS] if source.suffix == ".cpp" else C_FLAGS
    line = [COMPILER, *flags, str(source), *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def _need_headers(path: Path, folder: Path) -> None:
    """Skips where a header that the file names is not installed, or is not of OpenSSL 3."""
    library = tomllib.loads(path.read_text(encoding="utf-8"))["library"]
    source = folder / f"headers{proof_file(path).suffix}"
    lines = [f"#include <{header}>" for header in library["headers"]]
    if library["name"] == "openssl":
        lines += ["#if OPENSSL_VERSION_MAJOR != 3", "#error not the headers of OpenSSL 3", "#endif"]
    body = _guarded([library["condition"]] if "condition" in library else [], lines)
    first = ["#define _GNU_SOURCE"] if source.suffix == ".c" else []
    source.write_text("\n".join([*first, *body, "int a;", ""]))
    run = _compiled(source, "-fsyntax-only")
    if run.returncode:
        pytest.skip(f"headers of {library['name']}: {run.stderr.splitlines()[0]}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_proof_is_in_step(path: Path) -> None:
    written = proof_file(path).read_text(encoding="utf-8")
    assert written == proof(path), "run `python tests/test_apis.py` to write the proofs again"


def test_nothing_is_proved_that_is_not_known() -> None:
    proofs = {path for path in PROOFS.iterdir() if not path.stem.startswith("probe_")}
    assert proofs == {proof_file(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_headers_agree(path: Path, tmp_path: Path) -> None:
    _need_headers(path, tmp_path)
    run = _compiled(proof_file(path), "-fsyntax-only")
    assert run.returncode == 0, run.stderr


def test_the_compiler_finds_what_is_wrong(tmp_path: Path) -> None:
    source = tmp_path / "wrong.c"
    for line in (
        "int (*prove_strlen)(const char *s) = (strlen);",
        "int prove_strlen(char s) { return strlen(s); }",
        '_Static_assert((long long)(EOF) == 1LL, "EOF");',
    ):
        source.write_text(f"#include <stdio.h>\n#include <string.h>\n{line}\n")
        assert _compiled(source, "-fsyntax-only").returncode != 0
    source = tmp_path / "wrong.cpp"
    source.write_text("#include <memory>\nstruct A : std::unique_ptr<int> { using A::take; };\n")
    assert _compiled(source, "-fsyntax-only").returncode != 0


def _observed(probe: str, folder: Path, knowledge: str, *libraries: str) -> list[list[str]]:
    """The lines that a probe prints, in words; skips where it cannot be built."""
    _need_headers(bundled_folder() / f"{knowledge}.toml", folder)
    program = folder / probe
    source = PROOFS / f"{probe}.c"
    links = [f"-l{library}" for library in libraries]
    built = _compiled(source, "-Wno-unused-result", "-o", str(program), *links)
    assert built.returncode == 0, built.stderr
    run = subprocess.run([program], capture_output=True, text=True, check=True)
    return [line.split() for line in run.stdout.splitlines()]


@pytest.mark.parametrize(
    ("probe", "knowledge", "libraries", "least"),
    [
        ("probe_openssl", "openssl_ssl", ("ssl", "crypto"), 100),
        ("probe_gnutls", "gnutls", ("gnutls",), 40),
        ("probe_mbedtls", "mbedtls", ("mbedtls", "mbedx509", "mbedcrypto"), 30),
    ],
)
def test_observed_results_lie_in_the_cells(
    tmp_path: Path, probe: str, knowledge: str, libraries: tuple[str, ...], least: int
) -> None:
    lines = _observed(probe, tmp_path, knowledge, *libraries)
    apis = load().apis
    wrong = []
    for function, observed, meaning in lines:
        spec = apis[function]
        if observed == "queue":
            agrees = spec.queue == meaning
        else:
            cells = spec.error_cells if meaning == "error" else spec.success_cells
            agrees = int(observed) in cells
        wrong += [] if agrees else [(function, observed, meaning)]
    assert not wrong
    assert len(lines) > least


def test_observed_owners_are_those_of_the_entries(tmp_path: Path) -> None:
    lines = _observed("probe_ownership", tmp_path, "openssl_ssl", "ssl", "crypto")
    known = load()
    wrong = []
    for function, what, seen in lines:
        aspect, _, rest = what.partition(":")
        agrees = OBSERVED[aspect](known, known.apis[function], *rest.split(":"), seen)
        wrong += [] if agrees else [(function, what, seen)]
    assert not wrong
    assert len({function for function, _, _ in lines}) > 100


def _parameter(known: Knowledge, spec: ApiSpec, name: str, *flavour_and_seen: str) -> bool:
    """Whether an argument is owned as was seen: as such, or in one of the flavours below."""
    *flavour, seen = flavour_and_seen
    parameter = next(each for each in spec.parameters if each.name == name)
    match flavour:
        case ["borrows"]:  # what `given` asks for did not hold
            return seen == "own" and parameter.given is not None
        case ["failure"]:
            return seen == "own" and parameter.ownership == "takes_on_success"
        case ["alone"]:  # the whole was released without its parts
            return seen == "own" and parameter.ownership == "joins"
    return parameter.ownership in {
        "own": ("borrows", "keeps", "outlives", "disowns"),
        "shared": ("up_refs", "acquires"),
        "theirs": ("takes", "takes_on_success", "joins"),
    }.get(seen, ())


def _result(known: Knowledge, spec: ApiSpec, release: str, seen: str) -> bool:
    if seen == "theirs":
        return spec.returns == "borrowed" and spec.lender >= 0
    return spec.returns == "owned" and release in known.released_by(spec.release)


def _output(known: Knowledge, spec: ApiSpec, name: str, release: str, seen: str) -> bool:
    out = next(each for each in spec.out if each.name == name)
    if seen == "theirs":
        return out.release == "" and spec.lender >= 0
    return release in known.released_by(out.release)


OBSERVED: dict[str, Callable[..., bool]] = {
    "parameter": _parameter,
    "result": _result,
    "out": _output,
    "advances": lambda known, spec, name, seen: (
        (seen == "yes") == any(each.name == name and each.advances for each in spec.parameters)
    ),
    "returned": lambda known, spec, name, seen: (
        (seen == "yes")
        == any(each.name == name and each.ownership == "returned" for each in spec.parameters)
    ),
    "reuses": lambda known, spec, name, seen: (
        (seen == "yes") == any(each.name == name and each.reuses for each in spec.out)
    ),
    "null_on_failure": lambda known, spec, name, seen: (
        (seen == "yes")
        == any(each.name == name and each.written == "null_on_failure" for each in spec.out)
    ),
}
"""How a line of the ownership probe is compared with the entry, by the word that it starts with."""


@pytest.mark.parametrize(
    ("libraries", "page", "package"),
    [
        (("openssl",), "SSL_read.3ssl.gz", "libssl-doc"),
        (("gnutls",), "gnutls_init.3.gz", "gnutls-doc"),
        (("libc", "pthread", "sockets"), "fopen.3.gz", "manpages-dev"),
    ],
)
def test_sources_are_manual_pages_that_exist(
    libraries: tuple[str, ...], page: str, package: str
) -> None:
    folders = [Path(f"/usr/share/man/man{section}") for section in (2, 3)]
    if not (folders[1] / page).exists():
        pytest.skip(f"the manual pages of {libraries[0]} are not installed ({package})")
    pages = {path.name.split(".")[0] for folder in folders for path in folder.glob("*.gz")}
    named = {
        spec.function: match[1]
        for spec in load().apis.values()
        if (match := re.fullmatch(r"(\w+)\([23]\)", spec.source))
        and spec.library in libraries
        and not spec.removed
    }
    assert len(named) > 50
    assert not {function: page for function, page in named.items() if page not in pages}


def test_what_is_owned_can_be_released() -> None:
    known = load()
    releases = {spec.release for spec in known.apis.values()}
    releases |= {out.release for spec in known.apis.values() for out in spec.out}
    releasing, clearing = (
        {
            spec.function
            for spec in known.apis.values()
            if any(parameter.ownership in words for parameter in spec.parameters)
        }
        for words in (("releases", "releases_all", "takes_on_success"), ("clears",))
    )
    assert releases - {""} <= releasing | clearing
    for release, others in known.releases.items():
        assert {release, *others} <= releasing, release
    for spec in known.apis.values():
        for out in spec.out:
            assert not out.release or out.in_place == (out.release in clearing), spec.function


def test_entries_agree_with_their_prototypes() -> None:
    for spec in load().apis.values():
        assert not spec.error_cells & spec.success_cells, spec.function
        assert not spec.inverted or 0 in spec.success_cells, spec.function
        assert not spec.release or spec.returns == "owned", spec.function
        if spec.library == "windows":  # its types hide their pointers
            continue
        result, _, parameters = spec.prototype.partition(f"{spec.function}(")
        pointer = "*" in result or re.match(r"(gnutls_\w+|iconv)_t ", result) is not None
        assert pointer or "== NULL" not in spec.error, spec.function
        handle = spec.release == "close" or spec.lender >= 0
        assert pointer or spec.returns == "none" or handle, spec.function
        for out in spec.out:
            assert re.search(rf"(\*|\*\s*const) *{out.name}\b|\b{out.name}\[", parameters), spec
            assert not re.search(rf"const [\w ]+\* *{out.name}\b", parameters), spec


def main() -> None:
    """Writes all proofs."""
    for path in FILES:
        proof_file(path).write_text(proof(path), encoding="utf-8")


if __name__ == "__main__":
    main()
