"""What the files of a target define together: macros, functions that never return, classes.

Apart from the reading of one file because a header means the same wherever it is included, and from
parsing because it is text alone: the audited code is parsed in children only.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from auditkit.annotations import MacroMeaning
from auditkit.facts import Class
from auditkit.knowledge import Knowledge
from auditkit.masking import specifiers
from auditkit.preprocess import Preprocessed

SOURCES = (".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".m", ".mm")
_WRAPPED = re.compile(r"_?[a-z][a-z0-9_]{0,11}?_([A-Z]\w+)")
_NEVER_RETURNS = re.compile(rb"\b(?:_*noreturn_*|_Noreturn|[A-Z_]*NORETURN[A-Z_]*)\b")
_ATTRIBUTE = re.compile(r"__attribute(?:__)?\s*\(\(.*?\)\)|\[\[.*?\]\]|__declspec\s*\(.*?\)")
_FUNCTION = re.compile(r"\b([A-Za-z_]\w*)\s*\(")
_LONGEST = 1000
_CODE = re.compile(
    r"\b(?:return|goto|throw|break|continue)\b|->|\+\+|--|[^=!<>]=[^=]"
    r"|\b(?!sizeof|alignof|defined)[a-z_]\w*\s*\("
)
_TERMINATING = frozenset(
    [
        *("abort", "exit", "_exit", "_Exit", "quick_exit", "longjmp", "err", "errx", "verr"),
        *("verrx", "__assert_fail", "__builtin_unreachable", "__builtin_trap", "g_error"),
        *("qFatal", "Q_UNREACHABLE", "std::terminate", "std::abort", "std::exit"),
    ]
)


@dataclass(frozen=True, slots=True)
class Project:
    """What is known of the whole target and its libraries while one file is lowered.

    `constants` are named integers of the knowledge base, `known` the names of its functions,
    `terminating` those that never return, `macros` the target's own definitions, `specifiers` what
    of these is masked before parsing, `objects` what of these without parameters is read as code.
    """

    constants: Mapping[str, int]
    known: frozenset[str]
    terminating: frozenset[str]
    macros: Mapping[str, MacroMeaning]
    specifiers: Mapping[bytes, bytes] = field(default_factory=dict)
    objects: frozenset[str] = frozenset()
    classes: Mapping[str, Class] = field(default_factory=dict)

    def is_known(self, name: str) -> bool:
        """Whether the knowledge base has the function, as it is or behind a lower-case prefix."""
        if name in self.known:
            return True
        match = _WRAPPED.fullmatch(name)
        return match is not None and match[1] in self.known


def project_of(structures: Iterable[Preprocessed], knowledge: Knowledge) -> Project:
    """What the files of a target and the knowledge base define together.

    A macro that a source file defines is no other file's; its own file has it anyway.
    """
    macros: dict[str, MacroMeaning] = {}
    ending = {name for name, spec in knowledge.apis.items() if spec.terminates}
    for structure in structures:
        ending.update(never_returning(structure.text))
        if not structure.source.path.endswith(SOURCES):
            for name, macro in structure.macros.items():
                macros.setdefault(name, macro)
    return Project(
        dict(knowledge.constants),
        frozenset(knowledge.apis),
        frozenset(ending) | _TERMINATING,
        macros,
        specifiers(macros, None),
        coding(macros),
    )


def coding(macros: Mapping[str, MacroMeaning]) -> frozenset[str]:
    """The macros without parameters that stand for code, not for a constant or another name."""
    return frozenset(
        name
        for name, macro in macros.items()
        if macro.parameters is None and macro.value is None and _CODE.search(macro.body)
    )


def never_returning(text: bytes) -> Iterator[str]:
    """The functions that a text declares to never return, in whichever way."""
    for match in _NEVER_RETURNS.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in (b";", b"{", b"}")) + 1
        ends = [text.find(mark, match.end()) for mark in (b";", b"{")]
        end = min((end for end in ends if end >= 0), default=len(text))
        if end - start > _LONGEST:
            continue
        statement = text[start:end].decode("utf-8", "replace")
        plain = _ATTRIBUTE.sub(" ", statement)
        function = next(
            (name for name in _FUNCTION.findall(plain) if "NORETURN" not in name.upper()), None
        )
        if function is not None and "=" not in plain:
            yield function
