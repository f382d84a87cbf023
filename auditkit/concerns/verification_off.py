"""A client that does not verify the peer's certificate.

What: SSL_CTX_set_verify or SSL_set_verify gets SSL_VERIFY_NONE, and the context is a client's, or
nothing says that it is a server's.
Why: without SSL_VERIFY_PEER a client goes on whatever certificate it is shown: whoever is on the
way can read and change everything.
Limits: a mode that is chosen at run time among others is not judged. A context is taken for a
server's by the method that it is made with, as far as it is in sight. Suites with pre-shared keys
alone need no certificate and are silent; where the program asks for the result of the verification
or for the certificate itself elsewhere, confidence is low.
Remedy: `SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL)`, trust anchors, and SSL_set1_host.
See: CWE-295; SSL_CTX_set_verify(3); Georgiev et al., "The Most Dangerous Code in the World" (2012).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs, same_object
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "verification-off",
    "Peer's certificate not verified",
    Category.CERTIFICATE_VERIFICATION,
    Severity.CRITICAL,
    ("CWE-295",),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;
typedef struct x509_store_ctx_st X509_STORE_CTX;
typedef int (*SSL_verify_cb)(int preverify_ok, X509_STORE_CTX *ctx);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *meth);
const SSL_METHOD *TLS_client_method(void);
const SSL_METHOD *TLS_server_method(void);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, SSL_verify_cb callback);
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
#define SSL_VERIFY_NONE 0
#define SSL_VERIFY_PEER 1

SSL_CTX *client(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx != 0)
        SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, 0); // finding: verification-off
    return ctx;
}

void somebody_s(SSL_CTX *ctx)
{
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, 0); // finding: verification-off
}

SSL_CTX *server(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    if (ctx != 0)
        SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, 0);
    return ctx;
}

SSL_CTX *keys_alone(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == 0 || SSL_CTX_set_cipher_list(ctx, "PSK+AESGCM:!aNULL") != 1)
        return 0;
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, 0);
    return ctx;
}

void as_configured(SSL_CTX *ctx, int insecure)
{
    SSL_CTX_set_verify(ctx, insecure ? SSL_VERIFY_NONE : SSL_VERIFY_PEER, 0);
}

void verifies(SSL_CTX *ctx)
{
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, 0);
}
"""

_PEER = 1
_SERVER = re.compile(r"_server_method|(?i:server|listen|accept|client_?hello|sni_)")
_CLIENT = re.compile(r"_client_method")
_KEYS = re.compile(r"^(?:\w*PSK\w*(?:[+-][\w-]+)*|[!@+-].*)$")
_ASKS = ("SSL_get_verify_result", "SSL_get1_peer_certificate", "SSL_get_peer_certificate")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each mode without SSL_VERIFY_PEER on what is, or may be, a client's context."""
    for each in inputs(function, context.callees, ("verify_mode",)):
        traced = context.traced(function, each.point, each.operand)
        off = [source for source in traced if source.kind == "constant" and source.value == 0]
        if not off or len(off) < len(traced) or _has_keys_alone(function, each, context):
            continue
        confidence = _confidence(function, each, off[0], context)
        if confidence is not None:
            yield raised(
                CONCERN,
                function,
                each.call,
                context,
                message=f"{each.call.callee} gets {off[0].text} (line {off[0].at.line}):"
                " any certificate is accepted",
                remedy="Set SSL_VERIFY_PEER, load trust anchors and name the host with"
                " SSL_set1_host",
                confidence=confidence,
                steps=(*off[0].steps, Step(each.call.at, "verification is switched off")),
            )


def _confidence(
    function: Function, each: Input, source: Source, context: Context
) -> Confidence | None:
    """How sure the context is a client's; None where it is a server's."""
    methods = _methods(function, each, context)
    if any(_SERVER.search(text) for text in methods) or _SERVER.search(function.name):
        return None
    called = {context.callees.knowledge.api_name(name) for name in _called(context)}
    if called & set(_ASKS):
        return Confidence.LOW
    client = any(_CLIENT.search(text) for text in methods)
    return Confidence.HIGH if client and source.sure else Confidence.MEDIUM


def _methods(function: Function, each: Input, context: Context) -> list[str]:
    """How the context is made, as it is written: with which method."""
    made = [source.text for source in context.traced(function, each.point, each.call.arguments[0])]
    return [text for text in made if "_method" in text] + [
        call.text
        for call in function.calls()
        if context.callees.knowledge.api_name(call.callee) == "SSL_CTX_new"
    ]


def _called(context: Context) -> frozenset[str]:
    return frozenset(call.callee for function in context.functions for call in function.calls())


def _has_keys_alone(function: Function, each: Input, context: Context) -> bool:
    """Whether the same context is given suites with pre-shared keys and no others."""
    for other in inputs(function, context.callees, ("cipher_list",)):
        if not same_object(other.call, each.call):
            continue
        for source in context.traced(function, other.point, other.operand):
            words = re.split(r"[:, ;]+", source.text.strip('"'))
            if source.kind == "text" and all(_KEYS.match(word) for word in words):
                return True
    return False
