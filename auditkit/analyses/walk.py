"""Walks over the paths of one function: an environment and a client's own state, kept apart.

What the path-sensitive analyses share: which names are followed and how long, the order of an
operation's effects, infeasible branches, and the steps that explain a path. Property simulation in
the sense of Das, Lerner and Seigle, "ESP" (PLDI 2002), with values by number.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from auditkit.analyses.alternatives import assumed
from auditkit.analyses.apis import Callees
from auditkit.analyses.environment import Environment, Scope, Symbol
from auditkit.analyses.liveness import counters, live_names, relevant_names, repeated, shared_names
from auditkit.analyses.passing import may_throw
from auditkit.analyses.reaching import known_at
from auditkit.analyses.wording import LOGS
from auditkit.cfg import Graph
from auditkit.dataflow import Exploration, Meter, explore
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Call,
    Constant,
    Function,
    Operand,
    Operation,
    Switch,
    Terminator,
)
from auditkit.findings import Step
from auditkit.values import ANY, NONE, OPPOSITE, Cells, relation

S = TypeVar("S", bound=Hashable)
LIMIT = 4000
"""Pairs of block and state that one walk visits before it gives up on being exact."""

WORK = 8_000_000
"""What all walks of one client over a function may cost: operations, times the names known there.

Above what people write: the costliest function of openconnect stays below half of it.
"""

_EXECUTES = re.compile(r"f?exec[lv]p?e?")
_NOTHING: frozenset[Symbol] = frozenset()


@dataclass(frozen=True, slots=True)
class Course:
    """What all walks over one function share.

    `live` are the names read from a block's start on, `deciding` those of them on whose values a
    branch or the function's result hangs. `meter` is shared by the walks of a client that makes
    many.
    """

    function: Function
    graph: Graph
    callees: Callees
    scope: Scope
    live: Mapping[int, frozenset[str]]
    deciding: Mapping[int, frozenset[str]]
    dominators: Mapping[int, int]
    meter: Meter | None = field(default=None, compare=False)

    @staticmethod
    def of(function: Function, graph: Graph, callees: Callees) -> "Course":
        """The course of a function."""
        relevant = relevant_names(function)
        scope = Scope(
            relevant, shared_names(function, callees), counters(function), repeated(function)
        )
        live, deciding = live_names(graph), live_names(graph, relevant)
        return Course(function, graph, callees, scope, live, deciding, graph.dominators())

    def metered(self) -> "Course":
        """The course for a client whose walks share what they may cost."""
        return replace(self, meter=Meter(WORK))

    def start(self, block: int, index: int) -> Environment:
        """What is known before an operation, by what dominates it."""
        known = known_at(self.graph, self.dominators, block, index, self.scope.relevant)
        plain = (item for item in known if not item[0].startswith("#"))
        environment = Environment.of(self.scope, plain)
        # The plain conditions first, for they settle the parts of the others.
        for name, cells in sorted(known, key=lambda item: (len(item[0]), item[0])):
            if name.startswith("#"):
                new = assumed(environment, name[1:], holds=1 in cells)
                environment = environment if new is None else new
        return environment


@dataclass(frozen=True, slots=True)
class Leave(Generic[S]):
    """An exit that a walk came to: the terminator, what is known there, and the path's index."""

    terminator: Terminator
    block: int
    environment: Environment
    state: S
    index: int


@dataclass(frozen=True, slots=True)
class Walk(Generic[S]):
    """All that a walk visited: the exits it came to, and whether the limit cut it short."""

    leaves: tuple[Leave[S], ...]
    exploration: Exploration[tuple[Environment, S]]
    graph: Graph

    @property
    def complete(self) -> bool:
        """Whether every feasible path was seen."""
        return self.exploration.complete

    def steps(self, index: int, limit: int = 12) -> tuple[Step, ...]:
        """The branches taken on the path to the visit at `index`, from the start of the walk."""
        return branch_steps(self.exploration, self.graph, index, limit)


Transfer = Callable[[Operation, Environment, Environment, S, int], Iterable[tuple[Environment, S]]]
"""A client's part of an operation: it gets the operation, the environments before and behind it,
its state and the visit's index, and yields what goes on (nothing: the path ends here)."""

Edge = Callable[[Block, int, Environment, S, int], S | None]
"""A client's part of an edge, with the environment behind the branch; None: not to be followed."""


def stay(_block: Block, _target: int, _environment: Environment, state: S, _index: int) -> S | None:
    """The edge of a client that learns nothing from branches."""
    return state


def walk(
    course: Course,
    start: tuple[int, int],
    begin: tuple[Environment, S] | list[tuple[Environment, S]],
    transfer: Transfer[S],
    *,
    edge: Edge[S] = stay,
    keep: Callable[[S], frozenset[Symbol]] = lambda state: _NOTHING,
    hold: frozenset[Symbol] = _NOTHING,
    limit: int = LIMIT,
) -> Walk[S]:
    """Follows every feasible path from an operation (block, index) to where it ends.

    Several beginnings are followed side by side. `keep` names the symbols that a client follows:
    names that hold them are never forgotten. Those of `hold` are followed as long as a name that
    has one can still be read. All walks over one course end early once its meter is
    used up.
    """
    meter = Meter(WORK) if course.meter is None else course.meter
    leaves: list[Leave[S]] = []
    begins = begin if isinstance(begin, list) else [begin]

    def step(
        number: int, pair: tuple[Environment, S], index: int
    ) -> Iterator[tuple[int, tuple[Environment, S]]]:
        block = course.graph.blocks[number]
        if not meter.allows((len(block.operations) + 1) * (len(pair[0].names) + 10)):
            return
        first = start[1] if index < len(begins) else 0
        thrown: list[tuple[Environment, S]] = []
        found = _through(course, block, first, pair, transfer, keep, index, thrown)
        handler = block.handler if block.handler not in block.successors else None
        targets = [item for item in course.graph.successors[number] if item != handler]
        ways = [(target, *pair) for pair in found for target in targets]
        for environment, state in found if not block.successors else ():
            leaves.append(Leave(block.terminator, number, environment, state, index))
        ways += [(handler, *pair) for pair in thrown if handler is not None]
        for target, environment, state in ways:
            new = _along(block, target, environment)
            kept = None if new is None else edge(block, target, new, state, index)
            if new is not None and kept is not None:
                live = course.live[target] if hold else frozenset[str]()
                new = new.pruned(course.deciding[target], keep(kept), hold, live)
                yield target, (new, kept)

    exploration = explore([(start[0], pair) for pair in begins], step, limit)
    if meter.left < 0:
        exploration = replace(exploration, complete=False)
    return Walk(tuple(leaves), exploration, course.graph)


def _through(
    course: Course,
    block: Block,
    first: int,
    pair: tuple[Environment, S],
    transfer: Transfer[S],
    keep: Callable[[S], frozenset[Symbol]],
    index: int,
    thrown: list[tuple[Environment, S]],
) -> list[tuple[Environment, S]]:
    """The pairs at the end of a block, from its operation `first` on; `thrown` gets those behind
    the last call that an exception may leave.
    """
    pairs = [pair]
    for operation in block.operations[first:]:
        unknown = isinstance(operation, Call) and is_unknown(operation, course.callees)
        following: list[tuple[Environment, S]] = []
        for before, state in pairs:
            behind = before.after(operation, keep(state))
            if isinstance(operation, Call):
                behind = _informed(before, behind, operation, course.callees, unknown)
            following.extend(transfer(operation, before, behind, state, index))
        pairs = list(dict.fromkeys(following)) if len(following) > 1 else following
        throws = isinstance(operation, Call) and may_throw(operation, course.callees)
        if block.handler is not None and throws:
            thrown[:] = pairs
    return pairs


def _informed(
    before: Environment, behind: Environment, call: Call, callees: Callees, unknown: bool
) -> Environment:
    """What is known behind a call: SSL_get_error's answer is 0 just where the result it is asked
    about is positive, and a function that is not known may have changed what it can reach.
    """
    if unknown:
        return behind.changed(call)
    spec = callees.of(call)
    if spec is not None and _EXECUTES.fullmatch(spec.function):
        # Where exec(3) returns at all, it has failed.
        return behind.narrowed(str(call.result), spec.error_cells) or behind
    if spec is not None and spec.function == "SSL_get_error" and len(call.arguments) == 2:
        about = before.symbol(call.arguments[1])
        if about:
            return behind.told(str(call.result), about, relation("<=", 0), relation(">", 0))
    return behind


def is_unknown(call: Call, callees: Callees) -> bool:
    """Whether a call may change what the function can see of memory: neither an API nor a log."""
    return callees.api(call) is None and not _logs(call.callee)


@lru_cache(maxsize=4096)
def _logs(callee: str) -> bool:
    """Whether a function is called as those that log are."""
    return LOGS.search(callee) is not None


def _along(block: Block, target: int, environment: Environment) -> Environment | None:
    """What is known on an edge; None where it cannot be taken."""
    line = block.terminator.at.line
    match block.terminator:
        case Branch(then=then, otherwise=otherwise) as branch if then != otherwise:
            if target not in (then, otherwise):
                return environment
            return _branched(environment, branch, target == then, line)
        case Switch() as switch if target in block.successors:
            return _cased(environment, switch, target, line)
    return environment


def _branched(
    environment: Environment, branch: Branch, holds: bool, line: int
) -> Environment | None:
    if branch.kind is BranchKind.EXCEPTION:
        return environment
    if branch.kind is BranchKind.PREPROCESSOR:
        return assumed(environment, branch.text, holds=holds)
    operator = "!=" if branch.operator == "truth" else branch.operator
    if operator not in OPPOSITE:
        return environment
    right: Operand = Constant("0", 0) if branch.right is None else branch.right
    counted = branch.kind is BranchKind.LOOP and str(branch.left) in environment.scope.counters
    if operator == "<" and not holds and counted:
        return environment.compared(branch.left, "==", right, line)
    operator = operator if holds else OPPOSITE[operator]
    return environment.compared(branch.left, operator, right, line)


def _cased(environment: Environment, switch: Switch, target: int, line: int) -> Environment | None:
    """What is known on one way out of a switch, through any of the labels that lead there."""
    new = environment.minted(switch.value, line)
    left, cells, unclear = ANY, NONE, False
    for case in switch.cases:
        low, high = case.low.value, case.high.value
        if low is None or high is None:
            unclear = unclear or case.target == target
            continue
        labels = Cells(((min(low, high), max(low, high)),))
        left -= labels
        cells |= labels if case.target == target else NONE
    if switch.default == target:
        cells |= left
    return new if unclear else new.narrowed(new.symbol(switch.value), cells)


def branch_steps(
    exploration: Exploration[tuple[Environment, S]], graph: Graph, index: int, limit: int = 12
) -> tuple[Step, ...]:
    """The branches taken on the path to a visit, each with its line and what is known from it."""
    steps = []
    for item, following in pairwise(exploration.path(index)):
        block = graph.blocks[item.block]
        text = taken(block, following.block)
        if text:
            steps.append(Step(block.terminator.at, text))
    if len(steps) > limit:
        steps = [*steps[: limit // 2], *steps[-limit // 2 :]]
    return tuple(steps)


def taken(block: Block, target: int) -> str:
    """What is known when control goes from a block to another: `ret <= 0 is false`."""
    match block.terminator:
        case Branch(kind=BranchKind.PREPROCESSOR, text=text, then=then):
            return f"#if {text}" if target == then else f"#if not {text}"
        case Branch(text=text, then=then, otherwise=otherwise) if then != otherwise:
            return f"{text} is {'true' if target == then else 'false'}"
        case Switch(value=value, cases=cases):
            labels = [case.low.text for case in cases if case.target == target]
            return (
                f"{value} is {' or '.join(labels)}" if labels else f"{value} is none of the cases"
            )
    return ""
