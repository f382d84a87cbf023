"""Results that are tested against the wrong set of values.

What: a test exists, but some failing values reach the side of the successes (`if (n < 0)` where 0
fails as well, a truth test where -1 fails), or success and failure are exchanged.
Why: the failure that the test misses is taken for a success; with three-valued verification
functions this accepts forged signatures (CVE-2008-5077 and its family).
Limits: comparisons with what is no constant are recorded as unknown in the table `checks` and are
no finding. An exchanged test is seen by what the code does on its sides: it uses what only a
success gives, asks for the reason of a failure, tells of an error, or leaves as failures do.
Remedy: compare with the one value, or the one sign, that the manual page calls success.
See: CWE-253, CWE-347, CWE-697; the RETURN VALUES section of each function's manual page.
"""

from collections.abc import Iterator

from auditkit.analyses.apis import is_own
from auditkit.analyses.checks import Check
from auditkit.analyses.deadcode import DeadTest, dead_tests
from auditkit.analyses.outputs import told_by_output
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.values import ANY, NAMED, only, relation

CONCERN = Concern(
    "wrong-error-check",
    "Result tested against the wrong values",
    Category.ERROR_HANDLING,
    Severity.MEDIUM,
    ("CWE-253",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct ssl_ctx_st SSL_CTX;
SSL_CTX *SSL_CTX_new(const void *method);
void SSL_CTX_free(SSL_CTX *ctx);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_set_alpn_protos(SSL *ssl, const unsigned char *protos, unsigned protos_len);
int EVP_DigestVerifyUpdate(EVP_MD_CTX *ctx, const void *data, unsigned long length);
int EVP_DigestVerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen);

int zero_forgotten(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16); // finding: wrong-error-check
    if (n < 0)
        return -1;
    return 1;
}

int truth_of_three_values(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    if (!EVP_DigestVerifyFinal(ctx, sig, 64)) // finding: wrong-error-check
        return 0;
    return 1;
}

int exchanged(SSL *ssl, const unsigned char *protos)
{
    if (!SSL_set_alpn_protos(ssl, protos, 3)) // finding: wrong-error-check
        return -1;
    return 1;
}

SSL_CTX *exchanged_before_another(const char *key)
{
    SSL_CTX *ctx = SSL_CTX_new(0);

    if (!ctx)
        goto failed;
    if (SSL_CTX_use_certificate_chain_file(ctx, key) <= 0)
        goto failed;
    if (SSL_CTX_use_PrivateKey_file(ctx, key, 1)) // finding: wrong-error-check
        goto failed;
    if (SSL_CTX_load_verify_locations(ctx, key, 0) <= 0)
        goto failed;
    return ctx;
failed:
    SSL_CTX_free(ctx);
    return 0;
}

int first_one_that_works(SSL_CTX *ctx, const char *key)
{
    if (SSL_CTX_use_PrivateKey_file(ctx, key, 1) == 1)
        return 1;
    if (SSL_CTX_use_certificate_chain_file(ctx, key) != 1)
        return 0;
    return SSL_CTX_load_verify_locations(ctx, key, 0) == 1;
}

static int truth(SSL *ssl, char *buf)
{
    if (SSL_read(ssl, buf, 16) <= 0)
        return 0;
    return 1;
}

int asked_for_a_negative_one(SSL *ssl, char *buf)
{
    if (truth(ssl, buf) < 0) // finding: wrong-error-check
        return -1;
    return 0;
}

int asked_for_truth(SSL *ssl, char *buf)
{
    if (!truth(ssl, buf))
        return -1;
    return 0;
}

static int able(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    int ok = -1;

    if (EVP_DigestVerifyUpdate(ctx, data, 16) != 1)
        goto done;
    if (EVP_DigestVerifyUpdate(ctx, data, 16) != 1)
        goto done;
    ok = EVP_DigestVerifyFinal(ctx, sig, 64);
done:
    return ok;
}

int unable_is_true(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    if (!able(ctx, data, sig)) // finding: wrong-error-check
        return 0;
    return 1;
}

int unable_is_true_again(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    return able(ctx, data, sig) ? 1 : 0; // finding: wrong-error-check
}

static int code(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    return EVP_DigestVerifyFinal(ctx, sig, 64) == 1 ? 0 : -1;
}

int code_for_truth(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    if (!code(ctx, sig)) // finding: wrong-error-check
        return -1;
    return 1;
}

int code_for_truth_again(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    int rv = code(ctx, sig); // finding: wrong-error-check
    if (!rv)
        return -1;
    return 0;
}

int exact(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        return -1;
    return 1;
}

int exact_verdict(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    if (EVP_DigestVerifyFinal(ctx, sig, 64) != 1)
        return 0;
    return 1;
}

int inverted_convention(SSL *ssl, const unsigned char *protos)
{
    if (SSL_set_alpn_protos(ssl, protos, 3) != 0)
        return -1;
    return 1;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each fallible call of a function whose test lets failures through, or exchanges the sides."""
    dead = {item.call.at: item for item in dead_tests(function, context.callees)}
    for item in dead.values():
        yield _dead(function, item, context)
    for check in context.checks(function):
        if check.followed.call.at in dead:
            continue
        wrong = check.check == "inverted" or (
            check.check == "partial" and check.manner.startswith("tested against")
        )
        spec = check.followed.subject.spec
        if not wrong or check.reason or spec.check == "optional":
            continue
        if is_own(spec) and _is_doubtful(check, context):
            continue
        if not context.is_mixed(spec) and not _is_asked(check, function, context):
            yield _finding(function, check, context)


def _dead(function: Function, dead: DeadTest, context: Context) -> Finding:
    """The finding on a test for a value that the function of the target never returns."""
    call, branch = dead.call, dead.branch
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{call.callee} returns 0 or 1 only, but {branch.text} on line {branch.at.line} asks for a"
        " negative result: a failure (0) passes the test as a success",
        "Treat 0 as the failure",
        Severity.MEDIUM,
        context.confidence(function, Confidence.HIGH),
        (
            Step(call.at, f"{call.callee} is called; it returns 0 or 1"),
            Step(branch.at, f"{branch.text} never tells a failure"),
        ),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _is_asked(check: Check, function: Function, context: Context) -> bool:
    """Whether SSL_get_error decides on all that gets past the test."""
    return any(
        event.kind == "asked" and event.state.asked == "right" and check.escaped <= event.result
        for inquiry in context.inquiries(function)
        if inquiry.call is check.followed.call
        for event in inquiry.events
    )


def _is_doubtful(check: Check, context: Context) -> bool:
    """Whether it is what was inferred of a function of the target that is wrong, not the test.

    Most of its calls are tested in the same way and its body leaves that open, or its errors are
    known by their names only.
    """
    spec = check.followed.subject.spec
    alike, calls = context.share(check)
    conventional = spec.error_cells <= relation("<=", 0)
    named = check.escaped <= relation(">=", NAMED)
    three = check.escaped <= only(0) and bool(spec.error_cells & relation("<", 0))
    inverted = check.check == "inverted" and not spec.error_cells <= relation("<", 0)
    if named or three or inverted or not conventional:
        return True
    return calls > 1 and 2 * alike > calls and not context.is_plain(spec)


def _finding(function: Function, check: Check, context: Context) -> Finding:
    call, spec = check.followed.call, check.followed.subject.spec
    confidence = _confidence(check)
    if confidence is Confidence.HIGH and told_by_output(function, call, spec):
        confidence = Confidence.MEDIUM
    severity = Severity.LOW if spec.check == "advisory" else Severity(spec.severity)
    if check.check == "inverted":
        message = (
            f"The test of {call.callee} exchanges success and failure: it fails with {spec.error},"
            " but just that goes on"
        )
    else:
        message = (
            f"{call.callee} fails with {spec.error}, but {_shown(check)} passes the test on"
            f" line {check.tested_line} as a success"
        )
    steps = check.followed.steps(check.witness) if check.witness is not None else ()
    verification = {"verification", "signature"} & set(spec.role)
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        message,
        f"Treat {spec.error} as the failure, and nothing else as success ({spec.source})",
        severity,
        context.confidence(function, confidence),
        steps,
        ("CWE-253", "CWE-347") if verification else CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _confidence(check: Check) -> Confidence:
    """How sure a finding is; what was inferred of a function of the target is not as sure."""
    spec = check.followed.subject.spec
    own = is_own(spec)
    if check.escaped <= only(0) and {"io"} <= set(spec.role) and spec.reason == "none":
        # To a BIO, 0 is the end of what there is as well.
        return Confidence.LOW
    return Confidence.MEDIUM if own and check.confidence is Confidence.HIGH else check.confidence


def _shown(check: Check) -> str:
    escaped = check.escaped
    return "a failure" if escaped == ANY else f"a result {escaped}"
