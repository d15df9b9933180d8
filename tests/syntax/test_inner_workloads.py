"""Workloads that the words of the template don't explain."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.inner_workloads import InnerWorkloads
from ftnotes.syntax.parser import engine


@pytest.fixture(scope="module")
def workloads() -> InnerWorkloads:
    """Return the workloads of the default edition."""
    return engine().lexer.classifiers(first_template(Playbook.load()))[1].workloads


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Exchange Online", "EXO"),
        ("exchange online", "EXO"),
        ("**SharePoint~~", "SPO"),
        ("SharePoint (new)", "SPO"),
        ("(new)", None),
        ("we wait", None),
        ("", None),
    ],
)
def test_a_name_means_a_workload(workloads: InnerWorkloads, name: str, tag: str | None) -> None:
    """Decoration and a remark in parentheses don't count."""
    assert workloads.tag_of(name) == tag


@pytest.mark.parametrize(
    ("content", "bulleted", "is_item"),
    [
        ("Power BI - started", True, True),
        ("one two three four five six: a", True, True),
        ("one two three four five six seven: a", True, False),
        ("we wait, and then: a", True, False),
        (": a", True, False),
        ("Power BI", True, True),
        ("Power Apps and BI", True, False),
        ("Power Apps And BI", True, False),
        ("2020 plan", True, False),
        ("Power BI\tstarted", False, True),
        ("Power BI - started", False, False),
        ("Power BI", False, False),
        ("\tstarted", False, False),
        ("we wait  for it", False, False),
        ("(Teams) live", True, True),
        ("（exo） 80%", True, True),
        ("(Teams) live", False, False),
        ("(Teams)", True, False),
        ("(Teams), live", True, False),
        ("(Teams) 🎉", True, True),
        ("(Teams) is what they use", True, False),
        ("(we) wait", True, False),
        ("(Teams live", True, False),
    ],
)
def test_an_unknown_name_looks_like_an_item(workloads: InnerWorkloads, content: str, bulleted: bool, is_item: bool) -> None:
    """On a bullet it is a few words before a separator, three capitalized ones, or a tag; else a tab or two spaces follow."""
    assert workloads.looks_like_item("", content, bulleted) == is_item


def test_an_item_is_cut_at_its_separator(workloads: InnerWorkloads) -> None:
    """Without a separator all of it is the name."""
    assert workloads.item("- ", "Power BI - started", "\n") == ("- ", "", "", "", "Power BI", " - ", "started", "\n")
    assert workloads.item("- ", "Power BI", "\n") == ("- ", "", "", "", "Power BI", "", "", "\n")
    assert workloads.item("- ", "Teams [TEAMS] live", "\n") == ("- ", "", "", "", "Teams [TEAMS]", " ", "live", "\n")
    assert workloads.item("- ", "Teams [x] live", "\n") == ("- ", "", "", "", "Teams", " ", "[x] live", "\n")
    assert workloads.item("- ", "(Teams) live", "\n") == ("- ", "(", "Teams", ") ", "", "", "live", "\n")
    assert workloads.item("- ", "( Teams) live", "\n") == ("- ", "( ", "Teams", ") ", "", "", "live", "\n")
    assert workloads.item("- > ", "[exo] x - y", "\n") == ("- > ", "[", "exo", "] ", "x", " - ", "y", "\n")
    assert workloads.item("- > ", "[EXO - y", "\n") == ("- ", "> [", "EXO", " ", "", "- ", "y", "\n")
    assert workloads.item("- > ", "[Ana - y", "\n") == ("- > ", "", "", "", "[Ana", " - ", "y", "\n")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[EXO] done; [TEAMS] pilot", [("EXO", "", "done", "; "), ("TEAMS", "", "pilot", "")]),
        ("[EXO] Exchange Online - done", [("EXO", "Exchange Online", "done", "")]),
        ("[EXO] done<br>[MDE] pilot<br/>", [("EXO", "", "done", "<br>"), ("MDE", "", "pilot", "<br/>")]),
        ("(EXO) done | (SPO) pilot", []),
        ("Exchange Online done; SharePoint: pilot", [("", "Exchange Online", "done", "; "), ("", "SharePoint", "pilot", "")]),
        ("EXO done, SPO pilot", [("EXO", "", "done", ", "), ("SPO", "", "pilot", "")]),
        ("[EXO] done; we wait", [("EXO", "", "done; we wait", "")]),
        ("(exo) is down", []),
        ("[Ana] to call; [EXO] done", []),
        ("Exchange Online done", []),
        ("we wait; they wait", []),
        ("[Ana] to call", []),
        ("", []),
    ],
)
def test_workloads_on_one_line_are_cut(workloads: InnerWorkloads, value: str, expected: list[tuple[str, ...]]) -> None:
    """Each starts with a tag or a name; together they are the whole value."""
    found = workloads.run_on(value)
    assert [(tag, name, update, after) for _, _, tag, _, name, _, update, after in found] == expected
    assert not found or "".join(map("".join, found)) == value


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("exo 80%", ("exo", "", "80%")),
        ("teams live for drs", ("", "teams", "live for drs")),
        ("teams: pilot;", ("", "teams", "pilot")),
        ("Windows 11 no", ("", "Windows 11", "no")),
        ("Exchange Online", ("", "Exchange Online", "")),
        ("Teams-Räume", None),
        ("Teamwork", None),
        ("[EXO] done", None),
        ("we wait", None),
        ("- exo", None),
        ("", None),
    ],
)
def test_a_line_can_begin_with_a_workload(
    workloads: InnerWorkloads, content: str, expected: tuple[str, str, str] | None
) -> None:
    """Its tag or name is followed by a space, a colon or nothing, and its parts are the line again."""
    led = workloads.led(content)
    assert (led and (led[2], led[4], led[6])) == expected
    assert led is None or "".join(led) == content


def test_a_workload_has_one_tag_by_tag_and_name(workloads: InnerWorkloads) -> None:
    """However a workload is named, its tag is that of the edition; joined tags are as they were typed."""
    lines = ("exo done", "Exchange done", "Exchange Online - done")
    assert {workloads.tag_led(led) for line in lines if (led := workloads.led(line))} == {"EXO"}
    assert workloads.tag_led(("", "", "EXO+OLM", " ", "", "", "done", "")) == "EXO+OLM"


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("EXO, Exchange Online. Finished.", ("EXO", ", ", "Exchange Online", ". ", "Finished.", "")),
        ("EXO, Exchange Online, finished", ("EXO", ", ", "Exchange Online", ", ", "finished", "")),
        ("EXO, Exchange Online.", ("EXO", ", ", "Exchange Online", "", "", ".")),
        ("EXO, Exchange Online", ("EXO", ", ", "Exchange Online", "", "", "")),
        ("EXO, finished. Well.", None),
        ("FOO, Exchange Online. Finished.", None),
        ("Teams, SharePoint and more", None),
    ],
)
def test_a_workload_can_be_dictated(workloads: InnerWorkloads, content: str, parts: tuple[str, ...] | None) -> None:
    """A tag, a comma and a name of a workload; text after a comma is not a name."""
    led = workloads.led(content)
    assert (led and led[2:]) == parts
    assert led is None or "".join(led) == content


def test_a_note_of_sentences_is_read() -> None:
    """Labels end with a full stop, on their own line or before a sentence."""
    (summary,) = ftnotes.parse(
        "Exec summary, June 11th, 2020.\n\nDescribe the customer.\nLibrary.\n\nStatus of the engagement.\nReactive.\n\n"
        "Snapshot of key workloads, current status and next actions. There are 2 workloads.\nEXO, Exchange Online. Finished.\n"
        "TEAMS, Teams. Finished.\n\nRequests for support.\nNone.\n"
    ).exec_summaries
    assert [workload.update for workload in summary.workloads] == ["Finished."] * 2
    assert (summary.customer, summary.choice("engagement-status"), summary.support_requests) == (
        "Library.",
        "reactive",
        "None.",
    )
