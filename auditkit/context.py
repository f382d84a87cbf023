"""What a concern may ask: facts, knowledge, graphs and analyses, each computed once a function.

Apart from the pipeline because concerns see nothing else; they neither read files nor make tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditkit.analyses.apis import Callees
from auditkit.analyses.checks import Check, check
from auditkit.analyses.error_paths import ErrorPath, error_paths
from auditkit.analyses.initialisation import Initialisation, initialisations
from auditkit.analyses.outcomes import Outcomes, outcomes
from auditkit.analyses.queues import queue_effects
from auditkit.analyses.reasons import Inquiry, inquiries
from auditkit.analyses.resources import Resource, follow_resources
from auditkit.analyses.results import Followed, follow
from auditkit.analyses.summaries import Summary, summarise
from auditkit.analyses.walk import Course
from auditkit.cfg import Graph
from auditkit.facts import Call, Function, Origin
from auditkit.findings import Confidence
from auditkit.knowledge import ApiSpec, Knowledge
from auditkit.source import SourceFile


@dataclass(slots=True)
class Context:
    """The whole target as analyses see it."""

    functions: Sequence[Function]
    knowledge: Knowledge
    sources: Mapping[str, SourceFile]
    callees: Callees
    summaries: Mapping[int, Summary] = field(default_factory=dict)
    _graphs: dict[int, Graph] = field(default_factory=dict)
    _courses: dict[int, Course] = field(default_factory=dict)
    _checks: dict[int, tuple[Check, ...]] = field(default_factory=dict)
    _resources: dict[int, tuple[Resource, ...]] = field(default_factory=dict)
    _initialisations: dict[int, tuple[Initialisation, ...]] = field(default_factory=dict)
    _inquiries: dict[int, tuple[Inquiry, ...]] = field(default_factory=dict)

    @staticmethod
    def of(
        functions: Sequence[Function], knowledge: Knowledge, sources: Mapping[str, SourceFile]
    ) -> "Context":
        """The context of these functions, of which each is summarised for its callers."""
        defined = frozenset(function.name.rsplit("::", 1)[-1] for function in functions)
        own: dict[tuple[str, str], list[ApiSpec]] = {}
        context = Context(functions, knowledge, sources, Callees(knowledge, own, defined))
        context.callees.queues.update(queue_effects(functions, context.callees))
        scopes = _scopes(functions)

        def learn(function: Function, summary: Summary) -> None:
            last = function.name.rsplit("::", 1)[-1]
            names = {function.name, last} if len(scopes[last]) == 1 else {function.name}
            for name in names:
                for path in (function.at.path, ""):
                    own.setdefault((path, name), []).append(summary.spec)

        summaries = summarise(functions, context.outcomes, learn)
        context.summaries = dict(summaries)
        return context

    def spec(self, call: Call) -> ApiSpec | None:
        """What is known of the function that a call site calls; None where nothing is."""
        return self.callees.of(call)

    def graph(self, function: Function) -> Graph:
        """The control-flow graph of a function."""
        if id(function) not in self._graphs:
            self._graphs[id(function)] = Graph.of(function)
        return self._graphs[id(function)]

    def course(self, function: Function) -> Course:
        """What all walks over the paths of a function share."""
        if id(function) not in self._courses:
            self._courses[id(function)] = Course.of(function, self.graph(function), self.callees)
        return self._courses[id(function)]

    def outcomes(self, function: Function) -> Outcomes:
        """All exits of a function, with the failures before them; walked anew at each call."""
        return outcomes(self.course(function))

    def summary(self, function: Function) -> Summary:
        """What is known of a function of the target."""
        return self.summaries[id(function)]

    def checks(self, function: Function) -> tuple[Check, ...]:
        """The verdict on each fallible call of a function, in source order, one a call site."""
        if id(function) not in self._checks:
            self._checks[id(function)] = self._checked(function)
        return self._checks[id(function)]

    def initialisations(self, function: Function) -> tuple[Initialisation, ...]:
        """The conclusion on each variable of a function that is declared without initialiser."""
        if id(function) not in self._initialisations:
            self._initialisations[id(function)] = tuple(initialisations(self.course(function)))
        return self._initialisations[id(function)]

    def inquiries(self, function: Function) -> tuple[Inquiry, ...]:
        """The TLS operations of a function, with what becomes of the reason of their failure."""
        if id(function) not in self._inquiries:
            self._inquiries[id(function)] = tuple(inquiries(self.course(function)))
        return self._inquiries[id(function)]

    def resources(self, function: Function) -> tuple[Resource, ...]:
        """The lives of what a function acquires, borrows and releases."""
        if id(function) not in self._resources:
            self._resources[id(function)] = tuple(follow_resources(self.course(function)))
        return self._resources[id(function)]

    def error_paths(self, function: Function) -> tuple[ErrorPath, ...]:
        """The error paths of a function's fallible calls."""
        return tuple(
            path for checked in self.checks(function) for path in error_paths(function, checked)
        )

    def confidence(self, function: Function, confidence: Confidence) -> Confidence:
        """The confidence of a conclusion on a function; an opaque one allows none above low."""
        return Confidence.LOW if function.origin is Origin.OPAQUE else confidence

    def author_comment(self, path: str, line: int) -> str:
        """The comment on a line or right above it that speaks of work left to do."""
        source = self.sources.get(path)
        if source is None:
            return ""
        for number in (line, line - 1, line + 1):
            if 1 <= number <= source.line_count:
                text = source.line(number)
                mark = max(text.find("//"), text.find("/*"), text.find(" * "))
                if mark >= 0 and any(word in text for word in ("TODO", "FIXME", "XXX", "HACK")):
                    return text[mark:].strip()[:200]
        return ""

    def _checked(self, function: Function) -> tuple[Check, ...]:
        graph = self.graph(function)
        followed = [
            item
            for item in follow(function, graph, self.callees)
            if self.spec(item.call) is not None
        ]
        failing = _failing_blocks(followed)
        unique: dict[tuple[object, str], Check] = {}
        for item in followed:
            verdict = check(item, item.block in failing)
            identity = (item.call.at, item.call.callee)
            known = unique.get(identity)
            if known is None or _RANK[verdict.check] > _RANK[known.check]:
                unique[identity] = verdict
        return tuple(sorted(unique.values(), key=lambda found: found.followed.call.at))


def _scopes(functions: Sequence[Function]) -> Mapping[str, set[str]]:
    """The qualified names that each last name stands for."""
    found: dict[str, set[str]] = {}
    for function in functions:
        found.setdefault(function.name.rsplit("::", 1)[-1], set()).add(function.name)
    return found


_RANK = {"exact": 0, "unknown": 1, "overstrict": 2, "inverted": 3, "partial": 4, "none": 5}


def _failing_blocks(followed: Sequence[Followed]) -> frozenset[int]:
    """The blocks that only a failure leads to: a call there is cleaning up."""
    failed: set[int] = set()
    fine: set[int] = set()
    for item in followed:
        for reached in item.exploration.reached:
            cells = reached.state.cells
            if cells and cells <= item.subject.error and reached.state.entry:
                failed.add(reached.block)
            elif reached.state.tested:
                fine.add(reached.block)
    return frozenset(failed - fine)
