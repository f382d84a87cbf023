"""The conclusion on a variable as words: a verdict, and a sentence that says what it rests on.

Apart from the analysis because a table needs words where a concern needs records. For a harmless
variable the sentence names the writes that come before its reads, so that a reader can contradict.
"""

from collections.abc import Sequence

from auditkit.analyses.reads import Initialisation, Read
from auditkit.analyses.writes import Write, Writes
from auditkit.analyses.written import Verdict

INITIALISED, UNJUDGED = "initialised", "unjudged"
"""Verdicts on variables that the analysis has no conclusion on: with a value, and of a class."""

VERDICTS = (
    *(INITIALISED, "harmless", "unused", "given", UNJUDGED),
    *("unlikely", "partial", "untested", "failed", "unwritten"),
)
"""The words for what is concluded of a variable, from harmless to worst."""


def verdict_of(found: Initialisation) -> str:
    """The word for a conclusion."""
    return found.verdict.name.lower()


def reason_of(found: Initialisation) -> str:
    """The sentence that says what a conclusion rests on."""
    match found.verdict:
        case Verdict.UNUSED:
            return "nothing reads it"
        case Verdict.GIVEN:
            return _given(found.writes)
        case Verdict.HARMLESS:
            return _harmless(found)
    return _bad(found, found.read) if found.read is not None else ""


def _harmless(found: Initialisation) -> str:
    writes = found.writes
    if not writes.found:
        return "no write was seen, and no read that certainly needs one"
    if not writes.before:
        ways = "every way" if found.walked is None else "every way that can be taken"
        one = "it" if len(_lines(writes.found)) == 1 else "one of them"
        text = f"written {_places(writes.found)}; {ways} to a read passes {one}"
    elif len(writes.found) == 1 and not writes.found[0].always:
        by = writes.found[0].by
        return f"written {_places(writes.found)} if that succeeds; read only where {by} did"
    elif len(writes.found) == 1:
        text = f"written {_places(writes.found)} before every read"
    else:
        text = f"written {_places(writes.found)}; each read comes after one of them"
    if found.walked is not None and not found.walked.complete:
        text += ", as far as the paths were followed"
    return text


def _given(writes: Writes) -> str:
    if not writes.found:
        return "its address is taken; what reads or writes through it is not followed"
    unknown = [write for write in writes.found if not write.known]
    doubt = f"nothing says whether {'that writes' if len(unknown) == 1 else 'those write'} it"
    before = " before every read" if writes.before else ""
    return f"left {_places(unknown, 'to')}{before}; {doubt}"


def _bad(found: Initialisation, read: Read) -> str:
    reader = f" by {read.call.callee}" if read.call is not None else ""
    name, line = f"{found.variable.name}{read.part}", read.at.line
    pending = read.pending
    if found.verdict is Verdict.UNLIKELY:
        return f"read on line {line}{reader}, unwritten only where a loop runs not even once"
    if found.verdict is Verdict.PARTIAL:
        return f"handed out on line {line}{reader}, but {_missing(found, read)}"
    if pending is not None:
        when = "failed" if found.verdict is Verdict.FAILED else "was not tested"
        return (
            f"{name} is read on line {line}{reader}, but {pending.callee} on line {pending.line},"
            f" which writes it only on success, {when}"
        )
    paths = "every path" if found.always else "some path"
    return f"{name} is read on line {line}{reader}; on {paths} to there nothing was stored into it"


def _missing(found: Initialisation, read: Read) -> str:
    if read.missing:
        return f"{', '.join(read.missing)} was never stored on a path to there"
    short = ", ".join(f"{found.variable.name}{part}" for part in sorted(read.state.short))
    return f"of {short} only the beginning was written"


def _places(writes: Sequence[Write], by: str = "by") -> str:
    """The lines of writes, and who writes there where it is one."""
    lines, who = _lines(writes), list(dict.fromkeys(write.by for write in writes))
    told = f" {by} {who[0]}" if len(who) == 1 else f" {by} {', '.join(who[:3])}"
    if len(who) > 3:
        told += " and others"
    if len(lines) == 1:
        return f"on line {lines[0]}{told}"
    shown = [str(line) for line in lines[:6]]
    rest = f" and {len(lines) - 6} more" if len(lines) > 6 else ""
    head = f"{', '.join(shown[:-1])} and {shown[-1]}" if not rest else ", ".join(shown) + rest
    return f"on lines {head}{told}"


def _lines(writes: Sequence[Write]) -> list[int]:
    return sorted({write.at.line for write in writes})
