"""The exceptions of the kit, each with a message that says what is wrong and what to do.

AuditkitError
├── BuildError      the target or its compile commands cannot be used
├── ParseError      a source file cannot be read or parsed
├── KnowledgeError  a file of API knowledge is malformed
├── FrameError      a table lacks columns or a saved audit cannot be loaded
└── ReportError     a notebook or the report page cannot be made
"""


class AuditkitError(Exception):
    """Base of every error that the kit raises on purpose; its text fits on one line."""


class BuildError(AuditkitError):
    """The target, its compile commands or its flags cannot be used."""


class ParseError(AuditkitError):
    """A source file cannot be read or parsed."""


class KnowledgeError(AuditkitError):
    """A file of API knowledge is malformed; names the file, the key and the permitted values."""


class FrameError(AuditkitError):
    """A table lacks columns, or a saved audit cannot be loaded."""


class ReportError(AuditkitError):
    """A notebook failed, or the page cannot be written."""


DEFECTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a defect of an analysis raises: it costs one conclusion on one function, which is said in
the diagnostics, and no other.
"""
