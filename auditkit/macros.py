"""The text of macro definitions to their parameters, bodies and integer values.

Pure text, apart from the compiler, because a definition means the same whichever front end found
it.
"""

import re
from collections.abc import Callable

TOKEN_LIMIT = 400
DEPTH_LIMIT = 60
_LARGEST = 2**64
_COMMENT_OR_STRING = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL
)
_HEAD = re.compile(r"\s*([^\W\d]\w*)(\(([^()]*)\))?")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:0[xX][0-9a-fA-F']+|0[bB][01']+|[0-9][0-9']*)[uUlLzZ]*)(?![\w.])"
    r"|(?P<character>'(?:[^'\\]|\\.)')"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<operator><<|>>|<=|>=|==|!=|&&|\|\||[-+~!*/%&^|()<>?:]))"
)
_TYPE_WORD = re.compile(
    r"(?:unsigned|signed|char|short|int|long|const|bool|_Bool|size_t|ssize_t|\w+_t|q?u?int\d+)$"
)
_ESCAPES = {"0": 0, "n": 10, "t": 9, "r": 13, "\\": 92, "'": 39, '"': 34}
_BINARY: dict[str, tuple[int, Callable[[int, int], int]]] = {
    "||": (1, lambda left, right: int(bool(left or right))),
    "&&": (2, lambda left, right: int(bool(left and right))),
    "|": (3, lambda left, right: left | right),
    "^": (4, lambda left, right: left ^ right),
    "&": (5, lambda left, right: left & right),
    "==": (6, lambda left, right: int(left == right)),
    "!=": (6, lambda left, right: int(left != right)),
    "<": (7, lambda left, right: int(left < right)),
    ">": (7, lambda left, right: int(left > right)),
    "<=": (7, lambda left, right: int(left <= right)),
    ">=": (7, lambda left, right: int(left >= right)),
    "<<": (8, lambda left, right: left << right if 0 <= right < 64 else _fail()),
    ">>": (8, lambda left, right: left >> right if 0 <= right < 64 else _fail()),
    "+": (9, lambda left, right: left + right),
    "-": (9, lambda left, right: left - right),
    "*": (10, lambda left, right: left * right),
    "/": (10, lambda left, right: _divide(left, right)),
    "%": (10, lambda left, right: left - right * _divide(left, right)),
}
_UNARY: dict[str, Callable[[int], int]] = {
    "-": lambda value: -value,
    "+": lambda value: value,
    "~": lambda value: ~value,
    "!": lambda value: int(not value),
}
Lookup = Callable[[str], int | None]


def definition(text: str) -> tuple[str, tuple[str, ...] | None, str]:
    """The name, parameters and body of a definition's text, which starts after `#define`."""
    plain = _without_comments(text.replace("\\\r\n", " ").replace("\\\n", " "))
    head = _HEAD.match(plain)
    if head is None:
        return "", None, " ".join(plain.split())
    parameters = None
    if head[2] is not None:
        parameters = tuple(part.strip() for part in head[3].split(",") if part.strip())
    return head[1], parameters, " ".join(plain[head.end() :].split())


def command_line_definition(flag: str) -> tuple[str, tuple[str, ...] | None, str]:
    """What a compiler's `-D` flag defines: `NAME=BODY`, or `NAME` as 1."""
    head, sign, body = flag.removeprefix("-D").partition("=")
    name, parameters, _ = definition(head)
    return name, parameters, " ".join(body.split()) if sign else "1"


def names(body: str) -> tuple[str, ...]:
    """The identifiers of a body in order, each once, those inside of literals left out."""
    plain = _COMMENT_OR_STRING.sub(" ", body)
    return tuple(dict.fromkeys(re.findall(r"(?<![\w.])[^\W\d]\w*", plain)))


def integer(body: str, lookup: Lookup) -> int | None:
    """The value of an integer constant expression; `lookup` gives those of other names."""
    tokens = _tokens(body)
    if not tokens:
        return None
    try:
        value, rest = _expression(tokens, 0, 0, (lookup, 0))
    except _NotConstant:
        return None
    return value if rest == len(tokens) and abs(value) <= _LARGEST else None


class _NotConstant(Exception):
    """An expression is no integer constant; never leaves the module."""


def _without_comments(text: str) -> str:
    return _COMMENT_OR_STRING.sub(lambda match: " " if match[0].startswith("/") else match[0], text)


def _tokens(body: str) -> list[tuple[str, str]]:
    """Pairs of a token's kind and text; none where there are too many, or one is unknown."""
    tokens: list[tuple[str, str]] = []
    position = 0
    stripped = body.rstrip()
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if match is None or len(tokens) >= TOKEN_LIMIT:
            return []
        tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
        position = match.end()
    return tokens


def _expression(
    tokens: list[tuple[str, str]], at: int, minimum: int, context: tuple[Lookup, int]
) -> tuple[int, int]:
    """The value of the expression that starts at a token, by precedence, and where it ends."""
    inner = (context[0], context[1] + 1)
    value, at = _operand(tokens, at, inner)
    while at < len(tokens) and tokens[at][1] in _BINARY:
        precedence, apply = _BINARY[tokens[at][1]]
        if precedence <= minimum:
            break
        right, at = _expression(tokens, at + 1, precedence, inner)
        value = apply(value, right)
    if minimum == 0 and at < len(tokens) and tokens[at][1] == "?":
        first, at = _expression(tokens, at + 1, 0, inner)
        second, at = _expression(tokens, _expect(tokens, at, ":"), 0, inner)
        value = first if value else second
    return value, at


def _operand(
    tokens: list[tuple[str, str]], at: int, context: tuple[Lookup, int]
) -> tuple[int, int]:
    if at >= len(tokens) or context[1] > DEPTH_LIMIT:
        raise _NotConstant
    kind, text = tokens[at]
    if kind == "number":
        return _number(text), at + 1
    if kind == "character":
        return _character(text), at + 1
    if kind == "name":
        known = context[0](text)
        if known is None:
            raise _NotConstant
        return known, at + 1
    inner = (context[0], context[1] + 1)
    if text in _UNARY:
        value, at = _operand(tokens, at + 1, inner)
        return _UNARY[text](value), at
    cast = _cast_end(tokens, at)
    if cast:
        return _operand(tokens, cast, inner)
    value, at = _expression(tokens, _expect(tokens, at, "("), 0, inner)
    return value, _expect(tokens, at, ")")


def _cast_end(tokens: list[tuple[str, str]], at: int) -> int:
    """Where a cast to an integer type ends, 0 where there is none."""
    end = at + 1
    while end < len(tokens) and _TYPE_WORD.match(tokens[end][1]):
        end += 1
    is_cast = end > at + 1 and end < len(tokens) and tokens[end][1] == ")"
    return end + 1 if is_cast and tokens[at][1] == "(" else 0


def _expect(tokens: list[tuple[str, str]], at: int, text: str) -> int:
    if at >= len(tokens) or tokens[at][1] != text:
        raise _NotConstant
    return at + 1


def _number(text: str) -> int:
    digits = text.rstrip("uUlLzZ").replace("'", "")
    octal = digits.startswith("0") and digits.isdigit() and len(digits) > 1
    try:
        return int(digits, 8) if octal else int(digits, 0)
    except ValueError:
        return _fail()


def _character(text: str) -> int:
    inner = text[1:-1]
    if not inner.startswith("\\"):
        return ord(inner)
    return _ESCAPES[inner[1]] if inner[1] in _ESCAPES else _fail()


def _divide(left: int, right: int) -> int:
    """The quotient rounded towards zero, as C does."""
    if right == 0:
        raise _NotConstant
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def _fail() -> int:
    raise _NotConstant
