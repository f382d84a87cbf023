"""Preprocessor conditions as texts: one spelling for each, their opposites, and which are settled.

Equal texts are equal conditions: that is all that correlates branches of different `#if`s.
"""

import re

NEVER = frozenset(
    f"defined({name})"
    for name in (
        "Q_CLANG_QDOC",
        "Q_QDOC",
        "DOXYGEN",
        "__DOXYGEN__",
        "SWIG",
        "Q_MOC_RUN",
        "__LINT__",
    )
)
"""Conditions that only documentation tools and linters set."""


def normalise(directive: str, condition: str) -> str:
    """One spelling for a condition: `#ifdef X` and `#if defined X` are both `defined(X)`."""
    condition = " ".join(condition.split())
    if directive in ("ifdef", "elifdef"):
        return f"defined({condition})"
    if directive in ("ifndef", "elifndef"):
        return f"!defined({condition})"
    condition = re.sub(r"\bdefined\s*\(\s*(\w+)\s*\)|\bdefined\s+(\w+)", _defined, condition)
    condition = re.sub(r"!\s+", "!", condition)
    return unwrapped(condition)


def negate(condition: str) -> str:
    """The opposite condition, with a double negation removed."""
    if condition.startswith("!") and re.fullmatch(r"!(\w+(\([^()]*\))?|\(.*\))", condition):
        return condition[1:]
    if re.fullmatch(r"\w+(\([^()]*\))?", condition):
        return f"!{condition}"
    return f"!({condition})"


def decided(condition: str, language: str) -> bool | None:
    """Whether a condition holds in every build, in none, or varies."""
    if re.fullmatch(r"\d+[uUlL]*", condition):
        return condition.rstrip("uUlL").strip("0") != ""
    if condition in ("false", "true"):
        return condition == "true"
    if condition in ("defined(__cplusplus)", "__cplusplus"):
        return language == "c++"
    if condition in NEVER:
        return False
    if condition.startswith("!"):
        inner = decided(negate(condition), language)
        return None if inner is None else not inner
    parts = [part.strip() for part in condition.split("&&")]
    if len(parts) > 1 and condition.count("(") == condition.count(")"):
        verdicts = [decided(part, language) for part in parts]
        if False in verdicts:
            return False
        if None not in verdicts:
            return True
    return None


def _defined(match: re.Match[str]) -> str:
    return f"defined({match[1] or match[2]})"


def unwrapped(text: str) -> str:
    """A text without the parentheses around all of it."""
    text = text.strip()
    while text.startswith("(") and closes_at_end(text):
        text = text[1:-1].strip()
    return text


def closes_at_end(text: str) -> bool:
    """Whether the parenthesis that opens a text closes at its very end."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index == len(text) - 1
    return False
