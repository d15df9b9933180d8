"""The languages in a playbook's file, and the words that come with each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from ..text.decoder import Table
from ..text.words import fold
from .bundled_files import bundled_table, word_languages, words_path
from .decoder import PlaybookDecoder
from .model import Language
from .word_lists import ActionWords, ChoiceWords, DateWords, PlaceholderWords, Words

#: The tables of a language that are words of free text.
_WORD_TABLES: Final = ("dates", "actions", "evidence", "placeholders")


class LanguageDecoder(PlaybookDecoder):
    """Checks the languages of a playbook's file, and the files with words of languages."""

    def evidence(self, value: object, key: str) -> dict[str, tuple[str, ...]]:
        """Return the lists of evidence."""
        words = {}
        for name, entries in self.shaped(value, key, "evidence-words").items():
            words[name] = self.texts(entries, f"{key}.{name}")
            for number, entry in enumerate(words[name]):
                parts = entry.split("…")
                if len(parts) > 2 or not all(part.strip()[:1].isalnum() for part in parts) or "|" in entry[:-1]:
                    reason = f"evidence begins with a letter or digit, has '|' only at its end and '…' once, not {entry!r}"
                    self.fail(f"{key}.{name}[{number}]", reason)
        return words

    def is_words_only(self, code: str, value: object) -> bool:
        """Return whether the table of a language only adds to the words that are known of it."""
        return code in word_languages() and isinstance(value, dict) and bool(value) and set(value) <= set(_WORD_TABLES)

    def words_in(self, code: str, value: object) -> Words:
        """Return the words of a language: those of its file, with the tables of a playbook laid over them."""
        own = {name: table for name, table in self.table(value, f"languages.{code}").items() if name in _WORD_TABLES}
        if code not in word_languages():
            return self.words_of(code, own, f"languages.{code}.")
        if not own:
            return _words(code)
        self.evidence(own.get("evidence", {}), f"languages.{code}.evidence")  # an error numbers the words of this file
        inherited = bundled_table(words_path(code))
        return self.words_of(code, self.merge(inherited, own, f"languages.{code}"), f"languages.{code}.")

    def words_of(self, code: str, data: Table, key: str) -> Words:
        """Return the words in the tables of a language; ``key`` is what precedes their names."""
        return Words(
            code=code,
            dates=self.dates(data.get("dates", {}), f"{key}dates"),
            actions=ActionWords(*self.words(data.get("actions", {}), f"{key}actions", ActionWords._fields)),
            evidence=self.evidence(data.get("evidence", {}), f"{key}evidence"),
            placeholders=PlaceholderWords(
                *self.words(data.get("placeholders", {}), f"{key}placeholders", PlaceholderWords._fields)
            ),
        )

    def language(self, code: str, value: object, tags: tuple[str, ...], words: Words) -> Language:
        """Return a language with its words; ``tags`` are those of the workloads."""
        key = f"languages.{code}"
        lists = ("label-prefixes", "own-labels", "sign-offs", "mail-headers", "dividers")
        known = bundled_table(words_path(code)) if code in word_languages() else {}
        inherited = {name: words for name, words in known.items() if name not in _WORD_TABLES}
        own = self.table(value, key)
        for name in lists:
            self.texts(own.get(name, []), f"{key}.{name}")  # an error numbers the words of this file
        data = self.shaped(self.merge(inherited, own, key), key, "language")
        return Language(
            code=code,
            name=self.text(data["name"], f"{key}.name"),
            small_words=self.texts(data.get("articles", []), f"{key}.articles")
            + self.texts(data.get("conjunctions", []), f"{key}.conjunctions"),
            workload_names=self.wordings(data.get("workload-names", {}), f"{key}.workload-names", tags),
            workload_tags=self.wordings(data.get("workload-tags", {}), f"{key}.workload-tags", tags),
            words=words,
            **{name.replace("-", "_"): self.texts(data.get(name, []), f"{key}.{name}") for name in lists},
            choice_words=ChoiceWords(*self.words(data.get("choice-words", {}), f"{key}.choice-words", ChoiceWords._fields)),
        )

    def words(self, value: object, key: str, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Yield the list of words for each of the names; an empty one where there is none."""
        keys = tuple(name.replace("_", "-") for name in names)
        lists = self.wordings(value, key, keys)
        return (lists.get(name, ()) for name in keys)

    def dates(self, value: object, key: str) -> DateWords:
        """Return the words of dates."""
        dates = DateWords(*self.words(value, key, DateWords._fields))
        for name, words in zip(DateWords._fields, dates, strict=True):
            for word in words:
                if not word.isalpha():
                    self.fail(f"{key}.{name.replace('_', '-')}", f"expected single words of letters, not {word!r}")
        if len(dates.months) not in (0, 12):
            self.fail(f"{key}.months", f"expected the twelve months in their order, not {len(dates.months)}")
        months = [fold(month) for month in dates.months]
        for short in dates.short_months:
            if sum(month.startswith(fold(short)) for month in months) != 1:
                self.fail(f"{key}.short-months", f"expected the first letters of one of the months, not {short!r}")
        for word in dates.other_words:
            self.one_of(
                word.lower(),
                f"{key}.other-words",
                [name.lower() for name in (*dates.months, *dates.short_months, *dates.weekdays)],
            )
        if dates.order and sorted(dates.order) != ["day", "month"]:
            self.fail(f"{key}.order", "expected 'day' and 'month' in the order in which they are written")
        return dates


@cache
def _words(code: str) -> Words:
    """Return the words in the file of a language."""
    path = words_path(code)
    return LanguageDecoder(path).words_of(code, bundled_table(path), "")
