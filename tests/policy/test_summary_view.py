"""The view of a summary: its parts, their content, and those that deviate from the template."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import FORM, own

from ftnotes import Playbook, check, parse
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.summary_view import SummaryView, content_bounds, is_lookalike, without_asides
from ftnotes.strategies.examples import TIDY
from ftnotes.syntax.nodes import Field, Prose, Workload

LISTED = "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"


def viewed(text: str) -> SummaryView:
    """Return the view of the only summary of a text."""
    view = NoteView(parse(text), Playbook.load())
    (summary,) = view.summaries + view.blank_summaries
    return summary


def test_a_summary_is_sorted_into_its_parts() -> None:
    """Fields, workloads with their field, and prose between them are distinguished."""
    summary = viewed(f"{LISTED}   -  [EXO]  Exchange Online - done\n\n- RISKS: x\n\nstray\n\n- REQUESTS FOR SUPPORT: None\n")
    assert [view.spec.key if view.spec else None for view in summary.fields] == ["workloads", None, "support-requests"]
    assert [(view.key, view.content, view.parent) for view in summary.workloads] == [("EXO", "done", summary.fields[0].field)]
    assert [prose.text.strip() for prose in summary.unattached_prose] == ["stray"]


def test_the_filled_in_template_has_no_deviations() -> None:
    """It is regular; its choices are listed, and none of them deviates."""
    summary = viewed(TIDY)
    assert summary.is_regular
    assert (summary.deviating_fields, summary.deviating_workloads, summary.deviating_choices) == ([], [], [])
    assert [view.content for view in summary.choices] == ["Fully Engaged", "Partially Deployed"]
    assert summary.language.code == "en"


@pytest.mark.parametrize(
    ("line", "deviates"),
    [
        ("   -  [EXO]  Exchange Online - done", False),
        ("- [EXO] Exchange Online – done", False),
        ("   -  [EXO]  Exchange Online", True),
        ("   -  [exo]  Exchange Online - done", True),
        ("   -  (EXO)  Exchange Online - done", True),
        ("   -  [EXO]  Teams - done", True),
    ],
)
def test_a_workload_deviates_in_name_layout_or_content(line: str, deviates: bool) -> None:
    """A tag and name of the edition, brackets, a dash and an update make a regular workload."""
    assert bool(viewed(f"{LISTED}{line}\n").deviating_workloads) == deviates


def test_content_is_without_hashtags_and_comments() -> None:
    """They are replaced by spaces, so that offsets stay right."""
    value = "On #covid Hold <!-- a\nb --> ＃x"
    content = without_asides(value)
    assert content.split() == ["On", "Hold"]
    assert (len(content), content.count("\n")) == (len(value), 1)
    assert content[slice(*content_bounds(content))].endswith("Hold")
    assert without_asides("plain") == "plain"


def test_a_tag_can_look_like_a_known_one() -> None:
    """A tag with letters of another alphabet is a lookalike; a known one and an unknown one are not."""
    tags = ("ЕХО", "EXO", "ЖЖЖ", "TEMAS")
    views = [viewed(f"{LISTED}   -  [{tag}]  Exchange Online - done\n").workloads[0] for tag in tags]
    assert [is_lookalike(view, Playbook.load()) for view in views] == [True, False, False, False]


@pytest.mark.parametrize(
    ("line", "key", "deviates"),
    [
        ("[PAY] Payments\n", "PAY", False),
        ("- PAY\n", "PAY", False),
        ("[pay]\n", "PAY", True),
        ("[PAY+PAY]\n", None, True),
    ],
)
def test_the_workload_that_a_note_is_about_is_not_in_a_list(tmp_path: Path, line: str, key: str | None, deviates: bool) -> None:
    """It is above the labels, is no workload without update or outside its list, and counts as the field for it."""
    playbook = own(tmp_path, FORM)
    (summary,) = NoteView(
        parse(f"{line}**Status:** Red\n**Reason:** Size\n**Next steps:** call\n", playbook), playbook
    ).summaries
    assert [subject.key for subject in summary.subjects] == [key]
    assert (summary.workloads, summary.deviating_workloads) == ([], [])
    assert (summary.deviating_names == summary.subjects) is deviates
    assert summary.keys == {"about", "status", "reason", "next-steps"}
    assert (summary.is_first, summary.called) == (True, "summary")


def test_a_tag_above_the_labels_is_checked(tmp_path: Path) -> None:
    """A misspelled or unknown one is reported as in a list; what a list asks for is not."""
    playbook = own(tmp_path, FORM)
    note = "**Status:** Red\n**Reason:** Size\n**Summary:** x\n**Worry:** none\n**Next steps:** call by 4 May 2020\n"
    note += "**People:** Ana\n**Next visit:** 4 May 2020\n"
    for line, found in (("[PAY] Payments", []), ("- PAY", []), ("[pay] Payments", ["FT404"]), ("[PAY+PAY]", [])):
        assert [one.code for one in check(f"{line}\n{note}", playbook=playbook)] == found, line
    assert [one.code for one in check(note, playbook=playbook)] == ["FT103"]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (":\n  [EXO] Exchange Online", []),
        (":\n  - [EXO]", []),
        ("\n  - [EXO] Exchange Online\n  - [SPO] SharePoint Online", ["FT110"]),
        ("\n[exo] Exchange Online", ["FT110", "FT404"]),
        (": [EXO] Exchange Online", []),
    ],
)
def test_a_tag_below_its_label_is_checked_as_one_above_the_labels(below: str, found: list[str]) -> None:
    """It is what the note is about, and no workload without an update or outside its list."""
    labels = "- STATUS: On track\n- SUMMARY: We met.\n- CONCERNS: None\n- NEXT ACTION: send the plan by 4 May 2020 (Ana)\n"
    assert [one.code for one in check(f"- WORKLOAD AFFECTED{below}\n{labels}")] == found


@pytest.mark.parametrize(("update", "is_blank"), [("", True), (" - the pilot runs", False)])
def test_an_update_below_the_label_of_a_tag_is_content(update: str, is_blank: bool) -> None:
    """A note that has only that is no blank template."""
    assert viewed(f"- WORKLOAD AFFECTED\n  - [EXO] Exchange Online{update}\n- STATUS:\n- SUMMARY:\n").is_blank is is_blank


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (TIDY, []),
        (
            "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Contoso\n  shops\n- REQUESTS FOR SUPPORT:\n  None\n",
            ["customer", "support-requests"],
        ),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n[EXO] Exchange Online - one\n  two\n", ["EXO in customer"]),
        (
            "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   -  [EXO]  Exchange - x\n     y\n"
            "\nwords\n\n- REQUESTS FOR SUPPORT: None\n",
            ["EXO in workloads", "prose"],
        ),
        (
            "- WORKLOAD AFFECTED\n  - [EXO] Exchange Online - the pilot\n    runs\n- STATUS: On track\n- SUMMARY: We met.\n",
            ["EXO in workload"],
        ),
    ],
)
def test_the_parts_of_several_lines_are_known(text: str, parts: list[str]) -> None:
    """Values, updates and text between the bullets are looked into for lines that were not read, those on one line are not."""

    def named(part: Field | Workload | Prose, parent: Field | None) -> str:
        name = part.tag if isinstance(part, Workload) else part.key or part.label if isinstance(part, Field) else "prose"
        return f"{name} in {parent.key}" if parent else name

    assert [named(*entry) for entry in viewed(text).multiline] == parts
