"""Files written to hurt: the audit ends, the others are complete, and the ledger tells."""

import os
import random
from pathlib import Path

import pytest

import auditkit as ak

GOOD = "int SSL_connect(void *ssl);\nint good(void *s) { SSL_connect(s); return 1; }\n"
HOSTILE = {
    "crash": "#pragma clang __debug parser_crash\nint f(void) { return g(); }\n",
    "parentheses": "int f(void) { return " + "(" * 20000 + "1" + ")" * 20000 + "; }\n",
    "braces": "void f(void) " + "{" * 5000 + "}" * 5000 + "\n",
    "long line": 'char *s = "' + "x" * 1_000_000 + '";\nint f(void) { return g(); }\n',
    "control characters": 'int f(void) { return g("\x00\x1b[31m\u202e"); }\n',
    "unterminated": '#if A\nint f(void) { return "',
    "macros": "#define A(x) B(x) B(x)\n#define B(x) A(x) A(x)\nint f(void) { A(1); return 0; }\n",
    "else chain": "int f(int a) { " + "if (a) g(); else " * 3000 + "g(); return a; }\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_hurts_only_itself(name: str, tmp_path: Path) -> None:
    (tmp_path / "bad.c").write_bytes(HOSTILE[name].encode("utf-8", "surrogatepass"))
    (tmp_path / "good.c").write_text(GOOD)
    audit = ak.audit(tmp_path, cached=False)
    assert list(audit.findings.query("path == 'good.c'")["callee"]) == ["SSL_connect"]
    ledger = audit.ledger.query("path == 'bad.c'")
    lines = ledger[["typed_lines", "syntactic_lines", "opaque_lines"]].to_numpy().sum()
    assert lines == sum(bool(line.strip()) for line in HOSTILE[name].split("\n"))
    unread = ledger.query("origin == 'opaque'")
    assert all(unread["reason"] != "")


def test_bytes_that_are_no_text_and_names_that_are_no_names(tmp_path: Path) -> None:
    (tmp_path / "=a\nb.c").write_bytes(b'int f(void) { return g("\xff\xfe"); }\n')
    audit = ak.audit(tmp_path, cached=False)
    assert list(audit.functions["function"]) == ["f"]
    audit.save(tmp_path / "out", csv=True)
    text = (tmp_path / "out" / "calls.csv").read_text()
    assert "'=a" in text


def test_a_name_that_is_no_utf8_is_spelled_out_everywhere(tmp_path: Path) -> None:
    target = tmp_path / "project"
    target.mkdir()
    (target / os.fsdecode(b"\xff.c")).write_text(GOOD)
    audit = ak.audit(target, cached=False)
    assert list(audit.findings["path"]) == [r"\xff.c"]
    assert audit.source(r"\xff.c").data == GOOD.encode()
    loaded = ak.load(audit.save(tmp_path / "out", csv=True))
    assert list(loaded.ledger["path"].unique()) == [r"\xff.c"]


def test_text_in_another_encoding_is_opaque_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "wide.c").write_bytes(GOOD.encode("utf-16"))
    (tmp_path / "good.c").write_text(GOOD)
    audit = ak.audit(tmp_path, cached=False)
    (row,) = audit.ledger.query("path == 'wide.c'").to_dict("records")
    assert row["origin"] == "opaque"
    assert row["opaque_lines"] > 0
    assert "UTF-16" in row["reason"]
    assert set(audit.findings["path"]) == {"good.c"}


def test_bytes_at_random_are_not_read_with_types(tmp_path: Path) -> None:
    (tmp_path / "noise.c").write_bytes(random.Random(7).randbytes(5000))
    audit = ak.audit(tmp_path, cached=False)
    assert audit.ledger["typed_lines"].sum() == 0
