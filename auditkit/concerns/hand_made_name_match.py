"""A host name that is compared by hand with the common name of a certificate.

What: what X509_NAME_get_text_by_NID or X509_NAME_oneline gives is compared as a text, or
SSL_set1_host or its like gets an empty name.
Why: the common name is the last one only, may hold a NUL byte, is cut to the buffer, and has no
say where the certificate has alternative names; wildcards are not read. An empty name switches the
check off without a word.
Limits: comparing with something else than a host, a serial number or a user, may be right: the
comparison is found by what flows into it, not by what it is for.
Remedy: SSL_set1_host before the handshake, or `X509_check_host(...) == 1`.
See: CWE-297, CWE-295; X509_check_host(3), X509_NAME_get_text_by_NID(3), RFC 6125, CVE-2009-2417.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import calls_at
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "hand-made-name-match",
    "Host name compared by hand",
    Category.CERTIFICATE_VERIFICATION,
    Severity.HIGH,
    ("CWE-297",),
)

EXAMPLES = r"""
typedef struct X509_name_st X509_NAME;
typedef struct x509_st X509;
X509_NAME *X509_get_subject_name(const X509 *x);
int X509_NAME_get_text_by_NID(X509_NAME *name, int nid, char *buf, int len);
int X509_check_host(X509 *x, const char *chk, unsigned long chklen, unsigned int flags,
                    char **peername);
int strcasecmp(const char *s1, const char *s2);
int log_text(const char *text);

int by_hand(X509 *cert, const char *host)
{
    char name[64] = "";
    X509_NAME *subject = X509_get_subject_name(cert);
    if (X509_NAME_get_text_by_NID(subject, 13, name, 64) < 0) // finding: hand-made-name-match
        return 0;
    return strcasecmp(name, host) == 0;
}

int shown(X509 *cert)
{
    char name[64] = "";
    if (X509_NAME_get_text_by_NID(X509_get_subject_name(cert), 13, name, sizeof(name)) < 0)
        return 0;
    return log_text(name);
}

int by_the_library(X509 *cert, const char *host)
{
    return X509_check_host(cert, host, 0, 0, 0) == 1;
}
"""

_COMPARES = re.compile(
    r"(?:std::|::)?(?:str(?:n|case|ncase)?cmp|memcmp|fnmatch|strcasestr|strstr|stricmp"
    r"|(?:g_ascii_|Curl_|curl_)?str\w*casecmp|strcasecompare|hostmatch\w*|compare)"
)
_GIVES = ("X509_NAME_get_text_by_NID", "X509_NAME_get_text_by_OBJ", "X509_NAME_oneline")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each comparison of a certificate's name as a text."""
    for call, point in calls_at(function):
        if not _COMPARES.fullmatch(call.callee):
            continue
        found: list[Source] = []
        for argument in call.arguments[:2]:
            traced = context.traced(function, point, argument)
            found.extend(each for each in traced if _is_name(each, context))
            if traced and all(each.fixed for each in traced):
                found = []
                break
        if found:
            given = next((each for each in function.calls() if each.at == found[0].at), call)
            yield raised(
                CONCERN,
                function,
                given,
                context,
                message=f"{call.callee} on line {call.at.line} compares what {found[0].callee}"
                " gives as a text",
                remedy="Let the library match: SSL_set1_host, or X509_check_host compared with 1",
                confidence=Confidence.HIGH if found[0].sure else Confidence.MEDIUM,
                steps=(*found[0].steps, Step(call.at, f"{call.callee} compares it")),
            )


def _is_name(source: Source, context: Context) -> bool:
    return bool(source.callee) and context.callees.knowledge.api_name(source.callee) in _GIVES
