"""What a call does to a variable whose address it gets, by the body of the function it calls.

Apart from the accesses that need one operation because here another function is asked.
"""

from collections.abc import Iterator

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.parts import Access, Effect


def inside(access: Access, callees: Callees) -> Iterator[Access]:
    """What a function of the target does to what it gets the address of, by its body."""
    call, position = access.call, access.position
    own = None
    if call is not None and access.effect is Effect.CALL and is_own(callees.of(call)):
        own = callees.exposure(call, position)
    if own is None or call is None:
        yield access
        return
    for part, exposed in sorted(own.reads.items()):
        if not exposed.guarded and (not part or not access.part):
            yield Access(Effect.READ, access.part or part, call, position, exposed.looped)
    written = own.writes | own.settled
    if written and callees.leaves_unwritten(call, position):
        yield access
    elif written:
        for part in sorted(written):
            yield Access(Effect.WRITE, access.part or part, call, position)
