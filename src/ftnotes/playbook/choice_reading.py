"""The choice that the value of a field means, however it is typed.

`Vocabulary.choice` is exact, for those who write. This is how a careful reader understands a value.
"""

from __future__ import annotations

import re
from typing import Final

from ..text.patterns import ASIDE, COMMENT, HASHTAG
from ..text.words import fold
from .choice_mentions import READ, ChoiceMention, choice_wordings, spaces
from .template_words import TemplateWords

#: Characters with which an exact choice may not be meant: it can be struck out, or its box is empty.
_UNSURE: Final = frozenset("~<&\u0336[(（【☐□◻○◯⬜❌✗✘")


def choice_in(template: TemplateWords, key: str, value: str) -> str | None:
    """Return the key of the choice that a value of the field ``key`` means; None if it means none or several."""
    read = read_choice(template, key, value)
    return read.choice if read else None


def choices_in(template: TemplateWords, key: str, value: str) -> tuple[str, ...]:
    """Return the keys of the choices that a value of the field ``key`` means, of which only some fields can have several."""
    if key in template.choices and template.fields[key].several:
        from .choice_interpretation import listed_choices

        if listed := listed_choices(template, key, choice_text(template, key, value)[:READ]):
            return listed
    choice = choice_in(template, key, value)
    return (choice,) if choice else ()


def read_choice(template: TemplateWords, key: str, value: str) -> ChoiceMention | None:
    """Return the choice that a value of the field ``key`` means and where it is; None if it means none or several."""
    if key not in template.choices:
        return None
    words = choice_text(template, key, value)
    content = words.strip()
    start = len(words) - len(words.lstrip())
    if len(content) <= READ:
        choice = template.vocabulary.choice(key, content)
        if choice is not None and _UNSURE.isdisjoint(content):
            return ChoiceMention(choice, start, start + len(content))
    from .choice_interpretation import interpret  # needed only for values that are not the choice alone

    read = interpret(template, key, content[:READ])
    return ChoiceMention(read.choice, read.start + start, read.end + start) if read else None


def choice_text(template: TemplateWords, key: str, value: str) -> str:
    """Return a value with spaces in place of comments and hashtags, except a hashtag that is or begins its choice."""
    if "#" not in value and "<" not in value and "＃" not in value:
        return value
    words = re.sub(ASIDE, spaces, value)
    if template.vocabulary.choice(key, words) is not None:
        return words
    wordings = choice_wordings(template, key)
    known = {wording.words[0] for wording in wordings}.union(wording.folded for wording in wordings)
    text = re.sub(COMMENT, spaces, value)
    return re.sub(HASHTAG, lambda tag: " " + tag.group()[1:] if fold(tag.group()) in known else spaces(tag), text)
