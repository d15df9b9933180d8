"""A note: its fields, choices and workloads, and what proves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import template_of

from ftnotes import ExecSummary, Field, Prose, Title, Workload, parse
from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.exec_summary import DeploymentProgress, EngagementStatus


def test_a_summary_reads_like_the_template(summary: ExecSummary) -> None:
    """There is one attribute for each field; the first of two fields with the same label counts."""
    assert summary.title == Title("EXEC SUMMARY", "#covid")
    assert summary.customer == "Retail,\n20K users"
    assert summary.engagement_status is EngagementStatus.ON_HOLD
    assert summary.relationship == "Good"
    assert summary.support_requests == "A survey"
    assert summary.language == "en"


def test_a_missing_or_unknown_value_is_none(summary: ExecSummary) -> None:
    """So is an unknown choice, and every property of a summary without fields."""
    assert summary.deployment_progress is None
    assert summary.field("deployment-progress") is not None
    bare = ExecSummary(Title("EXEC SUMMARY"), (Field("customer", "DESCRIBE THE CUSTOMER"),))
    assert (bare.customer, bare.relationship, bare.support_requests) == ("", None, None)
    assert (bare.engagement_status, bare.deployment_progress) == (None, None)
    assert bare.workloads == ()
    assert bare.workload("EXO") is None


def test_choices_are_those_of_the_template(summary: ExecSummary) -> None:
    """Both choice fields are read by their key and as enumerations; a text field has no choice."""
    assert (
        parse("执行摘要\n- M365 部署进度：完全部署").exec_summaries[0].deployment_progress is DeploymentProgress.FULLY_DEPLOYED
    )
    assert summary.choice("engagement-status") == "on-hold"
    assert summary.choice("customer") is None
    assert summary.choice("none") is None


def test_a_custom_choice_is_a_key_but_not_a_member(tmp_path: Path) -> None:
    """`choice` knows the choices that a playbook adds; the enumerations have those of the published template."""
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\nextends = "2020-03"\n'
        + template_of('key = "engagement-status", choices = ["On Hold", "Reactive", "Fully Engaged", "Lost"]'),
        encoding="utf-8",
    )
    found = parse("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: lost", Playbook.from_file(file)).exec_summaries[0]
    assert found.choice("engagement-status") == "lost"
    assert found.engagement_status is None


def test_fields_are_found_by_key(summary: ExecSummary) -> None:
    """They are listed in order, unknown ones without a key."""
    assert [field.key for field in summary.fields] == [
        "customer",
        "engagement-status",
        "deployment-progress",
        "relationship",
        "workloads",
        None,
        "support-requests",
        "engagement-status",
    ]
    found = summary.field("engagement-status")
    assert found is not None
    assert found.value == "On Hold #covid"
    assert summary.field("none") is None


@pytest.mark.parametrize(
    ("tag", "update"),
    [
        ("EXO", "Planning"),
        ("exo", "Planning"),
        ("Exchange Online", "Planning"),
        ("INTUNE", "Reviewing"),
        ("OLM", "Reviewing"),
        ("TEAMS", "Calling"),
        ("SPO", None),
        ("UNKNOWN", None),
    ],
)
def test_a_workload_is_found_by_its_tag(summary: ExecSummary, tag: str, update: str | None) -> None:
    """It is found in any case, by its name, as one of several joined tags, or by a name without a tag."""
    found = summary.workload(tag)
    assert (found.update if found else None) == update


def test_all_workloads_are_listed() -> None:
    """They are in fields and in the summary itself, and listed in the order of the text."""
    found = parse("EXEC SUMMARY\n- [EXO] Exchange Online\n- DESCRIBE THE CUSTOMER: x\n- [OD] OneDrive for Business\n")
    assert [workload.tag for workload in found.exec_summaries[0].workloads] == ["EXO", "OD"]


def test_names_below_a_title_are_evidence() -> None:
    """So a summary of an everyday label and workloads without tags is read and can be built."""
    body = (
        Field("customer", "Customer", "Bank", (Workload("EXO", "", "a"), Workload("FOO", "", "b"))),
        Workload("", "SharePoint", "c"),
    )
    assert ExecSummary(Title("EXEC SUMMARY"), body).workloads[-1].name == "SharePoint"
    with pytest.raises(ValueError, match="it would be read as prose"):
        ExecSummary(Title("EXEC SUMMARY"), (Prose("x\n"), *body[1:]))
