"""The rule about the title of a summary.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...playbook.template_words import TemplateWords
from ...text.edits import Edit
from ...text.patterns import COMMENT, HASHTAG
from ...text.source import LINE_END, MARGIN, WHITESPACE, Span
from ...text.suggest import closest
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import quote
from ..note_view import NoteView, deviates
from ..rule import Example, Rule, Violation
from ..summary_view import SummaryView
from ._examples import CUSTOMER, KUNDE, STAND, STATUS, TITEL, TITLE
from ._parts import damage

#: The similarity, as `difflib` counts it, from which a line passes for a misspelled title.
_CLOSE: Final = 0.8
#: The length up to which a line can be a misspelled title.
_LONGEST: Final = 60
#: What separates a title from a remark.
_REMARK: Final = re.compile(rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+(?:[/:：,(（–—]|-[{WHITESPACE}])")
#: Characters that people put around a title.
_DECORATION: Final = WHITESPACE + "#*_=-:："


def _titles_not_found(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        if summary.node.title is not None or not summary.template.titles:
            continue
        line = _line_above(view, summary)
        words = line.text(view.text).strip(_DECORATION)
        meant = _meant(summary.template, words)
        if meant is not None:
            message = f'{quote(words)} is not a title of the template. Did you mean "{meant}", on its own line?'
            fix = Fix(f'write "{meant}"', (Edit(line, f"**{meant}**"),), safe=False)
            start = line.start + line.text(view.text).index(words)
            yield Violation(message, line, (fix,), about=damage(view, Span(start, start + len(words)), meant))
            continue
        title = summary.wording.title
        begun = _REMARK.split(words, maxsplit=1)[0]
        meant = _meant(summary.template, begun)
        if meant is not None:  # a second title above the summary would be one too many
            yield Violation(f'{quote(begun)} is not a title of the template. Did you mean "{meant}"?', line)
            continue
        message = f'The summary has no title. Add "{title}" on a line above it.'
        fix = Fix(f'add "{title}" above it', (_title_above(view, summary, title),), safe=False)
        yield Violation(message, view.head_span(summary), (fix,))


def _title_above(view: NoteView, summary: SummaryView, title: str) -> Edit:
    """Return the edit that adds a title above a summary, with the same quote marks and line end."""
    opening = summary.head.layout.before or ""
    margin = opening[: len(opening) - len(opening.lstrip(MARGIN))].rstrip(WHITESPACE)
    start = view.document.span(summary.node).start
    line_end = LINE_END.search(view.text, start)
    line = f"{margin}{' ' if margin else ''}**{title}**{line_end.group() if line_end else chr(10)}"
    return Edit(Span(start, start), line)


def _line_above(view: NoteView, summary: SummaryView) -> Span:
    """Find the last line with words above a summary; of a long line, its end.

    Quote marks, whitespace and comments around the words are left out, and hashtags after them.
    """
    start = view.document.span(summary.node).start
    first = max(0, start - 3 * _LONGEST)
    near = re.sub(COMMENT, lambda comment: " " * len(comment.group()), view.text[first:start])
    words = near.rstrip(_DECORATION + MARGIN + "\r\n")
    begun, ended = LINE_END.split(words)[-1], LINE_END.split(near[len(words) :])[0]
    begin = first + len(words) - len(begun.lstrip(MARGIN))
    untagged = re.sub(HASHTAG, lambda tag: " " * len(tag.group()), begun).rstrip(WHITESPACE)
    bold_ends = bool(ended.strip(WHITESPACE))  # the hashtags are inside the bold text
    if len(untagged) < len(begun) and untagged.strip(_DECORATION) and not bold_ends:
        return Span(begin, first + len(words) - len(begun) + len(untagged))
    return Span(begin, first + len(words) + len(ended.rstrip(WHITESPACE)))


@lru_cache(maxsize=256)
def _meant(template: TemplateWords, words: str) -> str | None:
    """Return the title that a line is most similar to, in any language."""
    if not words or len(words) > _LONGEST or "|" in words:  # a table row is not a title
        return None
    titles = {fold(title): local.titles[0] for local in template.local.values() for title in local.titles}
    close = closest(fold(words), titles, _CLOSE)
    return titles[close] if close else None


TITLE_NOT_FOUND: Final = Rule(
    code="FT102",
    name="title-not-found",
    summary="A summary starts with its title.",
    rationale="The title marks a note as a summary. People who search the notes of many customers for summaries find only "
    "those with the template's title, on its own line.",
    section="template",
    ignore_when="Your team files summaries under another title and searches for that one.",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_titles_not_found,
    only_where=deviates,
    examples=(
        Example(CUSTOMER + STATUS, TITLE + CUSTOMER + STATUS),
        Example(
            f"Called Ana on Monday.\n\n> {CUSTOMER}> {STATUS}",
            f"Called Ana on Monday.\n\n> {TITLE}> {CUSTOMER}> {STATUS}",
        ),
        Example(f"- Exec Sumarry:\n\n{CUSTOMER}{STATUS}", f"**EXEC SUMMARY**\n\n{CUSTOMER}{STATUS}"),
        Example(f"**Exec Sumarry** #covid\n{CUSTOMER}{STATUS}", f"**EXEC SUMMARY** #covid\n{CUSTOMER}{STATUS}"),
        Example(
            KUNDE + STAND,
            TITEL + KUNDE + STAND,
            translation=CUSTOMER + STATUS,
        ),
        Example.clean(TITLE + CUSTOMER),
        Example.clean("- We agreed to describe the customer: next week\n"),
        Example.clean(TITEL + STAND, translation=TITLE + STATUS),
    ),
)
