"""How a function ends: every exit with what leaves there, the failure before it, and its effects.

One walk over a function from its entry. The failures are those that the code itself finds: a branch
on which a fallible call's result can only be an error. What functions mean by their values
(`summaries`) and where a failure is lost (the concerns) are both read off these exits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from auditkit.analyses.effects import Effects, effects_of, parameter_symbols
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.walk import Course, Leave, Walk, walk
from auditkit.analyses.wording import LOGS, RAISES, is_error_name, logs_error
from auditkit.facts import (
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Operand,
    Operation,
    Place,
    Return,
    Switch,
    Throw,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import ANY, NONE, Cells, only, relation

LIMIT = 3000
"""Pairs of block and state that the walk over one function visits at most."""

_OUTSIDE = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_QUIET = frozenset(
    ("release", "log", "error-print", "error-query", "error-clear", "string", "memory-wipe")
)
_LOOKUPS = frozenset(("query", "comparison", "environment", "error-query", "string", "time"))
_POSITIVE = relation(">=", 1)


@dataclass(frozen=True, slots=True)
class Site:
    """A fallible call of a function; `usual` is what a success returns most often.

    `weak` says that the error value is an answer rather than a failure: a lookup, a query.
    """

    number: int
    call: Call
    spec: ApiSpec
    weak: bool

    @property
    def possible(self) -> Cells:
        """What the call can return at all."""
        return self.spec.error_cells | self.spec.success_cells

    @property
    def usual(self) -> Cells:
        """What a success returns most often."""
        if self.possible != ANY:
            return self.spec.success_cells
        return only(0) if 1 in self.spec.error_cells else only(1)

    def fails(self, cells: Cells) -> bool:
        """Whether these values stand for a failure: an error, and no usual success, is there."""
        return bool(cells & self.spec.error_cells) and not cells & self.usual

    def succeeds(self, cells: Cells) -> bool:
        """Whether no error is among these values."""
        return bool(cells) and not cells & self.spec.error_cells


class Past(NamedTuple):
    """What a path has behind it: the failure that it found last, and what was done since.

    `failed` is the number of a site, or -1; `entry` the line on which that became known; `sure` is
    False where the result was compared with what is no constant. `fine` says that a call whose
    failure matters has succeeded.
    """

    failed: int = -1
    entry: int = 0
    sure: bool = True
    fine: bool = False
    reported: str = ""
    noted: str = ""
    worked: str = ""
    effects: Effects = frozenset()


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a function: `kind` is return, throw or terminated.

    `cells` and `text` are what leaves; `raw` is the number of the site whose result itself leaves,
    or -1; `owned` the release of what leaves, if it is the caller's to release.
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
    sites = tuple(_sites(course))
    symbols: dict[Symbol, Site] = {str(site.call.result): site for site in sites}
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
            return [(behind, _assigned(operation, past))]
        if not isinstance(operation, Call):
            return [(behind, past)]
        spec = course.callees.of(operation)
        if spec is not None and spec.terminates:
            ended.append(_terminated(operation.at, past, index))
            return []
        past = _called(operation, spec, past, symbols)
        return list(_narrowed(operation, spec, behind, past, symbols))

    def edge(
        block: Block, _target: int, environment: Environment, past: Past, _index: int
    ) -> Past | None:
        return _decided(block, environment, past, symbols)

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
        hold=frozenset(symbols),
        limit=LIMIT,
    )
    for leave in done.leaves:
        ended.extend(_left(leave, symbols, parameters))
    unique = {_identity(item): item for item in reversed(ended)}
    exits = tuple(reversed(unique.values()))
    return Outcomes(course, sites, exits, done.complete, done)


def _identity(item: Exit) -> tuple[object, ...]:
    return (item.kind, item.at, item.past, item.cells, item.text, item.raw, item.owned)


def _sites(course: Course) -> Iterator[Site]:
    number = 0
    for call in course.function.calls():
        spec = course.callees.of(call)
        if spec is None or not spec.error_cells or "error-query" in spec.role:
            continue
        if call.kind is CallKind.MACRO and call.expansion and not call.arguments:
            continue
        yield Site(number, call, spec, is_weak(spec))
        number += 1


def is_weak(spec: ApiSpec) -> bool:
    """Whether an error value of a function is an answer (not there, not equal) and no failure."""
    if "verification" in spec.role or "signature" in spec.role:
        return False
    return spec.check == "optional" or (bool(spec.role) and spec.role[0] in _LOOKUPS)


def _assigned(operation: Assign, past: Past) -> Past:
    """What an assignment says: an error that is noted outside of the function, or errno set."""
    target = operation.target
    if past.noted or not isinstance(target, Place):
        return past
    if target.text == "errno":
        return past._replace(noted="errno")
    outside = target.kind in _OUTSIDE or "->" in target.text or target.text.startswith("*")
    if outside and is_error_name(target.text) and str(operation.value) not in ("0", "NULL"):
        return past._replace(noted=target.text)
    return past


def _called(call: Call, spec: ApiSpec | None, past: Past, symbols: Mapping[Symbol, Site]) -> Past:
    """What a call says: the failed one is made again, an error is reported or noted, work is
    done.
    """
    site = symbols.get(str(call.result))
    if site is not None and site.number == past.failed:
        return past._replace(failed=-1, entry=0, sure=True, reported="", noted="", worked="")
    roles = frozenset(spec.role) if spec is not None else frozenset()
    if {"log", "error-print"} & roles or LOGS.search(call.callee):
        reported = past.failed >= 0 or logs_error(call)
        return past._replace(reported=past.reported or call.callee) if reported else past
    if spec is None and RAISES.search(call.callee):
        return past._replace(noted=past.noted or call.callee)
    if past.failed >= 0 and not past.worked and not roles & _QUIET and not call.implicit:
        return past._replace(worked=call.callee)
    return past


def _narrowed(
    call: Call,
    spec: ApiSpec | None,
    behind: Environment,
    past: Past,
    symbols: Mapping[Symbol, Site],
) -> Iterator[tuple[Environment, Past]]:
    """What is known of a call's result at once: its range, or its tie to an earlier result."""
    result = str(call.result)
    site = symbols.get(result)
    if site is not None and site.possible != ANY:
        behind = behind.narrowed(result, site.possible) or behind
    asked = None
    if spec is not None and spec.function == "SSL_get_error" and len(call.arguments) > 1:
        asked = symbols.get(behind.symbol(call.arguments[1]))
    if asked is None:
        yield behind, past
        return
    error, symbol = asked.spec.error_cells, str(asked.call.result)
    for cells, reasons in ((error, ~only(0)), (~error, only(0))):
        new = behind.narrowed(symbol, cells)
        new = None if new is None else new.narrowed(result, reasons)
        if new is not None:
            yield new, past


def _decided(
    block: Block, environment: Environment, past: Past, symbols: Mapping[Symbol, Site]
) -> Past:
    """What a branch says of the results that it tests."""
    operands: tuple[Operand, ...] = ()
    unknown = False
    match block.terminator:
        case Branch(kind=kind, left=left, right=right, operator=operator):
            if kind in (BranchKind.PREPROCESSOR, BranchKind.EXCEPTION):
                return past
            operands = (left,) if right is None else (left, right)
            unknown = operator in ("!=", "==") and right is not None
        case Switch(value=value):
            operands = (value,)
    if not operands:
        return past
    line = block.terminator.at.line
    for operand in operands:
        for symbol in environment.grounds(environment.symbol(operand)):
            site = symbols.get(symbol)
            if site is not None:
                cells = environment.can_be(symbol)
                past = _judged(past, site, cells, line)
                if unknown and len(operands) == 2:
                    past = _compared(past, site, environment, operands, line)
    return past


def _judged(past: Past, site: Site, cells: Cells, line: int) -> Past:
    if site.fails(cells):
        if past.failed == site.number and past.sure:
            return past
        return past._replace(
            failed=site.number, entry=line, sure=True, reported="", noted="", worked=""
        )
    if site.succeeds(cells):
        if past.failed == site.number:
            past = past._replace(failed=-1, entry=0, sure=True, reported="", noted="", worked="")
        return past if site.weak or past.fine else past._replace(fine=True)
    return past


def _compared(
    past: Past, site: Site, environment: Environment, operands: tuple[Operand, ...], line: int
) -> Past:
    """A result that is not what was asked for (`write(f, b, n) != n`) is a failure, not surely."""
    left, right = (environment.symbol(operand) for operand in operands)
    if not left or not right or past.failed >= 0:
        return past
    equal = environment.can_be((left, "==", right)).single
    if equal == 0 and environment.can_be(str(site.call.result)) & site.spec.error_cells:
        return past._replace(
            failed=site.number, entry=line, sure=False, reported="", noted="", worked=""
        )
    return past


def _terminated(at: Location, past: Past, index: int) -> Exit:
    return Exit("terminated", at, -1, past, NONE, "", -1, "", index)


def _left(
    leave: Leave[Past], symbols: Mapping[Symbol, Site], parameters: Mapping[Symbol, int]
) -> Iterator[Exit]:
    match leave.terminator:
        case Return(at=at, value=value):
            yield from _returned(leave, at, value, symbols, parameters)
        case Throw(at=at):
            yield Exit("throw", at, leave.block, leave.state, NONE, "", -1, "", leave.index)
        case _:
            yield _terminated(leave.terminator.at, leave.state, leave.index)


def _returned(
    leave: Leave[Past],
    at: Location,
    value: Operand | None,
    symbols: Mapping[Symbol, Site],
    parameters: Mapping[Symbol, int],
) -> Iterator[Exit]:
    environment, past = leave.environment, leave.state
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
        number = -1 if raw is None else raw.number
        yield Exit("return", at, leave.block, then, cells, text, number, owned, leave.index)


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
            yield failed, _judged(past, site, site.spec.error_cells, line)
        if fine is not None:
            yield fine, past._replace(fine=past.fine or not site.weak)
        return
    yield environment, past
