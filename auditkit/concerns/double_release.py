"""Releases of what is released already.

What: on some path a release function gets a value that an earlier call released.
Why: the second release corrupts the allocator's data or drops a reference that somebody else
counts on; an attacker who controls what is allocated in between can run code.
Limits: two names of one object are known as such only where one was copied to the other within the
function. A pointer that a call of which nothing is known may have changed is no longer followed.
Remedy: release in one place only, or set the pointer to null after a release that others may
repeat.
See: CWE-415, CWE-1341.
"""

from collections.abc import Iterator

from auditkit.analyses.lifetimes import Reported, confidence, reported, steps, value
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "double-release",
    "Resource released twice",
    Category.RESOURCE_LIFETIME,
    Severity.HIGH,
    ("CWE-415",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
void SSL_free(SSL *ssl);
void X509_free(X509 *a);
int X509_up_ref(X509 *a);
int SSL_CTX_add_extra_chain_cert(SSL_CTX *ctx, X509 *x509);
void free(void *ptr);
int looks_good(X509 *cert);
struct peer { SSL *ssl; char *name; };
void reload(struct peer *peer);

void on_the_error_path(X509 *cert)
{
    if (!looks_good(cert)) {
        X509_free(cert);
        goto failed;
    }
    return;
failed:
    X509_free(cert); // finding: double-release
}

void a_member(struct peer *peer, int again)
{
    SSL_free(peer->ssl);
    if (again)
        SSL_free(peer->ssl); // finding: double-release
}

void a_member_that_was_reset(struct peer *peer)
{
    SSL_free(peer->ssl);
    peer->ssl = 0;
    SSL_free(peer->ssl);
}

void a_member_that_was_set_anew(struct peer *peer)
{
    free(peer->name);
    reload(peer);
    free(peer->name);
}

void two_references(X509 *cert)
{
    X509_up_ref(cert);
    X509_free(cert);
    X509_free(cert);
}

int given_away_on_success_only(SSL_CTX *ctx, X509 *cert)
{
    if (SSL_CTX_add_extra_chain_cert(ctx, cert) == 0) {
        X509_free(cert);
        return 0;
    }
    return 1;
}

void one_or_the_other(X509 *cert, int now)
{
    if (now)
        X509_free(cert);
    if (!now)
        X509_free(cert);
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The second releases of a function, one for each first one."""
    for item in reported(context.resources(function), CONCERN.id):
        yield _finding(function, item, context)


def _finding(function: Function, item: Reported, context: Context) -> Finding:
    defect = item.defect
    return Finding(
        CONCERN,
        defect.at,
        function.name,
        function.signature,
        defect.callee,
        f"{defect.callee}({value(item.subject)})",
        f"{defect.callee} releases {value(item.subject)} {_again(item)}",
        "Release it once: set the pointer to null after the first release, or leave one out",
        CONCERN.severity,
        context.confidence(function, confidence(item)),
        steps(item),
        CONCERN.cwe,
        author_comment=context.author_comment(defect.at.path, defect.at.line),
        condition=item.subject.call.alternative or function.condition,
    )


def _again(item: Reported) -> str:
    return f"again: {item.life.by} did in line {item.life.line}"
