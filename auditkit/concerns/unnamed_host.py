"""A client that takes any valid certificate for that of its peer.

What: a client's handshake begins, and neither before nor after it does anything compare the name or
the key of the peer.
Why: a chain that is valid says that somebody owns the certificate, not that it is the host which
was meant; SSL_set_tlsext_host_name only tells the server which one to show.
Limits: the steps are looked for in the function, in those that it calls and in its callers, not
followed object by object. Comparisons by functions of one's own are known by their names. A client
is judged where it verifies, or says a name; one that does not verify is `verification-off`'s.
Remedy: SSL_set1_host before the handshake, with its result tested.
See: CWE-297; SSL_set1_host(3), X509_check_host(3), RFC 6125; Georgiev et al. (2012).
"""

import re
from collections.abc import Iterator

from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unnamed-host",
    "Host name not checked",
    Category.CERTIFICATE_VERIFICATION,
    Severity.HIGH,
    ("CWE-297",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct x509_st X509;
int SSL_connect(SSL *ssl);
int SSL_accept(SSL *ssl);
void SSL_set_connect_state(SSL *s);
void SSL_free(SSL *ssl);
int SSL_set1_host(SSL *s, const char *hostname);
long SSL_set_tlsext_host_name(SSL *s, const char *name);
long SSL_get_verify_result(const SSL *ssl);
int verify_hostname(SSL *ssl, const char *host);

int only_says_it(SSL *ssl, const char *host)
{
    if (SSL_set_tlsext_host_name(ssl, host) != 1 || SSL_connect(ssl) != 1) // finding: unnamed-host
        return -1;
    return SSL_get_verify_result(ssl) == 0 ? 0 : -1;
}

int names_it(SSL *ssl, const char *host)
{
    if (SSL_set1_host(ssl, host) != 1 || SSL_connect(ssl) != 1)
        return -1;
    return SSL_get_verify_result(ssl) == 0 ? 0 : -1;
}

int by_its_own(SSL *ssl, const char *host)
{
    if (SSL_connect(ssl) != 1)
        return -1;
    return verify_hostname(ssl, host);
}

void ends(SSL *ssl, const char *host)
{
    if (SSL_set_tlsext_host_name(ssl, host) != 1)
        return;
    SSL_set_connect_state(ssl);
    SSL_free(ssl);
}

int serves(SSL *ssl)
{
    return SSL_accept(ssl);
}
"""

_BEGINS = ("SSL_connect", "SSL_set_connect_state")
_COMPARES = re.compile(
    r"(?:SSL_(?:set1|add1)_(?:host|ipaddr|dnsname)|X509_VERIFY_PARAM_(?:set1|add1)_(?:host|ip|email)"
    r"\w*|X509_check_(?:host|ip|email)\w*|SSL_(?:CTX_)?dane_\w+|SSL_set0_dane\w*"
    r"|X509_NAME_(?:get_text_by|oneline)\w*|\w*psk_(?:use_session_|client_|find_)?c\w*"
    r"|X509_(?:pubkey_)?digest|X509_cmp"
    r"|(?i:\w*(?:host_?name|peer_?name|subject_?alt|fingerprint|pinn?(?:ed)?_?(?:pub)?key|server_?identity"
    r"|check_?(?:cert|peer|host|ident)|verify_?(?:cert|peer|host|ident|server)|match_?(?:cert|host))\w*))"
)
_SAYS = re.compile(r"(?i:tlsext_host_name)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each beginning of a client's handshake without a comparison of names in sight."""
    for call in function.calls():
        if context.callees.knowledge.api_name(call.callee) not in _BEGINS:
            continue
        around = context.surroundings.around(function)
        compares = any(_COMPARES.fullmatch(n) and not _SAYS.search(n) for n in around)
        if compares or "SSL_set_accept_state" in around or "SSL_accept" in around:
            continue
        verifies = "SSL_get_verify_result" in around or "SSL_CTX_set_verify" in around
        named = any(_SAYS.search(n) for n in around)
        if not (verifies or named) or _only_ends(function, call, context):
            continue
        yield raised(
            CONCERN,
            function,
            call,
            context,
            message=f"{call.callee} begins a handshake with a host whose name nobody compares",
            remedy="Name the host with SSL_set1_host before the handshake",
            confidence=Confidence.MEDIUM,
            steps=(Step(call.at, "nothing around compares the name or the key of the peer"),),
        )


def _only_ends(function: Function, call: Call, context: Context) -> bool:
    """Whether the direction is only set for an end: the next step is SSL_shutdown or SSL_free."""
    later = [each for each in function.calls() if each.at > call.at]
    names = (context.callees.knowledge.api_name(each.callee) for each in later)
    following = next((name for name in names if name.startswith("SSL_")), "")
    return following in ("SSL_shutdown", "SSL_free")
