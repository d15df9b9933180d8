"""New notes: the blank template, and notes from values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from helpers.paths import DATA
from helpers.playbooks import own, template_of

import ftnotes
from ftnotes import DeploymentProgress, EngagementStatus, Playbook, Workload, build_note
from ftnotes.writing.compose import new
from ftnotes.writing.format import format

EDITIONS = DATA / "editions"
WHITESPACE = sorted(path.stem for path in EDITIONS.glob("*-blank@*.txt"))


@pytest.mark.parametrize("case", WHITESPACE)
def test_the_blank_template_is_the_published_one(case: str) -> None:
    """It is equal in each language and edition, except for spaces at the ends of lines, and it is in canonical form."""
    language, _, edition = case.partition("-blank@")
    published = (EDITIONS / f"{case}.txt").read_bytes().decode()
    written = new(language=language, edition=edition)
    assert written == "\n".join(line.rstrip(" ") for line in published.split("\n"))
    assert format(written, edition=edition) == written


def test_a_note_has_the_given_values() -> None:
    """Fields, choices in the words of the language, workloads in the order of the template, the hashtag in the title."""
    written = new(
        customer="  Retail,\r\n  20K users \n",
        engagement_status=EngagementStatus.FULLY_ENGAGED,
        deployment_progress="teilweise bereitgestellt",
        relationship=None,
        workloads={"TEAMS": "live", "Exchange Online": "pilot\nthen two waves", "OLM+INTUNE": "phones"},
        hashtags=["#covid"],
    )
    assert (
        written
        == """\
**EXEC SUMMARY** #covid
- DESCRIBE THE CUSTOMER: Retail,
  20K users
- STATUS OF THE ENGAGEMENT: Fully Engaged
- M365 DEPLOYMENT PROGRESS: Partially Deployed
- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM:
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - pilot
       then two waves
   -  [OLM+INTUNE] - phones
   -  [TEAMS]  Teams - live

- REQUESTS FOR SUPPORT:
"""
    )
    assert format(written) == written
    (summary,) = ftnotes.parse(written).exec_summaries
    assert summary.engagement_status is EngagementStatus.FULLY_ENGAGED
    assert summary.deployment_progress is DeploymentProgress.PARTIALLY_DEPLOYED
    # The bullets for which nothing was given are empty.
    assert not ftnotes.check(ftnotes.parse(written), ignore=["field-empty"])


def test_a_blank_template_can_list_some_workloads_only() -> None:
    """The hints stay, except for the one that says to remove workloads."""
    written = new(workloads=["CORE", "EXO"], language="de", edition="2020-05")
    assert "- BESCHREIBUNG DES KUNDEN: (d. h. Branche" in written
    assert "NÄCHSTE AKTIONEN:\n\n   -  [EXO]  Exchange Online\n   -  [CORE]  Für alles, was" in written
    assert "[" not in new(workloads=())


def test_workloads_are_tags_or_nodes() -> None:
    """An unknown tag is given as a node, and comes after those of the template."""
    own = Workload("TILLS", "Tills of the shops", "own project")
    written = new(customer="x", workloads=(node for node in (own, "microsoft 365 apps")))
    assert written.endswith(
        "\n\n   -  [OPP]  Office 365 ProPlus\n   -  [TILLS]  Tills of the shops - own project\n\n- REQUESTS FOR SUPPORT:\n"
    )


def test_a_summary_is_built_as_a_tree() -> None:
    """`build_note` returns the node; missing values are empty."""
    summary = build_note(language="es", engagement_status="on-hold", workloads=["AIP"])
    assert isinstance(summary, ftnotes.ExecSummary)
    assert summary.language == "es"
    assert summary.engagement_status is EngagementStatus.ON_HOLD
    assert summary.field("engagement-status") == ftnotes.Field("engagement-status", "ESTADO DE LA INTERACCIÓN", "En espera")
    assert summary.customer == ""
    assert summary.workloads == (Workload("AIP", "Protección de información de Azure"),)
    assert build_note().field("customer") == ftnotes.Field("customer", "DESCRIBE THE CUSTOMER")
    assert ftnotes.serialize(build_note(customer="x")) == new(customer="x")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"customer": "x\n- STATUS OF THE ENGAGEMENT: Reactive"},
            "^customer 'x.n- STATUS.*' would be read differently: in part as a separate title",
        ),
        ({"customer": "x" * 300 + "\n---"}, "^customer 'x+ would be read differently"),
        ({"support_requests": "x\nEXEC SUMMARY"}, "^support_requests '.*' would be read differently"),
        ({"relationship": "x\n\n## y"}, "^relationship '.*' would be read differently"),
        ({"customer": "x\n> y"}, "^customer: a line can't start with '>'"),
        (
            {"workloads": {"EXO": "x\n[OD] y"}},
            r"^workloads\['EXO'\] 'x.n\[OD\] y' would be read differently: in part as a separate title",
        ),
        ({"workloads": [Workload("EXO", "Mail: archive", "x")]}, r"^workloads\['EXO'\] 'x' would be read differently"),
        (
            {"engagement_status": "paused"},
            "^engagement_status: 'paused' is not a valid choice; the choices are 'on-hold' .On Hold., ",
        ),
        ({"engagement_status": "reactiv"}, "did you mean 'Reactive'"),
        ({"workloads": ["EXOO"]}, "^workload 'EXOO' is unknown .did you mean 'EXO'.*; playbook 2020-03 has EXO, OLM"),
        ({"workloads": ["EXO+FOO"]}, "^workload 'EXO.FOO' is unknown"),
        ({"language": "nl"}, "^language 'nl' is unknown.*; playbook 2020-03 has en, "),
        ({"edition": "2021"}, "^edition '2021' is unknown.*; there are 2019-09, 2020-03, 2020-05"),
        ({"hashtags": ["covid"]}, "^'covid' is not a hashtag"),
    ],
)
def test_values_that_would_be_read_differently_are_refused(values: dict[str, Any], message: str) -> None:
    """The message names the value: a forged field, line or tag, or one that the playbook doesn't have."""
    with pytest.raises(ValueError, match=message):
        new(**values)
    with pytest.raises(ValueError, match=message):
        build_note(**values)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"custmer": "x"}, "no field 'custmer' .did you mean 'customer'.*; it has customer, engagement_status, "),
        ({"customer": 3}, "customer takes a str, not int"),
        ({"workloads": "EXO"}, "workloads must be tags, Workload nodes, or a mapping of tags to updates, not str"),
        ({"workloads": 3}, "workloads must be tags, .* not int"),
        ({"workloads": [3]}, "a workload must be a tag or a Workload, not int"),
        ({"workloads": {"EXO": None}}, r"workloads\['EXO'\] takes a str, not NoneType"),
        ({"language": None}, "language takes a str, not NoneType"),
    ],
)
def test_values_of_another_type_are_refused_by_name(values: dict[str, Any], message: str) -> None:
    """An unknown key is a TypeError as for any function, and the keys are listed."""
    with pytest.raises(TypeError, match=message):
        new(**values)


OWN = """
id = "own"
extends = "2020-03"
summary = "A language of its own."

[[hashtags]]
tag = "#covid"
summary = "nothing"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "mood"
kind = "choice"
choices = ["good", "bad"]

[languages.nl]
name = "Dutch"
templates.exec-summary.titles = ["SAMENVATTING"]

[languages.nl.templates.exec-summary.labels]
customer = ["DE KLANT"]

[languages.de.templates.exec-summary.choices.mood]
good = ["Gut"]
bad = ["Schlecht"]

[languages.de.templates.exec-summary.labels]
mood = ["LAUNE"]
"""


def test_a_word_that_a_language_lacks_is_taken_from_another(tmp_path: Path) -> None:
    """Labels come in the default language where need be, choices in any; a field that no label can be found for is left out."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    own = Playbook.from_file(path)
    written = new(playbook=own, language="nl", customer="x", engagement_status="reactive")
    assert written.startswith(
        "**SAMENVATTING**\n- DE KLANT: x\n- STATUS OF THE ENGAGEMENT: Reactive\n- M365 DEPLOYMENT PROGRESS:\n"
    )
    assert "LAUNE" not in written
    assert "- LAUNE: Gut/Schlecht\n" in new(playbook=own, language="de")
    assert "- STATUS OF THE ENGAGEMENT: On Hold/Reactive/Fully Engaged\n" in new(playbook=own, language="nl")
    assert new(playbook=own, hashtags=["#covid"]).startswith("**EXEC SUMMARY** #covid\n")
    path.write_text(OWN.replace("2020-03", "2019-09").replace("#covid", "#" + "long" * 100), encoding="utf-8")
    with pytest.raises(ValueError, match=r"^ExecSummary.* would be read differently: Prose"):
        new(playbook=Playbook.from_file(path), language="nl", hashtags=["#" + "long" * 100])


class Hold(StrEnum):
    HOLD = "on-hold"


def test_a_member_of_a_custom_enumeration_is_a_choice() -> None:
    """Any text that is the key of a choice will do."""
    assert "- STATUS OF THE ENGAGEMENT: On Hold\n" in new(engagement_status=Hold.HOLD)


def test_a_note_is_written_by_the_key_of_its_template(tmp_path: Path) -> None:
    """Without one, by the first template of the playbook; each has its own fields and languages."""
    fields = 'label = "RAG status", choices = ["Green", "Amber"], hint = "(one)"', 'label = "Wins", hint = "(two at most)"'
    playbook = own(tmp_path, 'id = "own"\nextends = "2020-03"\n' + template_of(*fields, titles='"WEEKLY STATUS"', key="weekly"))
    assert new("weekly", playbook=playbook) == "**WEEKLY STATUS**\n- RAG status: Green/Amber\n- Wins: (two at most)\n"
    assert new("weekly", playbook=playbook, rag_status="amber") == "**WEEKLY STATUS**\n- RAG status: Amber\n- Wins:\n"
    assert build_note("weekly", playbook=playbook, wins="none").template == "weekly"
    assert new(playbook=playbook, customer="x") == new("exec-summary", customer="x") == new(customer="x")
    with pytest.raises(
        ValueError, match=r"template 'week' is unknown \(did you mean 'weekly'\?\); playbook own has exec-summary, "
    ):
        new("week", playbook=playbook)
    with pytest.raises(ValueError, match=r"language 'de' is unknown.*; template weekly has en"):
        new("weekly", language="de", playbook=playbook)
    with pytest.raises(TypeError, match=r"has no field 'customer'.*; it has rag_status, wins"):
        new("weekly", playbook=playbook, customer="x")


def test_a_field_can_have_the_name_of_an_argument(tmp_path: Path) -> None:
    """Its value is given by ``values``, which takes keys as the playbook writes them."""
    names = ["Language", "Template", "Playbook", "Values", "RAG status"]
    playbook = own(tmp_path, 'id = "own"\n' + template_of(*(f'label = "{name}"' for name in names), titles='"T"'))
    keys = ["language", "template", "playbook", "values", "rag-status"]
    text = new(playbook=playbook, values={key: f"{key} x" for key in keys})
    assert text == "**T**\n" + "".join(f"- {name}: {key} x\n" for name, key in zip(names, keys, strict=True))
    assert build_note(playbook=playbook, values={"language": "x"}, rag_status="y").field("rag-status")
    with pytest.raises(TypeError, match="field 'rag-status' is given twice; give it once"):
        new(playbook=playbook, values={"rag-status": "x"}, rag_status="y")
    with pytest.raises(TypeError, match="values must be a mapping of keys to values, not list"):
        new(playbook=playbook, values=["x"])  # type: ignore[arg-type]


def test_a_note_is_written_as_its_template_is_typed() -> None:
    """With bold labels, in the words of a variant, with what it is about above them, and choices with words or several."""
    assert new(
        "technical-enablement",
        variant="sme",
        values={"workload": "exo", "status": "on-track", "summary": "Met.", "concerns": "none", "next-steps": "call"},
    ) == (
        "[EXO]  Exchange Online\n**Status:** On track\n**Summary:** Met.\n**Deployment Concerns:** none\n**Next Steps:** call\n"
    )
    given = {"workload": "OLM+INTUNE", "status": "Paused, on leave", "next-steps": "call"}
    assert new("technical-enablement", edition="2019-09", values=given) == (
        "- [OLM+INTUNE]\n- STATUS: Paused, on leave\n- SUMMARY:\n- NEXT ACTION: call\n- CONCERNS:\n"
    )
    assert new("technical-enablement", edition="2019-09").startswith("- WORKLOAD AFFECTED:\n- STATUS: On track/Paused/")
    written = new("enterprise-status", reason="it-maturity, >50k", status="R")
    assert written.startswith("**Reason:** IT Maturity, >50k\n**Status:** Red\n**Exec Summary:**\n")
    assert new("enterprise-status").startswith("**Reason:** IT Maturity | >50k | ")
    assert build_note("technical-enablement", variant="fe", workload="SPO").about == ("SPO",)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"template": "technical-enablement", "variant": "sm"}, "variant 'sm' is unknown .*template technical-enablement has"),
        ({"variant": "sme"}, "variant 'sme'"),
        ({"template": "technical-enablement", "workload": "XYZ"}, "workload 'XYZ'"),
        ({"template": "technical-enablement", "status": "fine"}, "status: 'fine' is not a valid choice"),
        ({"template": "enterprise-status", "reason": "reactive, size"}, "reason: 'size' is not a valid choice"),
        ({"template": "enterprise-status", "workloads": ["EXO"]}, "workloads: template enterprise-status has no list of them"),
    ],
)
def test_what_a_template_does_not_have_is_refused(values: dict[str, Any], message: str) -> None:
    """The message names it."""
    with pytest.raises(ValueError, match=message):
        new(**values)


@pytest.mark.parametrize("key", [template.key for template in Playbook.load().templates[1:]])
@pytest.mark.parametrize("edition", ["2019-09", "2020-03"])
def test_a_blank_note_of_each_template_is_read_as_one(key: str, edition: str) -> None:
    """And it is in canonical form."""
    blank = new(key, edition=edition)
    (note,) = ftnotes.parse(blank, edition=edition).notes
    assert note.template == key
    assert not any(note.choices(spec.key) for spec in Playbook.load(edition).template(key).fields)
    assert format(blank, edition=edition) == blank
