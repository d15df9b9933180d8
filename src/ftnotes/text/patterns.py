"""Hashtags, comments and joined tags: patterns that any text can contain, and quick checks whether it does."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from attrs import frozen

from .edits import Edit, removal
from .source import WHITESPACE, Span

#: The characters at which a label ends, so that it contains none: colons, and those of bold.
LABEL_ENDS: Final = ":：*_"

#: What people type in place of a colon.
ARROWS: Final = "→⇒➡➔►▶➜➤👉"

#: Between the tags of ``[OLM+INTUNE]``. Whitespace is tried from its first character only: otherwise a long run costs its
#: square.
TAG_JOINT: Final = r"(?>(?:(?<!\s)\s++)?)[+/&,;]\s*+"

#: Between tags that each have their brackets, as in ``[EXO] [OLM]``.
TAGS_JOINT: Final = rf"\][{WHITESPACE}]*+\["

#: A hashtag starts a word and contains a letter: ``page#anchor``, ``&#8211;`` and ``## x`` are not hashtags.
#: (What must not precede the hash sign is checked after it, because an expression that begins with a literal is found faster.)
HASHTAG: Final = r"[#＃](?<![\w#＃&/=?.][#＃])(?=\w*[^\W\d_])\w++(?:-\d++)?"

#: A Markdown comment, which no reader of the note sees.
COMMENT: Final = r"<!--[^<>]*+(?<=--)>"

#: Text that can appear beside the choice in a value.
ASIDE: Final = rf"{COMMENT}|{HASHTAG}"

_LABEL_ENDS: Final = frozenset(LABEL_ENDS)
_HASHTAG: Final = re.compile(HASHTAG)
#: What follows a hashtag that is the first part of a word, or the text of a link; and what precedes one that is a later part.
_IN_WORD: Final = re.compile(r"[-–'’]\w|\]\(")
_JOINTS: Final = ("-", "–")


def has_label_end(text: str) -> bool:
    """Return whether a text contains a character at which a label would end."""
    return not _LABEL_ENDS.isdisjoint(text)


def has_tag_end(text: str) -> bool:
    """Return whether a text contains a character at which a tag would end."""
    return "[" in text or "]" in text


def tags_of(tag: str) -> tuple[str, ...]:
    """Return the single tags in a joined one: ``OLM`` and ``INTUNE`` for ``OLM+INTUNE``."""
    return tuple(part for part in re.split(f"{TAG_JOINT}|{TAGS_JOINT}", tag) if part)


@frozen
class Hashtag:
    """A hashtag with its place."""

    #: As typed, with its hash sign.
    text: str
    span: Span


def hashtags_in(text: str) -> tuple[Hashtag, ...]:
    """Return the hashtags of a text, in order."""
    matches = [_HASHTAG.match(text, at) for at in hash_signs(text)]
    return tuple([Hashtag(match.group(), Span(*match.span())) for match in matches if match])


def hashtags_outside_comments(text: str) -> tuple[Hashtag, ...]:
    """Return the hashtags of a text that a reader sees, in order."""
    hashtags = hashtags_in(text)
    return outside_comments(text, hashtags)


def outside_comments(text: str, hashtags: tuple[Hashtag, ...]) -> tuple[Hashtag, ...]:
    """Return the hashtags that are not in a comment of the text."""
    if not hashtags or "<!--" not in text:
        return hashtags
    comments = [match.span() for match in re.finditer(COMMENT, text)]
    starts = [start for start, _ in comments]
    inside = [bisect_right(starts, one.span.start) for one in hashtags]
    return tuple(
        one for one, number in zip(hashtags, inside, strict=True) if not number or comments[number - 1][1] <= one.span.start
    )


def only_hashtags(text: str) -> bool:
    """Return whether a text is nothing but hashtags."""
    return text[:1] in ("#", "＃") and all(map(_HASHTAG.fullmatch, text.split()))


def hashtag_removal(text: str, span: Span) -> Edit:
    """Return the edit that removes a hashtag without leftovers.

    Only its sign goes if it is a part of a word or the text of a link.
    """
    if _IN_WORD.match(text, span.end) or text[span.start - 1 : span.start] in _JOINTS:
        return Edit(Span(span.start, span.start + 1), "")
    return removal(text, span)


def hash_signs(text: str) -> list[int]:
    """Return the offsets of all hash signs, hashtags or not; a search by expression would take ten times as long."""
    offsets: list[int] = []
    for sign in "#＃":
        at = text.find(sign)
        while at >= 0:
            offsets.append(at)
            at = text.find(sign, at + 1)
    offsets.sort()
    return offsets


def may_contain(text: str, latin: bytes) -> bool:
    """Return quickly whether a text contains one of some characters of Latin-1, or others that are not in Latin-1."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return True
    return len(data.translate(None, latin)) < len(data)
