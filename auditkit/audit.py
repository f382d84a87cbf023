"""The pipeline as a table of contents: target to plan, files to facts, facts to findings, to
tables.

`audit` runs it, `Audit` holds what came out, `Audit.save` and `load` keep it on disk.
"""

import gc
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path

import pandas as pd

from auditkit import frames, records
from auditkit.build import Plan, plan
from auditkit.cache import Cache
from auditkit.concerns import findings_of
from auditkit.context import Context
from auditkit.errors import BuildError, FrameError
from auditkit.facts import Function
from auditkit.knowledge import Knowledge
from auditkit.knowledge import load as load_knowledge
from auditkit.objects import Objects
from auditkit.reading import Reading, read
from auditkit.source import SourceFile, encodable
from auditkit.versions import versions

Progress = Callable[[int, int, str], None]
FORMAT = 1
_ALLOCATIONS = 200_000
"""Containers that are made before the collector looks for cycles; Python's own is 700."""


@dataclass(frozen=True, slots=True)
class Audit:
    """An audited target: its tables as DataFrames, its sources, and (unless loaded) its facts."""

    target: str
    root: str
    date: str
    versions: Mapping[str, str]
    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    sources_text: Mapping[str, SourceFile] = field(repr=False)
    facts: tuple[Function, ...] = field(default=(), repr=False)

    def table(self, name: str) -> pd.DataFrame:
        """A copy of the table of that name; raises FrameError with the names there are."""
        if name not in self.tables:
            raise FrameError(f"no table {name!r}: there are {', '.join(sorted(self.tables))}")
        return self.tables[name].copy()

    @property
    def functions(self) -> pd.DataFrame:
        """One row a function with a body (`rows.FunctionRow`)."""
        return self.table("functions")

    @property
    def calls(self) -> pd.DataFrame:
        """One row a call site (`rows.CallRow`)."""
        return self.table("calls")

    @property
    def arguments(self) -> pd.DataFrame:
        """One row an argument of a call site (`rows.ArgumentRow`)."""
        return self.table("arguments")

    @property
    def checks(self) -> pd.DataFrame:
        """One row a fallible call: how its result is tested (`rows.CheckRow`)."""
        return self.table("checks")

    @property
    def error_paths(self) -> pd.DataFrame:
        """One row a way on from a failed call (`rows.ErrorPathRow`)."""
        return self.table("error_paths")

    @property
    def reasons(self) -> pd.DataFrame:
        """One row a TLS operation: is the reason of its failure asked (`rows.ReasonRow`)."""
        return self.table("reasons")

    @property
    def resources(self) -> pd.DataFrame:
        """One row a value and an end of its path: its fate, who owns it (`rows.ResourceRow`)."""
        return self.table("resources")

    @property
    def summaries(self) -> pd.DataFrame:
        """One row a function: its error specification, inferred (`rows.SummaryRow`)."""
        return self.table("summaries")

    @property
    def variables(self) -> pd.DataFrame:
        """One row a declared variable (`rows.VariableRow`)."""
        return self.table("variables")

    @property
    def constants(self) -> pd.DataFrame:
        """One row a constant passed to a call (`rows.ConstantRow`)."""
        return self.table("constants")

    @property
    def findings(self) -> pd.DataFrame:
        """One row a finding, worst first (`rows.FindingRow`)."""
        return self.table("findings")

    @property
    def steps(self) -> pd.DataFrame:
        """One row a step of a finding or of an error path (`rows.StepRow`)."""
        return self.table("steps")

    @property
    def ledger(self) -> pd.DataFrame:
        """How every code line was read (`rows.LedgerRow`)."""
        return self.table("ledger")

    @property
    def diagnostics(self) -> pd.DataFrame:
        """One row a message of a compiler or of the kit (`rows.DiagnosticRow`)."""
        return self.table("diagnostics")

    @property
    def opaque(self) -> pd.DataFrame:
        """One row a piece of code that is not modelled (`rows.OpaqueRow`)."""
        return self.table("opaque")

    @property
    def apis(self) -> pd.DataFrame:
        """One row an entry of the knowledge base (`rows.ApiRow`)."""
        return self.table("apis")

    @property
    def sources(self) -> pd.DataFrame:
        """One row a file of the target (`rows.SourceRow`)."""
        return self.table("sources")

    def source(self, path: str) -> SourceFile:
        """The file of that relative path, as it was audited; raises FrameError if there is none."""
        if path not in self.sources_text:
            raise FrameError(f"no file {path!r} in this audit: see the table 'sources'")
        return self.sources_text[path]

    def function(self, name: str) -> Function:
        """The facts of a function by its qualified name, or by the end of it if that is unique.

        Raises FrameError where there is none, or where the audit was loaded without facts.
        """
        found = [item for item in self.facts if item.name == name]
        found = found or [item for item in self.facts if item.name.endswith(f"::{name}")]
        if not found:
            hint = "" if self.facts else " (facts are not saved: run ak.audit again)"
            raise FrameError(f"no function {name!r} in this audit{hint}")
        return found[0]

    def save(self, folder: str | Path, *, csv: bool = False) -> Path:
        """Writes one Parquet file a table (and CSV on request) into a folder, and returns it.

        Raises OSError where the folder cannot be written.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name, frame in self.tables.items():
            frame.to_parquet(folder / f"{name}.parquet", index=False)
            if csv:
                text = frames.csv_safe(frame).to_csv(index=False, lineterminator="\n")
                (folder / f"{name}.csv").write_text(text, "utf-8", "backslashreplace")
        texts = pd.DataFrame(
            {
                "path": pd.Series(list(self.sources_text), dtype="str"),
                "data": pd.Series([file.data for file in self.sources_text.values()], dtype=object),
            }
        )
        texts.to_parquet(folder / "texts.parquet", index=False)
        about = {
            "format": FORMAT,
            "target": self.target,
            "root": self.root,
            "date": self.date,
            "versions": dict(self.versions),
        }
        (folder / "audit.json").write_text(json.dumps(about, indent=1, sort_keys=True) + "\n")
        return folder


def load(folder: str | Path) -> Audit:
    """The audit that `Audit.save` wrote; raises FrameError where the folder holds none."""
    folder = Path(folder)
    try:
        about = json.loads((folder / "audit.json").read_text())
        texts = pd.read_parquet(folder / "texts.parquet")
        tables = {
            name: frames.conform(pd.read_parquet(folder / f"{name}.parquet"), name)
            for name in frames.TABLES
        }
    except (OSError, ValueError) as error:
        raise FrameError(
            f"{folder} holds no saved audit ({error}): run auditkit audit -o {folder}"
        ) from error
    if about.get("format") != FORMAT:
        raise FrameError(
            f"{folder} was saved by another version of auditkit: audit the target again"
        )
    sources = {path: SourceFile.of(path, data) for path, data in texts.itertuples(index=False)}
    return Audit(about["target"], about["root"], about["date"], about["versions"], tables, sources)


def audit(
    target: str | Path | None = None,
    *,
    build: str | Path | None = None,
    flags: Sequence[str] = (),
    knowledge: Sequence[str | Path] = (),
    jobs: int | None = None,
    cached: bool = True,
    progress: Progress | None = None,
) -> Audit:
    """Audits a file, a folder or a compile_commands.json.

    Without a target: the environment's `AUDITKIT_TARGET`, or the bundled sample. `build` is the
    folder of a compile_commands.json, `flags` are compiler flags for files without any,
    `knowledge` folders with API files of one's own, `jobs` how many files are read at once.
    Raises BuildError for a target that cannot be used and KnowledgeError for a bad API file.
    """
    chosen = default_target() if target is None else Path(target)
    if build is None and target is None and os.environ.get("AUDITKIT_BUILD"):
        build = os.environ["AUDITKIT_BUILD"]
    if target is None and not flags and os.environ.get("AUDITKIT_FLAGS"):
        flags = json.loads(os.environ["AUDITKIT_FLAGS"])
    apis = load_knowledge([Path(folder) for folder in knowledge])
    planned = plan(chosen, None if build is None else Path(build), tuple(flags))
    reading = read(
        planned, apis, Cache() if cached else None, jobs or os.cpu_count() or 1, progress
    )
    return assemble(str(chosen), planned, apis, reading)


def assemble(target: str, planned: Plan, apis: Knowledge, reading: Reading) -> Audit:
    """Analyses what was read and makes the tables."""
    named = Objects.of(reading.objects, reading.macros)
    with _rarely_collecting():
        context = Context.of(reading.functions, apis, reading.sources, reading.classes, named)
        findings = findings_of(context)
        rows = records.rows(planned, reading, context, findings)
        tables = {
            name: frames.table(map(_storable, rows[name]), row)
            for name, row in frames.TABLES.items()
        }
    return Audit(
        encodable(target),
        encodable(str(planned.root)),
        date(),
        versions(),
        tables,
        {encodable(path): file for path, file in reading.sources.items()},
        reading.functions,
    )


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Has the collector look for cycles rarely: analyses make many records and hardly a cycle, and
    each look goes over all facts.
    """
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _storable(row: frames.Row) -> frames.Row:
    """The row with texts that any file can hold: a path is bytes, which need be no text."""
    made: Callable[..., frames.Row] = type(row)
    values = [getattr(row, field.name) for field in fields(row)]
    if all(value.isascii() for value in values if isinstance(value, str)):
        return row
    return made(*(encodable(value) if isinstance(value, str) else value for value in values))


def default_target() -> Path:
    """The target that an audit without one has: `AUDITKIT_TARGET` or the bundled sample."""
    named = os.environ.get("AUDITKIT_TARGET", "")
    if named:
        return Path(named)
    here = Path(__file__).resolve().parent
    for folder in (here / "data" / "samples", here.parent / "data" / "samples"):
        if folder.is_dir():
            return folder
    raise BuildError("the bundled sample is not installed: name a target, as in ak.audit('src')")


def date() -> str:
    """Today in UTC as `2026-01-31`, or the day that `SOURCE_DATE_EPOCH` names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() else int(time.time())
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
