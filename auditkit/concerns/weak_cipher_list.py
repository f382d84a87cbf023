"""A list of cipher suites that offers weak ones.

What: the list that is given to SSL_CTX_set_cipher_list or its like names suites without encryption
or authentication, of export strength, or with RC4, DES, triple DES, MD5 or IDEA, or lowers the
security level in its text.
Why: the peer, or an attacker on the way, chooses the weakest suite that both sides offer.
Limits: the words of the list are read as openssl-ciphers(1) says: `!` and `-` take suites out, also
those that came before, `+` moves them. A list that is read from the configuration is not judged,
and not what the library or the other side leaves out. ADH for opportunistic encryption may be
meant.
Remedy: the library's default, or "HIGH:!aNULL"; for pre-shared keys name their suites one by one.
See: CWE-326, CWE-327, CWE-757; openssl-ciphers(1), RFC 7465, RFC 9325, CVE-2016-2183.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "weak-cipher-list",
    "Weak cipher suites offered",
    Category.HARD_CODED_VALUES,
    Severity.HIGH,
    ("CWE-327", "CWE-757"),
)

EXAMPLES = r"""
typedef struct ssl_ctx_st SSL_CTX;
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *str);
#define SUITES "ECDHE-RSA-AES128-GCM-SHA256"

int names_weak_ones(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, "AES128-SHA:RC4-SHA"); // finding: weak-cipher-list
}

int takes_all(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, "ALL"); // finding: weak-cipher-list
}

int without_authentication(SSL_CTX *ctx)
{
    const char *list = "HIGH:aNULL";
    return SSL_CTX_set_cipher_list(ctx, list); // finding: weak-cipher-list
}

int lowers_the_level(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, "DEFAULT:@SECLEVEL=0"); // finding: weak-cipher-list
}

int takes_them_out(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, "ALL:!aNULL:!eNULL:!RC4:!3DES:!MD5:!EXP:!LOW");
}

int strong(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, SUITES ":CHACHA20:-SHA1");
}

int good_enough(SSL_CTX *ctx)
{
    return SSL_CTX_set_cipher_list(ctx, "HIGH:!aNULL:!MD5");
}

int as_configured(SSL_CTX *ctx, const char *list)
{
    return SSL_CTX_set_cipher_list(ctx, list);
}
"""

_WEAK = {
    "aNULL": "no authentication",
    "eNULL": "no encryption",
    "EXP": "export strength",
    "LOW": "keys of 64 bits",
    "RC4": "RC4",
    "DES": "DES",
    "3DES": "triple DES",
    "MD5": "MD5",
    "IDEA": "IDEA",
}
_PARTS = (
    ("aNULL", re.compile(r"(?:^|[-+_])(?:A(?:EC)?DH|ANON|aNULL)(?:[-+_]|$)")),
    ("eNULL", re.compile(r"(?:^|[-+_])(?:e?NULL)(?:[-+_]|$)")),
    ("EXP", re.compile(r"^(?:EXP(?:ORT\d*)?(?:-|$))")),
    ("LOW", re.compile(r"^LOW$")),
    ("RC4", re.compile(r"(?:^|[-+_])RC4(?:[-+_]|$)")),
    ("3DES", re.compile(r"(?:^|[-+_])(?:3DES|DES[-_]CBC3|DES[-_]EDE3?)(?:[-+_]|$)")),
    ("DES", re.compile(r"(?:^|[-+_])DES(?:[-_]CBC)?(?:[-+_](?!CBC3|EDE)|$)")),
    ("MD5", re.compile(r"(?:^|[-+_])MD5$")),
    ("IDEA", re.compile(r"(?:^|[-+_])IDEA(?:[-+_]|$)")),
)
_ALL = {"ALL": ("aNULL",), "COMPLEMENTOFDEFAULT": ("aNULL",), "COMPLEMENTOFALL": ("eNULL",)}
_LEVEL = re.compile(r"@SECLEVEL=0")
_LITERAL = re.compile(r'"((?:[^"\\\\]|\\\\.)*)"')


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each list of suites that offers weak ones."""
    for each in inputs(function, context.callees, ("cipher_list",)):
        for source in settled(context.traced(function, each.point, each.operand)):
            weak = _offered(source.text) if source.kind == "text" else ""
            if weak:
                yield _finding(function, each, source, context, weak)
                break


def _offered(written: str) -> str:
    """What is weak in a list of suites, in words; empty where nothing is."""
    text = "".join(_LITERAL.findall(written))
    if _LEVEL.search(text):
        return "a security level of 0"
    offered: dict[str, str] = {}
    killed: set[str] = set()
    for word in re.split(r"[:, ;]+", text):
        mark, name = (word[:1], word[1:]) if word[:1] in ("!", "-", "+", "@") else ("", word)
        kinds = (*_ALL.get(name, ()), *(kind for kind, part in _PARTS if part.search(name)))
        if mark in ("!", "-"):
            for kind in kinds:
                offered.pop(kind, None)
        if mark == "!" and name in _WEAK:
            killed.update(kinds)
        if not mark and not (len(kinds) > 1 and name in _WEAK):
            offered.update((kind, name) for kind in kinds if kind not in killed)
    found = [f"{_WEAK[kind]} ({name})" for kind, name in offered.items()]
    return ", ".join(found[:4])


def _finding(
    function: Function, each: Input, source: Source, context: Context, weak: str
) -> Finding:
    call = each.call
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee} offers {weak}",
        remedy='Take the library\'s default or "HIGH:!aNULL"',
        last=f"{call.callee} gets the list",
    )
