"""Text becomes markup that stays text, and displays say the same in both their forms."""

import pytest
from markupsafe import Markup
from test_report_dom import read

from auditkit.views import Display, stacked, statement
from auditkit.views.markup import cut, element, joined, place, shown, spoken, word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\rb", "a⟦U+000D⟧b"),
        ("\x1b[31m", "⟦U+001B⟧[31m"),
        ("\u202eabc\u2066", "⟦U+202E⟧abc⟦U+2066⟧"),
        ("a\u2028b\x85c", "a⟦U+2028⟧b⟦U+0085⟧c"),
        ("soft\xadhyphen", "soft⟦U+00AD⟧hyphen"),
        ("tag\U000e0041", "tag⟦U+E0041⟧"),
        ("\udcff", "⟦U+DCFF⟧"),
        ("naïve – 日本", "naïve – 日本"),
    ],
)
def test_shown_spells_out_what_is_invisible(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_element_escapes_content_and_attributes_and_has_the_style_of_its_class() -> None:
    made = element("span", "<b>&", "ak-note", {"title": '"><script>'})
    [span] = read(str(made)).elements
    assert read(str(made)).text == "<b>&"
    assert span.attributes["title"] == '"><script>'
    assert span.attributes["class"] == "ak-note"
    assert "color" in span.attributes["style"]


def test_markup_is_not_escaped_again() -> None:
    assert joined([Markup("<b>x</b>"), "<"], "&") == "<b>x</b>&amp;&lt;"
    assert str(element("img", "", "", {"alt": "x"})) == '<img alt="x">'


def test_words_carry_a_sign_and_others_stay_text() -> None:
    assert "▲ high" in word("high")
    assert word("<i>") == "&lt;i&gt;"


def test_place_names_path_and_line_once() -> None:
    [span] = read(str(place("a<b>.c", 3))).elements
    assert span.attributes["data-at"] == "a<b>.c:3"
    assert read(str(place("a.c", 0))).text == "a.c"


@pytest.mark.parametrize(
    ("value", "noun", "expected"),
    [
        (1, "call", "1 call"),
        (0, "call", "0 calls"),
        (1234, "call", "1,234 calls"),
        (2, "entry|entries", "2 entries"),
        (1.25, "", "1.2"),
        ("x", "", "x"),
    ],
)
def test_spoken_counts(value: object, noun: str, expected: str) -> None:
    assert spoken(value, noun) == expected


def test_cut_marks_what_is_left_out() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abc", 4) == "abc"


def test_displays_give_both_forms_and_the_one_asked_for() -> None:
    display = statement("a < b")
    assert str(display) == repr(display) == "a < b"
    assert display._repr_html_() == str(display.html)
    assert set(display._repr_mimebundle_()) == {"text/html", "text/plain"}
    assert set(display._repr_mimebundle_(include={"text/html"})) == {"text/html"}
    assert set(display._repr_mimebundle_(exclude={"text/html"})) == {"text/plain"}


def test_stacked_puts_displays_below_each_other() -> None:
    assert stacked([statement("a"), Display(Markup("<p>b</p>"), "b")]).text == "a\n\nb"
