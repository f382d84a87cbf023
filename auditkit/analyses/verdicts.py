"""Verdicts that another verdict takes the place of before anybody looks: the last one decides.

A result that is kept in a variable, untested, when the same call is made again; and a truth value
to which successes are added by `|`, so that one success hides all failures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditkit.analyses.results import End, Followed
from auditkit.facts import Assign, Function, Temp
from auditkit.values import only, relation


@dataclass(frozen=True, slots=True)
class Replaced:
    """One result whose failure the next one hides; `form` is last or added."""

    followed: Followed
    witness: End | None
    form: str


def replaced(function: Function, followed: Sequence[Followed]) -> Iterator[Replaced]:
    """The results of a function that others take the place of."""
    added = {
        str(operation.value)
        for operation in function.operations()
        if isinstance(operation, Assign) and operation.operator == "|="
        if isinstance(operation.value, Temp)
    }
    for item in followed:
        spec = item.subject.spec
        if spec.check != "required" or not item.subject.error:
            continue
        if str(item.call.result) in added and _is_truth(item):
            yield Replaced(item, None, "added")
            continue
        again = next((end for end in item.ends if _is_made_again(end)), None)
        looked = any(end.state.passed == "the caller" or end.state.tested for end in item.ends)
        if again is not None and looked and all(_is_kept(end) for end in item.ends):
            yield Replaced(item, again, "last")


def _is_truth(item: Followed) -> bool:
    """Whether a result is 0 for a failure and positive for a success."""
    return item.subject.error == only(0) and item.subject.spec.success_cells <= relation(">", 0)


def _is_made_again(end: End) -> bool:
    """Whether the call is made again while a variable still holds its result, or a comparison of
    it, untested.
    """
    state = end.state
    held = state.holders | {name for name, _ in state.predicates}
    named = any(not name.startswith("%") for name in held)
    return end.kind == "again" and named and not (state.tested or state.stored or state.passed)


def _is_kept(end: End) -> bool:
    """Whether a path tests a result only behind the loop, if at all."""
    return end.kind != "again" or not end.state.tested
