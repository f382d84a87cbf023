"""A DTLS connection that may not ask for its MTU, and is not told one.

What: SSL_OP_NO_QUERY_MTU is set and neither DTLS_set_link_mtu nor SSL_set_mtu is called.
Why: the library then has no size to cut handshake messages to: the handshake fails, mostly without
a reason, or uses datagrams that get lost.
Limits: the steps are looked for in the function and around it, for a whole context anywhere in the
target, and not followed object by object.
Remedy: DTLS_set_link_mtu with a size of at least 256, tested for success.
See: CWE-20; RFC 6347, section 4.1.1.1; DTLS_set_link_mtu(3).
"""

import re
from collections.abc import Iterator

from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "missing-mtu",
    "DTLS without an MTU",
    Category.DTLS,
    Severity.MEDIUM,
    ("CWE-20",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
unsigned long SSL_set_options(SSL *ssl, unsigned long options);
long DTLS_set_link_mtu(SSL *ssl, long mtu);
#define SSL_OP_NO_QUERY_MTU 0x1000
#define SSL_OP_NO_TICKET 0x4000

void never_told(SSL *ssl)
{
    SSL_set_options(ssl, SSL_OP_NO_QUERY_MTU); // finding: missing-mtu
}

int told(SSL *ssl)
{
    SSL_set_options(ssl, SSL_OP_NO_QUERY_MTU);
    return DTLS_set_link_mtu(ssl, 1400) == 1;
}

void something_else(SSL *ssl)
{
    SSL_set_options(ssl, SSL_OP_NO_TICKET);
}
"""

_TELLS = ("DTLS_set_link_mtu", "SSL_set_mtu", "SSL_ctrl", "BIO_ctrl")
_OPTION = re.compile(r"\bSSL_OP_NO_QUERY_MTU\b")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each option that forbids the question, without an answer around."""
    for call in function.calls():
        name = context.callees.knowledge.api_name(call.callee)
        if name not in ("SSL_set_options", "SSL_CTX_set_options") or not _OPTION.search(call.text):
            continue
        if not set(_TELLS) & _called(name, function, context):
            yield raised(
                CONCERN,
                function,
                call,
                context,
                message=f"{call.callee} forbids to ask for the MTU, and nobody sets one",
                remedy="Call DTLS_set_link_mtu and test for success",
                confidence=Confidence.MEDIUM,
                steps=(Step(call.at, "neither DTLS_set_link_mtu nor SSL_set_mtu is around"),),
            )


def _called(name: str, function: Function, context: Context) -> set[str]:
    """What is called where the MTU may be set: around the function, or anywhere for a context."""
    if name == "SSL_set_options":
        return set(context.surroundings.around(function))
    known = context.callees.knowledge
    return {known.api_name(call.callee) for each in context.functions for call in each.calls()}
