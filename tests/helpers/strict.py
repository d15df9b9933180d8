"""A strict reader of notes, which knows the words of the template and nothing of the library's reading or its guards.

It returns what a person sees change between two texts: words and punctuation that are not the template's, hashtags, comments,
headings, task boxes, fences, and whether a bullet is beside, below or above the one before it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final, NamedTuple

from ftnotes import Playbook, fix

_HTML_BREAK: Final = re.compile(r"<br */?>", re.IGNORECASE)
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
#: What is left around text that was removed.
_TORN: Final = re.compile(r"(?<=\S) [,;](?=\s|$)|(?<=\S) {3,}(?=\S)|[-–—:] [-–—:](?=\s|$)|,\s*,|\(\s*\)|\[\s*\](?!\()|\*{4}")
_WORD: Final = re.compile(r"[^\W_]+")
_HASHTAG: Final = re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d_])\w*[^\W_]")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
#: Signs that mean something: questions, strikes, comparisons, boxes and emoji.
_SIGNS: Final = re.compile(r"[?!≠~%<>=^☐-☒✅✓-✘❌\U0001f300-\U0001faff]")
_QUOTE: Final = re.compile(r"^[ \t>]*")
_BULLET: Final = re.compile(
    r"^[ \t\u00a0>]*(?:[-*+•–◦▪○●·—‣■o\uf0b7]|(?:[0-9]{1,2}|[ivxIVX]{1,4}|[a-z])[.)])[ \t\u00a0]+"
    r"|^[ \t>]*[0-9]{1,2}[)）、]"
)
_NUMBER: Final = re.compile(r"^[ \t\u00a0>]*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[0-9](?:\.[0-9])+|[ivxIVX]{1,4}[.)])[ \t\u00a0]")
_HEADING: Final = re.compile(r"^[ >]*#{1,6}[ \t]|^[ >]*(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_FENCE: Final = re.compile(r"(?:```|~~~)[^\r\n]*")
_BOX: Final = re.compile(r"\[[ xX]\](?=\s)")
_BRACKETS: Final = ("[", "(", "（", "【", "［")


class Line(NamedTuple):
    """A line with a bullet."""

    own: tuple[str, ...]
    depth: int
    is_template: bool
    #: Whether it has a label of the template, and whether that of a list.
    is_label: bool
    is_list: bool


class Reading(NamedTuple):
    """What a strict reader finds in a text."""

    words: tuple[str, ...]
    signs: Counter[str]
    hashtags: tuple[str, ...]
    comments: tuple[str, ...]
    headings: int
    boxes: tuple[str, ...]
    fences: tuple[str, ...]
    bullets: tuple[Line, ...]
    #: The number of numbered lines, by how deep they are.
    numbers: Counter[int]


def strict_reading(text: str) -> Reading:
    """Read a text strictly. Words of the template are left out, wherever they are."""
    bare = "\n".join(_BULLET.sub("", line) for line in _LINE_END.split(_COMMENT.sub(" ", text)))
    return Reading(
        tuple(own_words(bare)),
        Counter(_SIGNS.findall("\n".join(_without_separator(_QUOTE.sub("", line)) for line in bare.split("\n")))),
        tuple(_HASHTAG.findall(bare)),
        tuple(_COMMENT.findall(text)),
        len(_HEADING.findall(text)),
        tuple(_BOX.findall(bare)),
        tuple(_FENCE.findall(text)),
        tuple(_bullets(_COMMENT.sub(" ", text))),
        Counter(_width(line) for line in _LINE_END.split(text) if _NUMBER.match(line)),
    )


def _without_separator(line: str) -> str:
    """Return a line without the equals sign that separates a label or name from its text."""
    label, sign, text = line.partition(" =")
    return line if sign and list(own_words(label)) else label + text


def own_words(text: str) -> Iterator[str]:
    """Yield the words that are not the template's."""
    known = _template_words()
    for word in _WORD.findall(text):
        plain = _plain(word)
        if plain not in known:
            yield plain


def _bullets(text: str) -> Iterator[Line]:
    for line in _LINE_END.split(text):
        match = _BULLET.match(line)
        if match:
            rest = line[match.end() :].lstrip("*_~ ")
            label = re.split(r"[:：]| [-‐-―−]", rest, maxsplit=1)[0]
            first = _WORD.findall(rest)[:2]
            known = all(_plain(word) in _template_words() for word in first) or not list(own_words(label))
            is_template = known or label.isupper() or rest[:1] in _BRACKETS
            labels = _template_labels().get(tuple(map(_plain, _WORD.findall(label))), frozenset())
            yield Line(tuple(own_words(rest)), _width(line), is_template, bool(labels), "workloads" in labels)


def _width(line: str) -> int:
    indentation = line[: len(line) - len(line.lstrip(" \t\u00a0>"))]
    return len(indentation.replace(">", "").expandtabs(4))


@lru_cache(maxsize=1)
def _template_words() -> frozenset[str]:
    texts: list[str] = []
    for edition in Playbook.editions():
        playbook = Playbook.load(edition)
        texts += [*playbook.vocabulary.tags, *playbook.vocabulary.names]
        for words in (words for template in playbook.templates for words in template.words.values()):
            texts += (*words.titles, *words.everyday_titles)
            texts += (label for labels in words.labels.values() for label in labels)
            texts += (label for labels in words.everyday_labels.values() for label in labels)
            texts += (choice for choices in words.choices.values() for group in choices.values() for choice in group)
    return frozenset(_plain(word) for text in texts for word in _WORD.findall(text))


@lru_cache(maxsize=1)
def _template_labels() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the kinds of the fields with each label."""
    kinds: dict[tuple[str, ...], frozenset[str]] = {}
    for template in (template for edition in Playbook.editions() for template in Playbook.load(edition).templates):
        kind_of = {field.key: field.kind for field in template.fields}
        for words in template.words.values():
            for key, group in chain(words.labels.items(), words.everyday_labels.items()):
                for label in group:
                    plain = tuple(map(_plain, _WORD.findall(label)))
                    kinds[plain] = kinds.get(plain, frozenset()) | {kind_of[key]}
    return kinds


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def respelled_words(text: str) -> Counter[str]:
    """Return the words that safe fixes name as misspelled ones of the template."""
    applied = fix(text, select=("FT109", "FT204", "FT404")).applied
    return Counter(word for one in applied for edit in one.fix.edits for word in own_words(edit.span.text(one.text)))


def changes(before: str, after: str, *, in_order: bool, respelled: Counter[str] | None = None) -> list[str]:
    """Return what a strict reader finds changed; ``in_order``: whether the lines must be in the same order.

    Characters are compared as they are restored, and HTML as it is decoded, because fixes name these. ``respelled``: the words
    that fixes name as misspelled ones of the template, which may be missing.
    """
    old, new = (strict_reading(restored(text)) for text in (before, after))
    found = [
        f"{name}: {one} became {other}"
        for name, one, other in (
            ("words", tuple(_without(old.words, Counter(new.words), respelled)) if respelled else old.words, new.words),
            ("hashtags", old.hashtags, new.hashtags),
            ("comments", old.comments, new.comments),
            ("boxes", old.boxes, new.boxes),
            ("fences", old.fences, new.fences),
        )
        if (one != other if in_order else Counter(one) != Counter(other))
    ]
    found += [f"signs: {old.signs} became {new.signs}"] if old.signs != new.signs else []
    found += [f"headings: {old.headings} became {new.headings}"] if old.headings != new.headings else []
    if in_order:
        found += [f"numbers at {at}: {old.numbers[at]} became {new.numbers[at]}" for at in _torn(old.numbers, new.numbers)]
    return found + list(_moved(old.bullets, new.bullets))


def _without(words: Iterable[str], kept: Counter[str], respelled: Counter[str]) -> Iterator[str]:
    """Yield words without those respelled ones that are not kept."""
    left = Counter(words) - kept
    for word in words:
        if left[word] > 0 and respelled[word] > 0:
            left[word] -= 1
        else:
            yield word


def _torn(old: Counter[int], new: Counter[int]) -> list[int]:
    """Return how deep the numbered lists are that lost some of their numbers, but not all."""
    return [depth for depth, count in old.items() if 0 < new[depth] < count]


def torn_places(before: str, after: str) -> list[str]:
    """Return the traces of removed text on lines that were changed: spaces before commas, double separators, empty brackets."""
    known = Counter(_LINE_END.split(before))
    found = [(match.group(), line) for line in _LINE_END.split(after) if not known[line] for match in _TORN.finditer(line)]
    typed = Counter(match.group() for match in _TORN.finditer(before))
    return [f"{trace!r} in {line!r}" for trace, line in found if typed[trace] < Counter(one for one, _ in found)[trace]]


def restored(text: str) -> str:
    """Return a text with its characters restored and HTML decoded."""
    text = _INVISIBLE.sub("", fix(text, select=("FT601", "FT602")).text)
    return html.unescape(_HTML_BREAK.sub("\n", text))


def _moved(old: Iterable[Line], new: Iterable[Line]) -> Iterator[str]:
    """Yield the bullets with words of their own that are at another level than before, relative to the bullet above them.

    Labels of the template are typed at any depth, and nothing is above them: what is to the left of one is beside it. Items
    beside the label of their list can go below it.
    """
    levels = {(one.own, other.own): _level(one, other) for one, other in pairwise(new) if one.own and other.own}
    for one, other in pairwise(old):
        now = levels.get((one.own, other.own))
        before = max(_level(one, other), 0) if one.is_label else _level(one, other)
        is_item = one.is_list and (before, now) == (0, 1)
        if now is not None and not other.is_template and now != before and not is_item:
            yield f"bullet {other.own} was {before} to {one.own}, and is {now}"


def _level(one: Line, other: Line) -> int:
    deeper = other.depth - one.depth
    return 0 if abs(deeper) < 2 else 1 if deeper > 0 else -1
