"""Tables are escaped, captioned and say how many of their rows are shown; sentences count."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import pytest
from test_report_dom import read
from test_views_standin import StandIn, hostile, standin

from auditkit import views
from auditkit.rows import LedgerRow
from auditkit.views import Audited, Display, plots
from auditkit.views.charts import COLOURS
from auditkit.views.markup import WORDS
from auditkit.views.summaries import coverage, distances, families


def test_table_has_caption_scopes_and_places() -> None:
    display = views.table(standin().calls, "Calls", limit=1)
    document = read(display._repr_html_())
    assert display.text.split("\n") == [
        "Calls (1 of 2 rows)",
        "place  function  callee  api  result",
        "src/record.c:2  send_record  SSL_write  SSL_write  value",
    ]
    assert "Calls (1 of 2 rows)" in document.text
    assert {head.attributes["scope"] for head in document.named("th")} == {"col"}
    assert "src/record.c:2" in document.values("data-at")


def test_columns_can_be_chosen_and_other_tables_show_all() -> None:
    assert views.table(standin().calls, "x", columns=["callee"]).text.split("\n")[1] == "callee"
    frame = pd.DataFrame({"a": [1.5, float("nan")], "b": [True, False], "c": [None, "x" * 500]})
    document = read(views.table(frame, "x")._repr_html_())
    cells = document.text
    assert "1.5yes" in cells
    assert "no" + "x" * 239 + "…" in cells


def test_a_head_stands_where_its_numbers_do() -> None:
    frame = pd.DataFrame({"path": ["a.c"], "line": [1], "n": [2], "x": [1.5], "b": [True]})
    document = read(views.table(frame, "x")._repr_html_())
    heads = [head.attributes["class"] for head in document.named("th")]
    cells = [cell.attributes["class"] for cell in document.named("td")]
    assert heads == cells == ["ak-cell", "ak-num", "ak-num", "ak-cell"]


def test_no_rows_are_a_sentence() -> None:
    assert views.table(StandIn().calls, "Calls").text == "Calls: no rows."
    assert views.snippets(StandIn(), StandIn().calls).text.startswith("There is no row")


def test_snippets_say_how_many_places_are_left_out() -> None:
    audit = standin()
    assert views.snippets(audit, audit.checks, limit=1).text.endswith("1 of 2 places are shown.")


def test_unknown_calls_are_those_that_nobody_describes() -> None:
    unknown = views.unknown_calls(standin())
    assert unknown.to_dict("records") == [
        {"callee": "frob", "calls": 1, "unused": 1, "path": "src/record.c", "line": 3}
    ]
    assert list(views.unknown_calls(StandIn()).columns) == list(unknown.columns)


def test_ranked_puts_unknown_severities_last() -> None:
    findings = standin().findings
    findings.loc[0, "severity"] = "odd"
    assert list(views.ranked(findings)["severity"]) == ["low", "odd"]
    assert views.ranked(findings, "randomness").empty


def test_coverage_and_families_keep_their_columns_without_rows() -> None:
    assert list(coverage(StandIn().ledger).columns) == ["typed", "syntactic", "opaque"]
    assert list(families(StandIn().calls).columns) == ["calls", "functions"]
    assert dict(families(standin().calls)["calls"]) == {"SSL": 1}


def test_sentences_name_what_they_count() -> None:
    display = views.sentence("{n:call} to {name}, {m}", n=1, name="<b>", m=1200)
    assert display.text == "1 call to <b>, 1,200"
    assert [element.name for element in read(display._repr_html_()).elements] == [
        *("p", "strong", "strong", "strong")
    ]


def test_conclusion_is_computed_and_quotes_the_auditor() -> None:
    display = views.conclusion(standin(), "error-handling", "I agree.")
    assert display.text == (
        "error-handling: 2 findings in 1 function (1 high, 1 low). The worst, at"
        " src/record.c:2: the result of SSL_write is tested for < 0 only.\nThe auditor: I agree."
    )
    assert views.conclusion(StandIn(), "dtls").text == "dtls: no finding in what was read."


def test_plots_answer_their_question_with_the_table_behind() -> None:
    display = plots.checks(standin())
    document = read(display._repr_html_())
    [image] = document.named("img")
    assert image.attributes["alt"] == (
        "How are the results of fallible calls checked? 1 of 2 fallible calls (50 %) checked"
        " exactly. SSL_write: 1 exact, 1 partial."
    )
    assert [element.name for element in document.elements[:2]] == ["figure", "figcaption"]
    assert "td" in {element.name for element in document.elements}


def test_a_hundred_percent_are_all_of_them() -> None:
    audit = standin()
    (row, *_) = audit.tables["ledger"]
    assert isinstance(row, LedgerRow)
    lines = replace(row, typed_lines=999, syntactic_lines=1, opaque_lines=0)
    text = plots.coverage(replace(audit, tables={**audit.tables, "ledger": (lines,)})).text
    assert "999 of 1,000 code lines (99 %)" in text


def test_plots_of_nothing_are_sentences() -> None:
    text = plots.coverage(StandIn()).text
    assert text == "How was each file read? There is nothing to plot: no code lines."


def test_long_and_hostile_names_do_not_break_a_chart() -> None:
    audit = hostile()
    findings = pd.concat([audit.findings] * 15, ignore_index=True)
    findings["function"] = [f"$x_{n}$ <script> {'y' * 90}" for n in range(len(findings))]

    class Many(StandIn):
        @property
        def findings(self) -> pd.DataFrame:
            return findings

    display = plots.findings_by_function(Many(audit.tables, audit.texts))
    assert "The chart shows the first 18 of 30, the table has all." in display.text


PLOTS: Mapping[Callable[[Audited], Display], str] = {
    plots.reasons: "Is the reason of a failed TLS operation asked? 0 of 1 TLS operation (0 %)",
    plots.conventions: "How do the target's own functions report errors? 1 function with 1 error",
    plots.fates: "What becomes of what is acquired? 1 of 3 ends of paths (33 %) leaked.",
    plots.exits: "By which exits do resources leave, and with which fate? 1 of 3 returns (33 %)",
    plots.owners: "Who owns it now, where it is still there? 1 of 1 value (100 %) with an unknown",
    plots.variables: "Are variables without an initialiser written before they are read? 1 of 3",
    plots.distances: "How far behind its declaration is a variable first written? 0 of 2 variables",
    plots.writers: "What writes the variables first? 1 of 3 variables (33 %) left to code that",
}


@pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.__name__)
def test_each_plot_counts_what_its_answer_says(plot: Callable[[Audited], Display]) -> None:
    assert plot(standin()).text.startswith(PLOTS[plot])
    assert "There is nothing to plot" in plot(StandIn()).text
    for audit in (standin(), hostile(), StandIn()):
        assert read(plot(audit)._repr_html_()).faults == []


def test_marked_names_the_lines_of_a_row_and_says_why() -> None:
    audit = standin()
    rows = views.doubtful(audit.variables)
    marks = {"line": "declared", "written_line": "written", "read_line": "read"}
    text = views.marked(audit, rows, marks).text
    assert text.startswith("src/record.c:2 in send_record: written on line 3 before every read\n")
    assert [line.split()[2] for line in text.split("\n") if line.startswith("> ")] == [
        *("declared", "read")
    ]
    assert views.marked(audit, audit.variables, marks, limit=1).text.endswith(
        "1 of 3 places are shown."
    )
    assert views.marked(audit, audit.variables.head(0), marks).text.startswith("There is no row")


def test_words_of_closed_vocabularies_have_a_sign_and_a_colour() -> None:
    for word in {*views.VERDICTS, *views.FATES, *views.ASKED, *views.CHECKS, *views.OUTCOMES}:
        assert word in WORDS
        assert word in COLOURS


def test_distances_are_in_order_and_keep_their_columns() -> None:
    variables = pd.concat([standin().variables] * 4, ignore_index=True)
    variables["written_line"] = [2, 3, 5, 300, 40, 2, 9, 12, 25, 7, 3, 0]
    assert list(distances(variables).index) == [
        *("same line", "1 to 2 lines", "3 to 5 lines", "6 to 10 lines", "11 to 25 lines"),
        *("26 to 100 lines", "more than 100 lines"),
    ]
    assert distances(variables).to_numpy().sum() == 11
    assert list(distances(StandIn().variables).columns) == list(views.VERDICTS)


def test_what_must_be_checked_comes_first_among_what_is_inferred() -> None:
    rows = pd.concat([standin().summaries] * 3, ignore_index=True)
    rows["check"] = ["optional", "required", "required"]
    rows["support"] = [9, 1, 3]
    assert list(views.inferred(rows)["support"]) == [3, 1, 9]
    rows["error"] = ["none", "== 0", "none"]
    assert list(views.inferred(rows)["support"]) == [1]


def test_a_line_that_is_none_is_shown_as_none() -> None:
    table = views.table(standin().variables, "x", columns=["read_line", "written_line"])
    cells = [element.name for element in read(table._repr_html_()).elements].count("td")
    assert cells == 6
    assert ">0<" not in table._repr_html_()
