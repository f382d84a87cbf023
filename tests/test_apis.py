"""The API knowledge is proved: prototypes and constants by the compiler against the real headers,
error cells by a probe that runs the functions, sources by the manual pages that are installed.

Run as a program, this module writes tests/apis/<file>.c for every data/apis/<file>.toml.
"""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditkit.knowledge import ApiSpec, bundled_folder, load
from auditkit.values import Cells

PROOFS = Path(__file__).resolve().parent / "apis"
FILES = sorted(bundled_folder().glob("*.toml"))
COMPILER = shutil.which("cc") or shutil.which("clang")
FLAGS = ("-std=gnu11", "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations")
FLAGS += ("-Wno-unused-parameter", "-Wno-nonnull", "-Wno-type-limits", "-Wno-address")
INSTANCE = "X509"  # stands for TYPE in the families that macros make, such as sk_TYPE_num


def proof(path: Path) -> str:
    """The text of the C file that proves one TOML file.

    A function is proved by a pointer of the type that its prototype declares, a macro by a
    function of that prototype whose body uses it, a constant by a static assertion.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    library = data["library"]
    apis = load().apis
    body = [f"#include <{header}>" for header in library["headers"]] + [""]
    for name in data.get("api", {}):
        body += _guarded(_conditions(apis[name]), list(_api(apis[name])))
    for name, value in data.get("constants", {}).items():
        body.append(f'_Static_assert((long long)({name}) == {value}LL, "{name}");')
    lines = [
        f"/* Proves data/apis/{path.name}; written by tests/test_apis.py. */",
        "#define _GNU_SOURCE",
        *_guarded([library["condition"]] if "condition" in library else [], body),
        "int main(void) { return 0; }",
    ]
    return "\n".join(lines) + "\n"


def _guarded(conditions: list[str], lines: list[str]) -> list[str]:
    return [f"#if {' && '.join(conditions)}", *lines, "#endif"] if conditions else lines


def _conditions(spec: ApiSpec) -> list[str]:
    """When the headers declare the function."""
    conditions = [spec.condition] if spec.condition else []
    if spec.library == "openssl" and spec.removed:
        conditions.append(f"OPENSSL_VERSION_NUMBER < {_number(spec.removed)}")
    if spec.library == "openssl" and spec.since > "3.0":
        conditions.append(f"OPENSSL_VERSION_NUMBER >= {_number(spec.since)}")
    return conditions


def _number(version: str) -> str:
    """OPENSSL_VERSION_NUMBER of a version: 3.2 is 0x30200000L."""
    parts = [int(re.sub(r"\D", "", part)) for part in version.split(".")]
    major, minor, patch = [*parts, 0, 0][:3]
    return f"0x{major:X}{minor:02X}{patch:02X}000L"


def _api(spec: ApiSpec) -> Iterator[str]:
    prototype, name = spec.prototype, spec.function
    if "_TYPE_" in name:
        prototype, name = prototype.replace("TYPE", INSTANCE), name.replace("TYPE", INSTANCE)
    if not spec.macro and "struct sockaddr" not in prototype:
        # In parentheses, a name is the function even where a macro hides it.
        yield re.sub(rf"\b{name}\b", f"(*prove_{name})", prototype, count=1) + f" = ({name});"
        return
    arguments = ", ".join(parameter.name for parameter in spec.parameters)
    result = "" if re.match(rf"(_Noreturn )?void {name}\b", prototype) else "return "
    definition = re.sub(rf"\b{name}\b", f"prove_{name}", prototype, count=1)
    yield f"{definition} {{ {result}{name}({arguments}); }}"


def main() -> None:
    """Writes all proofs."""
    for path in FILES:
        (PROOFS / f"{path.stem}.c").write_text(proof(path), encoding="utf-8")


if __name__ == "__main__":
    main()
