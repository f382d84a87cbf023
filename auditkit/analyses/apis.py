"""Which API a call site calls: what is known of a callee, by the knowledge base or by the target's
own functions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditkit.facts import Call, CallKind
from auditkit.knowledge import ApiSpec, Knowledge


@dataclass(frozen=True, slots=True)
class Callees:
    """What is known of the functions that are called, asked with a call site.

    `own` are the specifications that were inferred for the target's functions, by (path, name) and
    by ("", name); `defined` the last names of all functions that the target defines.
    """

    knowledge: Knowledge
    own: Mapping[tuple[str, str], ApiSpec] = field(default_factory=dict)
    defined: frozenset[str] = frozenset()

    def of(self, call: Call) -> ApiSpec | None:
        """What is known of the function that a call site calls; None where nothing is.

        A function of the target is known by its own body, whatever its name is like: the same file
        first, then the whole target.
        """
        last = call.callee.rsplit("::", 1)[-1]
        if last in self.defined and call.kind is not CallKind.MACRO:
            found = self._own(call)
            if found is not None or last not in self.knowledge.apis:
                return found
        return api_of(call, self.knowledge)

    def _own(self, call: Call) -> ApiSpec | None:
        for name in dict.fromkeys((call.target, call.callee)):
            for path in (call.at.path, ""):
                found = self.own.get((path, name))
                if found is not None:
                    return found
        return None


def api_of(call: Call, knowledge: Knowledge) -> ApiSpec | None:
    """What is known of the library function that a call site calls, if it is that function at all.

    A method named `write` is not the system call, nor is a function of that name in a namespace,
    nor one with another number of arguments; OpenSSL's names are its own wherever they stand.
    """
    spec = knowledge.find(call.callee)
    if spec is None and call.target:
        spec = knowledge.find(call.target)
    if spec is None or spec.library == "openssl" or call.kind is CallKind.MACRO:
        return spec
    if call.kind is not CallKind.DIRECT or ("::" in call.target and "std::" not in call.target):
        return None
    count = len(spec.parameters)
    fits = len(call.arguments) == count or "..." in spec.prototype or spec.macro
    return spec if fits else None
