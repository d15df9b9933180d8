"""The published template that a learned one is another edition of, so that the same field has the same key everywhere."""

from __future__ import annotations

from typing import Final

from ..playbook.playbook import Playbook
from ..playbook.template_words import template_words
from ..playbook.wording import Wording, wording_in
from .templates import LearnedTemplate

#: The share of labels that a template has in common with a published one if it is another edition of it.
_SHARED: Final = 0.5


def find_known(learned: LearnedTemplate, edition: str | None) -> Wording | None:
    """Return the published template and language that have most labels of a learned template; None if none has half of them.

    Args:
        learned: The template.
        edition: The only edition to look at; None for all, the newest first.
    """
    best, most = None, 0
    for name in [edition] if edition else reversed(Playbook.editions()):
        playbook = Playbook.load(name)
        for template in playbook.templates:
            words = template_words(playbook, template.key)
            labels = [label for field in learned.fields if (label := words.vocabulary.label(field.label)) and not label.short]
            for language in template.words:
                found = len({label.key for label in labels if language in label.languages})
                if found > most and found >= _SHARED * len(learned.fields):
                    best, most = wording_in(words, language), found
    return best


def known_field(known: Wording, label: str) -> str | None:
    """Return the key of the field with a label; None if it is new."""
    found = known.vocabulary.label(label)
    return found.key if found and not found.short else None


def inherited_values(known: Wording, key: str) -> dict[str, str | list[str] | dict[str, str]]:
    """Return the values of a field that a file which extends the edition need not repeat."""
    spec = known.template.fields.get(key)
    if spec is None:
        return {}
    labels = known.local.labels.get(key, ("",))
    hint = known.local.hints.get(key, ("",))[0]
    label = list(labels) if labels[1:] else labels[0]
    return {"label": label, "kind": spec.kind, "hint": hint, "choices": inherited_choices(known, key)}


def inherited_choices(known: Wording, key: str) -> dict[str, str]:
    """Return the words of the choices of a field, by their keys."""
    spec = known.template.fields.get(key)
    return {choice: known.choice(key, choice) for choice in spec.choices} if spec else {}
