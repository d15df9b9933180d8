"""The workloads and dates of a playbook, arranged for look-ups of words as people type them.

Words are compared by their `fold`: case, spacing, punctuation, accents and width don't count. Exact spellings have their own
dictionaries, so that the common case is one look-up and folding is rare.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from ..text.patterns import has_tag_end
from ..text.words import WORD_END, fold, phrases_at

if TYPE_CHECKING:
    from .model import Edition
    from .word_lists import DateWords

# Expressions that few lines need are left to the cache of `re`, which compiles them on first use.


class StartsWith(NamedTuple):
    """How many words the longest title, label, and tag or name have that start with a word; 0 where none does."""

    title: int = 0
    label: int = 0
    workload: int = 0


#: For words that nothing starts with.
NO_START: Final = StartsWith()


@frozen(eq=False, repr=False)
class Vocabulary:
    """The look-up tables for the words that belong to no template; `Playbook.vocabulary` makes and keeps them."""

    #: Tags and names in their exact spelling, with one string to be shared, except those that a longer name starts with.
    spellings: dict[str, str]
    #: Tags and workload names in their exact spelling, with the tag that the edition writes.
    tags: dict[str, str]
    names: dict[str, str]
    #: The folded first words of tags and names.
    starts: dict[str, StartsWith]
    #: The first two letters of these, for scripts without spaces between words.
    wide_starts: dict[str, StartsWith]
    #: The folds of names, and of tags and names, sorted.
    sorted_names: list[str]
    sorted_workloads: list[str]
    folded_tags: dict[str, str]
    folded_names: dict[str, str]
    months: frozenset[str]
    date_words: frozenset[str]

    def starts_with(self, word: str) -> StartsWith:
        """Return what can start with ``word``; a line for which this is `NO_START` needs no closer look."""
        if word.isascii():
            return self.starts.get(word.lower(), NO_START)
        folded = fold(word)
        # "M365の展開…", typed without the space after its first word, starts with a known word too.
        found = self.starts.get(folded) or self.starts.get(re.split("(?<=[ -~])(?=[^ -~])", folded, maxsplit=1)[0])
        return found or self.wide_starts.get(folded[:2], NO_START)

    def tag(self, text: str) -> str | None:
        """Return the edition's tag for a tag; None where it is unknown or contains what would end it."""
        known = self.tags.get(text) or self.folded_tags.get(fold(text))
        return None if known and has_tag_end(text) else known

    def name(self, text: str) -> str | None:
        """Return the edition's tag for the name of a workload, or None."""
        return self.names.get(text) or self.folded_names.get(fold(text))

    def names_at(self, text: str) -> list[int]:
        """Return the lengths of the names that ``text`` begins with, longest first."""
        return phrases_at(text, self.sorted_names)

    def workloads_at(self, text: str) -> list[int]:
        """Return the lengths of the tags and names that ``text`` begins with, longest first."""
        return phrases_at(text, self.sorted_workloads)

    def workload_key(self, text: str) -> str:
        """Return what a tag or name is compared by: the edition's tag, or its fold where it is unknown."""
        return self.tag(text) or self.name(text) or fold(text)

    def is_date(self, text: str) -> bool:
        """Return whether ``text`` is a date: only numbers and date words, with at least a number or month."""
        parts = re.findall(r"\d+|[^\W\d_]+", text)
        return (
            all(len(part) <= 4 if part.isdigit() else fold(part) in self.date_words for part in parts)
            and any(part.isdigit() or fold(part) in self.months for part in parts)
            and re.fullmatch(r"[\w\s,./:'’–-]+", text) is not None
        )


def build_vocabulary(playbook: Edition) -> Vocabulary:
    """Make the look-up tables of a playbook for the words that belong to no template."""
    tags, names = _build_workloads(playbook)
    starts, wide_starts = build_starts({"workload": (*tags, *names)})
    folded_tags = {fold(tag): edition for tag, edition in tags.items()}
    folded_names = {fold(name): edition for name, edition in names.items()}
    sorted_names = sorted(folded_names)
    dates = [words.dates for words in playbook.words]
    months = frozenset(fold(word) for date in dates for word in (*date.months, *date.short_months))
    return Vocabulary(
        spellings={text: text for text in (*tags, *names) if len(list(islice(starting(fold(text), sorted_names), 2))) < 2},
        tags=tags,
        names=names,
        starts=starts,
        wide_starts=wide_starts,
        sorted_names=sorted_names,
        sorted_workloads=sorted({*folded_tags, *folded_names}),
        folded_tags=folded_tags,
        folded_names=folded_names,
        months=months,
        date_words=months.union(*(map(fold, words) for date in dates for words in _beside_months(date))),
    )


def _beside_months(date: DateWords) -> tuple[tuple[str, ...], ...]:
    """Return the words that a date in a title can have beside months and numbers."""
    signs = date.year_signs, date.month_signs, date.day_signs
    weeks = date.weeks, date.calendar_weeks
    return date.of, date.ordinals, date.begin, date.middle, date.end, date.on_day, date.weekdays, date.to, *weeks, *signs


def _build_workloads(playbook: Edition) -> tuple[dict[str, str], dict[str, str]]:
    """Return the tags and names of workloads in all languages and editions, each with the tag that this edition writes."""
    tags: dict[str, str] = {}
    names: dict[str, str] = {}
    for workload in playbook.workloads:
        for tag in (workload.tag, *workload.other_tags):
            tags.setdefault(tag, workload.tag)
        for name in (*workload.names, *workload.other_names):
            names.setdefault(name, workload.tag)
    for language in playbook.languages:
        for table, words in ((tags, language.workload_tags), (names, language.workload_names)):
            for tag, spellings in words.items():
                for spelling in spellings:
                    table.setdefault(spelling, tags[tag])
    return tags, names


def build_starts(
    phrases_of: Mapping[str, Iterable[str]], more: Mapping[str, StartsWith] = {}
) -> tuple[dict[str, StartsWith], dict[str, StartsWith]]:
    """Return the first words of phrases by their kind, and the first two letters of those in scripts without spaces.

    ``more`` are the first words of other phrases.
    """
    starts = dict(more)
    for kind, phrases in phrases_of.items():
        for phrase in phrases:
            ends = WORD_END.findall(phrase)
            known = starts.get(fold(ends[0]), NO_START)
            starts[fold(ends[0])] = known._replace(**{kind: max(len(ends), getattr(known, kind))})
    wide: dict[str, StartsWith] = {}
    for word, start in starts.items():
        if not word.isascii():
            known = wide.get(word[:2], NO_START)
            # there are no spaces between these words, unless somebody types some
            wide[word[:2]] = StartsWith(*(max(had, has and has + 2) for had, has in zip(known, start, strict=True)))
    return starts, wide


def starting(start: str, texts: list[str]) -> Iterator[str]:
    """Yield the sorted ``texts`` that begin with ``start``."""
    following = map(texts.__getitem__, range(bisect_left(texts, start), len(texts)))
    return takewhile(lambda text: text.startswith(start), following)
