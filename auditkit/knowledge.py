"""What is known of an API: tables of TOML turned into one frozen record for each function.

The bundled files are data/apis/*.toml; a folder of the user's own, in the same format, adds to
them or replaces entries. Apart from the analyses because a fact about an API is data: it comes from
a manual page or a header, and tests/apis proves it. Loading is strict, so that a misspelt key is an
error and not a fact that nobody uses.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path

from auditkit.errors import KnowledgeError
from auditkit.values import Cells

REASONS = ("SSL_get_error", "ERR_get_error", "errno", "result", "none")
QUEUE = ("adds", "clears", "reads", "none")
CHECKS = ("required", "advisory", "optional")
SEVERITIES = ("critical", "high", "medium", "low")
RETURNS = ("owned", "borrowed", "none")
OWNERSHIP = ("borrows", "takes", "takes_on_success", "up_refs", "releases", "returned")
WRITTEN = ("always", "success")
ROLES = (
    *("allocation", "callback", "certificate", "cipher", "comparison", "configuration"),
    *("control", "conversion", "cookie", "derivation", "digest", "dtls", "encoding"),
    *("engine", "environment", "error-clear", "error-print", "error-query", "file"),
    *("format", "handshake", "initialisation", "io", "key-material", "log", "mac"),
    *("memory-copy", "memory-wipe", "name-resolution", "number", "parsing", "privilege", "process"),
    *("query", "randomness", "reference", "release", "session", "shutdown", "signature"),
    *("socket", "stack", "string", "terminates", "thread", "time", "trust", "unsafe"),
    *("verification", "weak-randomness"),
)
"""What a function is for; the first role of an entry is the main one."""

_FILE_KEYS = ("library", "why", "aliases", "constants", "api")
_LIBRARY_KEYS = (
    *("name", "documentation", "wrappers", "reason", "queue", "section", "headers", "condition"),
)
_TYPE_WORD = re.compile(r"int|long|short|char|void|unsigned|signed|float|double|const")
_NESTED = r"[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_POINTER_NAME = re.compile(r"\(\s*\*\s*(\w+)")
_LAST_NAME = re.compile(r"[\w)*]\s*\b(\w+)\s*(?:\[\w*\]\s*)*$")
_VERSION = re.compile(r"(<|<=|>|>=|==) \d+(\.\d+)*[a-z]?")
# The converters of OpenSSL are spelled in lower case, so their names look like wrapped ones.
_WRAPPED = re.compile(
    r"(?!(?:d2i|i2d|sk|lh|[abiosvx]2[abiostvx])_)"
    r"[a-z][a-z0-9_]{0,10}?_((?:[A-Z]|d2i_|i2d_|sk_).*)"
)


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A parameter, its position from 0, and its ownership; one `returned` is itself the result."""

    name: str
    position: int
    ownership: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class OutParameter:
    """A parameter through which the function writes, when, and what releases what it wrote."""

    name: str
    position: int
    written: str
    release: str


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
    them, as for a function that returns 0 or 1 and nothing else.
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
    parameters: tuple[ParameterSpec, ...]
    out: tuple[OutParameter, ...]
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


_COMPUTED = ("function", "library", "error_cells", "success_cells")
_API_KEYS = [each.name for each in fields(ApiSpec) if each.name not in _COMPUTED]
_API_KEYS += ["nullable", "out_release"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that is known: functions and constants by name, aliases, and who may be wrapped."""

    apis: Mapping[str, ApiSpec]
    constants: Mapping[str, int]
    aliases: Mapping[str, str]
    wrappable: frozenset[str]
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


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table with the file and key that a message about it names."""

    file: Path
    key: str
    data: Mapping[str, object]

    def error(self, name: str, text: str) -> KnowledgeError:
        """The exception that says what is wrong with one key."""
        key = ".".join(part for part in (self.key, name) if part)
        return KnowledgeError(f"{self.file}: {key}: {text}")

    def only(self, permitted: Sequence[str]) -> "_Table":
        """The same table, after a test that it holds no key but these."""
        for name in self.data:
            if name not in permitted:
                raise self.error(name, f"unknown key; permitted: {', '.join(permitted)}")
        return self

    def text(self, name: str, default: str | None, permitted: Sequence[str] = ()) -> str:
        """The text under a key; mandatory where the default is None."""
        value = self.data.get(name, default)
        if value is None:
            raise self.error(name, "missing; it is mandatory")
        if not isinstance(value, str):
            raise self.error(name, f"{value!r} is no text; write it in quotes")
        return self._choice(name, value, permitted)

    def _choice(self, name: str, value: str, permitted: Sequence[str]) -> str:
        if permitted and value not in permitted:
            raise self.error(name, f"{value!r} is unknown; permitted: {', '.join(permitted)}")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """The truth value under a key."""
        value = self.data.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, f"{value!r} is no truth value; permitted: true, false")
        return value

    def integer(self, name: str) -> int:
        """The integer under a key."""
        value = self.data[name]
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(name, f"{value!r} is no integer")
        return value

    def texts(self, name: str, permitted: Sequence[str] = ()) -> tuple[str, ...]:
        """The list of texts under a key, empty where it is absent."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise self.error(name, f"{value!r} is no list of texts")
        return tuple(self._choice(name, part, permitted) for part in value)

    def table(self, name: str) -> "_Table":
        """The table under a key, empty where it is absent."""
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.error(name, f"{value!r} is no table")
        return _Table(self.file, f"{self.key}.{name}" if self.key else name, value)

    def cells(self, name: str, relation: str) -> Cells:
        """The error cells that a relation names."""
        try:
            return _cells(relation)
        except ValueError as error:
            raise self.error(
                name, f"{error}; permitted: relations joined by ' or ', none"
            ) from None


def _joined(path: Path, known: Knowledge, read: Knowledge) -> Knowledge:
    """What was known and what one more file adds or replaces."""
    apis = {**known.apis, **read.apis}
    for alias, name in read.aliases.items():
        if name not in apis:
            raise KnowledgeError(
                f"{path}: aliases.{alias}: {name!r} is unknown; permitted: a function that is known"
            )
    return Knowledge(
        apis,
        {**known.constants, **read.constants},
        {**known.aliases, **read.aliases},
        known.wrappable | read.wrappable,
    )


_cells = lru_cache(maxsize=1024)(Cells.parse)


@lru_cache(maxsize=64)
def _read(path: Path, _modified: int, _size: int) -> Knowledge:
    """What one file holds."""
    try:
        with path.open("rb") as stream:
            top = _Table(path, "", tomllib.load(stream)).only(_FILE_KEYS)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}; permitted: TOML in UTF-8") from None
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror}") from None
    library = top.table("library").only(_LIBRARY_KEYS)
    library.texts("headers")
    name = library.text("name", None)
    why, apis = top.table("why").only(ROLES), top.table("api")
    constants, aliases = top.table("constants"), top.table("aliases")
    return Knowledge(
        {function: _api(function, apis.table(function), library, why) for function in apis.data},
        {constant: constants.integer(constant) for constant in constants.data},
        {alias: aliases.text(alias, None) for alias in aliases.data},
        frozenset((name,) if library.flag("wrappers") else ()),
    )


def _api(function: str, table: _Table, library: _Table, why: _Table) -> ApiSpec:
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
        returns=table.text("returns", "owned" if release else "none", RETURNS),
        release=release,
        parameters=_parameters(table, names),
        out=_out(table, names),
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
    )


def _parameters(table: _Table, names: tuple[str, ...]) -> tuple[ParameterSpec, ...]:
    owns = table.table("parameters").only(names)
    nullable = table.texts("nullable", names or ("(no parameters)",))
    return tuple(
        ParameterSpec(name, position, owns.text(name, "borrows", OWNERSHIP), name in nullable)
        for position, name in enumerate(names)
    )


def _out(table: _Table, names: tuple[str, ...]) -> tuple[OutParameter, ...]:
    out = table.table("out").only(names)
    release = table.table("out_release").only(tuple(out.data))
    return tuple(
        OutParameter(name, names.index(name), out.text(name, None, WRITTEN), release.text(name, ""))
        for name in out.data
    )


def _versions(table: _Table) -> tuple[VersionSpec, ...]:
    versions = table.table("versions")
    for version in versions.data:
        if not _VERSION.fullmatch(version):
            raise versions.error(version, "is no range of versions; permitted: such as '< 1.1.0'")
    errors = [(version, versions.text(version, None)) for version in versions.data]
    return tuple(VersionSpec(*each, versions.cells(*each)) for each in errors)


def _declarator(function: str, prototype: str, table: _Table) -> tuple[str, tuple[str, ...]]:
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
