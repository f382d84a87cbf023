"""One worklist solver for dataflow problems, forward or backward, may or must, with edge transfers.

A problem is a record of functions; what they work on is theirs (sets, mappings, or sets of states
for a path-sensitive analysis). A second entry, `explore`, keeps states apart and remembers the
paths that lead to them.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from auditkit.cfg import Graph
from auditkit.errors import AuditkitError
from auditkit.facts import Block

V = TypeVar("V")
S = TypeVar("S", bound=Hashable)


class Direction(Enum):
    """Whether facts flow with control or against it."""

    FORWARD = "forward"
    BACKWARD = "backward"


@dataclass(frozen=True, slots=True)
class Problem(Generic[V]):
    """A dataflow problem.

    `boundary` is the value at the entry (or at the exits), `meet` joins two values (union for may,
    intersection for must), `transfer` carries a value through a block, and `edge` along the edge
    to (or from) another block; None from `edge` means that the edge cannot be taken.
    """

    direction: Direction
    boundary: V
    meet: Callable[[V, V], V]
    transfer: Callable[[Block, V], V]
    edge: Callable[[Block, int, V], V | None] = lambda block, target, value: value


@dataclass(frozen=True, slots=True)
class Solution(Generic[V]):
    """The values at the start and at the end of each block, in the order of control.

    A block that no value reaches (dead code, infeasible edges) is in neither mapping.
    """

    before: Mapping[int, V]
    after: Mapping[int, V]


def solve(graph: Graph, problem: Problem[V], limit: int = 1000) -> Solution[V]:
    """The fixed point of a problem on a graph.

    `limit` bounds the visits of one block: a problem that has not settled by then has no fixed
    point (its meet does not ascend in a finite lattice) and raises AuditkitError.
    """
    forward = problem.direction is Direction.FORWARD
    order = graph.order if forward else tuple(reversed(graph.order))
    rank = {number: index for index, number in enumerate(order)}
    inputs: dict[int, V] = {}
    outputs: dict[int, V] = {}
    for number in graph.order[:1] if forward else graph.exits:
        inputs[number] = problem.boundary
    pending = set(inputs)
    visits = dict.fromkeys(order, 0)
    while pending:
        number = min(pending, key=rank.__getitem__)
        pending.discard(number)
        visits[number] += 1
        if visits[number] > limit:
            raise AuditkitError("a dataflow problem does not settle: its meet must ascend")
        block = graph.blocks[number]
        outputs[number] = problem.transfer(block, inputs[number])
        for target in graph.successors[number] if forward else graph.predecessors[number]:
            source = block if forward else graph.blocks[target]
            value = problem.edge(source, target if forward else number, outputs[number])
            if value is None or target not in rank:
                continue
            known = inputs.get(target)
            new = value if known is None else problem.meet(known, value)
            if known is None or new != known:
                inputs[target] = new
                pending.add(target)
    return Solution(inputs, outputs) if forward else Solution(outputs, inputs)


@dataclass(frozen=True, slots=True)
class Reached(Generic[S]):
    """A state at the start of a block, and how it came there (index of the one before, or -1)."""

    block: int
    state: S
    parent: int


@dataclass(frozen=True, slots=True)
class Exploration(Generic[S]):
    """All (block, state) pairs that were reached; `complete` is False if the limit cut it short."""

    reached: tuple[Reached[S], ...]
    complete: bool

    def path(self, index: int) -> tuple[Reached[S], ...]:
        """The pairs from the start to the one at `index`."""
        found = []
        while index >= 0:
            found.append(self.reached[index])
            index = self.reached[index].parent
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Variants:
    """The kinds of each thing that were met: the first few, `most` of them, are told apart.

    What bounds an exploration whose states differ in much that hardly matters.
    """

    most: int
    _met: dict[Hashable, set[Hashable]] = field(default_factory=dict)

    def admits(self, thing: Hashable, kind: Hashable) -> bool:
        """Whether a kind is among the first few of its thing."""
        met = self._met.setdefault(thing, set())
        if kind not in met and len(met) < self.most:
            met.add(kind)
        return kind in met


@dataclass(slots=True)
class Meter:
    """The work that is left for all explorations that share it: what bounds their time where many
    are made of one large function, and each state is large itself.
    """

    left: int

    def allows(self, work: int) -> bool:
        """Whether there was something left before this work."""
        self.left -= work
        return self.left > -work


def explore(
    starts: Iterable[tuple[int, S]],
    step: Callable[[int, S, int], Iterable[tuple[int, S]]],
    limit: int = 4000,
) -> Exploration[S]:
    """Visits every (block, state) pair once, breadth first, so that paths are shortest.

    `step(block, state, index)` yields the pairs that follow; equal pairs are one, so loops end
    where states repeat. A start may lie in the middle of its block: one that is come back to is
    visited again, from the block's beginning.
    """
    reached: list[Reached[S]] = [Reached(*pair, -1) for pair in starts]
    seen: set[tuple[int, S]] = set()
    queue = deque(range(len(reached)))
    while queue:
        index = queue.popleft()
        item = reached[index]
        for pair in step(item.block, item.state, index):
            if pair in seen:
                continue
            if len(reached) >= limit:
                return Exploration(tuple(reached), False)
            seen.add(pair)
            queue.append(len(reached))
            reached.append(Reached(*pair, index))
    return Exploration(tuple(reached), True)
