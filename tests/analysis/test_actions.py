"""Next actions: what is to be done, when and by whom; and text without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from helpers.commands import loaded_by
from helpers.linearity import LINEAR, growth

import ftnotes
from ftnotes import Span, parse
from ftnotes.analysis.action_items import NextAction
from ftnotes.analysis.actions import read_actions

#: What, when, by whom.
Found = tuple[str, str | None, str | None]


def as_tuples(actions: tuple[NextAction, ...]) -> list[Found]:
    """Return the task, date and owner of each action."""
    return [(action.what, action.date.text if action.date else None, action.owner) for action in actions]


def found(text: str) -> list[Found]:
    """Return the next actions of a text, after a check that each span covers what it names."""
    actions = ftnotes.find_next_actions(text)
    for action in actions:
        typed = action.what_span.text(text)
        assert all(word in typed for word in action.what.split())
        assert action.what_span in action.span
        assert (action.owner is None) == (action.owner_span is None)
        if action.owner_span:
            assert action.owner_span.text(text) == action.owner
            assert action.owner_span in action.span
        if action.date:
            assert action.date.span.text(text) == action.date.text
            assert action.date.span in action.span
    return as_tuples(actions)


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Next action: send the plan. Owner: Ben. Date: 11 May 2020.", [("send the plan", "11 May 2020", "Ben")]),
        ("Owner: Ben. Date: 11 May 2020. Next action: send the plan.", [("send the plan", "11 May 2020", "Ben")]),
        ("Next action: send the plan\nOwner: Ben\nDate: 11 May 2020\n", [("send the plan", "11 May 2020", "Ben")]),
        ("Owner: Ben\nDue: 11 May 2020\nNext action: send the plan\n", [("send the plan", "11 May 2020", "Ben")]),
        ("- Next action: send the plan\n\n- Owner: Ben\n", [("send the plan", None, "Ben")]),
        ("**Next action:** send the plan | **Owner:** Ben | **Due:** 04/05/2020", [("send the plan", "04/05/2020", "Ben")]),
        ("**Next step**: send the plan (owner: Ben, 5 May)", [("send the plan", "5 May", "Ben")]),
        ("Planning. Next action: fix DNS, owner: IT, by 30 April", [("fix DNS", "30 April", "IT")]),
        ("Next step: send the plan by 30 April Owner: Ben Due: 1 May", [("send the plan", "30 April", "Ben")]),
        ("Next action - call Ana by 5/4", [("call Ana", "5/4", None)]),
        ("Next action – call Ana", [("call Ana", None, None)]),
        ("To do: Ana to send the plan by April 30", [("send the plan", "April 30", "Ana")]),
        ("> - Next action: send the plan\n>   to the network\n>   team. Owner: Ben",
         [("send the plan to the network team", None, "Ben")]),
        ("Next action: send the plan until by the 5 May 2020", [("send the plan", "5 May 2020", None)]),
        ("Next action: set the go-live date: May 5", [("set the go-live date", "May 5", None)]),
        ("Next action: call. Owner: ", [("call", None, None)]),
        ("Follow-ups: Bob to send logs; Jane to approve. Ana to rest.",
         [("send logs", None, "Bob"), ("approve", None, "Jane")]),
        ("Bob will call Ana.\nNext step – send the plan\nOwner - Partner. We will call on 5 May.",
         [("call Ana", None, "Bob"), ("send the plan", None, "Partner"), ("call", "5 May", "We")]),
        ("Next step: call. Date: TBD\nNext call on 5 May", [("call", None, None), ("Next call", "5 May", None)]),
        ("AI: Bob will follow-up on Fri 5/15", [("follow-up", "5/15", "Bob")]),
        ("Next step:\nsend the plan", [("send the plan", None, None)]),
        ("Next action: by 30 April send the plan", [("send the plan", "30 April", None)]),
        ("Next action: call\nOwner: Ana\nOwner: Ben\nNext action: book it", [("call", None, "Ana"), ("book it", None, "Ben")]),
        ("Next action: call. Date: 5 May. Date: 6 May", [("call", "5 May", None)]),
        ("- Next action: send the plan\n- Ben does it Date: 5 May", [("send the plan", "5 May", None)]),
        ("Ben does it Date: 5 May", [("does it", "5 May", "Ben")]),
        ("Next action: call. Owner: TBD. Date: TBD", [("call", None, None)]),
        ("Date: 7 May 2020\nAttendees: Ana, Ben\nNext action: call the bank", [("call the bank", None, None)]),
        ("Date: 7 May 2020\nNext action: call the bank", [("call the bank", None, None)]),
        ("Próxima acción: enviar el plan. Responsable: Ana. Fecha: 30/4/2020", [("enviar el plan", "30/4/2020", "Ana")]),
        ("Próximo paso: enviar el plan, a cargo de: el socio", [("enviar el plan", None, "socio")]),
        ("Próxima ação: enviar o plano até 30 de abril. Responsável: parceiro",
         [("enviar o plano", "30 de abril", "parceiro")]),
        ("PROXIMA ACAO: enviar o plano", [("enviar o plano", None, None)]),
        ("Nächster Schritt: Plan schicken, verantwortlich: Ana, bis 12. Juni", [("Plan schicken", "12. Juni", "Ana")]),
        ("Naechste Aktion: Plan schicken. Zuständig: Kunde. Termin: 12.6.", [("Plan schicken", "12.6.", "Kunde")]),
        ("Nächster Schritt: Vertrag prüfen bis 12. Juni", [("Vertrag prüfen", "12. Juni", None)]),
        ("次のアクション：計画を送付　担当：田中　期日：2020年5月12日", [("計画を送付", "2020年5月12日", "田中")]),
        ("担当:田中。次のアクション:計画を送付", [("計画を送付", None, "田中")]),
        ("下一步：发送计划。负责人：张三。截止日期：2020年5月12日", [("发送计划", "2020年5月12日", "张三")]),
    ],
)  # fmt: skip
def test_labelled_actions_are_read_in_any_order(text: str, actions: list[Found]) -> None:
    """On one line or several, bulleted, bold, quoted, in all six languages."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Next steps:\n- Ana to send the plan by April 30\n- Partner to enable MFA\n- Check it (owner: network team)\n- x\n",
            [
                ("send the plan", "April 30", "Ana"), ("enable MFA", None, "Partner"),
                ("Check it", None, "network team"), ("x", None, None),
            ],
        ),
        ("AIs:\n o FTA to share it\n o close it", [("share it", None, "FTA"), ("close it", None, None)]),
        (
            "## Action items\n\n1. [ ] send slides\n2. [x] book the room\n",
            [("send slides", None, None), ("book the room", None, None)],
        ),
        ("Next steps:\n* send slides\n* Owner: Kim Li\n\nThat is all.\n- no action", [("send slides", None, "Kim Li")]),
        ("Next steps:\n- none\n- date: 5 May\n- TBD\n", []),
        ("Nächste Schritte:\n• Plan schicken bis 5. Mai", [("Plan schicken", "5. Mai", None)]),
        ("后续行动：\n- 发送计划", [("发送计划", None, None)]),
    ],
)  # fmt: skip
def test_a_list_under_a_label_is_a_list_of_actions(text: str, actions: list[Found]) -> None:
    """Each bullet is one, up to a line without a bullet; a ticked one is done."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Next actions:\n- send the plan\n  - to all\n- call Ana\n", [("send the plan", None, None), ("call Ana", None, None)]),
        ("Next actions:\n- send the plan\n\n    the plan is long\n- call Ana\n",
         [("send the plan", None, None), ("call Ana", None, None)]),
        ("Next actions:\n  - send the plan\n- all is well\n", [("send the plan", None, None)]),
        ("Next actions:\nThe customer is happy\n", []),
        ("Next actions\nSend the plan\nAll is well\nCheck it\n", [("Send the plan", None, None)]),
        ("Next actions:\nnone\nAna will call Bo\n", [("call Bo", None, "Ana")]),
        ("Next actions:\n- [ ] .\n- ...\n- send the plan\n", [("send the plan", None, None)]),
        ("Next actions: 1) send the plan 2) none 3) call Ana", [("send the plan", None, None), ("call Ana", None, None)]),
    ],
)  # fmt: skip
def test_a_list_of_actions_ends_where_its_items_end(text: str, actions: list[Found]) -> None:
    """What is indented further belongs to its item; what is indented less, or no task, closes the list."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("AI:\n- send the plan\n- call Ana\n", [("send the plan", None, None), ("call Ana", None, None)]),
        ("NA:\n1. Ben to call Ana\n2. offsite, 5 May\n3. budget\n", [("call Ana", None, "Ben")]),
        ("Next:\n- Ben: the list\n", [("the list", None, "Ben")]),
        ("What:\nsend the plan\nWho: Ben\n", [("send the plan", None, "Ben")]),
        ("Nächstes:\n- Ben: die Liste\n", [("die Liste", None, "Ben")]),
        ("AI:\n- Copilot\n- Ben to call Ana\n", []),
        ("What to ask:\n- Ben to call Ana\n- budget\n", []),
        ("NA:\n", []),
    ],
)
def test_below_a_label_with_other_meanings_each_item_shows_that_it_is_a_task(text: str, actions: list[Found]) -> None:
    """By its owner or its verb; the first one that does not closes the list."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("2.1 Action: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("1) Next steps: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("5/8/2020 Action: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("3. Action items\n- Ben to call Ana\n4. AOB\n- Ana is back\n", [("call Ana", None, "Ben")]),
        ("3. Action items\n- the usual\n", []),
        ("- Action items\n- Ben to call Ana\n", []),
        (
            "- Action items\n  - call Ana - Ben\n  - send the plan\n- All is well\n  - really\n",
            [("call Ana", None, "Ben"), ("send the plan", None, None)],
        ),
        ("- Next steps for the supporter program\n  - the list is ready\n", []),
        ("**Takeaways and action items**\n- the list of roles\n", [("the list of roles", None, None)]),
        ("Next steps on our side:\n- call Ana\n", [("call Ana", None, None)]),
        ("AI is for Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("AI is new to Ben\n", []),
        ("**ACTION** Need to call Ana\n", [("Need to call Ana", None, None)]),
        ("Do you want Ben to call Ana by 5 May?\n", []),
        ("**ACTION** Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("**Next steps** Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("**Action plan** Ben is back.\n", []),
        ("ACTION Ben - call Ana\n", [("call Ana", None, "Ben")]),
        ("ACTION Ben: call Ana\n", [("call Ana", None, "Ben")]),
        ("Action Ben: call Ana\n", []),
        ("TODO @ben call Ana\n", [("call Ana", None, "ben")]),
        ("TODO Ben\n", []),
        ("[Action] Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("Call today. [ACTION] Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("(Next steps) Send it\n", [("Send it", None, None)]),
        ("[AI] Copilot runs\n", []),
        ("Action] Ben to call Ana\n", []),
        ("DUE @ben call Ana\n", []),
    ],
)
def test_minutes_mark_labels_otherwise_than_by_a_colon(text: str, actions: list[Found]) -> None:
    """By brackets, bold or capitals, or the indentation of the items below; a number or day can be before them."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Next steps:\n- Ben sends it. Ana will check it. All is well.\n- call Bo\n",
            [("sends it", None, "Ben"), ("check it", None, "Ana"), ("call Bo", None, None)],
        ),
        ("- [ ] Ben to send it. Ana will check it.\n", [("send it", None, "Ben"), ("check it", None, "Ana")]),
        ("Next steps: 1) Ben sends it. Ana will check it. 2) none", [("sends it", None, "Ben"), ("check it", None, "Ana")]),
    ],
)
def test_an_item_can_have_further_sentences_with_tasks(text: str, actions: list[Found]) -> None:
    """They say who will do what."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("[ ] send the plan by 5 May\n", [("send the plan", "5 May", None)]),
        (
            "- [ ] Ben to call Ana\n- [x] send the plan by 5 May\n",
            [("call Ana", None, "Ben"), ("send the plan", "5 May", None)],
        ),
        ("- [ ] send the plan\n- [x] none\n- [ ]\n", []),
    ],
)
def test_a_box_without_a_heading_needs_an_owner_or_a_date(text: str, actions: list[Found]) -> None:
    """A checklist can be about anything, so that a task in it counts only with who or when."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Action/Owner/Date:\nsend the plan / Ben / 5 May\n", [("send the plan", "5 May", "Ben")]),
        ("Action/Owner/Date: send the plan\n", [("send the plan", None, None)]),
        ("Next action, owner, date:\nnone\n", []),
        ("Action / Owner / Date: TBD / TBD / TBD\n", []),
        ("Owner/Date: Ben / 5 May\n", []),
        ("Next action: send the plan\nOwner/Date: Ben / 5 May\n", [("send the plan", "5 May", "Ben")]),
        ("Owner/Date: Ben / 5 May\nNext action: send the plan\n", [("send the plan", "5 May", "Ben")]),
        ("Date, Owner: 5 May, Ben\nAction: send the plan\n", [("send the plan", "5 May", "Ben")]),
        (
            "Action: send the plan\nOwner/Date: Ben / 5 May\nAction: call Bo\nOwner/Date: Ana / 6 May\n",
            [("send the plan", "5 May", "Ben"), ("call Bo", "6 May", "Ana")],
        ),
        (
            "Owner/Date: Ben / 5 May\nAction: send the plan\nOwner/Date: Ana / 6 May\nAction: call Bo\n",
            [("send the plan", "5 May", "Ben"), ("call Bo", "6 May", "Ana")],
        ),
    ],
)
def test_a_label_of_several_things_has_their_values_in_its_order(text: str, actions: list[Found]) -> None:
    """On its line or the next one; without a task among the values, or above, there is no action."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Next action: send the plan. Ben.", [("send the plan", None, "Ben")]),
        ("Next action: send the plan. 5 May.", [("send the plan", "5 May", None)]),
        ("Next action: send the plan. By 5 May. Ben. All is well.", [("send the plan", "5 May", "Ben")]),
        ("Next action: send the plan. Owner: @Ben", [("send the plan", None, "Ben")]),
        ("Next action: send the plan\nOwner: @ Ben", [("send the plan", None, "Ben")]),
        ("Next actions: send the plan. Call Ana by 5 May.", [("send the plan", None, None), ("Call Ana", "5 May", None)]),
        ("Next actions: send the plan. Call Ana.", [("send the plan", None, None), ("Call Ana", None, None)]),
        (
            "Next actions: Ben sends the plan. Test the VPN. Order phones.",
            [("sends the plan", None, "Ben"), ("Test the VPN", None, None), ("Order phones", None, None)],
        ),
        ("Next actions: send the plan. Call.", [("send the plan", None, None)]),
        ("Next actions: send the plan. Call was good. Test results are bad. Order was sent.", [("send the plan", None, None)]),
        ("Next actions: send the plan. Test (again).", [("send the plan", None, None)]),
        ("Next action is unclear. Ana will call Bo.", [("call Bo", None, "Ana")]),
    ],
)
def test_sentences_after_a_task_name_who_and_when(text: str, actions: list[Found]) -> None:
    """Another sentence is another action only if it says who does it, or when, or asks for it."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Next action: send the plan. Done.", [True]),
        ("Next action: send the plan. Done. Ben. 5 May. All is well.", [True]),
        ("- [ ] Ben to call Ana\n- [x] send the plan by 5 May\n", [False, True]),
    ],
)
def test_a_task_is_done_if_a_remark_or_a_box_says_so(text: str, done: list[bool]) -> None:
    """The remark is a sentence of its own, the box is ticked."""
    assert [action.done for action in ftnotes.find_next_actions(text)] == done


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana will send the plan by April 30.", [("send the plan", "April 30", "Ana")]),
        ("Ana Silva (partner) will send the plan", [("send the plan", None, "Ana Silva")]),
        ("Ana Silva to send the plan.", [("send the plan", None, "Ana Silva")]),
        ("Partner to enable MFA by 12/06/2020", [("enable MFA", "12/06/2020", "Partner")]),
        (
            "The customer needs to review the design before the 5th of May.",
            [("review the design", "5th of May", "customer")],
        ),
        (
            "Partner to enable MFA by 12/06/2020, customer will review it.",
            [("enable MFA", "12/06/2020", "Partner"), ("review it", None, "customer")],
        ),
        ("By 30 April, Ana will send the plan", [("send the plan", "30 April", "Ana")]),
        ("Status is good - we will follow up on 5 May. They may call.", [("follow up", "5 May", "we")]),
        (
            "The Account team has a full day workshop planned in April 2019 to walk them through.",
            [("full day workshop to walk them through", "April 2019", "Account team")],
        ),
        ("On Monday Ana will send the plan", [("send the plan", "Monday", "Ana")]),
        ("Next call on 12 June with Ben.", [("Next call with Ben", "12 June", None)]),
        ("Send the plan by 30 April.", [("Send the plan", "30 April", None)]),
        ("Enable MFA (owner: partner), by 12/06/2020.", [("Enable MFA", "12/06/2020", "partner")]),
        ("We met. Enable MFA (owner: partner)", [("Enable MFA", None, "partner")]),
        ("El cliente va a enviar el plan antes del 30 de abril.", [("enviar el plan", "30 de abril", "cliente")]),
        ("Ana enviará el informe el 3 de mayo de 2020.", [("enviará el informe", "3 de mayo de 2020", "Ana")]),
        ("Próxima reunión: 12 de junio", [("Próxima reunión", "12 de junio", None)]),
        ("O parceiro vai enviar o plano até 30 de abril.", [("enviar o plano", "30 de abril", "parceiro")]),
        ("Ana wird den Plan bis 30. April schicken.", [("den Plan schicken", "30. April", "Ana")]),
        ("Der Kunde prüft das Angebot bis 12. Mai.", [("prüft das Angebot", "12. Mai", "Kunde")]),
        ("Nächster Termin am 12. Juni", [("Nächster Termin", "12. Juni", None)]),
        ("次回の会議は5月12日です", [("次回の会議", "5月12日", None)]),
        ("合作伙伴将在5月12日前发送计划。", [("发送计划", "5月12日", "合作伙伴")]),
    ],
)
def test_plain_phrases_are_actions(text: str, actions: list[Found]) -> None:
    """Somebody will do something; a meeting has its day; a task has its owner or is due by a day."""
    assert found(text) == actions


@pytest.mark.parametrize(
    "text",
    [
        "The Customer has just received approval. Doing so will unblock the deployment of multiple workloads.",
        "An overview will be presented at the end of the workshop.",
        "Teams will replace Skype by May 2020.",
        "Exchange Online will start by 5 May",
        "Deployment will start by April 30.",
        "Planning to enable MFA by 5 May",
        "Keen to deploy by May 5",
        "Ana to be back on 5 May",
        "Ana will be out until 5 May",
        "Customer will not deploy before June",
        "Der Kunde wird nicht migrieren",
        "This will help",
        "It will start on 5 May",
        "Follow up with the partner next week",
        "Review on May 5 went well",
        "Ana sent the plan by 5 May",
        "Ana prüft das",
        "Next call with Ana",
        "Next call with Ana and the whole team of the customer and of the partner, who are back on 5 May",
        "Customer will, none, check",
        "Send the plan, agreed on 5 May",
        "Next action: none",
        "Next action: TBD. Owner: Ana",
        "To do: none at the moment",
        "Next action:",
        "Owner: Ana",
        "Owner: Ana\nDate: 5 May 2020",
        "(owner: Ana)",
        "Update date: 5 May, ratio: 1:2",
        "Go-live - date: 5 May 2020",
        "| Next action | Owner | Date |",
        "20K users: 5 May",
        "",
        "- [ ]",
    ],
)
def test_text_without_an_action_has_none(text: str) -> None:
    """No owner and no task is invented for things, states, the past, negated actions, and labels without a task."""
    assert found(text) == []


NOTE = """**EXEC SUMMARY**
- DESCRIBE THE CUSTOMER: Retail. Ana will share the chart by 5 May 2020.
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning.
      Next action: fix DNS, owner: IT,
      by 30 April 2020
   -  [TEAMS]  Teams - Next steps:
      - Kim to train champions
      - close the pilot
   -  [SPO]  SharePoint Online - Owner: Zoe

- NEXT ACTION: call the CIO
- OWNER: FM
- REQUESTS FOR SUPPORT: none
"""

ACTIONS = [
    ("share the chart", "5 May 2020", "Ana"),
    ("fix DNS", "30 April 2020", "IT"),
    ("train champions", None, "Kim"),
    ("close the pilot", None, None),
    ("call the CIO", None, "FM"),
]


def test_actions_are_found_in_every_part_of_a_summary() -> None:
    """In values, updates of several lines, and under unknown labels; labels of different parts are not mixed."""
    assert found(NOTE) == ACTIONS


@pytest.mark.parametrize("margin", ["> ", ">> "])
def test_quote_marks_do_not_count(margin: str) -> None:
    """The actions are the same with and without them."""
    actions = ftnotes.find_next_actions("".join(margin + line + "\n" for line in NOTE.split("\n")))
    assert as_tuples(actions) == ACTIONS


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_count(end: str) -> None:
    """The actions are the same with any line end."""
    actions = ftnotes.find_next_actions(NOTE.replace("\n", end))
    assert as_tuples(actions) == ACTIONS


def test_the_span_of_an_action_covers_its_parts() -> None:
    """From its first label to the end of the last part, a closing parenthesis included."""
    text = "Done. Enable MFA (owner: partner)."
    (action,) = ftnotes.find_next_actions(text)
    assert action.span.text(text) == "Enable MFA (owner: partner)"
    assert action.what_span == Span(6, 16)
    assert attrs.evolve(action) == action


@pytest.mark.parametrize("stops", ["!", "...", "!!!!!!!!", ".?!.?!.?!"])
@pytest.mark.parametrize("what", ["call Bo", "follow plan B"])
def test_several_full_stops_end_one_sentence(stops: str, what: str) -> None:
    """They are not part of the task, after a word and after a single letter; another sentence can follow."""
    (action,) = ftnotes.find_next_actions(f"Ana will {what}{stops} All is well.")
    assert (action.owner, action.what) == ("Ana", what)


def test_the_language_of_a_summary_settles_its_dates() -> None:
    """An action has the date as the document reads it."""
    (action,) = ftnotes.find_next_actions(
        "RESUMEN EJECUTIVO\n- SOLICITUD DE SOPORTE TÉCNICO: Próxima acción: llamar. Fecha: 04/05/2020\n"
    )
    assert action.date is not None
    assert str(action.date.first) == "2020-05-04"


def test_importing_the_library_does_not_read_dates() -> None:
    """Modules that few callers need are imported on first use."""
    assert not {"ftnotes.analysis.dates", "ftnotes.analysis.actions"} & loaded_by("import ftnotes; ftnotes.parse('x')")


def test_a_document_is_read_again_for_another_playbook(tmp_path: Path) -> None:
    """With the playbook or edition that is given, the actions of a document are those of its text."""
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\nextends = "2020-03"\n[languages.en.actions]\nwhat = ["Homework"]\n', "utf-8")
    text = "Homework: call Ana"
    document = ftnotes.parse(text)
    assert ftnotes.find_next_actions(document) == ()
    custom = ftnotes.Playbook.from_file(path)
    (action,) = ftnotes.find_next_actions(document, playbook=custom)
    assert action.what == "call Ana"
    assert ftnotes.find_next_actions(text, playbook=custom) == (action,)
    assert ftnotes.find_next_actions(ftnotes.parse(text, custom)) == (action,)
    assert ftnotes.find_next_actions(ftnotes.parse(text, custom), edition="2020-05") == ()
    with pytest.raises(ValueError, match="2021-01"):
        ftnotes.find_next_actions(document, edition="2021-01")
    with pytest.raises(TypeError, match=r"find_next_actions\(\) takes a str or a Document, not bytes: decode it first"):
        ftnotes.find_next_actions(b"x")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Next steps: none", True),
        ("Nächste Schritte: keine", True),
        ("No further action needed.", True),
        ("Next steps: send the plan", False),
        ("Next step: TBD", False),
        ("Nächster Schritt: noch offen", False),
        ("Próximo paso: por definir", False),
        ("次のアクション：未定", False),
        ("次のアクション：なし", True),
        ("下一步：待定", False),
        ("Próximo passo: a definir", False),
        ("Prochaine étape : à définir", False),
        ("The next step is clear", False),
        ("All is well", False),
    ],
)
def test_a_text_states_that_nothing_is_to_be_done(text: str, none: bool) -> None:
    """It does with a phrase for that, or with "none" after a label of actions."""
    assert read_actions(ftnotes.parse(text), ()).states_none == none


@pytest.mark.parametrize(
    "piece", ["责任方 ", "跟进人\n", "Task ", "Open\n", "Open ", "次のタスク ", "Next up\n", "Action owner ", "- Owner / "]
)
def test_repeated_labels_are_read_in_linear_time(piece: str) -> None:
    """Four times as many labels, on one line or on many, take about four times as long."""

    def reading(count: int) -> Callable[[], object]:
        document = parse(piece * count)
        return lambda: read_actions(document, ()).states_none

    assert growth(reading, 1_000) < LINEAR
