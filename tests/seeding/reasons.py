"""Rules on how OpenSSL is asked for the reason of a failure."""

from collections.abc import Iterator

from tree_sitter import Node

from seeding import apis, tree
from seeding.plant import Plant, before, plant, replace
from seeding.tree import Target, text

_KEEPS_QUEUE = frozenset(("SSL_read", "SSL_write", "SSL_peek", "SSL_shutdown"))
_IO = _KEEPS_QUEUE | {"SSL_connect", "SSL_accept", "SSL_do_handshake"}


def wrong_result(target: Target) -> Iterator[Plant]:
    """SSL_get_error is asked with another number than the result of the failed call.

    Certain where its second argument is a variable that holds the result of an I/O call.
    """
    for call in _asked(target):
        second = tree.arguments(call)[1]
        other = _other_integer(target, text(second))
        edits = (replace(second, other),)
        yield plant(target, "reason-of-another-result", call, edits, "unqueried-reason")


def wrong_queue(target: Target) -> Iterator[Plant]:
    """ERR_get_error is asked where SSL_get_error was meant.

    Certain where the answer is compared with SSL_ERROR constants in the same function.
    """
    compared = [
        name
        for name in tree.every(target.body, "identifier")
        if text(name).startswith("SSL_ERROR_")
    ]
    for call in _asked(target):
        if compared:
            edits = (replace(call, "(int)ERR_get_error()"),)
            expected = "confused-error-codes unqueried-reason"
            yield plant(target, "reason-from-the-queue", call, edits, expected)


def late(target: Target) -> Iterator[Plant]:
    """The error queue is cleared between the failed call and SSL_get_error.

    Certain where SSL_get_error is asked in a statement of its own block about an I/O result.
    """
    for call in _asked(target):
        statement = tree.statement_of(call)
        if tree.in_block(statement) and statement.type != "while_statement":
            edits = (before(statement, "ERR_clear_error(); "),)
            yield plant(target, "queue-cleared-before-reason", call, edits, "late-reason")


def dirty(target: Target) -> Iterator[Plant]:
    """ERR_clear_error goes from before an I/O call whose reason is asked.

    Certain where the call does not clear the queue itself, as SSL_read, SSL_write, SSL_peek and
    SSL_shutdown do not, and where another call of OpenSSL that can fail comes before it in the
    function or in a loop around both.
    """
    for statement in tree.every(target.body, "expression_statement"):
        call = tree.call_of(statement)
        if call is None or apis.plain(tree.callee(call)) != "ERR_clear_error":
            continue
        after = tree.following(statement)[:1]
        names = [apis.plain(tree.callee(found)) for node in after for found in _calls(node)]
        asked = [found for found in _calls(target.body) if tree.callee(found) == "SSL_get_error"]
        kept = next((name for name in names if name in _KEEPS_QUEUE), "")
        if kept and asked and _follows_another(target, after[0]):
            edits = (replace(statement, ";"),)
            found = next(item for item in _calls(after[0]) if apis.plain(tree.callee(item)) == kept)
            yield plant(target, "queue-not-cleared", found, edits, "dirty-error-queue")


def retried(target: Target) -> Iterator[Plant]:
    """A fatal reason is retried like one that asks for patience.

    Certain where `if (reason == SSL_ERROR_WANT_…) continue;` becomes a test for SSL_ERROR_SSL.
    """
    for test in tree.every(target.body, "if_statement"):
        end = tree.last(test.child_by_field_name("consequence"))
        condition = test.child_by_field_name("condition")
        if end is None or end.type != "continue_statement" or condition is None:
            continue
        for name in tree.every(condition, "identifier"):
            if text(name) == "SSL_ERROR_WANT_READ":
                edits = (replace(name, "SSL_ERROR_SSL"),)
                expected = "misread-reason use-after-fatal-error"
                yield plant(target, "fatal-reason-retried", condition, edits, expected)


def _follows_another(target: Target, statement: Node) -> bool:
    """Whether a call of OpenSSL that adds to the queue may run before a statement."""
    loops = [around for around in tree.ancestors(statement) if around.type in tree.LOOPS]
    return any(
        call.end_byte < statement.start_byte
        or (
            call.start_byte > statement.end_byte
            and any(loop in tree.ancestors(call) for loop in loops)
        )
        for call in _calls(target.body)
        if apis.is_openssl(tree.callee(call))
        and apis.is_fallible(tree.callee(call))
        and apis.plain(tree.callee(call)) not in _IO - _KEEPS_QUEUE
    )


def _calls(node: Node) -> list[Node]:
    return tree.every(node, "call_expression")


def _asked(target: Target) -> Iterator[Node]:
    """The calls of SSL_get_error about a variable that an I/O call was assigned to."""
    for call in _calls(target.body):
        given = tree.arguments(call)
        if apis.plain(tree.callee(call)) == "SSL_get_error" and len(given) == 2:
            writes = tree.writes(target.body, text(given[1]))
            values = [write.child_by_field_name("right") for write in writes]
            values += [write.child_by_field_name("value") for write in writes]
            sources = [tree.bare(value) for value in values]
            if any(_is_io(source) for source in sources):
                yield call


def _is_io(node: Node | None) -> bool:
    called = node is not None and node.type == "call_expression"
    return called and node is not None and apis.plain(tree.callee(node)) in _IO


def _other_integer(target: Target, name: str) -> str:
    """Another variable of type int with an initialiser, declared in the outermost block, or 0."""
    for declaration in target.body.named_children:
        if declaration.type != "declaration" or not text(declaration).startswith("int "):
            continue
        for declarator in declaration.children_by_field_name("declarator"):
            names = [text(node) for node in tree.every(declarator, "identifier")[:1]]
            if declarator.type == "init_declarator" and names != [name]:
                return "".join(names)
    return "0"
