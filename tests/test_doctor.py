"""The doctor answers whatever is broken, and its exit code says whether an audit can run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from auditkit import doctor
from auditkit.doctor import Check, can_audit, examine, lines


def test_here_everything_that_an_audit_needs_is_there() -> None:
    checks = examine()
    assert [check for check in checks if check.audits and not check.there] == []
    subjects = [check.subject for check in checks]
    assert len(subjects) == len(set(subjects))
    assert all(check.detail and check.remedy for check in checks)
    assert can_audit(checks)


def test_lines_say_what_is_missing_and_what_to_do() -> None:
    there = Check("python", True, "3.11", True, "install it")
    absent = Check("fonts", False, "none", False, "get some")
    missing = Check("pandas", False, "not installed", True, "pip install pandas")
    assert list(lines([there])) == [
        "ok       python  3.11",
        "auditkit can audit, open notebooks and write reports",
    ]
    assert list(lines([there, absent])) == [
        "ok       python  3.11",
        "absent   fonts   none -> get some",
        "auditkit can audit; without fonts some of the rest will not work",
    ]
    assert list(lines([missing, absent]))[0::2] == [
        "MISSING  pandas  not installed -> pip install pandas",
        "auditkit cannot audit yet: see the lines marked MISSING",
    ]
    assert not can_audit([missing])


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The doctor in a process whose imports find that folder first."""
    return subprocess.run(
        [sys.executable, "-m", "auditkit", "doctor", *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )


@pytest.mark.parametrize(
    ("package", "text", "expected"),
    [
        ("pandas", "raise ImportError('broken')", r"MISSING  an audit .*broken"),
        ("clang", "raise ImportError('broken')", r"absent   libclang loads .*broken"),
        ("tree_sitter", "import os; os.abort()", r"MISSING  grammars .*SIGABRT"),
        ("matplotlib", "raise OSError('no fonts')", r"absent   fonts .*no fonts"),
    ],
)
def test_it_runs_when_a_library_is_broken(
    tmp_path: Path, package: str, text: str, expected: str
) -> None:
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").write_text(text)
    done = run(tmp_path)
    assert done.stderr == ""
    assert re.search(expected, done.stdout)
    assert done.returncode == (1 if "MISSING" in done.stdout else 0)
    assert "Traceback" not in done.stdout


def test_a_distribution_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "AUDITING", ("no-such-distribution",))
    checks = [check for check in doctor._distributions() if not check.there]
    assert [(check.subject, check.audits) for check in checks] == [("no-such-distribution", True)]


@pytest.mark.parametrize(
    ("probe", "patch", "match"),
    [
        ("_notebooks", "notebooks_folder", "none in"),
        ("_sample", "sample_folder", "nothing in"),
    ],
)
def test_empty_folders_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, probe: str, patch: str, match: str
) -> None:
    monkeypatch.setattr(doctor, patch, lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match=match):
        getattr(doctor, probe)()


def test_a_cache_folder_that_others_can_write_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o777)
    monkeypatch.setenv("AUDITKIT_CACHE", str(tmp_path))
    with pytest.raises(PermissionError, match="only you can write"):
        doctor._cache()
