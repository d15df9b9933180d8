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
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final, NamedTuple, TypeAlias

from attrs import field, frozen

from ..playbook.model import EVIDENCE_KINDS, NEGATIONS, EvidenceKind
from ..playbook.playbook import Playbook
from ..text.source import Span

#: Characters of scripts that put no blanks between words.
_UNSPACED: Final = (
    ("\u3005", "\u3007"),
    ("\u3040", "\u30fa"),
    ("\u30fc", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
)
_IS_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
#: Compiled on first use, since few notes need it.
_REST_OF_WORD: Final = f"[^\\W_{''.join(map('-'.join, _UNSPACED))}]*+"

_MARKS: Final = frozenset(map(chr, range(0x300, 0x370)))
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_APOSTROPHES: Final = "\u00b4\u02bc\u2018\u2019\uff07"
#: Small letters with accents, and wide characters.
_VARIANTS: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F))
#: How umlauts and the sharp s are typed where the keyboard has none.
_TYPED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

#: What may stand between the words of a phrase, and how much of it.
_GAPS: Final = " \t\n\r\u00a0\u3000-"
_GAP_MAX: Final = 8

#: A clause ends here, and what is said in another clause turns nothing round.
_CLAUSE_END: Final = re.compile(r"[.,;:!?…。、，；：！？\n\r()|]|(?<=\s)[-–—]")
#: What parts a word from a remark on it: "issues: none".
_OPENING: Final = " \t\u00a0\u3000:：–—-"
#: How many letters of a word are enough to look for it.
_NEEDLE_MIN: Final = 4
#: How far a negation reaches: in characters, in words between, and in characters between where words are not parted.
_REACH: Final = 48
_BEFORE: Final = (3, 6)
_BEHIND: Final = (5, 6)
#: Of a reason, a negation is only about it where it is next to it: "can't travel because of COVID".
_BEFORE_REASON: Final = (2, 3)
_REASON: Final = "covid"
#: What most notes speak of.
_EVERYDAY: Final = "deployment"


@frozen
class EvidenceMention:
    """Words that are evidence of something."""

    kind: EvidenceKind
    #: The words, to the end of the last one.
    span: Span


class _Entry(NamedTuple):
    words: tuple[str, ...]
    #: Whether the last word ends where the entry does.
    whole: bool
    #: The number of the word by which it is found: one that stands in few texts.
    telling: int


#: Entries by what a text must hold for them to be worth a closer look, and then by the words by which they are found.
_Tellings: TypeAlias = tuple[tuple[str, tuple[_Entry, ...]], ...]
_Group: TypeAlias = tuple[tuple[str, _Tellings], ...]


@frozen(eq=False)
class EvidenceLexicon:
    """The evidence words of a playbook, arranged as they are asked for; `Playbook.evidence` makes and keeps them."""

    playbook: str
    #: By language, and for all (None): the words of each key.
    words: dict[str | None, dict[str, tuple[str, ...]]]
    #: Likewise: what is written in most notes whatever they say, in plain text.
    common: dict[str | None, str]
    _groups: dict[tuple[str | None, str], _Group] = field(factory=dict)

    def group(self, language: str | None, key: str) -> _Group:
        """The entries of a language that are evidence of something, or negate it."""
        found = self._groups.get((language, key))
        if found is None:
            found = self._groups[language, key] = _group(self.words[language].get(key, ()), self.common[language])
        return found

    def check(self, language: str | None, kinds: Iterable[str]) -> None:
        """Refuse a language or kind that there isn't."""
        if language not in self.words:
            known = ", ".join(code for code in self.words if code)
            raise ValueError(f"playbook {self.playbook} knows no language {language!r}; it knows {known}")
        for kind in kinds:
            if kind not in EVIDENCE_KINDS:
                raise ValueError(f"there is no evidence of {kind!r}; there is of {', '.join(EVIDENCE_KINDS)}")


class SearchableText:
    """A text made ready for being searched more than once."""

    __slots__ = ("offsets", "plain", "text")

    def __init__(self, text: str) -> None:
        """Make a text ready."""
        self.text = text
        #: The text without case, width and accents; and where its characters stood, where that is not where they are now.
        self.plain, self.offsets = _plain(text)


def find_evidence(
    text: str | SearchableText, kinds: Iterable[EvidenceKind], playbook: Playbook, language: str | None = None
) -> tuple[EvidenceMention, ...]:
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
    kinds = tuple(kinds)
    words = evidence_lexicon(playbook)
    words.check(language, kinds)
    text = text if isinstance(text, SearchableText) else SearchableText(text)
    found = [mention for kind in kinds for mention in _find(text, kind, words, language)]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, kinds.index(mention.kind))))


def iterate_evidence(
    text: str | SearchableText, kind: EvidenceKind, playbook: Playbook, language: str | None = None
) -> Iterator[EvidenceMention]:
    """What `find_evidence` finds of one kind, one after the other: for those whom the first may do."""
    words = evidence_lexicon(playbook)
    words.check(language, (kind,))
    return _find(text if isinstance(text, SearchableText) else SearchableText(text), kind, words, language)


def _find(text: SearchableText, kind: EvidenceKind, words: EvidenceLexicon, language: str | None) -> Iterator[EvidenceMention]:
    plain, offsets = text.plain, text.offsets
    candidates: list[tuple[int, int]] = []
    for needle, tellings in words.group(language, kind):
        if needle in plain:
            candidates += [(start, end) for _, start, end in _places(plain, needle, tellings)]
    if not candidates:
        return
    before, behind = (words.group(language, key) for key in NEGATIONS)
    reached = 0
    for start, end in sorted(candidates, key=lambda place: (place[0], -place[1])):
        if start < reached:
            continue
        reached = end
        if kind == _REASON:
            negated = _negated_before(plain, start, before, _BEFORE_REASON)
        else:
            negated = _negated_before(plain, start, before, _BEFORE) or _negated_behind(plain, end, behind)
        if not negated:
            yield EvidenceMention(kind, Span(offsets[start], offsets[end - 1] + 1) if offsets else Span(start, end))


def _plain(text: str) -> tuple[str, list[int]]:
    """A text without case, width and accents; and where its characters stood, where that is not where they are now."""
    if text.isascii():
        return text.lower(), []
    narrow = text
    for wide, ascii in _NARROWED:
        narrow = narrow.replace(wide, ascii)
    try:
        return narrow.encode("latin-1").translate(_latin_bases()).decode("latin-1"), []
    except UnicodeEncodeError:
        pass  # another script, or a rare character
    # The capital I with a dot is the one letter whose small form is two characters.
    text = text.replace("İ", "I").lower()
    bases = _bases()
    offsets = []
    odd = set(_odd().findall(text))
    if not odd.isdisjoint(_MARKS):
        offsets = [offset for offset, char in enumerate(text) if char not in _MARKS]
        text = _ACCENTS.sub("", text)
    for char in odd.difference(_MARKS):
        text = text.replace(char, bases[char])
    return text, offsets


#: What is typed in texts of the Latin alphabet and is not of Latin-1; one character for one.
_NARROWED: Final = (
    ("–", "-"), ("—", "-"), ("‒", "-"), ("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("…", "."), ("：", ":"), ("•", "*"),
    ("▪", "*"), ("◦", "*"), ("€", "E"), ("™", "T"), ("\u200b", " "), ("\ufeff", " "),
)  # fmt: skip


@cache
def _latin_bases() -> bytes:
    """What each character of Latin-1 is without case and accents."""
    bases = _bases()
    lower = (chr(code).lower() for code in range(256))
    return "".join(bases.get(char, char) for char in lower).encode("latin-1")


@cache
def _odd() -> re.Pattern[str]:
    """A character that stands for another one, or a mark on the one before it."""
    return re.compile(f"[\u0300-\u036f{''.join(_bases())}]")


@cache
def _bases() -> dict[str, str]:
    """The one character that a small letter with accents, a wide character or an apostrophe stands for."""
    bases = dict.fromkeys(_APOSTROPHES, "'")
    for code in _VARIANTS:
        base = _ACCENTS.sub("", unicodedata.normalize("NFKD", chr(code)))
        if len(base) == 1 and base != chr(code):
            bases.setdefault(chr(code), base.lower())
    return bases


def _places(
    plain: str, needle: str, tellings: _Tellings, first: int = 0, last: int | None = None
) -> Iterator[tuple[_Entry, int, int]]:
    """The entries that stand in a text, and where; the words by which they are found, which begin with the needle, stand
    between the two offsets."""
    position = plain.find(needle, first, last)
    while position >= 0:
        for telling, entries in tellings:
            if plain.startswith(telling, position, last):
                for entry in entries:
                    start = _begin(plain, position, entry)
                    if start >= 0 and _word_begins(plain, start):
                        end = _end(plain, start, entry)
                        if end:
                            yield entry, start, end
        position = plain.find(needle, position + 1, last)


def _begin(plain: str, position: int, entry: _Entry) -> int:
    """Where an entry begins whose telling word stands at an offset, if it stands there at all; -1 where it doesn't."""
    for word in reversed(entry.words[: entry.telling]):
        reached = position
        while reached - position < _GAP_MAX and plain[position - 1 : position] in _GAPS and position > 0:
            position -= 1
        position -= len(word)
        if position < 0 or not plain.startswith(word, position):
            return -1
    return position


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
    if not plain[position : position + 1].isalnum():
        return position
    rest = re.compile(_REST_OF_WORD).match(plain, position)
    stop = rest.end() if rest and not _is_unspaced(plain[position - 1]) else position
    return 0 if entry.whole and stop > position else stop


def _word_begins(plain: str, position: int) -> bool:
    """Whether a word may begin at an offset, by what stands before it and what script it is in."""
    before = plain[position - 1 : position]
    if not before.isalnum():
        return True
    if _IS_KATAKANA.match(plain, position):
        return not _IS_KATAKANA.match(before)
    return _is_unspaced(before) or _is_unspaced(plain[position])


def _is_unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no blanks between words."""
    return char >= _UNSPACED[0][0] and any(first <= char <= last for first, last in _UNSPACED)


def _negated_before(plain: str, start: int, group: _Group, limits: tuple[int, int]) -> bool:
    """Whether a word before an offset, in the same clause, turns round what stands there."""
    first = max(0, start - _REACH)
    for match in _CLAUSE_END.finditer(plain, first, start):
        first = match.end()
    return any(_near(plain[stop:start], entry, limits) for entry, _, stop in _standing(plain, group, first, start))


def _negated_behind(plain: str, end: int, group: _Group) -> bool:
    """The same for a word behind it."""
    first = end
    while first - end < _GAP_MAX and plain[first : first + 1] in _OPENING and first < len(plain):
        first += 1
    ending = _CLAUSE_END.search(plain, first, end + _REACH)
    last = ending.start() if ending else end + _REACH
    return any(_near(plain[first:begin], entry, _BEHIND) for entry, begin, _ in _standing(plain, group, first, last))


def _standing(plain: str, group: _Group, first: int, last: int) -> Iterator[tuple[_Entry, int, int]]:
    """The entries of a group that stand between two offsets, and where."""
    clause = plain[first:last]
    for needle, tellings in group:
        if needle in clause:
            yield from _places(plain, needle, tellings, first, last)


def _near(between: str, entry: _Entry, limits: tuple[int, int]) -> bool:
    """Whether so little stands between a negation and another word that the one is about the other: at most so many words,
    or characters where words are not parted."""
    words, unspaced = limits
    if _is_unspaced(entry.words[0][0]):
        return len(between.strip()) <= unspaced
    return len(between.split()) <= words


@lru_cache(maxsize=16)
def evidence_lexicon(playbook: Playbook) -> EvidenceLexicon:
    """Arrange the evidence words of a playbook for `find_evidence`."""
    words: dict[str | None, dict[str, tuple[str, ...]]] = {None: {}}
    common: dict[str | None, str] = {}
    for language in playbook.languages:
        words[language.code] = dict(language.evidence)
        for key, entries in language.evidence.items():
            words[None][key] = words[None].get(key, ()) + entries
        labels = (label for known in language.labels.values() for label in known)
        choices = (choice for known in language.choices.values() for wordings in known.values() for choice in wordings)
        everyday = (word.removesuffix("|") for word in language.evidence.get(_EVERYDAY, ()))
        common[language.code] = _plain(" ".join((*language.titles, *labels, *choices, *everyday)))[0]
    common[None] = " ".join(filter(None, common.values()))
    return EvidenceLexicon(playbook.id, words, common)


def _group(words: Iterable[str], common: str) -> _Group:
    phrases: dict[tuple[tuple[str, ...], bool], None] = {}
    for word in words:
        text = word.removesuffix("|").lower()
        for spelling in {text, text.translate(_TYPED_OUT), _narrow(text)}:
            phrases[tuple(_plain(spelling)[0].replace("-", " ").split()), word.endswith("|")] = None
    # Of each entry, a word that few notes and many entries hold is looked for first: so a text is searched for few of them.
    shared = Counter(part for parts, _ in phrases for part in set(parts))
    needles: dict[str, dict[_Entry, None]] = {}
    for parts, whole in phrases:
        long = [part for part in parts if len(part) >= _NEEDLE_MIN]
        telling = [part for part in long if part not in common] or long
        needle = max(telling, key=lambda part: (shared[part], len(part))) if long else max(parts, key=len)
        needles.setdefault(needle, {})[_Entry(parts, whole, parts.index(needle))] = None
    # Needles that begin alike become one: a text is searched for fewer of them.
    merged: list[tuple[str, _Tellings]] = []
    for needle, entries in sorted(needles.items()):
        shorter = "".join(_common(needle, merged[-1][0])) if merged else ""
        if len(shorter) >= _NEEDLE_MIN and shorter.isascii():
            merged[-1] = shorter, (*merged[-1][1], (needle, tuple(entries)))
        else:
            merged.append((needle, ((needle, tuple(entries)),)))
    return tuple(merged)


def _common(first: str, second: str) -> Iterator[str]:
    """The characters with which both texts begin."""
    return (one for one, other in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _narrow(text: str) -> str:
    """Katakana as half-width characters, as old systems write it."""
    if not _IS_KATAKANA.search(text):
        return text
    return "".join(_NARROW.get(char, char) for char in unicodedata.normalize("NFD", text))


#: Half-width katakana by the full-width characters that they stand for.
_NARROW: Final = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}
