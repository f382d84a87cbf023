"""`PYTHONPATH=tests python -m seeding FILE...`: the share found by rule, each miss as a diff."""

import argparse
import difflib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from auditkit.syntax import language_of
from seeding.measure import Verdict, measure
from seeding.plant import apply


def main() -> None:
    """Prints the table, then the misses."""
    parser = argparse.ArgumentParser(prog="seeding", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--rule", action="append", default=[], help="only this rule (repeatable)")
    parser.add_argument("--limit", type=int, default=0, help="at most so many plants a file")
    parser.add_argument("--names", action="store_true", help="only name the misses")
    given = parser.parse_args()
    verdicts: list[Verdict] = []
    for file in given.files:
        language = language_of(file.name)
        verdicts += measure(str(file), file.read_bytes(), language, given.rule, given.limit)
    if not given.names:
        print(table(verdicts))
    for line in sorted(verdict.label for verdict in verdicts if not verdict.found and given.names):
        print(line)
    for verdict in verdicts:
        if not verdict.found and not given.names:
            print(explained(verdict))


def table(verdicts: Sequence[Verdict]) -> str:
    """One line for each rule: planted, found, share."""
    planted = Counter(verdict.plant.rule for verdict in verdicts)
    found = Counter(verdict.plant.rule for verdict in verdicts if verdict.found)
    lines = [f"{'rule':32}{'planted':>9}{'found':>7}{'share':>8}"]
    for rule in sorted(planted):
        share = found[rule] / planted[rule]
        lines.append(f"{rule:32}{planted[rule]:9}{found[rule]:7}{share:8.2f}")
    lines.append(f"{'all':32}{planted.total():9}{found.total():7}")
    return "\n".join(lines)


def explained(verdict: Verdict) -> str:
    """A miss: what was planted as a diff, and what was raised instead."""
    data = Path(verdict.file).read_bytes()
    old = data.decode("utf-8", "replace").splitlines()
    new = apply(data, verdict.plant.edits).decode("utf-8", "replace").splitlines()
    lines = [
        "",
        f"{verdict.file}:{verdict.plant.line}: {verdict.name}",
        f"  expected one of: {', '.join(sorted(verdict.plant.expected))}",
    ]
    for finding in verdict.raised:
        lines.append(f"  raised instead: {finding.concern.id} on line {finding.at.line}")
    return "\n".join([*lines, *list(difflib.unified_diff(old, new, n=4, lineterm=""))[2:]])


if __name__ == "__main__":
    main()
