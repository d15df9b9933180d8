"""Labels without their colon."""

from __future__ import annotations

import pytest

from ftnotes import Playbook, Span, check, fix
from ftnotes.playbook.template_words import first_template
from ftnotes.policy.bare_labels import bare_label

TEMPLATE = first_template(Playbook.load())


def test_a_label_alone_is_whole() -> None:
    """A label without text after it is not cut at another label that it begins with."""
    assert bare_label(TEMPLATE, "Snapshot of key workloads current status and next actions") is None


@pytest.mark.parametrize(
    ("line", "key", "typed"),
    [
        ("- STATUS OF THE ENGAGEMENT Fully Engaged", "engagement-status", "STATUS OF THE ENGAGEMENT"),
        ("Status of the engagement fully engaged", "engagement-status", "Status of the engagement"),
        ("  * Status reactive", "engagement-status", "Status"),
        ("- Status Green since May", "engagement-status", "Status"),
        ("1. Deployment progress 40 %", "deployment-progress", "Deployment progress"),
        ("- **STATUS OF THE ENGAGEMENT** Reactive", "engagement-status", "**STATUS OF THE ENGAGEMENT**"),
        ("- STAUTS OF THE ENGAGMENT Reactive", "engagement-status", "STAUTS OF THE ENGAGMENT"),
        ("- 接洽状态 全面接洽", "engagement-status", "接洽状态"),
    ],
)
def test_a_label_without_colon_is_seen(line: str, key: str, typed: str) -> None:
    """Published, everyday and misspelled labels are seen, in any language, after any bullet."""
    label = bare_label(TEMPLATE, line)
    assert label is not None
    assert (label.key, line[label.start : label.end]) == (key, typed)
    assert label.within(Span(10, 10 + len(line))) == Span(10 + label.start, 10 + label.end)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "- ",
        "Status",
        "- Status:",
        "- Status is green",
        "- They asked for the status Reactive",
        "- Status, Reactive",
        "- x" * 9,
    ],
)
def test_a_line_of_another_kind_has_none(line: str) -> None:
    """A sentence that begins with an everyday label, a label with nothing after it, and other lines have no such label."""
    assert bare_label(TEMPLATE, line) is None


SUMMARY = (
    "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n{}- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT "
    "TEAM: good\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n   -  [EXO]  Exchange Online - moved\n"
    "- REQUESTS FOR SUPPORT: None\n"
)


def test_several_labels_are_one_finding_and_the_fix_makes_them_labels() -> None:
    """A finding lists the labels without colons before other text than a choice; with colons, they are read as labels."""
    text = SUMMARY.format("- Status Green\n- Deployment progress Amber\n")
    (found,) = check(text, select=("FT112",)).diagnostics
    assert (
        found.message
        == '"Status" and "Deployment progress" are not read as labels, since they have no colons. Type ":" after each.'
    )
    after = fix(text, select=("FT112",), unsafe=True).text
    assert check(after, select=("FT112",)).diagnostics == ()
    assert "- STATUS OF THE ENGAGEMENT: Green\n- M365 DEPLOYMENT PROGRESS: Amber\n" in after


def test_a_label_before_a_choice_is_read_without_colon() -> None:
    """Its spelling and its colon are one finding, with one fix."""
    text = SUMMARY.format("- Status Reactive\n- Deployment progress Not Deployed\n")
    assert [found.code for found in check(text).diagnostics] == ["FT109"]
    after = fix(text).text
    assert check(after).diagnostics == ()
    assert "- STATUS OF THE ENGAGEMENT: Reactive\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n" in after


def test_a_label_that_the_summary_has_is_a_point() -> None:
    """If no bullet is missing, a line that begins with a label is text like any other."""
    choices = "- STATUS OF THE ENGAGEMENT: Reactive\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n"
    text = SUMMARY.format(choices).replace("good\n", "good\n  - Status Reactive since May\n")
    assert check(text).diagnostics == ()
    flush = check(text.replace("  - Status", "- Status"), select=("FT112",))
    assert ["looks like an item" in found.message for found in flush] == [True]


def test_text_between_the_bullets_can_begin_with_a_label() -> None:
    """Text that no bullet has is reported as a label without colon, and other text beside it as well."""
    text = SUMMARY.format("- STATUS OF THE ENGAGEMENT: Reactive\n\nDeployment progress Amber\n\nSorry for this!\n\n")
    assert [found.code for found in check(text).diagnostics] == ["FT112", "FT111"]
    assert [found.code for found in check(text.replace("\n\nSorry for this!", "")).diagnostics] == ["FT112"]


def test_paragraphs_between_the_bullets_are_one_finding() -> None:
    """Each is named, and the first is where the finding is."""
    text = SUMMARY.format("- STATUS OF THE ENGAGEMENT: Reactive\n\nSorry!\n\n---\n\nAna left.\n\n")
    (found,) = check(text, select=("FT111",)).diagnostics
    assert (found.span.text(text), found.message) == (
        "Sorry!",
        '"Sorry!" and "Ana left." are between the bullets and belong to none of them. '
        "Move them into bullets or out of the summary.",
    )


def test_lines_right_below_such_a_label_are_its_text() -> None:
    """They are no stray text, unlike a paragraph of its own and a label that follows."""
    text = SUMMARY.format("- STATUS OF THE ENGAGEMENT: Reactive\n\n* Progress Amber\nsince May\n* and Ana left\n\n")
    (found,) = check(text, select=("FT111", "FT112")).diagnostics
    assert found.message == '"Progress" is not read as a label, since it has no colon. Type ":" after it.'
    text = text.replace("since May", "\nSorry!")
    assert [(one.code, one.span.text(text)) for one in check(text, select=("FT111", "FT112")).diagnostics] == [
        ("FT112", "Progress"),
        ("FT111", "Sorry!\n* and Ana left"),
    ]
