"""What somebody owes, told others, or is at work on."""

from __future__ import annotations

import datetime

import pytest
from helpers.actions import Found, as_tuples, found

import ftnotes


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Told Jim I'd send it by 5 May 2020.", [("send it", "5 May 2020", "I")]),
        ("I told him we would also send it.", [("send it", None, "we")]),
        ("Jim said he would send it.", [("send it", None, "Jim")]),
        ("The AM (Bill) told me that he would send it.", [("send it", None, "AM (Bill)")]),
        ("Jim told Ana he would send it.", [("send it", None, "he")]),
        ("Jim said they would send it by 5 May 2020.", [("send it", "5 May 2020", "they")]),
        ("The partner said they would send it by 5 May 2020.", [("send it", "5 May 2020", "partner")]),
        ("The partner said you would send it by 5 May 2020.", [("send it", "5 May 2020", "you")]),
        ("Said he would send it by 5 May 2020.", [("send it", "5 May 2020", "he")]),
        ("Jim said that Ana would send it.", []),
        ("I told him, I would send it.", []),
        ("I told him I would be late.", []),
        ("I told him the plan.", []),
        ("You will send me the list.", [("send me the list", None, "You")]),
        ("They'll send us the list.", [("send us the list", None, "They")]),
        ("You will send the list.", []),
        ("It will send us mail.", []),
        ("Called Mark, he will send it by 5 May 2020.", [("send it", "5 May 2020", "he")]),
        ("Called Mark, he will send it.", []),
        ("Called Mark - he'll send it by 5 May 2020.", [("send it", "5 May 2020", "he")]),
        ("You send us the list by 5 May 2020.", []),
    ],
)
def test_what_is_said_to_be_done_is_an_action(text: str, actions: list[Found]) -> None:
    """By the writer to others, or by others for the writer."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("I owe Jim the slides.", [("slides", None, "I")]),
        ("I still owe him slides.", [("slides", None, "I")]),
        ("I owe an answer, will send it on 5 May 2020.", [("answer", "5 May 2020", "I")]),
        ("I owe an answer by 8 May 2020, will send it on 5 May 2020.", [("answer", "8 May 2020", "I")]),
        ("I owe an answer, will call Ana on 5 May 2020.", [("answer", None, "I"), ("will call Ana", "5 May 2020", None)]),
        ("We owe our success to them.", []),
        ("We owe an answer by 5 May 2020.", [("answer", "5 May 2020", "We")]),
        ("I owe Jim.", [("Jim", None, "I")]),
        ("I owe.", []),
        ("Insight owns the last mailboxes, due 5 May 2020.", [("the last mailboxes", "5 May 2020", "Insight")]),
        ("Insight owns the last mailboxes.", []),
    ],
)
def test_what_somebody_owes_is_an_action(text: str, actions: list[Found]) -> None:
    """Without to whom; what they will do about it says when."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Paul is working on the agenda.", [("working on the agenda", None, "Paul")]),
        ("FM is preparing the checklist.", [("preparing the checklist", None, "FM")]),
        ("Customer is working on the agenda.", []),
        ("Paul and Ana are working on the agenda.", [("working on the agenda", None, "Paul and Ana")]),
        ("Paul is working from home.", []),
        ("Paul is preparing.", []),
        ("Paul is tired.", []),
    ],
)
def test_work_that_has_begun_is_an_action(text: str, actions: list[Found]) -> None:
    """Of a person or a role, on something."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Need to find a sponsor.", [("find a sponsor", None, None)]),
        ("Still need to find a sponsor.", [("find a sponsor", None, None)]),
        ("Need to be on time.", []),
        ("Must use TLS.", []),
        ("FM needs to nudge them.", [("nudge them", None, "FM")]),
        ("The partner must renew it.", [("renew it", None, "partner")]),
        ("I have to call Ana.", [("call Ana", None, "I")]),
        ("We have to call Ana.", []),
        ("Customers must renew it.", []),
        ("The server side must renew it.", []),
        ("Background: the customer has to move it.", []),
        ("The partner must have time.", []),
    ],
)
def test_what_is_needed_is_an_action(text: str, actions: list[Found]) -> None:
    """Of a role, a person, the writer, or nobody who is named."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("I call Ana tomorrow.", [("call Ana", "tomorrow", "I")]),
        ("I call Ana today.", []),
        ("Tomorrow I call Ana.", [("call Ana", "Tomorrow", "I")]),
        ("On 4 May we call Ana.", []),
        ("I call Ana on 4 May.", []),
        ("I call Ana in June.", []),
        ("I call Ana.", []),
        ("We use it until 8 May.", []),
        ("I understand that it starts on 8 May.", []),
        ("You send us the list on 8 May.", [("send us the list", "8 May", "You")]),
        ("You send the list by 8 May.", [("send the list", "8 May", "You")]),
        ("You send the list on 8 May.", []),
        ("You send us the list.", []),
        ("You use it until 8 May.", []),
        ("He sends us the list by 8 May.", []),
        ("You and us by 8 May: call.", []),
    ],
)
def test_what_is_done_on_a_day_to_come_is_an_action(text: str, actions: list[Found]) -> None:
    """By the writer, or by others for the writer or by that day."""
    assert as_tuples(ftnotes.find_next_actions(text, date=datetime.date(2020, 5, 5))) == actions
