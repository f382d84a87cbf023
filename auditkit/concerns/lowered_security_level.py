"""A security level of 0, or options that let the peer fall back to something weaker.

What: SSL_CTX_set_security_level gets 0, or one of the options for unsafe renegotiation, for servers
without RFC 5746 or for broken peers is set.
Why: level 0 permits every size of key and every digest, also from certificates; the options switch
off a defence against an attacker on the way.
Limits: a value that comes from the configuration is not judged. That an option is only set for one
old peer is not seen.
Remedy: leave the library's level; for one old peer a context of its own.
See: CWE-326, CWE-757; SSL_CTX_set_security_level(3), SSL_CTX_set_options(3), RFC 5746.
"""

from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "lowered-security-level",
    "Library's policy lowered",
    Category.ENCRYPTION,
    Severity.MEDIUM,
    ("CWE-326", "CWE-757"),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
void SSL_CTX_set_security_level(SSL_CTX *ctx, int level);
unsigned long SSL_CTX_set_options(SSL_CTX *ctx, unsigned long options);
#define SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION 0x00040000
#define SSL_OP_NO_COMPRESSION 0x00020000
#define SSL_OP_NO_RENEGOTIATION 0x40000000

void nothing_is_too_weak(SSL_CTX *ctx)
{
    SSL_CTX_set_security_level(ctx, 0); // finding: lowered-security-level
}

void unsafe(SSL_CTX *ctx)
{
    SSL_CTX_set_options(ctx, // finding: lowered-security-level
                        SSL_OP_NO_COMPRESSION | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
}

void higher(SSL_CTX *ctx)
{
    SSL_CTX_set_security_level(ctx, 2);
    SSL_CTX_set_options(ctx, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
}

void as_configured(SSL_CTX *ctx, int level)
{
    SSL_CTX_set_security_level(ctx, level);
}
"""

_OPTIONS = {
    0x00040000: "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION",
    0x00000004: "SSL_OP_LEGACY_SERVER_CONNECT",
}
"""Options of OpenSSL 1.1 and 3 by their bits, SSL_CTX_set_options(3)."""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each level of 0, and each option that takes a defence away."""
    for each in inputs(function, context.callees, ("level", "options")):
        if "clear" in each.spec.function:
            continue
        traced = context.traced(function, each.point, each.operand)
        for source in settled(traced):
            lowered = _lowered(each, source)
            if lowered:
                yield _finding(function, each, source, context, lowered, alone=len(traced) == 1)
                break


def _lowered(each: Input, source: Source) -> str:
    """What a constant takes away, in words; empty where that is nothing."""
    if source.kind != "constant" or source.value is None:
        return ""
    if each.purpose == "level":
        every = "a security level of 0 permits every key and every digest"
        return every if source.value == 0 else ""
    plain = source.text[:1].isdigit()
    for bit, name in _OPTIONS.items():
        if name in source.text or (plain and source.value & bit):
            return f"{name} takes a defence away"
    return ""


def _finding(
    function: Function, each: Input, source: Source, context: Context, what: str, *, alone: bool
) -> Finding:
    call = each.call
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee}: {what} (line {source.at.line})",
        remedy="Leave the library's policy as it is",
        last=f"{call.callee} gets {source.text}",
        doubt=None if alone else Confidence.MEDIUM,
    )
