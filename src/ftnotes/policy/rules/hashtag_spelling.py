"""Rules for the hashtags themselves: how they are spelled, and that the guidance knows them.

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...playbook.playbook import HashtagSpec, Playbook
from ...playbook.vocabulary import fold
from ...syntax.document import Document, Hashtag
from ...text.edit_distance import is_slip
from ...text.mojibake import lookalikes
from ...text.source import BLANKS, Span
from ..context import Context
from ..diagnostics import Edit, Fix, Severity
from ..messages import NOTICE, listed, quote
from ..note_view import Survey, has_hashtags, survey
from ..rule import Example, Finding, Rule

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


def meant_hashtags(found: Survey) -> list[Meant]:
    """The hashtags of a text that are those of the playbook, or are meant for them, in the order of the text."""
    specs = found.playbook.hashtags
    if not specs or not found.signs:
        return []
    meant = [known for known in (_meant(hashtag, specs) for hashtag in found.hashtags) if known]
    for match in filter(None, [_PARTED.match(found.text, at) for at in found.signs]):
        spec = next((spec for spec in specs if match["word"] in (spec.tag[1:], spec.tag[1:].upper())), None)
        if spec:
            hashtag = Hashtag(match.group(), Span(*match.span()))
            meant.append(Meant(hashtag, spec, "has a blank behind its sign, so that no search for the hashtag finds it"))
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
            flaw = "holds characters that only look like the right ones, so that no search for the hashtag finds it"
            return Meant(hashtag, spec, flaw, looks_right=True)
    folded = fold(latin)
    for spec in specs:
        plain = fold(spec.tag)
        if folded.startswith(plain) and folded[len(plain) :].isdigit():
            return Meant(hashtag, spec, "has a number behind it, and is counted as another hashtag")
    for spec in specs:
        plain = fold(spec.tag)
        another = re.sub("[0-9]", "", folded) == re.sub("[0-9]", "", plain)  # "#wave3" is no slip for "#wave2"
        if not another and len(plain) >= _ENOUGH and folded[:1] == plain[:1] and is_slip(folded, plain, 1):
            return Meant(hashtag, spec, "is misspelled, and is counted as another hashtag")
    return None


def _misspelled(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    for hashtag, spec, flaw, looks_right in survey(document, playbook).once(meant_hashtags):
        if flaw:
            message = f"{quote(hashtag.text)} {flaw}. Write {spec.tag} ({NOTICE})."
            fix = Fix(f"write {spec.tag}", (Edit(hashtag.span, spec.tag),), safe=looks_right)
            yield Finding(message, hashtag.span, (fix,))


def _unknown(document: Document, playbook: Playbook, context: Context) -> Iterator[Finding]:
    found = survey(document, playbook)
    if not playbook.hashtags or not found.hashtags:
        return
    known = {meant.hashtag.span for meant in found.once(meant_hashtags)}
    specs = listed([spec.tag for spec in playbook.hashtags])
    for hashtag in found.hashtags:
        if hashtag.span not in known:
            message = (
                f"{quote(hashtag.text)} is a hashtag that the guidance doesn't know; it knows {specs}. Nobody counts it: leave "
                f"it out, unless your team has agreed on it ({NOTICE})."
            )
            yield Finding(message, hashtag.span)


HASHTAG_MISSPELLED: Final = Rule(
    code="FT303",
    name="hashtag-misspelled",
    summary="A hashtag is spelled as the guidance spells it.",
    rationale=f"Notes are found and counted by the exact hashtag; one that only looks like it, or has more behind it, is "
    f"missed ({NOTICE}).",
    severity=Severity.WARNING,
    check=_misspelled,
    only_where=has_hashtags,
    examples=(
        Example("Teams for all from home, at once. #covid19\n", "Teams for all from home, at once. #covid\n"),
        Example("**EXEC SUMMARY** ＃covid\n", "**EXEC SUMMARY** #covid\n"),
        Example("Call with Ana. #сovid # covid\n", "Call with Ana. #covid #covid\n"),
        Example("Alle ab sofort für München zu Hause. #covdi\n", "Alle ab sofort für München zu Hause. #covid\n"),
        Example.clean("**EXEC SUMMARY** #COVID\n"),
        Example.clean("# Covid\n\nSee page#covid19, and ask for #covenant.\n"),
        Example.clean("Alle zu Hause wegen Covid-19, auch in München. #covid\n"),
    ),
)

HASHTAG_UNKNOWN: Final = Rule(
    code="FT304",
    name="hashtag-unknown",
    summary="A hashtag is one that the guidance knows.",
    rationale=f"Hashtags are for counting, and only those that were agreed on are counted ({NOTICE}).",
    severity=Severity.INFORMATION,
    check=_unknown,
    only_where=has_hashtags,
    examples=(
        Example("Call with Ana. #quickwin\n"),
        Example("**EXEC SUMMARY** #covid #project\n"),
        Example("Termin mit Ana. #Pilot\n"),
        Example.clean("Call with Ana. #covid, ticket #4711, see page#anchor and C#.\n"),
        Example.clean("# Heading\n\nNo hashtag here.\n"),
        Example.clean("Termin mit Ana. #covid\n"),
    ),
)
