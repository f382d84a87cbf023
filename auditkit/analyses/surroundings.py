"""What is called around a function: by itself, by the target's functions it calls, by its callers.

For steps of a set-up that may stand in one function or in another: a flow would have to follow the
object through all of them, the surroundings only say that somebody takes the step at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditkit.analyses.crossings import Crossings
from auditkit.facts import Call, Function

DEPTH = 4
"""Levels of own functions that are looked into."""


@dataclass(slots=True)
class Surroundings:
    """The calls around each function of a target, by the API's own name, else as written."""

    crossings: Crossings
    _within: dict[tuple[int, int], Mapping[str, str]] = field(default_factory=dict)

    def within(self, function: Function, depth: int = DEPTH) -> Mapping[str, str]:
        """What a function calls, itself and through others, each with its text once."""
        if (id(function), depth) not in self._within:
            found: dict[str, str] = {}
            for call in function.calls():
                known = self.crossings.callees.knowledge.find(call.callee)
                name = known.function if known is not None else call.callee
                found[name] = found.get(name, "") + call.text + "\n"
                for body in self.crossings.bodies(call) if depth > 0 else ():
                    if body is not function:
                        found = {**self.within(body, depth - 1), **found}
            self._within[id(function), depth] = found
        return self._within[id(function), depth]

    def behind(self, call: Call) -> Mapping[str, str]:
        """What the functions of the target call that a call site may call."""
        found = [self.within(body) for body in self.crossings.bodies(call)]
        return {name: text for each in found for name, text in each.items()}

    def around(self, function: Function) -> Mapping[str, str]:
        """What a function, the functions it calls, and its callers with theirs call."""
        found = dict(self.within(function))
        for other in self.crossings.callers(function):
            for name, text in self.within(other).items():
                found[name] = found.get(name, "") + text
        return found
