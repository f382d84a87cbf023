"""The fates of resources and the reasons of failures as words, for the tables that list them.

Apart from the walks because a table needs words where a concern needs records.
"""

from auditkit.analyses.inquiry import ENDS, Event, Inquiry, failed
from auditkit.analyses.lives import Fate
from auditkit.analyses.resources import Resource
from auditkit.findings import Confidence

FATES = (
    *("released", "returned", "stored", "transferred", "borrowed", "not acquired", "terminated"),
    *("unknown", "leaked"),
)
"""What may become of a value at an end of its path, from what is well to what is not."""

ASKED = ("asked", "left", "partly", "wrongly", "never")
"""Whether the reason of a failure is asked: always, by others, on some paths, of something else."""


def fate_reason(resource: Resource, fate: Fate) -> str:
    """The sentence that says what a fate rests on."""
    parts = [_event(fate), fate.life.doubt, "" if resource.complete else _CUT_SHORT]
    return "; ".join(filter(None, parts))


def fate_confidence(resource: Resource, fate: Fate) -> Confidence:
    """How sure a fate is: less where something on its path is only taken for what it seems."""
    if not resource.complete:
        return Confidence.LOW
    return Confidence.MEDIUM if fate.life.doubt or fate.fate == "unknown" else Confidence.HIGH


def asked(inquiry: Inquiry) -> tuple[str, Event | None]:
    """Whether the reason of an operation's failure is asked, and the first question."""
    questions = [event for event in inquiry.events if event.kind == "asked"]
    wrong = next((e for e in questions if e.state.asked in ("object", "result", "constant")), None)
    if wrong is not None:
        return "wrongly", wrong
    if questions:
        return ("partly" if _is_silent(inquiry) else "asked"), questions[0]
    return ("left" if left_to(inquiry) else "never"), None


def left_to(inquiry: Inquiry) -> str:
    """Who gets a result that may be a failure, unasked: the caller, a function, a place."""
    found = dict.fromkeys(
        event.state.left
        for event in inquiry.events
        if not event.state.asked and event.result & inquiry.spec.error_cells
    )
    return ", ".join(filter(None, found))


def ends(inquiry: Inquiry, code: int) -> str:
    """What becomes of one reason, in words: `again`, `return -1`, `released`."""
    found = {
        f"{event.kind} {event.returned}".strip()
        for event in inquiry.events
        if event.state.code == code and event.kind in ENDS
    }
    return ", ".join(sorted(found))


def _is_silent(inquiry: Inquiry) -> bool:
    return any(
        event.kind in ("again", "return", "throw")
        and failed(event, inquiry.spec)
        and not event.state.asked
        and not event.state.left
        for event in inquiry.events
    )


_CUT_SHORT = "not every path was followed"


def _event(fate: Fate) -> str:
    life, line = fate.life, fate.life.line
    match fate.fate:
        case "not acquired":
            return "the call failed, so there is nothing to release"
        case "released":
            return f"{life.by} releases it on line {line}"
        case "returned":
            return "the caller gets it"
        case "stored":
            return f"it is held by {fate.owner} from line {line} on"
        case "transferred":
            return f"{life.by} gives it to another owner on line {line}"
        case "borrowed":
            return "it belongs to what it was got from"
        case "terminated":
            return "the program ends"
        case "unknown":
            return f"{life.by or 'something'} gets it on line {line}; nothing says what it does"
    return "nobody owns it any more"
