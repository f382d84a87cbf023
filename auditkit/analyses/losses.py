"""What is lost on an error path: what the function owns when the failure is found, and still owns
where it leaves.

Apart from the lives and from the error paths because each is a walk of its own; here both meet at
one exit.
"""

from collections.abc import Iterator, Sequence

from auditkit.analyses.error_paths import ErrorPath
from auditkit.analyses.lifetimes import value
from auditkit.analyses.resources import Resource
from auditkit.cfg import Graph
from auditkit.facts import Call

_EXITS = ("return", "throw")


def losses(graph: Graph, resources: Sequence[Resource], path: ErrorPath) -> Iterator[str]:
    """The values, in words, that nobody owns any more where an error path leaves the function."""
    call = path.check.followed.call
    for resource in resources:
        defects = [
            defect
            for defect in resource.defects
            if defect.kind == "leaked-resource"
            and defect.callee in _EXITS
            and defect.at.line == path.exit
        ]
        if not defects or not _is_before(graph, resource.subject.call, call):
            continue
        fates = {fate.fate for fate in resource.fates if fate.at.line == path.exit}
        entered = any(
            step.at.line == path.entry for each in defects for step in resource.steps(each.index)
        )
        if entered or fates == {"leaked"}:
            yield value(resource.subject)


def _is_before(graph: Graph, first: Call, second: Call) -> bool:
    """Whether one call is behind another on every path to it."""
    one, other = _place(graph, first), _place(graph, second)
    if one is None or other is None or first is second:
        return False
    return one[1] < other[1] if one[0] == other[0] else graph.dominates(one[0], other[0])


def _place(graph: Graph, call: Call) -> tuple[int, int] | None:
    for number in graph.order:
        for index, operation in enumerate(graph.blocks[number].operations):
            if operation is call:
                return number, index
    return None
