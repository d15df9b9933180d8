from __future__ import annotations

from typing import Any

import pytest

import ftnotes
from ftnotes import Playbook

from .requests import ask


@pytest.mark.parametrize("edition", Playbook.editions())
def test_the_settings_are_those_of_the_playbook(edition: str) -> None:
    """Every edition, language, role, type and priority can be chosen, and is understood by a check."""
    playbook = Playbook.load(edition)
    settings = ask("settings", settings={"edition": edition})
    assert settings["now"] == {"edition": edition, "language": "en"}
    assert {one["value"] for one in settings["edition"]} == set(Playbook.editions())
    assert [one["value"] for one in settings["role"]] == [role.key for role in playbook.roles]
    for name in ("language", "role", "note-type", "intent", "priority"):
        for one in settings[name]:
            assert "error" not in ask("check", text="", settings={"edition": edition, name: one["value"]})


def test_names_are_plain_words() -> None:
    """A name is that of the playbook or else the key in words, with the abbreviations that people know."""
    names = {one["value"]: one["name"] for one in ask("settings")["role"]}
    assert names["fasttrack-manager"] == "FastTrack Manager (FM)"
    assert names["technical-expert"] == "Technical expert (FE, SME, GMFTA, MVM)"
    assert names["gateway-manager"] == "Gateway Manager"


@pytest.mark.parametrize("language", [one.code for one in Playbook.load().languages])
def test_the_form_has_the_fields_of_the_template(language: str) -> None:
    """The fields are those of the template in its order, in the words of the language."""
    template = Playbook.load().template("exec-summary")
    form = ask("form", settings={"language": language}, template="exec-summary")
    assert [field["key"] for field in form["fields"]] == [field.key for field in template.fields]
    for field, spec in zip(form["fields"], template.fields, strict=True):
        assert field["label"] == template.words[language].labels[spec.key][0]
    kinds = {field["key"]: (field["kind"], len(field["choices"])) for field in form["fields"]}
    assert kinds["engagement-status"] == ("choice", 3)
    assert kinds["workloads"] == ("workloads", len(Playbook.load().workloads))
    assert kinds["customer"] == ("text", 0)
    assert form["hashtags"][0]["tag"] == "#covid"
    assert form["language"] == language


def test_an_empty_form_is_the_blank_template() -> None:
    """Without values the note is the template to fill in."""
    assert ask("new") == {"text": ftnotes.new()}
    assert ask("new", values={"customer": ""}, workloads={}, hashtags=[]) == {"text": ftnotes.new()}


def test_a_filled_in_form_is_a_note_with_its_values() -> None:
    """The note has the values, in the words of the language and edition."""
    request: dict[str, Any] = {
        "settings": {"language": "de", "edition": "2020-05"},
        "values": {"customer": "Handel", "engagement-status": "reactive"},
        "workloads": {"EXO": "halb"},
        "hashtags": ["#covid"],
    }
    text = ask("new", **request)["text"]
    assert text == ftnotes.new(
        language="de",
        edition="2020-05",
        workloads={"EXO": "halb"},
        hashtags=["#covid"],
        customer="Handel",
        engagement_status="reactive",
    )
    assert ask("new", workloads={"EXO": ""})["text"] == ftnotes.new(workloads=["EXO"], customer="")


@pytest.mark.parametrize(
    ("request_", "field", "error"),
    [
        (
            {"values": {"customer": "x\n- REQUESTS FOR SUPPORT: y"}},
            "customer",
            "DESCRIBE THE CUSTOMER 'x\\n- REQUESTS FOR SUPPORT: y' would be read differently",
        ),
        (
            {"values": {"engagement-status": "Ambr"}},
            "engagement-status",
            "STATUS OF THE ENGAGEMENT: 'Ambr' is not a valid choice",
        ),
        ({"workloads": {"EXO": "a\n- REQUESTS FOR SUPPORT: b"}}, "workloads", "SNAPSHOT OF KEY WORKLOADS"),
        ({"workloads": {"NONE": "a"}}, "", "workload 'NONE' is unknown"),
        ({"hashtags": ["x"]}, "", "'x' is not a hashtag"),
    ],
)
def test_a_value_that_a_note_cannot_have_is_refused_by_its_label(request_: dict[str, Any], field: str, error: str) -> None:
    """The error names the field as the form does, so that the page can show it there."""
    answer = ask("new", **request_)
    assert answer["field"] == field
    assert answer["error"].startswith(error)


def test_a_form_of_another_kind_is_an_error() -> None:
    """An unknown field or template is refused."""
    assert "has no field 'nonsense'" in ask("new", values={"nonsense": "x"})["error"]
    assert "error" in ask("form", template="nonsense")
