"""What a function does with ownership, read off its exits: of its parameters, of what it writes
through them, and of what it returns.

Apart from the inference of errors because a life and a failure are two thoughts; in the words of
`ownership`.
"""

from collections.abc import Sequence

from auditkit.accesses import operands
from auditkit.analyses.givings import given_out
from auditkit.analyses.outcomes import Exit, Outcomes
from auditkit.analyses.passing import effect, sounds_like_adding
from auditkit.facts import Assign, Compute, Function, Place, VariableKind
from auditkit.ownership import OutParameter, ParameterSpec
from auditkit.values import ANY, Cells, only

_GONE = ("takes", "releases", "releases_all")
_MINOR = frozenset(("written", "nulled", "null", "borrows", "advances"))


def ownership(found: Outcomes, error: Cells) -> tuple[ParameterSpec, ...]:
    """What becomes of each parameter of a function that fails with these results."""
    leaving = [item for item in found.exits if item.kind != "terminated"]
    return tuple(
        ParameterSpec(
            parameter.name or f"parameter {index + 1}",
            index,
            _word(leaving, index, error, complete=found.complete),
            any(("null", index) in item.past.effects for item in leaving),
        )
        for index, parameter in enumerate(found.course.function.parameters)
    )


def outputs(found: Outcomes, error: Cells) -> tuple[OutParameter, ...]:
    """The parameters that a function writes through on every success, and whether always."""
    leaving = [item for item in found.exits if item.kind == "return"]
    if not leaving or not found.complete:
        return ()
    failed = [item for item in leaving if error and item.cells and item.cells <= error]
    fine = [item for item in leaving if item not in failed]
    made = []
    for index, parameter in enumerate(found.course.function.parameters):
        if not fine or not all(("written", index) in item.past.effects for item in fine):
            continue
        written = "always"
        for item in failed:
            if ("written", index) not in item.past.effects:
                null = ("nulled", index) in item.past.effects
                written = "null_on_failure" if null and written != "success" else "success"
        function, callees = found.course.function, found.course.callees
        release = given_out(function, parameter, callees) if "*" in parameter.type else ""
        reuses = _is_read(function, parameter.name)
        made.append(OutParameter(parameter.name, index, written, release, reuses))
    return tuple(made)


def _is_read(function: Function, name: str) -> bool:
    """Whether a function looks at what a pointer parameter points to before it writes there."""
    text, first, reads = f"*{name}", 0, list[int]()
    for block in function.blocks:
        for operation in (*block.operations, block.terminator):
            line = operation.at.line
            if isinstance(operation, Assign) and str(operation.target) == text:
                first = min(first, line) if first else line
            elif any(str(operand) == text for operand in operands(operation)):
                reads.append(line)
    return min(reads, default=first) < first


def returned(found: Outcomes) -> tuple[str, str, int]:
    """Whose the result is (`owned`, `borrowed`, `none`), what releases it, and who lends it."""
    given = [
        item
        for item in found.exits
        if item.kind == "return" and item.cells and item.cells != only(0) and not item.refused
    ]
    handed = _handed(found)
    releases = {"" if item.text in handed else item.owned for item in given}
    if len(releases) == 1 and (release := releases.pop()):
        return "owned", release, -1
    names = [parameter.name for parameter in found.course.function.parameters]
    lenders = {_lender(item, names) for item in given}
    lender = lenders.pop() if len(lenders) == 1 else -1
    return ("borrowed", "", lender) if lender >= 0 else ("none", "", -1)


def _handed(found: Outcomes) -> frozenset[str]:
    """The variables that a function stores in what outlives it, or adds to something: what they
    hold has an owner when the function returns it.
    """
    function, callees = found.course.function, found.course.callees
    stored = (
        str(name)
        for item in function.operations()
        if isinstance(item, Assign) and isinstance(item.target, Place) and _outlives(item.target)
        for name in (item.value, item.target)
    )
    sources = {
        str(item.target): str(item.operands[0])
        for item in function.operations()
        if isinstance(item, Compute) and item.operator == "cast"
    }
    added, counted = set[str](), set[str]()
    for call in function.calls():
        for position, operand in enumerate(call.arguments):
            word = effect(call, position, callees).word
            if word == "acquires":
                counted.add(str(operand))
            if word in ("joins", "takes", "takes_on_success") or (
                word in ("unknown", "keeps") and sounds_like_adding(call.callee)
            ):
                added.add(sources.get(str(operand), str(operand)))
    return frozenset((*stored, *added)) - counted


def _outlives(target: Place) -> bool:
    """Whether a place is reached through a parameter, or is no variable of the function's own."""
    outside = target.kind in (VariableKind.MEMBER, VariableKind.GLOBAL, VariableKind.STATIC)
    through = target.text != target.root and target.kind is VariableKind.PARAMETER
    return outside or through


def _lender(item: Exit, names: Sequence[str]) -> int:
    """The parameter through which what is returned was reached, -1 if there is none."""
    root, arrow, _ = item.text.partition("->")
    return names.index(root) if arrow and root in names and item.cells == ANY else -1


def _word(leaving: Sequence[Exit], index: int, error: Cells, *, complete: bool) -> str:
    """The word for what becomes of a parameter on all exits on which it is not null."""
    alive = [item for item in leaving if ("null", index) not in item.past.effects]
    words = [
        {word for word, position in item.past.effects if position == index} - _MINOR
        for item in alive
    ]
    every = set[str]().union(*words)
    if not every:
        return "borrows" if complete else "keeps"
    if every - {"up_refs"} == {"releases"} and _only_if_failed(alive, index, error):
        return "releases_on_failure"
    if len(every) == 1:
        return _single(every.pop(), words)
    if every == {"acquires", "keeps"} and all("acquires" in item for item in words if item):
        # What is kept has a reference of its own.
        return "up_refs"
    if every <= {*_GONE, "takes_on_success"} and all(words):
        return "takes"
    if all({"releases", "releases_all"} & item for item in words):
        return "releases"
    if all(set(_GONE) & item for item in words):
        return "takes"
    return "keeps"


def _only_if_failed(alive: Sequence[Exit], index: int, error: Cells) -> bool:
    """Whether the exits on which a parameter is released are just those with an error."""
    if not error or any(item.kind != "return" for item in alive):
        return False
    gone = [item for item in alive if ("releases", index) in item.past.effects]
    failed = [item for item in alive if item.cells and item.cells <= error]
    fine = [item for item in alive if item.cells and not item.cells & error]
    return bool(gone) and gone == failed and len(failed) + len(fine) == len(alive)


def _single(word: str, words: Sequence[set[str]]) -> str:
    """The one word that holds on some exits, or a weaker one where it does not on all."""
    if word not in _GONE or all(words):
        return word
    return "keeps" if word != "takes" else "takes_on_success"
