"""Conventions of error values that meet in one function: what leaves means another thing to others.

A function that answers by truth hands on a negative code, which is true; one that answers 0 or a
negative code hands on another's 1 and 0. Both sides count: what the function's own other exits
mean, and how its callers test it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditkit.analyses.apis import is_own
from auditkit.analyses.checks import Check
from auditkit.analyses.failures import Site
from auditkit.analyses.outcomes import Exit, Outcomes
from auditkit.facts import Call
from auditkit.findings import Confidence
from auditkit.values import ANY, NONE, Cells, only, relation

_NEGATIVE = relation("<", 0)
_POSITIVE = relation(">", 0)
_FELLOWS = 5
"""Functions of one file that make a custom."""
_ASKED = frozenset(("verification", "signature", "comparison", "query"))
_BOOLEAN = ("bool", "const bool", "static bool", "_Bool", "inline bool")


@dataclass(frozen=True, slots=True)
class Mixed:
    """One failure that leaves in another convention than its function's.

    `call` is where the value comes from, `value` what leaves; `form` is truth (a code becomes
    true), callers (every caller takes it for a success), borrowed (1 and 0 leave among 0 and
    codes), reason (a reason leaves like a count) or fellows (1 and 0 leave where the file's
    functions return 0 and codes).
    """

    call: Call
    exit: Exit
    value: Cells
    form: str
    confidence: Confidence


def mixed(found: Outcomes, tests: Sequence[Check]) -> Iterator[Mixed]:
    """The failures that leave a function in another convention, by its exits and its callers."""
    exits = [item for item in found.exits if item.kind == "return" and item.text]
    if found.course.function.result_type.strip() in _BOOLEAN:
        found_here = [*_truths(found, exits)]
    else:
        found_here = [*_reasons(exits), *_borrowed(found, exits)]
        found_here = found_here or [*_let_through(found, exits, tests)]
    # One convention, one remark: the results that leave as they are tell it best.
    yield from sorted(found_here, key=lambda item: item.exit.raw < 0)[:1]


def _truths(found: Outcomes, exits: Sequence[Exit]) -> Iterator[Mixed]:
    """Codes that become true because the function returns a truth value."""
    for item in exits:
        site = _failing(found, item)
        if site is None or item.raw != site.number:
            continue
        value = item.cells - only(0)
        if value and item.cells & site.spec.error_cells:
            sure = Confidence.HIGH if not site.weak else Confidence.MEDIUM
            yield Mixed(site.call, item, value, "truth", sure)
    yield from _codes(found, exits)


def _codes(found: Outcomes, exits: Sequence[Exit]) -> Iterator[Mixed]:
    """Results of the target's functions that return 0 or negative codes, taken for truth values."""
    calls = {str(call.result): call for call in found.course.function.calls()}
    for item in exits:
        call = calls.get(item.text)
        spec = None if call is None else found.course.callees.of(call)
        if call is None or spec is None or not is_own(spec) or spec.error_cells:
            continue
        values = spec.success_cells
        if values <= relation("<=", 0) and 0 in values and values != only(0):
            yield Mixed(call, item, values - only(0), "truth", Confidence.MEDIUM)


def _reasons(exits: Sequence[Exit]) -> Iterator[Mixed]:
    """Reasons of failures that leave where a success leaves with a count."""
    counts = [
        item for item in exits if not item.failed and item.raw >= 0 and item.cells & _POSITIVE
    ]
    counts = [item for item in counts if item.cells.single is None]
    for item in exits:
        if item.failed and item.reason is not None and item.cells & _POSITIVE and counts:
            yield Mixed(item.reason, item, item.cells, "reason", Confidence.HIGH)


def _borrowed(found: Outcomes, exits: Sequence[Exit]) -> Iterator[Mixed]:
    """A truth value of another function that leaves among 0 for success and negative codes."""
    codes = any(
        item.failed and item.raw < 0 and item.cells and item.cells <= _NEGATIVE for item in exits
    )
    zero = any(not item.failed and item.raw < 0 and item.cells == only(0) for item in exits)
    if not codes or not zero:
        return
    for item in exits:
        site = _failing(found, item)
        if site is None or site.weak or item.raw != site.number or item.cells != only(0):
            continue
        if site.spec.success_cells == only(1):
            yield Mixed(site.call, item, item.cells, "borrowed", Confidence.HIGH)


def unlike(found: Outcomes, fellows: Sequence[Cells]) -> Iterator[Mixed]:
    """Truth values of other functions that leave as they are, where nearly all the fellows of a
    function answer 0 for success; `fellows` are what those answer for an error.

    A function that is named after what it calls means the same by its result.
    """
    agreed = sum(bool(cells) and cells <= _NEGATIVE for cells in fellows)
    if agreed < _FELLOWS or (len(fellows) - agreed) * 7 > agreed:
        return
    name = found.course.function.name.casefold()
    for item in (each for each in found.exits if each.kind == "return" and each.text):
        site = _failing(found, item)
        if site is None or site.weak or item.raw != site.number or item.cells != only(0):
            continue
        asked = _ASKED & set(site.spec.role) or site.spec.function.casefold() in name
        if site.spec.success_cells == only(1) and not asked:
            yield Mixed(site.call, item, item.cells, "fellows", Confidence.LOW)
            return


def _let_through(found: Outcomes, exits: Sequence[Exit], tests: Sequence[Check]) -> Iterator[Mixed]:
    """Codes that every caller takes for a success because it tests for truth."""
    escaped = NONE
    for test in tests:
        if test.check != "partial" or not test.manner.startswith("tested against"):
            return
        escaped |= test.escaped
    if not tests or not escaped <= _NEGATIVE or is_three_valued(found):
        return
    for item in exits:
        site = _failing(found, item)
        if site is None or site.weak or item.cells == ANY:
            continue
        if item.cells & escaped:
            confidence = Confidence.HIGH if len(tests) > 1 else Confidence.MEDIUM
            yield Mixed(site.call, item, item.cells & escaped, "callers", confidence)


def is_three_valued(found: Outcomes) -> bool:
    """Whether a function answers yes, no and a negative constant where it could not tell: a
    contract of its own, which its callers have to know.
    """
    exits = [item for item in found.exits if item.kind == "return" and item.text]
    unable: set[int] = set()
    verdicts = NONE
    for item in exits:
        site = _failing(found, item)
        number = item.cells.single
        if site is not None and item.raw < 0 and number is not None and number < 0:
            unable.add(site.number)
        elif item.cells != ANY:
            verdicts |= item.cells
    handed_on = any(
        item.raw >= 0 and found.sites[item.raw].spec.error_cells & _NEGATIVE and not item.failed
        for item in exits
    )
    return len(unable) > (0 if handed_on else 1) and 0 in verdicts and bool(verdicts & _POSITIVE)


def is_settled(found: Outcomes) -> bool:
    """Whether a function's body leaves no doubt: constants below 0, and nothing else, leave where
    calls that must not fail have failed, and 0 or more leaves where they succeeded.
    """
    exits = [item for item in found.exits if item.kind == "return"]
    failed = [item for item in exits if item.failed]
    fine = [item for item in exits if not item.failed]
    plain = all(item.raw < 0 and item.cells.single is not None for item in exits)
    hard = any((site := _failing(found, item)) is not None and not site.weak for item in failed)
    refused = all(item.cells <= _NEGATIVE for item in failed)
    granted = bool(fine) and not any(item.cells & _NEGATIVE for item in fine if item.past.fine)
    return found.complete and plain and hard and refused and granted


def _failing(found: Outcomes, item: Exit) -> Site | None:
    """The site whose failure leaves at an exit, if there is one that is known by its result."""
    site = found.sites[item.past.failed] if item.failed else None
    return site if site is not None and site.manner == "result" else None
