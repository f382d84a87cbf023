"""What a concern may ask: facts, knowledge, graphs and analyses, each computed once a function.

Apart from the pipeline because concerns see nothing else; they neither read files nor make tables.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from auditkit.analyses.apis import Callees, all_names, is_own
from auditkit.analyses.callgraph import qualified
from auditkit.analyses.checks import Check
from auditkit.analyses.class_names import with_names
from auditkit.analyses.constructed import Exposures, Unset, unset_members
from auditkit.analyses.conventions import Mixed, is_settled, is_three_valued, mixed, unlike
from auditkit.analyses.crossings import Crossings
from auditkit.analyses.customs import Customs, customs_of
from auditkit.analyses.deadcode import Skipped, skipped
from auditkit.analyses.definitions import Point
from auditkit.analyses.error_paths import ErrorPath, error_paths
from auditkit.analyses.exchanged import verdicts
from auditkit.analyses.initialisation import initialisations
from auditkit.analyses.inquiry import Inquiry
from auditkit.analyses.layouts import Layouts, layouts
from auditkit.analyses.outcomes import Outcomes, outcomes, unread
from auditkit.analyses.outputs import addressed, is_output, unwritten
from auditkit.analyses.pointers import pointees
from auditkit.analyses.queues import queue_effects
from auditkit.analyses.reads import Initialisation
from auditkit.analyses.resources import Resource, follow_resources
from auditkit.analyses.retries import inquiries
from auditkit.analyses.sources import Source, Tracer
from auditkit.analyses.summaries import Summary, summarise
from auditkit.analyses.surroundings import Surroundings
from auditkit.analyses.swallowed import Swallowed, swallowed
from auditkit.analyses.walk import Course
from auditkit.annotations import Diagnostic
from auditkit.cfg import Graph
from auditkit.errors import DEFECTS
from auditkit.facts import (
    Call,
    Class,
    Function,
    Operand,
    Origin,
)
from auditkit.findings import Confidence
from auditkit.knowledge import ApiSpec, Knowledge
from auditkit.objects import NOTHING, Objects
from auditkit.remarks import author_comment, given_names, is_tolerated, jump_between
from auditkit.source import Location, SourceFile
from auditkit.values import Cells, relation

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """The whole target as analyses see it."""

    functions: Sequence[Function]
    knowledge: Knowledge
    sources: Mapping[str, SourceFile]
    callees: Callees
    layouts: Layouts
    objects: Objects = NOTHING
    summaries: Mapping[int, Summary] = field(default_factory=dict)
    _graphs: dict[int, Graph] = field(default_factory=dict)
    _courses: dict[int, Course] = field(default_factory=dict)
    _mixed: dict[int, tuple[Mixed, ...]] = field(default_factory=dict)
    _tested: dict[str, list[Check]] = field(default_factory=dict)
    _checks: dict[int, tuple[Check, ...]] = field(default_factory=dict)
    _resources: dict[int, tuple[Resource, ...]] = field(default_factory=dict)
    _customs: list[Customs] = field(default_factory=list)
    _initialisations: dict[int, tuple[Initialisation, ...]] = field(default_factory=dict)
    _unset: list[tuple[Unset, ...]] = field(default_factory=list)
    _inquiries: dict[int, tuple[Inquiry, ...]] = field(default_factory=dict)
    _surroundings: list[Surroundings] = field(default_factory=list)
    _tracer: list[Tracer] = field(default_factory=list)
    _given: set[str] = field(default_factory=set)
    defects: list[Diagnostic] = field(default_factory=list)

    @staticmethod
    def of(
        functions: Sequence[Function],
        knowledge: Knowledge,
        sources: Mapping[str, SourceFile],
        classes: Sequence[Class] = (),
        objects: Objects = NOTHING,
    ) -> "Context":
        """The context of these functions, of which each is summarised for its callers."""
        own: dict[tuple[str, str], list[ApiSpec]] = {}
        knowledge = with_names(knowledge, (source.text for source in sources.values()))
        context = Context(
            functions,
            knowledge,
            sources,
            Callees(knowledge, own, all_names(functions)),
            layouts(classes, functions),
            objects,
        )
        callees = context.callees
        callees.pointees.update(pointees(functions, objects, context.layouts, callees))
        callees.queues.update(queue_effects(functions, callees))
        scopes = qualified(functions)

        def learn(function: Function, summary: Summary) -> None:
            callees.renew()
            last = function.name.rsplit("::", 1)[-1]
            names = {function.name, last} if len(scopes[last]) == 1 else {function.name}
            for name in names:
                for path in (function.at.path, ""):
                    own.setdefault((path, name), []).append(summary.spec)

        summaries = summarise(functions, context.outcomes, learn, callees.pointees)
        context.summaries = dict(summaries)
        context.learn_outputs()
        context.callees.exposed.append(Exposures(functions, context.course).within(""))
        return context

    def learn_outputs(self) -> None:
        """Asks each function that is called with an address when it leaves it unwritten."""
        given = addressed(self.functions)
        for function in self.functions:
            last = function.name.rsplit("::", 1)[-1]
            if last not in given or not any(is_output(item) for item in function.parameters):
                continue
            found = self._unwritten(function)
            for path in (function.at.path, ""):
                self.callees.unwritten.setdefault((path, function.name), found)
                self.callees.unwritten.setdefault((path, last), found)

    def attempt(self, function: Function, what: str, conclude: Callable[[], T], without: T) -> T:
        """A conclusion on a function, or `without` where a defect of an analysis prevents it, which
        is noted for the diagnostics.
        """
        try:
            return conclude()
        except DEFECTS as error:
            said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            text = f"defect of auditkit: {what} of {function.name} not concluded ({said})"
            self.defects.append(Diagnostic(function.at, "error", text, function.at.path))
            return without

    def _unwritten(self, function: Function) -> Mapping[int, Cells]:
        none: Mapping[int, Cells] = {}
        return self.attempt(function, "outputs", lambda: unwritten(self.course(function)), none)

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
        found = self.attempt(function, "outcomes", lambda: outcomes(self.course(function)), None)
        return outcomes(Course.of(*unread(function), self.callees)) if found is None else found

    def summary(self, function: Function) -> Summary:
        """What is known of a function of the target."""
        return self.summaries[id(function)]

    def mixed(self, function: Function) -> tuple[Mixed, ...]:
        """The failures that leave a function in another convention than its own."""
        if id(function) not in self._mixed:
            found: tuple[Mixed, ...] = ()
            summary = self.summary(function)
            tests = self._tests().get(function.name, [])
            if summary.mixes or summary.spec.error_cells & relation("<", 0):
                found = self.attempt(
                    function,
                    "conventions",
                    lambda: tuple(mixed(self.outcomes(function), tests)),
                    (),
                )
            elif summary.wraps and not tests and not self.is_callback(function):
                found = tuple(unlike(self.outcomes(function), self._fellows(function)))
            self._mixed[id(function)] = found
        return self._mixed[id(function)]

    def _fellows(self, function: Function) -> tuple[Cells, ...]:
        """The errors of the functions of the same file and type that answer by their own values."""
        fellows = [
            self.summary(each)
            for each in self.functions
            if each.at.path == function.at.path and each.result_type == function.result_type
        ]
        return tuple(each.spec.error_cells for each in fellows if each.inferred and not each.wraps)

    def share(self, check: Check) -> tuple[int, int]:
        """At how many calls of a function the result is treated as at this one, and at how many it
        is called at all.
        """
        tests = self._tests().get(check.followed.subject.spec.function, [])
        return sum(_is_alike(check, item) for item in tests), len(tests)

    def is_mixed(self, spec: ApiSpec) -> bool:
        """Whether a function of the target mixes conventions, which is then found there."""
        own = (
            [item for item in self.functions if item.name == spec.function] if is_own(spec) else []
        )
        return any(self.mixed(function) for function in own)

    def is_plain(self, spec: ApiSpec) -> bool:
        """Whether the body of a function of the target says what its values mean, whatever its
        callers make of them.
        """
        own = [item for item in self.functions if is_own(spec) and item.name == spec.function]
        walked = [self.outcomes(function) for function in own]
        return bool(walked) and all(is_three_valued(one) or is_settled(one) for one in walked)

    def _tests(self) -> Mapping[str, list[Check]]:
        """How the calls of each of the target's functions are tested, by the function's name."""
        if not self._tested:
            for function in self.functions:
                for check in self.checks(function):
                    if is_own(check.followed.subject.spec):
                        name = check.followed.subject.spec.function
                        self._tested.setdefault(name, []).append(check)
            self._tested.setdefault("", [])
        return self._tested

    def skipped(self, function: Function) -> tuple[Skipped, ...]:
        """The jumps of a function that are always taken and leave checks out."""
        graph = self.graph(function)
        if len(graph.order) == len(function.blocks):
            return ()
        return tuple(skipped(self.outcomes(function)))

    def jump_between(self, first: Location, last: Location) -> Location:
        """The last jump that is spelled between two places, or the first place."""
        source = self.sources.get(first.path)
        return first if source is None else jump_between(source, first, last)

    def is_callback(self, function: Function) -> bool:
        """Whether others prescribe what a function returns: its name is given away somewhere."""
        if function.overrides or function.kind == "lambda" or _CALLED_BACK.search(function.name):
            return True
        if not self._given:
            for source in self.sources.values():
                self._given.update(given_names(source.text, self.callees.defined))
            self._given.add("")
        return function.name.rsplit("::", 1)[-1] in self._given

    def checks(self, function: Function) -> tuple[Check, ...]:
        """The verdict on each fallible call of a function, in source order, one a call site."""
        if id(function) not in self._checks:
            none: tuple[Check, ...] = ()
            found = self.attempt(function, "checks", lambda: verdicts(self.course(function)), none)
            self._checks[id(function)] = found
        return self._checks[id(function)]

    def initialisations(self, function: Function) -> tuple[Initialisation, ...]:
        """The conclusion on each variable of a function that is declared without initialiser."""
        if id(function) not in self._initialisations:
            none: tuple[Initialisation, ...] = ()
            self._initialisations[id(function)] = self.attempt(
                function,
                "initialisation",
                lambda: tuple(initialisations(self.course(function), self.layouts)),
                none,
            )
        return self._initialisations[id(function)]

    def unset_members(self, function: Function) -> tuple[Unset, ...]:
        """The data members that a method reads although a constructor leaves them unset."""
        if not self._unset:
            ask, none = Exposures(self.functions, self.course), tuple[Unset, ...]()
            found = self.attempt(function, "members", lambda: tuple(unset_members(ask)), none)
            self._unset.append(found)
        return tuple(item for item in self._unset[0] if item.reader is function)

    def inquiries(self, function: Function) -> tuple[Inquiry, ...]:
        """The TLS operations of a function, with what becomes of the reason of their failure."""
        if id(function) not in self._inquiries:
            none: tuple[Inquiry, ...] = ()
            self._inquiries[id(function)] = self.attempt(
                function, "reasons", lambda: tuple(inquiries(self.course(function))), none
            )
        return self._inquiries[id(function)]

    def resources(self, function: Function) -> tuple[Resource, ...]:
        """The lives of what a function acquires, borrows and releases."""
        if id(function) not in self._resources:
            if not self._customs:
                self._customs.append(customs_of(self.functions, self.callees))
            none: tuple[Resource, ...] = ()
            self._resources[id(function)] = self.attempt(
                function,
                "resources",
                lambda: tuple(follow_resources(self.course(function), self._customs[0])),
                none,
            )
        return self._resources[id(function)]

    def error_paths(self, function: Function) -> tuple[ErrorPath, ...]:
        """The error paths of a function's fallible calls."""
        summary = self.summary(function)
        lost = {item.site.call.at for item in self.swallowed(function)}
        return tuple(
            path
            for item in self.checks(function)
            for path in error_paths(
                function, item, summary.inferred, swallowed=item.followed.call.at in lost
            )
        )

    def swallowed(self, function: Function) -> tuple[Swallowed, ...]:
        """The failures of a function that leave it as its success, but for those that its author
        tolerates.
        """
        summary = self.summary(function)
        if not summary.swallows:
            return ()
        found = self.outcomes(function)
        return tuple(
            item
            for item in swallowed(found, summary.inferred, callback=self.is_callback(function))
            if not self.is_tolerated(item.site.call.at.path, item.exit.past.entry)
        )

    def traced(self, function: Function, point: Point, operand: Operand) -> tuple[Source, ...]:
        """All that may have set an operand of the operation at a point of a function."""
        none: tuple[Source, ...] = ()
        trace = self.tracer.sources
        return self.attempt(function, "sources", lambda: trace(function, point, operand), none)

    @property
    def tracer(self) -> Tracer:
        """What traces values back through the whole target."""
        if not self._tracer:
            self._tracer.append(Tracer(Crossings(self.functions, self.callees), self.objects))
        return self._tracer[0]

    @property
    def surroundings(self) -> Surroundings:
        """What is called around the functions of the target."""
        if not self._surroundings:
            self._surroundings.append(Surroundings(self.tracer.crossings))
        return self._surroundings[0]

    def confidence(self, function: Function, confidence: Confidence) -> Confidence:
        """The confidence of a conclusion on a function; an opaque one allows none above low."""
        return Confidence.LOW if function.origin is Origin.OPAQUE else confidence

    def author_comment(self, path: str, line: int) -> str:
        """The comment on a line or right above it that speaks of work left to do."""
        source = self.sources.get(path)
        return "" if source is None else author_comment(source, line)

    def is_tolerated(self, path: str, line: int) -> bool:
        """Whether a comment beside the answer to a failure says that it is tolerated on purpose."""
        source = self.sources.get(path)
        return source is not None and is_tolerated(source, line)


_CALLED_BACK = re.compile(r"(?i:_cb|callback|_hook|handler)$")


def _is_alike(check: Check, other: Check) -> bool:
    """Whether two calls have the same verdict: both not tested, or both against the same values."""
    return other.check == check.check and other.escaped == check.escaped
