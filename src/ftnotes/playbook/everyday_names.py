"""The workloads that names mean which the template doesn't have: "SharePoint", "Teams Phone (pilot)", "Exchange/Outlook"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ..text.source import WHITESPACE
from .playbook import Playbook
from .wording import JOINT

#: The ends of a remark in parentheses.
_OPENING: Final = ("(", "（")
_CLOSING: Final = (")", "）")
#: Between several names.
_BETWEEN: Final = re.compile(r"[+/&,]")
#: The longest name that is looked up.
_LONGEST: Final = 60


class EverydayName(NamedTuple):
    """The meaning of a name."""

    #: The edition's tag, or the tags of several names.
    tag: str
    #: Whether the product only belongs under the tag, so that its name stays.
    is_kin: bool
    #: How many characters of the text are the name; a remark follows.
    length: int


@lru_cache(maxsize=1024)  # people use the same names in many notes
def everyday_name(playbook: Playbook, text: str) -> EverydayName | None:
    """Return the workload that a text names in everyday words; None if it names none, or only as the template does."""
    if len(text) > _LONGEST:
        return None
    bare = _without_remark(text)
    for name in (text, bare):
        found = playbook.everyday.name(name)
        if found is not None:
            return EverydayName(found.tag, found.is_kin, len(name))
        if name != text and (tag := playbook.vocabulary.name(name)):
            return EverydayName(tag, True, len(name))
    parts = [_tag(playbook, part) for part in _BETWEEN.split(bare)]
    if len(parts) > 1 and all(parts):
        return EverydayName(JOINT.join(dict.fromkeys(filter(None, parts))), True, len(text))
    return None


def _without_remark(text: str) -> str:
    """Return a name without the parenthesis at its end."""
    start = max(map(text.rfind, _OPENING))
    return text[:start].rstrip(WHITESPACE) if start > 0 and text.endswith(_CLOSING) else text


def leading_name(playbook: Playbook, text: str) -> str | None:
    """Return the tag of the workload whose name, published or everyday, a text begins with; None for none."""
    ends = [*playbook.vocabulary.names_at(text), *playbook.everyday.names_at(text)]
    return _tag(playbook, text[: max(ends)]) if ends else None


def _tag(playbook: Playbook, name: str) -> str | None:
    name = name.strip(WHITESPACE)
    published = playbook.vocabulary.name(name) or playbook.vocabulary.tag(name)
    everyday = None if published else playbook.everyday.name(name)
    return everyday.tag if everyday else published
