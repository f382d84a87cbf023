"""Data with a length of its own that is treated as a C string.

What: what ASN1_STRING_get0_data or ASN1_STRING_data gives goes to strlen, strcmp, strcpy or another
function that reads up to a NUL byte.
Why: such data may hold a NUL byte anywhere, or none at its end: "bank.example\\0.evil.example"
passes for "bank.example", or the function reads on behind the data.
Limits: where the function that gets the data asks for its length too, the comparison of both may be
there and confidence is low. What ASN1_STRING_to_UTF8 makes ends in a NUL byte, and is silent.
Remedy: work with ASN1_STRING_length, and refuse data with a NUL byte inside; match names with
X509_check_host or SSL_set1_host.
See: CWE-158, CWE-170, CWE-297; ASN1_STRING_length(3), CVE-2009-2417.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import calls_at
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "length-delimited-string",
    "Data with a length taken for a C string",
    Category.BUFFERS_AND_INPUT,
    Severity.MEDIUM,
    ("CWE-158", "CWE-170"),
)

EXAMPLES = r"""
typedef struct asn1_string_st ASN1_STRING;
const unsigned char *ASN1_STRING_get0_data(const ASN1_STRING *x);
int ASN1_STRING_length(const ASN1_STRING *x);
int ASN1_STRING_to_UTF8(unsigned char **out, const ASN1_STRING *in);
unsigned long strlen(const char *s);
int strcmp(const char *s1, const char *s2);
void *memcpy(void *dest, const void *src, unsigned long n);

unsigned long measured(const ASN1_STRING *name)
{
    const char *text = (const char *)ASN1_STRING_get0_data(name);
    return strlen(text); // finding: length-delimited-string
}

int compared(const ASN1_STRING *name, const char *host)
{
    return strcmp((const char *)ASN1_STRING_get0_data(name), // finding: length-delimited-string
                  host);
}

int with_its_length(const ASN1_STRING *name, char *out, int room)
{
    int n = ASN1_STRING_length(name);
    if (n < 0 || n >= room)
        return -1;
    memcpy(out, ASN1_STRING_get0_data(name), (unsigned long)n);
    out[n] = 0;
    return n;
}

int converted(const ASN1_STRING *name)
{
    unsigned char *text = 0;
    return ASN1_STRING_to_UTF8(&text, name) < 0 ? -1 : (int)strlen((char *)text);
}
"""

_READS = re.compile(
    r"(?:std::|::)?(?:strn?len|strn?cmp|strn?casecmp|strcpy|strcat|strdup|strstr|strr?chr|fn?match)"
)
_GIVES = ("ASN1_STRING_get0_data", "ASN1_STRING_data")
_LENGTH = re.compile(r"(?:ASN1_STRING_length|->length)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each use as a C string of what has a length of its own."""
    for call, point in calls_at(function):
        if not _READS.fullmatch(call.callee):
            continue
        for argument in call.arguments[:2]:
            traced = context.traced(function, point, argument)
            source = next((each for each in traced if _is_delimited(each, context)), None)
            if source is not None:
                yield _finding(function, call, source, context)
                break


def _is_delimited(source: Source, context: Context) -> bool:
    known = context.callees.knowledge.api_name(source.callee) if source.callee else ""
    return source.kind == "result" and known in _GIVES


def _asks(function: Function, source: Source) -> bool:
    """Whether the function that gets the data asks for its length, too."""
    here = function.at.path == source.at.path
    inside = here and function.at.line <= source.at.line <= function.end_line
    return inside and any(_LENGTH.search(other.text) for other in function.calls())


def _finding(function: Function, call: Call, source: Source, context: Context) -> Finding:
    asked = any(_asks(each, source) for each in (function, *context.functions))
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee} takes what {source.callee} gives for a C string",
        remedy="Use ASN1_STRING_length, and refuse a NUL byte inside",
        last=f"{call.callee} reads up to a NUL byte",
        doubt=Confidence.LOW if asked else None,
    )
