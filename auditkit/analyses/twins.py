"""Variables of one name in blocks of their own, which the facts tell apart by place and type only.

Apart from what touches a variable because it looks at declarations alone.
"""

from collections.abc import Mapping

from auditkit.analyses.parts import Variable
from auditkit.facts import Declare, Function
from auditkit.source import Location

Twins = Mapping[str, list[tuple[Location, str]]]
"""The declarations, by place and type, of each name that has several types."""


def twins_of(function: Function) -> Twins:
    """The names that are declared with several types, with the places of their declarations."""
    found: dict[str, list[tuple[Location, str]]] = {}
    for operation in function.operations():
        if isinstance(operation, Declare):
            found.setdefault(operation.place.text, []).append((operation.at, operation.type))
    return {
        name: sorted(places)
        for name, places in found.items()
        if len({type for _, type in places}) > 1
    }


def is_twin(variable: Variable, at: Location, twins: Twins) -> bool:
    """Whether a name means another variable at a place: the last one declared before it."""
    places = [item for item in twins.get(variable.name, ()) if item[0] <= at]
    return bool(places) and places[-1][1] != variable.type
