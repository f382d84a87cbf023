"""Resources released by a function that is not made for them.

What: what one family of functions acquires is released by another one: a string of OpenSSL's by
free(), a stack by a function that forgets its elements, an array by delete instead of delete[].
Why: the wrong function forgets what the right one would release, or gives memory to an allocator
that does not know it. That the two happen to be one on this system hides it until a library is
built otherwise.
Limits: a function of the target's own that releases is taken to be the right one.
Remedy: call the function that the manual page of the acquisition names.
See: CWE-762, CWE-763; OPENSSL_malloc(3), BIO_push(3), DEFINE_STACK_OF(3).
"""

from collections.abc import Iterator

from auditkit.analyses.lifetimes import Reported, confidence, release, reported, steps, value
from auditkit.analyses.lives import Kind
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity

CONCERN = Concern(
    "wrong-release",
    "Resource released by the wrong function",
    Category.RESOURCE_LIFETIME,
    Severity.MEDIUM,
    ("CWE-762",),
)

EXAMPLES = r"""
typedef unsigned long size_t;
typedef struct x509_st X509;
typedef struct X509_name_st X509_NAME;
typedef struct bio_st BIO;
X509_NAME *X509_get_subject_name(const X509 *a);
char *X509_NAME_oneline(const X509_NAME *name, char *buf, int size);
BIO *BIO_new_file(const char *filename, const char *mode);
int BIO_free(BIO *a);
void BIO_free_all(BIO *a);
void OPENSSL_free(void *ptr);
void *malloc(size_t size);
void free(void *ptr);
void print(const char *text);
typedef struct file FILE;
FILE *popen(const char *command, const char *type);
int pclose(FILE *stream);
int fclose(FILE *stream);

void a_string_of_the_library(X509 *cert)
{
    char *name = X509_NAME_oneline(X509_get_subject_name(cert), 0, 0);
    if (!name)
        return;
    print(name);
    free(name); // finding: wrong-release
}

void the_right_one(X509 *cert)
{
    char *name = X509_NAME_oneline(X509_get_subject_name(cert), 0, 0);
    if (!name)
        return;
    print(name);
    OPENSSL_free(name);
}

void memory_of_the_system(size_t size)
{
    char *text = malloc(size);
    OPENSSL_free(text); // finding: wrong-release
}

void one_as_good(const char *file)
{
    BIO *bio = BIO_new_file(file, "r");
    BIO_free_all(bio);
}

void a_process(const char *command)
{
    FILE *out = popen(command, "r");
    if (out)
        fclose(out); // finding: wrong-release
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """The releases of a function by the wrong function."""
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
        f"{_origin(item)} is released by {defect.callee}, not by {release(subject)}",
        f"Call {release(subject)} instead",
        CONCERN.severity,
        context.confidence(function, confidence(item)),
        steps(item),
        CONCERN.cwe,
        author_comment=context.author_comment(defect.at.path, defect.at.line),
        condition=subject.call.alternative or function.condition,
    )


def _origin(item: Reported) -> str:
    """The value and where it comes from, in words."""
    if item.subject.kind is Kind.RELEASED:
        return f"{value(item.subject)}, by what other functions store there,"
    return f"{value(item.subject)} from {item.subject.call.callee}"
