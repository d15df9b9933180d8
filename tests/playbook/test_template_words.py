"""A template with every word that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import own, template_of, words_in

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template


def test_a_template_knows_its_words_in_every_language() -> None:
    """Tags and names include those of other languages, but not those of other editions alone."""
    template = first_template(Playbook.load())
    assert template.keys[template.order["workloads"]] == template.listing == "workloads"
    assert template.catch_all == "CORE"
    assert template.tagged_names["IDSEC", "Identitätssicherheit"] == "IDSEC"
    assert "Microsoft 365 Apps" in template.other_editions
    assert not template.other_editions & {"OPP", "Office 365 ProPlus"}
    assert [template.workload_place(text) for text in ("EXO", "outlook mobile", "none")] == [0, 1, len(template.workloads)]
    assert ("Exchange Online", "EXO") in template.spellings
    assert all(tag != "CORE" for _, tag in template.spellings)


def test_an_unfilled_value_is_empty_a_hint_or_all_choices() -> None:
    """In any language, and not a part of these."""
    template = first_template(Playbook.load())
    hint = words_in(Playbook.load().languages[0]).hints["customer"][0]
    for value in ("", " \n", hint, hint.upper()):
        assert template.is_unfilled("customer", value)
    assert template.is_unfilled("engagement-status", "On Hold / Reactive / Fully Engaged")
    assert not template.is_unfilled("engagement-status", "On Hold / Reactive")
    assert not template.is_unfilled("customer", "Contoso")


def test_a_playbook_without_workloads_has_no_listing(tmp_path: Path) -> None:
    """The field that lists workloads has an empty key, and no workload is a catch-all."""
    text = 'id = "x"\n' + template_of('key = "who", label = "WHO"', titles='"NOTE"')
    template = first_template(own(tmp_path, text))
    assert (template.listing, template.catch_all, template.workload_place("EXO")) == ("", None, 0)


@pytest.mark.parametrize(
    ("text", "cut"), [("Exch", True), ("Exchange Onl", True), ("Exc", False), ("Exchange was", False), ("E" * 300, False)]
)
def test_the_beginning_of_a_name_is_found(text: str, cut: bool) -> None:
    """From four letters on, for known workloads."""
    template = first_template(Playbook.load())
    assert template.is_cut_name("EXO", text) is cut
    assert not template.is_cut_name("pbi", text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("STATUS OF THE ENGAGEMENT", "engagement-status"),
        ("Engagement status", "engagement-status"),
        ("STATUS OF THE ENGAGMENT", "engagement-status"),
        ("Relationshp with customer", "relationship"),
        ("Where we are", None),
    ],
)
def test_a_label_is_known_however_it_is_typed(text: str, key: str | None) -> None:
    """Published, everyday and misspelled labels mean a field."""
    found = first_template(Playbook.load()).label(text)
    assert (found and found.key) == key
