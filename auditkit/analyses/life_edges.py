"""What a branch says of a value: that there is none, or that it is one that the process keeps.

Apart from the walk because the value itself is not compared with what stands for a failure: a
function is asked about it, or its number is a standard stream's.
"""

from auditkit.analyses.environment import Environment
from auditkit.analyses.lives import Subject, Tracker
from auditkit.analyses.passing import DESCRIPTORS, words
from auditkit.facts import Block, Branch, Call, Constant
from auditkit.values import OPPOSITE

_STREAMS = {"STDIN_FILENO": 0, "STDOUT_FILENO": 1, "STDERR_FILENO": 2}
_PRESENT = frozenset(("valid", "defined", "ok", "open", "opened", "good", "exists"))
_ABSENT = frozenset(("null", "undefined", "invalid", "nil", "none"))


def is_told_absent(tracker: Tracker, block: Block, target: int, environment: Environment) -> bool:
    """Whether an edge says, by the name of a function that was asked, that there is no value."""
    branch, subject = block.terminator, tracker.subject
    if not isinstance(branch, Branch) or branch.operator != "truth":
        return False
    given = tracker.names.given.get(str(branch.left), frozenset())
    if subject.guard and not given.isdisjoint(environment.holders(subject.guard)):
        # `NT_SUCCESS(status)` tells nothing of a function of which nothing is known.
        tracker.unclear.add(subject.guard)
    if len(given) != 1 or given.isdisjoint(environment.holders(subject.symbol)):
        return False
    calls = (item for item in block.operations if isinstance(item, Call))
    asked = next((words(item.callee) for item in calls if item.result == branch.left), frozenset())
    if target == branch.then:
        return bool(asked & _ABSENT)
    return bool(asked & _PRESENT) and _is_descriptor(subject)


def is_standard_stream(
    tracker: Tracker, block: Block, target: int, environment: Environment
) -> bool:
    """Whether an edge says that a descriptor is one of the standard streams, which stay open."""
    branch, subject = block.terminator, tracker.subject
    if not isinstance(branch, Branch) or subject.release not in DESCRIPTORS:
        return False
    right = branch.right
    if not isinstance(right, Constant) or environment.symbol(branch.left) != subject.symbol:
        return False
    number = _STREAMS.get(right.text, right.value)
    operator = branch.operator if target == branch.then else OPPOSITE.get(branch.operator)
    if number is None or operator is None:
        return False
    few = {"==": 0 <= number <= 2, "<=": 0 <= number <= 2, "<": 1 <= number <= 3}
    return few.get(operator, False)


def _is_descriptor(subject: Subject) -> bool:
    """Whether a value is released like a descriptor, which is a number even where it is none."""
    return subject.release in DESCRIPTORS or bool(words(subject.release) & {"socket", "fd"})
