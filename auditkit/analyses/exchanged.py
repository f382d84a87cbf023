"""Tests of which the sides are exchanged, and tests behind which the code goes on all the same.

A test by itself does not tell which side was meant: both split a result well. What tells is what
the code does on each side: what only a success allows, what only a failure calls for, and by which
values the calls beside it leave when they fail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.checks import Check, exchanged, failing_blocks
from auditkit.analyses.excuses import excused
from auditkit.analyses.failures import is_weak, tells, tidies
from auditkit.analyses.harmless import checked
from auditkit.analyses.outputs import told_by_output
from auditkit.analyses.reliance import QUIET, Moment, asks, complains, moments, relies
from auditkit.analyses.results import End, Followed, follow
from auditkit.analyses.walk import Course
from auditkit.analyses.wording import LOGS
from auditkit.facts import Assign, Call, Constant, Function, Place
from auditkit.findings import Confidence
from auditkit.values import ANY, Cells, only, relation

_NULL = ("NULL", "nullptr", "Q_NULLPTR", "false", "FALSE")
_NEGATIVE = relation("<", 0)


def verdicts(course: Course) -> tuple[Check, ...]:
    """The verdict on each fallible call of a function, in source order, one a call site."""
    followed = list(follow(course))
    failing = failing_blocks(followed)
    unique: dict[tuple[object, str], Check] = {}
    for item in followed:
        verdict = checked(item, course, cleanup=item.block in failing)
        identity = (item.call.at, item.call.callee)
        known = unique.get(identity)
        if known is None or _RANK[verdict.check] > _RANK[known.check]:
            unique[identity] = verdict
    found = sorted(unique.values(), key=lambda item: item.followed.call.at)
    return excused(_together(course.function, found, course.callees))


_RANK = {"exact": 0, "unknown": 1, "overstrict": 2, "inverted": 3, "partial": 4, "none": 5}


def _together(function: Function, found: Sequence[Check], callees: Callees) -> tuple[Check, ...]:
    """The verdicts on all calls of a function, each in the light of what the code does on either
    side of the test, and of the others.
    """
    beside = [item for item in found if item.followed.subject.spec.check == "required"]
    return tuple(
        _judged(function, item, beside, callees) if _is_open_to_doubt(function, item) else item
        for item in found
    )


def _is_open_to_doubt(function: Function, found: Check) -> bool:
    """Whether the paths alone leave a verdict open, and nothing else tells of the failure."""
    call, spec = found.followed.call, found.followed.subject.spec
    kind = ("exact",) if is_own(spec) else ("exact", "unknown")
    return found.check in kind and not told_by_output(function, call, spec)


def _judged(function: Function, found: Check, beside: Sequence[Check], callees: Callees) -> Check:
    """The verdict on a call of which no path mixes failures and successes to its end."""
    followed = found.followed
    early = next((end for end in followed.ends if _is_untested(end)), None)
    if early is not None and followed.subject.pointer:
        return _unasked(found, early)
    sides = Sides.of(function, followed, callees)
    if sides is None:
        return found
    used = _use(sides.bad, found, callees)
    if found.check == "unknown":
        return found
    if used is not None and not sides.handed_on and _use(sides.good, found, callees) is None:
        return exchanged(found, Confidence.HIGH)
    if used is not None and used.straight:
        return _goes_on(found, used)
    if sides.only_successes_ask():
        return exchanged(found, Confidence.HIGH)
    if is_own(followed.subject.spec) or is_weak(followed.subject.spec) or found not in beside:
        return found
    return exchanged(found) if _is_refused(sides, found, beside) else found


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a test: what is done, and how control leaves, where the call can only have
    failed (`bad`, `failed`) and where it can only have succeeded (`good`, `fine`).
    """

    function: Function
    followed: Followed
    callees: Callees
    bad: tuple[Moment, ...]
    good: tuple[Moment, ...]
    failed: tuple[End, ...]
    fine: tuple[End, ...]

    @staticmethod
    def of(function: Function, followed: Followed, callees: Callees) -> "Sides | None":
        """The sides of the test of a result; None where there are none."""
        error = followed.subject.error
        failed = tuple(end for end in followed.ends if end.state.cells <= error)
        fine = tuple(end for end in followed.ends if not end.state.cells & error)
        if not failed or not fine:
            return None
        bad = tuple(moments(followed, callees, lambda state: state.cells <= error))
        good = tuple(moments(followed, callees, lambda state: not state.cells & error))
        return Sides(function, followed, callees, bad, good, failed, fine)

    @property
    def handed_on(self) -> bool:
        """Whether others get the result of a success."""
        return any(end.state.passed or end.state.stored for end in self.fine)

    def only_successes_ask(self) -> bool:
        """Whether the reason of a failure is asked for just where there is none."""
        good = any(asks(moment.state, moment.record, self.callees) for moment in self.good)
        return good and not any(
            asks(moment.state, moment.record, self.callees) for moment in self.bad
        )

    def complains(self, side: Sequence[Moment]) -> bool:
        """Whether an error is told of as soon as a side is entered."""
        return any(moment.straight and complains(moment.record, self.callees) for moment in side)

    def leaves(self) -> bool:
        """Whether a success leaves at once: only tidying up is done where no failure comes by."""
        elsewhere = {self._block(moment) for moment in self.bad}
        return not any(
            self._works(moment) for moment in self.good if self._block(moment) not in elsewhere
        )

    def works(self) -> bool:
        """Whether the function goes on behind a failure."""
        return any(self._works(moment) for moment in self.bad)

    def _works(self, moment: Moment) -> bool:
        call = moment.record
        if isinstance(call, Assign) and isinstance(call.target, Place):
            return not isinstance(call.value, Constant)
        if not isinstance(call, Call) or tidies(call) or tells(call):
            return False
        spec = self.callees.of(call)
        roles = () if spec is None else spec.role
        return not (QUIET & set(roles) or LOGS.search(call.callee))

    def _block(self, moment: Moment) -> int:
        return self.followed.exploration.reached[moment.path].block

    def refuses(self, end: End) -> bool:
        """Whether what leaves at an end reads as a refusal: a throw, a negative number, a null."""
        if end.kind in ("throw", "terminated"):
            return True
        null = "*" in self.function.result_type or "bool" in self.function.result_type.lower()
        if end.cells == only(0):
            return null or end.returned in _NULL
        return bool(end.cells) and end.cells <= _NEGATIVE


def _is_refused(sides: Sides, found: Check, beside: Sequence[Check]) -> bool:
    """Whether the code treats the successes of a call as it treats other failures."""
    agree = _agreeing(found, beside)
    refused = {_way_out(end) or ANY for end in sides.failed}
    if all(way <= _NEGATIVE for way in refused) and {_way_out(end) for end in sides.fine} == {
        only(0)
    }:
        # The ordinary way round: others that leave with 0 when they fail are the odd ones.
        return False
    if agree > 1:
        return True
    if sides.complains(sides.bad) or not sides.leaves():
        return False
    away = {_way_out(end) for end in sides.failed} - {_way_out(end) for end in sides.fine}
    if not away and not (sides.function.result_type == "void" and sides.works()):
        return False
    if sides.complains(sides.good) or agree:
        return True
    left = [end for end in sides.fine if end.kind != "again"]
    return (
        bool(left)
        and all(sides.refuses(end) for end in left)
        and any(_is_answer(end, left) and not sides.refuses(end) for end in sides.failed)
    )


def _is_answer(end: End, others: Sequence[End]) -> bool:
    """Whether a known value leaves, or at least another variable than elsewhere."""
    unlike = all(end.returned != other.returned for other in others)
    return end.kind == "return" and (end.cells != ANY or unlike)


def _agreeing(found: Check, others: Sequence[Check]) -> int:
    """How many of the calls beside leave, when they fail, as this one does when it succeeds, and go
    on to where this one comes by failing; 0 if one of them fails in another way.
    """
    error = found.followed.subject.error
    failed = {_way_out(end) for end in found.followed.ends if end.state.cells <= error}
    fine = {_way_out(end) for end in found.followed.ends if not end.state.cells & error}
    if len(fine) != 1 or fine & {None, ANY}:
        return 0
    agree = 0
    for other in others:
        wrong = other.followed.subject.error
        refused = {_way_out(end) for end in other.followed.ends if end.state.cells <= wrong}
        granted = {_way_out(end) for end in other.followed.ends if not end.state.cells & wrong}
        if other is found or other.check != "exact" or len(refused) != 1:
            continue
        if refused != fine:
            return 0
        agree += bool((granted & failed) - fine - {None})
    return agree


def _way_out(end: End) -> Cells | None:
    """What leaves at an end, if anything does."""
    return end.cells if end.kind == "return" and end.cells else None


def _is_untested(end: End) -> bool:
    """Whether a result was used on a path on which nothing here asks what it is."""
    return end.state.reached > 0 and not end.state.tested


def _use(found: Iterable[Moment], check: Check, callees: Callees) -> Moment | None:
    """The first operation that needs the result of a success."""
    subject = check.followed.subject
    return next((item for item in found if relies(subject, item.state, item.record, callees)), None)


def _unasked(found: Check, end: End) -> Check:
    """The verdict on a pointer that others get only after it was used."""
    return replace(
        found,
        check="partial",
        manner=f"used on line {end.state.reached} before any test",
        escaped=found.followed.subject.error,
        witness=end,
        confidence=Confidence.HIGH if found.followed.complete else Confidence.LOW,
    )


def _goes_on(found: Check, use: Moment) -> Check:
    """The verdict on a test behind which the result is used where the call has failed as well."""
    return replace(
        found,
        check="partial",
        manner=f"tested, but used on line {use.record.at.line} where it has failed as well",
        escaped=use.state.cells,
        confidence=Confidence.HIGH,
    )
