"""How a playbook says things in one language: the words that are written, where `vocabulary` has those that are read.

Every word that stands here is read back as what it stands for. A wording that the vocabulary would take for something else
(a playbook of one's own may have such) is left out, and whoever writes keeps the words that were typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from ..text.patterns import HASHTAG, TAG_JOINT
from .model import Language
from .playbook import Playbook
from .vocabulary import Vocabulary

#: What stands between the tags of a joined one, as it is written.
JOINT: Final = "+"


@frozen(eq=False)
class Wording:
    """The canonical words of one language of a playbook; `wording_in` makes and keeps them."""

    playbook: Playbook
    language: Language
    title: str
    #: By the key of the field; fields that the language has no label for are missing.
    labels: Mapping[str, str]
    #: By the key of the field, then that of the choice; likewise.
    choices: Mapping[str, Mapping[str, str]]
    #: Names of workloads by the edition's tag.
    names: Mapping[str, str]
    #: The place of each field in the template, by its key, and of each workload, by its tag.
    field_order: Mapping[str, int]
    workload_order: Mapping[str, int]
    #: The key of the field under which the workloads are listed; None where the playbook has none.
    listing: str | None
    #: The tag of the workload for all that no other stands for, whose name is a remark on that; None where there is none.
    rest: str | None

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the words that are understood when a note is read."""
        return self.playbook.vocabulary

    def chosen(self, key: str, value: str) -> tuple[str, int, int] | None:
        """The choice that ``value`` is in the field ``key``, hashtags beside it left aside.

        Returns:
            The key of the choice, and from where to where it stands, in code points; None where the value is no choice, says
            more than that, or has a hashtag in the middle of it.
        """
        if "#" in value or "＃" in value:
            bare = re.sub(HASHTAG, lambda tag: " " * len(tag.group()), value)
            start, end = len(bare) - len(bare.lstrip()), len(bare.rstrip())
        else:
            start, end = 0, len(value)
        choice = self.vocabulary.choice(key, value[start:end])
        return (choice, start, end) if choice else None

    def choice(self, key: str, value: str) -> str:
        """``value`` with its choice in this language's words; as it is where it is no choice."""
        found = self.chosen(key, value)
        if found is None:
            return value
        choice, start, end = found
        return value[:start] + self.choices[key].get(choice, value[start:end]) + value[end:]

    def workload(self, tag: str, name: str, said: bool = False) -> tuple[str, str]:
        """Tag and name of a workload in this language's and edition's words.

        A tag whose workload is known brings its name where none was typed, and a known name its tag. What is unknown stays.
        The name of that for the rest is a remark on the template, and not brought where something is ``said``.
        """
        vocabulary = self.vocabulary
        if tag:
            known = vocabulary.tag(tag)
            if known is None:
                parts = [vocabulary.tag(part) for part in re.split(TAG_JOINT, tag) if part]
                tag = JOINT.join(filter(None, parts)) if parts and all(parts) else tag
            else:
                tag = known
                name = name or ("" if said and known == self.rest else self.names.get(known, ""))
        else:
            tag = vocabulary.name(name) or ""
        named = vocabulary.name(name) if name else None
        return tag, self.names.get(named, name) if named else name

    def place(self, tag: str) -> int | None:
        """The place of a workload in the template, by its tag or name; None for one that the template doesn't have."""
        return self.workload_order.get(self.vocabulary.workload_key(tag))


@lru_cache(maxsize=64)
def wording_in(playbook: Playbook, code: str) -> Wording:
    """The words of a language of a playbook.

    Args:
        playbook: the edition.
        code: one of the codes in its ``languages``.
    """
    language = {language.code: language for language in playbook.languages}[code]
    words = playbook.vocabulary
    labels = {
        spec.key: language.labels[spec.key][0]
        for spec in playbook.fields
        if spec.key in language.labels and words.labels.get(language.labels[spec.key][0], ("", "", ""))[2] == spec.key
    }
    choices = {
        spec.key: {
            choice: spellings[0]
            for choice, spellings in language.choices.get(spec.key, {}).items()
            if words.choice(spec.key, spellings[0]) == choice
        }
        for spec in playbook.fields
        if spec.choices
    }
    names = {spec.tag: language.workload_names.get(spec.tag, spec.names)[0] for spec in playbook.workloads}
    return Wording(
        playbook=playbook,
        language=language,
        title=language.titles[0],
        labels=labels,
        choices=choices,
        names={tag: name for tag, name in names.items() if words.name(name) == tag},
        field_order={spec.key: number for number, spec in enumerate(playbook.fields)},
        workload_order={spec.tag: number for number, spec in enumerate(playbook.workloads)},
        listing=next((spec.key for spec in playbook.fields if spec.kind == "workloads"), None),
        rest=next((spec.tag for spec in playbook.workloads if spec.catch_all), None),
    )
