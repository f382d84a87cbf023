"""Blocks to a graph: neighbours, orders, dominators, post-dominators, exits, shortest paths.

Apart from the solver because views and concerns ask a graph for these without solving anything.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from auditkit.facts import Block, Call, Function, Return, Throw, Unreachable

EXIT = -1
"""The virtual exit that every return, throw and dead end leads to."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The control-flow graph of one function; `order` is a reverse post-order from the entry.

    `successors` and `predecessors` include exceptional edges; blocks that the entry does not reach
    are in neither order nor dominators.
    """

    blocks: Mapping[int, Block]
    successors: Mapping[int, tuple[int, ...]]
    predecessors: Mapping[int, tuple[int, ...]]
    order: tuple[int, ...]
    exits: tuple[int, ...]

    @staticmethod
    def of(function: Function) -> "Graph":
        """The graph of a function's blocks."""
        blocks = {block.number: block for block in function.blocks}
        successors = {number: _targets(block) for number, block in blocks.items()}
        order = _reverse_post_order(successors, 0) if blocks else ()
        predecessors: dict[int, list[int]] = {number: [] for number in blocks}
        for number in order:
            for target in successors[number]:
                predecessors[target].append(number)
        exits = tuple(number for number in order if _leaves(blocks[number]))
        fixed = {number: tuple(found) for number, found in predecessors.items()}
        return Graph(blocks, successors, fixed, order, exits)

    def dominators(self) -> dict[int, int]:
        """The immediate dominator of each reached block; the entry has itself.

        After Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
        """
        return _dominators(self.order, self.predecessors)

    def post_dominators(self) -> dict[int, int]:
        """The immediate post-dominator of each block that reaches an exit; `EXIT` is the root."""
        backward: dict[int, tuple[int, ...]] = {EXIT: self.exits}
        backward.update(self.predecessors)
        forward: dict[int, list[int]] = {number: [] for number in backward}
        order = _reverse_post_order(backward, EXIT)
        for number in order:
            for target in backward[number]:
                forward[target].append(number)
        return _dominators(order, {number: tuple(found) for number, found in forward.items()})

    def dominates(self, first: int, second: int) -> bool:
        """Whether every path from the entry to the second block passes the first."""
        return _above(self.dominators(), first, second)

    def post_dominates(self, first: int, second: int) -> bool:
        """Whether every path from the second block to an exit passes the first."""
        return _above(self.post_dominators(), first, second)

    def path(self, start: int, goals: Collection[int]) -> tuple[int, ...]:
        """A shortest path of blocks from `start` to one of `goals`; empty if there is none."""
        parents: dict[int, int] = {start: start}
        queue = deque([start])
        while queue:
            number = queue.popleft()
            if number in goals:
                return _unwound(parents, number)
            for target in self.successors[number]:
                if target not in parents:
                    parents[target] = number
                    queue.append(target)
        return ()

    def reaches(self, start: int) -> frozenset[int]:
        """The blocks that control can get to from the end of a block."""
        return frozenset(
            target
            for first in self.successors[start]
            for target in _reverse_post_order(self.successors, first)
        )

    def reached_from(self, target: int, without: int = EXIT) -> frozenset[int]:
        """The blocks from which control can come to a block, by ways that do not pass another one;
        the block itself only in a loop.
        """
        seen: set[int] = set()
        stack = list(self.predecessors[target])
        while stack:
            number = stack.pop()
            if number not in seen and number != without:
                seen.add(number)
                stack.extend(self.predecessors[number])
        return frozenset(seen)

    def loop(self, number: int) -> frozenset[int]:
        """The blocks of all loops around a block, itself among them; none outside of loops."""
        return self.reaches(number) & self.reached_from(number)


def calls_after(block: Block, index: int) -> Iterable[Call]:
    """The calls of a block behind the operation at `index`."""
    return (item for item in block.operations[index + 1 :] if isinstance(item, Call))


def _targets(block: Block) -> tuple[int, ...]:
    targets = block.successors
    if block.handler is not None and block.handler not in targets:
        return (*targets, block.handler)
    return targets


def _leaves(block: Block) -> bool:
    match block.terminator:
        case Return() | Unreachable():
            return True
        case Throw(handler=handler):
            return handler is None
    return False


def _reverse_post_order(successors: Mapping[int, tuple[int, ...]], entry: int) -> tuple[int, ...]:
    seen = {entry}
    finished: list[int] = []
    stack = [(entry, iter(successors[entry]))]
    while stack:
        number, targets = stack[-1]
        for target in targets:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(successors[target])))
                break
        else:
            stack.pop()
            finished.append(number)
    return tuple(reversed(finished))


def _dominators(
    order: tuple[int, ...], predecessors: Mapping[int, tuple[int, ...]]
) -> dict[int, int]:
    if not order:
        return {}
    rank = {number: index for index, number in enumerate(order)}
    immediate = {order[0]: order[0]}
    changed = True
    while changed:
        changed = False
        for number in order[1:]:
            known = [item for item in predecessors[number] if item in immediate]
            if not known:
                continue
            new = known[0]
            for other in known[1:]:
                new = _meet(immediate, rank, new, other)
            if immediate.get(number) != new:
                immediate[number] = new
                changed = True
    return immediate


def _meet(immediate: Mapping[int, int], rank: Mapping[int, int], first: int, second: int) -> int:
    while first != second:
        while rank[first] > rank[second]:
            first = immediate[first]
        while rank[second] > rank[first]:
            second = immediate[second]
    return first


def _above(immediate: Mapping[int, int], first: int, second: int) -> bool:
    while second in immediate:
        if first == second:
            return True
        if immediate[second] == second:
            return False
        second = immediate[second]
    return False


def _unwound(parents: Mapping[int, int], number: int) -> tuple[int, ...]:
    path = [number]
    while parents[number] != number:
        number = parents[number]
        path.append(number)
    return tuple(reversed(path))
