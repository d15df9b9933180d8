"""A playbook of the user's own: chosen from a file, kept in the browser, forgotten by a button."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from helpers.paths import ROOT

import ftnotes

from .test_comfort import violations
from .visit import Visit

pytestmark = pytest.mark.browser

WEEKLY = ROOT / "examples" / "weekly"
REPORT = (WEEKLY / "report.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def visit(chromium: Any, site: str) -> Iterator[Visit]:
    """A visit of its own, since the tests reload it."""
    made = Visit(chromium, site)
    made.page.locator("#about summary").click()
    yield made
    assert made.complaints == []
    made.context.close()


def expected() -> list[str]:
    """The messages of the findings in the report by its own playbook."""
    return [one.message for one in ftnotes.check(REPORT, playbook=ftnotes.Playbook.from_file(WEEKLY / "weekly.toml"))]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("own.toml", b"id = 1 = 2", "own.toml: is not TOML: "),
        ("own.toml", b'extends = "2020-03"\nfield = 1\n', "own.toml: field: unknown key"),
        ("own.toml", b" \n", "own.toml is empty."),
        ("photo.toml", b"\x89PNG\xff\xfe", "photo.toml is not a text in UTF-8."),
        ("long.toml", b"#" * 1_000_001, "long.toml is too large for a playbook."),
    ],
)
def test_a_file_that_is_no_playbook_is_refused(visit: Visit, name: str, content: bytes, reason: str) -> None:
    """The reason is shown, and the published playbook stays."""
    visit.page.locator("#setting-playbook").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    visit.page.locator("#playbook-error", has_text=reason).wait_for()
    assert str(visit.page.locator("#playbook-error").text_content()).startswith("This file can't be used. ")
    assert violations(visit) == []
    assert visit.page.locator("#setting-edition").count() == 1


def test_notes_of_an_own_template_are_checked_written_and_forgotten(visit: Visit) -> None:
    """With a playbook, its notes are checked, after a reload too, and the form is that of its template; without it, neither."""
    visit.paste(REPORT)
    published = visit.messages
    visit.page.locator("#setting-playbook").set_input_files(str(WEEKLY / "weekly.toml"))
    visit.page.locator("#playbook-forget").wait_for()
    visit.settle()
    assert visit.messages == expected() != published
    assert visit.page.locator("#about-chosen").text_content() == "weekly.toml"
    assert visit.page.locator("#setting-edition, #setting-role").count() == 0
    assert violations(visit) == []
    visit.page.wait_for_timeout(500)
    visit.open()
    visit.settle()
    assert visit.messages == expected()
    visit.page.locator("#new").click()
    visit.page.locator("#form-fields", has_text="Wins").wait_for()
    visit.page.locator("#form-cancel").click()
    visit.page.locator("#about summary").click()
    visit.page.locator("#playbook-forget").click()
    visit.page.locator("#setting-edition").wait_for()
    visit.settle()
    assert visit.messages == published
    visit.page.wait_for_timeout(500)
    assert "weekly-status" not in str(visit.page.evaluate("JSON.stringify(localStorage)"))


def test_a_kept_playbook_that_became_unusable_is_dropped_with_a_reason(visit: Visit) -> None:
    """A browser can have kept one of another version of the page: the page still starts, and gives the reason."""
    draft = {"text": "", "settings": {"playbook": "old = 1", "playbook-name": "old.toml"}}
    page = visit.context.new_page()
    page.add_init_script(f"localStorage.setItem('ftnotes.draft', {json.dumps(json.dumps(draft))})")
    page.goto(visit.address)
    page.wait_for_selector("html[data-ready]")
    page.locator("#about summary").click()
    page.locator("#playbook-error", has_text="old.toml: old: unknown key").wait_for()
    assert page.locator("#setting-edition").count() == 1
    page.close()
