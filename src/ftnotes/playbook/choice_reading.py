"""The choice that the value of a field means, however it is typed.

`Vocabulary.choice` is exact, for those who write. This is how a careful reader understands a value.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.patterns import ASIDE
from ..text.words import fold
from .choice_mentions import ChoiceMention, choice_mentions
from .playbook import Playbook


def choice_in(playbook: Playbook, key: str, value: str) -> str | None:
    """Return the key of the choice that a value of the field ``key`` means; None if it means none or several."""
    read = read_choice(playbook, key, value)
    return read.choice if read else None


@lru_cache(maxsize=256)  # readers and rules ask about the same values
def read_choice(playbook: Playbook, key: str, value: str) -> ChoiceMention | None:
    """Return the choice that a value of the field ``key`` means and where it is; None if it means none or several."""
    words = re.sub(ASIDE, lambda match: re.sub(r"[^\n]", " ", match.group()), value)
    choice = playbook.vocabulary.choice(key, words)
    if choice is not None:
        return ChoiceMention(choice, len(words) - len(words.lstrip()), len(words.rstrip()))
    mentions = choice_mentions(playbook, key, words)
    decided = len({mention.choice for mention in mentions}) == 1
    return mentions[0] if decided and not fold(words[: mentions[0].start]) else None
