"""Plants made, audited and judged: what the unmodified text raises is subtracted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from auditkit.concerns import modules
from auditkit.findings import Finding
from auditkit.knowledge import Knowledge, load
from auditkit.preprocess import preprocess
from auditkit.source import SourceFile
from auditkit.syntax import definitions, parse_syntax
from auditkit.testing import context_of
from seeding import checks, lifetimes, outcomes, reasons, values
from seeding.cut import bodies, cut
from seeding.plant import Plant, apply
from seeding.tree import Target

Rule = Callable[[Target], Iterator[Plant]]
RULES: tuple[Rule, ...] = (
    *(checks.removed, checks.own_removed, checks.narrowed, checks.inverted),
    *(checks.unwelcomed, checks.widened, checks.unwanted, checks.late),
    *(outcomes.reported, outcomes.assigned, outcomes.latched, outcomes.continued),
    *(reasons.wrong_result, reasons.wrong_queue, reasons.late, reasons.dirty, reasons.retried),
    *(lifetimes.removed_on_branch, lifetimes.removed_at_end, lifetimes.duplicated),
    *(lifetimes.duplicated_before_goto, lifetimes.moved_up, lifetimes.used_again),
    *(lifetimes.exchanged, lifetimes.returned_early, lifetimes.removed_from_cleanup),
    *(lifetimes.bypassed, lifetimes.continued),
    *(values.uninitialised_at_label, values.uninitialised_before_write, values.memset_removed),
    values.read_before_check,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plant in its file, whether it was found, and all that was new in its function."""

    file: str
    plant: Plant
    name: str
    found: bool
    raised: tuple[Finding, ...]

    @property
    def label(self) -> str:
        """How lists of misses spell the plant."""
        return f"{Path(self.file).name} {self.name}"


@cache
def _knowledge() -> Knowledge:
    return load()


def audited(data: bytes, language: str, function: str = "") -> list[Finding]:
    """What the kit finds in a text, or in one function of it."""
    context = context_of(data.decode("utf-8", "replace"), language, _knowledge())
    return [
        finding
        for each in context.functions
        if function in ("", each.name)
        for module in modules()
        for finding in module.find(each, context)
    ]


def targets(data: bytes, language: str) -> list[Target]:
    """The functions of a text that hold no preprocessor directive and no syntax error."""
    syntax = parse_syntax(preprocess(SourceFile.of("planted", data), language), language)
    found = [
        Target(item.name, item.node, item.body, frozenset())
        for item in definitions(syntax.trees[0])
        if item.body.type == "compound_statement"
        and not item.node.has_error
        and not re.search(rb"^\s*#", data[item.node.start_byte : item.node.end_byte], re.M)
    ]
    fallible = frozenset(item.name.rsplit("::", 1)[-1] for item in found if outcomes.can_fail(item))
    return [replace(item, fallible=fallible) for item in found]


def plants(data: bytes, language: str) -> list[Plant]:
    """All that the rules plant into a text, by function; each edit once."""
    found = {
        (item.rule, item.edits): item
        for target in targets(data, language)
        for rule in RULES
        for item in rule(target)
    }
    return list(found.values())


def measure(
    file: str, data: bytes, language: str, rules: Iterable[str] = (), limit: int = 0
) -> Iterator[Verdict]:
    """The verdicts on the plants of a file; of more than `limit`, evenly spread ones."""
    wanted = set(rules)
    chosen = [item for item in plants(data, language) if not wanted or item.rule in wanted]
    step = len(chosen) / limit if limit and len(chosen) > limit else 1.0
    spread = [chosen[int(index * step)] for index in range(int(len(chosen) / step))]
    found = bodies(data, language)
    texts: dict[str, tuple[bytes, Counter[str]]] = {}
    for item, name in zip(spread, _names(spread), strict=True):
        if item.function not in texts:
            alone = cut(data, found, item.function)
            before = audited(alone, language, item.function)
            texts[item.function] = alone, Counter(finding.key() for finding in before)
        alone, known = texts[item.function]
        raised = _new(audited(apply(alone, item.edits), language, item.function), known)
        hit = any(finding.concern.id in item.expected for finding in raised)
        yield Verdict(file, item, name, hit, tuple(raised))


def _new(findings: list[Finding], before: Counter[str]) -> list[Finding]:
    """The findings beyond those that were there before."""
    left = Counter(before)
    found = []
    for finding in findings:
        if left[finding.key()]:
            left[finding.key()] -= 1
        else:
            found.append(finding)
    return found


def _names(chosen: list[Plant]) -> list[str]:
    """The names of plants, made unique by their order among equal ones."""
    seen: Counter[str] = Counter()
    names = []
    for item in chosen:
        seen[item.name] += 1
        again = seen[item.name]
        names.append(item.name if again == 1 else f"{item.name} #{again}")
    return names
