"""Operations whose result is the reason itself, as in GnuTLS and Mbed TLS: where each code leads.

One walk for each operation, begun once for every code that matters: the two that ask for another
try, those that the function names of a connection that is over, and any other. See
gnutls_record_recv(3), gnutls_error_is_fatal(3), mbedtls_ssl_read in mbedtls/ssl.h.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.environment import Environment
from auditkit.analyses.inquiry import AGAIN, ENDS, Event, Inquiry, State, compared_with
from auditkit.analyses.reasons import Inquirer, classified, operations
from auditkit.analyses.walk import Course
from auditkit.facts import Call, Discard
from auditkit.values import only, relation

OTHER = 1
"""The code that stands for any failure without a name in the function."""
_UNNAMED = -77777
_OVER = {
    "gnutls": (10, 12, 24, 43, 53, 54, 110),
    "mbedtls": (80, 29312, 30592, 30848),
}
"""By what a library's results say that the session is over: invalid, fatal alert, decryption,
certificate, push, pull, premature end; reset, end, fatal alert, close notify."""
_CONSTANT = re.compile(r"-?\d+|[A-Z]\w+|nullptr|true|false")
_OPERATIONS = re.compile(
    r"gnutls_(?:handshake|record_(?:recv|send))"
    r"|mbedtls_ssl_(?:handshake|handshake_step|read|write|renegotiate)"
)


def inquiries(course: Course) -> Iterator[Inquiry]:
    """All of a function: its TLS operations, questions about those of others, and codes."""
    yield from operations(course)
    yield from classified(course)
    yield from results(course)


def results(course: Course) -> Iterator[Inquiry]:
    """Each operation of a function whose result itself is the reason, or tells of a dead end."""
    for number in course.graph.order:
        for index, operation in enumerate(course.graph.blocks[number].operations):
            if not isinstance(operation, Call) or not operation.arguments:
                continue
            spec = course.callees.of(operation)
            if spec is None or operation.discard is not Discard.VALUE:
                continue
            listens = spec.function == "DTLSv1_listen"
            if not listens and not (spec.library in AGAIN and _OPERATIONS.fullmatch(spec.function)):
                continue
            inquirer = Inquirer(course, operation, spec)
            behind = inquirer.behind(number, index)
            if listens:
                result = str(operation.result)
                found = (behind.narrowed(result, only(value)) for value in (-1, 0, 1))
                begin = [(new, State()) for new in found if new is not None]
                yield inquirer.inquiry(number, index, begin)
            else:
                begin = list(_begins(course, operation, behind, spec.library))
                yield inquirer.inquiry(number, index, begin)


def unread(inquiry: Inquiry) -> Event | None:
    """The end of a path on which a code that asks for another try goes the way of any failure."""
    again = AGAIN[inquiry.spec.library]
    ends = [event for event in inquiry.events if event.state.code in again and event.kind in ENDS]
    fates = {inquiry.fates(code) for code in (*again, OTHER)}
    named = any(-value in again for value in compared_with(inquiry.walked.graph))
    told = all(event.returned.lstrip("-").isdigit() or not event.returned for event in ends)
    if not ends or len(fates) != 1 or named or not told or any(map(_is_open, ends)):
        return None
    handshake = "handshake" in inquiry.spec.role
    return None if handshake and any(event.kind == "released" for event in ends) else ends[0]


def _is_open(event: Event) -> bool:
    """Whether the operation is called again, or others can still look at its result."""
    kept = not all(_CONSTANT.fullmatch(value) for _, value in event.state.stored)
    return kept or bool(event.state.left) or event.kind == "again"


def names_codes(inquiry: Inquiry) -> bool:
    """Whether a function compares something with codes of failures."""
    return any(value < -1 for value in compared_with(inquiry.walked.graph))


def _begins(
    course: Course, call: Call, behind: Environment, library: str
) -> Iterator[tuple[Environment, State]]:
    """The beginnings of a walk: one for success, one for each code."""
    result = str(call.result)
    fine = behind.narrowed(result, relation(">=", 0))
    if fine is not None:
        yield fine, State()
    named = {-value for value in compared_with(course.graph) if -value in _OVER[library]}
    for code in (*AGAIN[library], *sorted(named), OTHER):
        new = behind.narrowed(result, only(_UNNAMED if code == OTHER else -code))
        if new is not None:
            yield new, State("right", call.at.line, code, result)
