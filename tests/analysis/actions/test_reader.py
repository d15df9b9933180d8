"""Lines with next actions: their labels, and lines below."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

import ftnotes


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
        ("[action] Ana and Ben to call [assignee] Eva, Bo [due] 5 May 2020 [status] open", [("call", "5 May 2020", "Eva, Bo")]),
        ("[action] Call [owner]", [("Call [owner]", None, None)]),
        ("[action] Call on [date] to (owner) Ana", [("Call on [date] to (owner) Ana", None, None)]),
        ("All is well. It is agreed to buy mugs. Action: Ana", [("It is agreed to buy mugs", None, "Ana")]),
        ("We need mugs. Next step: mugs", [("mugs", None, None)]),
        ("Next actions:\n- Fix the door. Action: Clerk\n", [("Fix the door", None, "Clerk")]),
        ("Next actions:\n- Action: Ana to call\n  - Unchanged: no answer\n- Action: Ben to call\n  - All is well\n",
         [("call", None, "Ana"), ("call", None, "Ben")]),
        ("ACTION: Ana to call [recorded in https://a.org/minutes-of-a-day]\n[NEW] ACTION: Ben to call",
         [("call [recorded in https://a.org/minutes-of-a-day]", None, "Ana"), ("call", None, "Ben")]),
        ("2.2 The fence is old. Action: Ana", [("The fence is old", None, "Ana")]),
        ("2.2 Fence: to paint. Action: Ana", [("to paint", None, "Ana")]),
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
        ("2.1 Action: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ('### 1 - Action - Ben to call Ana <a href="#x"></a>\n', [("call Ana", None, "Ben")]),
        ("> [!todo] the plan\n", [("the plan", None, None)]),
        ("> [!AI] the plan\n\n[AI] is the plan\n", [("the plan", None, None)]),
        ("Action items from today's call:\n- Ben to call Ana\n- budget\n", [("call Ana", None, "Ben")]),
        ("Action items from the call: Benka to call Ana\n", []),
        (
            "Next: Ben to send the list by 5 May, FM books a call on 6 May\n",
            [("send the list", "5 May", "Ben"), ("books a call", "6 May", "FM")],
        ),
        ("Todo's: @Ben call Ana; @Bo review\n", [("call Ana", None, "Ben"), ("review", None, "Bo")]),
        ("1) Next steps: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("5/8/2020 Action: Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("Previous action: Ben to call Ana. Next action: call Bo\n", [("call Bo", None, None)]),
        ("3. Action items\n- Ben to call Ana\n4. AOB\n- Ana is back\n", [("call Ana", None, "Ben")]),
        ("3. Action items\n- the usual\n", []),
        ("- Action items\n- Benka to call Ana\n", []),
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
        ("Action Ben: call Ana\n", [("call Ana", None, "Ben")]),
        ("Action Force: call Ana\n", []),
        ("TODO @ben call Ana\n", [("call Ana", None, "ben")]),
        ("TODO Ben\n", []),
        ("[Action] Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("Call today. [ACTION] Ben to call Ana\n", [("call Ana", None, "Ben")]),
        ("(Next steps) Send it\n", [("Send it", None, None)]),
        ("[AI] Copilot runs\n", []),
        ("[AI Ben] call Ana\n", [("call Ana", None, "Ben")]),
        ("[AI soon] call Ana\n", []),
        ("FM - AI: call Ana\n", [("call Ana", None, "FM")]),
        ("Ben - AI: call Ben, then Ana\n", [("call Ben, then Ana", None, "Ben")]),
        ("Ben - AI: call Ana\n", [("call Ana", None, None)]),
        ("FM - AI: Eva to call Ana\n", [("call Ana", None, "Eva")]),
        ("FM - AI:\n", []),
        ("Action] Ben to call Ana\n", []),
        ("DUE @ben call Ana\n", []),
    ],
)
def test_minutes_mark_labels_otherwise_than_by_a_colon(text: str, actions: list[Found]) -> None:
    """By brackets, bold or capitals, or the indentation of the items below; a number or day can be before them."""
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


def test_a_line_with_a_small_name_is_one_of_its_own() -> None:
    """A line that starts with a small word and a colon does not go on with the long line above."""
    long = "Check the list of all the sites that are missing in the plan of the second wave"
    text = f"## Next steps\nDave: {long}\nmk: Clean up the draft\n"
    assert found(text) == [(long, None, "Dave"), ("Clean up the draft", None, "mk")]


@pytest.mark.parametrize("above", ["", "Next steps:\n", "Next steps:\n- ", "- ", "Agreed: ", "- Plan for May: "])
@pytest.mark.parametrize("marks", ["1) 2) 3)", "1. 2. 3.", "(1) (2) (3)", "a) b) c)", "① ② ③", "• • •"])
def test_a_list_within_a_line_has_the_actions_of_one_on_lines(above: str, marks: str) -> None:
    """Under a heading as without one, and also behind a bullet; two tasks are not one."""
    tasks = ["Ana to send the plan by 8 May", "Ben to call Lucy by 9 May", "Gus to order the phones by 10 May"]
    items = " ".join(f"{mark} {task}" for mark, task in zip(marks.split(), tasks, strict=True))
    assert found(above + items) == [
        ("send the plan", "8 May", "Ana"), ("call Lucy", "9 May", "Ben"), ("order the phones", "10 May", "Gus")
    ]  # fmt: skip


@pytest.mark.parametrize("above", ["Done", "Completed last week", "Ana"])
def test_a_list_behind_a_colon_is_not_read_where_it_is_over_or_somebodys(above: str) -> None:
    """What is done is no action, and whose they are is not known to all of its items."""
    assert found(f"{above}: 1) send the plan by 8 May 2) call Lucy by 9 May") == []
