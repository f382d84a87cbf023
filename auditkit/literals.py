"""Literals and constant expressions to numbers."""

import operator as operators

from auditkit.facts import Constant

_COMPARE = {
    "==": operators.eq,
    "!=": operators.ne,
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}


def number(text: str) -> int | None:
    """The value of an integer literal, None for a floating one."""
    digits = text.replace("'", "").rstrip("uUlLzZ")
    try:
        if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
            return int(digits, 8)
        return int(digits, 0)
    except ValueError:
        return None


def folded(operator: str, left: Constant, right: Constant) -> int | None:
    """The value of an operator on two constants, as far as it is known."""
    first, second = left.value, right.value
    if first is None or second is None or abs(first) > 2**63 or abs(second) > 2**63:
        return None
    compare = _COMPARE.get(operator)
    if compare is not None:
        return int(compare(first, second))
    match operator:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case "|":
            return first | second
        case "&":
            return first & second
        case "<<" if 0 <= second < 64:
            return first << second
        case ">>" if 0 <= second < 64:
            return first >> second
        case "/" if second > 0 and first >= 0:
            return first // second
    return None


def character(text: str) -> int | None:
    """The value of a character literal, None for what is no single or well-known character."""
    inner = text[text.find("'") + 1 : -1]
    escapes = {"\\0": 0, "\\n": 10, "\\r": 13, "\\t": 9, "\\\\": 92, "\\'": 39}
    return ord(inner) if len(inner) == 1 else escapes.get(inner)
