"""A target to the page: audited once, its notebooks executed, everything rendered and written."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from auditkit.errors import ReportError
from auditkit.report.execute import environment, execute, notebooks
from auditkit.report.page import render
from auditkit.views import Audited

Progress = Callable[[int, int, str], None]


def report(
    target: str | Path,
    output: Path,
    *,
    workspace: Path | None = None,
    build: Path | None = None,
    flags: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Path:
    """The path of the page that was written about a target.

    Raises ReportError if a notebook failed; the page then holds all that was computed before.
    """
    found = notebooks(workspace)
    audit: Audited = _audit()(str(target), build=build, flags=flags, progress=progress)
    with TemporaryDirectory(prefix="auditkit-") as scratch:
        settings = environment(Path(target), build, flags, Path(scratch) / "ipython")
        folder = Path(scratch) if workspace is None else workspace
        chapters = [
            execute(notebook, settings, folder, _teller(progress, at, len(found)))
            for at, notebook in enumerate(found)
        ]
    _teller(progress, len(found), len(found))("writing the page")
    _write(output, render(audit, chapters))
    failures = [chapter.failure for chapter in chapters if chapter.failure]
    if failures:
        raise ReportError(f"{'; '.join(failures)} (the page {output} has everything else)")
    return output


def _teller(progress: Progress | None, done: int, total: int) -> Callable[[str], None]:
    """A function that tells what is being done now."""

    def tell(what: str) -> None:
        if progress is not None:
            progress(done, total, what)

    return tell


def _audit() -> Callable[..., Audited]:
    """The public `audit`, looked up when needed: it is a row above, and what notebooks call."""
    found: Callable[..., Audited] = import_module("auditkit.audit").audit
    return found


def _write(output: Path, text: str) -> None:
    """The page under its name at once, so that a failure leaves no half of it."""
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.with_name(f".{output.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(output)
