"""What somebody will do who is named by a pronoun."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Met Ana. She'll send it.", [("send it", None, "Ana")]),
        ("Met Ana and Bo. She'll send it.", []),
        ("Met Ana and Bo. She'll send it by 5 May 2020.", [("send it", "5 May 2020", None)]),
        ("Waiting for the NDA. She will check on 5 May 2020.", [("check", "5 May 2020", None)]),
        ("Met Ana. She has it and plans to send it on 5 May 2020.", [("send it", "5 May 2020", "Ana")]),
        ("Met Ana. She plans to send it on 5 May 2020.", [("send it", "5 May 2020", "Ana")]),
        ("Met Ana. She plans to send it.", []),
        ("Met Ana. She came on 5 May 2020 and plans to send it.", []),
        ("Met Ana. She liked it and left on 5 May 2020.", []),
        (
            "Met Ana. She will export it on 5 May 2020 and test it on 8 May 2020.",
            [("export it", "5 May 2020", "Ana"), ("test it", "8 May 2020", "Ana")],
        ),
        ("Met Ana. She will do TBD.", [("do TBD", None, "Ana")]),
        ("It is behind old Cisco gear. She will send it by 5 May 2020.", [("send it", "5 May 2020", None)]),
        ("Met Suresh today. He will send it.", [("send it", None, "Suresh")]),
        ("Met Suresh", []),
    ],
)
def test_she_is_the_one_person_in_the_sentence_above(text: str, actions: list[Found]) -> None:
    """With a day, it is an action even if nobody is known."""
    assert found(text) == actions
