"""Drafts of blocks to blocks: numbered in order, without empty detours, and moved beside others.

Apart from the builder because nothing here knows a statement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from auditkit.facts import (
    Address,
    Block,
    Branch,
    BranchKind,
    Constant,
    Jump,
    Operation,
    Place,
    Switch,
    Temp,
    Terminator,
    Throw,
)
from auditkit.source import Location


@dataclass(slots=True)
class Draft:
    """A block under construction."""

    number: int
    handler: int | None
    operations: list[Operation] = field(default_factory=list)
    terminator: Terminator | None = None


def decision(at: Location, condition: str, yes: int, no: int) -> Branch:
    """The branch on a preprocessor condition; one that is just negated is asked the other way."""
    text = condition
    if condition.startswith("!") and _is_atom(condition[1:]):
        text, yes, no = condition[1:], no, yes
    operand = Constant(text, None)
    return Branch(at, BranchKind.PREPROCESSOR, "defined", operand, None, yes, no, text)


def _is_atom(text: str) -> bool:
    return not any(operator in text for operator in ("&&", "||", "<", ">", "=", " "))


def finished(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """Numbers the blocks in depth-first order, unreachable ones last, and skips empty jumps."""
    hops = {}
    for draft in drafts:
        if not draft.operations and isinstance(draft.terminator, Jump):
            hops[draft.number] = draft.terminator.target
    for number in _swallowing(drafts, hops):
        del hops[number]
    final = {draft.number: _follow(draft.number, hops) for draft in drafts}
    order = _order(drafts, final)
    numbers = {old: new for new, old in enumerate(order)}
    blocks = []
    for old in order:
        draft = drafts[old]
        assert draft.terminator is not None
        terminator = _renumbered(draft.terminator, final, numbers)
        handler = None if draft.handler is None else numbers.get(final[draft.handler])
        blocks.append(Block(numbers[old], tuple(draft.operations), terminator, handler))
    return tuple(blocks)


def _swallowing(drafts: Sequence[Draft], hops: dict[int, int]) -> set[int]:
    """The handlers that do nothing: what throws goes on where what does not throw goes on, and yet
    on a way of its own.
    """
    found = set()
    for draft in drafts:
        if draft.handler in hops and draft.terminator is not None:
            following = Block(draft.number, (), draft.terminator).successors
            if _follow(draft.handler, hops) in {_follow(number, hops) for number in following}:
                found.add(draft.handler)
    return found


def _follow(number: int, hops: dict[int, int]) -> int:
    seen = {number}
    while number in hops and hops[number] not in seen:
        number = hops[number]
        seen.add(number)
    return number


def _order(drafts: Sequence[Draft], final: dict[int, int]) -> list[int]:
    order: list[int] = []
    seen: set[int] = set()
    for root in (0, *(draft.number for draft in drafts if draft.operations)):
        stack = [final[root]]
        while stack:
            number = stack.pop()
            if number in seen:
                continue
            seen.add(number)
            order.append(number)
            draft = drafts[number]
            assert draft.terminator is not None
            following = list(Block(number, (), draft.terminator).successors)
            if draft.handler is not None:
                following.append(draft.handler)
            stack.extend(final[target] for target in reversed(following))
    return order


def _renumbered(
    terminator: Terminator, final: dict[int, int], numbers: dict[int, int]
) -> Terminator:
    def new(old: int) -> int:
        return numbers[final[old]]

    match terminator:
        case Jump(at=at, target=target):
            return Jump(at, new(target))
        case Branch(at, kind, operator, left, right, then, otherwise, text):
            return Branch(at, kind, operator, left, right, new(then), new(otherwise), text)
        case Switch():
            cases = tuple(replace(case, target=new(case.target)) for case in terminator.cases)
            return replace(terminator, cases=cases, default=new(terminator.default))
        case Throw(handler=handler) if handler is not None:
            return replace(terminator, handler=new(handler))
    return terminator


def shifted(blocks: Sequence[Block], offset: int, temps: int) -> tuple[Block, ...]:
    """The blocks with numbers and temporaries moved up, to stand beside another reading."""
    numbers = {block.number: block.number + offset for block in blocks}
    same = {block.number: block.number for block in blocks}
    return tuple(
        Block(
            numbers[block.number],
            tuple(_retemped(operation, temps) for operation in block.operations),
            _retemped(_renumbered(block.terminator, same, numbers), temps),
            None if block.handler is None else numbers[block.handler],
        )
        for block in blocks
    )


R = TypeVar("R", bound=Operation | Terminator)


def _retemped(record: R, temps: int) -> R:
    """The record with its temporaries numbered from `temps` on."""
    if not temps:
        return record
    changes: dict[str, Any] = {}
    for item in fields(record):
        value = getattr(record, item.name)
        new = _new_temps(value, temps) if isinstance(value, tuple) else _new_temp(value, temps)
        if new != value:
            changes[item.name] = new
    return replace(record, **changes) if changes else record


def _new_temps(values: tuple[Any, ...], temps: int) -> tuple[Any, ...]:
    return tuple(_new_temp(value, temps) for value in values)


def _new_temp(value: object, temps: int) -> object:
    match value:
        case Temp(number=number):
            return Temp(number + temps)
        case Place(text=text, root=root, kind=kind, indices=indices) if "%" in text:
            inner = _new_temps(indices, temps)
            return Place(_moved(text, temps), _moved(root, temps), kind, inner)
        case Address(place=place):
            moved = _new_temp(place, temps)
            assert isinstance(moved, Place)
            return Address(moved)
    return value


def _moved(text: str, temps: int) -> str:
    return re.sub(r"%(\d+)", lambda match: f"%{int(match[1]) + temps}", text)
