"""Paths in a page mean something on the reader's machine too."""

import pytest

from auditkit.report.folders import named, portable

ROOT = "/home/ann/proj/src"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("-std=c++17 -DA=1/2 a/b", "-std=c++17 -DA=1/2 a/b"),
        (f"-I {ROOT}", "-I ."),
        (f"-I{ROOT}/include", "-Iinclude"),
        ("-I/home/ann/proj/build/gen", "-I../build/gen"),
        ("-isystem/home/ann/qt/include", "-isystem../../qt/include"),
        ("-I/home/bob/qt", "-I../../../bob/qt"),
        ("-isystem /usr/include/openssl", "-isystem /usr/include/openssl"),
        ("-I/usrlocal/x -I/srv/sdk", "-I/usrlocal/x -I/srv/sdk"),
        ('-DDATA="/home/ann/proj/data"', '-DDATA="../data"'),
        ("--sysroot=/opt/cross", "--sysroot=/opt/cross"),
        (
            f"'{ROOT}/a.h' file not found, see /home/ann/x.h:3",
            "'a.h' file not found, see ../../x.h:3",
        ),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_paths_near_the_root_are_relative_to_it(text: str, expected: str) -> None:
    assert portable(text, ROOT) == expected


def test_a_root_of_the_system_keeps_what_lies_in_it_relative() -> None:
    assert (
        portable("-I/usr/src/x/include -I/usr/include", "/usr/src/x") == "-Iinclude -I/usr/include"
    )
    assert portable("-I/etc", "/") == "-I/etc"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("src", "src"),
        ("../x/src/dtls.cpp", "../x/src/dtls.cpp"),
        ("/home/ann/proj/src", "…/proj/src"),
        ("/srv/src", "/srv/src"),
    ],
)
def test_a_target_is_named_without_the_way_to_it(target: str, expected: str) -> None:
    assert named(target) == expected
