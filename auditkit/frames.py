"""Records to tables: a row record's fields are the table's columns, with the same dtypes at zero
rows.

Apart from the rest because pandas starts here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, get_type_hints

import pandas as pd

from auditkit.errors import FrameError
from auditkit.rows import (
    ApiRow,
    ArgumentRow,
    CallRow,
    CheckRow,
    ConstantRow,
    DiagnosticRow,
    ErrorPathRow,
    FindingRow,
    FunctionRow,
    LedgerRow,
    OpaqueRow,
    ReasonRow,
    ResourceRow,
    SourceRow,
    StepRow,
    SummaryRow,
    VariableRow,
)
from auditkit.source import visible

Row = (
    FunctionRow
    | CallRow
    | ArgumentRow
    | CheckRow
    | ErrorPathRow
    | ReasonRow
    | ResourceRow
    | SummaryRow
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
    "reasons": ReasonRow,
    "resources": ResourceRow,
    "summaries": SummaryRow,
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
"""Every table of an audit, by name, with the kind of its rows."""

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
