"""What is planted: edits of a text, with the rule that made them and the concerns they owe."""

from dataclasses import dataclass

from tree_sitter import Node

from seeding.tree import Target, text


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of the bytes from `start` to `end`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Plant:
    """One defect: where it is, what it is about, and the concerns of which one must be raised."""

    rule: str
    function: str
    line: int
    subject: str
    edits: tuple[Edit, ...]
    expected: frozenset[str]

    @property
    def name(self) -> str:
        """What names the plant in lists: it stays the same when lines move."""
        return f"{self.rule} {self.function} {self.subject}"


def plant(target: Target, rule: str, at: Node, edits: tuple[Edit, ...], expected: str) -> Plant:
    """A plant in a target whose subject is the text of `at`; `expected` lists ids with blanks."""
    subject = text(at)[:70]
    line = at.start_point.row + 1
    return Plant(rule, target.name, line, subject, edits, frozenset(expected.split()))


def replace(node: Node, new: str) -> Edit:
    """The edit that puts a text in a node's place."""
    return Edit(node.start_byte, node.end_byte, new)


def before(node: Node, new: str) -> Edit:
    """The edit that puts a text in front of a node."""
    return Edit(node.start_byte, node.start_byte, new)


def behind(node: Node, new: str) -> Edit:
    """The edit that puts a text behind a node."""
    return Edit(node.end_byte, node.end_byte, new)


def apply(data: bytes, edits: tuple[Edit, ...]) -> bytes:
    """The text with all edits made."""
    for edit in sorted(edits, key=lambda item: item.start, reverse=True):
        data = data[: edit.start] + edit.new.encode() + data[edit.end :]
    return data
