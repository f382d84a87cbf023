"""Resources that are acquired and, on some path, never released.

What: an object, block of memory or descriptor that the function owns is still owned where a path
ends: at a return, at an exception that leaves the function, where the last name that holds it gets
another value, or where the object that it is a part of is given back without it.
Why: each pass over the path loses memory, a descriptor or a reference. Where a peer can make the
path be taken, as with a bad certificate, the peer can exhaust the process.
Limits: what is handed to a function of which nothing is known counts as handed over, unless the
name of that function says that it only looks. What is stored in another object counts as owned by
it. What leaks once, in main, goes with the program and is none.
Remedy: release on each path, through one exit of the function, or hold it in an object whose
destructor does.
See: CWE-401, CWE-772, CWE-775; CVE-2015-0206.
"""

from collections.abc import Iterator

from auditkit.analyses.lifetimes import Reported, confidence, release, reported, steps, value
from auditkit.analyses.lives import Kind
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "leaked-resource",
    "Resource not released on some path",
    Category.RESOURCE_LIFETIME,
    Severity.MEDIUM,
    ("CWE-401",),
)

EXAMPLES = r"""
typedef unsigned long size_t;
typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
typedef struct evp_pkey_st EVP_PKEY;
const BIO_METHOD *BIO_s_mem(void);
BIO *BIO_new(const BIO_METHOD *type);
BIO *BIO_new_file(const char *filename, const char *mode);
int BIO_free(BIO *a);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
void SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio);
X509 *SSL_get1_peer_certificate(const SSL *ssl);
void X509_free(X509 *a);
int X509_up_ref(X509 *a);
EVP_PKEY *X509_get_pubkey(X509 *x);
int SSL_CTX_add_extra_chain_cert(SSL_CTX *ctx, X509 *x509);
void *malloc(size_t size);
void *realloc(void *ptr, size_t size);
void free(void *ptr);
char *strdup(const char *s);
int socket(int domain, int type, int protocol);
int close(int fd);
_Noreturn void exit(int status);
int looks_good(X509 *cert);
struct peer { SSL *ssl; char *name; };
struct peer *first;

int early_return(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl); // finding: leaked-resource
    if (!cert)
        return 0;
    if (!X509_get_pubkey(cert)) // finding: leaked-resource
        return 0;
    X509_free(cert);
    return 1;
}

int released_on_each_path(SSL *ssl)
{
    int ok = 0;
    X509 *cert = SSL_get1_peer_certificate(ssl);
    if (!cert)
        goto done;
    if (!looks_good(cert))
        goto done;
    ok = 1;
done:
    X509_free(cert);
    return ok;
}

int released_where_it_was_acquired(SSL *ssl, int wanted)
{
    X509 *cert = 0;
    int ok = 1;
    if (wanted)
        cert = SSL_get1_peer_certificate(ssl);
    if (wanted && cert)
        ok = looks_good(cert);
    if (wanted)
        X509_free(cert);
    return ok;
}

SSL *given_to_the_caller(SSL_CTX *ctx, int fd)
{
    SSL *ssl = SSL_new(ctx);
    if (ssl && SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        return 0;
    }
    return ssl;
}

int overwritten(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl); // finding: leaked-resource
    if (!cert)
        return 0;
    cert = 0;
    return cert == 0;
}

int in_a_loop(SSL **list, int count)
{
    int good = 0;
    for (int i = 0; i < count; i++) {
        X509 *cert = SSL_get1_peer_certificate(list[i]); // finding: leaked-resource
        if (!cert)
            continue;
        if (!looks_good(cert))
            continue;
        X509_free(cert);
        good++;
    }
    return good;
}

int handed_over(SSL *ssl)
{
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return 0;
    SSL_set_bio(ssl, bio, bio);
    return 1;
}

int handed_over_on_success_only(SSL_CTX *ctx, SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl); // finding: leaked-resource
    if (!cert)
        return 0;
    if (SSL_CTX_add_extra_chain_cert(ctx, cert) == 0)
        return 0;
    return 1;
}

int refused_and_told(SSL_CTX *ctx, SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl); // finding: leaked-resource
    if (!cert)
        return 0;
    return SSL_CTX_add_extra_chain_cert(ctx, cert) == 1;
}

int handed_over_or_released(SSL_CTX *ctx, SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl);
    if (!cert)
        return 0;
    if (SSL_CTX_add_extra_chain_cert(ctx, cert) == 0) {
        X509_free(cert);
        return 0;
    }
    return 1;
}

int one_reference_more(SSL *ssl)
{
    X509 *cert = SSL_get1_peer_certificate(ssl); // finding: leaked-resource
    if (!cert)
        return 0;
    X509_up_ref(cert);
    X509_free(cert);
    return 1;
}

struct peer *part_of_what_is_freed(SSL_CTX *ctx, const char *name)
{
    struct peer *peer = malloc(sizeof *peer);
    if (!peer)
        return 0;
    peer->ssl = SSL_new(ctx); // finding: leaked-resource
    if (!peer->ssl) {
        free(peer);
        return 0;
    }
    peer->name = strdup(name);
    if (!peer->name) {
        free(peer);
        return 0;
    }
    return peer;
}

int stored(SSL_CTX *ctx)
{
    struct peer *peer = malloc(sizeof *peer);
    if (!peer)
        return 0;
    peer->ssl = SSL_new(ctx);
    peer->name = 0;
    first = peer;
    return 1;
}

int a_descriptor(SSL *ssl)
{
    int fd = socket(2, 1, 0); // finding: leaked-resource
    if (fd < 0)
        return -1;
    if (SSL_set_fd(ssl, fd) != 1)
        return -1;
    close(fd);
    return 0;
}

int lost_when_it_cannot_grow(char **text, size_t size)
{
    *text = realloc(*text, size); // finding: leaked-resource
    if (!*text)
        return 0;
    return 1;
}

int grown_with_care(char **text, size_t size)
{
    char *more = realloc(*text, size);
    if (!more)
        return 0;
    *text = more;
    return 1;
}

void at_the_end_of_the_program(const char *file)
{
    BIO *bio = BIO_new_file(file, "r");
    if (!bio)
        exit(1);
    if (!looks_good(0))
        exit(2);
    BIO_free(bio);
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The acquisitions of a function that some path loses, each once."""
    for item in reported(context.resources(function), CONCERN.id):
        if function.name == "main" and item.defect.callee in ("return", "lost"):
            continue
        yield _finding(function, item, context)


def _finding(function: Function, item: Reported, context: Context) -> Finding:
    subject, defect = item.subject, item.defect
    call = subject.call
    descriptor = subject.release in ("close", "fclose", "closesocket")
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{value(subject)} from {call.callee} is not released {_where(item)}",
        _remedy(item),
        CONCERN.severity,
        context.confidence(function, confidence(item)),
        steps(item),
        ("CWE-775",) if descriptor else CONCERN.cwe,
        author_comment=context.author_comment(defect.at.path, defect.at.line),
        condition=call.alternative or function.condition,
    )


def _where(item: Reported) -> str:
    line, callee = item.defect.at.line, item.defect.callee
    more = f" and {item.others} more ways" if item.others else ""
    if item.subject.kind is Kind.REPLACED:
        return f"if {item.subject.call.callee} fails, which leaves the old one as it is"
    match callee:
        case "return":
            return f"on the path that returns in line {line}{more}"
        case "throw":
            return f"on the path that throws in line {line}{more}"
        case "again":
            return "before the loop acquires the next one"
        case "lost" | "overwritten":
            return f"before line {line} gives its holder another value{more}"
    return f"when {callee} gives back what holds it in line {line}{more}"


def _remedy(item: Reported) -> str:
    subject, line = item.subject, item.defect.at.line
    if subject.kind is Kind.REPLACED:
        return "Keep the result in a variable of its own until it is known not to be null"
    return f"Call {release(subject)} on {value(subject)} before line {line}, and there only"
