"""The page of a report."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from helpers.reports import DAY, FULL, examined, figures, sample

from ftnotes.batch.report import report_page

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>$title'


def test_the_page_allows_only_its_own_style_and_script() -> None:
    """The policy has the hashes of the two, and nothing refers to another file."""
    page = report_page(sample().portfolio)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src &#x27;none&#x27;" in policy[1]
    for element in ("style", "script"):
        content = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{element}-src &#x27;sha256-{digest}&#x27;" in policy[1]
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert " style=" not in page
    assert not re.search(r"<[^>]* on\w+=", page)


def test_hostile_texts_stay_texts() -> None:
    """Neither a note, an id, a column, an owner nor a title is read as HTML."""
    note = FULL.replace("A workshop", HOSTILE).replace("done", HOSTILE).replace("Fully Engaged", HOSTILE)
    hostile = examined(note, HOSTILE, DAY, 2, HOSTILE, Owner=HOSTILE)
    page = report_page(figures(hostile, title=HOSTILE, group="Owner", owner="Owner").portfolio)
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "alert(1)&gt;" in page


@pytest.mark.parametrize("redact", [False, True])
def test_what_the_page_is_about(redact: bool) -> None:
    """It names the day, the files, the notes that were read, and those that were left out."""
    page = report_page(figures(examined(FULL, "a"), examined(FULL, "a"), redact=redact).portfolio)
    others = "the newest summary, or else note, of each customer is shown, and 1 other left out"
    assert f"As of 2020-06-10; e.csv; 2 notes read; {others}" in page
    assert ("without the text of notes." in page) is redact
    two = report_page(figures(examined(FULL, "a"), examined(FULL, "b", file="f.csv")).portfolio)
    assert "; 2 files; 2 notes read." in two
    assert "Hashtags" in two
    assert 'href="#groups"' not in two


@pytest.mark.parametrize("redact", [False, True])
def test_notes_without_ids_are_called_notes(redact: bool) -> None:
    """Outside of the words of notes and rules, nothing speaks of customers."""
    notes = (examined(text, None, DAY, number, Region="North") for number, text in enumerate((FULL, FULL), 2))
    portfolio = figures(*notes, has_ids=False, group="Region", redact=redact).portfolio
    page = re.sub(
        r"<(script|style)\b.*?</\1>|<section id=.(?:quality|hashtags).*?</section>", "", report_page(portfolio), flags=re.DOTALL
    )
    spoken = re.sub(r"<[^>]+>", " ", page)
    assert "ustomer" not in spoken
    assert "Where notes stand" in spoken
    assert "Notes by Region" in spoken
    assert "2 notes" in spoken
