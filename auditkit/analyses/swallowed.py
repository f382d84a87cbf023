"""Failures that leave a function as its success: which, in which form, and how surely.

Read off a function's exits and its inferred specification. Apart from the concern because the form
and its sureness are facts about paths, which tables may show as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditkit.analyses.apis import is_own
from auditkit.analyses.failures import Past, Site, tidies
from auditkit.analyses.inference import Inferred
from auditkit.analyses.outcomes import Exit, Outcomes
from auditkit.analyses.passing import sounds_like_lookup
from auditkit.analyses.symbols import FAILURE
from auditkit.analyses.wording import LOGS, RAISED
from auditkit.cfg import Graph
from auditkit.facts import Assign, Branch, BranchKind, Call, Constant, Terminator
from auditkit.findings import Confidence
from auditkit.values import ANY, Cells, only, relation

_GRAVE = frozenset(("verification", "signature", "randomness", "key-material"))
_OPTIONAL = frozenset(
    ("file", "environment", "name-resolution", "socket", "release", "shutdown", "time", "thread")
)
_ENTRY = re.compile(r"(?:^|_|::)(?:main|WinMain|wmain)$")


@dataclass(frozen=True, slots=True)
class Swallowed:
    """One failure that leaves as a success.

    `form` is latched (a shared exit returns an earlier success), overwritten (another call's
    verdict takes the place of the failing one), passed over (the function goes on), answered (the
    failure's own branch returns a success) or always (the function returns the same whatever
    happens).
    """

    site: Site
    exit: Exit
    form: str
    confidence: Confidence


def swallowed(
    found: Outcomes, inferred: Inferred | None, *, callback: bool = False
) -> Iterator[Swallowed]:
    """The failures of a function that leave as its success, each once.

    `callback` says that others prescribe what the function returns.
    """
    function = found.course.function
    if function.result_type == "void" or _ENTRY.search(function.name):
        return
    exits = [item for item in found.exits if item.kind == "return" and item.text]
    guards = _guards(found, exits)
    constant = _constant([item for item in exits if item not in guards])
    if (constant is None and inferred is None) or not found.complete:
        return
    verdicts = list(_verdicts(found, inferred, exits, callback=callback))
    # Where more failures leave as a success than as an error, the function means something else.
    refused = {item.at for item in guards if inferred and item.cells <= inferred.error}
    if inferred is None or len(verdicts) <= max(1, inferred.support + len(refused)):
        yield from verdicts


def _guards(found: Outcomes, exits: Sequence[Exit]) -> list[Exit]:
    """The exits by which the function refuses to begin: by a constant that reads as a failure,
    before any call has succeeded.
    """
    truth = "bool" in found.course.function.result_type.lower()
    negative = relation("<", 0)
    return [
        item
        for item in exits
        if not item.failed and not item.past.fine and item.cells.single is not None
        if item.cells <= negative or FAILURE.search(item.text) or (truth and item.cells == only(0))
    ]


def _verdicts(
    found: Outcomes, inferred: Inferred | None, exits: Sequence[Exit], *, callback: bool
) -> Iterator[Swallowed]:
    seen: set[int] = set()
    for item in sorted(exits, key=lambda exit: exit.at):
        if not item.failed or item.past.failed in seen or not _counts(found, item):
            continue
        verdict = None
        if inferred is not None:
            verdict = _succeeding(found, item, inferred)
        elif not callback:
            verdict = _always(found, item, _guards(found, exits))
        if verdict is not None:
            seen.add(item.past.failed)
            yield verdict


def _constant(exits: Sequence[Exit]) -> Cells | None:
    """What every exit returns, if that is one known value."""
    cells = {item.cells for item in exits}
    only = cells.pop() if len(cells) == 1 else ANY
    return only if only.single is not None else None


def _counts(found: Outcomes, item: Exit) -> bool:
    """Whether a failure is one that a function must not lose, and nothing was done about it."""
    past, site = item.past, found.sites[item.past.failed]
    if not past.sure or past.decided or past.worked or item.refused:
        return False
    if past.noted and not past.lost:
        return False
    if past.verdict == item.text and not past.lost:
        return False
    if site.manner != "result":
        return True
    # Where the author tests a write and tells of its failure, it was to succeed.
    told = bool(past.reported) and site.spec.role[:1] == ("io",)
    if not told and {"release", "shutdown", "log"} & set(site.spec.role):
        return False
    if site.weak:
        return past.joined >= 0 and (told or RAISED.search(past.reported) is not None)
    return site.spec.check == "required"


def _succeeding(found: Outcomes, item: Exit, inferred: Inferred) -> Swallowed | None:
    """The verdict on a failure where the function's own specification is known."""
    if not item.cells or (item.cells == ANY and not item.past.lost):
        return None
    if item.cells != ANY and item.cells & inferred.error:
        return None
    past, site = item.past, found.sites[item.past.failed]
    if _is_guard(found, item) or _reports(found, site) or _is_made_up(found, item):
        return None
    grave = bool(_GRAVE & set(site.spec.role)) or site.manner == "raised"
    sure = inferred.confidence is not Confidence.LOW
    if past.lost:
        return Swallowed(site, item, "overwritten", Confidence.HIGH if sure else Confidence.MEDIUM)
    if _is_one_of_many(found, item) and not (grave and past.reported):
        return None
    if _skips_success(found, item):
        return Swallowed(site, item, "latched", Confidence.HIGH if sure else Confidence.MEDIUM)
    if site.manner == "raised":
        return Swallowed(site, item, "passed over", Confidence.MEDIUM)
    if past.joined < 0:
        odd = inferred.support > 1 and _is_answer(found, item)
        if past.test[0] < 0 or not (past.reported or grave or _needed(site) or odd):
            return None
        if not grave and not any(
            other.cells & item.cells for other in found.exits if _is_fine(other)
        ):
            # What nothing but failures returns is an answer of its own.
            return None
        return Swallowed(site, item, "answered", Confidence.MEDIUM if grave else Confidence.LOW)
    if _is_error_exit(found, past, inferred):
        return Swallowed(site, item, "latched", Confidence.HIGH if sure else Confidence.MEDIUM)
    if not grave and not past.reported and _OPTIONAL & set(site.spec.role):
        return None
    return Swallowed(site, item, "passed over", Confidence.MEDIUM if sure else Confidence.LOW)


def _always(found: Outcomes, item: Exit, guards: Sequence[Exit]) -> Swallowed | None:
    """The verdict on a failure of a function that returns the same whatever happens."""
    past, site = item.past, found.sites[item.past.failed]
    if _is_guard(found, item):
        return None
    if _skips_success(found, item):
        return Swallowed(site, item, "latched", Confidence.MEDIUM)
    own = is_own(found.course.callees.of(site.call))
    thrown = site.manner == "raised" or (site.manner == "thrown" and own)
    grave = bool(_GRAVE & set(site.spec.role)) or thrown
    # Who can refuse to begin, and answers alike from then on, may tell what it has found.
    if not past.reported and (guards or not grave):
        return None
    return Swallowed(site, item, "always", Confidence.MEDIUM)


def _reports(found: Outcomes, site: Site) -> bool:
    """Whether a function is named for giving what it finds: that the peer has no certificate, or
    that it is not trusted, is then what it gives.
    """
    verdicts = {"verification", "certificate"} & set(site.spec.role)
    return (
        bool(verdicts)
        and len(site.call.arguments) == 1
        and sounds_like_lookup(found.course.function.name)
    )


def _is_answer(found: Outcomes, item: Exit) -> bool:
    """Whether a failure's branch has a return of its own, where no reason is asked for that could
    make it none.
    """
    graph, (block, target) = found.course.graph, item.past.test
    site = found.sites[item.past.failed]
    unsure = site.spec.reason == "SSL_get_error" or is_own(site.spec)
    if block < 0 or unsure or _OPTIONAL & set(site.spec.role):
        return False
    others = [number for number in graph.blocks[block].successors if number != target]
    return not any(item.block in (number, *graph.reaches(number)) for number in others)


def _skips_success(found: Outcomes, item: Exit) -> bool:
    """Whether a failure jumps over the statement that sets the result to a success, but the result
    has had that value from the start.
    """
    past, graph = item.past, found.course.graph
    if past.joined < 0 or past.worked or item.cells.single is None:
        return False
    failed = {past.test[1], *graph.reaches(past.test[1])}
    sets = [
        (block.number, operation.value)
        for block in found.course.function.blocks
        for operation in block.operations
        if isinstance(operation, Assign) and str(operation.target) == item.text
    ]
    if any(block in failed for block, _ in sets):
        return False
    return any(
        isinstance(value, Constant)
        and value.value == item.cells.single
        and past.test[0] not in graph.reaches(block)
        for block, value in sets
    )


def _is_fine(item: Exit) -> bool:
    """Whether an exit is one of a success, for all that is known."""
    return item.kind == "return" and not item.failed and item.cells != ANY


def _needed(site: Site) -> bool:
    return bool({"allocation"} & set(site.spec.role))


def _is_guard(found: Outcomes, item: Exit) -> bool:
    """Whether a test only asks if there is something to work on, as `if (cert) { … }` does."""
    past = item.past
    if past.reported or past.lost or past.joined != past.test[1] or past.joined < 0:
        return False
    graph = found.course.graph
    branch = graph.blocks[past.test[0]].terminator
    ways = [graph.blocks[number].terminator for number in graph.predecessors[past.joined]]
    whole = [way for way in ways if not _is_part(way)]
    if not isinstance(branch, Branch) or branch.otherwise != past.test[1]:
        return False
    needed = bool((_GRAVE | {"allocation"}) & set(found.sites[past.failed].spec.role))
    return not needed or len(whole) < 3 or not _only_leaves(graph, past.joined)


def _only_leaves(graph: Graph, block: int) -> bool:
    """Whether nothing but tidying up is done from a block on."""
    blocks = {block, *graph.reaches(block)}
    return all(
        tidies(operation) or LOGS.search(operation.callee) is not None
        for number in blocks
        for operation in graph.blocks[number].operations
        if isinstance(operation, Call)
    )


def _is_part(terminator: Terminator) -> bool:
    """Whether a branch is but a part of a condition."""
    return isinstance(terminator, Branch) and terminator.kind is BranchKind.SHORT_CIRCUIT


def _is_one_of_many(found: Outcomes, item: Exit) -> bool:
    """Whether the call is made in a loop, so that one that fails may be made good by another."""
    block = item.past.test[0]
    return block >= 0 and block in found.course.graph.reaches(block)


def _is_error_exit(found: Outcomes, past: Past, inferred: Inferred) -> bool:
    """Whether other failures come to where a failure's branch ends, and leave with an error."""
    return any(
        item.failed
        and item.past.failed != past.failed
        and item.past.joined == past.joined
        and bool(item.cells)
        and item.cells <= inferred.error
        for item in found.exits
        if item.kind == "return"
    )


def _is_made_up(found: Outcomes, item: Exit) -> bool:
    """Whether another object leaves instead of the one that could not be made."""
    other = found.sites[item.raw] if item.raw >= 0 and not item.refused else None
    owned = found.sites[item.past.failed].spec.returns == "owned"
    return owned and other is not None and other.spec.returns == "owned" and not item.past.lost
