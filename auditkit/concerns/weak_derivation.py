"""A key that is derived from a password in too few rounds.

What: PBKDF2 runs a constant number of rounds below 10,000, or EVP_BytesToKey, which is a single
digest for most uses, makes a key of a password.
Why: each guess of the password costs an attacker the derivation and no more; today's advice for
PBKDF2 is hundreds of thousands of rounds.
Limits: a number that comes from a file or the configuration is not judged, and not whether what is
derived from is a password or random already (then few rounds are right).
Remedy: 600,000 rounds of PBKDF2 with SHA-256, or scrypt or Argon2; keep the number beside the data.
See: CWE-916; PKCS5_PBKDF2_HMAC(3), EVP_BytesToKey(3), RFC 8018, NIST SP 800-132.
"""

from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source, settled
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Finding, Severity
from auditkit.raising import raised_by

CONCERN = Concern(
    "weak-derivation",
    "Too few rounds of key derivation",
    Category.ENCRYPTION,
    Severity.MEDIUM,
    ("CWE-916",),
)

EXAMPLES = r"""
typedef struct evp_md_st EVP_MD;
typedef struct evp_cipher_st EVP_CIPHER;
int PKCS5_PBKDF2_HMAC(const char *pass, int passlen, const unsigned char *salt, int saltlen,
                      int iter, const EVP_MD *digest, int keylen, unsigned char *out);
int EVP_BytesToKey(const EVP_CIPHER *type, const EVP_MD *md, const unsigned char *salt,
                   const unsigned char *data, int datal, int count, unsigned char *key,
                   unsigned char *iv);
const EVP_MD *EVP_sha256(void);
const EVP_CIPHER *EVP_aes_128_cbc(void);
enum { FEW = 1000, MANY = 600000 };

int few(const char *pass, int len, const unsigned char *salt, unsigned char *key)
{
    return PKCS5_PBKDF2_HMAC(pass, len, salt, 16, // finding: weak-derivation
                             FEW, EVP_sha256(), 32, key);
}

int one(const unsigned char *pass, int len, const unsigned char *salt, unsigned char *key)
{
    return EVP_BytesToKey(EVP_aes_128_cbc(), EVP_sha256(), salt, // finding: weak-derivation
                          pass, len, 1, key, 0);
}

int many(const char *pass, int len, const unsigned char *salt, unsigned char *key)
{
    return PKCS5_PBKDF2_HMAC(pass, len, salt, 16, MANY, EVP_sha256(), 32, key);
}

int as_stored(const char *pass, int len, const unsigned char *salt, int rounds, unsigned char *key)
{
    return PKCS5_PBKDF2_HMAC(pass, len, salt, 16, rounds, EVP_sha256(), 32, key);
}
"""

_FEWEST = 10_000


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each derivation with a constant and small number of rounds."""
    for each in inputs(function, context.callees, ("iterations",)):
        for source in settled(context.traced(function, each.point, each.operand)):
            if source.kind == "constant" and _is_few(each, source.value or 0):
                yield _finding(function, each, source, context)
                break


def _is_few(each: Input, rounds: int) -> bool:
    """Whether a number of rounds is too small; 0 is PKCS12_create's word for its default."""
    return 0 < rounds < _FEWEST and "PKCS12" not in each.spec.function


def _finding(function: Function, each: Input, source: Source, context: Context) -> Finding:
    call = each.call
    return raised_by(
        CONCERN,
        function,
        call,
        context,
        source,
        message=f"{call.callee} runs {source.value} rounds (line {source.at.line})",
        remedy="Run at least 600,000 rounds of PBKDF2, or use scrypt",
        last=f"{call.callee} runs so many rounds",
    )
