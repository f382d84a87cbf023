"""What functions of the target release of what their parameters point to: `SSL_free(c->ssl)`.

Apart from the summaries because a member has no position among the parameters; what is told here is
what happens on every path but those on which there is nothing to release.
"""

from collections.abc import Iterable, Iterator, Mapping

from auditkit.accesses import operands
from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.passing import effect
from auditkit.cfg import Graph
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    Call,
    CallKind,
    Constant,
    Function,
    Place,
)

Clearings = Mapping[str, frozenset[tuple[int, str, bool]]]
"""By function: the position of a parameter, its member, and whether that is left as it is."""
_FREES = ("releases", "releases_all")
_ROUNDS = 3
"""How many calls deep a release may be."""


def clearings(functions: Iterable[Function], callees: Callees) -> Clearings:
    """What each function of the target that has one body releases of its parameters' members."""
    candidates: dict[str, Function] = {}
    twice: set[str] = set()
    for function in functions:
        if function.name in candidates:
            twice.add(function.name)
        if any(item.type.endswith("*") for item in function.parameters):
            candidates[function.name] = function
    found: dict[str, frozenset[tuple[int, str, bool]]] = {}
    for _ in range(_ROUNDS):
        for name, function in candidates.items():
            if name not in twice and (new := frozenset(_cleared(function, callees, found))):
                found[name] = new
    return found


def cleared(call: Call, callees: Callees, known: Clearings) -> Iterator[tuple[str, bool]]:
    """The places that a call releases by what its callee does, and whether they are left."""
    spec = callees.of(call)
    if spec is None or not is_own(spec):
        return
    for position, member, left in sorted(known.get(spec.function, ())):
        operand = call.arguments[position] if position < len(call.arguments) else None
        if isinstance(operand, Address):
            yield f"{operand.place.text}.{member}", left
        elif isinstance(operand, Place):
            yield f"{operand.text}->{member}", left


def _cleared(
    function: Function, callees: Callees, known: Clearings
) -> Iterator[tuple[int, str, bool]]:
    graph = Graph.of(function)
    gone = _released_roots(function, callees)
    for block in function.blocks:
        for operation in block.operations:
            if not isinstance(operation, Call):
                continue
            for text in _released(operation, callees, known):
                part = _part(function, text)
                if part is not None and _is_always(graph, block.number, text):
                    position, member = part
                    yield (
                        position,
                        member,
                        _is_left(function, text, operation)
                        and (text.partition("->")[0] not in gone),
                    )


def _released(call: Call, callees: Callees, known: Clearings) -> Iterator[str]:
    """The places that a call releases."""
    for position, operand in enumerate(call.arguments):
        what = effect(call, position, callees)
        plain = call.kind is not CallKind.MACRO or callees.api(call) is not None
        if isinstance(operand, Place) and what.word in _FREES and what.known and plain:
            yield operand.text
    for text, left in cleared(call, callees, known):
        if left:
            yield text


def _released_roots(function: Function, callees: Callees) -> frozenset[str]:
    """The parameters that a function releases themselves."""
    names = {parameter.name for parameter in function.parameters}
    return frozenset(
        text for call in function.calls() for text in _released(call, callees, {}) if text in names
    )


def _part(function: Function, text: str) -> tuple[int, str] | None:
    """The parameter and the member that a path names."""
    root, arrow, member = text.partition("->")
    if not arrow or "->" in member or "[" in member or "." in member:
        return None
    for position, parameter in enumerate(function.parameters):
        if parameter.name == root and parameter.type.endswith("*"):
            return position, member
    return None


def _is_always(graph: Graph, number: int, text: str) -> bool:
    """Whether a block is run on every path, but for those on which a place holds nothing."""
    if graph.post_dominates(number, graph.order[0]):
        return True
    above = graph.dominators().get(number, number)
    if above == number:
        return True
    terminator = graph.blocks[above].terminator
    asks = isinstance(terminator, Branch) and _asks_for(terminator, text)
    if not asks and not graph.post_dominates(number, above):
        return False
    return _is_always(graph, above, text)


def _asks_for(branch: Branch, text: str) -> bool:
    """Whether a branch asks only whether there is something to release."""
    right = branch.right
    null = right is None or (isinstance(right, Constant) and right.value == 0)
    return null and str(branch.left) in (text, text.partition("->")[0])


def _is_left(function: Function, text: str, release: Call) -> bool:
    """Whether a function leaves a place as it is behind a release."""
    root = text.partition("->")[0]
    behind = False
    for operation in function.operations():
        behind = behind or operation is release
        stored = isinstance(operation, Assign) and str(operation.target) == text
        given = isinstance(operation, Call) and operation is not release
        if behind and stored:
            return False
        if behind and given and {root, f"&{text}"} & set(map(str, operands(operation))):
            return False
    return True
