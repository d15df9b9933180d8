"""Rules about comments that silence rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import listed, quote
from ..note_view import NoteView, has_comments
from ..rule import Example, Rule, Violation
from ..suppression import Suppression, UnusedName, suppressions
from ._examples import REACTIVE, REAKTIV

_HOW: Final = 'Write "<!-- ftnotes: ignore CODE reason -->"'


def unused_suppressions(names: Iterable[UnusedName], ran: Collection[str]) -> Iterator[tuple[Rule, Violation]]:
    """Yield violations for names that silenced nothing, with their rules; ``ran`` are the codes of the rules that ran.

    The checker calls this after all other rules have run.
    """
    for one in names:
        if not one.codes:
            if SUPPRESSION_MALFORMED.code in ran:
                message = f"{quote(one.name)} is not a rule that a comment can silence. {_HOW}."
                yield SUPPRESSION_MALFORMED, Violation(message, one.comment.span)
        elif one.codes <= set(ran) and SUPPRESSION_UNUSED.code in ran:
            yield SUPPRESSION_UNUSED, _unused(one.comment, one.name)


def _unused(comment: Suppression, name: str) -> Violation:
    fixes: tuple[Fix, ...] = ()
    if len(comment.rules) == 1:
        fixes = (Fix("remove the comment", (comment.removal,), safe=True),)
    message = f"Nothing here violates {name}, which this comment silences. Remove the {'comment' if fixes else 'name'}."
    return Violation(message, comment.span, fixes)


def _malformed_suppressions(view: NoteView, context: Context) -> Iterator[Violation]:
    for comment in suppressions(view):
        if not comment.rules:
            typed = quote(comment.span.text(view.text))
            yield Violation(f"{typed} names no rule and silences nothing. {_HOW}.", comment.span)
        elif not comment.reason:
            rules = listed([quote(rule) for rule in comment.rules], limit=3)
            yield Violation(f"This comment silences {rules} without a reason. {_HOW}.", comment.span)


def _nothing(view: NoteView, context: Context) -> Iterator[Violation]:
    """Yield nothing: unused comments are known only when all rules have run; see `unused_suppressions`."""
    yield from ()


_ON_HOLD: Final = "**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: On Hold"

SUPPRESSION_UNUSED: Final = Rule(
    code="FT001",
    name="suppression-unused",
    summary="Each comment that silences a rule is needed.",
    rationale="A comment that is no longer needed would hide the next problem of the same kind.",
    ignore_when="The problem comes and goes, and its reason remains.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_nothing,
    only_where=has_comments,
    examples=(
        Example(f"{REACTIVE} <!-- ftnotes: ignore FT201 he likes it -->\n", f"{REACTIVE}\n"),
        Example(
            f"<!-- ftnotes: ignore hashtag-forbidden resumes in May -->\n{REACTIVE}\n",
            f"{REACTIVE}\n",
        ),
        Example(
            f"{REAKTIV} <!-- ftnotes: ignore FT201 so gewollt -->\n",
            f"{REAKTIV}\n",
            translation=f"{REACTIVE} <!-- ftnotes: ignore FT201 as intended -->\n",
        ),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 the customer resumes on Monday -->\n"),
        Example.clean(f"{REACTIVE}\n<!-- drafted on the train -->\n"),
        Example.clean(
            "Kein Treffen für Jürgen. <!-- noch offen: FT201 -->\n",
            translation="No meeting for Jürgen. <!-- still open: FT201 -->\n",
        ),
    ),
)


SUPPRESSION_MALFORMED: Final = Rule(
    code="FT002",
    name="suppression-without-reason",
    summary="A comment that silences rules names them and gives a reason.",
    rationale="Without a reason, later readers of the note can't see whether the problem was judged or merely hidden. "
    "Codes are printed before the names of rules, as in FT301 hashtag-forbidden.",
    ignore_when="The note is a draft, and the reason will follow.",
    severity=Severity.WARNING,
    check=_malformed_suppressions,
    only_where=has_comments,
    examples=(
        Example(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 -->\n"),
        Example(f"{REACTIVE} <!-- ftnotes: be quiet -->\n"),
        Example(f"{REAKTIV} <!-- ftnotes: ignore -->\n", translation=f"{REACTIVE} <!-- ftnotes: ignore -->\n"),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301, FT204 the customer resumes on Monday -->\n"),
        Example.clean(f"{REACTIVE} <!-- ignore FT301 -->\n"),
        Example.clean(
            f"{REAKTIV} <!-- ftnotes: ignore FT204 Kunde schreibt es so -->\n",
            translation=f"{REACTIVE} <!-- ftnotes: ignore FT204 the customer writes it so -->\n",
        ),
    ),
)


#: The rules about comments, which no comment can silence.
UNSILENCED: Final = (SUPPRESSION_UNUSED, SUPPRESSION_MALFORMED)
