"""Findings to the sections of the page, and to the data that its script filters and hands out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from auditkit.report.listing import Anchors, line_of
from auditkit.source import SourceFile
from auditkit.views import Audited, ranked
from auditkit.views.markup import shown


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a finding, with its line of code and where that is in the page."""

    text: str
    place: str
    link: str
    code: Markup


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as the page shows it; every text is already visible, none is escaped."""

    fingerprint: str
    severity: str
    confidence: str
    concern: str
    category: str
    cwe: str
    path: str
    line: int
    function: str
    callee: str
    message: str
    remedy: str
    author_comment: str
    condition: str
    link: str
    stages: tuple[Stage, ...]

    @property
    def place(self) -> str:
        """Path and line."""
        return f"{self.path}:{self.line}"


_TEXTS = (
    *("fingerprint", "severity", "confidence", "concern", "category", "cwe", "path", "function"),
    *("callee", "message", "remedy", "author_comment", "condition"),
)


def entries(audit: Audited, files: Mapping[str, SourceFile], anchors: Anchors) -> list[Entry]:
    """All findings, worst first."""
    groups = {str(owner): steps for owner, steps in audit.steps.groupby("owner")}
    found = []
    for row in ranked(audit.findings).to_dict("records"):
        steps = groups.get(str(row["fingerprint"]), audit.steps.head(0))
        texts = {name: shown(row[name]) for name in _TEXTS}
        line = int(row["line"])
        link = anchors.link(str(row["path"]), line)
        found.append(Entry(**texts, line=line, link=link, stages=_stages(steps, files, anchors)))
    return found


def island(audit: Audited) -> Markup:
    """The findings as JSON that no parser of HTML can leave: `<`, `>` and `&` are escaped."""
    rows = ranked(audit.findings).to_dict("records")
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _stages(
    steps: pd.DataFrame, files: Mapping[str, SourceFile], anchors: Anchors
) -> tuple[Stage, ...]:
    stages = []
    for row in steps.sort_values("step", kind="stable").to_dict("records"):
        path, line = str(row["path"]), int(row["line"])
        code = line_of(files[path], line) if path in files else Markup("")
        place = shown(f"{path}:{line}")
        stages.append(Stage(shown(row["text"]), place, anchors.link(path, line), code))
    return tuple(stages)
