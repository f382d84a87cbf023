"""Findings and error paths are shown with their steps and their code, and stay text."""

from test_report_dom import read
from test_views_standin import StandIn, hostile, standin

from auditkit import views

ALLOWED = {
    *("div", "p", "span", "strong", "ol", "li", "pre", "table", "caption", "thead", "tbody", "tr"),
    *("th", "td", "figure", "figcaption", "img", "details", "summary", "blockquote"),
}
ATTRIBUTES = {"class", "style", "data-at", "src", "alt", "scope"}


def everything(audit: views.Audited) -> list[views.Display]:
    """One display of each kind."""
    return [
        views.findings(audit),
        views.path(audit, "e1"),
        views.flow(audit),
        views.flow(audit, "e1"),
        views.snippets(audit, audit.checks, limit=1),
        views.table(audit.findings, "Findings"),
        views.table(audit.sources, "Sources"),
        views.table(views.unknown_calls(audit), "Unknown"),
        views.conclusion(audit, "error-handling", "my <b>opinion</b>"),
        views.sentence("{n:finding} in {target}", n=len(audit.findings), target=audit.target),
        views.plots.coverage(audit),
        views.plots.api_families(audit),
        views.plots.checks(audit),
        views.plots.error_outcomes(audit),
        views.plots.findings_by_file(audit),
        views.plots.findings_by_function(audit, "error-handling"),
    ]


def test_finding_shows_steps_in_order_with_their_lines() -> None:
    display = views.path(standin(), "0" * 16)
    lines = display.text.split("\n")
    assert lines[0] == "[high] the result of SSL_write is tested for < 0 only"
    assert "  1. SSL_write is called (2)" in lines
    assert "  2. 0 is returned (4)" in lines
    assert any(line.startswith("> 4 2 int send_record") for line in lines)
    assert "The author wrote: TODO: error handling" in display.text


def test_findings_are_worst_first_and_say_how_many_are_left_out() -> None:
    display = views.findings(standin(), "error-handling", limit=1)
    assert display.text.startswith("[high]")
    assert display.text.endswith(
        "1 of 2 findings of the category error-handling are shown, worst first."
    )


def test_error_path_shows_its_outcome() -> None:
    assert views.path(standin(), "e1").text.startswith("[swallowed] SSL_write fails (== 0)")


def test_nothing_is_a_sentence() -> None:
    audit = StandIn()
    assert views.findings(audit).text == "No finding in this target."
    assert "no finding and no error path" in views.path(audit, "x").text
    assert all(read(display._repr_html_()).faults == [] for display in everything(audit))


def test_same_audit_same_bytes() -> None:
    first = [display._repr_html_() for display in everything(standin())]
    assert first == [display._repr_html_() for display in everything(standin())]


def test_hostile_text_is_text_in_every_display() -> None:
    for display in everything(hostile()):
        document = read(display._repr_html_())
        assert not document.faults
        assert {element.name for element in document.elements} <= ALLOWED
        assert {name for e in document.elements for name in e.attributes} <= ATTRIBUTES
        assert all(source.startswith("data:image/svg+xml") for source in document.values("src"))
        assert not set("\u202e\u2066\x1b\x00\x07\r") & set(document.text + display.text)
