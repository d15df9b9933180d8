"""Exec summaries, and notes of other templates."""

from __future__ import annotations

import pickle
from pathlib import Path

import attrs
import pytest
from helpers.playbooks import own, template_of

from ftnotes import DeploymentProgress, EngagementStatus, ExecSummary, Field, Note, Playbook, Title, parse
from ftnotes.syntax.exec_summary import EXEC_SUMMARY, make_note, note_class

FIELD = Field("customer", "DESCRIBE THE CUSTOMER", "x")


def test_the_choices_of_the_code_are_those_of_the_template() -> None:
    """The two enumerations have the keys of the playbook, in the order of the template."""
    choices = {spec.key: spec.choices for spec in Playbook.load().templates[0].fields}
    assert choices["engagement-status"] == tuple(EngagementStatus)
    assert choices["deployment-progress"] == tuple(DeploymentProgress)


def test_an_exec_summary_is_a_note() -> None:
    """Of one template, with the same parts as any note."""
    (note,) = parse("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n").notes
    assert isinstance(note, ExecSummary)
    assert note == ExecSummary(Title("EXEC SUMMARY"), (FIELD,)) == make_note(EXEC_SUMMARY, Title("EXEC SUMMARY"), (FIELD,))
    assert (note.template, note_class(note.template)) == (EXEC_SUMMARY, ExecSummary)
    changed = attrs.evolve(note, title=Title("EXECUTIVE SUMMARY"))
    assert isinstance(changed, ExecSummary)
    assert pickle.loads(pickle.dumps(changed)) == changed != note
    with pytest.raises(ValueError, match=r"ExecSummary\.template: 'weekly' is another template; make a Note of it"):
        attrs.evolve(note, template="weekly")


def test_a_note_of_another_template_is_no_exec_summary(tmp_path: Path) -> None:
    """It has its own fields and choices, and no names for them in Python."""
    fields = 'label = "RAG status", choices = ["Green", ["Amber", "Yellow"], "Red"]', 'label = "Wins"'
    playbook = own(tmp_path, 'id = "weekly"\n' + template_of(*fields, titles='"WEEKLY STATUS"', key="weekly"))
    document = parse("WEEKLY STATUS\n- RAG status: yellow\n- Wins: none\n", playbook)
    (note,) = document.notes
    assert document.exec_summaries == ()
    assert (type(note), note.template, note.language) == (Note, "weekly", "en")
    assert [(field.key, field.value) for field in note.fields] == [("rag-status", "yellow"), ("wins", "none")]
    assert (note.choice("rag-status"), note.choice("wins")) == ("amber", None)
    assert make_note("weekly", note.title, note.body, playbook) == note
    assert note_class("weekly") is Note
    assert not hasattr(note, "customer")


def test_a_note_needs_a_template_of_its_playbook() -> None:
    """The error lists those that there are."""
    with pytest.raises(ValueError, match=r"template 'weekly'.* playbook 2020-03 has exec-summary"):
        Note("weekly", Title("EXEC SUMMARY"), (FIELD,), Playbook.load())
    with pytest.raises(TypeError, match=r"Note\.template"):
        Note(7, None)  # type: ignore[arg-type]
