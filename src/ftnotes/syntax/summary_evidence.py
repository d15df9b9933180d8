"""The evidence for a summary: which of its lines the template knows. One word alone makes none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..playbook.choice_reading import choices_in
from ..playbook.template_words import TemplateWords
from ..text.source import WHITESPACE
from .line_parts import Level, before_comments

#: The points of a full label, and of one that is everyday or shortened; and how many known tags count.
_FULL, _WEAK, _TAGS = 2, 1, 2
#: The points that a summary needs without full labels: below a title, and without one.
_WITH_TITLE, _WITHOUT_TITLE = 3, 5
#: The same for a template that has no title.
_UNTITLED: Final = 4
#: How many full labels make a note of it whatever their values are.
_WHOLE: Final = 4
#: How many fields of everyday labels below a title make a summary without a choice or tag.
_WEAK_FIELDS = 5
#: How many labels come again in a summary without title that is right below another one.
FEWEST_AGAIN: Final = 3
#: The fewest labels of a note that follows another of a template without title.
FEWEST_LABELS: Final = 2


def come_again(above: Mapping[str, Level], labels: Mapping[str, Level]) -> bool:
    """Return whether labels open another summary below one with the labels ``above``, each key with its first level."""
    return len(above.keys() & labels.keys()) >= FEWEST_AGAIN and next(iter(labels.items())) == next(iter(above.items()))


class SummaryEvidence:
    """The evidence so far; each field counts once."""

    def __init__(self, template: TemplateWords, has_title: bool) -> None:
        self.template = template
        self.has_title = has_title
        self._choices = template.choices.keys()
        self._full: set[str] = set()
        self._weak: dict[str, int] = {}
        self._valid: set[str] = set()
        self._invalid: set[str] = set()
        self._tags: set[str] = set()

    def add_field(self, key: str | None, weak: bool, value: str) -> None:
        """Add a field by its key and value; ``weak`` if its label is not one of the template's, or not clear."""
        if key is None:
            return
        if weak:
            self._weak.setdefault(key, _WEAK)
        else:
            self._full.add(key)
        first = value.partition("\n")[0]
        if "<!--" in first:  # a comment is no value
            lines = (before_comments(line.strip(WHITESPACE + "\r")) for line in value.split("\n"))
            first = next(filter(None, lines), "")
        if key in self._choices and first:
            if choices_in(self.template, key, first):
                self._valid.add(key)
            elif self.template.titles or not self.template.is_unfilled(key, first):  # a blank note without title is one
                self._invalid.add(key)
                if weak:
                    self._weak[key] = 0

    def add_tag(self, tag: str) -> None:
        """Add a known tag."""
        self._tags.add(tag)

    @property
    def suffices(self) -> bool:
        """Return whether this is a summary."""
        full, tags = len(self._full), min(len(self._tags), _TAGS)
        if full and self.has_title:
            return True
        if not self.has_title and (full > 1 or (full and tags)):
            # a page about the template has its labels too, and none of its choices
            is_whole = full >= _WHOLE and not self.template.titles
            return bool(tags or self._valid) or is_whole or len(self._invalid) < max(len(self._choices), 1)
        weak = sum(points for key, points in self._weak.items() if key not in self._full)
        points = full * _FULL + weak + len(self._valid) + tags
        if self.has_title:
            known = len(self._full | self._weak.keys())
            return (points >= _WITH_TITLE and bool(self._valid or tags)) or known >= _WEAK_FIELDS
        return points >= (_WITHOUT_TITLE if self.template.titles else _UNTITLED) and bool(self._valid)
