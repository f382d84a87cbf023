"""Variables that are read on a path on which nobody wrote them.

What: a local variable, or a field of a local structure, is declared without an initialiser and read
on a path on which nothing was stored into it: on an exit before the assignment, where no case of a
switch matched, where a loop ended without a hit, as the length that accept(2) reads first. Or a
data member that a constructor leaves without a value is read by a method that has not written it.
Why: the value is what happened to lie on the stack: a wild pointer that is released, a status that
is taken for success, bytes of other data that leave the process.
Limits: a function of which nothing is known counts as writing what it gets the address of, and so
does a macro that is not defined here, and may any call that gets by name what nobody wrote before.
Arrays are one whole: an element that is skipped is not seen.
A variable that only a counted loop writes is listed in the table `variables` and is no finding.
Of data members numbers and pointers are judged, of classes with a constructor in the target; one
that only some methods write is of low confidence, as who calls what first is not followed.
Remedy: give the variable, where it is declared, the value that the early exits need.
See: CWE-457, CWE-824 (pointers), CWE-908; CERT C EXP33-C.
"""

from collections.abc import Iterator

from auditkit.analyses.constructed import Unset
from auditkit.analyses.reads import Initialisation
from auditkit.analyses.written import Verdict
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "uninitialised-read",
    "Variable read before it is written",
    Category.UNINITIALISED_DATA,
    Severity.MEDIUM,
    ("CWE-457",),
)

EXAMPLES = r"""
struct address { int family; int port; };
void *malloc(unsigned long size);
void free(void *memory);
int accept(int fd, struct address *peer, unsigned *length);
int receive(int *value);
int more(void);

int some_paths(int ready)
{
    int status;
    if (ready)
        status = 1;
    return status; // finding: uninitialised-read
}

int released_too_early(int size)
{
    char *first, *second;
    if (size < 0)
        goto out;
    first = malloc(8);
    second = malloc(8);
    free(second);
out:
    free(first); // finding: uninitialised-read
    return 0;
}

int no_case(int kind)
{
    int length;
    switch (kind) {
    case 1:
        length = 16;
        break;
    case 2:
        length = 32;
        break;
    }
    return length; // finding: uninitialised-read
}

int nothing_came(void)
{
    int last;
    while (more())
        last = more();
    return last; // finding: uninitialised-read
}

int field(int ready)
{
    struct address peer;
    peer.family = 2;
    if (ready)
        peer.port = 4433;
    return peer.port; // finding: uninitialised-read
}

int length_is_read_first(int fd)
{
    struct address peer;
    unsigned length;
    return accept(fd, &peer, &length); // finding: uninitialised-read
}

int both_sides(int ready)
{
    int status;
    if (ready)
        status = 1;
    else
        status = 0;
    return status;
}

int same_condition(int ready)
{
    int status;
    if (ready)
        status = 1;
    if (ready)
        return status;
    return 0;
}

int left_to_a_function(void)
{
    int value;
    if (receive(&value) < 0)
        return -1;
    return value;
}

int search(int count)
{
    int index, hit;
    for (index = 0; index < count; index++) {
        if (more()) {
            hit = index;
            break;
        }
    }
    if (index == count)
        return -1;
    return hit;
}

int in_a_condition(int ready)
{
    int status;
    if (ready && (status = more()) > 0)
        return status;
    return 0;
}

int every_case(int kind)
{
    int length;
    switch (kind) {
    case 1:
        length = 16;
        break;
    default:
        length = 32;
    }
    return length;
}

int filled(int count)
{
    int values[4], index;
    for (index = 0; index < 4; index++)
        values[index] = index;
    return values[count & 3];
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each variable of a function that is read on some path before anything is stored into it."""
    for found in context.initialisations(function):
        if found.verdict is Verdict.UNWRITTEN and found.read is not None:
            yield _finding(function, found, context)
    for unset in context.unset_members(function):
        yield _member(function, unset, context)


def _member(function: Function, unset: Unset, context: Context) -> Finding:
    pointer = unset.type.endswith("*")
    line = unset.constructor.at.line
    return Finding(
        CONCERN,
        unset.at,
        function.name,
        function.signature,
        "",
        unset.name,
        f"{unset.name} ({unset.declared.path}, line {unset.declared.line}: {unset.type}, no"
        f" initialiser) is read, but the constructor on line {line} does not write it",
        f"Initialise {unset.name} where it is declared, on line {unset.declared.line}",
        Severity.HIGH if pointer else Severity.MEDIUM,
        context.confidence(function, unset.confidence),
        unset.steps,
        ("CWE-457", "CWE-824") if pointer else CONCERN.cwe,
        author_comment=context.author_comment(unset.at.path, unset.at.line),
        condition=function.condition,
    )


def _finding(function: Function, found: Initialisation, context: Context) -> Finding:
    assert found.read is not None
    name, at = f"{found.variable.name}{found.read.part}", found.read.at
    paths = "on every path" if found.always else "on some path"
    pointer = found.variable.pointer
    reader = found.read.call.callee if found.read.call is not None else ""
    by = f" by {reader}" if reader else ""
    return Finding(
        CONCERN,
        at,
        function.name,
        function.signature,
        reader,
        name,
        f"{name} (line {found.declared.line}: {found.variable.type}, no initialiser) is read{by}"
        f" although {paths} to here nothing was stored into it",
        f"Initialise {found.variable.name} where it is declared, on line {found.declared.line}",
        Severity.HIGH if pointer else Severity.MEDIUM,
        context.confidence(function, found.confidence),
        found.steps,
        ("CWE-457", "CWE-824") if pointer else CONCERN.cwe,
        author_comment=context.author_comment(at.path, at.line),
        condition=function.condition,
    )
