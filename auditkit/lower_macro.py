"""Macros used like functions, read as the code that they stand for.

Turns an invocation into the tree of its expansion, whose nodes still know which argument of the
source they came from, so that hidden `return`s are real control flow and no call site moves.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tree_sitter import Node, Tree

from auditkit.annotations import MacroMeaning
from auditkit.macros import names
from auditkit.reader import Frame, Reader
from auditkit.syntax import parse_text, text_of

DEPTH = 5
_LONGEST = 6000
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\w+|##|#|\s+|.', re.DOTALL)
_HIDDEN_EXIT = re.compile(r"\b(?:return|goto|throw)\b")
_UNTESTED = re.compile(r"\b(?:\w*assert|sizeof)\s*\(|\b(?:false|0)\s*&&")
_HEAD = "void f(void){"


@dataclass(frozen=True, slots=True)
class Expansion:
    """An invocation's expansion: its statements, and its expression if it is one."""

    frame: Frame
    statements: tuple[Node, ...]
    expression: Node | None
    tree: Tree


def expansion_of(reader: Reader, node: Node) -> Expansion | None:
    """The expansion of a call that is a macro of the target; None if it is none worth reading.

    A name alone is expanded too where its macro is more than a constant.
    """
    function = node if node.type == "identifier" else node.child_by_field_name("function")
    if function is None or function.type != "identifier" or len(reader.frames) >= DEPTH:
        return None
    name = text_of(function)
    macro = _definition(reader, name)
    if (
        macro is None
        or len(macro.body) > _LONGEST
        or (macro.parameters is None) != (function is node)
    ):
        return None
    if any(frame.macro == name for frame in reader.frames):
        return None
    arguments = () if function is node else _arguments(reader, node)
    text, segments = substitute(macro, arguments, len(_HEAD))
    if len(text) > 4 * _LONGEST:
        return None
    return _parsed(reader, node, name, text, segments)


def reread(reader: Reader, node: Node) -> Expansion | None:
    """The arguments in `T x(a, f(b));`, which the grammar takes for the parameters of a function.

    The expression of the result is a call whose arguments stand where the source has them.
    """
    if node.text is None:
        return None
    text = node.text.decode("utf-8", "surrogateescape")
    low = len(_HEAD) + 1
    origin = reader.origin(node)
    segments = ((low, low + len(node.text), origin),) if origin >= 0 else ()
    macro = reader.frames[-1].macro if reader.frames else ""
    return _parsed(reader, node, macro, f"f{text}", segments)


def is_kept(reader: Reader, name: str) -> bool:
    """Whether an assertion is a macro of the target itself that tests its argument in each build.

    One that hands it on to assert(3), or does not evaluate it, goes with the others.
    """
    macro = reader.project.macros.get(name)
    if macro is None or not macro.parameters or macro.vanishes:
        return False
    return macro.parameters[0] in names(macro.body) and not _UNTESTED.search(macro.body)


@contextmanager
def within(reader: Reader, expansion: Expansion) -> Iterator[None]:
    """Reads nodes of an expansion: their places are those of the invocation and its arguments."""
    reader.frames.append(expansion.frame)
    try:
        yield
    finally:
        reader.frames.pop()


def _definition(reader: Reader, name: str) -> MacroMeaning | None:
    if reader.project.is_known(name):
        return None
    macro = reader.definition(name)
    if macro is None or name in reader.project.macros:
        return macro
    return macro if _HIDDEN_EXIT.search(macro.body) else None


def _arguments(reader: Reader, node: Node) -> list[tuple[str, int]]:
    """The text of each argument and its offset in the file, split at the commas of the call."""
    arguments = node.child_by_field_name("arguments")
    if arguments is None or arguments.text is None:
        return []
    raw = arguments.text.decode("utf-8", "surrogateescape")[1:-1]
    start = arguments.start_byte + 1
    frame = reader.frames[-1] if reader.frames else None
    return [
        (text, start + offset if frame is None else frame.origin(start + offset))
        for text, offset in split_arguments(raw)
    ]


def split_arguments(raw: str) -> list[tuple[str, int]]:
    """The arguments between a macro's parentheses, each with the byte offset where it starts."""
    parts: list[tuple[str, int]] = []
    depth = low = 0
    for match in _TOKEN.finditer(raw):
        token = match[0]
        depth += (token in "([{") - (token in ")]}")
        if token == "," and depth == 0:
            parts.append((raw[low : match.start()], low))
            low = match.end()
    parts.append((raw[low:], low))
    found = []
    for text, offset in parts:
        blanks = len(text) - len(text.lstrip())
        before = raw[: offset + blanks].encode("utf-8", "surrogateescape")
        found.append((text.strip(), len(before)))
    return found


def substitute(
    macro: MacroMeaning, arguments: Sequence[tuple[str, int]], length: int
) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The body with arguments put in, and which of its bytes are an argument's.

    `length` is that of the text that the body is put behind.
    """
    values = _bound(macro, arguments)
    pieces: list[str] = []
    segments: list[tuple[int, int, int]] = []
    tokens = _TOKEN.findall(macro.body)
    skip = False
    for index, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        piece, origin = token, -1
        if token == "##" or (token.isspace() and "##" in tokens[index - 1 : index + 2]):
            continue
        if token == "#" and index + 1 < len(tokens) and tokens[index + 1] in values:
            piece, skip = _quoted(values[tokens[index + 1]][0]), True
        elif token in values:
            piece, origin = values[token]
        pieces.append(piece)
        size = len(piece.encode("utf-8", "surrogateescape"))
        if origin >= 0:
            segments.append((length, length + size, origin))
        length += size
    return "".join(pieces), tuple(segments)


def _quoted(text: str) -> str:
    """What `#` makes of an argument: a string literal of its text."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _bound(macro: MacroMeaning, arguments: Sequence[tuple[str, int]]) -> dict[str, tuple[str, int]]:
    values: dict[str, tuple[str, int]] = {}
    parameters = macro.parameters or ()
    for index, parameter in enumerate(parameters):
        rest = arguments[index:]
        if parameter == "..." or parameter.endswith("..."):
            name = parameter.removesuffix("...").strip() or "__VA_ARGS__"
            joined = ", ".join(text for text, _ in rest)
            values[name] = (joined, rest[0][1] if len(rest) == 1 else -1)
        elif rest:
            values[parameter] = rest[0]
    return values


def _parsed(
    reader: Reader, node: Node, name: str, text: str, segments: tuple[tuple[int, int, int], ...]
) -> Expansion | None:
    raw = f"{_HEAD}{text};\n}}".encode("utf-8", "surrogateescape")
    tree = parse_text(raw, reader.language)
    if tree.root_node.has_error or not tree.root_node.named_children:
        return None
    body = tree.root_node.named_children[0].child_by_field_name("body")
    if body is None:
        return None
    statements = tuple(
        child
        for child in body.named_children
        if child.type != "comment"
        and (child.type != "expression_statement" or child.named_children)
    )
    expression = None
    if len(statements) == 1 and statements[0].type == "expression_statement":
        expression = statements[0].named_children[0]
    frame = Frame(name, reader.at(node), segments)
    return Expansion(frame, statements, expression, tree)
