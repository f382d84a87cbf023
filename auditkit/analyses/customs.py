"""What the whole target does with what its functions give, hold and throw: customs of its own code.

Apart from the lives because one function does not show them: who else releases what a function
gives, what is stored in a member elsewhere, which functions throw.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.clearing import Clearings, clearings
from auditkit.analyses.lives import Names
from auditkit.analyses.naming import is_null, names_of
from auditkit.analyses.passing import are_pair, effect
from auditkit.analyses.presumed import presumed_results, released_names
from auditkit.facts import Assign, Call, Function, Operand, Place, Temp, Throw

Member = tuple[str, str, str]
"""A file, the name of a structure or class in it and that of its member.

Other files may be other backends, of which a build has one, and may use a name again.
"""


_FREES = ("releases", "releases_all")


@dataclass(slots=True)
class Keeping:
    """What is stored in a member: what makes and what releases it, whether somebody else owns it,
    and whether the elements of a stack are owned.
    """

    releases: set[str] = field(default_factory=set)
    makers: set[str] = field(default_factory=set)
    given: int = 0
    stored: int = 0
    elements: int = 0


@dataclass(frozen=True, slots=True)
class Customs:
    """What is known of the whole target.

    `released` says for a function whose result most callers release which function does,
    `throwing` names the functions that an exception may leave, `members` what is stored where,
    `clearings` what functions release of what their parameters point to, `destroyed` what the
    destructors of classes release, each with the function that does it, `recalled` those of them
    that others call too; `resets` pairs a function with a member that a caller of it sets to null.
    """

    released: Mapping[str, Call] = field(default_factory=dict)
    throwing: frozenset[str] = frozenset()
    members: Mapping[Member, Keeping] = field(default_factory=dict)
    clearings: Clearings = field(default_factory=dict)
    destroyed: Mapping[Member, str] = field(default_factory=dict)
    recalled: frozenset[str] = frozenset()
    resets: frozenset[tuple[str, str]] = frozenset()

    def destroyed_for(self, function: str) -> frozenset[Member]:
        """The members that a destructor releases behind a function, which is none itself."""
        if "~" in function:
            return frozenset()
        return frozenset(
            member
            for member, method in self.destroyed.items()
            if method != function or function in self.recalled
        )


def fault(keeping: Keeping | None, function: str, call: Call, callees: Callees) -> tuple[str, str]:
    """What is wrong with a release of what a member holds, and what would release it."""
    if keeping is None:
        return "", ""
    if function == "sk_TYPE_free" and keeping.elements:
        return "wrong-release", "sk_TYPE_pop_free"
    if keeping.given and keeping.given == keeping.stored:
        return "borrowed-release", ""
    known = callees.knowledge
    fitting = any(function in known.released_by(release) for release in keeping.releases)
    fitting = fitting or any(are_pair(maker, call.callee) for maker in keeping.makers)
    judged = function in known.apis and not fitting and len(keeping.releases) == 1
    return ("wrong-release", min(keeping.releases)) if judged else ("", "")


def customs_of(functions: Sequence[Function], callees: Callees) -> Customs:
    """The customs of all functions of the target."""
    released: dict[str, list[Call]] = {}
    used: Counter[str] = Counter()
    throwing: set[str] = set()
    quiet: set[str] = set()
    members: dict[Member, Keeping] = {}
    for function in functions:
        ends = (block.terminator for block in function.blocks)
        leaves = any(isinstance(end, Throw) and _leaves(end) for end in ends)
        (throwing if leaves else quiet).add(function.name)
        calls = list(function.calls())
        if not calls:
            continue
        gone = released_names(function, callees)
        used.update({call.callee for call in calls})
        for name, release in {
            call.callee: release for call, _, release in presumed_results(function, callees, gone)
        }.items():
            released.setdefault(name, []).append(release)
        _keep(function, calls, callees, members)
    usual = {name: found[0] for name, found in released.items() if 2 * len(found) >= used[name]}
    # Of overloads a name alone does not tell which one throws.
    return Customs(
        *(usual, frozenset(throwing - quiet), members, clearings(functions, callees)),
        *destroyed(functions, callees),
        frozenset(pair for function in functions for pair in _resets(function)),
    )


def destroyed(
    functions: Sequence[Function], callees: Callees
) -> tuple[Mapping[Member, str], frozenset[str]]:
    """The members that destructors release, and the methods that do so for them which others call
    too.
    """
    owners = {each.name.rpartition("::")[0] for each in functions if "~" in each.name}
    methods = [each for each in functions if each.name.rpartition("::")[0] in owners]
    called = {
        f"{each.name.rpartition('::')[0]}::{call.callee}"
        for each in methods
        if "~" in each.name
        for call in each.calls()
        if call.receiver is None or str(call.receiver) == "this"
    }
    found: dict[Member, str] = {}
    for each in methods:
        if "~" in each.name or each.name in called:
            names = names_of(each, callees)
            for call in each.calls():
                for position, operand in enumerate(call.arguments):
                    member = member_of(each, names, operand)
                    if member and effect(call, position, callees).word in _FREES:
                        found.setdefault(member, each.name)
    return found, frozenset(_recalled(functions, called, callees))


def _resets(function: Function) -> Iterator[tuple[str, str]]:
    """The functions that one calls which sets members to null, each with the member."""
    nulled = {
        re.split(r"->|\.", str(item.target))[-1]
        for item in function.operations()
        if isinstance(item, Assign) and is_null(item.value) and "->" in str(item.target)
    }
    for call in function.calls() if nulled else ():
        yield from ((re.split(r"::|\.|->", call.callee)[-1], member) for member in nulled)


def _recalled(functions: Sequence[Function], names: set[str], callees: Callees) -> Iterator[str]:
    """The methods of these names that a function calls which is no destructor."""
    last = {name.rpartition("::")[2] for name in names}
    for function in functions:
        calls = [call for call in function.calls() if call.callee.rpartition(".")[2] in last]
        if not calls or "~" in function.name:
            continue
        types = names_of(function, callees).types
        for call in calls:
            kind = types.get(str(call.receiver), "").strip("*& ")
            owner = function.name.rpartition("::")[0] if call.receiver is None else kind
            method = f"::{owner}::{call.callee.rpartition('.')[2]}"
            yield from (name for name in names if f"::{name}".endswith(method))


def throwing_calls(
    function: Function, callees: Callees, names: Names, throwing: frozenset[str]
) -> frozenset[int]:
    """The calls that an exception of the target's own may leave, and which no handler is for."""
    found: set[int] = set()
    for block in function.blocks if throwing else ():
        if block.handler is None:
            calls = (item for item in block.operations if isinstance(item, Call))
            found.update(id(call) for call in calls if _throws(call, callees, names, throwing))
    return frozenset(found)


def _throws(call: Call, callees: Callees, names: Names, throwing: frozenset[str]) -> bool:
    """Whether a call is one of a function of the target that throws."""
    spec = callees.of(call)
    if spec is not None:
        return is_own(spec) and spec.function in throwing
    kind = names.types.get(str(call.receiver), "").strip("*& ")
    method = f"::{kind}::{call.callee.rpartition('.')[2]}"
    return bool(kind) and any(f"::{name}".endswith(method) for name in throwing)


def member_of(function: Function, names: Names, operand: Operand) -> Member | None:
    """The structure and the member that a path names, where the type of its root is known."""
    if not isinstance(operand, Place):
        return None
    owner, path = function.name.rpartition("::")[0], function.at.path
    match = re.fullmatch(r"(\w+)->(\w+)", operand.text)
    if match is None:
        plain_name = re.fullmatch(r"\w+", operand.text) and operand.text not in names.kinds
        return (path, owner, operand.text) if owner and plain_name else None
    if match[1] == "this":
        return (path, owner, match[2]) if owner else None
    words = re.findall(r"\w+", names.types.get(match[1], ""))
    plain = [word for word in words if word not in ("const", "struct", "volatile", "auto")]
    return (path, plain[-1], match[2]) if plain else None


def _leaves(throw: Throw) -> bool:
    return throw.handler is None and throw.value is not None


def _keep(
    function: Function, calls: list[Call], callees: Callees, members: dict[Member, Keeping]
) -> None:
    """Notes what a function stores in members."""
    stores = [
        operation
        for operation in function.operations()
        if isinstance(operation, Assign) and isinstance(operation.target, Place)
    ]
    joins = any(call.callee.endswith(("_push", "_insert", "_unshift")) for call in calls)
    if not joins and not any(_may_be_member(function, store.target) for store in stores):
        return
    names = names_of(function, callees)
    made = dict(_made(calls, callees))
    given = _given(calls, callees)
    for store in stores:
        member = member_of(function, names, store.target)
        value = str(store.value)
        if member is None or value in ("0", "NULL", "nullptr"):
            continue
        keeping = members.setdefault(member, Keeping())
        keeping.stored += 1
        source = made.get(value) or _only_source(stores, value, made)
        if source is not None:
            keeping.releases.add(source[1])
            keeping.makers.add(source[0])
        keeping.given += value in given or str(store.target) in given
    for call in calls:
        _join(function, call, names, callees, members)


def _may_be_member(function: Function, target: Place | Temp) -> bool:
    text = str(target)
    return "->" in text or "." in text or ("::" in function.name and isinstance(target, Place))


def _made(calls: list[Call], callees: Callees) -> Iterator[tuple[str, tuple[str, str]]]:
    for call in calls:
        spec = callees.of(call)
        if spec is not None and spec.returns == "owned" and spec.release:
            yield str(call.result), (call.callee, spec.release)


def _only_source(
    stores: list[Assign], name: str, made: Mapping[str, tuple[str, str]]
) -> tuple[str, str] | None:
    """What makes and what releases the only value that a variable gets, if that is known."""
    sources = {made.get(str(store.value)) for store in stores if str(store.target) == name}
    return sources.pop() if len(sources) == 1 else None


def _given(calls: list[Call], callees: Callees) -> frozenset[str]:
    """The variables that a function gives to another owner."""
    return frozenset(
        str(operand)
        for call in calls
        if (spec := callees.api(call)) is not None and spec.returns != "owned"
        for position, operand in enumerate(call.arguments)
        if isinstance(operand, Place | Temp)
        and effect(call, position, callees).word in ("takes", "takes_on_success")
    )


def _join(
    function: Function,
    call: Call,
    names: Names,
    callees: Callees,
    members: dict[Member, Keeping],
) -> None:
    """Notes that an element of its own joins the stack in a member."""
    if len(call.arguments) < 2 or effect(call, 1, callees).word != "joins":
        return
    member = member_of(function, names, call.arguments[0])
    counted = {
        str(operand)
        for other in function.calls()
        for position, operand in enumerate(other.arguments)
        if effect(other, position, callees).word == "acquires"
    }
    element = str(call.arguments[1])
    if member is not None and (element in counted or element in names.fresh):
        members.setdefault(member, Keeping()).elements += 1
