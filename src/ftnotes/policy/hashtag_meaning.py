"""The hashtags of a text that are those of the playbook, or are misspellings of them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from ..playbook.model import HashtagSpec
from ..text.confusables import lookalikes
from ..text.patterns import Hashtag, outside_comments
from ..text.source import MARGIN, WHITESPACE, Span
from ..text.suggest import within_edit_distance
from ..text.words import fold
from .note_view import NoteView

#: A hash sign with whitespace before its word, which is not a hashtag but can be meant as one.
_DETACHED: Final = re.compile(rf"(?<![\w#＃&/=?.])[#＃][{WHITESPACE}]++(?P<word>\w++)(?!-\w)")

_LINE_END: Final = re.compile(rf"[{WHITESPACE}]*+(?:[\r\n]|\Z)")

#: The shortest hashtag, without its sign, that another hashtag can be a misspelling of.
_SHORTEST: Final = 4


class KnownHashtag(NamedTuple):
    """A hashtag in the text, with the hashtag of the playbook that is meant."""

    hashtag: Hashtag
    spec: HashtagSpec
    #: What is wrong with its spelling, as the predicate of a message; empty if nothing is.
    flaw: str = ""
    #: Whether only characters are wrong that look like the right ones.
    is_lookalike: bool = False


def known_hashtags(view: NoteView) -> list[KnownHashtag]:
    """Return the hashtags of a text that are known or misspelled, in order."""
    specs = view.playbook.hashtags
    if not specs or not view.hash_signs:
        return []
    known = [match for match in (_match(hashtag, specs) for hashtag in view.hashtags) if match]
    detached: dict[Hashtag, HashtagSpec] = {}
    for match in filter(None, [_DETACHED.match(view.text, at) for at in view.hash_signs]):
        spec = next((spec for spec in specs if match["word"] in (spec.tag[1:], spec.tag[1:].upper())), None)
        if spec and not _is_heading(view.text, match):
            detached[Hashtag(match.group(), Span(*match.span()))] = spec
    flaw = "has whitespace after the hash sign, so searches miss it"
    known += (KnownHashtag(one, detached[one], flaw) for one in outside_comments(view.text, tuple(detached)))
    known.sort(key=lambda match: match.hashtag.span.start)
    return known


def _is_heading(text: str, detached: re.Match[str]) -> bool:
    """Return whether a hash sign opens a heading: it opens its line, and more follows than a hashtag in small letters."""
    at = detached.start()
    while at and text[at - 1] in MARGIN:
        at -= 1
    if at and text[at - 1] not in "\r\n":
        return False
    return detached["word"].isupper() or not _LINE_END.match(text, detached.end())


def _match(hashtag: Hashtag, specs: tuple[HashtagSpec, ...]) -> KnownHashtag | None:
    typed = hashtag.text
    for spec in specs:
        if typed.casefold() == spec.tag.casefold():
            return KnownHashtag(hashtag, spec)
    latin = lookalikes(typed) or unicodedata.normalize("NFKC", typed)
    for spec in specs:
        if latin.casefold() == spec.tag.casefold():
            flaw = "contains characters that only look right, so searches miss it"
            return KnownHashtag(hashtag, spec, flaw, is_lookalike=True)
    folded = fold(latin)
    for spec in specs:
        plain = fold(spec.tag)
        if folded.startswith(plain) and folded[len(plain) :].isdigit():
            return KnownHashtag(hashtag, spec, "ends in a number, so it counts as another hashtag")
    for spec in specs:
        plain = fold(spec.tag)
        differs_in_number = re.sub("[0-9]", "", folded) == re.sub("[0-9]", "", plain)  # "#wave3" is not meant as "#wave2"
        is_close = len(plain) >= _SHORTEST and folded[:1] == plain[:1] and within_edit_distance(folded, plain, 1)
        if is_close and not differs_in_number:
            return KnownHashtag(hashtag, spec, "is misspelled, so it counts as another hashtag")
    return None
