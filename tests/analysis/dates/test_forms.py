"""Forms of dates: which expressions can start where."""

from __future__ import annotations

import re

from ftnotes import Playbook
from ftnotes.analysis.dates.forms import date_forms, date_start
from ftnotes.analysis.dates.lexicon import NUMBER, YEAR, date_lexicon

#: The roles of words that can be a date, or begin one before any sign.
_ALONE = ("today", "tomorrow", "weekdays", "week_ends", "month_ends", "year_ends", "next_weeks", "next_months")


def test_a_date_starts_with_a_number_or_a_word_of_dates() -> None:
    """Each kind with which a date can start has its forms, most words only before some others, and no other kind has any."""
    lexicon = date_lexicon(Playbook.load())
    forms = date_forms(lexicon)
    assert {NUMBER, YEAR, *lexicon.sets["month"]} <= forms.keys()
    assert not {" ", "w", "o", "x"} & forms.keys()
    names = ("month", "halves", "weeks", "next_after", "quarters")
    follows = ("-", "n", *(f" {lexicon.sets[name][0]}" for name in names))
    assert all(any(date_start(lexicon).match(kind + after) for after in follows) for kind in forms)
    words = forms.keys() - {NUMBER, YEAR, *(kind for name in ("month", *_ALONE) for kind in lexicon.sets[name])}
    assert not any(date_start(lexicon).match(kind + after) for kind in words for after in ("", " ", " w", "x"))


def test_a_number_starts_a_date_only_before_what_can_belong_to_one() -> None:
    """Most numbers of a text are before a plain word, a sign or the end; a quarter can follow a year."""
    lexicon = date_lexicon(Playbook.load())
    start = date_start(lexicon)
    assert not any(
        start.search(kinds) for kinds in ("n", "n w", "nw", "n o", "no", "n x", "n y", "n.", "n. w", "n,n", "y", "y w", "yo")
    )
    assert all(
        start.search(kinds) for kinds in ("n/", "n.n", "n " + lexicon.sets["month"][0], "y n" + lexicon.sets["quarters"][0])
    )


def test_all_repeats_of_forms_are_bounded() -> None:
    """So a form takes no longer in a long line than in a short one."""
    for forms in date_forms(date_lexicon(Playbook.load())).values():
        for form in forms:
            assert not re.search(r"[*+]|\{\d+,\}", re.sub(r"\[[^]]*\]", "", form.expression)), form.expression
