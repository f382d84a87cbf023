"""Folders of the machine that audited to places that mean the same on the reader's.

Apart from the account because it is about paths: a page is handed on, and where its author keeps
her sources is nobody's business. The tables keep what a compiler needs.
"""

import os
import re
from pathlib import PurePath

_PATH = re.compile(
    r"(?P<flag>^|(?<=[\s=,:;\"'])|-I|-L|-B|-isystem|-iquote|-idirafter|-include|-imacros|-isysroot)"
    r"(?P<path>(?:/|[A-Za-z]:[\\/])[^\s\"',:;]*)"
)
_SYSTEM = ("/usr", "/opt", "/lib", "/Library", "/Applications", "/nix")


def portable(text: str, root: str) -> str:
    """The text with each absolute path near the root made relative to it.

    What is installed for everybody keeps its name, which says more than a way to it; so does what
    has no folder in common with the root.
    """
    text = text.replace(f"{root}{os.sep}", "") if len(root) > 1 else text
    return _PATH.sub(lambda found: found["flag"] + _relative(found["path"], root), text)


def named(target: str) -> str:
    """A target as the page names it: as the user did, or by the end of an absolute path."""
    path = PurePath(target)
    return (
        f"…/{'/'.join(path.parts[-2:])}" if path.is_absolute() and len(path.parts) > 3 else target
    )


def _relative(path: str, root: str) -> str:
    try:
        shared = os.path.commonpath([path, root])
    except ValueError:  # on another drive
        return path
    installed = any(os.path.commonpath([path, folder]) == folder for folder in _SYSTEM)
    inside = shared == root.rstrip(os.sep)
    if not inside and (installed or shared == os.path.dirname(shared)):
        return path
    return os.path.relpath(path, root)
