"""What was written of one variable along a path, and what a read of it is worth.

Apart from the walk because a state changes without a graph: by a write of a part, of the beginning
of an array, or by a call that writes only if it succeeds.
"""

from enum import Enum
from typing import NamedTuple

from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.parts import Access, Variable
from auditkit.analyses.touches import BELOW, Pending
from auditkit.facts import Block, Branch


class Verdict(Enum):
    """What is concluded of one variable, from harmless to worst."""

    UNUSED = "never read"
    HARMLESS = "written before every read"
    GIVEN = "left to code that is not followed"
    UNLIKELY = "read unwritten only where a loop runs not even once"
    PARTIAL = "handed out in parts"
    UNTESTED = "read although nobody tested whether it was written"
    FAILED = "read after the call that should have written it failed"
    UNWRITTEN = "read before it is written"


class State(NamedTuple):
    """What was written of a variable on a path: all of it, some parts, or what calls may have.

    `short` are the parts, arrays, that were written from the start on, but perhaps not to the end.
    """

    whole: bool = False
    parts: frozenset[str] = frozenset()
    pending: frozenset[Pending] = frozenset()
    short: frozenset[str] = frozenset()


def kept(state: State) -> frozenset[Symbol]:
    """The results of the calls that a state waits for."""
    return frozenset(pending.symbol for pending in state.pending)


def has(state: State, part: str) -> bool:
    """Whether a part was written."""
    return state.whole or part in state.parts


def written_state(state: State, part: str, short: bool = False, *, union: bool = False) -> State:
    """The state after a write of a part, of all of it or of its beginning only."""
    if state.whole:
        kept = state.short if part or short else frozenset[str]()
        return state._replace(short=kept)
    if not part or union:
        return State(whole=True, short=frozenset(("",)) if short else frozenset())
    rest = frozenset(item for item in state.pending if item.part != part)
    new = state.short - {part}
    if short and part not in state.parts:
        new |= {part}
    return state._replace(parts=state.parts | {part}, pending=rest, short=new)


def element_state(state: State, part: str) -> State:
    """The state after one element of an array was written, `[0]`."""
    if state.whole and not state.short:
        return state
    return State(whole=True, parts=state.parts | {part}, short=frozenset(("",)))


def resolved(state: State, symbol: str, environment: Environment) -> State:
    """The state before a call is made again: what its last result settled stays settled."""
    for pending in state.pending:
        if pending.symbol == symbol:
            state = state._replace(pending=state.pending - {pending})
            if not environment.can_be(symbol) & pending.error:
                state = written_state(state, pending.part, pending.short)
    return state


def judged(
    access: Access, environment: Environment, state: State
) -> tuple[Verdict | None, Pending | None]:
    """The verdict on a read in a state; None if what is read was written."""
    if has(state, access.part):
        return None, None
    verdicts = []
    for pending in state.pending:
        if pending.part and access.part and pending.part != access.part:
            continue
        cells = environment.can_be(pending.symbol)
        if not cells & pending.error:
            return None, None
        error = pending.error | BELOW if -1 in pending.error else pending.error
        failed = Verdict.FAILED if cells <= error else Verdict.UNTESTED
        verdicts.append((failed, pending))
    if verdicts and access.call is not None and not access.part and state.parts:
        # A function that gets a structure of which fields were stored may read just those.
        return Verdict.PARTIAL, None
    if verdicts:
        return min(verdicts, key=lambda pair: (pair[0].value, pair[1].line))
    if not access.part and state.parts:
        return Verdict.PARTIAL, None
    return Verdict.UNWRITTEN, None


def is_own_address(block: Block, target: int, variable: Variable) -> bool:
    """Whether an edge says that an array's address equals another's, which no path can take."""
    branch = block.terminator
    if not isinstance(branch, Branch) or not variable.array or branch.right is None:
        return False
    if variable.name not in (str(branch.left), str(branch.right)):
        return False
    return target == {"==": branch.then, "!=": branch.otherwise}.get(branch.operator)
