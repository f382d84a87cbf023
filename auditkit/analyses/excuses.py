"""Checks that are missing where another check of the function settles the same question.

Apart from the verdict on one call because these look at all calls of a function: a failure that
lasts shows at the next call as well (BN_CTX_get(3)), and what has its space reserved cannot lack it
(sk_TYPE_reserve, DEFINE_STACK_OF(3)).
"""

from collections.abc import Sequence
from dataclasses import replace

from auditkit.analyses.checks import Check

LASTING = "lasting-failure"
RESERVES = "reservation"


def excused(found: Sequence[Check]) -> tuple[Check, ...]:
    """The verdicts on the calls of a function, with a reason where another check stands for one."""
    return tuple(replace(item, reason=item.reason or _reason(item, found)) for item in found)


def _reason(item: Check, others: Sequence[Check]) -> str:
    if item.check not in ("none", "partial"):
        return ""
    tested = [other for other in others if other is not item and other.check == "exact"]
    if any(_stands_for(item, other) for other in tested):
        return "the failure lasts, and the call after it is tested"
    if any(_makes_room(item, other) for other in tested):
        return "the space was reserved before"
    return ""


def _stands_for(item: Check, other: Check) -> bool:
    """Whether a later call of the same function on the same object is tested before any use."""
    first, second = item.followed.call, other.followed.call
    if LASTING not in item.followed.subject.spec.role or first.callee != second.callee:
        return False
    same = first.arguments[:1] == second.arguments[:1] and first.at < second.at
    used = [end.state.reached for end in item.followed.ends if end.state.reached]
    return same and all(other.tested_line <= line for line in used)


def _makes_room(item: Check, other: Check) -> bool:
    """Whether another call has made room for the element that a call adds."""
    spec = other.followed.subject.spec
    if RESERVES not in spec.role or not item.followed.call.arguments:
        return False
    adds = any(each.ownership == "joins" for each in item.followed.subject.spec.parameters)
    name = str(item.followed.call.arguments[0])
    makes = spec.returns == "owned"
    held = any(name in end.state.holders for end in other.followed.ends)
    return adds and (held if makes else str(other.followed.call.arguments[0]) == name)
