"""What the analyses concluded of a function, to rows: checks, error paths, reasons, resources,
variables and the function's own summary.

Apart from `records` because these tables are judgements, and those are facts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditkit.analyses.conclusions import INITIALISED, UNJUDGED, reason_of, verdict_of
from auditkit.analyses.fates import asked, ends, fate_confidence, fate_reason, left_to
from auditkit.analyses.lifetimes import value
from auditkit.analyses.lives import Fate
from auditkit.analyses.losses import losses
from auditkit.analyses.queues import clean_before
from auditkit.analyses.reads import Initialisation
from auditkit.analyses.resources import Resource
from auditkit.context import Context
from auditkit.facts import Declare, Function
from auditkit.findings import Confidence, Step
from auditkit.frames import Row
from auditkit.knowledge import ApiSpec
from auditkit.rows import (
    CheckRow,
    ErrorPathRow,
    ReasonRow,
    ResourceRow,
    StepRow,
    SummaryRow,
    VariableRow,
)
from auditkit.sites import Sites, site_of

Rows = dict[str, list[Row]]


def conclude(function: Function, context: Context, sites: Sites, made: Rows) -> None:
    """Adds the rows of all conclusions on one function."""
    made["checks"].extend(_checks(function, context, sites))
    made["reasons"].extend(_reasons(function, context, sites))
    made["resources"].extend(_resources(function, context, sites))
    made["variables"].extend(_variables(function, context))
    _error_paths(function, context, sites, made)


def _checks(function: Function, context: Context, sites: Sites) -> Iterator[CheckRow]:
    for check in context.checks(function):
        call, spec = check.followed.call, check.followed.subject.spec
        yield CheckRow(
            sites.get(site_of(function, call), ""),
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


def _error_paths(function: Function, context: Context, sites: Sites, made: Rows) -> None:
    ordinals: Counter[str] = Counter()
    graph, resources = context.graph(function), context.resources(function)
    for path in context.error_paths(function):
        call = path.check.followed.call
        site = sites.get(site_of(function, call), "")
        name = f"{site}-{ordinals[site]}"
        ordinals[site] += 1
        made["error_paths"].append(
            ErrorPathRow(
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
                "a computed value" if path.returned.startswith("%") else path.returned,
                path.reason_queried,
                path.reported,
                path.released,
                ", ".join(dict.fromkeys(losses(graph, resources, path))),
                path.confidence.value,
                path.why,
            )
        )
        made["steps"].extend(steps(name, path.steps))


def steps(owner: str, steps: Sequence[Step]) -> Iterator[StepRow]:
    """The rows of the steps of a finding or of an error path."""
    for number, step in enumerate(steps, start=1):
        yield StepRow(owner, number, step.at.path, step.at.line, step.at.column, step.text)


def _variables(function: Function, context: Context) -> Iterator[VariableRow]:
    known = {
        (found.declared, found.variable.name): found for found in context.initialisations(function)
    }
    declared = (item for item in function.operations() if isinstance(item, Declare))
    for item in dict.fromkeys(declared):
        found = known.get((item.at, item.place.text))
        yield _variable(function, item, context, found)


def _variable(
    function: Function, item: Declare, context: Context, found: Initialisation | None
) -> VariableRow:
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
    return VariableRow(
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


def _reasons(function: Function, context: Context, sites: Sites) -> Iterator[ReasonRow]:
    found = [each for each in context.inquiries(function) if each.spec.reason == "SSL_get_error"]
    clean = clean_before(context.course(function)) if found else frozenset[int]()
    for inquiry in found:
        call = inquiry.call
        word, question = asked(inquiry)
        yield ReasonRow(
            sites.get(site_of(function, call), ""),
            call.at.path,
            call.at.line,
            call.at.column,
            function.name,
            call.callee,
            inquiry.spec.function,
            word,
            question.at.line if question is not None else 0,
            left_to(inquiry),
            question.state.between[1] if question is not None else "",
            id(call) in clean or "handshake" in inquiry.spec.role,
            *(ends(inquiry, code) for code in _REASONS),
        )


_REASONS = (2, 3, 6, 5, 1)
"""SSL_ERROR_WANT_READ, WANT_WRITE, ZERO_RETURN, SYSCALL and SSL, in the order of the columns."""


def _resources(function: Function, context: Context, sites: Sites) -> Iterator[ResourceRow]:
    ordinals: Counter[str] = Counter()
    for resource in context.resources(function):
        site = sites.get(site_of(function, resource.subject.call), "")
        name = f"{site}-{ordinals[site]}"
        ordinals[site] += 1
        seen: set[tuple[str, int, str, str]] = set()
        for fate in sorted(resource.fates, key=lambda found: (found.at, found.index)):
            identity = (fate.exit, fate.at.line, fate.fate, fate.owner)
            if identity not in seen:
                seen.add(identity)
                yield _resource(function, context, (name, site), resource, fate)


def _resource(
    function: Function, context: Context, ids: tuple[str, str], resource: Resource, fate: Fate
) -> ResourceRow:
    subject, call = resource.subject, resource.subject.call
    return ResourceRow(
        *ids,
        call.at.path,
        call.at.line,
        call.at.column,
        function.name,
        call.callee,
        subject.spec.function if subject.spec is not None else "",
        subject.kind.value,
        value(subject),
        subject.release,
        fate.exit,
        fate.at.line,
        fate.fate,
        fate.owner,
        fate.life.line,
        fate.life.by,
        context.confidence(function, fate_confidence(resource, fate)).value,
        fate_reason(resource, fate),
    )


def summaries(
    functions: Sequence[Function], context: Context, counts: Mapping[str, int]
) -> Iterator[SummaryRow]:
    """The rows of the target's own functions; `counts` are the calls of each."""
    for function in functions:
        summary = context.summary(function)
        spec = summary.spec
        yield SummaryRow(
            function.at.path,
            function.at.line,
            function.at.column,
            function.name,
            spec.error,
            spec.success,
            spec.check,
            summary.support,
            summary.against,
            summary.confidence.value,
            summary.wraps,
            spec.returns,
            spec.release,
            owners(spec),
            outputs(spec),
            ", ".join(spec.role),
            spec.terminates,
            spec.why,
            counts.get(function.name, 0),
        )


def owners(spec: ApiSpec) -> str:
    """The parameters of which a call changes the owner: `bio takes`."""
    changed = (item for item in spec.parameters if item.ownership != "borrows")
    return ", ".join(f"{item.name} {item.ownership}" for item in changed)


def outputs(spec: ApiSpec) -> str:
    """The parameters that a call writes through, and when: `length on success`."""
    return ", ".join(f"{item.name} {_WHEN[item.written]}" for item in spec.out)


_WHEN = {
    "always": "always",
    "success": "on success",
    "null_on_failure": "always, null on failure",
}
