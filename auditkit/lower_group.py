"""Neighbouring statements under an `#if` to alternatives of one branch on its condition.

Apart from statements because only here the preprocessor's structure meets the grammar's.
"""

from collections.abc import Sequence

from tree_sitter import Node

from auditkit.preprocess import Group, arm_condition
from auditkit.reader import Reader


def statements(reader: Reader, nodes: Sequence[Node]) -> None:
    """Lowers neighbours in order; those under an `#if` as alternatives."""
    if reader.frames or not reader.groups:
        for node in nodes:
            reader.statement(reader, node)
        return
    _grouped(reader, nodes, reader.group_depth, reader.groups)


def _grouped(reader: Reader, nodes: Sequence[Node], depth: int, groups: Sequence[Group]) -> None:
    index = 0
    while index < len(nodes):
        group = _opening(nodes[index], depth, groups)
        if group is None:
            reader.statement(reader, nodes[index])
            index += 1
            continue
        end = index
        while end < len(nodes) and nodes[end].end_byte <= group.end:
            end += 1
        _alternatives(reader, group, nodes[index:end])
        index = end


def _opening(node: Node, depth: int, groups: Sequence[Group]) -> Group | None:
    """The outermost group at this depth or deeper that holds the whole node."""
    for group in groups:
        if group.start > node.start_byte:
            break
        if node.end_byte <= group.end and group.depth >= depth and node.start_byte < group.end:
            return group
    return None


def _alternatives(reader: Reader, group: Group, nodes: Sequence[Node]) -> None:
    conditions, actions = [], []
    inner = [
        other
        for other in reader.groups
        if group.start < other.start and other.end <= group.end and other.depth > group.depth
    ]
    for arm in group.alternatives:
        members = [node for node in nodes if arm.start <= node.start_byte < arm.end]
        whole = arm_condition(group, arm)

        def lowered(members: Sequence[Node] = members, whole: str = whole) -> None:
            depth, reader.group_depth = reader.group_depth, group.depth + 1
            reader.conditions.append(whole)
            _grouped(reader, members, reader.group_depth, inner)
            reader.conditions.pop()
            reader.group_depth = depth

        conditions.append(arm.condition)
        actions.append(lowered)
    if nodes:
        reader.builder.choose(reader.at(nodes[0]), conditions, actions)


def condition_of_label(reader: Reader, node: Node, depth: int) -> str:
    """The conditions that a label stands under, beyond the first `depth` open ones.

    Its statement may reach further than the `#if` around the label itself.
    """
    parts = reader.conditions[depth:]
    for group in () if reader.frames else reader.groups:
        if group.depth < reader.group_depth:
            continue
        if group.start <= node.start_byte < group.end < node.end_byte:
            parts.extend(
                arm_condition(group, arm)
                for arm in group.alternatives
                if arm.start <= node.start_byte < arm.end
            )
    return " && ".join(part for part in parts if part)
