"""The command line: arguments to calls of the kit, results to text, errors to one line.

Everything but the standard library is imported when a command needs it, so that `--help` and
`doctor` answer at once, and answer at all where half of the installation is broken.
"""

import argparse
import os
import sys
import textwrap
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from errno import EACCES, ENOTDIR
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from auditkit import __version__
from auditkit.errors import AuditkitError
from auditkit.findings import Confidence, Severity
from auditkit.terminal import Progress, shown

if TYPE_CHECKING:
    from auditkit.audit import Audit

AUDITED, FOUND, UNUSABLE, DEFECT, INTERRUPTED = 0, 1, 2, 70, 130

_CODES = """
exit codes:
  0    done; nothing found at or above --fail-on
  1    findings at or above --fail-on (doctor: the kit cannot audit)
  2    unusable input: one line on stderr says what, and what to do
  70   a defect of auditkit itself, with a traceback
  130  stopped by Ctrl-C
"""
_TOP = """\
Audits how C and C++ code uses TLS and DTLS (OpenSSL above all).

Every call of an API whose failure matters is followed along every path: is its result tested,
is the test right, and what becomes of the error? The answers are tables, notebooks and one HTML
page. Nothing of the audited code is run, and what could not be read is counted and listed.
"""
_TOP_EXAMPLES = """
examples:
  auditkit report src/ -o report.html         one page for reading and handing on
  auditkit audit src/ -p build/ -o tables/    typed by build/compile_commands.json
  auditkit audit dtls.cpp -o tables/ --csv    a single file, without its headers
  auditkit lab src/ -o workspace/             notebooks on the target, in JupyterLab
  auditkit doctor                             what is installed, what is missing
"""
_AUDIT_EXAMPLES = """
TARGET is a file, a folder or a compile_commands.json. With compile commands (-p) or flags
(--flag) functions are read with types; what does not compile is read from its syntax alone. The
ledger table says which is which, line by line.

examples:
  auditkit audit src/ -o tables/
  auditkit audit src/ -p build/ -o tables/ --csv --fail-on high
  auditkit audit src/ -o tables/ --fail-on medium:high    medium or worse, high confidence
  auditkit audit dtls.cpp --flag=-Iinclude --flag=-std=c++17 -o tables/
  auditkit audit src/ --knowledge our-apis/ -o tables/    with *.toml of your own libraries
"""
_REPORT_EXAMPLES = """
The notebooks are executed on the target and become one self-contained page: it loads nothing,
runs nothing of the target, and can be mailed. With --workspace the notebooks of `auditkit lab`
are used, with what you wrote into them.

examples:
  auditkit report src/ -o report.html
  auditkit report src/ -p build/ -o report.html --workspace workspace/
"""
_LAB_EXAMPLES = """
Copies the notebooks into the workspace, which is yours from then on: a notebook that you have
edited is never overwritten. The workspace remembers its target, its build and its flags. Without
TARGET the one of the workspace is used, else the bundled sample.

examples:
  auditkit lab src/ -p build/ -o workspace/
  auditkit lab -o workspace/                  go on where you stopped
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command line."""

    def error(self, message: str) -> NoReturn:
        _complain(f"{message}; see {self.prog} --help")
        raise SystemExit(UNUSABLE)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    top = _command(_Parser(prog="auditkit", add_help=False), _TOP, _TOP_EXAMPLES + _CODES)
    top.add_argument("--version", action="version", version=f"auditkit {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, add in (("audit", _add_audit), ("report", _add_report), ("lab", _add_lab)):
        add(commands.add_parser(name, add_help=False, help=_HELP[name]), _HELP[name])
    doctor = commands.add_parser("doctor", add_help=False, help=_HELP["doctor"])
    _command(doctor, _HELP["doctor"], _CODES)
    doctor.set_defaults(run=_doctor)
    return top


_HELP = {
    "audit": "write the tables of an audit: calls, checks, error paths, findings, ledger …",
    "report": "write one self-contained HTML page",
    "lab": "open JupyterLab on a workspace of the notebooks",
    "doctor": "say what is installed, what is missing and what to do",
}


def _command(
    command: argparse.ArgumentParser, description: str, epilog: str
) -> argparse.ArgumentParser:
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.description = textwrap.dedent(description)
    command.epilog = epilog.strip("\n")
    command.add_argument("-h", "--help", action="help", help="show this text and stop")
    return command


def _add_reading(command: argparse.ArgumentParser) -> None:
    """The options that say how the target is to be read."""
    database = "compile_commands.json, or the build folder that holds it"
    command.add_argument("-p", "--build", metavar="BUILD", type=Path, help=database)
    flag = "a compiler flag such as --flag=-Iinclude; may be repeated"
    command.add_argument("--flag", metavar="FLAG", action="append", default=[], help=flag)


def _add_making(command: argparse.ArgumentParser, metavar: str, what: str) -> None:
    """The target, where the result goes, and whether to talk about it."""
    named = "file, folder or compile_commands.json"
    command.add_argument("target", metavar="TARGET", type=_given, help=named)
    output = command.add_argument("-o", "--output", metavar=metavar, required=True, help=what)
    output.type = _path
    _add_reading(command)
    command.add_argument("--quiet", action="store_true", help="no progress, no summary")


def _add_audit(command: argparse.ArgumentParser, title: str) -> None:
    _command(command, title, _AUDIT_EXAMPLES + _CODES)
    _add_making(command, "DIR", "folder for the tables")
    command.add_argument("--csv", action="store_true", help="write CSV beside Parquet")
    command.add_argument(
        "--fail-on",
        metavar="SEVERITY[:CONFIDENCE]",
        type=_threshold,
        help="exit with 1 on findings at least this severe (critical, high, medium, low), "
        "and at least this sure (high, medium, low)",
    )
    command.add_argument("--jobs", metavar="N", type=_count, help="processes at once")
    command.add_argument("--no-cache", action="store_true", help="parse everything again")
    own = "a folder of *.toml about your own APIs; may be repeated"
    command.add_argument(
        "--knowledge", metavar="DIR", type=Path, action="append", default=[], help=own
    )
    command.set_defaults(run=_audit)


def _add_report(command: argparse.ArgumentParser, title: str) -> None:
    _command(command, title, _REPORT_EXAMPLES + _CODES)
    _add_making(command, "FILE", "the page to write")
    command.add_argument("--workspace", metavar="DIR", type=Path, help="use its notebooks")
    command.set_defaults(run=_report)


def _add_lab(command: argparse.ArgumentParser, title: str) -> None:
    _command(command, title, _LAB_EXAMPLES + _CODES)
    command.add_argument("target", metavar="TARGET", nargs="?", help="what the notebooks audit")
    place, where = Path("workspace"), "the workspace (default: workspace)"
    command.add_argument("-o", "--output", metavar="DIR", type=Path, default=place, help=where)
    _add_reading(command)
    command.add_argument("--no-browser", action="store_true", help="print the address only")
    command.set_defaults(run=_lab)


def _threshold(text: str) -> tuple[Severity, Confidence]:
    """The least severity and confidence that `high` or `high:medium` names."""
    severity, _, confidence = text.partition(":")
    try:
        return Severity(severity), Confidence(confidence or "low")
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not one of critical, high, medium, low, "
            "with :high, :medium or :low after it for the least confidence"
        ) from None


def _given(text: str) -> str:
    """A path as it is given; an empty one is a variable of a script that nobody set."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty: give a path")
    return text


def _path(text: str) -> Path:
    return Path(_given(text))


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive number")
    return int(text)


def _audit(arguments: argparse.Namespace) -> int:
    from auditkit.audit import audit

    _check_folder(arguments.output)
    with Progress(sys.stderr, quiet=arguments.quiet) as progress:
        result = audit(
            arguments.target,
            build=arguments.build,
            flags=tuple(arguments.flag),
            knowledge=tuple(arguments.knowledge),
            jobs=arguments.jobs,
            cached=not arguments.no_cache,
            progress=progress,
        )
    result.save(arguments.output, csv=arguments.csv)
    if not arguments.quiet:
        print(summary(result))
        print(f"tables      {shown(str(arguments.output))}")
    return AUDITED if arguments.fail_on is None else _judge(result, *arguments.fail_on)


def _check_folder(folder: Path) -> None:
    """Raises OSError before the work, not after it, where its result cannot be written."""
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    if not place.is_dir():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(place))
    if not os.access(place, os.W_OK | os.X_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(place))


def _judge(result: "Audit", severity: Severity, confidence: Confidence) -> int:
    """1 where a finding is at least that severe and at least that sure, else 0."""
    pairs = zip(result.findings["severity"], result.findings["confidence"], strict=True)
    found = any(
        Severity(one).rank <= severity.rank and Confidence(other).rank <= confidence.rank
        for one, other in pairs
    )
    return FOUND if found else AUDITED


def _report(arguments: argparse.Namespace) -> int:
    from auditkit.report import report

    _check_folder(arguments.output.parent)
    with Progress(sys.stderr, quiet=arguments.quiet) as progress:
        page = report(
            arguments.target,
            arguments.output,
            workspace=arguments.workspace,
            build=arguments.build,
            flags=tuple(arguments.flag),
            progress=progress,
        )
    if not arguments.quiet:
        print(f"report      {shown(str(page))}")
    return AUDITED


def _lab(arguments: argparse.Namespace) -> int:
    from auditkit.lab import Subject, lab

    build = "" if arguments.build is None else str(arguments.build)
    subject = Subject(arguments.target or "", build, tuple(arguments.flag))
    code = lab(subject, arguments.output, browser=not arguments.no_browser, say=_say)
    return AUDITED if code == 0 else UNUSABLE


def _doctor(arguments: argparse.Namespace) -> int:
    from auditkit.doctor import can_audit, examine, lines

    checks = examine()
    for line in lines(checks):
        print(shown(line))
    return AUDITED if can_audit(checks) else FOUND


def summary(result: "Audit") -> str:
    """What an audit saw, found, and did not see, in a few lines."""
    ledger, findings = result.ledger, result.findings
    lines = {
        origin: int(ledger[f"{origin}_lines"].sum()) for origin in ("typed", "syntactic", "opaque")
    }
    counts = {
        severity.value: int((findings["severity"] == severity.value).sum()) for severity in Severity
    }
    by_severity = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    known = int((result.calls["api"] != "").sum())
    unseen = "" if lines["opaque"] == 0 else "; the ledger says why"
    said = result.diagnostics["severity"].value_counts(sort=False)
    messages = ", ".join(
        _counted(count, _KINDS.get(str(name), str(name))) for name, count in sorted(said.items())
    )
    return "\n".join(
        [
            f"functions   {len(result.functions)}",
            f"calls       {len(result.calls)}, {known} of them to known APIs",
            f"findings    {len(findings)}" + (f": {by_severity}" if by_severity else ""),
            f"code lines  {sum(lines.values())}: {lines['typed']} read with types, "
            f"{lines['syntactic']} from syntax alone, {lines['opaque']} not read{unseen}",
            *([f"messages    {messages}; the table diagnostics has them"] if messages else []),
        ]
    )


_KINDS = {"fatal": "fatal error", "note": "remark"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _say(text: str) -> None:
    print(shown(text), file=sys.stderr, flush=True)


def _complain(text: str) -> None:
    _say(f"auditkit: {text}")


def _defect(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> bool:
    """Shows an unforeseen exception whole; its exit code is its own, as 1 means findings."""
    if not isinstance(error, Exception):
        return False
    traceback.print_exception(kind, error, trace)
    _complain("this is a defect of auditkit: please report the lines above")
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    stack: ExitStack[bool] = ExitStack()
    with stack:
        stack.push(_defect)
        parsed = parser().parse_args(arguments)
        return _guarded(lambda: int(parsed.run(parsed)))
    return DEFECT


def _guarded(run: Callable[[], int]) -> int:
    """The exit code of a command; what the user can mend becomes one line."""
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _complain("stopped")
        return INTERRUPTED
    except AuditkitError as error:
        _complain(str(error))
        return UNUSABLE
    except BrokenPipeError:  # `auditkit audit … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return AUDITED
    except OSError as error:
        where = f"{os.fsdecode(error.filename)}: " if error.filename is not None else ""
        _complain(f"{where}{error.strerror or error}; check the path, its rights and free space")
        return UNUSABLE
    except ImportError as error:
        _complain(f"{error}; `auditkit doctor` says what is missing")
        return UNUSABLE
    return code
