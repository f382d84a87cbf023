"""A stand-in for an audit, made of rows by hand, for the tests of displays and of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from auditkit import frames
from auditkit.errors import FrameError
from auditkit.facts import (
    Block,
    Branch,
    BranchKind,
    Call,
    CallKind,
    Constant,
    Discard,
    Function,
    Jump,
    Origin,
    Return,
    Temp,
)
from auditkit.frames import Row
from auditkit.rows import (
    ApiRow,
    CallRow,
    CheckRow,
    DiagnosticRow,
    ErrorPathRow,
    FindingRow,
    FunctionRow,
    LedgerRow,
    OpaqueRow,
    ReasonRow,
    ResourceRow,
    SourceRow,
    StepRow,
    SummaryRow,
    VariableRow,
)
from auditkit.source import Location, SourceFile
from auditkit.views import Audited

CODE = """\
#include <openssl/ssl.h>

/* Sends one record; the caller owns the connection. */
int send_record(SSL *ssl, const unsigned char *data, int length)
{
    int written = SSL_write(ssl, data, length);
    if (written < 0) {
        report_failure("write", written);
        return -1;
    }
    SSL_shutdown(ssl);
    return 0;
}
"""

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202eevil\u2066\x1b[31m\x00\x07"
)
HOSTILE_CODE = (
    "\n\n// </pre><script>alert(3)</script> \u202e reversed \u2066\r\n"
    'int f(void) { return g("<img src=x onerror=alert(4)>"); }\x0c still line 4 \u2028 and here\r\n'
    "int h; \r int lone_carriage_return;\n"
    "// ]]> --> {{ 7 * 7 }} ${x} </style><style>*{display:none}</style>\n"
    '\x0b\x85 char *t = "&lt;b&gt;"; \xad\ufeff\n'
    "// " + "A" * 5000 + "\n"
    "no newline at the end"
)


@dataclass(frozen=True)
class StandIn:
    """An audit whose tables are given; those not given are empty."""

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Function] = field(default_factory=dict)
    target: str = "src"
    root: str = "/tmp/src"
    date: str = "2026-11-24"
    versions: Mapping[str, str] = field(default_factory=lambda: {"auditkit": "0.1.0"})

    def rows(self, name: str) -> pd.DataFrame:
        """The table of that name."""
        return frames.table(self.tables.get(name, ()), frames.TABLES[name])

    @property
    def functions(self) -> pd.DataFrame:
        return self.rows("functions")

    @property
    def calls(self) -> pd.DataFrame:
        return self.rows("calls")

    @property
    def checks(self) -> pd.DataFrame:
        return self.rows("checks")

    @property
    def error_paths(self) -> pd.DataFrame:
        return self.rows("error_paths")

    @property
    def reasons(self) -> pd.DataFrame:
        return self.rows("reasons")

    @property
    def resources(self) -> pd.DataFrame:
        return self.rows("resources")

    @property
    def summaries(self) -> pd.DataFrame:
        return self.rows("summaries")

    @property
    def variables(self) -> pd.DataFrame:
        return self.rows("variables")

    @property
    def findings(self) -> pd.DataFrame:
        return self.rows("findings")

    @property
    def steps(self) -> pd.DataFrame:
        return self.rows("steps")

    @property
    def ledger(self) -> pd.DataFrame:
        return self.rows("ledger")

    @property
    def diagnostics(self) -> pd.DataFrame:
        return self.rows("diagnostics")

    @property
    def opaque(self) -> pd.DataFrame:
        return self.rows("opaque")

    @property
    def apis(self) -> pd.DataFrame:
        return self.rows("apis")

    @property
    def sources(self) -> pd.DataFrame:
        return self.rows("sources")

    def source(self, path: str) -> SourceFile:
        return SourceFile.of(path, self.texts[path].encode("utf-8", "surrogatepass"))

    def function(self, name: str) -> Function:
        if name not in self.known:
            raise FrameError(f"no function {name!r} in this audit")
        return self.known[name]


def standin(
    code: str = CODE, path: str = "src/record.c", name: str = "send_record", say: str = ""
) -> StandIn:
    """An audit of one file with two calls and findings and one error path; all texts hold `say`."""
    source = SourceFile.of(path, code.encode("utf-8", "surrogatepass"))
    last = source.line_count
    tables: dict[str, tuple[Row, ...]] = {
        "functions": (_function_row(path, name, last),),
        "calls": (_call(path, name, 1, "SSL_write", say), _call(path, name, 2, "frob" + say, say)),
        "checks": (_check(path, name, "partial", say), _check(path, name, "exact", say)),
        "error_paths": (_error_path(path, name, say),),
        "reasons": (_reason(path, name, say),),
        "resources": tuple(_resources(path, name, say)),
        "summaries": (_summary(path, name, say),),
        "variables": tuple(_variables(path, name, say)),
        "findings": tuple(_finding(path, name, at, say) for at in range(2)),
        "steps": tuple(_steps(path, min(4, last), say)),
        "ledger": tuple(_ledger(path, name, last)),
        "diagnostics": (DiagnosticRow(path, 1, 1, "error", f"no such file{say}", path),),
        "opaque": (OpaqueRow(path, 2, 1, name, "asm", f"inline assembly{say}"),),
        "apis": (_api(say),),
        "sources": (_source(source, say),),
    }
    known = {name: _function(path, name)}
    return StandIn(tables, {path: code}, known, target=f"src{say}")


def hostile() -> StandIn:
    """An audit in which every text is an attack."""
    return standin(HOSTILE_CODE, f"src/{HOSTILE}.c".replace("\x00", ""), f"f{HOSTILE}", HOSTILE)


def test_stand_in_is_an_audit() -> None:
    audit: Audited = standin()
    assert list(audit.findings["severity"]) == ["high", "low"]
    assert StandIn().findings.empty


def _function_row(path: str, name: str, last: int) -> FunctionRow:
    return FunctionRow(
        path=path,
        line=1,
        column=1,
        end_line=last,
        function=name,
        signature="SSL *",
        kind="function",
        origin="typed",
        reason="",
        result_type="int",
        linkage="external",
        condition="",
        blocks=4,
        branches=1,
        calls=2,
        usr="",
    )


def _call(path: str, name: str, number: int, callee: str, say: str) -> CallRow:
    return CallRow(
        call=f"c{number}",
        path=path,
        line=number + 1,
        column=1,
        end_line=number + 1,
        function=name,
        signature="",
        callee=callee,
        target=callee,
        api=callee if callee == "SSL_write" else "",
        library="openssl",
        result="value" if number == 1 else "unused",
        kind="direct",
        implicit=False,
        macro="",
        expansion="",
        origin="typed",
        condition="",
        text=f"{callee}(){say}",
    )


def _check(path: str, name: str, check: str, say: str) -> CheckRow:
    return CheckRow(
        call="c1" if check == "partial" else "c2",
        path=path,
        line=2,
        column=1,
        function=name,
        callee="SSL_write",
        api="SSL_write",
        error="<= 0",
        check=check,
        manner="compared",
        escaped="0" if check == "partial" else "",
        tested_line=3,
        condition=f"written < 0{say}",
        reason="",
        confidence="high",
    )


def _error_path(path: str, name: str, say: str) -> ErrorPathRow:
    return ErrorPathRow(
        error_path="e1",
        call="c1",
        path=path,
        line=2,
        column=1,
        function=name,
        callee="SSL_write",
        api="SSL_write",
        entry=2,
        exit=4,
        condition=f"== 0{say}",
        outcome="swallowed",
        returned="0",
        reason_queried="",
        reported="",
        released="",
        leaked="",
        confidence="high",
        why=f"0 passes the test{say}",
    )


def _finding(path: str, name: str, number: int, say: str) -> FindingRow:
    return FindingRow(
        fingerprint=f"{number:016x}",
        concern="unchecked-result",
        category="error-handling",
        cwe="CWE-252",
        severity="high" if number == 0 else "low",
        confidence="medium",
        path=path,
        line=2 + number,
        column=1,
        function=name,
        callee="SSL_write",
        message=f"the result of SSL_write is tested for < 0 only{say}",
        remedy=f"Test for <= 0.{say}",
        also="",
        author_comment=f"TODO: error handling{say}",
        condition="",
    )


def _reason(path: str, name: str, say: str) -> ReasonRow:
    return ReasonRow(
        call="c1",
        path=path,
        line=2,
        column=1,
        function=name,
        callee="SSL_write",
        api="SSL_write",
        asked="partly",
        asked_line=3,
        left=f"the caller{say}",
        between=f"note{say}",
        clean_queue=False,
        want_read="again",
        want_write=f"return 0{say}",
        zero_return="return -1",
        syscall="",
        ssl="released",
    )


def _resources(path: str, name: str, say: str) -> Iterable[ResourceRow]:
    for line, fate in ((3, "released"), (4, "leaked"), (4, "unknown")):
        yield ResourceRow(
            resource="c1-0",
            call="c1",
            path=path,
            line=2,
            column=1,
            function=name,
            callee=f"BIO_new{say}",
            api="BIO_new",
            kind="result",
            value=f"bio{say}",
            release="BIO_free",
            exit="return",
            exit_line=line,
            fate=fate,
            owner=f"nobody{say}",
            changed_line=line,
            changed_by=f"BIO_free{say}",
            confidence="high",
            why=f"nobody owns it any more{say}",
        )


def _summary(path: str, name: str, say: str) -> SummaryRow:
    return SummaryRow(
        path=path,
        line=1,
        column=1,
        function=name,
        error="== -1",
        success="== 0",
        check="required",
        support=2,
        against=1,
        confidence="medium",
        wraps="",
        returns="none",
        release="",
        parameters=f"ssl keeps{say}",
        outputs="",
        role="io",
        terminates=False,
        why=f"it fails when SSL_write does{say}",
        calls=1,
    )


def _variables(path: str, name: str, say: str) -> Iterable[VariableRow]:
    for verdict, written, read in (("harmless", 3, 0), ("given", 3, 0), ("unwritten", 0, 4)):
        yield VariableRow(
            path=path,
            line=2,
            column=1,
            function=name,
            variable=f"{verdict}{say}",
            type=f"int{say}",
            kind="local",
            initialised=False,
            verdict=verdict,
            written_line=written,
            written_by=f"an assignment{say}",
            read_line=read,
            confidence="high",
            why=f"written on line 3 before every read{say}",
        )


def _steps(path: str, last: int, say: str) -> Iterable[StepRow]:
    for owner in ("0" * 16, "e1"):
        yield StepRow(owner, 1, path, 2, 1, f"SSL_write is called{say}")
        yield StepRow(owner, 2, path, last, 1, f"0 is returned{say}")
    yield StepRow(f"{1:016x}", 1, path, 2, 1, f"SSL_shutdown is called{say}")


def _ledger(path: str, name: str, last: int) -> Iterable[LedgerRow]:
    yield LedgerRow(path, name, 1, last, "typed", "", max(last - 3, 0), 0, 0)
    yield LedgerRow(path, "", 0, 0, "syntactic", "no header", 0, 1, 0)
    yield LedgerRow(path, "", 0, 0, "opaque", "garbage", 0, 0, 1)


def _api(say: str) -> ApiRow:
    return ApiRow(
        function="SSL_write",
        library="openssl",
        error="<= 0",
        reason="SSL_get_error",
        check="required",
        severity="high",
        returns="none",
        release="",
        parameters="ssl borrows",
        outputs=f"buf on success{say}",
        role="io",
        inverted=False,
        deprecated="",
        removed="",
        prototype="int SSL_write(SSL *ssl, const void *buf, int num);",
        why=f"data is lost{say}",
        source="SSL_write(3)",
        calls=1,
    )


def _source(source: SourceFile, say: str) -> SourceRow:
    return SourceRow(
        path=source.path,
        sha256=source.sha256,
        lines=source.line_count,
        bytes=len(source.data),
        language="c",
        flags=f"-I.{say}",
        flags_origin="guessed",
        dropped=f"-fplugin=x{say}",
        invisible=2,
    )


def _function(path: str, name: str) -> Function:
    """A diamond with a loop: b0 branches to b1 and b2, b1 goes back, b2 returns."""
    at = [Location(path, line, 1) for line in range(6)]
    call = Call(
        at[2], Temp(1), "SSL_write", (), CallKind.DIRECT, 2, "SSL_write()", discard=Discard.VALUE
    )
    zero = Constant("0", 0)
    branch = Branch(at[3], BranchKind.IF, "<", Temp(1), zero, 1, 2, "written < 0")
    blocks = (
        Block(0, (call,), branch),
        Block(1, (), Jump(at[3], 0)),
        Block(2, (), Branch(at[4], BranchKind.LOOP, "truth", Temp(1), None, 2, 3, "again")),
        Block(3, (), Return(at[4], zero)),
    )
    return Function(name, at[1], 4, "SSL *", "function", Origin.TYPED, "", "int", (), blocks)
