"""An executed notebook to a chapter: frozen cells and outputs, each in the richest safe form."""

import binascii
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import cast

Node = Mapping[str, object]


class Kind(Enum):
    """What an output is made of."""

    HTML = "html"
    IMAGE = "image"
    TEXT = "text"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Output:
    """One output of a code cell; an image is a data address with its alternative text."""

    kind: Kind
    content: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: prose, or code with what it gave."""

    id: str
    code: bool
    source: str
    tags: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One executed notebook by its file's stem; `failure` says where it stopped, if it did."""

    name: str
    cells: tuple[Cell, ...]
    failure: str = ""

    @property
    def title(self) -> str:
        """The text of the first heading, or the name."""
        for cell in self.cells:
            for line in cell.source.split("\n"):
                if not cell.code and line.startswith("# "):
                    return line[2:].strip()
        return self.name


def chapter(name: str, notebook: Node, failure: str = "") -> Chapter:
    """The chapter of an executed notebook (a node of nbformat 4)."""
    cells = cast(Iterable[Node], notebook["cells"])
    return Chapter(name, tuple(_cell(cell) for cell in cells), failure)


def _cell(node: Node) -> Cell:
    metadata = cast(Node, node.get("metadata", {}))
    outputs = cast(Sequence[Node], node.get("outputs", ()))
    return Cell(
        id=str(node.get("id", "")),
        code=node["cell_type"] == "code",
        source=_joined(node["source"]),
        tags=tuple(str(tag) for tag in cast(Sequence[str], metadata.get("tags", ()))),
        outputs=tuple(found for output in outputs for found in _output(output)),
    )


def _output(node: Node) -> Iterable[Output]:
    match node["output_type"]:
        case "stream":
            yield Output(Kind.TEXT, _joined(node["text"]))
        case "error":
            yield Output(Kind.ERROR, f"{node['ename']}: {node['evalue']}")
        case _:
            metadata = cast(Node, node.get("metadata", {}))
            yield _richest(cast(Node, node["data"]), metadata)


def _richest(data: Node, metadata: Node) -> Output:
    if "text/html" in data:
        return Output(Kind.HTML, _joined(data["text/html"]))
    if "image/png" in data:
        png = "".join(_joined(data["image/png"]).split())
        about = metadata.get("image/png", {})
        alternative = str(about.get("alt", "")) if isinstance(about, dict) else ""
        if _is_base64(png):
            return Output(Kind.IMAGE, f"data:image/png;base64,{png}", alternative)
    return Output(Kind.TEXT, _joined(data.get("text/plain", "")))


def _is_base64(text: str) -> bool:
    try:
        return bool(b64decode(text, validate=True))
    except binascii.Error:
        return False


def _joined(text: object) -> str:
    return text if isinstance(text, str) else "".join(cast(Iterable[str], text))
