"""What a call writes only if it succeeds is read although it failed, or nobody asked.

What: a variable without a value is given to a function that fills it on success only, and is read
on a path on which the result says failure, or on which the result was not tested.
Why: after the failure the variable holds what happened to lie on the stack: a timeout that was
never computed, a length that was never set, the bytes of a digest that does not exist.
Limits: which functions write on success only is knowledge (data/apis) or inferred from a function's
own body; one of which nothing is known counts as writing always. A variable that has a value
before the call is not reported: it keeps that value.
Remedy: read the variable only where the result says success, or initialise it where it is declared.
See: CWE-457, CWE-908; DTLSv1_get_timeout(3), SSL_read_ex(3), EVP_DigestSign(3): RETURN VALUES.
"""

from collections.abc import Iterator

from auditkit.analyses.reads import Initialisation
from auditkit.analyses.written import Verdict
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "failed-output-read",
    "Output of a failed call read",
    Category.UNINITIALISED_DATA,
    Severity.MEDIUM,
    ("CWE-457", "CWE-252"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
struct timeval { long tv_sec; long tv_usec; };
int DTLSv1_get_timeout(SSL *ssl, struct timeval *timeout);
int SSL_read_ex(SSL *ssl, void *buffer, unsigned long size, unsigned long *length);
int RAND_bytes(unsigned char *buffer, int size);
void note(const char *text);
void use(unsigned char byte);

long untested(SSL *ssl)
{
    struct timeval timeout;
    DTLSv1_get_timeout(ssl, &timeout);
    return timeout.tv_sec; // finding: failed-output-read
}

long after_the_failure(SSL *ssl, char *buffer)
{
    unsigned long length;
    if (SSL_read_ex(ssl, buffer, 16, &length) != 1)
        note("nothing was read");
    return (long)length; // finding: failed-output-read
}

int random(void)
{
    unsigned char key[16];
    int done = RAND_bytes(key, 16);
    if (done != 1)
        note("no random numbers");
    use(key[0]); // finding: failed-output-read
    return done;
}

long tested(SSL *ssl)
{
    struct timeval timeout;
    if (DTLSv1_get_timeout(ssl, &timeout) == 1)
        return timeout.tv_sec;
    return -1;
}

long tested_later(SSL *ssl, char *buffer)
{
    unsigned long length;
    int done = SSL_read_ex(ssl, buffer, 16, &length);
    note("read");
    if (!done)
        return -1;
    return (long)length;
}

long had_a_value(SSL *ssl)
{
    struct timeval timeout = {0, 0};
    DTLSv1_get_timeout(ssl, &timeout);
    return timeout.tv_sec;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each variable that is read although the call that should have written it may have failed."""
    for found in context.initialisations(function):
        failed = found.verdict in (Verdict.FAILED, Verdict.UNTESTED)
        pending = found.read.pending if found.read is not None else None
        if not failed or pending is None:
            continue
        if found.verdict is Verdict.FAILED or pending.check == "required":
            yield _finding(function, found, context)


def _finding(function: Function, found: Initialisation, context: Context) -> Finding:
    assert found.read is not None and found.read.pending is not None
    name, at, pending = f"{found.variable.name}{found.read.part}", found.read.at, found.read.pending
    failed = found.verdict is Verdict.FAILED
    when = "failed on the path to here" if failed else "was not tested for failure"
    return Finding(
        CONCERN,
        at,
        function.name,
        function.signature,
        pending.callee,
        name,
        f"{name} is read, but {pending.callee} on line {pending.line}, which writes it only on"
        f" success, {when} ({pending.failure or pending.error} is its failure)",
        f"Read {found.variable.name} only where {pending.callee} succeeded, or initialise it on"
        f" line {found.declared.line}",
        Severity.HIGH if found.variable.pointer else Severity.MEDIUM,
        context.confidence(function, found.confidence),
        found.steps,
        CONCERN.cwe,
        also=() if failed else ("unchecked-result",),
        author_comment=context.author_comment(at.path, at.line),
        condition=function.condition,
    )
