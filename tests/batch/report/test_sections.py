"""The sections about customers."""

from __future__ import annotations

import pytest
from helpers.reports import FULL, OTHER, examined, figures, sample

from ftnotes.batch.report import sections
from ftnotes.batch.report.sections import (
    actions,
    escalations,
    freshness,
    glance,
    groups,
    hashtags,
    matrix,
    standing,
    support,
    unread,
    workloads,
)
from ftnotes.playbook.playbook import Playbook


def test_numbers_at_a_glance() -> None:
    """Each number leads to its section."""
    shown = glance(sample())
    assert '<a href="#stale"><b>2</b><span>without a note for 30 days</span></a>' in shown
    assert '<a href="#unread"><b>2</b><span>notes not read</span></a>' in shown
    assert "<span>notes</span>" in glance(sample(has_ids=False))
    assert "without a note for" not in glance(figures(examined(FULL)))  # without dates nobody knows


def test_where_customers_stand() -> None:
    """Two fields are a table of both, a single one has bars, and without any there is a sentence."""
    assert "#list?f0=2&amp;f1=1" in standing(sample())
    assert "No note has a field with choices." in standing(figures(examined("A call.")))


def test_a_single_choice_field_has_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each choice has its number, and what is not given only if it is there."""
    found = figures(examined(FULL), examined("A call.", "x"))
    monkeypatch.setitem(vars(found), "fields", found.fields[:1])
    shown = standing(found)
    assert 'aria-label="Fully Engaged: 1 of 1"' in shown
    assert 'aria-label="On Hold: 0 of 1"' in shown
    assert "not given" not in shown


def test_workloads_and_their_progress() -> None:
    """A bar has the states, which its words repeat."""
    assert 'aria-label="Exchange Online: 1 done, 2 another update"' in workloads(sample())
    assert "No note lists a workload." in workloads(figures(examined("A call.")))
    assert 'data-view="matrix"' in matrix(sample())


def test_workloads_without_a_row_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to a number of them, each with its customers; with redaction they are counted."""
    texts = [OTHER.replace("[EXO]  Exchange Online", f"[{tag}]") for tag in ("Viva", "Stream", "EXO")]
    found = [examined(text, str(number)) for number, text in enumerate(texts)]
    sentence = "2 customers have workloads that the playbook does not know"
    assert f"<p>{sentence}: Viva (1), Stream (1).</p>" in workloads(figures(*found))
    assert f"<p>{sentence}.</p>" in workloads(figures(*found, redact=True))
    assert "<p>1 customer has workloads" in workloads(figures(*found[1:]))
    assert "does not know" not in workloads(figures(found[2]))
    monkeypatch.setattr(sections, "LISTED", 1)
    assert "Viva (1) and 1 more.</p>" in workloads(figures(*found))


def test_freshness_lists_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest is first, and the others are in the list; without dates it says how to name them."""
    shown = freshness(sample())
    assert shown.index("&lt;b&gt;Fabrikam") < shown.index(">Adatum<")
    assert "owner" not in shown  # none of these has one
    monkeypatch.setattr(sections, "LISTED", 1)
    assert '<a href="#list?is=stale">1 more<span class="screen"> in the list of all notes</span></a>' in freshness(sample())
    assert "Name its column with --date-column." in freshness(figures(examined(FULL)))


def test_next_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Owners and urgent actions are listed; redaction leaves out names and texts."""
    shown = actions(sample())
    assert all(text in shown for text in ("Overdue, the oldest first: 1", "2020-06-01", "send the plan", ">Ana<"))
    redacted = actions(sample(redact=True))
    assert not any(text in redacted for text in ("send the plan", "Ana", "Ben"))
    assert "owner 1" in redacted
    nameless = actions(figures(examined(OTHER + "Next action: call by 1 June 2020\n")))
    assert "nobody is named" in nameless
    assert "Due this week: none." in nameless
    assert "No note has a next action" in actions(figures(examined(OTHER)))
    monkeypatch.setattr(sections, "LISTED", 1)
    assert "1 more owners have next actions." in actions(sample())


def test_requests_and_escalations() -> None:
    """Their texts are quoted, and with redaction counted."""
    assert "<td>A workshop</td><td>Zoë</td>" in support(sample())
    assert "A workshop" not in support(sample(redact=True))
    assert "The outage is a showstopper." in escalations(sample())
    two = figures(examined(OTHER.replace("showstopper.", "showstopper. It was escalated " + "again and again " * 30 + ".")))
    assert "<br>It was escalated again and again" in escalations(two)
    assert " …" in escalations(two)
    assert "Customers: none." in support(figures(examined(OTHER)))


def test_hashtags_have_their_meaning() -> None:
    """It is that of the playbook; without hashtags there is no section."""
    shown = hashtags(sample())
    assert shown is not None
    assert str(Playbook.load().hashtags[0].summary)[:30] in shown
    assert hashtags(figures(examined(OTHER))) is None


def test_what_could_not_be_read() -> None:
    """Notes have the likely reason, rows their error, which redaction leaves out; paths are left out."""
    shown = unread(sample())
    assert "It has too few labels and tags of a template." in shown
    assert "e.csv, row 6" in shown
    assert "folder/" not in shown
    assert "is &lt;damaged&gt;" in shown
    assert "damaged" not in unread(sample(redact=True))
    assert "All notes were read." in unread(figures(examined(FULL)))
    assert sections.where("a/b.md", None) == "b.md"


def test_groups_beside_each_other() -> None:
    """Each has its numbers and shares; without a column there is no section."""
    shown = groups(sample(group="Region"))
    assert shown is not None
    assert '<th scope="row">West</th><td class="n">2</td><td class="n">0 <small>0 %</small></td>' in shown
    assert groups(sample()) is None
