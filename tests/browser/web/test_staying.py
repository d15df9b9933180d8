"""What stays when the page is closed, and what works without a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import ftnotes

from .visit import Visit, wait_until

pytestmark = pytest.mark.browser

NOTE = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Contoso 🚀\n- REQUESTS FOR SUPPORT: none"


@pytest.fixture(scope="module")
def visit(chromium: Any, site: str) -> Iterator[Visit]:
    """A visit of its own, since the tests reload it."""
    made = Visit(chromium, site)
    yield made
    assert made.complaints == []
    made.context.close()


def test_a_draft_and_choices_survive_a_reload_without_a_network(visit: Visit) -> None:
    """Once it was open, the page opens offline, with the text and choices that were there, and checks them."""
    visit.paste(NOTE)
    visit.page.locator("#about summary").click()
    visit.page.locator("#setting-role").select_option("gateway-manager")
    visit.page.locator("#offline", has_text="without a network").wait_for()
    visit.context.set_offline(True)
    try:
        visit.open()
        assert visit.text == NOTE
        assert visit.page.locator("#setting-role").input_value() == "gateway-manager"
        context = ftnotes.Context(role="gateway-manager")
        assert visit.messages == [one.message for one in ftnotes.check(NOTE, context=context)]
        visit.page.locator("#licences").click()
        visit.page.locator("#licences-text", has_text="Mozilla Public License").wait_for()
        visit.page.locator("#licences-close").click()
    finally:
        visit.context.set_offline(False)


def test_a_note_can_be_forgotten(visit: Visit) -> None:
    """*Forget this note* leaves nothing in the browser, not even for undo; without the confirmation, all stays."""
    visit.paste(NOTE)
    wait_until(visit.page, "localStorage.getItem('ftnotes.draft')?.includes('Contoso')")
    visit.page.locator("#forget").click()
    visit.page.locator("#forget-no").click()
    assert visit.text == NOTE
    visit.page.locator("#forget").click()
    visit.page.locator("#forget-yes").click()
    assert visit.toast().startswith("Forgotten")
    visit.settle()
    visit.page.keyboard.press("Control+z")
    assert visit.text == ""
    visit.page.wait_for_timeout(500)
    assert "Contoso" not in str(visit.page.evaluate("JSON.stringify(localStorage)"))


def test_a_text_is_kept_where_the_library_does_not_start(chromium: Any, site: str) -> None:
    """If a part of the page can't be loaded, the page says so, and what is typed is there after a reload."""
    context = chromium.new_context()
    context.route("**/worker.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site)
    page.locator("#status", has_text="reload the page").wait_for()
    page.locator(".cm-content").click()
    page.keyboard.type("half a note")
    wait_until(page, "localStorage.getItem('ftnotes.draft')?.includes('half a note')")
    page.reload()
    assert page.locator(".cm-line").all_text_contents() == ["half a note"]
    context.close()
