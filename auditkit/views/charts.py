"""A table of counts to a chart as SVG text: stacked bars or a matrix, the same bytes every time.

matplotlib is met only here. Nothing global is touched: the settings hold inside of one context,
figures are made without pyplot, and text is never read as mathematics (a name may hold `$`).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.typing import RcKeyType

from auditkit.views.markup import cut, shown

INK, FAINT, PAPER = "#1f2933", "#5c6b7a", "#ffffff"
# On a bar, and so not among the colours that a dark page exchanges.
_LIGHT, _DEEP = "#fefefe", "#101418"
COLOURS = {
    "critical": "#7f1d1d",
    "high": "#c2410c",
    "medium": "#d99a1c",
    "low": "#7ba0c4",
    "exact": "#2f855a",
    "overstrict": "#7ba0c4",
    "unknown": "#a8b3be",
    "partial": "#d99a1c",
    "inverted": "#9a3412",
    "none": "#c2410c",
    "propagated": "#2f855a",
    "handled": "#5aa77e",
    "retried": "#2b7a8b",
    "terminated": "#7ba0c4",
    "benign": "#b7cdbf",
    "undecided": "#a8b3be",
    "swallowed": "#d97742",
    "ignored": "#b0281a",
    "typed": "#2f855a",
    "syntactic": "#d99a1c",
    "opaque": "#b0281a",
    "initialised": "#b7cdbf",
    "harmless": "#2f855a",
    "unused": "#a8b3be",
    "given": "#7ba0c4",
    "unjudged": "#c3cbd3",
    "unlikely": "#e0c46c",
    "untested": "#d97742",
    "failed": "#c2410c",
    "unwritten": "#b0281a",
    "released": "#2f855a",
    "returned": "#5aa77e",
    "stored": "#2b7a8b",
    "transferred": "#6aa9b8",
    "borrowed": "#b7cdbf",
    "not acquired": "#c3cbd3",
    "leaked": "#b0281a",
    "asked": "#2f855a",
    "left": "#7ba0c4",
    "partly": "#d99a1c",
    "wrongly": "#9a3412",
    "never": "#b0281a",
    "required": "#2b7a8b",
    "advisory": "#7ba0c4",
    "optional": "#c3cbd3",
}
_OTHER = "#4a6f94"
_DARK = (
    "<style>@media(prefers-color-scheme:dark){"
    f"[style*='{INK}']{{fill:#e4e9ee!important}}[style*='{FAINT}']{{fill:#a9b6c3!important}}"
    f"#figure_1 [style*='{PAPER}']{{fill:#161b22!important;stroke:#161b22!important}}}}</style>"
)
_SETTINGS: dict[RcKeyType, object] = {
    "svg.hashsalt": "auditkit",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Segoe UI", "Arial"],
    "font.size": 9.5,
    "text.parse_math": False,
    "text.color": INK,
    "axes.unicode_minus": False,
}
_INCHES, _ROW, _FOOT = 9.0, 0.3, 0.34
_LINE, _WIDEST = 0.22, 130
"""The height of a line of the legend, and the characters that fit into it."""
_LABEL = 44


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw: counts (a row each, a column for each kind) and what the numbers count."""

    counts: pd.DataFrame
    unit: str
    matrix: bool = False


def draw(chart: Chart) -> str:
    """The chart as an SVG document; the counts have at least one row."""
    with matplotlib.rc_context(_SETTINGS):
        height = _top(chart) + _ROW * len(chart.counts) + _FOOT
        figure = Figure(figsize=(_INCHES, height), facecolor=PAPER)
        axes = figure.add_axes(_frame(chart, height))
        (_matrix if chart.matrix else _bars)(figure, axes, chart)
        _names(axes, [str(name) for name in chart.counts.index])
        stream = io.StringIO()
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    head, mark, tail = stream.getvalue().partition("<defs>")
    return head + _DARK + mark + tail


def _top(chart: Chart) -> float:
    """The inches above the rows: for the legend of bars or the column names of a matrix."""
    if chart.matrix:
        return 0.42
    kinds = _kinds(chart.counts)
    rows = -(-len(kinds) // _columns(kinds)) if kinds else 0
    return 0.2 + _LINE * rows if rows else 0.14


def _columns(kinds: Sequence[str]) -> int:
    """How many entries of a legend fit into one line: each column is as wide as its longest."""
    longest = max(len(shown(kind)) for kind in kinds) + 5
    return max(1, min(len(kinds), _WIDEST // longest))


def _kinds(counts: pd.DataFrame) -> list[str]:
    """The kinds that need a legend: those that are there, unless all is of one nameless kind."""
    kinds = [str(kind) for kind in counts.columns if counts[kind].any()]
    return kinds if any(kind in COLOURS for kind in kinds) else []


def _frame(chart: Chart, height: float) -> tuple[float, float, float, float]:
    """The part of the figure that the rows take: at the left is room for the longest name."""
    longest = max(len(cut(shown(name), _LABEL)) for name in chart.counts.index)
    left = min(0.025 + 0.0091 * longest, 0.46)
    return left, _FOOT / height, 0.985 - left, _ROW * len(chart.counts) / height


def _names(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [cut(shown(name), _LABEL) for name in names], color=INK)
    axes.invert_yaxis()
    axes.tick_params(length=0, labelcolor=INK)
    for side in axes.spines.values():
        side.set_visible(False)


def _bars(figure: Figure, axes: Axes, chart: Chart) -> None:
    counts = chart.counts
    left = [0.0] * len(counts)
    longest = float(counts.sum(axis=1).max())
    for kind in counts.columns:
        widths = [float(value) for value in counts[kind]]
        colour = COLOURS.get(str(kind), _OTHER)
        axes.barh(range(len(counts)), widths, left=left, color=colour, height=0.68)
        for row, width in enumerate(widths):
            if width >= longest * (0.011 * len(f"{width:,.0f}") + 0.008):
                _label(axes, (row, left[row] + width / 2), width, colour)
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.set_xlim(0, longest * 1.01 or 1)
    axes.set_ylim(-0.5, len(counts) - 0.5)
    axes.set_xticks([])
    axes.set_xlabel(chart.unit, color=FAINT, fontsize=9)
    if kinds := _kinds(counts):
        _legend(figure, kinds)


def _label(axes: Axes, at: tuple[int, float], value: float, colour: str) -> None:
    """The number in the middle of its bar or cell, legible on its colour."""
    row, middle = at
    ink = _LIGHT if _luminance(colour) < 0.19 else _DEEP
    axes.text(middle, row, f"{value:,.0f}", ha="center", va="center", color=ink, fontsize=8.5)


def _luminance(colour: str) -> float:
    """The relative luminance as WCAG 2 defines it; text is white below the middle."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _legend(figure: Figure, kinds: Sequence[str]) -> None:
    handles = [Patch(color=COLOURS.get(kind, _OTHER), label=shown(kind)) for kind in kinds]
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.005, 1.0),
        ncols=_columns(kinds),
        frameon=False,
        handlelength=0.9,
        columnspacing=1.2,
        labelcolor=INK,
    )


def _matrix(figure: Figure, axes: Axes, chart: Chart) -> None:
    """A cell for each row and kind, with its number, deeper the more there are."""
    counts = chart.counts.loc[:, chart.counts.any()]
    most = max(int(counts.to_numpy().max()), 1)
    for column, kind in enumerate(counts.columns):
        base = COLOURS.get(str(kind), _OTHER)
        scale = LinearSegmentedColormap.from_list("scale", [PAPER, base])
        for row, value in enumerate(int(cell) for cell in counts[kind]):
            if value:
                _cell(axes, (row, column), value, to_hex(scale(0.35 + 0.65 * value / most)))
            else:
                axes.text(column, row, "·", ha="center", va="center", color=FAINT)
    axes.set_xlim(-0.5, len(counts.columns) - 0.5)
    axes.set_ylim(-0.5, len(counts) - 0.5)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(counts.columns)), [shown(kind) for kind in counts.columns])
    figure.text(0.015, 0.1 / figure.get_figheight(), chart.unit, color=FAINT, fontsize=9)


def _cell(axes: Axes, at: tuple[int, int], value: int, colour: str) -> None:
    row, column = at
    axes.barh(row, 0.94, left=column - 0.47, height=0.86, color=colour)
    _label(axes, (row, column), value, colour)
