"""A finding on a call: what each concern says the same way, said once.

Apart from the concerns because they do not know each other.
"""

from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Concern, Confidence, Finding, Severity, Step


def raised(
    concern: Concern,
    function: Function,
    call: Call,
    context: Context,
    *,
    message: str,
    remedy: str,
    confidence: Confidence,
    steps: tuple[Step, ...],
    severity: Severity | None = None,
    cwe: tuple[str, ...] = (),
) -> Finding:
    """The finding of a concern on a call; severity and CWE are the concern's unless given."""
    return Finding(
        concern,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        message,
        remedy,
        severity or concern.severity,
        context.confidence(function, confidence),
        steps,
        cwe or concern.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def raised_by(
    concern: Concern,
    function: Function,
    call: Call,
    context: Context,
    source: Source,
    *,
    message: str,
    remedy: str,
    last: str,
    doubt: Confidence | None = None,
) -> Finding:
    """The finding on what a source gives a call: the way there are the steps, `last` says what the
    call does with it, and `doubt` is the confidence where that of the way does not count.
    """
    return raised(
        concern,
        function,
        call,
        context,
        message=message,
        remedy=remedy,
        confidence=doubt or (Confidence.HIGH if source.sure else Confidence.MEDIUM),
        steps=(*source.steps, Step(call.at, last)),
    )
