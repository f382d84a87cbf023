"""Chromium opens the page from disk: it is quiet, it is inert, and its findings can be used."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from test_report_page import chapters
from test_views_standin import StandIn, hostile, standin

from auditkit.report import render
from auditkit.views import Audited

pytestmark = pytest.mark.browser

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync"),
]
FIRST = "F-" + "0" * 16


@dataclass(frozen=True)
class Visit:
    """An open page, and everything that it said or asked for."""

    page: Page
    said: list[str]
    asked: list[str]


Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium on this machine: the page was not opened in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of an audit from disk; in the end it was quiet and asked for itself only."""
    visits: list[Visit] = []

    def open_page(
        audit: Audited, fragment: str = "", *, width: int = 1280, dark: bool = False
    ) -> Visit:
        file = tmp_path / "report.html"
        file.write_text(render(audit, chapters(audit)), "utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        made = Visit(page, [], [])
        page.on("console", lambda message: made.said.append(message.text))
        page.on("pageerror", lambda error: made.said.append(str(error)))
        page.on("dialog", lambda dialog: made.said.append(dialog.message))
        page.on("request", lambda request: made.asked.append(request.url))
        page.goto(file.as_uri() + fragment)
        visits.append(made)
        return made

    yield open_page
    for made in visits:
        assert made.said == []
        own = [url for url in made.asked if not url.startswith(("data:", "blob:"))]
        assert [url.rpartition("/")[2].partition("#")[0] for url in own] == ["report.html"]
        made.page.close()


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
@pytest.mark.parametrize(
    "audit", [standin(), hostile(), StandIn()], ids=["some", "hostile", "none"]
)
def test_page_is_quiet_inert_and_never_wider_than_the_window(
    visit: Open, audit: StandIn, width: int
) -> None:
    page = visit(audit, width=width, dark=width == 390).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("script").count() == 2
    assert page.locator("main [style], main script, main iframe, main style").count() == 0
    drawn = "[...document.querySelectorAll('.ak-plot img')].every((image) => image.naturalWidth)"
    assert page.evaluate(drawn)


def test_filter_and_search_show_what_they_say(visit: Open) -> None:
    page = visit(standin()).page
    rows = page.locator("#register tbody tr:visible")
    assert rows.count() == 2
    page.select_option("#by-severity", "low")
    assert rows.count() == 1
    assert page.locator("#matches").inner_text() == "1 of 2 findings"
    assert page.locator("article.finding:visible").count() == 1
    page.locator("button[type=reset]").click()
    page.wait_for_function("document.querySelectorAll('#register tbody tr[hidden]').length === 0")
    page.fill("#q", "record.c:3 LOW")
    assert rows.count() == 1
    page.fill("#q", "nothing like it")
    assert rows.count() == 0


def test_sorting_by_a_heading_turns_round(visit: Open) -> None:
    page = visit(standin()).page
    button = page.locator("#register thead th button").first
    places = page.locator("#register tbody tr td:nth-child(3)")
    before = places.all_inner_texts()
    button.click()
    assert page.locator("#register th[aria-sort=ascending]").count() == 1
    button.click()
    assert places.all_inner_texts() == before[::-1]


def test_permalinks_open_what_they_lead_to(visit: Open) -> None:
    page = visit(standin(), "#S1-L11").page
    assert page.locator("#S1-L11").is_visible()
    assert page.locator("#S1").get_attribute("open") is not None
    page.locator(f"#{FIRST} .stages a.ak-place").first.click()
    assert page.url.endswith("#S1-L2")
    assert visit(standin(), f"#{FIRST}").page.locator(f"#{FIRST}").is_visible()


def test_permalink_to_a_finding_that_is_filtered_out_clears_the_filter(visit: Open) -> None:
    page = visit(standin()).page
    page.select_option("#by-severity", "low")
    page.evaluate(f"location.hash = '{FIRST}'")
    page.wait_for_selector(f"#{FIRST}:visible")


def test_code_around_a_path_is_shown_with_its_steps(visit: Open) -> None:
    page = visit(standin()).page
    button = page.locator(f"#{FIRST} button.context")
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    excerpt = page.locator(f"#{FIRST} .excerpt")
    assert excerpt.locator("span.hit").count() == 2
    assert "SSL_write" in excerpt.inner_text()
    assert page.evaluate("document.querySelectorAll('[id=S1-L2]').length") == 1


def test_downloads_hold_the_filtered_rows(visit: Open) -> None:
    page = visit(hostile()).page
    page.select_option("#by-severity", "low")
    with page.expect_download() as waiting:
        page.locator("#json").click()
    [finding] = json.loads(waiting.value.path().read_text("utf-8"))
    assert finding == hostile().findings.to_dict("records")[1]
    with page.expect_download() as waiting:
        page.locator("#csv").click()
    assert waiting.value.suggested_filename == "findings.csv"
    assert waiting.value.path().read_text("utf-8").startswith("fingerprint,concern,")


def test_without_scripts_everything_is_there(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "plain.html"
    file.write_text(render(standin(), chapters(standin())), "utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(file.as_uri())
    assert page.locator("#register tbody tr:visible").count() == 2
    assert page.locator("article.finding:visible").count() == 2
    assert page.locator("#filter:visible").count() == 0
    page.close()


def test_print_opens_everything_and_drops_the_controls(visit: Open) -> None:
    page = visit(standin(), width=794).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator("nav.toc:visible, #filter:visible, .context:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0
