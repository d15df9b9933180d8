"""The figures of a report, counted by hand."""

from __future__ import annotations

import datetime

import pytest
from helpers.reports import FULL, OTHER, examined, figures, sample

from ftnotes import Severity
from ftnotes.batch.report.figures import first_of, percent, weight


def test_two_choice_fields_against_each_other() -> None:
    """Each customer with a note of the template is in one cell."""
    (shown,) = sample().heat_maps
    assert (shown.rows.label, shown.columns.label) == ("STATUS OF THE ENGAGEMENT", "M365 DEPLOYMENT PROGRESS")
    assert shown.counts == ((0, 0, 0, 1), (0, 0, 0, 1), (0, 1, 0, 0), (0, 0, 0, 0))
    assert shown.total == 3
    assert figures(examined("A call.")).heat_maps == []


def test_workloads_are_counted_by_their_state() -> None:
    """Those of the playbook in its order, then others that several customers have; a workload counts once for a customer."""
    own = OTHER.replace("[EXO]  Exchange Online", "[VIVA]  Viva")
    found = figures(*(examined(text, str(number)) for number, text in enumerate((FULL + FULL, OTHER, own, own))))
    assert [key for key, _ in found.workloads] == ["EXO", "SPO", "TEAMS", "YAM", "INTUNE", "viva"]
    assert {key: dict(counts) for key, counts in found.progress.items()}["EXO"] == {"done": 1, "text": 1}
    alone = figures(examined(own), examined(OTHER))
    assert [key for key, _ in alone.workloads] == ["EXO"]
    assert list(alone.progress) == ["EXO"]


def test_workloads_that_the_playbook_does_not_know() -> None:
    """They have the most frequent spelling of their names; few of many customers, and all with redaction, have no row."""
    texts = [OTHER.replace("[EXO]  Exchange Online", f"[{tag}]") for tag in ("Viva", "VIVA", "VIVA", "Stream", "Viva+Exo")]
    notes = [examined(text, str(number)) for number, text in enumerate(texts)]
    found = figures(*notes)
    assert found.workloads == [("EXO", "Exchange Online"), ("viva", "VIVA")]
    assert [(one.key, one.name, one.customers) for one in found.unknown_workloads] == [
        ("viva", "VIVA", (0, 1, 2, 4)),
        ("stream", "Stream", (3,)),
    ]
    assert [one.name for one in found.rare_workloads] == ["Stream"]
    assert [one.name for one in figures(*notes, redact=True).rare_workloads] == ["VIVA", "Stream"]
    many = figures(*notes[2:], *(examined(OTHER, f"c{number}") for number in range(250)))
    assert [one.name for one in many.rare_workloads] == ["VIVA", "Stream"]


def test_owners_have_one_spelling() -> None:
    """It is the most frequent one."""
    text = FULL.replace("Ana to book", "ANA to book").replace("Ben to", "Ana to")
    assert [(owner, counts.total()) for owner, counts in figures(examined(text)).owners] == [("Ana", 3)]


def test_ages_are_classes() -> None:
    """Each customer is in one class; notes without a date have one of their own."""
    found = sample()
    assert dict(found.ages) == {
        "up to 7 days": 1, "8 to 30 days": 0, "31 to 60 days": 1, "61 to 90 days": 0, "over 90 days": 1, "without a date": 1,
    }  # fmt: skip
    assert "without a date" not in dict(figures(examined(FULL, day=datetime.date(2020, 6, 1))).ages)
    assert [found.customers[place].name for place in found.stale] == ["<b>Fabrikam</b>", "Adatum"]
    assert found.is_stale(found.customers[0])


def test_customers_that_need_attention() -> None:
    """Each list has their places."""
    found = sample()
    lists = (found.overdue, found.due, found.requesting, found.escalated, found.unrecognized)
    assert [[found.customers[place].name for place in places] for places in lists] == [
        ["Contoso"], ["Contoso"], ["Contoso"], ["<b>Fabrikam</b>", "Trey"], ["Adatum"],
    ]  # fmt: skip


def test_next_actions_by_owner_and_day() -> None:
    """Owners with most overdue are first; actions are in the order of their days."""
    found = sample()
    assert [(owner, dict(counts)) for owner, counts in found.owners] == [
        ("Ana", {"overdue": 1, "later": 1}),
        ("Ben", {"week": 1}),
    ]
    assert [action.what for _, action in found.actions("later", "overdue", "undated")] == ["send the plan", "book the room"]


def test_rules_by_severity() -> None:
    """The most severe and frequent are first, each with its customers, those with most findings first."""
    found = sample()
    order = [[rule.severities[severity] for severity in Severity] for rule in found.rules]
    assert order == sorted(order, reverse=True)
    assert sum(rule.findings for rule in found.rules) == found.severities.total()
    assert all(len(rule.customers) <= rule.findings for rule in found.rules)
    worst = [weight(found.customers[place].note.report) for place in found.worst]
    assert worst == sorted(worst, reverse=True)
    assert worst[-1] > 0


def test_a_rule_has_findings_of_several_severities() -> None:
    """They are counted apart, and the example is one of the most severe."""
    lines = FULL.splitlines(keepends=True)
    notes = [examined(FULL.replace(lines[at], ""), f"{number}") for number, at in enumerate((1, 1, 3))]
    rule = next(rule for rule in figures(*notes).rules if rule.code == "FT103")
    assert rule.severities == {Severity.ERROR: 1, Severity.WARNING: 2}
    assert (rule.findings, rule.customers) == (3, (0, 1, 2))
    assert "M365 DEPLOYMENT PROGRESS" in rule.example.message


def test_groups_and_hashtags() -> None:
    """The largest group is first; an empty cell is a group of its own."""
    found = sample(group="Region")
    assert [(name, len(places)) for name, places in found.groups] == [("West", 2), ("East", 1), ("not given", 1)]
    assert found.hashtags == [("#covid", 1)]
    own = examined(FULL.replace("#covid", "#covid #falcon"))
    assert [figures(own, redact=redact).hashtags for redact in (False, True)] == [
        [("#covid", 1), ("#falcon", 1)],
        [("#covid", 1)],
    ]


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, "0 %"), (0, 9, "0 %"), (1, 3, "33 %"), (1, 900, "under 1 %"), (899, 900, "over 99 %"), (9, 9, "100 %")],
)
def test_shares_in_words(part: int, whole: int, words: str) -> None:
    """Only nothing is 0 %, and only all is 100 %."""
    assert percent(part, whole) == words


def test_numbers_in_words() -> None:
    """A long list has the number of the others."""
    assert first_of([1, 2, 3], 2) == ([1, 2], 1)
    assert first_of([1], 2) == ([1], 0)
