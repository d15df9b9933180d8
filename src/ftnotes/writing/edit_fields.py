"""Edits of fields and of the hashtags in titles: only their own characters change."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

from attrs import evolve

from ..playbook.wording import Wording
from ..syntax.document import Document
from ..syntax.nodes import Field, Title
from ..syntax.note import Note
from ..syntax.validators import tidy_lines
from ..text.edits import apply_edits
from ..text.patterns import ASIDE, hashtag_removal, hashtags_outside_comments
from ..text.source import LINE_END, WHITESPACE
from .compose import argument_of, distinct_hashtags, field_key, field_value
from .insert_lines import insert_field, wording_for
from .replace import replace

#: The closing decoration of a title.
_CLOSING: Final = r"[*_:：]++"
_ASIDE: Final = re.compile(ASIDE)


def set_value(document: Document, summary: Note, key: str, value: str) -> Document:
    """Return the document with another value of a field.

    If the field is missing, its line is added in the order of the template, in the layout of the lines beside it.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one).
        key: the key of the field, as ``"customer"`` or ``"support-requests"``; the first field, if a label occurs twice.
        value: the new value, of one or several lines, without the whitespace around them; it can be empty.

    Raises:
        TypeError: an argument has the wrong type, or the key is unknown.
        ValueError: the value would be read as something else.
    """
    wording = wording_for(document, summary)
    key = field_key(wording, key)
    return _set(document, summary, wording, key, tidy_lines(argument_of(key), value))


def set_choice(document: Document, summary: Note, key: str, choice: str) -> Document:
    """Return the document with a field set to one of its choices, in the language of the summary.

    Hashtags and comments in the value stay; other words beside the choice are removed. A field that has this choice already
    stays as typed.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one).
        key: the key of the field, as ``"engagement-status"`` or ``"deployment-progress"``.
        choice: the key of the choice (``"on-hold"``), a member of its enumeration, or its words in any language.

    Raises:
        TypeError: an argument has the wrong type, or the key is unknown.
        ValueError: the field has no choices, or not this one; the message lists them.
    """
    wording = wording_for(document, summary)
    key = field_key(wording, key)
    if not wording.template.fields[key].choices:
        others = ", ".join(argument_of(spec.key) for spec in wording.template.spec.fields if spec.choices)
        raise ValueError(f"{argument_of(key)} takes any text, not a choice: use set_value(); choice fields: {others or 'none'}")
    value = field_value(wording, wording.template.fields[key], choice)
    old = summary.field(key)
    chosen = wording.whole_choice(key, old.value) if old else None
    if old and chosen:
        old_choice, start, end = chosen
        if old_choice == wording.vocabulary.choice(key, value):
            return document
        value = old.value[:start] + value + old.value[end:]
    elif old:
        value = " ".join([value, *_ASIDE.findall(old.value)])
    return _set(document, summary, wording, key, value)


def _set(document: Document, summary: Note, wording: Wording, key: str, value: str) -> Document:
    old = summary.field(key)
    if old is not None:
        layout = old.layout
        if not value and layout.colon and LINE_END.search(layout.colon):
            # the value was on the lines below: its line ends go with it
            layout = evolve(layout, colon=None, dangling=LINE_END.split(layout.colon, maxsplit=1)[0])
        return replace(document, old, evolve(old, value=value, layout=layout))
    label = wording.label_to_write(key)
    if label is None:
        raise ValueError(f"playbook {wording.playbook.id} has no label for {argument_of(key)}")
    return insert_field(document, summary, wording, Field(key, label, value))


def set_hashtags(document: Document, summary: Note, hashtags: Iterable[str]) -> Document:
    """Return the document with exactly these hashtags in the title.

    Hashtags that the title has already stay as typed, in any case; the others are removed, and new ones added at the end of
    its line. Hashtags elsewhere in the note stay.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one), with a title.
        hashtags: the hashtags with their ``#``, as ``["#covid"]``; it can be empty.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: a text is not a hashtag, the summary has no title, or the title would be read differently.
    """
    wording_for(document, summary)
    wanted = distinct_hashtags(hashtags)
    title = summary.title
    if title is None:
        raise ValueError("the summary has no title for hashtags; add one above its first field, and parse the text again")

    present = {tag.text.casefold() for tag in hashtags_outside_comments(title.remark)}
    stripped = _without_others(title, wanted.keys())
    remark = " ".join(filter(None, (stripped.remark, *(tag for folded, tag in wanted.items() if folded not in present))))
    return document if remark == title.remark else replace(document, title, _retitled(stripped, remark))


def _without_others(title: Title, wanted: Container[str]) -> Title:
    """Return the title without its hashtags, except the wanted ones."""
    closing = "".join(re.findall(r"\A[*_]++", title.layout.after or ""))  # it can be that of the last hashtag
    remark = title.remark + closing
    while unwanted := [tag for tag in hashtags_outside_comments(remark) if tag.text.casefold() not in wanted]:
        remark = apply_edits(remark, [hashtag_removal(remark, unwanted[0].span)])
    if remark == title.remark + closing:
        return title
    layout = title.layout
    if closing and remark.endswith(closing):
        remark = remark.removesuffix(closing)
    elif closing and layout.after:
        layout = evolve(layout, after=layout.after.removeprefix(closing))
    return evolve(title, remark=remark.strip(WHITESPACE + ",;"), layout=layout)


def _retitled(title: Title, remark: str) -> Title:
    """Return the title with another remark: its closing decoration stays between them, and a dash goes with the remark."""
    layout = title.layout
    between, after = layout.between or "", layout.after or ""
    if not remark:
        closing = "".join(re.findall(_CLOSING, between))
        layout = evolve(layout, between=None, after=closing + after)
    elif not title.remark:
        match = re.match(_CLOSING, after)
        if match:
            layout = evolve(layout, between=match.group() + " ", after=after[match.end() :])
    return evolve(title, remark=remark, layout=layout)
