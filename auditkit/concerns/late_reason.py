"""Between a TLS operation and SSL_get_error another call changes the queue of errors.

What: after the operation and before SSL_get_error something else runs that adds to the queue of
errors or empties it: another function of the library, a log that prints the queue.
Why: SSL_get_error looks at the queue before anything else. An emptied queue turns a protocol error
into a system error, and a strange error in it turns WANT_READ into a dead connection.
Limits: a function of the target counts with all that it calls, by name; one through a pointer does
not count. Calls on other threads are not seen.
Remedy: ask SSL_get_error in the statement behind the operation, and log afterwards.
See: CWE-755; SSL_get_error(3), ERR_get_error(3).
"""

from collections.abc import Iterator

from auditkit.analyses.inquiry import Event, Inquiry
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "late-reason",
    "Reason asked too late",
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
void wait_for(SSL *ssl, int write);

void ERR_print_errors_fp(void *stream);

static void report(void)
{
    while (ERR_get_error() != 0)
        note("an error");
}

int printed_first(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0) {
        ERR_print_errors_fp(0);
        return SSL_get_error(ssl, n) == 2 ? 0 : -1; // finding: late-reason
    }
    return n;
}

int reported_first(SSL *ssl, char *buf)
{
    int reason, n = SSL_read(ssl, buf, 16);
    if (n <= 0) {
        report();
        reason = SSL_get_error(ssl, n); // finding: late-reason
        return reason == 2 ? 0 : -1;
    }
    return n;
}

int at_once(SSL *ssl, char *buf)
{
    int reason, n = SSL_read(ssl, buf, 16);
    reason = SSL_get_error(ssl, n);
    if (n <= 0) {
        report();
        return reason == 2 ? 0 : -1;
    }
    return n;
}

int a_word_between(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    note("read");
    if (n <= 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return n;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each question for a reason before which the queue of errors was changed."""
    for inquiry in context.inquiries(function):
        for event in inquiry.events:
            late = event.kind == "asked" and event.state.asked in ("right", "there")
            if late and event.state.between[0] and event.call is not None:
                yield _finding(function, inquiry, event, event.call, context)
                break


def _finding(
    function: Function, inquiry: Inquiry, event: Event, asked: Call, context: Context
) -> Finding:
    line, callee = event.state.between
    at = type(event.at)(event.at.path, line, 1)
    steps = inquiry.steps(event, f"{asked.callee} is asked only now")
    between = Step(at, f"{callee} changes the queue of errors")
    return Finding(
        CONCERN,
        event.at,
        function.name,
        function.signature,
        asked.callee,
        asked.text,
        f"{asked.callee} is asked about {inquiry.call.callee} (line {inquiry.call.at.line}) only"
        f" after {callee} on line {line}, which changes the queue of errors that it looks at",
        f"Ask {asked.callee} before {callee} is called",
        CONCERN.severity,
        context.confidence(function, Confidence.HIGH),
        (*steps[:-1], between, steps[-1]),
        CONCERN.cwe,
        author_comment=context.author_comment(event.at.path, event.at.line),
        condition=asked.alternative or function.condition,
    )
