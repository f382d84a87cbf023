"""DTLS 1.0 is accepted as the lowest version of the protocol.

What: DTLS1_VERSION is set as the lowest or as the highest version.
Why: DTLS 1.0 rests on SHA-1 and MD5 and has been deprecated since 2021 (RFC 8996); an attacker on
the way can make both sides agree on it.
Limits: a version that comes from the configuration is not judged, and one of three or more that
something chooses from is of low confidence; where no version is set, that of
the library's configuration counts, which is not seen. Fixed methods are `old-protocol-version`'s.
Remedy: `SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION)`, tested for success. The numbers of
DTLS count downwards: never compare them with `<`.
See: CWE-327, CWE-757; RFC 8996, RFC 9325; SSL_CTX_set_min_proto_version(3).
"""

from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "old-dtls-version",
    "DTLS 1.0 is accepted",
    Category.DTLS,
    Severity.MEDIUM,
    ("CWE-327", "CWE-757"),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
int SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version);
int SSL_CTX_set_max_proto_version(SSL_CTX *ctx, int version);
#define DTLS1_VERSION 0xFEFF
#define DTLS1_2_VERSION 0xFEFD

int old(SSL_CTX *ctx)
{
    return SSL_CTX_set_min_proto_version(ctx, DTLS1_VERSION); // finding: old-dtls-version
}

static int lowest(SSL_CTX *ctx, int version)
{
    return SSL_CTX_set_min_proto_version(ctx, version); // finding: old-dtls-version
}

int through_a_function(SSL_CTX *ctx)
{
    return lowest(ctx, DTLS1_VERSION);
}

int new_enough(SSL_CTX *ctx)
{
    return SSL_CTX_set_min_proto_version(ctx, DTLS1_2_VERSION);
}

int as_it_comes(SSL_CTX *ctx, int version)
{
    return SSL_CTX_set_min_proto_version(ctx, version);
}

int no_limit(SSL_CTX *ctx)
{
    return SSL_CTX_set_max_proto_version(ctx, 0);
}
"""

_OLD = frozenset((0xFEFF, 0x100))


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each setting of such a version."""
    for each in inputs(function, context.callees, ("version",)):
        traced = context.traced(function, each.point, each.operand)
        chosen = len({source.text for source in traced}) > 2
        for source in settled(traced):
            if source.kind == "constant" and source.value in _OLD:
                yield _finding(function, each, source, context, chosen=chosen)
                break


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
        message=f"{call.callee} accepts DTLS 1.0 ({source.text}, line {source.at.line})",
        remedy="Set DTLS1_2_VERSION or better as the lowest version",
        last=f"{call.callee} gets {source.text}",
        doubt=Confidence.LOW if chosen else None,
    )
