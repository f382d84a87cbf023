"""A unit becomes a translation unit, with its diagnostics and the files it read."""

import os
from pathlib import Path

import pytest

from auditkit import parse as module
from auditkit.annotations import Diagnostic
from auditkit.build import Unit, plan
from auditkit.errors import ParseError
from auditkit.parse import DIAGNOSTIC_LIMIT, command, parse, version
from auditkit.source import Location


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder by its real path."""
    return Path(os.path.realpath(tmp_path))


def unit(file: Path, *flags: str) -> Unit:
    """The unit of a file with just these flags."""
    language = "c" if file.suffix == ".c" else "c++"
    return Unit(file.name, file, file.parent, language, flags, (), "guessed")


def write(root: Path, name: str, text: str) -> Path:
    """Writes a file of that name."""
    (root / name).write_text(text)
    return root / name


def test_a_clean_file_has_no_diagnostics(root: Path) -> None:
    file = write(root, "a.c", "int f(void) { return 1; }\n")
    with parse(unit(file), root) as parsed:
        assert parsed.diagnostics == ()
        assert not parsed.has_errors
        assert list(parsed.included) == [str(file)]
        assert parsed.contents(parsed.included[str(file)]) == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a.c", "stddef.h"),
        ("a.c", "stdarg.h"),
        ("a.c", "stdio.h"),
        ("a.cpp", "string"),
        ("a.cpp", "cstddef"),
        ("a.c", "openssl/ssl.h"),
    ],
)
def test_the_system_headers_are_found(root: Path, name: str, header: str) -> None:
    if header.startswith("openssl") and not Path("/usr/include/openssl/ssl.h").exists():
        pytest.skip("OpenSSL's headers are not installed")
    with parse(unit(write(root, name, f"#include <{header}>\n")), root) as parsed:
        assert parsed.diagnostics == ()
        assert any(file.endswith(header) for file in parsed.included)


def test_files_read_are_listed_once_by_real_path(root: Path) -> None:
    (root / "real").mkdir()
    write(root / "real", "h.h", "")
    write(root / "real", "once.h", "#pragma once\n")
    (root / "link").symlink_to(root / "real")
    text = '#include "h.h"\n#include "h.h"\n#include "once.h"\n#include "link/../link/h.h"\n'
    file = write(root, "a.c", text)
    with parse(unit(file, "-I", str(root / "link"), "-I", str(root)), root) as parsed:
        files = [str(file), str(root / "real/h.h"), str(root / "real/once.h")]
        assert list(parsed.included) == files
        assert [parsed.path_of(file) for file in files] == ["a.c", "real/h.h", "real/once.h"]
        assert parsed.path_of("/usr/include/stdio.h") == "/usr/include/stdio.h"


def test_what_follows_a_missing_header_is_still_read(root: Path) -> None:
    file = write(root, "a.c", '#include "gone.h"\nint f(void) { return 1 }\n')
    with parse(unit(file), root) as parsed:
        assert parsed.has_errors
        assert parsed.diagnostics == (
            Diagnostic(Location("a.c", 1, 10), "error", "'gone.h' file not found", "a.c"),
            Diagnostic(
                Location("a.c", 2, 23), "error", "expected ';' after return statement", "a.c"
            ),
        )


def test_a_warning_is_no_error(root: Path) -> None:
    file = write(root, "a.c", "#warning mind this\n")
    with parse(unit(file), root) as parsed:
        assert not parsed.has_errors
        assert [(row.severity, row.text) for row in parsed.diagnostics] == [
            ("warning", "mind this")
        ]


def test_diagnostics_of_the_target_come_first_and_are_capped(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = root / "inside"
    inside.mkdir()
    write(root, "out.h", "int x = outside_name;\n")
    lines = '#include "../out.h"\n#warning last\n' + "int y = inside_name;\n" * 3
    file = write(inside, "a.c", lines)
    with parse(unit(file), inside) as parsed:
        found = [(row.at.path, row.severity) for row in parsed.diagnostics]
    outside = (str(root / "out.h"), "error")
    assert found == [*[("a.c", "error")] * 3, ("a.c", "warning"), outside]
    assert len(found) < DIAGNOSTIC_LIMIT
    monkeypatch.setattr(module, "DIAGNOSTIC_LIMIT", 2)
    with parse(unit(file), inside) as parsed:
        assert len(parsed.diagnostics) == 2
        assert parsed.has_errors


def test_a_diagnostic_without_a_place_is_about_the_unit(root: Path) -> None:
    file = write(root, "a.c", "")
    with parse(unit(file, "-unknown-flag"), root) as parsed:
        assert [row.at for row in parsed.diagnostics] == [Location(parsed.unit.path, 1, 1)]


def test_an_unreadable_file_is_one_clear_line(root: Path) -> None:
    with pytest.raises(ParseError, match=r"gone.c cannot be read: check that it exists"):
        parse(unit(root / "gone.c"), root)


def test_flags_that_libclang_refuses_are_one_clear_line(root: Path) -> None:
    file = write(root, "a.c", "")
    with pytest.raises(ParseError, match=r"^a.c: libclang cannot parse it: ") as caught:
        parse(unit(file, "-std=nonsense"), root)
    assert "\n" not in str(caught.value)


def test_a_crash_on_request_is_not_granted(root: Path) -> None:
    file = write(root, "a.c", "#pragma clang __debug parser_crash\nint x;\n")
    with parse(unit(file), root) as parsed:
        assert not parsed.has_errors


def test_bytes_that_are_no_utf8_survive(root: Path) -> None:
    name = os.fsdecode(b"\xe9.c")
    try:
        (root / name).write_bytes(b"int x = nam\xe9;\r\n")
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    with parse(unit(root / name), root) as parsed:
        assert list(parsed.included) == [str(root / name)]
        assert {row.at.path for row in parsed.diagnostics} == {name}
        assert all(row.text.encode() for row in parsed.diagnostics)


def test_closing_twice_does_no_harm(root: Path) -> None:
    parsed = parse(unit(write(root, "a.c", "int x;\n")), root)
    parsed.close()
    parsed.close()


def test_an_empty_file_has_no_contents(root: Path) -> None:
    file = write(root, "a.c", "")
    with parse(unit(file), root) as parsed:
        assert parsed.contents(parsed.included[str(file)]) == b""


def test_the_command_has_the_compilers_own_headers(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(root, "a.cpp", "")
    chosen = plan(file, flags=["-DX"]).units[0]
    for place, flags in (
        (Path("/x/clang/18"), ("-resource-dir", "/x/clang/18")),
        (Path("/x/gcc/include"), ("-isystem", "/x/gcc/include")),
        (None, ()),
    ):
        monkeypatch.setattr(module, "resource_directory", lambda place=place: place)
        found = command(chosen)
        assert found[:5] == ("-x", "c++", "-DX", "-I", str(root))
        assert found[5 : 5 + len(flags)] == flags
        assert found[5 + len(flags)] == "-ferror-limit=0"


def test_a_missing_library_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    module.library.cache_clear()
    monkeypatch.setattr("clang.cindex.conf.get_filename", lambda: "/nowhere/libclang.so")
    with pytest.raises(ParseError, match=r"libclang cannot be loaded .*: pip install libclang"):
        module.library()


def test_the_version_is_known() -> None:
    assert "clang version" in version()
