"""What is known of an API: tables of TOML turned into one frozen record for each function.

The bundled files are data/apis/*.toml; a folder of the user's own, in the same format, adds to
them or replaces entries. Apart from the analyses because a fact about an API is data: it comes from
a manual page or a header, and tests/apis proves it. Loading is strict, so that a misspelt key is an
error and not a fact that nobody uses.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path

from auditkit import ownership
from auditkit.errors import KnowledgeError
from auditkit.known_classes import ClassSpec, class_spec, template_name
from auditkit.ownership import OutParameter, ParameterSpec
from auditkit.strict import Table, read
from auditkit.values import Cells

REASONS = ("SSL_get_error", "ERR_get_error", "errno", "result", "none")
QUEUE = ("adds", "clears", "reads", "none")
CHECKS = ("required", "advisory", "optional")
LANGUAGES = ("c", "c++")
SEVERITIES = ("critical", "high", "medium", "low")
ROLES = (
    *("allocation", "callback", "certificate", "cipher", "comparison", "configuration"),
    *("control", "conversion", "cookie", "derivation", "digest", "dtls", "encoding"),
    *("engine", "environment", "error-clear", "error-print", "error-query", "file"),
    *("format", "handshake", "initialisation", "io", "key-material", "lasting-failure", "log"),
    "mac",
    *("memory-copy", "memory-wipe", "name-resolution", "number", "parsing", "privilege", "process"),
    *(
        "query",
        "randomness",
        "reference",
        "release",
        "reservation",
        "session",
        "shutdown",
        "signature",
    ),
    *("socket", "stack", "string", "terminates", "thread", "time", "trust", "unsafe"),
    *("verification", "weak-randomness"),
)
"""What a function is for; the first role of an entry is the main one."""

_FILE_KEYS = ("library", "why", "aliases", "constants", "releases", "api", "class")
_LIBRARY_KEYS = (
    *(
        "name",
        "documentation",
        "wrappers",
        "reason",
        "queue",
        "section",
        "headers",
        "condition",
        "language",
    ),
)
_TYPE_WORD = re.compile(r"int|long|short|char|void|unsigned|signed|float|double|const")
_NESTED = r"[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_POINTER_NAME = re.compile(r"\(\s*\*\s*(\w+)")
_LAST_NAME = re.compile(r"[\w)*]\s*\b(\w+)\s*(?:\[\w*\]\s*)*$")
_VERSION = re.compile(r"(<|<=|>|>=|==) \d+(\.\d+)*[a-z]?")
# The converters of OpenSSL are spelled in lower case, so their names look like wrapped ones.
_WRAPPED = re.compile(
    r"(?!(?:d2i|i2d|sk|lh|[abiosvx]2[abiostvx])_)"
    r"_?[a-z][a-z0-9_]{0,10}?_((?:[A-Z]|d2i_|i2d_|sk_).*)"
)


@dataclass(frozen=True, slots=True)
class VersionSpec:
    """The versions of the library in which the error cells differ (`< 1.1.0`), and the cells."""

    version: str
    error: str
    error_cells: Cells


@dataclass(frozen=True, slots=True)
class ApiSpec:
    """What is known of one function or function-like macro of an API.

    `success_cells` are the results of a success: all that is no error unless `success` narrows
    them, as for a function that returns 0 or 1 and nothing else. `lender` is the position of the
    parameter that owns what is borrowed, `count` that of the argument which a complete result
    equals, so that a smaller one is a short count; both are -1 where there is none. `sure` are the
    arguments (position, number) with which the function cannot fail.
    """

    function: str
    library: str
    prototype: str
    error: str
    error_cells: Cells
    success: str
    success_cells: Cells
    reason: str
    sets_errno: bool
    queue: str
    check: str
    why: str
    severity: str
    returns: str
    release: str
    lender: int
    parameters: tuple[ParameterSpec, ...]
    out: tuple[OutParameter, ...]
    count: int
    role: tuple[str, ...]
    inverted: bool
    terminates: bool
    macro: bool
    since: str
    deprecated: str
    removed: str
    versions: tuple[VersionSpec, ...]
    condition: str
    source: str
    sure: tuple[tuple[int, int], ...] = ()


_COMPUTED = ("function", "library", "error_cells", "success_cells")
_API_KEYS = [each.name for each in fields(ApiSpec) if each.name not in _COMPUTED]
_API_KEYS += [key for key in ownership.KEYS if key not in _API_KEYS]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that is known: functions, constants and classes by name, aliases, who may be wrapped,
    and which functions release what another one releases.
    """

    apis: Mapping[str, ApiSpec]
    constants: Mapping[str, int]
    aliases: Mapping[str, str]
    wrappable: frozenset[str]
    releases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    classes: Mapping[str, ClassSpec] = field(default_factory=dict)
    _found: dict[str, ApiSpec | None] = field(default_factory=dict, compare=False, repr=False)

    def find(self, name: str) -> ApiSpec | None:
        """The entry that a callee maps to: by name, by alias, or, where the library allows it,
        behind a wrapper's prefix (`q_SSL_read`) or a namespace; `::recv` and `std::memcpy` always.
        """
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def api_name(self, name: str) -> str:
        """The API's own name for a callee, or an empty text."""
        spec = self.find(name)
        return "" if spec is None else spec.function

    def released_by(self, release: str) -> frozenset[str]:
        """The functions that release what one function releases: itself and those as good."""
        return frozenset((release, *self.releases.get(release, ())))

    def find_class(self, name: str) -> ClassSpec | None:
        """What is known of a class, by its name with or without `std::` and template arguments."""
        plain = template_name(name)
        return self.classes.get(plain) or self.classes.get(f"std::{plain}")

    def constant(self, name: str) -> int | None:
        """The value of a named constant, if it is known."""
        return self.constants.get(name)

    def _find(self, name: str) -> ApiSpec | None:
        scope, _, last = name.rpartition("::")
        spec = self._named(last)
        if spec is None and (match := _WRAPPED.fullmatch(last)) is not None:
            spec, scope = self._named(match[1]), "wrapper"
        if spec is None or scope in ("", "std") or spec.library in self.wrappable:
            return spec
        return None

    def _named(self, name: str) -> ApiSpec | None:
        spec = self.apis.get(name) or self.apis.get(self.aliases.get(name, ""))
        if spec is None and (match := re.fullmatch(r"sk_[A-Za-z]\w*?(_[a-z]\w*)", name)):
            # DEFINE_STACK_OF(3) documents the family so.
            spec = self.apis.get(f"sk_TYPE{match[1]}")
        return spec


def load(folders: Sequence[Path] = ()) -> Knowledge:
    """All bundled knowledge and that of the user's folders, of which a later one wins.

    Raises KnowledgeError where a file is malformed; the message names file, key and choices.
    """
    known = Knowledge({}, {}, {}, frozenset())
    for folder in (bundled_folder(), *folders):
        if not folder.is_dir():
            raise KnowledgeError(f"{folder}: no such folder; give one that holds *.toml files")
        seen: dict[str, str] = {}
        for path in sorted(folder.glob("*.toml")):
            status = path.stat()
            read = _read(path, status.st_mtime_ns, status.st_size)
            for name in sorted(read.apis.keys() & seen.keys()):
                raise KnowledgeError(f"{path}: api.{name}: is in {seen[name]} too; permitted: once")
            seen |= dict.fromkeys(read.apis, path.name)
            known = _joined(path, known, read)
    return known


def bundled_folder() -> Path:
    """Where the bundled files are: inside of the package if installed, beside it if checked out."""
    package = Path(__file__).resolve().parent
    inside = package / "data" / "apis"
    return inside if inside.is_dir() else package.parent / "data" / "apis"


def _joined(path: Path, known: Knowledge, more: Knowledge) -> Knowledge:
    """What was known and what one more file adds or replaces."""
    apis = {**known.apis, **more.apis}
    named = [(f"aliases.{alias}", name) for alias, name in more.aliases.items()]
    for release, others in more.releases.items():
        named += [(f"releases.{release}", name) for name in (release, *others)]
    for key, name in named:
        if name not in apis:
            raise KnowledgeError(
                f"{path}: {key}: {name!r} is unknown; permitted: a function that is known"
            )
    return Knowledge(
        apis,
        {**known.constants, **more.constants},
        {**known.aliases, **more.aliases},
        known.wrappable | more.wrappable,
        {**known.releases, **more.releases},
        {**known.classes, **more.classes},
    )


@lru_cache(maxsize=64)
def _read(path: Path, _modified: int, _size: int) -> Knowledge:
    """What one file holds."""
    top = read(path).only(_FILE_KEYS)
    library = top.table("library").only(_LIBRARY_KEYS)
    library.texts("headers")
    library.text("language", "c", LANGUAGES)
    name = library.text("name", None)
    why, apis, classes = top.table("why").only(ROLES), top.table("api"), top.table("class")
    constants, aliases = top.table("constants"), top.table("aliases")
    releases = top.table("releases")
    described = [class_spec(each, classes.table(each), name) for each in classes.data]
    return Knowledge(
        {function: _api(function, apis.table(function), library, why) for function in apis.data},
        {constant: constants.integer(constant) for constant in constants.data},
        {alias: aliases.text(alias, None) for alias in aliases.data},
        frozenset((name,) if library.flag("wrappers") else ()),
        {release: releases.texts(release) for release in releases.data},
        {each: spec for spec in described for each in (spec.name, *spec.also)},
    )


def _api(function: str, table: Table, library: Table, why: Table) -> ApiSpec:
    table.only(_API_KEYS)
    prototype = table.text("prototype", None)
    result, names = _declarator(function, prototype, table)
    error = table.text("error", "none" if result.endswith("void") else None)
    cells = table.cells("error", error)
    success = table.text("success", "")
    check = table.text("check", "required" if cells else "optional", CHECKS)
    release = table.text("release", "")
    reason = library.text("reason", "none", REASONS) if cells else "none"
    reason = table.text("reason", reason, REASONS)
    queue = library.text("queue", "none", QUEUE) if cells else "none"
    role = table.texts("role", ROLES)
    if not role:
        raise table.error("role", f"missing; permitted: {', '.join(ROLES)}")
    shared = next((why.text(word, None) for word in role if word in why.data), None)
    return ApiSpec(
        function=function,
        library=library.text("name", None),
        prototype=prototype,
        error=error,
        error_cells=cells,
        success=success,
        success_cells=table.cells("success", success) if success else ~cells,
        reason=reason,
        sets_errno=table.flag("sets_errno", default=reason == "errno"),
        queue=table.text("queue", queue, QUEUE),
        check=check,
        why=table.text("why", shared if cells else ""),
        severity=table.text("severity", "medium" if check == "required" else "low", SEVERITIES),
        returns=table.text("returns", "owned" if release else "none", ownership.RETURNS),
        release=release,
        lender=ownership.position(table, "lender", names),
        parameters=ownership.parameters(table, names),
        out=ownership.outputs(table, names, prototype),
        count=ownership.position(table, "count", names),
        role=role,
        inverted=table.flag("inverted"),
        terminates=table.flag("terminates"),
        macro=table.flag("macro"),
        since=table.text("since", ""),
        deprecated=table.text("deprecated", ""),
        removed=table.text("removed", ""),
        versions=_versions(table),
        condition=table.text("condition", ""),
        source=table.text("source", f"{function}({library.text('section', '3')})"),
        sure=_sure(table.table("sure").only(names), names),
    )


def _sure(table: Table, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((names.index(name), table.integer(name)) for name in table.data)


def _versions(table: Table) -> tuple[VersionSpec, ...]:
    versions = table.table("versions")
    for version in versions.data:
        if not _VERSION.fullmatch(version):
            raise versions.error(version, "is no range of versions; permitted: such as '< 1.1.0'")
    errors = [(version, versions.text(version, None)) for version in versions.data]
    return tuple(VersionSpec(*each, versions.cells(*each)) for each in errors)


def _declarator(function: str, prototype: str, table: Table) -> tuple[str, tuple[str, ...]]:
    """What stands before the function's name, and the names of its parameters."""
    result, name, rest = prototype.replace(" (", "(").partition(f"{function}(")
    if not name or not result or result[-1] not in " *(":
        raise table.error("prototype", f"{prototype!r} does not declare {function}")
    names = []
    inside = re.match(f"(?:{_NESTED})*", rest)
    for text in re.findall(f"(?:(?!,)(?:{_NESTED}))+", inside[0] if inside else ""):
        if text.strip() in ("", "void", "..."):
            continue
        match = _POINTER_NAME.search(text) or _LAST_NAME.search(text)
        if match is None or _TYPE_WORD.fullmatch(match[1]):
            raise table.error("prototype", f"{text!r} has no name; name every parameter")
        names.append(match[1])
    return result.strip(), tuple(names)
