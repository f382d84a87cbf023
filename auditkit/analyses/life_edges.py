"""What a branch says of a value: that there is none, or that it is one that the process keeps.

Apart from the walk because the value itself is not compared with what stands for a failure: a
function is asked about it, or its number is a standard stream's.
"""

from auditkit.analyses.environment import Environment
from auditkit.analyses.life_wholes import FREES
from auditkit.analyses.lives import Kind, Life, Status, Subject, Tracker
from auditkit.analyses.passing import DESCRIPTORS, effect, words
from auditkit.cfg import Graph
from auditkit.facts import Assign, Block, Branch, Call, Constant, Function, Place, Switch, Temp
from auditkit.values import OPPOSITE

_STREAMS = {"STDIN_FILENO": 0, "STDOUT_FILENO": 1, "STDERR_FILENO": 2}
_PRESENT = frozenset(("valid", "defined", "ok", "open", "opened", "good", "exists"))
_ABSENT = frozenset(("null", "undefined", "invalid", "nil", "none"))


def is_impossible(
    tracker: Tracker, block: Block, target: int, environment: Environment, life: Life
) -> bool:
    """Whether an edge says that a new object, which nobody else has, is one that was there."""
    branch, subject = block.terminator, tracker.subject
    if isinstance(branch, Branch) and subject.holder.startswith(f"{branch.left}->"):
        # What was gone through is there.
        return _says_null(branch, target)
    if not isinstance(branch, Branch) or branch.operator not in ("==", "!="):
        return False
    new = subject.kind in (Kind.RESULT, Kind.OUTPUT) and life.status is Status.OWNED
    equal = (target == branch.then) == (branch.operator == "==")
    unknown = isinstance(branch.right, Constant) and branch.right.value is None
    guarded = bool(subject.guard) and environment.symbol(branch.left) == subject.guard
    if guarded and (unknown or isinstance(branch.right, Place)):
        # `status == noErr` tells nothing of a function of which nothing is known.
        tracker.unclear.add(subject.guard)
    if unknown:
        # `handle == INVALID_HANDLE_VALUE` says that there is no value.
        compared = environment.symbol(branch.left)
        return equal and compared == subject.symbol
    if not new or not equal or life.container or not isinstance(branch.right, Place | Temp):
        return False
    left, right = environment.symbol(branch.left), environment.symbol(branch.right)
    return (left == subject.symbol) != (right == subject.symbol)


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
    if subject.release not in DESCRIPTORS:
        return False
    if isinstance(branch, Switch) and environment.symbol(branch.value) == subject.symbol:
        labels = [case.low for case in branch.cases if case.target == target]
        numbers = [_STREAMS.get(label.text, label.value) for label in labels]
        return bool(labels) and target != branch.default and set(numbers) <= {0, 1, 2}
    if not isinstance(branch, Branch):
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


def flags_of_loop(function: Function, graph: Graph, number: int) -> frozenset[str]:
    """The variables that start as a constant and get another value in the loop around a block."""
    around = graph.loop(number)
    if number not in around:
        return frozenset()
    inside, outside = set[str](), set[str]()
    for block in function.blocks:
        for operation in block.operations:
            if isinstance(operation, Assign) and isinstance(operation.target, Place):
                if block.number in around:
                    inside.add(operation.target.text)
                elif isinstance(operation.value, Constant):
                    outside.add(operation.target.text)
    return frozenset(inside & outside)


def is_of_another_round(tracker: Tracker, block: Block, environment: Environment) -> bool:
    """Whether a branch tests for null what only another round of the loop can have set: that round
    may exclude the one in which the value was made.
    """
    branch = block.terminator
    if not isinstance(branch, Branch) or str(branch.left) not in tracker.flags:
        return False
    null = branch.right is None or (isinstance(branch.right, Constant) and not branch.right.value)
    symbol = str(environment.symbol(branch.left))
    return null and (not symbol or symbol.startswith(f"{branch.left}@"))


def _says_null(branch: Branch, target: int) -> bool:
    """Whether an edge says that a pointer is null."""
    null = branch.right is None or (isinstance(branch.right, Constant) and branch.right.value == 0)
    equal = (branch.operator == "==") == (target == branch.then)
    return null and branch.operator in ("truth", "==", "!=") and equal


def is_released_beside(
    tracker: Tracker, graph: Graph, block: Block, target: int, environment: Environment
) -> bool:
    """Whether the other side of a branch, on which nothing is known here, releases the value at
    once: `if (owned) free(p);`.
    """
    branch = block.terminator
    if not isinstance(branch, Branch) or not isinstance(branch.left, Place):
        return False
    symbol, holders = tracker.subject.symbol, environment.holders(tracker.subject.symbol)
    held = environment.symbol(branch.left)
    if held == symbol or environment.can_be(held).single is not None:
        return False
    other = branch.otherwise if target == branch.then else branch.then
    rejoins = other != target and target in graph.successors[other]
    return rejoins and any(
        isinstance(operation, Call)
        and any(str(item) in holders for item in operation.arguments)
        and effect(operation, 0, tracker.callees).word in FREES
        for operation in graph.blocks[other].operations
    )


def _is_descriptor(subject: Subject) -> bool:
    """Whether a value is released like a descriptor, which is a number even where it is none."""
    return subject.release in DESCRIPTORS or bool(words(subject.release) & {"socket", "fd"})
