"""Structures and buffers that are handed out although a part of them was never written.

What: a structure without initialiser leaves the function (by value, or by the address of a constant
parameter) on a path on which some of its fields were never stored; a buffer is sent with its whole
size although only its beginning was filled.
Why: whoever receives it reads what happened to lie on the stack: a flag that nobody set, or bytes
of earlier data, keys among them, that go to the peer (CWE-200).
Limits: the fields of a structure are those of its definition in the target, those of a few
structures of the C library, or else those that the function itself stores into. Padding is not
counted. Elements of arrays are not told apart.
Remedy: initialise the structure where it is declared (`= {0}` writes every field), and send the
number of bytes that were written, not the size of the buffer.
See: CWE-908, CWE-200; CERT C DCL39-C.
"""

from collections.abc import Iterator

from auditkit.analyses.reads import Initialisation
from auditkit.analyses.written import Verdict
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "partial-initialisation",
    "Part of a structure or buffer never written",
    Category.UNINITIALISED_DATA,
    Severity.MEDIUM,
    ("CWE-908",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
struct record { int type; int length; int epoch; };
int SSL_write(SSL *ssl, const void *data, int size);
char *strcpy(char *to, const char *from);
void *memset(void *to, int byte, unsigned long size);

int a_field_on_one_path(SSL *ssl, int epoch)
{
    struct record head;
    head.type = 22;
    head.length = 0;
    if (epoch > 0)
        head.epoch = epoch;
    return SSL_write(ssl, &head, sizeof(head)); // finding: partial-initialisation
}

struct record early(int type)
{
    struct record head;
    head.type = type;
    if (type == 0)
        return head; // finding: partial-initialisation
    head.length = 1;
    head.epoch = 0;
    return head;
}

int more_than_was_filled(SSL *ssl)
{
    char text[64];
    strcpy(text, "hello");
    return SSL_write(ssl, text, sizeof(text)); // finding: partial-initialisation
}

struct greeting { int version; char name[32]; };

int a_field_filled_in_part(SSL *ssl, const char *name)
{
    struct greeting hello;
    hello.version = 1;
    strcpy(hello.name, name);
    return SSL_write(ssl, &hello, sizeof(hello)); // finding: partial-initialisation
}

int every_field(SSL *ssl, int epoch)
{
    struct record head;
    head.type = 22;
    head.length = 0;
    head.epoch = epoch;
    return SSL_write(ssl, &head, sizeof(head));
}

int wiped_first(SSL *ssl)
{
    char text[64];
    memset(text, 0, sizeof(text));
    strcpy(text, "hello");
    return SSL_write(ssl, text, sizeof(text));
}

int as_much_as_was_filled(SSL *ssl)
{
    char text[64];
    strcpy(text, "hello");
    return SSL_write(ssl, text, 5);
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each structure or buffer of a function that is handed out before all of it was written."""
    for found in context.initialisations(function):
        if found.verdict is Verdict.PARTIAL and found.read is not None:
            yield _finding(function, found, context)


def _finding(function: Function, found: Initialisation, context: Context) -> Finding:
    assert found.read is not None
    name, at = found.variable.name, found.read.at
    receiver = found.read.call.callee if found.read.call is not None else ""
    to = f"to {receiver}" if receiver else "to the caller"
    if found.read.missing:
        what = f"although {', '.join(found.read.missing)} was never stored on this path"
    else:
        short = ", ".join(f"{name}{part}" for part in sorted(found.read.state.short))
        what = f"with its whole size, but only the beginning of {short} was written"
    return Finding(
        CONCERN,
        at,
        function.name,
        function.signature,
        receiver,
        name,
        f"{name} ({found.variable.type}) is handed out {to} {what}",
        f"Initialise {name} where it is declared, on line {found.declared.line}",
        CONCERN.severity,
        context.confidence(function, found.confidence),
        found.steps,
        ("CWE-908", "CWE-200") if found.read.state.short else CONCERN.cwe,
        author_comment=context.author_comment(at.path, at.line),
        condition=function.condition,
    )
