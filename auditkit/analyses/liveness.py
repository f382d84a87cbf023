"""Which names of a function matter where: those that decide branches, those that calls can change,
and those that are still read from a block on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditkit.accesses import operands as values
from auditkit.analyses.alternatives import symbols
from auditkit.analyses.apis import Callees
from auditkit.cfg import Graph
from auditkit.facts import (
    Address,
    Assign,
    Block,
    Branch,
    BranchKind,
    Call,
    Compute,
    Constant,
    Declare,
    Destroy,
    Function,
    Operand,
    Operation,
    Place,
    Temp,
    Use,
    VariableKind,
)

_SHARED = (VariableKind.GLOBAL, VariableKind.STATIC)


def relevant_names(function: Function) -> frozenset[str]:
    """The names whose values decide branches or leave the function."""
    names: set[str] = set()
    copies: list[tuple[str, str]] = []
    for block in function.blocks:
        names.update(_name(operand) for operand in values(block.terminator))
        for operation in block.operations:
            if isinstance(operation, Assign):
                copies.append((str(operation.target), _name(operation.value)))
            elif isinstance(operation, Call) and operation.callee.endswith("SSL_get_error"):
                names.update(_name(operand) for operand in operation.arguments)
            elif isinstance(operation, Compute):
                copies.extend((str(operation.target), _name(item)) for item in operation.operands)
    for _ in range(4):
        names.update(source for target, source in copies if target in names)
    return frozenset(names - {""})


def shared_names(function: Function, callees: Callees) -> frozenset[str]:
    """The names that a call can change although it does not get them: globals, and variables whose
    address was stored or given to a function of which nothing is known.
    """
    names: set[str] = set()
    for operation in function.operations():
        for operand in operands(operation):
            if isinstance(operand, Place) and operand.kind in _SHARED:
                names.add(operand.text)
        if isinstance(operation, Assign) and isinstance(operation.value, Address):
            names.add(operation.value.place.text)
        elif isinstance(operation, Call) and callees.api(operation) is None:
            given = (item for item in operation.arguments if isinstance(item, Address))
            names.update(item.place.text for item in given)
    for block in function.blocks:
        for operand in values(block.terminator):
            if isinstance(operand, Place) and operand.kind in _SHARED:
                names.add(operand.text)
    return frozenset(names)


def repeated(function: Function) -> frozenset[tuple[str, str]]:
    """The pairs of operands that are compared or masked more than once: only what is asked again is
    worth remembering.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for operation in function.operations():
        if isinstance(operation, Compute) and len(operation.operands) == 2:
            seen[str(operation.operands[0]), str(operation.operands[1])] += 1
        elif isinstance(operation, Assign) and operation.operator == "|=":
            seen[str(operation.target), str(operation.value)] += 1
    for block in function.blocks:
        branch = block.terminator
        if isinstance(branch, Branch) and branch.right is not None:
            seen[str(branch.left), str(branch.right)] += 1
    return frozenset(pair for pair, count in seen.items() if count > 1)


def counters(function: Function) -> frozenset[str]:
    """The names that get constants and steps of one, and nothing else."""
    stepped: set[str] = set()
    others: set[str] = set()
    for operation in function.operations():
        if isinstance(operation, Assign):
            one = isinstance(operation.value, Constant) and operation.value.value == 1
            if operation.operator == "+=" and one:
                stepped.add(str(operation.target))
            elif operation.operator != "=" or not isinstance(operation.value, Constant):
                others.add(str(operation.target))
        elif isinstance(operation, Call):
            given = (item for item in operation.arguments if isinstance(item, Address))
            others.update(item.place.text for item in given)
    return frozenset(stepped - others)


def operands(operation: Operation) -> tuple[Operand, ...]:
    """The operands of an operation, its target included."""
    match operation:
        case Assign(target=target, value=value):
            return (target, value)
        case Compute(operands=found):
            return found
        case Call(arguments=arguments, receiver=receiver):
            return arguments if receiver is None else (*arguments, receiver)
        case Use(value=value):
            return (value,)
        case Destroy(place=place) | Declare(place=place):
            return (place,)
    return ()


def _name(operand: Operand | None) -> str:
    return str(operand) if isinstance(operand, Place | Temp) else ""


def live_names(graph: Graph, deciding: frozenset[str] | None = None) -> dict[int, frozenset[str]]:
    """The names that are read from the start of each block on, before they get another value.

    With the names of values that decide something only the reads count that a branch, the result
    or another of these names hangs on. Not by `solve`, which starts backward flows at the exits: a
    loop for ever has none.
    """
    reads = {number: _read_and_killed(block, deciding) for number, block in graph.blocks.items()}
    names = sorted(frozenset[str]().union(*(read for read, _ in reads.values())))
    bits = {name: 1 << index for index, name in enumerate(names)}
    # Sets as bits: a function of a thousand names and blocks has a million members else.
    read = {number: _bits(found, bits) for number, (found, _) in reads.items()}
    killed = {number: _bits(found, bits) for number, (_, found) in reads.items()}
    live = dict(read)
    pending = list(graph.order)
    while pending:
        number = pending.pop()
        after = 0
        for target in graph.successors[number]:
            after |= live[target]
        before = read[number] | (after & ~killed[number])
        if before != live[number]:
            live[number] = before
            pending.extend(graph.predecessors[number])
    members = {found: frozenset(_members(found, names)) for found in set(live.values())}
    return {number: members[found] for number, found in live.items()}


def _bits(found: frozenset[str], bits: Mapping[str, int]) -> int:
    """The names as bits of one number; those without a bit are nowhere read."""
    return sum(bits.get(name, 0) for name in found)


def _members(found: int, names: Sequence[str]) -> Iterator[str]:
    """The names whose bits are set."""
    while found:
        lowest = found & -found
        yield names[lowest.bit_length() - 1]
        found ^= lowest


def _read_and_killed(
    block: Block, deciding: frozenset[str] | None
) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a block reads before it assigns them, and those that it assigns first."""
    read: set[str] = set()
    killed: set[str] = set()
    for operation in block.operations:
        sources = operands(operation)
        target = ""
        if isinstance(operation, Assign):
            target = str(operation.target) if operation.operator == "=" else ""
            sources = (operation.value,) if target else sources
        elif isinstance(operation, Declare):
            target, sources = operation.place.text, ()
        elif isinstance(operation, Compute | Call):
            target = str(operation.target if isinstance(operation, Compute) else operation.result)
        if deciding is not None and not _decides(operation, deciding):
            sources = ()
        read.update(name for operand in sources for name in _reads(operand) if name not in killed)
        if target:
            killed.add(target)
    for operand in values(block.terminator):
        read.update(name for name in _reads(operand) if name not in killed)
    branch = block.terminator
    if isinstance(branch, Branch) and branch.kind is BranchKind.PREPROCESSOR:
        read.update(symbols(branch.text))
    return frozenset(read), frozenset(killed)


def _decides(operation: Operation, deciding: frozenset[str]) -> bool:
    """Whether a value that decides something hangs on the operands of an operation."""
    match operation:
        case Assign(target=target) | Compute(target=target):
            return str(target) in deciding
        case Call(callee=callee):
            return callee.endswith("SSL_get_error")
    return False


def _reads(operand: Operand) -> tuple[str, ...]:
    """The names that reading an operand reads: `p->x` reads `p` as well."""
    place = operand.place if isinstance(operand, Address) else operand
    if isinstance(place, Temp):
        return (str(place),)
    if not isinstance(place, Place):
        return ()
    return place.text, *_prefixes(place.text)


def _prefixes(text: str) -> Iterator[str]:
    inner = text.lstrip("*")
    if inner != text:
        yield inner
    for index, character in enumerate(inner):
        if character in ".[" or inner.startswith("->", index):
            yield inner[:index]
