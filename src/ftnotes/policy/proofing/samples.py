"""A blank note and a filled one of each template of a playbook."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from ...playbook.playbook import Playbook
from ...playbook.template_words import template_words
from ...writing.compose import new

#: The value of a field without choices, and of a workload.
_TEXT: Final = "Text"
#: The number of workloads in a filled note.
_LISTED: Final = 2


@frozen
class SampleNotes:
    """Notes of a template, in its default language."""

    #: The key of the template.
    template: str
    blank: str
    #: With the first choices.
    filled: str


def sample_notes(playbook: Playbook, template: str) -> SampleNotes:
    """Write sample notes of a template.

    Raises:
        ValueError: a note would not be read back as it was written.
    """
    words = template_words(playbook, template)
    language = words.default_language
    tags = [spec.tag for spec in playbook.workloads]
    values = {spec.key: (*spec.choices, _TEXT)[0] for spec in words.spec.fields if spec.key != words.listing}
    if words.about and tags:
        values[words.about] = tags[0]
    listed = dict.fromkeys(tags[:_LISTED], _TEXT) if words.listing else None
    return SampleNotes(
        template,
        blank=new(template, language=language, playbook=playbook),
        filled=new(template, language=language, playbook=playbook, workloads=listed, values=values),
    )
