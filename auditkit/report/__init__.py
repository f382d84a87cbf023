"""Executed notebooks and tables to one self-contained page that people hand over."""

from auditkit.report.chapters import Cell, Chapter, Kind, Output, chapter
from auditkit.report.make import report
from auditkit.report.page import render

__all__ = ["Cell", "Chapter", "Kind", "Output", "chapter", "render", "report"]
