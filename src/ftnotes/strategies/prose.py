"""Strategies for what is said in a note: phrases filled in."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from hypothesis import strategies as st

from ..nodes import Workload
from ..playbook import Language, Playbook
from .phrases import NUMBERS, PHRASES, Phrases

_SLOT: Final = re.compile(r"\{(n|company|person|day)\}")

#: A playbook, the id of an edition, or None for the default one.
Edition: TypeAlias = Playbook | str | None
#: A language of the playbook, its code, or None for any.
Tongue: TypeAlias = Language | str | None


def playbook_of(edition: Edition) -> Playbook:
    """The playbook that is meant.

    Raises:
        PlaybookError: there is no such edition.
    """
    return edition if isinstance(edition, Playbook) else Playbook.load(*(() if edition is None else (edition,)))


def languages(playbook: Playbook, language: Tongue) -> st.SearchStrategy[Language]:
    """The language that is meant, or any of the playbook.

    Raises:
        ValueError: the playbook has no language of this code; the message lists those that it has.
    """
    if isinstance(language, Language):
        return st.just(language)
    known = {one.code: one for one in playbook.languages}
    if language is None:
        return st.sampled_from(playbook.languages)
    if language not in known:
        raise ValueError(f"playbook {playbook.id} knows no language {language!r}; it knows {', '.join(known)}")
    return st.just(known[language])


def phrases_of(language: Language) -> Phrases:
    """The phrases of a language; English ones where there are none in it."""
    return PHRASES.get(language.code, PHRASES["en"])


@st.composite
def said(draw: st.DrawFn, kind: str, language: Language, about: Workload | None = None) -> str:
    """A phrase of a kind, as ``Phrases`` names them, filled in; ``about``: the workload that it speaks of, if of one."""
    words = phrases_of(language)
    text: str = draw(st.sampled_from(getattr(words, kind)))
    while _SLOT.search(text):
        text = _SLOT.sub(lambda slot: draw(st.sampled_from(NUMBERS if slot[1] == "n" else getattr(words, slot[1]))), text)
    if about is not None:
        text = text.replace("{workload}", about.name).replace("{tag}", about.tag)
    return text[:1].upper() + text[1:] if kind in ("customer", "relationship", "call") else text


@st.composite
def updates(draw: st.DrawFn, language: Tongue = None, *, playbook: Edition = None, max_lines: int = 2) -> str:
    """What is said of a workload, in one line or up to ``max_lines``, joined by line feeds.

    Args:
        language: a language or its code; any of the playbook where none is given.
        playbook: the playbook or the id of the edition that knows the language; the default one where none is given.
        max_lines: how many lines it has at most.
    """
    tongue = draw(languages(playbook_of(playbook), language))
    return "\n".join(draw(st.lists(said("update", tongue), min_size=1, max_size=max_lines, unique=True)))
