"""Rules about characters that were decoded wrongly, that are invisible, or that only look like the right ones.

Source: the guidance page, whose own example contains a wrongly decoded dash; Unicode Technical Reports 36 and 39.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from ...text.confusables import lookalikes
from ...text.edits import Edit, SourceMap, apply_edits
from ...text.invisible import character_name, invisible
from ...text.mojibake import lost_characters
from ...text.source import LINE_END
from ...writing.html import decoded_html
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import listed, plain, quote
from ..note_view import NoteView, has_deviating_workloads
from ..rule import Example, Rule, Violation
from ..summary_view import is_lookalike
from ._examples import HEAD, STATUS_IS, STATUS_IST
from ._parts import characters


def _misdecoded_characters(view: NoteView, context: Context) -> Iterator[Violation]:
    text = view.text
    for edits in _by_line(text, view.misdecoded):
        pairs = dict.fromkeys((edit.span.text(text), edit.text) for edit in edits)
        listing = listed([f"{_shown(typed)} should be {quote(meant)}" for typed, meant in pairs], limit=3)
        message = f"Characters were decoded wrongly: {listing}. Fix them and read the line again."
        fix = Fix("restore the original characters", tuple(edits), safe=True, of_characters=True)
        yield Violation(message, edits[0].span, (fix,), explains=(characters(view, edits[0].span),))
    yield from _lost_characters(view)


def _lost_characters(view: NoteView) -> Iterator[Violation]:
    text, edits = view.text, view.misdecoded
    lost = lost_characters(apply_edits(text, edits) if edits else text)
    if not lost:
        return
    origin = SourceMap.of(edits).origin_span
    for spans in _by_line(text, [Edit(origin(span), "") for span in lost]):
        listing = listed([_shown(typed) for typed in dict.fromkeys(edit.span.text(text) for edit in spans)], limit=3)
        message = f"Characters are lost: {listing} is all that is left of them. Type them again."
        yield Violation(message, spans[0].span, explains=(characters(view, spans[0].span),))


def _shown(typed: str) -> str:
    """Return characters in quotes, or the code of a control character."""
    return quote(typed) if typed.isprintable() or len(typed) > 1 else f"U+{ord(typed):04X}"


def _html(view: NoteView, context: Context) -> Iterator[Violation]:
    text = view.text
    for edits in _by_line(text, decoded_html(view.document, view.playbook)):
        listing = listed([quote(typed) for typed in dict.fromkeys(edit.span.text(text).strip() for edit in edits)], limit=3)
        message = f"Write characters and line ends in place of the HTML for them: {listing}."
        fix = Fix("write the characters", tuple(edits), safe=True, of_characters=True)
        yield Violation(message, edits[0].span, (fix,), explains=(characters(view, edits[0].span),))


def _invisible_characters(view: NoteView, context: Context) -> Iterator[Violation]:
    text = view.text
    removals = invisible(text)
    if removals and not text.isascii():
        # Invisible characters within wrongly decoded ones go when those are fixed.
        misdecoded = {at for edit in view.misdecoded for at in range(edit.span.start, edit.span.end)}
        removals = tuple(edit for edit in removals if edit.span.start not in misdecoded)
    for edits in _by_line(text, removals):
        names = dict.fromkeys(character_name(char) for edit in edits for char in edit.span.text(text))
        message = f"Remove invisible characters: {listed(list(names), limit=2)}."
        fix = Fix("remove the invisible characters", tuple(edits), safe=True, of_characters=True)
        yield Violation(message, edits[0].span, (fix,), explains=(characters(view, edits[0].span),))


def _by_line(text: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits of each line."""
    group: list[Edit] = []
    for edit in edits:
        if group and LINE_END.search(text, group[-1].span.end, edit.span.start):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _lookalike_letters(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for entry in summary.deviating_names:
            tag = entry.workload.tag
            if not is_lookalike(entry, view.playbook):
                continue
            latin = lookalikes(tag) or tag
            span = view.document.span(entry.workload, "tag")
            scripts: dict[str, list[str]] = {}
            for char in dict.fromkeys(tag):
                if char not in latin:
                    scripts.setdefault(unicodedata.name(char).split()[0].capitalize(), []).append(quote(char))
            letters = listed([f"the {script} {listed(chars)}" for script, chars in scripts.items()])
            message = f"[{plain(tag)}] only looks like [{plain(latin)}]: it contains {letters}. Type the tag again."
            yield Violation(message, span, (Fix(f"write [{latin}]", (Edit(span, latin),), safe=True),))


MISDECODED: Final = Rule(
    code="FT601",
    name="mis-decoded",
    summary="A note contains the characters that its writer typed.",
    rationale="A dash turns into â€“ if a program reads UTF-8 as Windows text. Such text is hard to read, and searches don't "
    "find its words.",
    section="template",
    ignore_when="The note is about such characters, and quotes them on purpose.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_misdecoded_characters,
    examples=(
        Example(
            HEAD + "   -  [OLM]  Outlook Mobile â€“ the customerâ€™s phones are here\n",
            HEAD + "   -  [OLM]  Outlook Mobile – the customer’s phones are here\n",
        ),
        Example("Call with JosÃ© on Monday.\n", "Call with José on Monday.\n"),
        Example("He can\x92t come, 5\x9610 people do.\n", "He can’t come, 5–10 people do.\n"),
        Example("The â€œNorthâ€ is done.\n", "The “Northâ€ is done.\n"),
        Example("Twice read: Ã¢â‚¬â€œ Ana\n", "Twice read: – Ana\n"),
        Example("RÃ¼ckruf am Montag, GrÃ¼ÃŸe\n", "Rückruf am Montag, Grüße\n", translation="Call back on Monday, regards\n"),
        Example.clean(HEAD + "   -  [OLM]  Outlook Mobile – the customer’s phones are here\n"),
        Example.clean("Âncora and SÃO are words, and so is château.\n"),
        Example.clean("Rückruf am Montag, Grüße an José\n", translation="Call back on Monday, regards to José\n"),
    ),
)

HTML: Final = Rule(
    code="FT604",
    name="html",
    summary="A summary contains characters, not the HTML for them.",
    rationale="Programs that export notes leave references such as &nbsp; and &ndash; in them, and <br> in place of line ends. "
    "They are hard to read, and hide labels and names from searches.",
    section="template",
    ignore_when="The note is about HTML, and quotes it on purpose.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_html,
    examples=(
        Example(
            HEAD + "   -  [EXO]  Exchange Online - 5&ndash;10 people can&#39;t log in<br>they call on Monday\n",
            HEAD + "   -  [EXO]  Exchange Online - 5–10 people can't log in\n      they call on Monday\n",
        ),
        Example(
            STATUS_IST + "Reaktiv &ndash; M&uuml;nchen zuerst\n",
            STATUS_IST + "Reaktiv – München zuerst\n",
            translation=STATUS_IS + "Reactive &ndash; Munich first\n",
        ),
        Example.clean(HEAD + "   -  [EXO]  Exchange Online - R&D first; &lt;name&gt; calls\n"),
        Example.clean("It is written as AT&amp;T.\n"),
        Example.clean(STATUS_IST + "Reaktiv, F&E zuerst\n", translation=STATUS_IS + "Reactive, R&D first\n"),
    ),
)

INVISIBLE: Final = Rule(
    code="FT602",
    name="invisible-characters",
    summary="A note contains no invisible characters.",
    rationale="Such characters come along when text is copied from web pages and chats. They hide words from searches, and "
    "some make a text appear in another order than it has (Unicode Technical Report 36).",
    ignore_when="A language needs the character at this place to be displayed correctly.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_invisible_characters,
    examples=(
        Example("Call with\u200b Ana\u2060 on Monday.\n", "Call with Ana on Monday.\n"),
        Example("The owner is \u202eana\u202c.\n", "The owner is ana.\n"),
        Example("Anruf bei Jo\u00adsé am Montag\n", "Anruf bei José am Montag\n", translation="Call José on Monday\n"),
        Example.clean("Call with Ana\u00a0on Monday 👩\u200d💻.\n"),
        Example.clean("Name: \u05d0\u05d1\u200f (Hebrew), two tabs\t\there.\n"),
        Example.clean("Anruf bei José\u3000am Montag\n", translation="Call José on Monday\n"),
    ),
)

LOOKALIKE_LETTERS: Final = Rule(
    code="FT603",
    name="look-alike-letters",
    summary="Tags contain the same letters as in the template.",
    rationale="A Cyrillic Е looks like a Latin E but is another letter (Unicode Technical Report 39), so a tag with it is "
    "neither found nor counted.",
    section="template",
    ignore_when="The tag is a word of another script that only happens to look like a tag of the template.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_lookalike_letters,
    only_where=has_deviating_workloads,
    examples=(
        Example(HEAD + "   -  [ЕХО]  Exchange Online - wave 2\n", HEAD + "   -  [EXO]  Exchange Online - wave 2\n"),
        Example(HEAD + "   -  [ТЕАMS]  Teams - shift plans\n", HEAD + "   -  [TEAMS]  Teams - shift plans\n"),
        Example(
            HEAD + "   -  [АIР]  Azure Information Protection - Bezeichnungen für den Zoll\n",
            HEAD + "   -  [AIP]  Azure Information Protection - Bezeichnungen für den Zoll\n",
            translation=HEAD + "   -  [AIP]  Azure Information Protection - labels for customs\n",
        ),
        Example.clean(HEAD + "   -  [EXO]  Exchange Online - Москва first\n"),
        Example.clean(HEAD + "   -  [МОСКВА] office first\n"),
        Example.clean(HEAD + "   -  [AIP] Bezeichnungen für München\n", translation=HEAD + "   -  [AIP] labels for Munich\n"),
    ),
)
