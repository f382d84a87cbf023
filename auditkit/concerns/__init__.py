"""The concerns: one kind of problem a module, found by the module's name.

A module has a docstring (What, Why, Limits, Remedy, See), `CONCERN`, `EXAMPLES` and
`find(function, context)`; adding one edits nothing else.
"""

import pkgutil
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from types import ModuleType

from auditkit.context import Context
from auditkit.facts import Function
from auditkit.findings import Finding


def modules() -> tuple[ModuleType, ...]:
    """All concern modules, by name."""
    names = sorted(item.name for item in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def findings_of(context: Context) -> list[Finding]:
    """What all concerns find in all functions, worst first.

    Once each: two functions whose heads are alternatives of one body share what is in it.
    """
    found = list({_identity(item): item for item in reversed(list(_found(context)))}.values())
    found.sort(
        key=lambda item: (item.severity.rank, item.confidence.rank, item.at, item.concern.id)
    )
    return found


def _identity(finding: Finding) -> tuple[object, ...]:
    concern, at = finding.concern.id, finding.at
    return concern, at, finding.function, finding.callee, finding.subject


def _found(context: Context) -> Iterator[Finding]:
    for module in modules():
        for function in context.functions:
            find = partial(_listed, module, function, context)
            nothing: list[Finding] = []
            yield from context.attempt(function, module.CONCERN.id, find, nothing)


def _listed(module: ModuleType, function: Function, context: Context) -> list[Finding]:
    return list(module.find(function, context))
