"""Next actions as flat rows."""

from __future__ import annotations

import datetime

import ftnotes
from ftnotes import ActionRecord, action_records


def test_a_record_is_a_next_action() -> None:
    """With its days, if they are known."""
    text = "Next steps:\n- Ana to send it by Friday\n- [x] call Bo on 4/5/2020\n- test"
    first, second, third = action_records(text, date=datetime.date(2020, 5, 6))
    assert first == ActionRecord(1, "send it", "Ana", "Friday", "2020-05-08", "2020-05-08", 0, 14, 38)
    assert (second.number, second.what, second.date, second.first, second.last, second.done) == (
        2,
        "call Bo",
        "4/5/2020",
        None,
        None,
        1,
    )
    assert (third.owner, third.date, third.first, third.done) == (None, None, None, 0)
    assert list(first.row()) == list(ActionRecord.columns())
    assert action_records(ftnotes.parse(text), edition="2020-05")[0].first is None
