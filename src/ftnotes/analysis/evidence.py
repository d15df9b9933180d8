"""The search for plain evidence in free text: words for something that pauses, goes faster, is planned, or is done.

The words are in the playbook (``[languages.CODE.evidence]``); ``docs/playbook-words.md`` describes how they are found. Words
with a negation close by, in the same clause, are not evidence.

Most texts contain none of the words: they cost one look for each word, and no expression is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from ..playbook.playbook import Playbook
from ..playbook.word_lists import EVIDENCE_KINDS, NEGATIONS, NEVER_NEGATED, EvidenceKind
from ..text.source import Span
from .evidence_lexicon import KATAKANA, Phrase, evidence_phrases
from .searchable_text import SearchableText, WordIndex, searchable_text
from .word_patterns import compiled

#: Characters of scripts without spaces between words.
_UNSPACED: Final = (
    ("\u3005", "\u3007"),
    ("\u3040", "\u30fa"),
    ("\u30fc", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
)
#: Compiled on first use, since few notes need it.
_REST_OF_WORD: Final = f"[^\\W_{''.join(map('-'.join, _UNSPACED))}]*+"

#: The characters between the words of a phrase, and how many there can be.
_GAPS: Final = " \t\n\r\u00a0\u3000-"
_GAP_MAX: Final = 8

#: The end of a clause: words in another clause negate nothing.
_CLAUSE_END: Final = re.compile(r"[.,;:!?…。、，；：！？\n\r()|–—-](?:(?<![–—-])|(?<=\s.))")
#: The characters between a word and a remark on it: "issues: none".
_OPENING: Final = " \t\u00a0\u3000:：–—-"
#: How far a negation reaches: in characters, in words between, and in characters between in scripts without spaces.
_REACH: Final = 48
_BEFORE: Final = (3, 6)
_AFTER: Final = (5, 6)
#: How far the words after a gap can be: in words, and in characters of scripts without spaces.
_GAP: Final = (7, 12)
#: A negation is about a reason only if it is next to it: "can't travel because of COVID".
_BEFORE_REASON: Final = (2, 3)
_REASON: Final = "reason"


@frozen
class EvidenceMention:
    """Words that are evidence of something."""

    kind: EvidenceKind
    #: The words, to the end of the last one.
    span: Span


def find_evidence(
    text: str, kinds: Iterable[EvidenceKind], playbook: Playbook, language: str | None = None
) -> tuple[EvidenceMention, ...]:
    """Find the words in a text that are plain evidence of one of ``kinds``.

    Args:
        text: any text, of one or more lines.
        kinds: the kinds of evidence, see `EVIDENCE_KINDS`.
        playbook: the playbook whose words are looked for.
        language: the code of the language to look in; None for all.

    Returns:
        Mentions in the order of the text, with spans in code points; those of one kind don't overlap. Negated ones are left
        out.

    Raises:
        ValueError: there is no such kind, or the playbook has no such language.
    """
    kinds, codes = tuple(kinds), [words.code for words in playbook.words]
    if language is not None and language not in codes:
        raise ValueError(f"playbook {playbook.id} has no language {language!r}; use one of: {', '.join(codes)}")
    for kind in kinds:
        if kind not in EVIDENCE_KINDS:
            raise ValueError(f"there is no evidence of {kind!r}; use one of: {', '.join(EVIDENCE_KINDS)}")
    searchable = searchable_text(text)
    found = [mention for kind in kinds for mention in iterate_evidence(searchable, kind, playbook, language)]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, kinds.index(mention.kind))))


def iterate_evidence(
    text: SearchableText, kind: EvidenceKind, playbook: Playbook, language: str | None = None
) -> Iterator[EvidenceMention]:
    """Yield the mentions of one kind, for callers that need only the first; see `find_evidence`."""
    phrases = evidence_phrases(playbook, language, kind)
    return _mentions(text, kind, playbook, language, phrases) if phrases.found_in(text) else iter(())


def _mentions(
    text: SearchableText, kind: EvidenceKind, playbook: Playbook, language: str | None, phrases: WordIndex[Phrase]
) -> Iterator[EvidenceMention]:
    plain, offsets = text.plain, text.offsets
    before, after = (evidence_phrases(playbook, language, key) for key in NEGATIONS)
    reached = 0
    places = _places(text, phrases, 0, len(plain))
    for start, end in sorted([(start, end) for _, start, end in places], key=lambda place: (place[0], -place[1])):
        if start < reached:
            continue
        reached = end
        if kind in NEVER_NEGATED:
            negated = False
        elif kind == _REASON:
            negated = _negated_before(text, start, before, _BEFORE_REASON)
        else:
            negated = _negated_before(text, start, before, _BEFORE) or _negated_after(text, end, after)
        if not negated:
            yield EvidenceMention(kind, Span(offsets[start], offsets[end - 1] + 1) if offsets else Span(start, end))


def _places(text: SearchableText, phrases: WordIndex[Phrase], first: int, last: int) -> Iterator[tuple[Phrase, int, int]]:
    """Yield the phrases whose anchors are between two offsets, each with its start and end; the last of an anchor first."""
    plain = text.plain
    for anchor in phrases.found_in(text):
        position = plain.rfind(anchor, first, last)
        while position >= 0:
            for phrase in phrases.meanings[anchor]:
                start = _phrase_start(plain, position, phrase)
                if start >= 0 and _word_begins(plain, start):
                    end = _phrase_end(plain, start, phrase)
                    if end and phrase.tail:
                        end = _tail_end(plain, end, phrase.tail)
                    if end:
                        yield phrase, start, end
            position = plain.rfind(anchor, first, position + len(anchor) - 1)


def _phrase_start(plain: str, position: int, phrase: Phrase) -> int:
    """Return where a phrase starts whose anchor is at an offset, or -1 if its words before the anchor are not there."""
    for word in reversed(phrase.words[: phrase.anchor]):
        reached = position
        while reached - position < _GAP_MAX and plain[position - 1 : position] in _GAPS and position > 0:
            position -= 1
        position -= len(word)
        if position < 0 or not plain.startswith(word, position):
            return -1
    return position


def _phrase_end(plain: str, position: int, phrase: Phrase) -> int:
    """Return where a phrase ends whose first word is at an offset, or 0 if its other words are not there."""
    first, *others = phrase.words
    position += len(first)
    for word in others:
        reached = position
        while position - reached < _GAP_MAX and plain[position : position + 1] in _GAPS and position < len(plain):
            position += 1
        if position == reached or not plain.startswith(word, position):
            return 0
        position += len(word)
    if not plain[position : position + 1].isalnum():
        return position
    rest = compiled(_REST_OF_WORD).match(plain, position)
    stop = rest.end() if rest and not _is_unspaced(plain[position - 1]) else position
    return 0 if phrase.whole and stop > position else stop


def _tail_end(plain: str, position: int, tail: Phrase) -> int:
    """Return where the words after the gap of a phrase end, or 0 if they are not near in the same clause."""
    limit = position + _REACH
    ending = _CLAUSE_END.search(plain, position, limit)
    window = plain[position : ending.start() if ending else limit]
    at = window.find(tail.words[0])
    while at >= 0:
        if _word_begins(plain, position + at) and _is_near(window[:at], tail, _GAP):
            end = _phrase_end(plain, position + at, tail)
            if end:
                return end
        at = window.find(tail.words[0], at + 1)
    return 0


def _word_begins(plain: str, position: int) -> bool:
    """Return whether a word can begin at an offset, by the character before it and the script."""
    before = plain[position - 1 : position]
    if not before.isalnum():
        return True
    if KATAKANA.match(plain, position):
        return not KATAKANA.match(before)
    return _is_unspaced(before) or _is_unspaced(plain[position])


def _is_unspaced(char: str) -> bool:
    """Return whether a character is of a script without spaces between words."""
    return char >= _UNSPACED[0][0] and any(first <= char <= last for first, last in _UNSPACED)


def _negated_before(text: SearchableText, start: int, negations: WordIndex[Phrase], limits: tuple[int, int]) -> bool:
    """Return whether a word before an offset, in the same clause, negates the word there."""
    if not negations.found_in(text):
        return False
    plain, first = text.plain, max(0, start - _REACH)
    for match in _CLAUSE_END.finditer(plain, first, start):
        first = match.end()
    return any(_is_near(plain[stop:start], phrase, limits) for phrase, _, stop in _places(text, negations, first, start))


def _negated_after(text: SearchableText, end: int, negations: WordIndex[Phrase]) -> bool:
    """Return whether a word after an offset, in the same clause or a remark, negates the word there."""
    if not negations.found_in(text):
        return False
    plain, first = text.plain, end
    while first - end < _GAP_MAX and plain[first : first + 1] in _OPENING and first < len(plain):
        first += 1
    ending = _CLAUSE_END.search(plain, first, end + _REACH)
    last = ending.start() if ending else end + _REACH
    return any(_is_near(plain[first:begin], phrase, _AFTER) for phrase, begin, _ in _places(text, negations, first, last))


def _is_near(between: str, negation: Phrase, limits: tuple[int, int]) -> bool:
    """Return whether the text between a negation and a word is within the limits: in words, or characters without spaces."""
    words, unspaced = limits
    if _is_unspaced(negation.words[0][0]):
        return len(between.strip()) <= unspaced
    return len(between.split()) <= words
