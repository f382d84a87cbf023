"""What is declared, locked and shipped is the same thing, and names no machine and no index."""

import ast
import os
import re
import shlex
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import auditkit
from auditkit import cli, views
from auditkit.doctor import AUDITING, SHOWING
from auditkit.frames import TABLES
from auditkit.knowledge import load

CONDA = {
    "jupyter-client": "jupyter_client",
    "matplotlib": "matplotlib-base",
    "tree-sitter": "tree_sitter",
}
"""What conda-forge calls a distribution differently."""

PIP_ONLY = {"libclang", "tree-sitter-c", "tree-sitter-cpp"}
"""What conda-forge does not have, or has as something else."""

IMPORTS = {
    "clang": "libclang",
    "markdown_it": "markdown-it-py",
    "yaml": "pyyaml",
}
"""Modules whose distribution has another name."""

HOST = re.compile(rb"\b[a-z][a-z0-9+.-]*://(?!json-schema\.org|www\.w3\.org)[^\s\"'<>)]+")
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)(?: ; ([^\\]*))? \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """The tables of pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


def requirements(lines: list[str]) -> dict[str, Requirement]:
    """The requirements by canonical name."""
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(item.name): item for item in found}


def locked(file: Path) -> list[tuple[str, str, str]]:
    """Name, version and marker of each entry of a lock."""
    text = file.read_text("utf-8")
    entries = LOCKED.findall(text)
    assert len(entries) == text.count("==") - sum(marker.count("==") for _, _, marker in entries)
    return [(canonicalize_name(name), version, marker.strip()) for name, version, marker in entries]


def test_every_dependency_has_a_lower_and_an_upper_bound(project: dict[str, Any]) -> None:
    for line in project["project"]["dependencies"]:
        operators = {item.operator for item in Requirement(line).specifier}
        assert operators in ({">=", "<"}, {"=="}), line


def test_environment_yml_is_in_step(project: dict[str, Any], root: Path) -> None:
    runtime = requirements(project["project"]["dependencies"])
    environment = yaml.safe_load((root / "environment.yml").read_text("utf-8"))
    assert environment["name"] == "auditkit"
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    *lines, last = environment["dependencies"]
    assert lines[0] == f"python{project['project']['requires-python']}"
    expected = {
        f"{CONDA.get(name, name)}{runtime[name].specifier}"
        for name in runtime
        if name not in PIP_ONLY
    }
    assert {normal(line) for line in lines[1:]} == {normal(line) for line in expected} | {"pip"}
    assert lines[1:] == sorted(lines[1:])
    *pip, editable = last["pip"]
    assert editable == "-e ."
    wanted = {f"{name}{runtime[name].specifier}" for name in PIP_ONLY}
    assert {normal(line) for line in pip} == {normal(line) for line in wanted}


def normal(line: str) -> str:
    """A requirement with its specifiers in one order."""
    name = re.split("[=<>!~]", line)[0]
    return name + ",".join(sorted(line.removeprefix(name).split(",")))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_the_lock_satisfies_the_project(project: dict[str, Any], root: Path, name: str) -> None:
    wanted = requirements(
        [
            *project["project"]["dependencies"],
            *project["dependency-groups"]["build"],
            *(project["project"]["optional-dependencies"]["test"] if "test" in name else []),
        ]
    )
    entries = locked(root / name)
    for canonical, requirement in wanted.items():
        versions = [version for found, version, _ in entries if found == canonical]
        assert versions, f"{canonical} is not locked"
        assert all(requirement.specifier.contains(version) for version in versions), canonical
    for _, _, marker in entries:
        if marker:
            Marker(marker)


def test_every_locked_version_has_hashes(root: Path) -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        blocks = re.split(r"\n(?=\S)", (root / name).read_text("utf-8").strip())
        assert all("--hash=sha256:" in block for block in blocks)


def test_the_test_lock_contains_the_other(root: Path) -> None:
    assert set(locked(root / "requirements.lock")) <= set(locked(root / "requirements-test.lock"))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_names_versions_markers_and_hashes_alone(root: Path, name: str) -> None:
    line = re.compile(r"[\w.-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    wrong = [
        text for text in (root / name).read_text("utf-8").splitlines() if not line.fullmatch(text)
    ]
    assert wrong == []


def test_what_sets_the_project_up_names_no_host(root: Path) -> None:
    files = ["pyproject.toml", "environment.yml", "Makefile", ".ci/run"]
    assert [address for name in files for address in HOST.findall((root / name).read_bytes())] == []


def test_python_range_and_linters_agree(project: dict[str, Any]) -> None:
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["ruff"]["target-version"] == "py311"
    assert project["tool"]["mypy"]["python_version"] == "3.11"


def imported(folder: Path) -> Iterator[str]:
    """The top-level modules that the files of a folder import."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def test_what_is_imported_is_declared(project: dict[str, Any], root: Path) -> None:
    runtime = set(requirements(project["project"]["dependencies"]))
    tests = set(requirements(project["project"]["optional-dependencies"]["test"]))
    own = {"auditkit", "benchmarks", "conftest", "tests"}
    own |= {
        path.stem for path in (root / "tests").rglob("*") if path.is_dir() or path.suffix == ".py"
    }
    for folder, declared in (("auditkit", runtime), ("tests", runtime | tests)):
        foreign = set(imported(root / folder)) - own - sys.stdlib_module_names
        names = {IMPORTS.get(name, name).replace("_", "-") for name in foreign}
        assert names <= declared, folder


def test_the_doctor_looks_for_all_that_is_declared(project: dict[str, Any]) -> None:
    assert {*AUDITING, *SHOWING} == set(requirements(project["project"]["dependencies"]))


def test_the_installed_version_is_this_one() -> None:
    assert metadata.version("auditkit") == auditkit.__version__


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_data_and_notebooks(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        bad = [name for name in names if "__pycache__" in name or name.startswith("tests")]
    assert bad == []
    shipped = {
        f"auditkit/{file.relative_to(root)}"
        for folder in ("data", "notebooks")
        for file in (root / folder).rglob("*")
        if file.is_file() and ".ipynb_checkpoints" not in file.parts
    }
    code_files = {
        str(file.relative_to(root))
        for file in (root / "auditkit").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert shipped | code_files <= names
    assert {name for name in names if not name.startswith("auditkit-")} == shipped | code_files


def test_an_installed_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    question = (
        "from auditkit.lab import notebooks_folder, sample_folder; import auditkit; "
        "print(auditkit.__file__, len(list(notebooks_folder().glob('*.ipynb'))), "
        "sample_folder().is_dir(), sep='|')"
    )
    done = subprocess.run(
        [sys.executable, "-c", question],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )
    file, notebooks, sample = done.stdout.strip().split("|")
    assert Path(file).is_relative_to(tmp_path / "site")
    assert int(notebooks) >= 2
    assert sample == "True"


def test_the_public_names_are_sorted_complete_and_lazy() -> None:
    assert auditkit.__all__ == sorted(auditkit.__all__)
    assert set(auditkit.__all__) == {*auditkit._HOMES, *auditkit._SUBMODULES}
    assert set(dir(auditkit)) == {*auditkit.__all__, "__version__"}
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        auditkit.nonsense  # noqa: B018


def test_public_names_are_the_same_whatever_was_imported_before() -> None:
    code = """
import importlib, types
for module in ("auditkit.audit", "auditkit.report", "auditkit.views", "auditkit.source"):
    importlib.import_module(module)
import auditkit
for name in auditkit.__all__:
    value = getattr(auditkit, name)
    assert isinstance(value, types.ModuleType) == (name == "views"), name
    assert value is getattr(auditkit, name)
from auditkit import audit, report
assert callable(audit) and callable(report)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """The README."""
    return (root / "README.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_commands_of_the_readme_are_commands(readme: str, root: Path) -> None:
    lines = [line for block in blocks(readme, "") for line in block.splitlines()]
    commands = [line for line in lines if line.startswith("auditkit ")]
    assert len(commands) >= 5
    for line in commands:
        cli.parser().parse_args(shlex.split(line, comments=True)[1:])
    targets = set(re.findall(r"\bmake\s+([a-z]+)", readme)) - {"the"}
    rules = re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert targets <= set(rules)
    assert {"report", "test", "lab", "audit", "lock", "clean", "benchmark"} <= set(rules)


def test_the_readme_names_all_tables_and_views_that_exist(readme: str) -> None:
    rows = re.findall(r"^\| (`[^|]*) \|", readme, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(TABLES)
    assert set(re.findall(r"ak\.views\.(\w+)", readme)) <= set(views.__all__)
    assert set(re.findall(r"ak\.([a-z]\w*)\(", readme)) <= set(auditkit.__all__)


def test_the_tour_of_the_readme_runs(readme: str, sample: Path, tmp_path: Path) -> None:
    (tour,) = blocks(readme, "python")
    function = auditkit.audit(sample).functions["function"].iloc[0]
    changes = {
        '"src/", build="build/"': repr(str(sample)),
        "Session::handshake": str(function),
        "tables/": str(tmp_path),
    }
    for old, new in changes.items():
        assert old in tour
        tour = tour.replace(old, new)
    subprocess.run([sys.executable, "-c", tour], check=True, timeout=120)
    assert (tmp_path / "findings.parquet").is_file()


def test_the_knowledge_of_the_readme_loads(readme: str, tmp_path: Path) -> None:
    (example,) = blocks(readme, "toml")
    (tmp_path / "ours.toml").write_text(example, "utf-8")
    assert load([tmp_path]).apis["conn_open"].release == "conn_close"


@pytest.mark.parametrize(("setting", "code"), [("", 0), ("1", 1)])
def test_a_skip_fails_the_run_where_none_is_allowed(
    root: Path, tmp_path: Path, setting: str, code: int
) -> None:
    (tmp_path / "conftest.py").write_bytes((root / "tests" / "conftest.py").read_bytes())
    (tmp_path / "test_it.py").write_text(
        "import pytest\n"
        "def test_good(): pass\n"
        "def test_skipped(real): real('nothing')\n"
        "@pytest.mark.xfail\n"
        "def test_expected(): assert False\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AUDITKIT_NO_SKIP": setting, "AUDITKIT_REAL": ""},
    )
    assert done.returncode == code, done.stdout
    assert "1 passed, 1 skipped, 1 xfailed" in done.stdout.splitlines()[-1]
    named = "test_it.py::test_skipped: Skipped: AUDITKIT_REAL names no folder with the sources"
    assert (named in done.stdout) == bool(setting)


def test_tests_do_not_reach_the_network() -> None:
    with socket.socket() as stream, pytest.raises(RuntimeError, match="reached for the network"):
        stream.connect(("192.0.2.1", 80))
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
