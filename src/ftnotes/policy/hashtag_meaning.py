"""Hashtags that are misspelled, and the ones that are meant."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from ..playbook.model import HashtagSpec
from ..text.confusables import lookalikes
from ..text.patterns import Hashtag
from ..text.source import BLANKS, Span
from ..text.suggest import within_edit_distance
from ..text.words import fold
from .note_view import NoteView

#: A sign and a blank before a word: no hashtag, though it may be meant for one.
_PARTED: Final = re.compile(rf"(?<![\w#＃&/=?.])[#＃][{BLANKS}]++(?P<word>\w++)")


#: The shortest hashtag, without its sign, for which another can be a slip of the pen.
_ENOUGH: Final = 4


class Meant(NamedTuple):
    """A hashtag in the text, and the one of the playbook that it is meant for."""

    hashtag: Hashtag
    spec: HashtagSpec
    #: Why it is not spelled so; empty where it is.
    flaw: str = ""
    #: Whether only characters are wrong that look like the right ones.
    looks_right: bool = False


def meant_hashtags(view: NoteView) -> list[Meant]:
    """The hashtags of a text that are those of the playbook, or are meant for them, in the order of the text."""
    specs = view.playbook.hashtags
    if not specs or not view.hash_signs:
        return []
    meant = [known for known in (_meant(hashtag, specs) for hashtag in view.hashtags) if known]
    for match in filter(None, [_PARTED.match(view.text, at) for at in view.hash_signs]):
        spec = next((spec for spec in specs if match["word"] in (spec.tag[1:], spec.tag[1:].upper())), None)
        if spec:
            hashtag = Hashtag(match.group(), Span(*match.span()))
            meant.append(Meant(hashtag, spec, "has whitespace after the hash sign, so searches miss it"))
    meant.sort(key=lambda known: known.hashtag.span.start)
    return meant


def _meant(hashtag: Hashtag, specs: tuple[HashtagSpec, ...]) -> Meant | None:
    typed = hashtag.text
    for spec in specs:
        if typed.casefold() == spec.tag.casefold():
            return Meant(hashtag, spec)
    latin = lookalikes(typed) or unicodedata.normalize("NFKC", typed)
    for spec in specs:
        if latin.casefold() == spec.tag.casefold():
            flaw = "contains characters that only look right, so searches miss it"
            return Meant(hashtag, spec, flaw, looks_right=True)
    folded = fold(latin)
    for spec in specs:
        plain = fold(spec.tag)
        if folded.startswith(plain) and folded[len(plain) :].isdigit():
            return Meant(hashtag, spec, "ends in a number, so it counts as another hashtag")
    for spec in specs:
        plain = fold(spec.tag)
        another = re.sub("[0-9]", "", folded) == re.sub("[0-9]", "", plain)  # "#wave3" is no slip for "#wave2"
        if not another and len(plain) >= _ENOUGH and folded[:1] == plain[:1] and within_edit_distance(folded, plain, 1):
            return Meant(hashtag, spec, "is misspelled, so it counts as another hashtag")
    return None
