"""Lists of next actions: headings, items and boxes."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

import ftnotes


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
        ("Next steps\n- Steering committee 17 June", [("Steering committee", "17 June", None)]),
        ("Next steps\n- Customer 17 June", []),
        ("Next Actions (all due 6/19)\n- Ellen: publish it\n- FM: share it by 6/5",
         [("publish it", "6/19", "Ellen"), ("share it", "6/5", "FM")]),
        ("Next steps (6/19)\n- Ellen: publish it", [("publish it", None, "Ellen")]),
        ("Thanks all. As promised, actions from the call:\n- Tony - send it", [("send it", None, "Tony")]),
        ("As promised on 6/19, actions from the call:\n- Tony - send it", []),
        ("As promised, the list of all that we said:\n- Tony - send it", []),
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
        ("## Next actions\n\n---\n\n### More\nSign up here\n", []),
        ("Next actions\n------------\n- send the plan\n", [("send the plan", None, None)]),
        ("Next actions:\n- send the plan\n\n***\n- call Ana\n", [("send the plan", None, None)]),
        ("Next actions:\n- We are waiting for Ana\n- Date: it is not known yet\n- call Ana\n", [("call Ana", None, None)]),
        ("> [!todo] Next actions\n\n- call Ana\n", [("call Ana", None, None)]),
        ("Next actions agreed:\n- Ana is happy\n- call Ana\n", [("Ana is happy", None, None), ("call Ana", None, None)]),
        ("### 9\\. Next actions\n* call Ana\n", [("call Ana", None, None)]),
        ("Next actions: 1) send the plan 2) none 3) call Ana", [("send the plan", None, None), ("call Ana", None, None)]),
        ("Next actions\nBen: the plan\nIt is long\nAna: call\n", [("the plan", None, "Ben"), ("call", None, "Ana")]),
        ("Next actions\nBen: the plan\n\nIt is long\nBo: all is well\n", [("the plan", None, "Ben")]),
        ("Next actions\nBen: the plan\nRegards,\nAna\nBo: call\n", [("the plan", None, "Ben")]),
        ("Open items\n5 May - plan -> 6 May\n7 May - it is long\n", [("plan", "6 May", None)]),
        ("Previous actions:\n- Ben: the plan\n  - @ana the rest\n\nNext actions:\n- call Bo\n", [("call Bo", None, None)]),
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
        ("AI:\n- Copilot\n- Benka to call Ana\n", []),
        (
            "For next time:\n- Ben: the list\n- All: think of names\n",
            [("the list", None, "Ben"), ("think of names", None, "All")],
        ),
        ("For next time:\n- the budget\n- Benka to call Ana\n", []),
        ("AI:\n- Ben:\n  - the list\n", []),
        ("What to ask:\n- Benka to call Ana\n- budget\n", []),
        ("NA:\n", []),
    ],
)
def test_below_a_label_with_other_meanings_each_item_shows_that_it_is_a_task(text: str, actions: list[Found]) -> None:
    """By its owner or its verb; the first one that does not closes the list."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Next steps:\n- Ben sends it. Ana will check it. All is well.\n- call Bo\n",
            [("sends it", None, "Ben"), ("check it", None, "Ana"), ("call Bo", None, None)],
        ),
        ("Actions:\n- Ben to send it, Ana to check it\n", [("send it", None, "Ben"), ("check it", None, "Ana")]),
        (
            "Actions:\n- Ben to send it. (Ana)\n- send it. (Ana, 5 May) #5\n",
            [
                ("send it", None, "Ben"),
                ("send it", "5 May", "Ana"),
            ],
        ),
        ("Actions:\n- Ana to ask for Ben and Eva to reply\n", [("ask for Ben and Eva to reply", None, "Ana")]),
        ("Actions:\n- [x] Ben to send it to Ana\n", [("send it to Ana", None, "Ben")]),
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
        ("Attendees:\n- [x] Ana Gray - Contoso\n- [ ] Ben\n- [x] Chair -> Eva\n", []),
        ("- [ ] the plan @ana\n- [ ] Ana @ana\n- [ ] the plan - Ana\n", [("the plan", None, "ana")]),
        ("- [ ] Ana - call Ben\n", [("call Ben", None, "Ana")]),
    ],
)
def test_a_box_without_a_heading_needs_an_owner_with_a_verb_or_a_date(text: str, actions: list[Found]) -> None:
    """A checklist can be about anything, so that a task in it counts only with who or when."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("## Actions\n### One\n- Ana to send it\n- the rest (Ben)\n- W1\n", [("send it", None, "Ana")]),
        ("## Actions\n### One\n- send it (Ben)\n", [("send it", None, "Ben")]),
        ("## Actions\n# Other\n- Anaba to send it\n", []),
        ("## Actions\n- send it\n  - [Ben] call Ana\n  - @eva ask Bo\n  - [x y z] no\n  - Bo: no\n", [
            ("send it", None, None), ("call Ana", None, "Ben"), ("ask Bo", None, "eva"),
        ]),
        ("Review of actions from last week\n- the plan (Ben)\n- all is well\n- the list (Ana & Ben C) #5\n- Chat (Ana)\n", [
            ("the plan", None, "Ben"), ("the list", None, "Ana & Ben C"), ("Chat", None, "Ana"),
        ]),
        ("Review of actions from last week\n- all is well\n- the plan (Ben)\n", []),
        ("Review of actions from last week\n- the plan (Ben)\nAll is well\n- the list (Ana)\n", [("the plan", None, "Ben")]),
        ("Review of actions from last week.\n- the plan (Ben)\n", []),
        ("- Review of actions from last week\n  - the plan (Ben)\n  - all is well\n", [("the plan", None, "Ben")]),
        ("- Next steps for the whole supporter program\n  - the budget\n  - the plan (Ben)\n", []),
        ("Actions:\n- Ana: Follow up with Eva\n  - Ben: to all\n", [("Follow up with Eva", None, "Ana")]),
        ("Actions:\n- Ana: Follow up with Eva\n  - Ben to call\n  - to all of us\n  - to the page, Cat\n", [
            ("Follow up with Eva", None, "Ana"), ("call", None, "Ben"),
        ]),
        ("Actions:\n- the plan\n  - [ ] Ben: Send it\n  - [ ] call\n", [("the plan", None, None), ("Send it", None, "Ben")]),
        ("3. Next steps\n\n   1. Redraft it\n   2. Feedback\n", [("Redraft it", None, None), ("Feedback", None, None)]),
        ("3. Next steps for May\n   - Redraft it\n", []),
        ("3. Next steps\n4. Feedback\n", []),
        ("Actions:\n- the plan.  (Ana)   Why?\n- it. (in May) Why?\n", [("the plan", None, "Ana"), ("it", None, None)]),
        ("Actions:\n- Find a room. Try the hall first. It is old\n- call. Test results are bad\n- ask. Send it by May 5\n", [
            ("Find a room. Try the hall first", None, None), ("call", None, None), ("ask", None, None),
            ("Send it", "May 5", None),
        ]),
        ("Actions:\n- [DI, ME] the plan\n", [("the plan", None, "DI, ME")]),
        ("- [ ] Follow up with Eva\n  - Ben: call\n", []),
        ("Previous actions:\n- Ana to send it\n- call (Ben)\n- Ben will call\n", [
            ("send it", None, "Ana"), ("call", None, "Ben"),
        ]),
        ("Completed actions:\n- Ana to send it\n- call (Ben)\n", []),
        ("Actions\nAna\n- send it\nBen\n- call\nAll is well\n- no\n", [("send it", None, "Ana"), ("call", None, "Ben")]),
        ("Name Date Action items\nAna 2020-05-05 to send it\nBen 2020-05-06 to call\n", [
            ("send it", "2020-05-05", "Ana"), ("call", "2020-05-06", "Ben"),
        ]),
        ("Actions:\n- send it\n- call\n12. ## Ana to do it\n", [("send it", None, None), ("call", None, None)]),
        ("## Actions\nAll of the week\n- send it\n", [("send it", None, None)]),
        ("## Actions\n- Ben:\n  - call Ana\n- Eva to:\n  - send it\n", [("call Ana", None, "Ben"), ("send it", None, "Eva")]),
        ("## Actions\n- Ben\n  - call Ana\n- send it\n", [("call Ana", None, "Ben"), ("send it", None, None)]),
        ("## Actions\n| Ana | Bo |\n- send it\n", []),
        ("## Actions\n- Ben:\n- call Ana\n- send it\n", [("call Ana", None, "Ben"), ("send it", None, "Ben")]),
        ("## Actions\n- Ben\n- send it\n", [("send it", None, None)]),
        ("## Actions\n- call Ana\n  - Sheet\n- send it\n", [("call Ana", None, None), ("send it", None, None)]),
        ("Actions\n\nVendor\n\n- send it\n\nBen\n\n- call\n", [("send it", None, "Vendor"), ("call", None, "Ben")]),
        ("Actions\n\nFor all of us and more\n\n- send it\n", []),
        ("- Eva:\n  - Next steps:\n    - send it\n- Ben:\n  - the news\n", [("send it", None, None)]),
        ("- next steps\n  - send it\n- the news\n", [("send it", None, None)]),
        ("## Actions\n- Action: Ben to call\n- send it\n", [("call", None, "Ben"), ("send it", None, None)]),
        ("## Actions\n- [ ]\n- [ ] name -\n", []),
        ("## Actions\n**Data**\n- send it\n\n**Tests**\n- run it\n", [("send it", None, None), ("run it", None, None)]),
        ("## Actions\n`a`:\n- send it\n\n`b`:\n- run it\n", [("send it", None, None), ("run it", None, None)]),
        ("## Actions\n- send it\n\n**Tests**\n- passed\n", [("send it", None, None)]),
        ("## Actions\n| Task | Owner |\n|---|---|\n| | |\n\nStatus\n\n- Started\n- Not started\n", []),
        ("## Actions\n- Not started\n- done\n", []),
        ("## Actions\n\n***Ben***\n> * send it\n>     * to all\n* call\n\n***Eva***\n* run it\n", [
            ("send it", None, "Ben"), ("call", None, "Ben"), ("run it", None, "Eva"),
        ]),
        ("## Actions\n### One\n- [ ] the plan\n- W1\n### Two\n- [ ] Inbox\n", [
            ("the plan", None, None), ("Inbox", None, None),
        ]),
        ("- What are the next steps?\n  - Ana to send it\n  - [ ] the plan\n", [
            ("send it", None, "Ana"), ("the plan", None, None),
        ]),
        ("- What are the next steps?\n  - nobody knows\n  - Anaba to send it\n", []),
    ],
)  # fmt: skip
def test_parts_and_owners_of_lists(text: str, actions: list[Found]) -> None:
    """Below a lower heading or a question only tasks and boxes count; an item in an item needs its owner.

    A name alone owns what is in it. A title between blank lines can be an owner; a list ends before its label's indentation;
    unfilled items are none.
    """
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("## ✅ Actions\n- send it\n", [("send it", None, None)]),
        ("## Actions :muscle:\n- send it\n", [("send it", None, None)]),
        ("## 🛠️ to do 🎉\n- send it\n", [("send it", None, None)]),
        ("# 🎉\n# Actions :\n- send it\n", [("send it", None, None)]),
        ("### 4. Actions (who does what)\n- the plan\n", [("the plan", None, None)]),
        ("### to do until 11.10\n- the plan\n", [("the plan", None, None)]),
        ("Actions from Monday (carried over):\n- the plan\n", [("the plan", None, None)]),
        ("Actions, from Monday:\n- the plan\n", []),
    ],
)
def test_a_heading_can_have_pictures_numbers_and_parts(text: str, actions: list[Found]) -> None:
    """Pictures at its ends are left out; a number, a remark in brackets and the time that it is for belong to it."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Actions:\n- send it\n- call. Done. It was long.\n", [False, True]),
        ("Actions:\n- send it\n  - done\n- call\n", [True, False]),
        ("Actions:\n- send it\n- done\n", [False]),
        ("Actions:\n- send it\n  - later\n", [False]),
        ("Actions:\n- send it\n\n## Done\n- call\n", [False]),
        ("Actions\nAna to send it\n# Done\nBen to call\n", [True, False]),
        ("Action: Ana to send it. [Done, after the call]\nAction: Ben to call. (Ana)\n", [True, False]),
    ],
)
def test_a_remark_behind_or_below_an_item_says_that_it_is_done(text: str, done: list[bool]) -> None:
    """A line that is an item of its own, or apart, says nothing of the item above."""
    assert [action.done for action in ftnotes.find_next_actions(text)] == done
