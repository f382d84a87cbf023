"""The page is whole, accessible, inert, and the same bytes for the same tables."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest
from test_report_dom import Document, read
from test_views_paths import everything
from test_views_standin import CODE, StandIn, hostile, standin

from auditkit.report import Cell, Chapter, Kind, Output, render
from auditkit.rows import DiagnosticRow, SourceRow
from auditkit.source import SourceFile
from auditkit.views import Audited
from auditkit.views.markup import STYLES

PROSE = """# All <script>alert(5)</script> of it

See [next](00_start_here.ipynb), [x](javascript:alert(6)), ![pixel](https://example.org/p.png).

## Question

<img src=x onerror=alert(7)>

### Detail

## Question
"""
STYLE = (files("auditkit.report") / "report.css").read_text("utf-8")


def chapters(audit: Audited) -> list[Chapter]:
    """Two chapters with an output of each kind, the second of which stopped."""
    shown = [Output(Kind.HTML, display._repr_html_()) for display in everything(audit)]
    attack = [
        Output(Kind.HTML, "<script>alert(8)</script><p onclick=x id=findings style=x>y</p><svg>"),
        Output(Kind.HTML, "<style>*{color:red}</style><a href='javascript:alert(9)'>z</a>"),
        Output(Kind.HTML, "<img src='https://example.org/p.png' alt='far'><iframe src=x>"),
        Output(Kind.IMAGE, "data:image/png;base64,iVBORw0KGgo="),
        Output(Kind.TEXT, "\x1b[31m<b>red</b>\x1b[0m"),
        Output(Kind.ERROR, "ValueError: <b>"),
    ]
    cells = [
        Cell("a", False, PROSE),
        Cell("b", True, "import auditkit as ak  # <b>", (), tuple(shown)),
        Cell("c", True, "attack", (), tuple(attack)),
        Cell("d", True, "assert True", ("assert",)),
        Cell("e", True, "conclusion", ("conclusion",), (shown[8],)),
    ]
    return [
        Chapter("00_start_here", tuple(cells)),
        Chapter("01_<b>", tuple(cells), "cell x: <i>"),
    ]


@pytest.fixture(scope="module", params=["standin", "hostile", "empty"])
def page(request: pytest.FixtureRequest) -> str:
    """The page of an audit: a plain one, one where every text is an attack, an empty one."""
    audits = {"standin": standin(), "hostile": hostile(), "empty": StandIn()}
    return render(audits[request.param], chapters(audits[request.param]))


@pytest.fixture
def document(page: str) -> Document:
    """The page as elements."""
    return read(page)


def test_markup_is_well_formed_with_unique_ids(document: Document) -> None:
    assert document.faults == []
    ids = document.values("id")
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_resolves(document: Document) -> None:
    ids = set(document.values("id"))
    inner = [link[1:] for link in document.values("href") if link.startswith("#")]
    assert inner
    assert set(inner) <= ids
    named = document.values("aria-labelledby")
    assert set(named) <= ids


def test_headings_are_in_order_under_one_h1(document: Document) -> None:
    levels = [int(e.name[1]) for e in document.elements if re.fullmatch("h[1-6]", e.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_loaded_from_anywhere(page: str, document: Document) -> None:
    assert all(source.startswith("data:image/") for source in document.values("src"))
    for element in document.elements:
        link = element.attributes.get("href", "#")
        assert link.startswith("#") or (element.name == "a" and link.startswith("http"))
    assert not document.named("link", "iframe", "object", "embed", "base", "video", "audio")
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_nothing_can_run_or_style_but_the_page_itself(page: str, document: Document) -> None:
    names = {name for element in document.elements for name in element.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"style", "srcdoc"}
    assert len(document.named("script")) == 2
    assert len(document.named("style")) == 1
    [policy] = [m for m in document.named("meta") if "http-equiv" in m.attributes]
    for kind in ("style", "script"):
        [text] = re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy.attributes["content"]
    assert policy.attributes["content"].startswith("default-src 'none'; img-src data:;")


def test_invisible_characters_are_spelled_out(page: str) -> None:
    assert not set("\u202e\u2066\x1b\x00\x07\r\u2028\x85\xad\ufeff") & set(page)


def test_structure_for_those_who_do_not_see_it(document: Document) -> None:
    assert document.elements[0].attributes == {"lang": "en"}
    assert [len(document.named(name)) for name in ("title", "main", "nav", "footer")] == [1] * 4
    assert document.named("a")[0].attributes == {"class": "skip", "href": "#main"}
    assert all(head.attributes.get("scope") for head in document.named("th"))
    assert all(image.attributes.get("alt") for image in document.named("img"))
    assert len(document.named("caption")) == len(document.named("table"))
    for control in document.named("input", "select"):
        assert "label" in control.within


def test_each_source_is_there_once_with_an_anchor_a_line() -> None:
    page = render(standin(), [])
    document = read(page)
    lines = [e for e in document.named("a") if e.attributes.get("id", "").startswith("S1-L")]
    assert len(lines) == len(CODE.splitlines())
    assert page.count("report_failure") == 1
    text = document.text
    assert "6    int written = SSL_write(ssl, data, length);\n7    if (written < 0) {" in text


def test_findings_are_sections_with_their_steps_and_links() -> None:
    document = read(render(standin(), []))
    sections = [e.attributes["id"] for e in document.named("article")]
    assert sections == ["F-" + "0" * 16, "F-" + f"{1:016x}"]
    assert "#S1-L4" in document.values("href")
    assert "1 of 2 findings of high or critical severity, in 1 function of 1 file." in document.text


def test_lines_that_were_not_read_add_up() -> None:
    document = read(render(standin(), []))
    [bar] = [e for e in document.named("svg") if e.attributes.get("role") == "img"]
    assert bar.attributes["aria-label"] == "10 lines typed, 1 line syntactic, 1 line opaque"
    lengths = [float(e.attributes["width"]) for e in document.named("rect")]
    assert sum(lengths) == pytest.approx(1000, abs=0.2)


def test_data_for_the_script_is_the_table_of_findings() -> None:
    audit = hostile()
    page = render(audit, [])
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert not set("<>&") & set(data)
    assert json.loads(data) == audit.findings.to_dict("records")


def test_same_tables_same_bytes(page: str) -> None:
    again = [render(audit, chapters(audit)) for audit in (standin(), hostile(), StandIn())]
    assert page in again


def test_a_notebook_that_stopped_is_told_at_the_head(document: Document) -> None:
    assert document.text.count("cell x: <i>") == 2


def test_conclusions_come_first() -> None:
    text = read(render(standin(), chapters(standin()))).text
    assert text.index("The auditor: my <b>opinion</b>") < text.index("A report without findings")


def test_size_is_within_the_budget() -> None:
    code = CODE * 400
    page = render(standin(code), [])
    assert len(page.encode()) < 100_000 + 6 * len(code)


def test_a_path_that_is_not_embedded_gets_no_link() -> None:
    audit = standin()
    tables = {name: rows for name, rows in audit.tables.items() if name != "sources"}
    document = read(render(StandIn(tables), []))
    assert not [link for link in document.values("href") if link.startswith("#S")]


def test_each_class_of_the_views_has_a_style() -> None:
    styled = set(re.findall(r"\.(ak-[\w-]+)", STYLE))
    used = {name for classes in STYLES for name in classes.split()}
    plain = {"ak-caption", "ak-cell", "ak-question", "ak-code", "ak-table", "ak-plot"}
    assert used - styled <= plain


def _themes() -> list[dict[str, str]]:
    """The colours of the light theme, and those of the dark one."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted([_luminance(one), _luminance(other)])
    return (high + 0.05) / (low + 0.05)


TEXT_ON = [
    *((ink, paper) for ink in ("ink", "quiet", "accent") for paper in ("page", "paper", "raised")),
    *((ink, "target") for ink in ("ink", "accent")),
    *((kind, paper) for kind in "ktsmcpf" for paper in ("code", "hit", "target")),
    *((f"{kind}-ink", kind) for kind in ("bad", "warn", "mild", "good", "none", "step")),
    ("ink", "hit"),
    ("ink", "soft"),
]


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("ink", "paper"), TEXT_ON)
def test_contrast_is_at_least_that_of_wcag_aa(theme: int, ink: str, paper: str) -> None:
    colours = _themes()[theme]
    assert _contrast(colours[ink], colours[paper]) >= 4.5


def test_lines_of_hostile_files_keep_their_numbers() -> None:
    audit = hostile()
    [path] = list(audit.sources["path"])
    source: SourceFile = audit.source(path)
    document = read(render(audit, []))
    anchors = [e for e in document.named("a") if e.attributes.get("id", "").startswith("S1-L")]
    assert len(anchors) == source.line_count


def test_a_proof_says_whether_it_holds() -> None:
    true = Cell("a", True, "assert 1", ("assert",))
    false = Cell("b", True, "assert 0", ("assert",), (Output(Kind.ERROR, "AssertionError: "),))
    text = read(render(standin(), [Chapter("00_a", (true,))])).text
    assert "Verified on the tables" in text
    document = read(render(standin(), [Chapter("00_a", (false,))]))
    assert "proof refuted" in document.values("class")
    text = document.text
    assert "Not true of the tables of this report" in text
    assert "Verified on the tables" not in text


def test_folders_of_the_machine_are_shown_relative_to_the_root() -> None:
    root = "/home/ann/work/proj/src"
    flags = (
        f"-I {root} -I{root}/inc -isystem /usr/include/x -DP=1 -I/home/ann/work/sdk --sysroot=/x"
    )
    plain = standin()
    rows = [SourceRow("src/record.c", "0", 1, 1, "c", flags, "compile_flags", flags, 0)]
    said = [DiagnosticRow("/home/ann/work/x.h", 1, 1, "error", f"no {root}/b.h", "a.c")]
    tables = {**plain.tables, "sources": tuple(rows), "diagnostics": tuple(said)}
    page = render(replace(plain, root=root, tables=tables), [])
    assert "/home/ann" not in page
    text = read(page).text
    assert text.count("-I . -Iinc -isystem /usr/include/x -DP=1 -I../../sdk --sysroot=/x") == 2
    assert "../../x.h:1" in text
    assert "no b.h" in text
