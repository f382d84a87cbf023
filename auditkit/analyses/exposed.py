"""What a function does to an object that it gets the address of, as a record.

Apart from the flow that finds it because those who ask for callees come before the flow.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from auditkit.facts import Call
from auditkit.source import Location

Parts = frozenset[str]


class Exposed(NamedTuple):
    """A read of what may not have been written: where, whether a condition guards it, and whether
    it is in a loop, which may run not even once.
    """

    at: Location
    guarded: bool
    looped: bool


class Exposure(NamedTuple):
    """What a function does to an object.

    `reads` are the parts that it reads on a path on which it has not written them, `writes` those
    that it may write, `settled` those that it has written wherever it returns. `loose` says that
    the object goes where nothing is followed.
    """

    reads: Mapping[str, Exposed]
    writes: Parts
    settled: Parts
    loose: bool


Known = Callable[[Call, int], Exposure | None]
"""What the callee does to an argument, by position, or to its receiver, at -1; if that is known."""
