"""Scopes: what happens to variables where control leaves the braces that hold them.

Apart from the builder because a `goto`, a `return` and a closing brace ask the same of a scope.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from auditkit.facts import Operation
from auditkit.source import Location

Ending = Callable[[Location], Operation]
"""The operation that ends a variable's life where its scope is left."""


@dataclass(slots=True, eq=False)
class Scope:
    """A scope and what happens to its variables when it is left, oldest first."""

    parent: "Scope | None"
    endings: list[Ending] = field(default_factory=list)


Alive = dict[Scope, int]
"""How many endings of each open scope are due at a point, innermost scope first."""


def due(inner: Scope | None, outer: Scope | None) -> list[Ending]:
    """What happens between two scopes on the way out, newest variable first."""
    found: list[Ending] = []
    while inner is not None and inner is not outer:
        found.extend(reversed(inner.endings))
        inner = inner.parent
    return found


def alive(scope: Scope | None) -> Alive:
    """The open scopes at a point, with how many endings each has by then."""
    found: Alive = {}
    while scope is not None:
        found[scope] = len(scope.endings)
        scope = scope.parent
    return found
