"""Results of fallible calls that nobody tests.

What: a call that can fail is made, and on some path its result is ignored, cast away, assigned and
never tested, overwritten before the test, or used before it; or it is tested, and the code goes on
to use what is not there; or the call is made in an assertion, which release builds leave out.
Why: later code works with an object that was not set up, with data that was not read, or with a
peer that was not verified, and nothing tells.
Limits: a result that is handed to another function or stored outside of the function counts as
tested there, and code for an OpenSSL before 1.0.0 is not judged. A result ignored on purpose
(cleanup after a failure, a one-way shutdown, what the knowledge base calls optional), and one that
the arguments or the outputs of the call make good, is recorded in the table `checks` with its
reason and is no finding.
Remedy: test the result against the error values that the manual page gives, before the next use of
the object, and leave through the function's error exit.
See: CWE-252, CWE-690; the RETURN VALUES section of each function's manual page.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditkit.analyses.apis import is_own
from auditkit.analyses.checks import Check
from auditkit.analyses.outputs import kept_outputs, told_by_output
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "unchecked-result",
    "Result of a fallible call not tested",
    Category.ERROR_HANDLING,
    Severity.MEDIUM,
    ("CWE-252",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_accept_state(SSL *ssl);
void note(const char *text);
int SSL_connect(SSL *ssl);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_shutdown(SSL *ssl);
long SSL_get_tlsext_status_ocsp_resp(SSL *ssl, unsigned char **resp);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int RAND_bytes(unsigned char *buf, int num);
void use(const unsigned char *key);
struct timeval { long tv_sec; long tv_usec; };
int DTLSv1_get_timeout(SSL *ssl, struct timeval *timeout);
void *malloc(unsigned long size);
void free(void *memory);

int ignored(SSL_CTX *ctx, const char *file)
{
    SSL_CTX_use_certificate_chain_file(ctx, file); // finding: unchecked-result
    return 1;
}

int cast_away(unsigned char *key)
{
    (void)RAND_bytes(key, 16); // finding: unchecked-result
    use(key);
    return 1;
}

int never_tested(SSL *ssl)
{
    int ret = SSL_connect(ssl); // finding: unchecked-result
    SSL_write(ssl, "x", 1); // finding: unchecked-result
    return 1;
}

int overwritten(SSL *ssl)
{
    int ret;
    ret = SSL_connect(ssl); // finding: unchecked-result
    ret = SSL_write(ssl, "x", 1);
    return ret > 0;
}

int some_paths(SSL *ssl, int careful)
{
    int ret = SSL_connect(ssl); // finding: unchecked-result
    if (careful) {
        if (ret != 1)
            return 0;
    }
    return SSL_write(ssl, "x", 1) > 0;
}

void used_all_the_same(SSL_CTX *ctx)
{
    SSL *ssl = SSL_new(ctx); // finding: unchecked-result
    if (!ssl)
        note("no connection");
    SSL_set_accept_state(ssl);
    SSL_free(ssl);
}

int tested_through_a_flag(SSL *ssl)
{
    int ok = SSL_connect(ssl) == 1;
    if (!ok)
        return 0;
    return SSL_write(ssl, "x", 1) > 0;
}

char used_before_the_test(unsigned long size)
{
    char *text = malloc(size); // finding: unchecked-result
    text[0] = 0;
    if (text == 0)
        return 1;
    free(text);
    return 0;
}

int an_earlier_value_stays(SSL *ssl)
{
    struct timeval left = {5, 0};
    DTLSv1_get_timeout(ssl, &left); // finding: unchecked-result
    return (int)left.tv_sec;
}

char tested_before_the_use(unsigned long size)
{
    char *text = malloc(size);
    if (text == 0)
        return 1;
    text[0] = 0;
    free(text);
    return 0;
}

int given_to_what_takes_null(unsigned long size)
{
    char *text = malloc(size);
    free(text);
    return text != 0;
}

long told_by_what_it_writes(SSL *ssl)
{
    unsigned char *answer;
    long length = SSL_get_tlsext_status_ocsp_resp(ssl, &answer);
    if (!answer)
        return -1;
    return length;
}

int left_to_the_caller(SSL *ssl)
{
    return SSL_connect(ssl);
}

int ignored_on_purpose(SSL *ssl)
{
    if (SSL_connect(ssl) != 1) {
        SSL_shutdown(ssl);
        return 0;
    }
    return 1;
}
"""

_VANISHING = "tested by an assertion, and release builds make not even the call"


_ANCIENT = re.compile(
    r"(?:!\(OPENSSL_VERSION_NUMBER >=|\bOPENSSL_VERSION_NUMBER <)"
    r" 0x(?:10000000|00\w{6})L?\b(?!.*\|\|)"
)
"""Code for a library older than 1.0.0, in which other functions had a result."""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each fallible call of a function whose result is not tested on every path that matters."""
    for check in context.checks(function):
        if _vanishes(check):
            yield _finding(function, replace(check, manner=_VANISHING, witness=None), context)
            continue
        untested = check.check == "none" or (
            check.check == "partial" and not check.manner.startswith("tested against")
        )
        if not untested or check.reason or check.followed.subject.spec.check == "optional":
            continue
        call, spec = check.followed.call, check.followed.subject.spec
        # What is written always, null where there is nothing, tells as much as the result.
        if told_by_output(function, call, spec, "always") or _ANCIENT.search(call.alternative):
            continue
        if not _is_custom(check, context):
            yield _finding(function, check, context)


def _vanishes(check: Check) -> bool:
    """Whether a call that must not fail is made in an assertion."""
    required = check.followed.subject.spec.check == "required"
    return required and check.followed.call.alternative.endswith("!defined(NDEBUG)")


def _is_custom(check: Check, context: Context) -> bool:
    """Whether the target ignores a function of its own at most places: its failure means little."""
    spec = check.followed.subject.spec
    if not is_own(spec):
        return False
    alike, calls = context.share(check)
    grave = spec.severity in ("critical", "high")
    return calls > (3 if grave else 1) and 2 * alike >= calls


def _finding(function: Function, check: Check, context: Context) -> Finding:
    call, spec = check.followed.call, check.followed.subject.spec
    advisory = spec.check == "advisory"
    severity = Severity.LOW if advisory else Severity(spec.severity)
    kept = () if _is_grave(check) else kept_outputs(context.course(function), call, spec)
    if kept:
        severity = Severity.LOW
    confidence = check.confidence
    alike, calls = context.share(check) if is_own(spec) else (0, 0)
    usual = not is_own(spec) or (calls > 3 and alike == 1)
    if confidence is Confidence.HIGH and (advisory or not usual):
        confidence = Confidence.MEDIUM
    meant = check.manner == "cast to void" or told_by_output(function, call, spec)
    if confidence is Confidence.HIGH and meant:
        confidence = Confidence.MEDIUM
    if "unsafe" in spec.role or context.is_tolerated(call.at.path, call.at.line):
        confidence = Confidence.LOW
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"The result of {call.callee} ({_error(check)}) is {check.manner}:"
        f" {_consequence(check, kept)}",
        f"Test it at once: {_remedy(check)}",
        severity,
        context.confidence(function, confidence),
        _steps(check),
        CONCERN.cwe if not check.followed.subject.pointer else ("CWE-252", "CWE-690"),
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _error(check: Check) -> str:
    return f"an error if {check.followed.subject.spec.error}"


def _is_grave(check: Check) -> bool:
    """Whether a value from before is as bad as none: a key that is not random, a peer not seen."""
    roles = set(check.followed.subject.spec.role)
    return bool(roles & {"key-material", "randomness", "verification", "weak-randomness"})


def _consequence(check: Check, kept: tuple[str, ...]) -> str:
    if kept:
        verb = "keeps the value that it has" if len(kept) == 1 else "keep the values that they have"
        return f"after a failure {' and '.join(kept)} {verb} before the call"
    why = check.followed.subject.spec.why
    return why or "a failure goes unnoticed"


def _remedy(check: Check) -> str:
    spec = check.followed.subject.spec
    asked = {"SSL_get_error": ", then ask SSL_get_error with the same object and result"}
    return f"treat {spec.error} as a failure{asked.get(spec.reason, '')} ({spec.source})"


def _steps(check: Check) -> tuple[Step, ...]:
    call = check.followed.call
    if check.witness is None:
        return (Step(call.at, f"{call.callee} is called; its result is {check.manner}"),)
    steps = list(check.followed.steps(check.witness))
    used = check.witness.state.used
    if used:
        place = type(call.at)(call.at.path, used, 1)
        steps.insert(-1, Step(place, "what the call worked on is used, its result untested"))
    return tuple(steps)
