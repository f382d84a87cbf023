"""Text that the grammar stumbles over, mended by trial: what looks like a macro is left out.

Apart from masking because nothing is known of these names: whether it helped to leave one out is
measured by the errors that remain.
"""

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node, Tree

from auditkit.masking import closing
from auditkit.preprocess import blank

_REST_OF_WORD = re.compile(rb"\w*")
_SHOUTED = re.compile(rb"\b[A-Z_][A-Z0-9_]{2,}\b")


def mend(
    text: bytes, tree: Tree, parse: Callable[[bytes], Tree], blanked: list[tuple[int, int]]
) -> tuple[bytes, Tree]:
    """The text with shouted names next to errors blanked, as long as that leaves fewer errors.

    What was blanked is added to `blanked`.
    """
    for _ in range(3):
        errors = list(_errors(tree.root_node))
        spans = _suspects(text, errors)
        if not spans:
            break
        candidate = bytearray(text)
        for start, end in spans:
            candidate[start:end] = blank(text[start:end])
        candidate_tree = parse(bytes(candidate))
        if _weight(candidate_tree) >= _weight(tree):
            break
        text, tree = bytes(candidate), candidate_tree
        blanked.extend(spans)
        if not tree.root_node.has_error:
            break
    return text, tree


def _errors(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            stack.extend(reversed(node.children))


def _weight(tree: Tree) -> int:
    return sum(1 + error.end_byte - error.start_byte for error in _errors(tree.root_node))


def _suspects(text: bytes, errors: list[Node]) -> list[tuple[int, int]]:
    spans = []
    for error in errors[:200]:
        low = text.rfind(b"\n", 0, error.start_byte) + 1
        high = max(min(error.end_byte + 1, low + 400), error.start_byte + 40)
        word = _REST_OF_WORD.match(text, high)
        for match in _SHOUTED.finditer(text, low, word.end() if word else high):
            following = text[match.end() : match.end() + 12].lstrip()[:1]
            if following in b"=;,)&|<>+-*/.?" and following:
                continue
            end = closing(text, match.end()) if following == b"(" else match.end()
            if following == b"(" and text[end : end + 40].lstrip()[:1] == b";":
                continue
            spans.append((match.start(), end or match.end()))
    return spans
