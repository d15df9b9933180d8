"""Decoration: how the template's words are typed, which says nothing, and what a writer typed there with a meaning of its own.

Bullets, brackets, dashes, bold and spaces are decoration. A question mark, a struck-out word, a task box, an arrow or a heading
is not: whoever writes a line anew keeps these, or leaves the line as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.template_words import TemplateWords
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.line_parts import BRACKETS
from ..syntax.nodes import Field, Title, Workload
from ..syntax.parser import bullet_of
from ..syntax.wrapped_lines import ESCAPE
from ..text.edits import apply_edits
from ..text.entities import entities
from ..text.mojibake import misdecoded
from ..text.patterns import ARROWS
from ..text.punctuation import core_of, own_words
from ..text.source import LINE_END, MARGIN, WHITESPACE
from ..text.words import fold

#: Signs with a meaning of their own, in place of a bullet or after it: boxes, check marks and emoji. Emoji are the characters
#: that Unicode shows in colour by default, and others with a selector.
SIGN: Final = (
    "(?:[⌚⌛⏩-⏳⏸-⏺☐-☒☔☕♈-♓♿⚓⚠⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✓-✘✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕\U0001f000-\U0001faff]\ufe0f?"
    "|[\u2190-\u2bff]\ufe0f)"
)
#: A bullet's task box or sign.
_STATE: Final = re.compile(rf"\[[ xX]\]|{SIGN}")
#: The marks of a heading, before and below its text.
_HASHES: Final = re.compile(rf"#{{1,6}}+(?=[{WHITESPACE}]|$)")
_UNDERLINE: Final = re.compile(rf"(?:\r\n|\n|\r)[{MARGIN}]*+(=++|-{{2,}}+)[{WHITESPACE}]*+(?=[\r\n]|$)")
#: Bold, italics and strikes.
_EMPHASIS: Final = re.compile(r"[*_]++|~~|`")
#: Stars before a space, which open no bold text.
_STARS: Final = re.compile(rf"\*{{2,3}}[{WHITESPACE}]++")
_QUOTE_MARKS: Final = re.compile(rf"(?:\r\n|\n|\r)[{MARGIN}]++")
#: The characters of decoration before a label or name, after it, and around a whole line.
_OPENING: Final = re.compile(f"[{WHITESPACE}*_{re.escape(''.join(BRACKETS))}]++")
_NOT_PLAIN: Final = re.compile(rf"[^{WHITESPACE}\r\n:：\[\]–—-]")
#: An arrow in place of the colon after a label.
_ARROW: Final = re.compile(rf"[-=~]{{1,2}}>|[{ARROWS}]\ufe0f?")
#: What separates a node from the next one on its line.
_JOINT: Final = re.compile(rf"\A[{WHITESPACE}]*+[|/.][{WHITESPACE}]++\Z")
_SEPARATING: Final = re.compile(rf"[{WHITESPACE}\r\n*_:：;；,，=\[\]（）(){{}}【】［］〔〕「」\u2010-\u2015−－\ufffd-]++")


class Head(NamedTuple):
    """The text before a label or name, in parts."""

    #: The margin, the bullet, and a task box or sign.
    margin: str
    bullet: str
    state: str
    #: What follows: a heading's marks, bold.
    rest: str


@lru_cache(maxsize=1024)  # notes are typed alike
def head_of(before: str) -> Head:
    """Cut the text before a label or name into its parts, without escapes; joined, with spaces between, these are the text."""
    before = re.sub(ESCAPE, "", before)
    margin = before[: len(before) - len(before.lstrip(MARGIN))]
    bullet = bullet_of(before)[len(margin) :]
    if bullet.endswith("*"):
        bullet = bullet[:-1]  # right before a word, it can open italics
    states = [match.group() for match in _STATE.finditer(bullet)]
    return Head(margin, _STATE.sub("", bullet), "".join(states), before[len(margin) + len(bullet) :])


def restyled(before: str, bullet: str) -> str:
    """Return the text before a label or name with another margin and bullet."""
    head = head_of(before)
    return f"{bullet}{head.state}{' ' if head.state else ''}{head.rest}"


@lru_cache(maxsize=4096)
def own_marks(layout: TitleLayout | FieldLayout | WorkloadLayout) -> str:
    """Return what a layout has beside decoration: boxes and signs, marks of headings, strikes, arrows, bold without its end."""
    head = head_of(layout.before or "")
    if isinstance(layout, TitleLayout):
        typed = [layout.joint, layout.between]
    elif isinstance(layout, FieldLayout):
        typed = [_ARROW.sub(":", layout.colon or layout.dangling or "")]
    else:
        typed = [layout.joint, layout.open, layout.close, layout.separator or layout.dangling]
    tail = _JOINT.sub("", LINE_END.split(layout.after or "", maxsplit=1)[0])
    parts = [re.sub(ESCAPE, "", part) for part in (head.rest, *filter(None, typed), tail)]
    own = head.state + _underline(layout)
    if not own and not any(map(_NOT_PLAIN.search, parts)):
        return ""
    own += _OPENING.sub("", head.rest) + "".join(_SEPARATING.sub("", _bare(part)) for part in parts[1:])
    unpaired = _unpaired(parts)
    # a star right before a word, and those of Jira for a deeper level, are bullets
    stars = _STARS.match(head.rest + (layout.open or "" if isinstance(layout, WorkloadLayout) else ""))
    is_bullet = head.rest.rstrip(WHITESPACE) == unpaired == "*" or (stars and stars.group().rstrip(WHITESPACE) == unpaired)
    return own if is_bullet else own + unpaired


def _underline(layout: TitleLayout | FieldLayout | WorkloadLayout) -> str:
    """Return what underlines a heading."""
    if isinstance(layout, WorkloadLayout):
        return ""
    below = layout.after if isinstance(layout, TitleLayout) else layout.colon or layout.dangling
    line = _UNDERLINE.search(below or "")
    return line[1] if line else ""


def _bare(part: str) -> str:
    """Return a part of a layout without quote marks at the start of its lines, its characters decoded."""
    if not part.isascii():
        part = apply_edits(part, misdecoded(part))
    if "&" in part:
        part = apply_edits(part, entities(part))
    return _QUOTE_MARKS.sub("\n", part)


def _unpaired(parts: list[str]) -> str:
    """Return the marks of bold, italics and strikes that open or close without the other."""
    open_marks: list[str] = []
    for mark in _EMPHASIS.findall("\n".join(parts)):
        if open_marks and open_marks[-1] == mark[::-1]:
            open_marks.pop()
        else:
            open_marks.append(mark)
    return "".join(open_marks)


def is_heading(node: Title | Field | Workload) -> bool:
    """Return whether a line is a Markdown heading, by the marks before or below it."""
    return _HASHES.match(head_of(node.layout.before or "").rest) is not None or _underline(node.layout) != ""


def has_cells(node: Field | Workload) -> bool:
    """Return whether a label or name and the text after it are cells of a table.

    A bar separates them, or a tab does and the text has more tabs.
    """
    if isinstance(node, Field):
        separator, text = node.layout.colon, node.value
    else:
        separator, text = node.layout.separator, node.update
    if separator is None:
        return False
    return "|" in separator or ("\t" in separator and not separator.strip() and "\t" in text)


def is_unevenly_quoted(text: str) -> bool:
    """Return whether some lines of a text have other quote marks than others."""
    marks = {line[: len(line) - len(line.lstrip(MARGIN))].count(">") for line in LINE_END.split(text) if line.strip(MARGIN)}
    return len(marks) > 1


def core_of_label(template: TemplateWords, key: str, label: str) -> int | None:
    """Return the length of a label without the writer's own remark at its end; None if there is one among its words.

    A remark is a parenthesis that is not the template's hint, or a question mark and the like.
    """
    end = len(label)
    if label.endswith((")", "）")):
        start = max(label.rfind("("), label.rfind("（"))
        hint = label[start:]
        if start > 0 and not (fold(hint) in template.folded_hints[key] and not own_words(hint)):
            end = len(label[:start].rstrip(WHITESPACE))
    core = core_of(label[:end])
    return core[1] if core is not None and core[0] == 0 else None
