"""The lines in which next actions are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...syntax.document import Document
from ...syntax.nodes import Field, Prose, Workload
from ...text.source import LINE_END, MARGIN, WHITESPACE, Span
from .lexicon import BOX_SIGNS, role
from .markup import NO_WIDTH
from .numbers import after_id
from .text import ActionText

#: Boxes that are not ticked; beside one, a tick is no bullet.
_OPEN: Final = "☐⬜◻🔲"
_TICKS: Final = frozenset("✓✔")
#: The start of a line: margin, heading, bullet or number, check box.
_OPENING: Final = re.compile(
    rf"(?P<indent>[{MARGIN}]*+)(?>(?P<heading>(?:#{{1,6}}|h[1-6]\.)[{WHITESPACE}]++)?)"
    rf"(?>(?P<bullet>(?:[-+•◦▪·–—・●○■□◆◇▶►➢➤❖✓✔*→⇒>](?!\*)|(?<=[{WHITESPACE}])[o§](?=[{WHITESPACE}])"
    rf"|(?:\(?[0-9]{{1,2}}[.)]|\(?[a-zA-Z]\)|[a-z]\.|[A-Z][0-9]{{1,2}}[.)])(?=[{WHITESPACE}]))(?:[{WHITESPACE}]++|(?<=[•◦▪·・●○■□◆◇▶►➢➤❖]))"
    rf"|(?P<number>(?:[0-9]{{1,2}}[.)]|-)(?=[^\W\d_]))|(?=[\{BOX_SIGNS}]))?)"
    rf"(?>(?P<box>(?:\[[{WHITESPACE}]?(?P<done>[xX✓✔])?[{WHITESPACE}]?\]|[{_OPEN}]|(?P<checked>[☑☒✅✓✔]))\ufe0f?+[{WHITESPACE}]*+)?)"
)
#: The bullet of the second level that a word processor copies with several spaces after it, and none before.
_WORD_BULLET: Final = "o"
_WHAT, _BRIEF = role("what"), role("short")
#: The most words and spaces in the label of a field before that for actions: "FTC actions".
_MOST_BEFORE: Final = 4
_FENCES: Final = ("```", "~~~")
#: The lengths of a line that is likely to be broken by a program, so that the next one continues it.
_FULL: Final = 60
_FULLEST: Final = 120
#: Words with which no line ends that is one of its own: "the".
_LINKING: Final = role("articles", "joiners", "company", "glue", "to", "before_date", "will", "must", "copulas")
#: The most words and signs of the time before the handle of a line of a chat.
_TIME: Final = 7
#: The most words and signs of an arrow at the start of a line, with the space after it.
_ARROW: Final = 3
#: The length of a line without capitals that is too short for that, so that the next one is one of its own.
_SHORT: Final = 40


#: The parts of nodes that can contain actions.
_CONTENT: Final[dict[type, str]] = {Field: "value", Workload: "update", Prose: "text"}


class ActionLine(NamedTuple):
    """A line, as a stretch of words without its bullet."""

    start: int
    end: int
    #: The place where the line starts, and how far it is indented.
    begin: int
    indent: int
    bulleted: bool
    #: Its bullet, if it is a sign.
    sign: str
    #: The level of the heading that it is, or 0.
    heading: int
    #: Whether it has a box, and whether that is ticked.
    box: bool
    done: bool
    #: Whether a blank line is above.
    apart: bool

    @property
    def empty(self) -> bool:
        """Whether it has no words."""
        return self.start >= self.end


class ActionPart(NamedTuple):
    """A part of the text that can contain actions."""

    #: The stretches that belong together.
    spans: list[Span]
    #: Whether it is the update of a workload.
    is_update: bool = False


def parts(document: Document, text: ActionText) -> Iterator[ActionPart]:
    """Yield the parts of the text that can contain actions: values, updates and prose.

    Fields with unknown labels are taken whole, because "NEXT ACTION" is such a label; adjacent ones are one part. So are those
    with a label for actions, and workloads with one after a sentence in place of their name.
    """
    fields: list[Span] = []
    for node in document.walk():
        if isinstance(node, Field) and node.key is None:
            fields.append(Span(document.span(node, "label").start, document.span(node, "value").end))
            continue
        if fields:
            yield ActionPart(fields)
            fields = []
        if isinstance(node, (Field, Workload, Prose)):
            content = document.span(node, _CONTENT[type(node)])
            head = None if isinstance(node, Prose) else document.span(node, "label" if isinstance(node, Field) else "name")
            labelled = head is not None and _is_labelled(text, head, content, sentence=isinstance(node, Workload))
            yield ActionPart([Span(head.start, content.end) if head and labelled else content], isinstance(node, Workload))
    if fields:
        yield ActionPart(fields)


def _is_labelled(text: ActionText, head: Span, content: Span, *, sentence: bool) -> bool:
    """Return whether the label of a field is for actions, or the name of a workload ends with a sentence and such a label.

    Labels such as "FTC actions" are often for what was done: there needs to be a day.
    """
    start, end = text.place(head.start), text.place(head.end)
    label = text.phrase_that_ends(_WHAT, start, end)
    if sentence:
        return label > start and text.tokens[text.trimmed(start, label, frozenset())[1] - 1] in ".!?;"
    dated = text.has_date(end, text.place(content.end)) and text.phrase(label, _BRIEF, end) != end
    return label == start or (start < label <= start + _MOST_BEFORE and dated)


def action_lines(text: ActionText, start: int, end: int) -> Iterator[ActionLine]:
    """Yield the lines of a stretch; those in fences are not read."""
    fenced, apart, above = False, True, 0
    has_boxes = not text.text.isascii() and any(sign in text.text for sign in _OPEN)
    ends = [match.span() for match in LINE_END.finditer(text.text, start, end)]
    if (ends[-1][1] if ends else start) < end:
        ends.append((end, end))
    after = text.place(start) - 1
    for stop, following in ends:
        place, after = after + 1, text.place(stop)  # a line end is one word
        is_blank = start == stop
        if text.text[start] == _WORD_BULLET and text.text[start + 1 : start + 3].isspace() and start + 3 < stop:
            if not fenced:
                yield ActionLine(text.skip(place + 1, after), after, place, 1, True, _WORD_BULLET, 0, False, False, apart)
            start, apart, above = following, False, stop - start
            continue
        if is_blank or (text.text[start].isalpha() and not {")", "."} & {*text.text[start + 1 : start + 4]}):
            if not fenced:
                yield ActionLine(place, after, place, 0, False, "", 0, False, False, apart)
            start, apart, above = following, is_blank, stop - start
            continue
        opening = _OPENING.match(text.text, start, stop)
        assert opening is not None  # the expression matches nothing, too
        if text.text.startswith(_FENCES, opening.end("indent"), stop):
            underlines = not fenced and 0 < above <= stop - start and not text.text[start:stop].strip("~" + WHITESPACE)
            fenced, apart, above = fenced != (not underlines), True, 0
            start = following
            continue
        indent, heading, bullet, box, done, checked = opening.group("indent", "heading", "bullet", "box", "done", "checked")
        first, last = text.place(opening.end()), after
        if heading:
            first, last = text.undecorated(first, last)
        arrow = _arrow(text, first, last)
        first += arrow
        if not fenced:
            ticked = has_boxes and bullet is not None and bullet[:1] in _TICKS
            yield ActionLine(
                first,
                last,
                place,
                _indentation(indent) if indent else 0,
                arrow > 0 or (bullet is not None and opening.end() > opening.end("indent")),
                bullet[:1] if bullet else ">" if arrow else "",
                (heading.count("#") or int(heading[1])) if heading else 0,
                ticked or box is not None,
                bool(ticked or done or checked),
                apart,
            )
        apart = bullet is None and text.skip(first, last) >= last
        start, above = following, stop - start


def _arrow(text: ActionText, start: int, end: int) -> int:
    """Return the number of words and signs of an arrow of several signs at the start of a line: "-> ", "=> "."""
    tokens = text.tokens[start : min(start + _ARROW, end)]
    size = 2 if tokens[1:2] in ([">"], ["\ufe0f"]) and tokens[0] in "-=➡" else 1
    arrow = tokens and (size == 2 or tokens[0] in "➡➔➜") and tokens[size : size + 1] and tokens[size].isspace()
    return size + 1 if arrow else 0


def _indentation(margin: str) -> int:
    """Return how far a line is indented, in quotes as outside of them."""
    _, sign, inner = margin.rpartition(">")
    return len((inner.removeprefix(" ") if sign else margin).replace(NO_WIDTH, "").expandtabs(4))


def continues(text: ActionText, line: ActionLine, below: ActionLine) -> bool:
    """Return whether a line without bullet goes on with the sentence of the line above."""
    if below.bulleted or below.heading or line.heading or below.box or below.apart:
        return False
    last = text.trimmed(line.start, line.end, frozenset())[1] - 1
    first = text.skip(below.start, below.end)
    if last < line.start or first >= below.end or first in text.dated:
        return False
    typed = text.tokens[first]
    if text.tokens[last] in ".!?。！？:：|" or (typed.isdigit() and "<" in text.tokens[first + 2 : first + _TIME]):
        return False
    if text.tokens[last] in ",，、(":
        return True
    if text.date_after(first, below.end) and text.date_after(line.start, line.end):
        return False  # each line has its day: "by 12 May  list complete"
    if typed[0].islower():
        start = text.offsets[line.begin]
        small = text.text[start].islower() and text.offsets[line.end] - start < _SHORT
        return not (small and not line.bulleted and not below.indent) or text.has(last, _LINKING)
    if after_id(text, first, below.end) > first:
        return False  # "R2: …"
    if not _is_full(text, text.offsets[line.end]) or last in text.dated or not (typed[0].isalnum() or typed in '("“['):
        return False
    return not text.everyday.sign_off(text.text[text.offsets[first] : text.offsets[below.end]])


def _is_full(text: ActionText, end: int) -> bool:
    """Return whether the line that ends at an offset is as long as those that a program breaks."""
    first = max(0, end - _FULLEST - 1)
    begin = max(text.text.rfind("\n", first, end), text.text.rfind("\r", first, end))
    return (begin >= 0 or not first) and end - begin > _FULL
