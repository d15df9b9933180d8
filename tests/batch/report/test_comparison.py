"""What changed between two notes, and between two portfolios."""

from __future__ import annotations

import pytest
from attrs import evolve
from helpers.reports import DAY, FULL, OTHER, TECHNICAL, examined, figures
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Context, check
from ftnotes.batch.report import comparison as module
from ftnotes.batch.report.comparison import Comparer, Comparison, Part, compare_portfolios, word_diff

_TEXTS = st.lists(st.sampled_from(["the", "plan", "waits", ",", "  ", "\n", "é"]), max_size=12).map(" ".join)


_RELATION = "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM"


def compare(old: str, new: str) -> Comparison:
    return Comparer(day=DAY).compare("Contoso", examined(old), examined(new))


@given(_TEXTS, _TEXTS)
def test_a_word_diff_has_both_texts(before: str, after: str) -> None:
    """What is shared or old is the old text, and what is shared or new is the new one."""
    parts = word_diff(before, after)
    assert "".join(part.text for part in parts if part.kind != "+") == before
    assert "".join(part.text for part in parts if part.kind != "-") == after
    assert all(part.text for part in parts)
    assert word_diff(before, before) == ((Part("=", before),) if before else ())


def test_long_texts_are_not_compared_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would take too long."""
    monkeypatch.setattr(module, "_MOST_WORDS", 2)
    assert word_diff("one two", "three four") == (Part("-", "one two"), Part("+", "three four"))
    assert word_diff("a b c", "a b") == (Part("-", "a b c"), Part("+", "a b"))


def test_a_note_does_not_differ_from_itself() -> None:
    """Nothing changed but the actions that are overdue again; all updates are the same word for word."""
    same = compare(FULL, FULL)
    assert not same.is_significant
    assert [(action.kind, action.what) for action in same.actions] == [("overdue again", "send the plan")]
    assert same.unchanged == ("Exchange Online", "SharePoint Online", "Teams", "Yammer Enterprise")
    assert not compare(OTHER, OTHER)
    assert not compare(OTHER, OTHER.replace("showstopper. The", "showstopper.   The"))


@pytest.mark.parametrize(
    ("old", "new", "line", "significant"),
    [
        ("Fully Engaged", "On Hold", "STATUS OF THE ENGAGEMENT: Fully Engaged → On Hold", True),
        ("Fully Engaged", "who knows", "STATUS OF THE ENGAGEMENT: Fully Engaged → not given", True),
        ("   -  [INTUNE]  Intune\n", "", "dropped: Intune", True),
        (
            "   -  [INTUNE]  Intune\n",
            "   -  [INTUNE]  Intune\n   -  [OD]  OneDrive for Business - live\n",
            "added: OneDrive for Business",
            True,
        ),
        ("40 % of", "60 % of", "SharePoint Online: [-40 -]{+60 +}% of the sites have moved", True),
        ("compares it", "likes it", "Yammer Enterprise: the sponsor [-compares -]{+likes +}it with others", False),
        ("good", "good again", f"{_RELATION}: [-good-]{{+good again+}}", False),
        (
            "good",
            "a showstopper",
            "new escalation: a showstopper",
            True,
        ),
        ("Next action: Ben to call by 12 June 2020\n", "", "next action gone: call (Ben, 2020-06-12)", False),
        ("1 August 2020\n", "1 August 2020\nNext action: Ana to ask\n", "next action new: ask (Ana)", False),
    ],
)
def test_each_change_is_shown(old: str, new: str, line: str, significant: bool) -> None:
    """There is a line for it, and it is significant if a choice, a workload, its state or an escalation is."""
    changes = compare(FULL, FULL.replace(old, new))
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    lines = [
        "".join(part if isinstance(part, str) else part.text.join(marks[part.kind]) for part in each)
        for each in changes.lines()
    ]
    assert line in lines
    assert changes.is_significant is significant
    assert changes
    assert changes.as_json()["significant"] is significant


def test_actions_that_are_done() -> None:
    """An action that was open and is ticked is done; one that was done before, or is done from the start, is no news."""
    open_, ticked = "- [ ] Ana to call by 3 June 2020\n", "- [x] Ana to call by 3 June 2020\n"
    assert [one.kind for one in compare(FULL + open_, FULL + ticked).actions] == ["overdue again", "done"]
    assert [one.kind for one in compare(FULL + ticked, FULL + ticked).actions] == ["overdue again"]
    assert [one.kind for one in compare(FULL, FULL + ticked).actions] == ["overdue again"]
    assert [one.kind for one in compare(FULL + ticked, FULL + open_).actions] == ["overdue again"]
    assert [one.kind for one in compare(FULL + ticked, FULL).actions] == ["overdue again"]


def test_findings_come_and_go() -> None:
    """A finding counts by its message, as often as it is there."""
    worse = FULL.replace("Fully Engaged", "who knows")
    assert [(one.kind, one.code) for one in compare(FULL, worse).findings if one.code == "FT201"] == [("new", "FT201")]
    assert [(one.kind, one.code) for one in compare(worse, FULL).findings if one.code == "FT201"] == [("gone", "FT201")]
    decoded = compare(FULL, FULL + "\nA callâ€”today.\n\nA callâ€”again.\n")
    assert ["problem new (2 times): FT601 mis-decoded"] in list(decoded.lines(redact=True))


def test_redaction_leaves_out_texts() -> None:
    """The lines say that something changed, and quote nothing."""
    changes = compare(
        FULL, FULL.replace("good", "a showstopper").replace("compares", "likes").replace("Ben to call", "Ben to wait")
    )
    lines = [line for (line,) in changes.lines(redact=True)]
    assert "Yammer Enterprise: in other words" in lines
    assert "new escalation" in lines
    assert not any(text in " ".join(map(str, lines)) for text in ("showstopper", "likes", "Ben", "wait"))


def test_another_template_has_no_texts_to_compare() -> None:
    """A note that is not recognized has neither choices nor texts."""
    assert compare("A call.", FULL).texts == ()
    assert compare("A call.", FULL).choices == ()
    assert not any("unchanged" in str(line) for line in compare("A call.", FULL).lines())


def test_portfolios_are_compared_by_name() -> None:
    """Customers in both are compared if both notes are summaries, or of other templates; the others are new or gone."""
    before = {"a": FULL, "b": FULL, "c": "A call.", "e": OTHER, "f": TECHNICAL, "g": FULL}
    after = {"a": FULL.replace("Fully Engaged", "Reactive"), "c": FULL, "d": FULL, "e": OTHER, "f": TECHNICAL, "g": TECHNICAL}
    old, new = (figures(*(examined(text, name) for name, text in notes.items())) for notes in (before, after))
    changes = compare_portfolios(old.portfolio, new.portfolio)
    assert [one.name for one in changes.compared] == ["a", "e", "f"]
    assert [one.name for one in changes.significant] == ["a"]
    assert (changes.new, changes.gone, changes.unread) == (("d",), ("b",), ("c", "g"))


def test_a_repetition_is_no_finding_that_came() -> None:
    """That a note repeats the one before it is in the list of what is unchanged."""
    repeated = evolve(examined(FULL, "a"), report=check(FULL, context=Context(previous=FULL)))
    assert "FT511" in {found.code for found in repeated.report}
    assert Comparer(day=DAY).compare("a", examined(FULL, "a"), repeated).findings == ()
