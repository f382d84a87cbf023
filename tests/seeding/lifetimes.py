"""Rules on resources: releases removed, duplicated, moved or exchanged, and early returns."""

from collections.abc import Iterator

from tree_sitter import Node

from seeding import apis, tree
from seeding.checked import checked
from seeding.owned import Owned, Release, owned, releases, releases_of, transfers
from seeding.plant import Plant, before, behind, plant, replace
from seeding.tree import Target, text


def removed_on_branch(target: Target) -> Iterator[Plant]:
    """A release goes from a branch that returns.

    Certain where the acquisition is in a block around the branch, nothing before passes the object
    on or releases it on the way, and nothing else in the branch releases or returns it.
    """
    for item in owned(target):
        passed = [node.start_byte for node in transfers(target, item.name)]
        for found in releases_of(target.body, item):
            block = found.whole.parent
            if block is None or block.type != "compound_statement" or block == target.body:
                continue
            if not _around(item, found.whole) or not _returns(block, found):
                continue
            if any(start < block.end_byte for start in passed) or _gone(target, item, found):
                continue
            edits = (replace(found.whole, ";"),)
            yield plant(target, "release-removed", found.call, edits, "leaked-resource")


def removed_at_end(target: Target) -> Iterator[Plant]:
    """A release goes from the straight way or from the cleanup section.

    Certain where it stands in the outermost block, unconditionally or behind a test of the variable
    alone, nothing in the function passes the object on, and nothing else in the outermost block
    releases it.
    """
    for item in owned(target):
        if transfers(target, item.name):
            continue
        outermost = [
            found
            for found in releases_of(target.body, item)
            if found.whole.parent == target.body or _is_labeled(found.whole)
        ]
        if len(outermost) == 1 and item.since < outermost[0].whole.start_byte:
            edits = (replace(outermost[0].whole, ";"),)
            call = outermost[0].call
            yield plant(target, "release-removed", call, edits, "leaked-resource")


def removed_from_cleanup(target: Target) -> Iterator[Plant]:
    """A release goes from a cleanup section although something else may own the object by then.

    Certain where a goto to the section stands in the outermost block behind the acquisition and
    before anything passes the object on or releases it.
    """
    for item in owned(target):
        passed = [node.start_byte for node in transfers(target, item.name)]
        first = min(passed, default=0)
        for goto in tree.every(target.body, "goto_statement"):
            section = tree.section(target, tree.label_of(goto))
            found = [each for node in section for each in releases_of(node, item)]
            test = next((up for up in tree.ancestors(goto) if up.type == "if_statement"), None)
            if test is None or test.parent != target.body or len(found) != 1:
                continue
            between = item.since <= test.start_byte < first and item.item.test.parent == target.body
            if between and not releases_of(test, item) and found[0].whole.parent == target.body:
                edits = (replace(found[0].whole, ";"),)
                yield plant(target, "release-removed", found[0].call, edits, "leaked-resource")
                break


def bypassed(target: Target) -> Iterator[Plant]:
    """A branch returns where it went to the cleanup section.

    Certain where the branch is behind an acquisition, both in the outermost block, nothing passes
    the object on, and the section releases it.
    """
    end = tree.final_return(target)
    for item in owned(target):
        if end is None or item.item.test.parent != target.body or transfers(target, item.name):
            continue
        for goto in tree.every(target.body, "goto_statement"):
            test = next((up for up in tree.ancestors(goto) if up.type == "if_statement"), None)
            section = tree.section(target, tree.label_of(goto))
            freed = any(releases_of(node, item) for node in section)
            if test is None or test.parent != target.body or test.start_byte < item.since:
                continue
            if freed and not _gone_before(target, item, test) and not releases_of(test, item):
                edits = (replace(goto, text(end)),)
                yield plant(target, "cleanup-bypassed", goto, edits, "leaked-resource")
                break


def continued(target: Target) -> Iterator[Plant]:
    """A branch that releases an object no longer leaves.

    Certain where the branch returns right behind the release, both are behind the acquisition in
    blocks around, and a call uses or releases the object later in those blocks.
    """
    for item in owned(target):
        for found in releases_of(target.body, item):
            block = found.whole.parent
            end = tree.last(block)
            if block is None or end is None or not _around(item, found.whole):
                continue
            if block == target.body or not _returns(block, found):
                continue
            branch = block.parent
            later = tree.following(branch) if branch is not None and tree.in_block(branch) else []
            uses = [call for node in later for call in _uses(node, item.name)]
            again = [each for node in later for each in releases_of(node, item)]
            if (uses or again) and branch is not None and branch.parent == item.item.test.parent:
                edits = (replace(end, ";"),)
                expected = "use-after-release double-release"
                yield plant(target, "release-not-left", found.call, edits, expected)


def duplicated(target: Target) -> Iterator[Plant]:
    """A release happens twice in a row.

    Certain where no reference is counted up in the function.
    """
    for found in releases(target.body):
        if "up_ref" not in text(target.body):
            again = f"{text(found.statement)} {text(found.statement)}"
            edits = (replace(found.statement, f"{{ {again} }}"),)
            yield plant(target, "release-duplicated", found.call, edits, "double-release")


def duplicated_before_goto(target: Target) -> Iterator[Plant]:
    """A branch releases what the cleanup section it goes to releases again.

    Certain where the branch is behind the acquisition, both in the outermost block, and nothing
    passes the object on or clears the variable.
    """
    for item in owned(target):
        if item.item.test.parent != target.body or transfers(target, item.name):
            continue
        for later in checked(target):
            end = tree.last(later.test.child_by_field_name("consequence"))
            if later.test.parent != target.body or later.test.start_byte < item.since:
                continue
            if end is None or end.type != "goto_statement":
                continue
            section = tree.section(target, tree.label_of(end))
            again = [found for node in section for found in releases_of(node, item)]
            if len(again) == 1 and _gone_before(target, item, later.test) is False:
                name = text(again[0].statement)
                edits = (replace(end, f"{{ {name} {text(end)} }}"),)
                yield plant(target, "release-duplicated", end, edits, "double-release")
                break


def moved_up(target: Target) -> Iterator[Plant]:
    """A release moves in front of the statement that uses the object last.

    Certain where that statement is the neighbour, gives the variable to a call, does not assign it
    and does not leave.
    """
    for item in owned(target):
        for found in releases_of(target.body, item):
            use = tree.previous(found.whole) if tree.in_block(found.whole) else None
            if use is None or use.type != "expression_statement" or tree.writes(use, item.name):
                continue
            call = next((node for node in _uses(use, item.name)), None)
            if call is not None and item.since <= use.start_byte:
                edits = (replace(use, text(found.whole)), replace(found.whole, text(use)))
                yield plant(target, "used-after-release", call, edits, "use-after-release")


def used_again(target: Target) -> Iterator[Plant]:
    """A call of the function that uses the object happens again behind the release.

    Certain where each argument is a constant, a parameter or a variable of the outermost block.
    """
    for item in owned(target):
        for found in releases_of(target.body, item)[:1]:
            for call in _uses(target.body, item.name):
                if _is_simple(target, call) and call.start_byte >= item.since:
                    again = f"{{ {text(found.statement)} (void){text(call)}; }}"
                    edits = (replace(found.statement, again),)
                    yield plant(target, "used-after-release", call, edits, "use-after-release")
                    break


def exchanged(target: Target) -> Iterator[Plant]:
    """A release of another family takes the place of the right one.

    Certain where free() is given what OpenSSL or stdio made, or OPENSSL_free what malloc made.
    """
    for item in owned(target):
        for found in releases_of(target.body, item):
            name = found.call.child_by_field_name("function")
            if name is None or tree.callee(found.call) == "close":
                continue
            wrong = "OPENSSL_free" if text(name) == "free" else "free"
            edits = (replace(name, wrong),)
            yield plant(target, "wrong-release-function", found.call, edits, "wrong-release")


def returned_early(target: Target) -> Iterator[Plant]:
    """A return on an unrelated condition follows an acquisition.

    Certain where the acquisition is in the outermost block and nothing passed the object on before.
    """
    value = _failure(target)
    for item in owned(target):
        if value is None or item.item.test.parent != target.body:
            continue
        if any(node.start_byte < item.since for node in transfers(target, item.name)):
            continue
        edits = (
            before(target.node, "int interrupted(void); "),
            behind(item.item.test, f" if (interrupted()) {value}"),
        )
        yield plant(target, "early-return", item.item.call, edits, "leaked-resource")


def _around(item: Owned, node: Node) -> bool:
    """Whether an acquisition comes before a node in a block around it."""
    block = item.item.test.parent
    return item.since <= node.start_byte and block in tree.ancestors(node)


def _returns(block: Node, found: Release) -> bool:
    """Whether a block ends by a return of something else, without a second release."""
    end = tree.last(block)
    if end is None or end.type != "return_statement" or tree.mentions(end, found.name):
        return False
    return sum(other.name == found.name for other in releases(block)) == 1


def _gone(target: Target, item: Owned, found: Release) -> bool:
    """Whether a release or assignment on the way has already taken the object."""
    earlier = [
        other.whole
        for other in releases_of(target.body, item)
        if other.whole.start_byte < found.whole.start_byte
    ]
    return any(other.parent in tree.ancestors(found.whole) for other in earlier)


def _gone_before(target: Target, item: Owned, node: Node) -> bool:
    """Whether the outermost block releases or assigns a variable before a statement."""
    released = any(
        found.whole.parent == target.body and found.whole.start_byte < node.start_byte
        for found in releases_of(target.body, item)
    )
    return released or any(
        item.since <= write.start_byte < node.start_byte
        for write in tree.writes(target.body, item.name)
    )


def _is_labeled(statement: Node) -> bool:
    return statement.parent is not None and statement.parent.type == "labeled_statement"


def _uses(node: Node, name: str) -> Iterator[Node]:
    """The calls that are given a variable and are no release."""
    for call in tree.every(node, "call_expression"):
        given = [text(tree.bare(argument)) for argument in tree.arguments(call)]
        if name in given and not apis.is_release(tree.callee(call)):
            yield call


def _is_simple(target: Target, call: Node) -> bool:
    """Whether a call can be repeated anywhere in the function."""
    declared = {
        text(name)
        for child in target.body.named_children
        if child.type == "declaration"
        for declarator in child.children_by_field_name("declarator")
        for name in tree.every(declarator, "identifier")[:1]
    }
    known = declared | set(tree.parameters(target))
    plain = ("identifier", "number_literal", "string_literal", "null")
    return all(
        argument.type in plain
        and (argument.type != "identifier" or tree.is_constant(argument) or text(argument) in known)
        for argument in tree.arguments(call)
    )


def _failure(target: Target) -> str | None:
    """The statement by which a function returns after a failure, or None where none is known."""
    for item in checked(target):
        end = tree.last(item.test.child_by_field_name("consequence"))
        if end is not None and end.type == "return_statement":
            value = next(iter(end.named_children), None)
            if value is None or tree.is_constant(value):
                return text(end)
    end = tree.final_return(target)
    return text(end) if end is not None and tree.returned(end).isidentifier() else None
