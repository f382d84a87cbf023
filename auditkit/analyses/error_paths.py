"""Error paths: for each call and each way that its failure goes, where it ends and what became of
it.

The outcome is the first that holds of terminated, retried, propagated, handled, benign, ignored,
swallowed, undecided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditkit.analyses.checks import Check
from auditkit.analyses.inference import Inferred
from auditkit.analyses.results import End
from auditkit.facts import Discard, Function
from auditkit.findings import Confidence, Step
from auditkit.values import only, relation

OUTCOMES = (
    "terminated",
    "retried",
    "propagated",
    "handled",
    "benign",
    "ignored",
    "swallowed",
    "undecided",
)


@dataclass(frozen=True, slots=True)
class ErrorPath:
    """One way on from a failed call; `entry` and `exit` are lines, `why` explains the outcome."""

    check: Check
    entry: int
    exit: int
    condition: str
    outcome: str
    returned: str
    reason_queried: str
    reported: str
    released: str
    confidence: Confidence
    why: str
    steps: tuple[Step, ...]


def error_paths(
    function: Function,
    checked: Check,
    inferred: Inferred | None = None,
    *,
    swallowed: bool = False,
) -> Iterator[ErrorPath]:
    """The error paths of one checked call, one for each entry, exit and outcome.

    `inferred` is what the function means by the values that it returns, `swallowed` that a failure
    of the call is known to leave it as a success.
    """
    followed = checked.followed
    call, error = followed.call, followed.subject.error
    if call.discard is not Discard.VALUE:
        outcome = "benign" if checked.reason else "ignored"
        why = checked.reason or f"the result is {checked.manner}"
        line = call.at.line
        steps = (Step(call.at, f"{call.callee} is called; its result is {checked.manner}"),)
        yield ErrorPath(
            checked, line, line, "", outcome, "", "", "", "", Confidence.HIGH, why, steps
        )
        return
    fine = [end for end in followed.ends if end.state.cells and not end.state.cells & error]
    seen: set[tuple[int, int, str]] = set()
    for end in followed.ends:
        if not end.state.cells & error:
            continue
        outcome, why = _outcome(function, checked, end, fine, inferred)
        if swallowed and outcome == "handled":
            outcome, why = "swallowed", "what is done after it is done after a success as well"
        identity = (end.state.entry, end.at.line, outcome)
        if identity in seen:
            continue
        seen.add(identity)
        state = end.state
        yield ErrorPath(
            checked,
            state.entry or call.at.line,
            end.at.line,
            str(state.cells & error),
            outcome,
            end.returned,
            state.asked,
            state.reported,
            state.released,
            Confidence.MEDIUM if followed.complete else Confidence.LOW,
            why,
            followed.steps(end),
        )


def _outcome(
    function: Function,
    checked: Check,
    end: End,
    fine: Sequence[End],
    inferred: Inferred | None,
) -> tuple[str, str]:
    state = end.state
    if end.kind == "terminated":
        return "terminated", "the program ends"
    if end.kind == "again":
        return "retried", "control comes back to the call"
    if end.kind == "throw":
        return "propagated", "an exception leaves the function"
    if state.passed == "the caller":
        return "propagated", "the result itself goes to the caller"
    if inferred is not None and end.kind == "return" and end.cells:
        if end.cells <= inferred.error:
            return "propagated", f"returns {end.returned}, an error of {function.name}"
    elif _differs(end, fine):
        return "propagated", f"returns {end.returned}, which no success returns"
    if state.raised:
        return "propagated", f"the error is noted by {state.raised}"
    if not state.tested and not state.passed and not state.stored:
        if checked.reason:
            return "benign", checked.reason
        return "ignored", checked.manner
    if not state.entry and state.tested == "known":
        return "swallowed", "failures reach the side of the successes"
    if state.passed or state.stored:
        return "undecided", f"left to {state.passed or state.stored}"
    if state.worked:
        return "handled", "the path does work of its own before it goes on"
    if function.result_type in ("void", "") and _leaves_early(end, fine):
        return "handled", "the function leaves early and returns nothing"
    return "swallowed", "the function goes on, or returns, as if nothing had happened"


def _differs(end: End, fine: Sequence[End]) -> bool:
    """Whether what is returned is an error value: no success returns it, or it reads as one."""
    if end.kind != "return" or not end.cells:
        return False
    theirs = [other.cells for other in fine if other.kind == "return" and other.cells]
    if theirs:
        return not any(end.cells & cells for cells in theirs)
    return end.cells <= relation("<", 0) or end.cells == only(0)


def _leaves_early(end: End, fine: Sequence[End]) -> bool:
    return all(end.at != other.at for other in fine)
