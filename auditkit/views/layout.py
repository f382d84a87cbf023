"""A directed graph to coordinates: layers from top to bottom, edges as lines through them.

A small version of Sugiyama's method (1981): edges that close a cycle are turned round, a node's
layer is its longest distance from the entry, long edges get a bend in each layer that they cross,
and each layer is ordered by, then placed near, the mean position of its neighbours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

Edge = tuple[int, int]
Point = tuple[float, float]
_SWEEPS = 6
_GAP = 26.0
_BEND = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node (numbered from 0) with its size and, once laid out, its upper left corner.

    `floor` is the lower edge of its layer, which edges pass before they turn.
    """

    node: int
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by node, the points of each edge from source to target, those going up, the extent."""

    boxes: Mapping[int, Box]
    edges: Mapping[Edge, tuple[Point, ...]]
    upward: frozenset[Edge]
    width: float
    height: float


def layout(boxes: Sequence[Box], edges: Iterable[Edge]) -> Layout:
    """The boxes laid out; the first is the entry, and edges between unknown nodes are left out."""
    sizes = {box.node: box for box in boxes}
    kept = [edge for edge in dict.fromkeys(edges) if edge[0] in sizes and edge[1] in sizes]
    upward = _closing(list(sizes), kept)
    down = {edge: edge[::-1] if edge in upward else edge for edge in kept}
    depth = _depths(list(sizes), [edge for edge in down.values() if edge[0] != edge[1]])
    chains = {edge: _chain(down[edge], depth, sizes) for edge in kept}
    layers = _ordered(_layers(depth), list(chains.values()))
    placed = _down(layers, _across(layers, list(chains.values()), sizes), sizes)
    lines = {
        edge: _line(placed, chain[::-1] if edge in upward else chain, edge in upward)
        for edge, chain in chains.items()
    }
    right = max((box.x + box.width for box in placed.values()), default=0.0)
    low = max((box.y + box.height for box in placed.values()), default=0.0)
    real = {node: box for node, box in placed.items() if node >= 0}
    return Layout(real, lines, upward, right, low)


def _closing(nodes: list[int], edges: list[Edge]) -> frozenset[Edge]:
    """The edges that lead back to a node on the way to them, in a search from the first node."""
    following: dict[int, list[int]] = {node: [] for node in nodes}
    for source, target in edges:
        following[source].append(target)
    closing: set[Edge] = set()
    done: set[int] = set()
    for root in nodes:
        active, stack = [root], [iter(following[root] if root not in done else ())]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                done.add(active.pop())
                stack.pop()
            elif node in active:
                closing.add((active[-1], node))
            elif node not in done:
                active.append(node)
                stack.append(iter(following[node]))
    return frozenset(closing)


def _depths(nodes: list[int], edges: list[Edge]) -> dict[int, int]:
    """The longest distance of each node from one without predecessors; the edges have no cycle."""
    depth = dict.fromkeys(nodes, 0)
    waiting = {node: sum(target == node for _, target in edges) for node in nodes}
    ready = [node for node in nodes if not waiting[node]]
    while ready:
        node = ready.pop()
        for source, target in edges:
            if source == node:
                depth[target] = max(depth[target], depth[node] + 1)
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
    return depth


def _chain(edge: Edge, depth: dict[int, int], sizes: dict[int, Box]) -> list[int]:
    """The nodes of an edge from end to end, with new negative ones where it crosses a layer."""
    source, target = edge
    bends = []
    for level in range(depth[source] + 1, depth[target]):
        bends.append(-1 - len(sizes))
        sizes[bends[-1]] = Box(bends[-1], _BEND, 0)
        depth[bends[-1]] = level
    return [source, *bends, target]


def _layers(depth: dict[int, int]) -> list[list[int]]:
    layers: list[list[int]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node, level in depth.items():
        layers[level].append(node)
    return layers


def _neighbours(chains: list[list[int]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for chain in chains:
        for upper, lower in pairwise(chain):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    return above, below


def _ordered(layers: list[list[int]], chains: list[list[int]]) -> list[list[int]]:
    """The layers, each in the order of the mean position of its neighbours in the one before."""
    above, below = _neighbours(chains)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for layer in layers if down else layers[::-1]:
            position = {node: rank for other in layers for rank, node in enumerate(other)}
            near = above if down else below
            means = {
                node: _mean([position[other] for other in near.get(node, [node])]) for node in layer
            }
            layer.sort(key=means.__getitem__)
    return layers


def _across(
    layers: list[list[int]], chains: list[list[int]], sizes: Mapping[int, Box]
) -> dict[int, float]:
    """The centre of each node: as near to the mean of its neighbours as the order allows."""
    centre = {node: 0.0 for layer in layers for node in layer}
    above, below = _neighbours(chains)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        near = above if down else below
        for layer in layers if down else layers[::-1]:
            wanted = [_mean([centre[other] for other in near.get(node, [node])]) for node in layer]
            found = _apart(wanted, [sizes[node].width for node in layer])
            centre.update(zip(layer, found, strict=True))
    left = min((centre[node] - sizes[node].width / 2 for node in centre), default=0.0)
    return {node: x - left for node, x in centre.items()}


def _apart(wanted: list[float], widths: list[float]) -> list[float]:
    """Positions in the given order, a gap apart, with the least squared distance from those wanted.

    Isotonic regression by pooling adjacent violators, after the room that each needs is taken off.
    """
    offsets = [0.0]
    for left, right in pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2 + _GAP)
    pools: list[list[float]] = []
    for position, offset in zip(wanted, offsets, strict=True):
        pools.append([position - offset])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    level = [mean for pool in pools for mean in [_mean(pool)] * len(pool)]
    return [base + offset for base, offset in zip(level, offsets, strict=True)]


def _down(
    layers: list[list[int]], centre: Mapping[int, float], sizes: Mapping[int, Box]
) -> dict[int, Box]:
    """All nodes with their corners; a bend is as high as its layer."""
    placed: dict[int, Box] = {}
    y = 0.0
    for layer in layers:
        height = max(sizes[node].height for node in layer)
        for node in layer:
            box = sizes[node] if node >= 0 else replace(sizes[node], height=height)
            left = centre[node] - box.width / 2
            placed[node] = replace(box, x=left, y=y, floor=y + height)
        y += height + _GAP * 1.6
    return placed


def _line(placed: Mapping[int, Box], chain: list[int], upward: bool) -> tuple[Point, ...]:
    """The points of an edge; one that goes up leaves and enters at the right-hand side."""
    first, last = placed[chain[0]], placed[chain[-1]]
    points: list[Point] = []
    for node in chain[1:-1]:
        box = placed[node]
        ends = [(box.x + box.width / 2, box.y), (box.x + box.width / 2, box.y + box.height)]
        points.extend(ends[::-1] if upward else ends)
    if upward:
        start, end = _right(first, 0.7), _right(last, 0.3)
    else:
        start = (first.x + first.width / 2, first.y + first.height)
        points.insert(0, (start[0], first.floor))
        end = (last.x + last.width / 2, last.y)
    return (start, *points, end)


def _right(box: Box, share: float) -> Point:
    return box.x + box.width, box.y + box.height * share


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
