"""One record for each kind of row: its fields are a table's columns, in order.

A column is a scalar; `path, line, column, function` mean the same in every table. Apart from
`frames` because records need no pandas.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """One function with a body. `origin` is typed, syntactic or opaque; `reason` says why."""

    path: str
    line: int
    column: int
    end_line: int
    function: str
    signature: str
    kind: str
    origin: str
    reason: str
    result_type: str
    linkage: str
    condition: str
    blocks: int
    branches: int
    calls: int
    usr: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call site by the name written there; `api` is what the knowledge base maps it to.

    `result` says what becomes of the result (value, unused, void); `call` is the site's id.
    """

    call: str
    path: str
    line: int
    column: int
    end_line: int
    function: str
    signature: str
    callee: str
    target: str
    api: str
    library: str
    result: str
    kind: str
    implicit: bool
    macro: str
    expansion: str
    origin: str
    condition: str
    text: str


@dataclass(frozen=True, slots=True)
class ArgumentRow:
    """One argument of a call site, by position from 0; `parameter` is its name in the knowledge
    base.
    """

    call: str
    path: str
    line: int
    function: str
    callee: str
    position: int
    parameter: str
    argument: str
    value: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What happens to the result of one fallible call: the split of its values on all paths.

    `check` is exact, partial, inverted, overstrict, unknown or none; `escaped` lists the error
    cells that reach the success side.
    """

    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    error: str
    check: str
    manner: str
    escaped: str
    tested_line: int
    condition: str
    reason: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ErrorPathRow:
    """One way on from a failed call: where it enters, where it leaves, and what becomes of the
    error; `leaked` names what the function owned before the call and loses where it leaves.
    """

    error_path: str
    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    entry: int
    exit: int
    condition: str
    outcome: str
    returned: str
    reason_queried: str
    reported: str
    released: str
    leaked: str
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One TLS operation: whether the reason of its failure is asked, and what becomes of each.

    `asked` is asked, left (to `left`), partly, wrongly or never; `between` is the call that came
    before the question. The last five say where each reason leads: `again`, `return -1`.
    """

    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    asked: str
    asked_line: int
    left: str
    between: str
    clean_queue: bool
    want_read: str
    want_write: str
    zero_return: str
    syscall: str
    ssl: str


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """What became of one value at one end of its path, and who owns it from there on.

    `kind` says how the value came to the function: result, output, in place, borrowed, released
    or replaced. `exit` is return, throw, terminated, branch or settled (nothing more can happen).
    """

    resource: str
    call: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    api: str
    kind: str
    value: str
    release: str
    exit: str
    exit_line: int
    fate: str
    owner: str
    changed_line: int
    changed_by: str
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """What is inferred of one function of the target: its error specification and its ownership.

    `support` counts the failing paths that return an error, `against` those that return what a
    success does; `wraps` is the API whose result it hands on.
    """

    path: str
    line: int
    column: int
    function: str
    error: str
    success: str
    check: str
    support: int
    against: int
    confidence: str
    wraps: str
    returns: str
    release: str
    parameters: str
    outputs: str
    role: str
    terminates: bool
    why: str
    calls: int


@dataclass(frozen=True, slots=True)
class VariableRow:
    """One declared variable of a function, with what is concluded of it.

    `written_line` is the first of the writes that its reads rest on, 0 where there is none;
    `read_line` the first read that may see no value; `why` names what the verdict rests on.
    """

    path: str
    line: int
    column: int
    function: str
    variable: str
    type: str
    kind: str
    initialised: bool
    verdict: str
    written_line: int
    written_by: str
    read_line: int
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class ConstantRow:
    """One constant that is passed to a call, with its value where it is known."""

    call: str
    path: str
    line: int
    function: str
    callee: str
    position: int
    constant: str
    value: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One place where a concern applies."""

    fingerprint: str
    concern: str
    category: str
    cwe: str
    severity: str
    confidence: str
    path: str
    line: int
    column: int
    function: str
    callee: str
    message: str
    remedy: str
    also: str
    author_comment: str
    condition: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a finding or an error path (`owner` is its id), numbered from 1."""

    owner: str
    step: int
    path: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """How every code line of the target was read; an empty `function`: outside of all."""

    path: str
    function: str
    line: int
    end_line: int
    origin: str
    reason: str
    typed_lines: int
    syntactic_lines: int
    opaque_lines: int


@dataclass(frozen=True, slots=True)
class DiagnosticRow:
    """One message of a compiler or of the kit: what could not be read, and which flags were
    dropped.
    """

    path: str
    line: int
    column: int
    severity: str
    message: str
    unit: str


@dataclass(frozen=True, slots=True)
class OpaqueRow:
    """One piece of code that no front end models."""

    path: str
    line: int
    column: int
    function: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class ApiRow:
    """One entry of the knowledge base; `error` is a relation, `calls` counts its sites in the
    target.

    `parameters` are those of which a call changes the owner, `outputs` those that it writes, and
    when.
    """

    function: str
    library: str
    error: str
    reason: str
    check: str
    severity: str
    returns: str
    release: str
    parameters: str
    outputs: str
    role: str
    inverted: bool
    deprecated: str
    removed: str
    prototype: str
    why: str
    source: str
    calls: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file of the target: digest, size and how its flags were found; invisible characters are
    counted.
    """

    path: str
    sha256: str
    lines: int
    bytes: int
    language: str
    flags: str
    flags_origin: str
    dropped: str
    invisible: int
