"""Lists of choices in a value, as the template prints them, and the one that the writer marked.

People mark one by a box or check mark, an arrow, bold or underlined letters, brackets or capitals; or write it after the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .choice_mentions import ChoiceMention

#: The characters inside of a checked box.
_CHECK: Final = r"[ \t]{0,9}[xXvV*✓✔√☑✅][ \t]{0,9}"
#: Boxes that are checked, and those that are not.
CHECKED: Final = re.compile(rf"[\[(（【]{_CHECK}[\])）】]|[☒☑✅✔✓√🗹🗸●◉⦿🔘]|(?<!\w)[xXvV](?!\w)")
UNCHECKED: Final = re.compile(r"[\[(（【](?:[ \t\u3000]{0,9}|_{1,9})[\])）】]|[☐□◻○◯⬜❌✗✘]")

#: Arrows to the choice after them, and to the one before; ">50k" has none.
_RIGHT: Final = r"-{1,9}>{1,9}|={1,9}>|[→➡⇒➜►▶👉☛]|>{1,9}(?!\d)"
_LEFT: Final = r"<{1,9}-{1,9}|<={1,9}|[←⬅⇐◄◀👈]|<{1,9}(?!\d)"
_ARROW: Final = re.compile(rf"(?P<right>{_RIGHT})|(?P<left>{_LEFT})")
#: What comes between a list and the choice taken from it.
_PICK: Final = re.compile(r"(?P<arrow>-{1,9}>{1,9}|={1,9}>|[→➡⇒➜])|[:：=]")

_AROUND_PICK: Final = " \t\n\u00a0\u3000\ufe0f*"

_TAG: Final = r"b|strong|u|i|em|ins|mark"
#: Text that stands out: emphasis of Markdown and HTML, and text in brackets or between arrows.
_STANDS_OUT: Final = (
    re.compile(r"(?<![*\w])(\*{1,3})(?![\s*])([^*\n]{1,99}?)(?<!\s)\1(?!\*)"),
    re.compile(r"(?<![_\w])(_{1,3})(?![\s_])([^_\n]{1,99}?)(?<!\s)\1(?![_\w])"),
    re.compile(r"(==)([^=\n]{1,99})=="),
    re.compile(rf"(<(?:{_TAG})\b[^<>]{{0,99}}+>)([^<>]{{1,99}}+)</", re.IGNORECASE),
    re.compile(r"([\[【«])([^\[\]【】«»\n]{1,99})[\]】»]"),
    re.compile(r"(?<![\w\x22\x27])(>{1,9})([^<>\n]{1,99})<"),
)


class Mark(NamedTuple):
    """A box or check mark in a value."""

    start: int
    end: int
    checked: bool


def marks_in(text: str) -> tuple[Mark, ...]:
    """Return the boxes and check marks of a text, in order."""
    checked = [Mark(*match.span(), checked=True) for match in CHECKED.finditer(text)]
    unchecked = [Mark(*match.span(), checked=False) for match in UNCHECKED.finditer(text)]
    return tuple(sorted(checked + unchecked))


def marked_mentions(text: str, mentions: Sequence[ChoiceMention]) -> dict[int, bool]:
    """Return which mentions have a box, by their number, and whether it is checked."""
    marks = marks_in(text)
    if not marks:
        return {}
    before_first = marks[0].start < mentions[0].start
    after_last = marks[-1].start >= mentions[-1].end
    boxes: dict[int, bool] = {}
    for mark in marks:
        after = next((number for number, mention in enumerate(mentions) if mention.start >= mark.end), len(mentions))
        next_to_last = after > 0 and _is_empty(text[mentions[after - 1].end : mark.start])
        next_to_next = after < len(mentions) and _is_empty(text[mark.end : mentions[after].start])
        if next_to_last and next_to_next:
            # The marks of a list are all before the choices or all after them.
            next_to_last, next_to_next = after_last and not before_first, before_first and not after_last
        if next_to_next:
            boxes[after] = mark.checked
        elif next_to_last:
            boxes[after - 1] = mark.checked
    return boxes


def _is_empty(gap: str) -> bool:
    return not gap.strip(" \t\u00a0\u3000\ufe0f*_")


def marked_choice(text: str, original: str, mentions: Sequence[ChoiceMention]) -> ChoiceMention | None:
    """Return the mention in a list that is marked; None if none is, or several are.

    Args:
        text: the value with spaces in place of its markup.
        original: the value with its markup, of the same length.
        mentions: the choices in the list.
    """
    every = {mention.choice for mention in mentions}
    marked: list[ChoiceMention] = []
    boxes = marked_mentions(text, mentions)
    for group in (
        [mention for number, mention in enumerate(mentions) if boxes.get(number)],
        list(_pointed_at(text, mentions)),
        list(_standing_out(original, mentions)),
        [mention for mention in mentions if original[mention.start : mention.end].isupper()],
    ):
        if {mention.choice for mention in group} != every:
            marked += group
    return marked[0] if len({mention.choice for mention in marked}) == 1 else None


def _pointed_at(text: str, mentions: Sequence[ChoiceMention]) -> Iterator[ChoiceMention]:
    """Yield the mentions that an arrow points at; an arrow from one mention to the next does not count."""
    for arrow in _ARROW.finditer(text):
        last = next((mention for mention in reversed(mentions) if mention.end <= arrow.start()), None)
        following = next((mention for mention in mentions if mention.start >= arrow.end()), None)
        after_last = last is not None and _is_empty(text[last.end : arrow.start()])
        before_next = following is not None and _is_empty(text[arrow.end() : following.start])
        pointed = following if arrow["right"] else last
        is_beside = (before_next, after_last) == ((True, False) if arrow["right"] else (False, True))
        if pointed is not None and is_beside:
            yield pointed


def _standing_out(original: str, mentions: Sequence[ChoiceMention]) -> Iterator[ChoiceMention]:
    regions = [match.span(2) for pattern in _STANDS_OUT for match in pattern.finditer(original)]
    for mention in mentions:
        if any(start <= mention.start and mention.end <= end for start, end in regions):
            yield mention


def picked_choice(text: str, mentions: Sequence[ChoiceMention], offered: int, is_last: bool) -> ChoiceMention | None:
    """Return the mention after a list that repeats one of its choices, or to which an arrow leads; None if there is none.

    Args:
        text: the value with spaces in place of its markup.
        mentions: the choices of the list, and after it.
        offered: the number of choices that the field has.
        is_last: whether no words follow the mentions.
    """
    gaps = [_PICK.fullmatch(text[one.end : other.start].strip(_AROUND_PICK)) for one, other in pairwise(mentions)]
    signs = [number for number, gap in enumerate(gaps, 1) if gap]
    is_arrow = False
    if len(signs) == 1:
        (first,) = signs
        sign = gaps[first - 1]
        is_arrow = sign is not None and sign["arrow"] is not None
    elif len({mention.choice for mention in mentions[:offered]}) == offered:
        first = offered
    else:
        return None
    before = {mention.choice for mention in mentions[:first]}
    after = {mention.choice for mention in mentions[first:]}
    is_repeated = len(after) == 1 and len(before) > 1 and after <= before
    is_reached = len(after) == len(before) == 1 and is_arrow and is_last
    return mentions[first] if is_repeated or is_reached else None
