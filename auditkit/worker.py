"""The work on one file that runs in a child process: parse, annotate, lower.

Apart from the pipeline because a child imports only this: no pandas, no notebooks. The audited
text is hostile; whatever it does to a parser ends here.
"""

import codecs
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditkit.annotations import Annotations, Diagnostic
from auditkit.build import Unit
from auditkit.errors import ParseError
from auditkit.facts import Class
from auditkit.lower_syntax import FileFacts, lower_file
from auditkit.members import class_bodies
from auditkit.preprocess import preprocess
from auditkit.project import Project
from auditkit.source import SourceFile
from auditkit.syntax import language_of, parse_syntax

_DEPTH = 6000
"""Python frames that a lowering may use; a function nested deeper becomes opaque."""


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What one translation unit gave: facts of its main file, and what it tells of its headers.

    `included` lists the absolute paths of all files read, for the cache.
    """

    path: str
    facts: FileFacts
    headers: tuple[Annotations, ...]
    diagnostics: tuple[Diagnostic, ...]
    included: tuple[str, ...]


def read_unit(unit: Unit, root: Path, files: Sequence[str], project: Project) -> UnitFacts:
    """Parses a unit with libclang and lowers its main file; raises ParseError."""
    from auditkit.annotate import annotate
    from auditkit.parse import parse

    with parse(unit, root) as parsed:
        annotations = annotate(parsed, files)
        diagnostics, included = parsed.diagnostics, tuple(parsed.included)
    own = next((item for item in annotations if item.path == unit.path), None)
    facts = read_file(root, unit.path, own, project, unit.language)
    headers = tuple(item for item in annotations if item.path != unit.path)
    return UnitFacts(unit.path, facts, headers, diagnostics, included)


def read_file(
    root: Path,
    path: str,
    annotations: Annotations | None,
    project: Project,
    language: str = "",
) -> FileFacts:
    """Lowers one file from its syntax, with what a compiler told of it, if anything."""
    sys.setrecursionlimit(_DEPTH)
    source = SourceFile.read(root / path, path)
    if source.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ParseError(f"{path} is UTF-16, which no compiler here reads: convert it to UTF-8")
    language = language or language_of(path)
    preprocessed = preprocess(source, language)
    syntax = parse_syntax(preprocessed, language, annotations, project.specifiers)
    return lower_file(syntax, annotations, project)


def read_classes(root: Path, path: str, language: str, project: Project) -> tuple[Class, ...]:
    """The classes and structures of one file, for the files that include it."""
    source = SourceFile.read(root / path, path)
    preprocessed = preprocess(source, language)
    syntax = parse_syntax(preprocessed, language, None, project.specifiers)
    found = {
        name: body.record
        for tree in syntax.trees
        for name, body in class_bodies(preprocessed, tree, language).items()
    }
    return tuple(found.values())


def richness(annotations: Annotations) -> tuple[bool, int, int]:
    """A key that orders the annotations of one header: without errors, with more seen, and with
    less skipped, is best.
    """
    skipped = sum(end - start for start, end in annotations.skipped)
    return not annotations.has_errors, len(annotations.references), -skipped


def best(candidates: Mapping[str, Sequence[Annotations]]) -> dict[str, Annotations]:
    """For each header the annotations of the unit that saw it best."""
    return {path: max(found, key=richness) for path, found in candidates.items() if found}
