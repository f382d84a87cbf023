"""The contract that every concern keeps, for the kit's tests and for concerns of one's own.

A concern's examples are its documentation and its tests: what is marked must be found, what is not
marked must stay silent, and a known miss must stay a miss until somebody mends it.
"""

import re
from dataclasses import dataclass
from types import ModuleType

from auditkit.context import Context
from auditkit.errors import AuditkitError
from auditkit.facts import Function
from auditkit.knowledge import Knowledge, load
from auditkit.lower_syntax import FileFacts, lower_file
from auditkit.objects import Objects
from auditkit.preprocess import preprocess
from auditkit.project import project_of
from auditkit.source import SourceFile
from auditkit.syntax import parse_syntax

_MARK = re.compile(r"//\s*(finding|missed):\s*([\w-]+)")


@dataclass(frozen=True, slots=True)
class Examples:
    """What a concern's examples mark and what it found there: (line, id) pairs, lines from 1."""

    expected: frozenset[tuple[int, str]]
    missed: frozenset[tuple[int, str]]
    found: frozenset[tuple[int, str]]
    functions: tuple[Function, ...]


def functions_of(
    text: str, language: str = "c", knowledge: Knowledge | None = None
) -> tuple[Function, ...]:
    """The functions of a text in `c` or `c++`, read from its syntax."""
    return facts_of(text, language, knowledge=knowledge).functions


def facts_of(
    text: str, language: str = "c", path: str = "", knowledge: Knowledge | None = None
) -> FileFacts:
    """All that a text in `c` or `c++` says, as if it stood in a file of that path."""
    path = path or f"example.{'c' if language == 'c' else 'cpp'}"
    structure = preprocess(SourceFile.of(path, text.encode()), language)
    project = project_of([structure], knowledge or load())
    return lower_file(parse_syntax(structure, language), None, project)


def context_of(text: str, language: str = "c", knowledge: Knowledge | None = None) -> Context:
    """What a concern may ask of a text."""
    known = knowledge or load()
    facts = facts_of(text, language, knowledge=known)
    sources = {facts.path: SourceFile.of(facts.path, text.encode())}
    named = Objects.of(facts.objects, facts.macros)
    return Context.of(facts.functions, known, sources, facts.classes, named)


def run_examples(module: ModuleType) -> Examples:
    """Runs a concern on its own examples."""
    text: str = module.EXAMPLES
    language = "c++" if re.search(r"\bclass\b|::|\bnamespace\b", text) else "c"
    context = context_of(text, language)
    found = frozenset(
        (finding.at.line, finding.concern.id)
        for function in context.functions
        for finding in module.find(function, context)
    )
    if context.defects:
        raise AuditkitError(context.defects[0].text)
    marks = [
        (number, match[1], match[2])
        for number, line in enumerate(text.split("\n"), start=1)
        for match in _MARK.finditer(line)
    ]
    return Examples(
        frozenset((line, name) for line, kind, name in marks if kind == "finding"),
        frozenset((line, name) for line, kind, name in marks if kind == "missed"),
        found,
        tuple(context.functions),
    )
