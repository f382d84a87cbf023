"""Summaries of the target's own functions, callees first, in the shape of the knowledge base.

Each function is walked once; what its exits show (which values are errors, what it does to its
parameters, who owns what it returns) becomes an ApiSpec, so that every analysis sees the target's
functions as if somebody had described them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditkit.analyses.apis import plain_spec
from auditkit.analyses.callgraph import components
from auditkit.analyses.conventions import mixed
from auditkit.analyses.inference import Inferred, infer, roles
from auditkit.analyses.outcomes import Outcomes
from auditkit.analyses.swallowed import swallowed
from auditkit.analyses.transfers import outputs, ownership, returned
from auditkit.analyses.wording import LOGS
from auditkit.facts import Function
from auditkit.findings import Confidence
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import ANY, NONE, Cells, only


@dataclass(frozen=True, slots=True)
class Summary:
    """What is known of one function of the target, and what its error specification rests on.

    `support` counts the failures that leave with an error, `against` those that leave with a
    success; `wraps` is the API whose result is handed on as it is. `swallows` says that a failure
    may leave the function as its success, `mixes` that one leaves in another convention.
    """

    function: str
    at: Location
    spec: ApiSpec
    support: int
    against: int
    confidence: Confidence
    wraps: str
    inferred: Inferred | None
    swallows: bool
    mixes: bool


def summarise(
    functions: Sequence[Function],
    outcomes: Callable[[Function], Outcomes],
    learn: Callable[[Function, Summary], None],
    pointees: Mapping[int, tuple[str, ...]],
) -> Iterator[tuple[int, Summary]]:
    """The summaries of all functions by identity, callees first; `learn` gets each before its
    callers.
    """
    for component in components(functions, pointees):
        for function in component:
            summary = summary_of(outcomes(function))
            learn(function, summary)
            yield id(function), summary


def summary_of(found: Outcomes) -> Summary:
    """The summary of one function by its exits."""
    function = found.course.function
    inferred = infer(found)
    owned, release, lender = returned(found)
    spec = replace(
        plain_spec(function.name),
        prototype=f"{function.result_type} {function.name}({function.signature})".strip(),
        returns=owned,
        release=release,
        lender=lender,
        parameters=ownership(found, inferred.error if inferred else NONE),
        out=outputs(found, inferred.error if inferred else NONE),
        role=_roles(found),
        terminates=_terminates(found),
        condition=function.condition,
        source=f"{function.at.path}:{function.at.line}",
    )
    loses = any(swallowed(found, inferred))
    mixes = any(mixed(found, ()))
    if inferred is None:
        spec = replace(spec, success_cells=_values(found))
        return Summary(
            function.name, function.at, spec, 0, 0, Confidence.LOW, "", None, loses, mixes
        )
    wrapped = _wrapped(found)
    return Summary(
        function.name,
        function.at,
        _fallible(spec, inferred, roles(found, inferred), wrapped),
        inferred.support,
        inferred.against,
        inferred.confidence,
        "" if wrapped is None else wrapped.function,
        inferred,
        loses,
        mixes,
    )


def _fallible(
    spec: ApiSpec, inferred: Inferred, grave: tuple[str, ...], wrapped: ApiSpec | None
) -> ApiSpec:
    """The specification with the errors that were inferred."""
    pointer = "*" in spec.prototype.partition("(")[0] and inferred.error == only(0)
    cause = "" if inferred.example is None else inferred.example.call.callee
    severity = "high" if grave else "medium"
    return replace(
        spec,
        error="== NULL" if pointer else str(inferred.error),
        error_cells=inferred.error,
        success=str(inferred.success),
        success_cells=inferred.success,
        reason=wrapped.reason if wrapped is not None else "none",
        sets_errno=wrapped.sets_errno if wrapped is not None else False,
        queue=wrapped.queue if wrapped is not None else "none",
        check=inferred.check,
        why=f"it fails when {cause} does" if cause else "it notes an error and goes on",
        severity=severity if inferred.check == "required" else "low",
        role=(*grave, *wrapped.role) if wrapped is not None else grave,
        source=f"inferred from {inferred.support} failing paths at {spec.source}",
    )


def _values(found: Outcomes) -> Cells:
    """All that a function can return, as far as it is known."""
    cells = NONE
    for item in found.exits:
        if item.kind == "return":
            cells |= item.cells if item.text and item.cells else ANY
    return cells if found.complete and cells else ANY


def _wrapped(found: Outcomes) -> ApiSpec | None:
    """The function whose result leaves as it is on every exit that is no constant, if it is one."""
    specs = {
        found.sites[item.raw].spec.function: found.sites[item.raw].spec
        for item in found.exits
        if item.kind == "return" and item.raw >= 0
    }
    return next(iter(specs.values())) if len(specs) == 1 else None


def _roles(found: Outcomes) -> tuple[str, ...]:
    """What a function without errors is for, where that matters to others: it logs, it releases."""
    function = found.course.function
    calls = [call for call in function.calls() if not call.implicit]
    specs = [found.course.callees.of(call) for call in calls]
    logs = [
        LOGS.search(call.callee) is not None or (spec is not None and "log" in spec.role)
        for call, spec in zip(calls, specs, strict=True)
    ]
    if calls and any(logs) and LOGS.search(function.name):
        return ("log",)
    words = {word for item in found.exits for word, _ in item.past.effects}
    if function.result_type == "void" and words & {"releases", "releases_all", "clears"}:
        return ("release",)
    return ()


def _terminates(found: Outcomes) -> bool:
    ends = [item.kind for item in found.exits]
    return found.complete and bool(ends) and set(ends) == {"terminated"}
