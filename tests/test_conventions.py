"""The convention of a file: a truth value that is handed on among functions that answer 0 or -1."""

import pytest

from auditkit.testing import context_of

HEAD = (
    "typedef struct bio_st BIO; typedef struct x509_st X509; typedef struct evp_pkey_st EVP_PKEY;"
    " int PEM_write_bio_PUBKEY(BIO *bp, const EVP_PKEY *x); int BIO_flush(BIO *bp);"
    " int X509_check_private_key(const X509 *x, const EVP_PKEY *pkey);"
)
FELLOW = " int write_{}(BIO *b, EVP_PKEY *k) {{ return PEM_write_bio_PUBKEY(b, k) == 1 ? 0 : -1; }}"
FELLOWS = "".join(FELLOW.format(number) for number in range(5))
ODD = "int export_public(BIO *b, EVP_PKEY *k) { return PEM_write_bio_PUBKEY(b, k); }"
CASES = {
    "handed on among five": (FELLOWS + ODD, ["fellows"]),
    "four make no custom": (FELLOWS.replace(FELLOW.format(0), "") + ODD, []),
    "one of them answers by truth": (
        FELLOWS + "int flush(BIO *b) { if (BIO_flush(b) <= 0) return 0; return 1; }" + ODD,
        [],
    ),
    "named like the API": (FELLOWS + ODD.replace("export_public", "my_PEM_write_bio_PUBKEY"), []),
    "a question": (
        FELLOWS + "int fits(X509 *x, EVP_PKEY *k) { return X509_check_private_key(x, k); }",
        [],
    ),
    "its caller knows": (
        FELLOWS + ODD + "int both(BIO *b, EVP_PKEY *k)"
        " { return export_public(b, k) == 1 && export_public(b, k) == 1 ? 0 : -1; }",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_takes_the_fellows_of_a_file_for_its_convention(name: str) -> None:
    text, expected = CASES[name]
    context = context_of(HEAD + text, "c")
    forms = [item.form for each in context.functions for item in context.mixed(each)]
    assert forms == expected
