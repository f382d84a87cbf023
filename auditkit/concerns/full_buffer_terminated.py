"""A NUL byte that is written one behind a buffer which may be full.

What: a read may fill a whole array, and the number of bytes that it returns is used as the index of
a terminating NUL.
Why: where the peer sends as many bytes as fit, the byte behind the buffer is overwritten.
Limits: the size that the read gets has to be the size of the array, as `sizeof` or as a number, and
nothing may compare the result with it before.
Remedy: read `sizeof(buffer) - 1` bytes at most.
See: CWE-193, CWE-787; SSL_read(3), recv(2).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.capacities import declared
from auditkit.analyses.definitions import written_name
from auditkit.context import Context
from auditkit.facts import Assign, Branch, Call, Constant, Function, Operand, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "full-buffer-terminated",
    "Terminator behind a full buffer",
    Category.BUFFERS_AND_INPUT,
    Severity.HIGH,
    ("CWE-193", "CWE-787"),
)

EXAMPLES = r"""
typedef struct ssl_st SSL;
int SSL_read(SSL *ssl, void *buf, int num);
long recv(int fd, void *buf, unsigned long n, int flags);
int use(const char *text);

int one_behind(SSL *ssl)
{
    char line[128];
    int n = SSL_read(ssl, line, sizeof(line));
    if (n <= 0)
        return -1;
    line[n] = 0; // finding: full-buffer-terminated
    return use(line);
}

int by_number(int fd)
{
    char line[64];
    long n = recv(fd, line, 64, 0);
    if (n < 0)
        return -1;
    line[n] = '\0'; // finding: full-buffer-terminated
    return use(line);
}

int leaves_room(SSL *ssl)
{
    char line[128];
    int n = SSL_read(ssl, line, sizeof(line) - 1);
    if (n <= 0)
        return -1;
    line[n] = 0;
    return use(line);
}

int the_last_one_read(SSL *ssl)
{
    char line[128];
    int n = SSL_read(ssl, line, sizeof(line));
    if (n <= 0)
        return -1;
    line[n - 1] = 0;
    return use(line);
}

int looks(SSL *ssl)
{
    char line[128];
    int n = SSL_read(ssl, line, sizeof(line));
    if (n <= 0 || n >= (int)sizeof(line))
        return -1;
    line[n] = 0;
    return use(line);
}
"""

_READS = re.compile(r"(?:SSL_read|BIO_read|recv|recvfrom|read|fread|pread)")
_WHOLE = re.compile(r"(?:\([\w ]+\)\s*)?sizeof\s*\(?\s*\*?([\w>.-]+)\s*\)?(?:\s*/\s*sizeof.*)?")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each terminator at the index of a read that may have filled the array."""
    for block in function.blocks:
        for index, each in enumerate(block.operations):
            if not isinstance(each, Assign) or not isinstance(each.target, Place):
                continue
            if len(each.target.indices) != 1 or not _is_nul(each.value):
                continue
            at = each.target.indices[0]
            if not isinstance(at, Place):
                continue
            for source in context.traced(function, (block.number, index), at):
                call = _read(function, context, source.callee, source.at.line)
                if call is not None and _fills(function, call, each.target):
                    if not _is_compared(function, at):
                        yield _finding(function, each, call, context)
                    break


def _is_nul(value: Operand) -> bool:
    return isinstance(value, Constant) and value.value == 0


def _read(function: Function, context: Context, callee: str, line: int) -> Call | None:
    """The reading call of a function on a line."""
    if not callee:
        return None
    for call in function.calls():
        api = context.callees.knowledge.api_name(call.callee) or call.callee
        if call.callee == callee and call.at.line == line and _READS.fullmatch(api):
            return call
    return None


def _fills(function: Function, call: Call, target: Place) -> bool:
    """Whether a read may fill the whole array that is terminated."""
    name = target.text.rpartition("[")[0]
    if not any(written_name(item) == name for item in call.arguments):
        return False
    extent = re.search(r"\[([^\[\]]*)\]\)?$", _type(function, name))
    for item in call.arguments:
        if isinstance(item, Constant):
            whole = _WHOLE.fullmatch(item.text)
            if whole is not None and whole[1] == name:
                return True
            if extent is not None and item.text == extent[1]:
                return True
    return False


def _type(function: Function, name: str) -> str:
    types = {each.name: each.type for each in function.parameters}
    return declared(function, name) or types.get(name, "")


def _is_compared(function: Function, index: Operand) -> bool:
    """Whether a branch compares the index with something other than 0 or -1."""
    for block in function.blocks:
        end = block.terminator
        if isinstance(end, Branch) and index in (end.left, end.right):
            other = end.right if end.left == index else end.left
            if not isinstance(other, Constant) or other.value not in (0, 1, -1):
                return True
    return False


def _finding(function: Function, each: Assign, call: Call, context: Context) -> Finding:
    return Finding(
        CONCERN,
        each.at,
        function.name,
        function.signature,
        call.callee,
        f"{each.target} = {each.value}",
        f"{call.callee} on line {call.at.line} may fill the whole of"
        f" {str(each.target).rpartition('[')[0]}: then this writes behind it",
        "Read one byte less than there is room for",
        CONCERN.severity,
        context.confidence(function, Confidence.HIGH),
        (
            Step(call.at, f"{call.callee} reads as many bytes as fit"),
            Step(each.at, "the terminator is written at that index"),
        ),
        CONCERN.cwe,
        author_comment=context.author_comment(each.at.path, each.at.line),
        condition=function.condition,
    )
