"""Flags pass only where they change how a file parses; what runs or loads code never does."""

from pathlib import Path

import pytest

from auditkit.flags import Flags, allow


def cleaned(root: Path, *arguments: str) -> Flags:
    """What passes of a command in the root for its file a.c."""
    return allow(arguments, root, root, root / "a.c")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a header to force-include, beside a header outside."""
    folder = tmp_path.resolve() / "root"
    folder.mkdir()
    (folder / "config.h").touch()
    (tmp_path / "outside.h").touch()
    return folder


@pytest.mark.parametrize(
    ("arguments", "passed"),
    [
        (("-Iinc", "-I", "inc"), ("-I", "{root}/inc", "-I", "{root}/inc")),
        (("-isystem/usr/x", "-iquote", "q"), ("-isystem", "/usr/x", "-iquote", "{root}/q")),
        (("-idirafter", "/z"), ("-idirafter", "/z")),
        (("-DA=1", "-D", "B", "-UC"), ("-DA=1", "-DB", "-UC")),
        (("-std=gnu++17", "-std=c11", "-std=c++2b"), ("-std=gnu++17", "-std=c11", "-std=c++2b")),
        (("-include", "config.h"), ("-include", "{root}/config.h")),
        (("-includeconfig.h",), ("-include", "{root}/config.h")),
        (("-imacros", "config.h"), ("-imacros", "{root}/config.h")),
        (("-fno-exceptions", "-frtti", "-fPIC"), ("-fno-exceptions", "-frtti", "-fPIC")),
        (("-fms-extensions", "-fshort-enums"), ("-fms-extensions", "-fshort-enums")),
        (("-ftemplate-depth=99", "-funsigned-char"), ("-ftemplate-depth=99", "-funsigned-char")),
        (("-m32", "-march=native", "-msse4.2"), ("-m32", "-march=native", "-msse4.2")),
        (("-pthread", "-nostdinc++", "-ansi"), ("-pthread", "-nostdinc++", "-ansi")),
        (("--sysroot=/usr", "-isysroot", "/usr"), ("--sysroot", "/usr", "-isysroot", "/usr")),
        (("-target", "arm-linux"), ("--target=arm-linux",)),
        (("--target=x86_64-pc-win32",), ("--target=x86_64-pc-win32",)),
        (("-arch", "arm64"), ("-arch", "arm64")),
        (
            ("-Wall", "-Werror=x", "-O2", "-g", "-c", "-MD", "-pipe", "-fdiagnostics-color=always"),
            (),
        ),
        (("a.c",), ()),
        (("--", "a.c"), ()),
    ],
)
def test_harmless_flags_pass(
    root: Path, arguments: tuple[str, ...], passed: tuple[str, ...]
) -> None:
    expected = tuple(flag.replace("{root}", str(root)) for flag in passed)
    assert cleaned(root, *arguments) == Flags(expected, ())


@pytest.mark.parametrize(
    ("arguments", "dropped"),
    [
        (("-Xclang", "-load", "-Xclang", "evil.so"), ("-Xclang -load", "-Xclang evil.so")),
        (("-fplugin=evil.so",), ("-fplugin=evil.so",)),
        (("-fplugin", "evil.so"), ("-fplugin evil.so",)),
        (("-fplugin-arg-evil-x=1",), ("-fplugin-arg-evil-x=1",)),
        (("-load", "evil.so"), ("-load evil.so",)),
        (("-mllvm", "-debug"), ("-mllvm -debug",)),
        (("@flags.rsp",), ("@flags.rsp",)),
        (("-B", "tools"), ("-B tools",)),
        (("-Btools",), ("-Btools",)),
        (("-o", "a.o"), ("-o a.o",)),
        (("-specs=evil.specs",), ("-specs=evil.specs",)),
        (("-wrapper", "evil,-x"), ("-wrapper evil,-x",)),
        (("-include", "../outside.h"), ("-include ../outside.h",)),
        (("-include/etc/passwd",), ("-include /etc/passwd",)),
        (("-imacros", "/etc/passwd"), ("-imacros /etc/passwd",)),
        (("-include-pch", "x.pch"), ("-include-pch x.pch",)),
        (("-include-pch=x.pch",), ("-include-pch=x.pch",)),
        (("-fmodules", "-fmodule-map-file=x"), ("-fmodules", "-fmodule-map-file=x")),
        (("-ivfsoverlay", "x.yaml"), ("-ivfsoverlay x.yaml",)),
        (("--config", "x.cfg"), ("--config x.cfg",)),
        (("--config=x.cfg",), ("--config=x.cfg",)),
        (("-cc1",), ("-cc1",)),
        (("-Wp,-MD,x.d", "-Wl,-z,now", "-Wa,-x"), ("-Wp,-MD,x.d", "-Wl,-z,now", "-Wa,-x")),
        (("-std=c++99",), ("-std=c++99",)),
        (("-x", "cuda"), ("-x cuda",)),
        (("-xobjective-c",), ("-x objective-c",)),
        (("--sysroot=/nowhere",), ("--sysroot /nowhere",)),
        (("-target", "x y"), ("-target x y",)),
        (("-arch", "a b"), ("-arch a b",)),
        (("-I-",), ("-I -",)),
        (("-I",), ("-I",)),
        (("-D",), ("-D",)),
        (("-include",), ("-include",)),
        (("--gcc-toolchain=/x", "-resource-dir", "/x"), ("--gcc-toolchain=/x", "-resource-dir /x")),
        (("-working-directory", "/x"), ("-working-directory /x",)),
        (("other.c", "-"), ("other.c", "-")),
        (("-unheard-of", "-fsomething-new"), ("-unheard-of", "-fsomething-new")),
    ],
)
def test_other_flags_are_dropped_and_named(
    root: Path, arguments: tuple[str, ...], dropped: tuple[str, ...]
) -> None:
    assert cleaned(root, *arguments) == Flags((), dropped)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (("-x", "c++"), "c++"),
        (("-xc",), "c"),
        (("-x", "c-header"), "c"),
        (("-x", "c++-header"), "c++"),
        ((), ""),
    ],
)
def test_the_language_is_read(root: Path, arguments: tuple[str, ...], language: str) -> None:
    assert cleaned(root, *arguments) == Flags((), (), language)


def test_a_forced_header_behind_a_link_is_outside(root: Path, tmp_path: Path) -> None:
    (root / "link.h").symlink_to(tmp_path / "outside.h")
    assert cleaned(root, "-include", "link.h").dropped == ("-include link.h",)
