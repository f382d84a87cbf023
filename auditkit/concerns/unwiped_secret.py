"""A secret that stays in memory when the function leaves.

What: a local buffer gets key material, a password or a serialised session, and no exit, or not
every exit, wipes it.
Why: what is left on the stack is read by the next function that forgets to initialise, lands in
core dumps and swap, and goes out with the next overread.
Limits: what is secret is told by the API that fills or takes the buffer. A wipe counts wherever it
stands on a path; buffers on the heap and members are not judged, and not what the library keeps.
Remedy: OPENSSL_cleanse on every way out, best behind one label.
See: CWE-226, CWE-244; OPENSSL_cleanse(3).
"""

import re
from collections.abc import Iterator

from auditkit.analyses.definitions import Definition, written_name
from auditkit.analyses.inputs import calls_at, inputs
from auditkit.cfg import Graph
from auditkit.context import Context
from auditkit.facts import Assign, Call, Declare, Function, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step

CONCERN = Concern(
    "unwiped-secret",
    "Secret not wiped",
    Category.SENSITIVE_DATA,
    Severity.MEDIUM,
    ("CWE-226", "CWE-244"),
)

EXAMPLES = r"""
typedef struct evp_md_st EVP_MD;
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
int PKCS5_PBKDF2_HMAC(const char *pass, int passlen, const unsigned char *salt, int saltlen,
                      int iter, const EVP_MD *digest, int keylen, unsigned char *out);
void OPENSSL_cleanse(void *ptr, unsigned long len);
int use(const unsigned char *key);

int leaves_it(const char *pass, const unsigned char *salt, const EVP_MD *md)
{
    unsigned char key[32]; // finding: unwiped-secret
    if (PKCS5_PBKDF2_HMAC(pass, 8, salt, 16, 600000, md, 32, key) != 1)
        return -1;
    return use(key);
}

int forgets_one_way(const char *pass, const unsigned char *salt, const EVP_MD *md)
{
    unsigned char key[32]; // finding: unwiped-secret
    if (PKCS5_PBKDF2_HMAC(pass, 8, salt, 16, 600000, md, 32, key) != 1)
        return -1;
    if (use(key) != 0)
        return -1;
    OPENSSL_cleanse(key, sizeof(key));
    return 0;
}

int wipes(const char *pass, const unsigned char *salt, const EVP_MD *md)
{
    unsigned char key[32];
    int ret = -1;
    if (PKCS5_PBKDF2_HMAC(pass, 8, salt, 16, 600000, md, 32, key) == 1)
        ret = use(key);
    OPENSSL_cleanse(key, sizeof(key));
    return ret;
}
"""

_WIPES = re.compile(
    r"(?i:\w*(?:cleanse|explicit_bzero|memset_s|memset_explicit|SecureZeroMemory|memzero|zeroize"
    r"|wipe|burn|bzero|memset|clear_free)\w*)"
)
_SERIALISES = ("i2d_SSL_SESSION", "i2d_PrivateKey", "SSL_SESSION_get_master_key")
_TAKES = ("key", "password", "secret")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each local buffer with a secret that leaves on some path unwiped."""
    arrays = {
        each.place.text: each
        for each in function.operations()
        if isinstance(each, Declare) and each.type.endswith("]") and "const" not in each.type
    }
    for name, filled in _filled(function, context, arrays).items():
        graph = context.graph(function)
        wipes = _wipes(function, name)
        if not wipes or _leaves_unwiped(graph, filled, wipes):
            yield _finding(function, arrays[name], filled, bool(wipes), context)


def _filled(
    function: Function, context: Context, arrays: dict[str, Declare]
) -> dict[str, Definition]:
    """The buffers that a secret is written to, with the call that does it."""
    definitions = context.tracer.crossings.definitions(function).all
    aliases = _aliases(function, arrays)
    taken = {written_name(each.operand) for each in inputs(function, context.callees, _TAKES)}
    found: dict[str, Definition] = {}
    for one in definitions:
        name = aliases.get(one.name, one.name)
        call = one.operation
        if name not in arrays or not isinstance(call, Call):
            continue
        spec = context.spec(call)
        api = context.callees.knowledge.api_name(call.callee)
        makes = one.manner == "output" and spec is not None and spec.role[:1] == ("derivation",)
        serialises = api in _SERIALISES
        if makes or serialises or (name in taken and one.manner in ("output", "copied")):
            found.setdefault(name, one)
    return found


def _aliases(function: Function, arrays: dict[str, Declare]) -> dict[str, str]:
    """The pointers that are set to one of the arrays."""
    return {
        each.target.text: each.value.text
        for each in function.operations()
        if isinstance(each, Assign)
        and isinstance(each.target, Place)
        and isinstance(each.value, Place)
        and each.value.text in arrays
    }


def _wipes(function: Function, name: str) -> set[int]:
    """The blocks that wipe a buffer."""
    return {
        point[0]
        for call, point in calls_at(function)
        if _WIPES.fullmatch(call.callee.rsplit("::", 1)[-1])
        and any(written_name(item) == name for item in call.arguments)
    }


def _leaves_unwiped(graph: Graph, filled: Definition, wipes: set[int]) -> bool:
    """Whether an exit can be reached from where the secret is used without a wipe.

    The way out on which the call that fills the buffer has failed has nothing to wipe.
    """
    start = filled.point[0]
    stack = [each for each in graph.successors[start] if each not in graph.exits]
    if start in wipes:
        return False
    seen: set[int] = set()
    while stack:
        number = stack.pop()
        if number in seen or number in wipes:
            continue
        if number in graph.exits:
            return True
        seen.add(number)
        stack.extend(graph.successors[number])
    return False


def _finding(
    function: Function, declared: Declare, filled: Definition, some: bool, context: Context
) -> Finding:
    call, name = filled.operation, declared.place.text
    by = call.callee if isinstance(call, Call) else ""
    return Finding(
        CONCERN,
        declared.at,
        function.name,
        function.signature,
        by,
        name,
        f"{name} gets a secret from {by} (line {filled.operation.at.line}) and leaves"
        f" {'on some path ' if some else ''}unwiped",
        "Wipe it with OPENSSL_cleanse on every way out",
        CONCERN.severity,
        context.confidence(function, Confidence.MEDIUM if some else Confidence.HIGH),
        (
            Step(declared.at, f"{name} is a local buffer"),
            Step(filled.operation.at, f"{by} writes a secret to it"),
        ),
        CONCERN.cwe,
        author_comment=context.author_comment(declared.at.path, declared.at.line),
        condition=declared.alternative or function.condition,
    )
