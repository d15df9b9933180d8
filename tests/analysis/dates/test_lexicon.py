"""The words of dates: published languages, and custom ones."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from helpers.dates import days, only
from helpers.playbooks import template_of

import ftnotes
from ftnotes.analysis.dates.lexicon import date_lexicon
from ftnotes.analysis.dates.search import find_dates
from ftnotes.playbook.model import PlaybookError
from ftnotes.playbook.playbook import Playbook


def written(folder: Path, dates: str) -> Path:
    """Return a playbook that adds a language with these words for dates to the default one."""
    path = folder / "own.toml"
    titles = 'templates.exec-summary.titles = ["SAMENVATTING"]\ntemplates.exec-summary.labels.customer = ["KLANT"]'
    path.write_text(
        f'id = "own"\nextends = "2020-03"\n[languages.nl]\nname = "Dutch"\n{titles}\n[languages.nl.dates]\n{dates}', "utf-8"
    )
    return path


DUTCH = """
months = [
  "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
]
end = ["eind"]
order = ["day", "month"]
"""


def test_a_custom_language_has_its_words(tmp_path: Path) -> None:
    """Dates written with them are read."""
    playbook = Playbook.from_file(written(tmp_path, DUTCH))
    (mention,) = find_dates("eind mei 2020", playbook=playbook)
    assert days(mention) == ["2020-05-21 2020-05-31"]
    assert days(find_dates("04/05/2019", playbook=playbook, language="nl")[0]) == ["2019-05-04"]
    assert find_dates("eind mei 2020") == ()


def test_every_playbook_has_the_words_of_all_languages(tmp_path: Path) -> None:
    """One that extends no edition reads dates and actions, too; its own words replace those of a language, or add one."""
    path = tmp_path / "bare.toml"
    bare = 'id = "bare"\n' + template_of('key = "who", label = "WHO"', titles='"NOTE"')
    path.write_text(bare + '[languages.fr.dates]\nend = ["bout"]\n', "utf-8")
    playbook = Playbook.from_file(path)
    assert [known.code for known in playbook.languages] == ["en"]
    typed = "27.09.2019, 5 May 2020, 4月, 6 juin 2020, bout mai, fin juin"
    read = [mention.text for mention in find_dates(typed, playbook=playbook)]
    assert read == ["27.09.2019", "5 May 2020", "4月", "6 juin 2020", "bout mai"]
    assert [action.what for action in ftnotes.find_next_actions("Next action: call Ana", playbook=playbook)] == ["call Ana"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('months = ["May"]', r"languages.nl.dates.months: expected the twelve months in their order, not 1"),
        (DUTCH + 'short-months = ["ju"]', "dates.short-months: expected the first letters of one of the months, not 'ju'"),
        ('short-months = ["Jan"]', "dates.short-months: expected the first letters of one of the months, not 'Jan'"),
        ('end = ["end of"]', "dates.end: expected single words of letters, not 'end of'"),
        ('never-after = ["v2"]', "dates.never-after: expected single words of letters, not 'v2'"),
        ('order = ["day"]', "dates.order: expected 'day' and 'month' in the order in which they are written"),
        ('order = ["day", "year"]', "dates.order: expected 'day' and 'month'"),
        (
            DUTCH + 'other-words = ["mai"]',
            r"dates.other-words: unknown 'mai' \(did you mean 'mei'\?\); expected one of januari",
        ),
        ('prepositions = ["of"]', "dates.prepositions: unknown key; expected months, short-months"),
        ("end = 3", "dates.end: expected a list of texts, .*not a number"),
        ("end = []", "dates.end: expected at least one text"),
        (
            '[languages.nl.actions]\nowners = ["x"]',
            r"nl.actions.owners: unknown key \(did you mean 'owner'",
        ),
        ("[languages.nl.actions]\nwhat = [1]", r"nl.actions.what\[0\]: expected a text in quotes, not a number"),
    ],
)
def test_invalid_words_for_dates_are_refused(tmp_path: Path, words: str, message: str) -> None:
    """The error names the key, the reason, and the expected value."""
    with pytest.raises(PlaybookError, match=message):
        Playbook.from_file(written(tmp_path, words))


def test_every_published_language_reads_its_own_months() -> None:
    """All months of all languages are read with their number."""
    playbook = Playbook.load()
    for words in playbook.words:
        for number, name in enumerate(words.dates.months, 1):
            for typed in (name, name.upper(), name.capitalize()):
                assert only(f"5 {typed} 2020").first == datetime.date(2020, number, 5)
        for name in words.dates.short_months:
            assert only(f"5-{name}-2020").first is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ende May, mayor May2 (März) marzo5…", {"Ende", "May", "März", "marzo"}),
        ("Ma\u0308rz – Май, ſ", {"Ma\u0308rz"}),
        ("May\u0308 MAY\u200bmai ¿May? ªMay µMay", {"MAY", "mai", "May"}),
        ("May May\tMay", {"May"}),
        ("", set()),
    ],
)
def test_the_words_that_tell_of_a_date_are_whole_words(text: str, words: set[str]) -> None:
    """A text in Latin letters is split in another way than one with others; both find what whole words are."""
    lexicon = date_lexicon(Playbook.load())
    for typed in (text, f"{text} ж"):
        whole = [match for match in lexicon.spelled.finditer(typed) if match.group() in lexicon.telling]
        assert sorted(lexicon.telling_in(typed)) == [match.start() for match in whole]
        assert {match.group() for match in whole} == words
