"""A key, a password, an initialisation vector or a salt that stands in the program.

What: the value that an API takes as a key, a password, a pre-shared secret, an initialisation
vector or a salt is a literal, a list of constants or memory filled with one constant.
Why: whoever has the program, or one device of the fleet, has the secret of all of them, and it
cannot be changed without a new release. A salt or a vector that never changes makes equal inputs
visible.
Limits: a value is followed through variables, members, copies, own functions and their callers, not
through files, containers or foreign functions. A literal in a member that another function sets is
of medium confidence, for the member may be another object's. Vectors are judged where data is
encrypted only. An empty password is taken to mean that there is none. What stands in a file of
tests or examples is of low confidence: vectors of a standard are no secrets.
Remedy: read the secret from a protected store or the environment; draw salts and vectors from
RAND_bytes and keep them beside the data.
See: CWE-321, CWE-798, CWE-329, CWE-760; EVP_EncryptInit(3), PKCS5_PBKDF2_HMAC(3), RFC 8018.
"""

import re
from collections.abc import Iterator, Sequence

from auditkit.analyses.definitions import Definition
from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Call, Constant, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "hard-coded-secret",
    "Hard-coded secret",
    Category.HARD_CODED_VALUES,
    Severity.HIGH,
    ("CWE-798",),
)

EXAMPLES = r"""
typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;
typedef struct evp_cipher_st EVP_CIPHER;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct bio_st BIO;
typedef struct ssl_st SSL;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);
int EVP_EncryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, void *impl,
                       const unsigned char *key, const unsigned char *iv);
int EVP_DecryptInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *type, void *impl,
                       const unsigned char *key, const unsigned char *iv);
int PKCS5_PBKDF2_HMAC(const char *pass, int passlen, const unsigned char *salt, int saltlen,
                      int iter, const EVP_MD *digest, int keylen, unsigned char *out);
EVP_PKEY *PEM_read_bio_PrivateKey(BIO *bp, EVP_PKEY **x, pem_password_cb *cb, void *u);
const EVP_CIPHER *EVP_aes_256_cbc(void);
const EVP_MD *EVP_sha256(void);
int RAND_bytes(unsigned char *buf, int num);
void *memcpy(void *dest, const void *src, unsigned long n);
void *memset(void *s, int c, unsigned long n);
unsigned long strlen(const char *s);
char *getenv(const char *name);

#define PASSPHRASE "correct horse"
static const unsigned char master[32] = {0x13, 0x37, 0x42};

int literal_key(EVP_CIPHER_CTX *ctx)
{
    unsigned char iv[16];
    if (RAND_bytes(iv, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), 0, master, iv); // finding: hard-coded-secret
}

int filled_vector(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char iv[16];
    memset(iv, 0, sizeof(iv));
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), 0, key, iv); // finding: hard-coded-secret
}

int constant_salt(const char *pass, unsigned char *key)
{
    return PKCS5_PBKDF2_HMAC(pass, (int)strlen(pass), // finding: hard-coded-secret
                             (const unsigned char *)"salt", 4, 600000, EVP_sha256(), 32, key);
}

EVP_PKEY *own_passphrase(BIO *bio)
{
    char pass[] = PASSPHRASE;
    return PEM_read_bio_PrivateKey(bio, 0, 0, pass); // finding: hard-coded-secret
}

unsigned int psk_client(SSL *ssl, const char *hint, char *identity, unsigned int max_identity,
                        unsigned char *psk, unsigned int max_psk)
{
    if (max_psk < 16)
        return 0;
    memcpy(psk, "0123456789abcdef", 16); // finding: hard-coded-secret
    return 16;
}

static int seal(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), 0, key, iv);
}

int drawn(EVP_CIPHER_CTX *ctx)
{
    unsigned char key[32] = {0}, iv[16] = {0};
    if (RAND_bytes(key, 32) != 1 || RAND_bytes(iv, 16) != 1)
        return 0;
    return seal(ctx, key, iv);
}

EVP_PKEY *from_the_environment(BIO *bio)
{
    return PEM_read_bio_PrivateKey(bio, 0, 0, getenv("KEY_PASSPHRASE"));
}

int vector_beside_the_data(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *in)
{
    unsigned char iv[16];
    memcpy(iv, in, 16);
    return EVP_DecryptInit_ex(ctx, EVP_aes_256_cbc(), 0, key, iv);
}

int key_set_before(EVP_CIPHER_CTX *ctx, const unsigned char *iv)
{
    return EVP_EncryptInit_ex(ctx, 0, 0, 0, iv);
}
"""

_PURPOSES = {
    "key": ("key", "CWE-321", Severity.CRITICAL),
    "secret": ("secret", "CWE-321", Severity.CRITICAL),
    "password": ("password", "CWE-798", Severity.HIGH),
    "iv": ("initialisation vector", "CWE-329", Severity.MEDIUM),
    "salt": ("salt", "CWE-760", Severity.MEDIUM),
}
_FILLS = ("memset", "bzero", "explicit_bzero", "OPENSSL_cleanse")
_EMPTY = re.compile(r'(?:u8|[LuU])?"(?:\\0)?"|0|\{\}|0(?:, 0)*|0x0+|\'\\0\'')
_TRIAL = re.compile(r"(?i:(?:\b|_)(?:tests?|check|examples?|demos?|samples?)(?:\b|_)|check\.)")
_DECRYPTS = re.compile(r"(?i:decrypt|_open|verify|PEM_read|_parse)")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each secret of a call, and of a callback that hands one out, that stands in the program."""
    for each in inputs(function, context.callees, _PURPOSES):
        if _is_judged(each):
            traced = context.traced(function, each.point, each.operand)
            source = _standing(traced)
            if source is not None:
                yield _finding(function, each.call, each.purpose, source, context)
    yield from _handed_out(function, context)


def _is_judged(each: Input) -> bool:
    """Whether an argument is the secret that is used: not a decryption's vector, nor what a
    password callback gets.
    """
    if each.purpose == "iv" and _DECRYPTS.search(each.spec.function):
        return False
    names = [parameter.name for parameter in each.spec.parameters]
    if each.purpose == "password" and "cb" in names and names[-1] == "u":
        callback = each.call.arguments[names.index("cb")]
        if each.operand == each.call.arguments[-1]:
            return isinstance(callback, Constant) and callback.value == 0
    return True


def _standing(traced: Sequence[Source]) -> Source | None:
    """The constant that a value is; None where something else may set it, or where it is nothing.

    What is filled first and written by another call or element by element later is not constant.
    """
    given = [each for each in traced if each.kind != "none"]
    others = [each for each in given if not each.fixed and each.callee not in _FILLS]
    for each in given:
        partly = each.kind == "bytes" and others
        if each.kind in ("text", "bytes") and not partly and not _EMPTY.fullmatch(each.text):
            return each
    if others or any(each.kind in ("constant", "text") for each in given):
        return None
    blank = [each for each in given if each.text[:1] == "0" or each.callee in _FILLS]
    return blank[0] if blank else None


def _handed_out(function: Function, context: Context) -> Iterator[Finding]:
    """What a callback for a pre-shared key or a password copies out of the program."""
    named = {each.name: each.type for each in function.parameters}
    wanted = {"psk": "secret"} if "char *" in named.get("psk", "") else {}
    types = [each.type.replace(" ", "") for each in function.parameters]
    if types == ["char*", "int", "int", "void*"]:
        wanted = {function.parameters[0].name: "password"}
    for definition in context.tracer.crossings.definitions(function).all if wanted else ():
        call = definition.operation
        if definition.manner == "copied" and definition.name in wanted and isinstance(call, Call):
            source = _standing(_copied(function, definition, call, context))
            if source is not None:
                yield _finding(function, call, wanted[definition.name], source, context)


def _copied(
    function: Function, definition: Definition, call: Call, context: Context
) -> tuple[Source, ...]:
    rest = [item for number, item in enumerate(call.arguments) if number != definition.position]
    return context.traced(function, definition.point, rest[0]) if rest else ()


def _finding(
    function: Function, call: Call, purpose: str, source: Source, context: Context
) -> Finding:
    what, cwe, severity = _PURPOSES[purpose]
    shown = f"{source.callee} fills it" if source.callee else source.text[:60]
    shown = f"{shown} (line {source.at.line})"
    confidence = Confidence.HIGH if source.sure else Confidence.MEDIUM
    if _TRIAL.search(source.at.path):
        confidence = Confidence.LOW
    return raised(
        CONCERN,
        function,
        call,
        context,
        message=f"The {what} of {call.callee} stands in the program: {shown}",
        remedy="Draw it anew" if severity is Severity.MEDIUM else "Take it from a protected store",
        confidence=confidence,
        steps=(*source.steps, Step(call.at, f"{call.callee} takes it as the {what}")),
        severity=severity,
        cwe=(cwe,),
    )
