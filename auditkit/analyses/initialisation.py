"""Variables declared without an initialiser: on which paths each is written before it is read.

A flow of definite assignment finds the variables worth a walk; the walk tells, path by path, what
was never written, what a call writes on success only and was read after its failure or untested,
and what is handed out in parts. What is written on every path is recorded as harmless, with the
write. After the definite assignment of the Java Language Specification, chapter 16.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from auditkit.analyses.apis import is_own
from auditkit.analyses.environment import Environment, Symbol, reaches
from auditkit.analyses.layouts import Layouts
from auditkit.analyses.parts import Access, Effect, is_full
from auditkit.analyses.reaching import is_zero_on
from auditkit.analyses.reads import Initialisation, Read
from auditkit.analyses.touches import (
    Touched,
    call_effect,
    fields_of,
    is_definite,
    touched_variables,
)
from auditkit.analyses.walk import Course, Walk, walk
from auditkit.analyses.writes import Writes, writes_of
from auditkit.analyses.written import (
    State,
    Verdict,
    element_state,
    has,
    is_own_address,
    judged,
    kept,
    resolved,
    written_state,
)
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    Operand,
    Operation,
    Place,
    VariableKind,
)
from auditkit.source import Location
from auditkit.values import NONE, only

LIMIT = 1200
_TAKES = re.compile(
    r"(?i:free|release|destroy|delete|unref|close|clean|clear|reset|copy|log|print|trace|cmp|equal)"
)
"""Names of functions that read what they get, whatever else is known of them."""
_SENDS = frozenset(("digest", "io", "mac", "memory-copy"))
"""Roles of functions that take all the bytes of a buffer, whatever they are."""


def initialisations(course: Course, layouts: Layouts) -> Iterator[Initialisation]:
    """The conclusion on each local variable of a function that is declared without initialiser.

    Where a structure is not among the layouts, its fields are those that the function writes.
    """
    course = course.metered()
    for touched in touched_variables(course, layouts):
        effects = {access.effect for found in touched.accesses.values() for access in found}
        if not effects & {Effect.READ, Effect.GIVE, Effect.CALL}:
            escapes = Effect.ESCAPE in effects
            yield _settled(touched, Verdict.GIVEN if escapes else Verdict.UNUSED)
        elif is_definite(course, touched):
            yield _settled(touched, Verdict.HARMLESS, course)
        else:
            yield _Walker(course, touched, layouts).conclusion()


def _settled(touched: Touched, verdict: Verdict, course: Course | None = None) -> Initialisation:
    """The conclusion on a variable that needs no walk, with its first write."""
    writes = writes_of(course, touched) if course is not None else Writes()
    if not writes.followed:
        verdict = Verdict.GIVEN
    return Initialisation(
        touched.variable, touched.declared, verdict, None, writes, None, always=False
    )


class _Walker:
    """One variable's walk: collects the bad reads, and the places of good ones."""

    def __init__(self, course: Course, touched: Touched, layouts: Layouts) -> None:
        self.course = course
        self.touched = touched
        self.fields = fields_of(course, touched, layouts)
        self.layout = layouts.of(touched.variable.type) or ()
        self.reads: list[Read] = []
        self.fine: set[Location] = set()
        self.unknown: set[Location] = set()

    def conclusion(self) -> Initialisation:
        """The verdict on the variable: the worst read, the shortest path first."""
        course, touched = self.course, self.touched
        block, index = touched.start
        begin = (course.start(block, index), State())
        walked = walk(
            course, touched.start, begin, self.transfer, edge=self.edge, keep=self.kept, limit=LIMIT
        )
        for leave in walked.leaves:
            found = touched.accesses.get(id(leave.terminator), ())
            self.apply(found, leave.terminator.at, leave.environment, leave.state, leave.index)
        writes = writes_of(course, touched)
        reads = [
            item
            for item in self.reads
            if not self.is_empty(item, walked) and not self.is_first(item)
        ]
        ranked = [(self.doubted(read, walked), read) for read in reads]
        ranked.sort(key=lambda pair: (-list(Verdict).index(pair[0]), pair[1].index))
        if not ranked:
            fine = Verdict.HARMLESS if writes.followed else Verdict.GIVEN
            return Initialisation(
                touched.variable, touched.declared, fine, None, writes, walked, always=False
            )
        verdict, read = ranked[0]
        return Initialisation(
            touched.variable, touched.declared, verdict, read, writes, walked,
            always=read.at not in self.fine,
        )  # fmt: skip

    def kept(self, state: State) -> frozenset[Symbol]:
        """The symbols to follow: results that are waited for, and what a pointer on the heap is."""
        result = self.touched.variable.result
        return kept(state) | {result} if result else kept(state)

    def transfer(
        self,
        operation: Operation,
        before: Environment,
        behind: Environment,
        state: State,
        index: int,
    ) -> Iterator[tuple[Environment, State]]:
        """A client's part of the walk: applies the accesses of an operation."""
        found = self.touched.accesses.get(id(operation))
        if found is not None:
            if isinstance(operation, Call):
                state = resolved(state, str(operation.result), before)
                if self.is_unknown(operation):
                    self.unknown.add(operation.at)
            state = self.apply(found, operation.at, before, state, index)
        yield behind, state

    def edge(
        self, block: Block, target: int, environment: Environment, state: State, index: int
    ) -> State:
        """What a branch settles: a read in its condition, and calls known to have succeeded."""
        found = self.touched.accesses.get(id(block.terminator))
        if found is not None:
            state = self.apply(found, block.terminator.at, environment, state, index)
        if is_own_address(block, target, self.touched.variable):
            return written_state(state, "")
        for pending in state.pending:
            if not environment.can_be(pending.symbol) & pending.error:
                state = written_state(state, pending.part, pending.short)
        return state

    def apply(
        self,
        found: tuple[Access, ...],
        at: Location,
        environment: Environment,
        state: State,
        index: int,
    ) -> State:
        """The state after accesses; bad reads are noted, and count as written from then on."""
        for access in found:
            match access.effect:
                case Effect.WRITE | Effect.ESCAPE:
                    state = written_state(state, access.part, union=self.union)
                case Effect.ELEMENT:
                    state = element_state(state, access.part)
                case Effect.INDEXED:
                    short = not self.counted_out and not state.whole
                    state = written_state(state, "", short)
                case Effect.RESET:
                    state = State()
                case Effect.READ | Effect.GIVE:
                    state = self.read(access, at, environment, state, index)
                case Effect.CALL:
                    reads, write = call_effect(self.course, access, self.touched.variable)
                    if reads or (state.pending and self.takes(access)):
                        state = self.read(access, at, environment, state, index)
                    if write is not None and write.error == NONE:
                        state = written_state(state, write.part, write.short, union=self.union)
                    elif write is not None and not has(state, write.part):
                        state = state._replace(pending=state.pending | {write})
        return state

    def read(
        self, access: Access, at: Location, environment: Environment, state: State, index: int
    ) -> State:
        """The state after a read; a bad one is noted once a path."""
        if self.touched.variable.heap and environment.can_be(
            environment.held(self.touched.variable.name)
        ) == only(0):
            return state
        verdict, pending = judged(access, environment, state)
        if self.touched.variable.heap and verdict is Verdict.UNWRITTEN and not access.part:
            # Memory that is handed out as it was allocated is filled by who gets it.
            return state
        missing = tuple(field for field in self.fields if field not in state.parts)
        if verdict is Verdict.UNWRITTEN and access.call is not None and access.part and state.parts:
            verdict = None if self.hidden(access.part) else Verdict.PARTIAL
            missing = (access.part,)
        if verdict is None and state.short and self.sent(access, state):
            verdict = Verdict.PARTIAL
        if (
            verdict is Verdict.PARTIAL
            and not missing
            and not (state.short and self.sent(access, state))
        ):
            verdict = None
        if verdict is Verdict.UNWRITTEN and access.part and self.hidden(access.part):
            verdict = None
        if verdict is None:
            self.fine.add(at)
            return state
        own = access.call is not None and is_own(self.course.callees.of(access.call))
        lent = own and access.effect is Effect.CALL
        self.reads.append(
            Read(
                verdict,
                at,
                access.part,
                state,
                pending,
                index,
                access.call,
                missing,
                lent,
                access.guarded,
            )
        )
        return written_state(state, "" if access.effect is not Effect.READ else access.part)

    @property
    def union(self) -> bool:
        """Whether writing one field of the variable writes all."""
        return self.touched.variable.type.startswith("union ")

    def hidden(self, part: str) -> bool:
        """Whether a field that nothing here stores may be an array, or another one of a union."""
        variable = self.touched.variable
        if variable.heap:
            return part in variable.arrays or part not in self.fields
        types = dict(self.layout)
        if types.get(part[1:], "]")[-1:] not in ("", "]"):
            return False
        text = f"{variable.name}{part}"
        stored = any(reaches(item, text) for item in variable.stored)
        return not stored

    def sent(self, access: Access, state: State) -> bool:
        """Whether an array goes out with its whole size, however much of it was written."""
        spec = self.course.callees.of(access.call) if access.call is not None else None
        size = self.touched.variable.size
        if access.call is None or spec is None or not _SENDS & set(spec.role):
            return False
        if "memory-copy" in spec.role and not self.leaves(access.call.arguments[0]):
            return False
        if size is not None and all(f"[{index}]" in state.parts for index in range(size)):
            return False
        return is_full(access.call, self.touched.variable, access.position)

    def takes(self, access: Access) -> bool:
        """Whether a library's function that writes other parameters, or none, gets the address."""
        spec = self.course.callees.of(access.call) if access.call is not None else None
        if spec is None or is_own(spec):
            return False
        return all(out.position != access.position for out in spec.out)

    def leaves(self, operand: Operand) -> bool:
        """Whether what is copied to a place leaves the function: it is behind a parameter."""
        place = operand.place if isinstance(operand, Address) else operand
        return isinstance(place, Place) and place.kind is not VariableKind.LOCAL

    @property
    def counted_out(self) -> bool:
        """Whether some loop of the function runs over the whole array."""
        type = self.touched.variable.type
        size = type[type.rfind("[") + 1 : -1]
        sizes = (
            size,
            f"sizeof({self.touched.variable.name})",
            f"sizeof {self.touched.variable.name}",
        )
        blocks = self.course.graph.blocks.values()
        branches = (block.terminator for block in blocks if isinstance(block.terminator, Branch))
        return any(
            branch.kind is BranchKind.LOOP and str(branch.right) in sizes for branch in branches
        )

    def is_first(self, read: Read) -> bool:
        """Whether the read is the first that happens to the variable, on every path, as an argument
        of a call of which nothing is known: of a macro that stores into it.
        """
        first = read.verdict is Verdict.UNWRITTEN and read.at not in self.fine
        return first and read.at in self.unknown and not read.part

    def is_unknown(self, call: Call) -> bool:
        """Whether a call may be one of a macro that is not defined here and sets the variable."""
        if call.usr or self.course.callees.is_known(call) or _TAKES.search(call.callee):
            return False
        return any(str(argument) == self.touched.variable.name for argument in call.arguments)

    def is_empty(self, read: Read, walked: Walk[State]) -> bool:
        """Whether the number that goes along with an array to a call is 0 on the path to there."""
        if read.call is None or not self.touched.variable.array:
            return False
        position = next(
            access.position
            for access in self.touched.accesses[id(read.call)]
            if access.call is not None
        )
        count = read.call.arguments[position + 1 : position + 2]
        path = [item.block for item in walked.exploration.path(read.index)]
        return bool(count) and is_zero_on(count[0], path, self.course.graph, read.call)

    def doubted(self, read: Read, walked: Walk[State]) -> Verdict:
        """The verdict on a read; UNLIKELY where only a counted loop that never ran leads to it."""
        if read.verdict is not Verdict.UNWRITTEN:
            return read.verdict
        path = [item.block for item in walked.exploration.path(read.index)]
        for place, (number, following) in enumerate(pairwise(path)):
            branch = self.course.graph.blocks[number].terminator
            if not isinstance(branch, Branch) or branch.kind is not BranchKind.LOOP:
                continue
            if following == branch.otherwise and branch.then not in path[:place]:
                body = self.course.graph.reaches(number) & _reaching(self.course, number)
                stores = body & self.stores()
                counted = stores and self.counted(branch, body)
                if counted and not _passes(self.course, branch.then, number, stores):
                    return Verdict.UNLIKELY
        return read.verdict

    def stores(self) -> frozenset[int]:
        """The blocks in which the variable may be written."""
        return frozenset(
            number
            for number, found in self.touched.blocks.items()
            if any(
                access.effect not in (Effect.READ, Effect.GIVE)
                for accesses in found
                for access in accesses
            )
        )

    def counted(self, branch: Branch, body: frozenset[int]) -> bool:
        """Whether a loop runs over a count: its condition compares a variable that it steps."""
        names = {str(operand) for operand in (branch.left, branch.right) if operand is not None}
        stepped = {
            str(operation.target)
            for number in body
            for operation in self.course.graph.blocks[number].operations
            if isinstance(operation, Assign) and operation.operator in ("+=", "-=")
        }
        return bool(names & stepped)


def _passes(course: Course, start: int, end: int, stores: frozenset[int]) -> bool:
    """Whether control can get from a block to another without passing any of some blocks."""
    seen: set[int] = set()
    stack = [start]
    while stack:
        number = stack.pop()
        if number == end:
            return True
        if number not in seen and number not in stores:
            seen.add(number)
            stack.extend(course.graph.successors[number])
    return False


def _reaching(course: Course, number: int) -> frozenset[int]:
    """The blocks from which control can come to a block."""
    seen: set[int] = set()
    stack = [number]
    while stack:
        for before in course.graph.predecessors[stack.pop()]:
            if before not in seen:
                seen.add(before)
                stack.append(before)
    return frozenset(seen)
