"""The section of a report about what changed."""

from __future__ import annotations

import json
import re

import pytest
from helpers.reports import FULL, OTHER, examined, figures

from ftnotes.batch.report import changes as module
from ftnotes.batch.report import report_page
from ftnotes.batch.report.changes import changes_section
from ftnotes.batch.report.comparison import compare_portfolios
from ftnotes.batch.report.payload import payload

_MOVED = FULL.replace("Fully Engaged", "Reactive").replace("40 %", "<60> %")


def test_what_changed_is_shown_for_each_customer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers first, then choices that moved, then customers with a word diff; their notes have it, too."""
    old = figures(*(examined(FULL, name) for name in "abc"))
    new = figures(examined(_MOVED, "a"), examined(_MOVED, "b"), examined(FULL, "d"))
    changes = compare_portfolios(old.portfolio, new.portfolio)
    shown = changes_section(new, changes)
    assert "2 customers compared: 2 with a significant change" in shown
    assert "1 new, 1 gone" in shown
    assert "STATUS OF THE ENGAGEMENT: 2 moves</caption>" in shown
    assert '<th scope="col">from ↓ to →</th><th scope="col" class="n">Reactive</th><th scope="col" class="n">all</th>' in shown
    assert '<th scope="row">Fully Engaged</th><td class="n">2</td><td class="n">2</td>' in shown
    assert "<del>40 </del><ins>&lt;60&gt; </ins>% of the sites" in shown
    assert "<p>Gone: c</p>" in shown
    assert "not recognized" not in shown
    assert "updates on workloads are those of last time" in shown
    a, _, d = json.loads(payload(new, changes))["notes"]
    assert "changed" in a["flags"]
    assert ["SharePoint Online: ", ["del", "40 "], ["ins", "<60> "], "% of the sites have moved"] in a["changes"]
    assert "changes" not in d
    page = report_page(new.portfolio, changes)
    assert re.search('href="#glance".*href="#changes".*href="#standing"', page)
    monkeypatch.setattr(module, "LISTED", 1)
    monkeypatch.setattr(module, "_SHOWN", 1)
    short = changes_section(new, changes)
    assert '<a href="#list?is=changed">1 more<span class="screen"> in the list of all notes</span></a>' in short
    assert re.search(r"<li>\d more</li>", short)


def test_nothing_changed() -> None:
    """There is a sentence, and the flag of notes is not set."""
    same = figures(examined(OTHER, "a"))
    changes = compare_portfolios(same.portfolio, same.portfolio)
    shown = changes_section(same, changes)
    assert "No significant change." in shown
    assert "from ↓" not in shown
    other = figures(examined(OTHER.replace("none at", "nothing at"), "a"))
    slight = compare_portfolios(same.portfolio, other.portfolio)
    (note,) = json.loads(payload(other, slight))["notes"]
    assert "changed" not in note["flags"]
    assert note["changes"]
    empty = figures(examined("A call.", "a"))
    unread = compare_portfolios(same.portfolio, empty.portfolio)
    assert (unread.unread, unread.compared) == (("a",), ())
    assert "0 gone; 1 can&#x27;t be compared, because a note was not recognized or is of another template." in changes_section(
        empty, unread
    )
    assert "last time" not in changes_section(empty, compare_portfolios(empty.portfolio, empty.portfolio))


def test_moves_are_counted_by_field() -> None:
    """Each field has a table with the choices that were left and taken, in the order of the playbook; none is a choice, too."""
    none, hold = (FULL.replace("Fully Engaged", words) for words in ("", "On Hold"))
    old = figures(examined(FULL, "a"), examined(hold, "b"), examined(none, "c"), examined(FULL, "d"))
    new = figures(
        examined(hold, "a"), examined(FULL, "b"), examined(FULL, "c"), examined(_MOVED.replace("Partially", "Not"), "d")
    )
    text = re.sub(r"<[^>]+>", " ", changes_section(new, compare_portfolios(old.portfolio, new.portfolio)))
    words = " ".join(text.split())
    assert "STATUS OF THE ENGAGEMENT: 4 moves from ↓ to → On Hold Reactive Fully Engaged all" in words
    assert "all On Hold 1 1 Fully Engaged 1 1 2 not given 1 1" in words
    assert "M365 DEPLOYMENT PROGRESS: 1 move from ↓ to → Not Deployed all Partially Deployed 1 1" in words
