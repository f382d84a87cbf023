"""Releases of what the function does not own.

What: a release function gets a value that an API lends, such as the result of a get0 function, of
SSL_get_rbio or of getenv; or one that an earlier call on the path has taken, as SSL_set_bio takes
both BIOs.
Why: the owner goes on to use it and releases it again: a use after release and a double release at
once.
Limits: only what the function itself borrowed is judged; for a parameter it is the caller who says
who owns it.
Remedy: leave it to its owner, or take a reference of one's own first (get1, up_ref).
See: CWE-763, CWE-415, CWE-416; crypto(7) on get0 and get1.
"""

from collections.abc import Iterator

from auditkit.analyses.lifetimes import Reported, confidence, owner, reported, steps, value
from auditkit.analyses.lives import Kind, Status
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "borrowed-release",
    "Release of what belongs to somebody else",
    Category.RESOURCE_LIFETIME,
    Severity.HIGH,
    ("CWE-763", "CWE-415"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct bio_st BIO;
typedef struct x509_st X509;
typedef struct ssl_session_st SSL_SESSION;
typedef struct bio_method_st BIO_METHOD;
const BIO_METHOD *BIO_s_mem(void);
BIO *BIO_new(const BIO_METHOD *type);
int BIO_free(BIO *a);
int BIO_up_ref(BIO *a);
BIO *SSL_get_rbio(const SSL *ssl);
void SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio);
void SSL_set0_rbio(SSL *ssl, BIO *rbio);
void SSL_set0_wbio(SSL *ssl, BIO *wbio);
SSL_SESSION *SSL_get_session(const SSL *ssl);
SSL_SESSION *SSL_get1_session(SSL *ssl);
int SSL_SESSION_up_ref(SSL_SESSION *ses);
void SSL_SESSION_free(SSL_SESSION *session);
char *getenv(const char *name);
void free(void *ptr);
char *strdup(const char *s);

int given_away_before(SSL *ssl)
{
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return 0;
    SSL_set_bio(ssl, bio, bio);
    BIO_free(bio); // finding: borrowed-release
    return 1;
}

int given_away_twice(SSL *ssl)
{
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return 0;
    SSL_set0_rbio(ssl, bio);
    SSL_set0_wbio(ssl, bio); // finding: borrowed-release
    return 1;
}

int given_away_with_a_reference_each(SSL *ssl)
{
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return 0;
    BIO_up_ref(bio);
    SSL_set0_rbio(ssl, bio);
    SSL_set0_wbio(ssl, bio);
    return 1;
}

void a_part_of_the_connection(SSL *ssl)
{
    BIO_free(SSL_get_rbio(ssl)); // finding: borrowed-release
}

void lent(SSL *ssl)
{
    SSL_SESSION *session = SSL_get_session(ssl);
    SSL_SESSION_free(session); // finding: borrowed-release
}

void a_reference_of_its_own(SSL *ssl)
{
    SSL_SESSION *session = SSL_get1_session(ssl);
    SSL_SESSION_free(session);
}

void a_reference_taken(SSL *ssl)
{
    SSL_SESSION *session = SSL_get_session(ssl);
    if (session && SSL_SESSION_up_ref(session))
        SSL_SESSION_free(session);
}

void the_environment(void)
{
    char *home = getenv("HOME");
    free(home); // finding: borrowed-release
}

void a_copy_or_not(int copy)
{
    char *home = getenv("HOME");
    if (!home)
        return;
    if (copy)
        home = strdup(home);
    if (copy)
        free(home);
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The releases of a function of what it only borrowed."""
    for item in reported(context.resources(function), CONCERN.id):
        yield _finding(function, item, context)


def _finding(function: Function, item: Reported, context: Context) -> Finding:
    defect, subject = item.defect, item.subject
    return Finding(
        CONCERN,
        defect.at,
        function.name,
        function.signature,
        defect.callee,
        f"{defect.callee}({value(subject)})",
        f"{defect.callee} releases {value(subject)}, which {_whose(item)}",
        f"Leave it to {owner(item.life)}, or take a reference of your own before",
        CONCERN.severity,
        context.confidence(function, confidence(item)),
        steps(item),
        CONCERN.cwe,
        author_comment=context.author_comment(defect.at.path, defect.at.line),
        condition=subject.call.alternative or function.condition,
        also=("double-release",) if item.life.status is not Status.BORROWED else (),
    )


def _whose(item: Reported) -> str:
    life = item.life
    if item.subject.kind is Kind.RELEASED:
        return "was given to another object where it was stored there"
    if life.status is Status.BORROWED:
        return f"{item.subject.call.callee} only lends"
    return f"belongs to {owner(life)} since line {life.line}"
