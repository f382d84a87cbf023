"""One initialisation vector for more than one message.

What: a loop encrypts message after message under a key and a vector that do not change from one
round to the next.
Why: with GCM, CCM or ChaCha20 two messages under one nonce give away their difference and the key
of the authentication; with CBC equal beginnings show.
Limits: loops within one function are seen, not repeated calls from elsewhere; what an unknown
function does with the vector is taken for a change. Vectors that stand in the program are
`hard-coded-secret`'s.
Remedy: draw a new vector for each message, or count: a nonce needs to be different, not random.
See: CWE-323, CWE-329; EVP_EncryptInit(3), NIST SP 800-38D.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.context import Context
from auditkit.facts import Constant, Function, Operand, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "reused-nonce",
    "Initialisation vector used again",
    Category.ENCRYPTION,
    Severity.HIGH,
    ("CWE-323",),
)

EXAMPLES = r"""
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, void *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx, unsigned char *out, int *outl,
                      const unsigned char *in, int inl);
const EVP_CIPHER *EVP_aes_256_gcm(void);
int RAND_bytes(unsigned char *buf, int num);

int once(EVP_CIPHER_CTX *ctx, const unsigned char *key, unsigned char **msg, int n)
{
    unsigned char iv[12];
    int i, len;
    if (RAND_bytes(iv, 12) != 1)
        return 0;
    for (i = 0; i < n; i++) {
        if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), 0, key, iv) != 1) // finding: reused-nonce
            return 0;
        if (EVP_EncryptUpdate(ctx, msg[i], &len, msg[i], 16) != 1)
            return 0;
    }
    return 1;
}

int anew(EVP_CIPHER_CTX *ctx, const unsigned char *key, unsigned char **msg, int n)
{
    unsigned char iv[12];
    int i, len;
    for (i = 0; i < n; i++) {
        if (RAND_bytes(iv, 12) != 1)
            return 0;
        if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), 0, key, iv) != 1)
            return 0;
        if (EVP_EncryptUpdate(ctx, msg[i], &len, msg[i], 16) != 1)
            return 0;
    }
    return 1;
}

int counted(EVP_CIPHER_CTX *ctx, const unsigned char *key, unsigned char *iv, int n)
{
    int i;
    for (i = 0; i < n; i++) {
        iv[11]++;
        if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), 0, key, iv) != 1)
            return 0;
    }
    return 1;
}
"""

_DECRYPTS = re.compile(r"(?i:decrypt|open)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each start of an encryption in a loop that changes neither vector nor key."""
    graph = context.graph(function)
    for each in inputs(function, context.callees, ("iv",)):
        loop = graph.loop(each.point[0])
        if _DECRYPTS.search(each.spec.function) or not loop:
            continue
        varying = [each.operand, *_keys(function, each, context)]
        if _is_null(each.operand) or any(
            _changes(function, context, operand, loop) for operand in varying
        ):
            continue
        yield raised(
            CONCERN,
            function,
            each.call,
            context,
            message=f"each round of the loop encrypts with the same vector {each.operand}",
            remedy="Draw or count a new vector in each round",
            confidence=Confidence.HIGH,
            steps=(Step(each.call.at, f"{each.operand} is the same in the next round"),),
        )


def _keys(function: Function, each: Input, context: Context) -> list[Operand]:
    return [
        other.operand
        for other in inputs(function, context.callees, ("key",))
        if other.call is each.call
    ]


def _is_null(operand: Operand) -> bool:
    return isinstance(operand, Constant)


def _changes(function: Function, context: Context, operand: Operand, loop: frozenset[int]) -> bool:
    """Whether an operand may have another value in the next round of a loop."""
    if not isinstance(operand, Place) or any(True for _ in operand.indices):
        return not isinstance(operand, Constant)
    definitions = context.tracer.crossings.definitions(function).all
    root = operand.root
    return any(
        one.point[0] in loop and one.name.lstrip("*").split("->")[0].split(".")[0] == root
        for one in definitions
    )
