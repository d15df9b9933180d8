"""Everyday words with two meanings."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import WHOLE, own, words_in

from ftnotes.playbook.choice_reading import choice_in
from ftnotes.playbook.everyday import Name
from ftnotes.playbook.model import PlaybookError
from ftnotes.playbook.template_words import first_template

#: The place of the words of a template, in expressions.
EN = r"languages\.en\.templates\.exec-summary"
EXTENDS = 'id = "own"\nextends = "2020-03"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f'{WHOLE}\n[languages.en.templates.exec-summary.everyday-labels]\nwho = ["State"]\n',
            rf"{EN}\.everyday-labels\.who: 'State' means 'state' already \(see {EN}\.labels\.state\)",
        ),
        (
            f'{WHOLE}\n[languages.en.templates.exec-summary.everyday-labels]\nwho = ["Them"]\nwork = ["THEM"]\n',
            rf"everyday-labels\.work: 'THEM' means 'who' already \(see {EN}\.everyday-labels\.who\)",
        ),
        (
            EXTENDS + '[[workloads]]\ntag = "OD"\neveryday-names = ["Exchange online"]\n',
            r"workloads\[OD\]\.everyday-names: 'Exchange online' means 'EXO' already \(see workloads\[EXO\]\.names\)",
        ),
        (
            EXTENDS + '[[workloads]]\ntag = "OD"\nkin-names = ["OneDrive Vault"]\n'
            '[[workloads]]\ntag = "SPO"\neveryday-names = ["onedrive vault"]\n',
            r"workloads\[OD\]\.kin-names: 'OneDrive Vault' means 'SPO' already \(see workloads\[SPO\]\.everyday-names\)",
        ),
        (
            EXTENDS + '[[workloads]]\ntag = "OD"\neveryday-names = ["Segurança de Identidade"]\n',
            r"means 'IDSEC' already \(see languages\.pt-BR\.workload-names\.IDSEC\)",
        ),
        (
            EXTENDS + '[[workloads]]\ntag = "OD"\neveryday-tags = ["exo"]\n',
            r"workloads\[OD\]\.everyday-tags: 'exo' means 'EXO' already \(see workloads\[EXO\]\.tag\)",
        ),
        (
            EXTENDS + '[[workloads]]\ntag = "OD"\neveryday-tags = ["コア"]\n',
            r"means 'CORE' already \(see languages\.ja\.workload-tags\.CORE\)",
        ),
        (
            f'{WHOLE}\n[languages.en.templates.exec-summary.everyday-choices.state]\ngood = ["bad"]\n',
            rf"everyday-choices\.state\.good: 'bad' means 'bad' already \(see {EN}\.choices\.state\.bad\)",
        ),
        (
            f'{WHOLE}\n[languages.en.templates.exec-summary.everyday-choices.state]\ngood = ["so"]\nbad = ["So"]\n',
            r"everyday-choices\.state\.bad: 'So' means 'good' already",
        ),
    ],
)
def test_a_word_of_the_file_with_two_meanings_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Where a published word or another everyday word of the file means something else."""
    with pytest.raises(PlaybookError, match=message):
        own(tmp_path, text)


def test_an_inherited_word_yields_to_the_file(tmp_path: Path) -> None:
    """Published and everyday words of a file take the place of inherited everyday words, and of no others."""
    playbook = own(
        tmp_path,
        EXTENDS
        + '[[workloads]]\ntag = "WIN11"\nnames = ["Windows 11"]\nother-tags = ["WIN"]\n'
        + '[[workloads]]\ntag = "PHONE"\nnames = ["Voice"]\neveryday-names = ["Teams phone"]\neveryday-tags = ["ODB"]\n'
        + '[[templates]]\nkey = "exec-summary"\n[[templates.fields]]\nkey = "health"\n'
        + '[languages.en.templates.exec-summary.labels]\nhealth = ["STATUS"]\n'
        + '[languages.en.templates.exec-summary.everyday-labels]\nhealth = ["State"]\n',
    )
    everyday, vocabulary, labels = playbook.everyday, playbook.vocabulary, first_template(playbook).everyday
    assert (vocabulary.name("Windows 11"), everyday.name("Windows 11")) == ("WIN11", None)
    assert everyday.name("Win 11") == Name("WIN10", True)
    assert everyday.name("Teams Phone") == Name("PHONE", False)
    assert (everyday.tag("ODB"), everyday.tag("ODFB")) == ("PHONE", "OD")
    assert everyday.tag("WIN") is None
    state, engagement = labels.label("State"), labels.label("Engagement")
    assert state
    assert engagement
    assert (state.key, engagement.key) == ("health", "engagement-status")
    english = words_in(playbook.languages[0], playbook).everyday_labels["engagement-status"]
    assert "State" not in english
    assert "Status" not in english
    assert "Engagement" in english


def test_everyday_words_are_added_to_the_inherited_ones(tmp_path: Path) -> None:
    """As they are only read; an empty list inherits nothing."""
    playbook = own(
        tmp_path,
        EXTENDS
        + '[[workloads]]\ntag = "EXO"\neveryday-names = ["Postbox"]\nkin-names = []\n'
        + '[languages.en]\nown-labels = ["Weather", "Risks"]\nsign-offs = []\n'
        + '[languages.en.templates.exec-summary.everyday-labels]\ncustomer = ["Them"]\nrelationship = []\n',
    )
    everyday, labels = playbook.everyday, first_template(playbook).everyday
    assert everyday.name("Postbox") == everyday.name("Exchange") == Name("EXO", False)
    assert everyday.name("EOP") is None
    assert labels.is_own_label("Weather")
    assert labels.is_own_label("Risks")
    assert not everyday.sign_off("Kind regards")
    assert everyday.sign_off("Viele Grüße")
    assert labels.label("Them") == labels.label("Cust")
    assert labels.label("Rel") is None


def test_an_inherited_word_for_a_choice_yields_to_the_file(tmp_path: Path) -> None:
    """A published or everyday word of the file can mean another choice than the inherited everyday word."""
    playbook = own(
        tmp_path,
        EXTENDS
        + '[languages.en.templates.exec-summary.choices.engagement-status]\nreactive = ["Reactive", "Hold"]\n'
        + '[languages.en.templates.exec-summary.everyday-choices.deployment-progress]\nfully-deployed = ["Partly"]\n',
    )
    assert choice_in(first_template(playbook), "engagement-status", "Hold") == "reactive"
    assert choice_in(first_template(playbook), "deployment-progress", "Partly") == "fully-deployed"
    assert choice_in(first_template(playbook), "deployment-progress", "Partial") == "partially-deployed"
