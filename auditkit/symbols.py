"""What names mean while a function is lowered: those of its file, and the variables of open scopes.

Apart from the reader because it is about names alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from auditkit.facts import VariableKind
from auditkit.members import ClassBody


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a function: `text` is its name, with a number where it hides another one."""

    kind: VariableKind
    type: str
    text: str


Variables = dict[str, Variable]


@dataclass(slots=True)
class Symbols:
    """The names that a file and the open scopes of a function declare.

    `cleanups` finds the `cleanup` attribute in the text before a declaration, if the file may have
    one; `objects` are the macros without parameters that stand for code; `around` are the
    variables that a lambda sees of the function it is written in.
    """

    types: frozenset[str]
    functions: frozenset[str]
    globals: frozenset[str]
    constants: Mapping[str, int]
    cleanups: "re.Pattern[str] | None" = None
    classes: Mapping[str, ClassBody] = field(default_factory=dict)
    objects: frozenset[str] = frozenset()
    scopes: list[Variables] = field(default_factory=list)
    around: Variables = field(default_factory=dict)

    def find(self, name: str) -> Variable | None:
        """The variable of that name in the innermost scope that has one."""
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return self.around.get(name)

    def declare(self, name: str, kind: VariableKind, type: str) -> str:
        """Enters a variable into the innermost scope, and returns the text of its place.

        `int x; { int x; }` are two variables, `x` and `x#2`.
        """
        hidden = sum(name in scope for scope in self.scopes[:-1])
        text = f"{name}#{hidden + 1}" if hidden else name
        self.scopes[-1][name] = Variable(kind, type, text)
        return text

    def visible(self) -> Variables:
        """All variables in sight."""
        found = dict(self.around)
        for scope in self.scopes:
            found.update(scope)
        return found
