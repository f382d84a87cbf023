"""Progress is one line on a terminal and a few elsewhere; a name does nothing to either."""

import io

import pytest

from auditkit.terminal import Progress, shown


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_updates_one_line_on_a_terminal() -> None:
    stream = Terminal()
    with Progress(stream, quiet=False, seconds=3600) as progress:
        for done in range(1, 101):
            progress(done, 100, "x" * 500)
    lines = stream.getvalue().split("\r\x1b[2K")
    assert [line[:9] for line in lines] == ["", "[1/100] x", "[100/100]", ""]
    assert all(len(line) < 500 for line in lines)


def test_progress_prints_a_line_now_and_then_elsewhere() -> None:
    stream = io.StringIO()
    with Progress(stream, quiet=False) as progress:
        for total in (1000, 2000):
            for done in range(1, total + 1):
                progress(done, total, "a.c")
        progress(0, 0, "")
    lines = stream.getvalue().splitlines()
    assert [lines[0], lines[10]] == ["[1/1000] a.c", "[1000/1000] a.c"]
    assert [lines[11], lines[21]] == ["[1/2000] a.c", "[2000/2000] a.c"]
    assert lines[22:] == ["[0/0] "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb\tc", "a b c"), ("\x1b[2J", "⟦U+001B⟧[2J"), ("\udcff\ud800", r"\xff\ud800")],
)
def test_a_name_is_one_line_of_text(text: str, expected: str) -> None:
    assert shown(text) == expected
