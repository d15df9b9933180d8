"""The note that ``ftnotes new`` composes."""

from __future__ import annotations

import re

import pytest

import ftnotes
from ftnotes.cli.commands.new_draft import Draft
from ftnotes.cli.options.exit_status import UsageError
from ftnotes.playbook.template_words import first_template
from ftnotes.playbook.wording import wording_in


@pytest.fixture
def draft() -> Draft:
    """Return an empty draft."""
    playbook = ftnotes.Playbook.load()
    return Draft(wording_in(first_template(playbook), playbook.default_language))


def test_a_draft_without_values_is_the_template(draft: Draft) -> None:
    """It becomes a note with the first value, or once it is started."""
    assert draft.text() == ftnotes.new()
    draft.started = True
    assert draft.text() == ftnotes.new(customer="")


def test_a_refused_value_changes_nothing(draft: Draft) -> None:
    """A value that is unknown, given twice or read as something else is refused, and the draft is as before."""
    draft.set("customer", "Contoso")
    draft.add("EXO", "half")
    before = draft.text()
    for change in (
        lambda: draft.set("customer", "x"),
        lambda: draft.set("engagement-status", "stopped"),
        lambda: draft.add("Exchange Online", ""),
        lambda: draft.add("EX0", ""),
        lambda: draft.known_key("custmer"),
    ):
        with pytest.raises(UsageError):
            change()
    assert draft.text() == before == ftnotes.new(customer="Contoso", workloads={"EXO": "half"})


def test_a_copy_is_independent(draft: Draft) -> None:
    """Changes of a copy leave the draft as it is."""
    copy = draft.copy()
    copy.set("customer", "Contoso")
    copy.add("EXO", "")
    copy.hashtags = ("#covid",)
    assert draft.text() == ftnotes.new()


@pytest.mark.parametrize(("char", "shown"), [("\udcff", "a byte (0xff)"), ("\ud800", "half of a surrogate pair")])
def test_what_is_not_text_is_refused(draft: Draft, char: str, shown: str) -> None:
    """A byte of the command line that does not fit its encoding is refused with the name of the value."""
    reason = f"the value contains {shown} that is not text; type it again"
    with pytest.raises(UsageError, match=f"^customer: {re.escape(reason)}$"):
        draft.set("customer", f"a{char}")
    with pytest.raises(UsageError, match=f"^workload EXO: {re.escape(reason)}$"):
        draft.add("EXO", f"a{char}")
