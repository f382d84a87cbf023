"""The CPU time of auditing a file, beside that of `clang -fsyntax-only` on it, in one run.

    python benchmarks/audit.py FILE [-n RUNS] [--clang CLANG] -- FLAGS

Each measurement is a child process of its own, in turn: clang with the flags; the kit's parse,
annotation and lowering with the same flags; the kit's reading of the text alone, as where no
header is at hand; and all analyses and concerns on either reading. The kit's imports are left out,
clang's start is not. Medians are printed.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from auditkit.build import Plan, plan
from auditkit.concerns import findings_of, modules
from auditkit.context import Context
from auditkit.knowledge import load
from auditkit.parse import library
from auditkit.project import Project
from auditkit.source import SourceFile
from auditkit.worker import read_file, read_unit

MODES = ("typed", "syntactic", "typed-analyses", "syntactic-analyses")


def clang_seconds(clang: str, chosen: Plan) -> float:
    """The CPU seconds of one run of clang."""
    unit = chosen.units[0]
    command = [clang, "-fsyntax-only", "-x", unit.language, *unit.flags, str(unit.file)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)  # an error would stop it early
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def kit_seconds(mode: str, file: Path, flags: Sequence[str]) -> float:
    """The CPU seconds of one reading in a child."""
    command = [sys.executable, __file__, "--child", mode, str(file), "--", *flags]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def run_once(mode: str, chosen: Plan) -> float:
    """The CPU seconds of one reading in this process, or of the analyses of what it read; without
    what is read once for all files.
    """
    knowledge = load()
    project = Project(dict(knowledge.constants), frozenset(knowledge.apis), frozenset(), {})
    unit = chosen.units[0]
    library()
    modules()
    started = process_time()
    if mode.startswith("typed"):
        facts = read_unit(unit, chosen.root, chosen.files, project).facts
    else:
        facts = read_file(chosen.root, unit.path, None, project, unit.language)
    read = process_time()
    if not mode.endswith("analyses"):
        return read - started
    source = SourceFile.read(unit.file, unit.path)
    findings_of(Context.of(facts.functions, knowledge, {unit.path: source}, facts.classes))
    return process_time() - read


def compare(clang: str, chosen: Plan, flags: Sequence[str], runs: int) -> str:
    """The line that says how the kit compares with clang on a file."""
    file = chosen.units[0].file
    rows = [
        (clang_seconds(clang, chosen), *(kit_seconds(mode, file, flags) for mode in MODES))
        for _ in range(runs)
    ]
    columns = [median(column) for column in zip(*rows, strict=True)]
    compiled, typed, alone, known, unknown = columns
    lines = len(file.read_bytes().splitlines())
    return (
        f"{file.name}: clang -fsyntax-only {compiled:.3f} s; with headers {typed:.3f} s, "
        f"ratio {typed / compiled:.2f}; without {alone:.3f} s, ratio {alone / compiled:.2f}, "
        f"{lines / alone:.0f} lines/s; analyses add {known / typed:.0%} with headers; "
        f"without headers {lines / (alone + unknown):.0f} lines/s with all analyses"
    )


def main(arguments: Sequence[str]) -> None:
    """Prints the ratios for the file of the command line; the flags follow `--`."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("-n", "--runs", type=int, default=5)
    parser.add_argument("--clang", default="clang")
    parser.add_argument("--child", choices=MODES, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments[:split])
    flags = arguments[split + 1 :]
    chosen = plan(options.file, flags=flags)
    if options.child:
        print(run_once(options.child, chosen))
    else:
        print(compare(options.clang, chosen, flags, options.runs))


if __name__ == "__main__":
    main(sys.argv[1:])
