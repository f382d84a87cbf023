"""Where things are: locations, and source files with their lines as a C compiler counts them.

Apart from the rest because every record carries a location, and because Python's idea of a line
(`str.splitlines`) differs from C's at form feeds, U+0085 and U+2028.
"""

import hashlib
import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Bidi controls and zero-width characters (CVE-2021-42574, Trojan Source)."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the target: its relative path, and a line and column counted from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Location("", 0, 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one file with the offsets at which its lines start."""

    path: str
    data: bytes
    starts: tuple[int, ...] = field(repr=False, compare=False)

    @classmethod
    def of(cls, path: str, data: bytes) -> "SourceFile":
        """The file of that relative path with these bytes."""
        starts = [0]
        position = data.find(b"\n")
        while position >= 0:
            starts.append(position + 1)
            position = data.find(b"\n", position + 1)
        return cls(path, data, tuple(starts))

    @classmethod
    def read(cls, file: Path, path: str) -> "SourceFile":
        """The file on disk, known by the relative path given; raises OSError."""
        return cls.of(path, file.read_bytes())

    @property
    def text(self) -> str:
        """The text, with bytes that are not UTF-8 replaced."""
        return self.data.decode("utf-8", "replace")

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def line_count(self) -> int:
        """How many lines there are; a final newline starts no further line."""
        return len(self.starts) - (1 if self.data.endswith(b"\n") or not self.data else 0)

    def line_of(self, offset: int) -> int:
        """The line, counted from 1, that holds the byte at this offset."""
        return bisect_right(self.starts, offset)

    def locate(self, offset: int) -> Location:
        """The location of a byte offset; the column counts bytes, as clang does."""
        line = bisect_right(self.starts, offset)
        return Location(self.path, line, offset - self.starts[line - 1] + 1)

    def offset(self, at: Location) -> int:
        """The byte offset of a location."""
        return self.starts[at.line - 1] + at.column - 1

    def line(self, number: int) -> str:
        """The text of one line without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.data)
        return self.data[start:end].decode("utf-8", "replace").rstrip("\r\n")

    def lines(self) -> list[str]:
        """The text of all lines, in order."""
        return [self.line(number) for number in range(1, self.line_count + 1)]


def invisible_characters(text: str) -> int:
    """How many bidi controls and zero-width characters a text holds."""
    return sum(character in INVISIBLE for character in text)


def is_path(text: str) -> bool:
    """Whether a text can be handed to the system as a path: JSON can hold what no path can."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def encodable(text: str) -> str:
    """The text with lone surrogates spelled out: no table and no page can hold them.

    Python has one for each byte of a path that is not UTF-8; that byte is shown, as in `\\xff`.
    """
    return text if text.isascii() else _SURROGATES.sub(_spelled, text)


_SURROGATES = re.compile("[\ud800-\udfff]")


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def visible(text: str) -> str:
    """The text with invisible and control characters spelled out, as in `⟦U+202E⟧`."""
    return "".join(
        f"⟦U+{ord(character):04X}⟧"
        if character in INVISIBLE
        or (character < " " and character not in "\t\n")
        or "\x7f" <= character <= "\x9f"
        or character in "\u2028\u2029"
        else character
        for character in text
    )
