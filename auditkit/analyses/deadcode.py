"""Tests that cannot do what they are there for: error tests that never hold, checks that are jumped
over.

A function whose every return is known to be 0 or 1 is tested for a negative result; or a jump that
is always taken leaves the rest of a function's checks out (the form of CVE-2014-1266).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.outcomes import Outcomes
from auditkit.cfg import Graph
from auditkit.facts import Assign, Block, Branch, Call, Constant, Function, Jump
from auditkit.source import Location
from auditkit.values import ANY, Cells, only, relation

_TRUTH = only(0) | only(1)
_NEGATIVE = relation("<", 0)


@dataclass(frozen=True, slots=True)
class DeadTest:
    """A test of a call's result that is the same for all that the call can return."""

    call: Call
    values: Cells
    branch: Branch


@dataclass(frozen=True, slots=True)
class Skipped:
    """A jump that is always taken and leaves out a call that can fail; `value` is what leaves.

    `after` is the last place that control comes to before what is left out.
    """

    after: Location
    call: Call
    value: str


def dead_tests(function: Function, callees: Callees) -> Iterator[DeadTest]:
    """The tests for a negative result of functions of the target that return 0 or 1 only."""
    for block in function.blocks:
        branch = block.terminator
        if not isinstance(branch, Branch) or not isinstance(branch.right, Constant):
            continue
        call = _tested(block, branch)
        spec = None if call is None else callees.of(call)
        if call is None or spec is None or not is_own(spec) or branch.right.value is None:
            continue
        values = spec.error_cells | spec.success_cells
        asked = _asked(branch.operator, branch.right.value)
        if values == _TRUTH and asked is not None and asked <= _NEGATIVE:
            yield DeadTest(call, values, branch)


def _asked(operator: str, number: int) -> Cells | None:
    """The values that a comparison sets apart: where it holds, or where it does not."""
    if operator not in ("==", "!=", "<", "<=", ">", ">="):
        return None
    holds = relation(operator, number)
    return holds if holds <= _NEGATIVE else ~holds


def _tested(block: Block, branch: Branch) -> Call | None:
    """The call of this block whose result its branch compares."""
    name = str(branch.left)
    for operation in reversed(block.operations):
        match operation:
            case Assign(target=target, value=value, operator="=") if str(target) == name:
                name = str(value)
            case Call(result=result) if str(result) == name:
                return operation
    return None


def skipped(found: Outcomes) -> Iterator[Skipped]:
    """The jumps of a function after which checks stand that nothing leads to."""
    function, graph = found.course.function, found.course.graph
    reached = set(graph.order)
    dead = [block for block in function.blocks if block.number not in reached]
    for block in dead:
        call = next((item for item in block.operations if isinstance(item, Call)), None)
        spec = None if call is None else found.course.callees.of(call)
        if call is None or spec is None or not spec.error_cells or spec.check != "required":
            continue
        jump = _before(graph, reached, call.at)
        value = "" if jump is None else _success(found, jump)
        if jump is not None and value:
            yield Skipped(jump.terminator.at, call, value)
        return


def _before(graph: Graph, reached: set[int], at: Location) -> Block | None:
    """The block that control comes through last before a place, which it does not get to."""
    earlier = [
        graph.blocks[number]
        for number in reached
        if isinstance(graph.blocks[number].terminator, Jump | Branch)
        and graph.blocks[number].terminator.at.line < at.line
    ]
    return max(earlier, key=lambda block: block.terminator.at, default=None)


def _success(found: Outcomes, jump: Block) -> str:
    """What a path through the jump returns without a failure; empty where it returns nothing."""
    for item in found.exits:
        if item.kind != "return" or item.failed or not item.cells or item.cells == ANY:
            continue
        path = found.walk.exploration.path(item.index)
        if any(step.block == jump.number for step in path) and item.cells.single is not None:
            return str(item.cells.single)
    return ""
