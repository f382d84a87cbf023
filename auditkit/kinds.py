"""The closed choices of facts: kinds of variables, calls and branches, and origins."""

from enum import Enum


class VariableKind(Enum):
    """What the root of an access path is; `CAPTURED` is a lambda's view of a variable around it."""

    LOCAL = "local"
    PARAMETER = "parameter"
    STATIC = "static"
    GLOBAL = "global"
    MEMBER = "member"
    FUNCTION = "function"
    CONSTANT = "constant"
    CAPTURED = "captured"
    UNKNOWN = "unknown"


class Origin(Enum):
    """How a function was read: with types, from syntax alone, or not at all."""

    TYPED = "typed"
    SYNTACTIC = "syntactic"
    OPAQUE = "opaque"


class Discard(Enum):
    """What becomes of a call's result where it is called."""

    VALUE = "value"
    UNUSED = "unused"
    VOID = "void"


class CallKind(Enum):
    """How the callee is named or reached."""

    DIRECT = "direct"
    MEMBER = "member"
    INDIRECT = "indirect"
    MACRO = "macro"
    CONSTRUCTOR = "constructor"
    DESTRUCTOR = "destructor"
    OPERATOR = "operator"
    CONVERSION = "conversion"


class BranchKind(Enum):
    """The construct that a branch comes from."""

    IF = "if"
    LOOP = "loop"
    SHORT_CIRCUIT = "short-circuit"
    CONDITIONAL = "conditional"
    PREPROCESSOR = "preprocessor"
    EXCEPTION = "exception"
