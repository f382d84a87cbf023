"""A DTLS server that answers before the client has shown that it is where it says it is.

What: a server's handshake begins with neither DTLSv1_listen nor SSL_OP_COOKIE_EXCHANGE.
Why: a datagram's sender is what it claims to be: whoever forges one makes the server spend memory
and send its certificate, many times larger, to somebody else.
Limits: the steps are looked for in the function, in those that it calls and in its callers, not
followed object by object; a context that another part of the program sets up is not seen, and where
contexts for TLS are made around as well, confidence is low. Where
something else proves the address, as ICE does for WebRTC, it is not needed.
Remedy: install both cookie callbacks and call DTLSv1_listen before the handshake.
See: CWE-406; RFC 6347, section 4.2.1; DTLSv1_listen(3).
"""

import re
from collections.abc import Iterator

from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "missing-cookie-exchange",
    "DTLS server without cookie exchange",
    Category.DTLS,
    Severity.HIGH,
    ("CWE-406", "CWE-400"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct bio_st BIO;
typedef union bio_addr_st BIO_ADDR;
typedef struct ssl_method_st SSL_METHOD;
SSL_CTX *SSL_CTX_new(const SSL_METHOD *meth);
const SSL_METHOD *DTLS_server_method(void);
const SSL_METHOD *TLS_server_method(void);
SSL *SSL_new(SSL_CTX *ctx);
int SSL_accept(SSL *ssl);
int DTLSv1_listen(SSL *ssl, BIO_ADDR *client);
unsigned long SSL_CTX_set_options(SSL_CTX *ctx, unsigned long options);
#define SSL_OP_COOKIE_EXCHANGE 0x2000

int answers_at_once(void)
{
    SSL *ssl = SSL_new(SSL_CTX_new(DTLS_server_method()));
    return SSL_accept(ssl); // finding: missing-cookie-exchange
}

int listens(BIO_ADDR *peer)
{
    SSL *ssl = SSL_new(SSL_CTX_new(DTLS_server_method()));
    if (DTLSv1_listen(ssl, peer) <= 0)
        return -1;
    return SSL_accept(ssl);
}

static SSL_CTX *made(void)
{
    SSL_CTX *ctx = SSL_CTX_new(DTLS_server_method());
    SSL_CTX_set_options(ctx, SSL_OP_COOKIE_EXCHANGE);
    return ctx;
}

int asks_for_it(void)
{
    return SSL_accept(SSL_new(made()));
}

int over_a_stream(void)
{
    return SSL_accept(SSL_new(SSL_CTX_new(TLS_server_method())));
}
"""

_DTLS = re.compile(r"(?:BIO_(?:new_dgram|s_datagram)|DTLS\w*_method|DTLSv1_\w+|DTLS_\w+)")
_STREAMS = re.compile(r"(?:TLS|SSLv23)\w*_method")
_BEGINS = ("SSL_accept", "SSL_set_accept_state")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each beginning of a DTLS server's handshake without a cookie in sight."""
    for call in function.calls():
        known = context.callees.knowledge
        if known.api_name(call.callee) not in _BEGINS or known.find(function.name) is not None:
            continue
        around = context.surroundings.around(function)
        cookie = "DTLSv1_listen" in around or any(
            "SSL_OP_COOKIE_EXCHANGE" in text for text in around.values()
        )
        if cookie or not any(_DTLS.fullmatch(name) for name in around):
            continue
        streams = any(_STREAMS.fullmatch(name) for name in around)
        yield raised(
            CONCERN,
            function,
            call,
            context,
            message=f"{call.callee} begins a DTLS handshake with a client whose address nobody has"
            " checked",
            remedy="Call DTLSv1_listen first, with both cookie callbacks installed",
            confidence=Confidence.LOW if streams else Confidence.MEDIUM,
            steps=(Step(call.at, "neither DTLSv1_listen nor SSL_OP_COOKIE_EXCHANGE is around"),),
        )
