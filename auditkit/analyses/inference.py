"""What a function means by the values it returns: its error specification, read off its exits.

A value is an error if it leaves where a call had failed or an error was noted, and does not leave
where calls had succeeded. After Kang, Ray and Jana, "APEx: Automated Inference of Error
Specifications for C APIs" (ASE 2016) and DeFreez et al., "Effective Error-Specification Inference
via Domain-Knowledge Expansion" (FSE 2019), with exits that are walked and not guessed from shapes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditkit.analyses.outcomes import Exit, Outcomes, Site
from auditkit.findings import Confidence
from auditkit.values import ANY, NONE, Cells, only, relation

_PREDICATE = re.compile(
    r"(?:^|_|::)(?:is|has|have|can|should|was|will|needs?|wants?|contains?|equals?|match(?:es)?"
    r"|compare|cmp|find|lookup|search|exists?|supports?|uses?|allows?|same|valid|peek)(?=_|[A-Z]|$)"
    r"|(?:[a-z]|_)(?:[Ee]quals?|[Cc]mp|[Mm]atches|[Ee]xists|[Cc]ontains)$"
)
_GETTER = re.compile(
    r"(?:^|_|::)(?:get|lookup|find|peek|search|query|count|size|length)(?=_|[A-Z0-9]|$)"
)
_NEGATIVE = relation("<", 0)
_SEVERE = ("verification", "signature", "randomness", "key-material")


@dataclass(frozen=True, slots=True)
class Inferred:
    """An inferred error specification and what it rests on.

    `support` counts the failures that leave with an error, `against` those that leave with what a
    success returns; `example` is the site of one failure that supports it.
    """

    error: Cells
    success: Cells
    support: int
    against: int
    check: str
    confidence: Confidence
    example: Site | None


def infer(outcomes: Outcomes) -> Inferred | None:
    """The error specification that a function's exits support, if they support one."""
    function = outcomes.course.function
    if function.result_type in ("void", "") or function.kind in ("constructor", "destructor"):
        return None
    exits = [item for item in outcomes.exits if item.kind == "return" and item.text]
    failed = [item for item in exits if item.failed]
    noted = [item for item in exits if not item.failed and _is_noted(item)]
    fine = [item for item in exits if not item.failed and not _is_noted(item)]
    proved = _joined(item.cells for item in fine if item.past.fine)
    direct = [item for item in failed if not item.past.worked] or failed
    errors = _joined(item.cells for item in direct) | _joined(item.cells for item in noted)
    if proved:
        error = errors - (proved - _outvoted(direct, fine))
    else:
        plain = _joined(item.cells for item in fine)
        error = errors if plain - errors else errors - plain
    success = _success(error, fine, failed)
    if not error or not success:
        return None
    support = [item for item in failed if item.cells and item.cells <= error]
    against = [item for item in direct if item.cells != ANY and item.cells & success]
    backing = [item for item in noted if item.cells <= error]
    if not support and not backing:
        return None
    strong = [item for item in support if not outcomes.sites[item.past.failed].weak]
    example = next((outcomes.sites[item.past.failed] for item in (strong or support)), None)
    check = _check(function.name, error, bool(strong), bool(backing))
    count = _distinct(support) + _distinct(backing)
    return Inferred(
        error,
        success,
        count,
        _distinct(against),
        check,
        _confidence(outcomes, _distinct(strong), _distinct(against), error),
        example,
    )


def roles(outcomes: Outcomes, inferred: Inferred) -> tuple[str, ...]:
    """The roles that make a failure grave, of the calls whose failure a function passes on."""
    found = {
        role
        for item in outcomes.exits
        if item.failed and item.cells and item.cells <= inferred.error
        for role in outcomes.sites[item.past.failed].spec.role
    }
    return tuple(role for role in _SEVERE if role in found)


def _is_noted(item: Exit) -> bool:
    return bool(item.past.noted or item.past.reported)


def _joined(cells: Iterable[Cells]) -> Cells:
    """All values that are known to leave; unknown ones say nothing."""
    found = NONE
    for item in cells:
        if item != ANY:
            found |= item
    return found


def _outvoted(failed: Sequence[Exit], fine: Sequence[Exit]) -> Cells:
    """The values that read as errors and leave after failures at least as often as elsewhere.

    A function refuses in the same way what it finds wrong by itself, behind calls that succeeded.
    """
    found = NONE
    proved = {item.cells for item in fine if item.past.fine and item.cells != ANY}
    for cells in proved:
        others = _joined(proved - {cells})
        refuses = cells <= _NEGATIVE if 0 in others or not others <= _NEGATIVE else False
        refuses = refuses or (cells == only(0) and bool(others) and not others & _NEGATIVE)
        count = sum(item.cells == cells for item in fine if item.past.fine)
        if refuses and 0 < count <= sum(item.cells == cells for item in failed):
            found |= cells
    return found


def _success(error: Cells, fine: Sequence[Exit], failed: Sequence[Exit]) -> Cells:
    """The values of a success: those seen, or, where unknown ones leave, all on the other side."""
    if any(item.cells == ANY for item in fine):
        if error <= _NEGATIVE:
            return ~_NEGATIVE
        return ~error
    tolerated = _joined(item.cells for item in failed if item.past.worked)
    return (_joined(item.cells for item in fine) | tolerated) - error


def _distinct(items: Sequence[Exit]) -> int:
    return len({(item.past.failed, item.at.line if item.past.failed < 0 else 0) for item in items})


def _check(name: str, error: Cells, strong: bool, backed: bool) -> str:
    """Whether a caller must test the result: a lookup's and a predicate's answer is no failure."""
    if error == only(0) and _PREDICATE.search(name):
        return "optional"
    if not strong and _GETTER.search(name):
        return "optional"
    if strong:
        return "required"
    return "advisory" if backed else "optional"


def _confidence(outcomes: Outcomes, strong: int, against: int, error: Cells) -> Confidence:
    if not outcomes.complete or not strong or against >= strong:
        return Confidence.LOW
    conventional = error <= _NEGATIVE or error == only(0) or strong > 2
    if strong > 1 and not against and conventional:
        return Confidence.HIGH
    return Confidence.MEDIUM
