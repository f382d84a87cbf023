"""A TLS operation runs on a queue of errors that is not empty.

What: SSL_read, SSL_write or SSL_peek is followed by SSL_get_error, and on some path to the
operation the queue of errors of this thread was not emptied after the last call that could fill it.
Why: SSL_get_error looks at the queue first: an old error of another object in it turns WANT_READ,
or an orderly end, into SSL_ERROR_SSL, and a connection that is alive is dropped.
Limits: what callers did before is not known; where nothing in the function itself fills the queue,
the finding is as sure as the rest of the target makes it: it has middle confidence if the target
empties the queue anywhere at all. Handshake functions empty the queue themselves.
Remedy: ERR_clear_error() right before the operation.
See: CWE-755; SSL_get_error(3), ERR_clear_error(3).
"""

from collections.abc import Iterator

from auditkit.analyses.queues import EMPTIES, clean_before, disturbed_by
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "dirty-error-queue",
    "TLS operation on a dirty error queue",
    Category.ERROR_HANDLING,
    Severity.MEDIUM,
    ("CWE-755",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_connect(SSL *ssl);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void SSL_free(SSL *ssl);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
void note(const char *text);
void *PEM_read_bio_X509(void *bio, void **x, void *cb, void *u);

int after_a_failure(SSL *ssl, void *bio, char *buf)
{
    int n;
    while (PEM_read_bio_X509(bio, 0, 0, 0) != 0)
        note("one more");
    n = SSL_read(ssl, buf, 16); // finding: dirty-error-queue
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}

int not_like_the_others(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16); // finding: dirty-error-queue
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}

int emptied(SSL *ssl, char *buf)
{
    int n;
    ERR_clear_error();
    n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}

static void drain(void)
{
    while (ERR_get_error() != 0)
        note("an old error");
}

int drained(SSL *ssl, char *buf)
{
    int n;
    drain();
    n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}

int handshake(SSL *ssl)
{
    int n = SSL_connect(ssl);
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}
"""

_FUNCTIONS = frozenset(
    ("SSL_read", "SSL_write", "SSL_peek", "SSL_read_ex", "SSL_write_ex", "SSL_peek_ex")
)


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each operation whose reason is asked although the queue may hold older errors."""
    wanted = [
        inquiry.call
        for inquiry in context.inquiries(function)
        if inquiry.spec.function in _FUNCTIONS
        and any(event.kind == "asked" for event in inquiry.events)
    ]
    clean = clean_before(context.course(function)) if wanted else frozenset()
    for call in wanted:
        if id(call) not in clean:
            yield from _finding(function, call, context)


def _finding(function: Function, call: Call, context: Context) -> Iterator[Finding]:
    filled = disturbed_by(context.course(function), call)
    empties = any(EMPTIES in effects for effects in context.callees.queues.values())
    if filled is None and not empties:
        return
    steps = [Step(call.at, f"{call.callee} is called, and its reason is asked afterwards")]
    if filled is not None:
        steps.insert(0, Step(filled.at, f"{filled.callee} leaves errors in the queue if it fails"))
    since = (
        f"{filled.callee} on line {filled.at.line} may have filled it"
        if filled is not None
        else "nothing here empties it"
    )
    yield Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"The queue of errors may not be empty before {call.callee}: {since}",
        f"Call ERR_clear_error() right before {call.callee}",
        CONCERN.severity,
        context.confidence(function, Confidence.MEDIUM if filled else Confidence.LOW),
        tuple(steps),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )
