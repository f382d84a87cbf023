"""The CPU time of parsing and annotating a file, beside that of `clang -fsyntax-only` on it.

    python benchmarks/parse.py FILE [-n RUNS] [--clang CLANG] -- FLAGS

Both get the same flags. clang is measured as a child, with its start; the kit in this process,
without its imports. The median of the runs, taken in turn, is printed on one line.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from auditkit.annotate import annotate
from auditkit.build import Plan, Unit, plan
from auditkit.parse import library, parse


def syntax_only(clang: str, unit: Unit) -> float:
    """The CPU seconds of one run of clang."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [clang, "-fsyntax-only", "-x", unit.language, *unit.flags, str(unit.file)]
    subprocess.run(command, check=True, capture_output=True)  # an error would stop it early
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def kit(chosen: Plan) -> tuple[float, float]:
    """The CPU seconds of one parse and of one annotation."""
    started = process_time()
    with parse(chosen.units[0], chosen.root) as parsed:
        after_parse = process_time()
        annotate(parsed, chosen.files)
        return after_parse - started, process_time() - after_parse


def main(arguments: Sequence[str]) -> None:
    """Prints the ratio for the file of the command line; the flags follow `--`."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("-n", "--runs", type=int, default=5)
    parser.add_argument("--clang", default="clang")
    options = parser.parse_args(arguments[:split])
    chosen = plan(options.file, flags=arguments[split + 1 :])
    library()
    rows = [
        (syntax_only(options.clang, chosen.units[0]), *kit(chosen)) for _ in range(options.runs)
    ]
    clang, parsed, annotated = (median(column) for column in zip(*rows, strict=True))
    print(
        f"{options.file.name}: clang -fsyntax-only {clang:.3f} s, parse {parsed:.3f} s, "
        f"annotate {annotated:.3f} s, ratio {(parsed + annotated) / clang:.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
