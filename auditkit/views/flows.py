"""A function's blocks to a picture of its control-flow graph, with one path through it marked."""

from base64 import b64encode
from collections.abc import Collection, Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from auditkit.errors import FrameError
from auditkit.facts import Block, Branch, Function, Jump, dump
from auditkit.views.audited import Audited
from auditkit.views.display import Display, statement
from auditkit.views.layout import Box, Layout, Point, layout
from auditkit.views.markup import cut, element, shown
from auditkit.views.paths import steps_of
from auditkit.views.summaries import ranked

LARGEST = 60
"""Of a function with more blocks, only those on the path and next to it are drawn."""
_WIDTH = 46
_OPERATIONS = 5
_ROW = 15
_STYLE = """
svg{background:#fff;color-scheme:light dark}
text{font:11.5px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1f2933}
text{white-space:pre}
.h{font-weight:700;fill:#43515f}
rect{fill:#f6f8fa;stroke:#8796a5;rx:5px}.on rect{fill:#fff3d6;stroke:#8a3b12;stroke-width:2px}
path{fill:none;stroke:#8796a5;stroke-width:1.3px}path.on{stroke:#b4450f;stroke-width:2.6px}
.t{stroke:none;fill:#8796a5}.t.on{fill:#b4450f}
@media(prefers-color-scheme:dark){svg{background:#161b22}text{fill:#e4e9ee}.h{fill:#a9b6c3}
rect{fill:#1f262e;stroke:#6d7b89}.on rect{fill:#3b2a12;stroke:#f0a860}path{stroke:#8796a5}
path.on{stroke:#f0a860}.t.on{fill:#f0a860}}
"""


def flow(audit: Audited, owner: str = "", *, category: str = "") -> Display:
    """The graph of the function of a finding or error path, by default of the worst finding.

    A category makes it the worst of that category.
    """
    if not owner:
        worst = ranked(audit.findings, category)["fingerprint"]
        if worst.empty:
            return statement("No finding, so there is no function whose control flow to show.")
        owner = str(worst.iloc[0])
    steps = steps_of(audit, owner)
    for rows, key in ((audit.findings, "fingerprint"), (audit.error_paths, "error_path")):
        names = rows["function"][rows[key] == owner]
        if len(names) and names.iloc[0]:
            return _named(audit, str(names.iloc[0]), [int(str(step["line"])) for step in steps])
    return statement(f"There is no function to show for {owner!r}.")


def _named(audit: Audited, name: str, lines: list[int]) -> Display:
    """The graph of a function, or why there is none: facts are not saved with an audit."""
    try:
        return graph(audit.function(name), lines)
    except FrameError as error:
        return statement(f"No control flow to show: {error}.")


def graph(function: Function, lines: Collection[int] = ()) -> Display:
    """The control-flow graph of a function; blocks with an operation on these lines are marked."""
    marked = _marked(function, lines)
    blocks = _drawn(function, marked)
    edges = [(block.number, target) for block in blocks for target in _targets(block)]
    rows = {block.number: _rows(block) for block in blocks}
    boxes = [Box(number, _width(text), _ROW * len(text) + 10) for number, text in rows.items()]
    picture = _svg(layout(boxes, edges), rows, marked)
    alt = _alternative(function, blocks, len(edges), marked)
    address = f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"
    image = element("img", "", "ak-image", {"src": address, "alt": alt})
    text = element("details", element("summary", "The blocks as text") + _pre(dump(function)))
    return Display(element("div", image + text, "ak-plot"), f"{alt}\n{shown(dump(function))}")


def _pre(text: str) -> Markup:
    return element("pre", text, "ak-code")


def _marked(function: Function, lines: Collection[int]) -> frozenset[int]:
    return frozenset(
        block.number
        for block in function.blocks
        if any(part.at.line in lines for part in (*block.operations, block.terminator))
    )


def _drawn(function: Function, marked: frozenset[int]) -> list[Block]:
    """All blocks of a small function; of a large one the entry, the path and what is next to it."""
    if len(function.blocks) <= LARGEST:
        return list(function.blocks)
    kept = marked | {function.blocks[0].number}
    for block in function.blocks:
        if block.number in marked:
            kept |= set(_targets(block))
        elif marked & set(_targets(block)):
            kept |= {block.number}
    return [block for block in function.blocks if block.number in kept][:LARGEST]


def _targets(block: Block) -> tuple[int, ...]:
    handler = () if block.handler is None else (block.handler,)
    return tuple(dict.fromkeys([*block.successors, *handler]))


def _rows(block: Block) -> list[str]:
    """What a box says: its number and lines, its first operations, and how it ends."""
    lines = [part.at.line for part in (*block.operations, block.terminator) if part.at.line]
    span = f" · line {min(lines)}" if lines else ""
    span += f"–{max(lines)}" if lines and max(lines) > min(lines) else ""
    rows = [f"b{block.number}{span}"]
    rows.extend(str(operation) for operation in block.operations[:_OPERATIONS])
    if len(block.operations) > _OPERATIONS:
        rows.append(f"… {len(block.operations) - _OPERATIONS} more")
    if not isinstance(block.terminator, Jump):
        rows.append(str(block.terminator))
    return [cut(shown(row).replace("\n", " "), _WIDTH) for row in rows]


def _width(rows: list[str]) -> float:
    return max(len(row) for row in rows) * 7.0 + 16


def _svg(placed: Layout, rows: dict[int, list[str]], marked: frozenset[int]) -> str:
    width, height = placed.width + 70, placed.height + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="-12 -12 {width:.0f} {height:.0f}"><style>{_STYLE}</style>'
    ]
    parts.extend(
        _arrow(points, edge in placed.upward, edge[0] in marked and edge[1] in marked)
        for edge, points in sorted(placed.edges.items())
    )
    parts.extend(_node(box, rows[number], number in marked) for number, box in placed.boxes.items())
    return "".join([*parts, "</svg>"])


def _node(box: Box, rows: list[str], on: bool) -> str:
    text = "".join(
        f'<text class="{"r" if index else "h"}" x="{box.x + 8:.1f}"'
        f' y="{box.y + 16 + _ROW * index:.1f}">{escape(row)}</text>'
        for index, row in enumerate(rows)
    )
    size = f'width="{box.width:.1f}" height="{box.height:.1f}"'
    kind = "on" if on else "off"
    return f'<g class="{kind}"><rect x="{box.x:.1f}" y="{box.y:.1f}" {size}/>{text}</g>'


def _arrow(points: tuple[Point, ...], upward: bool, on: bool) -> str:
    """A smooth line with a head; one that goes up starts and ends at a right-hand side."""
    line = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    aside = max(points[0][0], points[-1][0]) + 34
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (y0 + y1) / 2
        first = (aside, y0) if upward and (x0, y0) == points[0] else (x0, middle)
        second = (aside, y1) if upward and (x1, y1) == points[-1] else (x1, middle)
        line += "C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (first, second, (x1, y1)))
    kind = "on" if on else "off"
    return f'<path class="{kind}" d="{line}"/>{_head(points[-1], upward, kind)}'


def _head(end: Point, upward: bool, kind: str) -> str:
    x, y = end
    corners = [(x + 8, y - 4), (x + 8, y + 4)] if upward else [(x - 4, y - 8), (x + 4, y - 8)]
    path = " ".join(f"L{a:.1f} {b:.1f}" for a, b in corners)
    return f'<path class="t {kind}" d="M{x:.1f} {y:.1f} {path}Z"/>'


def _alternative(
    function: Function, blocks: list[Block], edges: int, marked: frozenset[int]
) -> str:
    parts = [f"Control-flow graph of {function.name}: {len(function.blocks)} blocks, {edges} edges"]
    if len(blocks) < len(function.blocks):
        parts.append(f"{len(blocks)} blocks on and next to the path are drawn")
    if marked:
        parts.append("marked: " + ", ".join(f"b{number}" for number in sorted(marked)))
    parts.extend(_decisions(blocks, marked))
    return "; ".join(shown(part) for part in parts) + "."


def _decisions(blocks: list[Block], marked: frozenset[int]) -> Iterator[str]:
    for block in blocks:
        if block.number in marked and isinstance(block.terminator, Branch):
            yield f"b{block.number} decides on {cut(block.terminator.text, 60)}"
