"""Rules on data: initialisers removed, and outputs read before the call is known to have worked."""

from collections.abc import Iterator

from tree_sitter import Node

from seeding import apis, tree
from seeding.checked import Checked, checked, is_pointer
from seeding.plant import Edit, Plant, plant, replace
from seeding.tree import Target, text

_EXPECTED = "uninitialised-read failed-output-read partial-initialisation"


def uninitialised_at_label(target: Target) -> Iterator[Plant]:
    """The initialiser of a variable goes that the cleanup section reads.

    Certain where a goto to that section stands before the first assignment to the variable, and
    the section reads it.
    """
    for name, declarator in tree.locals_of(target).items():
        if declarator.type != "init_declarator" or not _is_plain(declarator):
            continue
        first = _first_write(target, name, declarator)
        for goto in tree.every(target.body, "goto_statement"):
            if not declarator.end_byte < goto.start_byte < first:
                continue
            section = tree.section(target, tree.label_of(goto))
            if section and any(_reads(node, name) for node in section):
                yield _uninitialised(target, declarator)
                break


def uninitialised_before_write(target: Target) -> Iterator[Plant]:
    """The initialiser of a number or pointer goes that is read before it is written.

    Certain where the first mention in the source is a read that is on every way in: in no branch,
    case or right side of a logical operator, and no argument of a macro.
    """
    for name, declarator in tree.locals_of(target).items():
        if declarator.type != "init_declarator" or not _is_plain(declarator):
            continue
        later = [
            node
            for node in tree.mentions(target.body, name)
            if node.start_byte >= declarator.end_byte
        ]
        section = {node for node in later if not _is_read(node)}
        if later and later[0] not in section and _runs_first(later[0]):
            yield _uninitialised(target, declarator)


def memset_removed(target: Target) -> Iterator[Plant]:
    """The memset of a structure goes of which only members are assigned before it is handed out.

    Certain where the structure has no initialiser, some member is assigned, and its address goes to
    a call of the C library that reads it: hints, an address, a handler.
    """
    variables = tree.locals_of(target)
    for statement in tree.every(target.body, "expression_statement"):
        call = tree.call_of(statement)
        if call is None or tree.callee(call) != "memset":
            continue
        name = text(tree.arguments(call)[0]).removeprefix("&")
        declarator = variables.get(name)
        if declarator is None or declarator.type != "identifier":
            continue
        later = [node for after in tree.following(statement) for node in tree.mentions(after, name)]
        if any(_is_member(node) for node in later) and any(_hands_out(node) for node in later):
            edits = (replace(statement, ";"),)
            yield plant(target, "initialiser-removed", call, edits, _EXPECTED)


def read_before_check(target: Target) -> Iterator[Plant]:
    """What a call writes is read before the test of the call.

    Certain where the statement behind the test, which moves in front of it, reads what the call
    was given the address or the buffer of, where that has no initialiser, and where the call is
    the first to mention it.
    """
    for item in checked(target):
        after = tree.following(item.test)[:1]
        if not after or not apis.is_fallible(item.callee) or not item.alone:
            continue
        reader = after[0]
        outputs = {
            text(argument).removeprefix("&")
            for argument in tree.arguments(item.call)
            if _is_unwritten(target, argument)
        }
        if reader.type != "expression_statement" or tree.mentions(reader, item.holder):
            continue
        if is_pointer(item) and item.form != "before":
            continue  # the variable that holds the result meanwhile is an int
        if any(_reads(reader, name) for name in outputs):
            edits = _swapped(item, reader)
            yield plant(target, "read-before-check", item.call, edits, "failed-output-read")


def _swapped(item: Checked, reader: Node) -> tuple[Edit, ...]:
    """The edits that put a statement between a call and its test."""
    if item.form == "before":
        return (replace(item.test, text(reader)), replace(reader, text(item.test)))
    call, test = text(item.call), text(item.test)
    held = f"int planted = {call}; {text(reader)}"
    return (replace(item.test, held), replace(reader, test.replace(call, "planted", 1)))


def _uninitialised(target: Target, declarator: Node) -> Plant:
    name = declarator.child_by_field_name("declarator")
    end = name.end_byte if name is not None else declarator.end_byte
    edits = (Edit(end, declarator.end_byte, ""),)
    return plant(target, "initialiser-removed", declarator, edits, _EXPECTED)


def _is_plain(declarator: Node) -> bool:
    """Whether a declarator is of a number or pointer that starts with a constant."""
    name = declarator.child_by_field_name("declarator")
    value = declarator.child_by_field_name("value")
    plain = name is not None and name.type in ("identifier", "pointer_declarator")
    return plain and tree.is_constant(value)


def _first_write(target: Target, name: str, declarator: Node) -> int:
    """The offset of the first assignment to a variable, or of the first place with its address."""
    places = [
        node.start_byte
        for node in tree.mentions(target.body, name)
        if node.start_byte > declarator.end_byte and not _is_read(node)
    ]
    return min(places, default=target.body.end_byte)


def _is_read(node: Node) -> bool:
    """Whether a mention reads the variable: no plain assignment to it, and not its address."""
    parent = node.parent
    if parent is None:
        return False
    if parent.type == "assignment_expression" and parent.child_by_field_name("left") == node:
        return text(parent.child_by_field_name("operator")) != "="
    if parent.type == "pointer_expression":
        return text(parent.child_by_field_name("operator")) != "&"
    call = parent.parent if parent.type == "argument_list" else None
    if call is not None and tree.callee(call).isupper():
        return False  # a macro, which may write it
    return not any(around.type == "sizeof_expression" for around in tree.ancestors(node)[:2])


def _reads(node: Node, name: str) -> bool:
    return any(_is_read(found) for found in tree.mentions(node, name))


def _runs_first(node: Node) -> bool:
    """Whether a mention is reached on every way into its function that lasts so long."""
    inner = node
    for around in tree.ancestors(node):
        if around.type in _BRANCHING or text(around.child_by_field_name("operator")) in (
            "&&",
            "||",
        ):
            asked = around.child_by_field_name("condition") or around.child_by_field_name("left")
            if inner != asked and inner != around.child_by_field_name("value"):
                return False
        if around.type == "for_statement" and around.child_by_field_name("update") == inner:
            return False
        inner = around
    return True


_BRANCHING = frozenset(
    ("if_statement", "switch_statement", "case_statement", "conditional_expression")
)


def _is_member(node: Node) -> bool:
    """Whether a mention names a structure of which a member is assigned."""
    member = node.parent
    write = member.parent if member is not None else None
    return (
        member is not None
        and member.type == "field_expression"
        and write is not None
        and write.type == "assignment_expression"
        and write.child_by_field_name("left") == member
    )


def _hands_out(node: Node) -> bool:
    """Whether a mention is an address that a call reads through."""
    around = tree.ancestors(node)
    call = next((found for found in around if found.type == "call_expression"), None)
    return (
        around[0].type == "pointer_expression"
        and call is not None
        and tree.callee(call) in ("getaddrinfo", "bind", "connect", "sendto", "sigaction")
    )


def _is_unwritten(target: Target, argument: Node) -> bool:
    """Whether an argument is an array or an address that nothing has written to or read before."""
    name = text(argument).removeprefix("&")
    declarator = tree.locals_of(target).get(name)
    if declarator is None or declarator.type not in ("identifier", "array_declarator"):
        return False
    first = [
        node.start_byte
        for node in tree.mentions(target.body, name)
        if node.start_byte >= declarator.end_byte
        and not any(around.type == "sizeof_expression" for around in tree.ancestors(node)[:2])
    ]
    return bool(first) and argument.start_byte <= first[0] < argument.end_byte
