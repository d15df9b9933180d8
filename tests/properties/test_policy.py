"""What checking and fixing promise, for any text and for notes that were shuffled and damaged."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from ftnotes import Context, Diagnostic, Playbook, Report, check, fix, parse
from ftnotes.fixing import said
from ftnotes.policy import RULE_FAILED, RULES
from ftnotes.policy.suppression import OWN

from .texts import any_text, real_looking


def texts() -> st.SearchStrategy[str]:
    return any_text() | real_looking() | flawed()


def flawed() -> st.SearchStrategy[str]:
    """Texts in which rules find something, behind one another."""
    flaws = sorted({example.before for rule in RULES for example in rule.examples})
    return st.lists(st.sampled_from(flaws), min_size=1, max_size=3).map("\n".join)


def contexts() -> st.SearchStrategy[Context]:
    playbook = Playbook.load()
    return st.builds(
        Context,
        role=st.none() | st.sampled_from([role.key for role in playbook.roles]),
        note_type=st.none() | st.sampled_from([note_type.key for note_type in playbook.note_types]),
        priority=st.none() | st.sampled_from([priority.key for priority in playbook.priorities]),
        intent=st.none() | st.sampled_from(("deploying", "accelerating", "pausing")),
        date=st.none() | st.dates(datetime.date(2019, 1, 1), datetime.date(2021, 1, 1)),
    )


def counts(report: Report) -> Counter[str]:
    return Counter(one.code for one in report.diagnostics)


@given(texts(), contexts(), st.sampled_from(Playbook.editions()))
def test_check_never_raises(text: str, context: Context, edition: str) -> None:
    """No text makes a rule fail, and what is found lies inside the text, in its order."""
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


@given(texts(), contexts())
def test_the_edits_of_a_fix_do_not_overlap(text: str, context: Context) -> None:
    """The edits of one fix can be applied in any order."""
    for one in check(text, context=context).diagnostics:
        for offered in one.fixes:
            spans = sorted((edit.span.start, edit.span.end) for edit in offered.edits)
            assert all(first[1] <= second[0] for first, second in pairwise(spans)), one


@given(texts(), contexts())
def test_safe_fixes_keep_what_is_said(text: str, context: Context) -> None:
    """After safe fixes a note says the same, and its other characters are those that they were."""
    result = fix(text, context=context)
    assert said(parse(result.text)) == said(parse(text))
    assert result.changed == (result.text != text)


@given(texts(), contexts(), st.booleans())
def test_fixing_converges(text: str, context: Context, unsafe: bool) -> None:
    """Fixing twice is fixing once; nothing comes up that was not found before; what could be fixed, is."""
    before = counts(check(text, context=context))
    result = fix(text, context=context, unsafe=unsafe)
    again = fix(result.text, context=context, unsafe=unsafe)
    assert again.text == result.text
    assert again.applied == ()
    assert not counts(Report(result.remaining)) - before
    assert result.remaining == check(result.text, context=context).diagnostics
    offered = [one for one in result.remaining if any(offer.safe or unsafe for offer in one.fixes)]
    assert offered == list(result.withheld)


@given(flawed(), st.data())
def test_silencing_one_changes_no_other(text: str, data: st.DataObject) -> None:
    """A comment that silences a finding of a summary leaves all findings of other rules as they were."""
    found = [one for one in check(text).diagnostics if one.code not in OWN]
    assume(found and "<!--" not in text)
    chosen: Diagnostic = data.draw(st.sampled_from(found))
    line_end = min(
        (at for at in (text.find("\n", chosen.span.start), text.find("\r", chosen.span.start)) if at >= 0), default=len(text)
    )
    silenced = f"{text[:line_end]} <!-- ftnotes: ignore {chosen.code} for a reason -->{text[line_end:]}"
    report = check(silenced)
    codes = Counter(one.code for one in found if one.code != chosen.code)
    assert counts(report) - Counter({chosen.code: len(found)}) == codes
    assert counts(report)[chosen.code] < counts(check(text))[chosen.code]
