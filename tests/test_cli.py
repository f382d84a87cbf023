"""The contract of the command line: exit codes, errors of one line, terminals left in peace."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from auditkit import __version__, cli
from auditkit.doctor import Check
from auditkit.errors import BuildError
from auditkit.frames import TABLES, table
from auditkit.lab import Subject
from auditkit.terminal import Progress

Capture = pytest.CaptureFixture[str]


@dataclass
class StubAudit:
    """An audit with the tables that the summary reads; remembers how it was saved."""

    findings: pd.DataFrame
    ledger: pd.DataFrame
    calls: pd.DataFrame
    functions: pd.DataFrame
    diagnostics: pd.DataFrame
    saved: list[tuple[Path, bool]] = field(default_factory=list)

    def save(self, folder: Path, *, csv: bool = False) -> None:
        """Remembers the call; a folder of that name cannot be written."""
        if folder.name == "refused":
            raise PermissionError(13, "Permission denied", str(folder))
        self.saved.append((folder, csv))


def findings(*pairs: tuple[str, str]) -> pd.DataFrame:
    """A table of findings with these severities and confidences."""
    frame = pd.DataFrame(pairs, columns=["severity", "confidence"], dtype="str")
    return frame.reindex(columns=table([], TABLES["findings"]).columns, fill_value="")


class Stub:
    """Stands for `auditkit.audit`: remembers its arguments and does what it is told."""

    def __init__(self) -> None:
        self.arguments: dict[str, object] = {}
        self.error: BaseException | None = None
        self.result = StubAudit(
            findings(("high", "medium"), ("low", "high"), ("low", "low")),
            pd.DataFrame(
                {"typed_lines": [90, 0], "syntactic_lines": [0, 8], "opaque_lines": [0, 2]}
            ),
            pd.DataFrame({"api": ["SSL_read", "", "free"]}, dtype="str"),
            pd.DataFrame({"function": ["f", "g"]}, dtype="str"),
            pd.DataFrame({"severity": ["warning", "error", "error"]}, dtype="str"),
        )

    def audit(
        self, target: str, *, progress: Callable[[int, int, str], None], **arguments: object
    ) -> StubAudit:
        """The result that was prepared, or the error."""
        self.arguments = {"target": target, **arguments}
        progress(1, 2, "a.c")
        if self.error is not None:
            raise self.error
        progress(2, 2, "b\x1b[31m\udcff.c")
        return self.result


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    """A stand-in for the pipeline."""
    made = Stub()
    module = ModuleType("auditkit.audit")
    module.__dict__["audit"] = made.audit
    monkeypatch.setitem(sys.modules, "auditkit.audit", module)
    return made


def run(*arguments: str) -> int:
    """The exit code of the command line, however it ends."""
    try:
        return cli.main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else -1


def test_audit_passes_its_arguments_on(stub: Stub, capsys: Capture) -> None:
    line = ["audit", "src", "-p", "build", "-o", "out", "--csv", "--jobs", "3", "--no-cache"]
    assert run(*line, "--flag=-Ia", "--flag=-DB", "--knowledge", "k") == 0
    assert stub.arguments == {
        "target": "src",
        "build": Path("build"),
        "flags": ("-Ia", "-DB"),
        "knowledge": (Path("k"),),
        "jobs": 3,
        "cached": False,
    }
    assert stub.result.saved == [(Path("out"), True)]
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "functions   2",
        "calls       3, 2 of them to known APIs",
        "findings    3: 1 high, 2 low",
        "code lines  100: 90 read with types, 8 from syntax alone, 2 not read; the ledger says why",
        "messages    2 errors, 1 warning; the table diagnostics has them",
        "tables      out",
    ]
    assert printed.err.splitlines() == ["[1/2] a.c", r"[2/2] b⟦U+001B⟧[31m\xff.c"]


def test_quiet_says_nothing(stub: Stub, capsys: Capture) -> None:
    assert run("audit", "src", "-o", "out", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("threshold", "code"),
    [
        ("critical", 0),
        ("high", 1),
        ("high:medium", 1),
        ("high:high", 0),
        ("medium:high", 0),
        ("low:high", 1),
        ("low", 1),
    ],
)
def test_fail_on_counts_what_is_as_severe_and_as_sure(
    stub: Stub, threshold: str, code: int
) -> None:
    assert run("audit", "src", "-o", "out", "--quiet", "--fail-on", threshold) == code
    stub.result.findings = findings()
    assert run("audit", "src", "-o", "out", "--quiet", "--fail-on", threshold) == 0


@pytest.mark.parametrize(
    "line",
    [
        ["audit"],
        ["audit", "src"],
        ["audit", "src", "-o", "out", "--jobs", "0"],
        ["audit", "src", "-o", "out", "--fail-on", "terrible"],
        ["audit", "src", "-o", "out", "--fail-on", "high:sure"],
        ["audit", "src", "-o", "out", "--no-such-option\n"],
        ["audit", "", "-o", "out"],
        ["audit", "src", "-o", ""],
        ["report", "src"],
        ["frobnicate\x1b[2J"],
        [],
    ],
)
def test_bad_arguments_are_one_line_and_exit_code_2(capsys: Capture, line: list[str]) -> None:
    assert run(*line) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("auditkit: ")
    assert "--help" in printed.err
    assert "\x1b" not in printed.err


def test_errors_of_the_kit_are_one_line(stub: Stub, capsys: Capture) -> None:
    stub.error = BuildError("a\x1b]0;b.c: no such file;\nname another")
    assert run("audit", "src", "-o", "out") == 2
    expected = "auditkit: a⟦U+001B⟧]0;b.c: no such file; name another\n"
    assert capsys.readouterr() == ("", "[1/2] a.c\n" + expected)


def test_an_output_folder_that_cannot_be_written_is_one_line(stub: Stub, capsys: Capture) -> None:
    assert run("audit", "src", "-o", "refused", "--quiet") == 2
    assert capsys.readouterr().err == (
        "auditkit: refused: Permission denied; check the path, its rights and free space\n"
    )


@pytest.mark.parametrize("command", ["audit", "report"])
@pytest.mark.parametrize("place", ["file/out", "locked/deep/out"])
def test_a_place_that_cannot_hold_the_result_is_told_before_the_work(
    command: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "locked").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: "locked" not in str(path))
    (tmp_path / "a.c").write_text("")
    output = tmp_path / place / "name"
    assert run(command, str(tmp_path / "a.c"), "-o", str(output)) == 2
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert str(tmp_path / place.partition("/")[0]) in printed


def test_a_missing_library_points_to_the_doctor(stub: Stub, capsys: Capture) -> None:
    stub.error = ModuleNotFoundError("No module named 'pandas'")
    assert run("audit", "src", "-o", "out", "--quiet") == 2
    assert "`auditkit doctor` says what is missing" in capsys.readouterr().err


def test_an_interrupt_is_130(stub: Stub, capsys: Capture) -> None:
    stub.error = KeyboardInterrupt()
    assert run("audit", "src", "-o", "out", "--quiet") == 130
    assert capsys.readouterr().err == "auditkit: stopped\n"


def test_a_defect_shows_its_traceback_and_is_not_taken_for_findings(
    stub: Stub, capsys: Capture
) -> None:
    stub.error = ZeroDivisionError("division by zero")
    assert run("audit", "src", "-o", "out", "--quiet") == 70
    printed = capsys.readouterr().err
    assert "Traceback" in printed
    assert printed.endswith("this is a defect of auditkit: please report the lines above\n")


def test_report_passes_its_arguments_on(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    received: dict[str, object] = {}

    def report(target: str, output: Path, **arguments: object) -> Path:
        received.update(arguments, target=target)
        return output

    module = ModuleType("auditkit.report")
    module.__dict__["report"] = report
    monkeypatch.setitem(sys.modules, "auditkit.report", module)
    assert run("report", "src", "-o", "r.html", "--workspace", "w", "-p", "b", "--flag=-O") == 0
    assert isinstance(received.pop("progress"), Progress)
    expected = {"target": "src", "workspace": Path("w"), "build": Path("b"), "flags": ("-O",)}
    assert received == expected
    assert capsys.readouterr().out == "report      r.html\n"


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (1, 2)])
def test_lab_passes_its_arguments_on(
    monkeypatch: pytest.MonkeyPatch, code: int, expected: int
) -> None:
    received: list[object] = []

    def lab(subject: Subject, folder: Path, *, browser: bool, say: object) -> int:
        received.extend([subject, folder, browser])
        return code

    monkeypatch.setattr("auditkit.lab.lab", lab)
    assert run("lab", "-o", "w", "--no-browser") == expected
    assert run("lab", "src", "-p", "b", "--flag=-O") == expected
    assert received[:3] == [Subject(), Path("w"), False]
    assert received[3:] == [Subject("src", "b", ("-O",)), Path("workspace"), True]


@pytest.mark.parametrize(("there", "expected"), [(True, 0), (False, 1)])
def test_doctor_says_whether_an_audit_can_run(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, there: bool, expected: int
) -> None:
    check = Check("pandas", there, "3\x1b", True, "install it")
    monkeypatch.setattr("auditkit.doctor.examine", lambda: [check])
    assert run("doctor") == expected
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("line", [["--help"], ["audit", "-h"], ["report", "-h"], ["lab", "-h"]])
def test_help_teaches(capsys: Capture, line: list[str]) -> None:
    assert run(*line) == 0
    text = capsys.readouterr().out
    assert "examples:" in text
    assert "exit codes:" in text
    assert all(len(row) <= 100 for row in text.splitlines())


def test_version(capsys: Capture) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"auditkit {__version__}\n"


def test_help_and_version_import_nothing_heavy() -> None:
    code = """
import sys
from auditkit import cli
try:
    cli.main(["--version"])
except SystemExit:
    pass
print(sorted({"pandas", "matplotlib", "clang", "tree_sitter", "numpy"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_names_that_no_encoding_can_print_do_not_crash(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "auditkit", "lab", b"no\xff\x1b[2Jfile", "-o", str(tmp_path)],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
    assert rb"no\xff" in done.stderr


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "auditkit", "doctor"],
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_the_process_with_130(tmp_path: Path) -> None:
    module = tmp_path / "slow.py"
    module.write_text(
        "import sys, time, types\n"
        "from auditkit import cli\n"
        "stub = types.ModuleType('auditkit.audit')\n"
        "stub.audit = lambda *a, **k: (print('on', flush=True), time.sleep(60))\n"
        "sys.modules['auditkit.audit'] = stub\n"
        "sys.exit(cli.main(['audit', 'src', '-o', 'out']))\n"
    )
    with subprocess.Popen(
        [sys.executable, str(module)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"on\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"auditkit: stopped\n")
