"""A connection is used again after an error from which it cannot recover.

What: SSL_get_error has answered SSL_ERROR_SSL or SSL_ERROR_SYSCALL, or the handshake has failed,
and the same object is read, written, shut down or handshaken again.
Why: the state of the connection is undefined then. A write after a failed handshake has sent data
in the clear (CVE-2017-3737), a second SSL_shutdown made a padding oracle (CVE-2019-1559).
Limits: within one function. A failed handshake whose reason is not asked counts only before data
is read or written, since it may have been a retry.
Remedy: after either reason go straight to SSL_free.
See: CWE-672; SSL_get_error(3); CVE-2017-3737, CVE-2019-1559.
"""

from collections.abc import Iterator

from auditkit.analyses.inquiry import FATAL, Event, Inquiry, failed
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity

CONCERN = Concern(
    "use-after-fatal-error",
    "Connection used after a fatal error",
    Category.ERROR_HANDLING,
    Severity.HIGH,
    ("CWE-672",),
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
void wait_for(SSL *ssl, int write);

int says_goodbye(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0 && SSL_get_error(ssl, n) == 1) {
        SSL_shutdown(ssl); // finding: use-after-fatal-error
        return -1;
    }
    return n;
}

int reads_on(SSL *ssl, char *buf)
{
    int n = SSL_write(ssl, buf, 16);
    if (n <= 0) {
        int reason = SSL_get_error(ssl, n);
        if (reason == 2 || reason == 3)
            return 0;
        note("broken");
        return SSL_read(ssl, buf, 16); // finding: use-after-fatal-error
    }
    return n;
}

int writes_after_a_failed_handshake(SSL *ssl, const char *buf)
{
    if (SSL_connect(ssl) != 1)
        note("no handshake");
    if (SSL_connect(ssl) < 0) {
        note("no handshake");
        return SSL_write(ssl, buf, 16); // finding: use-after-fatal-error
    }
    return 0;
}

int releases(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0 && SSL_get_error(ssl, n) == 1) {
        SSL_free(ssl);
        return -1;
    }
    return n;
}

int orderly(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0 && SSL_get_error(ssl, n) == 6) {
        SSL_shutdown(ssl);
        return 0;
    }
    return n;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each first use of a connection behind a fatal error on it."""
    seen: set[object] = set()
    for inquiry in context.inquiries(function):
        for event in inquiry.events:
            if event.kind == "operation" and event.call is not None and event.at not in seen:
                spec = context.spec(event.call)
                data = spec is not None and not {"handshake", "shutdown"} & set(spec.role)
                confidence = _confidence(inquiry, event, data=data)
                if confidence is not None:
                    seen.add(event.at)
                    yield _finding(function, inquiry, event, event.call, confidence, context)


def _confidence(inquiry: Inquiry, event: Event, *, data: bool) -> Confidence | None:
    """How sure a use is wrong, `data` being read or written by it; None where it is right."""
    if event.state.code in FATAL:
        return Confidence.HIGH
    handshake = "handshake" in inquiry.spec.role and not event.state.asked
    if handshake and data and failed(event, inquiry.spec) and not event.state.left:
        return Confidence.MEDIUM
    return None


def _finding(
    function: Function,
    inquiry: Inquiry,
    event: Event,
    used: Call,
    confidence: Confidence,
    context: Context,
) -> Finding:
    names = {1: "SSL_ERROR_SSL", 5: "SSL_ERROR_SYSCALL"}
    why = names.get(event.state.code, "a failed handshake")
    first = inquiry.call
    return Finding(
        CONCERN,
        event.at,
        function.name,
        function.signature,
        used.callee,
        used.text,
        f"{used.callee} is called on {used.arguments[0]} after {first.callee} on line"
        f" {first.at.line} ended in {why}",
        "Go straight to SSL_free after SSL_ERROR_SSL or SSL_ERROR_SYSCALL",
        CONCERN.severity,
        context.confidence(function, confidence),
        inquiry.steps(event, f"{used.callee} uses the connection after {why}"),
        CONCERN.cwe,
        author_comment=context.author_comment(event.at.path, event.at.line),
        condition=used.alternative or function.condition,
    )
