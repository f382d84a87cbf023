"""What is known of variables where a call stands: constants assigned and branches taken on the way.

Only blocks that dominate the call are believed; a name that anything else on the way to it may
change is not known.
"""

from collections.abc import Mapping, Sequence

from auditkit.analyses.symbols import constant_cells
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
    Operand,
    Operation,
    Place,
)
from auditkit.values import ANY, OPPOSITE, Cells, only, relation


def known_at(
    graph: Graph, dominators: Mapping[int, int], block: int, index: int, relevant: frozenset[str]
) -> frozenset[tuple[str, Cells]]:
    """The values that relevant names must have before an operation of a block."""
    chain = [block]
    while chain[-1] in dominators and dominators[chain[-1]] != chain[-1]:
        chain.append(dominators[chain[-1]])
    chain.reverse()
    facts: dict[str, Cells] = {}
    copies: dict[str, str] = {}
    since: dict[str, int] = {}
    for number, following in zip(chain, [*chain[1:], -1], strict=True):
        end = index if number == block else None
        before = dict(facts)
        _through(graph.blocks[number], facts, copies, relevant, end)
        if graph.predecessors.get(following) == (number,):
            _taken(graph.blocks[number], following, facts, relevant)
            _shared(graph.blocks[number], facts, copies)
        for name, cells in facts.items():
            if before.get(name) != cells:
                since[name] = number
    for number in {*since.values()} - {block}:
        names = {name for name, known in since.items() if known == number}
        for between in graph.reached_from(block, without=number) - set(chain[:-1]):
            for name in names & _changed(graph.blocks[between]):
                facts.pop(name, None)
    return frozenset(facts.items())


def is_zero_on(operand: Operand, path: Sequence[int], graph: Graph, end: Operation) -> bool:
    """Whether a number, or a factor of it, was last set to 0 on a path of blocks to a place."""
    operations = [item for number in path for item in graph.blocks[number].operations]
    if end not in operations:
        return False
    cut = len(operations) - operations[::-1].index(end) - 1
    for index in range(cut - 1, -1, -1):
        match operations[index]:
            case Assign(target=target, value=value, operator=operator) if target == operand:
                return operator == "=" and isinstance(value, Constant) and value.value == 0
            case Compute(target=target, operator=operator, operands=found) if target == operand:
                if operator not in ("*", "<<", "cast"):
                    return False
                return any(is_zero_on(item, path, graph, operations[index]) for item in found)
            case Call(arguments=arguments) if any(
                isinstance(item, Address) and item.place == operand for item in arguments
            ):
                return False
    return False


def _through(
    block: Block,
    facts: dict[str, Cells],
    copies: dict[str, str],
    relevant: frozenset[str],
    end: int | None,
) -> None:
    for operation in block.operations[:end]:
        _copied(operation, copies, relevant)
        match operation:
            case Assign(target=target, value=Constant(value=int(number)), operator="="):
                if str(target) in relevant:
                    facts[str(target)] = only(number)
            case Assign(target=target, value=Constant(text=text), operator="=") if (
                str(target) in relevant and constant_cells(f"={text}").single is not None
            ):
                facts[str(target)] = constant_cells(f"={text}")
            case Assign(target=target):
                facts.pop(str(target), None)
            case Call(arguments=arguments):
                for argument in arguments:
                    if isinstance(argument, Address):
                        facts.pop(argument.place.text, None)


def _copied(operation: Operation, copies: dict[str, str], relevant: frozenset[str]) -> None:
    """Notes the variables that hold what another one holds, as long as neither changes."""
    match operation:
        case Assign(target=target):
            name = str(target)
        case Call(arguments=arguments):
            given = {item.place.text for item in arguments if isinstance(item, Address)}
            for known in [key for key, value in copies.items() if given & {key, value}]:
                del copies[known]
            return
        case _:
            return
    for known in [key for key, value in copies.items() if name in (key, value)]:
        del copies[known]
    value = operation.value
    plain = operation.operator == "=" and isinstance(value, Place) and value.text == value.root
    if plain and str(value) in relevant and str(value) != name:
        copies[name] = str(value)


def _shared(block: Block, facts: dict[str, Cells], copies: Mapping[str, str]) -> None:
    """What a branch tells of a copy, it tells of the original."""
    branch = block.terminator
    name = str(branch.left) if isinstance(branch, Branch) else ""
    if name in copies and name in facts:
        facts[copies[name]] = facts.get(copies[name], ANY) & facts[name]


def _taken(block: Block, target: int, facts: dict[str, Cells], relevant: frozenset[str]) -> None:
    branch = block.terminator
    if not isinstance(branch, Branch) or branch.then == branch.otherwise:
        return
    holds = branch.then == target
    if branch.kind is BranchKind.PREPROCESSOR:
        facts[f"#{branch.text}"] = only(int(holds))
        return
    right = Constant("0", 0) if branch.right is None else branch.right
    name = str(branch.left) if isinstance(branch.left, Place) else ""
    if name not in relevant or not isinstance(right, Constant) or right.value is None:
        return
    operator = "!=" if branch.operator == "truth" else branch.operator
    if operator in OPPOSITE:
        cells = relation(operator if holds else OPPOSITE[operator], right.value)
        facts[name] = facts.get(name, ANY) & cells


def _changed(block: Block) -> set[str]:
    names: set[str] = set()
    for operation in block.operations:
        match operation:
            case Assign(target=target):
                names.add(str(target))
            case Call(arguments=arguments):
                names.update(
                    argument.place.text for argument in arguments if isinstance(argument, Address)
                )
    return names
