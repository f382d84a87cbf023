"""A reason is taken for another one: a retry for a failure, a failure for a retry.

What: WANT_READ is retried but WANT_WRITE fails (or the reverse); SSL_ERROR_SSL or SSL_ERROR_SYSCALL
goes the way of a retry while other reasons fail, or is tried again for ever; SSL_shutdown's 0 (the
peer's close_notify is still to come) is asked about or treated as an error.
Why: both WANT_* can follow every operation; a connection that is dead is polled for ever, one that
is alive is dropped.
Limits: told by what becomes of each reason within the function: what it returns, or whether it
calls the operation again. Functions that treat all reasons alike are not reported here.
Remedy: WANT_READ and WANT_WRITE wait and call the same function again; SSL_ERROR_SSL and
SSL_ERROR_SYSCALL release the connection; SSL_shutdown fails only below 0.
See: CWE-393, CWE-755, CWE-835; SSL_get_error(3), SSL_shutdown(3).
"""

from collections.abc import Iterator

from auditkit.analyses.reasons import FATAL, Event, Inquiry
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity

CONCERN = Concern(
    "misread-reason",
    "Reason of a failure misread",
    Category.ERROR_HANDLING,
    Severity.MEDIUM,
    ("CWE-393", "CWE-755"),
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

int one_want_forgotten(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    switch (SSL_get_error(ssl, n)) { // finding: misread-reason
    case 2:
        return 0;
    default:
        return -1;
    }
}

int fatal_as_retry(SSL *ssl, char *buf)
{
    int reason, n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    reason = SSL_get_error(ssl, n); // finding: misread-reason
    if (reason == 2 || reason == 3 || reason == 1)
        return 0;
    return -1;
}

int for_ever(SSL *ssl, char *buf)
{
    int n;
    for (;;) {
        n = SSL_write(ssl, buf, 16);
        if (n > 0)
            return n;
        if (SSL_get_error(ssl, n) == 6) // finding: misread-reason
            return -1;
    }
}

int half_closed(SSL *ssl)
{
    int n = SSL_shutdown(ssl);
    if (n != 1)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1; // finding: misread-reason
    return 1;
}

int each_its_own(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    switch (SSL_get_error(ssl, n)) {
    case 2:
    case 3:
        return 0;
    default:
        return -1;
    }
}

int below_zero(SSL *ssl)
{
    int n = SSL_shutdown(ssl);
    if (n < 0)
        return SSL_get_error(ssl, n) == 2 ? 0 : -1;
    return 1;
}

int blocking(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    return SSL_get_error(ssl, n) == 6 ? 0 : -1;
}
"""

_NAMES = {1: "SSL_ERROR_SSL", 2: "WANT_READ", 3: "WANT_WRITE", 5: "SSL_ERROR_SYSCALL"}


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each question whose answers are taken for others."""
    for inquiry in context.inquiries(function):
        asked = next((event for event in inquiry.events if event.kind == "asked"), None)
        if inquiry.spec.function == "SSL_shutdown":
            found = _shutdown(inquiry)
        else:
            found = _misread(inquiry) if asked is not None else None
        if found is not None:
            yield _finding(function, inquiry, *found, context)


def _shutdown(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The place where SSL_shutdown's 0 is asked about, or ends as its -1 does."""
    for event in inquiry.events:
        if event.kind == "asked" and event.result.single == 0:
            text = "its 0 is no error, but SSL_get_error is asked about it"
            return event, text, Confidence.HIGH
    failed, zero, done = (inquiry.fates_of_result(number) for number in (-1, 0, 1))
    if zero and zero == failed and not zero & done and _is_told(zero) and _is_told(done):
        event = next(event for event in inquiry.events if event.result.single == 0)
        return event, "its 0 is no error, but ends as one", Confidence.MEDIUM
    return None


def _misread(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The reason that goes the way of others, told by the ends of the paths."""
    fates = {code: inquiry.fates(code) for code in (1, 2, 3, 5, 6)}
    if not all(fates[code] for code in (1, 2, 3)):
        return None
    asked = next(event for event in inquiry.events if event.kind == "asked")
    retries = [code for code in FATAL if _is_again(fates[code])]
    if retries and (_is_again(fates[2]) or _is_again(fates[3])):
        return asked, f"{_named(retries)} is tried again as if it were a retry", Confidence.HIGH
    if not all(_is_told(fates[code]) for code in (1, 2, 3)):
        return None
    for want, other in ((3, 2), (2, 3)):
        if fates[want] == fates[1] != fates[other] and fates[want] != fates[6]:
            return asked, f"{_NAMES[want]} ends as a failure", Confidence.MEDIUM
        if fates[want] == fates[1] == fates[5] != fates[other]:
            return asked, f"{_NAMES[want]} ends as a failure", Confidence.HIGH
    for fatal, other in ((1, 5), (5, 1)):
        if fates[2] == fates[3] == fates[fatal] != fates[other] and fates[other]:
            return asked, f"{_NAMES[fatal]} ends as a retry", Confidence.MEDIUM
    return None


def _is_again(fates: frozenset[tuple[str, str]]) -> bool:
    """Whether the only way on is to call the operation again."""
    return bool(fates) and all(kind == "again" for kind, _ in fates)


def _is_told(fates: frozenset[tuple[str, str]]) -> bool:
    """Whether ends can be compared: none returns a value that is not known."""
    return not any(returned.startswith("%") for _, returned in fates)


def _named(codes: list[int]) -> str:
    return " or ".join(_NAMES[code] for code in codes)


def _finding(
    function: Function,
    inquiry: Inquiry,
    event: Event,
    text: str,
    confidence: Confidence,
    context: Context,
) -> Finding:
    call = inquiry.call
    return Finding(
        CONCERN,
        event.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{call.callee} on line {call.at.line}: {text}",
        "Retry after WANT_READ and WANT_WRITE alone, release after SSL_ERROR_SSL and"
        " SSL_ERROR_SYSCALL, and let SSL_shutdown fail only below 0",
        CONCERN.severity,
        context.confidence(function, confidence),
        inquiry.steps(event, text),
        CONCERN.cwe,
        author_comment=context.author_comment(event.at.path, event.at.line),
        condition=call.alternative or function.condition,
    )
