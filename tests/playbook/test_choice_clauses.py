"""Clauses that contain a choice."""

from __future__ import annotations

from typing import Final

import pytest

from ftnotes import Playbook
from ftnotes.playbook.choice_clauses import Before, choice_context, clauses, folds_of
from ftnotes.playbook.choice_mentions import choice_mentions
from ftnotes.playbook.template_words import first_template

CONTEXT: Final = choice_context(Playbook.load())


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", "leads"),
        ("5/4", "leads"),
        ("still", "leads"),
        ("and now", "leads now"),
        ("as of now", "leads now"),
        ("they are now", "now"),
        ("not", "denied denies_only"),
        ("but not", "denied denies_only"),
        ("isn't", "denied denies_only"),
        ("they were", "denied"),
        ("was", "denied other_time"),
        ("planned", "other_time"),
        ("avoiding", "denied"),
        ("并不", "denied"),
        ("曾经", "denied other_time"),
        ("目前", "leads now"),
        ("the customer", ""),
    ],
)
def test_words_before_a_choice_have_a_meaning(text: str, meaning: str) -> None:
    """They leave the choice as it is, deny it, or put it into another time."""
    before = CONTEXT.before(text)
    assert [name for name in Before._fields if getattr(before, name)] == meaning.split()


@pytest.mark.parametrize(
    ("text", "denied", "dated"),
    [
        ("On Hold until July", False, True),
        ("On Hold in March", False, True),
        ("On Hold in 2019", False, True),
        ("On Hold in FY19", False, True),
        ("On Hold in Paris", False, False),
        ("On Hold in", False, False),
        ("On Hold by July", True, False),
        ("On Hold by 5/4", True, False),
        ("On Hold by Ana", False, False),
        ("On Hold soon", True, False),
        ("On Hold no longer", True, False),
        ("not On Hold", True, False),
        ("保留ではない", True, False),
        ("保留です", False, False),
    ],
)
def test_words_after_a_choice_deny_or_date_it(text: str, denied: bool, dated: bool) -> None:
    """A date is a month, a year, a quarter or any number after a word that is used before dates."""
    mentions = choice_mentions(first_template(Playbook.load()), "engagement-status", text)
    (clause,) = CONTEXT.clauses_of(text, 0, len(text), mentions)
    assert (clause.denied, clause.dated) == (denied, dated)


def test_choices_of_one_clause_are_denied_together() -> None:
    """The second of "not … or …" is denied with the first; one after other words is not."""
    text = "not on hold or reactive but fully engaged"
    mentions = choice_mentions(first_template(Playbook.load()), "engagement-status", text)
    found = list(CONTEXT.clauses_of(text, 0, len(text), mentions))
    assert [clause.denied for clause in found] == [True, True, False]
    assert [clause.near for clause in found] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "key", "leads"),
    [
        ("反应良好", "engagement-status", False),
        ("反应 良好", "engagement-status", True),
        ("反应", "engagement-status", True),
        ("部分部署了", "deployment-progress", True),
    ],
)
def test_short_words_of_scripts_without_spaces_do_not_lead(text: str, key: str, leads: bool) -> None:
    """Two letters at the start of a longer word are no choice."""
    (clause,) = CONTEXT.clauses_of(text, 0, len(text), choice_mentions(first_template(Playbook.load()), key, text))
    assert clause.leads == leads


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b; c: d", ["a", " b", " c", " d"]),
        ("a - b -c a-b 5.4.2020. c", ["a ", " b ", "c a-b 5.4.2020", " c"]),
        ("a（b）c。d", ["a", "b", "c", "d"]),
        ("On-Hold – a", ["On-Hold ", " a"]),
        ("On Hold", ["On Hold"]),
    ],
)
def test_clauses_end_at_punctuation(text: str, parts: list[str]) -> None:
    """A hyphen within words, and a point within numbers, ends none."""
    mentions = choice_mentions(first_template(Playbook.load()), "engagement-status", text)
    assert [text[start:end] for start, end in clauses(text, mentions)] == parts


def test_folds_of_words() -> None:
    """An apostrophe belongs to its word."""
    assert folds_of("It isn't – 5% \u0301 Été") == ["it", "isnt", "5", "ete"]
