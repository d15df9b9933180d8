"""The words that a playbook prints and writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import EDITIONS, own, words_in

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.playbook.wording import Wording, wording_in

#: A language with few words, and a field that only another language has a label for.
FEW = """
id = "few"
extends = "2020-03"

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "mood"

[languages.de.templates.exec-summary.labels]
mood = ["LAUNE"]

[languages.nl]
name = "Dutch"
templates.exec-summary.titles = ["SAMENVATTING"]
templates.exec-summary.labels.customer = ["DE KLANT"]
templates.exec-summary.choices.engagement-status.on-hold = ["Gepauzeerd"]
workload-names.EXO = ["E-mail"]
"""


@pytest.fixture
def dutch(tmp_path: Path) -> Wording:
    """The wording of the language with few words."""
    return wording_in(first_template(own(tmp_path, FEW)), "nl")


@pytest.mark.parametrize("edition", EDITIONS)
def test_canonical_words_are_read_back_as_themselves(edition: str) -> None:
    """Titles, labels, choices and names of every language mean their own key."""
    playbook = Playbook.load(edition)
    vocabulary = first_template(playbook).vocabulary
    for language in playbook.languages:
        wording = wording_in(first_template(playbook), language.code)
        assert wording.title in vocabulary.titles
        assert {key: vocabulary.labels[label][1] for key, label in wording.labels.items()} == {
            key: key for key in words_in(language).labels
        }
        for key, choices in wording.choices.items():
            assert [vocabulary.choice(key, words) for words in choices.values()] == list(choices)
        assert {tag: vocabulary.name(name) for tag, name in wording.names.items()} == {tag: tag for tag in wording.names}


def test_words_that_a_language_lacks_come_from_another(dutch: Wording) -> None:
    """First from the default language, then from any; a label to write only from the default one."""
    assert (dutch.label("customer"), dutch.label("workloads")[:8], dutch.label("mood")) == ("DE KLANT", "SNAPSHOT", "LAUNE")
    assert dutch.label("none") == "none"
    assert (dutch.label_to_write("customer"), dutch.label_to_write("mood")) == ("DE KLANT", None)
    assert dutch.choice("engagement-status", "on-hold") == "Gepauzeerd"
    assert dutch.choice("engagement-status", "reactive") == "Reactive"
    assert dutch.choice("engagement-status", "none") == "none"
    assert (dutch.name("EXO"), dutch.name("SPO"), dutch.tag("EXO")) == ("E-mail", "SharePoint Online", "EXO")


def test_words_with_another_meaning_are_not_written(tmp_path: Path) -> None:
    """A name that is read as another workload is not written; the English name is used instead."""
    text = 'id = "x"\nextends = "2020-03"\n[languages.de.workload-names]\nSPO = ["Exchange Online"]\n'
    wording = wording_in(first_template(own(tmp_path, text)), "de")
    assert "SPO" not in wording.names
    assert wording.name("SPO") == "SharePoint Online"


def test_a_typed_spelling_becomes_the_published_one() -> None:
    """Of several published wordings the one that was meant is taken, otherwise the canonical one."""
    wording = wording_in(first_template(Playbook.load()), "en")
    assert wording.published_label("customer", "describe THE customer") == "DESCRIBE THE CUSTOMER"
    assert wording.published_label("customer", "who") == "DESCRIBE THE CUSTOMER"
    assert wording.published_choice("engagement-status", "on-hold", "ON-HOLD") == "On Hold"
    assert wording.published_name("EXO", "exchange  online") == "Exchange Online"


def test_a_choice_keeps_the_published_words_that_it_is_a_spelling_of() -> None:
    """Of two published wordings the typed one stays."""
    spanish = wording_in(first_template(Playbook.load()), "es")
    assert spanish.with_choice("engagement-status", "En interaccion total") == "En interacción total"
    assert spanish.with_choice("engagement-status", "Fully Engaged") == "en interacción"


@pytest.mark.parametrize(
    ("value", "found", "written"),
    [
        ("reaktiv", ("reactive", 0, 7), "Reactive"),
        ("  #x ON HOLD #y", ("on-hold", 5, 12), "  #x On Hold #y"),
        ("on #x hold", None, "on #x hold"),
        ("on hold <!-- c -->", ("on-hold", 0, 7), "On Hold <!-- c -->"),
        ("on hold?", ("on-hold", 0, 8), "On Hold?"),
        ("≠ on hold", ("on-hold", 0, 9), "≠ On Hold"),
        ("on hold, perhaps", None, "on hold, perhaps"),
    ],
)
def test_a_choice_is_found_beside_hashtags(value: str, found: tuple[str, int, int] | None, written: str) -> None:
    """It is written in the words of the language, and everything else stays."""
    wording = wording_in(first_template(Playbook.load()), "en")
    assert wording.whole_choice("engagement-status", value) == found
    assert wording.with_choice("engagement-status", value) == written


@pytest.mark.parametrize(
    ("tag", "name", "has_update", "written"),
    [
        ("exo", "", False, ("EXO", "Exchange Online")),
        ("", "exchange online", False, ("EXO", "Exchange Online")),
        ("olm / intune", "", False, ("OLM+INTUNE", "")),
        ("olm/none", "x", False, ("olm/none", "x")),
        ("", "none", False, ("", "none")),
        ("core", "", True, ("CORE", "")),
        ("core", "", False, ("CORE", "For those that do not fit within above workloads")),
    ],
)
def test_workloads_get_their_canonical_tag_and_name(tag: str, name: str, has_update: bool, written: tuple[str, str]) -> None:
    """A known tag adds the name and a known name the tag; unknown ones stay."""
    assert wording_in(first_template(Playbook.load()), "en").workload(tag, name, has_update) == written


def test_the_wording_of_typed_words_is_that_of_their_language() -> None:
    """A title, label or choice that this language has too, or that none has, stays in it."""
    english, german = wording_in(first_template(Playbook.load()), "en"), wording_in(first_template(Playbook.load()), "de")
    assert english.for_title("zusammenfassung für die führungsebene") is german
    assert english.for_title("Executive summary") is english.for_title("none") is english
    assert english.for_label("Beschreibung des Kunden") is german
    assert english.for_label("describe the customer") is english.for_label("none") is english
    assert english.for_choice("engagement-status", "angehalten") is german
    assert english.for_choice("engagement-status", "on hold") is english.for_choice("engagement-status", "none") is english
