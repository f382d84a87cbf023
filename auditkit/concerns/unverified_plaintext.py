"""Decrypted data that is used before its tag has been verified.

What: with an authenticated cipher, what EVP_DecryptUpdate gave is copied on or handed to another
function on a path that has not passed EVP_DecryptFinal_ex, or the tag is never set.
Why: until the last call has succeeded the data is whatever an attacker has made of it.
Limits: a cipher counts as authenticated where its getter, or a control for the tag, is in the
function. CCM tells in the update already, and is silent. Data that is only written to the caller's
buffer is silent too where the function fails behind a wrong tag.
Remedy: set the tag, decrypt, and use nothing before `EVP_DecryptFinal_ex(...) == 1`.
See: CWE-347, CWE-354; EVP_EncryptInit(3), section AEAD INTERFACE.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.definitions import Point, written_name
from auditkit.analyses.inputs import calls_at
from auditkit.cfg import Graph
from auditkit.context import Context
from auditkit.facts import Call, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unverified-plaintext",
    "Plaintext used before its tag is verified",
    Category.ENCRYPTION,
    Severity.HIGH,
    ("CWE-347", "CWE-354"),
)

EXAMPLES = r"""
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
int EVP_DecryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, void *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_DecryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl,
                      const unsigned char *in, int inl);
int EVP_DecryptFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *outm, int *outl);
const EVP_CIPHER *EVP_aes_256_gcm(void);
void *memcpy(void *dest, const void *src, unsigned long n);
void handle(const unsigned char *data, int n);

int too_early(EVP_CIPHER_CTX *ctx, const unsigned char *k, const unsigned char *iv,
              const unsigned char *in, void *state)
{
    unsigned char plain[64];
    int n = 0, tail = 0;
    if (EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), 0, k, iv) != 1)
        return -1;
    if (EVP_DecryptUpdate(ctx, plain, &n, in, 64) != 1)
        return -1;
    memcpy(state, plain, 64); // finding: unverified-plaintext
    return EVP_DecryptFinal_ex(ctx, plain + n, &tail) == 1 ? 0 : -1;
}

int in_time(EVP_CIPHER_CTX *ctx, const unsigned char *k, const unsigned char *iv,
            const unsigned char *in)
{
    unsigned char plain[64];
    int n = 0, tail = 0;
    if (EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), 0, k, iv) != 1)
        return -1;
    if (EVP_DecryptUpdate(ctx, plain, &n, in, 64) != 1)
        return -1;
    if (EVP_DecryptFinal_ex(ctx, plain + n, &tail) != 1)
        return -1;
    handle(plain, n + tail);
    return 0;
}
"""

_AEAD = re.compile(r"(?i:gcm|ocb|poly1305|siv)|AEAD_SET_TAG")
_CCM = re.compile(r"(?i:ccm)")
_HARMLESS = re.compile(r"(?:EVP_|OPENSSL_cleanse|explicit_bzero|memset|\w*free$|sizeof|\w*log\w*)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each first use of decrypted data on a path that has not passed the last call."""
    texts = [call.text for call in function.calls()]
    if not any(_AEAD.search(text) for text in texts) or any(_CCM.search(t) for t in texts):
        return
    calls = list(calls_at(function))
    names = {id(call): context.callees.knowledge.api_name(call.callee) for call, _ in calls}
    finals = [point for call, point in calls if "DecryptFinal" in names[id(call)]]
    for call, point in calls:
        if names[id(call)] not in ("EVP_DecryptUpdate", "EVP_Decrypt") or len(call.arguments) < 2:
            continue
        output = written_name(call.arguments[1])
        if not output:
            continue
        used = _used(context.graph(function), calls, names, point, finals, output)
        if used is not None:
            yield raised(
                CONCERN,
                function,
                used,
                context,
                message=f"{used.callee} uses {output} before EVP_DecryptFinal_ex has verified it",
                remedy="Use it only behind EVP_DecryptFinal_ex(...) == 1",
                confidence=Confidence.HIGH if finals else Confidence.MEDIUM,
                steps=(
                    Step(call.at, f"{call.callee} writes {output}"),
                    Step(used.at, f"{used.callee} uses it"),
                ),
            )


def _used(
    graph: Graph,
    calls: list[tuple[Call, Point]],
    names: dict[int, str],
    start: Point,
    finals: list[Point],
    output: str,
) -> Call | None:
    """The first call that reads the output on a path without the last call of the decryption."""
    open_ = _reached(graph, start, finals)
    for call, (number, index) in calls:
        behind = (number == start[0] and index > start[1]) or (
            number in open_ and number != start[0]
        )
        ended = any(block == number and at < index for block, at in finals)
        if not behind or ended or _HARMLESS.match(call.callee.lstrip("_dlq")):
            continue
        given = call.arguments[1:] if call.callee.endswith("memcpy") else call.arguments
        if any(written_name(item) == output for item in given):
            return call
    return None


def _reached(graph: Graph, start: Point, finals: list[Point]) -> set[int]:
    """The blocks that control reaches from a point without passing the last call before them."""
    closed = {block for block, _ in finals}
    seen: set[int] = set()
    stack = [] if start[0] in closed else list(graph.successors[start[0]])
    while stack:
        number = stack.pop()
        if number in seen:
            continue
        seen.add(number)
        if number not in closed:
            stack.extend(graph.successors[number])
    return seen
