from __future__ import annotations

import datetime

import pytest
from ftnotes_web.session import configuration_of, open_note, playbook_of


def test_settings_become_a_configuration() -> None:
    """Each setting is one of the configuration or its context; empty and unknown ones set nothing."""
    given = {
        "edition": "2020-05",
        "language": "de",
        "role": "FM",
        "date": "2020-05-07",
        "intent": "",
        "priority": None,
        "else": 1,
    }
    configuration = configuration_of(given)
    assert (configuration.edition, configuration.language) == ("2020-05", "de")
    assert configuration.context.role == "FM"
    assert configuration.context.date == datetime.date(2020, 5, 7)
    assert configuration.context.intent is configuration.context.priority is None
    assert playbook_of({"settings": given}).default_language == "de"
    assert playbook_of({}).id == "2020-03"


def test_the_same_text_is_read_once() -> None:
    """A request about the note of the one before gets the same note; other texts and settings get another."""
    first = open_note({"text": "a", "settings": {"role": "FM"}})
    assert open_note({"text": "a", "settings": {"role": "FM"}}) is first
    other = open_note({"text": "a", "settings": {}})
    assert other is not first
    assert open_note({"text": "b"}) is not other


def test_a_custom_playbook_takes_the_place_of_an_edition() -> None:
    """Its text and the name of its file are settings; without text there is none, and an error names the file."""
    own = {"playbook": 'id = "own"\nextends = "2020-03"\nsummary = "Ours."\n', "edition": "2020-05", "language": "de"}
    playbook = playbook_of({"settings": own})
    assert (playbook.id, playbook.default_language) == ("own", "de")
    assert playbook_of({"settings": dict(own)}) is playbook
    assert playbook_of({"settings": {"playbook-name": "own.toml"}}).id == "2020-03"
    for name, shown in (({}, "playbook.toml"), ({"playbook-name": "own.toml"}, "own.toml")):
        with pytest.raises(ValueError, match=rf"^{shown}: is not TOML"):
            playbook_of({"settings": {"playbook": "= 1", **name}})
