"""The reason of a failed TLS operation is not asked of SSL_get_error, or with other arguments.

What: SSL_read, SSL_write or a handshake function fails, and the function decides what to do (gives
up, tries again, looks at errno) without SSL_get_error; or it asks with another connection or with
another result than that of the operation. GnuTLS and Mbed TLS say the reason by the result itself:
those of its codes that ask for another try are not told from failures.
Why: a result of 0 or less is no failure yet: WANT_READ and WANT_WRITE ask for a retry, ZERO_RETURN
is an orderly end. Who does not ask drops connections that are alive, or retries dead ones.
Limits: a result that is returned, stored or given to another function is taken to be asked about
there, and so is a connection of OpenSSL that is released or shut down at once. Handshakes on
blocking sockets may do without the reason: those that just give up are reported with low
confidence.
Remedy: `int reason = SSL_get_error(ssl, result);` right behind the operation, with the same
connection and result, and a decision for each reason.
See: CWE-391, CWE-755; SSL_get_error(3), gnutls_record_recv(3).
"""

from collections.abc import Iterator

from auditkit.analyses.codes import confusions
from auditkit.analyses.inquiry import AGAIN, Event, Inquiry, failed
from auditkit.analyses.retries import names_codes, unread
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity

CONCERN = Concern(
    "unqueried-reason",
    "Reason of a failed TLS operation not asked",
    Category.ERROR_HANDLING,
    Severity.MEDIUM,
    ("CWE-391", "CWE-755"),
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
typedef struct gnutls_session_int *gnutls_session_t;
long gnutls_record_recv(gnutls_session_t session, void *data, unsigned long size);
int gnutls_error_is_fatal(int error);

int gives_up(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16); // finding: unqueried-reason
    if (n <= 0)
        return -1;
    return n;
}

int tries_again(SSL *ssl, const char *buf)
{
    int n;
    do {
        n = SSL_write(ssl, buf, 16); // finding: unqueried-reason
    } while (n < 0);
    return n;
}

int other_connection(SSL *ssl, SSL *other, char *buf)
{
    int n = SSL_read(ssl, buf, 16); // finding: unqueried-reason
    if (n <= 0 && SSL_get_error(other, n) == 2)
        return 0;
    return n > 0 ? n : -1;
}

int other_result(SSL *ssl, char *buf, int status)
{
    int n = SSL_read(ssl, buf, 16); // finding: unqueried-reason
    if (n <= 0) {
        status = -1;
        return SSL_get_error(ssl, status) == 2 ? 0 : -1;
    }
    return n;
}

int through_a_pointer(SSL *ssl, int (*start)(SSL *))
{
    int n = start(ssl); // finding: unqueried-reason
    if (n > 0)
        return 1;
    return SSL_get_error(ssl, 0) == 6 ? 0 : -1;
}

long drops(gnutls_session_t session, char *buf)
{
    long n = gnutls_record_recv(session, buf, 16); // finding: unqueried-reason
    if (n < 0)
        return -1;
    return n;
}

long asks_the_library(gnutls_session_t session, char *buf)
{
    long n;
    do {
        n = gnutls_record_recv(session, buf, 16);
    } while (n < 0 && gnutls_error_is_fatal((int)n) == 0);
    return n < 0 ? -1 : n;
}

int asks(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    return SSL_get_error(ssl, n) == 2 ? 0 : -1;
}

int leaves_it_to_the_caller(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        note("no data");
    return n;
}

int releases(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0) {
        SSL_free(ssl);
        return -1;
    }
    return n;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each TLS operation after whose failure the reason is not asked, or asked wrongly."""
    confused = any(each.meant == "reason" for each in confusions(context.course(function)))
    for inquiry in context.inquiries(function):
        if inquiry.spec.library in AGAIN:
            event = None if names_codes(inquiry) else unread(inquiry)
        elif inquiry.spec.reason != "SSL_get_error" or inquiry.spec.function == "SSL_shutdown":
            continue
        else:
            event = None if confused else _wrong(inquiry) or _silent(inquiry)
        if event is not None:
            yield _finding(function, inquiry, event, context)


def _wrong(inquiry: Inquiry) -> Event | None:
    """The question that was put with another object or result."""
    wrong = ("object", "result", "constant")
    asked = (event for event in inquiry.events if event.kind == "asked")
    return next((event for event in asked if event.state.asked in wrong), None)


def _silent(inquiry: Inquiry) -> Event | None:
    """The end of a path on which the operation failed and nobody asked why."""
    ends = [
        event
        for event in inquiry.events
        if event.kind in ("again", "return", "throw")
        and failed(event, inquiry.spec)
        and not event.state.asked
        and not event.state.left
    ]
    return min(ends, key=lambda event: (event.kind != "again", event.index), default=None)


def _is_handshake(inquiry: Inquiry) -> bool:
    return "handshake" in inquiry.spec.role


def _finding(function: Function, inquiry: Inquiry, event: Event, context: Context) -> Finding:
    call = inquiry.call
    match event.kind, event.state.asked:
        case _, _ if inquiry.spec.library in AGAIN:
            last = "those of its codes that ask for another try end as its failures do"
        case "asked", "object":
            last = f"{event.call.callee if event.call else ''} is asked about another connection"
        case "asked", _:
            last = f"{event.call.callee if event.call else ''} is asked about another result"
        case "again", _:
            last = "it is called again without asking why it failed"
        case _:
            last = "the function leaves without asking why it failed"
    sure = event.kind == "asked" or event.kind == "again"
    # SSL_get_error looks at the sign only: a constant below 0 gets the right answer.
    sure = sure and event.state.asked != "constant"
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    if not sure and _is_handshake(inquiry):
        confidence = Confidence.LOW
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{call.callee} fails with {inquiry.spec.error}, and {last} (line {event.at.line})",
        _remedy(inquiry),
        CONCERN.severity,
        context.confidence(function, confidence),
        inquiry.steps(event, last),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _remedy(inquiry: Inquiry) -> str:
    if inquiry.spec.library in AGAIN:
        return f"Call {inquiry.call.callee} again where its result asks for that"
    first = inquiry.call.arguments[0]
    return f"Ask SSL_get_error({first}, result) right behind it and decide by the reason"
