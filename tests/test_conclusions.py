"""The table of variables: each verdict with what it rests on, harmless ones with their write."""

from pathlib import Path

import pytest

import auditkit as ak
from auditkit.analyses.conclusions import VERDICTS
from auditkit.analyses.written import Verdict

HEAD = (
    "struct pair { int first; int second; }; typedef struct ssl_st SSL;"
    " int more(void); int unknown(int *value); int RAND_bytes(unsigned char *buffer, int size);"
    " int SSL_write(SSL *ssl, const void *data, int size); long recvfrom(int fd, void *data,"
    " unsigned long size, int flags, void *from, unsigned *length);"
)
ASSIGNED = ("harmless", 2, "an assignment", 0, "high")
CASES = {
    "one write before every read": (
        "int f(void) { int x;\n x = more();\n return x; }",
        (
            "harmless",
            2,
            "an assignment",
            0,
            "high",
            "written on line 2 by an assignment before every read",
        ),
    ),
    "a write on each branch": (
        "int f(int a) { int x;\n if (a) x = 1;\n else x = 2;\n return x; }",
        (
            *ASSIGNED,
            "written on lines 2 and 3 by an assignment; every way to a read passes one of them",
        ),
    ),
    "the same condition twice": (
        "int f(int a) { int x;\n if (a) x = 1;\n return a ? x : 0; }",
        (
            *ASSIGNED,
            "written on line 2 by an assignment; every way that can be taken to a read passes it",
        ),
    ),
    "each field by its own write": (
        "int f(void) { struct pair x;\n x.first = 1;\n x.second = 2;\n"
        " return x.first + x.second; }",
        (
            *ASSIGNED,
            "written on lines 2 and 3 by an assignment; each read comes after one of them",
        ),
    ),
    "on success only, and read there only": (
        "int f(void) { unsigned char x[8];\n if (RAND_bytes(x, 8) != 1) return -1;\n"
        " return x[0]; }",
        (
            *("harmless", 2, "RAND_bytes", 0, "high"),
            "written on line 2 by RAND_bytes if that succeeds; read only where RAND_bytes did",
        ),
    ),
    "by a function that nobody knows": (
        "int f(void) { int x;\n unknown(&x);\n return x; }",
        (
            *("given", 2, "unknown", 0, "medium"),
            "left on line 2 to unknown before every read; nothing says whether that writes it",
        ),
    ),
    "written before a function that nobody knows gets it": (
        "int f(void) { int x;\n x = 0;\n unknown(&x);\n return x; }",
        (
            "harmless",
            2,
            "an assignment",
            0,
            "high",
            "written on line 2 by an assignment before every read",
        ),
    ),
    "through another name": (
        "int f(void) { int x, *p;\n p = &x;\n *p = 1;\n return x; }",
        (
            *("given", 2, "another name for it", 0, "medium"),
            "left on line 2 to another name for it before every read; nothing says whether that"
            " writes it",
        ),
    ),
    "never read": (
        "int f(void) { int x;\n x = more();\n return 0; }",
        ("unused", 0, "", 0, "high", "nothing reads it"),
    ),
    "on some path only": (
        "int f(int a) { int x;\n if (a) x = 1;\n return x; }",
        (
            *("unwritten", 2, "an assignment", 3, "high"),
            "x is read on line 3; on some path to there nothing was stored into it",
        ),
    ),
    "read first by a call": (
        "long f(int a, char *b) { unsigned x;\n return recvfrom(a, b, 9, 0, b, &x); }",
        (
            *("unwritten", 2, "recvfrom", 2, "high"),
            "x is read on line 2 by recvfrom; on every path to there nothing was stored into it",
        ),
    ),
    "not tested": (
        "int f(void) { unsigned char x[8];\n RAND_bytes(x, 8);\n return x[0]; }",
        (
            *("untested", 2, "RAND_bytes", 3, "medium"),
            "x is read on line 3, but RAND_bytes on line 2, which writes it only on success, was"
            " not tested",
        ),
    ),
    "handed out in parts": (
        "int f(SSL *s) { struct pair x;\n x.first = 1; if (s) x.second = 1;\n"
        " return SSL_write(s, &x, sizeof(x)); }",
        (
            *("partial", 2, "an assignment", 3, "medium"),
            "handed out on line 3 by SSL_write, but .second was never stored on a path to there",
        ),
    ),
    "with a value": (
        "int f(void) { int x = 1;\n return x; }",
        ("initialised", 1, "its declaration", 0, "high", "declared with a value"),
    ),
}


def variable(tmp_path: Path, text: str, name: str = "x") -> tuple[object, ...]:
    """What the table says of a variable of the function `f`, which begins on line 1."""
    file = tmp_path / "f.c"
    file.write_text(f"{HEAD} {text}\n")
    rows = ak.audit(file, cached=False).variables.query(f"function == 'f' and variable == '{name}'")
    [row] = rows.to_dict("records")
    names = ("verdict", "written_line", "written_by", "read_line", "confidence", "why")
    return tuple(row[key] for key in names)


@pytest.mark.parametrize("case", CASES)
def test_each_verdict_says_what_it_rests_on(tmp_path: Path, case: str) -> None:
    text, expected = CASES[case]
    assert variable(tmp_path, text) == expected


def test_what_is_no_plain_variable_is_not_judged(tmp_path: Path) -> None:
    file = tmp_path / "f.cpp"
    file.write_text('#include "missing.h"\nint f() { Text x; return x.size(); }\n')
    [row] = ak.audit(file, cached=False).variables.to_dict("records")
    assert (row["verdict"], row["written_line"], row["confidence"]) == ("unjudged", 0, "low")


def test_many_writes_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    cases = "".join(f" case {number}: x = {number}; break;\n" for number in range(9))
    text = f"int f(int a) {{ int x;\n switch (a) {{\n{cases} default: x = 0; }}\n return x; }}"
    assert "and 4 more by an assignment; every way" in str(variable(tmp_path, text)[-1])


def test_every_verdict_of_the_analysis_has_its_word() -> None:
    assert {verdict.name.lower() for verdict in Verdict} < set(VERDICTS)


def test_a_variable_is_one_row_wherever_it_is_declared(sample: Path) -> None:
    rows = ak.audit(sample).variables
    assert set(rows["verdict"]) <= set(VERDICTS)
    assert not rows.duplicated(["path", "line", "column", "function", "variable"]).any()
    assert (rows["why"] != "").all()
    harmless = rows[rows["verdict"] == "harmless"]
    assert (harmless["written_line"] > 0).all()
    assert rows[rows["read_line"] > 0]["verdict"].isin(VERDICTS[5:]).all()
