"""What the target's names stand for outside of functions: variables with initialisers, macros.

Apart from facts because it answers for a place in the target: a name means what its own file says,
or what is said once in the whole target.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditkit.annotations import MacroMeaning
from auditkit.facts import Object
from auditkit.project import SOURCES


@dataclass(frozen=True, slots=True)
class Objects:
    """The variables and the macros without parameters of a target, by their last names."""

    variables: Mapping[str, tuple[Object, ...]] = field(default_factory=dict)
    macros: Mapping[str, tuple[MacroMeaning, ...]] = field(default_factory=dict)

    @staticmethod
    def of(variables: Iterable[Object], macros: Iterable[MacroMeaning]) -> "Objects":
        """What these define."""
        found: dict[str, list[Object]] = {}
        for variable in variables:
            found.setdefault(_last(variable.name), []).append(variable)
        meant: dict[str, list[MacroMeaning]] = {}
        for macro in macros:
            meant.setdefault(macro.name, []).append(macro)
        return Objects(
            {name: tuple(each) for name, each in found.items()},
            {name: tuple(each) for name, each in meant.items()},
        )

    def variable(self, name: str, path: str) -> tuple[Object, ...]:
        """The definitions that a name can mean in a file: those of the file itself, or those with
        external linkage elsewhere.
        """
        found = self.variables.get(_last(name), ())
        here = tuple(each for each in found if each.at.path == path)
        return here or tuple(each for each in found if _is_seen(each))

    def macro(self, name: str, path: str) -> tuple[MacroMeaning, ...]:
        """The definitions that a macro can have in a file: its own, or all that there are."""
        found = self.macros.get(name, ())
        return tuple(each for each in found if each.defined_at.path == path) or found


NOTHING = Objects()
"""No variable and no macro is known."""


def _is_seen(variable: Object) -> bool:
    """Whether other files can mean a variable: by linkage, or since a header defines it."""
    return variable.linkage == "external" or not variable.at.path.endswith(SOURCES)


def _last(name: str) -> str:
    return name.rsplit("::", 1)[-1]
