"""The meaning of a value that is more than one of the choices.

A choice counts at the start of the value, after clauses that deny another choice or say that it was, or marked in a list. If in
doubt, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .choice_clauses import ChoiceClause, ChoiceContext, choice_context, clauses, folds_of
from .choice_list import marked_choice, marked_mentions, marks_in, picked_choice
from .choice_mentions import WORD, ChoiceMention, choice_mentions, spaces
from .template_words import TemplateWords

#: Text that no longer counts, in Markdown, HTML and combining characters.
_STRUCK: Final = re.compile(
    r"~~[^~]{1,199}~~|(?<!\w)~[^~\n]{1,199}~(?!\w)|<(s|del|strike)\b[^<>]{0,99}+>.{0,199}?</\1>|[^\u0336]\u0336",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(
    r"</?(?:a|b|big|div|del|em|font|h\d|i|ins|li|mark|ol|p|s|small|span|strike|strong|sub|sup|t[drh]|u|ul)\b[^<>]{0,199}+>",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<br\b[^<>]{0,99}+>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#160|#xa0);", re.IGNORECASE)

#: Empty shapes that are bullets before a value; in a list of choices they are boxes.
_BULLETS: Final = "○◯□◻⬜"

#: What joins a choice to the one before, which is denied with it: "not on hold/reactive".
_JOINTS: Final = ("/", "|")

#: What separates clauses of a sentence, rather than the choices of a list.
_IN_SENTENCE: Final = frozenset(",;.(（，；。–—-")

#: What can come between a list of choices and the words about the one that is meant.
_PICK_SIGN: Final = re.compile(r"[:：=]|-{1,9}>|={1,9}>|[→➡⇒]")


@lru_cache(maxsize=256)  # readers and rules ask about the same values
def interpret(template: TemplateWords, key: str, value: str) -> ChoiceMention | None:
    """Return the choice that a short value without hashtags and comments means; None if it means none or several."""
    text = _without_markup(value)
    mentions = choice_mentions(template, key, text)
    if not mentions:
        return None
    words = choice_context(template.playbook)
    listed = _listed(words, text, mentions)
    line_end = text.find("\n", listed[-1].end) if listed else -1
    line = text if line_end < 0 else text[:line_end]
    if len({mention.choice for mention in listed}) > 1:
        offered = len(template.fields[key].choices)
        is_last = not re.search(WORD, line[listed[-1].end :])
        picked = picked_choice(text, listed, offered, is_last) or marked_choice(line, value, listed)
        if picked is None and _PICK_SIGN.match(text[listed[-1].end :].lstrip()):
            end = listed[-1].end
            return _asserted(words, " " * end + text[end:], mentions[len(listed) :])
        gaps = [text[one.end : other.start] for one, other in pairwise(listed)]
        if picked or any("\n" in gap or gap.strip() not in _IN_SENTENCE for gap in gaps):
            return picked
    elif listed and line.lstrip()[0] not in _BULLETS and marked_mentions(line, listed).get(0) is False:
        return None
    return _asserted(words, text, mentions) or _glossed(words, text, mentions)


def listed_choices(template: TemplateWords, key: str, value: str) -> tuple[str, ...]:
    """Return the choices of a list at the start of a value, of one with boxes those that are checked; none for all of them."""
    text = _without_markup(value)
    mentions = choice_mentions(template, key, text)
    listed = _listed(choice_context(template.playbook), text, mentions) if mentions else []
    boxes = marked_mentions(text, listed) if listed else {}
    meant = [mention for number, mention in enumerate(listed) if boxes.get(number, not any(boxes.values()))]
    choices = tuple(dict.fromkeys(mention.choice for mention in meant))
    return () if len(choices) == len(template.fields[key].choices) and not boxes else choices


def _glossed(words: ChoiceContext, text: str, mentions: Sequence[ChoiceMention]) -> ChoiceMention | None:
    """Return the only choice of a value if it is in parentheses at its end: "Delvis utrullat (Partially Deployed)"."""
    mention, *others = mentions
    before, after = text[: mention.start].rstrip(), text[mention.end :].strip()
    if others or before[-1:] not in ("(", "（") or after not in (")", "）"):
        return None
    context = words.before(before[:-1])
    return None if context.denied or context.other_time else mention


def _without_markup(value: str) -> str:
    """Return a value with spaces in place of markup and of struck text."""
    text = _STRUCK.sub(spaces, value)
    text = _BREAK.sub(lambda match: "\n".ljust(len(match.group())), text)
    return _ENTITY.sub(spaces, _TAG.sub(spaces, text))


def _without_marks(text: str) -> str:
    for mark in marks_in(text):
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _listed(words: ChoiceContext, text: str, mentions: Sequence[ChoiceMention]) -> list[ChoiceMention]:
    """Return the choices with which a value begins, with nothing but punctuation, marks and "or" between them.

    The list goes on to lines that contain nothing else.
    """
    plain = _without_marks(text)
    bare = plain
    for mention in mentions:
        bare = bare[: mention.start] + " " * (mention.end - mention.start) + bare[mention.end :]

    def is_bare(start: int, end: int) -> bool:
        return all(word.isdigit() or word in words.between for word in folds_of(bare[start:end]))

    def is_bare_line(at: int) -> bool:
        end = bare.find("\n", at)
        return is_bare(bare.rfind("\n", 0, at) + 1, len(bare) if end < 0 else end)

    if folds_of(plain[: mentions[0].start]):
        return []
    listed = [mentions[0]]
    for last, mention in pairwise(mentions):
        same_line = "\n" not in bare[last.end : mention.start]
        if not is_bare(last.end, mention.start) or not (same_line or (is_bare_line(last.end) and is_bare_line(mention.start))):
            break
        listed.append(mention)
    return listed


def _asserted(words: ChoiceContext, text: str, mentions: Sequence[ChoiceMention]) -> ChoiceMention | None:
    """Return the choice that a value asserts: the first, unless a later one replaces or contradicts it."""
    text = _without_marks(text)
    chosen: ChoiceClause | None = None
    last: ChoiceMention | None = None
    denied_before = needs_now = is_now = is_other_time = False
    for start, end in clauses(text, mentions):
        if chosen and "\n" in text[chosen.mention.end : start]:
            break  # a choice is complete on its line
        within = [mention for mention in mentions if start <= mention.start < end]
        if not within:
            alone = words.before(text[start:end])
            if alone.other_time:  # "Reactive (formerly: On Hold)"
                is_other_time = True
            elif chosen:
                if alone.denies_only and chosen.mention == last:  # "On Hold: no"
                    chosen, denied_before = None, True
            elif alone.leads:
                is_now = is_now or alone.now
            elif denied_before:
                needs_now = True
            else:
                return None
            continue
        for clause in words.clauses_of(text, start, end, within):
            is_joined = denied_before and last is not None and text[last.end : clause.mention.start].strip() in _JOINTS
            last = clause.mention
            now = clause.now or is_now
            clause = clause._replace(denied=clause.denied or is_joined or is_other_time)
            is_now = is_other_time = False
            if chosen is None:
                if clause.denied:
                    denied_before = True
                elif clause.leads and (now or not needs_now):
                    chosen = clause
                else:
                    return None
            elif clause.contradicts(chosen):
                if not now or chosen.now:
                    return None
                chosen = clause._replace(now=True)
    return chosen.mention if chosen else None
