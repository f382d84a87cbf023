"""Control flow written once: a builder of basic blocks for branches, loops, scopes, gotos and
throws.

Turns the statements of a function, told by a front end in their order, into blocks. What `while`,
a short circuit, `switch`, leaving a scope or `goto` means is here and nowhere else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from auditkit.blocks import Draft, finished
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Case,
    Constant,
    Destroy,
    Jump,
    Operand,
    Operation,
    Place,
    Return,
    Switch,
    Temp,
    Terminator,
    Throw,
    Unreachable,
)
from auditkit.source import Location

Action = Callable[[], object]
Test = Callable[[int, int], None]
"""Lowers a condition in the current block and leaves it for one of two blocks: true, false."""


@dataclass(slots=True, eq=False)
class Scope:
    """A scope and the variables of class type that die with it, oldest first."""

    parent: "Scope | None"
    variables: list[tuple[Place, str]] = field(default_factory=list)


_Alive = dict[Scope, int]
"""How many variables of each open scope are constructed at a point, innermost scope first."""


@dataclass(slots=True)
class _Target:
    breaks: int
    continues: int | None
    scope: Scope
    cases: list[Case] | None = None
    default: int | None = None


class Builder:
    """Builds the blocks of one function; operations go to the current block."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.scope = Scope(None)
        self._targets: list[_Target] = []
        self._labels: dict[str, tuple[int, _Alive]] = {}
        self._gotos: list[tuple[Draft, _Alive, str, Location]] = []
        self._handler: int | None = None
        self._handler_scope: Scope | None = None
        self._temps = 0
        self._current = self._draft()

    # Blocks

    def _draft(self) -> Draft:
        draft = Draft(len(self.drafts), self._handler)
        self.drafts.append(draft)
        return draft

    def block(self) -> int:
        """The number of a new block, not yet entered."""
        return self._draft().number

    def enter(self, number: int) -> None:
        """Makes a block the current one; the one before must have been left."""
        self._current = self.drafts[number]

    def temp(self) -> Temp:
        """A new temporary."""
        self._temps += 1
        return Temp(self._temps)

    def emit(self, operation: Operation) -> None:
        """Adds an operation to the current block; after a jump it lands in an unreachable one."""
        if self._current.terminator is not None:
            self._current = self._draft()
        self._current.operations.append(operation)

    def leave(self, terminator: Terminator) -> None:
        """Ends the current block, unless it has ended already."""
        if self._current.terminator is None:
            self._current.terminator = terminator

    @property
    def open(self) -> bool:
        """Whether control reaches the end of the current block."""
        return self._current.terminator is None

    def jump(self, at: Location, target: int) -> None:
        """Leaves the current block for another one."""
        self.leave(Jump(at, target))

    def branch(
        self,
        at: Location,
        kind: BranchKind,
        operator: str,
        operands: tuple[Operand, Operand | None],
        targets: tuple[int, int],
        text: str,
    ) -> None:
        """Leaves the current block on a condition for the first target, or else for the second."""
        left, right = operands
        self.leave(Branch(at, kind, operator, left, right, targets[0], targets[1], text))

    # Scopes

    def scoped(self, at: Callable[[], Location], body: Action) -> None:
        """Runs the body in a scope of its own; its variables die at the end, newest first."""
        self.scope = Scope(self.scope)
        body()
        if self.open:
            self._destroy(at(), self.scope, self.scope.parent)
        assert self.scope.parent is not None
        self.scope = self.scope.parent

    def dies_with_scope(self, place: Place, type: str) -> None:
        """Notes a variable whose destructor runs when the current scope is left."""
        self.scope.variables.append((place, type))

    def _destroy(self, at: Location, inner: Scope | None, outer: Scope | None) -> None:
        for place, type in _dying(inner, outer):
            self.emit(Destroy(at, place, type))

    # Statements

    def if_(self, at: Location, test: Test, then: Action, otherwise: Action | None = None) -> None:
        """`if (test) then else otherwise`."""
        yes, after = self.block(), self.block()
        no = self.block() if otherwise else after
        test(yes, no)
        self.enter(yes)
        then()
        self.jump(at, after)
        if otherwise:
            self.enter(no)
            otherwise()
            self.jump(at, after)
        self.enter(after)

    def choose(self, at: Location, conditions: Sequence[str], arms: Sequence[Action]) -> None:
        """Preprocessor alternatives: one arm for each condition, and what is left if none holds."""
        after = self.block()
        for condition, arm in zip(conditions, arms, strict=True):
            if not condition:
                arm()
                break
            yes, no = self.block(), self.block()
            negated = condition.startswith("!")
            text = condition.removeprefix("!") if negated else condition
            if negated and not _is_atom(text):
                negated, text = False, condition
            targets = (no, yes) if negated else (yes, no)
            operand = Constant(text, None)
            self.branch(at, BranchKind.PREPROCESSOR, "defined", (operand, None), targets, text)
            self.enter(yes)
            arm()
            self.jump(at, after)
            self.enter(no)
        self.jump(at, after)
        self.enter(after)

    def while_(
        self, at: Location, test: Test | None, body: Action, step: Action | None = None
    ) -> None:
        """`while (test) body`, or `for (; test; step) body`; without a test the loop is endless."""
        head, inside, after = self.block(), self.block(), self.block()
        again = self.block() if step else head
        self.jump(at, head)
        self.enter(head)
        if test:
            test(inside, after)
        else:
            self.jump(at, inside)
        self._loop(inside, after, again, body)
        self.jump(at, again)
        if step:
            self.enter(again)
            step()
            self.jump(at, head)
        self.enter(after)

    def do_while(self, at: Location, body: Action, test: Test | None) -> None:
        """`do body while (test)`; a test that is constantly false is given as None."""
        inside, again, after = self.block(), self.block(), self.block()
        self.jump(at, inside)
        self._loop(inside, after, again, body)
        self.jump(at, again)
        self.enter(again)
        if test:
            test(inside, after)
        else:
            self.jump(at, after)
        self.enter(after)

    def _loop(self, inside: int, after: int, again: int, body: Action) -> None:
        self._targets.append(_Target(after, again, self.scope))
        self.enter(inside)
        body()
        self._targets.pop()

    def switch(self, at: Location, value: Operand, body: Action) -> None:
        """`switch (value) body`; the body calls `case` where a label stands."""
        dispatch = self._current if self.open else self._draft()
        after = self.block()
        target = _Target(after, None, self.scope, [])
        self._targets.append(target)
        self._current = self._draft()
        body()
        self.jump(at, after)
        self._targets.pop()
        default = after if target.default is None else target.default
        dispatch.terminator = Switch(at, value, tuple(target.cases or ()), default)
        self.enter(after)

    def case(self, at: Location, low: Constant | None, high: Constant | None = None) -> None:
        """A label of the innermost switch; None is `default`. Control falls in from above."""
        target = next((item for item in reversed(self._targets) if item.cases is not None), None)
        if target is None or target.cases is None:
            return
        number = self.block()
        self.jump(at, number)
        self.enter(number)
        if low is None:
            target.default = number
        else:
            target.cases.append(Case(low, high or low, number))

    def break_(self, at: Location) -> None:
        """Leaves the innermost loop or switch."""
        if self._targets:
            target = self._targets[-1]
            self._destroy_when_open(at, target.scope)
            self.jump(at, target.breaks)

    def continue_(self, at: Location) -> None:
        """Goes on with the innermost loop."""
        for target in reversed(self._targets):
            if target.continues is not None:
                self._destroy_when_open(at, target.scope)
                self.jump(at, target.continues)
                return

    def return_(self, at: Location, value: Operand | None) -> None:
        """Leaves the function through the destructors of all open scopes."""
        self._destroy_when_open(at, None)
        self.leave(Return(at, value))

    def throw(self, at: Location, value: Operand | None) -> None:
        """Throws to the innermost handler, or out of the function."""
        self._destroy_when_open(at, self._handler_scope)
        self.leave(Throw(at, value, self._handler))

    def unreachable(self, at: Location) -> None:
        """Ends the block: the call before never returns."""
        self.leave(Unreachable(at))

    def label(self, at: Location, name: str) -> None:
        """A label that `goto` can name."""
        number = self.block()
        self.jump(at, number)
        self.enter(number)
        self._labels[name] = (number, _alive(self.scope))

    def goto(self, at: Location, name: str) -> None:
        """Jumps to a label of the function, wherever it stands."""
        if self.open:
            draft = self._draft()
            self.jump(at, draft.number)
            self._gotos.append((draft, _alive(self.scope), name, at))

    def try_(self, at: Location, body: Action, clauses: Sequence[tuple[str, Action]]) -> None:
        """`try body` with its `catch` clauses: the type they catch (empty for `...`) and what they
        do.
        """
        dispatch, after = self.block(), self.block()
        outer = self._handler, self._handler_scope
        self._handler, self._handler_scope = dispatch, self.scope
        inside = self.block()
        self.jump(at, inside)
        self.enter(inside)
        body()
        self._handler, self._handler_scope = outer
        self.jump(at, after)
        self.enter(dispatch)
        for caught, action in clauses:
            yes, no = self.block(), self.block()
            if caught:
                operand = Constant(caught, None)
                kind = BranchKind.EXCEPTION
                self.branch(at, kind, "defined", (operand, None), (yes, no), caught)
            else:
                self.jump(at, yes)
            self.enter(yes)
            action()
            self.jump(at, after)
            self.enter(no)
        if clauses and not clauses[-1][0]:
            self.leave(Throw(at, None, self._handler))
        else:
            self.throw(at, None)
        self.enter(after)

    def _destroy_when_open(self, at: Location, outer: Scope | None) -> None:
        if self.open:
            self._destroy(at, self.scope, outer)

    # The end

    def finish(self, at: Location) -> tuple[Block, ...]:
        """The blocks of the function, entry first, without empty detours; `at` is its end."""
        self._destroy_when_open(at, None)
        self.leave(Return(at, None, implicit=True))
        for draft, alive, name, place in self._gotos:
            number, kept = self._labels.get(name, (-1, {}))
            if number < 0:
                draft.terminator = Unreachable(place)
                continue
            for scope, count in alive.items():
                dying = reversed(scope.variables[kept.get(scope, 0) : count])
                draft.operations.extend(Destroy(place, item, type) for item, type in dying)
            draft.terminator = Jump(place, number)
        for draft in self.drafts:
            if draft.terminator is None:
                draft.terminator = Return(at, None, implicit=True)
        return finished(self.drafts)


def _is_atom(text: str) -> bool:
    return not any(operator in text for operator in ("&&", "||", "<", ">", "=", " "))


def _dying(inner: Scope | None, outer: Scope | None) -> list[tuple[Place, str]]:
    found: list[tuple[Place, str]] = []
    while inner is not None and inner is not outer:
        found.extend(reversed(inner.variables))
        inner = inner.parent
    return found


def _alive(scope: Scope | None) -> _Alive:
    alive: _Alive = {}
    while scope is not None:
        alive[scope] = len(scope.variables)
        scope = scope.parent
    return alive
