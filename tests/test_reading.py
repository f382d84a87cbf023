"""Every file is read or says why not, in the same way whichever child is first."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, wait
from pathlib import Path
from typing import Any

import pytest

import auditkit as ak
from auditkit import reading as module
from auditkit.build import plan
from auditkit.errors import ParseError
from auditkit.knowledge import load
from auditkit.reading import Reading, read
from auditkit.source import SourceFile
from auditkit.supervise import Supervisor
from auditkit.worker import read_unit


def commands(folder: Path, **flags: str) -> None:
    """Writes a compilation database: the flag of each C file."""
    rows = [
        {"directory": str(folder), "file": f"{name}.c", "arguments": ["cc", flag, f"{name}.c"]}
        for name, flag in flags.items()
    ]
    (folder / "compile_commands.json").write_text(json.dumps(rows))


def last_first(futures: Iterable[Future[Any]]) -> Iterator[Future[Any]]:
    """The futures when all are done, the last one first."""
    waiting = list(futures)
    wait(waiting)
    return iter(waiting[::-1])


def first_first(futures: Iterable[Future[Any]]) -> Iterator[Future[Any]]:
    """The futures when all are done, in the order in which they were made."""
    waiting = list(futures)
    wait(waiting)
    return iter(waiting)


def test_the_order_in_which_children_finish_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = "#ifdef A\nstatic int f(void) { return 1; }\n#else\nstatic int g(void) { return 1; }\n"
    (tmp_path / "h.h").write_text(f"{header}#endif\n")
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.c").write_text(f'#include "h.h"\nint {name}(void) {{ return x; }}\n')
    commands(tmp_path, a="-DA", b="-DB", c="-fplugin=c.so")
    found: list[Reading] = []
    for order in (first_first, last_first):
        monkeypatch.setattr(module, "as_completed", order)
        found.append(read(plan(tmp_path), load(), None, 3, None))
    assert found[0] == found[1]
    origins = {function.name: function.origin.value for function in found[0].functions}
    assert (origins["f"], origins["g"]) == ("typed", "syntactic")
    assert [row.unit for row in found[0].diagnostics] == ["c.c", "a.c", "b.c", "c.c"]


def test_a_header_is_read_by_the_unit_that_skips_least_of_it(tmp_path: Path) -> None:
    text = '#ifdef __cplusplus\nextern "C" {\n#endif\nint f(int);\n#ifdef __cplusplus\n}\n#endif\n'
    (tmp_path / "h.h").write_text(text)
    for name in ("a.c", "b.cpp", "c.c"):
        (tmp_path / name).write_text('#include "h.h"\n')
    ledger = ak.audit(tmp_path, cached=False).ledger.query("path == 'h.h'")
    assert list(ledger["typed_lines"]) == [7]


def test_an_unreadable_file_has_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.c", "b.c"):
        (tmp_path / name).write_text("int f(void) { return 1; }\n")
    real = SourceFile.read

    def refuse(file: Path, path: str) -> SourceFile:
        if path == "b.c":
            raise PermissionError(13, "Permission denied")
        return real(file, path)

    monkeypatch.setattr(SourceFile, "read", refuse)
    audit = ak.audit(tmp_path, cached=False)
    (row,) = audit.ledger.query("path == 'b.c'").to_dict("records")
    assert (row["origin"], row["opaque_lines"]) == ("opaque", 0)
    assert row["reason"].startswith("cannot be read (Permission denied)")
    assert list(audit.sources["path"]) == ["a.c"]
    assert list(audit.diagnostics["path"]) == ["b.c"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ParseError("libclang crashed"), "not compiled: libclang crashed"),
        (
            ImportError("No module named 'clang'"),
            "not compiled: No module named 'clang'; `auditkit doctor` says what is missing",
        ),
        (ValueError("odd"), "not compiled: defect of auditkit, ValueError: odd"),
    ],
)
def test_the_ledger_says_why_a_file_has_no_types(
    error: Exception, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.c").write_text("int a;\nint f(void) { return 1; }\n")
    real: Any = Supervisor.submit

    def submit(self: object, fn: object, *args: object) -> Future[Any]:
        future: Future[Any] = Future()
        if fn is read_unit:
            future.set_exception(error)
            return future
        found: Future[Any] = real(self, fn, *args)
        return found

    monkeypatch.setattr(Supervisor, "submit", submit)
    audit = ak.audit(tmp_path, cached=False)
    assert set(audit.ledger["reason"]) == {reason}
    assert set(audit.functions["reason"]) == {reason}
    assert list(audit.ledger["syntactic_lines"]) == [1, 1]


def test_members_are_known_from_the_header_that_declares_their_class(tmp_path: Path) -> None:
    (tmp_path / "s.h").write_text(
        "struct Base { int depth; };\n"
        "class Session : public Base {\npublic:\n    Session(int n);\n    int f();\n"
        "    int id, state = 0;\n    SSL *ssl;\n};\n"
    )
    (tmp_path / "s.cpp").write_text(
        '#include "missing.h"\nSession::Session(int n) : id(n) {}\n'
        "int Session::f() { state = depth; return id + other; }\n"
    )
    functions = read(plan(tmp_path), load(), None, 1, None).functions
    constructor, method = (one for one in functions if one.at.path == "s.cpp")
    assert ak.dump(constructor).splitlines()[2:-1] == [
        "    2: this->id = n",
        "    2: declare this->ssl: SSL * (no initialiser)",
    ]
    assert ak.dump(method).splitlines()[2:] == [
        "    3: this->state = this->depth",
        "    3: %1 = this->id + other",
        "    3: return %1",
    ]
