"""What a function means by the values it returns: its error specification, read off its exits.

A value is an error if it leaves where a call had failed or an error was noted, and does not leave
where calls had succeeded. After Kang, Ray and Jana, "APEx: Automated Inference of Error
Specifications for C APIs" (ASE 2016) and DeFreez et al., "Effective Error-Specification Inference
via Domain-Knowledge Expansion" (FSE 2019), with exits that are walked and not guessed from shapes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditkit.analyses.failures import Site
from auditkit.analyses.outcomes import Exit, Outcomes
from auditkit.findings import Confidence
from auditkit.values import ANY, NAMED, NONE, Cells, only, relation

_PREDICATE = re.compile(
    r"(?:^|_|::)(?:is|has|have|can|should|was|will|needs?|wants?|contains?|equals?|match(?:es)?"
    r"|compare|cmp|find|lookup|search|exists?|supports?|uses?|allows?|same|valid|peek)(?=_|[A-Z]|$)"
    r"|(?:[a-z]|_)(?:[Ee]quals?|[Cc]mp|[Mm]atches|[Ee]xists|[Cc]ontains|[Aa]vailable|[Ee]nabled"
    r"|[Ss]upported|[Nn]eeded|[Rr]equired|[Vv]alid|[Rr]eady|[Aa]live|[Ee]mpty|[Pp]resent|[Aa]llowed"
    r"|[Pp]ending|[Ee]xpired|[Ff]resh)$"
)
_GETTER = re.compile(
    r"(?:^|_|::)(?:get|lookup|find|peek|search|query|count|size|length)(?=_|[A-Z0-9]|$)"
)
_NEGATIVE = relation("<", 0)
_NAMED = relation(">=", NAMED)
_NULL = ("NULL", "nullptr", "Q_NULLPTR")
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
    direct = [item for item in failed if not (item.past.worked or item.past.decided)] or failed
    error = _elected(exits, direct, noted, fine) & _permitted(function.result_type, exits)
    error |= _joined(item.cells for item in failed) & _NEGATIVE - _joined(
        item.cells for item in fine
    )
    if error & _NEGATIVE and _is_again(failed):
        # 0 where nothing has failed for good: the caller is to come again.
        error -= only(0)
    success = _success(error, fine, failed)
    if not error or not success or not _is_convention(error, success, failed):
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


def _elected(
    exits: Sequence[Exit], failed: Sequence[Exit], noted: Sequence[Exit], fine: Sequence[Exit]
) -> Cells:
    """The values that leave after failures and that are not voted down by successes.

    A function refuses in the same way what it finds wrong by itself, behind calls that succeeded:
    a value that reads as a refusal needs only as many failures as successes.
    """
    proved = [item for item in fine if item.past.fine]
    rivals = proved or fine
    elected: dict[Cells, int] = {}
    for atom in _atoms(exits):
        votes = _distinct(_with(failed, atom)) + _distinct(_with(noted, atom))
        others = _distinct(_with(rivals, atom))
        if votes and (not others or (_refuses(atom, exits) and votes >= others)):
            elected[atom] = votes - others
    rest = [item for item in exits if item.cells == ANY or item.cells - _joined(elected)]
    if not rest and len(elected) > 1:
        # One of them must be what a success returns: the one that fewest failures speak for.
        elected.pop(min(elected, key=lambda atom: (elected[atom], _refuses(atom, exits))))
    return _joined(elected)


def _atoms(exits: Sequence[Exit]) -> frozenset[Cells]:
    """The values that leave, apart: each constant, and what else a range has."""
    known = {item.cells for item in exits if item.cells and item.cells != ANY}
    constants = {cells for cells in known if cells.single is not None}
    ranges = {cells - _joined(constants) for cells in known - constants}
    return frozenset(cells for cells in constants | ranges if cells)


def _with(exits: Sequence[Exit], atom: Cells) -> list[Exit]:
    return [item for item in exits if item.cells != ANY and item.cells & atom]


def _refuses(atom: Cells, exits: Sequence[Exit]) -> bool:
    """Whether a value reads as a refusal: below 0, by its name, or 0 beside 1 or a pointer."""
    if atom <= _NEGATIVE or atom <= _NAMED:
        return True
    others = _joined(item.cells for item in exits) - atom
    unknown = any(item.cells == ANY for item in exits)
    return atom == only(0) and (bool(others) or unknown) and not others & (_NEGATIVE | _NAMED)


def _permitted(result: str, exits: Sequence[Exit]) -> Cells:
    """The values that can be errors at all: of truth values and of pointers only the null one."""
    if any(item.text.startswith('"') for item in exits):
        return ~only(0)
    pointer = "*" in result or any(item.text in _NULL for item in exits)
    return only(0) if pointer or "bool" in result.lower() else ANY


def _is_again(failed: Sequence[Exit]) -> bool:
    """Whether 0 leaves only where the reason of a failure was asked for and told apart."""
    zero = [item for item in failed if item.cells == only(0)]
    return bool(zero) and all(item.past.decided for item in zero)


def _is_convention(error: Cells, success: Cells, failed: Sequence[Exit]) -> bool:
    """Whether values can be meant as errors: by their sign, by zero, or by a name of their own.

    A positive number beside other successes than 0 is an answer: a default, a count.
    """
    if success <= _NEGATIVE:
        return False
    if error <= relation("<=", 0) or success == only(0):
        return True
    positive = error & relation(">", 0)
    named = [item.text for item in failed if item.cells and item.cells <= positive]
    return bool(named) and not any(text[:1].isdigit() for text in named)


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
