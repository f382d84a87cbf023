"""How a function ends: every exit with what leaves there, the failure before it, and its effects.

One walk over a function from its entry. The failures are those that the code itself finds: a branch
on which a fallible call's result can only be an error. What functions mean by their values
(`summaries`) and where a failure is lost (the concerns) are both read off these exits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from auditkit.analyses.effects import effects_of, parameter_symbols
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.failures import (
    OUTSIDE,
    Failures,
    Past,
    Site,
    assigned,
    called,
    computed,
    judged,
)
from auditkit.analyses.walk import Course, Leave, Walk, walk
from auditkit.cfg import Graph
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Call,
    Compute,
    Function,
    Opaque,
    Operand,
    Operation,
    Place,
    Return,
    Throw,
    Unreachable,
)
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import ANY, NONE, Cells, only, relation

LIMIT = 1200
"""Pairs of block and state that the walk over one function visits at most."""

_POSITIVE = relation(">=", 1)


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a function: `kind` is return, throw or terminated.

    `cells` and `text` are what leaves; `raw` is the number of the site whose result itself leaves,
    or -1; `owned` the release of what leaves, if it is the caller's to release; `reason` the call
    that asked for the reason of a failure, if its answer leaves.
    """

    kind: str
    at: Location
    block: int
    past: Past
    cells: Cells
    text: str
    raw: int
    owned: str
    index: int
    reason: Call | None = None

    @property
    def failed(self) -> bool:
        """Whether a failure was found on the way to this exit."""
        return self.past.failed >= 0

    @property
    def refused(self) -> bool:
        """Whether the result that leaves is itself that of the failed call."""
        return self.failed and self.raw == self.past.failed


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All exits of a function, its fallible calls, and whether every path was walked."""

    course: Course
    sites: tuple[Site, ...]
    exits: tuple[Exit, ...]
    complete: bool
    walk: Walk[Past]


def outcomes(course: Course) -> Outcomes:
    """The exits of a function, by one walk from its entry."""
    failures = Failures.of(course)
    symbols = failures.symbols
    parameters = parameter_symbols(course.function)
    ended: list[Exit] = []
    kept: frozenset[Symbol] = frozenset(parameters)

    def transfer(
        operation: Operation, before: Environment, behind: Environment, past: Past, index: int
    ) -> list[tuple[Environment, Past]]:
        effects = effects_of(operation, before, past.effects, parameters, course.callees)
        if effects is not past.effects:
            past = past._replace(effects=effects)
        if isinstance(operation, Assign):
            return [(behind, assigned(operation, before, past, failures))]
        if isinstance(operation, Compute):
            return [(behind, computed(operation, past))]
        if not isinstance(operation, Call):
            return [(behind, past)]
        spec = course.callees.of(operation)
        if spec is not None and spec.terminates:
            ended.append(_terminated(operation.at, past, index))
            return []
        past = called(operation, spec, past, failures)
        return [
            (new, past)
            for one in _written(operation, before, behind, symbols)
            for new in _narrowed(operation, spec, one, symbols)
        ]

    def edge(
        block: Block, target: int, environment: Environment, past: Past, _index: int
    ) -> Past | None:
        return failures.along(block, target, environment, past)

    names = course.function.parameters
    begin = Environment(
        course.scope, frozenset((names[index].name, symbol) for symbol, index in parameters.items())
    )
    done = walk(
        course,
        (0, 0),
        (begin, Past()),
        transfer,
        edge=edge,
        keep=lambda _: kept,
        hold=frozenset((*symbols, *failures.queries)),
        limit=LIMIT,
    )
    for leave in done.leaves:
        ended.extend(_left(leave, failures, parameters))
    unique = {_identity(item): item for item in reversed(ended)}
    exits = tuple(reversed(unique.values()))
    return Outcomes(course, failures.sites, exits, done.complete, done)


def _identity(item: Exit) -> tuple[object, ...]:
    return (item.kind, item.at, item.past, item.cells, item.text, item.raw, item.owned)


def _narrowed(
    call: Call,
    spec: ApiSpec | None,
    behind: Environment,
    symbols: Mapping[Symbol, Site],
) -> Iterator[Environment]:
    """What is known of a call's result at once: its range, or its tie to an earlier result."""
    result = str(call.result)
    site = symbols.get(result)
    if site is not None and site.possible != ANY:
        behind = behind.narrowed(result, site.possible) or behind
    asked = None
    if spec is not None and spec.function == "SSL_get_error" and len(call.arguments) > 1:
        asked = symbols.get(behind.symbol(call.arguments[1]))
    if asked is None:
        yield behind
        return
    error, symbol = asked.spec.error_cells, str(asked.call.result)
    for cells, reasons in ((error, ~only(0)), (~error, only(0))):
        new = behind.narrowed(symbol, cells)
        new = None if new is None else new.narrowed(result, reasons)
        if new is not None:
            yield new


def _written(
    call: Call, before: Environment, behind: Environment, symbols: Mapping[Symbol, Site]
) -> Iterator[Environment]:
    """The environments behind a call that writes through a pointer on success only: where it
    fails, what the variable holds stays.
    """
    site = symbols.get(str(call.result))
    held = {} if site is None else dict(_untouched(call, before, site))
    failed = None if site is None else behind.narrowed(str(call.result), site.spec.error_cells)
    fine = None if site is None else behind.narrowed(str(call.result), site.spec.success_cells)
    if not held or failed is None or fine is None:
        yield behind
        return
    for name, symbol in held.items():
        failed = failed.bound(name, symbol)
    yield failed
    yield fine


def _untouched(call: Call, before: Environment, site: Site) -> Iterator[tuple[str, Symbol]]:
    """The variables, with what they hold, that a call writes if it succeeds."""
    for out in site.spec.out:
        argument = call.arguments[out.position] if out.position < len(call.arguments) else None
        if out.written == "success" and isinstance(argument, Address):
            held = before.held(argument.place.text)
            if held:
                yield argument.place.text, held


def _terminated(at: Location, past: Past, index: int) -> Exit:
    return Exit("terminated", at, -1, past, NONE, "", -1, "", index)


def _left(
    leave: Leave[Past], failures: Failures, parameters: Mapping[Symbol, int]
) -> Iterator[Exit]:
    match leave.terminator:
        case Return(at=at, value=value):
            yield from _returned(leave, at, value, failures, parameters)
        case Throw(at=at):
            yield Exit("throw", at, leave.block, leave.state, NONE, "", -1, "", leave.index)
        case _:
            yield _terminated(leave.terminator.at, leave.state, leave.index)


def _returned(
    leave: Leave[Past],
    at: Location,
    value: Operand | None,
    failures: Failures,
    parameters: Mapping[Symbol, int],
) -> Iterator[Exit]:
    environment, past, symbols = leave.environment, leave.state, failures.symbols
    text = "" if value is None else str(value)
    symbol = environment.symbol(value)
    raw = symbols.get(symbol)
    if symbol in parameters:
        past = past._replace(effects=past.effects | {("returned", parameters[symbol])})
    null = {("null", index) for item, index in parameters.items() if _is_null(environment, item)}
    if null:
        past = past._replace(effects=past.effects | null)
    for new, then in _split(environment, past, symbol, symbols, at.line):
        cells = NONE if value is None else new.value(value)
        if text == "errno" and cells == ANY:
            cells = _POSITIVE
        owned = raw.spec.release if raw is not None and raw.spec.returns == "owned" else ""
        if _is_kept(new, symbol, value):
            owned = ""
        number = -1 if raw is None else raw.number
        reason = failures.queries.get(symbol)
        yield Exit("return", at, leave.block, then, cells, text, number, owned, leave.index, reason)


def _is_kept(environment: Environment, symbol: Symbol, value: Operand | None) -> bool:
    """Whether a place that outlives the function holds what leaves, too."""
    if isinstance(value, Place) and value.kind in OUTSIDE:
        return True
    return any("->" in name or name.startswith("*") for name in environment.holders(symbol))


def _is_null(environment: Environment, symbol: Symbol) -> bool:
    return environment.can_be(symbol) == only(0)


def _split(
    environment: Environment,
    past: Past,
    symbol: Symbol,
    symbols: Mapping[Symbol, Site],
    line: int,
) -> Iterator[tuple[Environment, Past]]:
    """The environment, apart for the failure and the success of a call whose result, untested,
    decides what is returned.
    """
    for ground in environment.grounds(symbol):
        site = symbols.get(ground)
        if site is None:
            continue
        cells = environment.can_be(ground)
        if not cells & site.spec.error_cells or not cells - site.spec.error_cells:
            continue
        failed = environment.narrowed(ground, site.spec.error_cells)
        fine = environment.narrowed(ground, site.spec.success_cells)
        if failed is not None:
            yield failed, judged(past, site, site.spec.error_cells, line)
        if fine is not None:
            yield fine, past._replace(fine=past.fine or not site.weak)
        return
    yield environment, past


def unread(function: Function) -> tuple[Function, Graph]:
    """A function as if nothing of its body were understood."""
    opaque = Opaque(function.at, "function", "the analysis of this function gave up")
    stub = replace(function, blocks=(Block(0, (opaque,), Unreachable(function.at)),))
    return stub, Graph.of(stub)
