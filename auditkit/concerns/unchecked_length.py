"""A length that nobody has compared with the room there is.

What: memcpy or a like function copies into an array of known size, or into the buffer that a
callback gets together with its size, as many bytes as a parameter, a received byte or another
foreign number says, and no test on the way compares that number.
Why: whoever chooses the length writes over what lies behind the buffer.
Limits: any comparison of the length, or of what it was computed from, on the way to the copy counts
as the test, whether it is the right one or not; lengths in members of one's own are judged in
callbacks only. Sizes are known for arrays as declared in the function and in classes of the target.
Remedy: compare the length with the size of the destination first, and refuse what is too long.
See: CWE-120, CWE-787, CWE-1284; memcpy(3), SSL_CTX_set_psk_client_callback(3).
"""

import re
from collections.abc import Iterator

from auditkit.accesses import operands
from auditkit.analyses.capacities import declared
from auditkit.analyses.definitions import Point
from auditkit.analyses.inputs import calls_at
from auditkit.context import Context
from auditkit.facts import (
    Address,
    Assign,
    Branch,
    Call,
    Compute,
    Constant,
    Function,
    Operand,
    Place,
    Switch,
    Temp,
)
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unchecked-length",
    "Length not checked",
    Category.BUFFERS_AND_INPUT,
    Severity.HIGH,
    ("CWE-120", "CWE-787"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
void *memcpy(void *dest, const void *src, unsigned long n);

struct reading { unsigned char site[32]; unsigned long n; };
struct config { unsigned char psk[64]; unsigned int psk_len; };
struct config *config_of(SSL *ssl);

int decode(const unsigned char *rec, unsigned long n, struct reading *out)
{
    if (n < 3)
        return -1;
    out->n = rec[1];
    memcpy(out->site, rec + 3, out->n); // finding: unchecked-length
    return 0;
}

int take(const unsigned char *data, unsigned long n)
{
    unsigned char copy[64];
    memcpy(copy, data, n); // finding: unchecked-length
    return copy[0];
}

unsigned int psk_server(SSL *ssl, const char *identity, unsigned char *psk, unsigned int max_psk)
{
    struct config *c = config_of(ssl);
    memcpy(psk, c->psk, c->psk_len); // finding: unchecked-length
    return c->psk_len;
}

int decode_well(const unsigned char *rec, unsigned long n, struct reading *out)
{
    if (n < 3 || rec[1] + 3ul > n || rec[1] > sizeof(out->site))
        return -1;
    out->n = rec[1];
    memcpy(out->site, rec + 3, out->n);
    return 0;
}

unsigned int psk_client(SSL *ssl, const char *hint, char *identity, unsigned int max_identity,
                        unsigned char *psk, unsigned int max_psk)
{
    struct config *c = config_of(ssl);
    if (c->psk_len > max_psk)
        return 0;
    memcpy(psk, c->psk, c->psk_len);
    return c->psk_len;
}

void fixed(unsigned char *out, const struct reading *r)
{
    memcpy(out, r->site, sizeof(r->site));
}
"""

_COPIES = re.compile(r"(?:std::|::)?(?:memcpy|memmove|strncpy|bcopy|OPENSSL_memcpy)")
_BOUNDED = re.compile(r"(?:std::|::|q)?(?:Min|min|MIN|qMin|qBound|clamp|umin|strn?len|snprintf)")
_LIMITS = {"psk": r"max_?psk\w*|psk_?max\w*", "identity": r"max_?identity\w*|identity_?max\w*"}
_INTEGER = re.compile(r"(?:unsigned|size_t|int|long|short|uint\d+_t|quint\d+|ssize_t|char)\b")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each copy whose length nobody has compared."""
    for call, point in calls_at(function):
        if not _COPIES.fullmatch(call.callee) or len(call.arguments) != 3:
            continue
        target, length = call.arguments[0], call.arguments[2]
        if isinstance(length, Constant):
            continue
        limit = _limit(function, target)
        room = bool(limit) or _is_array(function, target, context)
        slice_ = _slice(function, context, point, length)
        if not room or slice_ is None or _is_compared(function, context, point, slice_):
            continue
        if not limit and not _is_foreign(function, slice_):
            continue
        yield raised(
            CONCERN,
            function,
            call,
            context,
            message=f"{call.callee} copies {_shown(length, slice_)} bytes to"
            f" {_text(target)}, and nobody has compared the length",
            remedy="Compare the length with the size of the destination first",
            confidence=Confidence.HIGH if limit or _is_text(target) else Confidence.MEDIUM,
            steps=(Step(call.at, f"so many bytes are copied to {_text(target)}"),),
        )


def _limit(function: Function, target: Operand) -> str:
    """The parameter that says how much fits where a callback is to write."""
    names = {each.name for each in function.parameters}
    if not isinstance(target, Place) or target.text not in names:
        return ""
    pattern = _LIMITS.get(target.text, "(?!)")
    return next((name for name in sorted(names) if re.fullmatch(pattern, name)), "")


def _is_array(function: Function, target: Operand, context: Context) -> bool:
    """Whether a copy goes to an array: a local one, or a member of that type."""
    if isinstance(target, Address):
        target = target.place
    if not isinstance(target, Place):
        return False
    if target.text == target.root:
        return declared(function, target.text).endswith("]")
    member = re.split(r"->|\.", target.text)[-1]
    return any(
        name == member and re.search(r"\[(?![01]?\]).*\]$", type) is not None
        for fields in context.layouts.fields.values()
        for name, type in fields
    )


def _slice(
    function: Function, context: Context, point: Point, length: Operand
) -> frozenset[str] | None:
    """The places that a length is computed from; None where a minimum or a size bounds it."""
    names: set[str] = set()
    pending: list[tuple[Operand, Point]] = [(length, point)]
    seen: set[tuple[str, Point]] = set()
    definitions = context.tracer.crossings.definitions(function)
    while pending and len(seen) < 60:
        operand, where = pending.pop()
        if not isinstance(operand, Place | Temp) or (str(operand), where) in seen:
            continue
        seen.add((str(operand), where))
        if isinstance(operand, Place):
            names.add(operand.text)
        for one in definitions.reaching(str(operand), where):
            match one.operation:
                case Assign(value=value):
                    pending.append((value, one.point))
                case Compute(operator=operator, operands=parts):
                    if operator in ("&", "%", ">>"):
                        return None
                    pending.extend((part, one.point) for part in parts)
                case Call(callee=callee):
                    if _BOUNDED.fullmatch(callee):
                        return None
                    names.add(callee + "()")
    return frozenset(names)


def _is_compared(function: Function, context: Context, point: Point, names: frozenset[str]) -> bool:
    """Whether a branch before a copy compares one of the places, or what is computed of it."""
    before = {point[0], *context.graph(function).reached_from(point[0])}
    for block in function.blocks:
        end = block.terminator
        if block.number not in before or not isinstance(end, Branch | Switch):
            continue
        for operand in operands(end):
            where = (block.number, len(block.operations))
            asked = _slice(function, context, where, operand)
            if asked is None or asked & {name for name in names if not name.endswith("()")}:
                return True
    return False


def _is_foreign(function: Function, names: frozenset[str]) -> bool:
    """Whether a length comes from outside: a parameter or a byte behind one."""
    types = {each.name: each.type for each in function.parameters}
    for name in names:
        root = re.split(r"->|\.|\[", name.lstrip("*"))[0]
        if name in types and _INTEGER.search(types[name]) and "*" not in types[name]:
            return True
        if root in types and root != name and re.search(r"\[|^\*", name):
            return True
    return False


def _shown(length: Operand, names: frozenset[str]) -> str:
    return length.text if isinstance(length, Place) else ", ".join(sorted(names)[:3]) or "so many"


def _text(target: Operand) -> str:
    return str(target).lstrip("&") if _is_text(target) else "the buffer"


def _is_text(target: Operand) -> bool:
    return isinstance(target, Place | Address)
