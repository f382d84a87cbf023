"""SSL 3.0, TLS 1.0 or TLS 1.1 is accepted.

What: one of them is set as the lowest or as the highest version of the protocol, or a context is
made with the method of that version alone.
Why: TLS 1.0 and 1.1 rest on SHA-1 and MD5 and are deprecated (RFC 8996), SSL 3.0 is broken (RFC
7568); an attacker on the way can make both sides agree on them.
Limits: a version that comes from the configuration is not judged, and one of three or more that
something chooses from is of low confidence; where no version is set, that of
the library's configuration counts, which is not seen. One of several methods, of which something
chooses, is of low confidence. DTLS is `old-dtls-version`'s.
Remedy: `SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)`, tested for success, on a context of
TLS_method().
See: CWE-327, CWE-757; RFC 7568, RFC 8996, RFC 9325; SSL_CTX_set_min_proto_version(3).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Branch, Call, Compute, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised, raised_by

CONCERN = Concern(
    "old-protocol-version",
    "An old version of TLS is accepted",
    Category.ENCRYPTION,
    Severity.MEDIUM,
    ("CWE-327", "CWE-757"),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *meth);
const SSL_METHOD *TLSv1_client_method(void);
const SSL_METHOD *TLSv1_2_client_method(void);
const SSL_METHOD *TLS_client_method(void);
#define TLS1_VERSION 0x0301
#define TLS1_2_VERSION 0x0303

int old(SSL_CTX *ctx, int compatible)
{
    int version = TLS1_2_VERSION;
    if (compatible)
        version = TLS1_VERSION;
    return SSL_CTX_set_min_proto_version(ctx, version); // finding: old-protocol-version
}

SSL_CTX *fixed(void)
{
    return SSL_CTX_new(TLSv1_client_method()); // finding: old-protocol-version
}

SSL_CTX *fixed_but_new(void)
{
    return SSL_CTX_new(TLSv1_2_client_method());
}

int new_enough(SSL_CTX *ctx)
{
    return SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
}

int as_it_comes(SSL_CTX *ctx, int version)
{
    return SSL_CTX_set_min_proto_version(ctx, version);
}

SSL_CTX *negotiated(void)
{
    return SSL_CTX_new(TLS_client_method());
}
"""

_OLD = frozenset((0x300, 0x301, 0x302))
_METHODS = re.compile(r"(?:SSLv[23]|TLSv1(?:_1)?|DTLSv1)_(?:client_|server_)?method")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each setting of such a version, and each method of it."""
    for each in inputs(function, context.callees, ("version",)):
        traced = context.traced(function, each.point, each.operand)
        chosen = len({source.text for source in traced}) > 2
        for source in settled(traced):
            if source.kind == "constant" and source.value in _OLD:
                yield _finding(function, each, source, context, chosen=chosen)
                break
    fixed = [call for call in function.calls() if _METHODS.fullmatch(_api(call, context))]
    others = {_api(call, context) for call in function.calls() if "_method" in call.callee}
    for call in fixed:
        if not _is_compared(function, call):
            chosen = len(others) > 1
            yield _fixed(function, call, context, Confidence.LOW if chosen else Confidence.HIGH)


def _api(call: Call, context: Context) -> str:
    return context.callees.knowledge.api_name(call.callee)


def _is_compared(function: Function, call: Call) -> bool:
    """Whether a method is only asked about: compared with the one that is in use."""
    for block in function.blocks:
        end = block.terminator
        if isinstance(end, Branch) and call.result in (end.left, end.right):
            return True
        for each in block.operations:
            compares = isinstance(each, Compute) and each.operator in ("==", "!=")
            if isinstance(each, Compute) and compares and call.result in each.operands:
                return True
    return False


def _fixed(function: Function, call: Call, context: Context, confidence: Confidence) -> Finding:
    return raised(
        CONCERN,
        function,
        call,
        context,
        message=f"{call.callee} speaks one old version of the protocol and nothing else",
        remedy="Use TLS_method or DTLS_method and set the lowest version",
        confidence=confidence,
        steps=(Step(call.at, f"{call.callee} is chosen"),),
    )


def _finding(
    function: Function, each: Input, source: Source, context: Context, *, chosen: bool
) -> Finding:
    call = each.call
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee} accepts an old version: {source.text} (line {source.at.line})",
        remedy="Set TLS1_2_VERSION or better as the lowest version",
        last=f"{call.callee} gets {source.text}",
        doubt=Confidence.LOW if chosen else None,
    )
