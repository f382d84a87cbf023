"""A private key that is written without encryption.

What: PEM_write_bio_PrivateKey or its like gets no cipher, so that the key is written as it is.
Why: whoever reads the file, a backup of it or the pipe has the key.
Limits: where the key goes is not followed: memory that is wiped, or a file that only its owner may
read, can be enough. A cipher that comes from the configuration is not judged.
Remedy: give a cipher such as EVP_aes_256_cbc() and a passphrase, or create the file with a mode of
0600 and say so.
See: CWE-311, CWE-312; PEM_write_bio_PrivateKey(3).
"""

from collections.abc import Iterator

from auditkit.analyses.inputs import inputs
from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unencrypted-private-key",
    "Private key written without encryption",
    Category.SENSITIVE_DATA,
    Severity.MEDIUM,
    ("CWE-311", "CWE-312"),
)

EXAMPLES = r"""
typedef struct bio_st BIO;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_cipher_st EVP_CIPHER;
typedef int pem_password_cb(char *buf, int size, int rwflag, void *userdata);
int PEM_write_bio_PrivateKey(BIO *bp, const EVP_PKEY *x, const EVP_CIPHER *enc,
                             const unsigned char *kstr, int klen, pem_password_cb *cb, void *u);
const EVP_CIPHER *EVP_aes_256_cbc(void);

int in_the_clear(BIO *out, const EVP_PKEY *key)
{
    return PEM_write_bio_PrivateKey(out, key, 0, 0, 0, 0, 0); // finding: unencrypted-private-key
}

int sealed(BIO *out, const EVP_PKEY *key, char *pass)
{
    return PEM_write_bio_PrivateKey(out, key, EVP_aes_256_cbc(), 0, 0, 0, pass);
}

int as_asked(BIO *out, const EVP_PKEY *key, char *pass)
{
    const EVP_CIPHER *cipher = pass != 0 ? EVP_aes_256_cbc() : 0;
    return PEM_write_bio_PrivateKey(out, key, cipher, 0, 0, 0, pass);
}
"""


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each private key that is written with no cipher, whatever the path."""
    for each in inputs(function, context.callees, ("cipher",)):
        if "encoding" not in each.spec.role or "PrivateKey" not in each.spec.function:
            continue
        traced = context.traced(function, each.point, each.operand)
        if traced and all(source.kind == "constant" and source.value == 0 for source in traced):
            yield raised(
                CONCERN,
                function,
                each.call,
                context,
                message=f"{each.call.callee} writes the private key without encryption",
                remedy="Give a cipher and a passphrase, or protect where it is written to",
                confidence=Confidence.MEDIUM,
                steps=(*traced[0].steps, Step(each.call.at, "no cipher is given")),
            )
