"""Failures along a path: the calls that can fail, the branch that tells, and what is done since.

Apart from the walk over exits because judging one branch or one operation needs no exits. A failure
is known from the branch on which a result can only be an error; its region is the code that only
this branch leads to, and what happens there is the answer to the failure.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from auditkit.analyses.apis import plain_spec
from auditkit.analyses.effects import Effects
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.inquiry import AGAIN
from auditkit.analyses.walk import Course
from auditkit.analyses.wording import LOGS, RAISED, RAISES, is_error_name, logs_error, logs_little
from auditkit.cfg import Graph
from auditkit.facts import (
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Compute,
    Constant,
    Operand,
    Place,
    Switch,
    Text,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.values import ANY, Cells, only

OUTSIDE = (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
_QUIET = frozenset(
    ("release", "log", "error-print", "error-query", "error-clear", "string", "memory-wipe")
)
_LOOKUPS = frozenset(("query", "comparison", "environment", "error-query", "string", "time"))
_UNDECIDING = (BranchKind.PREPROCESSOR, BranchKind.EXCEPTION, BranchKind.CONDITIONAL)
_TIDY = re.compile(
    r"(?i:^(?:what|c_str|str|clear|reset|code|message|data|constdata|size|length|close|release)$"
    r"|free\w*$|unlock|cleanup|cleanse|_close$|close_|delete|destroy|strerror|error_?string|err_text|to_?string)"
)
_STREAM = re.compile(r"(?:std::)?(?:cerr|clog|cout)")
_CHATTER = re.compile(r"(?i:verbose|debug|quiet|log_?level|trace)")


@dataclass(frozen=True, slots=True)
class Site:
    """A call that can fail: `manner` says how one knows of it, by its result, by an exception that
    is caught (`thrown`), or because the call itself raises an error (`raised`).

    `weak` says that the error value is an answer rather than a failure: a lookup, a query.
    """

    number: int
    call: Call
    spec: ApiSpec
    weak: bool
    manner: str = "result"

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
        if cells & self.spec.error_cells and self._is_refused(cells):
            return True
        return bool(cells & self.spec.error_cells) and not cells & self.usual

    def _is_refused(self, cells: Cells) -> bool:
        """Whether `!= 1` took the usual success of a function with truth values away."""
        truth = self.spec.error_cells == only(0) and self.spec.reason != "SSL_get_error"
        return (
            truth
            and 0 in cells
            and 1 in self.spec.success_cells
            and cells == self.possible - only(1)
        )

    def succeeds(self, cells: Cells) -> bool:
        """Whether no error is among these values."""
        return bool(cells) and not cells & self.spec.error_cells


class Past(NamedTuple):
    """What a path has behind it: the failure that it found last, and the answer to it.

    `failed` is the number of a site, or -1, `test` the branch that told, by its block and target,
    `entry` its line; `sure` is False where the result was compared with what is no constant.
    `joined` is the block where the path left the failure's region, or -1. `decided` says that the
    region asks something else, `verdict` names the variable that got a constant there, `lost` the
    line on which the failing result or that verdict was overwritten by another call's. `fine` says
    that a call whose failure matters has succeeded.
    """

    failed: int = -1
    test: tuple[int, int] = (-1, -1)
    entry: int = 0
    sure: bool = True
    joined: int = -1
    decided: bool = False
    fine: bool = False
    reported: str = ""
    noted: str = ""
    worked: str = ""
    verdict: str = ""
    lost: int = 0
    effects: Effects = frozenset()

    def failing(self, site: Site, line: int, *, sure: bool = True) -> "Past":
        """The past with a new failure, of which nothing has been done about."""
        return Past(site.number, entry=line, sure=sure, fine=self.fine, effects=self.effects)

    def recovered(self) -> "Past":
        """The past without the failure: it was made good."""
        return Past(fine=self.fine, effects=self.effects)


@dataclass(slots=True)
class Failures:
    """The sites of one function and the regions of their tests."""

    graph: Graph
    sites: tuple[Site, ...]
    symbols: Mapping[Symbol, Site]
    handlers: Mapping[int, Site]
    queries: Mapping[Symbol, Call]
    _reached: dict[int, frozenset[int]] = field(default_factory=dict)
    _shared: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)

    @staticmethod
    def of(course: Course) -> "Failures":
        """The sites of a function: calls with error values, and try blocks whose throws are
        caught.
        """
        sites = list(_sites(course))
        symbols: dict[Symbol, Site] = {str(site.call.result): site for site in sites}
        handlers: dict[int, Site] = {}
        for block in course.function.blocks:
            call = next((item for item in block.operations if isinstance(item, Call)), None)
            if block.handler is None or call is None or block.handler in handlers:
                continue
            site = Site(len(sites), call, plain_spec(call.callee), False, "thrown")
            handlers[block.handler] = site
            sites.append(site)
        queries: dict[Symbol, Call] = {
            str(call.result): call
            for call in course.function.calls()
            if (spec := course.callees.of(call)) is not None and "error-query" in spec.role
        }
        return Failures(course.graph, tuple(sites), symbols, handlers, queries)

    def shared(self, block: int, target: int) -> frozenset[int]:
        """The blocks that are reached from a branch's other sides, without the branch itself."""
        known = self._shared.get((block, target))
        if known is None:
            seen: set[int] = set()
            stack = [item for item in self.graph.blocks[block].successors if item != target]
            while stack:
                number = stack.pop()
                if number not in seen and number != block:
                    seen.add(number)
                    stack.extend(self.graph.successors[number])
            known = self._shared[(block, target)] = frozenset(seen)
        return known

    def reached(self, block: int) -> frozenset[int]:
        """The blocks that control can get to from the end of a block."""
        if block not in self._reached:
            self._reached[block] = self.graph.reaches(block)
        return self._reached[block]

    def along(self, block: Block, target: int, environment: Environment, past: Past) -> Past:
        """The past behind an edge: what the branch says of results, and whose region it is in."""
        site = self.handlers.get(target)
        if site is not None and target not in block.successors:
            return past.failing(site, site.call.at.line)._replace(test=(block.number, target))
        if past.failed >= 0 and past.joined < 0 and past.test[0] >= 0:
            past = self._within(block, target, past)
        new = self._judged(block, target, environment, past)
        if new.test == (block.number, target) and target in self.shared(*new.test):
            return new._replace(joined=target)
        return new

    def _within(self, block: Block, target: int, past: Past) -> Past:
        """The past of a failure whose region goes on, or ends, with an edge."""
        if block.number != past.test[0] and not past.decided and _decides(block):
            past = past._replace(decided=True)
        if target in self.shared(*past.test):
            past = past._replace(joined=target)
        return past

    def _ends_loop(self, block: Block, target: int) -> bool:
        """Whether an edge leaves a loop by the loop's own condition: its end is no failure."""
        branch = block.terminator
        if not isinstance(branch, Branch) or branch.kind is not BranchKind.LOOP:
            return False
        return block.number not in self.reached(target)

    def _judged(self, block: Block, target: int, environment: Environment, past: Past) -> Past:
        operands: tuple[Operand, ...] = ()
        kind = BranchKind.IF
        match block.terminator:
            case Branch(kind=BranchKind.PREPROCESSOR | BranchKind.EXCEPTION):
                return past
            case Branch(left=left, right=right, kind=kind):
                operands = (left,) if right is None else (left, right)
            case Switch(value=value):
                operands = (value,)
        if self._ends_loop(block, target):
            return past
        line, test = block.terminator.at.line, (block.number, target)
        for operand in operands:
            for symbol in environment.grounds(environment.symbol(operand)):
                site = self.symbols.get(symbol)
                if site is not None:
                    cells = environment.can_be(symbol)
                    past = judged(past, site, cells, line, test, kind)
                    if len(operands) == 2:
                        past = _compared(past, site, environment, operands, line)
        return past


def judged(
    past: Past,
    site: Site,
    cells: Cells,
    line: int,
    test: tuple[int, int] = (-1, -1),
    kind: BranchKind = BranchKind.IF,
) -> Past:
    """The past behind a test after which a site's result is in these cells."""
    if site.fails(cells):
        code = cells.single
        if code is not None and abs(code) > 1 and cells != site.spec.error_cells:
            # One failure is asked for by its own code: the author has an answer for it.
            return past.failing(site, line)._replace(test=test, decided=True)
        again = past.failed == site.number and past.sure
        if again and past.joined < 0:
            return past
        # `name ? name : "?"` has an answer of its own where there is none.
        defaulted = kind is BranchKind.CONDITIONAL and site.spec.error == "== NULL"
        # A code that is told from the others is answered by what is done about it.
        coded = site.spec.library in AGAIN and cells.single is not None and cells.single < -1
        decided, told = defaulted or coded, past.reported if again else ""
        return past.failing(site, line)._replace(test=test, decided=decided, reported=told)
    if site.succeeds(cells):
        past = past.recovered() if past.failed == site.number else past
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
        return past.failing(site, line, sure=False)
    return past


def assigned(operation: Assign, before: Environment, past: Past, failures: Failures) -> Past:
    """The past behind an assignment: an error is noted outside, a verdict is kept or lost."""
    target = operation.target
    if not isinstance(target, Place):
        return past
    if past.failed >= 0:
        past = _overwritten(operation, target, before, past, failures)
    if past.noted:
        return past
    if target.text == "errno":
        return past._replace(noted="errno")
    outside = target.kind in OUTSIDE or "->" in target.text or target.text.startswith("*")
    if outside and is_error_name(target.text) and str(operation.value) not in ("0", "NULL"):
        return past._replace(noted=target.text)
    return past


def _overwritten(
    operation: Assign, target: Place, before: Environment, past: Past, failures: Failures
) -> Past:
    constant = isinstance(operation.value, Constant)
    if past.joined < 0:
        return past._replace(verdict=target.text) if constant else past
    held = before.held(target.text) == str(failures.sites[past.failed].call.result)
    if (held or target.text == past.verdict) and not constant and not past.lost:
        return past._replace(lost=operation.at.line)
    return past


def computed(operation: Compute, past: Past) -> Past:
    """The past behind an operator: `errors << text` notes an error, `std::cerr << text` tells."""
    first = operation.operands[0] if operation.operands else None
    if operation.operator != "<<" or not isinstance(first, Place):
        return past
    if _STREAM.fullmatch(first.text):
        told = past.failed >= 0 and past.joined < 0
        return past._replace(reported=past.reported or first.text) if told else past
    if is_error_name(first.text):
        return past._replace(noted=past.noted or first.text)
    return past


def called(call: Call, spec: ApiSpec | None, past: Past, failures: Failures) -> Past:
    """The past behind a call: the failed one is made again, an error is reported or noted, or
    the failure's region works for a way out.
    """
    site = failures.symbols.get(str(call.result))
    if site is not None and site.number == past.failed:
        return past.recovered()
    roles = frozenset(spec.role) if spec is not None else frozenset()
    raises = RAISED.search(call.callee) is not None
    if raises and past.failed < 0 and site is not None:
        return past.failing(site, call.at.line)
    if {"log", "error-print"} & roles or LOGS.search(call.callee) or raises:
        told = past.failed >= 0 and past.joined < 0
        if told and not raises and not logs_error(call) and logs_little(call):
            return past._replace(decided=True)
        if told or raises or (past.failed < 0 and logs_error(call)):
            return past._replace(reported=past.reported or call.callee)
        return past
    append = isinstance(call.receiver, Place) and is_error_name(call.receiver.text)
    if append or ((spec is None or not spec.error_cells) and RAISES.search(call.callee)):
        return past._replace(noted=past.noted or call.callee)
    region = past.failed >= 0 and past.joined < 0 and not (_is_spelled_out(call) or tells(call))
    if region and not past.worked and not roles & _QUIET and not tidies(call):
        return past._replace(worked=call.callee)
    return past


def _is_spelled_out(call: Call) -> bool:
    """Whether a call is a macro of which the operations are there as well."""
    return call.kind is CallKind.MACRO and bool(call.expansion)


def tells(call: Call) -> bool:
    """Whether a function can only tell something: it gets nothing but texts."""
    return bool(call.arguments) and all(isinstance(item, Text) for item in call.arguments)


def tidies(call: Call) -> bool:
    """Whether a call only tidies up or reads off what it shows: no way out of a failure."""
    return call.implicit or _TIDY.search(call.callee) is not None


def is_weak(spec: ApiSpec) -> bool:
    """Whether an error value of a function is an answer (not there, not equal) and no failure."""
    if "verification" in spec.role or "signature" in spec.role:
        return False
    return spec.check == "optional" or (bool(spec.role) and spec.role[0] in _LOOKUPS)


def _sites(course: Course) -> Iterator[Site]:
    number = 0
    for call in course.function.calls():
        spec = course.callees.of(call)
        if RAISED.search(call.callee):
            yield Site(number, call, plain_spec(call.callee), False, "raised")
            number += 1
            continue
        if spec is None or not spec.error_cells or "error-query" in spec.role:
            continue
        if call.kind is CallKind.MACRO and call.expansion and not call.arguments:
            continue
        yield Site(number, call, spec, is_weak(spec))
        number += 1


def _decides(block: Block) -> bool:
    """Whether a block ends with a question of its own, and not about how much to log."""
    match block.terminator:
        case Branch(kind=kind, text=text, then=then, otherwise=otherwise):
            if kind in _UNDECIDING or then == otherwise:
                return False
            return _CHATTER.search(text) is None
        case Switch():
            return True
    return False
