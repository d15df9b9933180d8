"""The rule for the title of a summary: that there is one, which readers and searches know.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...playbook.playbook import Playbook
from ...text.edits import Edit
from ...text.patterns import COMMENT, HASHTAG
from ...text.source import LINE_END, MARGIN, WHITESPACE, Span
from ...text.suggest import closest
from ...text.words import fold
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, quote
from ..note_view import NoteView, deviates
from ..rule import Example, Rule, Violation
from ..summary_view import SummaryView
from ._examples import CUSTOMER, KUNDE, STAND, STATUS, TITEL, TITLE

#: How like a title a line must be to be meant for it, as `difflib` counts.
_CLOSE: Final = 0.8
#: No line that is longer is meant for a title.
_LONGEST: Final = 60
#: What people put around a title.
_DECORATION: Final = WHITESPACE + "#*_=-:："


def _missing(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        if summary.node.title is not None:
            continue
        line = _line_above(view, summary)
        words = line.text(view.text).strip(_DECORATION)
        meant = _meant(view.playbook, words)
        if meant is not None:
            message = (
                f"{quote(words)} is not how the template writes the title, so that no search for summaries finds this "
                f'one. Did you mean "{meant}"? Write that, on a line of its own ({TEMPLATE}).'
            )
            yield Violation(message, line, (Fix(f'write "{meant}"', (Edit(line, f"**{meant}**"),), safe=False),))
            continue
        title = summary.wording.title
        message = (
            f'The summary has no title, so that nobody who searches for summaries finds it. Put "{title}" on a line '
            f"above it ({TEMPLATE})."
        )
        fix = Fix(f'put "{title}" above it', (_title_above(view, summary, title),), safe=False)
        yield Violation(message, view.head_span(summary), (fix,))


def _title_above(view: NoteView, summary: SummaryView, title: str) -> Edit:
    """The edit that puts a title on a line above a summary, behind the same quote marks, and with the same line end."""
    opening = summary.head.layout.before
    margin = opening[: len(opening) - len(opening.lstrip(MARGIN))].rstrip(WHITESPACE)
    start = view.document.span(summary.node).start
    line_end = LINE_END.search(view.text, start)
    line = f"{margin}{' ' if margin else ''}**{title}**{line_end.group() if line_end else chr(10)}"
    return Edit(Span(start, start), line)


def _line_above(view: NoteView, summary: SummaryView) -> Span:
    """The last line with words above a summary, without quote marks, blanks and comments around it, and without hashtags behind
    them; of a long line its end."""
    start = view.document.span(summary.node).start
    first = max(0, start - 3 * _LONGEST)
    near = re.sub(COMMENT, lambda comment: " " * len(comment.group()), view.text[first:start])
    words = near.rstrip(_DECORATION + MARGIN + "\r\n")
    begun, ended = LINE_END.split(words)[-1], LINE_END.split(near[len(words) :])[0]
    begin = first + len(words) - len(begun.lstrip(MARGIN))
    untagged = re.sub(HASHTAG, lambda tag: " " * len(tag.group()), begun).rstrip(WHITESPACE)
    bold_ends = bool(ended.strip(WHITESPACE))  # behind the hashtags: then they are a part of it
    if len(untagged) < len(begun) and untagged.strip(_DECORATION) and not bold_ends:
        return Span(begin, first + len(words) - len(begun) + len(untagged))
    return Span(begin, first + len(words) + len(ended.rstrip(WHITESPACE)))


@lru_cache(maxsize=256)
def _meant(playbook: Playbook, words: str) -> str | None:
    """The title that a line is most like, in any language."""
    if not words or len(words) > _LONGEST or "|" in words:  # a row of a table is no title
        return None
    titles = {fold(title): language.titles[0] for language in playbook.languages for title in language.titles}
    close = closest(fold(words), titles, _CLOSE)
    return titles[close] if close else None


TITLE_NOT_FOUND: Final = Rule(
    code="FT102",
    name="title-not-found",
    summary="A summary opens with its title.",
    rationale="The title is what marks a note as a summary, for readers and for whoever searches the notes of many customers "
    f"({TEMPLATE}).",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_missing,
    only_where=deviates,
    examples=(
        Example(CUSTOMER + STATUS, TITLE + CUSTOMER + STATUS),
        Example(f"Called Ana on Monday.\n\n> {CUSTOMER}", f"Called Ana on Monday.\n\n> {TITLE}> {CUSTOMER}"),
        Example(f"- Exec Sumary:\n\n{CUSTOMER}", f"**EXEC SUMMARY**\n\n{CUSTOMER}"),
        Example(f"**Exec Sumary** #covid\n{CUSTOMER}", f"**EXEC SUMMARY** #covid\n{CUSTOMER}"),
        Example(KUNDE + STAND, TITEL + KUNDE + STAND),
        Example.clean(TITLE + CUSTOMER),
        Example.clean("- We agreed to describe the customer: next week\n"),
        Example.clean(TITEL + STAND),
    ),
)
