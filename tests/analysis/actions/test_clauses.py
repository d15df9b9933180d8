"""Clauses of a sentence in which a verb comes before who does what it says, or without."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Am 5. Mai 2020 schickt Helga die Liste.", [("schickt die Liste", "5. Mai 2020", "Helga")]),
        ("Am 5. Mai 2020 wird Helga die Liste schicken.", [("die Liste schicken", "5. Mai 2020", "Helga")]),
        ("Am 5. Mai 2020 schickt Helga: die Liste.", []),
        ("Am 5. Mai 2020 schickt.", []),
        ("Am 5. Mai 2020 schickt das Werk.", []),
        ("Am 5. Mai 2020 Schickt Helga die Liste.", []),
        ("Nach dem Termin am 5. Mai 2020 gern.", []),
    ],
)
def test_who_does_something_can_come_after_the_day_and_the_verb(text: str, actions: list[Found]) -> None:
    """The day is at the start of the sentence."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana trained 40 users and will train more.", [("train more", None, "Ana")]),
        ("Nobody came, and will train more.", []),
        ("The hall is free and will host us by 5 May 2020.", []),
        ("No answer - will call again on 5 May 2020.", [("will call again", "5 May 2020", None)]),
        ("No answer - will call again.", []),
        ("Once Ana answers by 5 May 2020 will call Bo.", [("will call Bo", "5 May 2020", None)]),
        ("The site is up, will run until 5 May 2020.", []),
        ("No answer, will be back on 5 May 2020.", []),
        ("Met Ana, she is fine and will send it on 5 May 2020.", [("send it", "5 May 2020", "she")]),
        ("Met Ana, she is fine and will send it.", []),
        ("She is fine and will send it on 5 May 2020.", [("send it", "5 May 2020", None)]),
        ("Short one: Ana trained 40 and will train more.", [("train more", None, "Ana")]),
        ("Ana hid it and will send it.", [("send it", None, "Ana")]),
        ("Contoso hid it and will send it.", []),
        ("Ana found it and will be sending it on 5 May 2020.", [("sending it", "5 May 2020", "Ana")]),
        ("Ana found it and will be sending it.", []),
        ("We set it up on 5 May 2020.", []),
        ("I was there and will send it by 5 May 2020.", [("send it", "5 May 2020", "I")]),
        ("I'm on site and will call Ben on 5 May 2020.", [("call Ben", "5 May 2020", "I")]),
        ("I was there and will send it.", []),
        ("Contoso found it and will send it.", [("send it", None, "Contoso")]),
    ],
)
def test_a_sentence_can_go_on_with_what_somebody_will_do(text: str, actions: list[Found]) -> None:
    """It is who starts the sentence, or without such a subject the writer, if there is a day."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("F/u w/ Ana on 5 May 2020.", [("F/u w/ Ana", "5 May 2020", None)]),
        ("No answer yet, try again on 5 May 2020.", [("try again", "5 May 2020", None)]),
        ("F/u w/ Ana.", []),
        ("F/u w/ Ana on 5 May 2020: no answer.", []),
        ("Follow up promised by Ana for 5 May 2020.", []),
    ],
)
def test_some_verbs_say_by_themselves_what_is_still_to_come(text: str, actions: list[Found]) -> None:
    """They need a day, after which no answer is told."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("If nobody answers by 5 May 2020 we'll call Ana.", []),
        ("No answer; if there is none by 5 May 2020, Ana will call.", []),
        ("Ana will call on 5 May 2020, if Bo is back.", [("call", "5 May 2020", "Ana")]),
        ("Ana will call Bo (if needed) on 5 May 2020.", [("call Bo (if needed)", "5 May 2020", "Ana")]),
        ("Ana will ask if Bo is back.", [("ask if Bo is back", None, "Ana")]),
        ("Once Bo is back, Ana will call.", [("call", None, "Ana")]),
    ],
)
def test_what_depends_on_a_condition_that_may_never_be_met_is_not_an_action(text: str, actions: list[Found]) -> None:
    """The condition starts a clause; what will be, as after "once", is none."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Two are left: A (Ana to call Bo) and B.", [("call Bo", None, "Ana")]),
        ("Two are left: A (Ana to call Bo (Contoso) by phone) and B.", [("call Bo (Contoso) by phone", None, "Ana")]),
        ("Ana to call Bo, Ben to call Eva.", [("call Bo", None, "Ana"), ("call Eva", None, "Ben")]),
    ],
)
def test_a_clause_in_brackets_ends_with_them(text: str, actions: list[Found]) -> None:
    """Brackets within it do not count."""
    assert found(text) == actions
