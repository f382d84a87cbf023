"""Error codes of one family are compared with, or printed as, those of another.

What: a code of ERR_get_error, or the result of the operation itself, is compared with SSL_ERROR_*;
the answer of SSL_get_error is given to ERR_error_string; a verification result is taken for either.
Why: packed codes are never 1 to 12, so that every branch on SSL_ERROR_* is dead and each WANT_READ
is handled as a failure; and a text made from the wrong code says something that did not happen.
Limits: within one function, by the names of the constants; a bare number is not told apart.
Remedy: keep two variables: SSL_get_error's answer for the decision, ERR_get_error's for the text.
See: CWE-393, CWE-697; SSL_get_error(3), ERR_get_error(3).
"""

from collections.abc import Iterator

from auditkit.analyses.codes import Confusion, confusions
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "confused-error-codes",
    "Error codes of two families confused",
    Category.ERROR_HANDLING,
    Severity.HIGH,
    ("CWE-393", "CWE-697"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_connect(SSL *ssl);
int SSL_shutdown(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void SSL_free(SSL *ssl);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
void note(const char *text);
enum { SSL_ERROR_NONE, SSL_ERROR_SSL, SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE };
char *ERR_error_string(unsigned long code, char *buf);

int packed(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0) {
        unsigned long code = ERR_get_error();
        SSL_get_error(ssl, n);
        if (code == SSL_ERROR_WANT_READ) // finding: confused-error-codes
            return 0;
        return -1;
    }
    return n;
}

int result_itself(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    switch (n) { // finding: confused-error-codes
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    }
    return SSL_get_error(ssl, n);
}

void text(SSL *ssl, int n)
{
    note(ERR_error_string(SSL_get_error(ssl, n), 0)); // finding: confused-error-codes
}

int two_variables(SSL *ssl, char *buf)
{
    int n = SSL_read(ssl, buf, 16);
    if (n <= 0) {
        int reason = SSL_get_error(ssl, n);
        if (reason == SSL_ERROR_WANT_READ)
            return 0;
        note(ERR_error_string(ERR_get_error(), 0));
        return -1;
    }
    return n;
}

int one_variable_twice(SSL *ssl, char *buf)
{
    unsigned long code;
    int n = SSL_read(ssl, buf, 16);
    code = SSL_get_error(ssl, n);
    if (code == SSL_ERROR_WANT_READ)
        return 0;
    code = ERR_get_error();
    if (code != 0)
        note(ERR_error_string(code, 0));
    return n;
}
"""

_WORDS = {
    "packed": "a packed code of ERR_get_error",
    "reason": "an answer of SSL_get_error",
    "verify": "a verification result",
    "result": "the result of the operation itself",
    "part": "the reason that a packed code holds",
    "errno": "a value of errno",
}


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each comparison with, or text of, a code of another family."""
    seen: set[tuple[int, str]] = set()
    for found in confusions(context.course(function)):
        if (found.at.line, found.name) not in seen:
            seen.add((found.at.line, found.name))
            yield _finding(function, found, context)


def _finding(function: Function, found: Confusion, context: Context) -> Finding:
    held, meant = _WORDS[found.family], _WORDS[found.meant]
    name = "" if found.name.startswith("%") else f"{found.name}, "
    verb = "given to" if found.call is not None else "compared with"
    takes = "which takes" if found.call is not None else "which is"
    text = f"{name}{held}, is {verb} {found.where}, {takes} {meant}"
    return Finding(
        CONCERN,
        found.at,
        function.name,
        function.signature,
        found.call.callee if found.call is not None else "",
        f"{found.name} {found.where}",
        text[0].upper() + text[1:] if text.startswith(("a ", "an ", "the ")) else text,
        f"Use {meant} here, in a variable of its own",
        CONCERN.severity,
        context.confidence(function, Confidence.HIGH),
        (Step(found.at, f"{verb} {found.where}"),),
        CONCERN.cwe,
        author_comment=context.author_comment(found.at.path, found.at.line),
        condition=function.condition,
    )
