"""Executed notebooks become chapters, and what is in them becomes harmless."""

import pytest
from test_report_dom import read

from auditkit.report import Cell, Chapter, Kind, Output, chapter
from auditkit.report.sanitise import clean, prose, terminal

NODE = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Title\n", "text"]},
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {"tags": ["assert"]},
            "source": "x",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": "out"},
                {"output_type": "error", "ename": "E", "evalue": "v", "traceback": []},
                {
                    "output_type": "execute_result",
                    "data": {"text/html": "<p>", "text/plain": "p"},
                    "metadata": {},
                },
                {
                    "output_type": "display_data",
                    "data": {"image/png": "aGk=\n", "text/plain": "p"},
                    "metadata": {"image/png": {"alt": "hi"}},
                },
                {"output_type": "display_data", "data": {"image/png": "!"}, "metadata": {}},
                {"output_type": "execute_result", "data": {"text/plain": "p"}},
            ],
        },
    ]
}


def nowhere(path: str, line: int) -> str:
    """A link for one file only."""
    return f"#{path}-{line}" if path == "a.c" else ""


def test_chapter_takes_the_richest_form_of_each_output() -> None:
    made = chapter("00_x", NODE, "failed")
    assert made.title == "Title"
    assert made.failure == "failed"
    assert made.cells[0] == Cell("a", False, "# Title\ntext")
    assert made.cells[1].tags == ("assert",)
    assert made.cells[1].outputs == (
        Output(Kind.TEXT, "out"),
        Output(Kind.ERROR, "E: v"),
        Output(Kind.HTML, "<p>"),
        Output(Kind.IMAGE, "data:image/png;base64,aGk=", "hi"),
        Output(Kind.TEXT, ""),
        Output(Kind.TEXT, "p"),
    )


def test_chapter_without_heading_has_its_name() -> None:
    assert Chapter("00_x", (Cell("a", True, "# comment"),)).title == "00_x"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<script>alert(1)</script>x", "x"),
        ("<p onclick='x' style='x' id='x' class='k'>y</p>", '<p class="k">y</p>'),
        ("<a href='javascript:x'>y</a>", '<a rel="noopener noreferrer">y</a>'),
        ("<a href='#a'>y</a>", '<a href="#a" rel="noopener noreferrer">y</a>'),
        ("<img src='http://a/b' alt='c'>", '<img alt="c">'),
        ("<img src='data:text/html;base64,aGk=' alt='c'>", '<img alt="c">'),
        ("<svg><script>x</script></svg><style>y</style>z", "z"),
        ("<details open><summary>s</summary></details>", None),
        ("<!-- x -->y", "y"),
    ],
)
def test_clean_keeps_what_the_page_permits(markup: str, expected: str | None) -> None:
    cleaned = str(clean(markup, nowhere))
    if expected is None:
        assert [element.name for element in read(cleaned).elements] == ["details", "summary"]
    else:
        assert cleaned == expected


def test_places_become_links_where_their_line_is_in_the_page() -> None:
    span = '<span class="ak-place" data-at="{0}:3">{0}:3</span>'
    assert clean(span.format("a.c"), nowhere) == '<a class="ak-place" href="#a.c-3">a.c:3</a>'
    assert clean(span.format("b.c"), nowhere) == '<span class="ak-place">b.c:3</span>'


def test_prose_shifts_headings_and_gives_them_anchors() -> None:
    markup, headings = prose("# A\n\n## B `c`\n\n###### D", "x")
    assert [(h.level, h.anchor, h.text) for h in headings] == [
        *((2, "x", "A"), (3, "x-1", "B c"), (6, "x-2", "D"))
    ]
    assert [element.name for element in read(str(markup)).elements] == ["h2", "h3", "code", "h6"]
    assert not read(str(markup)).faults


def test_prose_has_no_markup_of_its_own_and_loads_nothing() -> None:
    markup, _ = prose(
        "<b>x</b> ![alt](http://a/b.png) [n](01_error_handling.ipynb) [f](file.txt) [h](http://h)\n\n"
        "| a |\n|---|\n| <i> |\n",
        "x",
    )
    document = read(str(markup))
    assert not document.named("b", "i", "img")
    assert document.values("href") == ["#chapter-01_error_handling", "http://h"]
    assert "alt" in document.text


def test_terminal_drops_colours() -> None:
    assert terminal("\x1b[1;31mred\x1b[0m") == "red"
