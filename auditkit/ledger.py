"""The ledger of one file: every code line has one owner and one way in which it was read.

Apart from the lowering because it counts what that left, and must count it all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditkit.annotations import Annotations
from auditkit.facts import Function, Origin
from auditkit.preprocess import Preprocessed
from auditkit.source import SourceFile

NOT_COMPILED = "not compiled: no translation unit covers it"
"""The reason of what no compiler was asked about."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The code lines of one function (`function` empty: outside of all), by how they were read."""

    function: str
    line: int
    end_line: int
    origin: Origin
    reason: str
    typed: int
    syntactic: int
    opaque: int


def account(
    preprocessed: Preprocessed, annotations: Annotations | None, functions: Sequence[Function]
) -> Iterable[Lines]:
    """One record a function, and one for what lies outside; together all code lines."""
    source = preprocessed.source
    owners: dict[int, int] = {}
    order = sorted(
        range(len(functions)), key=lambda i: (functions[i].at.line, -functions[i].end_line)
    )
    for index in order:
        function = functions[index]
        for line in range(function.at.line, function.end_line + 1):
            owners[line] = index
    dead = _dead_lines(preprocessed)
    skipped = _skipped_lines(source, annotations)
    counts: dict[int, list[int]] = {index: [0, 0, 0] for index in (-1, *range(len(functions)))}
    for line in preprocessed.code_lines():
        owner = owners.get(line, -1)
        counts[owner][_column(functions, owner, line, dead, skipped, annotations)] += 1
    for index, function in enumerate(functions):
        typed, syntactic, opaque = counts[index]
        origin, reason = function.origin, function.reason
        if origin is not Origin.OPAQUE:
            reason = _reasons(reason, 0 if reason else syntactic, opaque)
        first = function.at.line
        yield Lines(
            function.name, first, function.end_line, origin, reason, typed, syntactic, opaque
        )
    yield _outside(source, counts[-1], annotations)


def _outside(source: SourceFile, counts: Sequence[int], annotations: Annotations | None) -> Lines:
    typed, syntactic, opaque = counts
    origin = Origin.TYPED if _is_typed(annotations) else Origin.SYNTACTIC
    reason = "" if annotations is not None else NOT_COMPILED
    if annotations is not None and annotations.is_erroneous:
        reason = "the compiler reports errors in this file"
    reason = _reasons(reason, 0 if reason else syntactic, opaque)
    return Lines("", 1, max(1, source.line_count), origin, reason, typed, syntactic, opaque)


def _is_typed(annotations: Annotations | None) -> bool:
    """Whether what lies outside of functions was read with types.

    A compiler drops a declaration that it cannot read, so where it reports an error nobody can
    say what it kept. Functions are looked at one by one instead.
    """
    return annotations is not None and not annotations.is_erroneous


def _reasons(reason: str, skipped: int, dead: int) -> str:
    """Why lines were not read with types: the reason given, and how many the preprocessor left."""
    parts = [
        reason,
        f"{_lines(skipped)} inactive in this build" if skipped else "",
        f"{_lines(dead)} never compiled" if dead else "",
    ]
    return "; ".join(filter(None, parts))


def _lines(number: int) -> str:
    return "1 line is" if number == 1 else f"{number} lines are"


def _column(
    functions: Sequence[Function],
    owner: int,
    line: int,
    dead: frozenset[int],
    skipped: frozenset[int],
    annotations: Annotations | None,
) -> int:
    """0 for a line read with types, 1 from syntax, 2 not at all."""
    if line in dead or (owner >= 0 and functions[owner].origin is Origin.OPAQUE):
        return 2
    if annotations is None or line in skipped:
        return 1
    typed = _is_typed(annotations) if owner < 0 else functions[owner].origin is Origin.TYPED
    return 0 if typed else 1


def _dead_lines(preprocessed: Preprocessed) -> frozenset[int]:
    source = preprocessed.source
    lines: set[int] = set()
    for start, end, _ in preprocessed.dead:
        lines.update(_lines_within(source, start, end))
    return frozenset(lines)


def _skipped_lines(source: SourceFile, annotations: Annotations | None) -> frozenset[int]:
    lines: set[int] = set()
    for start, end in annotations.skipped if annotations else ():
        lines.update(_lines_within(source, start, end))
    return frozenset(lines)


def _lines_within(source: SourceFile, start: int, end: int) -> range:
    """The lines that begin within a byte range, which may start at the end of a directive."""
    at = source.locate(start)
    return range(at.line + (at.column > 1), source.line_of(max(start, end - 1)) + 1)
