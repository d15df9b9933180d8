"""The lines of a text that speak for a template, where a playbook has several: those with a title or a label.

Most texts have no label of any template but the first. A search for these labels at the start of lines tells so at once; what
it finds is looked up, and only a text that can hold a note of another template is read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.choice_reading import choices_in
from ..playbook.template_words import TemplateWords
from ..text.source import LINE_END, MARGIN, WHITESPACE
from ..text.words import FIRST_WORD, UMLAUTS, fold
from .line_parts import DECORATION, LONGEST_HEAD, before_comments, cut_line, first_separator
from .titles import read_title

#: The points of a title, of a whole label, of one that is shortened or everyday, and of a value that is or is not one of the
#: choices; and of a title that would be an empty label of another template.
TITLE, WHOLE, SHORT, CHOICE, TITLE_OR_LABEL = 3.0, 1.0, 0.5, 1.0, 2.0
#: How many labels make a template a candidate: these alone, and with what else they say.
_LABELS, _FEWEST = 3, 2
#: A label of as many words that no other template has makes it a candidate alone; so many make one telling.
_OWN_WORDS, _TELLING_WORDS = 3, 2
#: What can precede a title or label on its line, and what follows a label: a separator, a hint, or the end of the line.
_BEFORE: Final = r"[^\w\r\n]*+_{0,3}+(?>(?:(?:\d{1,3}[.)]|[a-zA-Z][.)]|o(?=[ \t])|â€[^\r\n])[^\w\r\n]*+_{0,3}+)?)"
_AFTER: Final = rf"(?=[*_~]*+(?:\t|  )|[{WHITESPACE}*_~]*+(?:[^\w\r\n,.]|[\r\n]|\Z))"
_COLON: Final = re.compile(rf"[:：][{WHITESPACE}*_]*+")
#: The words of a title or label, and what people type for them and between them.
_WORD: Final = re.compile(r"[^\W_]++")
_BETWEEN: Final = r"[^\w\r\n]*+"
_ANY_WORD: Final = r"\w++"
#: What surrounds the value of a label; what begins a hint before it; what can follow the colon of a title; and the start of
#: the cells of a row.
_AROUND_VALUE: Final = WHITESPACE + DECORATION + "~:：;；=|→>–—-\r\n"
_HINTS: Final = ("(", "（")
_LINE_CLOSING: Final = WHITESPACE + DECORATION + "\r\n"
_CELL: Final = "|*_" + WHITESPACE


class Sign(NamedTuple):
    """What a line is to a template."""

    points: float
    is_title: bool = False
    #: The key of the field with this label, if it is whole; and whether the value is one of its choices.
    key: str | None = None
    fits: bool = False
    #: The number of words of a label.
    words: int = 0
    #: Whether it is a label without a value on its line.
    is_empty: bool = False


class Clue(NamedTuple):
    """A line with a title or label of some template."""

    start: int
    #: By the number of the template.
    signs: dict[int, Sign]
    #: Whether a note can begin here: at the start, below a blank line, a heading or a rule, or with a title.
    begins: bool
    #: Where the line above starts if it is only a workload, which a note can be about; -1 for another line.
    about: int = -1


def is_candidate(number: int, clues: Sequence[Clue], follows: bool = False) -> bool:
    """Return whether lines can be a note of a template: by its title, or by enough labels.

    ``follows`` says that they go on from a note of the first template, in which writers have labels of their own, too.
    """
    signs = [(clue, clue.signs[number]) for clue in clues if number in clue.signs]
    if any(sign.is_title for _, sign in signs):
        return True
    labels = {sign.key for _, sign in signs if sign.key}
    own = {sign.key: sign.words for clue, sign in signs if sign.key and _is_own(clue, number)}
    if max(own.values(), default=0) >= _OWN_WORDS:
        return True
    telling = sum(words >= _TELLING_WORDS for words in own.values())
    fits = any(sign.fits for _, sign in signs)
    if fits and any(clue.about >= 0 for clue, _ in signs):
        return True
    if follows:
        own_fits = any(sign.fits and own.get(sign.key or "", 0) >= _TELLING_WORDS for _, sign in signs)
        return len(labels) >= (_FEWEST if own_fits else _LABELS) and (fits or telling >= _FEWEST)
    return len(labels) >= _LABELS or (len(labels) >= _FEWEST and ((fits and bool(own)) or telling >= _FEWEST))


def _is_own(clue: Clue, number: int) -> bool:
    return not any(sign.key for other, sign in clue.signs.items() if other != number)


class ClueFinder:
    """Finds the clues of texts.

    Args:
        templates: the templates of a playbook, in its order.
        shapes: the grammar's parts of a line, by name.
    """

    def __init__(self, templates: Sequence[TemplateWords], shapes: Mapping[str, re.Pattern[str]]) -> None:
        self.templates = templates
        self.shapes = shapes
        #: The number of the first template whose notes must be looked for.
        self.first = 0 if templates[0].about else 1
        others = [(code, words) for template in templates[self.first :] for code, words in template.local.items()]
        titles = {title for _, words in others for title in (*words.titles, *words.everyday_titles)}
        small_words = {language.code: set(language.small_words) for language in templates[0].playbook.languages}
        labels = {
            spelling
            for code, words in others
            for wordings in words.labels.values()
            for label in wordings
            for spelling in _spellings(label, small_words[code])
        }
        head = rf"{_BEFORE}(?:({_alternatives(titles)})(?![^\W_])|({_alternatives(labels)}){_AFTER})"
        self._first = re.compile(rf"\A{head}")
        self._below, self._below_any = re.compile(rf"\n{head}"), re.compile(rf"[\r\n]{head}")  # one character is found fast
        #: What each of these is to the templates at best.
        self._best = {fold(text): self._best_signs(text, text in titles) for text in (*labels, *titles)}
        own_labels = (label for language in templates[0].playbook.languages for label in language.own_labels)
        self._own_starts = {fold(word.group()) for label in own_labels if (word := FIRST_WORD.search(label))}
        # Cached, since notes are typed alike.
        self.can_start = lru_cache(maxsize=4096)(self._can_start)
        #: For each template, whether its notes can be about a workload.
        self.can_be_about = [bool(template.about) for template in templates]
        #: The labels, in the usual cases, of which one alone is not enough.
        self._weak = frozenset(
            case(text)
            for text in labels - titles
            if not self._suffice([Clue(0, self._best[fold(text)], True, 0)], -1)
            for case in (str, str.upper, str.lower, str.title, str.capitalize)
        )

    def possible(self, text: str, preferred: int) -> bool:
        """Return whether a text can hold a note of a template other than the first; ``preferred`` is one that is likely."""
        first = self._first.match(text)
        below = self._below_any if "\r" in text else self._below
        heads = [*((first,) if first else ()), *below.finditer(text)]
        if not heads:
            return False
        if len(heads) == 1 and preferred < 1 and heads[0].group(heads[0].lastindex) in self._weak:
            return False  # most texts that have one
        found = [(head, signs) for head in heads if (signs := self._best.get(fold(head[1] or head[2])))]
        if not self._suffice([Clue(0, signs, True, 0) for _, signs in found], preferred):
            return False
        clues = [self._valued_clue(text, head, signs) for head, signs in found]
        if self._suffice(clues, preferred):
            return True
        # the workload that a note is about can be above any of its labels, also above one that writers add
        fits = any(sign.fits and self.can_be_about[number] for clue in clues for number, sign in clue.signs.items())
        return fits and self._first_workload(text) <= heads[-1].start()

    def _valued_clue(self, text: str, head: re.Match[str], signs: dict[int, Sign]) -> Clue:
        """Return a clue with what the line of a label says, if the value is not below."""
        end = head.end(head.lastindex or 0)
        value = text[end : _line_end(text, end)].strip(_AROUND_VALUE)
        if value and not value.startswith(_HINTS):
            signs = {number: self._valued(number, sign, value) for number, sign in signs.items()}
        return Clue(head.start(), signs, True)

    def _suffice(self, clues: Sequence[Clue], preferred: int) -> bool:
        """Return whether clues that are all that they can be make a template other than the first a candidate."""
        return any(
            is_candidate(number, clues) or (number == preferred and any(number in clue.signs for clue in clues))
            for number in range(self.first, len(self.templates))
        )

    def _first_workload(self, text: str) -> int:
        """Return where the first line starts that begins with a word of a workload; the end of the text for none."""
        playbook = self.templates[0].playbook
        start = 0
        while start < len(text):
            end = _line_end(text, start)
            word = FIRST_WORD.search(text, start, end)
            if word is not None and (
                playbook.vocabulary.starts_with(word.group()).workload > 0
                or fold(word.group()) in playbook.everyday.name_starts
            ):
                return start
            start = end
        return len(text)

    def _best_signs(self, text: str, is_title: bool) -> dict[int, Sign]:
        signs: dict[int, Sign] = {}
        for number, template in enumerate(self.templates):
            label = template.vocabulary.label(text)
            if is_title and template.vocabulary.title_at(text) == len(text):
                signs[number] = Sign(TITLE, is_title=True)
            elif label and not label.short:
                signs[number] = Sign(WHOLE, False, label.key, label.key in template.choices, _count_words(text))
        return signs

    def find(self, text: str, is_foreign: Callable[[int], bool], is_workload: Callable[[str], bool]) -> list[Clue]:
        """Return the clues of a text in order.

        Args:
            text: the text.
            is_foreign: whether no note can contain the line that starts at an offset.
            is_workload: whether a line is only a workload.
        """
        clues: list[Clue] = []
        start, begins = 0, True  # whether a note can begin at the line
        above = above_end = 0  # the line above that says something
        adjacent = about_begins = False  # whether the last clue is on it, and whether a note can begin there
        bulleted = self.shapes["BULLETED"]
        while start < len(text):
            end = _line_end(text, start)
            bullet = bulleted.match(text, start, end)
            word = FIRST_WORD.search(text, bullet.end() if bullet else start, end)
            if word is None:
                begins, start = True, end
                continue
            if "<!--" in text[start : word.start()] and not before_comments(
                text[start:end].lstrip(MARGIN).rstrip(WHITESPACE + "\r\n")
            ):
                start = end  # a note can begin below a comment where it can begin at it
                continue
            is_heading = text.find("#", start, word.start()) >= 0
            signs = self._signs(text, start, end) if self.can_start(word.group()) and not is_foreign(start) else {}
            if adjacent:
                clues[-1] = self._settled(clues[-1], text[above:above_end], signs, text[word.start() : end])
            if signs:
                can_be_about = about_begins and not adjacent and any(self.can_be_about[number] for number in signs)
                about = above if can_be_about and not is_foreign(above) and is_workload(text[above:above_end]) else -1
                begins = begins or about >= 0 or any(sign.is_title for sign in signs.values())
                clues.append(Clue(start, signs, begins, about))
            above, above_end, adjacent, about_begins = start, end, bool(signs), begins or is_heading
            start, begins = end, is_heading
        if adjacent:
            clues[-1] = self._settled(clues[-1], text[above:above_end], {}, "")
        return clues

    def _can_start(self, word: str) -> bool:
        """Return whether a title or label can start with a word, published or not."""
        folded = fold(word)
        starts = (template.vocabulary.starts_with(word) for template in self.templates)
        return (
            folded in self._own_starts
            or any(each.title or each.label for each in starts)
            or any(folded in template.everyday.label_starts for template in self.templates)
        )

    def _settled(self, clue: Clue, line: str, below: Mapping[int, Sign], content: str) -> Clue:
        """Return a clue with what the line below says: a title is followed by a label, and a label by its value."""
        signs: dict[int, Sign] = {}
        ambiguous = any(sign.is_title for sign in clue.signs.values()) and any(sign.key for sign in clue.signs.values())
        for number, sign in clue.signs.items():
            if sign.is_title and ambiguous:
                has_colon = line.rstrip(_LINE_CLOSING).endswith((":", "："))
                is_above_label = number in below and below[number].points > 0
                signs[number] = sign._replace(points=TITLE_OR_LABEL) if is_above_label else Sign(0.0 if has_colon else WHOLE)
            elif sign.is_empty and sign.key and content and not below:
                signs[number] = self._valued(number, sign, content)
            else:
                signs[number] = sign
        return clue._replace(signs=signs)

    def _valued(self, number: int, sign: Sign, value: str) -> Sign:
        """Return the sign of a label with its value."""
        template, key = self.templates[number], sign.key
        if key not in template.choices:
            return sign
        fits = bool(choices_in(template, key, value))
        return sign._replace(points=sign.points + (CHOICE if fits else -CHOICE), fits=fits)

    def _signs(self, text: str, start: int, end: int) -> dict[int, Sign]:
        """Return what a line is to each template to which it is something."""
        before, content, after = cut_line(self.shapes, text, start, end)
        content = content.lstrip(_CELL)
        first = FIRST_WORD.match(content)
        if first is None:
            return {}
        word = first.group()
        separator = self._separator(content)
        head = (content[: separator.start()] if separator else content[:LONGEST_HEAD]).rstrip(DECORATION + ":：")
        value = content[separator.end() :] if separator else ""
        signs: dict[int, Sign] = {}
        for number, template in enumerate(self.templates):
            starts = template.vocabulary.starts_with(word)
            if starts.title and read_title(template.vocabulary, self.shapes, before, content, after):
                signs[number] = Sign(TITLE, is_title=True)
            elif sign := self._label_sign(number, head, value, separator is not None, starts.label > 0):
                signs[number] = sign
        return signs

    def _separator(self, content: str) -> re.Match[str] | None:
        """Return what separates a label from its value; a gap can be in a label, before its colon."""
        separator = first_separator(content[:LONGEST_HEAD])
        if separator and separator["gap"] and (colon := _COLON.search(content, 0, LONGEST_HEAD)):
            head = content[: colon.start()].rstrip(WHITESPACE + DECORATION)
            if any(template.vocabulary.label(head) for template in self.templates):
                return colon
        return separator

    def _label_sign(self, number: int, head: str, value: str, is_separated: bool, can_be_whole: bool) -> Sign | None:
        template = self.templates[number]
        label = template.vocabulary.label(head) if can_be_whole else None
        whole = label is not None and not label.short
        if not whole and not is_separated:
            return None
        everyday = None if label else template.everyday.label(head)
        known = label or everyday
        if known is None:  # one that writers add to any note takes nothing from a template
            return Sign(0.0) if template.everyday.is_own_label(head) else None
        sign = Sign(WHOLE if whole else SHORT, False, known.key, False, _count_words(head), not value)
        sign = self._valued(number, sign, value) if value else sign
        return sign if whole else sign._replace(key=None)


def _line_end(text: str, start: int) -> int:
    """Return where the line ends that starts at an offset, with its line end."""
    line_end = LINE_END.search(text, start)
    return line_end.end() if line_end else len(text)


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _spellings(label: str, small_words: Container[str]) -> Iterator[str]:
    """Yield a label, with other letters for its umlauts, and without its small words."""
    for spelling in (label, label.translate(UMLAUTS)):
        yield spelling
        yield " ".join(word for word in spelling.split() if word.lower() not in small_words) or spelling


def _alternatives(wordings: Iterable[str]) -> str:
    """Return an expression for wordings as people type them, longest first; one that finds nothing if there are none."""
    expressions = set()
    for wording in wordings:
        first, *rest = (word if word.isascii() else "" for word in _WORD.findall(wording))
        # a set of characters at the start is compared fast
        start = f"[{first[0].lower()}{first[0].upper()}]{first[1:]}" if first else _ANY_WORD
        expressions.add(_BETWEEN.join((start, *(word or _ANY_WORD for word in rest))))
    return "|".join(f"{text[:4]}(?i:{text[4:]})" for text in sorted(expressions, key=lambda text: (-len(text), text))) or "(?!)"
