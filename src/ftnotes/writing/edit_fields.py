"""What a field says, and the hashtags of a title, set to something else: nothing but their own characters changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from ..playbook.wording import Wording
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Title
from ..syntax.validators import tidy_lines
from ..text.patterns import HASHTAG
from ..text.source import BLANKS, LINE_END
from .compose import argument_of, field_key, field_label, field_value
from .insert_lines import insert_field, words_for
from .replace import replace

#: What closes a title's decoration.
_CLOSING: Final = r"[*_:：]++"
#: A hashtag of a remark, with the blanks and the comma before it; and a parenthesis that holds nothing.
_LISTED: Final = rf"(?:[,;][{BLANKS}]++|(?<![{BLANKS},;])[{BLANKS}]++)?({HASHTAG})"
_EMPTY: Final = rf"[(（\[][{BLANKS},;]*+[)）\]]"


def set_value(document: Document, summary: ExecSummary, key: str, value: str) -> Document:
    """A document in which a field says something else.

    Where the field is missing, its line is added, typed as the lines beside it are, in the order of the template.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object.
        key: which field: ``"customer"``, ``"support-requests"``; the first, where a label is said twice.
        value: what it is to say, on one or several lines; blanks around them don't count. Empty for nothing.

    Raises:
        TypeError: an argument is of another type, or the key unknown.
        ValueError: the value would be read as something else than itself.
    """
    words = words_for(document, summary)
    key = field_key(words, key)
    return _set(document, summary, words, key, tidy_lines(argument_of(key), value))


def set_choice(document: Document, summary: ExecSummary, key: str, choice: str) -> Document:
    """A document in which a field takes another of its choices, written in the language of the summary.

    Hashtags beside the choice stay; other words behind it go with it. A field that takes the choice already stays as typed.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object.
        key: which field: ``"engagement-status"``, ``"deployment-progress"``.
        choice: the key of the choice (``"on-hold"``), a member of its enumeration, or its words in any language.

    Raises:
        TypeError: an argument is of another type, or the key unknown.
        ValueError: the field has no choices, or not this one; the message lists them.
    """
    words = words_for(document, summary)
    key = field_key(words, key)
    specs = {spec.key: spec for spec in words.playbook.fields}
    if not specs[key].choices:
        having = ", ".join(argument_of(spec.key) for spec in specs.values() if spec.choices)
        raise ValueError(f"{argument_of(key)} takes any text, not a choice: use set_value(); choices have {having or 'none'}")
    value = field_value(words, specs[key], choice)
    old = summary.field(key)
    found = words.chosen(key, old.value) if old else None
    if old and found:
        if found[0] == words.vocabulary.choice(key, value):
            return document
        value = old.value[: found[1]] + value + old.value[found[2] :]
    return _set(document, summary, words, key, value)


def _set(document: Document, summary: ExecSummary, words: Wording, key: str, value: str) -> Document:
    old = summary.field(key)
    if old is not None:
        layout = old.layout
        if not value and layout.colon and LINE_END.search(layout.colon):
            # what stood on the lines below goes with them
            layout = evolve(layout, colon=None, dangling=LINE_END.split(layout.colon, maxsplit=1)[0])
        return replace(document, old, evolve(old, value=value, layout=layout))
    label = field_label(words, key)
    if label is None:
        raise ValueError(f"playbook {words.playbook.id} has no label for {argument_of(key)}")
    return insert_field(document, summary, words, Field(key, label, value))


def set_hashtags(document: Document, summary: ExecSummary, hashtags: Iterable[str]) -> Document:
    """A document in which the title has just these hashtags.

    Those that it has already stay as typed, in any case; the others are taken out, and new ones put behind what follows the
    title. Hashtags elsewhere in the note are not touched.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object, with a title.
        hashtags: each with its sign, ``["#covid"]``; none for a title without.

    Raises:
        TypeError: an argument is of another type.
        ValueError: one is no hashtag, the summary has no title, or the title would be read otherwise.
    """
    words_for(document, summary)
    if isinstance(hashtags, str) or not isinstance(hashtags, Iterable):
        raise TypeError(f"hashtags takes several, as ['#covid'], not {type(hashtags).__name__}")
    wanted: dict[str, str] = {}
    for tag in hashtags:
        if not isinstance(tag, str):
            raise TypeError(f"a hashtag is a str, not {type(tag).__name__}")
        if not re.fullmatch(HASHTAG, tag):
            raise ValueError(f"{tag!r:.80} is no hashtag: that is '#' and a word with a letter in it, as '#covid'")
        wanted.setdefault(tag.casefold(), tag)
    title = summary.title
    if title is None:
        raise ValueError("the summary has no title to put hashtags into; put one above its first field, and read the text anew")

    def kept(found: re.Match[str]) -> str:
        return found.group() if wanted.pop(found.group(1).casefold(), None) else ""

    remark = re.sub(_LISTED, kept, title.remark)
    if remark != title.remark:
        remark = re.sub(_EMPTY, "", remark).strip(BLANKS + ",;")
    remark = " ".join(filter(None, (remark, *wanted.values())))
    return document if remark == title.remark else replace(document, title, _retitled(title, remark))


def _retitled(title: Title, remark: str) -> Title:
    """A title with another remark: what closes its decoration stays between the two, and a dash goes with what it parted."""
    layout = title.layout
    between, after = layout.between or "", layout.after or ""
    if not remark:
        closing = "".join(re.findall(_CLOSING, between))
        layout = evolve(layout, between=None, after=closing + after)
    elif not title.remark:
        found = re.match(_CLOSING, after)
        if found:
            layout = evolve(layout, between=found.group() + " ", after=after[found.end() :])
    return evolve(title, remark=remark, layout=layout)
