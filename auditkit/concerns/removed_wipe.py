"""A wipe that the compiler takes away.

What: memset clears a local buffer, or memory right before it is freed, and nothing reads it behind.
Why: to the compiler the write is dead and may go (and does, with optimisation): the secret stays on
the stack or in the heap, for the next one who reads there.
Limits: the buffer is taken for a secret because somebody wipes it at its end of life; memset to a
value other than 0, or of what is read again, is silent. Whether a certain compiler removes it is
not known.
Remedy: OPENSSL_cleanse, explicit_bzero or memset_s.
See: CWE-14; OPENSSL_cleanse(3), explicit_bzero(3), SEI CERT MSC06-C.
"""

import re
from collections.abc import Iterator

from auditkit.accesses import addresses, array_names, reads
from auditkit.analyses.inputs import calls_at
from auditkit.cfg import Graph
from auditkit.context import Context
from auditkit.facts import Call, Constant, Function, Operation, Place, Terminator
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "removed-wipe",
    "Wipe that the compiler removes",
    Category.SENSITIVE_DATA,
    Severity.MEDIUM,
    ("CWE-14",),
)

EXAMPLES = r"""
void *memset(void *s, int c, unsigned long n);
void OPENSSL_cleanse(void *ptr, unsigned long len);
int derive(unsigned char *key);
int use(const unsigned char *key);
void free(void *ptr);

int leaves_it(void)
{
    unsigned char key[32];
    int ok = derive(key) && use(key);
    memset(key, 0, sizeof(key)); // finding: removed-wipe
    return ok;
}

void freed(char *password, unsigned long n)
{
    memset(password, 0, n); // finding: removed-wipe
    free(password);
}

int cleanses(void)
{
    unsigned char key[32];
    int ok = derive(key) && use(key);
    OPENSSL_cleanse(key, sizeof(key));
    return ok;
}

int first(void)
{
    unsigned char key[32];
    memset(key, 0, sizeof(key));
    return derive(key);
}

void hands_back(unsigned char *out)
{
    memset(out, 0, 32);
}
"""

_FREES = re.compile(r"(?:std::|::)?(?:free|delete(?:\[\])?|\w+_free)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each wipe behind which nothing reads what was wiped."""
    arrays = array_names(function)
    for call, (number, index) in calls_at(function):
        if call.callee.rsplit("::", 1)[-1] != "memset" or len(call.arguments) != 3:
            continue
        target, value = call.arguments[:2]
        if not isinstance(target, Place) or not isinstance(value, Constant) or value.value != 0:
            continue
        frees = _freed_next(context.graph(function), number, index, target.text)
        local = target.text in arrays and _is_used_before(function, call, target.text)
        if (local and not _is_read_behind(context.graph(function), number, index, target)) or frees:
            what = "freed" if frees else "never read again"
            yield raised(
                CONCERN,
                function,
                call,
                context,
                message=f"{target.text} is {what} behind this memset, which the compiler may drop",
                remedy="Wipe with OPENSSL_cleanse or explicit_bzero",
                confidence=Confidence.MEDIUM if frees else Confidence.HIGH,
                steps=(Step(call.at, f"{target.text} is wiped and {what}"),),
            )


def _is_used_before(function: Function, call: Call, name: str) -> bool:
    """Whether something was put into a buffer before it is wiped, as the source has it."""
    return any(
        other.at < call.at and any(str(item).lstrip("&") == name for item in other.arguments)
        for other in function.calls()
    )


def _is_read_behind(graph: Graph, number: int, index: int, place: Place) -> bool:
    """Whether anything reads a place behind an operation."""
    if any(_touches(each, place) for each in graph.blocks[number].operations[index + 1 :]):
        return True
    ends: list[Operation | Terminator] = [graph.blocks[number].terminator]
    for behind in graph.reaches(number):
        ends.extend((*graph.blocks[behind].operations, graph.blocks[behind].terminator))
    return any(_touches(each, place) for each in ends)


def _touches(record: Operation | Terminator, place: Place) -> bool:
    found = (*reads(record), *addresses(record))
    return any(each.root == place.root for each in found)


def _freed_next(graph: Graph, number: int, index: int, name: str) -> bool:
    """Whether the next call of the block frees what was wiped."""
    for each in graph.blocks[number].operations[index + 1 :]:
        if isinstance(each, Call):
            same = bool(each.arguments) and str(each.arguments[0]) == name
            return same and _FREES.fullmatch(each.callee) is not None
    return False
