"""A DTLS client that has proved its address, and a socket that still answers to any other.

What: DTLSv1_listen has succeeded and the handshake goes on without connecting the socket, or the
BIO, to that client.
Why: the datagram that comes next decides where the server's answers go: another host can take the
association over, or be flooded by it.
Limits: the steps are looked for in the function and around it, not followed object by object. A BIO
of one's own may send to a stored address.
Remedy: connect(2) or BIO_connect, then BIO_ctrl_set_connected with the address from DTLSv1_listen.
See: CWE-940; DTLSv1_listen(3).
"""

import re
from collections.abc import Iterator

from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unconnected-peer",
    "Verified DTLS client not bound to its socket",
    Category.DTLS,
    Severity.MEDIUM,
    ("CWE-940",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct bio_st BIO;
typedef union bio_addr_st BIO_ADDR;
int SSL_accept(SSL *ssl);
int DTLSv1_listen(SSL *ssl, BIO_ADDR *client);
BIO *SSL_get_rbio(const SSL *s);
int BIO_connect(int sock, const BIO_ADDR *addr, int options);
int BIO_ctrl_set_connected(BIO *b, const BIO_ADDR *peer);

static int listens(SSL *ssl, BIO_ADDR *peer)
{
    return DTLSv1_listen(ssl, peer) > 0;
}

int goes_on(SSL *ssl, BIO_ADDR *peer)
{
    if (!listens(ssl, peer)) // finding: unconnected-peer
        return -1;
    return SSL_accept(ssl);
}

int connects(SSL *ssl, int fd, BIO_ADDR *peer)
{
    if (!listens(ssl, peer))
        return -1;
    if (BIO_connect(fd, peer, 0) != 1 || BIO_ctrl_set_connected(SSL_get_rbio(ssl), peer) <= 0)
        return -1;
    return SSL_accept(ssl);
}
"""

_CONNECTS = re.compile(r"(?:::)?(?:connect|BIO_connect|BIO_ctrl_set_connected|BIO_dgram_set_peer)")
_BY_CONTROL = re.compile(r"BIO_CTRL_DGRAM_(?:SET_CONNECTED|CONNECT|SET_PEER)|BIO_meth_new")
_GOES_ON = ("SSL_accept", "SSL_set_accept_state", "SSL_do_handshake", "SSL_read")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The call that listens, where the function goes on without connecting."""
    listening = None
    for call in function.calls():
        name = context.callees.knowledge.api_name(call.callee)
        inner = {} if name else context.surroundings.behind(call)
        if name == "DTLSv1_listen" or "DTLSv1_listen" in inner:
            listening = listening or call
        if listening is not None and name in _GOES_ON:
            around = context.surroundings.around(function)
            connected = any(_CONNECTS.fullmatch(each) for each in around)
            if not connected and not any(_BY_CONTROL.search(text) for text in around.values()):
                yield raised(
                    CONCERN,
                    function,
                    listening,
                    context,
                    message=f"after {listening.callee} the socket is never connected to the client",
                    remedy="Connect the socket and call BIO_ctrl_set_connected",
                    confidence=Confidence.MEDIUM,
                    steps=(
                        Step(listening.at, "the client has proved its address"),
                        Step(call.at, f"{call.callee} goes on over a socket that anyone reaches"),
                    ),
                )
            return
