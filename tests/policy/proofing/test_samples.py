"""Sample notes of the templates of a playbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbook_checks import SOUND, report_on
from helpers.playbooks import own

from ftnotes import Playbook, parse
from ftnotes.policy.proofing.samples import sample_notes


@pytest.mark.parametrize("edition", Playbook.editions())
def test_samples_are_read_as_notes_of_their_template(edition: str) -> None:
    """With nothing in the blank one, and a value in each field of the filled one."""
    playbook = Playbook.load(edition)
    for template in playbook.templates:
        sample = sample_notes(playbook, template.key)
        (blank,) = parse(sample.blank, playbook).notes
        (filled,) = parse(sample.filled, playbook).notes
        assert blank.template == filled.template == sample.template == template.key
        for spec in template.fields:
            assert filled.choices(spec.key) == spec.choices[:1]
            assert blank.choice(spec.key) is None
        is_about = any(spec.kind == "workload" for spec in template.fields)
        assert filled.about == (("EXO",) if is_about else ())
        is_list = any(spec.kind == "workloads" for spec in template.fields)
        assert [workload.update for workload in filled.workloads] == ["Text"] * 2 * is_list + [""] * is_about


def test_samples_are_in_a_language_of_the_template(tmp_path: Path) -> None:
    """Whatever the default language of `new` is; a template without list has no workloads."""
    text = (
        'id = "own"\ndefault-language = "de"\n[[templates]]\nkey = "t"\ntitles = ["BERICHT"]\nfields = [{ label = "Ampel" }]\n'
    )
    sample = sample_notes(own(tmp_path, text), "t")
    assert sample.filled == "**BERICHT**\n- Ampel: Text\n"


def test_a_template_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """A template that is not the first, without title and with a single short label, is never recognized."""
    text = SOUND.replace("[[workloads]]", '[[templates]]\nkey = "other"\nfields = [{ label = "Plans" }]\n\n[[workloads]]')
    report = report_on(tmp_path, text)
    (found,) = report
    assert (found.code, found.line) == ("PB002", 12)
    assert "a note of template other is not read back as it was written: " in found.message
    assert [sample.template for sample in report.samples] == ["weekly"]
    assert not report.ok
