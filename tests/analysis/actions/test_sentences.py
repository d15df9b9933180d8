"""Actions in plain sentences."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

import ftnotes
from ftnotes.analysis.actions.roles import Setting
from ftnotes.analysis.actions.sentences import sentence_actions

Found = tuple[str, str | None, str | None]


def found(text: str, setting: Setting = Setting.PLAIN) -> list[Found]:
    """Return what, when and by whom in a sentence."""
    words = words_of(text)
    actions = [draft.action(text) for draft in sentence_actions(words, 0, len(words.tokens), setting)]
    return [(action.what, action.date.text if action.date else None, action.owner) for action in actions]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana will send it", [("send it", None, "Ana")]),
        ("Ana'll send it", [("send it", None, "Ana")]),
        ("Looks good, Ana to send it", [("send it", None, "Ana")]),
        ("Ana to send it, with Ana", [("send it, with Ana", None, "Ana")]),
        ("Ana to send it", [("send it", None, "Ana")]),
        ("Anaba to send it", []),
        ("Every team will send it, and each group will call by 5 May", []),
        ("Work with Ana to send it", []),
        ("Ana: I will send it", [("send it", None, "Ana")]),
        ("Ana: we will send it", [("send it", None, "we")]),
        ("Yes, I will send it", [("send it", None, "I")]),
        ("Ana: will send it", [("send it", None, "Ana")]),
        ("Customer: will send it", [("send it", None, "Customer")]),
        ("Network Setup Plan: will send it", []),
        ("Ana: will be there", []),
        ("By 5 May 2020 the customer must send it", [("send it", "5 May 2020", "customer")]),
        ("Until 5 May 2020: Ana sends it", [("sends it", "5 May 2020", "Ana")]),
        ("On 5 May 2020 the customer must send it", [("send it", "5 May 2020", "customer")]),
        ("A report by 5 May 2020, the customer asks for it", []),
        ("PPC meets on 5 May 2020", []),
        ("PPC meets on 5 May 2020 and again later", []),
        ("Ana checks by 5 May 2020 the plan", [("checks the plan", "5 May 2020", "Ana")]),
        ("FM calls on 5 May 2020", [("calls", "5 May 2020", "FM")]),
        ("It is late (Ana to send it)", [("send it", None, "Ana")]),
        ("Send it (Ana to do)", []),
        ("@ana to send it", [("send it", None, "ana")]),
        ("@ana please send it", [("send it", None, "ana")]),
        ("Ana, please send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana please send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana, please send it", []),
        ("[Ana] send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("[FM] send it", [("send it", None, "FM")]),
        ("[Ana] send it", []),
        ("[Ana] send it with Ana", []),
        ("[Draft] send it by 5 May 2020", []),
        ("[now] send it by 5 May 2020", []),
        ("[Ana] is late on 5 May 2020, send it", []),
        ("Need to send it by 5 May 2020", [("Need to send it", "5 May 2020", None)]),
        ("Need to send it on 5 May 2020", []),
        ("Ana took an action item to send it", [("send it", None, "Ana")]),
        ("I'm going to send it", [("send it", None, "I")]),
        ("The customer's network team will send it", [("send it", None, "customer's network team")]),
        ("The customer's plan will send it", []),
        ("Bitte den Plan bis 5. Mai 2020 schicken", [("den Plan schicken", "5. Mai 2020", None)]),
        ("Bitte den Plan am 5. Mai 2020 schicken", []),
        ("Den Plan bis 5. Mai 2020 schicken", []),
        ("张三将于2020年5月20日发送计划", [("发送计划", "2020年5月20日", "张三")]),
        ("We agreed to send it", []),
        ("We agreed to send it on 5 May 2020", [("send it", "5 May 2020", "We")]),
        ("Ana agreed to send it", [("send it", None, "Ana")]),
        ("Ana agreed to the plan", []),
        ("FM agreed to the plan on 5 May 2020", []),
        ("Ana and Ben agreed to send it", []),
        ("CSM and FM agreed to send it", []),
        ("CSM and FM agree to send it on 5 May 2020", [("send it", "5 May 2020", "CSM and FM")]),
        ("Security GBB has agreed to send it on 5 May 2020", [("send it", "5 May 2020", "Security GBB")]),
        ("I will hold off on it until then", []),
        ("Please send it by 5 May 2020", [("send it", "5 May 2020", None)]),
        ("Ana will love it", []),
        ("FM will be away", []),
        ("FM will love it by 5 May 2020", [("love it", "5 May 2020", "FM")]),
        ("FM will love it", []),
        ("We will look at it on 5 May 2020", [("look at it", "5 May 2020", "We")]),
        ("We will see", []),
        ("Ana Bo to send it", [("send it", None, "Ana Bo")]),
        ("Ana Bo to also send it", [("send it", None, "Ana Bo")]),
        ("Ana sends it and Ben calls Bo by 5 May 2020", [("calls Bo", "5 May 2020", "Ben")]),
        ("FM will TBD by 5 May 2020", []),
        ("Ana to send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("FM to love it", []),
        ("Ana sends it", []),
        ("Ana sends it by 5 May 2020", [("sends it", "5 May 2020", "Ana")]),
        ("Ana must also send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana also will send it", [("send it", None, "Ana")]),
        ("Ana also sends it by 5 May 2020", [("sends it", "5 May 2020", "Ana")]),
        ("Ana is sending it on 5 May 2020", [("sending it", "5 May 2020", "Ana")]),
        ("He will send it", []),
        ("Ana and I will send it", [("send it", None, "Ana and I")]),
        ("@Ana, please send it", [("send it", None, "Ana")]),
        ("@Ana, please review - it is short", [("review - it is short", None, "Ana")]),
        ("@Ana send - it is short", [("send - it is short", None, "Ana")]),
        ("@Ana update - it is short", []),
        ("@Ana: send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("@Ana thanks for this, we send it", []),
        ("@ send it", []),
        ("Ask @Ana to send it", []),
        ("Will do by 5 May 2020", [("Will do", "5 May 2020", None)]),
        ("Will do 5 May 2020", [("Will do", "5 May 2020", None)]),
        ("We will do it on 5 May 2020", [("do it", "5 May 2020", "We")]),
        ("Vou enviar no dia 5 do mês, 5 de maio de 2020", [("enviar no dia 5 do mês", "5 de maio de 2020", None)]),
        ("Ana will send it and Ben will test it", [("send it", None, "Ana"), ("test it", None, "Ben")]),
        ("On 5 May 2020 Ana will send it", [("send it", "5 May 2020", "Ana")]),
        ("Vou enviar a ata", [("enviar a ata", None, None)]),
        ("vou enviar a ata", []),
        ("Enable MFA (owner: FM)", [("Enable MFA", None, "FM")]),
        ("Enable MFA (owner: tbd)", []),
        ("Enable MFA for the process owner (E5)", []),
        ("Next call on 5 May 2020", [("Next call", "5 May 2020", None)]),
        ("Next weekly status call: 5 May 2020 at 2pm with Bo", [("Next weekly status call with Bo", "5 May 2020", None)]),
        ("Next very long winded status call: 5 May 2020", []),
        ("Next, call 5 May 2020", []),
        ("Next call with Bo", []),
        ("Next call on 5 May 2020 was cancelled", []),
        ("Call on 5 May 2020", []),
        ("Call is planned for 5 May 2020", [("Call", "5 May 2020", None)]),
        ("FM has a big workshop planned for 5 May 2020", [("big workshop", "5 May 2020", "FM")]),
        ("1 2 3 4 5 workshop planned for 5 May 2020", [("workshop", "5 May 2020", None)]),
        ('FM has a "state of the art" workshop planned for May 2020', [('"state of the art" workshop', "May 2020", "FM")]),
        ("Recall planned for 5 May 2020", []),
        ("次回の会議は2020年5月5日です", [("次回の会議", "2020年5月5日", None)]),
        ("次のTeams会議は2020年5月5日です", [("次のTeams会議", "2020年5月5日", None)]),
        ("Send it by 5 May 2020", [("Send it", "5 May 2020", None)]),
        ("Send it on 5 May 2020", []),
        ("Support promised an answer by 5 May 2020", []),
        ("Review updated plan by 5 May 2020", [("Review updated plan", "5 May 2020", None)]),
        ("Upgrade of it by 5 May 2020", []),
        ("By 5 May 2020 send it", []),
        ("Help desk due by 5 May 2020", []),
        ("Will try again on 5 May 2020", [("Will try again", "5 May 2020", None)]),
        ("will try again on 5 May 2020", [("will try again", "5 May 2020", None)]),
        ("Will be there on 5 May 2020", []),
        ("Emailed Ana to send it by 5 May 2020", []),
    ],
)  # fmt: skip
def test_a_sentence_that_says_who_will_do_what_is_an_action(text: str, actions: list[Found]) -> None:
    """Or which event is on which day, or what is due by a day."""
    assert found(text) == actions


def test_after_a_label_less_is_needed() -> None:
    """A single name is enough, and no date is."""
    assert found("Ana to send it", Setting.LABEL) == [("send it", None, "Ana")]
    assert found("Ana sends it", Setting.LABEL) == [("sends it", None, "Ana")]
    assert found("We send it", Setting.LABEL) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("next step: theo to send it", "theo"),
        ("next step: theo sends it", None),
        ("next step: need to send it", None),
        ("next step: theo to Ben", None),
        ("Next step: theo to tell Ben", None),
    ],
)
def test_a_name_without_capital_is_one_where_nothing_has_a_capital(text: str, owner: str | None) -> None:
    """After a label, before "to" and a verb."""
    (action,) = ftnotes.find_next_actions(text)
    assert action.owner == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Met Priya. She'll send the plan.", "Priya"),
        ("Priya called. She will send the plan.", "Priya"),
        ("Priya called Ben. He will send the plan.", "Ben"),
        ("Met Ana and Ben. She'll send the plan.", None),
        ("Met Ana. Then Ben came with Eva. She'll send the plan.", None),
        ("The customer called. He will send the plan.", None),
        ("Met Priya. She sends the plan.", None),
        ("Met Priya. She'll wonder.", None),
        ("She'll send the plan.", None),
    ],
)
def test_she_is_the_only_person_of_the_sentence_above(text: str, owner: str | None) -> None:
    """With "will" and a known verb; the first word of a sentence is a person only if no other is."""
    assert [action.owner for action in ftnotes.find_next_actions(text)] == ([owner] if owner else [])


def test_a_question_in_quotes_goes_on_with_a_small_letter() -> None:
    """With a capital, another sentence follows."""
    text = 'Actions:\n- Clarify "who?" and send it.\n- Clarify "who?" Then wait.\n'
    assert [action.what for action in ftnotes.find_next_actions(text)] == ['Clarify "who?" and send it', 'Clarify "who']


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Test it - Ana - 5 May 2020", [("Test it", "5 May 2020", "Ana")]),
        ("Test it - 5 May 2020 - partner", [("Test it", "5 May 2020", "partner")]),
        ("Test it - Contoso - 5 May 2020", []),
        ("Test it - Ana - May 2020", []),
        ("Test it - and again - 5 May 2020", []),
        ("Test it - Ana - on Contoso from 5 May 2020", []),
        ("Test it - 5 May 2020", []),
    ],
)
def test_somebody_and_a_day_can_be_after_dashes(text: str, actions: list[Found]) -> None:
    """In either order; the task begins with a verb."""
    assert found(text) == actions
