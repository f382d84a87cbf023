"""Which API a call site calls: what is known of a callee, by the knowledge base or by the target's
own functions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditkit.analyses.exposed import Exposure, Known
from auditkit.facts import Call, CallKind, Constant, Function
from auditkit.knowledge import ApiSpec, Knowledge
from auditkit.ownership import ParameterSpec
from auditkit.values import ANY, NONE, Cells, relation

OWN = "target"
"""The library of the specifications that were inferred for the target's functions."""

_NEGATIVE = relation("<", 0)
_COMMON = re.compile(
    r"~?(?:add|append|assign|at|back|c?r?begin|c?r?end|c_str|pop_\w+|str|substr|what"
    r"|bind|cancel|clear|clone|close|connect|contains|copy|count|create|data"
    r"|destroy|disconnect|emplace\w*|empty|end|erase|exec|find|flush|free|front|get|handle|hash|init"
    r"|insert|isEmpty|isNull|isValid|join|key|length|load|lock|next|notify|open|peek|pop|push\w*|read"
    r"|ready|receive|recv|release|remove|reset|resize|run|save|seek|send|set|size|start|state|stop"
    r"|swap|take|top|type|unlock|update|value|wait|write)"
)
"""Names of methods that many classes have: without types, a name alone does not tell the class."""


@dataclass(frozen=True, slots=True)
class Callees:
    """What is known of the functions that are called, asked with a call site.

    `own` are the specifications that were inferred for the target's functions, by (path, name) and
    by ("", name), one for each definition; `defined` the names of all functions that the target
    defines, whole and without their scopes; `queues` tell what they do to the queue of errors
    (`analyses.queues`), `unwritten` with which results they leave a parameter unwritten
    (`analyses.outputs`), `pointees` where calls through pointers lead, by identity
    (`analyses.pointers`), `exposed` what they do to what they get the address of
    (`analyses.exposure`), if anybody can say that.
    """

    knowledge: Knowledge
    own: Mapping[tuple[str, str], Sequence[ApiSpec]] = field(default_factory=dict)
    defined: frozenset[str] = frozenset()
    queues: dict[str, frozenset[str]] = field(default_factory=dict)
    unwritten: dict[tuple[str, str], Mapping[int, Cells]] = field(default_factory=dict)
    pointees: dict[int, tuple[str, ...]] = field(default_factory=dict)
    exposed: list[Known] = field(default_factory=list)
    _answers: dict[int, tuple[Call, ApiSpec | None]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def of(self, call: Call) -> ApiSpec | None:
        """What is known of the function that a call site calls; None where nothing is.

        A function of the target is known by its own body, whatever its name is like: the same file
        first, then the whole target.
        """
        answer = self._answers.get(id(call))
        if answer is None:
            answer = self._answers[id(call)] = (call, self._of(call) or self._pointed(call))
        return answer[1]

    def is_known(self, call: Call) -> bool:
        """Whether a call site calls a function of the target or one that is described."""
        return call.callee.rsplit("::", 1)[-1] in self.defined or self.of(call) is not None

    def may_be_any(self, call: Call) -> bool:
        """Whether a call site may call a method of any class: on another object, by a name that
        many classes have, while the class is not known or none of the target's.
        """
        if call.kind is not CallKind.MEMBER or _is_of_itself(call) or call.target in self.defined:
            return False
        return _COMMON.fullmatch(call.callee) is not None

    def renew(self) -> None:
        """Forgets the answers given so far: `own` has learnt more."""
        self._answers.clear()

    def _of(self, call: Call) -> ApiSpec | None:
        last = call.callee.rsplit("::", 1)[-1]
        if last in self.defined and call.kind is not CallKind.MACRO:
            found = self._own(call)
            named = self.knowledge.apis.get(last)
            if named is not None and named.library in self.knowledge.wrappable:
                return named if found is None else _stood_in(named, found)
            known = None if named is not None else api_of(call, self.knowledge)
            if found is not None and known is not None:
                return _widened(known, found)
            if found is not None or named is None:
                return found
        return api_of(call, self.knowledge)

    def _pointed(self, call: Call) -> ApiSpec | None:
        """What holds for all functions that a call through a pointer may lead to: nothing where
        they disagree on what an error is, or are the target's and a library's.
        """
        names = self.pointees.get(id(call), ())
        direct = (
            replace(call, callee=name, kind=CallKind.DIRECT, target="", receiver=None)
            for name in names
        )
        found = [spec for spec in map(self._of, direct) if spec is not None]
        if not found or len(found) < len(names):
            return None
        same = {
            (_NEGATIVE if spec.error_cells <= _NEGATIVE else spec.error_cells, is_own(spec))
            for spec in found
            if spec.error_cells
        }
        return common(found) if len(same) <= 1 else None

    def api(self, call: Call) -> ApiSpec | None:
        """What the knowledge base says of a call site; None for functions of the target."""
        spec = self.of(call)
        return None if is_own(spec) else spec

    def leaves_unwritten(self, call: Call, position: int) -> Cells:
        """The results with which a function of the target leaves what it gets the address of."""
        for key in _keys(call):
            found = self.unwritten.get(key)
            if found is not None:
                return found.get(position, NONE)
        return NONE

    def exposure(self, call: Call, position: int) -> Exposure | None:
        """What a function of the target does to what it gets the address of, where all of that is
        followed.
        """
        found = self.exposed[0](call, position) if self.exposed else None
        return None if found is None or found.loose else found

    def _own(self, call: Call) -> ApiSpec | None:
        for key in _keys(call):
            fitting = [spec for spec in self.own.get(key, ()) if _fits(spec, call)]
            if fitting:
                return common(fitting)
        return None


def _keys(call: Call) -> Iterator[tuple[str, str]]:
    """Under what a function of the target may be known: in the same file first, then anywhere."""
    for name in dict.fromkeys((call.target, call.callee)):
        yield call.at.path, name
        yield "", name


def all_names(functions: Iterable[Function]) -> frozenset[str]:
    """The names of functions, whole and without their scopes."""
    names = frozenset(function.name for function in functions)
    return names | frozenset(name.rsplit("::", 1)[-1] for name in names)


def is_own(spec: ApiSpec | None) -> bool:
    """Whether a specification was inferred for a function of the target."""
    return spec is not None and spec.library == OWN


def _stood_in(known: ApiSpec, own: ApiSpec) -> ApiSpec:
    """What is known of a function of a library that the target defines too, for versions that lack
    it: it is used like the real one, but where the two differ on ownership, either may be meant.
    """
    same = own.returns == known.returns or known.returns != "owned"
    parameters = known.parameters
    if len(own.parameters) == len(parameters):
        parameters = tuple(
            one if one.ownership == other.ownership else replace(one, ownership="keeps")
            for one, other in zip(parameters, own.parameters, strict=True)
        )
    return replace(known, returns=known.returns if same else "none", parameters=parameters)


def _widened(known: ApiSpec, own: ApiSpec) -> ApiSpec:
    """What is known of an API, with the failures that the target's wrapper of it adds."""
    error = known.error_cells | own.error_cells
    if error == known.error_cells or not own.error_cells:
        return known
    return replace(
        known,
        error=str(error),
        error_cells=error,
        success_cells=known.success_cells - error,
        source=f"{known.source}, widened by {own.source}",
    )


def plain_spec(function: str) -> ApiSpec:
    """The specification of a function of the target of which nothing is known yet."""
    return ApiSpec(
        function=function,
        library=OWN,
        prototype=function,
        error="none",
        error_cells=NONE,
        success="",
        success_cells=ANY,
        reason="none",
        sets_errno=False,
        queue="none",
        check="optional",
        why="",
        severity="low",
        returns="none",
        release="",
        lender=-1,
        parameters=(),
        out=(),
        count=-1,
        role=(),
        inverted=False,
        terminates=False,
        macro=False,
        since="",
        deprecated="",
        removed="",
        versions=(),
        condition="",
        source="",
    )


def common(specs: Sequence[ApiSpec]) -> ApiSpec:
    """What holds for every one of several definitions of one name (overloads, `#if` twins)."""
    first = specs[0]
    for other in specs[1:]:
        error = first.error_cells | other.error_cells
        fallible = first if first.error_cells else other
        same = first.returns == other.returns and first.release == other.release
        first = replace(
            fallible,
            error=first.error if first.error_cells == other.error_cells else str(error),
            error_cells=error,
            success_cells=(first.success_cells | other.success_cells) - error,
            returns=first.returns if same else "none",
            release=first.release if same else "",
            parameters=_weaker(first.parameters, other.parameters),
            out=first.out if first.out == other.out else (),
            terminates=first.terminates and other.terminates,
        )
    return first


def _weaker(
    first: tuple[ParameterSpec, ...], second: tuple[ParameterSpec, ...]
) -> tuple[ParameterSpec, ...]:
    if len(first) != len(second):
        return tuple(replace(item, ownership="keeps") for item in first)
    return tuple(
        one if one.ownership == other.ownership else replace(one, ownership="keeps")
        for one, other in zip(first, second, strict=True)
    )


def _fits(spec: ApiSpec, call: Call) -> bool:
    """Whether a call can be one of a function: by its arguments and by how it is called."""
    if len(call.arguments) > len(spec.parameters) and "..." not in spec.prototype:
        return False
    if call.kind is CallKind.DIRECT and call.callee.startswith("::") and "::" in spec.function:
        return False
    if call.kind is not CallKind.MEMBER or call.target:
        return call.kind is not CallKind.INDIRECT
    if "::" not in spec.function:
        return False
    return _is_of_itself(call) or _COMMON.fullmatch(call.callee) is None


def _is_of_itself(call: Call) -> bool:
    """Whether a method is called on the object itself."""
    return call.receiver is None or str(call.receiver) == "this"


def api_of(call: Call, knowledge: Knowledge) -> ApiSpec | None:
    """What is known of the library function that a call site calls, if it is that function at all.

    A method named `write` is not the system call, nor is a function of that name in a namespace,
    nor one with another number of arguments; the names of a library that is wrapped, such as
    OpenSSL's, are its own wherever they stand.
    """
    spec = knowledge.find(call.callee)
    if spec is None and call.target:
        spec = knowledge.find(call.target)
    if spec is None or spec.library in knowledge.wrappable or call.kind is CallKind.MACRO:
        return spec
    if call.kind is not CallKind.DIRECT or ("::" in call.target and "std::" not in call.target):
        return None
    count = len(spec.parameters)
    fits = len(call.arguments) == count or "..." in spec.prototype or spec.macro
    return spec if fits and not _is_number_for_pointer(spec, call) else None


def _is_number_for_pointer(spec: ApiSpec, call: Call) -> bool:
    """Whether a call gives a number where the function wants a pointer: a method, `wait(15500)`."""
    types = spec.prototype.partition("(")[2].split(",")
    return any(
        isinstance(argument, Constant) and argument.value not in (None, 0, -1) and "*" in type
        for argument, type in zip(call.arguments, types, strict=False)
    )
