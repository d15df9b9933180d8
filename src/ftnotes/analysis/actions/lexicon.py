"""The words of next actions in all languages of a playbook, as roles that a word can have.

A role is a bit, so that the roles of a word, or of a whole sentence, are one number. A word is looked up once; what it is
then is remembered. No expression lists words: to compile one would take longer than to read a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from ...playbook.playbook import Playbook
from ...playbook.word_lists import ActionWords, DateWords
from ...text.source import WHITESPACE
from ...text.words import UMLAUTS, fold
from ..remembered import Remembered

#: Roles from several lists, or from none; the others are those of `ActionWords`.
_MORE: Final = (
    "thing",
    "before_date",
    "recurring",
    "deadline",
    "after_date",
    "capital",
    "upper",
    "alphabetic",
    "ideographic",
    "spacing",
    "joining",
    "label_signs",
    "openings",
    "stops",
    "handles",
    "boxes",
    "clauses",
)
_ROLES: Final = {name: 1 << bit for bit, name in enumerate((*_MORE, *ActionWords._fields))}
#: A capitalized word, one in capitals, and a word of an alphabet or a character of a script without spaces.
CAPITAL, UPPER = _ROLES["capital"], _ROLES["upper"]
ALPHABETIC, IDEOGRAPHIC = _ROLES["alphabetic"], _ROLES["ideographic"]
#: Spaces, line ends, and characters of bold, italic and struck text.
SPACING: Final = _ROLES["spacing"]
#: What can be between the words of a phrase.
JOINING: Final = _ROLES["joining"]
_JOINTS: Final = frozenset("-'’‑")
#: Punctuation that can end a label, a sentence or a clause, brackets before one, the signs before a handle, and those of a
#: check box.
LABEL_SIGNS, STOPS, CLAUSES = _ROLES["label_signs"], _ROLES["stops"], _ROLES["clauses"]
OPENINGS, HANDLES, BOXES = _ROLES["openings"], _ROLES["handles"], _ROLES["boxes"]
#: The signs with which a check box starts.
BOX_SIGNS: Final = "[☐⬜◻🔲☑☒✅✓✔"
_SIGNS: Final = {
    LABEL_SIGNS: ":：=-–—)]）】",
    OPENINGS: "([（【",
    STOPS: ".!?。！？；;",
    CLAUSES: ",:;-–—→⇒➡➔➜>、，：(（",
    HANDLES: "@＠",
    BOXES: BOX_SIGNS,
}
_SPACES: Final = frozenset("\r\n*_~")
_BEFORE_DATE: Final = ("of", "in_month", "on_day", "by_day", "weekdays")
#: The first character of the scripts without spaces between words.
_FIRST_IDEOGRAPH: Final = "\u2e80"
#: Lists whose words are not roles of their own.
_ENDINGS: Final = frozenset(("does_endings", "doing_endings", "not_name_endings", "past_endings", "future_endings"))


def role(*names: str) -> int:
    """Return the roles with these names as one number."""
    return sum(_ROLES[name] for name in names)


_VERB, _DOES, _RESUMING = role("verbs"), role("does"), role("resuming")


#: The phrases that start with a word, by their second word: the words after it and the roles, those of most words first.
Endings: TypeAlias = dict[str, list[tuple[tuple[str, ...], int]]]


class Word(NamedTuple):
    """What is known of a word, number, space or punctuation character."""

    roles: int
    #: The phrases that start with it, if any do.
    endings: Endings | None
    #: As it is compared.
    folded: str


@frozen(eq=False, repr=False)
class ActionLexicon:
    """The words of next actions of all languages of a playbook; `action_lexicon` makes and caches one."""

    #: Roles of single words, folded; and of words in capitals, as typed.
    words: dict[str, int]
    capitals: dict[str, int]
    #: Phrases by their first word: the words that follow, longest first, with their roles.
    phrases: dict[str, Endings]
    #: Endings with what they replace, and the role of a verb with that ending.
    verb_endings: tuple[tuple[str, str, int], ...]
    #: Endings of words that are not names: of nouns and adverbs, and of verbs for what was done.
    endings: tuple[tuple[str, int], ...]

    def look_up(self, text: str) -> Word:
        """Return what is known of a word."""
        folded = fold(text) or text
        roles = self.words.get(folded, 0) | self.capitals.get(text, 0)
        if text[0].isalpha():
            roles |= IDEOGRAPHIC if text[0] >= _FIRST_IDEOGRAPH else ALPHABETIC
            if text[0].isupper():
                roles |= CAPITAL | (UPPER if text.isupper() and len(text) > 1 else 0)
            for ending, replaced, form in self.verb_endings:
                if not folded.endswith(ending):
                    continue
                verb = folded.removesuffix(ending) + replaced
                still = _RESUMING if form == _DOES else 0  # "reconvenes"
                if self.words.get(verb, 0) & _VERB:
                    roles |= form | (self.words[verb] & still)
                known = self.phrases.get(folded, {})
                for second, endings in [*self.phrases.get(verb, {}).items()]:
                    inflected = {(parts, form | (kind & still)) for parts, kind in endings if kind & _VERB}  # "follows up"
                    if not inflected <= {*known.get(second, ())}:
                        self.phrases[folded] = known
                        known[second] = sorted({*known.get(second, ()), *inflected}, key=_longest_first)
            for ending, kind in self.endings:
                if text.lower().endswith(ending) and len(text) > len(ending) + 1:
                    roles |= kind
        elif text.isspace() or not text.strip(WHITESPACE):
            roles |= SPACING | JOINING
        elif text in _SPACES or text in _JOINTS:
            roles |= JOINING if text in _JOINTS else SPACING
        for role_of_sign, signs in _SIGNS.items():
            roles |= role_of_sign if text in signs else 0
        return Word(roles, self.phrases.get(folded), folded)


def _longest_first(ending: tuple[tuple[str, ...], int]) -> int:
    return -len(ending[0])


@lru_cache(maxsize=16)
def remembered_words(playbook: Playbook) -> Remembered[Word]:
    """Return the words of a playbook that were looked up, which looks up the others."""
    return Remembered(action_lexicon(playbook).look_up)


@lru_cache(maxsize=16)
def action_lexicon(playbook: Playbook) -> ActionLexicon:
    """Return the words of next actions of a playbook."""
    words: dict[str, int] = {}
    capitals: dict[str, int] = {}
    phrases: dict[str, dict[str, dict[tuple[str, ...], int]]] = {}
    for entry, kind in _entries(playbook):
        parts = phrase_words(entry)
        if len(parts) > 1:
            known = phrases.setdefault(parts[0], {}).setdefault(parts[1], {})
            known[parts[2:]] = known.get(parts[2:], 0) | kind
        elif entry.isupper() and len(entry) > 1 and entry < _FIRST_IDEOGRAPH:
            capitals[entry] = capitals.get(entry, 0) | kind
        else:
            words[parts[0]] = words.get(parts[0], 0) | kind
    actions = [language.actions for language in playbook.words]
    return ActionLexicon(
        words=words,
        capitals=capitals,
        phrases={
            first: {
                second: sorted(endings.items(), key=_longest_first) for second, endings in known.items()
            }
            for first, known in phrases.items()
        },
        verb_endings=tuple(
            (ending, replaced, role(form))
            for form in ("does", "doing")
            for words_of in actions
            for ending, _, replaced in (text.partition(":") for text in getattr(words_of, f"{form}_endings"))
        ),
        endings=tuple(
            (ending, role(name))
            for name in ("not_name_endings", "past_endings", "future_endings")
            for words_of in actions
            for ending in getattr(words_of, name)
        ),
    )  # fmt: skip


def phrase_words(text: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared; a character of a script without spaces is a word."""
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    if text < _FIRST_IDEOGRAPH and "." not in text and "/" not in text:
        words = text.replace("-", " ").replace("'", " ").split()
        return tuple([word.lower() if word.isascii() and word.isalpha() else fold(word) or word for word in words])
    spaced = "".join(f" {char} " if char >= _FIRST_IDEOGRAPH or char in "./" else char for char in text)
    return tuple(fold(part) or part for part in spaced.replace("-", " ").replace("'", " ").split())


def _entries(playbook: Playbook) -> Iterable[tuple[str, int]]:
    """Yield the words and phrases with their roles."""
    for words in playbook.words:
        for name in words.actions._fields:
            if name not in _ENDINGS:
                for entry in getattr(words.actions, name):
                    yield entry, _ROLES[name]
                    if not entry.isascii() and entry.translate(UMLAUTS) != entry:
                        yield entry.translate(UMLAUTS), _ROLES[name]
        yield from _date_words(words.dates)
    for language in playbook.languages:
        for entry in language.small_words:
            yield entry, role("articles")
    for spec in playbook.workloads:
        for name in (spec.tag, *spec.names, *spec.other_tags, *spec.other_names):
            yield name, role("thing")
            yield name.split()[0], role("thing")


def _date_words(dates: DateWords) -> Iterable[tuple[str, int]]:
    for name in _BEFORE_DATE:
        for entry in getattr(dates, name):
            yield entry, role("before_date")
    for entry in dates.recurring:
        yield entry, role("recurring")
    for entry in dates.by_day:
        yield entry, role("deadline")
    for entry in dates.after_day:
        yield entry, role("after_date")
    for entry in (*dates.months, *dates.weekdays):
        yield entry, role("not_actors")
