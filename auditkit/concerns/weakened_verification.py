"""Flags that switch off a part of the verification of certificates.

What: a store or a verification is told not to look at the dates of certificates, to take broken
self-signed ones, to ignore critical extensions, or to match the common name beside the alternative
names.
Why: a certificate that has expired was often replaced since its key was lost; what is critical is
there to be obeyed.
Limits: flags that come from the configuration are not judged. A device without a clock may have to
do without dates; then something else must take their place.
Remedy: leave the flags away; where there is no clock at the start, set the time to check against.
See: CWE-295, CWE-298; X509_VERIFY_PARAM_set_flags(3), X509_check_host(3), RFC 5280.
"""

from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "weakened-verification",
    "Verification of certificates weakened",
    Category.CERTIFICATE_VERIFICATION,
    Severity.HIGH,
    ("CWE-295", "CWE-298"),
)

EXAMPLES = r"""
typedef struct x509_store_st X509_STORE;
typedef struct X509_VERIFY_PARAM_st X509_VERIFY_PARAM;
int X509_STORE_set_flags(X509_STORE *ctx, unsigned long flags);
int X509_VERIFY_PARAM_set_flags(X509_VERIFY_PARAM *param, unsigned long flags);
#define X509_V_FLAG_NO_CHECK_TIME 0x200000
#define X509_V_FLAG_CRL_CHECK 0x4
#define X509_V_FLAG_IGNORE_CRITICAL 0x10

int without_dates(X509_STORE *store)
{
    return X509_STORE_set_flags(store, // finding: weakened-verification
                                X509_V_FLAG_CRL_CHECK | X509_V_FLAG_NO_CHECK_TIME);
}

int whatever_it_says(X509_VERIFY_PARAM *param)
{
    unsigned long flags = X509_V_FLAG_CRL_CHECK;
    flags |= X509_V_FLAG_IGNORE_CRITICAL;
    return X509_VERIFY_PARAM_set_flags(param, flags); // finding: weakened-verification
}

int with_revocation(X509_STORE *store)
{
    return X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK);
}

int as_configured(X509_STORE *store, unsigned long flags)
{
    return X509_STORE_set_flags(store, flags);
}
"""

_FLAGS = {
    "X509_V_FLAG_NO_CHECK_TIME": (0x200000, "dates are not looked at"),
    "X509_V_FLAG_IGNORE_CRITICAL": (0x10, "critical extensions are ignored"),
    "X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT": (0x1, "the common name counts beside other names"),
}
"""Flags of X509_VERIFY_PARAM_set_flags(3) and X509_check_host(3), with what each does."""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each set of flags with one that switches something off."""
    for each in inputs(function, context.callees, ("verify_flags",)):
        for source in settled(context.traced(function, each.point, each.operand)):
            weaker = _weaker(each, source)
            if weaker:
                yield _finding(function, each, source, context, weaker)
                break


def _weaker(each: Input, source: Source) -> str:
    """What a constant switches off, in words; empty where that is nothing."""
    if source.kind != "constant":
        return ""
    host = "check_" in each.spec.function or "hostflags" in each.spec.function
    for name, (bit, text) in _FLAGS.items():
        plain = source.text[:1].isdigit() and source.value is not None and bool(source.value & bit)
        if name in source.text or (plain and host == ("CHECK_FLAG" in name)):
            return text
    return ""


def _finding(
    function: Function, each: Input, source: Source, context: Context, what: str
) -> Finding:
    call = each.call
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee}: {what} ({source.text}, line {source.at.line})",
        remedy="Leave the flag away",
        last=f"{call.callee} gets {source.text}",
    )
