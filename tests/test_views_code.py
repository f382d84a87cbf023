"""Line N of a listing or a snippet is line N of the compiler, whatever the file holds."""

import pytest
from test_report_dom import read
from test_views_standin import HOSTILE_CODE

from auditkit.source import SourceFile
from auditkit.views import excerpt, snippet
from auditkit.views.code import LONGEST, classed, highlighted, python, shortened

TEXTS = [
    "\n\n\nint a;\n",
    "int a;\r\nint b;\r\n",
    "int a;\rint b;\nint c;\n",
    "int a;\x0c\nint b;\x0b\x85\u2028\u2029 x\nint c;\n",
    "int a;\n// no newline at the end",
    "/* one\n\ntwo */ int a; // \\\n still a comment\nint b;\n",
    '#define A \\\n  1\nchar *s = "a\\\nb";\n',
    "",
    "\n",
    "\ufeffint a;\n",
    HOSTILE_CODE,
]


@pytest.mark.parametrize("text", TEXTS)
def test_line_numbers_are_those_of_the_compiler(text: str) -> None:
    source = SourceFile.of("a.c", text.encode())
    lines = highlighted(source)
    assert len(lines) == source.line_count
    for number, pieces in enumerate(lines, start=1):
        plain = "".join(piece for _, piece in pieces)
        words = [word for word in source.line(number)[:LONGEST].split() if word.isalnum()]
        assert all(word in plain for word in words)


def test_kinds_of_tokens() -> None:
    source = SourceFile.of("a.c", b'#include <a.h>\nint f(void) { return 1; } /* c */ "s";\n')
    assert classed(highlighted(source)[0]).startswith('<span class="p">#include</span>')
    kinds = {kind for pieces in highlighted(source) for kind, _ in pieces}
    assert kinds >= {"p", "t", "f", "k", "m", "c", "s", ""}


def test_long_lines_are_cut_with_a_note() -> None:
    source = SourceFile.of("a.c", b"// " + b"x" * 1_000_000 + b"\nint a;\n")
    pieces = highlighted(source)[0]
    assert "".join(text for _, text in pieces).endswith("… (998003 more characters)")
    assert shortened(pieces, 10)[-1][1].startswith(" … (")
    assert shortened((("k", "int"),), 10) == (("k", "int"),)


def test_python_is_highlighted_too() -> None:
    assert python("import os\nx = 1")[0][0] == ("k", "import")


def test_snippet_marks_its_line_and_numbers_the_lines_around_it() -> None:
    source = SourceFile.of("a.c", b"int a;\nint b;\nint c;\nint d;\n")
    display = snippet(source, 3, before=1, after=1)
    assert display.text == "  2  int b;\n> 3  int c;\n  4  int d;"
    document = read(str(display.html))
    assert not document.faults
    hits = [e for e in document.elements if e.attributes.get("class") == "ak-line ak-hit"]
    assert len(hits) == 1
    assert document.text.split("\n")[1].startswith("3")


def test_excerpt_shows_gaps_and_step_numbers_and_ignores_lines_that_are_not_there() -> None:
    source = SourceFile.of("a.c", b"int a;\nint b;\nint c;\nint d;\n")
    display = excerpt(source, [0, 1, 4, 5], {1: "1", 4: "2,3"})
    assert display.text == "> 1 1   int a;\n⋯\n> 4 2,3 int d;"
    assert excerpt(source, [9], {}).text == "a.c has no such line."


def test_hostile_source_stays_text() -> None:
    source = SourceFile.of("<script>", HOSTILE_CODE.encode())
    document = read(str(snippet(source, 4, before=9, after=9).html))
    assert {element.name for element in document.elements} == {"pre", "span"}
    assert "\u202e" not in document.text
    assert "⟦U+202E⟧" in document.text
