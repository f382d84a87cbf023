"""Uses of what was released before.

What: on some path a value is dereferenced, passed on or returned although a release function got it
before; or it belongs to an object that was released, as a name belongs to its certificate; or it is
left in a place that outlives the function and that somebody counts on: other paths give it another
value, a destructor releases it, the member beside it is reset.
Why: the memory may hold something else by then, which the code reads as what it was or overwrites;
with a peer's data in it, that is how memory errors become code execution. A descriptor may have
been given to another connection.
Limits: two names of one object are known as such only where one was copied to the other within the
function. What a call of which nothing is known may have changed is no longer followed. A place is
taken for left where no function of the target that calls this one resets it.
Remedy: release after the last use; copy what is needed of an object before its release; take a
reference of one's own where the API has one.
See: CWE-416, CWE-825, CWE-910.
"""

from collections.abc import Iterator

from auditkit.analyses.lifetimes import Reported, confidence, reported, steps, value
from auditkit.analyses.lives import Status
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "use-after-release",
    "Resource used after its release",
    Category.RESOURCE_LIFETIME,
    Severity.HIGH,
    ("CWE-416",),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
X509 *SSL_get1_peer_certificate(const SSL *ssl);
X509_NAME *X509_get_subject_name(const X509 *a);
int X509_NAME_entry_count(const X509_NAME *name);
void X509_free(X509 *a);
void SSL_free(SSL *ssl);
int SSL_shutdown(SSL *ssl);
void free(void *ptr);
int close(int fd);
long write(int fd, const void *buf, unsigned long count);
struct entry { struct entry *next; char *name; SSL *ssl; };

int dereferenced(struct entry *entry)
{
    free(entry);
    return entry->name != 0; // finding: use-after-release
}

void a_list(struct entry *first)
{
    struct entry *entry;
    for (entry = first; entry; entry = entry->next) // finding: use-after-release
        free(entry);
}

void a_list_with_care(struct entry *first)
{
    struct entry *next;
    for (struct entry *entry = first; entry; entry = next) {
        next = entry->next;
        free(entry);
    }
}

void passed_on(SSL *ssl)
{
    SSL_free(ssl);
    SSL_shutdown(ssl); // finding: use-after-release
}

void on_one_path(SSL *ssl, int bad)
{
    if (bad)
        SSL_free(ssl);
    SSL_shutdown(ssl); // finding: use-after-release
}

void on_no_path(SSL *ssl, int bad)
{
    if (bad)
        SSL_free(ssl);
    if (!bad)
        SSL_shutdown(ssl);
}

void set_anew(struct entry *entry, SSL *ssl)
{
    SSL_free(entry->ssl);
    entry->ssl = ssl;
    SSL_shutdown(entry->ssl);
}

int part_of_what_was_released(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl);
    if (!cert)
        return 0;
    X509_NAME *name = X509_get_subject_name(cert);
    X509_free(cert);
    return X509_NAME_entry_count(name); // finding: use-after-release
}

int part_used_before(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl);
    if (!cert)
        return 0;
    int count = X509_NAME_entry_count(X509_get_subject_name(cert));
    X509_free(cert);
    return count;
}

long a_descriptor(int fd)
{
    close(fd);
    return write(fd, "x", 1); // finding: use-after-release
}

static X509 *known;

int left_in_a_global(SSL *session)
{
    X509 *fresh;
    X509_free(known); // finding: use-after-release
    fresh = SSL_get1_peer_certificate(session);
    if (!fresh)
        return 0;
    known = fresh;
    return 1;
}

int reset_in_time(SSL *session)
{
    X509 *fresh;
    X509_free(known);
    known = 0;
    fresh = SSL_get1_peer_certificate(session);
    if (!fresh)
        return 0;
    known = fresh;
    return 1;
}

struct entry *returned(struct entry *entry)
{
    free(entry);
    return entry; // finding: use-after-release
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The uses after a release, the first one of each release."""
    for item in reported(context.resources(function), CONCERN.id):
        yield _finding(function, item, context)


def _finding(function: Function, item: Reported, context: Context) -> Finding:
    defect, life = item.defect, item.life
    descriptor = life.by in ("close", "closesocket")
    return Finding(
        CONCERN,
        defect.at,
        function.name,
        function.signature,
        life.by if defect.callee in ("", "left", "return") else defect.callee,
        f"{value(item.subject)} after {life.by}",
        f"{value(item.subject)} is {_used(item)} although {_released(item)} in line {life.line}",
        f"Use it before {life.by}, or release it later",
        CONCERN.severity,
        context.confidence(function, confidence(item)),
        steps(item),
        ("CWE-910",) if descriptor else CONCERN.cwe,
        author_comment=context.author_comment(defect.at.path, defect.at.line),
        condition=item.subject.call.alternative or function.condition,
    )


def _used(item: Reported) -> str:
    callee = item.defect.callee
    if callee == "return":
        return "returned"
    if callee == "left":
        return "left where it was when the function returns, to be used or released again,"
    return f"used by {callee}" if callee else "used"


def _released(item: Reported) -> str:
    if item.life.status is Status.DANGLING:
        return f"{item.life.by} released what it is a part of"
    return f"{item.life.by} released it"
