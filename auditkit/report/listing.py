"""Source files to listings: each embedded once, every line with an anchor of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditkit.source import SourceFile
from auditkit.views import Audited, ranked
from auditkit.views.code import classed, highlighted
from auditkit.views.markup import shown


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at a line: the anchor of its section, its severity and what it says."""

    anchor: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a listing."""

    number: int
    code: Markup
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One file: its anchor (`S3`), its facts, and its lines."""

    anchor: str
    path: str
    sha256: str
    lines: tuple[Line, ...]

    @property
    def findings(self) -> int:
        """How many findings are marked in it."""
        return sum(len(line.marks) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where each line of each embedded file is in the page."""

    files: Mapping[str, tuple[str, int]]

    def link(self, path: str, line: int) -> str:
        """The address of a line, of its file if there is no such line, or an empty text."""
        if path not in self.files:
            return ""
        anchor, count = self.files[path]
        return f"#{anchor}-L{line}" if 1 <= line <= count else f"#{anchor}"


def sources(audit: Audited) -> list[SourceFile]:
    """The files of the target in the order of their table."""
    return [audit.source(str(path)) for path in audit.sources["path"]]


def anchors(files: Sequence[SourceFile]) -> Anchors:
    """The anchors of the files, by what a view shows as their path."""
    numbered = {
        file.path: (f"S{number}", file.line_count) for number, file in enumerate(files, start=1)
    }
    return Anchors({shown(path): place for path, place in numbered.items()} | numbered)


def listings(audit: Audited, files: Sequence[SourceFile]) -> list[Listing]:
    """All files, highlighted, with their findings marked."""
    marks = _marks(audit)
    return [_listing(file, f"S{number}", marks) for number, file in enumerate(files, start=1)]


def line_of(file: SourceFile, number: int) -> Markup:
    """One highlighted line, without its indentation."""
    if not 1 <= number <= file.line_count:
        return Markup("")
    return Markup(str(classed(highlighted(file)[number - 1])).strip())


def _listing(file: SourceFile, anchor: str, marks: Mapping[tuple[str, int], list[Mark]]) -> Listing:
    lines = tuple(
        Line(number, classed(pieces), tuple(marks.get((file.path, number), ())))
        for number, pieces in enumerate(highlighted(file), start=1)
    )
    return Listing(anchor, shown(file.path), file.sha256, lines)


def _marks(audit: Audited) -> dict[tuple[str, int], list[Mark]]:
    marks: dict[tuple[str, int], list[Mark]] = {}
    for row in ranked(audit.findings).to_dict("records"):
        mark = Mark(f"F-{row['fingerprint']}", str(row["severity"]), shown(row["message"]))
        marks.setdefault((str(row["path"]), int(row["line"])), []).append(mark)
    return marks
