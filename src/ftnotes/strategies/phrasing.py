"""Strategies for phrases with their slots filled."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

from ..playbook.model import Language
from ..playbook.playbook import Playbook, choose_playbook
from ..playbook.template_words import TemplateWords, first_template, template_words
from ..syntax.nodes import Workload
from ..text.suggest import one_of
from .cache import cached
from .phrases import NUMBERS, PHRASES, Phrases

_SLOT: Final = re.compile(r"\{(n|company|person|day)\}")


def languages(template: TemplateWords, language: str | None) -> st.SearchStrategy[Language]:
    """Draw the language of this code, or any language of the template without a code.

    Raises:
        ValueError: the template has no language of this code; the message lists the codes.
    """
    if language is None:
        return st.sampled_from(template.languages)
    code = one_of("language", language, [*template.local], f"playbook {template.playbook.id} has")
    return st.just(next(known for known in template.languages if known.code == code))


def choose_template(playbook: Playbook | None, edition: str | None, template: str | None) -> TemplateWords:
    """Return the template with this key, or the first without a key, of the playbook given by either argument.

    Raises:
        ValueError: there is no such edition or template, or both an edition and a playbook are given.
    """
    known = choose_playbook(playbook, edition)
    return first_template(known) if template is None else template_words(known, template)


def phrases_of(language: Language) -> Phrases:
    """Return the phrases of a language, or the English ones if it has none."""
    return PHRASES.get(language.code, PHRASES["en"])


def is_known_by_title(template: TemplateWords) -> bool:
    """Return whether a note is drawn with a title, since its template is not the first one of its playbook."""
    return template.spec is not template.playbook.templates[0]


def fewest_labels(template: TemplateWords, titled: bool) -> int:
    """Return how many labels make a note of a template, with valid choices if there are any and it has no title."""
    least = 1 if titled else 3 if is_known_by_title(template) else 2
    return min(least, len(template.keys))


@cached
def unknown_label(template: TemplateWords, language: Language) -> st.SearchStrategy[str]:
    """Return a strategy for labels that the template doesn't have, in a language or in English."""
    labels = (*phrases_of(language).label, *PHRASES["en"].label)
    return st.sampled_from([label for label in labels if template.label(label) is None])


@cached
@st.composite
def phrase(draw: st.DrawFn, kind: str, language: Language, workload: Workload | None = None) -> str:
    """Draw a phrase of a kind (an attribute of `Phrases`); ``workload`` fills the slots of technical phrases."""
    phrases = phrases_of(language)
    text: str = draw(st.sampled_from(getattr(phrases, kind)))
    while _SLOT.search(text):
        text = _SLOT.sub(lambda slot: draw(st.sampled_from(NUMBERS if slot[1] == "n" else getattr(phrases, slot[1]))), text)
    if workload is not None:
        text = text.replace("{workload}", workload.name).replace("{tag}", workload.tag)
    return text[:1].upper() + text[1:] if kind in ("description", "remark", "call") else text
