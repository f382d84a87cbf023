"""Who calls whom among the target's functions: strongly connected components, callees first.

By the last name of what is called: a name that several functions have leads to all of them. After
Tarjan, "Depth-First Search and Linear Graph Algorithms" (SIAM J. Comput. 1972), without recursion.
"""

from collections.abc import Iterator, Mapping, Sequence

from auditkit.facts import Function


def components(
    functions: Sequence[Function], pointees: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[Function, ...]]:
    """The functions that call each other in a circle, in an order in which callees come first."""
    edges = _edges(functions, pointees)
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    inside: set[int] = set()
    for start in range(len(functions)):
        if start in index:
            continue
        work = [(start, iter(edges[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        inside.add(start)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    inside.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in inside:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    yield tuple(functions[item] for item in _popped(stack, inside, node))


def qualified(functions: Sequence[Function]) -> Mapping[str, set[str]]:
    """The qualified names that each last name stands for."""
    found: dict[str, set[str]] = {}
    for function in functions:
        found.setdefault(function.name.rsplit("::", 1)[-1], set()).add(function.name)
    return found


def _popped(stack: list[int], inside: set[int], node: int) -> list[int]:
    found = []
    while True:
        item = stack.pop()
        inside.discard(item)
        found.append(item)
        if item == node:
            return sorted(found)


def _edges(
    functions: Sequence[Function], pointees: Mapping[int, tuple[str, ...]]
) -> Mapping[int, tuple[int, ...]]:
    named: dict[str, list[int]] = {}
    for number, function in enumerate(functions):
        named.setdefault(function.name.rsplit("::", 1)[-1], []).append(number)
    edges = {}
    for number, function in enumerate(functions):
        called = ((call.callee, *pointees.get(id(call), ())) for call in function.calls())
        names = {name.rsplit("::", 1)[-1] for each in called for name in each}
        found = {target for name in names for target in named.get(name, ())}
        edges[number] = tuple(sorted(found))
    return edges
