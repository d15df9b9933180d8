"""The pictures of a report in ``docs/report.md``, taken by Chromium from the report of the tests.

``PYTHONPATH=tests python -m helpers.report_pictures`` takes them anew, when the page looks different.
"""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

from ftnotes.batch import Columns, examine_export
from ftnotes.batch.report import Portfolio, ReportOptions, report_page
from helpers.portfolio import DAY, portfolio

_DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
#: What is on each picture: the colours, the height, and the script that shows it.
_PICTURES: Final = {
    "glance": ("light", 960, "scrollTo(0, 0)"),
    "matrix": ("dark", 700, "document.getElementById('matrix').scrollIntoView()"),
    "note": (
        "light",
        700,
        "location.hash = `#note-${NOTES.findIndex((note) => note.findings.length === 3)}`;"
        "setTimeout(() => document.getElementById('note').scrollTo(0, 260), 100)",
    ),
}
_NOTES: Final = 'JSON.parse(document.getElementById("data").textContent).notes'
_WIDTH: Final = 1000
#: Encodes a picture in the browser, so that no library for pictures is needed.
_ENCODE: Final = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.7).split(",")[1];
}"""


def report(folder: Path) -> Path:
    """Write a report on 400 customers, and return its path."""
    made = Portfolio(ReportOptions(title="Portfolio, June 2020", day=DAY, owner="Owner", group="Region"))
    columns = Columns("Notes", id="Tenant", date="Modified", keep=("Owner", "Region", "Segment"))
    for result in examine_export(portfolio(folder, 400), columns):
        made.add(result)
    path = folder / "report.html"
    path.write_text(report_page(made), encoding="utf-8")
    return path


def main() -> None:
    """Take the pictures."""
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = report(Path(folder)).as_uri()
        browser: Any = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        encoder = browser.new_page()
        for name, (scheme, height, script) in _PICTURES.items():
            page = browser.new_page(viewport={"width": _WIDTH, "height": height}, color_scheme=scheme, reduced_motion="reduce")
            page.goto(address)
            page.evaluate(script.replace("NOTES", _NOTES))
            page.wait_for_timeout(300)
            png = base64.b64encode(page.screenshot()).decode()
            (_DOCS / f"report-{name}.webp").write_bytes(base64.b64decode(encoder.evaluate(_ENCODE, png)))
        browser.close()


if __name__ == "__main__":
    main()
