"""Facts and findings to rows: every table of an audit, made from what was read and concluded.

Apart from `frames` because that module knows only rows and columns, and apart from the pipeline
because each table is one plain function.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditkit import frames
from auditkit.analyses.conclusions import INITIALISED, UNJUDGED, reason_of, verdict_of
from auditkit.analyses.initialisation import Initialisation
from auditkit.build import Plan
from auditkit.context import Context
from auditkit.facts import Branch, Call, Constant, Declare, Function, Opaque, Switch, Text
from auditkit.findings import Confidence, Finding, Step, fingerprints
from auditkit.knowledge import Knowledge
from auditkit.reading import Reading
from auditkit.source import invisible_characters

Rows = dict[str, list[frames.Row]]
Sites = Mapping[tuple[str, int, int, str, str], str]


def rows(plan: Plan, reading: Reading, context: Context, findings: Sequence[Finding]) -> Rows:
    """The rows of every table, by the table's name."""
    made: Rows = {name: [] for name in frames.TABLES}
    sites = call_ids(reading.functions)
    counts: Counter[str] = Counter()
    for function in reading.functions:
        made["functions"].append(_function(function))
        made["variables"].extend(_variables(function, context))
        made["opaque"].extend(_opaque(function))
        for call in site_calls(function):
            row = _call(function, call, context, sites)
            counts[row.api] += 1
            made["calls"].append(row)
            made["arguments"].extend(_arguments(function, call, context, row.call))
            made["constants"].extend(_constants(function, call, row.call))
        _checked(function, context, sites, made)
    _found(findings, made)
    made["ledger"].extend(_ledger(reading))
    made["diagnostics"].extend(
        frames.DiagnosticRow(
            item.at.path, item.at.line, item.at.column, item.severity, item.text, item.unit
        )
        for item in dict.fromkeys(reading.diagnostics)
    )
    made["apis"].extend(_apis(context.knowledge, counts))
    made["sources"].extend(_sources(plan, reading))
    return made


def site_calls(function: Function) -> list[Call]:
    """The call sites of a function, each once: two readings of one `#if` name a site twice."""
    unique: dict[tuple[object, ...], Call] = {}
    for call in function.calls():
        unique.setdefault((call.at, call.callee, call.kind, call.macro), call)
    return sorted(unique.values(), key=lambda call: (call.at, call.result.number))


def call_ids(functions: Iterable[Function]) -> dict[tuple[str, int, int, str, str], str]:
    """An id for each call site: stable when lines move, unique by an ordinal in the function."""
    ids: dict[tuple[str, int, int, str, str], str] = {}
    seen: Counter[str] = Counter()
    for function in functions:
        for call in site_calls(function):
            key = "\x1f".join(
                (call.at.path, function.name, function.signature, call.callee, call.text)
            )
            digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"))
            seen[key] += 1
            ids[_site(function, call)] = digest.hexdigest()[:16]
    return ids


def _site(function: Function, call: Call) -> tuple[str, int, int, str, str]:
    return call.at.path, call.at.line, call.at.column, call.callee, call.kind.value + call.macro


def _function(function: Function) -> frames.FunctionRow:
    branches = sum(isinstance(block.terminator, Branch | Switch) for block in function.blocks)
    return frames.FunctionRow(
        function.at.path,
        function.at.line,
        function.at.column,
        function.end_line,
        function.name,
        function.signature,
        function.kind,
        function.origin.value,
        function.reason,
        function.result_type,
        function.linkage,
        function.condition,
        len(function.blocks),
        branches,
        sum(call.explicit for call in site_calls(function)),
        function.usr,
    )


def _call(function: Function, call: Call, context: Context, sites: Sites) -> frames.CallRow:
    spec = context.spec(call)
    return frames.CallRow(
        sites[_site(function, call)],
        call.at.path,
        call.at.line,
        call.at.column,
        call.end_line,
        function.name,
        function.signature,
        call.callee,
        call.target,
        spec.function if spec is not None else "",
        spec.library if spec is not None else "",
        call.discard.value,
        call.kind.value,
        call.implicit,
        call.macro,
        call.expansion,
        function.origin.value,
        " && ".join(part for part in (function.condition, call.alternative) if part),
        call.text,
    )


def _arguments(
    function: Function, call: Call, context: Context, site: str
) -> Iterator[frames.ArgumentRow]:
    spec = context.spec(call)
    for position, operand in enumerate(call.arguments):
        known = spec is not None and position < len(spec.parameters)
        name = spec.parameters[position].name if known and spec is not None else ""
        value = operand.value if isinstance(operand, Constant) else None
        yield frames.ArgumentRow(
            site,
            call.at.path,
            call.at.line,
            function.name,
            call.callee,
            position,
            name,
            str(operand),
            "" if value is None else str(value),
        )


def _constants(function: Function, call: Call, site: str) -> Iterator[frames.ConstantRow]:
    for position, operand in enumerate(call.arguments):
        if not isinstance(operand, Constant | Text):
            continue
        value = operand.value if isinstance(operand, Constant) else operand.text
        yield frames.ConstantRow(
            site,
            call.at.path,
            call.at.line,
            function.name,
            call.callee,
            position,
            str(operand),
            "" if value is None else str(value),
        )


def _variables(function: Function, context: Context) -> Iterator[frames.VariableRow]:
    known = {
        (found.declared, found.variable.name): found for found in context.initialisations(function)
    }
    declared = (item for item in function.operations() if isinstance(item, Declare))
    for item in dict.fromkeys(declared):
        found = known.get((item.at, item.place.text))
        yield _variable(function, item, context, found)


def _variable(
    function: Function, item: Declare, context: Context, found: Initialisation | None
) -> frames.VariableRow:
    verdict, by, why = INITIALISED, "its declaration", "declared with a value"
    written, read, confidence = item.at.line, 0, Confidence.HIGH
    if found is not None:
        first = found.writes.first
        verdict, why, by = verdict_of(found), reason_of(found), first.by if first else ""
        written = first.at.line if first else 0
        read = found.read.at.line if found.read is not None else 0
        confidence = found.confidence
    elif not item.initialised:
        verdict, by, written, confidence = UNJUDGED, "", 0, Confidence.LOW
        why = "its type may have a constructor, or it is no local variable"
    return frames.VariableRow(
        item.at.path,
        item.at.line,
        item.at.column,
        function.name,
        item.place.text,
        item.type,
        item.place.kind.value,
        item.initialised,
        verdict,
        written,
        by,
        read,
        context.confidence(function, confidence).value,
        why,
    )


def _opaque(function: Function) -> Iterator[frames.OpaqueRow]:
    for operation in function.operations():
        if isinstance(operation, Opaque):
            at = operation.at
            yield frames.OpaqueRow(
                at.path, at.line, at.column, function.name, operation.kind, operation.reason
            )


def _checked(function: Function, context: Context, sites: Sites, made: Rows) -> None:
    for check in context.checks(function):
        call, spec = check.followed.call, check.followed.subject.spec
        made["checks"].append(
            frames.CheckRow(
                sites.get(_site(function, call), ""),
                call.at.path,
                call.at.line,
                call.at.column,
                function.name,
                call.callee,
                spec.function,
                spec.error,
                check.check,
                check.manner,
                ", ".join(check.escaped.partition()),
                check.tested_line,
                call.alternative,
                check.reason,
                check.confidence.value,
            )
        )
    ordinals: Counter[str] = Counter()
    for path in context.error_paths(function):
        call = path.check.followed.call
        site = sites.get(_site(function, call), "")
        name = f"{site}-{ordinals[site]}"
        ordinals[site] += 1
        made["error_paths"].append(
            frames.ErrorPathRow(
                name,
                site,
                call.at.path,
                call.at.line,
                call.at.column,
                function.name,
                call.callee,
                path.check.followed.subject.spec.function,
                path.entry,
                path.exit,
                path.condition,
                path.outcome,
                path.returned,
                path.reason_queried,
                path.reported,
                path.released,
                "",
                path.confidence.value,
                path.why,
            )
        )
        made["steps"].extend(_steps(name, path.steps))


def _steps(owner: str, steps: Sequence[Step]) -> Iterator[frames.StepRow]:
    for number, step in enumerate(steps, start=1):
        yield frames.StepRow(owner, number, step.at.path, step.at.line, step.at.column, step.text)


def _found(findings: Sequence[Finding], made: Rows) -> None:
    for finding, fingerprint in zip(findings, fingerprints(list(findings)), strict=True):
        made["findings"].append(
            frames.FindingRow(
                fingerprint,
                finding.concern.id,
                finding.concern.category.value,
                ", ".join(finding.cwe),
                finding.severity.value,
                finding.confidence.value,
                finding.at.path,
                finding.at.line,
                finding.at.column,
                finding.function,
                finding.callee,
                finding.message,
                finding.remedy,
                ", ".join(finding.also),
                finding.author_comment,
                finding.condition,
            )
        )
        made["steps"].extend(_steps(fingerprint, finding.steps))


def _ledger(reading: Reading) -> Iterator[frames.LedgerRow]:
    for path, lines in sorted(reading.lines.items()):
        for item in lines:
            yield frames.LedgerRow(
                path,
                item.function,
                item.line,
                item.end_line,
                item.origin.value,
                item.reason,
                item.typed,
                item.syntactic,
                item.opaque,
            )


def _apis(knowledge: Knowledge, counts: Counter[str]) -> Iterator[frames.ApiRow]:
    for name, spec in sorted(knowledge.apis.items()):
        yield frames.ApiRow(
            name,
            spec.library,
            spec.error,
            spec.reason,
            spec.check,
            spec.severity,
            spec.returns,
            spec.release,
            ", ".join(spec.role),
            spec.inverted,
            spec.deprecated,
            spec.removed,
            spec.prototype,
            spec.why,
            spec.source,
            counts[name],
        )


def _sources(plan: Plan, reading: Reading) -> Iterator[frames.SourceRow]:
    units = {unit.path: unit for unit in reversed(plan.units)}
    for path, source in sorted(reading.sources.items()):
        unit = units.get(path)
        yield frames.SourceRow(
            path,
            source.sha256,
            source.line_count,
            len(source.data),
            unit.language if unit is not None else "",
            " ".join(unit.flags) if unit is not None else "",
            unit.origin if unit is not None else "none",
            " ".join(unit.dropped) if unit is not None else "",
            invisible_characters(source.text),
        )
