"""What a compiler knows of one file, by byte offset: names, types, implicit calls, macros.

libclang's trees stop here. The one lowering reads the syntax tree and looks up in these records
what each name means; what a compiler did not see is simply absent. They pickle and are compared
by value, so a parse can run in another process and be cached.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditkit.facts import VariableKind
from auditkit.source import Location


@dataclass(frozen=True, slots=True)
class Reference:
    """What the name at an offset refers to.

    `kind` is one of function, method, constructor, destructor, conversion, type, variable, field,
    constant, overloaded (a set that only an instantiation chooses from) or dependent. `type` is a
    function's result type or a variable's type; `variable` tells which kind of variable.
    """

    name: str
    qualified: str
    kind: str
    usr: str
    type: str
    variable: VariableKind = VariableKind.UNKNOWN
    value: int | None = None
    may_throw: bool = False
    never_returns: bool = False


@dataclass(frozen=True, slots=True)
class Declaration:
    """A variable declared at the offset of its name.

    `destructor` is the qualified class whose destructor runs when the variable leaves its scope,
    empty where none does anything; `constructor` the one that its declaration calls implicitly.
    """

    name: str
    type: str
    canonical: str
    variable: VariableKind
    destructor: str = ""
    constructor: str = ""
    constructor_usr: str = ""


@dataclass(frozen=True, slots=True)
class FunctionMeaning:
    """A function with a body, found at the offset of the body's opening brace."""

    name: str
    signature: str
    kind: str
    usr: str
    result_type: str
    linkage: str
    overrides: bool
    may_throw: bool


@dataclass(frozen=True, slots=True)
class MacroMeaning:
    """A macro's definition: `parameters` is None for one without parentheses.

    `value` is the integer that an object-like macro expands to, where it is one; `vanishes` says
    that another definition of it has an empty body.
    """

    name: str
    parameters: tuple[str, ...] | None
    body: str
    value: int | None
    defined_at: Location
    vanishes: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message of the compiler or of the kit about a file: severity, text and place."""

    at: Location
    severity: str
    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that one translation unit tells about one file of the target.

    `references`, `declarations`, `conversions` and `expansions` are keyed by the offset of the
    spelled name (in a macro argument: where it is written), `functions` by the opening brace.
    `starts` holds the file offsets at which some statement or expression of a body begins,
    `skipped` the inactive lines between the directives that begin and end them, as byte ranges
    (an `#elif` among them is inactive too), `macros` the definitions of the macros used. A
    conversion's key is where the converted expression starts; `conversion_ends` tells where it
    ends, so that `a` and `a.b()` are not taken for each other. `has_errors` is about the whole
    unit, `is_erroneous` about this file.
    """

    path: str
    unit: str
    references: Mapping[int, Reference]
    declarations: Mapping[int, Declaration]
    functions: Mapping[int, FunctionMeaning]
    conversions: Mapping[int, Reference]
    expansions: Mapping[int, str]
    macros: Mapping[str, MacroMeaning]
    starts: frozenset[int]
    skipped: tuple[tuple[int, int], ...]
    has_errors: bool
    conversion_ends: Mapping[int, int] = field(default_factory=dict)
    is_erroneous: bool = False
