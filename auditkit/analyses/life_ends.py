"""What a call makes of a value that it releases, or that is released, given away or lent before.

Apart from the other calls because here the defects are noted that end a path.
"""

from auditkit.analyses.apis import is_own
from auditkit.analyses.life_wholes import FREES, TAKES
from auditkit.analyses.lives import Kind, Life, Status, Tracker
from auditkit.analyses.passing import (
    DESCRIPTORS,
    Effect,
    are_pair,
    is_disguised,
    sounds_like_reference,
)
from auditkit.analyses.wording import LOGS
from auditkit.facts import Call, Text

# ENGINE_init(3): functional references are counted apart from structural ones.
_TWO_KINDS = frozenset(("ENGINE_finish", "ENGINE_free"))
_GIVES = ("takes", "takes_on_success", "joins", "keeps")
EMPTIED = "its elements are taken out one by one"
_BY_NAME = "releases it is told by its name only"


def released(tracker: Tracker, life: Life, what: Effect, call: Call, index: int) -> Life:
    """The life after a release: by the right function, of all references or of one."""
    if life.references > 1:
        return life._replace(references=life.references - 1)
    release = tracker.subject.release
    known = tracker.callees.knowledge
    judged = what.known and (what.function in known.apis or what.function.startswith("delete"))
    good = what.function in known.released_by(release)
    spec = tracker.callees.of(call)
    good = good or (spec is not None and spec.returns == "owned")
    good = good or are_pair(tracker.subject.call.callee, call.callee)
    judged = judged and not tracker.subject.presumed and life.doubt != EMPTIED
    if not release and what.function == "sk_TYPE_free" and _holds_elements(tracker):
        tracker.note("wrong-release", call.at, life, what.function, index)
    if release and judged and not good and life.status is not Status.ESCAPED:
        inferred = is_own(tracker.subject.spec)
        told = life.doubted("how it is made is inferred") if inferred else life
        tracker.note("wrong-release", call.at, told, what.function, index)
    if not what.known:
        life = life.doubted(f"that {call.callee} {_BY_NAME}")
        if call.callee != release:
            # It may only release what is in it: `free_key(key); free(key);`.
            return life.became(Status.ESCAPED, call.at.line, call.callee)
    return life.became(Status.RELEASED, call.at.line, call.callee)


def _holds_elements(tracker: Tracker) -> bool:
    """Whether the value is a stack that some other library function filled with new elements."""
    subject = tracker.subject
    api = subject.spec if subject.kind is Kind.RESULT else None
    return api is not None and not is_own(api) and not api.function.startswith("sk_")


def afterwards(tracker: Tracker, life: Life, what: Effect, call: Call, index: int) -> Life | None:
    """A call with a value that is gone: a second release, or a use."""
    shown = any(isinstance(item, Text) and "%p" in item.text for item in call.arguments)
    if shown or (life.by in DESCRIPTORS and _logs(tracker, call)):
        return life
    frees = what.word in FREES or what.word == "clears"
    if frees and tracker.subject.kind is Kind.IN_PLACE:
        return life
    guessed = life.doubt.endswith(_BY_NAME) or (tracker.subject.presumed and not what.known)
    if frees and guessed and call.callee != life.by:
        return life.became(Status.RELEASED, call.at.line, call.callee)
    kind = "double-release" if frees else "use-after-release"
    if frees and tracker.subject.kind is Kind.BORROWED:
        kind = "borrowed-release"
    if {call.callee, life.by} == _TWO_KINDS:
        return life
    noted = life if what.known else life.doubted(f"nothing is known of {call.callee}")
    tracker.note(kind, call.at, noted, call.callee, index)
    return None


def _logs(tracker: Tracker, call: Call) -> bool:
    spec = tracker.callees.of(call)
    return LOGS.search(call.callee) is not None or (
        spec is not None and bool({"log", "format"} & set(spec.role))
    )


def given(tracker: Tracker, life: Life, what: Effect, call: Call, index: int) -> Life | None:
    """A call with a value that belongs to another object already."""
    if life.status is Status.HELD and what.word in _GIVES:
        sure = what.word == "takes" and what.known
        return life._replace(
            stored=True, asked=call.callee if sure else life.asked, line=call.at.line
        )
    if what.word in (*FREES, "takes") and what.known and not life.pending:
        if life.references > 1:
            return life._replace(references=life.references - 1)
        tracker.note("borrowed-release", call.at, life, call.callee, index)
        return None
    if what.word == "acquires":
        return life.became(Status.OWNED, call.at.line, "")
    return life


def borrowed(tracker: Tracker, life: Life, what: Effect, call: Call, index: int) -> Life | None:
    """A call with a value that belongs to somebody else."""
    if what.word in FREES and what.known and not is_disguised(call, tracker.callees):
        tracker.note("borrowed-release", call.at, life, call.callee, index)
        return None
    if what.word == "unknown" and not sounds_like_reference(call.callee):
        return life.doubted(f"{call.callee} may take a reference of its own")
    if what.word in ("acquires", "disowns", "unknown", "releases", *TAKES):
        return life.became(Status.ESCAPED, call.at.line, call.callee)
    return life
