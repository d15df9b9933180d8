"""Next actions and dates as people write them, in all languages of the playbook: texts with the reading of a careful person."""

from __future__ import annotations

from helpers.each import each
from helpers.phrasings import NAMES, days, phrasing

import ftnotes


@each(NAMES, parts=2)
def test_the_actions_of_a_text_are_those_that_a_reader_sees(name: str) -> None:
    """What, when, by whom, and whether it is done."""
    case = phrasing(name)
    found = ftnotes.find_next_actions(case.text, date=case.written)
    read = [{"what": action.what, "date": days(action.date), "owner": action.owner, "done": action.done} for action in found]
    assert read == case.actions


@each(NAMES, parts=2)
def test_the_dates_of_a_text_are_those_that_a_reader_sees(name: str) -> None:
    """None is missed, and none is invented."""
    case = phrasing(name)
    assert [days(mention) for mention in ftnotes.find_dates(case.text, date=case.written)] == case.dates
