"""What is installed, what is missing and what to do, found out even where half is broken.

Every probe runs in a supervised child, so a library that raises, crashes or hangs when it is
loaded is one line of the answer and not the end of it.
"""

import importlib
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from auditkit.cache import Cache, cache_folder, digest
from auditkit.knowledge import bundled_folder
from auditkit.lab import notebooks_folder, sample_folder
from auditkit.supervise import Supervisor

AUDITING = ("libclang", "pandas", "pyarrow", "tree-sitter", "tree-sitter-c", "tree-sitter-cpp")
SHOWING = (
    *(
        "ipykernel",
        "jinja2",
        "jupyter-client",
        "jupyterlab",
        "markdown-it-py",
        "markupsafe",
        "matplotlib",
    ),
    *("nbclient", "nbformat", "nh3", "pygments"),
)
"""The distributions that auditing needs, and those that notebooks and the report need as well."""

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECONDS = 120.0
_MEGABYTES = 4096
_INSTALL = "pip install -e . in the checkout, or make report, installs it"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `audits` says that an audit cannot do without it.

    `remedy` is what to do where it is not there.
    """

    subject: str
    there: bool
    detail: str
    audits: bool
    remedy: str


def examine() -> list[Check]:
    """Everything that was looked at, in the order in which things depend on each other."""
    checks = [_python(), *_distributions()]
    with Supervisor(1, _SECONDS, _MEGABYTES) as supervisor:
        for subject, probe, audits, remedy in _PROBES:
            future = supervisor.submit(probe)
            error = future.exception()
            if error is None:
                checks.append(Check(subject, True, future.result(), audits, remedy))
            else:
                text = f"{type(error).__name__}: {error}"
                checks.append(Check(subject, False, text, audits, remedy))
    return [*checks, _chromium()]


def can_audit(checks: Sequence[Check]) -> bool:
    """Whether all is there that an audit needs."""
    return all(check.there for check in checks if check.audits)


def lines(checks: Sequence[Check]) -> Iterator[str]:
    """The answer as text, one line for each thing, and the sum of it."""
    width = max(len(check.subject) for check in checks)
    for check in checks:
        state = "ok     " if check.there else "MISSING" if check.audits else "absent "
        advice = "" if check.there else f" -> {check.remedy}"
        yield f"{state}  {check.subject:{width}}  {check.detail}{advice}"
    absent = [check.subject for check in checks if not check.there and not check.audits]
    if not can_audit(checks):
        yield "auditkit cannot audit yet: see the lines marked MISSING"
    elif absent:
        yield f"auditkit can audit; without {', '.join(absent)} some of the rest will not work"
    else:
        yield "auditkit can audit, open notebooks and write reports"


def _python() -> Check:
    detail = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    there = sys.version_info >= (3, 11)
    return Check("python", there, detail, True, "install Python 3.11 or newer")


def _distributions() -> Iterator[Check]:
    for name in sorted((*AUDITING, *SHOWING)):
        try:
            there, detail = True, metadata.version(name)
        except metadata.PackageNotFoundError:
            there, detail = False, "not installed"
        yield Check(name, there, detail, name in AUDITING, _INSTALL)


def _chromium() -> Check:
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    remedy = "only `make test` uses it, to open the report; Debian: apt install chromium"
    return Check("chromium", found is not None, found or "not found", False, remedy)


def _libclang() -> str:
    from auditkit import parse

    return parse.version()


def _headers() -> str:
    from auditkit import build

    folder = build.resource_directory()
    if folder is None or not (Path(folder) / "include" / "stddef.h").is_file():
        raise FileNotFoundError("no folder with stddef.h and the other headers of a compiler")
    return str(folder)


def _grammars() -> str:
    from auditkit import syntax

    for language in ("c", "c++"):
        if syntax.parse_text(b"int main(void) { return 0; }\n", language).root_node.has_error:
            raise ValueError(f"the grammar of {language} does not know plain C")
    return "C and C++ parse"


def _knowledge() -> str:
    from auditkit import knowledge

    return f"{len(knowledge.load().apis)} functions in {bundled_folder()}"


def _audit() -> str:
    from auditkit.audit import audit

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "probe.c"
        file.write_text("int f(void);\nint main(void) { return f(); }\n", "utf-8")
        result = audit(file, cached=False, jobs=1)
    return f"{len(result.functions)} function and {len(result.calls)} call in a file of two lines"


def _cache() -> str:
    key = digest("doctor", str(os.getpid()))
    if not Cache().put(key, "doctor") or Cache().get(key) != "doctor":
        raise PermissionError(f"{cache_folder()} is not a folder that only you can write in")
    return str(cache_folder())


def _notebooks() -> str:
    count = len(list(notebooks_folder().glob("*.ipynb")))
    if not count:
        raise FileNotFoundError(f"none in {notebooks_folder()}")
    return f"{count} in {notebooks_folder()}"


def _sample() -> str:
    count = sum(path.suffix in {".c", ".cpp", ".h"} for path in sample_folder().glob("**/*"))
    if not count:
        raise FileNotFoundError(f"nothing in {sample_folder()}")
    return f"{count} files in {sample_folder()}"


def _kernel() -> str:
    specs = importlib.import_module("jupyter_client.kernelspec")
    return str(specs.KernelSpecManager().get_kernel_spec("python3").resource_dir)


def _fonts() -> str:
    fonts = importlib.import_module("matplotlib.font_manager")
    folder = importlib.import_module("matplotlib").get_cachedir()
    if folder is None or not os.access(folder, os.W_OK):
        raise PermissionError(f"{folder} cannot be written; matplotlib will be slow to start")
    return str(fonts.findfont("DejaVu Sans", fallback_to_default=False))


_PROBES: tuple[tuple[str, Callable[[], str], bool, str], ...] = (
    ("libclang loads", _libclang, False, "functions are read from syntax alone; " + _INSTALL),
    ("compiler's headers", _headers, False, "install clang or gcc for typed reading"),
    ("grammars", _grammars, True, _INSTALL),
    ("knowledge", _knowledge, True, "install auditkit again, or mend the file that is named"),
    ("an audit", _audit, True, "mend what is missing above; if nothing is, report this line"),
    ("cache", _cache, False, "set AUDITKIT_CACHE to a folder of your own; audits work without"),
    ("sample", _sample, False, "install auditkit again"),
    ("notebooks", _notebooks, False, "install auditkit again"),
    ("kernel python3", _kernel, False, "python -m ipykernel install --sys-prefix"),
    (
        "fonts",
        _fonts,
        False,
        "install matplotlib again, or set MPLCONFIGDIR to a folder of your own",
    ),
)
"""What is probed: the subject, how, whether an audit needs it, and what to do without it."""
