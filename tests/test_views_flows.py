"""Graphs are laid out without overlaps, drawn as safe SVG, and described in words."""

import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_report_dom import read
from test_views_standin import StandIn, hostile, standin

from auditkit import views
from auditkit.facts import Block, Function, Jump, Origin, Return
from auditkit.source import Location
from auditkit.views.layout import Box, layout

EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


@settings(max_examples=60, deadline=None)
@given(EDGES)
def test_boxes_never_overlap_and_every_edge_is_drawn(edges: list[tuple[int, int]]) -> None:
    boxes = [Box(node, 40 + 10 * node, 20) for node in range(10)]
    placed = layout(boxes, edges)
    assert set(placed.edges) == set(edges)
    assert set(placed.boxes) == set(range(10))
    for a, b in combinations(placed.boxes.values(), 2):
        apart = a.x + a.width <= b.x or b.x + b.width <= a.x
        assert apart or a.y + a.height <= b.y or b.y + b.height <= a.y
    assert all(box.x >= -0.001 and box.y >= 0 for box in placed.boxes.values())


def test_downward_edges_go_down_and_loops_are_upward() -> None:
    boxes = [Box(node, 40, 20) for node in range(4)]
    placed = layout(boxes, [(0, 1), (1, 2), (2, 1), (0, 3), (2, 3), (9, 1)])
    assert placed.upward == {(2, 1)}
    assert placed.boxes[3].y > placed.boxes[2].y > placed.boxes[1].y > placed.boxes[0].y
    assert len(placed.edges[(0, 3)]) > 2


def test_an_empty_graph_has_no_extent() -> None:
    assert layout([], []).width == 0


def _svg(display: views.Display) -> ElementTree.Element:
    [image] = read(display._repr_html_()).named("img")
    return ElementTree.fromstring(b64decode(image.attributes["src"].partition(",")[2]))


def test_graph_marks_the_path_and_says_so() -> None:
    display = views.flow(standin())
    [image] = read(display._repr_html_()).named("img")
    assert image.attributes["alt"].startswith(
        "Control-flow graph of send_record: 4 blocks, 5 edges; marked: b0, b2, b3;"
    )
    groups = [element for element in _svg(display).iter() if element.tag.endswith("}g")]
    assert [group.get("class") for group in groups] == ["on", "off", "on", "on"]
    assert "branch %1 < 0 ? b1 : b2 [if]" in display.text


def test_hostile_names_are_text_in_the_picture() -> None:
    tags = {element.tag.rpartition("}")[2] for element in _svg(views.flow(hostile())).iter()}
    assert tags <= {"svg", "style", "g", "rect", "text", "path"}


def test_of_a_large_function_the_path_and_its_neighbours_are_drawn() -> None:
    at = Location("a.c", 1, 1)
    blocks = tuple(
        Block(n, (), Jump(Location("a.c", n, 1), n + 1) if n < 99 else Return(at, None))
        for n in range(100)
    )
    function = Function("f", at, 9, "", "function", Origin.TYPED, "", "int", (), blocks)
    display = views.graph(function, [50])
    assert "4 blocks on and next to the path are drawn" in display.text


def test_without_facts_or_findings_there_is_a_sentence() -> None:
    assert views.flow(StandIn()).text.startswith("No finding, so")
    assert views.flow(standin(), "nobody").text == "There is no function to show for 'nobody'."
    audit = standin()
    assert views.flow(StandIn(audit.tables, audit.texts)).text.startswith("No control flow to show")
