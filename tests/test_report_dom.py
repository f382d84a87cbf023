"""A small reader of HTML for the tests of displays and of the page, with tests of its own."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "img", "input", "br", "hr", "rect"})


@dataclass(frozen=True)
class Element:
    """An element with its attributes and the names of those around it."""

    name: str
    attributes: dict[str, str]
    within: tuple[str, ...]


@dataclass
class Document:
    """The elements of a document in order, its text, and what does not nest."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    faults: list[str] = field(default_factory=list)

    def named(self, *names: str) -> list[Element]:
        """The elements of these names."""
        return [element for element in self.elements if element.name in names]

    def values(self, attribute: str) -> list[str]:
        """All values of an attribute."""
        return [
            element.attributes[attribute]
            for element in self.elements
            if attribute in element.attributes
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.document.faults.append(f"<{tag}> has an attribute twice")
        attributes = {name: value or "" for name, value in attrs}
        self.document.elements.append(Element(tag, attributes, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.document.elements.append(
            Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        )

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.document.faults.append(f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.document.text += data


def read(markup: str) -> Document:
    """The document that the markup makes."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.document.faults.extend(f"<{name}> stays open" for name in reader.open)
    return reader.document


def test_reader_sees_elements_text_and_faults() -> None:
    document = read('<p class="a">x &lt; y<br><b>z</p>')
    assert [element.name for element in document.elements] == ["p", "br", "b"]
    assert document.text == "x < yz"
    assert document.values("class") == ["a"]
    assert document.faults == ["</p> closes ['b']"]


def test_reader_sees_what_stays_open_and_what_is_there_twice() -> None:
    assert read("<p>").faults == ["<p> stays open"]
    assert read('<p id="a" id="b"></p>').faults == ["<p> has an attribute twice"]
    assert read("<img/>").elements == [Element("img", {}, ())]
