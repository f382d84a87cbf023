"""Audits how C and C++ code uses TLS and DTLS: every call, every check, every error path.

The names below are the public surface. They are imported when first used, so that `doctor` and
`--help` answer at once, and answer at all where half of the installation is broken.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from auditkit import views
    from auditkit.audit import Audit, audit, load
    from auditkit.errors import AuditkitError
    from auditkit.facts import dump
    from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
    from auditkit.report import report
    from auditkit.source import Location

_SUBMODULES = frozenset({"views"})
_HOMES = {
    "Audit": "auditkit.audit",
    "AuditkitError": "auditkit.errors",
    "Category": "auditkit.findings",
    "Concern": "auditkit.findings",
    "Confidence": "auditkit.findings",
    "Finding": "auditkit.findings",
    "Location": "auditkit.source",
    "Severity": "auditkit.findings",
    "Step": "auditkit.findings",
    "audit": "auditkit.audit",
    "dump": "auditkit.facts",
    "load": "auditkit.audit",
    "report": "auditkit.report",
}

__all__ = [
    "Audit",
    "AuditkitError",
    "Category",
    "Concern",
    "Confidence",
    "Finding",
    "Location",
    "Severity",
    "Step",
    "audit",
    "dump",
    "load",
    "report",
    "views",
]


class _Package(ModuleType):
    """The package, in which a submodule does not hide the function of the same name.

    `audit` and `report` are both: importing the submodule would replace the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """The public name, imported from its module on first use (PEP 562)."""
    if name in _SUBMODULES:
        return import_module(f"auditkit.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'auditkit' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion in a notebook."""
    return [*__all__, "__version__"]
