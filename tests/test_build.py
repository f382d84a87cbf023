"""A target becomes a plan: its files, its units, and one clear line where it cannot be used."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from auditkit import build as module
from auditkit.build import FLAG_FILE, UNITS_PER_FILE, Unit, language_of, plan, resource_directory
from auditkit.errors import BuildError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder by its real path."""
    return Path(os.path.realpath(tmp_path))


def tree(root: Path, files: Mapping[str, str]) -> None:
    """Writes files, with their folders."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def commands(folder: Path, *rows: Mapping[str, object]) -> Path:
    """Writes a compilation database."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "compile_commands.json"
    file.write_text(json.dumps(rows))
    return file


def summary(units: tuple[Unit, ...]) -> list[tuple[str, str, tuple[str, ...], str]]:
    """What matters of each unit."""
    return [(unit.path, unit.language, unit.flags, unit.origin) for unit in units]


def test_a_file_is_its_own_root(root: Path) -> None:
    tree(root, {"a.c": "", "b.c": "", "a.h": ""})
    found = plan(root / "a.c")
    assert found.root == root
    assert found.files == ("a.c",)
    assert found.units == (Unit("a.c", root / "a.c", root, "c", ("-I", str(root)), (), "guessed"),)
    assert found.diagnostics == ()


def test_a_header_alone_is_a_unit(root: Path) -> None:
    tree(root, {"a.h": "namespace n { }\n"})
    assert summary(plan(root / "a.h").units) == [("a.h", "c++", ("-I", str(root)), "guessed")]


def test_a_folder_lists_sources_and_headers(root: Path) -> None:
    tree(
        root,
        {
            "a.c": "",
            "include/a.h": "",
            "sub/b.cc": "",
            "sub/b.hpp": "",
            "sub/t.tcc": "",
            "c.C": "",
            "readme.md": "",
            ".git/x.c": "",
            "node_modules/y.c": "",
            "CMakeFiles/z.c": "",
        },
    )
    found = plan(root)
    assert found.files == ("a.c", "c.C", "include/a.h", "sub/b.cc", "sub/b.hpp", "sub/t.tcc")
    include = ("-I", str(root), "-I", str(root / "include"))
    assert summary(found.units) == [
        ("a.c", "c", include, "guessed"),
        ("c.C", "c++", include, "guessed"),
        ("sub/b.cc", "c++", include, "guessed"),
    ]


def test_links_are_not_followed(root: Path) -> None:
    tree(root, {"in/a.c": "", "out/b.c": ""})
    (root / "in/loop").symlink_to(root / "in")
    (root / "in/out").symlink_to(root / "out")
    (root / "in/b.c").symlink_to(root / "out/b.c")
    (root / "in/gone.c").symlink_to(root / "nowhere.c")
    (root / "link").symlink_to(root / "in")
    assert plan(root / "in").files == ("a.c",)
    assert plan(root / "link").root == root / "in"


def test_what_is_no_plain_file_is_left_out(root: Path) -> None:
    tree(root, {"a.c": ""})
    os.mkfifo(root / "pipe.c")
    assert plan(root).files == ("a.c",)


def test_names_that_are_no_utf8_survive(root: Path) -> None:
    name = os.fsdecode(b"caf\xe9 x.c")
    try:
        (root / name).touch()
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    commands(root, {"file": name, "directory": str(root), "arguments": ["cc", "-DX", name]})
    assert summary(plan(root).units) == [(name, "c", ("-DX",), "compile_commands")]


def test_an_unlistable_folder_is_noted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(root, {"a.c": "", "shut/b.c": ""})
    scandir = os.scandir

    def guarded(folder: str | Path) -> object:
        if str(folder).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("os.scandir", guarded)
    assert [row.text for row in plan(root).diagnostics] == ["folder not read: Permission denied"]
    with pytest.raises(BuildError, match="cannot be read: check its permissions"):
        plan(root / "shut")


def test_a_database_gives_flags(root: Path) -> None:
    tree(root, {"src/a.cpp": "", "src/b.c": "", "src/a.h": "", "other.c": ""})
    commands(
        root,
        {
            "file": "src/a.cpp",
            "directory": str(root),
            "command": "ccache g++ -Isrc '-DNAME=\"a b\"' -std=c++17 -o a.o -c src/a.cpp",
        },
        {
            "file": str(root / "src/b.c"),
            "directory": "src",
            "arguments": ["/usr/bin/cc", "-I", ".", "b.c"],
        },
    )
    found = plan(root)
    assert found.files == ("other.c", "src/a.cpp", "src/a.h", "src/b.c")
    inside = str(root / "src")
    assert summary(found.units) == [
        ("other.c", "c", ("-I", inside), "guessed"),
        ("src/a.cpp", "c++", ("-I", inside, '-DNAME="a b"', "-std=c++17"), "compile_commands"),
        ("src/b.c", "c", ("-I", inside), "compile_commands"),
    ]
    assert found.units[1].dropped == ("-o a.o",)
    assert found.diagnostics == ()


def test_a_database_in_a_build_folder_is_found(root: Path) -> None:
    tree(root, {"a.c": "", "b.c": ""})
    row = {"file": "../a.c", "directory": ".", "command": "cc -DX ../a.c"}
    commands(root / "build-debug", row)
    assert plan(root).units[0].flags == ("-DX",)
    assert plan(root / "a.c").units[0].flags == ("-DX",)


@pytest.mark.parametrize("given", ["out", "out/compile_commands.json"])
def test_a_database_can_be_given(root: Path, given: str) -> None:
    tree(root, {"src/a.c": ""})
    commands(root / "out", {"file": "../src/a.c", "directory": "", "command": "cc -DX a.c"})
    assert plan(root / "src", root / given).units[0].flags == ("-DX",)


def test_a_database_as_target_sets_the_root(root: Path) -> None:
    tree(root, {"src/a.c": "", "src/lib/b.c": "", "src/lib/b.h": "", "build/moc.c": ""})
    database = commands(
        root / "build",
        {"file": "../src/a.c", "directory": ".", "command": "cc ../src/a.c"},
        {"file": "../src/lib/b.c", "directory": ".", "command": "cc ../src/lib/b.c"},
        {"file": "moc.c", "directory": ".", "command": "cc moc.c"},
    )
    found = plan(database)
    assert found.root == root / "src"
    assert found.files == ("a.c", "lib/b.c", "lib/b.h")


def test_a_database_beside_its_files_sets_the_root(root: Path) -> None:
    tree(root, {"project/a.c": "", "project/b.c": "", "elsewhere.c": ""})
    database = commands(
        root / "project",
        {"file": "a.c", "directory": ".", "command": "cc a.c"},
        {"file": "b.c", "directory": ".", "command": "cc b.c"},
        {"file": "../elsewhere.c", "directory": ".", "command": "cc x.c"},
    )
    assert plan(database).root == root / "project"


def test_distinct_commands_are_distinct_units(root: Path) -> None:
    tree(root, {"a.c": ""})
    row = {"file": "a.c", "directory": "."}
    flags = ["-o x", "-o y", *(f"-DN={number}" for number in range(UNITS_PER_FILE))]
    commands(root, *({**row, "command": f"cc {flag} a.c"} for flag in flags))
    found = plan(root)
    assert [unit.flags for unit in found.units] == [(), ("-DN=0",), ("-DN=1",), ("-DN=2",)]
    assert [row.text for row in found.diagnostics] == [
        "one more command not used: at most 4 a file"
    ]


def test_refused_flags_are_noted(root: Path) -> None:
    tree(root, {"a.c": ""})
    commands(root, {"file": "a.c", "directory": ".", "command": "cc @x -fplugin=y -o z a.c"})
    (note,) = plan(root).diagnostics
    assert (note.at.path, note.severity) == ("a.c", "warning")
    assert note.text == "compile flags not used: @x, -fplugin=y"


def test_the_language_follows_the_command(root: Path) -> None:
    tree(root, {"a.c": "", "b.c": "", "c.cpp": ""})
    commands(
        root,
        {"file": "a.c", "directory": ".", "command": "g++ a.c"},
        {"file": "b.c", "directory": ".", "command": "cc -x c++ b.c"},
        {"file": "c.cpp", "directory": ".", "command": "cc c.cpp"},
    )
    assert [unit.language for unit in plan(root).units] == ["c++", "c++", "c++"]


def test_extra_flags_join_every_unit(root: Path) -> None:
    tree(root, {"a.c": "", "b.c": ""})
    commands(root, {"file": "a.c", "directory": ".", "command": "cc -DA a.c"})
    first, second = plan(root, flags=["-DX", "-Xclang", "-load"]).units
    assert first.flags == ("-DA", "-DX")
    assert first.dropped == ("-Xclang -load",)
    assert second.flags == ("-DA", "-DX")


def test_a_neighbour_lends_its_flags(root: Path) -> None:
    tree(root, {"x/a.c": "", "x/b.c": "", "y/c.c": "", "y/d.cpp": ""})
    commands(
        root,
        {"file": "x/a.c", "directory": ".", "command": "cc -DX a.c"},
        {"file": "y/c.c", "directory": ".", "command": "cc -DY c.c"},
    )
    flags = {unit.path: unit.flags for unit in plan(root).units}
    assert flags["x/b.c"] == ("-DX",)
    assert flags["y/d.cpp"] == ("-I", str(root))


def test_compile_flags_are_found_upwards(root: Path) -> None:
    tree(
        root,
        {
            "a.cpp": "",
            "sub/b.cpp": "",
            "sub/deep/c.cpp": "",
            FLAG_FILE: "-DTOP\n",
            f"sub/{FLAG_FILE}": "-xc++\r\n\r\n# no flag\r\n-Iinc\r\n  -std=c++20  \r\n",
        },
    )
    sub = ("-I", str(root / "sub/inc"), "-std=c++20")
    assert summary(plan(root).units) == [
        ("a.cpp", "c++", ("-DTOP",), "compile_flags"),
        ("sub/b.cpp", "c++", sub, "compile_flags"),
        ("sub/deep/c.cpp", "c++", sub, "compile_flags"),
    ]


def test_commands_that_cannot_be_used_are_noted(root: Path) -> None:
    tree(root, {"a.c": "", "b.c": "", "c.c": ""})
    commands(
        root,
        {"file": "a.c", "directory": ".", "command": "cc a.c"},
        {"file": "gone.c", "directory": ".", "command": "cc gone.c"},
        {"file": "b.c", "directory": ".", "command": "cc 'b.c"},
        {"file": "c.c", "directory": ".", "arguments": ["cc", 3]},
        {"directory": "."},
        {"file": "c.c\0", "directory": "."},
        {"file": "c.c", "directory": "\ud800"},
        {"file": "c.c", "directory": ".", "arguments": ["cc", "-DA=\0"]},
    )
    assert [row.text for row in plan(root).diagnostics] == [
        "command 1 not used: gone.c does not exist",
        "command 2 not used: its command cannot be split (No closing quotation)",
        "command 3 not used: its arguments are not all text",
        "command 4 not used: it has no key 'file'",
        "command 5 not used: its file or folder is no path",
        "command 6 not used: its file or folder is no path",
        "command 7 not used: its arguments are not all text",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", r"is no valid JSON \(.*\): generate it again"),
        ("[" * 100_000, "is no valid JSON"),
        ("\udcff", "is no valid JSON"),
        ("{}", "holds no list of commands: it must be a JSON array of objects"),
        ("[]", "names no file that exists here: generate it again on this tree"),
        ('[{"file": "gone.c"}]', "names no file that exists here"),
    ],
)
def test_a_broken_database_is_one_clear_line(root: Path, text: str, message: str) -> None:
    tree(root, {"a.c": ""})
    file = root / "compile_commands.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    for target in (root, file):
        with pytest.raises(BuildError, match=message) as caught:
            plan(target)
        assert "\n" not in str(caught.value)


def test_a_database_far_from_its_files_is_refused(root: Path) -> None:
    tree(root, {"a/b/c/x.txt": "", "z.c": ""})
    database = commands(root / "a/b/c", {"file": str(root / "z.c"), "command": "cc z.c"})
    with pytest.raises(BuildError, match="names no file near it: give the folder of the sources"):
        plan(database)


def test_a_missing_database_is_named(root: Path) -> None:
    tree(root, {"a.c": ""})
    with pytest.raises(BuildError, match=r"does not exist: give a compile_commands.json or the"):
        plan(root, root / "nowhere")


def test_an_unreadable_database_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(root, {"a.c": ""})
    commands(root, {"file": "a.c", "directory": ".", "command": "cc a.c"})

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(BuildError, match=r"compile_commands.json cannot be read: Permission"):
        plan(root)


def test_an_unreadable_flag_file_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(root, {"a.c": "", FLAG_FILE: "-DX"})

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(BuildError, match=r"compile_flags.txt cannot be read: Permission"):
        plan(root)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.c", "does not exist: give a C or C\\+\\+ file, a folder or a compile_commands.json"),
        ("notes.txt", "is no C or C\\+\\+ file: its name must end in one of .C .c .c\\+\\+"),
        ("empty", "holds no C or C\\+\\+ file: give the folder of the sources"),
    ],
)
def test_an_unusable_target_is_one_clear_line(root: Path, name: str, message: str) -> None:
    tree(root, {"notes.txt": ""})
    (root / "empty").mkdir()
    with pytest.raises(BuildError, match=message) as caught:
        plan(root / name)
    assert "\n" not in str(caught.value)


def test_a_link_loop_as_target_is_refused(root: Path) -> None:
    (root / "loop.c").symlink_to(root / "loop.c")
    with pytest.raises(BuildError, match="does not exist"):
        plan(root / "loop.c")


def test_an_unreadable_file_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(root, {"a.c": ""})
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(BuildError, match="cannot be read: check its permissions"):
        plan(root / "a.c")


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.c", "class x;", "c"),
        ("a.cpp", "", "c++"),
        ("a.hpp", "", "c++"),
        ("a.h", "int f(void);", "c"),
        ("a.h", "template <class T> struct S;", "c++"),
        ("a.h", "class S {\n", "c++"),
        ("gone.h", None, "c++"),
    ],
)
def test_languages(root: Path, name: str, text: str | None, language: str) -> None:
    if text is not None:
        (root / name).write_text(text)
    assert language_of(root / name) == language


@pytest.fixture
def fresh() -> None:
    """Nothing remembered of the compiler's headers."""
    resource_directory.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_the_nearest_version_of_the_headers_wins(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [root / version for version in ("14.0.6", "17", "19", "odd")]
    monkeypatch.setattr(module, "_resource_directories", lambda: iter(places))
    assert resource_directory(17) == root / "17"
    assert resource_directory(30) == root / "19"


@pytest.mark.usefixtures("fresh")
def test_headers_are_found_in_the_wheel_of_clang_tidy(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(
        root,
        {
            "clang_tidy/__init__.py": "",
            "clang_tidy/data/lib/clang/18/include/stddef.h": "",
            "clang_tidy/data/lib/clang/19/include/other.h": "",
        },
    )
    monkeypatch.syspath_prepend(root)
    assert root / "clang_tidy/data/lib/clang/18" in module._resource_directories()


@pytest.mark.usefixtures("fresh")
def test_an_unusual_clang_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(root, {"headers/include/stddef.h": "", "clang": f"#!/bin/sh\necho {root}/headers\n"})
    (root / "clang").chmod(0o755)
    monkeypatch.setenv("PATH", str(root))
    monkeypatch.setattr(module, "_resource_directories", lambda: iter(()))
    assert resource_directory() == root / "headers"


@pytest.mark.usefixtures("fresh")
def test_without_clang_the_headers_of_gcc_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_resource_directories", lambda: iter(()))
    monkeypatch.setattr("shutil.which", lambda _: None)
    found = resource_directory()
    assert found is None or (found.name == "include" and (found / "stddef.h").is_file())


@pytest.mark.usefixtures("fresh")
def test_a_clang_that_does_not_answer_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("clang", 10)

    monkeypatch.setattr(module, "_resource_directories", lambda: iter(()))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/clang")
    monkeypatch.setattr("subprocess.run", hang)
    found = resource_directory()
    assert found is None or found.name == "include"
