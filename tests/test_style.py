"""The contract of the house style that a machine can check: rows, names, sizes, notebooks."""

import ast
import json
import re
import tokenize
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "auditkit"
MODULES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

ROWS: tuple[tuple[str, ...], ...] = (
    ("errors", "source"),
    (
        *("accesses", "annotations", "conditions", "facts", "findings", "kinds", "knowledge"),
        *("known_classes", "operands", "remarks", "ownership", "strict", "values", "versions"),
    ),
    (
        *("annotate", "blocks", "build", "cache", "cfg", "classes", "cleanups", "cursors"),
        *("expansions", "flags", "ledger", "literals", "loops", "lower", "macros", "masking"),
        *(
            "members",
            "mending",
            "names",
            "objects",
            "parse",
            "preprocess",
            "project",
            "reader",
            "reading",
        ),
        *("scopes", "supervise", "symbols", "syntax", "type_names", "worker"),
    ),
    ("dataflow",),
    ("analyses", "context", "raising"),
    ("concerns",),
    ("accounts", "frames", "records", "rows", "sites"),
    ("views",),
    ("claims", "classroom", "lab", "report", "sarif", "terminal", "triage"),
    ("__main__", "audit", "cli", "doctor", "testing"),
    ("__init__",),
)
"""Which module is in which row; a package stands for all of its modules, `lower` for `lower_…`."""

FENCES = {
    "clang": r"(parse|annotate|names|classes|cursors|expansions)",
    "tree_sitter": r"(syntax|mending|members|reader|lower\w*)",
    "tree_sitter_c": r"syntax",
    "tree_sitter_cpp": r"syntax",
    "matplotlib": r"views\..*",
}
"""Which modules may import a library at all."""

LONGEST = 400
TOO_LONG_FOR_NOW: frozenset[str] = frozenset()
"""Modules over the limit, each waiting to be split: the list only shrinks."""


def name_of(file: Path) -> str:
    """The dotted name of a file within the package, as in `views.tables`."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def row_of(module: str) -> int:
    """The row of a module, by its first name; -1 where the table does not know it."""
    first = re.sub("^lower_.*", "lower", module.split(".")[0])
    return next((number for number, row in enumerate(ROWS) if first in row), -1)


def imports(file: Path) -> Iterator[str]:
    """The dotted names that a file imports, `from auditkit import facts` as `auditkit.facts`."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            module = node.module or ""
            if module == "auditkit":
                yield from (f"auditkit.{alias.name}" for alias in node.names)
            else:
                yield module


def own_imports(file: Path) -> Iterator[str]:
    """The modules of the kit that a file imports, without the kit's name."""
    for name in imports(file):
        if name.startswith("auditkit.") and not name.endswith(".__version__"):
            yield name.removeprefix("auditkit.")


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_imports_run_one_way(file: Path) -> None:
    module = name_of(file)
    assert row_of(module) >= 0, f"{module} is in no row: add it to ROWS"
    upwards = [name for name in own_imports(file) if row_of(name) > row_of(module)]
    unknown = [name for name in own_imports(file) if row_of(name) < 0]
    assert (upwards, unknown) == ([], [])


def test_every_row_exists() -> None:
    known = [module for row in ROWS for module in row]
    assert len(known) == len(set(known))


def test_concerns_do_not_know_each_other() -> None:
    for file in (PACKAGE / "concerns").glob("*.py"):
        siblings = [name for name in own_imports(file) if name.startswith("concerns")]
        assert siblings == [] or file.name == "__init__.py", file.name


def test_only_some_modules_import_clang_tree_sitter_and_matplotlib() -> None:
    for file in MODULES:
        for name in imports(file):
            fence = FENCES.get(name.split(".")[0])
            assert fence is None or re.fullmatch(fence, name_of(file)), f"{name} in {file.name}"


def test_pandas_starts_at_frames() -> None:
    start = row_of("frames")
    early = [
        name_of(file)
        for file in MODULES
        if row_of(name_of(file)) < start
        and {"pandas", "numpy", "pyarrow"} & {name.split(".")[0] for name in imports(file)}
    ]
    assert early == []


def test_files_stay_short() -> None:
    long = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in MODULES}
    over = {name: count for name, count in long.items() if count > LONGEST}
    assert TOO_LONG_FOR_NOW.issuperset(over), over
    assert TOO_LONG_FOR_NOW.issubset(over), "take what has become short off the list"


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_a_module_says_what_it_is(file: Path) -> None:
    tree = ast.parse(file.read_bytes())
    assert ast.get_docstring(tree), "no charter"
    assert [text for text in comments(file) if re.search(r"\b(TODO|FIXME|XXX)\b", text)] == []
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or _is_inner(tree, node), f"{node.name} has no docstring"


def comments(file: Path) -> list[str]:
    """The comments of a file; a kit that looks for unfinished work names such words in strings."""
    with tokenize.open(file) as stream:
        tokens = tokenize.generate_tokens(stream.readline)
        return [token.string for token in tokens if token.type == tokenize.COMMENT]


def in_order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as ruff sorts `__all__`."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def _is_inner(tree: ast.Module, wanted: ast.AST) -> bool:
    """Whether a definition is inside of a function or a private class."""
    return any(
        wanted in ast.walk(outer)
        for outer in ast.walk(tree)
        if outer is not wanted
        and (
            isinstance(outer, ast.FunctionDef)
            or (isinstance(outer, ast.ClassDef) and outer.name.startswith("_"))
        )
    )


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_all_is_sorted_and_no_exception_is_caught_blindly(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert list(names) == sorted(names, key=in_order)
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            # A worker answers with whatever its task raised: that is its charter.
            allowed = "BaseException" if file.name == "supervise.py" else None
            assert caught == allowed or not re.search(r"^$|\b(Base)?Exception\b", caught), (
                f"line {node.lineno}: names what it expects"
            )


def test_types_are_ignored_in_few_places_and_by_code() -> None:
    for file in [*MODULES, *sorted((ROOT / "tests").glob("*.py"))]:
        for line in file.read_text("utf-8").splitlines():
            if re.search(r"#\s*type:\s*ignore", line):
                assert re.search(r"#\s*type:\s*ignore\[[a-z, -]+\]", line), f"{file.name}: {line}"
                assert re.match("parse|annotate|lower|names", file.stem), f"{file.name}: {line}"


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS != []


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_notebooks_are_stripped(file: Path) -> None:
    notebook = json.loads(file.read_text("utf-8"))
    assert notebook["metadata"] == {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    identities = [cell["id"] for cell in notebook["cells"]]
    assert len(identities) == len(set(identities))
    for cell in notebook["cells"]:
        assert cell["metadata"].keys() <= {"tags", "editable", "slideshow"}
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", cell["id"]), cell["id"]
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_notebooks_are_thin(file: Path) -> None:
    cells = json.loads(file.read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    modules = {alias.name for text in code for alias in _notebook_imports(text)}
    assert modules == {"auditkit"}
    assert sum(text.count("ak.audit(") for text in code) == 1
    for text in code:
        lines = [line for line in text.splitlines() if line.strip()]
        assert len(lines) <= 8, text
        for node in ast.walk(ast.parse(text)):
            assert not isinstance(node, ast.ClassDef), text
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 5, text
    for cell, after in pairwise(cells):
        if after["cell_type"] == "code" and "assert" not in "".join(after["source"]):
            assert cell["cell_type"] == "markdown", f"{after['id']} is led by no sentence"


def _notebook_imports(text: str) -> list[ast.alias]:
    return [
        alias
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
