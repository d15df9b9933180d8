"""The meaning of a value that is more than one of the choices; `test_choice_reading` has the kinds of values."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.playbook.choice_interpretation import interpret
from ftnotes.playbook.template_words import first_template


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("On Hold until May", "On Hold"),
        ("On Hold / **Reactive** / Fully Engaged", "Reactive"),
        ("~~On Hold~~ <u>reactive</u>", "reactive"),
        ("On Hold/Reactive/Fully Engaged: on hold", "on hold"),
        ("No longer on hold,<br>fully&nbsp;engaged", "fully&nbsp;engaged"),
        ("Reactive, now Reaktiv", "Reactive"),
        ("On Hold, now Reaktiv", "Reaktiv"),
        ("On Hold / Reactive", None),
        ("no words of a choice", None),
        ("", None),
    ],
)
def test_the_words_that_count_are_found_in_the_value(value: str, typed: str | None) -> None:
    """Markup takes up its place, so that the words are found where they were typed."""
    read = interpret(first_template(Playbook.load()), "engagement-status", value)
    assert (value[read.start : read.end] if read else None) == typed


def test_all_languages_of_the_playbook_are_understood_together() -> None:
    """Choices and the words around them can be in different languages."""
    for value in ("Nicht mehr On Hold, now reactivo", "ya no On Hold; jetzt Reactive"):
        read = interpret(first_template(Playbook.load()), "engagement-status", value)
        assert read is not None
        assert read.choice == "reactive"
