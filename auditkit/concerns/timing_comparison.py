"""An authenticator that is compared with a function whose time tells where it differs.

What: memcmp, strcmp or a like function compares what HMAC, EVP_MAC or another keyed digest has
computed, or a buffer that is named after an authenticator, with what was received.
Why: the comparison ends at the first byte that differs: who measures the time finds the right
authenticator byte by byte.
Limits: public digests (a fingerprint, a checksum) may be compared so: without a keyed digest in
sight a name decides, and confidence is low. What C++ operators compare is judged for Qt's and the
standard library's byte arrays only by the same traces.
Remedy: `CRYPTO_memcmp(a, b, n) == 0`, behind a test for equal lengths.
See: CWE-208; CRYPTO_memcmp(3).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import calls_at
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Function, Operand, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "timing-comparison",
    "Authenticator not compared in constant time",
    Category.INSECURE_FUNCTIONS,
    Severity.MEDIUM,
    ("CWE-208",),
)

EXAMPLES = r"""
typedef struct evp_md_st EVP_MD;
unsigned char *HMAC(const EVP_MD *evp_md, const void *key, int key_len, const unsigned char *data,
                    unsigned long data_len, unsigned char *md, unsigned int *md_len);
const EVP_MD *EVP_sha256(void);
int memcmp(const void *s1, const void *s2, unsigned long n);
int CRYPTO_memcmp(const void *a, const void *b, unsigned long len);
int strcmp(const char *s1, const char *s2);

int ends_early(const void *key, const unsigned char *data, unsigned long n, const void *tag)
{
    unsigned char want[32];
    unsigned int len = 0;
    if (HMAC(EVP_sha256(), key, 32, data, n, want, &len) == 0)
        return 0;
    return memcmp(want, tag, 32) == 0; // finding: timing-comparison
}

int by_name(const unsigned char *cookie, const unsigned char *expected_cookie)
{
    return memcmp(cookie, expected_cookie, 16) == 0; // finding: timing-comparison
}

int takes_its_time(const void *key, const unsigned char *data, unsigned long n, const void *tag)
{
    unsigned char want[32];
    unsigned int len = 0;
    if (HMAC(EVP_sha256(), key, 32, data, n, want, &len) == 0)
        return 0;
    return CRYPTO_memcmp(want, tag, 32) == 0;
}

int is_public(const unsigned char *magic, const char *identity)
{
    return memcmp(magic, "SKS2", 4) == 0 && strcmp(identity, "guest") == 0;
}
"""

_COMPARES = re.compile(r"(?:std::|::)?(?:memcmp|strn?cmp|bcmp|strn?casecmp)")
_KEYED = re.compile(r"(?:HMAC|HMAC_Final|EVP_MAC_final|EVP_Q_mac|CMAC_Final|EVP_DigestSignFinal)")
_NAMED = re.compile(r"(?i:(?:^|_)(?:h?mac|cookie|auth_?tag|token|signature)(?:$|_))")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each comparison of an authenticator that ends early."""
    for call, point in calls_at(function):
        if not _COMPARES.fullmatch(call.callee) or len(call.arguments) < 2:
            continue
        sides = [context.traced(function, point, item) for item in call.arguments[:2]]
        if any(side and all(source.fixed for source in side) for side in sides):
            continue
        keyed = next((each for side in sides for each in side if _is_keyed(each, context)), None)
        named = all(_is_named(item) for item in call.arguments[:2])
        if keyed is None and not named:
            continue
        how = "an authenticator" if keyed is None else f"what {keyed.callee} has computed"
        sure = Confidence.HIGH if keyed is not None and keyed.sure else Confidence.MEDIUM
        yield raised(
            CONCERN,
            function,
            call,
            context,
            message=f"{call.callee} compares {how} and ends at the first difference",
            remedy="Compare with CRYPTO_memcmp, behind a test for equal lengths",
            confidence=Confidence.LOW if keyed is None else sure,
            steps=(*(keyed.steps if keyed is not None else ()), Step(call.at, "it is compared")),
        )


def _is_keyed(source: Source, context: Context) -> bool:
    name = context.callees.knowledge.api_name(source.callee) if source.callee else ""
    return source.kind == "output" and _KEYED.fullmatch(name) is not None


def _is_named(operand: Operand) -> bool:
    """Whether a place is named after an authenticator."""
    last = operand.text.replace("->", ".").rsplit(".", 1)[-1] if isinstance(operand, Place) else ""
    return _NAMED.search(last.split("[")[0]) is not None
