"""Control flow written once: a builder of basic blocks for branches, loops, scopes, gotos and
throws.

Turns the statements of a function, told by a front end in their order, into blocks. What `while`,
a short circuit, `switch`, leaving a scope or `goto` means is here and nowhere else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditkit.blocks import Draft, decision, finished
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Case,
    Constant,
    Destroy,
    Jump,
    Opaque,
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
from auditkit.scopes import Alive, Ending, Scope, alive, due
from auditkit.source import Location

Action = Callable[[], object]
Test = Callable[[int, int], None]
"""Lowers a condition in the current block and leaves it for one of two blocks: true, false."""


@dataclass(slots=True)
class _Target:
    breaks: int
    continues: int | None
    scope: Scope
    labels: "list[_Label] | None" = None


@dataclass(frozen=True, slots=True)
class _Label:
    block: int
    low: Constant | None
    high: Constant | None
    condition: str


class Builder:
    """Builds the blocks of one function; operations go to the current block."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.scope = Scope(None)
        self._targets: list[_Target] = []
        self._labels: dict[str, tuple[int, Alive]] = {}
        self._gotos: list[tuple[Draft, Alive, str, Location]] = []
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
        self.at_scope_end(lambda at: Destroy(at, place, type))

    def at_scope_end(self, ending: Ending) -> None:
        """Notes an operation that runs at every exit of the current scope."""
        self.scope.endings.append(ending)

    def _destroy(self, at: Location, inner: Scope | None, outer: Scope | None) -> None:
        for ending in due(inner, outer):
            self.emit(ending(at))

    # Statements

    def arm(self, at: Location, test: Test, then: Action, *, more: bool) -> int:
        """`if (test) then`, and the block behind all arms, for `join`; where there are more of
        them, the next is built where the test fails.
        """
        yes, after = self.block(), self.block()
        no = self.block() if more else after
        test(yes, no)
        self.enter(yes)
        then()
        self.jump(at, after)
        if more:
            self.enter(no)
        return after

    def join(self, at: Location, after: int) -> None:
        """Goes on in a block behind what was built before it."""
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
            self.leave(decision(at, condition, yes, no))
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
        self._dispatch(at, value, dispatch, target.labels or (), after)
        self.enter(after)

    def _dispatch(
        self, at: Location, value: Operand, dispatch: Draft, labels: Sequence[_Label], after: int
    ) -> None:
        """Ends the block that a switch starts in.

        A label under an `#if` is there only if that holds; where not, its value goes where the
        same label's next occurrence or `default` leads.
        """
        default = after
        for label in reversed([label for label in labels if label.low is None]):
            default = self._entry(at, label, default)
        cases: dict[tuple[str, str], Case] = {}
        for label in reversed(labels):
            if label.low is not None:
                high = label.high or label.low
                twin = cases.pop((label.low.text, high.text), None)
                entry = self._entry(at, label, twin.target if twin else default)
                cases[label.low.text, high.text] = Case(label.low, high, entry)
        dispatch.terminator = Switch(at, value, tuple(reversed(cases.values())), default)

    def _entry(self, at: Location, label: _Label, otherwise: int) -> int:
        """The block that a label's value leads to, by way of its condition if it has one."""
        if not label.condition:
            return label.block
        draft = self._draft()
        draft.terminator = decision(at, label.condition, label.block, otherwise)
        return draft.number

    def case(
        self, at: Location, low: Constant | None, high: Constant | None = None, condition: str = ""
    ) -> None:
        """A label of the innermost switch; None is `default`. Control falls in from above.

        `condition` is that of the `#if` that the label stands under.
        """
        target = next((item for item in reversed(self._targets) if item.labels is not None), None)
        if target is None or target.labels is None:
            return
        number = self.block()
        self.jump(at, number)
        self.enter(number)
        target.labels.append(_Label(number, low, high, condition))

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
        self._labels[name] = (number, alive(self.scope))

    def goto(self, at: Location, name: str) -> None:
        """Jumps to a label of the function, wherever it stands."""
        if self.open:
            self.jump(at, self._jump_to_label(at, name))

    def goto_any(self, at: Location, value: Operand, names: Sequence[str]) -> None:
        """Jumps to the one of these labels whose address the value is."""
        targets = [(name, self._jump_to_label(at, name)) for name in names]
        lost = self._draft()
        lost.operations.append(Opaque(at, "goto", "the label is computed"))
        lost.terminator = Unreachable(at)
        cases = [
            Case(Constant(f"&&{name}", None), Constant(f"&&{name}", None), target)
            for name, target in targets
        ]
        self.leave(Switch(at, value, tuple(cases), lost.number))

    def _jump_to_label(self, at: Location, name: str) -> int:
        """A block that leaves the open scopes for a label; where that is, is known in the end."""
        draft = self._draft()
        self._gotos.append((draft, alive(self.scope), name, at))
        return draft.number

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
        for draft, open_scopes, name, place in self._gotos:
            number, kept = self._labels.get(name, (-1, {}))
            if number < 0:
                draft.operations.append(Opaque(place, "goto", f"no label {name!r} was found"))
                draft.terminator = Unreachable(place)
                continue
            for scope, count in open_scopes.items():
                endings = reversed(scope.endings[kept.get(scope, 0) : count])
                draft.operations.extend(ending(place) for ending in endings)
            draft.terminator = Jump(place, number)
        for draft in self.drafts:
            if draft.terminator is None:
                draft.terminator = Return(at, None, implicit=True)
        return finished(self.drafts)
