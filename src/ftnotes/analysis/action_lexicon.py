"""The words of next actions as expressions: labels, actors, and what they do.

An action is labelled, or a plain phrase names who will do what:

    labelled:  what-label ":" what (date-label ":" date)? (owner-label ":" owner)?     in any order
    phrase:    actor ("will" | "to") what ("by" date)?  |  event "on" date  |  what "(" owner-label ":" owner ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from attrs import frozen

from ..playbook.playbook import Playbook
from ..text.source import WHITESPACE
from ..text.words import fold
from .word_patterns import LETTERS, cases, spellings, trie

#: More than capitals; the reader checks that it is one.
_CAPITAL: Final = "[A-ZÀ-ÖØ-Þ\u0100-\u017f\u0370-\u1fff]"
#: Capitalized words, as in the name of a person.
_NAME: Final = rf"{_CAPITAL}[{LETTERS}'’-]{{1,24}}(?:[ ]{_CAPITAL}[{LETTERS}'’-]{{1,24}}){{0,2}}"
#: After a word: its end, or a script without spaces between words.
_END: Final = rf"(?:(?![0-9{LETTERS}])|(?<=[^\x00-\u1fff]))"
_START: Final = rf"(?:(?<![0-9{LETTERS}])|(?=[^\x00-\u1fff]))"
_GAP: Final = rf"(?:[{WHITESPACE}]{{1,3}}|(?<=[^\x00-\u1fff])(?=[^\x00-\u1fff]))"
_BEFORE_DATE: Final = ("in_month", "on_day", "by_day", "weekdays", "of")
_BOLD: Final = r"[*_]{0,3}"


@frozen(eq=False)
class ActionLexicon:
    """The words of next actions of all languages of a playbook; `action_lexicon` makes and caches one."""

    #: A label with its colon; its kind (``what``, ``date``, ``owner``) is the name of the group.
    label: re.Pattern[str]
    #: A label with a dash in place of the colon, at the start of a line.
    opening: re.Pattern[str]
    #: An actor and "will", "to" or a verb, up to what will be done.
    phrase: re.Pattern[str]
    #: A verb for what people do, anywhere in a sentence.
    verb: re.Pattern[str]
    event: re.Pattern[str]
    never: re.Pattern[str]
    #: Folded words: labels of tasks, words for nobody, words that never begin a name, words before a date, and those of
    #: them that mean a deadline.
    headings: frozenset[str]
    nobody: frozenset[str]
    not_actors: frozenset[str]
    before_date: frozenset[str]
    deadline: frozenset[str]


@lru_cache(maxsize=16)
def action_lexicon(playbook: Playbook) -> ActionLexicon:
    """Return the words of next actions of a playbook."""
    actions = [words.actions for words in playbook.words]
    dates = [words.dates for words in playbook.words]
    small = {word for language in playbook.languages for word in language.small_words}
    things = {name for spec in playbook.workloads for name in (spec.tag, *spec.names, *spec.other_tags, *spec.other_names)}
    things |= {name.split()[0] for name in things}

    def any_of(name: str) -> str:
        return _any_of(word for action in actions for word in getattr(action, name))

    def folded(*lists: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(word) for words in lists for word in words)

    labels = "|".join(f"(?P<{kind}>{any_of(kind)})" for kind in ("what", "date", "owner"))
    known = rf"(?P<known>(?:(?:{_any_of(small)})[{WHITESPACE}])?{any_of('actors')}){_END}"
    actor = rf"(?:{known}|(?P<name>{_NAME}))(?:[ ]?[(（][^()（）\r\n]{{1,40}}[)）])?"
    by = [word for date in dates for word in date.by_day]
    return ActionLexicon(
        label=re.compile(rf"{_START}(?:{labels})[{WHITESPACE}]{{0,2}}{_BOLD}[{WHITESPACE}]{{0,2}}[:：]{_BOLD}"),
        opening=re.compile(rf"(?:{labels}){_BOLD}(?:[{WHITESPACE}]{{1,2}}[-–—]|[{WHITESPACE}]?[–—])[{WHITESPACE}]{{1,2}}"),
        phrase=re.compile(
            rf"{_BOLD}{actor}{_BOLD}{_GAP}"
            rf"(?:(?P<will>{any_of('will')}){_END}|(?P<to>{any_of('to')}){_END}|(?=(?P<does>{any_of('does')}){_END}))"
        ),
        verb=re.compile(rf"{_START}(?:{any_of('verbs')}){_END}"),
        event=re.compile(rf"{_START}(?:{any_of('events')}){_END}"),
        never=re.compile(rf"(?:{any_of('never')}){_END}"),
        headings=folded(*(action.what for action in actions)),
        nobody=folded(*(action.nobody for action in actions)),
        not_actors=folded(*(action.not_actors for action in actions), *(action.what for action in actions), things, small),
        before_date=folded(small, *(getattr(date, name) for date in dates for name in _BEFORE_DATE)),
        deadline=folded(by),
    )  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    """Return an expression for any of the words as typed; words in capitals only as such: IT is somebody, it is not."""
    words = tuple(words)
    typed = cases(spelling for word in words if not word.isupper() for spelling in spellings(word))
    typed += words
    titles = [word.title() for word in typed if word not in words]
    return trie(dict.fromkeys((*typed, *titles))).replace(r"\ ", rf"[{WHITESPACE}-]{{1,3}}")
