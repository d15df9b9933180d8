"""Jobs on single rows."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Callable
from operator import attrgetter

import pytest
from helpers.exports import CLEAN, FIXABLE, WRONG

import ftnotes
from ftnotes import RULES, Context
from ftnotes.batch import Policy, Row, RowError, jobs
from ftnotes.batch.jobs import CheckJob, FixJob, RecordJob, ViewJob


def test_contexts_are_cached_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few contexts are kept, for any number of distinct ones in the rows."""
    monkeypatch.setattr(jobs, "_CACHED", 2)
    job = CheckJob(Policy())
    for day in (1, 1, 2, 3, 4, 5, 5):
        row = Row("f", day, CLEAN, context={"date": f"2020-05-0{day}"})
        assert job.context(row) == Context(date=datetime.date(2020, 5, day))
    assert len(job._contexts) <= 2


@pytest.mark.parametrize(
    "job",
    [CheckJob(Policy()), ViewJob(CheckJob(Policy()), attrgetter("report")), FixJob(Policy(), unsafe=True), RecordJob(None)],
    ids=lambda job: type(job).__name__,
)
def test_jobs_and_their_results_can_be_pickled(job: Callable[[Row], object]) -> None:
    """A pickled job does the same, and its pickled result is the same."""
    for text in (CLEAN, WRONG, FIXABLE, "* TEAMS: Â "):
        made = job(Row("f", 1, text))
        assert pickle.loads(pickle.dumps(made)) == pickle.loads(pickle.dumps(job))(Row("f", 1, text)) == made


def test_a_row_that_cannot_be_checked_is_not_viewed() -> None:
    """The error is returned as it is."""
    row, job = Row("f", 1, CLEAN, context={"role": "nobody"}), CheckJob(Policy())
    assert isinstance(job(row), RowError)
    assert ViewJob(job, attrgetter("report"))(row) == job(row)


def test_a_policy_means_the_same_as_the_arguments_of_check() -> None:
    """A policy takes a playbook or an edition, several names of rules, and its own rules; what is wrong is refused at once."""
    edition = Policy(edition="2020-05", select=["FT2"], rules=iter(ftnotes.RULES[:20])).validated()
    assert edition == Policy(playbook=ftnotes.Playbook.load("2020-05"), select=("FT2",), rules=ftnotes.RULES[:20]).validated()
    assert Policy().validated().playbook is None
    for arguments, error, message in (
        ({"edition": "1999-01"}, ValueError, "edition '1999-01'"),
        ({"edition": "2020-05", "playbook": ftnotes.Playbook.load()}, ValueError, "both"),
        ({"select": "FT2"}, TypeError, r"write select=\('FT2',\)"),
        ({"ignore": "FT2"}, TypeError, r"write ignore=\('FT2',\)"),
        ({"rules": ftnotes.RULES[0]}, TypeError, "rules takes several values of Rule"),
    ):
        with pytest.raises(error, match=message):
            Policy(**arguments).validated()


def test_the_date_of_a_row_resolves_its_actions() -> None:
    """It is that of its cell, or the one for all notes; a cell that is no date makes the row an error."""
    job = RecordJob(None, datetime.date(2020, 5, 6))
    text = "Next step: Ana to send it by Friday"
    for context, day in (({}, "2020-05-08"), ({"date": "2020-05-12T00:00"}, "2020-05-15")):
        made = job(Row("f", 1, text, context=context))
        assert not isinstance(made, RowError)
        assert [action.first for action in made[1]] == [day]
    failed = job(Row("f", 1, text, context={"date": "12 May"}))
    assert isinstance(failed, RowError)
    assert "'12 May' is not written like 2020-05-08" in failed.reason


@pytest.mark.parametrize("job", [CheckJob(Policy()), FixJob(Policy(), unsafe=False)], ids=lambda job: type(job).__name__)
def test_an_unknown_context_is_an_error_of_its_row(job: Callable[[Row], object]) -> None:
    """A role that the playbook does not know makes the row an error."""
    made = job(Row("f", 1, CLEAN, context={"role": "King"}))
    assert isinstance(made, RowError)
    assert (made.row, "King" in made.reason) == (1, True)


def test_all_rules_can_be_sent_to_other_processes() -> None:
    """A rule with a function that is defined in place can't, and would end each check with several jobs."""
    assert pickle.loads(pickle.dumps(RULES)) == RULES
