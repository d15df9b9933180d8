"""What checking and fixing promise, for any text and for notes that were shuffled and damaged."""

from __future__ import annotations

import datetime
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from helpers.hostile import PIECES, repeated
from helpers.linearity import LINEAR, growth
from helpers.texts import any_text, real_looking
from hypothesis import assume, given
from hypothesis import strategies as st

from ftnotes import Context, Diagnostic, Playbook, Report, check, fix, parse
from ftnotes.policy import RULE_FAILED, RULES, Violation
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.rules.suppressions import UNSILENCED
from ftnotes.strategies import contexts, lifecycle_notes, notes_text
from ftnotes.writing.meaning import meaning

EDITIONS = [Playbook.load(edition) for edition in Playbook.editions()]


def texts() -> st.SearchStrategy[str]:
    return any_text() | real_looking() | flawed()


def flawed() -> st.SearchStrategy[str]:
    """Draw texts that violate rules, one after the other."""
    flaws = sorted({example.before for rule in RULES for example in rule.examples})
    return st.lists(st.sampled_from(flaws), min_size=1, max_size=3).map("\n".join)


def counts(report: Report) -> Counter[str]:
    return Counter(one.code for one in report.diagnostics)


@given(texts(), contexts(), st.sampled_from(Playbook.editions()))
def test_check_never_raises(text: str, context: Context, edition: str) -> None:
    """No text makes a rule fail, and diagnostics lie inside the text, in order."""
    report = check(text, context=context, playbook=Playbook.load(edition))
    assert RULE_FAILED[0] not in counts(report), report.diagnostics
    starts = [one.span.start for one in report.diagnostics]
    assert starts == sorted(starts)
    for one in report.diagnostics:
        edits = [edit.span for fix in one.fixes for edit in fix.edits]
        for span in (one.span, *one.evidence, *edits):
            assert 0 <= span.start <= span.end <= len(text)
        for place in (one.span, *one.evidence):
            assert len(place), one


@given(texts(), contexts(), st.sampled_from(Playbook.editions()))
def test_rules_yield_fixes_and_severities_that_they_declare(text: str, context: Context, edition: str) -> None:
    """A rule that declares no unsafe (or safe) fixes yields none, and no other severity."""
    declared = {rule.code: rule for rule in RULES}
    for one in check(text, context=context, edition=edition):
        assert {"safe" if offered.safe else "unsafe" for offered in one.fixes} <= set(declared[one.code].fixes), one
        assert one.severity in declared[one.code].severities, one


@given(texts() | notes_text(), contexts(), st.sampled_from(EDITIONS))
def test_rules_that_are_not_asked_find_nothing(text: str, context: Context, playbook: Playbook) -> None:
    """A rule has no violations in a text that its quick look excludes."""
    assert not found_unasked(text, context, playbook)


@given(st.data(), contexts(), st.sampled_from(EDITIONS))
def test_rules_that_are_not_asked_find_nothing_in_valid_notes(
    data: st.DataObject, context: Context, playbook: Playbook
) -> None:
    """Neither in valid notes, which the quick looks of most rules exclude."""
    assert not found_unasked(data.draw(notes_text(playbook=playbook, valid=True)), context, playbook)


def found_unasked(text: str, context: Context, playbook: Playbook) -> list[object]:
    """Return the violations of rules whose quick look excludes the text."""
    view = NoteView(parse(text, playbook), playbook)
    left_out = (rule for rule in RULES if rule.only_where and not rule.only_where(view))
    return [found for rule in left_out for found in rule.check(view, context) if isinstance(found, Violation)]


@given(texts(), contexts())
def test_the_edits_of_a_fix_do_not_overlap(text: str, context: Context) -> None:
    """The edits of one fix can be applied in any order."""
    for one in check(text, context=context).diagnostics:
        for offered in one.fixes:
            spans = sorted((edit.span.start, edit.span.end) for edit in offered.edits)
            assert all(first[1] <= second[0] for first, second in pairwise(spans)), one


@given(texts(), contexts())
def test_safe_fixes_keep_the_meaning(text: str, context: Context) -> None:
    """Safe fixes keep the meaning of a note."""
    result = fix(text, context=context)
    assert meaning(parse(result.text)) == meaning(parse(text))
    assert result.changed == (result.text != text)


@given(texts(), contexts(), st.booleans())
def test_fixing_converges(text: str, context: Context, unsafe: bool) -> None:
    """Fixing is idempotent, adds no diagnostics, and fixes all that it doesn't report as skipped."""
    before = counts(check(text, context=context))
    result = fix(text, context=context, unsafe=unsafe)
    again = fix(result.text, context=context, unsafe=unsafe)
    assert again.text == result.text
    assert again.applied == ()
    assert not counts(Report(result.remaining)) - before
    assert result.remaining == check(result.text, context=context).diagnostics
    offered = [one for one in result.remaining if any(offer.safe or unsafe for offer in one.fixes)]
    assert offered == [one.diagnostic for one in result.skipped]
    assert all(one.reason and one.fix in one.diagnostic.fixes for one in result.skipped)


def comment_place(text: str, found: Diagnostic) -> int:
    """Return where to put a comment that silences a diagnostic, or ``-offset - 1`` for a separate line above that offset.

    It goes after the title of the summary, above a summary without a title, and in prose at the end of the line.
    """
    document = parse(text)
    at = found.span.start
    for summary in document.notes:
        span = document.span(summary)
        if at in span:
            if summary.title is None:
                return -span.start - 1
            at = document.span(summary.title, "text").start
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def assert_silences(text: str, found: list[Diagnostic], chosen: Diagnostic) -> None:
    """Assert that a comment where the documentation says silences one rule and changes no diagnostics of others."""
    place = comment_place(text, chosen)
    comment = f"<!-- ftnotes: ignore {chosen.code} for a reason -->"
    above = -place - 1
    silenced = f"{text[:above]}{comment}\n{text[above:]}" if place < 0 else f"{text[:place]} {comment}{text[place:]}"
    report = check(silenced)
    others = Counter(one.code for one in found if one.code != chosen.code)
    assert counts(report) - Counter({chosen.code: len(found)}) == others
    assert counts(report)[chosen.code] < counts(check(text))[chosen.code]


def silenceable(text: str) -> list[Diagnostic]:
    return [one for one in check(text).diagnostics if one.code not in {rule.code for rule in UNSILENCED}]


@given(flawed(), st.data())
def test_silencing_one_changes_no_other(text: str, data: st.DataObject) -> None:
    """Each diagnostic can be silenced alone."""
    found = silenceable(text)
    assume(found and "<!--" not in text)
    assert_silences(text, found, data.draw(st.sampled_from(found)))


def test_a_comment_above_a_note_without_a_title_silences() -> None:
    """That is so for notes of all templates, also for one that begins with a label alone on its line."""
    label = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"
    listed = f"**EXEC SUMMARY**\n- {label}:\n   -  [EXO]  Exchange Online - wave 2\n"
    for above in ("As asked.\n\n**EXEC SUMMARY**\n- RISKS: On Hold\n", listed):
        text = f"{above}\n**Reason:** >50k\n**Status:** Green\n**Exec Summary:** #covid They go faster.\n"
        found = silenceable(text)
        assert len(found) > 1
        for chosen in found:
            assert_silences(text, found, chosen)


@given(st.data(), st.sampled_from(Playbook.editions()))
def test_valid_notes_raise_no_alarm(data: st.DataObject, edition: str) -> None:
    """A valid note, in any language, has no diagnostics and is not changed by fixing."""
    playbook = Playbook.load(edition)
    text = data.draw(notes_text(playbook=playbook, valid=True) | lifecycle_notes(playbook=playbook))
    assert not check(text, playbook=playbook)
    assert fix(text, playbook=playbook, unsafe=True).text == text


# ---- hostile inputs

_SUMMARY = (
    "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
)


@pytest.mark.parametrize("where", ["in prose", "in a summary"])
@pytest.mark.parametrize("name", PIECES)
def test_checking_is_linear(name: str, where: str) -> None:
    """Four times a hostile input takes at most five times as long, for each rule."""
    start = _SUMMARY if where == "in a summary" else ""
    context = Context(note_type="Overall Status", date=datetime.date(2021, 1, 1))

    def checking(size: int) -> Callable[[], object]:
        return partial(check, start + repeated(PIECES[name], size), context=context)

    assert growth(checking, 16_000) < LINEAR


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    "pieces",
    [
        ("workloads on one line", "parentheses", "comments in paragraphs"),
        ("slips in weak labels", "tags of look-alikes", "semicolons"),
        ("joined tags", "semicolons", "tags of look-alikes"),
        ("line breaks of HTML", "tags of look-alikes", "rows"),
        ("hints",),
    ],
)
def test_fixing_costs_at_most_ten_checks(pieces: tuple[str, ...], unsafe: bool) -> None:
    """However many fixes of a long text are skipped, it is fixed in the time of ten checks; measured at the least of three."""
    text = _SUMMARY + "\n".join(repeated(PIECES[piece], 8_000 // len(pieces)) for piece in pieces)
    checking, fixing = (least_time(partial(each, text)) for each in (check, partial(fix, unsafe=unsafe)))
    assert fixing < 10 * checking


def least_time(call: Callable[[], object]) -> float:
    """Return the CPU time of the fastest of three calls, in seconds."""
    times = []
    for _ in range(3):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)
