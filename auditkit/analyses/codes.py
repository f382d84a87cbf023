"""Which family of error codes a name may hold: where each use of a code is of another family.

A may-flow of (name, family): `packed` codes of ERR_get_error, `reason` of SSL_get_error, `verify`
of SSL_get_verify_result, `part` of ERR_GET_REASON, `result` of the operations themselves. See
ERR_get_error(3), SSL_get_error(3), X509_STORE_CTX_get_error(3).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditkit.analyses.apis import Callees
from auditkit.analyses.walk import Course
from auditkit.dataflow import Direction, Problem, solve
from auditkit.facts import (
    Assign,
    Block,
    Branch,
    Call,
    Compute,
    Constant,
    Operand,
    Operation,
    Place,
    Switch,
    Temp,
)
from auditkit.source import Location

Families = frozenset[tuple[str, str]]

_SOURCES = re.compile(r"ERR_(?:get|peek)(?:_last)?_error\w*")
_NAMED = (
    (re.compile(r"SSL_ERROR_(?!NONE\b)\w+"), "reason"),
    (re.compile(r"X509_V_(?!OK\b)ERR_\w+"), "verify"),
    (re.compile(r"(?:SSL|ERR|X509|PEM|BIO|EVP)_R_\w+"), "part"),
    (re.compile(r"E(?:AGAIN|INTR|WOULDBLOCK|INPROGRESS|CONNRESET|PIPE|TIMEDOUT|INVAL)"), "errno"),
)
_TAKERS = {
    "ERR_error_string": "packed",
    "ERR_error_string_n": "packed",
    "ERR_reason_error_string": "packed",
    "ERR_lib_error_string": "packed",
    "ERR_func_error_string": "packed",
    "ERR_GET_REASON": "packed",
    "ERR_GET_LIB": "packed",
    "X509_verify_cert_error_string": "verify",
}


@dataclass(frozen=True, slots=True)
class Confusion:
    """A code of one family where one of another is meant; `where` is the constant or the callee."""

    at: Location
    name: str
    family: str
    meant: str
    where: str
    call: Call | None


def confusions(course: Course) -> Iterator[Confusion]:
    """Each place of a function where a code is taken for one of another family."""
    callees = course.callees
    if not any(_family(call, callees) for call in course.function.calls()):
        return
    problem: Problem[Families] = Problem(
        Direction.FORWARD,
        frozenset(),
        frozenset.union,
        lambda block, before: _through(block, before, callees),
    )
    solved = solve(course.graph, problem)
    for number, before in sorted(solved.before.items()):
        block, families = course.graph.blocks[number], before
        for operation in block.operations:
            yield from _used(operation, families, callees)
            families = _after(operation, families, callees)
        yield from _decided(block, families)


def _through(block: Block, families: Families, callees: Callees) -> Families:
    for operation in block.operations:
        families = _after(operation, families, callees)
    return families


def _after(operation: Operation, families: Families, callees: Callees) -> Families:
    match operation:
        case Call(result=result):
            family = _family(operation, callees)
            rest = frozenset(item for item in families if item[0] != str(result))
            return rest | {(str(result), family)} if family else rest
        case Assign(target=target, value=value):
            rest = frozenset(item for item in families if item[0] != str(target))
            return rest | {(str(target), family) for family in _held(value, families)}
        case Compute(target=target, operator="cast", operands=found):
            rest = frozenset(item for item in families if item[0] != str(target))
            return rest | {(str(target), family) for family in _held(found[0], families)}
    return families


def _family(call: Call, callees: Callees) -> str:
    """The family of codes that a call's result is of."""
    spec = callees.api(call)
    if spec is None or spec.library not in ("openssl", "gnutls", "mbedtls"):
        return ""
    if spec.library != "openssl":
        return "result" if spec.error_cells else ""
    if spec.function in ("ERR_GET_REASON", "ERR_GET_LIB"):
        return "part"
    if _SOURCES.fullmatch(spec.function):
        return "packed"
    if spec.function == "SSL_get_error":
        return "reason"
    if spec.function in ("SSL_get_verify_result", "X509_STORE_CTX_get_error"):
        return "verify"
    return "result" if spec.reason == "SSL_get_error" else ""


def _held(operand: Operand | None, families: Families) -> frozenset[str]:
    if not isinstance(operand, Place | Temp):
        return frozenset()
    return frozenset(family for name, family in families if name == str(operand))


def _used(operation: Operation, families: Families, callees: Callees) -> Iterator[Confusion]:
    """The codes that an operation takes for others: comparisons as values, and texts of codes."""
    if isinstance(operation, Compute) and operation.operator in ("==", "!="):
        yield from _compared(operation.at, operation.operands, families)
    if not isinstance(operation, Call):
        return
    spec = callees.api(operation)
    meant = _TAKERS.get(spec.function if spec is not None else operation.callee, "")
    for argument in operation.arguments[:1]:
        held = _held(argument, families)
        if meant and held and meant not in held:
            family = sorted(held)[0]
            yield Confusion(operation.at, str(argument), family, meant, operation.callee, operation)


def _decided(block: Block, families: Families) -> Iterator[Confusion]:
    match block.terminator:
        case Branch(at=at, left=left, right=right) if right is not None:
            yield from _compared(at, (left, right), families)
        case Switch(at=at, value=value, cases=cases):
            for case in cases:
                found = list(_compared(at, (value, case.low), families))
                yield from found[:1]
                if found:
                    return


def _compared(
    at: Location, operands: tuple[Operand, ...], families: Families
) -> Iterator[Confusion]:
    for operand, other in (operands, operands[::-1]):
        if not isinstance(other, Constant):
            continue
        held = _held(operand, families)
        for pattern, meant in _NAMED:
            if held and meant not in held and pattern.fullmatch(other.text.rsplit("::", 1)[-1]):
                yield Confusion(at, str(operand), sorted(held)[0], meant, other.text, None)
                return
