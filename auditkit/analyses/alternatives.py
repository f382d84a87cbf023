"""Preprocessor conditions on a path: what holds where another one is known to hold or not.

`defined(X)`, comparisons of a name with a number, negations, conjunctions and disjunctions are
understood; any other text is a condition of its own that equals itself.
"""

import re
from functools import lru_cache

from auditkit.analyses.environment import Environment
from auditkit.conditions import unwrapped
from auditkit.values import OPPOSITE, only, relation

_COMPARED = re.compile(r"(\w+)\s*(==|!=|<=|>=|<|>)\s*(-?(?:0[xX][0-9a-fA-F]+|\d+))[uUlL]*")
_DEFINED = re.compile(r"defined\((\w+)\)")
_NAMES = re.compile(r"[A-Za-z_]\w*")


def assumed(environment: Environment, text: str, *, holds: bool) -> Environment | None:
    """The environment where a preprocessor condition comes out so; None where it cannot."""
    text = unwrapped(text)
    if text.startswith("!") and _is_one(text[1:]):
        return assumed(environment, text[1:], holds=not holds)
    for operator, together in (("||", False), ("&&", True)):
        parts = _split(text, operator)
        if len(parts) > 1:
            return _joined(environment, parts, text, together, holds)
    match = _COMPARED.fullmatch(text)
    if match is not None:
        comparison = match[2] if holds else OPPOSITE[match[2]]
        new = environment.narrowed(f"#{match[1]}", relation(comparison, int(match[3], 0)))
        return _defining(new, match[1])
    if _NAMES.fullmatch(text):
        return _defining(environment.narrowed(f"#{text}", ~only(0) if holds else only(0)), text)
    new = environment.narrowed(f"#{text}", only(int(holds)))
    name = _DEFINED.fullmatch(text)
    if name is None or holds or new is None:
        return new
    return new.narrowed(f"#{name[1]}", only(0))


def _defining(environment: Environment | None, name: str) -> Environment | None:
    """The environment where a macro that is not 0 is defined."""
    if environment is None or 0 in environment.can_be(f"#{name}"):
        return environment
    return environment.narrowed(f"#defined({name})", only(1))


def symbols(text: str) -> frozenset[str]:
    """The symbols by which a condition is followed."""
    defined = (f"#defined({name})" for name in _NAMES.findall(text))
    return frozenset((f"#{text}", *defined, *(f"#{name}" for name in _NAMES.findall(text))))


def _joined(
    environment: Environment, parts: tuple[str, ...], text: str, together: bool, holds: bool
) -> Environment | None:
    """A conjunction that holds, or a disjunction that does not, settles each of its parts; of one
    that comes out the other way only the last open part is known.
    """
    if not environment.can_be(f"#{text}") & only(int(holds)):
        return None
    if holds == together:
        new: Environment | None = environment
        for part in parts:
            new = None if new is None else assumed(new, part, holds=together)
        return new
    possible = [part for part in parts if assumed(environment, part, holds=not together)]
    if not possible:
        return None
    if len(possible) == 1:
        return assumed(environment, possible[0], holds=not together)
    return environment.narrowed(f"#{text}", only(int(holds)))


def _is_one(text: str) -> bool:
    """Whether a negation in front of the text negates all of it."""
    return (
        len(_split(text, "&&")) == 1
        and len(_split(text, "||")) == 1
        and (_COMPARED.fullmatch(text) is None)
    )


@lru_cache(maxsize=4096)
def _split(text: str, operator: str) -> tuple[str, ...]:
    """The parts of a text between an operator outside of parentheses."""
    parts, depth, start, index = [], 0, 0, 0
    while index < len(text):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0 and text.startswith(operator, index):
            parts.append(text[start:index].strip())
            index += len(operator)
            start = index
            continue
        index += 1
    return (*parts, text[start:].strip())
