"""Tables are escaped, captioned and say how many of their rows are shown; sentences count."""

from dataclasses import replace

import pandas as pd
from test_report_dom import read
from test_views_standin import StandIn, hostile, standin

from auditkit import views
from auditkit.rows import LedgerRow
from auditkit.views import plots
from auditkit.views.summaries import coverage, families


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
