"""The reader with which one function, or one variable outside of functions, is lowered.

Apart from both because it wires statements, expressions and conditions to each other.
"""

from collections.abc import Sequence
from dataclasses import replace

from auditkit.annotations import Annotations
from auditkit.facts import BranchKind
from auditkit.lower import Builder
from auditkit.lower_condition import condition
from auditkit.lower_expression import expression
from auditkit.lower_statement import statement
from auditkit.members import member_names
from auditkit.preprocess import Group
from auditkit.project import Project
from auditkit.reader import Reader
from auditkit.source import SourceFile
from auditkit.symbols import Symbols


def reader_of(
    source: SourceFile,
    language: str,
    project: Project,
    symbols: Symbols,
    annotations: Annotations | None,
    groups: Sequence[Group],
    name: str,
) -> Reader:
    """A reader with an empty scope, for what has this name."""
    own = replace(symbols, scopes=[{}])
    members = member_names(symbols.classes, name.partition("::lambda#")[0].rpartition("::")[0])
    return Reader(
        source,
        language,
        Builder(),
        project,
        own,
        annotations,
        groups,
        name,
        expression,
        statement,
        lambda reader, node, yes, no: condition(reader, node, yes, no, BranchKind.IF),
        members=members,
    )
