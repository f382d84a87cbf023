"""The values of a function whose lives are worth following: what it acquires, borrows, releases.

Apart from the walk because finding them looks at each operation once, and because what a call says
about its result is read here: owned, borrowed, written through a parameter.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.customs import Customs, fault, member_of
from auditkit.analyses.environment import Environment, Symbol
from auditkit.analyses.lives import Kind, Life, Names, Status, Subject, released_on_failure
from auditkit.analyses.naming import NEW, is_null
from auditkit.analyses.passing import (
    DESCRIPTORS,
    effect,
    failures,
    gives_back,
    is_disguised,
    sounds_like_free,
)
from auditkit.analyses.presumed import (
    filled_names,
    may_acquire,
    presumed_outputs,
    presumed_results,
    released_names,
)
from auditkit.facts import (
    Address,
    Assign,
    Call,
    CallKind,
    Discard,
    Function,
    Operation,
    Place,
    VariableKind,
)
from auditkit.knowledge import ApiSpec
from auditkit.ownership import OutParameter
from auditkit.values import NONE, only, relation

_NULL = only(0)
_LATE = (Kind.RELEASED, Kind.GIVEN)


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a walk begins: the value, its first life, the call's place, and what is known there."""

    subject: Subject
    life: Life
    block: int
    index: int
    bindings: tuple[tuple[str, Symbol], ...]
    fault: str = ""


def subjects(
    function: Function, callees: Callees, names: Names, customs: Customs
) -> Iterator[Begin]:
    """Each value of a function that is to be followed, in the order of its blocks."""
    counted = _counted(function, callees)
    released = released_names(function, callees)
    filled = filled_names(function, callees) if released else {}
    presumed = {
        (call.at, str(call.result)): (name, release)
        for call, name, release in presumed_results(function, callees, released)
    }
    for block in function.blocks:
        for index, operation in enumerate(block.operations):
            if isinstance(operation, Call):
                found = presumed.get((operation.at, str(operation.result)))
                if found is None and may_acquire(operation, callees):
                    found = _elsewhere(operation, names, customs)
                if found is not None:
                    yield _presumed(operation, found, (block.number, index))
                for _, place, release in presumed_outputs(operation, callees, released, filled):
                    yield _presumed_output(operation, place, release, (block.number, index))
                for begin in _of_call(operation, callees, names, released, (block.number, index)):
                    subject = begin.subject
                    if subject.kind in _LATE and subject.holder in counted:
                        continue
                    if subject.kind is Kind.RELEASED:
                        begin = _judged(begin, function, callees, names, customs)
                    if subject.reuses and subject.holder not in names.unset:
                        continue
                    if subject.kind in _LATE or subject.kind is Kind.REPLACED:
                        begin = _also_held(begin, block.operations[:index], names)
                    yield begin


def _also_held(begin: Begin, before: Sequence[Operation], names: Names) -> Begin:
    """A beginning with the variables that got a copy of the value just before."""
    holder, bindings = begin.subject.holder, list(begin.bindings)
    symbol = begin.subject.symbol
    for operation in before:
        if not isinstance(operation, Assign) or not isinstance(operation.target, Place):
            continue
        target = operation.target.text
        bindings = [item for item in bindings if item[0] != target or item[0] == holder]
        pointer = "*" in names.types.get(target, "")
        if str(operation.value) == holder and pointer and target == operation.target.root:
            bindings.append((target, symbol))
    return replace(begin, bindings=tuple(bindings))


def _counted(function: Function, callees: Callees) -> frozenset[str]:
    """The names of which the function takes further references."""
    return frozenset(
        str(operand)
        for call in function.calls()
        for position, operand in enumerate(call.arguments)
        if effect(call, position, callees).word in ("acquires", "up_refs")
    )


def _of_call(
    call: Call,
    callees: Callees,
    names: Names,
    released: Container[str],
    where: tuple[int, int],
) -> Iterator[Begin]:
    block, index = where
    spec = callees.of(call)
    result = str(call.result)
    if call.callee in NEW:
        yield from _new(call, callees, block, index)
    elif _is_given_up(call, names):
        yield _given_up(call, where)
    if spec is not None and not gives_back(spec, callees):
        owned = spec.returns == "owned" and not _is_left_loaded(call, spec, names, released)
        if owned or spec.returns == "borrowed":
            kind, status = (
                (Kind.RESULT, Status.OWNED) if owned else (Kind.BORROWED, Status.BORROWED)
            )
            if not _is_buffer_given(call, spec):
                pointer = "*" in spec.prototype.split(spec.function)[0] or spec.error == "== NULL"
                lender, bindings = ("", ()) if owned else _lender(call, spec, names)
                subject = Subject(
                    *(kind, call, spec, result, "", spec.release if owned else ""),
                    *("", failures(spec), pointer, lender),
                )
                yield Begin(subject, Life(status, call.at.line), block, index, bindings)
        for out in spec.out:
            yield from _output(call, spec, out, names, (block, index))
    yield from _released(call, spec, callees, names, where)
    yield from _cleared(call, spec, names, where)


def _cleared(
    call: Call, spec: ApiSpec | None, names: Names, where: tuple[int, int]
) -> Iterator[Begin]:
    """What a function of the target releases of what its parameters point to, and leaves there."""
    for text, left in names.clears.get(id(call), ()):
        symbol = f"{call.result}!{text}"
        subject = Subject(*(Kind.RELEASED, call, spec, symbol, text, "", "", NONE, True))
        if left:
            life = Life(Status.RELEASED, call.at.line, call.callee)
            yield Begin(subject, life, *where, ((text, symbol),))


def _is_left_loaded(call: Call, spec: ApiSpec, names: Names, released: Container[str]) -> bool:
    """Whether a call is made for what it does to the process, which finds the object again."""
    holder = names.holders.get(str(call.result), "")
    return "configuration" in spec.role and holder not in released


def _elsewhere(call: Call, names: Names, customs: Customs) -> tuple[str, Call] | None:
    """The variable that gets a result which other functions release, and what releases it."""
    release, holder = customs.released.get(call.callee), names.holders.get(str(call.result), "")
    local = names.kinds.get(holder) is VariableKind.LOCAL
    return (holder, release) if release is not None and local else None


def _judged(
    begin: Begin, function: Function, callees: Callees, names: Names, customs: Customs
) -> Begin:
    """A release with what is wrong about it by what is stored in that member elsewhere."""
    subject = begin.subject
    spec = callees.api(subject.call) or callees.knowledge.find(subject.call.callee)
    root = subject.holder.partition("->")[0]
    place = Place(subject.holder, root, VariableKind.UNKNOWN)
    member = member_of(function, names, place)
    own = any(
        isinstance(operation, Assign)
        and str(operation.target) == subject.holder
        and not is_null(operation.value)
        for operation in function.operations()
    )
    if subject.call.alternative:
        # Other configurations may keep something else there.
        return begin
    if spec is None or member is None or own or root in names.fresh:
        return begin
    keeping = customs.members.get(member)
    kind, release = fault(keeping, spec.function, subject.call, callees)
    if not kind:
        return begin
    return replace(begin, subject=replace(subject, release=release), fault=kind)


def _is_given_up(call: Call, names: Names) -> bool:
    """Whether an owner that the function does not see made gives up what it holds."""
    if call.kind is not CallKind.MEMBER or call.arguments or call.discard is not Discard.VALUE:
        return False
    receiver = call.receiver
    last = re.split(r"::|\.|->", call.callee)[-1]
    return last == "release" and isinstance(receiver, Place) and not names.is_object(receiver.text)


def _given_up(call: Call, where: tuple[int, int]) -> Begin:
    subject = Subject(
        *(Kind.RESULT, call, None, str(call.result), "", "delete"),
        *("", _NULL, True),
        presumed=True,
    )
    doubt = f"that {call.callee} gives up what it holds is told by its name only"
    return Begin(subject, Life(Status.OWNED, call.at.line, doubt=doubt), *where, ())


def _presumed(call: Call, found: tuple[str, Call], where: tuple[int, int]) -> Begin:
    """The result of a call that the code releases on some path."""
    name, release = found
    descriptor = release.callee in DESCRIPTORS
    subject = Subject(
        *(Kind.RESULT, call, None, str(call.result), name, release.callee),
        *("", relation("<", 0) if descriptor else _NULL, not descriptor),
        presumed=True,
    )
    doubt = f"that {call.callee} makes it is told by its release only"
    return Begin(subject, Life(Status.OWNED, call.at.line, doubt=doubt), *where, ())


def _presumed_output(call: Call, place: Place, release: Call, where: tuple[int, int]) -> Begin:
    """What a call writes, if the code releases it on some path."""
    symbol = f"{call.result}*{place.text}"
    subject = Subject(
        *(Kind.OUTPUT, call, None, symbol, place.text, release.callee),
        *(str(call.result), relation("<", 0), release.callee not in DESCRIPTORS),
        presumed=True,
    )
    doubt = f"that {call.callee} makes it is told by its release only"
    life = Life(Status.OWNED, call.at.line, doubt=doubt)
    return Begin(subject, life, *where, ((place.text, symbol),))


def _new(call: Call, callees: Callees, block: int, index: int) -> Iterator[Begin]:
    """An object made by new; one that a parent or another object is told of is not followed."""
    known = callees.knowledge.find_class(call.type.rstrip("* "))
    parents = any(str(item) in ("this", "parent", "q", "qApp") for item in call.arguments)
    child = known is not None and known.kind == "child" and call.arguments
    if parents or child:
        return
    failure = _NULL if any("nothrow" in str(item) for item in call.arguments) else NONE
    subject = Subject(
        *(Kind.RESULT, call, None, str(call.result), "", NEW[call.callee]),
        *("", failure, True),
    )
    yield Begin(subject, Life(Status.OWNED, call.at.line), block, index, ())


def _is_buffer_given(call: Call, spec: ApiSpec) -> bool:
    """Whether the result is one of the arguments and not a new object."""
    for parameter in spec.parameters:
        given = parameter.ownership == "returned" and parameter.position < len(call.arguments)
        if given and not is_null(call.arguments[parameter.position]):
            return True
    return False


def _lender(
    call: Call, spec: ApiSpec, names: Names
) -> tuple[Symbol, tuple[tuple[str, Symbol], ...]]:
    """The symbol of what a borrowed value belongs to, and the name to bind it to."""
    if not 0 <= spec.lender < len(call.arguments):
        return "", ()
    operand = call.arguments[spec.lender]
    name = names.owner(operand)
    if name.startswith("%"):
        return name, ()
    if not name:
        return "", ()
    symbol = f"{name}@lender"
    return symbol, ((name, symbol),)


def _lent(
    call: Call, spec: ApiSpec, out: OutParameter, names: Names, where: tuple[int, int]
) -> Begin:
    """What a call lends through a parameter."""
    place = call.arguments[out.position]
    text = place.place.text if isinstance(place, Address) else str(place)
    lender, bindings = _lender(call, spec, names)
    symbol = f"{call.result}*{out.position}"
    subject = Subject(
        *(Kind.BORROWED, call, spec, symbol, text, ""),
        *(str(call.result), failures(spec), True, lender),
    )
    return Begin(subject, Life(Status.BORROWED, call.at.line), *where, ((text, symbol), *bindings))


def _output(
    call: Call, spec: ApiSpec, out: OutParameter, names: Names, where: tuple[int, int]
) -> Iterator[Begin]:
    block, index = where
    if out.position >= len(call.arguments) or out.member or out.count > 1:
        return
    operand = call.arguments[out.position]
    if not isinstance(operand, Address) or operand.place.kind is not VariableKind.LOCAL:
        return
    if not out.release:
        if spec.lender >= 0 and re.search(rf"\*\s*\*\s*{out.name}\b", spec.prototype):
            yield _lent(call, spec, out, names, where)
        return
    text, root = operand.place.text, operand.place.root
    guard = "" if out.written == "always" and not is_own(spec) else str(call.result)
    usual = None if spec.success else int(0 in spec.error_cells)
    life = Life(Status.OWNED, call.at.line)
    if out.in_place:
        if text == root:
            subject = Subject(
                *(Kind.IN_PLACE, call, spec, f"=&{text}", text, out.release),
                *(guard, failures(spec), True, "", False, usual),
            )
            yield Begin(subject, life, block, index, ())
        return
    symbol = f"{call.result}*{out.position}"
    bindings: tuple[tuple[str, Symbol], ...] = ((text, symbol),)
    if text != root:
        pointer = "->" in text or text.startswith("*")
        if pointer and root not in names.fresh:
            return
        whole: Symbol = f"{root}@whole" if pointer else f"=&{root}"
        life = life._replace(container=whole, by=text)
        bindings = ((root, whole), *bindings) if pointer else bindings
    subject = Subject(
        *(Kind.OUTPUT, call, spec, symbol, text, out.release),
        *(guard, failures(spec), True, "", out.reuses, usual),
    )
    yield Begin(subject, life, block, index, bindings)


def _released(
    call: Call, spec: ApiSpec | None, callees: Callees, names: Names, where: tuple[int, int]
) -> Iterator[Begin]:
    """What a call releases although its origin is elsewhere, and what it replaces."""
    for position, operand in enumerate(call.arguments):
        if not isinstance(operand, Place) or "[" in operand.text or operand.text == "this":
            continue
        what = effect(call, position, callees)
        copies, pointing = names.aliases(operand.text, call.at.line)
        symbol = f"{call.result}!{position}"
        bindings = ((operand.text, symbol), *((name, symbol) for name in copies))
        if is_disguised(call, callees):
            continue
        kind, release, life = Kind.RELEASED, "", Life(Status.RELEASED, call.at.line, call.callee)
        if spec is not None and "realloc" in spec.function and what.word == "takes_on_success":
            kind, release = Kind.REPLACED, spec.release
            life = life._replace(
                pending=str(call.result), failure=failures(spec), error=spec.error_cells
            )
        elif what.word in ("takes", "takes_on_success") and callees.api(call) is not None:
            kind, life = Kind.GIVEN, life._replace(status=Status.GIVEN)
            if spec is not None and (what.word == "takes_on_success" or not spec.error_cells):
                # Where no failure is described, one that the code tests for took nothing either.
                failure = failures(spec) or relation("<=", 0)
                error = spec.error_cells or failure
                tested = call.discard is Discard.VALUE
                pending = str(call.result) if tested else ""
                life = life._replace(pending=pending, failure=failure, error=error)
        elif what.word == "releases_on_failure" and spec is not None:
            life = released_on_failure(life._replace(status=Status.ESCAPED), spec, call)
        elif what.word not in ("releases", "releases_all"):
            continue
        elif not what.known:
            if not sounds_like_free(call.callee) or len(call.arguments) > 1:
                continue
            life = life.doubted(f"that {call.callee} releases it is told by its name only")
        subject = Subject(*(kind, call, spec, symbol, operand.text, release), *("", NONE, True))
        yield Begin(subject, life._replace(derived=pointing), *where, bindings)


def begin_environment(start: Environment, begin: Begin) -> Environment:
    """The environment behind the call, where the value has its symbol and its names."""
    result = str(begin.subject.call.result)
    for argument in begin.subject.call.arguments:
        if isinstance(argument, Address):
            start = start.bound(argument.place.text, "")
    for name, symbol in (*begin.bindings, (result, result)):
        start = start.bound(name, symbol)
    return start
