"""Functions that report success although a call of theirs has failed.

What: on some path a call that the function needs has failed, and the function returns what it
returns after a success: the failure is only logged, the result variable still holds an earlier
call's success when a failure jumps to the exit, the next call's verdict overwrites the failing one,
or the function returns the same value whatever happens.
Why: the caller goes on with a peer that was not verified, a context that was not set up, or data
that was not written; nothing that it could test tells.
Limits: what a function means by its values is inferred from its own exits (table `summaries`); one
that leaves no failure at all with a value of its own is judged only if it always returns the same.
A failure whose branch asks something else, calls something that may make it good, or notes an error
outside of the function counts as handled.
Remedy: set the result to the error value before the failure leaves, and set it to success in one
place, after the last step.
See: CWE-390, CWE-392, CWE-754; CVE-2014-1266, CVE-2021-3450.
"""

from collections.abc import Iterator

from auditkit.analyses.apis import is_own
from auditkit.analyses.deadcode import Skipped
from auditkit.analyses.outcomes import Outcomes
from auditkit.analyses.swallowed import Swallowed
from auditkit.analyses.verdicts import Replaced, replaced
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "success-after-failure",
    "Success reported after a failure",
    Category.ERROR_HANDLING,
    Severity.HIGH,
    ("CWE-390", "CWE-392"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
int SSL_connect(SSL *ssl);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_check_private_key(const SSL_CTX *ctx);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *file, const char *path);
int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
void *malloc(unsigned long size);
void free(void *pointer);
void log_error(const char *text);

int only_logged(SSL_CTX *ctx, const char *file)
{
    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        return -1;
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1) // finding: success-after-failure
        log_error("no key");
    return 0;
}

int latched(SSL_CTX *ctx, const char *file)
{
    int ret = SSL_CTX_use_certificate_chain_file(ctx, file) == 1 ? 0 : -1;
    char *copy = 0;

    if (ret < 0)
        goto done;
    copy = malloc(16); // finding: success-after-failure
    if (!copy)
        goto done;
    ret = SSL_CTX_use_PrivateKey_file(ctx, copy, 1) == 1 ? 0 : -1;
done:
    free(copy);
    return ret;
}

#define LEAVE(code) do { rc = (code); goto done; } while (0)
#define QUIT(text) do { log_error(text); goto done; } while (0)

int macro_sets_the_code(SSL_CTX *ctx, const char *file)
{
    int rc = 0;

    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1) // finding: success-after-failure
        goto done;
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1)
        LEAVE(2);
done:
    return rc;
}

int success_too_early(SSL_CTX *ctx, const char *file)
{
    int ok = 0;

    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        QUIT("no certificate");
    ok = 1;
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1) // finding: success-after-failure
        QUIT("no key");
done:
    return ok;
}

int success_from_the_start(SSL_CTX *ctx, const char *file)
{
    int ret = 0;

    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1) // finding: success-after-failure
        goto done;
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1) // finding: success-after-failure
        goto done;
    ret = 0;
done:
    return ret;
}

int one_of_them_leaves_as_a_success(SSL_CTX *ctx, const char *file, int *ready)
{
    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        return -1;
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1)
        return -1;
    if (SSL_CTX_load_verify_locations(ctx, file, 0) != 1) // finding: success-after-failure
        return 0;
    *ready = 1;
    return 0;
}

int overwritten(SSL_CTX *ctx, const char *file)
{
    int ret;

    ret = SSL_CTX_use_certificate_chain_file(ctx, file); // finding: success-after-failure
    if (ret != 1)
        log_error("no certificate");
    ret = SSL_CTX_use_PrivateKey_file(ctx, file, 1);
    if (ret != 1)
        return 0;
    return 1;
}

int always(SSL *ssl)
{
    if (SSL_connect(ssl) != 1) // finding: success-after-failure
        log_error("no connection");
    return 0;
}

int last_one_decides(SSL_CTX *ctx, const char *const *files, int count)
{
    int ok = 0, i;

    for (i = 0; i < count; i++)
        ok = SSL_CTX_use_certificate_chain_file(ctx, files[i]); // finding: success-after-failure
    return ok;
}

int last_comparison_decides(SSL_CTX *ctx, const char *const *files, int count)
{
    int ok = 1, i;

    for (i = 0; i < count; i++)
        ok = SSL_CTX_load_verify_locations(ctx, files[i], 0) == 1; // finding: success-after-failure
    return ok;
}

int all_of_them_count(SSL_CTX *ctx, const char *const *files, int count)
{
    int ok = 1, i;

    for (i = 0; i < count && ok; i++)
        ok = SSL_CTX_use_certificate_chain_file(ctx, files[i]) == 1;
    return ok;
}

int jumps_over(SSL_CTX *ctx, const char *file)
{
    int ret = -1;

    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        goto done;
    ret = 0;
    goto done; // finding: success-after-failure
    if (SSL_CTX_check_private_key(ctx) != 1)
        ret = -1;
done:
    return ret;
}

int first_failure_decides(SSL_CTX *ctx, const char *const *files, int count)
{
    int ok = 0, i;

    for (i = 0; i < count; i++) {
        ok = SSL_CTX_use_certificate_chain_file(ctx, files[i]);
        if (ok != 1)
            break;
    }
    return ok;
}

int passed_on(SSL_CTX *ctx, const char *file)
{
    int ret = -1;

    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1) {
        log_error("no certificate");
        goto done;
    }
    if (SSL_CTX_use_PrivateKey_file(ctx, file, 1) != 1)
        goto done;
    ret = 0;
done:
    return ret;
}

int another_way(SSL_CTX *ctx, const char *file)
{
    if (SSL_CTX_load_verify_locations(ctx, file, 0) != 1) {
        log_error("no authorities of our own, the system's are used");
        if (SSL_CTX_set_default_verify_paths(ctx) != 1)
            return -1;
    }
    return 0;
}

int where_it_matters(SSL_CTX *ctx, const char *file, int required)
{
    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        return -1;
    if (SSL_CTX_check_private_key(ctx) != 1) {
        if (required)
            return -1;
        log_error("the key does not fit");
    }
    return 0;
}

int again_until_it_works(SSL *ssl)
{
    while (SSL_connect(ssl) != 1)
        log_error("not yet");
    return 0;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each failure of a function that leaves it as a success."""
    followed = [check.followed for check in context.checks(function)]
    for hidden in replaced(function, followed):
        yield _hidden(function, hidden, context)
    for left in context.skipped(function):
        yield _left_out(function, left, context)
    for item in context.swallowed(function):
        yield _finding(function, item, context)


def _finding(function: Function, item: Swallowed, context: Context) -> Finding:
    call, spec = item.site.call, item.site.spec
    grave = spec.severity in ("critical", "high")
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{function.name} {_consequence(item)}: {_cause(item)}, {_what(item)}",
        "Return the function's error value from there, and set the result to success only behind"
        " the last step",
        Severity.HIGH if grave else Severity.MEDIUM,
        context.confidence(function, item.confidence),
        _steps(item, context.outcomes(function)),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, item.exit.past.entry),
        condition=call.alternative or function.condition,
    )


def _hidden(function: Function, item: Replaced, context: Context) -> Finding:
    """The finding on a failure that a later success of the same kind hides."""
    call, spec = item.followed.call, item.followed.subject.spec
    how = (
        f"{call.callee} is made again before its result is tested, so that only the last one counts"
        if item.form == "last"
        else f"results of {call.callee} are joined by |, so that one success hides all failures"
    )
    steps = () if item.witness is None else item.followed.steps(item.witness)
    own = is_own(spec)
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{how}: a failure ({spec.error}) before it is lost",
        "Leave the loop at the first failure, or keep it in a variable of its own",
        Severity.HIGH if spec.severity in ("critical", "high") else Severity.MEDIUM,
        context.confidence(function, Confidence.MEDIUM if own else Confidence.HIGH),
        steps or (Step(call.at, how),),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _left_out(function: Function, item: Skipped, context: Context) -> Finding:
    """The finding on a jump that is always taken, with a success in hand, past checks."""
    call = item.call
    at = context.jump_between(item.after, call.at)
    return Finding(
        CONCERN,
        at,
        function.name,
        function.signature,
        call.callee,
        f"jump over {call.text}",
        f"Control always leaves here and returns {item.value}, so that {call.callee} is never"
        " called: what it checks passes for checked",
        "Take the jump into the braces of the test that it belongs to, or out",
        Severity.HIGH,
        context.confidence(function, Confidence.HIGH),
        (
            Step(item.after, "control comes here"),
            Step(at, "this jump is always taken"),
            Step(call.at, f"{call.callee} is never called"),
        ),
        ("CWE-561", *CONCERN.cwe),
        condition=call.alternative or function.condition,
    )


def _consequence(item: Swallowed) -> str:
    if item.form == "always":
        return f"always returns {item.exit.text}"
    value = item.exit.cells.single
    shown = item.exit.text if value is None or str(value) == item.exit.text else f"{value}"
    return f"returns {shown}, its success"


def _cause(item: Swallowed) -> str:
    callee = item.site.call.callee
    return f"{callee} raises an error" if item.site.manner == "raised" else f"{callee} has failed"


def _what(item: Swallowed) -> str:
    past = item.exit.past
    told = f"{past.reported} tells, and nothing else is done" if past.reported else ""
    match item.form:
        case "latched":
            return "and the result still holds an earlier success when control leaves"
        case "overwritten":
            return f"and line {past.lost} overwrites the verdict with another call's"
        case "answered":
            return told or "and its own branch returns so"
    return told or "and the function goes on as if nothing had happened"


def _steps(item: Swallowed, found: Outcomes) -> tuple[Step, ...]:
    call = item.site.call
    match item.site.manner:
        case "thrown":
            text = f"{call.callee} throws, and that is caught"
        case "raised":
            text = f"{call.callee} raises an error"
        case _:
            text = f"{call.callee} is called; it fails with {item.site.spec.error}"
    return (
        Step(call.at, text),
        *found.walk.steps(item.exit.index),
        Step(item.exit.at, f"returns {item.exit.text}"),
    )
