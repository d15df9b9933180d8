"""Events on a day."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Call planned for 5 May 2020.", [("Call", "5 May 2020", None)]),
        ("Call with Ana planned for 5 May 2020.", [("Call with Ana", "5 May 2020", None)]),
        ("Planned a call with Ana for 5 May 2020.", [("call with Ana", "5 May 2020", None)]),
        ("Next call with Ana on 5 May 2020.", [("Next call with Ana", "5 May 2020", None)]),
        ("Call with Ana on 5 May 2020.", []),
        ("Termin mit Ana am 5. Mai 2020 geplant.", [("Termin mit Ana", "5. Mai 2020", None)]),
        ("The team and a call on 5 May 2020.", []),
        ("Call notes planned for 5 May 2020.", []),
        ("Planned the scope, the budget, the team and a call on 5 May 2020.", []),
        ("The call planned for 5 May 2020 is cancelled.", []),
        ("Planned a call with Ana.", []),
        ("Next call on 5 May 2020 will not take place.", []),
        ("The next call was postponed to 5 May 2020.", [("next call", "5 May 2020", None)]),
        ("Next call has been moved from 28 April to 5 May 2020.", [("Next call", "5 May 2020", None)]),
        ("Next call, with the file that we moved, is on 5 May 2020.", []),
        ("Next call on 5 May 2020, invite sent.", [("Next call", "5 May 2020", None)]),
        ("Next call on 5 May 2020, with Ana.", [("Next call with Ana", "5 May 2020", None)]),
        ("Next call 5 May 2020 @ 11 EST", [("Next call", "5 May 2020", None)]),
        ("Workshop agreed for 5 May 2020, FE leading.", [("Workshop", "5 May 2020", "FE")]),
        ("Workshop agreed for 5 May 2020, FE to lead.", [("Workshop", "5 May 2020", "FE")]),
        ("Next call on 5 May 2020, FE hosts.", [("Next call", "5 May 2020", "FE")]),
        ("Workshop agreed for 5 May 2020, FE to book it.", [("Workshop", "5 May 2020", None), ("book it", None, "FE")]),
        (
            "Next call on 5 May 2020, Ana sends the invite.",
            [("Next call", "5 May 2020", None), ("sends the invite", None, "Ana")],
        ),
        ("Next call on 5 May 2020, Ana and Ben from customer join.", [("Next call", "5 May 2020", None)]),
        ("Next call on 5 May 2020, Ana sends invites.", [("Next call", "5 May 2020", None)]),
        (
            "Next call with Ana and the whole team of the customer to review the open list is on 5 May 2020.",
            [("Next call with Ana and the whole team of the customer to review the open list", "5 May 2020", None)],
        ),
        ("Next call with Ana and the whole team of the customer to review what is open in the list is on 5 May 2020.", []),
        ("Next call with Ana and the whole team of the customer to review the open list after 5 May 2020.", []),
    ],
)
def test_an_event_is_an_action_if_it_is_the_next_or_planned(text: str, actions: list[Found]) -> None:
    """What is planned can stand before it, right after it, or after with whom it is."""
    assert found(text) == actions
