"""What the files of a target share: macros of headers, and functions that never return."""

import pytest

from auditkit.facts import dump
from auditkit.knowledge import load
from auditkit.lower_syntax import lower_file
from auditkit.preprocess import preprocess
from auditkit.project import never_returning, project_of
from auditkit.source import SourceFile
from auditkit.syntax import parse_syntax

FILES = {
    "a.h": "#define LOCAL_FN static\n#define CHECK(x) if (!(x)) return -1\n",
    "a.c": "#define TWICE(x) g(x); g(x)\n#define CHECK(x) if (x) return 1\n",
    "b.c": (
        "static void die(void) __attribute__((noreturn));\n"
        "LOCAL_FN int f(int n) { CHECK(n); TWICE(n); if (n) die(); return 0; }\n"
    ),
}


def test_a_file_has_the_macros_of_headers_and_its_own() -> None:
    structures = {
        path: preprocess(SourceFile.of(path, text.encode()), "c") for path, text in FILES.items()
    }
    project = project_of(structures.values(), load())
    syntax = parse_syntax(structures["b.c"], "c", None, project.specifiers)
    (function,) = lower_file(syntax, None, project).functions
    assert function.linkage == "internal"
    assert (
        dump(function)
        == """\
function f(int) [syntactic]
b0:
    2: %1 = call CHECK()
    2: branch n ? b1 : b4 [if]
b1:
    2: %2 = call TWICE(n) [unused]
    2: branch n ? b2 : b3 [if]
b2:
    2: %3 = call die() [unused]
    2: unreachable
b3:
    2: return 0
b4:
    2: return -1
"""
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("_Noreturn void a(int);", ["a"]),
        ("[[noreturn]] static void b();", ["b"]),
        ("void c(const char *, ...) __attribute__((format(printf, 1, 2), noreturn));", ["c"]),
        ("__attribute__((__noreturn__)) void d(void) { for (;;); }", ["d"]),
        ("__declspec(noreturn) void e();", ["e"]),
        ("int x; MY_NORETURN void g(void); int y;", ["g"]),
        ("void h(void) NORETURN(1);", ["h"]),
        ("int noreturn = 1;", []),
        ("int returning(void);", []),
    ],
)
def test_functions_that_never_return(text: str, names: list[str]) -> None:
    assert list(never_returning(text.encode())) == names
