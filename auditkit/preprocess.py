"""Preprocessor structure of one file: comments, directives, conditional groups, macro definitions.

Turns bytes into masked bytes of the same length (so that every offset stays true) that a syntax
parser can read with the alternatives of `#if` side by side, or one at a time where braces straddle.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditkit.annotations import MacroMeaning
from auditkit.conditions import closes_at_end, decided, negate, normalise
from auditkit.macros import integer
from auditkit.source import SourceFile

_SPECIAL = re.compile(
    rb"""
    (?P<block>/\*.*?(?:\*/|\Z))
  | (?P<line>//(?:\\\r?\n|[^\n])*)
  | (?P<raw>\b(?:u8|[uUL])?R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)")
  | (?P<string>"(?:\\.|[^"\\\n])*"?)
  | (?P<character>(?<![0-9a-fA-FxX])'(?:\\.|[^'\\\n])*'?)
  | (?P<directive>^[ \t\f\v]*(?:\#|%:)(?:/\*.*?\*/|\\\r?\n|"(?:\\.|[^"\\\n])*"|//[^\n]*|[^\n/]|/)*)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_DEEPEST = 30
"""Macros of macros that are looked through for a value."""
_DIRECTIVE = re.compile(rb"[ \t\f\v]*(?:#|%:)\s*([A-Za-z_]+)(.*)", re.DOTALL)
_COMMENT = re.compile(rb"/\*.*?\*/|//[^\n]*", re.DOTALL)
_NOT_NEWLINE = re.compile(rb"[^\n]")
_DEFINE = re.compile(rb"\s*([A-Za-z_]\w*)(\(([^()]*)\))?\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One arm of a conditional group: its normalised condition and its text, as byte offsets."""

    condition: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """An `#if … #endif`: its arms in order, and whether each holds whole statements only.

    `has_else` tells whether the last arm is an `#else`; without it no arm may be taken at all.
    """

    start: int
    end: int
    depth: int
    alternatives: tuple[Alternative, ...]
    has_else: bool
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Preprocessed:
    """A file's structure. `bare` is the text without comments, literals and directives.

    All texts have the length of the file. `dead` are the ranges that no build compiles, with the
    condition that says so; `comments` the ranges of comments.
    """

    source: SourceFile
    text: bytes
    bare: bytes
    code: bytes
    groups: tuple[Group, ...]
    dead: tuple[tuple[int, int, str], ...]
    macros: Mapping[str, MacroMeaning]
    comments: tuple[tuple[int, int], ...]

    def code_lines(self) -> list[int]:
        """The numbers of the lines that hold more than blanks and comments."""
        return [
            number
            for number, line in enumerate(self.code.split(b"\n"), start=1)
            if line.strip(b" \t\r\f\v")
        ]


@dataclass(slots=True)
class _Open:
    start: int
    depth: int
    arms: list[Alternative] = field(default_factory=list)
    has_else: bool = False


def blank(text: bytes) -> bytes:
    """Spaces of the same length, with the line ends kept."""
    return _NOT_NEWLINE.sub(b" ", text)


def preprocess(source: SourceFile, language: str) -> Preprocessed:
    """The structure of a file in `language` (`c` or `c++`)."""
    data = source.data.replace(b"\r", b" ")
    text, bare, code = bytearray(data), bytearray(data), bytearray(data)
    directives: list[tuple[int, int, str, str]] = []
    comments: list[tuple[int, int]] = []
    for match in _SPECIAL.finditer(data):
        start, end = match.span()
        kind = match.lastgroup if match.lastgroup != "delimiter" else "raw"
        if kind == "directive" and not _starts_line(data, start):
            continue
        blanks = blank(data[start:end])
        bare[start:end] = blanks if kind in ("block", "line", "directive") else b"0" + blanks[1:]
        if kind in ("block", "line"):
            text[start:end] = code[start:end] = blanks
            comments.append((start, end))
        elif kind == "directive":
            text[start:end] = blanks
            code[start:end] = _COMMENT.sub(lambda found: blank(found[0]), data[start:end])
            word, rest = _read_directive(data[start:end])
            directives.append((start, end, word, rest))
    _respell(data, text, bare)
    macros = _definitions(source, directives)
    guard = _include_guard(directives)
    groups, dead = _groups(directives, language, guard, len(data))
    for start, end, _ in dead:
        text[start:end] = blank(bytes(text[start:end]))
        bare[start:end] = blank(bytes(bare[start:end]))
    whole = _mark_whole(groups, bytes(bare))
    return Preprocessed(
        source, bytes(text), bytes(bare), bytes(code), whole, tuple(dead), macros, tuple(comments)
    )


_RESPELLED = {
    **{b"<%": b"{ ", b"%>": b"} ", b"<:": b"[ ", b":>": b"] "},
    **{b"??(": b"[  ", b"??)": b"]  ", b"??<": b"{  ", b"??>": b"}  ", b"??!": b"|  "},
    **{b"??'": b"^  ", b"??-": b"~  ", b"??=": b"#  ", b"??/": b"\\  "},
}
_OTHER_SPELLING = re.compile(rb"<%|%>|<:(?!:)|:>|\?\?[()<>!'=/-]")
_SPLIT_WORD = re.compile(rb"(\w+)\\\n(\w+)")


def _respell(data: bytes, text: bytearray, bare: bytearray) -> None:
    """Digraphs and trigraphs as what they mean, and a word that a line break splits as one."""
    if b"<%" in data or b"<:" in data or b"??" in data:
        for match in _OTHER_SPELLING.finditer(bytes(bare)):
            text[match.start() : match.end()] = _RESPELLED[match[0]]
            bare[match.start() : match.end()] = _RESPELLED[match[0]]
    if b"\\\n" in data:
        for match in _SPLIT_WORD.finditer(bytes(bare)):
            whole = match[1] + match[2] + b" \n"
            text[match.start() : match.end()] = bare[match.start() : match.end()] = whole


def variants(
    preprocessed: Preprocessed, skipped: Sequence[tuple[int, int]], limit: int = 4
) -> list[bytes]:
    """The texts to parse: one if every group holds whole statements, else one for each arm to see.

    The first has the arms that a compiler took (those outside `skipped`) or the first ones; equal
    conditions choose alike within a text.
    """
    straddling = [group for group in preprocessed.groups if not group.whole]
    if not straddling:
        return [preprocessed.text]
    count = min(limit, max(len(_arms(group)) for group in straddling))
    texts = []
    for variant in range(count):
        text = bytearray(preprocessed.text)
        for group in straddling:
            chosen = _choice(group, variant, skipped)
            for index, arm in enumerate(group.alternatives):
                if index != chosen:
                    text[arm.start : arm.end] = blank(bytes(text[arm.start : arm.end]))
        texts.append(bytes(text))
    return list(dict.fromkeys(texts))


def condition_at(preprocessed: Preprocessed, offset: int) -> str:
    """The conjunction of the conditions under which the text at an offset is compiled."""
    parts = []
    for group in preprocessed.groups:
        if group.start <= offset < group.end:
            for arm in group.alternatives:
                if arm.start <= offset < arm.end:
                    parts.append(arm_condition(group, arm))
    return " && ".join(parts)


def arm_condition(group: Group, arm: Alternative) -> str:
    """The whole condition of an arm: none of the earlier ones, and its own."""
    index = group.alternatives.index(arm)
    parts = [negate(earlier.condition) for earlier in group.alternatives[:index]]
    if arm.condition:
        parts.append(arm.condition)
    return " && ".join(part if _is_unit(part) else f"({part})" for part in parts)


def _is_unit(part: str) -> bool:
    """Whether a condition can stand beside `&&` without parentheses."""
    return "||" not in part or (part.startswith("!(") and closes_at_end(part[1:]))


def shown_condition(group: Group, text: bytes) -> str:
    """The condition under which a variant's text shows of a group what it shows."""
    for arm in group.alternatives:
        if text[arm.start : arm.end].strip():
            return arm_condition(group, arm)
    return " && ".join(negate(arm.condition) for arm in group.alternatives if arm.condition)


def integer_values(macros: Mapping[str, MacroMeaning]) -> dict[str, int | None]:
    """The integers that macros without parameters expand to, None for what is no constant."""
    values: dict[str, int | None] = {}

    def value(name: str, depth: int = 0) -> int | None:
        macro = macros.get(name)
        if name not in values and macro is not None and depth < _DEEPEST:
            values[name] = None
            if macro.parameters is None:
                values[name] = integer(macro.body, lambda other: value(other, depth + 1))
        return values.get(name)

    return {name: value(name) for name in macros}


def _starts_line(data: bytes, start: int) -> bool:
    return start == 0 or data[start - 1 : start] == b"\n"


def _read_directive(raw: bytes) -> tuple[str, str]:
    joined = _COMMENT.sub(b" ", re.sub(rb"\\[ \t]*\n", b" ", raw))
    match = _DIRECTIVE.match(joined)
    if match is None:
        return "", ""
    return match[1].decode("ascii"), match[2].decode("utf-8", "replace").strip()


_NOTHING = re.compile(r"(?:[()0\s]|\bvoid\b|static_cast<void>)*|do ?\{ ?\} ?while ?\( ?\w+ ?\)")
"""The body of a macro that stands for no code."""


def _definitions(
    source: SourceFile, directives: Iterable[tuple[int, int, str, str]]
) -> dict[str, MacroMeaning]:
    found: dict[str, MacroMeaning] = {}
    empty: set[str] = set()
    for start, _, word, rest in directives:
        match = _DEFINE.match(rest.encode("utf-8", "replace")) if word == "define" else None
        if match is None:
            continue
        name = match[1].decode("ascii")
        parameters = None
        if match[2] is not None and rest[len(name) : len(name) + 1] == "(":
            inner = match[3].decode("utf-8", "replace")
            parameters = tuple(part.strip() for part in inner.split(",") if part.strip())
        body = (match[4] if parameters is not None else rest[len(name) :].encode()).decode(
            "utf-8", "replace"
        )
        body = " ".join(body.split())
        if _NOTHING.fullmatch(body):
            empty.add(name)
        if name not in found or not found[name].body:
            found[name] = MacroMeaning(name, parameters, body, None, source.locate(start))
    values = integer_values(found)
    return {
        name: replace(macro, value=values[name], vanishes=name in empty)
        for name, macro in found.items()
    }


def _include_guard(directives: Sequence[tuple[int, int, str, str]]) -> str:
    """The condition of an include guard, if the file opens with one."""
    if len(directives) >= 3 and directives[0][2] in ("ifndef", "if"):
        condition = normalise(directives[0][2], directives[0][3])
        name = re.fullmatch(r"!defined\((\w+)\)", condition)
        if name and directives[1][2] == "define" and directives[1][3].split()[:1] == [name[1]]:
            return condition
    return ""


def _groups(
    directives: Sequence[tuple[int, int, str, str]], language: str, guard: str, size: int
) -> tuple[list[Group], list[tuple[int, int, str]]]:
    groups: list[Group] = []
    dead: list[tuple[int, int, str]] = []
    stack: list[_Open] = []
    for start, end, word, rest in directives:
        if word in ("if", "ifdef", "ifndef"):
            opened = _Open(start, len(stack))
            opened.arms.append(Alternative(normalise(word, rest), end, size))
            stack.append(opened)
        elif stack and word in ("elif", "else", "elifdef", "elifndef", "endif"):
            opened = stack[-1]
            last = opened.arms[-1]
            opened.arms[-1] = Alternative(last.condition, last.start, start)
            if word == "endif":
                stack.pop()
                _close(opened, end, language, guard, groups, dead)
            else:
                opened.has_else = opened.has_else or word == "else"
                condition = "" if word == "else" else normalise(word, rest)
                opened.arms.append(Alternative(condition, end, size))
    groups.sort(key=lambda group: group.start)
    return groups, dead


def _close(
    opened: _Open,
    end: int,
    language: str,
    guard: str,
    groups: list[Group],
    dead: list[tuple[int, int, str]],
) -> None:
    """Files one group: arms that no build takes are dead, a settled group is no alternative at
    all.
    """
    live: list[Alternative] = []
    settled = False
    for arm in opened.arms:
        verdict = True if arm.condition in ("", guard) else decided(arm.condition, language)
        if settled or verdict is False:
            dead.append((arm.start, arm.end, f"#if {arm.condition or 'else'} is never compiled"))
            continue
        live.append(arm if arm.condition != guard else Alternative("", arm.start, arm.end))
        settled = verdict is True
    if settled and len(live) == 1:
        return
    if live:
        groups.append(Group(opened.start, end, opened.depth, tuple(live), settled))


_EDGE = re.compile(rb"[^\s]")
_WORD = re.compile(rb"[A-Za-z_]\w*")


def _mark_whole(groups: Sequence[Group], bare: bytes) -> tuple[Group, ...]:
    """The groups with `whole` set; the inner ones are judged first and reduced to one arm."""
    text = bytearray(bare)
    marked: dict[Group, Group] = {}
    for group in sorted(groups, key=lambda item: -item.depth):
        whole = _is_whole(group, bytes(text[: group.end]), bare)
        if not whole:
            for arm in group.alternatives[1:]:
                text[arm.start : arm.end] = blank(bytes(text[arm.start : arm.end]))
        marked[group] = Group(
            group.start, group.end, group.depth, group.alternatives, group.has_else, whole
        )
    return tuple(marked[group] for group in groups)


def _is_whole(group: Group, text: bytes, bare: bytes) -> bool:
    before = text[max(0, group.start - 4000) : group.start].rstrip()
    if before and before[-1:] not in b";{}:":
        return False
    after = _EDGE.search(bare, group.end)
    if after and _first_word(bare, after.start()) == b"else":
        return False
    return all(_is_statements(text[arm.start : arm.end]) for arm in group.alternatives)


def _first_word(text: bytes, start: int) -> bytes:
    match = _WORD.match(text, start)
    return match[0] if match else b""


def _is_statements(arm: bytes) -> bool:
    arm = arm.strip()
    if not arm:
        return True
    if arm[-1:] not in b";{}:" or _first_word(arm, 0) == b"else":
        return False
    if not (arm[:1].isalnum() or arm[:1] in b"_{~:(*+-;[!&"):
        return False
    depth = 0
    for character in re.finditer(rb"[(){}\[\]]", arm):
        depth += 1 if character[0] in b"({[" else -1
        if depth < 0:
            return False
    return depth == 0


def _arms(group: Group) -> range:
    return range(len(group.alternatives) + (0 if group.has_else else 1))


def _choice(group: Group, variant: int, skipped: Sequence[tuple[int, int]]) -> int:
    """The arm that a variant shows; the index past the last one means none."""
    total = len(_arms(group))
    first = 0
    if skipped:
        active = [
            index
            for index, arm in enumerate(group.alternatives)
            if not any(low <= arm.start + 1 and arm.end - 1 <= high + 1 for low, high in skipped)
        ]
        first = active[0] if active else total - 1
    elif group.alternatives[0].condition.startswith("!") and total == 2:
        first = 1 if group.has_else else 0
    return (first + variant) % total
