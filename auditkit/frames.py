"""Records to tables: a row record's fields are the table's columns, with the same dtypes at zero
rows.

Apart from the rest because pandas starts here. Every table of an audit is named and described in
`TABLES`; a column is a scalar, and `path, line, column, function` mean the same everywhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

import pandas as pd

from auditkit.errors import FrameError
from auditkit.source import visible


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """One function with a body. `origin` is typed, syntactic or opaque; `reason` says why."""

    path: str
    line: int
    column: int
    end_line: int
    function: str
    signature: str
    kind: str
    origin: str
    reason: str
    result_type: str
    linkage: str
    condition: str
    blocks: int
    branches: int
    calls: int
    usr: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call site by the name written there; `api` is what the knowledge base maps it to.

    `result` says what becomes of the result (value, unused, void); `call` is the site's id.
    """

    call: str
    path: str
    line: int
    column: int
    end_line: int
    function: str
    signature: str
    callee: str
    target: str
    api: str
    library: str
    result: str
    kind: str
    implicit: bool
    macro: str
    expansion: str
    origin: str
    condition: str
    text: str


@dataclass(frozen=True, slots=True)
class ArgumentRow:
    """One argument of a call site, by position from 0; `parameter` is its name in the knowledge
    base.
    """

    call: str
    path: str
    line: int
    function: str
    callee: str
    position: int
    parameter: str
    argument: str
    value: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What happens to the result of one fallible call: the split of its values on all paths.

    `check` is exact, partial, inverted, overstrict, unknown or none; `escaped` lists the error
    cells that reach the success side.
    """

    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    error: str
    check: str
    manner: str
    escaped: str
    tested_line: int
    condition: str
    reason: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ErrorPathRow:
    """One way on from a failed call: where it enters, where it leaves, and what becomes of the
    error.
    """

    error_path: str
    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    entry: int
    exit: int
    condition: str
    outcome: str
    returned: str
    reason_queried: str
    reported: str
    released: str
    leaked: str
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class VariableRow:
    """One declared variable of a function, with what is concluded of it.

    `written_line` is the first of the writes that its reads rest on, 0 where there is none;
    `read_line` the first read that may see no value; `why` names what the verdict rests on.
    """

    path: str
    line: int
    column: int
    function: str
    variable: str
    type: str
    kind: str
    initialised: bool
    verdict: str
    written_line: int
    written_by: str
    read_line: int
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class ConstantRow:
    """One constant that is passed to a call, with its value where it is known."""

    call: str
    path: str
    line: int
    function: str
    callee: str
    position: int
    constant: str
    value: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One place where a concern applies."""

    fingerprint: str
    concern: str
    category: str
    cwe: str
    severity: str
    confidence: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    message: str
    remedy: str
    also: str
    author_comment: str
    condition: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a finding or an error path (`owner` is its id), numbered from 1."""

    owner: str
    step: int
    path: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """How every code line of the target was read; an empty `function`: outside of all."""

    path: str
    function: str
    line: int
    end_line: int
    origin: str
    reason: str
    typed_lines: int
    syntactic_lines: int
    opaque_lines: int


@dataclass(frozen=True, slots=True)
class DiagnosticRow:
    """One message of a compiler or of the kit: what could not be read, and which flags were
    dropped.
    """

    path: str
    line: int
    column: int
    severity: str
    message: str
    unit: str


@dataclass(frozen=True, slots=True)
class OpaqueRow:
    """One piece of code that no front end models."""

    path: str
    line: int
    column: int
    function: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class ApiRow:
    """One entry of the knowledge base; `error` is a relation, `calls` counts its sites in the
    target.
    """

    function: str
    library: str
    error: str
    reason: str
    check: str
    severity: str
    returns: str
    release: str
    role: str
    inverted: bool
    deprecated: str
    removed: str
    prototype: str
    why: str
    source: str
    calls: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file of the target: digest, size and how its flags were found; invisible characters are
    counted.
    """

    path: str
    sha256: str
    lines: int
    bytes: int
    language: str
    flags: str
    flags_origin: str
    dropped: str
    invisible: int


Row = (
    FunctionRow
    | CallRow
    | ArgumentRow
    | CheckRow
    | ErrorPathRow
    | VariableRow
    | ConstantRow
    | FindingRow
    | StepRow
    | LedgerRow
    | DiagnosticRow
    | OpaqueRow
    | ApiRow
    | SourceRow
)

TABLES: Mapping[str, type[Row]] = {
    "functions": FunctionRow,
    "calls": CallRow,
    "arguments": ArgumentRow,
    "checks": CheckRow,
    "error_paths": ErrorPathRow,
    "variables": VariableRow,
    "constants": ConstantRow,
    "findings": FindingRow,
    "steps": StepRow,
    "ledger": LedgerRow,
    "diagnostics": DiagnosticRow,
    "opaque": OpaqueRow,
    "apis": ApiRow,
    "sources": SourceRow,
}
_DTYPES = {str: "str", int: "int64", bool: "bool"}


def dtypes(row: type[Row]) -> Mapping[str, str]:
    """The dtype of each column of a kind of row, by name, in order."""
    hints = get_type_hints(row)
    return {field.name: _DTYPES[hints[field.name]] for field in fields(row)}


def table(rows: Iterable[Row], row: type[Row]) -> pd.DataFrame:
    """The rows as a table of that kind of row; no rows make an empty table."""
    columns = dtypes(row)
    records = list(rows)
    data: dict[str, Any] = {
        name: pd.Series([getattr(record, name) for record in records], dtype=dtype)
        for name, dtype in columns.items()
    }
    return pd.DataFrame(data, columns=list(columns))


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame with the columns and dtypes of the table of that name; raises FrameError if it
    lacks one.
    """
    columns = dtypes(TABLES[name])
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise FrameError(
            f"table {name!r} lacks the columns {', '.join(missing)}: audit the target again"
        )
    return frame[list(columns)].astype(dict(columns))


def csv_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with texts that a spreadsheet would run as a formula made inert by an apostrophe.

    Control characters but for tab and newline are spelled out. See CWE-1236.
    """
    safe = frame.copy()
    for name in safe.columns:
        if safe[name].dtype != "int64" and safe[name].dtype != "bool":
            safe[name] = safe[name].map(_inert)
    return safe


def _inert(text: object) -> object:
    if not isinstance(text, str):
        return text
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) and not _HARMLESS.fullmatch(shown) else shown


_FORMULA = re.compile(r"[=+@\t\r-]")
_HARMLESS = re.compile(r"-?\d+|== (?:NULL|-?\d+)(?: or [<>=!]+ -?\d+)*|-+")
