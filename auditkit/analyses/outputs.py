"""What a function of the target writes through its parameters, and with which results it does not.

One walk over the paths of a function that is called with an address: for each pointer or reference
parameter, the values that the function returns where nothing was stored through it.
"""

from collections.abc import Iterable, Iterator, Mapping

from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.walk import Course, Leave, walk
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    Call,
    Constant,
    Declare,
    Function,
    Operand,
    Operation,
    Parameter,
    Place,
    Return,
)
from auditkit.knowledge import ApiSpec
from auditkit.values import ANY, NONE, Cells

State = frozenset[tuple[int, str, Cells]]
"""The positions written so far: (position, result, cells of it where it was not written)."""

LIMIT = 600


def unwritten(course: Course) -> Mapping[int, Cells]:
    """For each position that the function writes on some paths only, the results that only the
    others have.

    A position is absent where it is always written, never, or where the results do not tell.
    """
    outputs = {
        position: parameter
        for position, parameter in enumerate(course.function.parameters)
        if is_output(parameter)
    }
    if not any(_stores(course.function, parameter) for parameter in outputs.values()):
        return {}

    def transfer(
        operation: Operation, _before: Environment, behind: Environment, state: State, _index: int
    ) -> Iterator[tuple[Environment, State]]:
        yield behind, state.union(_written(operation, outputs, course))

    begin = course.start(0, 0), State()
    done = walk(course, (0, 0), begin, transfer, keep=_kept, limit=LIMIT)
    if not done.complete:
        return {}
    found = {position: _without(done.leaves, position) for position in outputs}
    return {position: cells for position, cells in found.items() if cells}


def addressed(functions: Iterable[Function]) -> frozenset[str]:
    """The last names of what is called with an address or a variable."""
    return frozenset(
        call.callee.rsplit("::", 1)[-1]
        for function in functions
        for call in function.calls()
        if any(isinstance(argument, Address | Place) for argument in call.arguments)
    )


def is_output(parameter: Parameter) -> bool:
    """Whether a parameter is a pointer or reference to what is not constant."""
    type = parameter.type
    return bool(parameter.name) and type.endswith(("*", "&")) and not type.startswith("const ")


def _stores(function: Function, parameter: Parameter) -> bool:
    """Whether a function may store through a parameter itself."""
    for operation in function.operations():
        if isinstance(operation, Assign) and _through(operation.target, parameter):
            return True
    return False


def _through(operand: object, parameter: Parameter) -> bool:
    if not isinstance(operand, Place) or operand.root != parameter.name:
        return False
    if parameter.type.endswith("&"):
        return True
    return operand.text != parameter.name


def _written(
    operation: Operation, outputs: Mapping[int, Parameter], course: Course
) -> Iterator[tuple[int, str, Cells]]:
    for position, parameter in outputs.items():
        if isinstance(operation, Assign) and _through(operation.target, parameter):
            yield position, "", NONE
        elif isinstance(operation, Call):
            yield from _passed(operation, position, parameter, course)


def _passed(
    call: Call, position: int, parameter: Parameter, course: Course
) -> Iterator[tuple[int, str, Cells]]:
    """What a call writes of a parameter that is passed on to it."""
    spec = course.callees.of(call)
    for index, argument in enumerate(call.arguments):
        if not _is(argument, parameter):
            continue
        out = next((item for item in spec.out if item.position == index), None) if spec else None
        if out is not None and spec is not None and out.written == "success":
            yield position, str(call.result), spec.error_cells
        elif spec is None or out is not None:
            yield position, "", NONE


def _is(argument: Operand, parameter: Parameter) -> bool:
    if isinstance(argument, Address):
        return argument.place.root == parameter.name
    return isinstance(argument, Place) and argument.text == parameter.name


def _kept(state: State) -> frozenset[Symbol]:
    return frozenset(result for _, result, _ in state if result)


def _without(leaves: tuple[Leave[State], ...], position: int) -> Cells:
    """The results that only paths have which do not write a position, where others write it."""
    written, others = NONE, NONE
    for leave in leaves:
        if not isinstance(leave.terminator, Return):
            continue
        cells = leave.environment.value(leave.terminator.value)
        if leave.terminator.value is None:
            cells = ANY
        if any(_is_written(item, leave.environment) for item in leave.state if item[0] == position):
            written |= cells
        else:
            others |= cells
    return others - written if written else NONE


def _is_written(item: tuple[int, str, Cells], environment: Environment) -> bool:
    _, result, error = item
    return not result or not environment.can_be(result) & error


def kept_outputs(course: Course, call: Call, spec: ApiSpec) -> tuple[str, ...]:
    """The variables that a failed call leaves with the value that they had before it.

    Each is an output on success only whose address a call gets after it was written, on every path.
    Empty where one of the outputs may have no value yet.
    """
    outputs = [out.position for out in spec.out if out.written == "success"]
    given = [call.arguments[item] for item in outputs if item < len(call.arguments)]
    places = [
        argument.place if isinstance(argument, Address) else None
        for argument in given
        if not isinstance(argument, Constant)
    ]
    moved = any(spec.parameters[item].advances for item in outputs)
    names = tuple(place.text for place in places if place is not None and place.text == place.root)
    kept = len(names) == len(places) and all(_has_value(course, call, name) for name in names)
    return names if kept and not moved else ()


def _has_value(course: Course, call: Call, name: str) -> bool:
    """Whether what dominates a call writes a variable as a whole."""
    block = next(
        number for number in course.graph.order if call in course.graph.blocks[number].operations
    )
    operations = course.graph.blocks[block].operations
    before = list(operations[: operations.index(call)])
    while (above := course.dominators.get(block, block)) != block:
        before.extend(course.graph.blocks[above].operations)
        block = above
    return any(
        (isinstance(item, Declare) and item.place.text == name and item.initialised)
        or (isinstance(item, Assign) and str(item.target) == name)
        for item in before
    )


def told_by_output(function: Function, call: Call, spec: ApiSpec, when: str = "success") -> bool:
    """Whether what a call writes, on success only or always, is tested behind it, instead of its
    result.
    """
    written = {
        argument.place.text
        for out in spec.out
        if out.written == when and out.position < len(call.arguments)
        for argument in (call.arguments[out.position],)
        if isinstance(argument, Address)
    }
    branches = (block.terminator for block in function.blocks)
    return any(
        isinstance(branch, Branch)
        and str(branch.left) in written
        and branch.at.line >= call.at.line
        and (branch.right is None or str(branch.right) in ("NULL", "nullptr", "0"))
        for branch in branches
    )
