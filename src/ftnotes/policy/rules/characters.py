"""Rules for characters: those that were decoded wrongly, that nobody sees, and that only look like the right ones.

Source: the guidance page, whose own example holds a dash that was decoded wrongly; Unicode Technical Reports 36 and 39.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from ...text.confusables import lookalikes
from ...text.edits import Edit
from ...text.invisible import character_name, invisible
from ...text.source import LINE_END, Span
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, listed, quote
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Rule, Violation
from ..summary_view import is_lookalike
from ._examples import HEAD


def _misdecoded(view: NoteView, context: Context) -> Iterator[Violation]:
    text = view.text
    for repairs in _by_line(text, view.misdecoded):
        pairs = dict.fromkeys((repair.span.text(text), repair.text) for repair in repairs)
        listing = listed([f"{quote(typed)} should be {quote(meant)}" for typed, meant in pairs], limit=3)
        message = (
            f"Characters were decoded wrongly on their way here: {listing}. Mend them, and read the line once more: some "
            f"programs store UTF-8 as if it were Windows text ({TEMPLATE})."
        )
        edits = tuple(Edit(repair.span, repair.text) for repair in repairs)
        yield Violation(message, repairs[0].span, (Fix("write the characters that were meant", edits, safe=True),))


def _invisible(view: NoteView, context: Context) -> Iterator[Violation]:
    text = view.text
    unseen = invisible(text)
    if unseen and not text.isascii():
        # What is left of characters that were decoded wrongly is mended with them.
        harmed = {at for repair in view.misdecoded for at in range(repair.span.start, repair.span.end)}
        unseen = tuple(repair for repair in unseen if repair.span.start not in harmed)
    for repairs in _by_line(text, unseen):
        names = dict.fromkeys(character_name(char) for repair in repairs for char in repair.span.text(text))
        message = (
            f"The line holds characters that nobody sees: {listed(list(names), limit=3)}. They hide words from searches, and "
            "can show a text otherwise than it is. Take them out (Unicode Technical Report 36)."
        )
        edits = tuple(Edit(repair.span, repair.text) for repair in repairs)
        yield Violation(message, repairs[0].span, (Fix("take out what nobody sees", edits, safe=True),))


def _by_line(text: str, repairs: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Repairs, those of one line together."""
    group: list[Edit] = []
    for repair in repairs:
        if group and LINE_END.search(text, group[-1].span.end, repair.span.start):
            yield group
            group = []
        group.append(repair)
    if group:
        yield group


def _lookalikes(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for said in summary.deviating_workloads:
            tag = said.workload.tag
            if not is_lookalike(said, view.playbook):
                continue
            latin = lookalikes(tag) or tag
            span = view.document.span(said.workload, "tag")
            letters = listed(
                [f"{char} is {unicodedata.name(char).lower()}" for char in dict.fromkeys(tag) if char not in latin]
            )
            message = (
                f"[{tag}] holds letters that only look like those of [{latin}]: {letters}. Type the tag anew, so that it is "
                f"found ({TEMPLATE})."
            )
            yield Violation(message, Span(span.start, span.end), (Fix(f"write [{latin}]", (Edit(span, latin),), safe=True),))


MISDECODED: Final = Rule(
    code="FT601",
    name="mis-decoded",
    summary="A note holds the characters that its writer typed.",
    rationale="A dash that has become â€“ comes from a program that took UTF-8 for Windows text. It is hard to read, and words "
    f"with such characters are not found ({TEMPLATE}).",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_misdecoded,
    examples=(
        Example(
            HEAD + "   -  [OLM]  Outlook Mobile â€“ the customerâ€™s phones are here\n",
            HEAD + "   -  [OLM]  Outlook Mobile – the customer’s phones are here\n",
        ),
        Example("Call with JosÃ© on Monday.\n", "Call with José on Monday.\n"),
        Example("Twice read: Ã¢â‚¬â€œ Ana\n", "Twice read: – Ana\n"),
        Example("RÃ¼ckruf am Montag, GrÃ¼ÃŸe\n", "Rückruf am Montag, Grüße\n"),
        Example.clean(HEAD + "   -  [OLM]  Outlook Mobile – the customer’s phones are here\n"),
        Example.clean("Âncora and SÃO are words, and so is château.\n"),
        Example.clean("Rückruf am Montag, Grüße an José\n"),
    ),
)

INVISIBLE: Final = Rule(
    code="FT602",
    name="invisible-characters",
    summary="A note holds no characters that nobody sees.",
    rationale="Such characters come along when text is copied from web pages and chats. They keep words from being found, and "
    "some can show a text in another order than it has (Unicode Technical Report 36).",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_invisible,
    examples=(
        Example("Call with\u200b Ana\u2060 on Monday.\n", "Call with Ana on Monday.\n"),
        Example("The owner is \u202eana\u202c.\n", "The owner is ana.\n"),
        Example("Anruf bei Jo\u00adsé am Montag\n", "Anruf bei José am Montag\n"),
        Example.clean("Call with Ana\u00a0on Monday 👩\u200d💻.\n"),
        Example.clean("Name: \u05d0\u05d1\u200f (Hebrew), two tabs\t\there.\n"),
        Example.clean("Anruf bei José\u3000am Montag\n"),
    ),
)

LOOKALIKE_LETTERS: Final = Rule(
    code="FT603",
    name="look-alike-letters",
    summary="Tags are typed with the letters of the template.",
    rationale="A Cyrillic Е looks like a Latin E, and is another letter: a tag that holds one is neither found nor counted "
    f"({TEMPLATE}; Unicode Technical Report 39).",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_lookalikes,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [ЕХО]  Exchange Online - wave 2\n", HEAD + "   -  [EXO]  Exchange Online - wave 2\n"),
        Example(HEAD + "   -  [ТЕАMS]  Teams - shift plans\n", HEAD + "   -  [TEAMS]  Teams - shift plans\n"),
        Example(
            HEAD + "   -  [АIР]  Azure Information Protection - Bezeichnungen für den Zoll\n",
            HEAD + "   -  [AIP]  Azure Information Protection - Bezeichnungen für den Zoll\n",
        ),
        Example.clean(HEAD + "   -  [EXO]  Exchange Online - Москва first\n"),
        Example.clean(HEAD + "   -  [МОСКВА] office first\n"),
        Example.clean(HEAD + "   -  [AIP] Bezeichnungen für München\n"),
    ),
)
