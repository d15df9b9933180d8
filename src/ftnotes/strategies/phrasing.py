"""Strategies for what is said in a note: phrases filled in."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

from ..playbook.model import Language
from ..playbook.playbook import Playbook, choose_language
from ..syntax.nodes import Workload
from .cache import kept
from .phrases import NUMBERS, PHRASES, Phrases

_SLOT: Final = re.compile(r"\{(n|company|person|day)\}")


def languages(playbook: Playbook, language: str | None) -> st.SearchStrategy[Language]:
    """The language of this code, or any of the playbook.

    Raises:
        ValueError: the playbook has no language of this code; the message lists those that it has.
    """
    if language is None:
        return st.sampled_from(playbook.languages)
    code = choose_language(playbook, language)
    return st.just(next(known for known in playbook.languages if known.code == code))


def phrases_of(language: Language) -> Phrases:
    """The phrases of a language; English ones where there are none in it."""
    return PHRASES.get(language.code, PHRASES["en"])


@kept
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
