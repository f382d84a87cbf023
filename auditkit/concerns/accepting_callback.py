"""A verification callback that accepts every certificate.

What: the function that is installed to overrule the verification of certificates returns a success
on every path, or sets the error of the verification to X509_V_OK.
Why: its result replaces the library's verdict: with 1 on each path a certificate that nobody signed
is accepted.
Limits: the callback is found where its name is given to SSL_CTX_set_verify or its like in the
target. One that keeps the errors in a list for a test after the handshake may be right: then
confidence is low, and the auditor has to follow the list.
Remedy: `return preverify_ok;`, and 0 for what one's own test refuses.
See: CWE-295; SSL_CTX_set_verify(3), X509_STORE_CTX_set_verify_cb(3).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.context import Context
from auditkit.facts import Address, Assign, Call, Function, Operand, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "accepting-callback",
    "Verification callback accepts everything",
    Category.CERTIFICATE_VERIFICATION,
    Severity.CRITICAL,
    ("CWE-295",),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef int (*SSL_verify_cb)(int preverify_ok, X509_STORE_CTX *ctx);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, SSL_verify_cb callback);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int s);
void note(int error);
void keep(int error);

static int accepts(int ok, X509_STORE_CTX *store)
{
    if (!ok)
        note(X509_STORE_CTX_get_error(store));
    return 1; // finding: accepting-callback
}

static int forgives(int ok, X509_STORE_CTX *store)
{
    if (!ok) {
        X509_STORE_CTX_set_error(store, 0);
        ok = 1;
    }
    return ok; // finding: accepting-callback
}

static int listed(int ok, X509_STORE_CTX *store)
{
    return 1; // finding: accepting-callback
}

static int logs(int ok, X509_STORE_CTX *store)
{
    if (!ok)
        note(X509_STORE_CTX_get_error(store));
    return ok;
}

static int refuses_some(int ok, X509_STORE_CTX *store)
{
    if (!ok && X509_STORE_CTX_get_error(store) == 10)
        return 1;
    return ok;
}

static const struct { int mode; SSL_verify_cb verify; } hooks = {1, listed};

void install(SSL_CTX *ctx)
{
    SSL_CTX_set_verify(ctx, hooks.mode, hooks.verify);
    SSL_CTX_set_verify(ctx, 1, accepts);
    SSL_CTX_set_verify(ctx, 1, forgives);
    SSL_CTX_set_verify(ctx, 1, logs);
    SSL_CTX_set_verify(ctx, 1, refuses_some);
}
"""

_KEEPS = re.compile(r"(?i:append|push|add|insert|store|keep|record|save|remember|emplace|<<)")
_SHARED = ("->", "this")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The function, if it is installed as a verification callback and refuses nothing."""
    verifies = any("X509_STORE_CTX" in each.type for each in function.parameters)
    install = _installed(function, context) if verifies else None
    if install is None:
        return
    exits = [item for item in context.outcomes(function).exits if item.kind == "return"]
    if not exits or any(not item.cells or 0 in item.cells for item in exits):
        return
    last = exits[-1].at
    yield Finding(
        CONCERN,
        last,
        function.name,
        function.signature,
        "",
        function.name,
        f"{function.name} returns a success on every path and so accepts every certificate"
        f" ({install.call.callee}, line {install.call.at.line})",
        "Return what the library passes in, and 0 for what is refused",
        CONCERN.severity,
        context.confidence(function, Confidence.LOW if _keeps(function) else Confidence.HIGH),
        (
            Step(install.call.at, f"{function.name} is installed"),
            Step(function.at, "it is called for each certificate of the chain"),
            Step(last, "it returns a success, also where the verification has failed"),
        ),
        CONCERN.cwe,
        author_comment=context.author_comment(last.path, last.line),
        condition=function.condition,
    )


def _installed(function: Function, context: Context) -> Input | None:
    """The call that installs a function as a callback of the verification, if there is one."""
    last = function.name.rsplit("::", 1)[-1]
    for other in context.functions:
        for each in inputs(other, context.callees, ("verify_callback",)):
            if _names(each.operand, last) or _reaches(other, each, last, context):
                return each
    return None


def _names(operand: Operand, last: str) -> bool:
    place = operand.place if isinstance(operand, Address) else operand
    return isinstance(place, Place) and place.text.rsplit("::", 1)[-1] == last


def _reaches(other: Function, each: Input, last: str, context: Context) -> bool:
    """Whether a function gets there through a variable or a table of functions."""
    traced = context.traced(other, each.point, each.operand)
    return any(source.text.rsplit("::", 1)[-1] == last for source in traced)


def _keeps(function: Function) -> bool:
    """Whether a callback keeps what it is told, for somebody else to look at."""
    for operation in function.operations():
        match operation:
            case Call(callee=callee) if _KEEPS.search(callee):
                return True
            case Assign(target=Place(text=text)) if any(mark in text for mark in _SHARED):
                return True
    return False
