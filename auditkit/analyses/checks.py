"""How a result is checked: the split of its values on all paths, as one verdict a call.

Turns the ends of a followed result into exact, partial, inverted, overstrict, unknown or none,
with the path that shows it. A check is a property of paths, not of the text of an `if`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditkit.analyses.results import End, Followed
from auditkit.analyses.symbols import FAILURE, SUCCESS
from auditkit.facts import Discard
from auditkit.findings import Confidence
from auditkit.values import ANY, NONE, Cells, only, relation

_BELOW = relation("<", -1)
_SIGNS = (relation("<=", 0), relation("<", 0))
BENIGN_ROLES = frozenset(("release", "shutdown", "log", "error-print"))


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one call's result.

    `check` is exact, partial, inverted, overstrict, unknown or none; `manner` says in a few words
    what the code does; `escaped` are the error cells on the success side; `witness` is the end of
    a path that shows the defect, if there is one; `reason` says why a missing check is harmless.
    """

    followed: Followed
    check: str
    manner: str
    escaped: Cells
    tested_line: int
    witness: End | None
    reason: str
    confidence: Confidence


def check(followed: Followed, cleanup: bool) -> Check:
    """The verdict on a followed result; `cleanup` says that the call follows a failure."""
    call, error = followed.call, followed.subject.error
    if call.discard is not Discard.VALUE:
        manner = "ignored" if call.discard is Discard.UNUSED else "cast to void"
        return Check(
            followed, "none", manner, error, 0, None, _harmless(followed, cleanup), Confidence.HIGH
        )
    ends = [end for end in followed.ends if end.state.cells]
    tested_line = max((end.state.tested_line for end in ends), default=0)
    mixed = [end for end in ends if _is_mixed(end, error)]
    untested = [end for end in mixed if _is_untested(end)]
    loose = [end for end in mixed if end not in untested]
    kept = [end for end in ends if _taken_along(end)]
    nobody = untested and len(untested) == len(ends) - len(kept)
    if nobody and (not kept or any(end.state.used for end in untested)):
        return _never(followed, untested, cleanup)
    if untested:
        return _sometimes(followed, untested, tested_line, cleanup)
    partial = [end for end in loose if _leaks(end, error)]
    if partial and _asks_for_one_error(ends, partial, error):
        manner = "one error is what the code wants"
        return Check(followed, "overstrict", manner, NONE, tested_line, None, "", Confidence.MEDIUM)
    if not untested and (witness := _past_zero(ends, error)) is not None:
        manner = "tested against another set of values"
        escaped = witness.state.cells & error
        return Check(
            followed, "partial", manner, escaped, tested_line, witness, "", Confidence.HIGH
        )
    confidence = Confidence.HIGH if followed.complete else Confidence.LOW
    if not partial and (late := [end for end in ends if _is_late(end, followed)]):
        return _late(followed, late, cleanup)
    if partial:
        witness = min(partial, key=lambda end: (end.kind == "terminated", end.index))
        escaped = witness.state.cells & error
        narrower = any(end.state.cells <= error for end in ends)
        apart = witness.state.asked or any(
            not end.state.cells & witness.state.cells for end in ends
        )
        verdict, manner = (
            ("partial", "tested against another set of values")
            if (narrower or not apart or not error <= witness.state.cells)
            and not _particular(ends, escaped, error)
            else ("overstrict", "failures share a side with successes")
        )
        rare = escaped <= _BELOW and error in _SIGNS and _counts_from_one(followed)
        reason = "no value below -1 is returned in practice" if rare else ""
        return Check(followed, verdict, manner, escaped, tested_line, witness, reason, confidence)
    return _settled(followed, ends, tested_line, confidence)


def _asks_for_one_error(ends: Sequence[End], partial: Sequence[End], error: Cells) -> bool:
    """Whether one error is what the code wants (a buffer's size), and all else is refused."""
    wanted = [end for end in ends if end.state.cells <= error & relation("<", -1)]
    refused = all(_looks_failed(end, wanted) is True for end in partial)
    return refused and any(_looks_failed(end, partial) is False for end in wanted)


def _particular(ends: Sequence[End], escaped: Cells, error: Cells) -> bool:
    """Whether just some codes of many are told apart (`== GNUTLS_E_AGAIN`), and no failure as such.

    What becomes of the others is not decided by that test.
    """
    apart = [end.state.cells for end in ends if end.state.cells <= error]
    codes = [cells.single for cells in apart]
    return -1 in escaped and bool(codes) and all(code is not None and code < -1 for code in codes)


def _past_zero(ends: Sequence[End], error: Cells) -> End | None:
    """A path on which a failure gets past a test that refuses 0, which is no failure here."""
    if 0 in error or not error <= relation("<", 0):
        return None
    refused = [end for end in ends if end.state.cells == only(0)]
    if not refused or not all(_looks_failed(end, ()) for end in refused):
        return None
    past = [end for end in ends if end.state.tested == "known" and _is_mixed(end, error)]
    return next((end for end in past if -1 in end.state.cells), None)


def _counts_from_one(followed: Followed) -> bool:
    """Whether a function fails with -1 and nothing below; others have a negative code a reason."""
    return followed.subject.spec.library not in ("gnutls", "mbedtls")


def _is_mixed(end: End, error: Cells) -> bool:
    return bool(end.state.cells & error) and bool(end.state.cells - error)


def _is_untested(end: End) -> bool:
    return not end.state.tested and not _taken_along(end)


def _taken_along(end: End) -> bool:
    return bool(end.state.passed or end.state.stored)


def _leaks(end: End, error: Cells) -> bool:
    """Whether a test left failures and successes together, and nobody else can tell them apart."""
    state = end.state
    if state.tested != "known" or _taken_along(end) or end.kind == "terminated":
        return False
    return bool(state.cells & error)


def _never(followed: Followed, untested: Sequence[End], cleanup: bool) -> Check:
    witness = next((end for end in untested if end.state.used), untested[0])
    lost = all(end.kind == "overwritten" for end in untested)
    manner = "overwritten before any test" if lost else "never tested"
    if all(end.kind == "terminated" for end in untested):
        reason = "every path ends the program"
    elif followed.subject.pointer and not any(end.state.used for end in untested) and not lost:
        reason = "the pointer is never used, but for what takes null as well"
    else:
        reason = _harmless(followed, cleanup)
    confidence = Confidence.HIGH if followed.complete else Confidence.LOW
    error = followed.subject.error
    return Check(followed, "none", manner, error, 0, witness, reason, confidence)


def _sometimes(
    followed: Followed, untested: Sequence[End], tested_line: int, cleanup: bool
) -> Check:
    """Tested on some paths only; where the untested ones just leave, that is worth less."""
    used = [end for end in untested if end.state.used]
    lost = [end for end in untested if end.kind == "overwritten"]
    witness = (used or lost or list(untested))[0]
    manner = "tested on some paths only"
    asserted = any("NDEBUG" in name for name, _ in witness.state.known)
    if asserted:
        manner = "tested by an assertion only"
    successes = _success_values(followed)
    made = followed.subject.pointer and followed.subject.spec.returns == "owned"
    succeeds = not made and any(end.cells in successes for end in untested)
    harmless = not (used or lost or asserted or succeeds)
    reason = "the untested paths leave without using it" if harmless else ""
    if all(end.kind == "terminated" for end in untested):
        reason = "the untested paths end the program"
    confidence = Confidence.HIGH if asserted else Confidence.MEDIUM
    if not followed.complete:
        confidence = Confidence.LOW
    reason = reason or _harmless(followed, cleanup)
    escaped = witness.state.cells & followed.subject.error
    return Check(followed, "partial", manner, escaped, tested_line, witness, reason, confidence)


def _is_late(end: End, followed: Followed) -> bool:
    """Whether a pointer was used on a path that asks only then whether it is one."""
    state = end.state
    return followed.subject.pointer and state.tested == "known" and state.reached > 0


def _late(followed: Followed, late: Sequence[End], cleanup: bool) -> Check:
    """Tested only after the use: what the function does with null has happened by then."""
    error = followed.subject.error
    witness = next((end for end in late if end.state.cells <= error), late[0])
    manner = f"tested only after its use on line {witness.state.reached}"
    line, reason = witness.state.tested_line, _harmless(followed, cleanup)
    confidence = Confidence.HIGH if followed.complete else Confidence.LOW
    return Check(followed, "partial", manner, error, line, witness, reason, confidence)


def _success_values(followed: Followed) -> frozenset[Cells]:
    """What the function returns after a success of the call and never after its failure."""
    error = followed.subject.error
    known = [end for end in followed.ends if end.kind == "return" and end.cells not in (NONE, ANY)]
    failed = {end.cells for end in known if end.state.cells <= error}
    fine = {end.cells for end in known if not end.state.cells & error}
    return frozenset(fine - failed)


def _settled(
    followed: Followed, ends: Sequence[End], tested_line: int, confidence: Confidence
) -> Check:
    error = followed.subject.error
    states = [end.state for end in ends]
    if any(state.tested == "known" for state in states) and not any(
        _is_mixed(end, error) for end in ends
    ):
        found = Check(followed, "exact", "tested", NONE, tested_line, None, "", confidence)
        return exchanged(found) if _is_inverted(followed, ends) else found
    caller = next((state for state in states if state.passed == "the caller"), None)
    if caller is not None:
        manner = "returned to the caller"
        return Check(followed, "exact", manner, NONE, tested_line, None, "", confidence)
    if any(state.tested == "unknown" for state in states):
        manner = "compared with what is no constant"
        return Check(followed, "unknown", manner, NONE, tested_line, None, "", confidence)
    stored = next((state.stored for state in states if state.stored), "")
    if stored:
        manner = f"stored in {stored}"
        return Check(followed, "unknown", manner, NONE, tested_line, None, "", confidence)
    passed = next((state.passed for state in states if state.passed), "")
    if passed:
        manner = f"passed to {passed}"
        return Check(followed, "unknown", manner, NONE, tested_line, None, "", confidence)
    return Check(followed, "unknown", "not followed to an end", NONE, 0, None, "", Confidence.LOW)


def _is_inverted(followed: Followed, ends: Sequence[End]) -> bool:
    """Whether just the successes leave through what looks like a failure."""
    error = followed.subject.error
    failed = [end for end in ends if end.state.cells <= error]
    fine = [end for end in ends if not end.state.cells & error]
    if not failed or not fine or any(end.kind == "again" for end in (*failed, *fine)):
        return False
    if any(end.state.reported or end.returned.startswith('"') for end in failed):
        return False
    bad = [_looks_failed(end, fine) for end in failed]
    good = [_looks_failed(end, failed) for end in fine]
    return all(verdict is True for verdict in good) and all(verdict is False for verdict in bad)


def exchanged(found: Check, confidence: Confidence = Confidence.MEDIUM) -> Check:
    """The verdict on a test by which just the failures go on."""
    error = found.followed.subject.error
    witness = next(end for end in found.followed.ends if end.state.cells <= error)
    return replace(
        found,
        check="inverted",
        manner="success and failure are exchanged",
        escaped=witness.state.cells & error,
        witness=witness,
        confidence=confidence,
    )


def _looks_failed(end: End, others: Sequence[End]) -> bool | None:
    """Whether an end reads as a failure: it throws, or returns what the other side never does."""
    if end.kind in ("throw", "terminated"):
        return True
    if end.kind != "return" or not end.cells:
        return None
    if SUCCESS.search(end.returned) or FAILURE.search(end.returned):
        return SUCCESS.search(end.returned) is None
    if end.cells == ANY and any(end.returned == other.returned for other in others):
        return None
    theirs = [other.cells for other in others if other.kind == "return" and other.cells]
    if any(end.cells == cells for cells in theirs):
        return False
    if end.cells <= relation("<", 0):
        return True
    return end.cells == only(0) and end.returned in ("NULL", "nullptr", "false", "FALSE")


def _harmless(followed: Followed, cleanup: bool) -> str:
    """Why a result that nobody tests does no harm; empty if it does."""
    spec = followed.subject.spec
    if spec.check == "optional":
        return spec.why or "commonly ignored without harm"
    if spec.check == "advisory" and followed.call.discard is Discard.VOID:
        return "cast to void on purpose, and of small effect"
    roles = set(spec.role)
    if cleanup and not roles & {"verification", "key-material", "randomness"}:
        return "on a path that has already failed"
    if roles & BENIGN_ROLES:
        return "a release or a last message: nothing depends on it"
    return ""


def failing_blocks(followed: Sequence[Followed]) -> frozenset[int]:
    """The blocks that only a failure leads to: a call there is cleaning up."""
    failed: set[int] = set()
    fine: set[int] = set()
    for item in followed:
        for reached in item.exploration.reached:
            cells = reached.state.cells
            if cells and cells <= item.subject.error and reached.state.entry:
                failed.add(reached.block)
            elif reached.state.tested:
                fine.add(reached.block)
    return frozenset(failed - fine)
