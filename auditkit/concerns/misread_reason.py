"""A reason is taken for another one: a retry for a failure, a failure for a retry.

What: WANT_READ is retried but WANT_WRITE, looked for, fails (or the reverse); SSL_ERROR_SSL or
SSL_ERROR_SYSCALL goes the way of a retry while other reasons fail, or is tried again for ever, as
may a fatal code of GnuTLS or Mbed TLS, or DTLSv1_listen's -1; SSL_shutdown's 0 (the peer's
close_notify is still to come) is asked about, treated as an error, or waited for without a bound.
Why: both WANT_* can follow every operation; a connection that is dead is polled for ever, one that
is alive is dropped.
Limits: told by what becomes of each reason within the function, be it that of the operation or one
that gets its result: what it returns, or whether it calls the operation again. Functions that treat
all reasons alike are not reported here, nor those that say that they refuse renegotiation.
Remedy: WANT_READ and WANT_WRITE wait and call the same function again; SSL_ERROR_SSL and
SSL_ERROR_SYSCALL release the connection; SSL_shutdown fails only below 0.
See: CWE-393, CWE-755, CWE-835; SSL_get_error(3), SSL_shutdown(3), gnutls_error_is_fatal(3).
"""

from collections.abc import Iterator, Mapping

from auditkit.analyses.inquiry import AGAIN, FATAL, WANTS, Event, Fates, Inquiry
from auditkit.analyses.retries import names_codes, unread
from auditkit.context import Context
from auditkit.facts import Branch, Constant, Function, Switch
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
typedef struct mbedtls_ssl_context mbedtls_ssl_context;
enum { MBEDTLS_ERR_SSL_WANT_READ = -26880, MBEDTLS_ERR_SSL_WANT_WRITE = -26752 };
int mbedtls_ssl_handshake(mbedtls_ssl_context *ssl);

int one_want_forgotten(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    switch (SSL_get_error(ssl, n)) { // finding: misread-reason
    case 2:
        return 0;
    case 3:
        note("it wants to write");
        return -1;
    default:
        return -1;
    }
}

int only_reads(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n > 0)
        return n;
    return SSL_get_error(ssl, n) == 2 ? 0 : -1;
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

void until_both_have_said_it(SSL *ssl)
{
    while (SSL_shutdown(ssl) == 0) // finding: misread-reason
        note("the peer has not answered yet");
    SSL_free(ssl);
}

int classified(SSL *ssl, int result)
{
    switch (SSL_get_error(ssl, result)) { // finding: misread-reason
    case 2:
    case 3:
    case 5:
        return 0;
    default:
        return -1;
    }
}

int its_own_reason(mbedtls_ssl_context *tls)
{
    int n;
    do {
        n = mbedtls_ssl_handshake(tls); // finding: misread-reason
    } while (n < 0);
    return n;
}

int its_own_reason_told_apart(mbedtls_ssl_context *tls)
{
    int n;
    do {
        n = mbedtls_ssl_handshake(tls);
    } while (n == MBEDTLS_ERR_SSL_WANT_READ || n == MBEDTLS_ERR_SSL_WANT_WRITE);
    return n;
}

void a_few_times(SSL *ssl)
{
    int tries = 0;
    while (SSL_shutdown(ssl) == 0 && tries < 5)
        tries++;
    SSL_free(ssl);
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

_ASKED = ("right", "there")
_NAMES = {1: "SSL_ERROR_SSL", 2: "WANT_READ", 3: "WANT_WRITE", 5: "SSL_ERROR_SYSCALL"}


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each question whose answers are taken for others."""
    for inquiry in context.inquiries(function):
        asked = next((event for event in inquiry.events if event.kind == "asked"), None)
        if inquiry.spec.function.startswith("SSL_peek"):
            continue
        if inquiry.spec.function == "DTLSv1_listen":
            found = _endless(inquiry)
        elif inquiry.spec.function == "SSL_shutdown":
            found = _shutdown(inquiry) or _endless(inquiry)
        elif inquiry.spec.reason == "result":
            found = _misread_result(inquiry)
        else:
            found = _misread(inquiry) if asked is not None else None
        if found is not None:
            yield _finding(function, inquiry, *found, context)


def _shutdown(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The place where SSL_shutdown's 0 is asked about, or ends as its -1 does."""
    for event in inquiry.events:
        if event.kind == "asked" and event.state.asked in _ASKED and event.result.single == 0:
            text = "its 0 is no error, but SSL_get_error is asked about it"
            return event, text, Confidence.HIGH
    failed, zero, done = (_leaving(inquiry.fates_of_result(number)) for number in (-1, 0, 1))
    if zero and zero == failed and not zero & done and _is_told(zero) and _is_told(done):
        event = next(event for event in inquiry.events if event.result.single == 0)
        return event, "its 0 is no error, but ends as one", Confidence.MEDIUM
    return None


def _endless(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The operation that is called again for ever after a result which says that it is over."""
    for event in inquiry.events:
        number, unasked = event.result.single, not event.state.asked and not event.state.left
        if event.kind == "again" and unasked and not event.state.bounded:
            if number == -1:
                return (
                    event,
                    "its -1 is a failure, but it is called again for ever",
                    Confidence.HIGH,
                )
            if number == 0 and inquiry.spec.function == "SSL_shutdown":
                text = "its 0 is waited for, and nothing but its result ends the loop"
                return event, text, Confidence.MEDIUM
    return None


def _misread_result(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The code that a result is, taken for one of another kind: a fatal one tried again for ever,
    or one that asks for another try ending as a failure while its like does not.
    """
    again = AGAIN[inquiry.spec.library]
    fates = {event.state.code: inquiry.fates(event.state.code) for event in inquiry.events}
    for event in inquiry.events:
        code, endless = event.state.code, event.kind == "again" and not event.state.bounded
        fatal = code > 0 and code not in again and not event.state.left
        if fatal and endless and all(kind == "again" for kind, _, _ in fates[code]):
            return event, "a fatal failure is tried again for ever", Confidence.HIGH
    if not all(_is_told(found) for code, found in fates.items() if code > 0):
        return None
    for want, other in (again, again[::-1]):
        lost = fates.get(want) and fates[want] == fates.get(1) != fates.get(other)
        if lost and _is_named(inquiry, -want):
            event = next(each for each in inquiry.events if each.state.code == want)
            return event, "a code that asks for another try ends as a failure", Confidence.HIGH
    dropped = unread(inquiry) if names_codes(inquiry) else None
    if dropped is not None:
        return dropped, "its codes that ask for another try end as failures", Confidence.MEDIUM
    return None


def _leaving(fates: Fates) -> Fates:
    """The ends without those that only release the connection."""
    return frozenset(fate for fate in fates if fate[0] != "released")


def _misread(inquiry: Inquiry) -> tuple[Event, str, Confidence] | None:
    """The reason that goes the way of others, told by the ends of the paths."""
    fates = {code: inquiry.fates(code) for code in (1, 2, 3, 5, 6)}
    if not all(fates[code] for code in (1, 2, 3)):
        return None
    asked = next(event for event in inquiry.events if event.kind == "asked")
    elsewhere = any(event.state.left for event in inquiry.events if event.kind == "again")
    retries = [code for code in FATAL if _is_again(fates[code]) and fates[code] == fates[2]]
    if retries and not elsewhere and "[" not in str(inquiry.call.arguments[0]):
        return asked, f"{_named(retries)} is tried again as if it were a retry", Confidence.HIGH
    judged = any(event.state.left for event in inquiry.events if event.state.code > 0)
    if judged or not all(_is_told(fates[code]) for code in fates):
        return None
    plain = {code: frozenset(map(_bare, found)) for code, found in fates.items()}
    wants = [code for code in WANTS if _is_named(inquiry, code)]
    found = _told_apart(plain, wants) or _told_apart(fates, wants)
    return None if found is None else (asked, *found)


def _bare(fate: tuple[str, str, frozenset[tuple[str, str]]]) -> tuple[object, ...]:
    """An end without what was stored on the way to it, but for errors that were raised."""
    kind, returned, stored = fate
    return kind, returned, frozenset(item for item in stored if item[0] == "an error")


def _is_named(inquiry: Inquiry, code: int) -> bool:
    """Whether the function looks for a reason by its own constant."""
    for block in inquiry.walked.graph.blocks.values():
        match block.terminator:
            case Branch(right=Constant(value=value)) if value == code:
                return True
            case Switch(cases=cases) if any(case.low.value == code for case in cases):
                return True
    return False


def _told_apart(
    fates: Mapping[int, frozenset[object]], wants: list[int]
) -> tuple[str, Confidence] | None:
    """The reason that shares the end of another kind of reason, while its like does not.

    Of the two WANT_* only one that the function looks for is judged: many an operation can ask for
    one alone, such as reading without renegotiation.
    """
    for want, other in ((3, 2), (2, 3)):
        if want in wants and fates[want] == fates[1] != fates[other]:
            sure = fates[want] == fates[5]
            if sure or fates[want] != fates[6]:
                level = Confidence.HIGH if sure else Confidence.MEDIUM
                return f"{_NAMES[want]} ends as a failure", level
    for fatal, like in ((1, 5), (5, 1)):
        wanted = (fates[2], fates[3])
        alike = fates[fatal] in wanted and fates[like] and fates[like] not in wanted
        meant = _is_fine(fates[fatal]) or (bool(wants) and fates[fatal] != fates[6])
        if alike and meant and not fates[fatal] & fates[like]:
            return f"{_NAMES[fatal]} ends as a retry", Confidence.MEDIUM
    return None


def _is_fine(fates: frozenset[object]) -> bool:
    """Whether nothing but 0 and what is above it is returned: in no language a failure."""
    ends = [end[1] for end in fates if isinstance(end, tuple)]
    return bool(ends) and all(str(returned).isdigit() for returned in ends)


def _is_again(fates: Fates) -> bool:
    """Whether control comes back to the operation."""
    return any(kind == "again" for kind, _, _ in fates)


def _is_told(fates: Fates) -> bool:
    """Whether ends can be compared: none returns a value that is not known."""
    unknown = ("%", "the result", "the reason")
    return not any(returned.startswith(unknown) for _, returned, _ in fates)


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
    at = call.at if inquiry.spec.reason == "result" else event.at
    return Finding(
        CONCERN,
        at,
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
        author_comment=context.author_comment(at.path, at.line),
        condition=call.alternative or function.condition,
    )
