"""What views and the report need of an audit: its tables, its sources and its functions.

A Protocol, so that displays do not depend on the pipeline that makes an audit, a row above.
"""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd

from auditkit.facts import Function
from auditkit.source import SourceFile


class Audited(Protocol):
    """An audit as its displays see it; each table has the columns that `frames` gives it."""

    @property
    def target(self) -> str:
        """What was audited, as the user named it."""

    @property
    def root(self) -> str:
        """The folder that paths are relative to."""

    @property
    def date(self) -> str:
        """The date of the audit, in ISO form."""

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions of the kit and its tools, by name."""

    @property
    def functions(self) -> pd.DataFrame:
        """The table of functions."""

    @property
    def calls(self) -> pd.DataFrame:
        """The table of call sites."""

    @property
    def checks(self) -> pd.DataFrame:
        """The table of checks of fallible calls."""

    @property
    def error_paths(self) -> pd.DataFrame:
        """The table of error paths."""

    @property
    def reasons(self) -> pd.DataFrame:
        """The table of the reasons of failed TLS operations."""

    @property
    def resources(self) -> pd.DataFrame:
        """The table of the fates of resources."""

    @property
    def summaries(self) -> pd.DataFrame:
        """The table of the target's own functions, as inferred."""

    @property
    def variables(self) -> pd.DataFrame:
        """The table of declared variables."""

    @property
    def findings(self) -> pd.DataFrame:
        """The table of findings."""

    @property
    def steps(self) -> pd.DataFrame:
        """The table of the steps of findings and error paths."""

    @property
    def ledger(self) -> pd.DataFrame:
        """The table of how each line was read."""

    @property
    def diagnostics(self) -> pd.DataFrame:
        """The table of diagnostics."""

    @property
    def opaque(self) -> pd.DataFrame:
        """The table of what no front end models."""

    @property
    def apis(self) -> pd.DataFrame:
        """The table of the knowledge base."""

    @property
    def sources(self) -> pd.DataFrame:
        """The table of files."""

    def source(self, path: str) -> SourceFile:
        """The file of that relative path."""

    def function(self, name: str) -> Function:
        """The function of that name; raises FrameError if there is none."""
