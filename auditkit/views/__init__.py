"""One thing to one display: snippets, paths, control-flow graphs, tables, plots and sentences.

A view takes an audit or a part of it and returns a `Display`; it shows nothing by itself.
"""

from auditkit.views import plots
from auditkit.views.audited import Audited
from auditkit.views.display import Display, stacked, statement
from auditkit.views.flows import flow, graph
from auditkit.views.lessons import concerns
from auditkit.views.paths import findings, path
from auditkit.views.prose import conclusion, sentence
from auditkit.views.snippets import excerpt, marked, snippet, snippets
from auditkit.views.summaries import (
    ASKED,
    CHECKS,
    FATES,
    LOST,
    OUTCOMES,
    VERDICTS,
    acquired,
    bare,
    described,
    doubtful,
    inexact,
    inferred,
    ranked,
    unknown_calls,
)
from auditkit.views.tables import table

__all__ = [
    "ASKED",
    "CHECKS",
    "FATES",
    "LOST",
    "OUTCOMES",
    "VERDICTS",
    "Audited",
    "Display",
    "acquired",
    "bare",
    "concerns",
    "conclusion",
    "described",
    "doubtful",
    "excerpt",
    "findings",
    "flow",
    "graph",
    "inexact",
    "inferred",
    "marked",
    "path",
    "plots",
    "ranked",
    "sentence",
    "snippet",
    "snippets",
    "stacked",
    "statement",
    "table",
    "unknown_calls",
]
