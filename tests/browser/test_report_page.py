"""The page of a report in Chromium: charts, tables, notes, print, and what it does not do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from helpers.reports import DAY, FULL, examined, figures

from ftnotes.batch.report import report_page

from .conftest import page_file

pytestmark = pytest.mark.browser

_SCHEMES = ("light", "dark")


class Visit:
    """A page, and what it did that it must not do: errors, and requests for other files."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.complaints: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._request(request.url, address))
        self.page.goto(address)

    def _request(self, url: str, address: str) -> None:
        if url != address.partition("#")[0]:
            self.complaints.append(url)


@pytest.fixture
def visit(chromium: Any, report: str) -> Iterator[Visit]:
    """The report, opened; it complained about nothing at the end."""
    opened = Visit(chromium, report)
    yield opened
    assert opened.complaints == []
    opened.context.close()


def test_every_chart_is_there(visit: Visit) -> None:
    """A heat map, bars of workloads, ages, owners and rules, and the tables that the script makes."""
    page = visit.page
    assert page.locator("table.heat td a").count() >= 9
    for section, least in (("workloads", 17), ("stale", 5), ("actions", 8), ("quality", 5)):
        bars = page.locator(f"#{section} svg.bar")
        assert bars.count() >= least
        assert bars.first.bounding_box()["width"] > 100
    assert page.locator("#workloads svg.bar >> nth=0").locator("rect").count() == 5
    assert page.locator("table.matrix tbody tr").count() == 400
    assert page.locator("table.matrix thead th").count() == 1 + 17 + 1
    assert page.locator("table.list tbody tr").last.count() == 1


def test_filters_and_sorting(visit: Visit) -> None:
    """Search, filters and heads change the rows, and the count says how many there are."""
    page = visit.page
    matrix = page.locator("#matrix")
    matrix.get_by_label("Region").select_option("EMEA")
    count = matrix.get_by_role("status").first
    shown = int(count.inner_text().split()[0])
    assert 0 < shown < 400
    assert matrix.locator("tbody tr").count() == shown
    matrix.get_by_role("searchbox").fill("contoso bank")
    assert matrix.locator("tbody tr").count() <= 1
    matrix.get_by_role("button", name="Show all").click()
    assert matrix.locator("tbody tr").count() == 400
    matrix.get_by_role("button", name="all, number of workloads").click()
    numbers = [int(text) for text in matrix.locator("tbody td.n").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert matrix.locator('th[aria-sort="descending"]').count() == 1
    page.locator("#list").get_by_role("button", name="Next page").click()
    assert "page 2 of" in page.locator("#list").get_by_role("status").inner_text()


def test_links_lead_to_the_notes(visit: Visit) -> None:
    """A cell of the heat map filters the list; a name opens the note with its findings marked; Escape goes back."""
    page = visit.page
    cell = page.locator("table.heat td a").first
    number = cell.locator("b").inner_text()
    cell.click()
    assert page.locator("#list").get_by_role("status").inner_text().startswith(f"{number} of 400 customers")
    page.locator("#quality table.list a").first.click()
    dialog = page.locator("dialog")
    assert dialog.is_visible()
    assert dialog.locator("mark").count() > 0
    dialog.locator("button.jump").first.click()
    assert dialog.locator("mark.here").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('dialog').open && !location.hash.startsWith('#note')")


def test_the_matrix_is_used_by_keys(visit: Visit) -> None:
    """One cell is reached by Tab, the others by arrows; Enter reads the update."""
    page = visit.page
    cell = page.locator('table.matrix td[tabindex="0"]')
    assert cell.count() == 1
    cell.focus()
    for key in ("ArrowRight", "ArrowDown", "End", "Home", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    assert page.locator('table.matrix td[tabindex="0"]').count() == 1
    page.locator("table.matrix td[data-s]").first.focus()
    page.keyboard.press("Enter")
    assert " – " in page.locator(".detail").inner_text()


def test_many_customers_scroll_smoothly(visit: Visit) -> None:
    """400 customers and 17 workloads are drawn at once, and no frame of a scroll takes long."""
    page = visit.page
    drawn = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('#matrix th:last-child button').click();"
        " document.querySelector('#matrix .scroll').offsetHeight; return performance.now() - start; }"
    )
    assert drawn < 2000
    longest = page.evaluate(
        """async () => {
            const box = document.querySelector('#matrix .scroll');
            let longest = 0, last = performance.now();
            for (let step = 0; step < 40; step++) {
                box.scrollTop += 250;
                await new Promise(requestAnimationFrame);
                longest = Math.max(longest, performance.now() - last);
                last = performance.now();
            }
            return longest;
        }"""
    )
    assert longest < 500


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("width", [1280, 390])
def test_there_are_no_barriers(chromium: Any, small_report: str, scheme: str, width: int) -> None:
    """axe finds no violation, with a note open as well, and nothing is wider than the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="NO BROWSER: pip install axe-playwright-python")
    opened = Visit(chromium, small_report, color_scheme=scheme, viewport={"width": width, "height": 844}, bypass_csp=True)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for action in (lambda: None, lambda: page.locator("#stale table.list a").first.click()):
        action()
        found = axe.Axe().run(page)
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found.response["violations"]] == []
    opened.context.close()


def test_the_page_is_printed(chromium: Any, report: str) -> None:
    """Print has all customers of the matrix, heads on each sheet, and neither controls nor the list, nor words about them."""
    opened = Visit(chromium, report)
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#matrix .controls").first.is_hidden()
    assert opened.page.locator("#list").is_hidden()
    assert opened.page.locator("#matrix table").is_visible()
    assert opened.page.pdf().startswith(b"%PDF")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#matrix tbody tr").count() == 400
    # Chromium does not repeat the heads of a table on each sheet if there are boxes in them, as those of buttons.
    shown = opened.page.locator("#matrix thead th button, #quality thead th button")
    assert set(shown.evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"contents"}
    assert opened.page.locator("#overdue .screen, #stale .screen").count()
    assert not any(one.is_visible() for one in opened.page.locator(".screen").all())
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("#matrix tbody tr").count() == 400
    opened.context.close()


def test_the_print_says_where_it_ends(chromium: Any, tmp_path: Path) -> None:
    """Paper has the first thousand customers; the page has all, in several pages."""
    one = examined(FULL)
    made = figures(*(evolve(one, row=evolve(one.row, id=f"c{number}")) for number in range(1001)))
    opened = Visit(chromium, page_file(tmp_path, report_page(made.portfolio)))
    count = opened.page.locator("#matrix .count")
    assert count.inner_text() == "1,001 of 1,001 customers, page 1 of 3"
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert count.inner_text() == "1,001 of 1,001 customers; the first 1,000 are printed"
    opened.context.close()


def test_hostile_texts_stay_texts(chromium: Any, tmp_path: Path) -> None:
    """A script in a note, an id, a column, an owner, or a workload is shown and not run."""
    hostile = '"><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">'
    note = FULL.replace("A workshop", hostile).replace("done", hostile).replace("Ana", hostile).replace("SPO", hostile)
    made = figures(examined(note, hostile, DAY, 2, Owner=hostile), owner="Owner", group="Owner", title=hostile)
    opened = Visit(chromium, page_file(tmp_path, report_page(made.portfolio)) + "#note-0")
    page = opened.page
    page.locator("table.matrix td[data-s]").first.evaluate("cell => cell.click()")
    assert hostile in page.locator("dialog pre").inner_text()
    assert hostile in page.locator(".detail").text_content()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert opened.complaints == []
    opened.context.close()
