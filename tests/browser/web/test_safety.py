"""What the web page must not do: run what stands in a note, or send it anywhere."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from .visit import Visit

pytestmark = pytest.mark.browser

HOSTILE = """\
EXEC SUMMARY <img src=x onerror="hacked=1"> </title><script>hacked=1</script>
- Describe the Customer: <svg onload="hacked=1"> &lt;b&gt; <iframe src="javascript:hacked=1"></iframe>
- STATUS OF THE ENGAGEMENT: <script>hacked=1</script>
- <b onclick="hacked=1">RISKS</b>: "><img src=x onerror=hacked=1>
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [<img src=x onerror="hacked=1">]  <u>Telematics</u> - <style>* {display: none}</style>

- REQUESTS FOR SUPPORT: none"""


def test_markup_in_a_note_stays_text(visit: Visit) -> None:
    """Markup of a note is shown as it was typed, in the text, findings, suggestions and the card, and does nothing."""
    visit.paste(HOSTILE)
    assert visit.text == HOSTILE
    visit.page.locator("#card", has_text="<svg onload").wait_for()
    for button in visit.page.get_by_role("button", name="Suggestion").all():
        button.click()
    visit.press("Fix all")
    visit.press("Format")
    assert visit.page.evaluate("typeof hacked") == "undefined"
    inside = "main :is(script, iframe, style, b, u, img, svg)"
    assert visit.page.locator(inside).count() == 0
    assert any("<script>" in message for message in visit.messages)


class _Listener(http.server.BaseHTTPRequestHandler):
    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    def log_message(self, format: str, *values: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """The address of another site, which takes requests of any page, and what it heard."""
    heard: list[str] = []
    handler = type("Handler", (_Listener,), {"heard": heard})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", heard
        server.shutdown()


ATTEMPT = """async (url) => {
  const tried = [];
  await fetch(url + "/fetch").then(() => tried.push("fetch"), () => {});
  await import(url + "/import").then(() => tried.push("import"), () => {});
  if (typeof document === "undefined") return tried;
  await new Promise((done) => {
    const image = new Image();
    image.onload = image.onerror = done;
    image.src = url + "/image";
  });
  return tried;
}"""


def test_the_browser_lets_neither_page_nor_worker_send_anything(visit: Visit, elsewhere: tuple[str, list[str]]) -> None:
    """The policy of the page holds in the worker, too: no request to another site is made, even by a script of the page."""
    address, heard = elsewhere
    workers: list[Any] = visit.page.workers
    assert len(workers) == 1
    for place in (visit.page, *workers):
        assert place.evaluate(ATTEMPT, address) == []
    assert heard == []
    visit.complaints.clear()  # the browser says what it refused
