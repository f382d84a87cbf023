"""What a walk concludes of one variable: the bad read, if there is one, and how sure that is.

Apart from the walk because a conclusion is what concerns and tables read.
"""

from dataclasses import dataclass
from itertools import pairwise

from auditkit.analyses.parts import Variable
from auditkit.analyses.touches import Pending
from auditkit.analyses.walk import Walk
from auditkit.analyses.writes import Writes
from auditkit.analyses.written import State, Verdict
from auditkit.facts import Branch, BranchKind, Call, Switch
from auditkit.findings import Confidence, Step
from auditkit.source import Location


@dataclass(frozen=True, slots=True)
class Read:
    """A read of what may not have been written; `pending` is the call that should have, if any.

    `missing` names the fields that were never written of what is handed out; `lent` says that a
    function of the target gets the address, which may read it on some of its paths only.
    """

    verdict: Verdict
    at: Location
    part: str
    state: State
    pending: Pending | None
    index: int
    call: Call | None
    missing: tuple[str, ...] = ()
    lent: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Initialisation:
    """The conclusion on one variable, with the first bad read or the writes that make it harmless.

    `always` says that no path to the read writes first; `walked` is None where no walk was needed.
    """

    variable: Variable
    declared: Location
    verdict: Verdict
    read: Read | None
    writes: Writes
    walked: Walk[State] | None
    always: bool

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way to the bad read: the declaration, the branches taken, what failed, the read."""
        if self.read is None or self.walked is None:
            return ()
        name = self.variable.name
        steps = [Step(self.declared, f"{name} is declared without an initialiser")]
        steps.extend(self.walked.steps(self.read.index))
        pending = self.read.pending
        if pending is not None:
            at = type(self.read.at)(self.read.at.path, pending.line, 1)
            steps.append(Step(at, f"{pending.callee} writes {name} only if it succeeds"))
            steps[1:] = sorted(steps[1:], key=lambda step: step.at.line)
        return (*steps, Step(self.read.at, f"{name}{self.read.part} is read"))

    @property
    def confidence(self) -> Confidence:
        """How sure the conclusion is, by the walk, the length of the path, and who reads."""
        sure = self._confidence()
        if self.read is not None and self.read.guarded:
            return Confidence.LOW
        if self.read is None or not self.read.lent or sure is Confidence.LOW:
            return sure
        return Confidence.MEDIUM if sure is Confidence.HIGH else Confidence.LOW

    def _confidence(self) -> Confidence:
        if self.verdict is Verdict.GIVEN:
            return Confidence.MEDIUM
        if self.walked is None:
            return Confidence.HIGH
        if not self.walked.complete or self.read is None:
            return Confidence.LOW if not self.walked.complete else Confidence.HIGH
        if self.verdict is Verdict.PARTIAL:
            return Confidence.MEDIUM
        if self.verdict is Verdict.UNTESTED:
            required = self.read.pending is not None and self.read.pending.check == "required"
            return Confidence.MEDIUM if required else Confidence.LOW
        if self.verdict is Verdict.UNWRITTEN and not self.always:
            return self._path_confidence()
        return Confidence.HIGH

    def _path_confidence(self) -> Confidence:
        assert self.walked is not None and self.read is not None
        path = [item.block for item in self.walked.exploration.path(self.read.index)]
        doubt = 0
        for number, following in pairwise(path):
            match self.walked.graph.blocks[number].terminator:
                case Switch(default=default, cases=cases) if following == default:
                    named = all(not case.low.text.lstrip("-").isdigit() for case in cases)
                    doubt += 9 if named and all(case.target != default for case in cases) else 1
                case Branch(kind=BranchKind.LOOP, otherwise=otherwise) if following == otherwise:
                    doubt += 4
                case Branch(kind=BranchKind.PREPROCESSOR):
                    doubt += 2
                case Branch():
                    doubt += 1
        if doubt >= 9:
            return Confidence.LOW
        return Confidence.HIGH if doubt <= 3 else Confidence.MEDIUM
