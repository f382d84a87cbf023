"""A DTLS peer that is told from others by its port alone.

What: ports of socket addresses are compared and nothing around compares the addresses.
Why: many hosts use one port: the datagrams of one peer, or of whoever forges them, reach the
association of another.
Limits: the comparison of the addresses is looked for in the same function and in those that it
calls. Ports that are compared with a number are configuration, and silent.
Remedy: compare family, address and port together.
See: CWE-940; RFC 6347, section 4.2.8; ip(7).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Branch, Call, Function, Operand, Place, Temp
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "peer-by-port-alone",
    "Peer told by its port alone",
    Category.DTLS,
    Severity.MEDIUM,
    ("CWE-940",),
)

EXAMPLES = r"""
struct in_addr { unsigned int s_addr; };
struct sockaddr_in { unsigned short sin_family, sin_port; struct in_addr sin_addr; };

static unsigned short port_of(const struct sockaddr_in *a)
{
    return a->sin_port;
}

int find_peer(const struct sockaddr_in *known, int n, const struct sockaddr_in *from)
{
    int i;
    for (i = 0; i < n; i++)
        if (port_of(&known[i]) == port_of(from)) // finding: peer-by-port-alone
            return i;
    return -1;
}

int find_exactly(const struct sockaddr_in *known, int n, const struct sockaddr_in *from)
{
    int i;
    for (i = 0; i < n; i++)
        if (port_of(&known[i]) == port_of(from)
            && known[i].sin_addr.s_addr == from->sin_addr.s_addr)
            return i;
    return -1;
}

int is_https(const struct sockaddr_in *from)
{
    return port_of(from) == 443;
}
"""

_PORT = re.compile(r"(?:sin6?_port|port)\b")
_ADDRESS = re.compile(
    r"s6?_addr|sin6?_addr|sa_data|\bmemcmp\b|rawaddress|ADDR_cmp|addr_?eq|same_?addr"
)


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each comparison of two ports without one of the addresses."""
    for block in function.blocks:
        end = block.terminator
        if not isinstance(end, Branch) or end.operator not in ("==", "!=") or end.right is None:
            continue
        point = (block.number, len(block.operations))
        if not all(_is_port(function, context, point, each) for each in (end.left, end.right)):
            continue
        call = next((each for each in _calls(function, end)), None)
        if call is None or _compares_addresses(function, context):
            continue
        yield raised(
            CONCERN,
            function,
            call,
            context,
            message=f"{end.text} tells a peer by its port, and nothing compares the address",
            remedy="Compare family, address and port together",
            confidence=Confidence.MEDIUM,
            steps=(Step(end.at, "only the ports are compared"),),
        )


def _calls(function: Function, end: Branch) -> Iterator[Call]:
    for call in function.calls():
        if call.result in (end.left, end.right):
            yield call


def _is_port(
    function: Function, context: Context, point: tuple[int, int], operand: Operand
) -> bool:
    """Whether an operand is a port that somebody sent, by the member that it comes from."""
    if isinstance(operand, Place):
        return operand.text.endswith(("sin_port", "sin6_port"))
    if not isinstance(operand, Temp):
        return False
    traced: tuple[Source, ...] = context.traced(function, point, operand)
    return any(_PORT.search(source.text) for source in traced if not source.fixed)


def _compares_addresses(function: Function, context: Context) -> bool:
    texts = [call.text for call in function.calls()]
    for block in function.blocks:
        if isinstance(block.terminator, Branch):
            texts.append(block.terminator.text)
    texts.extend(context.surroundings.within(function).values())
    texts.extend(context.surroundings.within(function))
    return any(_ADDRESS.search(text) for text in texts)
