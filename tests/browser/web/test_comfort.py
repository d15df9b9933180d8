"""The web page for everyone: keyboards, screen readers, phones, and long texts."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.paths import ROOT

from .visit import Visit, wait_until

pytestmark = pytest.mark.browser

NOTE = (ROOT / "examples" / "messy.md").read_text(encoding="utf-8").rstrip("\n")
_AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


def violations(visit: Visit) -> list[tuple[str, Any]]:
    """What axe finds on the page as it is now."""
    if not _AXE.exists():
        pytest.skip("NO AXE: run npm ci in the folder web")
    visit.page.evaluate(_AXE.read_text(encoding="utf-8"))
    result: Any = visit.page.evaluate("axe.run()")
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in result["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_violation(visit: Visit, scheme: Any, width: int) -> None:
    """Empty, with findings, explanations and a preview, and with the form open, in both schemes, wide and narrow."""
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": width, "height": 900})
    try:
        assert violations(visit) == []
        visit.paste(NOTE)
        visit.page.get_by_role("button", name="Suggestion").first.click()
        visit.page.get_by_role("button", name="Why?").first.click()
        visit.page.locator(".why .code").first.wait_for()
        visit.page.locator("#about").evaluate("(details) => { details.open = true; }")
        assert violations(visit) == []
        visit.page.locator("#new").click()
        visit.page.locator("#workload-0").click()
        assert violations(visit) == []
    finally:
        visit.page.emulate_media(color_scheme=None)
        visit.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("width", [320, 390, 1000])
def test_nothing_is_wider_than_the_screen(visit: Visit, width: int) -> None:
    """A phone scrolls down, and never to the side."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    try:
        visit.paste(NOTE + "\n" + "x" * 300)
        visit.page.locator("#about").evaluate("(details) => { details.open = true; }")
        assert visit.page.evaluate("document.scrollingElement.scrollWidth") <= width
    finally:
        visit.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_note_is_fixed_by_the_keyboard_alone(visit: Visit) -> None:
    """Tab leaves the editor for the findings; Enter fixes, and the focus goes on to the next finding."""
    visit.paste(NOTE)
    number = len(visit.messages)
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        if str(visit.page.evaluate("document.activeElement.textContent")) == "Fix":
            break
    visit.page.keyboard.press("Enter")
    visit.toast()
    visit.settle()
    assert len(visit.messages) < number
    wait_until(visit.page, "document.activeElement.closest('.finding') !== null")


def test_findings_are_announced(visit: Visit) -> None:
    """A screen reader hears how many findings there are, after a pause of typing."""
    visit.paste(NOTE)
    visit.page.locator("#announcer", has_text=f"{len(visit.messages)} findings").wait_for(state="attached")


MEASURE = """() => {
  window.delays = [];
  const content = document.querySelector(".cm-content");
  content.addEventListener("keydown", () => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.delays.push(performance.now() - start)));
  }, { capture: true });
}"""


def test_the_page_starts_soon(chromium: Any, site: str) -> None:
    """The box is there at once, and the first check soon, though a first visit has nothing kept and the machine is busy."""
    first = Visit(chromium, site)
    paint, ready = first.page.evaluate(
        "['first-contentful-paint', 'ready'].map((name) => performance.getEntriesByName(name)[0].startTime)"
    )
    first.context.close()
    print(f"drawn after {paint:.0f} ms, ready after {ready:.0f} ms")
    assert ready < 15_000


@pytest.mark.parametrize(("notes", "limit"), [(1, 50), (100, 100)])
def test_typing_is_fluid(visit: Visit, notes: int, limit: float, record_property: Any) -> None:
    """A typed character is drawn at once, in a text of many notes as well, while the library checks in its worker."""
    visit.paste("\n\n".join([NOTE] * notes))
    visit.page.keyboard.press("Control+End")
    visit.page.evaluate(MEASURE)
    for char in "\n- RISKS: the licences run out":
        visit.page.keyboard.press("Enter" if char == "\n" else char)
        visit.page.wait_for_timeout(60)
    wait_until(visit.page, "window.delays.length >= 20")
    delays = sorted(visit.page.evaluate("window.delays"))
    median = delays[len(delays) // 2]
    print(f"{notes} notes: {median:.0f} ms a character, at most {delays[-1]:.0f} ms")
    assert median < limit
    visit.settle()
    assert visit.messages
