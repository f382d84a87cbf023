"""A secret that is written to a log or to the terminal.

What: a logging or printing function gets a password, a pre-shared key or a master secret, or what a
derivation has made, as a text or byte by byte.
Why: logs are read by many, are sent around and kept for years.
Limits: what is secret is told by its name (`psk`, `password`, `secret`, `master_key`) or by the API
that it comes from; that a message is only compiled into debug builds is not told apart.
Remedy: log that there is one, and its length at most.
See: CWE-532; SSL_CTX_set_keylog_callback(3).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.definitions import Point
from auditkit.analyses.inputs import calls_at
from auditkit.analyses.wording import LOGS
from auditkit.context import Context
from auditkit.facts import Call, Compute, Function, Operand, Place, Temp, Text
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "secret-in-log",
    "Secret written to a log",
    Category.SENSITIVE_DATA,
    Severity.HIGH,
    ("CWE-532",),
)

EXAMPLES = r"""
typedef struct evp_md_st EVP_MD;
int PKCS5_PBKDF2_HMAC(const char *pass, int passlen, const unsigned char *salt, int saltlen,
                      int iter, const EVP_MD *digest, int keylen, unsigned char *out);
int printf(const char *format, ...);
void log_debug(const char *format, ...);

struct peer { char *password; unsigned long password_len; char *name; };

void told(const struct peer *p)
{
    log_debug("login of %s with %s", p->name, p->password); // finding: secret-in-log
}

void byte_by_byte(const unsigned char *psk, int n)
{
    int i;
    for (i = 0; i < n; i++)
        printf("%02x", psk[i]); // finding: secret-in-log
}

void derived(const char *pass, const unsigned char *salt, const EVP_MD *md)
{
    unsigned char out[32];
    if (PKCS5_PBKDF2_HMAC(pass, 8, salt, 16, 600000, md, 32, out) == 1)
        log_debug("key: %.32s", out); // finding: secret-in-log
}

void its_length(const struct peer *p)
{
    log_debug("login of %s, %lu bytes", p->name, p->password_len);
}

void asks(void)
{
    printf("password: ");
}
"""

_NAMED = re.compile(
    r"(?i)^(?:the_?|my_?|user_?|peer_?)?(?:psk|pass(?:word|wd|phrase)|secret(?:_?key)?"
    r"|master_?(?:key|secret)|shared_?(?:key|secret)|session_?key)_*$"
)
"""Names of secrets; a `private_key` that is a text is mostly the name of a file."""
_DERIVES = ("derivation",)
_TAKES_TEXT = re.compile(r"%[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t)?([a-zA-Z%])")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each secret that a logging or printing function gets, each call once."""
    for call, point in calls_at(function):
        if not LOGS.search(call.callee) or call.callee.startswith(("snprintf", "sprintf")):
            continue
        for operand in _shown(call):
            told = _secret(function, context, point, operand)
            if told is not None:
                name, confidence = told
                yield raised(
                    CONCERN,
                    function,
                    call,
                    context,
                    message=f"{call.callee} writes {name}",
                    remedy="Write that there is one, and its length at most",
                    confidence=confidence,
                    steps=(Step(call.at, f"{name} is written"),),
                )
                break


def _shown(call: Call) -> Iterator[Operand]:
    """The arguments that a message shows as texts or bytes; all where it has no format."""
    formats = [index for index, item in enumerate(call.arguments) if isinstance(item, Text)]
    if not formats:
        return
    kinds: list[str] = []
    for match in _TAKES_TEXT.finditer(call.arguments[formats[0]].__str__()):
        kinds.extend("*" * match[0].count("*"))
        if match[1] != "%":
            kinds.append(match[1])
    rest = call.arguments[formats[0] + 1 :]
    for kind, operand in zip(kinds, rest, strict=False):
        if kind in "sxX":
            yield operand


def _secret(
    function: Function, context: Context, point: Point, operand: Operand
) -> tuple[str, Confidence] | None:
    """What is secret in an operand, and how sure; None where nothing is known to be."""
    place = _place(function, operand)
    if place is not None and _NAMED.search(_last(place.text)):
        return place.text, Confidence.MEDIUM
    for source in context.traced(function, point, operand):
        spec = context.callees.knowledge.find(source.callee) if source.callee else None
        if source.kind == "output" and spec is not None and spec.role[0] in _DERIVES:
            return f"what {source.callee} has made", Confidence.HIGH
    return None


def _place(function: Function, operand: Operand) -> Place | None:
    """The place that an operand is, behind casts."""
    for _ in range(4):
        if not isinstance(operand, Temp):
            break
        made = (each for each in function.operations() if isinstance(each, Compute))
        cast = next((each for each in made if each.target == operand), None)
        if cast is None or cast.operator != "cast":
            return None
        operand = cast.operands[0]
    return operand if isinstance(operand, Place) else None


def _last(text: str) -> str:
    return text.split("[")[0].replace("->", ".").rsplit(".", 1)[-1].lstrip("*")
