"""The languages in a playbook's file, and their words."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import own

from ftnotes.playbook.model import PlaybookError
from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.word_lists import EVIDENCE_KINDS, NEGATIONS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[languages.en.dates]\nof = ["out of"]', "languages.en.dates.of: expected single words of letters, not 'out of'"),
        ('[languages.en.dates]\nin-month = ["x1"]', "languages.en.dates.in-month: expected single words"),
        (
            '[languages.en.dates]\nmonths = ["January"]',
            "languages.en.dates.months: expected the twelve months in their order, not 1",
        ),
        ('[languages.en.dates]\nshort-months = ["Ju"]', "languages.en.dates.short-months: .* one of the months, not 'Ju'"),
        ('[languages.en.dates]\nshort-months = ["Xyz"]', "languages.en.dates.short-months: .* one of the months, not 'Xyz'"),
        ('[languages.en.dates]\nother-words = ["out"]', "languages.en.dates.other-words: unknown 'out'"),
        ('[languages.en.dates]\norder = ["day"]', "languages.en.dates.order: expected 'day' and 'month' in the order"),
        ('[languages.en.dates]\norder = ["day", "year"]', "languages.en.dates.order: expected 'day' and 'month'"),
    ],
)
def test_wrong_words_for_dates_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """What could be no date word is refused by its key."""
    with pytest.raises(PlaybookError, match=message):
        own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}\n')


def test_a_file_adds_to_evidence_and_replaces_other_words(tmp_path: Path) -> None:
    """The words that come with a language stay for all that a file does not mention."""
    text = '[languages.en.evidence]\nwhy = ["by decree"]\n[languages.en.dates]\nof = ["o"]\n'
    words, published = (
        playbook.words_of("en") for playbook in (own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}'), Playbook.load())
    )
    assert words.evidence["why"] == (*published.evidence["why"], "by decree")
    assert words.evidence["usage"] == published.evidence["usage"]
    assert words.dates == published.dates._replace(of=("o",))


def test_every_language_has_every_kind_of_evidence() -> None:
    """So that each rule by evidence can speak in it."""
    for words in Playbook.load().words:
        assert {kind for kind in (*EVIDENCE_KINDS, *NEGATIONS) if not words.evidence.get(kind)} <= {"local"}, words
