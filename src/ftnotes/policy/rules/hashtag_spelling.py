"""Rules about the hashtags themselves: their spelling, and whether the guidance has them.

Source: the guidance page, the notice at its top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...text.edits import Edit
from ...text.patterns import Hashtag
from ..context import Context
from ..diagnostics import Fix, Severity
from ..hashtag_meaning import known_hashtags
from ..messages import listed, quote
from ..note_view import NoteView, has_hash_signs
from ..rule import Example, Part, Rule, Violation

#: A colour of HTML, and the number of a ticket: "#INC0012345", "#4711a".
_COLOUR: Final = re.compile(r"[#＃](?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_TICKET: Final = re.compile(r"[#＃](?:[A-Za-z]{1,10}[-_]?[0-9]{3,}|[0-9]+\w*)")
#: What continues a word with a hash sign that is a path or a name: "#type/customer", "#team-rollout".
_PATH: Final = ("/", "-", ":")


def _misspelled_hashtags(view: NoteView, context: Context) -> Iterator[Violation]:
    for hashtag, spec, flaw, is_lookalike in view.cached(known_hashtags):
        if flaw:
            fix = Fix(f"write {spec.tag}", (Edit(hashtag.span, spec.tag),), safe=is_lookalike)
            message = f"{quote(hashtag.text)} {flaw}. Write {spec.tag}."
            yield Violation(message, hashtag.span, (fix,), about=(Part("hashtag", hashtag.span),))


def _unknown_hashtags(view: NoteView, context: Context) -> Iterator[Violation]:
    if not view.playbook.hashtags or not view.hashtags:
        return
    known = {match.hashtag.span for match in view.cached(known_hashtags)}
    tags = listed([spec.tag for spec in view.playbook.hashtags])
    for hashtag in view.hashtags:
        if hashtag.span not in known and not _is_other(view, hashtag):
            message = (
                f"{quote(hashtag.text)} is not a hashtag of the guidance, which has {tags}. Remove it, unless your team has "
                "agreed on it."
            )
            yield Violation(message, hashtag.span)


def _is_other(view: NoteView, hashtag: Hashtag) -> bool:
    """Return whether a word with a hash sign is not a hashtag: a colour, a ticket number, an anchor, a path or a channel."""
    text, span = view.text, hashtag.span
    if _COLOUR.fullmatch(hashtag.text) or _TICKET.fullmatch(hashtag.text):
        return True
    if text[span.end : span.end + 1] in _PATH or text[max(span.start - 2, 0) : span.start] == "](":
        return True
    if text[max(span.start - 6, 0) : span.start].rstrip("\"'").endswith("href="):
        return True
    return view.has_evidence(view.sentences.at(span.start), "channel")


HASHTAG_MISSPELLED: Final = Rule(
    code="FT303",
    name="hashtag-misspelled",
    summary="A hashtag is spelled as in the guidance.",
    rationale="Notes are found and counted by the exact hashtag. One that only looks like it, or has a number after it, is "
    "missed.",
    section="hashtags",
    severity=Severity.WARNING,
    fixes=("safe", "unsafe"),
    check=_misspelled_hashtags,
    ignore_when="The hashtag is another one that your team has agreed on.",
    only_where=has_hash_signs,
    examples=(
        Example("Teams for all from home, at once. #covid19\n", "Teams for all from home, at once. #covid\n"),
        Example("**EXEC SUMMARY** ＃covid\n", "**EXEC SUMMARY** #covid\n"),
        Example("Call with Ana. #сovid # covid\n", "Call with Ana. #covid #covid\n"),
        Example(
            "Alle ab sofort für München zu Hause. #covdi\n",
            "Alle ab sofort für München zu Hause. #covid\n",
            translation="Everyone in Munich works from home, effective immediately. #covdi\n",
        ),
        Example.clean("**EXEC SUMMARY** #COVID\n"),
        Example.clean("# Covid\n\nSee page#covid19, and ask for #covenant.\n"),
        Example.clean(
            "Alle zu Hause wegen Covid-19, auch in München. #covid\n",
            translation="Everyone is at home because of Covid-19, also in Munich. #covid\n",
        ),
    ),
)

HASHTAG_UNKNOWN: Final = Rule(
    code="FT304",
    name="hashtag-unknown",
    summary="A hashtag is one of the guidance.",
    rationale="Hashtags are for counting, and only those that were agreed on are counted.",
    section="hashtags",
    severity=Severity.INFORMATION,
    check=_unknown_hashtags,
    word_lists=("channel",),
    ignore_when="Your team has agreed on the hashtag; a custom playbook can define it.",
    only_where=has_hash_signs,
    examples=(
        Example("Call with Ana. #quickwin\n"),
        Example("**EXEC SUMMARY** #covid #project\n"),
        Example("Termin mit Ana. #Pilot\n", translation="Meeting with Ana. #Pilot\n"),
        Example.clean("Call with Ana. #covid, ticket #4711 and #INC0012345, see page#anchor and C#.\n"),
        Example.clean("Tiles in #ff8800, as agreed in the channel #rollout. Tagged #type/customer.\n"),
        Example.clean("# Heading\n\nNo hashtag here.\n"),
        Example.clean("Termin mit Ana. #covid\n", translation="Meeting with Ana. #covid\n"),
    ),
)
