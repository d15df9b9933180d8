"""Inserting lines: for a summary of the document, with words that the playbook has."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.editing import MESSY, first_summary
from helpers.playbooks import template_of

import ftnotes
from ftnotes import Workload
from ftnotes.writing.edit_fields import set_choice, set_hashtags, set_value
from ftnotes.writing.edit_workloads import add_workload, remove_workload


def test_edits_take_a_summary_of_the_document() -> None:
    """It must be the object itself, as for `replace`."""
    document, summary = first_summary(MESSY)
    with pytest.raises(TypeError, match="needs a Document, not str"):
        set_value(MESSY, summary, "customer", "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="needs a Note of the document, not int"):
        remove_workload(document, 0, "EXO")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not a node of the document"):
        add_workload(document, first_summary(MESSY)[1], "OD")
    with pytest.raises(ValueError, match="has no title for hashtags"):
        set_hashtags(*first_summary("- DESCRIBE THE CUSTOMER: x\n- REQUESTS FOR SUPPORT: y"), ["#covid"])


def test_nothing_is_added_without_words_in_the_playbook(tmp_path: Path) -> None:
    """A field without a label, and workloads where no field lists them."""
    path = tmp_path / "own.toml"
    path.write_text(
        'id = "own"\nsummary = "Short."\ndefault-language = "en"\nnote-types = []\nroles = []\nhashtags = []\nworkloads = []\n'
        + template_of('label = "WHO"', 'key = "why"', titles='"NOTE"'),
        encoding="utf-8",
    )
    document = ftnotes.parse("NOTE\n- WHO: x\n", ftnotes.Playbook.from_file(path))
    (summary,) = document.exec_summaries
    with pytest.raises(ValueError, match="playbook own has no label for why"):
        set_value(document, summary, "why", "x")
    with pytest.raises(ValueError, match="no field for workloads"):
        add_workload(document, summary, Workload("EXO", "", "x"))
    with pytest.raises(ValueError, match="choice fields: none"):
        set_choice(document, summary, "who", "x")
    with pytest.raises(ValueError, match="workload 'EXO' is not in the summary; it lists none"):
        remove_workload(document, summary, "EXO")
