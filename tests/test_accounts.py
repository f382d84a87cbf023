"""The tables of what analyses concluded: reasons, resources and summaries, from text to rows."""

from pathlib import Path

import pandas as pd
import pytest

import auditkit as ak
from auditkit.analyses.fates import ASKED, FATES

HEAD = (
    "typedef struct ssl_st SSL; typedef struct x509_st X509; typedef struct bio_st BIO;"
    " int SSL_read(SSL *ssl, void *to, int size); int SSL_get_error(const SSL *ssl, int result);"
    " int SSL_connect(SSL *ssl); void ERR_clear_error(void); int decide(SSL *ssl, int result);"
    " X509 *SSL_get1_peer_certificate(const SSL *ssl); void X509_free(X509 *it); int more(void);"
    " int look(X509 *it); void keep(void *it); void SSL_set_bio(SSL *ssl, BIO *in, BIO *out);\n"
)


@pytest.fixture
def audited(tmp_path: Path) -> Path:
    """Where the text of a case goes."""
    return tmp_path / "f.c"


def rows(file: Path, text: str, table: str) -> pd.DataFrame:
    """A table of the audit of a text, whose first line is line 2."""
    file.write_text(HEAD + text + "\n")
    return ak.audit(file, cached=False).table(table)


QUESTIONS = {
    "asked, and obeyed": (
        "int f(SSL *s, char *b) { ERR_clear_error();\n int n = SSL_read(s, b, 9);\n"
        " if (n > 0) return n;\n switch (SSL_get_error(s, n)) {\n"
        " case 2: case 3: return 0;\n default: return -1; } }",
        ("asked", 5, "", "", True, "return 0", "return 0", "return -1", "return -1", "return -1"),
    ),
    "never asked, on a queue that may hold errors": (
        "int f(SSL *s, char *b) { int n = SSL_read(s, b, 9);\n return n > 0 ? 1 : 0; }",
        ("never", 0, "", "", False, "", "", "", "", ""),
    ),
    "left to the caller": (
        "int f(SSL *s, char *b) { return SSL_read(s, b, 9); }",
        ("left", 0, "the caller", "", False, "", "", "", "", ""),
    ),
    "of another connection": (
        "int f(SSL *s, SSL *t, char *b) { ERR_clear_error(); int n = SSL_read(s, b, 9);\n"
        " return n > 0 ? 1 : SSL_get_error(t, n); }",
        ("wrongly", 3, "", "", True, "", "", "", "", ""),
    ),
}


@pytest.mark.parametrize("case", QUESTIONS)
def test_each_operation_says_what_becomes_of_its_reason(audited: Path, case: str) -> None:
    text, expected = QUESTIONS[case]
    [row] = rows(audited, text, "reasons").to_dict("records")
    names = ["asked", "asked_line", "left", "between", "clean_queue"]
    names += ["want_read", "want_write", "zero_return", "syscall", "ssl"]
    found = tuple(row[name] for name in names)
    assert found[:5] == expected[:5]
    if case != "of another connection":
        assert found == expected


def test_each_acquisition_has_a_row_for_each_fate_with_its_owner(audited: Path) -> None:
    text = (
        "int f(SSL *s) { X509 *c = SSL_get1_peer_certificate(s);\n if (!c) return 0;\n"
        " if (more())\n return -1;\n X509_free(c);\n return 1; }"
    )
    table = rows(audited, text, "resources")
    acquired = table[table["kind"] == "result"]
    columns = ["value", "release", "exit", "exit_line", "fate", "owner", "confidence", "why"]
    assert [tuple(row) for row in acquired[columns].itertuples(index=False)] == [
        (
            *("c", "X509_free", "branch", 3, "not acquired", "nobody", "high"),
            "the call failed, so there is nothing to release",
        ),
        ("c", "X509_free", "return", 5, "leaked", "nobody", "high", "nobody owns it any more"),
        (
            *("c", "X509_free", "return", 7, "released", "nobody: X509_free released it"),
            *("high", "X509_free releases it on line 6"),
        ),
    ]
    assert acquired["resource"].nunique() == 1
    assert (acquired["line"] == 2).all()


def test_what_nobody_describes_is_no_certain_owner(audited: Path) -> None:
    text = "void f(SSL *s) { X509 *c = SSL_get1_peer_certificate(s);\n keep(c); }"
    table = rows(audited, text, "resources")
    [row] = table.to_dict("records")
    assert (row["fate"], row["owner"], row["confidence"]) == ("unknown", "perhaps keep", "medium")
    assert row["why"] == "keep gets it on line 3; nothing says what it does"


def test_functions_have_an_inferred_specification_with_its_support(audited: Path) -> None:
    text = (
        "static int start(SSL *s) {\n if (SSL_connect(s) != 1)\n return -1;\n return 0; }\n"
        "int twice(SSL *s) { return start(s) < 0 || start(s) < 0; }"
    )
    start, twice = rows(audited, text, "summaries").to_dict("records")
    assert (start["error"], start["success"], start["check"]) == ("== -1", "== 0", "required")
    assert (start["support"], start["against"], start["calls"]) == (1, 0, 2)
    assert start["why"] == "it fails when SSL_connect does"
    assert twice["function"] == "twice"


def test_who_owns_and_who_writes_is_in_the_table_of_apis(audited: Path) -> None:
    apis = rows(audited, "int f(void) { return 0; }", "apis").set_index("function")
    assert apis.loc["SSL_set_bio", "parameters"] == "rbio takes, wbio takes"
    assert apis.loc["RAND_bytes", "outputs"] == "buf on success"


def test_words_are_those_of_their_vocabularies(sample: Path) -> None:
    audit = ak.audit(sample)
    assert set(audit.resources["fate"]) <= set(FATES)
    assert set(audit.reasons["asked"]) <= set(ASKED)
    assert audit.resources["call"].isin(audit.calls["call"]).all()
    assert audit.reasons["call"].isin(audit.calls["call"]).all()
    assert len(audit.summaries) == len(audit.functions)
    assert (audit.resources["why"] != "").all()


LOSSES = {
    "still owned at the exit": (
        "int f(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); if (!c) return -1;\n"
        " if (SSL_connect(s) != 1)\n return -1;\n X509_free(c); return 0; }",
        "c",
    ),
    "released before": (
        "int f(SSL *s) { X509 *c = SSL_get1_peer_certificate(s); if (!c) return -1;\n"
        " if (SSL_connect(s) != 1) {\n X509_free(c); return -1; }\n X509_free(c); return 0; }",
        "",
    ),
    "acquired behind": (
        "int f(SSL *s) { X509 *c; if (SSL_connect(s) != 1)\n return -1;\n"
        " c = SSL_get1_peer_certificate(s); if (!c) return -1;\n return look(c); }",
        "",
    ),
}


@pytest.mark.parametrize("case", LOSSES)
def test_error_paths_name_what_they_lose(audited: Path, case: str) -> None:
    text, expected = LOSSES[case]
    paths = rows(audited, text, "error_paths")
    [leaked] = paths.loc[paths["callee"] == "SSL_connect", "leaked"]
    assert leaked == expected
