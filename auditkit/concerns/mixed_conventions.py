"""Error values of one convention that leave through a function of another.

What: a negative code leaves through a function whose result is taken for a truth value, another
function's 1 and 0 leave through one that answers 0 or a negative code, or through one among
functions that all do, or the reason of a failure leaves through one that returns a count.
Why: the failure is taken for a success: a certificate that could not be read passes for an
authority's (CVE-2014-0092), an error code for a number of bytes.
Limits: what a function means by its values is inferred from its own exits and from the tests of its
callers within the target, or, with low confidence, from five functions beside it that agree; a
convention that only a comment states is not seen.
Remedy: translate at the border: compare with the one success and return the function's own values.
See: CWE-253, CWE-393, CWE-697; CVE-2014-0092.
"""

from collections.abc import Iterator

from auditkit.analyses.conventions import Mixed
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity, Step

CONCERN = Concern(
    "mixed-conventions",
    "Error value leaves in another convention",
    Category.ERROR_HANDLING,
    Severity.HIGH,
    ("CWE-253", "CWE-393"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct x509_st X509;
typedef struct evp_md_ctx_st EVP_MD_CTX;
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int EVP_DigestVerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned long siglen);
int EVP_DigestVerifyUpdate(EVP_MD_CTX *ctx, const void *data, unsigned long length);

_Bool code_becomes_true(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    return EVP_DigestVerifyFinal(ctx, sig, 64); // finding: mixed-conventions
}

_Bool compared(EVP_MD_CTX *ctx, const unsigned char *sig)
{
    return EVP_DigestVerifyFinal(ctx, sig, 64) == 1;
}

int reason_among_counts(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        return SSL_get_error(ssl, n); // finding: mixed-conventions
    return n;
}

int reason_below_counts(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0)
        return -SSL_get_error(ssl, n);
    return n;
}

int truth_among_codes(SSL_CTX *ctx, const char *file)
{
    if (!file)
        return 0;
    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        return -1;
    return SSL_CTX_use_PrivateKey_file(ctx, file, 1); // finding: mixed-conventions
}

int codes_only(SSL_CTX *ctx, const char *file)
{
    if (!file)
        return 0;
    if (SSL_CTX_use_certificate_chain_file(ctx, file) != 1)
        return -1;
    return SSL_CTX_use_PrivateKey_file(ctx, file, 1) == 1 ? 0 : -1;
}

static int negative_for_one(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    if (EVP_DigestVerifyUpdate(ctx, data, 16) != 1) // finding: mixed-conventions
        return -1;
    if (EVP_DigestVerifyFinal(ctx, sig, 64) != 1)
        return 0;
    return 1;
}

int asks_for_truth(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    if (!negative_for_one(ctx, data, sig))
        return 0;
    return 1;
}

int asks_for_truth_again(EVP_MD_CTX *ctx, const void *data, const unsigned char *sig)
{
    return negative_for_one(ctx, data, sig) ? 1 : 0;
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each failure of a function that leaves it in another convention."""
    for item in context.mixed(function):
        yield _finding(function, item, context)


def _finding(function: Function, item: Mixed, context: Context) -> Finding:
    call = item.call
    grave = item.form in ("truth", "callers")
    return Finding(
        CONCERN,
        call.at,
        function.name,
        function.signature,
        call.callee,
        call.text,
        f"{function.name} {_what(item)}",
        "Compare the result with its one success here, and return the function's own error value",
        Severity.HIGH if grave else Severity.MEDIUM,
        context.confidence(function, item.confidence),
        (
            Step(call.at, f"{call.callee} fails with {item.value}"),
            Step(item.exit.at, f"returns {item.exit.text}"),
        ),
        CONCERN.cwe,
        author_comment=context.author_comment(call.at.path, call.at.line),
        condition=call.alternative or function.condition,
    )


def _what(item: Mixed) -> str:
    callee, value = item.call.callee, item.value
    match item.form:
        case "truth":
            return f"returns a truth value, and a failure of {callee} ({value}) becomes true"
        case "reason":
            return f"returns a count, and a failure leaves as the positive reason of {callee}"
        case "borrowed":
            return (
                f"returns 0 for success and a negative code for failure, but what {callee} returns,"
                " 0 for failure, leaves as it is"
            )
        case "fellows":
            return (
                f"hands on what {callee} returns, 0 for failure, where the other functions of the"
                " file return 0 for success"
            )
    return f"returns {value} where {callee} has failed, which its callers take for a success"
