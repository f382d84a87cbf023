"""Lines and columns as a C compiler counts them, and characters made visible."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.source import (
    NOWHERE,
    Location,
    SourceFile,
    encodable,
    invisible_characters,
    visible,
)


def of(data: bytes) -> SourceFile:
    """A file with these bytes."""
    return SourceFile.of("a.c", data)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"a", ["a"]),
        (b"a\n", ["a"]),
        (b"a\nb", ["a", "b"]),
        (b"a\n\n", ["a", ""]),
        (b"a\r\nb\r\n", ["a", "b"]),
        (b"a\x0cb\nc", ["a\x0cb", "c"]),
        (b"a\x0bb\n", ["a\x0bb"]),
        (b"a\rb\n", ["a\rb"]),
        ("a\u2028b\u2029c\x85d\n".encode(), ["a\u2028b\u2029c\x85d"]),
        (b"\xff\n", ["\ufffd"]),
    ],
)
def test_only_a_newline_ends_a_line(data: bytes, lines: list[str]) -> None:
    file = of(data)
    assert file.lines() == lines
    assert file.line_count == len(lines)


def test_a_column_counts_bytes() -> None:
    file = of("é = f();\n\tg();".encode())
    assert file.locate(0) == Location("a.c", 1, 1)
    assert file.locate(file.data.index(b"f")) == Location("a.c", 1, 6)
    assert file.locate(file.data.index(b"g")) == Location("a.c", 2, 2)
    assert file.locate(len(file.data)) == Location("a.c", 2, 6)


@given(st.binary(max_size=60))
def test_each_offset_lies_in_the_line_that_its_newlines_tell(data: bytes) -> None:
    file = of(data)
    for offset in range(len(data) + 1):
        before = data[:offset]
        assert file.line_of(offset) == before.count(b"\n") + 1
        place = file.locate(offset)
        assert (place.line, place.column) == (
            before.count(b"\n") + 1,
            offset - (before.rfind(b"\n") + 1) + 1,
        )
    assert file.line_count == data.count(b"\n") + (0 if data.endswith(b"\n") or not data else 1)


def test_a_file_is_read_under_its_relative_name(tmp_path: Path) -> None:
    (tmp_path / "x.c").write_bytes(b"int a;\r\n")
    file = SourceFile.read(tmp_path / "x.c", "src/x.c")
    assert (file.path, file.data, file.text) == ("src/x.c", b"int a;\r\n", "int a;\r\n")
    assert file == SourceFile.of("src/x.c", b"int a;\r\n")
    assert file.sha256 == SourceFile.of("other.c", b"int a;\r\n").sha256
    with pytest.raises(FileNotFoundError):
        SourceFile.read(tmp_path / "y.c", "y.c")


def test_locations_sort_and_print() -> None:
    places = [Location("b.c", 1, 1), Location("a.c", 10, 1), Location("a.c", 9, 2), NOWHERE]
    assert [str(place) for place in sorted(places)] == [":0:0", "a.c:9:2", "a.c:10:1", "b.c:1:1"]


def test_invisible_characters_are_counted_and_spelled_out() -> None:
    text = "if (a\u202e)\u2066 // \u200b\x1b[0m\x85\u2028\ttab\n"
    assert invisible_characters(text) == 3
    assert visible(text) == ("if (a⟦U+202E⟧)⟦U+2066⟧ // ⟦U+200B⟧⟦U+001B⟧[0m⟦U+0085⟧⟦U+2028⟧\ttab\n")
    assert visible("plain é\n") == "plain é\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain.c", "plain.c"),
        ("grün.c", "grün.c"),
        ("\udcff\udc80.c", r"\xff\x80.c"),
        ("ü\ud800", r"ü\ud800"),
    ],
)
def test_what_no_file_can_hold_is_spelled_out(text: str, expected: str) -> None:
    assert encodable(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_becomes_encodable(text: str) -> None:
    assert encodable(text).encode("utf-8").decode("utf-8")[:1] == encodable(text)[:1]


def test_an_offset_and_its_location_lead_to_each_other() -> None:
    source = SourceFile.of("a.c", b"ab\nc\n\nd")
    assert [source.offset(source.locate(offset)) for offset in range(7)] == list(range(7))
