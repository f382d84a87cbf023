"""Tables of TOML read strictly: a misspelt key, a wrong type or an unknown word is an error.

Apart from what the tables mean (`knowledge` and its parts), because every message is made here: it
names the file, the key and what is permitted.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from auditkit.errors import KnowledgeError
from auditkit.values import Cells

_cells = lru_cache(maxsize=1024)(Cells.parse)


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table with the file and key that a message about it names."""

    file: Path
    key: str
    data: Mapping[str, object]

    def error(self, name: str, text: str) -> KnowledgeError:
        """The exception that says what is wrong with one key."""
        key = ".".join(part for part in (self.key, name) if part)
        return KnowledgeError(f"{self.file}: {key}: {text}")

    def only(self, permitted: Sequence[str]) -> "Table":
        """The same table, after a test that it holds no key but these."""
        for name in self.data:
            if name not in permitted:
                raise self.error(name, f"unknown key; permitted: {', '.join(permitted)}")
        return self

    def text(self, name: str, default: str | None, permitted: Sequence[str] = ()) -> str:
        """The text under a key; mandatory where the default is None."""
        value = self.data.get(name, default)
        if value is None:
            raise self.error(name, "missing; it is mandatory")
        if not isinstance(value, str):
            raise self.error(name, f"{value!r} is no text; write it in quotes")
        return self._choice(name, value, permitted)

    def _choice(self, name: str, value: str, permitted: Sequence[str]) -> str:
        if permitted and value not in permitted:
            raise self.error(name, f"{value!r} is unknown; permitted: {', '.join(permitted)}")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """The truth value under a key."""
        value = self.data.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, f"{value!r} is no truth value; permitted: true, false")
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """The integer under a key."""
        value = self.data.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(name, f"{value!r} is no integer")
        return value

    def texts(self, name: str, permitted: Sequence[str] = ()) -> tuple[str, ...]:
        """The list of texts under a key, empty where it is absent."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise self.error(name, f"{value!r} is no list of texts")
        return tuple(self._choice(name, part, permitted) for part in value)

    def table(self, name: str) -> "Table":
        """The table under a key, empty where it is absent."""
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.error(name, f"{value!r} is no table")
        return Table(self.file, f"{self.key}.{name}" if self.key else name, value)

    def cells(self, name: str, relation: str) -> Cells:
        """The error cells that a relation names."""
        try:
            return _cells(relation)
        except ValueError as error:
            raise self.error(
                name, f"{error}; permitted: relations joined by ' or ', none"
            ) from None


def read(path: Path) -> Table:
    """The top table of a file; raises KnowledgeError where it is no TOML or cannot be read."""
    try:
        with path.open("rb") as stream:
            return Table(path, "", tomllib.load(stream))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}; permitted: TOML in UTF-8") from None
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror}") from None
