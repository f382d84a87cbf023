"""The pipeline from a target to tables and back: the contract that other tools rely on."""

from pathlib import Path

import pandas as pd
import pytest

import auditkit as ak
from auditkit.frames import TABLES, csv_safe, dtypes, table
from auditkit.rows import DiagnosticRow
from auditkit.supervise import Supervisor

SOURCE = """typedef struct ssl_st SSL;
int SSL_connect(SSL *ssl);
int start(SSL *ssl)
{
    SSL_connect(ssl);
    return 1;
}
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with one file and one finding."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "start.c").write_text(SOURCE)
    return folder


def test_tables_have_their_columns_and_dtypes_also_without_rows(target: Path) -> None:
    (target / "start.c").write_text("")
    audit = ak.audit(target)
    for name, row in TABLES.items():
        frame = audit.table(name)
        assert {column: str(kind) for column, kind in frame.dtypes.items()} == dict(dtypes(row))


def test_saved_tables_come_back_equal(target: Path, tmp_path: Path) -> None:
    audit = ak.audit(target)
    loaded = ak.load(audit.save(tmp_path / "saved"))
    for name in TABLES:
        pd.testing.assert_frame_equal(audit.table(name), loaded.table(name))
    assert loaded.source("start.c").data == SOURCE.encode()
    assert (loaded.target, loaded.date) == (audit.target, audit.date)


def test_csv_has_the_columns_of_the_contract(target: Path, tmp_path: Path) -> None:
    ak.audit(target).save(tmp_path, csv=True)
    wanted = {
        "apis": "function error source",
        "calls": "path line column function callee api result",
        "findings": "fingerprint concern category cwe severity confidence path line column function"
        " callee message",
        "ledger": "path function line end_line origin reason typed_lines syntactic_lines"
        " opaque_lines",
    }
    for name, columns in wanted.items():
        assert set(columns.split()) <= set(pd.read_csv(tmp_path / f"{name}.csv").columns)
    apis = pd.read_csv(tmp_path / "apis.csv").set_index("function")
    assert apis.loc["SSL_connect", "error"] == "<= 0"
    assert apis.loc["BIO_new", "error"] == "== NULL"


def test_a_second_audit_reads_nothing_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ak.audit(target)
    monkeypatch.setattr(Supervisor, "submit", lambda *_: pytest.fail("a file was read again"))
    second = ak.audit(target)
    pd.testing.assert_frame_equal(first.findings, second.findings)


def test_a_changed_file_is_read_again(target: Path) -> None:
    assert len(ak.audit(target).findings) == 1
    (target / "start.c").write_text(SOURCE.replace("    SSL_connect(ssl);\n", ""))
    assert len(ak.audit(target).findings) == 0


def test_a_fingerprint_stays_when_lines_move(target: Path) -> None:
    before = ak.audit(target).findings
    (target / "start.c").write_text("\n\n/* moved */\n\n" + SOURCE)
    after = ak.audit(target).findings
    assert list(before["fingerprint"]) == list(after["fingerprint"])
    assert list(before["line"] + 4) == list(after["line"])


def test_equal_calls_of_one_function_have_ids_of_their_own(target: Path) -> None:
    (target / "start.c").write_text(
        SOURCE.replace("    return", "    SSL_connect(ssl);\n    return")
    )
    audit = ak.audit(target)
    assert audit.calls["call"].is_unique
    assert audit.findings["fingerprint"].is_unique
    assert len(audit.findings) == 2


def test_formulas_in_names_are_inert_in_csv() -> None:
    row = DiagnosticRow("=cmd()", 1, 1, "error", "@x\x1b[31m", "")
    safe = csv_safe(table([row], TABLES["diagnostics"]))
    assert list(safe.iloc[0][["path", "message"]]) == ["'=cmd()", "'@x⟦U+001B⟧[31m"]


def test_a_table_that_is_not_there_is_one_clear_line(target: Path, tmp_path: Path) -> None:
    with pytest.raises(ak.AuditkitError, match="no table 'nothing': there are apis"):
        ak.audit(target).table("nothing")
    with pytest.raises(ak.AuditkitError, match="holds no saved audit"):
        ak.load(tmp_path / "empty")


def test_two_heads_of_one_body_share_no_ids_and_no_findings(tmp_path: Path) -> None:
    file = tmp_path / "twins.c"
    file.write_text(
        "int RAND_bytes(unsigned char *b, int n);\n"
        "#if VERSION >= 2\nstatic int fill(unsigned char *b, const char *why) {\n"
        "#else\nstatic int fill(unsigned char *b, char *why) {\n#endif\n"
        "    RAND_bytes(b, 4);\n    return why != 0;\n}\n"
        "int own(int n) { return n; }\nint caller(void) { return own(3); }\n"
    )
    audited = ak.audit(file, cached=False)
    assert list(audited.functions["function"]) == ["fill", "fill", "own", "caller"]
    assert audited.calls["call"].is_unique
    assert audited.checks["call"].is_unique
    assert list(audited.findings["line"]) == [7]
    apis = audited.calls.set_index("callee")["api"]
    assert (apis["own"], set(apis["RAND_bytes"])) == ("", {"RAND_bytes"})


def test_a_defect_of_an_analysis_costs_one_conclusion_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditkit import context

    def broken(course: object) -> None:
        raise RecursionError("no end")

    file = tmp_path / "two.c"
    file.write_text(
        "int RAND_bytes(unsigned char *b, int n);\nvoid f(unsigned char *b) {\n"
        "    RAND_bytes(b, 4);\n}\n"
    )
    monkeypatch.setattr(context, "inquiries", broken)
    audited = ak.audit(file, cached=False)
    assert list(audited.findings["concern"]) == ["unchecked-result"]
    assert list(audited.diagnostics["message"]) == [
        "defect of auditkit: reasons of f not concluded (RecursionError: no end)"
    ]


def test_an_answer_about_itself_in_a_loop_ends(tmp_path: Path) -> None:
    file = tmp_path / "loop.c"
    file.write_text(
        "typedef struct ssl_st SSL; int SSL_get_error(const SSL *s, int r);\n"
        "int f(SSL *ssl) { int err = 0; for (;;) { err = SSL_get_error(ssl, err);"
        " if (err == 2) continue; return -1; } }\n"
    )
    assert list(ak.audit(file, cached=False).diagnostics["message"]) == []


def test_the_sample_shows_no_defect_of_the_kit(sample: Path) -> None:
    messages = ak.audit(sample).diagnostics["message"]
    assert not messages.str.contains("defect of auditkit").any()
