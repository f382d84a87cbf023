"""The graph and the solver, on graphs small enough to check by hand or by brute force."""

import pytest

from auditkit.cfg import EXIT, Graph
from auditkit.dataflow import Direction, Problem, Variants, explore, solve
from auditkit.errors import AuditkitError
from auditkit.facts import Assign, Block, Branch, Constant
from auditkit.testing import functions_of

DIAMOND = "int f(int a) { int x = 1; if (a) x = 2; else x = 3; return x; }"
LOOP = "int f(int a) { while (a) { if (a == 2) break; a--; } return a; }"


def graph_of(text: str) -> Graph:
    """The graph of the first function of a text."""
    return Graph.of(functions_of(text)[0])


def brute_dominates(graph: Graph, first: int, second: int) -> bool:
    """Whether the second block cannot be reached without the first."""
    seen, stack = set(), [0]
    while stack:
        number = stack.pop()
        if number in seen or number == first:
            continue
        seen.add(number)
        stack.extend(graph.successors[number])
    return second not in seen


@pytest.mark.parametrize("text", [DIAMOND, LOOP, "int f(int a) { if (a) abort(); return 1; }"])
def test_dominators_agree_with_brute_force(text: str) -> None:
    graph = graph_of(text)
    for first in graph.order:
        for second in graph.order:
            assert graph.dominates(first, second) == brute_dominates(graph, first, second)


def test_post_dominators_of_a_diamond() -> None:
    graph = graph_of(DIAMOND)
    join = graph.exits[0]
    assert all(graph.post_dominates(join, number) for number in graph.order)
    assert graph.post_dominators()[join] == EXIT


def test_unreachable_blocks_are_not_in_the_order() -> None:
    graph = graph_of("int f(void) { return 1; g(); }")
    assert len(graph.order) == 1
    assert len(graph.blocks) == 2


def assigned(block: Block, value: frozenset[str]) -> frozenset[str]:
    """The variables assigned so far."""
    names = {str(item.target) for item in block.operations if isinstance(item, Assign)}
    return value | names


def test_may_and_must_differ_where_paths_meet() -> None:
    graph = graph_of("int f(int a) { int y; if (a) y = 1; return y; }")
    start: frozenset[str] = frozenset()
    may = solve(graph, Problem(Direction.FORWARD, start, lambda a, b: a | b, assigned))
    must = solve(graph, Problem(Direction.FORWARD, start, lambda a, b: a & b, assigned))
    assert may.before[graph.exits[0]] == {"y"}
    assert must.before[graph.exits[0]] == frozenset()


def test_backward_facts_flow_against_control() -> None:
    graph = graph_of(DIAMOND)
    start: frozenset[str] = frozenset()
    solution = solve(graph, Problem(Direction.BACKWARD, start, lambda a, b: a | b, assigned))
    assert solution.before[0] == {"x"}
    assert solution.after[graph.exits[0]] == frozenset()


def test_an_edge_that_cannot_be_taken_carries_nothing() -> None:
    graph = graph_of("int f(int a) { if (a == 3) return 1; return 2; }")

    def edge(block: Block, target: int, value: int) -> int | None:
        branch = block.terminator
        taken = isinstance(branch, Branch) and isinstance(branch.right, Constant)
        return None if taken and isinstance(branch, Branch) and target == branch.then else value

    solution = solve(graph, Problem(Direction.FORWARD, 0, max, lambda block, value: value, edge))
    assert len(solution.before) == len(graph.order) - 1


def test_a_problem_without_a_fixed_point_is_an_error() -> None:
    graph = graph_of("int f(int a) { while (a) a--; return a; }")
    grows = Problem(Direction.FORWARD, 0, max, lambda block, value: value + 1)
    with pytest.raises(AuditkitError, match="does not settle"):
        solve(graph, grows)


def test_explore_keeps_shortest_paths_and_stops_at_its_limit() -> None:
    whole = explore([(0, 0)], lambda block, state, _: [(block + 1, state)] if block < 5 else [])
    assert [item.block for item in whole.path(5)] == [0, 1, 2, 3, 4, 5]
    assert whole.complete
    cut = explore([(0, 0)], lambda block, state, _: [(block + 1, state)], limit=10)
    assert not cut.complete
    assert len(cut.reached) == 10


def test_variants_admits_the_first_few_kinds_of_each_thing() -> None:
    variants = Variants(2)
    assert [variants.admits("a", kind) for kind in (1, 2, 3, 1)] == [True, True, False, True]
    assert variants.admits("b", 3)


def test_a_loop_is_what_is_reached_and_comes_back() -> None:
    graph = graph_of("int f(int n) { int x = 0; while (n) { x++; n--; } return x; }")
    every = {number: graph.loop(number) for number in graph.order}
    assert all(number in graph.reaches(number) for loop in every.values() for number in loop)
    assert {number for number, loop in every.items() if loop} == set.union(
        *map(set, every.values())
    )
    (head, *_) = sorted(next(loop for loop in every.values() if loop))
    assert 0 in graph.reached_from(head)
    assert graph.reached_from(head, without=0) == every[head]
    assert every[0] == frozenset()
