"""The words of a playbook, arranged for look-ups of words as people type them.

Words are compared by their `fold`: case, spacing, punctuation, accents and width don't count. Exact spellings have their own
dictionaries, so that the common case is one look-up and folding is rare.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from ..text.words import UMLAUTS, WORD_END, fold, phrases_at

if TYPE_CHECKING:
    from .model import DateWords, Edition

_WORD: Final = re.compile(r"[^\s/]+")
# Expressions that few lines need are left to the cache of `re`, which compiles them on first use.

#: The usual cases of a wording.
_CASES: Final = (str, str.lower, str.title, str.capitalize)


class Label(NamedTuple):
    """The meaning of a label."""

    #: The key of the field.
    key: str
    #: The languages that have this wording.
    languages: tuple[str, ...]
    #: Whether it is shortened to its first words.
    short: bool = False


class StartsWith(NamedTuple):
    """How many words the longest title, label, and tag or name have that start with a word; 0 where none does."""

    title: int = 0
    label: int = 0
    workload: int = 0


#: For words that nothing starts with.
NO_START: Final = StartsWith()


@frozen(eq=False, repr=False)
class Vocabulary:
    """The look-up tables of a playbook; `Playbook.vocabulary` makes and keeps them."""

    #: Labels in their published spelling and its usual cases, each with one string to be shared by all nodes, and the key of
    #: its field.
    labels: dict[str, tuple[str, str]]
    #: Tags and names in their exact spelling, with one string to be shared, except those that a longer name starts with.
    spellings: dict[str, str]
    #: Tags and workload names in their exact spelling, with the tag that the edition writes.
    tags: dict[str, str]
    names: dict[str, str]
    #: Titles in their exact spelling and its usual cases.
    titles: frozenset[str]
    #: The folded first words of titles, labels, tags and names.
    starts: dict[str, StartsWith]
    #: The first two letters of these, for scripts without spaces between words.
    _wide_starts: dict[str, StartsWith]
    #: The folds of titles, of names, and of tags and names, sorted.
    _sorted_titles: list[str]
    _sorted_names: list[str]
    _sorted_workloads: list[str]
    _folded_titles: dict[str, tuple[str, ...]]
    _folded_labels: dict[str, Label]
    _folded_tags: dict[str, str]
    _folded_names: dict[str, str]
    _choices: dict[str, dict[str, str]]
    _months: frozenset[str]
    _date_words: frozenset[str]

    def starts_with(self, word: str) -> StartsWith:
        """Return what can start with ``word``; a line for which this is `NO_START` needs no closer look."""
        if word.isascii():
            return self.starts.get(word.lower(), NO_START)
        folded = fold(word)
        # "M365の展開…", typed without the space after its first word, starts with a known word too.
        found = self.starts.get(folded) or self.starts.get(re.split("(?<=[ -~])(?=[^ -~])", folded, maxsplit=1)[0])
        return found or self._wide_starts.get(folded[:2], NO_START)

    def label(self, text: str) -> Label | None:
        """Return the meaning of a label as typed; None where it is unknown or ambiguous.

        Case and spacing don't count; articles can be missing, the label can be shortened to its first words, and a hint in
        parentheses can follow.
        """
        found = self._folded_labels.get(fold(text))
        if found is None and text.endswith((")", "）")):
            stem = text.replace("（", "(").partition("(")[0]
            found = self._folded_labels.get(fold(stem))
        return found

    def tag(self, text: str) -> str | None:
        """Return the edition's tag for a tag, or None."""
        return self.tags.get(text) or self._folded_tags.get(fold(text))

    def name(self, text: str) -> str | None:
        """Return the edition's tag for the name of a workload, or None."""
        return self.names.get(text) or self._folded_names.get(fold(text))

    def title_at(self, text: str) -> int:
        """Return the length of the longest title that ``text`` begins with; 0 for none."""
        return next(iter(phrases_at(text, self._sorted_titles)), 0)

    def names_at(self, text: str) -> list[int]:
        """Return the lengths of the names that ``text`` begins with, longest first."""
        return phrases_at(text, self._sorted_names)

    def workloads_at(self, text: str) -> list[int]:
        """Return the lengths of the tags and names that ``text`` begins with, longest first."""
        return phrases_at(text, self._sorted_workloads)

    def workload_key(self, text: str) -> str:
        """Return what a tag or name is compared by: the edition's tag, or its fold where it is unknown."""
        return self.tag(text) or self.name(text) or fold(text)

    def choice(self, key: str, text: str) -> str | None:
        """Return the key of the choice for its words in any language, in the field ``key``; or None."""
        return self._choices.get(key, {}).get(fold(text))

    def is_date(self, text: str) -> bool:
        """Return whether ``text`` is a date: only numbers and date words, with at least a number or month."""
        parts = re.findall(r"\d+|[^\W\d_]+", text)
        return (
            all(len(part) <= 4 if part.isdigit() else fold(part) in self._date_words for part in parts)
            and any(part.isdigit() or fold(part) in self._months for part in parts)
            and re.fullmatch(r"[\w\s,./:'’–-]+", text) is not None
        )

    def language(self, title: str | None, labels: Iterable[str]) -> str | None:
        """Return the language of most of the words, of several with as many the first one met; or None."""
        votes: Counter[str] = Counter()
        for text in labels:
            label = self.label(text)
            votes.update(label.languages if label else ())
        if title is not None:
            votes.update(self._folded_titles.get(fold(title), ()))
        return votes.most_common(1)[0][0] if votes else None


def build_vocabulary(playbook: Edition) -> Vocabulary:
    """Make the look-up tables of a playbook."""
    titles: dict[str, tuple[str, ...]] = {}
    for language in playbook.languages:
        for title in (*language.titles, *language.everyday_titles):
            for folded in {fold(title), fold(title.translate(UMLAUTS))}:
                titles[folded] = (*titles.get(folded, ()), language.code)
    exact_titles = {case(title) for language in playbook.languages for title in language.titles for case in _CASES}
    labels, folded_labels = _build_labels(playbook)
    tags, names = _build_workloads(playbook)
    starts, wide_starts = _build_starts((*exact_titles, *titles), labels, (*tags, *names))
    choices: dict[str, dict[str, str]] = {}
    for language in playbook.languages:
        for key, wordings_of in language.choices.items():
            for choice, wordings in wordings_of.items():
                choices.setdefault(key, {}).update(
                    (fold(spelling), choice) for wording in wordings for spelling in (wording, wording.translate(UMLAUTS))
                )
    folded_tags = {fold(tag): edition for tag, edition in tags.items()}
    folded_names = {fold(name): edition for name, edition in names.items()}
    sorted_names = sorted(folded_names)
    dates = [words.dates for words in playbook.words]
    months = frozenset(fold(word) for date in dates for word in (*date.months, *date.short_months))
    return Vocabulary(
        labels={text: (text, label.key) for text, label in labels.items()},
        spellings={text: text for text in (*tags, *names) if len(list(islice(_starting(fold(text), sorted_names), 2))) < 2},
        tags=tags,
        names=names,
        titles=frozenset(exact_titles),
        starts=starts,
        wide_starts=wide_starts,
        sorted_titles=sorted(titles),
        sorted_names=sorted_names,
        sorted_workloads=sorted({*folded_tags, *folded_names}),
        folded_titles=titles,
        folded_labels=folded_labels,
        folded_tags=folded_tags,
        folded_names=folded_names,
        choices=choices,
        months=months,
        date_words=months.union(*(map(fold, words) for date in dates for words in _beside_months(date))),
    )


def _beside_months(date: DateWords) -> tuple[tuple[str, ...], ...]:
    """Return the words that a date in a title can have beside months and numbers."""
    signs = date.year_signs, date.month_signs, date.day_signs
    return date.of, date.ordinals, date.begin, date.middle, date.end, date.on_day, date.weekdays, date.to, *signs


def _build_labels(playbook: Edition) -> tuple[dict[str, Label], dict[str, Label]]:
    """Return labels as published in the usual cases, and their folds: whole and shortened, with and without small words."""
    exact: dict[str, Label] = {}
    whole: dict[str, Label] = {}
    short: dict[str, Label] = {}

    def add(table: dict[str, Label], text: str, label: Label) -> None:
        known = table.setdefault(text, label)
        if known.key == label.key and label.languages[0] not in known.languages:
            table[text] = known._replace(languages=known.languages + label.languages)

    for language in playbook.languages:
        small = set(map(fold, language.small_words))
        for key, wordings in language.labels.items():
            label = Label(key, (language.code,))
            shortened = label._replace(short=True)
            for wording in dict.fromkeys((*wordings, *(wording.translate(UMLAUTS) for wording in wordings))):
                for case in _CASES:
                    add(exact, case(wording), label)
                words = list(map(fold, _WORD.findall(wording)))
                for dropped in (set[str](), small, *({word} for word in small.intersection(words))):
                    left = [word for word in words if word not in dropped]
                    add(whole, "".join(left), label)
                    for start in accumulate(left[:-1]):
                        add(short, start, shortened)
    # A shortened label must mean one field: no other has a label, in any language, that starts the same.
    every = sorted(whole)
    for start, label in short.items():
        if all(whole[text].key == label.key for text in _starting(start, every)):
            whole.setdefault(start, label)
    return exact, whole


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


def _build_starts(
    titles: Iterable[str], labels: Iterable[str], workloads: Iterable[str]
) -> tuple[dict[str, StartsWith], dict[str, StartsWith]]:
    """Return the first words, and the first two letters of those in scripts without spaces between words."""
    starts: dict[str, StartsWith] = {}
    for kind, phrases in (("title", titles), ("label", labels), ("workload", workloads)):
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


def _starting(start: str, texts: list[str]) -> Iterator[str]:
    """Yield the sorted ``texts`` that begin with ``start``."""
    following = map(texts.__getitem__, range(bisect_left(texts, start), len(texts)))
    return takewhile(lambda text: text.startswith(start), following)
