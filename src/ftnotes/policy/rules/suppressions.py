"""Rules about the comments that silence rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from ..context import Context
from ..diagnostics import Diagnostic, Fix, Severity
from ..messages import quote
from ..note_view import NoteView, has_comments
from ..rule import Example, Rule, Violation
from ..suppression import Idle, Suppression, suppressions

_HOW: Final = "Write <!-- ftnotes: ignore CODE reason -->"


def idle_suppressions(idle: Iterable[Idle], ran: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the diagnostics of names that silenced nothing; ``ran`` are the codes of the rules that ran.

    Only the check knows them, after all other rules have run.
    """
    for one in idle:
        if not one.codes:
            if SUPPRESSION_MALFORMED.code in ran:
                message = (
                    f"This comment names {quote(one.name)}, which is no rule that it could silence. {_HOW}; the codes stand in "
                )
                yield SUPPRESSION_MALFORMED.diagnostic(
                    Violation(message + "front of the names of the findings.", one.comment.span)
                )
        elif one.codes <= set(ran) and SUPPRESSION_UNUSED.code in ran:
            yield SUPPRESSION_UNUSED.diagnostic(_unused(one.comment, one.name))


def _unused(comment: Suppression, said: str) -> Violation:
    message = (
        f"This comment silences {said}, and nothing of the kind is found here. Take it out, so that it doesn't hide what is "
        "found later."
    )
    fixes: tuple[Fix, ...] = ()
    if len(comment.rules) == 1:
        fixes = (Fix("take the comment out", (comment.removal,), safe=True),)
    return Violation(message, comment.span, fixes)


def _malformed(view: NoteView, context: Context) -> Iterator[Violation]:
    for comment in suppressions(view):
        if not comment.rules:
            said = quote(comment.span.text(view.text))
            yield Violation(f"{said} names no rule, and silences nothing. {_HOW}.", comment.span)
        elif not comment.reason:
            message = (
                f"This comment silences {', '.join(comment.rules)} and gives no reason. {_HOW}: whoever reads the note later "
                "wants to know why."
            )
            yield Violation(message, comment.span)


def _nothing(view: NoteView, context: Context) -> Iterator[Violation]:
    """Yield nothing: what a comment silences is known only when all rules have run; see `idle_suppressions`."""
    yield from ()


_ON_HOLD: Final = "**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: On Hold"


_REACTIVE: Final = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive"


_REAKTIV: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Reaktiv"


SUPPRESSION_UNUSED: Final = Rule(
    code="FT001",
    name="suppression-unused",
    summary="A comment that silences a rule has something to silence.",
    rationale="A comment that is no longer needed would hide the next finding of the same kind.",
    severity=Severity.WARNING,
    fixes=("safe",),
    check=_nothing,
    only_where=has_comments,
    examples=(
        Example(f"{_REACTIVE} <!-- ftnotes: ignore FT201 he likes it -->\n", f"{_REACTIVE}\n"),
        Example(
            f"<!-- ftnotes: ignore hashtag-forbidden resumes in May -->\n{_REACTIVE}\n",
            f"{_REACTIVE}\n",
        ),
        Example(f"{_REAKTIV} <!-- ftnotes: ignore FT201 so gewollt -->\n", f"{_REAKTIV}\n"),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 the customer resumes on Monday -->\n"),
        Example.clean(f"{_REACTIVE}\n<!-- drafted on the train -->\n"),
        Example.clean("Kein Treffen für Jürgen. <!-- noch offen: FT201 -->\n"),
    ),
)


SUPPRESSION_MALFORMED: Final = Rule(
    code="FT002",
    name="suppression-without-reason",
    summary="A comment that silences rules names them and gives a reason.",
    rationale="Whoever reads the note later can't tell whether the finding was judged or merely hidden.",
    severity=Severity.WARNING,
    check=_malformed,
    only_where=has_comments,
    examples=(
        Example(f"{_ON_HOLD} <!-- ftnotes: ignore FT301 -->\n"),
        Example(f"{_REACTIVE} <!-- ftnotes: be quiet -->\n"),
        Example(f"{_REAKTIV} <!-- ftnotes: ignore -->\n"),
        Example.clean(f"{_ON_HOLD} <!-- ftnotes: ignore FT301, FT204 the customer resumes on Monday -->\n"),
        Example.clean(f"{_REACTIVE} <!-- ignore FT301 -->\n"),
        Example.clean(f"{_REAKTIV} <!-- ftnotes: ignore FT204 Kunde schreibt es so -->\n"),
    ),
)


#: The rules about comments, which no comment silences.
UNSILENCED: Final = (SUPPRESSION_UNUSED, SUPPRESSION_MALFORMED)
