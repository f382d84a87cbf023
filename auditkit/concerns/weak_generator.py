"""A generator whose numbers can be foretold makes a secret.

What: rand, random, drand48, RAND_pseudo_bytes or a like function fills what an API takes as a key,
a vector, a salt or a secret, or what a function named after a secret returns or fills.
Why: from a few of its numbers, or from the time of its seed, everybody can compute the others.
Limits: what a value is for is known where it reaches an API of the knowledge base; elsewhere the
name of the function or of the place decides, and confidence is lower. Numbers for waiting times,
tests and hash tables are silent.
Remedy: RAND_bytes, or RAND_priv_bytes for private keys, tested for `== 1`.
See: CWE-330, CWE-338; RAND_bytes(3), rand(3).
"""

import re
from collections.abc import Iterable, Iterator

from auditkit.analyses.inputs import inputs
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Assign, Call, Function, Place
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "weak-generator",
    "Secret from a generator that can be foretold",
    Category.RANDOMNESS,
    Severity.HIGH,
    ("CWE-338",),
)

EXAMPLES = r"""
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, void *impl,
                       const unsigned char *key, const unsigned char *iv);
int RAND_bytes(unsigned char *buf, int num);
int RAND_pseudo_bytes(unsigned char *buf, int num);
int rand(void);

int vector(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key)
{
    unsigned char iv[16];
    int i;
    for (i = 0; i < 16; i++)
        iv[i] = (unsigned char)rand(); // finding: weak-generator
    return EVP_EncryptInit_ex(ctx, type, 0, key, iv);
}

int make_token(unsigned char *token)
{
    return RAND_pseudo_bytes(token, 16); // finding: weak-generator
}

void new_password(char *password)
{
    int i;
    for (i = 0; i < 8; i++)
        password[i] = (char)('a' + rand() % 26); // finding: weak-generator
}

int wait_some_time(void)
{
    return 100 + rand() % 50;
}

int drawn(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, const unsigned char *key)
{
    unsigned char iv[16];
    if (RAND_bytes(iv, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(ctx, type, 0, key, iv);
}
"""

_SECRETS = ("key", "secret", "iv", "salt", "password")
_WEAK = re.compile(
    r"(?:std::|::)?(?:rand|random|rand_r|random_r|[dlm]rand48|arc4random_weak|qrand|g_random_int"
    r"(?:_range)?|RAND_pseudo_bytes|BN_pseudo_rand|BN_pseudo_rand_range)"
)
_NAMED = re.compile(
    r"(?i:(?:^|_|[a-z](?=[A-Z]))(?:key|secret|nonce|salt|passw(?:or)?d|token|cookie|pin|challenge"
    r"|session_?id|pairing_?code|otp|iv|psk)s?(?:$|_|[A-Z\d]))"
)


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each call of a weak generator whose numbers are, or seem to be, a secret."""
    weak = [call for call in function.calls() if _is_weak(call.callee, context)]
    if not weak:
        return
    seen: set[object] = set()
    for each in inputs(function, context.callees, _SECRETS):
        for source in context.traced(function, each.point, each.operand):
            call = _call_of(source, weak)
            if call is not None and call.at not in seen:
                seen.add(call.at)
                used = Step(each.call.at, f"{each.call.callee} takes it as the {each.purpose}")
                steps = (*source.steps, used)
                yield _finding(function, call, context, Confidence.HIGH, steps)
    for call, name in _by_name(function, context, weak):
        if call.at not in seen:
            seen.add(call.at)
            steps = (Step(call.at, f"{call.callee} makes {name}"),)
            yield _finding(function, call, context, Confidence.MEDIUM, steps)


def _is_weak(callee: str, context: Context) -> bool:
    return _WEAK.fullmatch(context.callees.knowledge.api_name(callee) or callee) is not None


def _call_of(source: Source, calls: Iterable[Call]) -> Call | None:
    """The weak generator's call that a source is, if it is one."""
    same = (call for call in calls if call.callee == source.callee and call.at == source.at)
    return next(same, None)


def _by_name(function: Function, context: Context, weak: list[Call]) -> Iterator[tuple[Call, str]]:
    """The calls whose numbers go where a name speaks of a secret."""
    for call in weak:
        for argument in call.arguments:
            if isinstance(argument, Place) and _NAMED.search(_last(argument.text)):
                yield call, argument.text
    for block in function.blocks:
        for index, operation in enumerate(block.operations):
            if isinstance(operation, Assign) and isinstance(operation.target, Place):
                name = operation.target.text
                named = _NAMED.search(_last(name)) or _NAMED.search(_last(function.name))
                if not named:
                    continue
                traced = context.traced(function, (block.number, index), operation.value)
                for source in traced:
                    made = _call_of(source, weak)
                    if made is not None:
                        yield made, name


def _last(text: str) -> str:
    return text.split("[")[0].replace("->", ".").replace("::", ".").rsplit(".", 1)[-1].lstrip("*")


def _finding(
    function: Function,
    call: Call,
    context: Context,
    confidence: Confidence,
    steps: tuple[Step, ...],
) -> Finding:
    return raised(
        CONCERN,
        function,
        call,
        context,
        message=f"{call.callee} can be foretold, and {steps[-1].text}",
        remedy="Draw it with RAND_bytes and test for == 1",
        confidence=confidence,
        steps=steps,
    )
