"""Rules for the hashtags themselves: how they are spelled, and that the guidance knows them.

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...text.edits import Edit
from ..context import Context
from ..diagnostics import Fix, Severity
from ..hashtag_meaning import meant_hashtags
from ..messages import NOTICE, listed, quote
from ..note_view import NoteView, has_hash_signs
from ..rule import Example, Rule, Violation


def _misspelled(view: NoteView, context: Context) -> Iterator[Violation]:
    for hashtag, spec, flaw, looks_right in view.cached(meant_hashtags):
        if flaw:
            message = f"{quote(hashtag.text)} {flaw}. Write {spec.tag}."
            fix = Fix(f"write {spec.tag}", (Edit(hashtag.span, spec.tag),), safe=looks_right)
            yield Violation(message, hashtag.span, (fix,))


def _unknown(view: NoteView, context: Context) -> Iterator[Violation]:
    if not view.playbook.hashtags or not view.hashtags:
        return
    known = {meant.hashtag.span for meant in view.cached(meant_hashtags)}
    specs = listed([spec.tag for spec in view.playbook.hashtags])
    for hashtag in view.hashtags:
        if hashtag.span not in known:
            message = (
                f"{quote(hashtag.text)} is not a hashtag of the guidance, which has {specs}. Remove it, unless your team has "
                "agreed on it."
            )
            yield Violation(message, hashtag.span)


HASHTAG_MISSPELLED: Final = Rule(
    code="FT303",
    name="hashtag-misspelled",
    summary="A hashtag is spelled as the guidance spells it.",
    rationale=f"Notes are found and counted by the exact hashtag; one that only looks like it, or has more behind it, is "
    f"missed ({NOTICE}).",
    severity=Severity.WARNING,
    fixes=("safe", "unsafe"),
    check=_misspelled,
    only_where=has_hash_signs,
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
    only_where=has_hash_signs,
    examples=(
        Example("Call with Ana. #quickwin\n"),
        Example("**EXEC SUMMARY** #covid #project\n"),
        Example("Termin mit Ana. #Pilot\n"),
        Example.clean("Call with Ana. #covid, ticket #4711, see page#anchor and C#.\n"),
        Example.clean("# Heading\n\nNo hashtag here.\n"),
        Example.clean("Termin mit Ana. #covid\n"),
    ),
)
