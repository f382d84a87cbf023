"""The life of one value along a path: owned, handed on, released; by whom, and what hangs on it.

Apart from the steps because the state knows nothing of operations. A life is a value: equal lives
in equal environments at one block are one, which ends loops.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from auditkit.analyses.apis import Callees
from auditkit.analyses.environment import Environment, Symbol, reaches
from auditkit.facts import Address, Call, Discard, Operand, Place, Temp, VariableKind
from auditkit.knowledge import ApiSpec
from auditkit.source import Location
from auditkit.values import NONE, Cells, only, relation

_NEGATIVE = relation("<", 0)


class Status(Enum):
    """What a value is to the function that walks with it."""

    OWNED = "owned"
    STORED = "stored"
    HELD = "held"
    GIVEN = "given"
    ESCAPED = "escaped"
    BORROWED = "borrowed"
    DANGLING = "dangling"
    RELEASED = "released"
    LOST = "lost"


class Kind(Enum):
    """Why a value is followed: how it came to the function, or what was done with it."""

    RESULT = "result"
    OUTPUT = "output"
    IN_PLACE = "in place"
    BORROWED = "borrowed"
    RELEASED = "released"
    REPLACED = "replaced"
    GIVEN = "given"


class Life(NamedTuple):
    """One path's knowledge of the value.

    `line` and `by` tell of the last change. `pending` is the result on whose success that change
    hangs, `failure` what it is if nothing changed, `error` what the manual page calls an error.
    `container` is the object that the value is a part of; `joined` says that it became one by a
    call. `derived` are temporaries that point into the value; `doubt` says what makes a conclusion
    less sure; `asked` is the result of the call of which nothing is known that may have taken the
    value; `stored` says that it had a place outside before it was given away.
    """

    status: Status
    line: int
    by: str = ""
    references: int = 1
    pending: Symbol = ""
    failure: Cells = NONE
    error: Cells = NONE
    container: Symbol = ""
    joined: bool = False
    derived: frozenset[str] = frozenset()
    doubt: str = ""
    asked: Symbol = ""
    stored: bool = False

    def became(self, status: Status, line: int, by: str) -> "Life":
        """The life after a definite change."""
        return self._replace(
            status=status,
            line=line,
            by=by,
            pending="",
            failure=NONE,
            error=NONE,
            container="",
            joined=False,
            asked="",
            stored=False,
        )

    def doubted(self, why: str) -> "Life":
        """The life with a reason to be less sure."""
        return self if self.doubt else self._replace(doubt=why)


@dataclass(frozen=True, slots=True)
class Subject:
    """A value to follow: where it comes from, the symbol it has, and what releases it.

    `guard` is the result that tells whether there is a value at all, `failure` the results that say
    there is none, `usual` the one that nearly always says that there is, if only failures are
    described: what is left without it counts as failure. `lender` is the symbol of what a borrowed
    value belongs to; one that `reuses` replaces what it finds; one that is `presumed` comes from a
    function of which nothing is known.
    """

    kind: Kind
    call: Call
    spec: ApiSpec | None
    symbol: Symbol
    holder: str
    release: str
    guard: Symbol
    failure: Cells
    pointer: bool
    lender: Symbol = ""
    reuses: bool = False
    usual: int | None = None
    presumed: bool = False

    def absent(self, environment: Environment) -> bool:
        """Whether there is no value on this path: the call failed."""
        own = environment.can_be(self.symbol)
        nothing = (NONE if self.guard else self.failure) | only(0)
        if self.kind is not Kind.IN_PLACE and own <= nothing:
            return True
        if not self.guard:
            return False
        guard = environment.can_be(self.guard)
        if self.usual is not None and self.usual not in guard and guard & self.failure:
            return True
        # A length of 0 that is tested together with failures comes with nothing either.
        lumped = self.failure <= _NEGATIVE and bool(guard & self.failure)
        return guard <= (self.failure | only(0) if lumped else self.failure)


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong that happened to the value on a path, which `index` finds."""

    kind: str
    at: Location
    life: Life
    callee: str
    index: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the value at one end of its path, and who owns it from then on."""

    fate: str
    exit: str
    at: Location
    owner: str
    life: Life
    index: int


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a function are: kinds and types of variables, and which hold new objects.

    `fresh` are the local variables that are only ever given what the function itself acquired,
    `unset` those that are given nothing but null; `moved` are the destructions of variables that
    are returned, `closures` the lines on which a closure is made. `lenders` says for what is
    borrowed whose it is, `derivations` for a variable of one value what that is made of, and
    whether it is a copy, `given` for the result of a call which names the call got,
    `shared` names get several values, `holders` are the first names of temporaries,
    `throws` the calls that an exception may leave, `loops` the macros that spell loops,
    `clears` the places that a call of a function of the target releases, and whether these are left
    as they are, `lasting` the places that should not keep what is released (`dangling.Why`).
    """

    kinds: Mapping[str, VariableKind]
    types: Mapping[str, str]
    fresh: frozenset[str]
    moved: frozenset[int]
    closures: frozenset[int]
    unset: frozenset[str]
    lenders: Mapping[str, str]
    derivations: tuple[tuple[str, str, bool, int], ...]
    given: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    holders: Mapping[str, str]
    throws: frozenset[int] = frozenset()
    loops: frozenset[int] = frozenset()
    clears: Mapping[int, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    lasting: Mapping[str, Enum] = field(default_factory=dict)

    def owner(self, operand: Operand) -> str:
        """The name of what lends a value in the end: the list of the element of the name."""
        name = str(operand) if isinstance(operand, Place | Temp) else ""
        for _ in range(4):
            root = re.split(r"->|\.|\[", name.lstrip("*"))[0]
            lender = self.lenders.get(name) or self.lenders.get(root)
            if not lender:
                break
            name = lender
        return name

    def aliases(self, name: str, line: int) -> tuple[tuple[str, ...], frozenset[str]]:
        """The variables that are copies of a name on a line, and those that point into what it
        points to.
        """
        before = [item for item in self.derivations if item[3] <= line]
        copies = tuple(each for each, base, same, _ in before if base == name and same)
        bases = {name, *copies}
        into = (each for each, base, same, _ in before if base in bases and not same)
        return copies, frozenset(into)

    def is_object(self, name: str) -> bool:
        """Whether a name is a local variable of class type."""
        kind = self.kinds.get(name)
        return kind is VariableKind.LOCAL and "*" not in self.types.get(name, "*")

    def is_local(self, place: Place) -> bool:
        """Whether a place starts at a variable of this call of the function."""
        if place.kind is VariableKind.LOCAL:
            return not self.is_reference(place.root)
        return place.kind is VariableKind.PARAMETER and not self.is_reference(place.root)

    def is_reference(self, root: str) -> bool:
        """Whether a variable is another name for something outside."""
        return self.types.get(root, "").rstrip().endswith("&")


@dataclass(frozen=True, slots=True)
class Tracker:
    """What the steps of one walk share, and where they note what they find.

    `believed` are the calls, by their results, that are known not to take the value because it is
    released behind them; `beliefs` gathers those, with the results for which that was seen;
    `unclear` are those that are compared with a constant of unknown value; `flags` are what other
    rounds of the loop in which the value is made may have set.
    """

    subject: Subject
    callees: Callees
    names: Names
    believed: Mapping[Symbol, Cells] = field(default_factory=dict)
    beliefs: dict[Symbol, Cells] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)
    unclear: set[Symbol] = field(default_factory=set)
    flags: frozenset[str] = frozenset()

    def note(self, kind: str, at: Location, life: Life, callee: str, index: int) -> None:
        """Notes a defect; what is doubted on the path is not sure."""
        self.defects.append(Defect(kind, at, life, callee, index, not life.doubt))

    def keep(self, life: Life) -> frozenset[Symbol]:
        """The symbols that must not be forgotten."""
        subject = self.subject
        symbols = (subject.symbol, subject.guard, subject.lender, life.pending)
        return frozenset(filter(None, (*symbols, life.container, life.asked)))

    def believe(self, result: Symbol, environment: Environment) -> None:
        """Notes that a value is released behind a call that might have taken it, or made it."""
        seen = environment.can_be(result)
        if any(isinstance(known, tuple) and result in known for known, _ in environment.cells):
            # Compared with a constant of unknown value: seen for one side of that only.
            seen = seen & only(1)
        self.beliefs[result] = self.beliefs.get(result, NONE) | seen


def settled(life: Life, environment: Environment, kind: Kind = Kind.RESULT) -> Life:
    """The life once it is known whether the call that it hangs on failed.

    What a failed call did not replace is again where it was before.
    """
    if life.container and environment.can_be(life.container) <= only(0):
        life = life._replace(container="", joined=False)
    if not life.pending:
        return life
    cells = environment.can_be(life.pending)
    if cells <= life.failure:
        if life.status is Status.LOST:
            return life._replace(pending="", failure=NONE, error=NONE)
        if life.status is Status.OWNED and not life.joined:
            return life._replace(
                references=life.references + 1, pending="", failure=NONE, error=NONE
            )
        elsewhere = kind in (Kind.REPLACED, Kind.GIVEN) or life.stored
        before = Status.ESCAPED if elsewhere else Status.OWNED
        return life.became(before, life.line, "")
    if not cells & life.failure or not cells & life.error:
        status = Status.GIVEN if life.status is Status.LOST else life.status
        return life._replace(status=status, pending="", failure=NONE, error=NONE)
    return life


def released_on_failure(life: Life, spec: ApiSpec, call: Call) -> Life:
    """The life behind a call that releases the value if it fails."""
    gone = life.became(Status.RELEASED, call.at.line, call.callee)
    if call.discard is not Discard.VALUE:
        return gone.doubted(f"{call.callee} releases it only if it fails")
    kept, stored = ~spec.error_cells, life.status is not Status.OWNED
    return gone._replace(pending=str(call.result), failure=kept, error=kept, stored=stored)


def through(operand: Operand | None, holders: frozenset[str]) -> bool:
    """Whether an operand goes through a pointer that holds the value: `p->x`, `*p`, `p[0]`."""
    place = operand.place if isinstance(operand, Address) else operand
    if not isinstance(place, Place):
        return False
    return any(
        place.text != name and reaches(place.text, name) and not _is_member(place.text, name)
        for name in holders
    )


def plain(holders: frozenset[str]) -> frozenset[str]:
    """The names that are no temporaries."""
    return frozenset(name for name in holders if not name.startswith("%"))


def inside(operand: Operand | None, holders: frozenset[str]) -> bool:
    """Whether the value is held in a part of an operand: `c` where `c.ssl` or `c->ssl` does."""
    place = operand.place if isinstance(operand, Address) else operand
    if not isinstance(place, Place):
        return False
    return any(name != place.text and reaches(name, place.text) for name in holders)


def _is_member(path: str, name: str) -> bool:
    return path.startswith(name) and path[len(name) :].startswith(".")


def name_of(operand: Operand | None) -> str:
    """The name of a place or temporary, empty for anything else."""
    return str(operand) if isinstance(operand, Place | Temp) else ""
