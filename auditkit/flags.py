"""A compiler's arguments through an allow-list: what changes how a file parses, and nothing else.

Compile commands come with the audited tree and may be hostile. A flag that is not known to be
harmless is dropped and named, in particular any that loads or runs code or reads other files.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FOLDERS = ("-I", "-isystem", "-iquote", "-idirafter")
_MACROS = ("-D", "-U")
_FORCED = ("-include", "-imacros")
_SYSROOTS = ("--sysroot", "-isysroot")
_TARGETS = ("-target", "--target")
_WITH_VALUE = (*_FOLDERS, *_MACROS, *_FORCED, *_SYSROOTS, *_TARGETS, "-x", "-arch")
# fmt: off
_DROPPED_WITH_VALUE = frozenset({
    "-Xclang", "-Xpreprocessor", "-Xassembler", "-Xlinker", "-Xarch_host", "-Xanalyzer", "-mllvm",
    "-o", "-MF", "-MT", "-MQ", "-MJ", "-B", "-T", "-u", "-z", "-L", "-l", "-e", "-A", "-G",
    "--param", "-framework", "-iframework", "-F", "-load", "-plugin", "-wrapper", "-specs",
    "--specs", "-include-pch", "-ivfsoverlay", "-iprefix", "-iwithprefix", "-iwithprefixbefore",
    "-imultilib", "-aux-info", "-dumpdir", "-dumpbase", "-main-file-name", "-working-directory",
    "-resource-dir", "--config", "-add-plugin", "-fplugin", "-cxx-isystem", "-c-isystem",
    "-stdlib++-isystem", "--gcc-toolchain", "-install_name", "-current_version",
    "-compatibility_version",
})
# fmt: on
_SILENT = re.compile(
    r"-(?:W(?!p,|a,|l,).*|w|O\w*|g[\w=.-]*|c|S|E|P|C|CC|pipe|pedantic|pedantic-errors|v|s|r|rdynamic"
    r"|shared|static|M[DGMPV]?|MMD|Qunused-arguments|f(?:no-)?diagnostics-[\w=-]+"
    r"|f(?:no-)?color-diagnostics|fmessage-length=\d+)"
)
_STANDARD = re.compile(
    r"-std=(?:(?:c|gnu)(?:89|90|99|9x|11|1x|17|18|2x|23)|iso9899:(?:1990|199409|1999|2011|2017|2018)"
    r"|(?:c|gnu)\+\+(?:98|03|0x|11|1y|14|1z|17|2a|20|2b|23|2c|26))"
)
_PLAIN = re.compile(
    r"-(?:pthread|nostdinc|nostdinc\+\+|nostdlibinc|undef|trigraphs|ansi|stdlib=lib(?:std)?c\+\+)"
)
_MACHINE = re.compile(
    r"-m(?:32|64|x32|16|(?:arch|tune|cpu|fpu|float-abi|abi|cmodel|stack-alignment)=[\w.+-]+"
    r"|(?:no-)?(?:sse|ssse|avx|aes|fma|bmi|mmx|3dnow|popcnt|f16c|pclmul|rdrnd|rdseed|sha|adx|lzcnt)"
    r"[\w.]*|(?:soft|hard)-float|thumb|arm|no-red-zone|crc32|cx16)"
)
_LANGUAGE = re.compile(
    r"-f(?:(?:no-)?(?:exceptions|cxx-exceptions|rtti|ms-extensions|ms-compatibility|short-enums"
    r"|short-wchar|unsigned-char|signed-char|unsigned-bitfields|signed-bitfields|builtin|coroutines"
    r"|coroutines-ts|char8_t|permissive|gnu-keywords|gnu89-inline|blocks|declspec|asm|wchar"
    r"|delayed-template-parsing|math-errno|fast-math|strict-aliasing|strict-overflow|wrapv|trapv"
    r"|threadsafe-statics|sized-deallocation|aligned-allocation|aligned-new|common|openmp"
    r"|openmp-simd|access-control|elide-constructors|operator-names|dollars-in-identifiers"
    r"|relaxed-template-template-args|strict-enums|assume-sane-operator-new|PIC|pic|PIE|pie"
    r"|visibility-inlines-hidden|visibility-inlines-hidden-static-local-var|omit-frame-pointer"
    r"|stack-protector|stack-protector-strong|stack-protector-all|stack-clash-protection"
    r"|unwind-tables|asynchronous-unwind-tables|data-sections|function-sections|plt"
    r"|semantic-interposition|lto|fat-lto-objects|ident|jump-tables"
    r"|delete-null-pointer-checks|zero-initialized-in-bss|optimize-sibling-calls|inline"
    r"|inline-functions|unroll-loops|finite-math-only|signed-zeros|trapping-math|rounding-math)"
    r"|freestanding|hosted|pch-preprocess"
    r"|builtin-\w+|no-builtin-\w+|visibility=(?:default|hidden|internal|protected)"
    r"|(?:template|constexpr|bracket)-depth[=-]\d+|constexpr-steps=\d+|pack-struct(?:=\d+)?"
    r"|abi-version=\d+|cf-protection(?:=\w+)?|wchar-type=\w+|lto=[\w-]+|new-alignment=\d+"
    r"|(?:no-)?sanitize=[\w,-]+|trivial-auto-var-init=\w+|max-type-align=\d+)"
)
_TRIPLE = re.compile(r"[\w.+-]+")
_LANGUAGES = {"c": "c", "c-header": "c", "c++": "c++", "c++-header": "c++"}


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags that passed, with absolute paths; those that did not; the language they name."""

    passed: tuple[str, ...]
    dropped: tuple[str, ...]
    language: str = ""


def allow(arguments: Sequence[str], directory: Path, root: Path, file: Path) -> Flags:
    """The harmless ones among a compiler's arguments, without the compiler itself.

    Relative paths count from `directory`; files are force-included only from under `root`.
    """
    passed: list[str] = []
    dropped: list[str] = []
    language = ""
    for flag, value in _pairs(arguments):
        if flag == "-x":
            language = _LANGUAGES.get(value, "")
            if not language:
                dropped.append(f"-x {value}")
        elif not flag:
            if not _is_input(value, directory, file):
                dropped.append(value)
        elif not _SILENT.fullmatch(flag):
            kept = _allowed(flag, value, directory, root)
            passed.extend(kept)
            if not kept:
                dropped.append(f"{flag} {value}".rstrip())
    return Flags(tuple(passed), tuple(dropped), language)


def _pairs(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each flag with its value, joined or separate; an input file has an empty flag."""
    position = 0
    while position < len(arguments):
        argument = arguments[position]
        following = arguments[position + 1] if position + 1 < len(arguments) else ""
        position += 1
        if argument == "--":
            yield from (("", name) for name in arguments[position:])
            return
        flag, value, takes_next = _split(argument)
        if takes_next:
            position += 1
            value = following
        yield flag, value


def _split(argument: str) -> tuple[str, str, bool]:
    """An argument's flag, its joined value, and whether its value is the next argument."""
    if not argument.startswith("-") or argument == "-":
        return "", argument, False
    if argument in _WITH_VALUE or argument in _DROPPED_WITH_VALUE:
        return argument, "", True
    for flag in (*_SYSROOTS, *_TARGETS):
        if argument.startswith(f"{flag}="):
            return flag, argument[len(flag) + 1 :], False
    if argument.startswith(("-include-", "-imultilib")):
        return argument, "", False
    for flag in (*_FOLDERS[1:], *_FORCED, "-isysroot", "-I", *_MACROS, "-x"):
        if argument.startswith(flag):
            return flag, argument[len(flag) :], False
    return argument, "", False


def _allowed(flag: str, value: str, directory: Path, root: Path) -> tuple[str, ...]:
    """The flag as it is passed on, with its value; nothing where it is not allowed."""
    if flag in _MACROS:
        return (flag + value,) if value else ()
    if flag in _FOLDERS:
        return (flag, str(directory / value)) if value and value != "-" else ()
    if flag in _FORCED:
        inside = value and (directory / value).resolve().is_relative_to(root)
        return (flag, str((directory / value).resolve())) if inside else ()
    if flag in _SYSROOTS:
        return (flag, str(directory / value)) if value and (directory / value).is_dir() else ()
    if flag in _TARGETS:
        return (f"--target={value}",) if _TRIPLE.fullmatch(value) else ()
    if flag == "-arch":
        return (flag, value) if _TRIPLE.fullmatch(value) else ()
    known = (_STANDARD, _PLAIN, _MACHINE, _LANGUAGE)
    return (flag,) if any(pattern.fullmatch(flag) for pattern in known) else ()


def _is_input(argument: str, directory: Path, file: Path) -> bool:
    """Whether an argument names the file itself; the kit gives that one."""
    return Path(argument).name == file.name and (directory / argument).resolve() == file
