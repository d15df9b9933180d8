"""Plain evidence in free text: words that say that something pauses, goes faster, is planned, is done.

The words stand in the playbook (``[languages.CODE.evidence]``); here they are looked for. An entry is the beginning of a
word or phrase: it is found where a word begins so (in scripts without blanks between words: anywhere; in katakana: where
a run of it begins). An entry that ends in ``|`` is a whole word. Case, width and accents don't count, and a blank in
an entry stands for any blanks or hyphens. What is negated close by, in the same clause, is no evidence.

Most texts hold none of the words: they cost one look for each word, and no expression is matched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, get_args

from attrs import frozen

from .source import Span

if TYPE_CHECKING:
    from .playbook import Playbook

#: What words can be evidence of; ``docs/playbooks.md`` says what belongs to each.
EvidenceKind: TypeAlias = Literal[
    "pausing", "accelerating", "deploying", "covid", "planned", "done", "escalation", "settled", "technical"
]
#: The same as values, in the order of the playbook.
EVIDENCE_KINDS: Final[tuple[EvidenceKind, ...]] = get_args(EvidenceKind)
#: The words that turn others round: in front of them, and behind them.
_NEGATIONS: Final = ("negations", "negations-after")
#: What may stand in ``[languages.CODE.evidence]``.
EVIDENCE_KEYS: Final[tuple[str, ...]] = (*EVIDENCE_KINDS, *_NEGATIONS)

#: Characters of scripts that put no blanks between words.
_UNSPACED: Final = "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_IS_UNSPACED: Final = re.compile(f"[{_UNSPACED}]")
_IS_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
_REST_OF_WORD: Final = re.compile(f"[^\\W_{_UNSPACED}]*+")

#: Characters that a base letter or an apostrophe stands for, and the combining accents.
_VARIANTS: Final = re.compile("[\u00b4\u00c0-\u024f\u02bc\u1e00-\u1eff\u2018\u2019\uff01-\uff5e]")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_APOSTROPHES: Final = dict.fromkeys("\u00b4\u02bc\u2018\u2019\uff07", "'")
#: How umlauts and the sharp s are typed where the keyboard has none.
_TYPED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

#: What may stand between the words of a phrase, and how much of it.
_GAPS: Final = " \t\n\r\u00a0\u3000-"
_GAP_MAX: Final = 8

#: A clause ends here, and what is said in another clause turns nothing round.
_CLAUSE_END: Final = re.compile(r"[.,;:!?…。、，；：！？\n\r()|]|(?<=\s)[-–—]")
_AFTER_START: Final = re.compile(r"[\s:：–—-]{0,8}+")
#: How far a negation reaches: in characters, in words between, and in characters between where words are not parted.
_REACH: Final = 48
_BEFORE: Final = (3, 6)
_BEHIND: Final = (5, 6)
#: Of a reason, a negation is only about it where it is next to it: "can't travel because of COVID".
_BEFORE_REASON: Final = (2, 3)
_REASON: Final = "covid"

#: A sentence ends here; of full stops, `_is_end` tells which.
_SENTENCE_END: Final = re.compile(r"[\r\n;。！？；]|[.!?][.!?'\"”’»)\]*_]{0,8}+(?=\s|$)")
#: How far around an offset its sentence is looked for, in characters.
_SENTENCE_REACH: Final = 400


@frozen
class Mention:
    """Words that are evidence of something."""

    kind: EvidenceKind
    #: The words, to the end of the last one.
    span: Span


class _Entry(NamedTuple):
    words: tuple[str, ...]
    #: Whether the last word ends where the entry does.
    whole: bool


#: Entries by the word that a text must hold for them to be worth a closer look.
_Group: TypeAlias = tuple[tuple[str, tuple[_Entry, ...]], ...]


@frozen(eq=False)
class EvidenceWords:
    """The evidence words of a playbook; `Playbook.evidence` makes and keeps them."""

    #: By language (None: all) and key.
    groups: dict[str | None, dict[str, _Group]]


def find_evidence(
    text: str, kinds: Iterable[EvidenceKind], playbook: Playbook, language: str | None = None
) -> tuple[Mention, ...]:
    """The words of a text that are plain evidence of one of ``kinds``, in the order of the text.

    Args:
        text: any text, of one or more lines.
        kinds: of what, see `EVIDENCE_KINDS`.
        playbook: whose words are looked for.
        language: the code of the language they are looked for in; None looks in all.

    Returns:
        Mentions with spans in code points; those of one kind don't overlap. Negated ones are left out.

    Raises:
        ValueError: there is no such kind, or the playbook doesn't know the language.
    """
    if language not in playbook.evidence.groups:
        known = ", ".join(code for code in playbook.evidence.groups if code)
        raise ValueError(f"playbook {playbook.id} knows no language {language!r}; it knows {known}")
    groups = playbook.evidence.groups[language]
    plain, offsets = _plain(text)
    found: list[Mention] = []
    for kind in kinds:
        if kind not in EVIDENCE_KINDS:
            raise ValueError(f"there is no evidence of {kind!r}; there is of {', '.join(EVIDENCE_KINDS)}")
        candidates = [
            place for needle, entries in groups[kind] if needle in plain for entry in entries for place in _places(plain, entry)
        ]
        reached = 0
        for start, end in sorted(candidates, key=lambda place: (place[0], -place[1])):
            if start >= reached and not _negated(plain, start, end, groups, kind):
                reached = end
                span = Span(offsets[start], offsets[end - 1] + 1) if offsets else Span(start, end)
                found.append(Mention(kind, span))
    return tuple(sorted(found, key=lambda mention: (mention.span.start, EVIDENCE_KINDS.index(mention.kind))))


def find_beside(
    text: str, kind: EvidenceKind, other: EvidenceKind, playbook: Playbook, language: str | None = None
) -> tuple[tuple[Mention, Mention], ...]:
    """The mentions of ``kind`` that have one of ``other`` beside them in their sentence, each with the first such one.

    Arguments and errors are those of `find_evidence`.
    """
    mentions = find_evidence(text, (kind,), playbook, language)
    others = find_evidence(text, (other,), playbook, language) if mentions else ()
    starts = [mention.span.start for mention in others]
    found = []
    for mention in mentions if others else ():
        sentence = sentence_at(text, mention.span.start)
        first = bisect_left(starts, sentence.start)
        if first < len(others) and others[first].span in sentence:
            found.append((mention, others[first]))
    return tuple(found)


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around an offset, without the blanks around it.

    A sentence ends at a full stop, a question or exclamation mark (of any script), a semicolon, and where the line
    does; not at the stop of "e.g.", "z. B." or "3.5". Of a sentence that is longer, no more than 400 characters on
    either side are given.
    """
    start, end = max(0, offset - _SENTENCE_REACH), min(len(text), offset + _SENTENCE_REACH)
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _is_end(text, match):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    stretch = text[start:end]
    return Span(min(start + len(stretch) - len(stretch.lstrip()), offset), max(start + len(stretch.rstrip()), offset))


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends: not behind a single letter, nor before a small one."""
    if match[0] != ".":
        return True
    before, behind = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 8].lstrip()
    return not (before[-1:].isalpha() and not before[:-1].isalnum()) and not behind[:1].islower()


def _plain(text: str) -> tuple[str, list[int]]:
    """A text without case, width and accents; and where its characters stood, where that is not where they are now."""
    if text.isascii():
        return text.lower(), []
    offsets = []
    if _ACCENTS.search(text):
        offsets = [offset for offset, char in enumerate(text) if not "\u0300" <= char <= "\u036f"]
        text = _ACCENTS.sub("", text)
    # The capital I with a dot is the one letter whose small form is two characters.
    return _VARIANTS.sub(_base, text.replace("İ", "I").lower()), offsets


def _base(match: re.Match[str]) -> str:
    """The one character that a letter with accents, a wide one or an apostrophe stands for."""
    char = match[0]
    base = _APOSTROPHES.get(char) or _ACCENTS.sub("", unicodedata.normalize("NFKD", char)).lower()
    return base if len(base) == 1 else char


def _places(plain: str, entry: _Entry, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where an entry stands in a text, up to the end of its last word; the first word begins between the two offsets."""
    first = entry.words[0]
    position = plain.find(first, start, end)
    while position >= 0:
        if _word_begins(plain, position):
            stop = _end(plain, position, entry)
            if stop:
                yield position, stop
        position = plain.find(first, position + 1, end)


def _end(plain: str, position: int, entry: _Entry) -> int:
    """Where an entry that may begin at an offset ends; 0 where it doesn't stand there."""
    first, *others = entry.words
    position += len(first)
    for word in others:
        reached = position
        while position - reached < _GAP_MAX and plain[position : position + 1] in _GAPS and position < len(plain):
            position += 1
        if position == reached or not plain.startswith(word, position):
            return 0
        position += len(word)
    rest = _REST_OF_WORD.match(plain, position)
    stop = rest.end() if rest and not _IS_UNSPACED.match(plain, position - 1) else position
    return 0 if entry.whole and stop > position else stop


def _word_begins(plain: str, position: int) -> bool:
    """Whether a word may begin at an offset, by what stands before it and what script it is in."""
    before = plain[position - 1 : position]
    if _IS_KATAKANA.match(plain, position):
        return not _IS_KATAKANA.match(before)
    return not before.isalnum() or bool(_IS_UNSPACED.match(before) or _IS_UNSPACED.match(plain, position))


def _negated(plain: str, start: int, end: int, groups: dict[str, _Group], kind: EvidenceKind) -> bool:
    """Whether a word in the same clause turns round what stands between two offsets."""
    before, behind = (groups[key] for key in _NEGATIONS)
    first = max(0, start - _REACH)
    for match in _CLAUSE_END.finditer(plain, first, start):
        first = match.end()
    limits = _BEFORE_REASON if kind == _REASON else _BEFORE
    if any(
        stop <= start and _near(plain[stop:start], entry, limits) for entry, _, stop in _standing(plain, before, first, start)
    ):
        return True
    if kind == _REASON:
        return False
    opening = _AFTER_START.match(plain, end)
    first = opening.end() if opening else end
    ending = _CLAUSE_END.search(plain, first, end + _REACH)
    last = ending.start() if ending else end + _REACH
    return any(_near(plain[first:begin], entry, _BEHIND) for entry, begin, _ in _standing(plain, behind, first, last))


def _standing(plain: str, group: _Group, first: int, last: int) -> Iterator[tuple[_Entry, int, int]]:
    """The entries of a group that stand between two offsets, and where."""
    clause = plain[first:last]
    for needle, entries in group:
        if needle in clause:
            for entry in entries:
                for start, end in _places(plain, entry, first, last):
                    yield entry, start, end


def _near(between: str, entry: _Entry, limits: tuple[int, int]) -> bool:
    """Whether so little stands between a negation and another word that the one is about the other: at most so many words,
    or characters where words are not parted."""
    words, unspaced = limits
    if _IS_UNSPACED.match(entry.words[0]):
        return len(between.strip()) <= unspaced
    return len(between.split()) <= words


def arrange_evidence(playbook: Playbook) -> EvidenceWords:
    """Arrange the evidence words of a playbook for `find_evidence`."""
    every: dict[str, dict[str, None]] = {key: {} for key in EVIDENCE_KEYS}
    groups: dict[str | None, dict[str, _Group]] = {}
    for language in playbook.languages:
        for key, words in language.evidence.items():
            every[key].update(dict.fromkeys(words))
        groups[language.code] = {key: _group(language.evidence.get(key, ())) for key in EVIDENCE_KEYS}
    groups[None] = {key: _group(words) for key, words in every.items()}
    return EvidenceWords(groups)


def _group(entries: Iterable[str]) -> _Group:
    found: dict[str, dict[_Entry, None]] = {}
    for entry in entries:
        text = entry.removesuffix("|").lower()
        for spelling in {text, text.translate(_TYPED_OUT), _narrow(text)}:
            words = tuple(_plain(spelling)[0].replace("-", " ").split())
            found.setdefault(max(words, key=len), {})[_Entry(words, entry.endswith("|"))] = None
    return tuple((needle, tuple(of_needle)) for needle, of_needle in found.items())


def _narrow(text: str) -> str:
    """Katakana as half-width characters, as old systems write it."""
    if not _IS_KATAKANA.search(text):
        return text
    return "".join(_NARROW.get(char, char) for char in unicodedata.normalize("NFD", text))


#: Half-width katakana by the full-width characters that they stand for.
_NARROW: Final = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}
