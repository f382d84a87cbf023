"""The ledger accounts for every code line and loses no function, whatever the file looks like."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from auditkit.build import plan
from auditkit.facts import Origin
from auditkit.knowledge import load
from auditkit.ledger import Lines
from auditkit.lower_syntax import FileFacts, lower_file
from auditkit.preprocess import preprocess
from auditkit.project import Project
from auditkit.reading import read
from auditkit.source import SourceFile
from auditkit.syntax import parse_syntax

NOTHING = Project({}, frozenset(), frozenset(), {})


def code_lines(data: bytes) -> int:
    """How many lines hold code, counted one character at a time."""
    text = data.decode("latin-1").replace("\\\r\n", "\\\n ")
    held, state, at, delimiter = [False], "", 0, ""
    while at < len(text):
        char, pair = text[at], text[at : at + 2]
        if pair == "\\\n":
            held[-1] = held[-1] or state not in ("//", "/*")
            held.append(False)
            at += 2
            continue
        if char == "\n":
            held.append(False)
            state = state if state in ("/*", "R") else ""
        elif state == "/*":
            if pair == "*/":
                state, at = "", at + 1
        elif state == "R":
            held[-1] = held[-1] or not char.isspace()
            if text.startswith(f'){delimiter}"', at):
                state, at = "", at + len(delimiter) + 1
        elif state in ('"', "'"):
            held[-1] = True
            if char == "\\":
                at += 1
            elif char == state:
                state = ""
        elif state != "//":
            raw = re.compile(r'R"([^()\\\s]{0,16})\(').match(text, at)
            if pair in ("//", "/*"):
                state, at = pair, at + 1
            elif raw is not None:
                state, delimiter, held[-1], at = "R", raw[1], True, raw.end() - 1
            elif char in "\"'" and not (char == "'" and text[at - 1 : at].isalnum()):
                state, held[-1] = char, True
            else:
                held[-1] = held[-1] or char not in " \t\r\f\v"
        at += 1
    return sum(held)


def total(lines: tuple[Lines, ...]) -> int:
    """All code lines that a ledger accounts for."""
    return sum(row.typed + row.syntactic + row.opaque for row in lines)


def of(data: bytes, language: str = "c++") -> FileFacts:
    """The facts of a file, read from its syntax alone."""
    structure = preprocess(SourceFile.of("a.cpp", data), language)
    return lower_file(parse_syntax(structure, language), None, NOTHING)


HOSTILE = {
    "empty": b"",
    "one newline": b"\n",
    "only comments": b"// a\n/* b\n\n c */\n",
    "no newline at the end": b"int f() { return 1; }\nint g() { return 2; }",
    "an unterminated comment": b"int f() { return 1; }\n/* int g() {\n",
    "a dead branch": b"#if 0\nint f() {\n}\n#endif\nint g() {\n  return 1;\n}\n",
    "a dead branch in a function": b"int g() {\n#if 0\n  f();\n#endif\n  return 1;\n}\n",
    "an unterminated #if": b"int f() {\n#if A\n  return 1;\n}\nint g() { return 2; }\n",
    "a stray #endif": b"#endif\nint f() {\n#else\n  return 1;\n}\n",
    "functions on one line": b"int f() { return 1; } int g() { return [] { return 2; }(); }\n",
    "nested lambdas": b"void f() {\n  auto a = [] {\n  return [] {\n   g();\n  };\n  };\n}\n",
    "a local class": b"void f() {\n  struct S {\n    int h() {\n      return 1;\n    }\n  };\n}\n",
    "carriage returns": b"int f()\r\n{\r\n  // a\r\n\r\n  return 1;\r\n}\r\n",
    "form feeds": b"\x0c\nint f()\x0c\n{\x0c}\n",
    "line separators": "int f() // \u2028 x\n{ return 1; }\n".encode(),
    "continued lines": b"#define A \\\n  1\n// b \\\n c\nint f() { return A; }\n",
    "strings with comments": b'const char *s = "/*"; // "\nint f() { return \'"\'; } /* \' */\n',
    "a raw string": b'auto s = R"x(\n/* no comment\n)x";\nint f() { return 1; }\n',
    "no text at all": b"\x00\xff\xfe{\n}}}(\n",
    "unbalanced braces": b"int f() {{{\n  g();\nint h() {\n}\n",
    "straddling braces": b"int f() {\n#if A\n  if (a) {\n#else\n  if (b) {\n#endif\n  }\n}\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["c", "c++"])
def test_a_hostile_file_is_accounted_for(name: str, language: str) -> None:
    data = HOSTILE[name]
    if name == "a raw string" and language == "c":
        pytest.xfail("C has no raw strings")
    assert total(of(data, language).lines) == code_lines(data)


def test_rows_name_their_functions_and_what_lies_outside() -> None:
    data = b"int a;\nint f()\n{\n  return 1;\n}\n#if 0\nx\n#endif\n"
    rows = [
        (row.function, row.line, row.end_line, row.typed, row.syntactic, row.opaque)
        for row in of(data).lines
    ]
    assert rows == [("f", 2, 5, 0, 4, 0), ("", 1, 8, 0, 3, 1)]


def test_a_line_belongs_to_its_innermost_function() -> None:
    rows = {row.function: row.syntactic for row in of(HOSTILE["nested lambdas"]).lines}
    assert rows == {"f": 2, "f::lambda#1": 2, "f::lambda#1::lambda#1": 3, "": 0}


def test_an_opaque_function_says_why() -> None:
    facts = of(b"int f(int n) {\n  return " + b"(" * 3000 + b"n" + b")" * 3000 + b";\n}\n")
    (row, _) = facts.lines
    assert (row.origin, row.opaque, row.syntactic) == (Origin.OPAQUE, 3, 0)
    assert "nested" in row.reason


def test_a_missing_header_loses_no_function(tmp_path: Path) -> None:
    text = (
        '#include "missing_p.h"\nQT_BEGIN_NAMESPACE\n'
        "#if QT_CONFIG(dtls)\nbool Dtls::start(QUdpSocket *s)\n{\n    return q_SSL_connect(s);\n}\n"
        "#else\nbool Dtls::stop()\n{\n    if (d->ssl)\n        q_SSL_free(d->ssl);\n"
        "    return true;\n}\n#endif // dtls\n"
        "int Dtls::read(char *b)\n{\n    return q_SSL_read(d->ssl, b, 1);\n}\n"
        "Dtls::~Dtls()\n{\n}\nQT_END_NAMESPACE\n"
    )
    (tmp_path / "dtls.cpp").write_text(text)
    reading = read(plan(tmp_path), load(), None, 1, None)
    assert [function.name for function in reading.functions] == [
        "Dtls::start",
        "Dtls::stop",
        "Dtls::read",
        "Dtls::~Dtls",
    ]
    assert [call.callee for function in reading.functions for call in function.calls()] == [
        "q_SSL_connect",
        "q_SSL_free",
        "q_SSL_read",
    ]
    assert total(reading.lines["dtls.cpp"]) == code_lines(text.encode())
    assert all(row.opaque == 0 for row in reading.lines["dtls.cpp"])


def test_the_sample_is_accounted_for(sample: Path) -> None:
    reading = read(plan(sample), load(), None, 2, None)
    assert reading.sources.keys() == reading.lines.keys()
    for path, source in reading.sources.items():
        assert total(reading.lines[path]) == code_lines(source.data), path
        names = {function.name for function in reading.functions if function.at.path == path}
        assert names == {row.function for row in reading.lines[path]} - {""}


@pytest.mark.real
@pytest.mark.parametrize(
    ("package", "folder"),
    [
        ("qtbase-opensource-src", "src/network/ssl"),
        ("qt6-base", "src/plugins/tls/openssl"),
        ("stunnel4", "src"),
        ("libcoap3", "src"),
    ],
)
def test_real_files_are_accounted_for(
    real: Callable[[str], Path], package: str, folder: str
) -> None:
    files = sorted((real(package) / folder).glob("*.c*"))
    assert files
    for file in files:
        data = file.read_bytes()
        language = "c" if file.suffix == ".c" else "c++"
        assert total(of(data, language).lines) == code_lines(data), file.name


def test_lines_outside_of_functions_are_typed_only_where_the_compiler_read_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.c").write_text('#include "missing.h"\n#include "b.h"\nint a;\n')
    (tmp_path / "b.h").write_text("int b;\n")
    reading = read(plan(tmp_path), load(), None, 1, None)
    rows = {path: row for path, (row,) in reading.lines.items()}
    assert (rows["a.c"].typed, rows["a.c"].syntactic) == (0, 3)
    assert rows["a.c"].reason == "the compiler reports errors in this file"
    assert (rows["b.h"].typed, rows["b.h"].syntactic, rows["b.h"].reason) == (1, 0, "")


def test_lines_of_another_build_say_why_they_have_no_types(tmp_path: Path) -> None:
    text = "int f(void)\n{\n#ifdef A\n    return 2;\n#endif\n#if 0\n    g();\n    h();\n#endif\n"
    (tmp_path / "a.c").write_text(f"{text}    return 1;\n}}\n")
    (row, _) = read(plan(tmp_path), load(), None, 1, None).lines["a.c"]
    assert row.origin is Origin.TYPED
    assert row.reason == "1 line is inactive in this build; 2 lines are never compiled"
    assert (row.syntactic, row.opaque) == (1, 2)
