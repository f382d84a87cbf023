"""Defects of resource lifetime in words: which to report, how sure, by which steps, who owns what.

Apart from the walks because several concerns report what one walk found, each under its own name,
and one root cause is to be one finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditkit.analyses.lives import Defect, Kind, Life, Status, Subject
from auditkit.analyses.resources import Resource
from auditkit.findings import Confidence, Step

_EXITS = {
    "return": "the function returns here, and nobody owns it any more",
    "throw": "an exception leaves the function here, and nobody owns it any more",
    "again": "it is acquired anew here while it is still owned",
    "lost": "the last name that holds it gets another value here",
    "overwritten": "where it is stored gets another value here",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """One defect to report: the value, the path that shows it, and on how many more ways it
    happens.
    """

    resource: Resource
    defect: Defect
    others: int

    @property
    def subject(self) -> Subject:
        """The value."""
        return self.resource.subject

    @property
    def life(self) -> Life:
        """The value's life when the defect happened."""
        return self.defect.life


def reported(resources: Iterable[Resource], kind: str) -> Iterator[Reported]:
    """The defects of a kind, one for each root cause: a leak by its acquisition, what happens
    after a release by that release.
    """
    seen: set[object] = set()
    for resource in resources:
        found = [defect for defect in resource.defects if defect.kind == kind]
        found.sort(key=lambda defect: not defect.sure)
        for defect in found:
            holder = resource.subject.holder.lstrip("%0123456789")
            cause: tuple[object, ...] = (resource.subject.call.at, holder)
            if kind == "wrong-release":
                cause = (defect.at,)
            elif kind != "leaked-resource":
                cause = (defect.life.line, resource.subject.holder)
            same = (resource.subject.holder, defect.at) if kind == "leaked-resource" else defect.at
            if cause in seen or same in seen:
                continue
            seen.update((cause, same))
            places = {other.at for other in found} - {defect.at}
            yield Reported(resource, defect, len(places))


def confidence(item: Reported) -> Confidence:
    """How sure a defect is: less where something on its path is only taken for what it seems."""
    if item.defect.callee == "overwritten":
        return Confidence.LOW
    known = item.subject.spec is not None or item.subject.kind in (Kind.RELEASED, Kind.GIVEN)
    if not item.defect.sure or not known:
        return Confidence.MEDIUM
    return Confidence.HIGH


def value(subject: Subject) -> str:
    """The value in words: its name, or the call that gives it."""
    if subject.holder.startswith("%"):
        return f"the result of {subject.call.callee}"
    return subject.holder


def release(subject: Subject) -> str:
    """The function that releases the value, in words."""
    return subject.release or "the function that releases all of it"


def owner(life: Life) -> str:
    """Who owns the value now, in words."""
    if life.joined:
        return life.by
    match life.status:
        case Status.GIVEN:
            return f"the object that {life.by} gave it to"
        case Status.HELD:
            return f"the {life.by} that holds it"
        case Status.BORROWED:
            return "the object that it was got from"
        case Status.RELEASED | Status.DANGLING:
            return "nobody"
    return "this function"


def steps(item: Reported) -> tuple[Step, ...]:
    """The lines from where the value came from, over the branches, to the defect."""
    subject, defect = item.subject, item.defect
    first = Step(subject.call.at, _beginning(subject))
    path = item.resource.steps(defect.index)
    at = subject.call.at
    change: tuple[Step, ...] = ()
    if defect.life.line != at.line and defect.life.by:
        place = type(at)(at.path, defect.life.line, 1)
        change = (Step(place, _change(defect.life)),)
    before = tuple(step for step in path if step.at.line <= defect.life.line)
    behind = path[len(before) :]
    return (first, *before, *change, *behind, Step(defect.at, _end(item)))


def _beginning(subject: Subject) -> str:
    callee = subject.call.callee
    match subject.kind:
        case Kind.BORROWED:
            return f"{callee} lends {value(subject)}"
        case Kind.RELEASED:
            return f"{callee} releases {value(subject)}"
        case Kind.GIVEN:
            return f"{callee} gives {value(subject)} to another owner"
        case Kind.REPLACED:
            return f"{callee} replaces {value(subject)} if it succeeds, else leaves it as it is"
        case Kind.IN_PLACE | Kind.OUTPUT:
            return f"{callee} sets up {value(subject)}, which {release(subject)} has to release"
    return f"{callee} makes {value(subject)}, which {release(subject)} has to release"


def _change(life: Life) -> str:
    match life.status:
        case Status.RELEASED | Status.DANGLING:
            return f"{life.by} releases it"
        case Status.GIVEN:
            return f"{life.by} gives it to another owner"
        case Status.HELD:
            return f"a {life.by} holds it from here on"
        case Status.STORED | Status.OWNED:
            return f"it is stored in {life.by}"
    return f"{life.by} gets it"


def _end(item: Reported) -> str:
    defect = item.defect
    match defect.kind:
        case "leaked-resource":
            other = f"{defect.callee} gives back what it is a part of, but not what it holds"
            return _EXITS.get(defect.callee, other)
        case "use-after-release" if defect.callee == "left":
            return "its place is not reset on this path, as it is on others"
        case "use-after-release":
            return f"{defect.callee or 'the code'} uses it here"
    return f"{defect.callee} releases it here"
