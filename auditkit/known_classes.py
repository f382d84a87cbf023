"""What is known of C++ classes that own, share, view or guard: tables of TOML to one record each.

Apart from `knowledge`, whose records are functions: of a class it matters what its constructor does
with a pointer, what its destructor releases, and which methods hand it out, exchange or drop it.
"""

import re
from dataclasses import dataclass

from auditkit.strict import Table

KINDS = {
    "owner": "it alone releases what it holds",
    "shared": "the last of those that hold the same releases it",
    "weak": "it holds nothing alive; asked for it, it answers with a shared one or with nothing",
    "value": "it has its own copy, or shares one until it is changed",
    "view": "it only looks at what another one releases",
    "guard": "at the end of its scope it leaves the state that it entered",
    "child": "its parent, the last argument of its constructor, releases it if there is one",
}
"""Words for a class, and what each says."""
EFFECTS = {
    "gives": "what was held is the caller's, and the object holds nothing",
    "replaces": "what was held is released, and the argument is held instead",
    "borrows": "the result points into the object and is valid until that changes or ends",
    "swaps": "exchanged with the argument",
    "clears": "what was held is released",
    "copies": "the result has a copy or a share of its own",
    "changes": "what was borrowed before points to nothing",
    "dismisses": "the guard will do nothing any more",
    "starts": "the guard enters its state again",
    "ends": "the guard leaves its state before the end of its scope",
}
"""Words for a method, and what each says of what the object holds."""
_SPEC_KEYS = (
    *("kind", "holds", "release", "deleter", "deleter_argument", "elements", "methods", "makes"),
    *("views", "also", "instance", "source"),
)
_QUALIFIED = re.compile(r"(?:const |volatile |::)*([A-Za-z_][\w:]*)")


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a class and what it does to what the object holds."""

    name: str
    effect: str


@dataclass(frozen=True, slots=True)
class ClassSpec:
    """What is known of one class or class template.

    `holds` is the position of the constructor's argument that the object holds, -1 where it holds
    none. `release` is what the destructor does with it: `delete`, a function, or nothing. It is
    another one where the template's argument at `deleter` or the constructor's at
    `deleter_argument` says so, both -1 where there is none.
    `elements` says that what is stored in the object lives as long as it does. `makes` are the
    functions that return one with a new object in it, `views` those whose result does not copy what
    they are given.
    """

    name: str
    library: str
    kind: str
    holds: int
    release: str
    deleter: int
    deleter_argument: int
    elements: bool
    methods: tuple[Method, ...]
    makes: tuple[str, ...]
    views: tuple[str, ...]
    also: tuple[str, ...]
    instance: str
    source: str

    def effect(self, method: str) -> str:
        """What a method does to what the object holds, empty where nothing is known to happen."""
        return next((each.effect for each in self.methods if each.name == method), "")


def class_spec(name: str, table: Table, library: str) -> ClassSpec:
    """The record of one table."""
    table.only(_SPEC_KEYS)
    methods, effects = table.table("methods"), tuple(EFFECTS)
    return ClassSpec(
        name=name,
        library=library,
        kind=table.text("kind", None, tuple(KINDS)),
        holds=table.integer("holds", -1),
        release=table.text("release", ""),
        deleter=table.integer("deleter", -1),
        deleter_argument=table.integer("deleter_argument", -1),
        elements=table.flag("elements"),
        methods=tuple(Method(each, methods.text(each, None, effects)) for each in methods.data),
        makes=table.texts("makes"),
        views=table.texts("views"),
        also=table.texts("also"),
        instance=table.text("instance", name),
        source=table.text("source", None),
    )


def template_name(text: str) -> str:
    """The name of a class without qualifiers and template arguments, empty where it is none."""
    match = _QUALIFIED.match(text.strip())
    return match[1] if match is not None else ""
