"""Facts and findings to rows: every table of an audit, made from what was read and concluded.

Apart from `accounts`, which has what the analyses concluded of a function, and from the pipeline
because each table is one plain function.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from auditkit.accounts import Rows, conclude, outputs, owners, steps, summaries
from auditkit.analyses.apis import is_own
from auditkit.build import Plan
from auditkit.context import Context
from auditkit.facts import Branch, Call, Constant, Function, Opaque, Switch, Text
from auditkit.findings import Finding, fingerprints
from auditkit.frames import TABLES
from auditkit.knowledge import Knowledge
from auditkit.reading import Reading
from auditkit.rows import (
    ApiRow,
    ArgumentRow,
    CallRow,
    ConstantRow,
    DiagnosticRow,
    FindingRow,
    FunctionRow,
    LedgerRow,
    OpaqueRow,
    SourceRow,
)
from auditkit.sites import Sites, call_ids, site_calls, site_of
from auditkit.source import invisible_characters


def rows(plan: Plan, reading: Reading, context: Context, findings: Sequence[Finding]) -> Rows:
    """The rows of every table, by the table's name."""
    made: Rows = {name: [] for name in TABLES}
    sites = call_ids(reading.functions)
    counts: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for function in reading.functions:
        made["functions"].append(_function(function))
        made["opaque"].extend(_opaque(function))
        for call in site_calls(function):
            row = _call(function, call, context, sites)
            counts[row.api] += 1
            spec = context.spec(call)
            own.update((spec.function,) if spec is not None and is_own(spec) else ())
            made["calls"].append(row)
            made["arguments"].extend(_arguments(function, call, context, row.call))
            made["constants"].extend(_constants(function, call, row.call))
        context.attempt(function, "rows", partial(conclude, function, context, sites, made), None)
    made["summaries"].extend(summaries(reading.functions, context, own))
    _found(findings, made)
    made["ledger"].extend(_ledger(reading))
    made["diagnostics"].extend(
        DiagnosticRow(
            item.at.path, item.at.line, item.at.column, item.severity, item.text, item.unit
        )
        for item in dict.fromkeys((*reading.diagnostics, *context.defects))
    )
    made["apis"].extend(_apis(context.knowledge, counts))
    made["sources"].extend(_sources(plan, reading))
    return made


def _function(function: Function) -> FunctionRow:
    branches = sum(isinstance(block.terminator, Branch | Switch) for block in function.blocks)
    return FunctionRow(
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


def _call(function: Function, call: Call, context: Context, sites: Sites) -> CallRow:
    spec = context.callees.api(call)
    return CallRow(
        sites[site_of(function, call)],
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
) -> Iterator[ArgumentRow]:
    spec = context.spec(call)
    for position, operand in enumerate(call.arguments):
        known = spec is not None and position < len(spec.parameters)
        name = spec.parameters[position].name if known and spec is not None else ""
        value = operand.value if isinstance(operand, Constant) else None
        yield ArgumentRow(
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


def _constants(function: Function, call: Call, site: str) -> Iterator[ConstantRow]:
    for position, operand in enumerate(call.arguments):
        if not isinstance(operand, Constant | Text):
            continue
        value = operand.value if isinstance(operand, Constant) else operand.text
        yield ConstantRow(
            site,
            call.at.path,
            call.at.line,
            function.name,
            call.callee,
            position,
            str(operand),
            "" if value is None else str(value),
        )


def _opaque(function: Function) -> Iterator[OpaqueRow]:
    for operation in function.operations():
        if isinstance(operation, Opaque):
            at = operation.at
            yield OpaqueRow(
                at.path, at.line, at.column, function.name, operation.kind, operation.reason
            )


def _found(findings: Sequence[Finding], made: Rows) -> None:
    for finding, fingerprint in zip(findings, fingerprints(list(findings)), strict=True):
        made["findings"].append(
            FindingRow(
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
        made["steps"].extend(steps(fingerprint, finding.steps))


def _ledger(reading: Reading) -> Iterator[LedgerRow]:
    for path, lines in sorted(reading.lines.items()):
        for item in lines:
            yield LedgerRow(
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


def _apis(knowledge: Knowledge, counts: Counter[str]) -> Iterator[ApiRow]:
    for name, spec in sorted(knowledge.apis.items()):
        yield ApiRow(
            name,
            spec.library,
            spec.error,
            spec.reason,
            spec.check,
            spec.severity,
            spec.returns,
            spec.release,
            owners(spec),
            outputs(spec),
            ", ".join(spec.role),
            spec.inverted,
            spec.deprecated,
            spec.removed,
            spec.prototype,
            spec.why,
            spec.source,
            counts[name],
        )


def _sources(plan: Plan, reading: Reading) -> Iterator[SourceRow]:
    units = {unit.path: unit for unit in reversed(plan.units)}
    for path, source in sorted(reading.sources.items()):
        unit = units.get(path)
        yield SourceRow(
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
