"""Forms of dates: which expressions can start where."""

from __future__ import annotations

import re

from ftnotes import Playbook
from ftnotes.analysis.date_forms import date_forms, date_start
from ftnotes.analysis.date_lexicon import NUMBER, YEAR, date_lexicon


def test_a_date_starts_with_a_number_or_a_word_of_dates() -> None:
    """Each kind with which a date can start has its forms, and no other kind has any."""
    lexicon = date_lexicon(Playbook.load())
    forms = date_forms(lexicon)
    assert {NUMBER, YEAR, *lexicon.sets["month"]} <= forms.keys()
    assert not {" ", "w", "o", "x"} & forms.keys()
    assert all(date_start(lexicon).fullmatch(kind) for kind in forms)


def test_all_repeats_of_forms_are_bounded() -> None:
    """So a form takes no longer in a long line than in a short one."""
    for forms in date_forms(date_lexicon(Playbook.load())).values():
        for form in forms:
            assert not re.search(r"[*+]|\{\d+,\}", re.sub(r"\[[^]]*\]", "", form.expression)), form.expression
